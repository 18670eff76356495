/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "rub-read-page.h"

#include "rub-article-loader.h"
#include "rub-article-pdf.h"
#include "rub-article-print.h"
#include "rub-article-view.h"
#include "rub-contents.h"
#include "rub-find-bar.h"
#include "rub-read-head.h"
#include "rub-read-history.h"
#include "rub-read-look.h"
#include "rub-read-pace.h"
#include "rub-read-palette.h"

/* How long the text rests before the place is kept. */
#define REST_MS 1000
/* The buttons at the side of a mouse. */
#define BUTTON_BACK 8
#define BUTTON_FORWARD 9

struct _RubReadPage
{
  RubPage parent_instance;

  guint rest_source;
  guint follow_source;
  int kept_block;       /* the place as it is stored */
  gboolean is_restored; /* whether the stored place was taken up */

  /* Owned */
  RubArticle *article;
  RubReadLook *look;
  RubReadHistory *history;
  RubReadPace *pace; /* NULL without an article */

  /* Template */
  GtkStack *states;
  AdwStatusPage *error;
  GtkWidget *paper;
  GtkWidget *side;
  RubReadHead *head;
  RubContents *contents;
  RubFindBar *find_bar;
  GtkScrolledWindow *scroller;
  RubArticleView *view;
};

G_DEFINE_FINAL_TYPE (RubReadPage, rub_read_page, RUB_TYPE_PAGE)

static gboolean
is_at_end (GtkAdjustment *adjustment)
{
  double rest = gtk_adjustment_get_upper (adjustment) - gtk_adjustment_get_page_size (adjustment)
                - gtk_adjustment_get_value (adjustment);

  return rest < 1 && gtk_adjustment_get_value (adjustment) > 0;
}

/* The last sections are too short to ever reach the top: at the end of the text it is the last
 * one that is read. */
static void
update_current (RubReadPage *self)
{
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (self->scroller);
  int block = is_at_end (adjustment) ? G_MAXINT : rub_article_view_get_block (self->view);

  rub_contents_set_current (self->contents, block);
  rub_read_head_set_block (self->head, block);
}

/* What is on screen counts as read in the line, and as not yet read in the time that is left. */
static void
update_pace (RubReadPage *self)
{
  int top = rub_article_view_get_offset (self->view, FALSE);
  int bottom = rub_article_view_get_offset (self->view, TRUE);

  if (self->pace != NULL)
    rub_read_head_set_pace (self->head, rub_read_pace_get_left_min (self->pace, top),
                            rub_read_pace_get_fraction (self->pace, bottom));
}

static void
keep_place (RubReadPage *self)
{
  RubLibrary *library = rub_page_get_library (RUB_PAGE (self));
  g_autoptr (RubChange) change = NULL;
  RubPlace place;

  if (self->article == NULL || !self->is_restored || library == NULL
      || !rub_library_can_write (library))
    return;

  place.article_id = g_intern_string (rub_article_get_id (self->article));
  place.block = rub_article_view_get_block (self->view);
  if (place.block == self->kept_block)
    return;

  self->kept_block = place.block;
  change = rub_change_new ();
  rub_change_set_place (change, &place);
  rub_library_commit (library, change, NULL);
}

static gboolean
on_rested_cb (gpointer data)
{
  RubReadPage *self = RUB_READ_PAGE (data);

  self->rest_source = 0;
  keep_place (self);

  return G_SOURCE_REMOVE;
}

static gboolean
on_follow_cb (gpointer data)
{
  RubReadPage *self = RUB_READ_PAGE (data);

  self->follow_source = 0;
  if (self->article != NULL)
    {
      update_current (self);
      update_pace (self);
    }

  return G_SOURCE_REMOVE;
}

/* Before the next frame, for the text may just be on its way into this one. */
static void
follow (RubReadPage *self)
{
  if (self->follow_source == 0)
    self->follow_source = g_idle_add_full (G_PRIORITY_HIGH_IDLE, on_follow_cb, self, NULL);
}

static void
on_scrolled_cb (RubReadPage *self)
{
  g_assert (RUB_IS_READ_PAGE (self));

  if (self->article == NULL)
    return;

  follow (self);
  g_clear_handle_id (&self->rest_source, g_source_remove);
  self->rest_source = g_timeout_add (REST_MS, on_rested_cb, self);
}

