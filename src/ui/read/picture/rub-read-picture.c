/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "rub-read-picture.h"

/* What an empty place measures until the size is known. */
#define UNKNOWN_HEIGHT_PX 120

struct _RubReadPicture
{
  GtkWidget parent_instance;

  int width;  /* of the file, in pixels; 0: not known */
  int height;
  int room_px;
  int read_px; /* how wide it was read at most; 0: not begun */

  /* Owned */
  char *path;
  GCancellable *reading;
  GdkTexture *texture;
};

/* What a thread finds in a file: its size, and its pixels as far as they are needed. */
typedef struct
{
  int room_px;
  int width;
  int height;
  char *path;
  GdkTexture *texture;
} Reading;

G_DEFINE_FINAL_TYPE (RubReadPicture, rub_read_picture, GTK_TYPE_WIDGET)

static void
free_reading (Reading *reading)
{
  g_free (reading->path);
  g_clear_object (&reading->texture);
  g_free (reading);
}

static gboolean
is_sane (int width, int height)
{
  return width > 0 && height > 0
         && (gint64) width * (gint64) height <= RUB_READ_PICTURE_MAX_PIXELS;
}

static void
read_file (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Reading *reading = data;
  g_autoptr (GdkPixbuf) pixbuf = NULL;
  GError *error = NULL;

  if (gdk_pixbuf_get_file_info (reading->path, &reading->width, &reading->height) == NULL
      || !is_sane (reading->width, reading->height))
    {
      g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_INVALID_DATA,
                               "%s: no picture, or one that is too large", reading->path);
      return;
    }

  pixbuf = gdk_pixbuf_new_from_file_at_scale (
    reading->path, MIN (reading->width, reading->room_px), -1, TRUE, &error);
  if (pixbuf == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  reading->texture = gdk_texture_new_for_pixbuf (pixbuf);
  g_task_return_boolean (task, TRUE);
}

static void
on_read_cb (GObject *object, GAsyncResult *result, gpointer data)
{
  RubReadPicture *self = RUB_READ_PICTURE (object);
  Reading *reading = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;

  if (!g_task_propagate_boolean (G_TASK (result), &error))
    {
      if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        g_debug ("A picture is left out: %s", error->message);
      return;
    }

  self->width = reading->width;
  self->height = reading->height;
  g_set_object (&self->texture, reading->texture);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

/* Returns: how many pixels it should have across, as far as the file has them. */
static int
get_wanted_px (RubReadPicture *self)
{
  int wanted_px = self->room_px * gtk_widget_get_scale_factor (GTK_WIDGET (self));

  return self->width > 0 ? MIN (self->width, wanted_px) : wanted_px;
}

static void
start_reading (RubReadPicture *self)
{
  Reading *reading = g_new0 (Reading, 1);
  g_autoptr (GTask) task = NULL;

  g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
  self->reading = g_cancellable_new ();
  self->read_px = get_wanted_px (self);
  reading->path = g_strdup (self->path);
  reading->room_px = self->read_px;
  task = g_task_new (self, self->reading, on_read_cb, NULL);
  g_task_set_source_tag (task, start_reading);
  g_task_set_task_data (task, reading, (GDestroyNotify) free_reading);
  g_task_run_in_thread (task, read_file);
}

static void
get_size (RubReadPicture *self, int *width, int *height)
{
  *width = MAX (1, self->width > 0 ? MIN (self->width, self->room_px) : self->room_px);
  *height = self->width > 0
              ? MAX (1, (int) ((gint64) self->height * *width / self->width))
              : UNKNOWN_HEIGHT_PX;
}

static void
rub_read_picture_measure (GtkWidget *widget, GtkOrientation orientation, int for_size,
                          int *minimum, int *natural, int *minimum_baseline, int *natural_baseline)
{
  int width, height;

  get_size (RUB_READ_PICTURE (widget), &width, &height);
  *minimum = *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? width : height;
}

static void
rub_read_picture_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  RubReadPicture *self = RUB_READ_PICTURE (widget);

  if (self->texture != NULL)
    gtk_snapshot_append_texture (snapshot, self->texture,
                                 &GRAPHENE_RECT_INIT (0, 0,
                                                      (float) gtk_widget_get_width (widget),
                                                      (float) gtk_widget_get_height (widget)));
  /* Also when there is more room now than it was read for. */
  if (get_wanted_px (self) > self->read_px)
    start_reading (self);
}

static void
rub_read_picture_dispose (GObject *object)
{
  RubReadPicture *self = RUB_READ_PICTURE (object);

  g_cancellable_cancel (self->reading);

  G_OBJECT_CLASS (rub_read_picture_parent_class)->dispose (object);
}

static void
rub_read_picture_finalize (GObject *object)
{
  RubReadPicture *self = RUB_READ_PICTURE (object);

  g_clear_object (&self->reading);
  g_clear_object (&self->texture);
  g_free (self->path);

  G_OBJECT_CLASS (rub_read_picture_parent_class)->finalize (object);
}

static void
rub_read_picture_class_init (RubReadPictureClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = rub_read_picture_dispose;
  G_OBJECT_CLASS (klass)->finalize = rub_read_picture_finalize;
  widget_class->measure = rub_read_picture_measure;
  widget_class->snapshot = rub_read_picture_snapshot;

  gtk_widget_class_set_css_name (widget_class, "readpicture");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
rub_read_picture_init (RubReadPicture *self)
{
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
}

GtkWidget *
rub_read_picture_new (const char *path, const char *caption)
{
  RubReadPicture *self;

  g_return_val_if_fail (path != NULL, NULL);
  g_return_val_if_fail (caption != NULL, NULL);

  self = g_object_new (RUB_TYPE_READ_PICTURE, NULL);
  self->path = g_strdup (path);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, caption,
                                  -1);

  return GTK_WIDGET (self);
}

void
rub_read_picture_set_room (RubReadPicture *self, int room_px)
{
  g_return_if_fail (RUB_IS_READ_PICTURE (self));

  /* Before the first allocation there is none. */
  room_px = MAX (1, room_px);
  if (self->room_px == room_px)
    return;
  self->room_px = room_px;
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

gboolean
rub_read_picture_is_loaded (RubReadPicture *self)
{
  g_return_val_if_fail (RUB_IS_READ_PICTURE (self), FALSE);

  return self->texture != NULL;
}
