/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gstdio.h>

#include "rub-article-loader.h"
#include "rub-article-view.h"
#include "rub-contents.h"
#include "rub-find-bar.h"
#include "rub-read-bench.h"
#include "rub-read-page.h"
#include "rub-ui-resources.h"

#define ARTICLE RUB_ARTICLE_MASSAGE_FOR_RUNNERS
#define N_SECTIONS 10
/* The narrowest window, without its borders. */
#define NARROWEST_PX 360

typedef struct
{
  char *folder;
  GSettings *settings;
  RubLibrary *library;
  GtkWidget *window;
  RubReadPage *page;
  RubArticleView *view;

  int expected;
} Fixture;

static int
find_heading (const char *id)
{
  static const char *const english[] = { "en", NULL };
  g_autoptr (RubArticle) article = rub_article_load (ARTICLE, english, NULL);
  int block = rub_article_find_heading (article, id);

  g_assert_cmpint (block, >, 0);

  return block;
}

static gboolean
is_read (gpointer data)
{
  return rub_library_get_records (data) != NULL;
}

static void
open_library (Fixture *fixture)
{
  g_autofree char *path = g_build_filename (fixture->folder, "rubdown.db", NULL);

  fixture->library = rub_library_new (path, fixture->settings);
  rub_read_bench_wait (is_read, fixture->library);
}

static void
open_window (Fixture *fixture)
{
  fixture->window = gtk_window_new ();
  fixture->page = g_object_new (RUB_TYPE_READ_PAGE, "library", fixture->library, NULL);
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 1000, 600);
  gtk_window_set_child (GTK_WINDOW (fixture->window), GTK_WIDGET (fixture->page));
  gtk_window_present (GTK_WINDOW (fixture->window));
  fixture->view = rub_read_bench_find (GTK_WIDGET (fixture->page), RUB_TYPE_ARTICLE_VIEW);
  g_assert_nonnull (fixture->view);
  rub_read_bench_wait (rub_read_bench_is_laid_out, fixture->view);
}

/* Ends with the page really gone. */
static void
close_window (Fixture *fixture)
{
  g_object_add_weak_pointer (G_OBJECT (fixture->page), (gpointer *) &fixture->page);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  rub_read_bench_drain ();
  g_assert_null (fixture->page);
}

static gboolean
is_last_reference (gpointer data)
{
  return G_OBJECT (data)->ref_count == 1;
}

/* A page that goes keeps its place, and the library lives until that is written. */
static void
close_library (Fixture *fixture)
{
  rub_read_bench_wait (is_last_reference, fixture->library);
  g_assert_finalize_object (fixture->library);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->folder = g_dir_make_tmp ("rub-read-XXXXXX", NULL);
  fixture->settings = g_settings_new (RUB_APP_ID);
  open_library (fixture);
  open_window (fixture);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GDir) folder = NULL;
  const char *name;

  close_window (fixture);
  close_library (fixture);
  g_assert_finalize_object (fixture->settings);

  folder = g_dir_open (fixture->folder, 0, NULL);
  while ((name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *path = g_build_filename (fixture->folder, name, NULL);

      g_remove (path);
    }
  g_rmdir (fixture->folder);
  g_free (fixture->folder);
}

static GtkListBox *
find_list (Fixture *fixture)
{
  return rub_read_bench_find (GTK_WIDGET (fixture->page), GTK_TYPE_LIST_BOX);
}

static gboolean
is_at_expected (gpointer data)
{
  Fixture *fixture = data;

  return rub_article_view_get_block (fixture->view) == fixture->expected;
}

static void
scroll_to (Fixture *fixture, int block)
{
  fixture->expected = block;
  rub_article_view_scroll_to_block (fixture->view, block);
  rub_read_bench_wait (is_at_expected, fixture);
}

static gboolean
is_kept (gpointer data)
{
  Fixture *fixture = data;

  return rub_records_get_place (rub_library_get_records (fixture->library), ARTICLE)
         == fixture->expected;
}

static void
test_contents (Fixture *fixture, gconstpointer data)
{
  static const char *const names[] = {
    "Introduction",          "Soreness: Partly",       "Range of Motion: Partly",
    "Recovery: Partly",      "Injury Risk: Unproven",  "State of Mind: Partly",
    "If You Are New to Running", "If You Have Run for Years", "When to Leave It Alone",
    "In Short",
  };
  GtkListBox *list = find_list (fixture);

  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Contents");
  for (int i = 0; i < N_SECTIONS; i++)
    gtk_test_accessible_assert_property (
      GTK_ACCESSIBLE (gtk_list_box_get_row_at_index (list, i)), GTK_ACCESSIBLE_PROPERTY_LABEL,
      names[i]);
  g_assert_null (gtk_list_box_get_row_at_index (list, N_SECTIONS));
}

