/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "rub-article-anchor.h"

/* A text is not yet laid out for this long after a change, at most. */
#define SETTLE_US (G_USEC_PER_SEC / 2)

struct _RubArticleAnchor
{
  GObject parent_instance;

  /* Borrowed */
  GtkTextView *view;

  int offset; /* the character at the top, or -1 */
  gint64 pulled_us;
};

G_DEFINE_FINAL_TYPE (RubArticleAnchor, rub_article_anchor, G_TYPE_OBJECT)

static void
rub_article_anchor_class_init (RubArticleAnchorClass *klass)
{
}

static void
rub_article_anchor_init (RubArticleAnchor *self)
{
  self->offset = -1;
}

RubArticleAnchor *
rub_article_anchor_new (GtkTextView *view)
{
  RubArticleAnchor *self;

  g_return_val_if_fail (GTK_IS_TEXT_VIEW (view), NULL);

  self = g_object_new (RUB_TYPE_ARTICLE_ANCHOR, NULL);
  self->view = view;

  return self;
}

/* Sets @first and @last to the characters of the line at the top.
 * Returns: whether there is such a line, and something above it. */
static gboolean
get_top_line (RubArticleAnchor *self, int *first, int *last)
{
  GdkRectangle area;
  GtkTextIter start, end;

  gtk_text_view_get_visible_rect (self->view, &area);
  if (area.height <= 1 || area.y <= 0)
    return FALSE;

  gtk_text_view_get_iter_at_location (self->view, &start, area.x, area.y);
  end = start;
  gtk_text_view_backward_display_line_start (self->view, &start);
  gtk_text_view_forward_display_line_end (self->view, &end);
  *first = gtk_text_iter_get_offset (&start);
  *last = gtk_text_iter_get_offset (&end);

  return TRUE;
}

void
rub_article_anchor_drop (RubArticleAnchor *self)
{
  int first, last;

  g_return_if_fail (RUB_IS_ARTICLE_ANCHOR (self));

  if (self->offset >= 0 && g_get_monotonic_time () - self->pulled_us < SETTLE_US)
    return;

  /* A character that is still in that line stays the one: many changes in a row do not let the
   * text creep. */
  if (!get_top_line (self, &first, &last))
    self->offset = -1;
  else if (self->offset < first || self->offset > last)
    self->offset = first;
}

void
rub_article_anchor_pull (RubArticleAnchor *self)
{
  GtkTextBuffer *buffer;
  GtkTextMark *mark;
  GtkTextIter iter;

  g_return_if_fail (RUB_IS_ARTICLE_ANCHOR (self));

  if (self->offset < 0)
    return;

  self->pulled_us = g_get_monotonic_time ();
  buffer = gtk_text_view_get_buffer (self->view);
  gtk_text_buffer_get_iter_at_offset (buffer, &iter, self->offset);
  mark = gtk_text_buffer_get_mark (buffer, "anchor");
  if (mark == NULL)
    mark = gtk_text_buffer_create_mark (buffer, "anchor", &iter, TRUE);
  else
    gtk_text_buffer_move_mark (buffer, mark, &iter);
  gtk_text_view_scroll_to_mark (self->view, mark, 0, TRUE, 0, 0);
}

void
rub_article_anchor_forget (RubArticleAnchor *self)
{
  g_return_if_fail (RUB_IS_ARTICLE_ANCHOR (self));

  self->offset = -1;
}
