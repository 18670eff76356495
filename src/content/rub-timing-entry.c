/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "rub-timing-entry.h"

void
rub_timing_entry_fail (RubTimingEntry *self, const char *member, const char *what)
{
  if (self->fault == NULL)
    self->fault = g_error_new (G_IO_ERROR, G_IO_ERROR_INVALID_DATA, "%s: %s: “%s”: “%s” %s",
                               self->file, self->section, self->id != NULL ? self->id : "?",
                               member, what);
}

static JsonNode *
get_member (RubTimingEntry *self, const char *member)
{
  JsonNode *node = json_object_get_member (self->object, member);

  if (node == NULL)
    rub_timing_entry_fail (self, member, "is missing");
  else
    self->n_read++;

  return node;
}

static const char *
get_string (JsonNode *node)
{
  return json_node_get_value_type (node) == G_TYPE_STRING ? json_node_get_string (node) : NULL;
}

/* Whether it is a whole number that fits; @number is set then. */
static gboolean
get_whole (JsonNode *node, int *number)
{
  gint64 value;

  if (json_node_get_value_type (node) != G_TYPE_INT64)
    return FALSE;
  value = json_node_get_int (node);
  if (value < G_MININT || value > G_MAXINT)
    return FALSE;
  *number = (int) value;

  return TRUE;
}

const char *
rub_timing_entry_get_words (RubTimingEntry *self, const char *member)
{
  JsonNode *node = get_member (self, member);
  const char *words = node != NULL ? get_string (node) : NULL;

  if (words != NULL && words[0] != '\0')
    return words;
  rub_timing_entry_fail (self, member, "must be words");

  return "";
}

int
rub_timing_entry_get_int (RubTimingEntry *self, const char *member, int least, int most)
{
  JsonNode *node = get_member (self, member);
  int number = 0;

  if (node != NULL && get_whole (node, &number) && number >= least && number <= most)
    return number;
  rub_timing_entry_fail (self, member, "must be a whole number within its bounds");

  return 0;
}

gboolean
rub_timing_entry_get_bool (RubTimingEntry *self, const char *member)
{
  JsonNode *node = get_member (self, member);

  if (node != NULL && json_node_get_value_type (node) == G_TYPE_BOOLEAN)
    return json_node_get_boolean (node);
  rub_timing_entry_fail (self, member, "must be true or false");

  return FALSE;
}

int
rub_timing_entry_get_wall (RubTimingEntry *self, const char *member)
{
  const char *wall = rub_timing_entry_get_words (self, member);

  if (g_regex_match_simple ("^([01][0-9]|2[0-3]):[0-5][0-9]$", wall, G_REGEX_DEFAULT,
                            G_REGEX_MATCH_DEFAULT))
    return ((wall[0] - '0') * 10 + wall[1] - '0') * 60 + (wall[3] - '0') * 10 + wall[4] - '0';
  rub_timing_entry_fail (self, member, "must be a time such as 18:00");

  return 0;
}

RubBounds
rub_timing_entry_get_bounds (RubTimingEntry *self, const char *member, int value)
{
  JsonNode *node = get_member (self, member);
  JsonArray *array = node != NULL && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node)
                                                                  : NULL;
  RubBounds bounds = { 0, 0 };

  if (array == NULL || json_array_get_length (array) != 2
      || !get_whole (json_array_get_element (array, 0), &bounds.least)
      || !get_whole (json_array_get_element (array, 1), &bounds.most))
    rub_timing_entry_fail (self, member, "must be two whole numbers");
  else if (bounds.least < 0 || bounds.least > value || bounds.most < value)
    rub_timing_entry_fail (self, member, "must have the default within");

  return bounds;
}

GPtrArray *
rub_timing_entry_get_list (RubTimingEntry *self, const char *member)
{
  JsonNode *node = get_member (self, member);
  JsonArray *array = node != NULL && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node)
                                                                  : NULL;
  GPtrArray *list = g_ptr_array_new ();
  guint length = array != NULL ? json_array_get_length (array) : 0;

  for (guint i = 0; i < length; i++)
    {
      const char *words = get_string (json_array_get_element (array, i));

      if (words == NULL || words[0] == '\0'
          || g_ptr_array_find_with_equal_func (list, words, g_str_equal, NULL))
        rub_timing_entry_fail (self, member, "must be words, each once");
      else
        g_ptr_array_add (list, (gpointer) words);
    }
  if (length == 0)
    rub_timing_entry_fail (self, member, "must be a list with something in it");

  return list;
}

static void
read_sources (RubTimingEntry *self)
{
  g_autoptr (GPtrArray) cited = rub_timing_entry_get_list (self, "sources");

  for (guint i = 0; i < cited->len; i++)
    if (g_hash_table_contains (self->sources, cited->pdata[i]))
      g_hash_table_insert (self->sources, g_strdup (cited->pdata[i]), GINT_TO_POINTER (TRUE));
    else
      rub_timing_entry_fail (self, "sources", "must be ids of sources");
}

gboolean
rub_timing_entry_finish (RubTimingEntry *self, GError **error)
{
  rub_timing_entry_get_words (self, "reason");
  read_sources (self);
  if (self->n_read != json_object_get_size (self->object))
    rub_timing_entry_fail (self, "…", "has a member that does not belong to it");
  if (self->fault == NULL)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&self->fault));

  return FALSE;
}
