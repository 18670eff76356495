/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "rub-block-json.h"

#include <string.h>

#include <glib/gi18n-lib.h>
#include <json-glib/json-glib.h>

#include "rub-store.h"

/* These words are in people's files: they are never changed or used again. */
static const char *const kinds[RUB_BLOCK_N_KINDS] = {
  [RUB_BLOCK_HEADING] = "heading", [RUB_BLOCK_PARAGRAPH] = "paragraph", [RUB_BLOCK_ITEM] = "item",
  [RUB_BLOCK_VERDICT] = "verdict", [RUB_BLOCK_SOURCE] = "source",       [RUB_BLOCK_LINK] = "link",
  [RUB_BLOCK_STEP] = "step",       [RUB_BLOCK_QUOTE] = "quote",         [RUB_BLOCK_CODE] = "code",
  [RUB_BLOCK_PICTURE] = "picture", [RUB_BLOCK_TABLE] = "table",
};

static const char *const verdicts[RUB_N_VERDICTS] = {
  [RUB_VERDICT_YES] = "yes",
  [RUB_VERDICT_PARTLY] = "partly",
  [RUB_VERDICT_UNPROVEN] = "unproven",
  [RUB_VERDICT_NO] = "no",
};

static const char *const spans[RUB_SPAN_N_KINDS] = {
  [RUB_SPAN_EMPHASIS] = "emphasis", [RUB_SPAN_STRONG] = "strong", [RUB_SPAN_LABEL] = "label",
  [RUB_SPAN_LINK] = "link",         [RUB_SPAN_CODE] = "code",
};

static int
find_word (const char *const *words, int n_words, const char *word, int fallback)
{
  for (int i = 0; i < n_words; i++)
    if (words[i] != NULL && g_strcmp0 (words[i], word) == 0)
      return i;

  return fallback;
}

static void
write_string (JsonBuilder *builder, const char *name, const char *value)
{
  if (value == NULL)
    return;

  json_builder_set_member_name (builder, name);
  json_builder_add_string_value (builder, value);
}

static void
write_int (JsonBuilder *builder, const char *name, int value)
{
  if (value == 0)
    return;

  json_builder_set_member_name (builder, name);
  json_builder_add_int_value (builder, value);
}

static void
write_span (JsonBuilder *builder, const RubSpan *span)
{
  json_builder_begin_array (builder);
  json_builder_add_string_value (builder, spans[span->kind]);
  json_builder_add_int_value (builder, (gint64) span->start);
  json_builder_add_int_value (builder, (gint64) span->end);
  if (span->target != NULL)
    json_builder_add_string_value (builder, span->target);
  json_builder_end_array (builder);
}

static void
write_block (JsonBuilder *builder, const RubBlockFields *fields)
{
  const char *kind = kinds[fields->kind];

  json_builder_begin_object (builder);
  write_string (builder, "kind", kind != NULL ? kind : kinds[RUB_BLOCK_PARAGRAPH]);
  write_string (builder, "id", fields->id);
  write_int (builder, "level", fields->level);
  if (fields->kind == RUB_BLOCK_VERDICT)
    write_string (builder, "verdict", verdicts[fields->verdict]);
  write_int (builder, "number", fields->number);
  write_string (builder, "address", fields->address);
  if (fields->n_spans > 0)
    {
      json_builder_set_member_name (builder, "spans");
      json_builder_begin_array (builder);
      for (gsize i = 0; i < fields->n_spans; i++)
        write_span (builder, &fields->spans[i]);
      json_builder_end_array (builder);
    }
  json_builder_end_object (builder);
}

char *
rub_block_json_join_text (RubArticle *article)
{
  GString *text = g_string_new (NULL);
  guint n_blocks = rub_article_get_n_blocks (article);

  for (guint i = 0; i < n_blocks; i++)
    {
      gsize start;

      if (i > 0)
        g_string_append_c (text, RUB_BLOCK_BREAK);
      start = text->len;
      g_string_append (text, rub_block_get_text (rub_article_get_block (article, i)));
      for (gsize j = start; j < text->len; j++)
        if (text->str[j] == RUB_BLOCK_BREAK)
          text->str[j] = ' ';
    }

  return g_string_free (text, FALSE);
}

char *
rub_block_json_write (RubArticle *article)
{
  g_autoptr (JsonBuilder) builder = json_builder_new_immutable ();
  g_autoptr (JsonNode) root = NULL;
  guint n_blocks = rub_article_get_n_blocks (article);

  json_builder_begin_array (builder);
  for (guint i = 0; i < n_blocks; i++)
    write_block (builder, rub_block_get_fields (rub_article_get_block (article, i)));
  json_builder_end_array (builder);
  root = json_builder_get_root (builder);

  return json_to_string (root, FALSE);
}

/* Returns: (nullable): the text in @node. Half a pair of escapes makes what is none. */
static const char *
get_string (JsonNode *node)
{
  const char *text = node != NULL && JSON_NODE_HOLDS_VALUE (node)
                         && json_node_get_value_type (node) == G_TYPE_STRING
                       ? json_node_get_string (node)
                       : NULL;

  return text != NULL && g_utf8_validate (text, -1, NULL) ? text : NULL;
}

