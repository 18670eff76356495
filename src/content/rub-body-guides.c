/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "rub-body-guides.h"

#include <json-glib/json-glib.h>

#include "rub-guide-words.h"

#define GUIDES_NAME "guides.json"

static gboolean
fail (GError **error, const char *id, const char *what)
{
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, GUIDES_NAME ": \"%s\": %s", id, what);

  return FALSE;
}

/* NULL when it is not there, is no string or says nothing. */
static const char *
get_words (JsonObject *row, const char *member)
{
  JsonNode *node = json_object_get_member (row, member);
  const char *words = node != NULL && json_node_get_value_type (node) == G_TYPE_STRING
                          ? json_node_get_string (node)
                          : NULL;

  return words != NULL && *words != '\0' ? words : NULL;
}

/* The strings of an array, which belong to the parser; NULL when it is anything else. */
static const char **
get_list (JsonObject *row, const char *member)
{
  JsonNode *node = json_object_get_member (row, member);
  g_autoptr (GPtrArray) list = g_ptr_array_new ();
  JsonArray *array;

  if (node == NULL || !JSON_NODE_HOLDS_ARRAY (node))
    return NULL;

  array = json_node_get_array (node);
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      JsonNode *element = json_array_get_element (array, i);

      if (json_node_get_value_type (element) != G_TYPE_STRING)
        return NULL;
      g_ptr_array_add (list, (gpointer) json_node_get_string (element));
    }
  g_ptr_array_add (list, NULL);

  return (const char **) g_ptr_array_free (g_steal_pointer (&list), FALSE);
}

static gboolean
read_words (RubRegionGuideFields *fields, JsonObject *row, GError **error)
{
  const char *problems = get_words (row, "problems");
  const char *technique = get_words (row, "technique");
  const char *caution = get_words (row, "caution");

  if (!rub_region_care_from_id (get_words (row, "care"), &fields->care))
    return fail (error, fields->id, "care must be usual, light or none");
  if (!rub_guide_basis_from_id (get_words (row, "basis"), &fields->basis))
    return fail (error, fields->id, "basis must be practice, studies or anatomy");
  if (problems == NULL || caution == NULL)
    return fail (error, fields->id, "problems and caution must be words");
  /* Nobody is told how to massage what is not to be massaged. */
  if (fields->care == RUB_REGION_CARE_NONE && json_object_has_member (row, "technique"))
    return fail (error, fields->id, "technique must not be there when care is none");
  if (fields->care != RUB_REGION_CARE_NONE && technique == NULL)
    return fail (error, fields->id, "technique must be words");

  fields->problems = rub_guide_words_translate (problems);
  fields->technique = technique != NULL ? rub_guide_words_translate (technique) : NULL;
  fields->caution = rub_guide_words_translate (caution);

  return TRUE;
}

static gboolean
add_regions (GHashTable *guides, RubRegionGuide *guide, const char *const *regions, GError **error)
{
  for (gsize i = 0; regions[i] != NULL; i++)
    if (!g_hash_table_insert (guides, g_strdup (regions[i]), rub_region_guide_ref (guide)))
      return fail (error, regions[i], "is there twice");

  return TRUE;
}

static gboolean
read_guide (GHashTable *guides, JsonNode *node, GError **error)
{
  RubRegionGuideFields fields = { NULL };
  g_autofree const char **regions = NULL, **articles = NULL;
  g_autoptr (RubRegionGuide) guide = NULL;
  JsonObject *row;

  if (!JSON_NODE_HOLDS_OBJECT (node))
    return fail (error, "guides", "must hold objects only");

  row = json_node_get_object (node);
  fields.id = get_words (row, "id");
  if (fields.id == NULL)
    return fail (error, "guides", "a guide has no id");
  if (!read_words (&fields, row, error))
    return FALSE;

  regions = get_list (row, "regions");
  articles = get_list (row, "articles");
  if (regions == NULL || regions[0] == NULL)
    return fail (error, fields.id, "regions must be an array of strings");
  if (articles == NULL)
    return fail (error, fields.id, "articles must be an array of strings");
  fields.articles = articles;
  guide = rub_region_guide_new (&fields);

  return add_regions (guides, guide, regions, error);
}

GHashTable *
rub_body_guides_parse (GBytes *bytes, GError **error)
{
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();
  g_autoptr (GHashTable) guides = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                                         (GDestroyNotify) rub_region_guide_unref);
  JsonNode *root, *node = NULL;
  JsonArray *rows;
  gsize size;
  const char *text;

  g_return_val_if_fail (bytes != NULL, NULL);

  text = g_bytes_get_data (bytes, &size);
  if (!json_parser_load_from_data (parser, text != NULL ? text : "", (gssize) size, error))
    {
      g_prefix_error (error, GUIDES_NAME ": ");
      return NULL;
    }
  root = json_parser_get_root (parser);
  if (root != NULL && JSON_NODE_HOLDS_OBJECT (root))
    node = json_object_get_member (json_node_get_object (root), "guides");
  if (node == NULL || !JSON_NODE_HOLDS_ARRAY (node))
    {
      fail (error, "guides", "must be an array");
      return NULL;
    }

  rows = json_node_get_array (node);
  for (guint i = 0; i < json_array_get_length (rows); i++)
    if (!read_guide (guides, json_array_get_element (rows, i), error))
      return NULL;

  return g_steal_pointer (&guides);
}
