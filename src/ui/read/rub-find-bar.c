/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "rub-find-bar.h"

#include <glib/gi18n.h>

#include "rub-article-style.h"

/* Characters into the text, @end behind the last. */
typedef struct
{
  int start;
  int end;
} Match;

struct _RubFindBar
{
  AdwBin parent_instance;

  int current; /* index of the match shown, or -1 */

  /* Owned */
  GArray *matches; /* of Match */

  /* Borrowed */
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

static void
unmark (GtkTextBuffer *buffer, const char *tag_name)
{
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  gtk_text_buffer_remove_tag_by_name (buffer, tag_name, &start, &end);
}

static void
mark (GtkTextBuffer *buffer, const char *tag_name, const Match *match)
{
  GtkTextIter start, end;

  gtk_text_buffer_get_iter_at_offset (buffer, &start, match->start);
  gtk_text_buffer_get_iter_at_offset (buffer, &end, match->end);
  gtk_text_buffer_apply_tag_by_name (buffer, tag_name, &start, &end);
}

static void
collect (RubFindBar *self, GtkTextBuffer *buffer, const char *words)
{
  GtkTextIter iter, start, end;

  gtk_text_buffer_get_start_iter (buffer, &iter);
  while (gtk_text_iter_forward_search (&iter, words,
                                       GTK_TEXT_SEARCH_TEXT_ONLY
                                         | GTK_TEXT_SEARCH_CASE_INSENSITIVE,
                                       &start, &end, NULL))
    {
      Match match = { gtk_text_iter_get_offset (&start), gtk_text_iter_get_offset (&end) };

      g_array_append_val (self->matches, match);
      mark (buffer, RUB_TAG_MATCH, &match);
      iter = end;
    }
}

static void
tell_count (RubFindBar *self)
{
  g_autofree char *text = NULL;

  if (gtk_editable_get_text (GTK_EDITABLE (self->entry))[0] == '\0')
    text = g_strdup ("");
  else if (self->matches->len == 0)
    text = g_strdup (_("Not found"));
  else
    /* Translators: which of the matches of a search is shown, such as "3 of 12". */
    text = g_strdup_printf (C_ ("find", "%d of %u"), self->current + 1, self->matches->len);
  gtk_label_set_label (self->count, text);
}

static void
show_match (RubFindBar *self, int index)
{
  GtkTextBuffer *buffer = get_buffer (self);
  const Match *match = &g_array_index (self->matches, Match, index);

  g_assert (buffer != NULL);

  self->current = index;
  unmark (buffer, RUB_TAG_CURRENT_MATCH);
  mark (buffer, RUB_TAG_CURRENT_MATCH, match);
  rub_article_view_show (self->view, match->start);
  tell_count (self);
}

/* Returns: the first match that is not above what the reader sees. */
static int
find_near (RubFindBar *self)
{
  int block = rub_article_view_get_block (self->view);
  GtkTextIter iter;

  rub_article_buffer_get_block_start (rub_article_view_get_text (self->view), block, &iter);
  for (guint i = 0; i < self->matches->len; i++)
    if (g_array_index (self->matches, Match, i).start >= gtk_text_iter_get_offset (&iter))
      return (int) i;

  return 0;
}

static void
clear (RubFindBar *self)
{
  GtkTextBuffer *buffer = get_buffer (self);

  g_array_set_size (self->matches, 0);
  self->current = -1;
  if (buffer == NULL)
    return;
  unmark (buffer, RUB_TAG_MATCH);
  unmark (buffer, RUB_TAG_CURRENT_MATCH);
}

static void
on_search_changed_cb (RubFindBar *self)
{
  g_assert (RUB_IS_FIND_BAR (self));

  rub_find_bar_refresh (self);
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

  self->view = NULL;

  G_OBJECT_CLASS (rub_find_bar_parent_class)->dispose (object);
}

static void
rub_find_bar_finalize (GObject *object)
{
  g_array_unref (RUB_FIND_BAR (object)->matches);

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
  gtk_widget_class_bind_template_callback (widget_class, on_search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_next_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_previous_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_open_changed_cb);
}

static void
rub_find_bar_init (RubFindBar *self)
{
  self->current = -1;
  self->matches = g_array_new (FALSE, FALSE, sizeof (Match));
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_search_bar_connect_entry (self->bar, GTK_EDITABLE (self->entry));
}

void
rub_find_bar_set_view (RubFindBar *self, RubArticleView *view)
{
  g_return_if_fail (RUB_IS_FIND_BAR (self));
  g_return_if_fail (view == NULL || RUB_IS_ARTICLE_VIEW (view));

  self->view = view;
}

void
rub_find_bar_refresh (RubFindBar *self)
{
  const char *words;
  GtkTextBuffer *buffer;

  g_return_if_fail (RUB_IS_FIND_BAR (self));

  clear (self);
  words = gtk_editable_get_text (GTK_EDITABLE (self->entry));
  buffer = get_buffer (self);
  if (buffer != NULL && words[0] != '\0' && gtk_search_bar_get_search_mode (self->bar))
    collect (self, buffer, words);
  if (self->matches->len > 0)
    show_match (self, find_near (self));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "find.next", self->matches->len > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "find.previous", self->matches->len > 0);
  tell_count (self);
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
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
  gtk_editable_select_region (GTK_EDITABLE (self->entry), 0, -1);
  if (!is_open)
    rub_find_bar_refresh (self);
}

void
rub_find_bar_move (RubFindBar *self, int direction)
{
  int n_matches;

  g_return_if_fail (RUB_IS_FIND_BAR (self));
  g_return_if_fail (direction == 1 || direction == -1);

  n_matches = (int) self->matches->len;
  if (n_matches > 0)
    show_match (self, (self->current + direction + n_matches) % n_matches);
}

guint
rub_find_bar_get_n_matches (RubFindBar *self)
{
  g_return_val_if_fail (RUB_IS_FIND_BAR (self), 0);

  return self->matches->len;
}

int
rub_find_bar_get_match (RubFindBar *self)
{
  g_return_val_if_fail (RUB_IS_FIND_BAR (self), -1);

  return self->current;
}
