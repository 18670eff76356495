/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "rub-text.h"

#include <string.h>

char *
rub_text_clean (const char *text, gsize max_bytes)
{
  g_autofree char *clean = text != NULL ? g_utf8_make_valid (text, -1) : NULL;
  const char *end;

  if (clean == NULL || *g_strstrip (clean) == '\0')
    return NULL;
  if (strlen (clean) > max_bytes)
    {
      /* Between characters, whatever it was made of. */
      end = g_utf8_find_prev_char (clean, clean + max_bytes + 1);
      return g_strchomp (g_strndup (clean, (gsize) (end - clean)));
    }

  return g_steal_pointer (&clean);
}
