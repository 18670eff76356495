/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "rub-read-page.h"

#include "rub-aloud-bar.h"
#include "rub-article-byline.h"
#include "rub-article-drop.h"
#include "rub-article-intake.h"
#include "rub-article-loader.h"
#include "rub-article-pdf.h"
#include "rub-article-print.h"
#include "rub-article-view.h"
#include "rub-body-loader.h"
#include "rub-card-words.h"
#include "rub-desk.h"
#include "rub-find-bar.h"
#include "rub-marker.h"
#include "rub-read-head.h"
#include "rub-read-look.h"
#include "rub-read-pace.h"
#include "rub-read-palette.h"
#include "rub-read-side.h"

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
  gboolean is_side_shown; /* instead of the article, in a narrow window */
  gboolean is_side_wanted; /* beside the article, in a wide one */

  /* Owned */
  RubDesk *desk;
  RubReadLook *look;
  RubReadPace *pace; /* NULL without an article */
  RubShelf *shelf;   /* NULL until the library is known, as all below */
  RubArticleIntake *intake;
  RubMarks *marks;
  RubMarker *marker;

  /* Template */
  GtkWidget *paper;
  RubReadSide *side;
  GtkWidget *separator;
  GtkStack *states;
  AdwStatusPage *error;
  GtkWidget *error_side;
  RubReadHead *head;
  RubFindBar *find_bar;
  GtkScrolledWindow *scroller;
  RubArticleView *view;
  RubAloudBar *aloud_bar;
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

  rub_read_side_set_block (self->side, block);
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

/* The desk cannot see where the runner is. */
static void
tell_place (RubReadPage *self)
{
  if (rub_article_view_get_text (self->view) != NULL)
    rub_desk_set_block (self->desk, rub_article_view_get_block (self->view));
}

static gboolean
on_rested_cb (gpointer data)
{
  RubReadPage *self = RUB_READ_PAGE (data);

  self->rest_source = 0;
  tell_place (self);
  rub_desk_keep_place (self->desk);

  return G_SOURCE_REMOVE;
}

static gboolean
on_follow_cb (gpointer data)
{
  RubReadPage *self = RUB_READ_PAGE (data);

  self->follow_source = 0;
  if (rub_desk_get_article (self->desk) != NULL)
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

  if (rub_desk_get_article (self->desk) == NULL)
    return;

  follow (self);
  g_clear_handle_id (&self->rest_source, g_source_remove);
  self->rest_source = g_timeout_add (REST_MS, on_rested_cb, self);
}

/* Shows the side, the article, or both where there is room. */
static void
show_parts (RubReadPage *self)
{
  gboolean is_narrow = rub_page_get_narrow (RUB_PAGE (self));

  gtk_widget_set_visible (GTK_WIDGET (self->side),
                          is_narrow ? self->is_side_shown : self->is_side_wanted);
  gtk_widget_set_visible (self->separator, !is_narrow && self->is_side_wanted);
  gtk_widget_set_visible (GTK_WIDGET (self->states), !is_narrow || !self->is_side_shown);
  gtk_widget_set_visible (self->error_side, is_narrow);
}

static void
show_side (RubReadPage *self, gboolean is_shown)
{
  if (rub_page_get_narrow (RUB_PAGE (self)))
    self->is_side_shown = is_shown;
  else
    self->is_side_wanted = is_shown;
  show_parts (self);
}

static void
on_section_chosen_cb (RubReadPage *self, int block)
{
  g_assert (RUB_IS_READ_PAGE (self));

  tell_place (self);
  self->is_side_shown = FALSE;
  show_parts (self);
  rub_desk_go (self->desk, block);
  gtk_widget_grab_focus (GTK_WIDGET (self->view));
}

static void
on_article_chosen_cb (RubReadPage *self, const char *id, int block)
{
  g_assert (RUB_IS_READ_PAGE (self));

  tell_place (self);
  self->is_side_shown = FALSE;
  show_parts (self);
  rub_desk_open (self->desk, id, block);
}

static void
on_ways_changed_cb (RubReadPage *self)
{
  gboolean has_back, has_forward;

  g_assert (RUB_IS_READ_PAGE (self));

  has_back = rub_desk_can_travel (self->desk, -1);
  has_forward = rub_desk_can_travel (self->desk, 1);
  rub_read_head_set_ways (self->head, has_back, has_forward);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "read.back", has_back);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "read.forward", has_forward);
}

