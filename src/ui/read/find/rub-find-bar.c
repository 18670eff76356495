/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "rub-find-bar.h"

#include <glib/gi18n.h>

#include "rub-article-style.h"
#include "rub-text-search.h"

/* Of a frame of 16 ms, what the first look for a word may take, which is for what is on screen, and
 * each one later. */
#define FIRST_US 1000
#define SLICE_US 3000
/* How often what is found out of sight is told. */
#define TELL_US (100 * G_TIME_SPAN_MILLISECOND)
/* A longer selection is not what somebody looks for. */
#define MAX_SEED_CHARS 80

struct _RubFindBar
{
  AdwBin parent_instance;

  int shown; /* where the match shown starts, or -1 */
  guint slice_source;
  gint64 told_us; /* when the count was last told */

  /* Owned */
  RubTextSearch *search; /* nullable: as long as nobody looks for something */

  /* Borrowed, nullable */
  RubArticleView *view;

  /* Template */
  GtkSearchBar *bar;
  GtkSearchEntry *entry;
  GtkLabel *count;
};

G_DEFINE_FINAL_TYPE (RubFindBar, rub_find_bar, ADW_TYPE_BIN)

static GtkTextBuffer *
get_buffer (RubFindBar *self)
{
  RubArticleBuffer *text = self->view != NULL ? rub_article_view_get_text (self->view) : NULL;

  return (GtkTextBuffer *) text;
}

static guint
get_n_matches (RubFindBar *self)
{
  return self->search != NULL ? rub_text_search_get_n_matches (self->search) : 0;
}

/* The match shown is the only one that is marked in the text itself; the others are painted, for
 * there may be thousands of them. */
static void
mark_shown (RubFindBar *self, const RubMatch *match)
{
  GtkTextBuffer *buffer = get_buffer (self);
  GtkTextIter start, end;

  if (buffer == NULL)
    return;
  if (self->shown >= 0)
    {
      gtk_text_buffer_get_iter_at_offset (buffer, &start, self->shown);
      end = start;
      gtk_text_iter_forward_line (&end);
      gtk_text_buffer_remove_tag_by_name (buffer, RUB_TAG_CURRENT_MATCH, &start, &end);
    }
  self->shown = match != NULL ? match->start : -1;
  if (match == NULL)
    return;
  gtk_text_buffer_get_iter_at_offset (buffer, &start, match->start);
  gtk_text_buffer_get_iter_at_offset (buffer, &end, match->end);
  gtk_text_buffer_apply_tag_by_name (buffer, RUB_TAG_CURRENT_MATCH, &start, &end);
}

static void
tell_count (RubFindBar *self)
{
  g_autofree char *text = NULL;
  gboolean has_words = gtk_editable_get_text (GTK_EDITABLE (self->entry))[0] != '\0';
  guint n_matches = get_n_matches (self);

  if (!has_words || (n_matches == 0 && self->slice_source != 0))
    text = g_strdup ("");
  else if (n_matches == 0)
    text = g_strdup (_("Not found"));
  else
    /* Translators: which of the matches of a search is shown, such as "3 of 12". */
    text = g_strdup_printf (C_ ("find", "%d of %u"), rub_find_bar_get_match (self) + 1, n_matches);
  gtk_label_set_label (self->count, text);
}

static void
show_match (RubFindBar *self, guint index)
{
  RubMatch match = rub_text_search_get_match (self->search, index);

  mark_shown (self, &match);
  rub_article_view_show (self->view, match.start);
  tell_count (self);
}

/* Shows the first match that is not above what the reader sees, as soon as there is one. Those
 * above come last: the first of all is only shown when there is no other. */
static void
show_near (RubFindBar *self, gboolean has_more)
{
  guint n_matches = get_n_matches (self);
  guint near;

  if (self->shown >= 0 || n_matches == 0)
    return;

  near = rub_text_search_find (self->search, rub_article_view_get_offset (self->view, FALSE));
  if (near < n_matches || !has_more)
    show_match (self, near % n_matches);
}

static void
update (RubFindBar *self, gboolean has_more)
{
  guint n_matches = get_n_matches (self);

  show_near (self, has_more);
  tell_count (self);
  self->told_us = g_get_monotonic_time ();
  gtk_widget_queue_draw (GTK_WIDGET (self->view));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "find.next", n_matches > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "find.previous", n_matches > 0);
}

static gboolean
on_slice_cb (gpointer data)
{
  RubFindBar *self = RUB_FIND_BAR (data);
  gboolean has_more = rub_text_search_step (self->search, SLICE_US);
  gint64 since_us = g_get_monotonic_time () - self->told_us;
  gboolean is_first = self->shown < 0 && get_n_matches (self) > 0;

  if (!has_more)
    self->slice_source = 0;
  if (!has_more || is_first || since_us > TELL_US)
    update (self, has_more);

  return has_more ? G_SOURCE_CONTINUE : G_SOURCE_REMOVE;
}

static void
clear (RubFindBar *self)
{
  mark_shown (self, NULL);
  g_clear_handle_id (&self->slice_source, g_source_remove);
  if (self->view != NULL)
    rub_article_view_set_matches (self->view, NULL);
  g_clear_pointer (&self->search, rub_text_search_free);
}

static void
start_search (RubFindBar *self)
{
  GtkTextBuffer *buffer = get_buffer (self);
  g_autofree char *text = NULL;
  GtkTextIter start, end;

  if (self->search != NULL)
    return;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  text = gtk_text_buffer_get_text (buffer, &start, &end, TRUE);
  self->search = rub_text_search_new (text);
  rub_article_view_set_matches (self->view, self->search);
}