static gboolean
is_row_current (gpointer data)
{
  Fixture *fixture = data;
  GtkListBoxRow *row = gtk_list_box_get_selected_row (find_list (fixture));

  return row != NULL && gtk_list_box_row_get_index (row) == fixture->expected;
}

/* The list follows the text, and the text the list; the end of the text is the last section. */
static void
test_sections (Fixture *fixture, gconstpointer data)
{
  static const int indices[] = { 3, 1, 8, 9, 0 };
  GtkListBox *list = find_list (fixture);

  scroll_to (fixture, find_heading ("injury-risk") + 2);
  fixture->expected = 4;
  rub_read_bench_wait (is_row_current, fixture);

  for (gsize i = 0; i < G_N_ELEMENTS (indices); i++)
    {
      g_test_message ("section %d", indices[i]);
      fixture->expected = indices[i];
      g_signal_emit_by_name (gtk_list_box_get_row_at_index (list, indices[i]), "activate");
      rub_read_bench_wait (is_row_current, fixture);
      g_assert_true (gtk_widget_is_focus (GTK_WIDGET (fixture->view)));
    }
}

static void
test_place_after_rest (Fixture *fixture, gconstpointer data)
{
  scroll_to (fixture, find_heading ("recovery"));
  rub_read_bench_wait (is_kept, fixture);
}

static void
test_place_round_trip (Fixture *fixture, gconstpointer data)
{
  static const char *const ids[] = { "state-of-mind", "soreness", "when-not" };

  for (gsize i = 0; i < G_N_ELEMENTS (ids); i++)
    {
      g_test_message ("%s", ids[i]);
      scroll_to (fixture, find_heading (ids[i]) + 1);
      close_window (fixture);
      rub_read_bench_wait (is_kept, fixture);
      close_library (fixture);

      open_library (fixture);
      open_window (fixture);
      rub_read_bench_wait (is_at_expected, fixture);
    }
}

/* What is kept later does not move the text that is being read. */
static void
test_place_is_taken_once (Fixture *fixture, gconstpointer data)
{
  RubPlace place = { g_intern_string (ARTICLE), find_heading ("when-not") };
  g_autoptr (RubChange) change = rub_change_new ();

  scroll_to (fixture, find_heading ("soreness"));
  rub_change_set_place (change, &place);
  rub_library_commit (fixture->library, change, NULL);
  fixture->expected = place.block;
  rub_read_bench_wait (is_kept, fixture);
  rub_read_bench_drain ();
  g_assert_cmpint (rub_article_view_get_block (fixture->view), ==, find_heading ("soreness"));
}

/* A link into the article leads there, and not to where the reading stopped. */
static gboolean
is_empty (gpointer data)
{
  return rub_article_view_get_text (data) == NULL;
}

static void
test_open_place (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *place;
    const char *section; /* NULL: the start */
  } rows[] = {
    { ARTICLE "#injury-risk", "injury-risk" },
    { ARTICLE "#soreness", "soreness" },
    { ARTICLE "#no-such-section", NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_test_message ("%s", rows[i].place);
      gtk_widget_activate_action (GTK_WIDGET (fixture->page), "read.open", "s", rows[i].place);
      fixture->expected = rows[i].section != NULL ? find_heading (rows[i].section) : 0;
      rub_read_bench_wait (is_at_expected, fixture);
      g_assert_true (gtk_widget_is_focus (GTK_WIDGET (fixture->view)));
    }

  /* The article alone: where one is in it. */
  scroll_to (fixture, find_heading ("recovery"));
  gtk_widget_activate_action (GTK_WIDGET (fixture->page), "read.open", "s", ARTICLE);
  rub_read_bench_drain ();
  rub_read_bench_wait (is_at_expected, fixture);

  gtk_widget_activate_action (GTK_WIDGET (fixture->page), "read.open", "s", "");
  rub_read_bench_wait (is_empty, fixture->view);
  gtk_widget_activate_action (GTK_WIDGET (fixture->page), "read.open", "s", ARTICLE "#recovery");
  rub_read_bench_wait (rub_read_bench_is_laid_out, fixture->view);
  rub_read_bench_wait (is_at_expected, fixture);
}

