/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "rub-mention-words.h"

#include <glib/gi18n-lib.h>

#include "rub-block-parser.h"
#include "rub-stem-names.h"

const char *
rub_mention_words_get_stems (const char *target)
{
  if (target == NULL || !g_str_has_prefix (target, RUB_BLOCK_SHOW_REGIONS))
    return NULL;

  return target + strlen (RUB_BLOCK_SHOW_REGIONS);
}

char *
rub_mention_words_name (const char *stems)
{
  g_autoptr (GString) words = g_string_new (NULL);
  g_auto (GStrv) list = NULL;

  g_return_val_if_fail (stems != NULL, NULL);

  list = g_strsplit (stems, ",", -1);
  for (char **stem = list; *stem != NULL; stem++)
    {
      const char *name = rub_stem_names_get (*stem);

      if (name == NULL)
        continue;
      if (words->len > 0)
        g_string_append (words, C_ ("list of regions", ", "));
      g_string_append (words, name);
    }

  return words->len > 0 ? g_string_free (g_steal_pointer (&words), FALSE) : NULL;
}
