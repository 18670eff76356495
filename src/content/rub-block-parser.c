/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "rub-block-parser.h"

#include <gio/gio.h>

#include "rub-article-parser.h"
#include "rub-text-parser.h"

#define EM_SPACE "\u2003"
#define FIRST_YEAR 1900
#define LAST_YEAR 2100
#define ANY_RUN "any"
#define MAX_STEP 99

/* A block as it is put together. Strings belong to the JSON or to @text. */
typedef struct
{
  RubBlockFields fields;
  RubTextDraft text;
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
parse_heading (Draft *draft, JsonObject *object, GError **error)
{
  const char *text = rub_text_parse_line (object, "text", error);

  draft->fields.id = text != NULL ? rub_text_parse_line (object, "id", error) : NULL;
  if (draft->fields.id == NULL)
    return FALSE;
  rub_text_draft_append (&draft->text, text);

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
  const char *id = rub_text_parse_line (object, "verdict", error);
  const char *label = id != NULL ? rub_text_parse_line (object, "label", error) : NULL;
  int verdict;

  draft->fields.why = label != NULL ? rub_text_parse_line (object, "why", error) : NULL;
  if (draft->fields.why == NULL)
    return FALSE;
  draft->fields.uncertain = rub_text_parse_line (object, "uncertain", error);
  if (draft->fields.uncertain == NULL)
    return FALSE;
  verdict = find_id (verdicts, RUB_N_VERDICTS, id);
  if (verdict < 0)
    return fail (error, "“%s” is no verdict", id);
  draft->fields.verdict = verdict;
  rub_text_draft_append_span (&draft->text, RUB_SPAN_LABEL, label, NULL);
  rub_text_draft_append (&draft->text, EM_SPACE);

  return rub_text_draft_parse (&draft->text, object, error);
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
  const char *authors = rub_text_parse_line (object, "authors", error);
  const char *journal = authors != NULL ? rub_text_parse_line (object, "journal", error) : NULL;
  const char *doi = journal != NULL ? rub_text_parse_line (object, "doi", error) : NULL;
  g_autofree char *name = NULL;
  int year;

  if (doi == NULL || !parse_int (object, "year", FIRST_YEAR, LAST_YEAR, &year, error))
    return FALSE;
  if (!is_doi (doi))
    return fail (error, "“%s” is no DOI", doi);
  name = g_strdup_printf ("%s (%d)", authors, year);
  rub_text_draft_append_span (
    &draft->text, RUB_SPAN_LINK, name,
    rub_text_draft_keep (&draft->text, g_strconcat ("https://doi.org/", doi, NULL)));
  rub_text_draft_append (&draft->text, ". ");
  rub_text_draft_append_span (&draft->text, RUB_SPAN_EMPHASIS, journal, NULL);

  return TRUE;
}

static gboolean
parse_link (Draft *draft, JsonObject *object, GError **error)
{
  const char *text = rub_text_parse_line (object, "text", error);
  const char *target = text != NULL ? rub_text_parse_target (object, error) : NULL;

  if (target != NULL)
    rub_text_draft_append_span (&draft->text, RUB_SPAN_LINK, text, target);

  return target != NULL;
}

static gboolean
parse_run_kind (Draft *draft, JsonObject *object, GError **error)
{
  const char *runs;

  draft->fields.run_kind = RUB_CARD_ANY_RUN;
  if (!json_object_has_member (object, "runs"))
    return TRUE;
  runs = rub_text_parse_line (object, "runs", error);
  if (runs == NULL)
    return FALSE;
  if (!g_str_equal (runs, ANY_RUN) && !rub_run_kind_from_id (runs, &draft->fields.run_kind))
    return fail (error, "“%s” is no kind of run", runs);

  return TRUE;
}

static gboolean
parse_card (Draft *draft, JsonObject *object, GError **error)
{
  const char *id = rub_text_parse_line (object, "figure", error);
  const char *text = id != NULL ? rub_text_parse_line (object, "text", error) : NULL;
  int figure;

  if (text == NULL)
    return FALSE;
  figure = find_id (figures, RUB_N_FIGURES, id);
  if (figure < 0)
    return fail (error, "“%s” is no figure", id);
  draft->fields.figure = figure;
  rub_text_draft_append (&draft->text, text);
  if (json_object_has_member (object, "kinds"))
    {
      draft->fields.regions = rub_text_parse_regions (object, "kinds", error);
      if (draft->fields.regions == NULL)
        return FALSE;
    }

  return parse_run_kind (draft, object, error);
}

static gboolean
parse_kind (JsonObject *object, RubBlockKind *kind, GError **error)
{
  const char *id = rub_text_parse_line (object, "kind", error);

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
             && rub_text_draft_parse (&draft->text, object, error);
    case RUB_BLOCK_PARAGRAPH:
    case RUB_BLOCK_ITEM:
    case RUB_BLOCK_QUOTE:
    case RUB_BLOCK_CODE:
    case RUB_BLOCK_PICTURE:
    case RUB_BLOCK_TABLE:
    case RUB_BLOCK_N_KINDS:
    default:
      return rub_text_draft_parse (&draft->text, object, error);
    }
}

/* Returns: (nullable): the block whose text is in @draft, which is not emptied. */
static RubBlock *
finish (Draft *draft, GError **error)
{
  if (draft->text.text->len > RUB_ARTICLE_MAX_TEXT_BYTES)
    {
      fail (error, "its text is longer than %d bytes", RUB_ARTICLE_MAX_TEXT_BYTES);
      return NULL;
    }
  draft->fields.text = draft->text.text->str;
  draft->fields.spans = (const RubSpan *) (gpointer) draft->text.spans->data;
  draft->fields.n_spans = draft->text.spans->len;

  return rub_block_new (&draft->fields);
}

RubBlock *
rub_block_parse (JsonNode *node, GError **error)
{
  Draft draft = { .fields = { .text = NULL } };
  g_autoptr (RubBlock) block = NULL;
  JsonObject *object;

  g_return_val_if_fail (node != NULL, NULL);

  if (!JSON_NODE_HOLDS_OBJECT (node))
    {
      fail (error, "must be an object");
      return NULL;
    }
  object = json_node_get_object (node);
  rub_text_draft_init (&draft.text);
  if (parse_kind (object, &draft.fields.kind, error)
      && check_members (object, draft.fields.kind, error) && parse_fields (&draft, object, error))
    block = finish (&draft, error);
  rub_text_draft_clear (&draft.text);

  return g_steal_pointer (&block);
}
