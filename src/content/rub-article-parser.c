/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "rub-article-parser.h"

#include <stdlib.h>

#include <gio/gio.h>

#include "rub-block-parser.h"
#include "rub-text-parser.h"

/* An article needs five levels of nesting; the JSON parser recurses, so more is refused first. */
#define MAX_DEPTH 8

static const char *const members[] = { "id", "language", "title", "reviewed", "blocks" };

G_GNUC_PRINTF (3, 4)
static void
fail (GError **error, const char *name, const char *format, ...)
{
  g_autofree char *message = NULL;
  va_list args;

  va_start (args, format);
  message = g_strdup_vprintf (format, args);
  va_end (args);
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, "%s: %s", name, message);
}

static gboolean
is_shallow (const char *json, gsize size)
{
  int depth = 0;
  gboolean is_in_string = FALSE;

  for (gsize i = 0; i < size && depth <= MAX_DEPTH; i++)
    if (is_in_string && json[i] == '\\')
      i++;
    else if (json[i] == '"')
      is_in_string = !is_in_string;
    else if (!is_in_string && strchr ("[{", json[i]) != NULL)
      depth++;
    else if (!is_in_string && strchr ("]}", json[i]) != NULL)
      depth--;

  return depth <= MAX_DEPTH;
}

static JsonObject *
parse_root (JsonParser *parser, GBytes *bytes, const char *name, GError **error)
{
  g_autoptr (GError) cause = NULL;
  gsize size;
  const char *json = g_bytes_get_data (bytes, &size);

  if (size == 0 || size > RUB_ARTICLE_MAX_BYTES)
    fail (error, name, "must have 1 to %d bytes", RUB_ARTICLE_MAX_BYTES);
  else if (!g_utf8_validate_len (json, size, NULL))
    fail (error, name, "is not UTF-8");
  else if (!is_shallow (json, size))
    fail (error, name, "is nested deeper than %d levels", MAX_DEPTH);
  else if (!json_parser_load_from_data (parser, json, (gssize) size, &cause))
    fail (error, name, "%s", cause->message);
  else if (!JSON_NODE_HOLDS_OBJECT (json_parser_get_root (parser)))
    fail (error, name, "must be an object");
  else
    return json_node_get_object (json_parser_get_root (parser));

  return NULL;
}

static gboolean
check_root (JsonObject *root, const char *name, GError **error)
{
  JsonNode *blocks;
  guint n_blocks;

  for (gsize i = 0; i < G_N_ELEMENTS (members); i++)
    if (!json_object_has_member (root, members[i]))
      {
        fail (error, name, "must have “%s”", members[i]);
        return FALSE;
      }
  blocks = json_object_get_member (root, "blocks");
  n_blocks = JSON_NODE_HOLDS_ARRAY (blocks) ? json_array_get_length (json_node_get_array (blocks))
                                            : 0;
  if (json_object_get_size (root) != G_N_ELEMENTS (members))
    fail (error, name, "has a member that does not belong to it");
  else if (n_blocks < 1 || n_blocks > RUB_ARTICLE_MAX_BLOCKS)
    fail (error, name, "“blocks” must be a list of 1 to %d blocks", RUB_ARTICLE_MAX_BLOCKS);
  else
    return TRUE;

  return FALSE;
}

/* Takes a @cause, which says what is wrong, and adds where. */
static void
fail_in_block (GError **error, const char *name, guint index, const GError *cause)
{
  fail (error, name, "block %u: %s", index + 1, cause->message);
}

static GPtrArray *
parse_blocks (JsonArray *array, const char *name, GError **error)
{
  g_autoptr (GPtrArray) blocks = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GHashTable) ids = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      g_autoptr (GError) cause = NULL;
      RubBlock *block = rub_block_parse (json_array_get_element (array, i), &cause);
      const char *id;

      if (block == NULL)
        {
          fail_in_block (error, name, i, cause);
          return NULL;
        }
      g_ptr_array_add (blocks, block);
      id = rub_block_get_fields (block)->id;
      if (id != NULL && !g_hash_table_add (ids, (char *) id))
        {
          fail (error, name, "block %u: the id “%s” is taken", i + 1, id);
          return NULL;
        }
    }

  return g_steal_pointer (&blocks);
}

static const char *
parse_name (JsonObject *root, const char *member, const char *pattern, GError **error)
{
  const char *value = rub_text_parse_line (root, member, error);

  if (value == NULL || g_regex_match_simple (pattern, value, 0, 0))
    return value;
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, "“%s” is no %s", value, member);

  return NULL;
}

static const char *
parse_day (JsonObject *root, const char *member, GError **error)
{
  const char *day = parse_name (root, member, "^[0-9]{4}-[0-9]{2}-[0-9]{2}$", error);

  if (day == NULL
      || g_date_valid_dmy ((GDateDay) atoi (day + 8), atoi (day + 5), (GDateYear) atoi (day)))
    return day;
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, "“%s” is no day", day);

  return NULL;
}

static gboolean
parse_head (JsonObject *root, RubArticleFields *fields, GError **error)
{
  fields->id = parse_name (root, "id", "^[a-z0-9]+(-[a-z0-9]+)*$", error);
  if (fields->id == NULL)
    return FALSE;
  fields->language = parse_name (root, "language", "^[a-z]{2,3}(_[A-Z]{2})?$", error);
  if (fields->language == NULL)
    return FALSE;
  fields->title = rub_text_parse_line (root, "title", error);
  if (fields->title == NULL)
    return FALSE;
  fields->reviewed = parse_day (root, "reviewed", error);

  return fields->reviewed != NULL;
}

RubArticle *
rub_article_parse (GBytes *bytes, const char *name, GError **error)
{
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();
  g_autoptr (GPtrArray) blocks = NULL;
  g_autoptr (GError) cause = NULL;
  RubArticleFields fields = { NULL };
  JsonObject *root;

  g_return_val_if_fail (bytes != NULL, NULL);
  g_return_val_if_fail (name != NULL, NULL);

  root = parse_root (parser, bytes, name, error);
  if (root == NULL || !check_root (root, name, error))
    return NULL;

  if (!parse_head (root, &fields, &cause))
    {
      fail (error, name, "%s", cause->message);
      return NULL;
    }

  blocks = parse_blocks (json_object_get_array_member (root, "blocks"), name, error);

  return blocks != NULL ? rub_article_new_full (&fields, blocks) : NULL;
}
