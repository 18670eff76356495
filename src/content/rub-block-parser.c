/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "rub-block-parser.h"

#include <gio/gio.h>

#include "rub-article-parser.h"

#define EM_SPACE "\u2003"
#define FIRST_YEAR 1900
#define LAST_YEAR 2100
#define ANY_RUN "any"
#define MAX_STEP 99

/* A block as it is put together. Strings belong to the JSON, but for @uris. */
typedef struct
{
  RubBlockFields fields;
  GString *text;
  GArray *spans;
  GPtrArray *uris;
} Draft;

/* What a kind has, and no other member is allowed. */
static const struct
{
  const char *id;
  const char *members[6];
  const char *optional[3];
} kinds[RUB_BLOCK_N_KINDS] = {
  [RUB_BLOCK_HEADING] = { "heading", { "level", "id", "text" } },
  [RUB_BLOCK_PARAGRAPH] = { "paragraph", { "text" } },
  [RUB_BLOCK_ITEM] = { "item", { "text" } },
  [RUB_BLOCK_VERDICT] = { "verdict", { "verdict", "label", "text", "why", "uncertain" } },
  [RUB_BLOCK_SOURCE] = { "source", { "authors", "year", "journal", "doi" } },
  [RUB_BLOCK_LINK] = { "link", { "text", "target" } },
  [RUB_BLOCK_STEP] = { "step", { "number", "text" } },
  [RUB_BLOCK_CARD] = { "card", { "figure", "text" }, { "runs", "kinds" } },
};

static const char *const verdicts[RUB_N_VERDICTS] = {
  [RUB_VERDICT_YES] = "yes",
  [RUB_VERDICT_PARTLY] = "partly",
  [RUB_VERDICT_UNPROVEN] = "unproven",
  [RUB_VERDICT_NO] = "no",
};

static const char *const figures[RUB_N_FIGURES] = {
  [RUB_FIGURE_SORENESS_AFTER_RUNS] = "soreness-after-runs",
  [RUB_FIGURE_WITH_WITHOUT_MASSAGE] = "with-without-massage",
  [RUB_FIGURE_MASSAGES_LATELY] = "massages-lately",
};

static void
clear_draft (Draft *draft)
{
  g_string_free (draft->text, TRUE);
  g_array_unref (draft->spans);
  g_ptr_array_unref (draft->uris);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Draft, clear_draft)

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

static gboolean
is_line (const char *text)
{
  for (const char *p = text; *p != '\0'; p++)
    if (g_ascii_iscntrl (*p))
      return FALSE;

  return text[0] != '\0' && strlen (text) <= RUB_ARTICLE_MAX_TEXT_BYTES;
}

const char *
rub_block_parse_line (JsonObject *object, const char *name, GError **error)
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
parse_int (JsonObject *object, const char *name, int min, int max, int *value, GError **error)
{
  JsonNode *node = json_object_get_member (object, name);

  if (node == NULL || json_node_get_value_type (node) != G_TYPE_INT64
      || json_node_get_int (node) < min || json_node_get_int (node) > max)
    return fail (error, "“%s” must be a number from %d to %d", name, min, max);
  *value = (int) json_node_get_int (node);

  return TRUE;
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

static const char *
parse_target (JsonObject *object, GError **error)
{
  const char *target = rub_block_parse_line (object, "target", error);

  if (target == NULL || is_target (target))
    return target;
  fail (error, "“%s” is neither an https address nor an action of the application", target);

  return NULL;
}

/* Returns: (nullable): the value of member @name, regions without their sides. */
static const char *
parse_regions (JsonObject *object, const char *name, GError **error)
{
  const char *regions = rub_block_parse_line (object, name, error);

  if (regions == NULL
      || g_regex_match_simple ("^[a-z]+(-[a-z]+)*(,[a-z]+(-[a-z]+)*)*$", regions, 0, 0))
    return regions;
  fail (error, "“%s” is no list of regions", regions);

  return NULL;
}

static void
append (Draft *draft, const char *text)
{
  g_string_append (draft->text, text);
}

static void
append_span (Draft *draft, RubSpanKind kind, const char *text, const char *target)
{
  RubSpan span = { kind, draft->text->len, draft->text->len + strlen (text), target };

  append (draft, text);
  g_array_append_val (draft->spans, span);
}

/* Returns: (transfer none): @uri, which the draft keeps. */
static const char *
keep_uri (Draft *draft, char *uri)
{
  g_ptr_array_add (draft->uris, uri);

  return uri;
}

static gboolean
parse_mention (Draft *draft, JsonObject *object, GError **error)
{
  const char *regions = parse_regions (object, "region", error);
  const char *text = regions != NULL ? rub_block_parse_line (object, "text", error) : NULL;

  if (text == NULL)
    return FALSE;
  append_span (draft, RUB_SPAN_LINK, text,
               keep_uri (draft, g_strconcat (RUB_BLOCK_SHOW_REGIONS, regions, NULL)));

  return TRUE;
}

static gboolean
parse_span (Draft *draft, JsonObject *object, GError **error)
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
  text = rub_block_parse_line (object, names[kind], error);
  if (text == NULL)
    return FALSE;
  if (is_link && (target = parse_target (object, error)) == NULL)
    return FALSE;
  append_span (draft, kind, text, target);

  return TRUE;
}

