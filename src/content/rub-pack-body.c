/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* rub-pack-body DRAWING.svg PACKED: run when Rubdown is built, see rub-body-pack.h. */

#include "config.h"

#include <stdlib.h>

#include "rub-body-pack.h"

static gboolean
pack (const char *from, const char *to, GError **error)
{
  g_autofree char *text = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GBytes) packed = NULL;
  g_autoptr (RubBodySvg) svg = NULL;
  gsize size;

  if (!g_file_get_contents (from, &text, &size, error))
    return FALSE;
  bytes = g_bytes_new_take (g_steal_pointer (&text), size);
  svg = rub_body_svg_parse (from, bytes, error);
  if (svg == NULL)
    return FALSE;
  packed = rub_body_pack (svg, error);
  if (packed == NULL)
    return FALSE;

  return g_file_set_contents (to, g_bytes_get_data (packed, NULL),
                              (gssize) g_bytes_get_size (packed), error);
}

int
main (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;

  if (argc != 3)
    {
      g_printerr ("rub-pack-body DRAWING.svg PACKED\n");
      return EXIT_FAILURE;
    }
  if (!pack (argv[1], argv[2], &error))
    {
      g_printerr ("%s: %s\n", argv[1], error->message);
      return EXIT_FAILURE;
    }

  return EXIT_SUCCESS;
}
