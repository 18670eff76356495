/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "rub-read-page.h"

#include "rub-article-byline.h"
#include "rub-article-loader.h"
#include "rub-article-view.h"
#include "rub-body-loader.h"
#include "rub-card-words.h"
#include "rub-contents.h"
#include "rub-find-bar.h"

/* How long the text rests before the place is kept. */
#define REST_MS 1000

struct _RubReadPage
{
  RubPage parent_instance;

  guint rest_source;
  int kept_block;       /* the place as it is stored */
  gboolean is_restored; /* whether the stored place was taken up */

  /* Owned */
  RubArticle *article;

  /* Template */
  GtkStack *states;
  AdwStatusPage *error;
  GtkWidget *side;
  GtkWidget *when_not;
  GtkWidget *narrow_when_not;
  GtkWidget *narrow_bar;
  GtkMenuButton *contents_button;
  GtkLabel *section;
  RubContents *contents;
  RubContents *popover_contents;
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
  const char *title = rub_contents_set_current (self->contents, block);

  rub_contents_set_current (self->popover_contents, block);
  gtk_label_set_label (self->section, title != NULL ? title : "");
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

static void
on_scrolled_cb (RubReadPage *self)
{
  g_assert (RUB_IS_READ_PAGE (self));

  if (self->article == NULL)
    return;

  update_current (self);
  g_clear_handle_id (&self->rest_source, g_source_remove);
  self->rest_source = g_timeout_add (REST_MS, on_rested_cb, self);
}

static void
on_section_chosen_cb (RubReadPage *self, int block)
{
  g_assert (RUB_IS_READ_PAGE (self));

  gtk_menu_button_popdown (self->contents_button);
  rub_article_view_scroll_to_block (self->view, block);
  gtk_widget_grab_focus (GTK_WIDGET (self->view));
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

/* Those of the runner change under the text, which is not to be torn away. */
static void
show_cards (RubReadPage *self)
{
  RubLibrary *library = rub_page_get_library (RUB_PAGE (self));
  RubRecords *records = library != NULL ? rub_library_get_records (library) : NULL;
  g_autoptr (GPtrArray) words = NULL;

  if (self->article == NULL || records == NULL)
    return;

  words = rub_card_words_make_all (self->article, records, rub_library_get_now_us (library));
  if (rub_article_view_set_cards (self->view, words))
    rub_find_bar_refresh (self->find_bar);
}

static void
on_when_not_action_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  RubReadPage *self = RUB_READ_PAGE (widget);

  self->is_restored = TRUE;
  rub_article_view_scroll_to_block (
    self->view, rub_article_find_heading (self->article, RUB_SECTION_WHEN_NOT));
  gtk_widget_grab_focus (GTK_WIDGET (self->view));
}

static void
update_when_not (RubReadPage *self)
{
  gboolean has_when_not = self->article != NULL && rub_article_byline_has_when_not (self->article);

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "read.when-not", has_when_not);
  gtk_widget_set_visible (self->when_not, has_when_not);
  gtk_widget_set_visible (self->narrow_when_not, has_when_not);
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

  rub_spot_popovers_set_body (rub_article_view_get_popovers (self->view),
                              rub_body_loader_get_bundled (rub_library_get_body_build (library)),
                              rub_library_is_body_mirrored (library));
  show_cards (self);
  restore_place (self);
}