/* What is counted stands in the text. */
static void
take_pace (RubReadPage *self)
{
  RubArticleBuffer *text = rub_article_view_get_text (self->view);

  g_clear_pointer (&self->pace, rub_read_pace_free);
  self->pace = text != NULL ? rub_read_pace_new (text) : NULL;
}

/* Those of the runner change under the text, which is not to be torn away. */
static void
show_cards (RubReadPage *self)
{
  RubArticle *article = rub_desk_get_article (self->desk);
  RubLibrary *library = rub_page_get_library (RUB_PAGE (self));
  RubRecords *records = library != NULL ? rub_library_get_records (library) : NULL;
  g_autoptr (GPtrArray) words = NULL;

  if (article == NULL || records == NULL)
    return;

  words = rub_card_words_make_all (article, records, rub_library_get_now_us (library));
  if (!rub_article_view_set_cards (self->view, words))
    return;
  rub_find_bar_refresh (self->find_bar);
  take_pace (self);
}

static void
show_error (RubReadPage *self)
{
  const GError *error = rub_desk_get_error (self->desk);
  g_autofree char *message = g_markup_escape_text (error->message, -1);

  adw_status_page_set_description (self->error, message);
  gtk_stack_set_visible_child_name (self->states, "error");
}

static void
on_opened_cb (RubReadPage *self)
{
  RubArticle *article = rub_desk_get_article (self->desk);

  g_assert (RUB_IS_READ_PAGE (self));

  /* The view goes out of sight, and so loses the focus, while it still has a text. */
  if (article == NULL)
    show_error (self);
  rub_article_view_set_article (self->view, article, rub_desk_get_pictures (self->desk));
  take_pace (self);
  rub_read_side_set_article (self->side, article);
  rub_read_head_set_article (self->head, article);
  rub_find_bar_refresh (self->find_bar);
  rub_aloud_bar_refresh (self->aloud_bar);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "read.when-not",
                                 article != NULL && rub_article_byline_has_when_not (article));
  if (self->marks != NULL)
    rub_marks_set_text (self->marks, rub_article_view_get_text (self->view));
  if (article == NULL)
    return;

  show_cards (self);
  gtk_stack_set_visible_child_name (self->states, "full");
  follow (self);
}

static void
on_moved_cb (RubReadPage *self, int block)
{
  g_assert (RUB_IS_READ_PAGE (self));

  rub_article_view_scroll_to_block (self->view, block);
}

static void
travel (RubReadPage *self, int direction)
{
  tell_place (self);
  rub_desk_travel (self->desk, direction);
}

static void
on_when_not_action_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  RubReadPage *self = RUB_READ_PAGE (widget);
  RubArticle *article = rub_desk_get_article (self->desk);

  on_section_chosen_cb (self, rub_article_find_heading (article, RUB_SECTION_WHEN_NOT));
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
on_aloud_action_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  rub_aloud_bar_toggle (RUB_READ_PAGE (widget)->aloud_bar);
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
  RubArticle *article = rub_desk_get_article (RUB_READ_PAGE (widget)->desk);

  if (article == NULL)
    return;
  if (g_str_equal (name, "read.print"))
    rub_article_print (widget, article);
  else
    rub_article_pdf_save (widget, article);
}

static void
on_travel_action_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  travel (RUB_READ_PAGE (widget), g_str_equal (name, "read.back") ? -1 : 1);
}

/* Back is where lines start. */
static void
on_way_action_cb (GtkWidget *widget, const char *name, GVariant *parameter)
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
on_side_action_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  RubReadPage *self = RUB_READ_PAGE (widget);

  show_side (self, !gtk_widget_get_visible (GTK_WIDGET (self->side)));
}

static void
on_shelf_action_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  RubReadPage *self = RUB_READ_PAGE (widget);

  show_side (self, TRUE);
  rub_read_side_ask (self->side, name + strlen ("read."));
}

static void
on_highlight_action_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  RubReadPage *self = RUB_READ_PAGE (widget);

  if (self->marker != NULL)
    rub_marker_ask (self->marker);
}

/* With a cursor, words can be selected by keys. */
static void
on_caret_action_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  GtkTextView *view = GTK_TEXT_VIEW (RUB_READ_PAGE (widget)->view);

  gtk_text_view_set_cursor_visible (view, !gtk_text_view_get_cursor_visible (view));
  gtk_widget_grab_focus (GTK_WIDGET (view));
}

