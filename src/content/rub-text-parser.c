/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "rub-text-parser.h"

#include <gio/gio.h>

#include "rub-article-parser.h"
#include "rub-block-parser.h"

G_GNUC_PRINTF (2, 3)
static gboolean
fail (GError **error, const char *format, ...)
{
  va_list args;

  va_start (args, format);
  if (error != NULL)
    *error = g_error_new_valist (G_IO_ERROR, G_IO_ERROR_INVALID_DATA, format, args);
  va_end (args);

  return FALSE;
}

void
rub_text_draft_init (RubTextDraft *draft)
{
  g_return_if_fail (draft != NULL);

  draft->text = g_string_new (NULL);
  draft->spans = g_array_new (FALSE, FALSE, sizeof (RubSpan));
  draft->kept = g_ptr_array_new_with_free_func (g_free);
}

void
rub_text_draft_clear (RubTextDraft *draft)
{
  g_return_if_fail (draft != NULL);

  g_string_free (draft->text, TRUE);
  g_array_unref (draft->spans);
  g_ptr_array_unref (draft->kept);
}

static gboolean
is_line (const char *text)
{
  for (const char *p = text; *p != '\0'; p++)
    if (g_ascii_iscntrl (*p))
      return FALSE;

  return text[0] != '\0' && strlen (text) <= RUB_ARTICLE_MAX_TEXT_BYTES;
}

const char *
rub_text_parse_line (JsonObject *object, const char *name, GError **error)
{
  JsonNode *node = json_object_get_member (object, name);

  if (node == NULL || json_node_get_value_type (node) != G_TYPE_STRING)
    {
      fail (error, "“%s” must be a string", name);
      return NULL;
    }
  if (!is_line (json_node_get_string (node)))
    {
      fail (error, "“%s” must be one line with something in it", name);
      return NULL;
    }

  return json_node_get_string (node);
}

static gboolean
is_target (const char *target)
{
  g_autoptr (GUri) uri = NULL;
  g_autoptr (GVariant) parameter = NULL;
  g_autofree char *action = NULL;

  if (g_str_has_prefix (target, "app.") || g_str_has_prefix (target, "win."))
    return g_action_parse_detailed_name (target, &action, &parameter, NULL);

  uri = g_uri_parse (target, G_URI_FLAGS_NONE, NULL);

  return uri != NULL && g_str_equal (g_uri_get_scheme (uri), "https")
         && g_uri_get_host (uri) != NULL && g_uri_get_host (uri)[0] != '\0';
}

const char *
rub_text_parse_target (JsonObject *object, GError **error)
{
  const char *target = rub_text_parse_line (object, "target", error);

  if (target == NULL || is_target (target))
    return target;
  fail (error, "“%s” is neither an https address nor an action of the application", target);

  return NULL;
}

const char *
rub_text_parse_regions (JsonObject *object, const char *name, GError **error)
{
  const char *regions = rub_text_parse_line (object, name, error);

  if (regions == NULL
      || g_regex_match_simple ("^[a-z]+(-[a-z]+)*(,[a-z]+(-[a-z]+)*)*$", regions, 0, 0))
    return regions;
  fail (error, "“%s” is no list of regions", regions);

  return NULL;
}

void
rub_text_draft_append (RubTextDraft *draft, const char *text)
{
  g_return_if_fail (draft != NULL);
  g_return_if_fail (text != NULL);

  g_string_append (draft->text, text);
}

void
rub_text_draft_append_span (RubTextDraft *draft, RubSpanKind kind, const char *text,
                            const char *target)
{
  RubSpan span = { .kind = kind, .target = target };

  g_return_if_fail (draft != NULL);
  g_return_if_fail (text != NULL);

  span.start = draft->text->len;
  span.end = span.start + strlen (text);
  rub_text_draft_append (draft, text);
  g_array_append_val (draft->spans, span);
}

const char *
rub_text_draft_keep (RubTextDraft *draft, char *string)
{
  g_return_val_if_fail (draft != NULL, NULL);
  g_return_val_if_fail (string != NULL, NULL);

  g_ptr_array_add (draft->kept, string);

  return string;
}

static gboolean
parse_mention (RubTextDraft *draft, JsonObject *object, GError **error)
{
  const char *regions = rub_text_parse_regions (object, "region", error);
  const char *text = regions != NULL ? rub_text_parse_line (object, "text", error) : NULL;

  if (text == NULL)
    return FALSE;
  rub_text_draft_append_span (
    draft, RUB_SPAN_LINK, text,
    rub_text_draft_keep (draft, g_strconcat (RUB_BLOCK_SHOW_REGIONS, regions, NULL)));

  return TRUE;
}

static gboolean
parse_span (RubTextDraft *draft, JsonObject *object, GError **error)
{
  gboolean is_link = json_object_has_member (object, "link");
  gboolean is_mention = json_object_has_member (object, "region");
  RubSpanKind kind = is_link                                       ? RUB_SPAN_LINK
                     : json_object_has_member (object, "strong") ? RUB_SPAN_STRONG
                                                                   : RUB_SPAN_EMPHASIS;
  const char *const names[] = { [RUB_SPAN_LINK] = "link",
                                [RUB_SPAN_STRONG] = "strong",
                                [RUB_SPAN_EMPHASIS] = "emphasis" };
  const char *target = NULL;
  const char *text;

  if (json_object_get_size (object) != (is_link || is_mention ? 2 : 1))
    return fail (error, "a part of “text” must be of one kind");
  if (is_mention)
    return parse_mention (draft, object, error);
  text = rub_text_parse_line (object, names[kind], error);
  if (text == NULL)
    return FALSE;
  if (is_link && (target = rub_text_parse_target (object, error)) == NULL)
    return FALSE;
  rub_text_draft_append_span (draft, kind, text, target);

  return TRUE;
}

static gboolean
parse_part (RubTextDraft *draft, JsonNode *node, GError **error)
{
  if (JSON_NODE_HOLDS_OBJECT (node))
    return parse_span (draft, json_node_get_object (node), error);
  if (json_node_get_value_type (node) != G_TYPE_STRING || !is_line (json_node_get_string (node)))
    return fail (error, "a part of “text” must be a string or an object");
  rub_text_draft_append (draft, json_node_get_string (node));

  return TRUE;
}

gboolean
rub_text_draft_parse (RubTextDraft *draft, JsonObject *object, GError **error)
{
  JsonNode *node = json_object_get_member (object, "text");
  JsonArray *parts;

  if (!JSON_NODE_HOLDS_ARRAY (node))
    {
      const char *line = rub_text_parse_line (object, "text", error);

      if (line != NULL)
        rub_text_draft_append (draft, line);
      return line != NULL;
    }

  parts = json_node_get_array (node);
  if (json_array_get_length (parts) < 1 || json_array_get_length (parts) > RUB_ARTICLE_MAX_SPANS)
    return fail (error, "“text” must have 1 to %d parts", RUB_ARTICLE_MAX_SPANS);
  for (guint i = 0; i < json_array_get_length (parts); i++)
    if (!parse_part (draft, json_array_get_element (parts, i), error))
      return FALSE;

  return TRUE;
}