static gboolean
is_large (gpointer data)
{
  Fixture *fixture = data;

  return rub_article_view_get_measure (fixture->view) > fixture->expected;
}

/* The page fits the narrowest window, with text at 200 %, too. */
static void
test_narrow (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GtkCssProvider) provider = gtk_css_provider_new ();
  GtkWidget *page = GTK_WIDGET (fixture->page);
  int min_width;

  rub_page_set_narrow (RUB_PAGE (page), TRUE);
  g_assert_null (find_list (fixture));
  g_assert_true (gtk_widget_activate_action (page, "read.find", NULL));
  fixture->expected = rub_article_view_get_measure (fixture->view) * 3 / 2;
  gtk_css_provider_load_from_data (provider, "window { font-size: 200%; }", -1);
  gtk_style_context_add_provider_for_display (gdk_display_get_default (),
                                              GTK_STYLE_PROVIDER (provider),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
  rub_read_bench_wait (is_large, fixture);
  gtk_widget_measure (page, GTK_ORIENTATION_HORIZONTAL, -1, &min_width, NULL, NULL, NULL);
  g_assert_cmpint (min_width, <=, NARROWEST_PX);
  gtk_style_context_remove_provider_for_display (gdk_display_get_default (),
                                                 GTK_STYLE_PROVIDER (provider));

  rub_page_set_narrow (RUB_PAGE (page), FALSE);
  g_assert_nonnull (find_list (fixture));
}

typedef struct
{
  RubFindBar *bar;
  guint n_matches;
} Found;

static gboolean
is_found (gpointer data)
{
  Found *found = data;

  return rub_find_bar_get_n_matches (found->bar) == found->n_matches;
}

static void
search (Found *found, const char *words, guint n_matches)
{
  GtkEditable *entry
    = GTK_EDITABLE (rub_read_bench_find (GTK_WIDGET (found->bar), GTK_TYPE_SEARCH_ENTRY));

  found->n_matches = n_matches;
  gtk_editable_set_text (entry, words);
  rub_read_bench_wait (is_found, found);
}

static void
test_find (Fixture *fixture, gconstpointer data)
{
  GtkWidget *page = GTK_WIDGET (fixture->page);
  Found found = { rub_read_bench_find (page, RUB_TYPE_FIND_BAR), 0 };
  RubArticleBuffer *text = rub_article_view_get_text (fixture->view);
  GtkTextIter iter;

  g_assert_true (gtk_widget_activate_action (page, "read.find", NULL));
  search (&found, "IRONMAN", 2);
  g_assert_cmpint (rub_find_bar_get_match (found.bar), ==, 0);
  gtk_widget_activate_action (page, "read.find-next", NULL);
  g_assert_cmpint (rub_find_bar_get_match (found.bar), ==, 1);
  gtk_widget_activate_action (page, "read.find-next", NULL);
  g_assert_cmpint (rub_find_bar_get_match (found.bar), ==, 0);
  gtk_widget_activate_action (page, "read.find-previous", NULL);
  g_assert_cmpint (rub_find_bar_get_match (found.bar), ==, 1);

  search (&found, "Börjesson", 1);
  gtk_text_buffer_get_iter_at_mark (GTK_TEXT_BUFFER (text), &iter,
                                    gtk_text_buffer_get_insert (GTK_TEXT_BUFFER (text)));
  g_assert_true (rub_article_buffer_is_shown (
    text, rub_article_buffer_find_link (text, &iter)));

  search (&found, "no such words", 0);
  g_assert_cmpint (rub_find_bar_get_match (found.bar), ==, -1);
  gtk_widget_activate_action (page, "read.find-next", NULL);
  g_assert_cmpint (rub_find_bar_get_match (found.bar), ==, -1);
}

/* Closing forgets the matches, and the keyboard goes back to the text. */
static void
test_find_closes (Fixture *fixture, gconstpointer data)
{
  GtkWidget *page = GTK_WIDGET (fixture->page);
  Found found = { rub_read_bench_find (page, RUB_TYPE_FIND_BAR), 0 };

  g_assert_true (gtk_widget_activate_action (page, "read.find", NULL));
  search (&found, "Ironman", 2);
  g_assert_true (gtk_widget_activate_action (page, "read.find", NULL));
  g_assert_cmpuint (rub_find_bar_get_n_matches (found.bar), ==, 0);
  g_assert_true (gtk_widget_is_focus (GTK_WIDGET (fixture->view)));
}

