/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gstdio.h>

#include "rub-article-loader.h"
#include "rub-article-view.h"
#include "rub-body-page.h"
#include "rub-fault-bar.h"
#include "rub-icon-resources.h"
#include "rub-page.h"
#include "rub-preferences.h"
#include "rub-plan-rules.h"
#include "rub-region-widget.h"
#include "rub-rule-row.h"
#include "rub-ui-resources.h"
#include "rub-window.h"

static const char *const pages[] = { "today", "body", "plan", "read" };

/* Folders of their own for all of the session would hide the types of images from GTK. */
static char *
make_path (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_dir_make_tmp ("rub-window-XXXXXX", &error);

  g_assert_no_error (error);

  return g_build_filename (folder, "rubdown.db", NULL);
}

static void
remove_folder (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *file = g_build_filename (folder, name, NULL);

      g_unlink (file);
    }
  g_rmdir (folder);
}

typedef struct
{
  char *path;
  GSettings *settings;
  RubLibrary *library;
  RubWindow *window;
} Fixture;

static void
open_window (Fixture *fixture, gconstpointer data)
{
  if (fixture->path == NULL)
    fixture->path = make_path ();
  fixture->settings = g_settings_new (RUB_APP_ID);
  fixture->library = rub_library_new (fixture->path, fixture->settings);
  fixture->window = rub_window_new (NULL, fixture->library, fixture->settings);
  gtk_window_present (GTK_WINDOW (fixture->window));
  while (rub_library_get_records (fixture->library) == NULL)
    g_main_context_iteration (NULL, TRUE);
}

/* What is still written in a thread, such as where one stopped reading, keeps the library. */
static void
assert_gone (gpointer *object)
{
  for (int i = 0; i < 1000 && *object != NULL; i++)
    if (!g_main_context_iteration (NULL, FALSE))
      g_usleep (5000);
  g_assert_null (*object);
}

/* With the window all that it held goes, the library last. */
static void
close_window (Fixture *fixture, gconstpointer data)
{
  gpointer window = fixture->window;
  gpointer library = fixture->library;

  g_object_add_weak_pointer (G_OBJECT (window), &window);
  g_object_add_weak_pointer (G_OBJECT (library), &library);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  assert_gone (&window);
  g_object_unref (fixture->library);
  assert_gone (&library);
  g_object_unref (fixture->settings);
  remove_folder (fixture->path);
  g_free (fixture->path);
}

static GtkWidget *
find_child (GtkWidget *widget, GType type)
{
  if (G_TYPE_CHECK_INSTANCE_TYPE (widget, type))
    return widget;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_child (child, type);

      if (found != NULL)
        return found;
    }

  return NULL;
}

static guint
count_children (GtkWidget *widget, GType type)
{
  guint n_found = G_TYPE_CHECK_INSTANCE_TYPE (widget, type);

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    n_found += count_children (child, type);

  return n_found;
}

/* A page is made when it is first seen, and once. */
static void
test_pages (Fixture *fixture, gconstpointer data)
{
  for (int round = 0; round < 2; round++)
    for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
      {
        rub_window_show_page (fixture->window, pages[i]);
        while (g_main_context_iteration (NULL, FALSE))
          ;
        g_assert_cmpuint (count_children (GTK_WIDGET (fixture->window), RUB_TYPE_PAGE), ==,
                          round == 0 ? i + 1 : G_N_ELEMENTS (pages));
      }
}

static gboolean
is_at_section (RubArticleView *view)
{
  g_autoptr (RubArticle) article = rub_article_load (
    RUB_ARTICLE_MASSAGE_FOR_RUNNERS, (const char *const[]){ "en", NULL }, NULL);

  return rub_article_view_get_block (view) == rub_article_find_heading (article, "when-not");
}

/* Any page can lead to a section of an article, before that page was ever seen, too. */
static void
test_open_article (Fixture *fixture, gconstpointer data)
{
  GtkWidget *window = GTK_WIDGET (fixture->window), *view;

  rub_window_show_page (fixture->window, "body");
  gtk_widget_activate_action (window, "win.open-article", "s",
                              RUB_ARTICLE_MASSAGE_FOR_RUNNERS "#when-not");
  view = find_child (window, RUB_TYPE_ARTICLE_VIEW);
  g_assert_nonnull (view);
  for (int i = 0; i < 500 && !is_at_section (RUB_ARTICLE_VIEW (view)); i++)
    {
      g_main_context_iteration (NULL, FALSE);
      g_usleep (5000);
    }
  g_assert_true (is_at_section (RUB_ARTICLE_VIEW (view)));
  g_assert_true (gtk_widget_get_mapped (view));
}