/* The way back leads to where one is now. */
static void
leave (RubReadPage *self)
{
  if (self->article != NULL)
    rub_read_history_move (self->history, rub_article_view_get_block (self->view));
}

static void
arrive (RubReadPage *self, int block)
{
  RubPlace place;

  if (self->article == NULL)
    return;

  place = (RubPlace){ rub_article_get_id (self->article), block };
  rub_read_history_visit (self->history, &place);
}

static void
on_section_chosen_cb (RubReadPage *self, int block)
{
  g_assert (RUB_IS_READ_PAGE (self));

  leave (self);
  arrive (self, block);
  rub_article_view_scroll_to_block (self->view, block);
  gtk_widget_grab_focus (GTK_WIDGET (self->view));
}

static void
on_history_changed_cb (RubReadPage *self)
{
  gboolean has_back, has_forward;

  g_assert (RUB_IS_READ_PAGE (self));

  has_back = rub_read_history_can_go (self->history, -1);
  has_forward = rub_read_history_can_go (self->history, 1);
  rub_read_head_set_ways (self->head, has_back, has_forward);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "read.back", has_back);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "read.forward", has_forward);
}

static void
show_error (RubReadPage *self, const GError *error)
{
  g_autofree char *message = g_markup_escape_text (error->message, -1);

  adw_status_page_set_description (self->error, message);
  gtk_stack_set_visible_child_name (self->states, "error");
}

static void
restore_place (RubReadPage *self)
{
  RubLibrary *library = rub_page_get_library (RUB_PAGE (self));
  RubRecords *records = library != NULL ? rub_library_get_records (library) : NULL;

  if (self->is_restored || self->article == NULL || records == NULL)
    return;

  self->is_restored = TRUE;
  self->kept_block = rub_records_get_place (records, rub_article_get_id (self->article));
  /* Somebody who reads already is not torn away. */
  if (self->kept_block > 0
      && gtk_adjustment_get_value (gtk_scrolled_window_get_vadjustment (self->scroller)) < 1)
    rub_article_view_scroll_to_block (self->view, self->kept_block);
}

static gboolean
is_open (RubReadPage *self, const char *id)
{
  return self->article != NULL && g_str_equal (rub_article_get_id (self->article), id);
}

static void
take_article (RubReadPage *self)
{
  g_clear_pointer (&self->pace, rub_read_pace_free);
  rub_article_view_set_article (self->view, self->article);
  rub_contents_set_article (self->contents, self->article);
  rub_read_head_set_article (self->head, self->article);
  rub_find_bar_refresh (self->find_bar);
  if (self->article != NULL)
    self->pace = rub_read_pace_new (rub_article_view_get_text (self->view));
}

/* As rub_read_page_open(), and no step of the history. */
static void
load (RubReadPage *self, const char *id)
{
  g_autoptr (GError) error = NULL;

  g_clear_object (&self->article);
  self->article = rub_article_load (id, g_get_language_names (), &error);
  self->is_restored = FALSE;
  self->kept_block = 0;
  /* The view goes out of sight, and so loses the focus, while it still has a text. */
  if (self->article == NULL)
    show_error (self, error);
  take_article (self);
  if (self->article == NULL)
    return;

  gtk_stack_set_visible_child_name (self->states, "full");
  follow (self);
}

static void
travel (RubReadPage *self, int direction)
{
  const RubPlace *place;
  int block;

  leave (self);
  place = rub_read_history_go (self->history, direction);
  if (place == NULL)
    return;

  block = place->block;
  if (!is_open (self, place->article_id))
    load (self, place->article_id);
  self->is_restored = TRUE;
  rub_article_view_scroll_to_block (self->view, block);
}

static void
on_find_action_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  RubReadPage *self = RUB_READ_PAGE (widget);

  if (g_str_equal (name, "read.find"))
    rub_find_bar_toggle (self->find_bar);
  else
    rub_find_bar_move (self->find_bar, g_str_equal (name, "read.find-next") ? 1 : -1);
}

static void
on_size_action_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  RubReadPage *self = RUB_READ_PAGE (widget);

  rub_read_look_step_size (self->look, g_str_equal (name, "read.larger")    ? 1
                                       : g_str_equal (name, "read.smaller") ? -1
                                                                            : 0);
}

