/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "rub-run-file.h"

#include <glib/gi18n-lib.h>
#include <libxml/parser.h>

#include "rub-gpx.h"
#include "rub-markup.h"
#include "rub-run-text.h"
#include "rub-tcx.h"

#define READ_BYTES (64 * 1024)

G_DEFINE_QUARK (rub-run-file-error-quark, rub_run_file_error)

typedef GPtrArray *(*ParseFunc) (GBytes *text, GCancellable *cancellable, GError **error);

static const struct
{
  const char *root;
  ParseFunc parse;
} formats[] = {
  { "gpx", rub_gpx_parse },
  { "TrainingCenterDatabase", rub_tcx_parse },
};

/* Ends the walk at the root: by a format, or by saying what the file is instead. */
static void
on_root_cb (RubMarkup *markup, const char *path, gpointer user_data)
{
  ParseFunc *parse = user_data;
  const char *message = _("This is neither a GPX nor a TCX file.");

  for (gsize i = 0; i < G_N_ELEMENTS (formats); i++)
    if (g_str_equal (path, formats[i].root))
      *parse = formats[i].parse;

  if (g_ascii_strcasecmp (path, "html") == 0)
    message = _("This is a web page, not a run. Download the run itself again.");
  rub_markup_stop (markup, g_error_new_literal (RUB_RUN_FILE_ERROR, RUB_RUN_FILE_ERROR_UNKNOWN,
                                                message));
}

static ParseFunc
find_format (GBytes *text, GCancellable *cancellable, GError **error)
{
  static const RubMarkupVisitor visitor = { .start = on_root_cb };
  g_autoptr (GError) failure = NULL;
  ParseFunc parse = NULL;

  rub_markup_walk (text, &visitor, &parse, cancellable, &failure);
  if (parse == NULL && failure != NULL)
    g_propagate_error (error, g_steal_pointer (&failure));
  else if (parse == NULL)
    g_set_error_literal (error, RUB_RUN_FILE_ERROR, RUB_RUN_FILE_ERROR_UNKNOWN,
                         _("This is neither a GPX nor a TCX file."));

  return parse;
}

GPtrArray *
rub_run_file_parse (GBytes *bytes, GCancellable *cancellable, GError **error)
{
  g_autoptr (GBytes) text = NULL;
  ParseFunc parse;

  g_return_val_if_fail (bytes != NULL, NULL);

  text = rub_run_text_from_bytes (bytes, error);
  if (text == NULL)
    return NULL;

  parse = find_format (text, cancellable, error);

  return parse != NULL ? parse (text, cancellable, error) : NULL;
}

/* One byte over the bound is enough to know that it is broken. */
static GBytes *
read_bounded (GFile *file, GCancellable *cancellable, GError **error)
{
  g_autoptr (GFileInputStream) stream = g_file_read (file, cancellable, error);
  g_autoptr (GByteArray) data = g_byte_array_new ();
  g_autofree guint8 *buffer = g_malloc (READ_BYTES);
  gssize n = 0;

  if (stream == NULL)
    return NULL;

  while (data->len <= RUB_RUN_FILE_MAX_BYTES
         && (n = g_input_stream_read (G_INPUT_STREAM (stream), buffer, READ_BYTES, cancellable,
                                      error))
              > 0)
    g_byte_array_append (data, buffer, (guint) n);

  return n < 0 ? NULL : g_byte_array_free_to_bytes (g_steal_pointer (&data));
}

GPtrArray *
rub_run_file_load (GFile *file, GCancellable *cancellable, GError **error)
{
  g_autoptr (GBytes) bytes = NULL;

  g_return_val_if_fail (G_IS_FILE (file), NULL);

  bytes = read_bounded (file, cancellable, error);

  return bytes != NULL ? rub_run_file_parse (bytes, cancellable, error) : NULL;
}

static void
load_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  GError *error = NULL;
  GPtrArray *runs = rub_run_file_load (G_FILE (source), cancellable, &error);

  if (runs != NULL)
    g_task_return_pointer (task, runs, (GDestroyNotify) g_ptr_array_unref);
  else
    g_task_return_error (task, error);
}

void
rub_run_file_load_async (GFile *file,
                         GCancellable *cancellable,
                         GAsyncReadyCallback callback,
                         gpointer user_data)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (G_IS_FILE (file));

  /* The parser's tables must be made before threads use them. */
  xmlInitParser ();

  task = g_task_new (file, cancellable, callback, user_data);
  g_task_set_source_tag (task, rub_run_file_load_async);
  g_task_run_in_thread (task, load_in_thread);
}

GPtrArray *
rub_run_file_load_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (G_IS_TASK (result), NULL);
  g_return_val_if_fail (g_async_result_is_tagged (result, rub_run_file_load_async), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
