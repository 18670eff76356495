/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "rub-article-print.h"

#include <glib/gi18n.h>

#include "rub-print-job.h"
#include "rub-toast.h"

/* What is printed, and, while it is, how. */
typedef struct
{
  RubArticle *article;
  RubPrintJob *job;
} Print;

static void
free_print (gpointer data)
{
  Print *print = data;

  g_clear_pointer (&print->job, rub_print_job_free);
  g_object_unref (print->article);
  g_free (print);
}

static void
on_begin_cb (GtkPrintOperation *operation, GtkPrintContext *context, Print *print)
{
  g_clear_pointer (&print->job, rub_print_job_free);
  print->job = rub_print_job_new (
    print->article, gtk_print_context_create_pango_context (context),
    gtk_print_context_get_width (context), gtk_print_context_get_height (context));
}

/* Returns: whether all is laid out; it is called again until it is. */
static gboolean
on_paginate_cb (GtkPrintOperation *operation, GtkPrintContext *context, Print *print)
{
  if (rub_print_job_step (print->job))
    return FALSE;

  gtk_print_operation_set_n_pages (operation, (int) rub_print_job_get_n_pages (print->job));

  return TRUE;
}

static void
on_draw_cb (GtkPrintOperation *operation, GtkPrintContext *context, int page, Print *print)
{
  rub_print_job_draw (print->job, gtk_print_context_get_cairo_context (context), (guint) page);
}

static void
on_done_cb (GtkPrintOperation *operation, GtkPrintOperationResult result, GtkWidget *from)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *words = NULL;

  g_assert (GTK_IS_WIDGET (from));

  if (result != GTK_PRINT_OPERATION_RESULT_ERROR)
    return;

  gtk_print_operation_get_error (operation, &error);
  words = g_strdup_printf (_("The article was not printed. %s"),
                           error != NULL ? error->message : "");
  rub_toast_tell (from, words, TRUE);
}

GtkPrintOperation *
rub_article_print_create (RubArticle *article)
{
  GtkPrintOperation *operation;
  Print *print;

  g_return_val_if_fail (RUB_IS_ARTICLE (article), NULL);

  operation = gtk_print_operation_new ();
  print = g_new0 (Print, 1);
  print->article = g_object_ref (article);
  gtk_print_operation_set_job_name (operation, rub_article_get_title (article));
  gtk_print_operation_set_unit (operation, GTK_UNIT_POINTS);
  gtk_print_operation_set_use_full_page (operation, TRUE);
  gtk_print_operation_set_embed_page_setup (operation, TRUE);
  gtk_print_operation_set_allow_async (operation, TRUE);
  gtk_print_operation_set_show_progress (operation, TRUE);
  g_object_set_data_full (G_OBJECT (operation), "rub-print", print, free_print);
  g_signal_connect (operation, "begin-print", G_CALLBACK (on_begin_cb), print);
  g_signal_connect (operation, "paginate", G_CALLBACK (on_paginate_cb), print);
  g_signal_connect (operation, "draw-page", G_CALLBACK (on_draw_cb), print);

  return operation;
}

void
rub_article_print (GtkWidget *from, RubArticle *article)
{
  g_autoptr (GtkPrintOperation) operation = NULL;
  GtkRoot *root;

  g_return_if_fail (GTK_IS_WIDGET (from));
  g_return_if_fail (RUB_IS_ARTICLE (article));

  root = gtk_widget_get_root (from);
  operation = rub_article_print_create (article);
  g_signal_connect_object (operation, "done", G_CALLBACK (on_done_cb), from, 0);
  /* Errors are told of by "done". */
  gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG,
                           GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL, NULL);
}