static void
rub_read_page_set_narrow (RubPage *page, gboolean is_narrow)
{
  RubReadPage *self = RUB_READ_PAGE (page);

  gtk_widget_set_visible (self->side, !is_narrow);
  gtk_widget_set_visible (self->narrow_bar, is_narrow);
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
  g_clear_object (&self->article);

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

  G_OBJECT_CLASS (klass)->dispose = rub_read_page_dispose;
  widget_class->map = rub_read_page_map;
  widget_class->unmap = rub_read_page_unmap;
  page_class->refresh = rub_read_page_refresh;
  page_class->set_narrow = rub_read_page_set_narrow;

  gtk_widget_class_install_action (widget_class, "read.open", "s", open_action);
  gtk_widget_class_install_action (widget_class, "read.when-not", NULL, on_when_not_action_cb);
  gtk_widget_class_install_action (widget_class, "read.find", NULL, on_find_action_cb);
  gtk_widget_class_install_action (widget_class, "read.find-next", NULL, on_find_action_cb);
  gtk_widget_class_install_action (widget_class, "read.find-previous", NULL, on_find_action_cb);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/rubdown/Rubdown/ui/rub-read-page.ui");
  gtk_widget_class_bind_template_child (widget_class, RubReadPage, states);
  gtk_widget_class_bind_template_child (widget_class, RubReadPage, error);
  gtk_widget_class_bind_template_child (widget_class, RubReadPage, side);
  gtk_widget_class_bind_template_child (widget_class, RubReadPage, when_not);
  gtk_widget_class_bind_template_child (widget_class, RubReadPage, narrow_when_not);
  gtk_widget_class_bind_template_child (widget_class, RubReadPage, narrow_bar);
  gtk_widget_class_bind_template_child (widget_class, RubReadPage, contents_button);
  gtk_widget_class_bind_template_child (widget_class, RubReadPage, section);
  gtk_widget_class_bind_template_child (widget_class, RubReadPage, contents);
  gtk_widget_class_bind_template_child (widget_class, RubReadPage, popover_contents);
  gtk_widget_class_bind_template_child (widget_class, RubReadPage, find_bar);
  gtk_widget_class_bind_template_child (widget_class, RubReadPage, scroller);
  gtk_widget_class_bind_template_child (widget_class, RubReadPage, view);
  gtk_widget_class_bind_template_callback (widget_class, on_section_chosen_cb);
}

static void
rub_read_page_init (RubReadPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  rub_find_bar_set_view (self->find_bar, self->view);
  update_when_not (self);
  g_signal_connect_object (gtk_scrolled_window_get_vadjustment (self->scroller), "value-changed",
                           G_CALLBACK (on_scrolled_cb), self, G_CONNECT_SWAPPED);
}

void
rub_read_page_open (RubReadPage *self, const char *id)
{
  g_autoptr (GError) error = NULL;

  g_return_if_fail (RUB_IS_READ_PAGE (self));
  g_return_if_fail (id != NULL);

  g_clear_object (&self->article);
  self->article = rub_article_load (id, g_get_language_names (), &error);
  self->is_restored = FALSE;
  self->kept_block = 0;
  /* The view goes out of sight, and so loses the focus, while it still has a text. */
  if (self->article == NULL)
    show_error (self, error);
  rub_article_view_set_article (self->view, self->article);
  rub_contents_set_article (self->contents, self->article);
  rub_contents_set_article (self->popover_contents, self->article);
  rub_find_bar_refresh (self->find_bar);
  update_when_not (self);
  if (self->article == NULL)
    return;

  show_cards (self);
  gtk_stack_set_visible_child_name (self->states, "full");
  update_current (self);
  restore_place (self);
}

void
rub_read_page_open_place (RubReadPage *self, const char *place)
{
  g_autofree char *id = NULL;
  const char *section;

  g_return_if_fail (RUB_IS_READ_PAGE (self));
  g_return_if_fail (place != NULL);

  section = strchr (place, '#');
  id = section != NULL ? g_strndup (place, (gsize) (section - place)) : g_strdup (place);
  if (self->article == NULL || g_strcmp0 (rub_article_get_id (self->article), id) != 0)
    rub_read_page_open (self, id);
  if (self->article == NULL || section == NULL)
    return;

  self->is_restored = TRUE;
  rub_article_view_scroll_to_block (
    self->view, MAX (rub_article_find_heading (self->article, section + 1), 0));
}
