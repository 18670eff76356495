/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "rub-markdown-writer.h"

#include <string.h>

/* A mark is only escaped where it could be read as one: an address of a paragraph full of
 * backslashes is no pleasure to read. */
static gboolean
is_marking (const char *text, gsize at)
{
  char c = text[at];
  gboolean is_inside = at > 0 && g_ascii_isalnum (text[at - 1]) && g_ascii_isalnum (text[at + 1]);

  switch (c)
    {
    case '\\':
    case '`':
    case '*':
    case '[':
    case ']':
    case '<':
    case '|':
    case '~':
      return TRUE;
    case '_':
      return !is_inside;
    case '&':
      return g_ascii_isalpha (text[at + 1]) || text[at + 1] == '#';
    default:
      return FALSE;
    }
}

/* Marks that make a list, a heading or a rule of a line, at its start. */
static gboolean
is_opening (const char *text, gsize at)
{
  gsize digits = strspn (text, "0123456789");

  if (at == 0)
    return strchr ("#>+-=:", text[0]) != NULL;

  return at == digits && (text[at] == '.' || text[at] == ')');
}

static void
append_escaped (GString *out, const char *text, gsize start, gsize end)
{
  for (gsize i = start; i < end; i++)
    {
      if (is_marking (text, i) || is_opening (text, i))
        g_string_append_c (out, '\\');
      g_string_append_c (out, text[i]);
    }
}

static gboolean
is_word (gunichar c)
{
  return c != 0 && !g_unichar_isspace (c) && !g_unichar_ispunct (c);
}

/* Whether marks of emphasis around the span are read as such: behind a letter they must not be
 * followed by punctuation, and the other way round (CommonMark, flanking). */
static gboolean
can_mark (const char *text, const RubSpan *span, gboolean is_joined)
{
  const char *start = text + span->start;
  const char *end = text + span->end;
  gunichar before = span->start > 0 ? g_utf8_get_char (g_utf8_prev_char (start)) : 0;
  gunichar after = *end != '\0' ? g_utf8_get_char (end) : 0;
  gunichar first = g_utf8_get_char (start);
  gunichar last = g_utf8_get_char (g_utf8_prev_char (end));

  return !is_joined && (is_word (first) || !is_word (before))
         && (is_word (last) || !is_word (after)) && !g_unichar_ispunct (first)
         && !g_unichar_ispunct (last);
}

static void
append_code (GString *out, const char *text, const RubSpan *span)
{
  g_autofree char *code = g_strndup (text + span->start, span->end - span->start);
  gsize longest = 0;
  const char *pad;
  g_autofree char *fence = NULL;

  for (const char *p = code; *p != '\0';)
    {
      gsize run = strspn (p, "`");

      longest = MAX (longest, run);
      p += MAX (run, 1);
    }
  pad = longest > 0 ? " " : "";
  fence = g_strnfill (longest + 1, '`');
  g_string_append_printf (out, "%s%s%s%s%s", fence, pad, code, pad, fence);
}

static void
append_address (GString *out, const char *address)
{
  for (const char *p = address; *p != '\0'; p++)
    if (*p == '(' || *p == ')')
      g_string_append_printf (out, "\\%c", *p);
    else if (strchr ("<>\\ ", *p) != NULL)
      g_string_append_printf (out, "%%%02X", (guchar) *p);
    else
      g_string_append_c (out, *p);
}

static gboolean
is_web (const char *address)
{
  return g_str_has_prefix (address, "https://") || g_str_has_prefix (address, "http://");
}

static void
append_span (GString *out, const char *text, const RubSpan *span, gboolean is_joined)
{
  const char *mark = "";

  if (span->kind == RUB_SPAN_CODE)
    {
      append_code (out, text, span);
      return;
    }
  if (span->kind == RUB_SPAN_LINK && is_web (span->target))
    {
      g_string_append_c (out, '[');
      append_escaped (out, text, span->start, span->end);
      g_string_append (out, "](");
      append_address (out, span->target);
      g_string_append_c (out, ')');
      return;
    }
  if (can_mark (text, span, is_joined))
    mark = span->kind == RUB_SPAN_EMPHASIS ? "*" : span->kind == RUB_SPAN_STRONG ? "**" : "";
  g_string_append (out, mark);
  append_escaped (out, text, span->start, span->end);
  g_string_append (out, mark);
}

static void
append_text (GString *out, const RubBlockFields *fields)
{
  gsize at = 0;

  for (gsize i = 0; i < fields->n_spans; i++)
    {
      const RubSpan *span = &fields->spans[i];
      gboolean is_joined = (i > 0 && span->start == at)
                           || (i + 1 < fields->n_spans && span->end == fields->spans[i + 1].start);

      append_escaped (out, fields->text, at, span->start);
      append_span (out, fields->text, span, is_joined);
      at = span->end;
    }
  append_escaped (out, fields->text, at, strlen (fields->text));
}

