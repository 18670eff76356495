/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "rub-aloud-follower.h"

#include "rub-article-style.h"

/* The part of the view that is comfortable to read in, as shares of its height, and where a
 * sentence goes that has left it. */
#define MIDDLE_TOP 0.05
#define MIDDLE_BOTTOM 0.8
#define GOAL 0.25

/* How long GTK's animation takes at most. A text view that is still laying out its text may have
 * ended the way early; then it is taken again. */
#define WAY_MS 350
#define MAX_TRIES 5

#define MARK "spoken"

struct _RubAloudFollower
{
  GObject parent_instance;

  int start; /* characters into the text, or -1 */
  int end;
  gboolean is_away;
  guint way_source; /* while the text moves because of us */
  guint look_source;
  int n_tries;

  /* Owned */
  GSignalGroup *adjustment;

  /* Borrowed */
  RubArticleView *view;
};

enum
{
  PROP_0,
  PROP_IS_AWAY,
  N_PROPS
};

G_DEFINE_FINAL_TYPE (RubAloudFollower, rub_aloud_follower, G_TYPE_OBJECT)

static GParamSpec *properties[N_PROPS];

static GtkTextBuffer *
get_buffer (RubAloudFollower *self)
{
  return (GtkTextBuffer *) rub_article_view_get_text (self->view);
}

static void
set_is_away (RubAloudFollower *self, gboolean is_away)
{
  if (self->is_away == is_away)
    return;

  self->is_away = is_away;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_IS_AWAY]);
}

/* Sets @top and @bottom (out) to where the lit sentence is, as shares of what is in view. */
static void
get_extent (RubAloudFollower *self, double *top, double *bottom)
{
  GtkTextView *view = GTK_TEXT_VIEW (self->view);
  GdkRectangle area, first, last;
  GtkTextIter iter;
  double height;

  gtk_text_view_get_visible_rect (view, &area);
  gtk_text_buffer_get_iter_at_offset (get_buffer (self), &iter, self->start);
  gtk_text_view_get_iter_location (view, &iter, &first);
  gtk_text_buffer_get_iter_at_offset (get_buffer (self), &iter, self->end);
  gtk_text_view_get_iter_location (view, &iter, &last);
  height = MAX (1, area.height);
  *top = (first.y - area.y) / height;
  *bottom = (last.y + last.height - area.y) / height;
}

static gboolean
is_in_sight (RubAloudFollower *self)
{
  double top, bottom;

  get_extent (self, &top, &bottom);

  return bottom > 0 && top < 1;
}

/* One too long for the middle is well placed with its start in it. */
static gboolean
is_in_middle (RubAloudFollower *self)
{
  double top, bottom;

  get_extent (self, &top, &bottom);

  return top >= MIDDLE_TOP && (bottom <= MIDDLE_BOTTOM || top <= GOAL);
}

static void
scroll (RubAloudFollower *self)
{
  GtkTextBuffer *buffer = get_buffer (self);
  GtkTextMark *mark = gtk_text_buffer_get_mark (buffer, MARK);
  GtkTextIter iter;

  gtk_text_buffer_get_iter_at_offset (buffer, &iter, self->start);
  if (mark == NULL)
    mark = gtk_text_buffer_create_mark (buffer, MARK, &iter, TRUE);
  else
    gtk_text_buffer_move_mark (buffer, mark, &iter);
  gtk_text_view_scroll_to_mark (GTK_TEXT_VIEW (self->view), mark, 0, TRUE, 0, GOAL);
}

static gboolean
on_way_ended_cb (gpointer data)
{
  RubAloudFollower *self = RUB_ALOUD_FOLLOWER (data);

  if (self->start >= 0 && !is_in_sight (self) && self->n_tries < MAX_TRIES)
    {
      self->n_tries++;
      scroll (self);
      return G_SOURCE_CONTINUE;
    }

  self->way_source = 0;

  return G_SOURCE_REMOVE;
}

