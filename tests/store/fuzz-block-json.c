/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What others wrote into the store, see rub-fuzz.h. The corpus is files of the JSON on the first
 * line and the text on those below. */

#include "config.h"

#include <string.h>

#include "rub-block-json.h"
#include "rub-fuzz.h"
#include "rub-store.h"

static const char *const words[] = {
  "[", "]", "{", "}", ",", ":", "\"", "\\u0000", "\\ud800", "null", "true", "-1", "1e9", "0.5",
  "99999999999999999999", "\"kind\"", "\"spans\"", "\"level\":4", "\"number\":7", "\"id\":\"x\"",
  "\"address\":\"x\"", "\"verdict\":\"no\"", "\"heading\"", "[\"strong\",0,1]",
  "[\"link\",0,1,\"x\"]", "\x1e", "\n", "é", "\xff", "\xc3",
};

/* What was read is written and read again, and is then the same. */
static gboolean
is_sane (GPtrArray *blocks)
{
  g_autoptr (RubArticle) article = rub_article_new ("a", "en", "A", blocks);
  g_autofree char *json = rub_block_json_write (article);
  g_autofree char *text = rub_block_json_join_text (article);
  g_autoptr (GPtrArray) again = rub_block_json_read (json, text, NULL);

  if (again == NULL || again->len != blocks->len)
    return FALSE;

  for (guint i = 0; i < blocks->len; i++)
    {
      const RubBlockFields *a = rub_block_get_fields (blocks->pdata[i]);
      const RubBlockFields *b = rub_block_get_fields (again->pdata[i]);

      if (!rub_block_has_same_shape (blocks->pdata[i], again->pdata[i])
          || a->n_spans != b->n_spans || a->number != b->number || strcmp (a->text, b->text) != 0)
        return FALSE;
    }

  return TRUE;
}

static gboolean
try (GBytes *file, const char *kept)
{
  gsize size;
  const char *data = g_bytes_get_data (file, &size);
  g_autofree char *json = g_strndup (data != NULL ? data : "", size);
  char *text = strchr (json, '\n');
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) blocks = NULL;

  if (text == NULL)
    return FALSE;

  *text++ = '\0';
  blocks = rub_block_json_read (json, text, &error);
  if (blocks != NULL ? error != NULL || !is_sane (blocks)
                     : !g_error_matches (error, RUB_STORE_ERROR, RUB_STORE_ERROR_DAMAGED))
    g_error ("Broken by %s", kept);

  return blocks != NULL;
}

int
main (int argc, char **argv)
{
  static const RubFuzz fuzz = { "fuzz-block-json", words, G_N_ELEMENTS (words), try };

  return rub_fuzz_run (&fuzz, argc, argv);
}
