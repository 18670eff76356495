/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "rub-article-pdf.h"

#include <cairo-pdf.h>
#include <glib/gi18n.h>

#include "rub-body-file.h"
#include "rub-compat.h"
#include "rub-file-write.h"
#include "rub-print-job.h"
#include "rub-toast.h"

/* A PDF that is being made, and then written. */
typedef struct
{
  guint next_page;
  gboolean is_laid_out;

  /* Owned */
  GWeakRef from;
  GFile *target;
  RubPrintJob *job;
  GByteArray *bytes;
  cairo_surface_t *surface;
  cairo_t *cr;
} Save;

static void
free_save (gpointer data)
{
  Save *save = data;

  g_weak_ref_clear (&save->from);
  cairo_destroy (save->cr);
  /* It may still have to say something to the bytes. */
  cairo_surface_finish (save->surface);
  cairo_surface_destroy (save->surface);
  g_byte_array_unref (save->bytes);
  rub_print_job_free (save->job);
  g_object_unref (save->target);
  g_free (save);
}

static cairo_status_t
append (void *data, const unsigned char *bytes, unsigned int n_bytes)
{
  g_byte_array_append (data, bytes, n_bytes);

  return CAIRO_STATUS_SUCCESS;
}

/* Text is laid out as on paper, whatever the screen is. */
static PangoContext *
create_context (void)
{
  PangoContext *context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  cairo_font_options_t *options = cairo_font_options_create ();

  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  pango_cairo_context_set_font_options (context, options);
  cairo_font_options_destroy (options);

  return context;
}

static Save *
create_save (GtkWidget *from, RubArticle *article, GFile *target)
{
  GtkPaperSize *paper = gtk_paper_size_new (NULL);
  double width = gtk_paper_size_get_width (paper, GTK_UNIT_POINTS);
  double height = gtk_paper_size_get_height (paper, GTK_UNIT_POINTS);
  Save *save = g_new0 (Save, 1);

  gtk_paper_size_free (paper);
  g_weak_ref_init (&save->from, from);
  save->target = g_object_ref (target);
  save->job = rub_print_job_new (article, create_context (), width, height);
  save->bytes = g_byte_array_new ();
  save->surface = cairo_pdf_surface_create_for_stream (append, save->bytes, width, height);
  /* Old readers and printers know no newer version, and nothing here needs one. */
  cairo_pdf_surface_restrict_to_version (save->surface, CAIRO_PDF_VERSION_1_4);
  cairo_pdf_surface_set_metadata (save->surface, CAIRO_PDF_METADATA_TITLE,
                                  rub_article_get_title (article));
  cairo_pdf_surface_set_metadata (save->surface, CAIRO_PDF_METADATA_CREATOR, "Rubdown");
  save->cr = cairo_create (save->surface);

  return save;
}

static void
run_write (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Save *save = data;
  g_autoptr (GBytes) bytes = g_byte_array_free_to_bytes (g_byte_array_ref (save->bytes));
  GError *error = NULL;

  if (rub_file_write (save->target, bytes, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
on_written_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Save *save = g_task_get_task_data (G_TASK (result));
  g_autoptr (GtkWidget) from = g_weak_ref_get (&save->from);
  g_autoptr (GError) error = NULL;
  g_autofree char *name = g_file_get_basename (save->target), *words = NULL;
  gboolean is_saved = g_task_propagate_boolean (G_TASK (result), &error);

  /* Translators: the name of a file. */
  words = is_saved ? g_strdup_printf (_("“%s” saved"), name) : g_strdup (error->message);
  if (from != NULL)
    rub_toast_tell (from, words, !is_saved);
}

/* Takes @save. */
static void
write_file (Save *save, GtkWidget *from)
{
  cairo_status_t status = cairo_status (save->cr);
  g_autoptr (GTask) task = NULL;
  g_autofree char *words = NULL;

  cairo_surface_finish (save->surface);
  if (status == CAIRO_STATUS_SUCCESS)
    status = cairo_surface_status (save->surface);
  if (status != CAIRO_STATUS_SUCCESS)
    {
      words = g_strdup_printf (_("The PDF could not be made: %s"), cairo_status_to_string (status));
      rub_toast_tell (from, words, TRUE);
      free_save (save);
      return;
    }

  task = g_task_new (NULL, NULL, on_written_cb, NULL);
  g_task_set_source_tag (task, rub_article_pdf_save_as);
  g_task_set_task_data (task, save, free_save);
  g_task_run_in_thread (task, run_write);
}

/* Lays out a bit, or draws a page. */
static gboolean
on_idle_cb (gpointer data)
{
  Save *save = data;
  g_autoptr (GtkWidget) from = g_weak_ref_get (&save->from);

  if (from == NULL)
    {
      free_save (save);
      return G_SOURCE_REMOVE;
    }
  if (!save->is_laid_out)
    {
      save->is_laid_out = !rub_print_job_step (save->job);
      return G_SOURCE_CONTINUE;
    }
  if (save->next_page < rub_print_job_get_n_pages (save->job))
    {
      rub_print_job_draw (save->job, save->cr, save->next_page++);
      cairo_show_page (save->cr);
      return G_SOURCE_CONTINUE;
    }

  write_file (save, from);

  return G_SOURCE_REMOVE;
}

void
rub_article_pdf_save_as (GtkWidget *from, RubArticle *article, GFile *target)
{
  g_return_if_fail (GTK_IS_WIDGET (from));
  g_return_if_fail (RUB_IS_ARTICLE (article));
  g_return_if_fail (G_IS_FILE (target));

  g_idle_add (on_idle_cb, create_save (from, article, target));
}

/* What is asked about, until there is an answer. */
typedef struct
{
  GtkWidget *from;     /* owned */
  RubArticle *article; /* owned */
} Question;

static void
free_question (gpointer data)
{
  Question *question = data;

  g_object_unref (question->from);
  g_object_unref (question->article);
  g_free (question);
}

static void
on_target_chosen_cb (GFile *target, gpointer data)
{
  Question *question = data;

  rub_article_pdf_save_as (question->from, question->article, target);
}

/* A title may have in it what the name of a file must not. */
static char *
make_name (RubArticle *article)
{
  g_autofree char *title = g_strdup (rub_article_get_title (article));

  g_strdelimit (title, "/\\:\n\t", '-');

  return g_strconcat (title, rub_body_file_kind_get_ending (RUB_BODY_FILE_PDF), NULL);
}

void
rub_article_pdf_save (GtkWidget *from, RubArticle *article)
{
  g_autoptr (GListStore) filters = g_list_store_new (GTK_TYPE_FILE_FILTER);
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();
  g_autofree char *name = NULL;
  Question *question;
  GtkRoot *root;

  g_return_if_fail (GTK_IS_WIDGET (from));
  g_return_if_fail (RUB_IS_ARTICLE (article));

  root = gtk_widget_get_root (from);
  if (!GTK_IS_WINDOW (root))
    return;

  gtk_file_filter_set_name (filter, rub_body_file_kind_get_name (RUB_BODY_FILE_PDF));
  gtk_file_filter_add_suffix (filter, rub_body_file_kind_get_ending (RUB_BODY_FILE_PDF) + 1);
  g_list_store_append (filters, filter);
  name = make_name (article);
  question = g_new0 (Question, 1);
  question->from = g_object_ref (from);
  question->article = g_object_ref (article);
  rub_compat_choose_new_file (GTK_WINDOW (root), _("Save Article"), name, G_LIST_MODEL (filters),
                              on_target_chosen_cb, question, free_question);
}