/* Returns: @fallback when @node is no number from @min to @max. */
static gint64
get_int (JsonNode *node, gint64 min, gint64 max, gint64 fallback)
{
  gint64 value = node != NULL && JSON_NODE_HOLDS_VALUE (node)
                     && json_node_get_value_type (node) == G_TYPE_INT64
                   ? json_node_get_int (node)
                   : fallback;

  return value >= min && value <= max ? value : fallback;
}

static gboolean
is_boundary (const char *text)
{
  return ((guchar) *text & 0xc0) != 0x80;
}

/* Adds the span in @node when it is one that a block with this text may have, see RubSpan. */
static void
read_span (JsonNode *node, const char *text, GArray *array)
{
  JsonArray *parts = JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;
  guint n_parts = parts != NULL ? json_array_get_length (parts) : 0;
  gint64 length = (gint64) strlen (text);
  gsize last = array->len > 0 ? g_array_index (array, RubSpan, array->len - 1).end : 0;
  RubSpan span = { 0 };
  gint64 start, end;
  int kind;

  if (n_parts < 3)
    return;

  kind = find_word (spans, RUB_SPAN_N_KINDS, get_string (json_array_get_element (parts, 0)), -1);
  start = get_int (json_array_get_element (parts, 1), (gint64) last, length, length);
  end = get_int (json_array_get_element (parts, 2), 0, length, 0);
  span.target = n_parts > 3 ? get_string (json_array_get_element (parts, 3)) : NULL;
  if (kind < 0 || end <= start || !is_boundary (text + start) || !is_boundary (text + end)
      || (kind == RUB_SPAN_LINK) != (span.target != NULL))
    return;

  span.kind = (RubSpanKind) kind;
  span.start = (gsize) start;
  span.end = (gsize) end;
  g_array_append_val (array, span);
}

static RubBlock *
read_block (JsonObject *object, const char *text)
{
  g_autoptr (GArray) array = g_array_new (FALSE, FALSE, sizeof (RubSpan));
  JsonNode *node = json_object_get_member (object, "spans");
  JsonArray *list
    = node != NULL && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;
  guint n_spans = list != NULL ? json_array_get_length (list) : 0;
  RubBlockFields fields = { .text = text };

  fields.kind = (RubBlockKind) find_word (kinds, RUB_BLOCK_N_KINDS,
                                          get_string (json_object_get_member (object, "kind")),
                                          RUB_BLOCK_PARAGRAPH);
  fields.id = get_string (json_object_get_member (object, "id"));
  fields.level = (int) get_int (json_object_get_member (object, "level"), RUB_HEADING_MIN_LEVEL,
                                RUB_HEADING_MAX_LEVEL, 0);
  if (fields.kind == RUB_BLOCK_HEADING && fields.level == 0)
    fields.level = RUB_HEADING_MIN_LEVEL;
  fields.verdict = (RubVerdict) find_word (verdicts, RUB_N_VERDICTS,
                                           get_string (json_object_get_member (object, "verdict")),
                                           RUB_VERDICT_UNPROVEN);
  fields.number = (int) get_int (json_object_get_member (object, "number"), 0, G_MAXINT, 0);
  fields.address = get_string (json_object_get_member (object, "address"));
  for (guint i = 0; i < n_spans; i++)
    read_span (json_array_get_element (list, i), text, array);
  fields.spans = (const RubSpan *) (gpointer) array->data;
  fields.n_spans = array->len;

  return rub_block_new (&fields);
}

/* Returns: the array in @root when its elements are objects and as many as @texts, else NULL. */
static JsonArray *
get_blocks (JsonNode *root, char **texts)
{
  JsonArray *array
    = root != NULL && JSON_NODE_HOLDS_ARRAY (root) ? json_node_get_array (root) : NULL;
  guint n_blocks = array != NULL ? json_array_get_length (array) : 0;

  if (array == NULL || n_blocks != g_strv_length (texts))
    return NULL;

  for (guint i = 0; i < n_blocks; i++)
    if (!JSON_NODE_HOLDS_OBJECT (json_array_get_element (array, i)))
      return NULL;

  return array;
}

GPtrArray *
rub_block_json_read (const char *json, const char *text, GError **error)
{
  const char separator[] = { RUB_BLOCK_BREAK, '\0' };
  g_autoptr (GPtrArray) blocks = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (JsonNode) root = json_from_string (json, NULL);
  g_auto (GStrv) texts = NULL;
  JsonArray *array = NULL;

  if (g_utf8_validate (text, -1, NULL))
    {
      /* Splitting nothing gives nothing: what has no block and what has an empty one look alike. */
      gboolean is_one = text[0] == '\0' && root != NULL && JSON_NODE_HOLDS_ARRAY (root)
                        && json_array_get_length (json_node_get_array (root)) == 1;

      texts
        = is_one ? g_strdupv ((char *[]){ (char *) "", NULL }) : g_strsplit (text, separator, -1);
      array = get_blocks (root, texts);
    }
  if (array == NULL)
    {
      g_set_error_literal (error, RUB_STORE_ERROR, RUB_STORE_ERROR_DAMAGED,
                           _("This article is damaged. Save it again."));
      return NULL;
    }

  for (guint i = 0; texts[i] != NULL; i++)
    g_ptr_array_add (blocks, read_block (json_array_get_object_element (array, i), texts[i]));

  return g_steal_pointer (&blocks);
}
