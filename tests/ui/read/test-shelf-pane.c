/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <adwaita.h>

#include "rub-article-loader.h"
#include "rub-read-bench.h"
#include "rub-shelf-bench.h"
#include "rub-shelf-item.h"
#include "rub-shelf-pane.h"
#include "rub-shelf-row.h"
#include "rub-ui-resources.h"

typedef struct
{
  RubShelfBench bench;
  RubArticleIntake *intake;
  GtkWidget *window;
  RubShelfPane *pane;
  char *key;

  char *chosen;
  int block;

  const char *wanted; /* an item with this title is listed, or this group */
} Fixture;

static void
on_chosen_cb (RubShelfPane *pane, const char *id, int block, Fixture *fixture)
{
  g_free (fixture->chosen);
  fixture->chosen = g_strdup (id);
  fixture->block = block;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  rub_shelf_bench_open (&fixture->bench);
  fixture->key = rub_shelf_bench_save (&fixture->bench, "Long Runs", "https://example.org/long");
  fixture->intake = rub_article_intake_new (fixture->bench.library, fixture->bench.shelf);
  fixture->pane = g_object_new (RUB_TYPE_SHELF_PANE, NULL);
  rub_shelf_pane_set_library (fixture->pane, fixture->bench.library, fixture->bench.shelf,
                              fixture->intake);
  g_signal_connect (fixture->pane, "chosen", G_CALLBACK (on_chosen_cb), fixture);
  g_signal_connect_swapped (fixture->bench.library, "changed",
                            G_CALLBACK (rub_shelf_pane_refresh), fixture->pane);
  fixture->window = gtk_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 300, 700);
  gtk_window_set_child (GTK_WINDOW (fixture->window), GTK_WIDGET (fixture->pane));
  rub_shelf_pane_refresh (fixture->pane);
  gtk_window_present (GTK_WINDOW (fixture->window));
  rub_read_bench_drain ();
}

static gboolean
is_last_reference (gpointer data)
{
  return G_OBJECT (data)->ref_count == 1;
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_signal_handlers_disconnect_by_data (fixture->bench.library, fixture->pane);
  g_object_add_weak_pointer (G_OBJECT (fixture->pane), (gpointer *) &fixture->pane);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  rub_read_bench_drain ();
  g_assert_null (fixture->pane);
  rub_read_bench_wait (is_last_reference, fixture->intake);
  g_assert_finalize_object (fixture->intake);
  rub_shelf_bench_close (&fixture->bench);
  g_free (fixture->key);
  g_free (fixture->chosen);
}

static GListModel *
get_items (Fixture *fixture)
{
  GtkListView *list = rub_read_bench_find (GTK_WIDGET (fixture->pane), GTK_TYPE_LIST_VIEW);

  return G_LIST_MODEL (gtk_list_view_get_model (list));
}

/* Returns: where the row with @title is, or -1. */
static int
find_title (Fixture *fixture, const char *title)
{
  GListModel *items = get_items (fixture);

  for (guint i = 0; i < g_list_model_get_n_items (items); i++)
    {
      g_autoptr (RubShelfItem) item = g_list_model_get_item (items, i);

      if (g_str_equal (rub_shelf_item_get_fields (item)->title, title))
        return (int) i;
    }

  return -1;
}

static gboolean
is_listed (gpointer data)
{
  Fixture *fixture = data;

  return find_title (fixture, fixture->wanted) >= 0;
}

static gboolean
is_not_listed (gpointer data)
{
  return !is_listed (data);
}

static void
wait_for (Fixture *fixture, const char *title, gboolean is_wanted)
{
  fixture->wanted = title;
  rub_read_bench_wait (is_wanted ? is_listed : is_not_listed, fixture);
}

static void
activate (Fixture *fixture, const char *title)
{
  GtkWidget *list = rub_read_bench_find (GTK_WIDGET (fixture->pane), GTK_TYPE_LIST_VIEW);

  gtk_widget_activate_action (list, "list.activate-item", "u",
                              (guint) find_title (fixture, title));
}

static void
test_choose (Fixture *fixture, gconstpointer data)
{
  activate (fixture, "Long Runs");
  g_assert_cmpstr (fixture->chosen, ==, fixture->key);
  g_assert_cmpint (fixture->block, ==, -1);
  activate (fixture, "What Massage Can Do for Runners");
  g_assert_cmpstr (fixture->chosen, ==, RUB_ARTICLE_MASSAGE_FOR_RUNNERS);

  /* The name of a group leads nowhere. */
  g_clear_pointer (&fixture->chosen, g_free);
  activate (fixture, "Library");
  g_assert_null (fixture->chosen);
}

static void
test_current (Fixture *fixture, gconstpointer data)
{
  GtkSingleSelection *selection = GTK_SINGLE_SELECTION (get_items (fixture));

  rub_shelf_pane_set_current (fixture->pane, fixture->key);
  g_assert_cmpint ((int) gtk_single_selection_get_selected (selection), ==,
                   find_title (fixture, "Long Runs"));
  rub_shelf_pane_set_current (fixture->pane, NULL);
  g_assert_cmpuint (gtk_single_selection_get_selected (selection), ==,
                    GTK_INVALID_LIST_POSITION);
}