static GtkWidget *
find_icon (GtkWidget *widget, const char *icon)
{
  if (GTK_IS_BUTTON (widget) && gtk_widget_get_mapped (widget)
      && g_strcmp0 (gtk_button_get_icon_name (GTK_BUTTON (widget)), icon) == 0)
    return widget;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_icon (child, icon);

      if (found != NULL)
        return found;
    }

  return NULL;
}

/* One step away: by a button in either layout, and by the first link of the text. */
static void
test_when_not (Fixture *fixture, gconstpointer data)
{
  GtkWidget *page = GTK_WIDGET (fixture->page);

  for (int is_narrow = 0; is_narrow < 2; is_narrow++)
    {
      GtkWidget *button;

      rub_page_set_narrow (RUB_PAGE (page), is_narrow);
      rub_read_bench_drain ();
      button = find_icon (page, "rub-no-massage-symbolic");
      gtk_test_accessible_assert_property (button, GTK_ACCESSIBLE_PROPERTY_LABEL,
                                           "When Not to Massage");
      g_signal_emit_by_name (button, "clicked");
      fixture->expected = find_heading ("when-not");
      rub_read_bench_wait (is_at_expected, fixture);
      scroll_to (fixture, 0);
    }

  rub_article_view_set_link (fixture->view, 0);
  gtk_test_accessible_assert_property (fixture->view, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                       "Link: When Not to Massage");
  gtk_widget_activate_action (GTK_WIDGET (fixture->view), "link.activate", NULL);
  fixture->expected = find_heading ("when-not");
  rub_read_bench_wait (is_at_expected, fixture);

  rub_read_page_open (fixture->page, "no-such-article");
  rub_read_bench_wait (is_empty, fixture->view);
  rub_read_bench_drain ();
  g_assert_null (find_icon (page, "rub-no-massage-symbolic"));
}

static gboolean
has_massage_card (gpointer data)
{
  Fixture *fixture = data;
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (fixture->view));
  GtkTextIter start, end;
  g_autofree char *text = NULL;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  text = gtk_text_buffer_get_text (buffer, &start, &end, FALSE);

  return strstr (text, "Your massages lately\n1 massage in the last 4 weeks, 10 minutes") != NULL;
}

/* A card appears with its figure, above what is being read, and that stays where it is. */
static void
test_card (Fixture *fixture, gconstpointer data)
{
  RubMassage massage = { .start_us = g_get_real_time () - G_TIME_SPAN_HOUR, .elapsed_s = 600 };
  g_autoptr (RubChange) change = rub_change_new ();

  g_assert_false (has_massage_card (fixture));
  scroll_to (fixture, find_heading ("experienced"));
  rub_read_bench_drain ();
  rub_change_save_massage (change, &massage);
  rub_library_commit (fixture->library, change, NULL);
  rub_read_bench_wait (has_massage_card, fixture);
  rub_read_bench_drain ();
  rub_read_bench_wait (is_at_expected, fixture);
}

static void
test_missing (Fixture *fixture, gconstpointer data)
{
  GtkWidget *states = gtk_widget_get_ancestor (GTK_WIDGET (fixture->view), GTK_TYPE_STACK);

  rub_read_page_open (fixture->page, "no-such-article");
  rub_read_bench_wait (is_empty, fixture->view);
  g_assert_cmpstr (gtk_stack_get_visible_child_name (GTK_STACK (states)), ==, "error");

  rub_read_page_open (fixture->page, ARTICLE);
  g_assert_cmpstr (gtk_stack_get_visible_child_name (GTK_STACK (states)), ==, "full");
  rub_read_bench_wait (rub_read_bench_is_laid_out, fixture->view);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  gtk_disable_setlocale ();
  adw_init ();
  g_resources_register (rub_ui_get_resource ());
#define ADD(name, func) g_test_add (name, Fixture, NULL, set_up, func, tear_down)
  ADD ("/read-page/contents", test_contents);
  ADD ("/read-page/sections", test_sections);
  ADD ("/read-page/place-after-rest", test_place_after_rest);
  ADD ("/read-page/place-round-trip", test_place_round_trip);
  ADD ("/read-page/place-is-taken-once", test_place_is_taken_once);
  ADD ("/read-page/open-place", test_open_place);
  ADD ("/read-page/narrow", test_narrow);
  ADD ("/read-page/find", test_find);
  ADD ("/read-page/find-closes", test_find_closes);
  ADD ("/read-page/when-not", test_when_not);
  ADD ("/read-page/card", test_card);
  ADD ("/read-page/missing", test_missing);
#undef ADD

  return g_test_run ();
}
