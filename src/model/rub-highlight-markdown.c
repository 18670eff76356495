/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "rub-highlight-markdown.h"

#include <string.h>

/* What an address may have in it as it is; anything else could end the link early. */
#define ADDRESS_CHARS                                                                              \
  G_URI_RESERVED_CHARS_GENERIC_DELIMITERS G_URI_RESERVED_CHARS_SUBCOMPONENT_DELIMITERS "%"

/* These mean something anywhere in a line, the others below only where it begins. */
static const char special[] = "\\`*_[]<>&~|";
static const char special_first[] = "#+-=:";

/* "12. " begins a list. Returns the bytes of the number if a line begins so, else 0. */
static gsize
measure_number (const char *line)
{
  gsize n_digits = strspn (line, "0123456789");

  return line[n_digits] == '.' || line[n_digits] == ')' ? n_digits : 0;
}

static void
append_escaped (GString *out, const char *line, gsize length)
{
  gsize n_digits = measure_number (line);

  for (gsize i = 0; i < length; i++)
    {
      if (strchr (special, line[i]) != NULL || (i == 0 && strchr (special_first, line[i]) != NULL)
          || (n_digits > 0 && i == n_digits))
        g_string_append_c (out, '\\');
      g_string_append_c (out, line[i] == '\t' ? ' ' : line[i]);
    }
}

/* Each line is a paragraph, so that none is joined to the one before. White space where a line
 * begins would make it code, so it goes. */
static void
append_paragraphs (GString *out, const char *text, gboolean is_quote)
{
  g_auto (GStrv) lines = g_strsplit_set (text, "\r\n", -1);
  gboolean is_first = TRUE;

  for (char **line = lines; *line != NULL; line++)
    {
      const char *words = g_strstrip (*line);

      if (words[0] == '\0')
        continue;
      if (!is_first)
        g_string_append (out, is_quote ? ">\n" : "\n");
      if (is_quote)
        g_string_append (out, "> ");
      append_escaped (out, words, strlen (words));
      g_string_append_c (out, '\n');
      is_first = FALSE;
    }
}

/* A title on one line, whatever is in it. */
static void
append_line (GString *out, const char *text)
{
  g_autofree char *line = g_strdup (text);

  g_strdelimit (line, "\r\n\t", ' ');
  g_strstrip (line);
  append_escaped (out, line, strlen (line));
}

static void
append_address (GString *out, const char *address)
{
  g_autofree char *scheme = g_uri_parse_scheme (address);
  g_autofree char *escaped = g_uri_escape_string (address, ADDRESS_CHARS, TRUE);

  if (g_strcmp0 (scheme, "http") == 0 || g_strcmp0 (scheme, "https") == 0)
    g_string_append_printf (out, "<%s>", escaped);
  else
    append_line (out, address);
}

static void
append_source (GString *out, const RubHighlightSource *source)
{
  if (out->len > 0)
    g_string_append_c (out, '\n');
  g_string_append (out, "# ");
  append_line (out, source->title);
  g_string_append_c (out, '\n');

  if (source->author != NULL)
    {
      g_string_append_c (out, '\n');
      append_line (out, source->author);
      g_string_append_c (out, '\n');
    }
  if (source->address != NULL)
    {
      g_string_append_c (out, '\n');
      append_address (out, source->address);
      g_string_append_c (out, '\n');
    }
}

static void
append_highlight (GString *out, RubHighlight *highlight)
{
  const RubHighlightFields *fields = rub_highlight_get_fields (highlight);

  g_string_append_c (out, '\n');
  append_paragraphs (out, fields->quote, TRUE);
  if (fields->note != NULL)
    {
      g_string_append_c (out, '\n');
      append_paragraphs (out, fields->note, FALSE);
    }
}

static int
compare_places (gconstpointer a, gconstpointer b)
{
  const RubStretch *first = &rub_highlight_get_fields (*(RubHighlight *const *) a)->stretch;
  const RubStretch *second = &rub_highlight_get_fields (*(RubHighlight *const *) b)->stretch;

  if (first->block != second->block)
    return first->block < second->block ? -1 : 1;

  return (first->start > second->start) - (first->start < second->start);
}

static GPtrArray *
list_of_source (GPtrArray *highlights, const char *article_id)
{
  GPtrArray *own = g_ptr_array_new ();

  for (guint i = 0; i < highlights->len; i++)
    if (g_str_equal (rub_highlight_get_fields (highlights->pdata[i])->article_id, article_id))
      g_ptr_array_add (own, highlights->pdata[i]);
  g_ptr_array_sort (own, compare_places);

  return own;
}

char *
rub_highlights_write_markdown (GPtrArray *highlights, const RubHighlightSource *sources,
                               gsize n_sources)
{
  GString *out;

  g_return_val_if_fail (highlights != NULL, NULL);
  g_return_val_if_fail (sources != NULL || n_sources == 0, NULL);

  out = g_string_new (NULL);
  for (gsize i = 0; i < n_sources; i++)
    {
      g_autoptr (GPtrArray) own = list_of_source (highlights, sources[i].article_id);

      if (own->len > 0)
        append_source (out, &sources[i]);
      for (guint j = 0; j < own->len; j++)
        append_highlight (out, own->pdata[j]);
    }

  return g_string_free (out, FALSE);
}