static void
test_rename (Fixture *fixture, gconstpointer data)
{
  gtk_widget_activate_action (GTK_WIDGET (fixture->pane), "shelf.rename", "(ss)", fixture->key,
                              "Mine");
  wait_for (fixture, "Mine", TRUE);
  g_assert_cmpint (find_title (fixture, "Long Runs"), ==, -1);

  /* Its own title again. */
  gtk_widget_activate_action (GTK_WIDGET (fixture->pane), "shelf.rename", "(ss)", fixture->key,
                              "");
  wait_for (fixture, "Long Runs", TRUE);
  rub_shelf_bench_undo (&fixture->bench);
  wait_for (fixture, "Mine", TRUE);
}

static void
test_archive (Fixture *fixture, gconstpointer data)
{
  gtk_widget_activate_action (GTK_WIDGET (fixture->pane), "shelf.archive", "s", fixture->key);
  wait_for (fixture, "Archive", TRUE);
  g_assert_cmpint (find_title (fixture, "Long Runs"), >, find_title (fixture, "Archive"));
  gtk_widget_activate_action (GTK_WIDGET (fixture->pane), "shelf.archive", "s", fixture->key);
  wait_for (fixture, "Archive", FALSE);
}

static void
test_delete (Fixture *fixture, gconstpointer data)
{
  gtk_widget_activate_action (GTK_WIDGET (fixture->pane), "shelf.delete", "s", fixture->key);
  wait_for (fixture, "Long Runs", FALSE);
  rub_shelf_bench_undo (&fixture->bench);
  wait_for (fixture, "Long Runs", TRUE);
}

static void
search (Fixture *fixture, const char *query)
{
  GtkWidget *entry = rub_read_bench_find (GTK_WIDGET (fixture->pane), GTK_TYPE_SEARCH_ENTRY);

  gtk_editable_set_text (GTK_EDITABLE (entry), query);
}

/* Bundled texts and the runner's own, by what is in them. */
static void
test_search (Fixture *fixture, gconstpointer data)
{
  search (fixture, "run again");
  wait_for (fixture, "Guides", FALSE);
  wait_for (fixture, "Long Runs", TRUE);
  activate (fixture, "Long Runs");
  g_assert_cmpint (fixture->block, ==, 1);

  search (fixture, "massage runners");
  wait_for (fixture, "What Massage Can Do for Runners", TRUE);

  search (fixture, "xyzzy \"unclosed");
  wait_for (fixture, "Nothing was found. Try fewer or other words.", TRUE);

  search (fixture, "");
  wait_for (fixture, "Guides", TRUE);
}

/* What can be done to an article is told with its title, and only its own have a menu. */
static void
test_rows (Fixture *fixture, gconstpointer data)
{
  GtkWidget *list = rub_read_bench_find (GTK_WIDGET (fixture->pane), GTK_TYPE_LIST_VIEW);
  int n_menus = 0;

  for (GtkWidget *cell = gtk_widget_get_first_child (list); cell != NULL;
       cell = gtk_widget_get_next_sibling (cell))
    {
      GtkWidget *button = rub_read_bench_find (cell, GTK_TYPE_MENU_BUTTON);

      if (button == NULL)
        continue;
      n_menus++;
      gtk_test_accessible_assert_property (button, GTK_ACCESSIBLE_PROPERTY_LABEL,
                                           "More for “Long Runs”");
    }
  g_assert_cmpint (n_menus, ==, 1);
}

static gboolean
has_popover (gpointer data)
{
  Fixture *fixture = data;

  return rub_read_bench_find (GTK_WIDGET (fixture->pane), GTK_TYPE_ENTRY) != NULL;
}

static void
test_ask_name (Fixture *fixture, gconstpointer data)
{
  GtkWidget *entry;

  gtk_widget_activate_action (GTK_WIDGET (fixture->pane), "shelf.ask-name", "s", fixture->key);
  rub_read_bench_wait (has_popover, fixture);
  entry = rub_read_bench_find (GTK_WIDGET (fixture->pane), GTK_TYPE_ENTRY);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "Long Runs");
  gtk_editable_set_text (GTK_EDITABLE (entry), "  Renamed ");
  g_signal_emit_by_name (entry, "activate");
  wait_for (fixture, "Renamed", TRUE);
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_resources_register (rub_ui_get_resource ());

  g_test_add ("/read/shelf-pane/choose", Fixture, NULL, set_up, test_choose, tear_down);
  g_test_add ("/read/shelf-pane/current", Fixture, NULL, set_up, test_current, tear_down);
  g_test_add ("/read/shelf-pane/rename", Fixture, NULL, set_up, test_rename, tear_down);
  g_test_add ("/read/shelf-pane/archive", Fixture, NULL, set_up, test_archive, tear_down);
  g_test_add ("/read/shelf-pane/delete", Fixture, NULL, set_up, test_delete, tear_down);
  g_test_add ("/read/shelf-pane/search", Fixture, NULL, set_up, test_search, tear_down);
  g_test_add ("/read/shelf-pane/rows", Fixture, NULL, set_up, test_rows, tear_down);
  g_test_add ("/read/shelf-pane/ask-name", Fixture, NULL, set_up, test_ask_name, tear_down);

  return g_test_run ();
}
