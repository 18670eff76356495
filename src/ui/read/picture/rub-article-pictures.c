/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "rub-article-pictures.h"

#include "rub-read-picture.h"

void
rub_article_pictures_add (GtkTextView *view, RubArticleBuffer *text, int room_px)
{
  guint n_places;
  const RubPicturePlace *places;

  g_return_if_fail (GTK_IS_TEXT_VIEW (view));
  g_return_if_fail (RUB_IS_ARTICLE_BUFFER (text));

  places = rub_article_buffer_get_pictures (text, &n_places);
  for (guint i = 0; i < n_places; i++)
    {
      RubBlock *block
        = rub_article_get_block (rub_article_buffer_get_article (text), places[i].block);
      GtkWidget *picture = rub_read_picture_new (places[i].path, rub_block_get_text (block));

      rub_read_picture_set_room (RUB_READ_PICTURE (picture), room_px);
      gtk_text_view_add_child_at_anchor (view, picture, places[i].anchor);
    }
}

/* What the pictures are to be told. */
typedef struct
{
  RubArticleBuffer *text;
  int room_px;
} Room;

static void
free_room (gpointer data)
{
  Room *room = data;

  g_object_unref (room->text);
  g_free (room);
}

static void
set_room (GtkTextChildAnchor *anchor, int room_px)
{
  guint n_children;
  g_autofree GtkWidget **children = gtk_text_child_anchor_get_widgets (anchor, &n_children);

  for (guint i = 0; i < n_children; i++)
    if (RUB_IS_READ_PICTURE (children[i]))
      rub_read_picture_set_room (RUB_READ_PICTURE (children[i]), room_px);
}

static gboolean
on_room_changed_cb (gpointer data)
{
  const Room *room = data;
  guint n_places;
  const RubPicturePlace *places = rub_article_buffer_get_pictures (room->text, &n_places);

  for (guint i = 0; i < n_places; i++)
    set_room (places[i].anchor, room->room_px);

  return G_SOURCE_REMOVE;
}

void
rub_article_pictures_set_room (RubArticleBuffer *text, int room_px)
{
  guint n_places;
  Room *room;

  g_return_if_fail (RUB_IS_ARTICLE_BUFFER (text));

  rub_article_buffer_get_pictures (text, &n_places);
  if (n_places == 0)
    return;

  room = g_new0 (Room, 1);
  room->text = g_object_ref (text);
  room->room_px = room_px;
  g_idle_add_full (G_PRIORITY_HIGH_IDLE, on_room_changed_cb, room, free_room);
}