static GtkWidget *
find_region (GtkWidget *widget, const char *id)
{
  if (RUB_IS_REGION_WIDGET (widget)
      && g_str_equal (rub_region_get_id (rub_region_widget_get_region (RUB_REGION_WIDGET (widget))),
                      id))
    return widget;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_region (child, id);

      if (found != NULL)
        return found;
    }

  return NULL;
}

static gboolean
is_lit (GtkWidget *window, const char *id)
{
  return rub_region_widget_get_look (RUB_REGION_WIDGET (find_region (window, id))).is_lit;
}

static const char *
get_focused (GtkWidget *window)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (window));

  g_assert_true (RUB_IS_REGION_WIDGET (focus));

  return rub_region_get_id (rub_region_widget_get_region (RUB_REGION_WIDGET (focus)));
}

static void
iterate (void)
{
  for (int i = 0; i < 20; i++)
    {
      while (g_main_context_iteration (NULL, FALSE))
        ;
      g_usleep (5000);
    }
}

/* Text leads to what it speaks of, before the body was ever seen, too. */
static void
test_show_regions (Fixture *fixture, gconstpointer data)
{
  GtkWidget *window = GTK_WIDGET (fixture->window), *view;

  rub_window_show_page (fixture->window, "read");
  view = find_child (window, RUB_TYPE_ARTICLE_VIEW);
  gtk_widget_activate_action (view, "win.show-regions", "s", "gastroc-medial,tail,arch");
  iterate ();
  g_assert_true (gtk_widget_get_mapped (find_child (window, RUB_TYPE_BODY_PAGE)));
  g_assert_true (is_lit (window, "gastroc-medial-left"));
  g_assert_true (is_lit (window, "gastroc-medial-right"));
  g_assert_true (is_lit (window, "arch-left"));
  g_assert_false (is_lit (window, "soleus-left"));
  g_assert_cmpstr (get_focused (window), ==, "gastroc-medial-left");

  /* From the soles on to the back, and what is not known changes nothing. */
  gtk_widget_activate_action (window, "win.show-regions", "s", "soleus");
  g_assert_true (is_lit (window, "soleus-right"));
  g_assert_false (is_lit (window, "arch-left"));
  g_assert_cmpstr (get_focused (window), ==, "soleus-left");
  gtk_widget_activate_action (window, "win.show-regions", "s", "tail,,wing-left");
  g_assert_true (is_lit (window, "soleus-right"));
}

static gboolean
has_row (GtkWidget *widget, const char *css_class)
{
  if (GTK_IS_LIST_BOX_ROW (widget) && gtk_widget_get_mapped (widget)
      && gtk_widget_has_css_class (widget, css_class))
    return TRUE;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (has_row (child, css_class))
      return TRUE;

  return FALSE;
}

/* The list has the part lit that they are folded into. */
static void
test_show_regions_list (Fixture *fixture, gconstpointer data)
{
  GtkWidget *window = GTK_WIDGET (fixture->window);

  rub_window_show_page (fixture->window, "body");
  for (int i = 0; i < 100 && !has_row (window, "part-row"); i++)
    iterate ();
  g_assert_false (has_row (window, "lit"));
  gtk_widget_activate_action (window, "win.show-regions", "s", "soleus");
  g_assert_true (has_row (window, "lit"));
}

static void
add_run (RubLibrary *library)
{
  RubRunFields fields = { .start_us = g_get_real_time () - 2 * G_TIME_SPAN_HOUR,
                          .elapsed_s = 3600,
                          .distance_m = 12000,
                          .kind = RUB_RUN_KIND_LONG };
  g_autoptr (RubRun) run = rub_run_new (&fields);
  g_autoptr (RubChange) change = rub_change_new ();

  rub_change_save_run (change, run);
  rub_library_commit (library, change, "Run added");
}

