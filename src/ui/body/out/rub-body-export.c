/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "rub-body-export.h"

#include <glib/gi18n-lib.h>

#include "rub-body-file.h"
#include "rub-body-sheet.h"
#include "rub-compat.h"
#include "rub-file-write.h"
#include "rub-toast.h"

/* What a thread makes files of. */
typedef struct
{
  RubBodyFile *files[2]; /* owned; the second may be NULL */
  GFile *target;         /* owned; NULL: not to be written */
  GBytes *bytes[2];      /* owned */
} Job;

static void
free_job (Job *job)
{
  for (int i = 0; i < 2; i++)
    {
      g_clear_pointer (&job->files[i], rub_body_file_free);
      g_clear_pointer (&job->bytes[i], g_bytes_unref);
    }
  g_clear_object (&job->target);
  g_free (job);
}

/* What is usual where one lives. */
static RubPoint
get_paper (void)
{
  GtkPaperSize *size = gtk_paper_size_new (NULL);
  RubPoint paper = { gtk_paper_size_get_width (size, GTK_UNIT_POINTS),
                     gtk_paper_size_get_height (size, GTK_UNIT_POINTS) };

  gtk_paper_size_free (size);

  return paper;
}

static void
run_job (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Job *job = data;
  GError *error = NULL;

  for (int i = 0; i < 2 && error == NULL; i++)
    if (job->files[i] != NULL)
      job->bytes[i] = rub_body_file_render (job->files[i], &error);
  if (error == NULL && job->target != NULL)
    rub_file_write (job->target, job->bytes[0], cancellable, &error);

  if (error != NULL)
    g_task_return_error (task, error);
  else
    g_task_return_boolean (task, TRUE);
}

static void
start_job (GtkWidget *from, Job *job, GAsyncReadyCallback callback, gpointer tag)
{
  g_autoptr (GTask) task = g_task_new (from, NULL, callback, NULL);

  g_task_set_source_tag (task, tag);
  g_task_set_task_data (task, job, (GDestroyNotify) free_job);
  g_task_run_in_thread (task, run_job);
}

static void
on_save_finished_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  GtkWidget *from = GTK_WIDGET (source);
  Job *job = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;
  g_autofree char *name = NULL, *words = NULL;

  if (!g_task_propagate_boolean (G_TASK (result), &error))
    {
      rub_toast_tell (from, error->message, TRUE);
      return;
    }

  name = g_file_get_basename (job->target);
  /* Translators: the name of a file. */
  words = g_strdup_printf (_ ("“%s” saved"), name);
  rub_toast_tell (from, words, FALSE);
}

/* What is asked about, until there is an answer. */
typedef struct
{
  GtkWidget *from;         /* owned */
  RubBodyPicture *picture; /* owned */
} Question;

static void
free_question (Question *question)
{
  g_object_unref (question->from);
  g_object_unref (question->picture);
  g_free (question);
}

static void
on_target_chosen_cb (GFile *target, gpointer data)
{
  Question *question = data;
  g_autofree char *name = g_file_get_basename (target);
  Job *job = g_new0 (Job, 1);

  g_assert (G_IS_FILE (target));

  job->files[0] =
      rub_body_file_new (question->picture, rub_body_file_kind_from_name (name), get_paper ());
  job->target = g_object_ref (target);
  start_job (question->from, job, on_save_finished_cb, rub_body_export_save);
}

static GtkFileFilter *
create_filter (RubBodyFileKind kind)
{
  GtkFileFilter *filter = gtk_file_filter_new ();
  const char *ending = rub_body_file_kind_get_ending (kind);

  gtk_file_filter_set_name (filter, rub_body_file_kind_get_name (kind));
  gtk_file_filter_add_suffix (filter, ending + 1);
  /* Read by rub_compat_choose_new_file(). */
  g_object_set_data (G_OBJECT (filter), "rub-ending", (gpointer) ending);

  return filter;
}

void
rub_body_export_save (GtkWidget *from, RubBodyPicture *picture)
{
  GtkRoot *root;
  g_autoptr (GListStore) filters = g_list_store_new (GTK_TYPE_FILE_FILTER);
  g_autofree char *name = NULL;
  Question *question;

  g_return_if_fail (GTK_IS_WIDGET (from));
  g_return_if_fail (RUB_IS_BODY_PICTURE (picture));

  root = gtk_widget_get_root (from);
  if (!GTK_IS_WINDOW (root))
    return;

  for (int i = 0; i < RUB_N_BODY_FILE_KINDS; i++)
    {
      g_autoptr (GtkFileFilter) filter = create_filter (i);

      g_list_store_append (filters, filter);
    }
  name = g_strconcat (rub_body_picture_get_fields (picture)->name,
                      rub_body_file_kind_get_ending (RUB_BODY_FILE_PNG), NULL);
  question = g_new0 (Question, 1);
  question->from = g_object_ref (from);
  question->picture = g_object_ref (picture);
  rub_compat_choose_new_file (GTK_WINDOW (root), _ ("Save Picture"), name, G_LIST_MODEL (filters),
                              on_target_chosen_cb, question, (GDestroyNotify) free_question);
}