static void
on_added_cb (RubReadPage *self, const char *key)
{
  RubArticle *article = rub_desk_get_article (self->desk);

  g_assert (RUB_IS_READ_PAGE (self));

  tell_place (self);
  if (article != NULL && g_str_equal (rub_article_get_id (article), key))
    rub_desk_reopen (self->desk);
  else
    on_article_chosen_cb (self, key, -1);
}

/* What went wrong is told in the side. */
static void
on_failed_cb (RubReadPage *self)
{
  g_assert (RUB_IS_READ_PAGE (self));

  show_side (self, TRUE);
}

static void
take_library (RubReadPage *self)
{
  RubLibrary *library = rub_page_get_library (RUB_PAGE (self));

  if (self->shelf != NULL)
    return;

  self->shelf = rub_shelf_new (library);
  self->intake = rub_article_intake_new (library, self->shelf);
  g_signal_connect_object (self->intake, "added", G_CALLBACK (on_added_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->intake, "failed", G_CALLBACK (on_failed_cb), self,
                           G_CONNECT_SWAPPED);
  rub_article_drop_add (GTK_WIDGET (self), self->intake);
  rub_read_side_set_library (self->side, library, self->shelf, self->intake);
  rub_desk_set_library (self->desk, library, self->shelf);
  self->marks = rub_marks_new (library, self->shelf);
  self->marker = rub_marker_new (self->view, self->marks, GTK_WIDGET (self));
  rub_marks_set_text (self->marks, rub_article_view_get_text (self->view));
}

/* Something from outside: a file that was dropped, or opened with Rubdown. */
static void
on_add_action_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  RubReadPage *self = RUB_READ_PAGE (widget);
  g_autoptr (GFile) file = g_file_new_for_uri (g_variant_get_string (parameter, NULL));

  take_library (self);
  rub_article_intake_add_file (self->intake, file);
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
  RubReadPage *self = RUB_READ_PAGE (page);
  RubLibrary *library = rub_page_get_library (page);

  take_library (self);
  rub_spot_popovers_set_body (rub_article_view_get_popovers (self->view),
                              rub_body_loader_get_bundled (rub_library_get_body_build (library)),
                              rub_library_is_body_mirrored (library));
  rub_read_side_refresh (self->side);
  show_cards (self);
  rub_desk_restore_place (self->desk);
}

static void
rub_read_page_set_narrow (RubPage *page, gboolean is_narrow)
{
  RubReadPage *self = RUB_READ_PAGE (page);

  rub_read_side_set_narrow (self->side, is_narrow);
  rub_read_head_set_narrow (self->head, is_narrow);
  show_parts (self);
}

/* The article needs no records: it can be read while they are opened, and when they cannot be. */
static void
rub_read_page_map (GtkWidget *widget)
{
  RubReadPage *self = RUB_READ_PAGE (widget);

  if (rub_desk_get_article (self->desk) == NULL && rub_desk_get_error (self->desk) == NULL)
    {
      rub_read_side_refresh (self->side);
      rub_read_page_open (self, RUB_ARTICLE_MASSAGE_FOR_RUNNERS);
    }

  GTK_WIDGET_CLASS (rub_read_page_parent_class)->map (widget);
}

static void
rub_read_page_unmap (GtkWidget *widget)
{
  RubReadPage *self = RUB_READ_PAGE (widget);

  g_clear_handle_id (&self->rest_source, g_source_remove);
  tell_place (self);
  rub_desk_keep_place (self->desk);

  GTK_WIDGET_CLASS (rub_read_page_parent_class)->unmap (widget);
}

static void
rub_read_page_dispose (GObject *object)
{
  RubReadPage *self = RUB_READ_PAGE (object);

  g_clear_handle_id (&self->rest_source, g_source_remove);
  g_clear_handle_id (&self->follow_source, g_source_remove);
  if (self->marker != NULL)
    rub_marker_close (self->marker);
  if (self->intake != NULL)
    rub_article_intake_cancel (self->intake);
  g_clear_object (&self->marker);
  g_clear_object (&self->marks);
  g_clear_object (&self->intake);
  g_clear_object (&self->shelf);
  g_clear_object (&self->desk);
  g_clear_object (&self->look);
  g_clear_pointer (&self->pace, rub_read_pace_free);

  G_OBJECT_CLASS (rub_read_page_parent_class)->dispose (object);
}