static gboolean
parse_part (Draft *draft, JsonNode *node, GError **error)
{
  if (JSON_NODE_HOLDS_OBJECT (node))
    return parse_span (draft, json_node_get_object (node), error);
  if (json_node_get_value_type (node) != G_TYPE_STRING || !is_line (json_node_get_string (node)))
    return fail (error, "a part of “text” must be a string or an object");
  append (draft, json_node_get_string (node));

  return TRUE;
}

static gboolean
parse_text (Draft *draft, JsonObject *object, GError **error)
{
  JsonNode *node = json_object_get_member (object, "text");
  JsonArray *parts;

  if (!JSON_NODE_HOLDS_ARRAY (node))
    {
      const char *line = rub_block_parse_line (object, "text", error);

      if (line != NULL)
        append (draft, line);
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

static gboolean
parse_heading (Draft *draft, JsonObject *object, GError **error)
{
  const char *text = rub_block_parse_line (object, "text", error);

  draft->fields.id = text != NULL ? rub_block_parse_line (object, "id", error) : NULL;
  if (draft->fields.id == NULL)
    return FALSE;
  append (draft, text);

  return parse_int (object, "level", RUB_HEADING_MIN_LEVEL, RUB_HEADING_MAX_LEVEL,
                    &draft->fields.level, error);
}

/* Returns: the index of @id in @ids, or -1 when it is not there. */
static int
find_id (const char *const *ids, int n_ids, const char *id)
{
  for (int i = 0; i < n_ids; i++)
    if (g_str_equal (ids[i], id))
      return i;

  return -1;
}

static gboolean
parse_verdict (Draft *draft, JsonObject *object, GError **error)
{
  const char *id = rub_block_parse_line (object, "verdict", error);
  const char *label = id != NULL ? rub_block_parse_line (object, "label", error) : NULL;
  int verdict;

  draft->fields.why = label != NULL ? rub_block_parse_line (object, "why", error) : NULL;
  if (draft->fields.why == NULL)
    return FALSE;
  draft->fields.uncertain = rub_block_parse_line (object, "uncertain", error);
  if (draft->fields.uncertain == NULL)
    return FALSE;
  verdict = find_id (verdicts, RUB_N_VERDICTS, id);
  if (verdict < 0)
    return fail (error, "“%s” is no verdict", id);
  draft->fields.verdict = verdict;
  append_span (draft, RUB_SPAN_LABEL, label, NULL);
  append (draft, EM_SPACE);

  return parse_text (draft, object, error);
}

/* ISO 26324: a prefix "10." with the registrant's number, then anything that can be seen. */
static gboolean
is_doi (const char *doi)
{
  return g_regex_match_simple ("^10\\.[0-9]{4,9}/[!-~]+$", doi, 0, 0);
}

static gboolean
parse_source (Draft *draft, JsonObject *object, GError **error)
{
  const char *authors = rub_block_parse_line (object, "authors", error);
  const char *journal = authors != NULL ? rub_block_parse_line (object, "journal", error) : NULL;
  const char *doi = journal != NULL ? rub_block_parse_line (object, "doi", error) : NULL;
  g_autofree char *name = NULL;
  int year;

  if (doi == NULL || !parse_int (object, "year", FIRST_YEAR, LAST_YEAR, &year, error))
    return FALSE;
  if (!is_doi (doi))
    return fail (error, "“%s” is no DOI", doi);
  name = g_strdup_printf ("%s (%d)", authors, year);
  append_span (draft, RUB_SPAN_LINK, name,
               keep_uri (draft, g_strconcat ("https://doi.org/", doi, NULL)));
  append (draft, ". ");
  append_span (draft, RUB_SPAN_EMPHASIS, journal, NULL);

  return TRUE;
}

static gboolean
parse_link (Draft *draft, JsonObject *object, GError **error)
{
  const char *text = rub_block_parse_line (object, "text", error);
  const char *target = text != NULL ? parse_target (object, error) : NULL;

  if (target != NULL)
    append_span (draft, RUB_SPAN_LINK, text, target);

  return target != NULL;
}

static gboolean
parse_run_kind (Draft *draft, JsonObject *object, GError **error)
{
  const char *runs;

  draft->fields.run_kind = RUB_CARD_ANY_RUN;
  if (!json_object_has_member (object, "runs"))
    return TRUE;
  runs = rub_block_parse_line (object, "runs", error);
  if (runs == NULL)
    return FALSE;
  if (!g_str_equal (runs, ANY_RUN) && !rub_run_kind_from_id (runs, &draft->fields.run_kind))
    return fail (error, "“%s” is no kind of run", runs);

  return TRUE;
}

static gboolean
parse_card (Draft *draft, JsonObject *object, GError **error)
{
  const char *id = rub_block_parse_line (object, "figure", error);
  const char *text = id != NULL ? rub_block_parse_line (object, "text", error) : NULL;
  int figure;

  if (text == NULL)
    return FALSE;
  figure = find_id (figures, RUB_N_FIGURES, id);
  if (figure < 0)
    return fail (error, "“%s” is no figure", id);
  draft->fields.figure = figure;
  append (draft, text);
  if (json_object_has_member (object, "kinds"))
    {
      draft->fields.regions = parse_regions (object, "kinds", error);
      if (draft->fields.regions == NULL)
        return FALSE;
    }

  return parse_run_kind (draft, object, error);
}

static gboolean
parse_kind (JsonObject *object, RubBlockKind *kind, GError **error)
{
  const char *id = rub_block_parse_line (object, "kind", error);

  if (id == NULL)
    return FALSE;
  for (int i = 0; i < RUB_BLOCK_N_KINDS; i++)
    if (g_strcmp0 (kinds[i].id, id) == 0)
      {
        *kind = i;
        return TRUE;
      }

  return fail (error, "“%s” is no kind of block", id);
}

static gboolean
check_members (JsonObject *object, RubBlockKind kind, GError **error)
{
  guint n_members = 1;

  for (const char *const *name = kinds[kind].members; *name != NULL; name++, n_members++)
    if (!json_object_has_member (object, *name))
      return fail (error, "a %s must have “%s”", kinds[kind].id, *name);
  for (const char *const *name = kinds[kind].optional; *name != NULL; name++)
    n_members += json_object_has_member (object, *name);
  if (json_object_get_size (object) != n_members)
    return fail (error, "a %s has a member that does not belong to it", kinds[kind].id);

  return TRUE;
}

static gboolean
parse_fields (Draft *draft, JsonObject *object, GError **error)
{
  switch (draft->fields.kind)
    {
    case RUB_BLOCK_HEADING:
      return parse_heading (draft, object, error);
    case RUB_BLOCK_VERDICT:
      return parse_verdict (draft, object, error);
    case RUB_BLOCK_SOURCE:
      return parse_source (draft, object, error);
    case RUB_BLOCK_LINK:
      return parse_link (draft, object, error);
    case RUB_BLOCK_CARD:
      return parse_card (draft, object, error);
    case RUB_BLOCK_STEP:
      return parse_int (object, "number", 1, MAX_STEP, &draft->fields.number, error)
             && parse_text (draft, object, error);
    case RUB_BLOCK_PARAGRAPH:
    case RUB_BLOCK_ITEM:
    case RUB_BLOCK_QUOTE:
    case RUB_BLOCK_CODE:
    case RUB_BLOCK_PICTURE:
    case RUB_BLOCK_TABLE:
    case RUB_BLOCK_N_KINDS:
    default:
      return parse_text (draft, object, error);
    }
}

RubBlock *
rub_block_parse (JsonNode *node, GError **error)
{
  g_auto (Draft) draft = { .text = g_string_new (NULL),
                           .spans = g_array_new (FALSE, FALSE, sizeof (RubSpan)),
                           .uris = g_ptr_array_new_with_free_func (g_free) };
  JsonObject *object;

  g_return_val_if_fail (node != NULL, NULL);

  if (!JSON_NODE_HOLDS_OBJECT (node))
    {
      fail (error, "must be an object");
      return NULL;
    }
  object = json_node_get_object (node);
  if (!parse_kind (object, &draft.fields.kind, error)
      || !check_members (object, draft.fields.kind, error)
      || !parse_fields (&draft, object, error))
    return NULL;
  if (draft.text->len > RUB_ARTICLE_MAX_TEXT_BYTES)
    {
      fail (error, "its text is longer than %d bytes", RUB_ARTICLE_MAX_TEXT_BYTES);
      return NULL;
    }
  draft.fields.text = draft.text->str;
  draft.fields.spans = (const RubSpan *) (gpointer) draft.spans->data;
  draft.fields.n_spans = draft.spans->len;

  return rub_block_new (&draft.fields);
}