static void
end_way (RubAloudFollower *self)
{
  g_clear_handle_id (&self->way_source, g_source_remove);
}

static void
go (RubAloudFollower *self)
{
  end_way (self);
  self->n_tries = 0;
  self->way_source = g_timeout_add (WAY_MS, on_way_ended_cb, self);
  scroll (self);
}

static gboolean
on_look_cb (gpointer data)
{
  RubAloudFollower *self = RUB_ALOUD_FOLLOWER (data);

  self->look_source = 0;
  if (self->start >= 0 && self->way_source == 0)
    set_is_away (self, !is_in_sight (self));

  return G_SOURCE_REMOVE;
}

/* To ask a text view where something is can lay out text, and move the text again. */
static void
on_value_changed_cb (GtkAdjustment *adjustment, RubAloudFollower *self)
{
  g_assert (RUB_IS_ALOUD_FOLLOWER (self));

  if (self->start >= 0 && self->look_source == 0)
    self->look_source = g_idle_add (on_look_cb, self);
}

static gboolean
on_scroll_cb (GtkEventControllerScroll *controller, double dx, double dy, RubAloudFollower *self)
{
  g_assert (RUB_IS_ALOUD_FOLLOWER (self));

  end_way (self);

  return GDK_EVENT_PROPAGATE;
}

static void
set_lit (RubAloudFollower *self, gboolean is_lit)
{
  GtkTextBuffer *buffer = get_buffer (self);
  GtkTextIter start, end;

  if (self->start < 0 || buffer == NULL)
    return;

  gtk_text_buffer_get_iter_at_offset (buffer, &start, self->start);
  gtk_text_buffer_get_iter_at_offset (buffer, &end, self->end);
  if (is_lit)
    gtk_text_buffer_apply_tag_by_name (buffer, RUB_TAG_SPOKEN, &start, &end);
  else
    gtk_text_buffer_remove_tag_by_name (buffer, RUB_TAG_SPOKEN, &start, &end);
}