static void
on_copy_finished_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  GtkWidget *from = GTK_WIDGET (source);
  Job *job = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;
  g_autoptr (GdkContentProvider) content = NULL;
  GdkContentProvider *formats[2];

  if (!g_task_propagate_boolean (G_TASK (result), &error))
    {
      rub_toast_tell (from, error->message, TRUE);
      return;
    }

  formats[0] = gdk_content_provider_new_for_bytes (rub_body_file_kind_get_type (RUB_BODY_FILE_PNG),
                                                   job->bytes[0]);
  formats[1] = gdk_content_provider_new_for_bytes (rub_body_file_kind_get_type (RUB_BODY_FILE_SVG),
                                                   job->bytes[1]);
  content = gdk_content_provider_new_union (formats, G_N_ELEMENTS (formats));
  gdk_clipboard_set_content (gtk_widget_get_clipboard (from), content);
  rub_toast_tell (from, _ ("Picture copied"), FALSE);
}

void
rub_body_export_copy (GtkWidget *from, RubBodyPicture *picture)
{
  Job *job;

  g_return_if_fail (GTK_IS_WIDGET (from));
  g_return_if_fail (RUB_IS_BODY_PICTURE (picture));

  job = g_new0 (Job, 1);
  job->files[0] = rub_body_file_new (picture, RUB_BODY_FILE_PNG, (RubPoint){ 0 });
  job->files[1] = rub_body_file_new (picture, RUB_BODY_FILE_SVG, (RubPoint){ 0 });
  start_job (from, job, on_copy_finished_cb, rub_body_export_copy);
}

static void
on_print_drawn_cb (GtkPrintOperation *operation, GtkPrintContext *context, int page,
                   RubBodyPicture *picture)
{
  double width = gtk_print_context_get_width (context);
  double height = gtk_print_context_get_height (context);
  cairo_t *cr = gtk_print_context_get_cairo_context (context);
  g_autoptr (RubBodySheet) sheet = NULL;
  cairo_surface_t *recording;

  g_assert (RUB_IS_BODY_PICTURE (picture));

  sheet = rub_body_sheet_new (picture, height / width * RUB_SHEET_WIDTH);
  recording = rub_body_sheet_record (sheet);
  cairo_save (cr);
  cairo_scale (cr, width / RUB_SHEET_WIDTH, width / RUB_SHEET_WIDTH);
  cairo_set_source_surface (cr, recording, 0, 0);
  cairo_paint (cr);
  cairo_restore (cr);
  cairo_surface_destroy (recording);
}

static void
on_print_done_cb (GtkPrintOperation *operation, GtkPrintOperationResult result, GtkWidget *from)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *words = NULL;

  g_assert (GTK_IS_WIDGET (from));

  if (result != GTK_PRINT_OPERATION_RESULT_ERROR)
    return;

  gtk_print_operation_get_error (operation, &error);
  words =
      g_strdup_printf (_ ("The picture was not printed. %s"), error != NULL ? error->message : "");
  rub_toast_tell (from, words, TRUE);
}

void
rub_body_export_print (GtkWidget *from, RubBodyPicture *picture)
{
  g_autoptr (GtkPrintOperation) operation = NULL;
  GtkRoot *root;

  g_return_if_fail (GTK_IS_WIDGET (from));
  g_return_if_fail (RUB_IS_BODY_PICTURE (picture));

  root = gtk_widget_get_root (from);
  operation = gtk_print_operation_new ();
  gtk_print_operation_set_n_pages (operation, 1);
  gtk_print_operation_set_job_name (operation, rub_body_picture_get_fields (picture)->title);
  gtk_print_operation_set_use_full_page (operation, TRUE);
  gtk_print_operation_set_embed_page_setup (operation, TRUE);
  gtk_print_operation_set_allow_async (operation, TRUE);
  g_object_set_data_full (G_OBJECT (operation), "rub-picture", g_object_ref (picture),
                          g_object_unref);
  g_signal_connect (operation, "draw-page", G_CALLBACK (on_print_drawn_cb), picture);
  g_signal_connect_object (operation, "done", G_CALLBACK (on_print_done_cb), from, 0);
  /* Errors are told of by "done". */
  gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG,
                           GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL, NULL);
}
