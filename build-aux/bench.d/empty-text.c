/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A window as that of long-article, with the least that could show an article: an empty
 * GtkTextView. */

#include "config.h"

#include "text-window.h"

int
main (int argc, char **argv)
{
  return text_window_run (gtk_text_view_new, NULL, NULL);
}
