/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "rub-page-picture.h"

#include <string.h>

#include "rub-link.h"
#include "rub-node.h"

/* Smaller pictures are icons, or count visitors. */
#define MIN_SIZE_PX 48

static gboolean
is_small (const xmlNode *node)
{
  static const char *const names[] = { "width", "height" };

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      const char *size = rub_node_get (node, names[i]);

      if (size != NULL && g_ascii_isdigit (*size) && strchr (size, '%') == NULL
          && g_ascii_strtoll (size, NULL, 10) < MIN_SIZE_PX)
        return TRUE;
    }

  return FALSE;
}

static gboolean
is_ornament (const xmlNode *node)
{
  const char *names = rub_node_get (node, "class");

  return is_small (node)
         || (names != NULL
             && g_regex_match_simple ("avatar|emoji|icon|logo|pixel|gravatar", names,
                                      G_REGEX_CASELESS, 0));
}

/* The last, largest of several addresses with sizes. */
static char *
take_largest (const char *set)
{
  g_auto (GStrv) parts = g_regex_split_simple (",\\s+", set, 0, 0);
  char *best = NULL;
  double best_size = -1;

  for (gsize i = 0; parts[i] != NULL; i++)
    {
      char *part = g_strstrip (parts[i]);
      gsize length = strcspn (part, " \t\r\n");
      double size = g_ascii_strtod (part + length, NULL);

      if (length == 0 || size <= best_size)
        continue;
      g_free (best);
      best = g_strndup (part, length);
      best_size = size;
    }

  return best;
}

char *
rub_page_picture_find (const xmlNode *node, const char *base)
{
  static const char *const names[] = { "data-src", "data-original", "data-lazy-src", "data-srcset",
                                       "data-lazy-srcset", "src", "srcset" };

  g_return_val_if_fail (node != NULL, NULL);

  if (is_ornament (node))
    return NULL;
  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      const char *value = rub_node_get (node, names[i]);
      g_autofree char *target = NULL;
      char *address;

      if (value == NULL || g_str_has_prefix (value, "data:"))
        continue;
      target = g_str_has_suffix (names[i], "srcset") ? take_largest (value) : g_strdup (value);
      address = target != NULL ? rub_link_resolve (base, target) : NULL;
      if (address != NULL)
        return address;
    }

  return NULL;
}