static void
on_heading_action_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  RubReadPage *self = RUB_READ_PAGE (widget);

  rub_article_view_move_heading (self->view, g_str_equal (name, "read.next-heading") ? 1 : -1);
  gtk_widget_grab_focus (GTK_WIDGET (self->view));
}

static void
on_look_action_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  rub_read_head_show_look (RUB_READ_PAGE (widget)->head);
}

static void
on_out_action_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  RubReadPage *self = RUB_READ_PAGE (widget);

  if (self->article == NULL)
    return;
  if (g_str_equal (name, "read.print"))
    rub_article_print (widget, self->article);
  else
    rub_article_pdf_save (widget, self->article);
}

static void
on_travel_action_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  travel (RUB_READ_PAGE (widget), g_str_equal (name, "read.back") ? -1 : 1);
}

/* Back is where lines start. */
static void
on_side_action_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gboolean is_left = g_str_equal (name, "read.go-left");
  gboolean is_rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;

  travel (RUB_READ_PAGE (widget), is_left != is_rtl ? -1 : 1);
}

static void
on_mouse_pressed_cb (RubReadPage *self, int n_press, double x, double y, GtkGestureSingle *gesture)
{
  guint button = gtk_gesture_single_get_current_button (gesture);

  g_assert (RUB_IS_READ_PAGE (self));

  if (button == BUTTON_BACK || button == BUTTON_FORWARD)
    travel (self, button == BUTTON_BACK ? -1 : 1);
}

static void
open_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  RubReadPage *self = RUB_READ_PAGE (widget);

  rub_read_page_open_place (self, g_variant_get_string (parameter, NULL));
  /* Whoever asks for it by key goes on with keys in it. */
  gtk_widget_grab_focus (GTK_WIDGET (self->view));
}

static void
rub_read_page_refresh (RubPage *page)
{
  restore_place (RUB_READ_PAGE (page));
}

static void
rub_read_page_set_narrow (RubPage *page, gboolean is_narrow)
{
  RubReadPage *self = RUB_READ_PAGE (page);

  gtk_widget_set_visible (self->side, !is_narrow);
  rub_read_head_set_narrow (self->head, is_narrow);
}

/* The article needs no records: it can be read while they are opened, and when they cannot be. */
static void
rub_read_page_map (GtkWidget *widget)
{
  RubReadPage *self = RUB_READ_PAGE (widget);

  if (self->article == NULL)
    rub_read_page_open (self, RUB_ARTICLE_MASSAGE_FOR_RUNNERS);

  GTK_WIDGET_CLASS (rub_read_page_parent_class)->map (widget);
}

static void
rub_read_page_unmap (GtkWidget *widget)
{
  RubReadPage *self = RUB_READ_PAGE (widget);

  g_clear_handle_id (&self->rest_source, g_source_remove);
  keep_place (self);

  GTK_WIDGET_CLASS (rub_read_page_parent_class)->unmap (widget);
}

static void
rub_read_page_dispose (GObject *object)
{
  RubReadPage *self = RUB_READ_PAGE (object);

  g_clear_handle_id (&self->rest_source, g_source_remove);
  g_clear_handle_id (&self->follow_source, g_source_remove);
  g_clear_object (&self->article);
  g_clear_object (&self->look);
  g_clear_object (&self->history);
  g_clear_pointer (&self->pace, rub_read_pace_free);

  G_OBJECT_CLASS (rub_read_page_parent_class)->dispose (object);
}