static void
install_actions (GtkWidgetClass *widget_class)
{
  static const struct
  {
    const char *name;
    const char *parameter;
    GtkWidgetActionActivateFunc activate;
  } actions[] = {
    { "read.open", "s", open_action },
    { "read.add", "s", on_add_action_cb },
    { "read.find", NULL, on_find_action_cb },
    { "read.find-next", NULL, on_find_action_cb },
    { "read.find-previous", NULL, on_find_action_cb },
    { "read.aloud", NULL, on_aloud_action_cb },
    { "read.larger", NULL, on_size_action_cb },
    { "read.smaller", NULL, on_size_action_cb },
    { "read.usual-size", NULL, on_size_action_cb },
    { "read.next-heading", NULL, on_heading_action_cb },
    { "read.previous-heading", NULL, on_heading_action_cb },
    { "read.when-not", NULL, on_when_not_action_cb },
    { "read.look", NULL, on_look_action_cb },
    { "read.go-left", NULL, on_way_action_cb },
    { "read.go-right", NULL, on_way_action_cb },
    { "read.back", NULL, on_travel_action_cb },
    { "read.forward", NULL, on_travel_action_cb },
    { "read.print", NULL, on_out_action_cb },
    { "read.save-pdf", NULL, on_out_action_cb },
    { "read.show-side", NULL, on_side_action_cb },
    { "read.search", NULL, on_shelf_action_cb },
    { "read.add-address", NULL, on_shelf_action_cb },
    { "read.add-file", NULL, on_shelf_action_cb },
    { "read.paste", NULL, on_shelf_action_cb },
    { "read.highlight", NULL, on_highlight_action_cb },
    { "read.caret", NULL, on_caret_action_cb },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_class_install_action (widget_class, actions[i].name, actions[i].parameter,
                                     actions[i].activate);
}

static void
rub_read_page_class_init (RubReadPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  RubPageClass *page_class = RUB_PAGE_CLASS (klass);

  g_type_ensure (RUB_TYPE_ALOUD_BAR);
  g_type_ensure (RUB_TYPE_ARTICLE_VIEW);
  g_type_ensure (RUB_TYPE_FIND_BAR);
  g_type_ensure (RUB_TYPE_READ_HEAD);
  g_type_ensure (RUB_TYPE_READ_SIDE);

  G_OBJECT_CLASS (klass)->dispose = rub_read_page_dispose;
  widget_class->map = rub_read_page_map;
  widget_class->unmap = rub_read_page_unmap;
  page_class->refresh = rub_read_page_refresh;
  page_class->set_narrow = rub_read_page_set_narrow;

  install_actions (widget_class);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/rubdown/Rubdown/ui/rub-read-page.ui");
  gtk_widget_class_bind_template_child (widget_class, RubReadPage, states);
  gtk_widget_class_bind_template_child (widget_class, RubReadPage, error);
  gtk_widget_class_bind_template_child (widget_class, RubReadPage, error_side);
  gtk_widget_class_bind_template_child (widget_class, RubReadPage, paper);
  gtk_widget_class_bind_template_child (widget_class, RubReadPage, side);
  gtk_widget_class_bind_template_child (widget_class, RubReadPage, head);
  gtk_widget_class_bind_template_child (widget_class, RubReadPage, separator);
  gtk_widget_class_bind_template_child (widget_class, RubReadPage, find_bar);
  gtk_widget_class_bind_template_child (widget_class, RubReadPage, scroller);
  gtk_widget_class_bind_template_child (widget_class, RubReadPage, view);
  gtk_widget_class_bind_template_child (widget_class, RubReadPage, aloud_bar);
  gtk_widget_class_bind_template_callback (widget_class, on_article_chosen_cb);
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
  rub_aloud_bar_set_view (self->aloud_bar, self->view);

  self->is_side_wanted = TRUE;
  self->desk = rub_desk_new ();
  g_signal_connect_object (self->desk, "opened", G_CALLBACK (on_opened_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->desk, "moved", G_CALLBACK (on_moved_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->desk, "ways-changed", G_CALLBACK (on_ways_changed_cb), self,
                           G_CONNECT_SWAPPED);
  on_ways_changed_cb (self);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "read.when-not", FALSE);

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

  tell_place (self);
  rub_desk_open (self->desk, id, -1);
}

void
rub_read_page_open_place (RubReadPage *self, const char *place)
{
  g_return_if_fail (RUB_IS_READ_PAGE (self));
  g_return_if_fail (place != NULL);

  tell_place (self);
  self->is_side_shown = FALSE;
  show_parts (self);
  rub_desk_open_place (self->desk, place);
}