static void
search (RubFindBar *self)
{
  const char *words = gtk_editable_get_text (GTK_EDITABLE (self->entry));
  gboolean has_more;

  mark_shown (self, NULL);
  g_clear_handle_id (&self->slice_source, g_source_remove);
  if (get_buffer (self) == NULL || !gtk_search_bar_get_search_mode (self->bar))
    return;

  start_search (self);
  rub_text_search_start (self->search, words, rub_article_view_get_offset (self->view, FALSE));
  has_more = rub_text_search_step (self->search, FIRST_US);
  if (has_more)
    self->slice_source = g_idle_add (on_slice_cb, self);
  update (self, has_more);
}

/* What is selected is what is looked for. */
static void
seed (RubFindBar *self)
{
  GtkTextBuffer *buffer = get_buffer (self);
  g_autofree char *words = NULL;
  GtkTextIter start, end;

  if (buffer == NULL || !gtk_text_buffer_get_selection_bounds (buffer, &start, &end)
      || gtk_text_iter_get_line (&start) != gtk_text_iter_get_line (&end)
      || gtk_text_iter_get_offset (&end) - gtk_text_iter_get_offset (&start) > MAX_SEED_CHARS)
    return;

  words = gtk_text_iter_get_text (&start, &end);
  g_strstrip (words);
  if (words[0] != '\0')
    gtk_editable_set_text (GTK_EDITABLE (self->entry), words);
}

static void
on_words_changed_cb (RubFindBar *self)
{
  g_assert (RUB_IS_FIND_BAR (self));

  search (self);
}

static void
on_next_cb (RubFindBar *self)
{
  g_assert (RUB_IS_FIND_BAR (self));

  rub_find_bar_move (self, 1);
}

static void
on_previous_cb (RubFindBar *self)
{
  g_assert (RUB_IS_FIND_BAR (self));

  rub_find_bar_move (self, -1);
}

static void
on_open_changed_cb (RubFindBar *self)
{
  g_assert (RUB_IS_FIND_BAR (self));

  if (gtk_search_bar_get_search_mode (self->bar))
    return;

  clear (self);
  if (self->view != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (self->view));
}

static void
on_move_action_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  rub_find_bar_move (RUB_FIND_BAR (widget), g_str_equal (name, "find.next") ? 1 : -1);
}

static void
rub_find_bar_dispose (GObject *object)
{
  RubFindBar *self = RUB_FIND_BAR (object);

  clear (self);
  g_clear_weak_pointer (&self->view);

  G_OBJECT_CLASS (rub_find_bar_parent_class)->dispose (object);
}

static void
rub_find_bar_finalize (GObject *object)
{
  g_clear_pointer (&RUB_FIND_BAR (object)->search, rub_text_search_free);

  G_OBJECT_CLASS (rub_find_bar_parent_class)->finalize (object);
}

static void
rub_find_bar_class_init (RubFindBarClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = rub_find_bar_dispose;
  object_class->finalize = rub_find_bar_finalize;

  gtk_widget_class_install_action (widget_class, "find.next", NULL, on_move_action_cb);
  gtk_widget_class_install_action (widget_class, "find.previous", NULL, on_move_action_cb);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/rubdown/Rubdown/ui/rub-find-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, RubFindBar, bar);
  gtk_widget_class_bind_template_child (widget_class, RubFindBar, entry);
  gtk_widget_class_bind_template_child (widget_class, RubFindBar, count);
  gtk_widget_class_bind_template_callback (widget_class, on_words_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_next_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_previous_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_open_changed_cb);
}

static void
rub_find_bar_init (RubFindBar *self)
{
  self->shown = -1;
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_search_bar_connect_entry (self->bar, GTK_EDITABLE (self->entry));
}

void
rub_find_bar_set_view (RubFindBar *self, RubArticleView *view)
{
  g_return_if_fail (RUB_IS_FIND_BAR (self));
  g_return_if_fail (view == NULL || RUB_IS_ARTICLE_VIEW (view));

  g_set_weak_pointer (&self->view, view);
}

void
rub_find_bar_refresh (RubFindBar *self)
{
  g_return_if_fail (RUB_IS_FIND_BAR (self));

  /* The old text is gone, and with it its marks. */
  self->shown = -1;
  clear (self);
  search (self);
}

void
rub_find_bar_toggle (RubFindBar *self)
{
  gboolean is_open;

  g_return_if_fail (RUB_IS_FIND_BAR (self));

  is_open = gtk_search_bar_get_search_mode (self->bar);
  if (is_open && gtk_widget_get_focus_child (GTK_WIDGET (self->entry)) != NULL)
    {
      gtk_search_bar_set_search_mode (self->bar, FALSE);
      return;
    }

  gtk_search_bar_set_search_mode (self->bar, TRUE);
  seed (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
  gtk_editable_select_region (GTK_EDITABLE (self->entry), 0, -1);
  if (!is_open)
    search (self);
}

void
rub_find_bar_move (RubFindBar *self, int direction)
{
  int n_matches;

  g_return_if_fail (RUB_IS_FIND_BAR (self));
  g_return_if_fail (direction == 1 || direction == -1);

  n_matches = (int) get_n_matches (self);
  if (n_matches > 0)
    show_match (self, (guint) ((rub_find_bar_get_match (self) + direction + n_matches)
                               % n_matches));
}

guint
rub_find_bar_get_n_matches (RubFindBar *self)
{
  g_return_val_if_fail (RUB_IS_FIND_BAR (self), 0);

  return get_n_matches (self);
}

int
rub_find_bar_get_match (RubFindBar *self)
{
  g_return_val_if_fail (RUB_IS_FIND_BAR (self), -1);

  return self->shown >= 0 ? (int) rub_text_search_find (self->search, self->shown) : -1;
}
