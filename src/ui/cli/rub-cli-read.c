/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "rub-cli-read.h"

#include <stdio.h>

#include <gio/gio.h>
#include <glib-unix.h>
#include <glib/gi18n.h>

#include "rub-document.h"
#include "rub-markdown-writer.h"
#include "rub-net-address.h"
#include "rub-web-article.h"

static void
on_loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GAsyncResult **kept = user_data;

  *kept = g_object_ref (result);
}

static gboolean
on_interrupted_cb (gpointer user_data)
{
  g_cancellable_cancel (user_data);

  return G_SOURCE_CONTINUE;
}

/* There is no window yet, so the main loop is ours. */
static RubArticle *
load_from_web (const char *address, GError **error)
{
  const RubWebArticleRequest request = { .address = address, .is_text_only = TRUE };
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (RubWebArticle) loaded = NULL;
  guint interrupt = g_unix_signal_add (SIGINT, on_interrupted_cb, cancellable);

  rub_web_article_load_async (&request, cancellable, NULL, NULL, on_loaded_cb, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (interrupt);
  loaded = rub_web_article_load_finish (result, error);

  return loaded != NULL ? g_steal_pointer (&loaded->article) : NULL;
}

static RubArticle *
load (const char *place, GError **error)
{
  g_autoptr (GFile) file = NULL;
  RubArticle *article;

  if (!rub_net_address_is_web (place))
    {
      file = g_file_new_for_commandline_arg (place);
      return rub_document_load (file, NULL, error);
    }
  article = load_from_web (place, error);
  if (article == NULL && g_error_matches (*error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      g_clear_error (error);
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_CANCELLED,
                           _("Stopped before the page was there."));
    }

  return article;
}

int
rub_cli_read (const char *place)
{
  g_autoptr (RubArticle) article = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;

  g_return_val_if_fail (place != NULL, 1);

  article = load (place, &error);
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