static void
on_committed_cb (RubLibrary *library, const char *title, RubChange *undo, RubChange **kept)
{
  *kept = g_object_ref (undo);
}

/* What is committed shows in the records and the plan; its undo takes it back. */
static void
test_commit (Fixture *fixture, gconstpointer data)
{
  g_autoptr (RubChange) undo = NULL;

  g_signal_connect (fixture->library, "committed", G_CALLBACK (on_committed_cb), &undo);
  add_run (fixture->library);
  while (undo == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (rub_library_get_records (fixture->library)->runs->len, ==, 1);
  g_assert_nonnull (rub_plan_get_next (rub_library_get_plan (fixture->library)));

  rub_library_commit (fixture->library, undo, NULL);
  while (rub_library_get_records (fixture->library)->runs->len > 0)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (rub_library_get_plan (fixture->library)->len, ==, 0);
}

static gboolean
is_revealed (RubWindow *window)
{
  GtkWidget *bar = find_child (GTK_WIDGET (window), RUB_TYPE_FAULT_BAR);

  return gtk_revealer_get_reveal_child (GTK_REVEALER (find_child (bar, GTK_TYPE_REVEALER)));
}

static void
open_damaged (Fixture *fixture, gconstpointer data)
{
  fixture->path = make_path ();
  g_assert_true (g_file_set_contents (fixture->path, "no database at all", -1, NULL));
  open_window (fixture, data);
}

static GtkWidget *
find_button (GtkWidget *widget, const char *label)
{
  if (GTK_IS_BUTTON (widget) && g_strcmp0 (gtk_button_get_label (GTK_BUTTON (widget)), label) == 0)
    return widget;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_button (child, label);

      if (found != NULL)
        return found;
    }

  return NULL;
}

/* A damaged store: the window is there, says so, writes nothing, and one press makes it usable. */
static void
test_damaged (Fixture *fixture, gconstpointer data)
{
  GtkWidget *fresh = find_button (GTK_WIDGET (fixture->window), "Start _Empty");

  g_assert_true (is_revealed (fixture->window));
  g_assert_error (rub_library_get_fault (fixture->library), RUB_STORE_ERROR,
                  RUB_STORE_ERROR_DAMAGED);
  g_assert_false (rub_library_can_write (fixture->library));
  while (!gtk_widget_get_visible (fresh))
    g_main_context_iteration (NULL, TRUE);

  g_signal_emit_by_name (fresh, "clicked");
  while (!rub_library_can_write (fixture->library))
    g_main_context_iteration (NULL, TRUE);
  g_assert_true (is_revealed (fixture->window));
}

static void
test_preferences (Fixture *fixture, gconstpointer data)
{
  GListModel *toplevels = gtk_window_get_toplevels ();
  gpointer preferences = NULL;

  rub_preferences_present (GTK_WINDOW (fixture->window), fixture->settings, fixture->library);
  for (guint i = 0; i < g_list_model_get_n_items (toplevels); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (toplevels, i);

      if (RUB_IS_PREFERENCES (window))
        preferences = window;
    }
  g_assert_nonnull (preferences);
  /* What was set last counts, also when the window is closed at once. */
  gtk_spin_button_set_value (
    GTK_SPIN_BUTTON (find_child (GTK_WIDGET (preferences), GTK_TYPE_SPIN_BUTTON)), 6);
  g_object_add_weak_pointer (G_OBJECT (preferences), &preferences);
  gtk_window_destroy (GTK_WINDOW (preferences));
  assert_gone (&preferences);

  while (rub_library_get_records (fixture->library)->rules->len < 3)
    g_main_context_iteration (NULL, TRUE);
  for (guint i = 0; i < 3; i++)
    g_assert_cmpint (g_array_index (rub_library_get_records (fixture->library)->rules,
                                    RubRuleSetting, i)
                       .wall_min,
                     ==, 6 * 60);
}