static void
rub_aloud_follower_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  RubAloudFollower *self = RUB_ALOUD_FOLLOWER (object);

  switch (id)
    {
    case PROP_IS_AWAY:
      g_value_set_boolean (value, self->is_away);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
rub_aloud_follower_dispose (GObject *object)
{
  RubAloudFollower *self = RUB_ALOUD_FOLLOWER (object);

  end_way (self);
  g_clear_handle_id (&self->look_source, g_source_remove);
  g_clear_object (&self->adjustment);
  self->view = NULL;

  G_OBJECT_CLASS (rub_aloud_follower_parent_class)->dispose (object);
}

static void
rub_aloud_follower_class_init (RubAloudFollowerClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = rub_aloud_follower_get_property;
  object_class->dispose = rub_aloud_follower_dispose;

  properties[PROP_IS_AWAY]
    = g_param_spec_boolean ("is-away", NULL, NULL, FALSE,
                            G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
rub_aloud_follower_init (RubAloudFollower *self)
{
  self->start = -1;
  self->adjustment = g_signal_group_new (GTK_TYPE_ADJUSTMENT);
  g_signal_group_connect (self->adjustment, "value-changed", G_CALLBACK (on_value_changed_cb),
                          self);
}

RubAloudFollower *
rub_aloud_follower_new (RubArticleView *view)
{
  RubAloudFollower *self;
  GtkEventController *scroll_controller;

  g_return_val_if_fail (RUB_IS_ARTICLE_VIEW (view), NULL);

  self = g_object_new (RUB_TYPE_ALOUD_FOLLOWER, NULL);
  self->view = view;
  g_object_bind_property (view, "vadjustment", self->adjustment, "target",
                          G_BINDING_SYNC_CREATE);
  scroll_controller = gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_BOTH_AXES);
  g_signal_connect_object (scroll_controller, "scroll", G_CALLBACK (on_scroll_cb), self, 0);
  gtk_widget_add_controller (GTK_WIDGET (view), scroll_controller);

  return self;
}

void
rub_aloud_follower_set_sentence (RubAloudFollower *self, const RubSentence *sentence)
{
  RubArticleBuffer *text;
  GtkTextIter start, end;

  g_return_if_fail (RUB_IS_ALOUD_FOLLOWER (self));

  text = rub_article_view_get_text (self->view);
  set_lit (self, FALSE);
  if (sentence == NULL || text == NULL)
    {
      rub_aloud_follower_forget (self);
      return;
    }

  rub_article_buffer_get_text_iter (text, sentence->block, sentence->start, &start);
  rub_article_buffer_get_text_iter (text, sentence->block, sentence->end, &end);
  self->start = gtk_text_iter_get_offset (&start);
  self->end = gtk_text_iter_get_offset (&end);
  set_lit (self, TRUE);
  if (self->is_away)
    set_is_away (self, !is_in_sight (self));
  else if (!is_in_middle (self))
    go (self);
}

void
rub_aloud_follower_forget (RubAloudFollower *self)
{
  g_return_if_fail (RUB_IS_ALOUD_FOLLOWER (self));

  end_way (self);
  self->start = -1;
  set_is_away (self, FALSE);
}

void
rub_aloud_follower_come_back (RubAloudFollower *self)
{
  g_return_if_fail (RUB_IS_ALOUD_FOLLOWER (self));

  set_is_away (self, FALSE);
  if (self->start >= 0)
    go (self);
}

gboolean
rub_aloud_follower_get_is_away (RubAloudFollower *self)
{
  g_return_val_if_fail (RUB_IS_ALOUD_FOLLOWER (self), FALSE);

  return self->is_away;
}

/* Returns: the first sentence that ends behind @offset, or the last. */
static guint
find_at (RubAloudFollower *self, const RubSentence *sentences, guint n_sentences, int offset)
{
  RubArticleBuffer *text = rub_article_view_get_text (self->view);

  for (guint i = 0; i < n_sentences; i++)
    {
      GtkTextIter end;

      rub_article_buffer_get_text_iter (text, sentences[i].block, sentences[i].end, &end);
      if (gtk_text_iter_get_offset (&end) > offset)
        return i;
    }

  return n_sentences - 1;
}

/* Returns: the sentence at the top of the view, or the next if that starts above and another one
 * starts in view. */
static guint
find_in_view (RubAloudFollower *self, const RubSentence *sentences, guint n_sentences)
{
  GtkTextView *view = GTK_TEXT_VIEW (self->view);
  RubArticleBuffer *text = rub_article_view_get_text (self->view);
  GdkRectangle area, place;
  GtkTextIter top, start;
  guint first;

  gtk_text_view_get_visible_rect (view, &area);
  gtk_text_view_get_iter_at_location (view, &top, area.x, area.y);
  first = find_at (self, sentences, n_sentences, gtk_text_iter_get_offset (&top));
  rub_article_buffer_get_text_iter (text, sentences[first].block, sentences[first].start, &start);
  if (first + 1 == n_sentences || gtk_text_iter_compare (&start, &top) >= 0)
    return first;

  rub_article_buffer_get_text_iter (text, sentences[first + 1].block, sentences[first + 1].start,
                                    &start);
  gtk_text_view_get_iter_location (view, &start, &place);

  return place.y + place.height <= area.y + area.height ? first + 1 : first;
}

guint
rub_aloud_follower_find_start (RubAloudFollower *self, const RubSentence *sentences,
                               guint n_sentences)
{
  GtkTextIter start;

  g_return_val_if_fail (RUB_IS_ALOUD_FOLLOWER (self), 0);

  if (n_sentences == 0 || get_buffer (self) == NULL)
    return 0;
  if (gtk_text_buffer_get_selection_bounds (get_buffer (self), &start, NULL))
    return find_at (self, sentences, n_sentences, gtk_text_iter_get_offset (&start));

  return find_in_view (self, sentences, n_sentences);
}
