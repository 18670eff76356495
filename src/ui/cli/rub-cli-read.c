/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "rub-cli-read.h"

#include <stdio.h>

#include "rub-document.h"
#include "rub-markdown-writer.h"

int
rub_cli_read (const char *place)
{
  g_autoptr (GFile) file = NULL;
  g_autoptr (RubArticle) article = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;

  g_return_val_if_fail (place != NULL, 1);

  file = g_file_new_for_commandline_arg (place);
  article = rub_document_load (file, NULL, &error);
  if (article == NULL)
    {
      g_printerr ("%s\n", error->message);
      return 1;
    }
  text = rub_markdown_write (article);
  /* As it is: a page in Arabic stays one in a terminal that claims to know ASCII alone. */
  fputs (text, stdout);

  return 0;
}
