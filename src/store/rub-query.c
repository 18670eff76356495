/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "rub-query.h"

#include <string.h>

#include "rub-store-library.h"

/* Nobody types more; what is pasted may be a whole page. */
#define MAX_BYTES 1000

/* The query as it is put together. */
typedef struct
{
  GString *query;
  GString *word;
  guint n_words;
  gboolean has_letter;
  gboolean ends_in_letter;
  gboolean is_phrase;
} Builder;

static gboolean
is_mark (gunichar c)
{
  return c == '"' || c == 0x201c || c == 0x201d || c == 0x201e || c == 0x201f || c == 0xab
         || c == 0xbb;
}

/* Ends the word or phrase that is open. No quotation mark is ever in it, so that quoting it once
 * more makes it mean only itself; one without a letter or digit is nothing to look for. */
static void
end_word (Builder *builder, gboolean is_start)
{
  if (builder->has_letter && builder->n_words < RUB_SEARCH_MAX_WORDS)
    {
      g_string_append_printf (builder->query, "%s\"%s\"%s", builder->query->len > 0 ? " " : "",
                              builder->word->str, is_start && builder->ends_in_letter ? " *" : "");
      builder->n_words++;
    }
  g_string_truncate (builder->word, 0);
  builder->has_letter = FALSE;
}

static void
add_char (Builder *builder, gunichar c)
{
  if (is_mark (c))
    {
      end_word (builder, FALSE);
      builder->is_phrase = !builder->is_phrase;
    }
  else if (g_unichar_isspace (c) && !builder->is_phrase)
    {
      end_word (builder, FALSE);
    }
  else
    {
      g_string_append_unichar (builder->word, c);
      builder->ends_in_letter = g_unichar_isalnum (c) || g_unichar_ismark (c);
      builder->has_letter = builder->has_letter || g_unichar_isalnum (c);
    }
}

char *
rub_query_build (const char *typed)
{
  g_autofree char *valid = g_utf8_make_valid (typed, (gssize) strnlen (typed, MAX_BYTES));
  g_autoptr (GString) word = g_string_new (NULL);
  Builder builder = { .query = g_string_new (NULL), .word = word };

  g_strchomp (valid);
  for (const char *p = valid; *p != '\0'; p = g_utf8_next_char (p))
    add_char (&builder, g_utf8_get_char (p));
  end_word (&builder, TRUE);

  return g_string_free (builder.query, builder.query->len == 0);
}
