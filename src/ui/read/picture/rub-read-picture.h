/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/** A file with more pixels than this is not a picture for an article, but an attack or a map. */
#define RUB_READ_PICTURE_MAX_PIXELS (50 * 1000 * 1000)

#define RUB_TYPE_READ_PICTURE (rub_read_picture_get_type ())
/**
 * A picture of an article, from a file, as large as it is but no wider than there is room. It is
 * read in a thread when it first comes on screen; until then, and when it cannot be read, its place
 * is empty.
 */
G_DECLARE_FINAL_TYPE (RubReadPicture, rub_read_picture, RUB, READ_PICTURE, GtkWidget)

/** Returns: (transfer floating): the picture in the file @path, described by @caption. */
GtkWidget *rub_read_picture_new (const char *path, const char *caption);

/** Sets how wide it may be, in pixels. */
void rub_read_picture_set_room (RubReadPicture *self, int room_px);

/** Returns: whether it is there to be seen. */
gboolean rub_read_picture_is_loaded (RubReadPicture *self);

G_END_DECLS