static void
append_fenced (GString *out, const char *code)
{
  gsize longest = 2;
  g_autofree char *fence = NULL;

  for (const char *p = code; *p != '\0';)
    {
      gsize run = strspn (p, "`");

      longest = MAX (longest, run);
      p += MAX (run, 1);
    }
  fence = g_strnfill (longest + 1, '`');
  g_string_append_printf (out, "%s\n%s\n%s\n", fence, code, fence);
}

static void
append_row (GString *out, const char *row, gsize n_cells)
{
  g_auto (GStrv) cells = g_strsplit (row, "\t", -1);
  gsize n_own = g_strv_length (cells);

  g_string_append_c (out, '|');
  for (gsize i = 0; i < n_cells; i++)
    {
      g_string_append_c (out, ' ');
      if (i < n_own)
        append_escaped (out, cells[i], 0, strlen (cells[i]));
      g_string_append (out, " |");
    }
  g_string_append_c (out, '\n');
}

static void
append_table (GString *out, const char *table)
{
  g_auto (GStrv) rows = g_strsplit (table, "\n", -1);
  gsize n_cells = 1;

  for (gsize i = 0; rows[i] != NULL; i++)
    {
      gsize n_own = 1;

      for (const char *p = rows[i]; *p != '\0'; p++)
        n_own += *p == '\t';
      n_cells = MAX (n_cells, n_own);
    }
  for (gsize i = 0; rows[i] != NULL; i++)
    {
      append_row (out, rows[i], n_cells);
      if (i > 0)
        continue;
      g_string_append_c (out, '|');
      for (gsize j = 0; j < n_cells; j++)
        g_string_append (out, " --- |");
      g_string_append_c (out, '\n');
    }
}

static void
append_picture (GString *out, const RubBlockFields *fields)
{
  g_string_append (out, "![");
  append_escaped (out, fields->text, 0, strlen (fields->text));
  g_string_append (out, "](");
  append_address (out, fields->address);
  g_string_append (out, ")\n");
}

static void
append_block (GString *out, const RubBlockFields *fields)
{
  switch (fields->kind)
    {
    case RUB_BLOCK_CODE:
      append_fenced (out, fields->text);
      return;
    case RUB_BLOCK_TABLE:
      append_table (out, fields->text);
      return;
    case RUB_BLOCK_PICTURE:
      append_picture (out, fields);
      return;
    case RUB_BLOCK_HEADING:
      g_string_append_len (out, "####", fields->level);
      g_string_append_c (out, ' ');
      break;
    case RUB_BLOCK_QUOTE:
      g_string_append (out, "> ");
      break;
    case RUB_BLOCK_ITEM:
      g_string_append (out, "- ");
      break;
    case RUB_BLOCK_STEP:
      g_string_append_printf (out, "%d. ", fields->number);
      break;
    case RUB_BLOCK_PARAGRAPH:
    case RUB_BLOCK_VERDICT:
    case RUB_BLOCK_SOURCE:
    case RUB_BLOCK_LINK:
    case RUB_BLOCK_CARD:
    case RUB_BLOCK_N_KINDS:
    default:
      break;
    }
  append_text (out, fields);
  g_string_append_c (out, '\n');
}

static gboolean
is_list (RubBlockKind kind)
{
  return kind == RUB_BLOCK_ITEM || kind == RUB_BLOCK_STEP;
}

static void
append_byline (GString *out, RubArticle *article)
{
  const char *author = rub_article_get_author (article);
  const char *date = rub_article_get_date (article);
  g_autofree char *line = NULL;
  RubBlockFields fields = { .kind = RUB_BLOCK_PARAGRAPH };
  RubSpan span = { .kind = RUB_SPAN_EMPHASIS };

  if (author == NULL && date == NULL)
    return;

  line = author != NULL && date != NULL ? g_strdup_printf ("%s, %s", author, date)
                                        : g_strdup (author != NULL ? author : date);
  fields.text = line;
  fields.spans = &span;
  fields.n_spans = 1;
  span.end = strlen (line);
  g_string_append_c (out, '\n');
  append_block (out, &fields);
}

char *
rub_markdown_write (RubArticle *article)
{
  g_autoptr (GString) out = g_string_new ("# ");
  const char *title;
  RubBlockKind last = RUB_BLOCK_N_KINDS;

  g_return_val_if_fail (RUB_IS_ARTICLE (article), NULL);

  title = rub_article_get_title (article);
  append_escaped (out, title, 0, strlen (title));
  g_string_append_c (out, '\n');
  append_byline (out, article);
  for (guint i = 0; i < rub_article_get_n_blocks (article); i++)
    {
      const RubBlockFields *fields = rub_block_get_fields (rub_article_get_block (article, i));

      /* A card speaks of what only Rubdown can show. */
      if (fields->kind == RUB_BLOCK_CARD)
        continue;
      if (!is_list (fields->kind) || fields->kind != last)
        g_string_append_c (out, '\n');
      append_block (out, fields);
      last = fields->kind;
    }

  return g_string_free (g_steal_pointer (&out), FALSE);
}
