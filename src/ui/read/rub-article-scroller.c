/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "rub-article-scroller.h"

/* How long the text must stand still for the way to be over; longer than GTK's animation. */
#define STILL_MS 300
/* How often the way is taken again when it ended elsewhere. */
#define MAX_TRIES 5

struct _RubArticleScroller
{
  GObject parent_instance;

  guint still_source;

  /* Owned */
  GSignalGroup *adjustment;

  /* Borrowed */
  RubArticleView *view;

  int goal; /* the block on the way to, or -1 */
  int gap_px;
  int n_tries;
};

G_DEFINE_FINAL_TYPE (RubArticleScroller, rub_article_scroller, G_TYPE_OBJECT)

static gboolean
has_arrived (RubArticleScroller *self, GtkAdjustment *adjustment)
{
  double value = gtk_adjustment_get_value (adjustment);
  double last = gtk_adjustment_get_upper (adjustment) - gtk_adjustment_get_page_size (adjustment);

  return rub_article_view_get_block (self->view) == self->goal
         || (value >= last - 1 && rub_article_view_get_block (self->view) < self->goal);
}

static void
scroll (RubArticleScroller *self)
{
  GtkTextView *view = GTK_TEXT_VIEW (self->view);
  RubArticleBuffer *text = rub_article_view_get_text (self->view);
  int height = MAX (1, gtk_widget_get_height (GTK_WIDGET (view)));
  GtkTextIter iter;

  if (text == NULL)
    return;
  rub_article_buffer_get_block_start (text, self->goal, &iter);
  gtk_text_buffer_place_cursor (GTK_TEXT_BUFFER (text), &iter);
  gtk_text_view_scroll_to_mark (view, gtk_text_buffer_get_insert (GTK_TEXT_BUFFER (text)),
                                CLAMP ((double) self->gap_px / height, 0, 0.4), TRUE, 0, 0);
}

static gboolean
on_still_cb (gpointer data)
{
  RubArticleScroller *self = RUB_ARTICLE_SCROLLER (data);
  GtkAdjustment *adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (self->view));

  if (self->goal >= 0 && !has_arrived (self, adjustment) && self->n_tries < MAX_TRIES)
    {
      self->n_tries++;
      scroll (self);
      return G_SOURCE_CONTINUE;
    }

  self->still_source = 0;
  self->goal = -1;

  return G_SOURCE_REMOVE;
}

static void
wait_until_still (RubArticleScroller *self)
{
  g_clear_handle_id (&self->still_source, g_source_remove);
  self->still_source = g_timeout_add (STILL_MS, on_still_cb, self);
}

static void
on_adjustment_changed_cb (GtkAdjustment *adjustment, RubArticleScroller *self)
{
  g_assert (RUB_IS_ARTICLE_SCROLLER (self));

  if (self->goal < 0)
    return;

  scroll (self);
  wait_until_still (self);
}

static void
on_adjustment_value_changed_cb (GtkAdjustment *adjustment, RubArticleScroller *self)
{
  g_assert (RUB_IS_ARTICLE_SCROLLER (self));

  if (self->goal >= 0)
    wait_until_still (self);
}

static void
rub_article_scroller_dispose (GObject *object)
{
  RubArticleScroller *self = RUB_ARTICLE_SCROLLER (object);

  g_clear_handle_id (&self->still_source, g_source_remove);
  g_clear_object (&self->adjustment);
  self->view = NULL;

  G_OBJECT_CLASS (rub_article_scroller_parent_class)->dispose (object);
}

static void
rub_article_scroller_class_init (RubArticleScrollerClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = rub_article_scroller_dispose;
}

static void
rub_article_scroller_init (RubArticleScroller *self)
{
  self->goal = -1;
  self->adjustment = g_signal_group_new (GTK_TYPE_ADJUSTMENT);
  g_signal_group_connect (self->adjustment, "changed", G_CALLBACK (on_adjustment_changed_cb),
                          self);
  g_signal_group_connect (self->adjustment, "value-changed",
                          G_CALLBACK (on_adjustment_value_changed_cb), self);
}

RubArticleScroller *
rub_article_scroller_new (RubArticleView *view)
{
  RubArticleScroller *self;

  g_return_val_if_fail (RUB_IS_ARTICLE_VIEW (view), NULL);

  self = g_object_new (RUB_TYPE_ARTICLE_SCROLLER, NULL);
  self->view = view;
  g_object_bind_property (view, "vadjustment", self->adjustment, "target",
                          G_BINDING_SYNC_CREATE);

  return self;
}

void
rub_article_scroller_go (RubArticleScroller *self, int block, int gap_px)
{
  g_return_if_fail (RUB_IS_ARTICLE_SCROLLER (self));

  self->goal = MAX (0, block);
  self->gap_px = gap_px;
  self->n_tries = 0;
  scroll (self);
  wait_until_still (self);
}

gboolean
rub_article_scroller_is_under_way (RubArticleScroller *self)
{
  g_return_val_if_fail (RUB_IS_ARTICLE_SCROLLER (self), FALSE);

  return self->goal >= 0;
}

int
rub_article_scroller_get_goal (RubArticleScroller *self)
{
  g_return_val_if_fail (RUB_IS_ARTICLE_SCROLLER (self), -1);

  return self->goal;
}

void
rub_article_scroller_cancel (RubArticleScroller *self)
{
  g_return_if_fail (RUB_IS_ARTICLE_SCROLLER (self));

  self->goal = -1;
}

void
rub_article_scroller_halt (RubArticleScroller *self)
{
  GtkAdjustment *adjustment;

  g_return_if_fail (RUB_IS_ARTICLE_SCROLLER (self));

  rub_article_scroller_cancel (self);
  adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (self->view));
  if (adjustment != NULL)
    gtk_adjustment_set_value (adjustment, gtk_adjustment_get_value (adjustment));
}