/* A rule that comes by the calendar is kept whole when it is turned on, so that it starts then. */
static void
test_rule_row (Fixture *fixture, gconstpointer data)
{
  const RubTiming *timing = rub_timing_get_bundled ();
  g_autoptr (RubRule) measure = rub_rule_new (&rub_timing_find_rule (timing, "measure")->fields);
  g_autoptr (RubRule) easy = rub_rule_new (&rub_timing_find_rule (timing, "easy")->fields);
  GtkWidget *row = g_object_ref_sink (rub_rule_row_new (fixture->library));
  RubRecords *records;

  rub_rule_row_set_rule (RUB_RULE_ROW (row), measure);
  adw_expander_row_set_enable_expansion (ADW_EXPANDER_ROW (row), TRUE);
  while (rub_library_get_records (fixture->library)->own_rules->len == 0)
    g_main_context_iteration (NULL, TRUE);
  records = rub_library_get_records (fixture->library);
  g_assert_cmpuint (records->rules->len, ==, 0);
  g_assert_true (rub_rule_get_fields (records->own_rules->pdata[0])->is_enabled);
  g_assert_cmpint (rub_rule_get_fields (records->own_rules->pdata[0])->since_us, >, 0);
  g_assert_cmpint (rub_rule_get_fields (records->own_rules->pdata[0])->wall_min, ==, 9 * 60);
  g_assert_nonnull (rub_plan_get_next (rub_library_get_plan (fixture->library)));

  rub_rule_row_set_rule (RUB_RULE_ROW (row), easy);
  adw_expander_row_set_enable_expansion (ADW_EXPANDER_ROW (row), TRUE);
  while (rub_library_get_records (fixture->library)->rules->len == 0)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (rub_library_get_records (fixture->library)->own_rules->len, ==, 1);
  g_object_unref (row);
}

static void
drain (void)
{
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

/* Full screen is asked for before there is a window on screen, for which no window manager is
 * needed. */
static void
test_full_screen (Fixture *fixture, gconstpointer data)
{
  GtkWidget *window, *header, *cover;

  gtk_widget_set_visible (GTK_WIDGET (fixture->window), FALSE);
  rub_window_show_page (fixture->window, "read");
  window = GTK_WIDGET (fixture->window);
  header = find_child (window, ADW_TYPE_HEADER_BAR);
  g_assert_true (gtk_widget_activate_action (window, "win.fullscreen", NULL));
  gtk_window_present (GTK_WINDOW (window));
  drain ();
  cover = gtk_widget_get_ancestor (header, GTK_TYPE_REVEALER);
  g_assert_nonnull (cover);
  g_assert_true (gtk_widget_get_visible (cover));
  g_assert_false (gtk_revealer_get_reveal_child (GTK_REVEALER (cover)));
  g_assert_false (gtk_widget_get_visible (find_child (window, ADW_TYPE_VIEW_SWITCHER_BAR)));

  /* Other pages are not shown like that. */
  gtk_widget_set_visible (window, FALSE);
  rub_window_show_page (fixture->window, "today");
  gtk_window_present (GTK_WINDOW (window));
  drain ();
  g_assert_false (gtk_window_is_fullscreen (GTK_WINDOW (window)));
  g_assert_null (gtk_widget_get_ancestor (header, GTK_TYPE_REVEALER));
  g_assert_true (gtk_widget_get_visible (find_child (window, ADW_TYPE_VIEW_SWITCHER_BAR)));
  gtk_widget_activate_action (window, "win.fullscreen", NULL);
  drain ();
  g_assert_false (gtk_window_is_fullscreen (GTK_WINDOW (window)));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  g_resources_register (rub_ui_get_resource ());
  g_resources_register (rub_icons_get_resource ());
  g_test_add ("/window/pages", Fixture, NULL, open_window, test_pages, close_window);
  g_test_add ("/window/open-article", Fixture, NULL, open_window, test_open_article, close_window);
  g_test_add ("/window/show-regions", Fixture, NULL, open_window, test_show_regions, close_window);
  g_test_add ("/window/show-regions-list", Fixture, NULL, open_window, test_show_regions_list,
              close_window);
  g_test_add ("/window/commit", Fixture, NULL, open_window, test_commit, close_window);
  g_test_add ("/window/damaged", Fixture, NULL, open_damaged, test_damaged, close_window);
  g_test_add ("/window/full-screen", Fixture, NULL, open_window, test_full_screen, close_window);
  g_test_add ("/window/rule-row", Fixture, NULL, open_window, test_rule_row, close_window);
  g_test_add ("/window/preferences", Fixture, NULL, open_window, test_preferences, close_window);

  return g_test_run ();
}