static void
rub_read_page_class_init (RubReadPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  RubPageClass *page_class = RUB_PAGE_CLASS (klass);

  g_type_ensure (RUB_TYPE_ARTICLE_VIEW);
  g_type_ensure (RUB_TYPE_CONTENTS);
  g_type_ensure (RUB_TYPE_FIND_BAR);
  g_type_ensure (RUB_TYPE_READ_HEAD);

  G_OBJECT_CLASS (klass)->dispose = rub_read_page_dispose;
  widget_class->map = rub_read_page_map;
  widget_class->unmap = rub_read_page_unmap;
  page_class->refresh = rub_read_page_refresh;
  page_class->set_narrow = rub_read_page_set_narrow;

  gtk_widget_class_install_action (widget_class, "read.open", "s", open_action);
  gtk_widget_class_install_action (widget_class, "read.find", NULL, on_find_action_cb);
  gtk_widget_class_install_action (widget_class, "read.find-next", NULL, on_find_action_cb);
  gtk_widget_class_install_action (widget_class, "read.find-previous", NULL, on_find_action_cb);

  gtk_widget_class_install_action (widget_class, "read.larger", NULL, on_size_action_cb);
  gtk_widget_class_install_action (widget_class, "read.smaller", NULL, on_size_action_cb);
  gtk_widget_class_install_action (widget_class, "read.usual-size", NULL, on_size_action_cb);
  gtk_widget_class_install_action (widget_class, "read.next-heading", NULL, on_heading_action_cb);
  gtk_widget_class_install_action (widget_class, "read.previous-heading", NULL,
                                   on_heading_action_cb);
  gtk_widget_class_install_action (widget_class, "read.look", NULL, on_look_action_cb);
  gtk_widget_class_install_action (widget_class, "read.back", NULL, on_travel_action_cb);
  gtk_widget_class_install_action (widget_class, "read.forward", NULL, on_travel_action_cb);
  gtk_widget_class_install_action (widget_class, "read.go-left", NULL, on_side_action_cb);
  gtk_widget_class_install_action (widget_class, "read.go-right", NULL, on_side_action_cb);
  gtk_widget_class_install_action (widget_class, "read.print", NULL, on_out_action_cb);
  gtk_widget_class_install_action (widget_class, "read.save-pdf", NULL, on_out_action_cb);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/rubdown/Rubdown/ui/rub-read-page.ui");
  gtk_widget_class_bind_template_child (widget_class, RubReadPage, states);
  gtk_widget_class_bind_template_child (widget_class, RubReadPage, error);
  gtk_widget_class_bind_template_child (widget_class, RubReadPage, paper);
  gtk_widget_class_bind_template_child (widget_class, RubReadPage, side);
  gtk_widget_class_bind_template_child (widget_class, RubReadPage, head);
  gtk_widget_class_bind_template_child (widget_class, RubReadPage, contents);
  gtk_widget_class_bind_template_child (widget_class, RubReadPage, find_bar);
  gtk_widget_class_bind_template_child (widget_class, RubReadPage, scroller);
  gtk_widget_class_bind_template_child (widget_class, RubReadPage, view);
  gtk_widget_class_bind_template_callback (widget_class, on_section_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_mouse_pressed_cb);
}

static void
rub_read_page_init (RubReadPage *self)
{
  g_autoptr (GSettings) settings = g_settings_new (RUB_APP_ID);
  GtkAdjustment *adjustment;

  gtk_widget_init_template (GTK_WIDGET (self));
  self->look = rub_read_look_new (settings);
  rub_read_palette_follow (self->paper, self->look);
  rub_article_view_set_look (self->view, self->look);
  rub_read_head_set_look (self->head, self->look);
  rub_find_bar_set_view (self->find_bar, self->view);

  self->history = rub_read_history_new ();
  g_signal_connect_object (self->history, "changed", G_CALLBACK (on_history_changed_cb), self,
                           G_CONNECT_SWAPPED);
  on_history_changed_cb (self);

  adjustment = gtk_scrolled_window_get_vadjustment (self->scroller);
  g_signal_connect_object (adjustment, "value-changed", G_CALLBACK (on_scrolled_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (adjustment, "changed", G_CALLBACK (follow), self,
                           G_CONNECT_SWAPPED);
}

void
rub_read_page_open (RubReadPage *self, const char *id)
{
  g_return_if_fail (RUB_IS_READ_PAGE (self));
  g_return_if_fail (id != NULL);

  leave (self);
  load (self, id);
  arrive (self, 0);
  restore_place (self);
}

void
rub_read_page_open_place (RubReadPage *self, const char *place)
{
  g_autofree char *id = NULL;
  const char *section;
  int block;

  g_return_if_fail (RUB_IS_READ_PAGE (self));
  g_return_if_fail (place != NULL);

  section = strchr (place, '#');
  id = section != NULL ? g_strndup (place, (gsize) (section - place)) : g_strdup (place);
  if (section == NULL && is_open (self, id))
    return;
  if (section == NULL)
    {
      rub_read_page_open (self, id);
      return;
    }

  leave (self);
  if (!is_open (self, id))
    load (self, id);
  if (self->article == NULL)
    return;

  self->is_restored = TRUE;
  block = MAX (rub_article_find_heading (self->article, section + 1), 0);
  arrive (self, block);
  rub_article_view_scroll_to_block (self->view, block);
}
