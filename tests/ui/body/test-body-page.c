/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <math.h>

#include <adwaita.h>
#include <glib/gstdio.h>

#include "rub-body-loader.h"
#include "rub-body-map.h"
#include "rub-body-page.h"
#include "rub-check-strip.h"
#include "rub-body-side.h"
#include "rub-region-row.h"
#include "rub-region-sheet.h"
#include "rub-region-widget.h"
#include "rub-sore-pane.h"
#include "rub-sore-popover.h"
#include "rub-ui-resources.h"

#define HOUR_S 3600
/* The narrowest window, without what may stand around it. */
#define NARROWEST_PX 340

typedef struct
{
  char *folder;
  GSettings *settings;
  RubLibrary *library;
  GtkWidget *window;
  GtkWidget *page;
} Fixture;

static void
settle (void)
{
  for (int i = 0; i < 5; i++)
    {
      while (g_main_context_iteration (NULL, FALSE))
        ;
      g_usleep (20000);
    }
}

static GPtrArray *
get_checks (Fixture *fixture)
{
  return rub_library_get_records (fixture->library)->checks;
}

static void
on_changed_cb (RubLibrary *library, gpointer is_changed)
{
  *(gboolean *) is_changed = TRUE;
}

/* Commits and waits until the library has it. */
static void
commit (Fixture *fixture, RubChange *change)
{
  gboolean is_changed = FALSE;
  gulong handler
    = g_signal_connect (fixture->library, "changed", G_CALLBACK (on_changed_cb), &is_changed);

  rub_library_commit (fixture->library, change, NULL);
  while (!is_changed)
    g_main_context_iteration (NULL, TRUE);
  g_signal_handler_disconnect (fixture->library, handler);
}

static gint64
add_run (Fixture *fixture, double ended_h_ago)
{
  RubRunFields fields = { .elapsed_s = HOUR_S,
                          .distance_m = 10000,
                          .ascent_m = (double) NAN,
                          .descent_m = (double) NAN,
                          .effort = 5 };
  g_autoptr (RubRun) run = NULL;
  g_autoptr (RubChange) change = rub_change_new ();

  fields.start_us = rub_library_get_now_us (fixture->library)
                    - (gint64) ((ended_h_ago + 1) * HOUR_S * G_USEC_PER_SEC);
  run = rub_run_new (&fields);
  rub_change_save_run (change, run);
  commit (fixture, change);

  return rub_change_get_row (change);
}

static void
add_check (Fixture *fixture, const char *region, int soreness, double h_ago)
{
  RubSoreness sore = { region, soreness, RUB_SENSATION_NONE };
  gint64 made_us = rub_library_get_now_us (fixture->library)
                   - (gint64) (h_ago * HOUR_S * G_USEC_PER_SEC);
  g_autoptr (RubCheck) check = rub_check_new (0, made_us, 0, &sore, 1);
  g_autoptr (RubChange) change = rub_change_new ();

  rub_change_save_check (change, check);
  commit (fixture, change);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = NULL;

  fixture->folder = g_dir_make_tmp ("rub-body-XXXXXX", NULL);
  path = g_build_filename (fixture->folder, "rubdown.db", NULL);
  fixture->settings = g_settings_new (RUB_APP_ID);
  fixture->library = rub_library_new (path, fixture->settings);
  fixture->window = gtk_window_new ();
  fixture->page = g_object_new (RUB_TYPE_BODY_PAGE, "library", fixture->library, NULL);
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 1040, 700);
  gtk_window_set_child (GTK_WINDOW (fixture->window), fixture->page);
  gtk_window_present (GTK_WINDOW (fixture->window));
  while (rub_library_get_records (fixture->library) == NULL)
    g_main_context_iteration (NULL, TRUE);
  settle ();
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  GtkWidget *page = fixture->page;
  g_autoptr (GDir) folder = NULL;
  const char *name;

  g_object_add_weak_pointer (G_OBJECT (page), (gpointer *) &page);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  settle ();
  g_assert_null (page);
  g_assert_finalize_object (fixture->library);
  g_clear_object (&fixture->settings);

  folder = g_dir_open (fixture->folder, 0, NULL);
  while ((name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *path = g_build_filename (fixture->folder, name, NULL);

      g_remove (path);
    }
  g_rmdir (fixture->folder);
  g_free (fixture->folder);
}

static GtkWidget *
find_child (GtkWidget *widget, gboolean (*is_wanted) (GtkWidget *, gconstpointer),
            gconstpointer data)
{
  if (is_wanted (widget, data))
    return widget;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_child (child, is_wanted, data);

      if (found != NULL)
        return found;
    }

  return NULL;
}

static gboolean
is_of_type (GtkWidget *widget, gconstpointer type)
{
  return G_TYPE_CHECK_INSTANCE_TYPE (widget, *(const GType *) type);
}

static gboolean
has_action (GtkWidget *widget, gconstpointer name)
{
  return GTK_IS_BUTTON (widget)
         && g_strcmp0 (gtk_actionable_get_action_name (GTK_ACTIONABLE (widget)), name) == 0;
}

static gpointer
find_of_type (Fixture *fixture, GType type)
{
  return find_child (fixture->page, is_of_type, &type);
}

static gboolean
is_enabled (Fixture *fixture, const char *action)
{
  GtkWidget *button = find_child (fixture->page, has_action, action);

  g_assert_nonnull (button);
  settle ();

  return gtk_widget_get_sensitive (button);
}

static RubCheckDraft *
get_draft (Fixture *fixture)
{
  RubCheckDraft *draft;

  g_object_get (find_of_type (fixture, RUB_TYPE_BODY_MAP), "draft", &draft, NULL);
  /* The map keeps it. */
  g_object_unref (draft);

  return draft;
}

static void
mark (Fixture *fixture, const char *id, int soreness)
{
  RubBody *body = rub_body_loader_get_bundled (RUB_BODY_BUILD_STANDARD);

  rub_check_draft_set (get_draft (fixture), rub_body_find (body, id), soreness,
                       RUB_SENSATION_NONE);
}

static int
get_soreness (Fixture *fixture, const char *id)
{
  RubSoreRegion *sore = rub_check_draft_find (
    get_draft (fixture), rub_body_find (rub_body_loader_get_bundled (RUB_BODY_BUILD_STANDARD), id));

  return sore != NULL ? rub_sore_region_get_soreness (sore) : 0;
}

static void
activate (Fixture *fixture, const char *action, guint n_checks)
{
  settle ();
  g_assert_true (gtk_widget_activate_action (fixture->page, action, NULL));
  while (get_checks (fixture)->len < n_checks)
    g_main_context_iteration (NULL, TRUE);
  settle ();
}

static void
test_nothing_sore (Fixture *fixture, gconstpointer data)
{
  gsize n_sore;

  g_assert_false (is_enabled (fixture, "body.save"));
  g_assert_true (is_enabled (fixture, "body.nothing-sore"));

  activate (fixture, "body.nothing-sore", 1);
  rub_check_get_sore (get_checks (fixture)->pdata[0], &n_sore);
  g_assert_cmpuint (n_sore, ==, 0);
  g_assert_cmpint (rub_check_get_run_id (get_checks (fixture)->pdata[0]), ==, 0);
  g_assert_false (rub_check_draft_get_edited (get_draft (fixture)));
}

static void
test_save (Fixture *fixture, gconstpointer data)
{
  gint64 newer;
  RubCheck *check;

  add_run (fixture, 80);
  newer = add_run (fixture, 2);
  add_run (fixture, 30);

  mark (fixture, "soleus-left", 6);
  mark (fixture, "arch-right", 10);
  g_assert_true (is_enabled (fixture, "body.save"));
  g_assert_false (is_enabled (fixture, "body.nothing-sore"));

  activate (fixture, "body.save", 1);
  check = get_checks (fixture)->pdata[0];
  g_assert_cmpint (rub_check_get_run_id (check), ==, newer);
  g_assert_cmpint (rub_check_find (check, "soleus-left")->soreness, ==, 6);
  g_assert_cmpint (rub_check_find (check, "arch-right")->soreness, ==, 10);

  /* What was saved stays on show, and is not saved twice by another click. */
  g_assert_cmpint (get_soreness (fixture, "soleus-left"), ==, 6);
  g_assert_false (rub_check_draft_get_edited (get_draft (fixture)));
  g_assert_false (is_enabled (fixture, "body.save"));
}

static void
test_old_run (Fixture *fixture, gconstpointer data)
{
  add_run (fixture, 73);
  mark (fixture, "head", 1);
  activate (fixture, "body.save", 1);
  g_assert_cmpint (rub_check_get_run_id (get_checks (fixture)->pdata[0]), ==, 0);
}

static void
test_edited_survives (Fixture *fixture, gconstpointer data)
{
  add_check (fixture, "arch-left", 4, 3);
  settle ();
  g_assert_cmpint (get_soreness (fixture, "arch-left"), ==, 4);
  g_assert_false (rub_check_draft_get_edited (get_draft (fixture)));
  /* The same may be true an hour or two later. */
  g_assert_true (is_enabled (fixture, "body.save"));

  mark (fixture, "soleus-left", 7);
  add_run (fixture, 1);
  add_check (fixture, "head", 2, 1);
  gtk_widget_set_visible (fixture->page, FALSE);
  settle ();
  gtk_widget_set_visible (fixture->page, TRUE);
  settle ();
  g_assert_cmpint (get_soreness (fixture, "soleus-left"), ==, 7);
  g_assert_cmpint (get_soreness (fixture, "arch-left"), ==, 4);
  g_assert_cmpint (get_soreness (fixture, "head"), ==, 0);
  g_assert_true (rub_check_draft_get_edited (get_draft (fixture)));

  g_assert_true (is_enabled (fixture, "body.clear"));
  g_assert_true (gtk_widget_activate_action (fixture->page, "body.clear", NULL));
  g_assert_cmpint (get_soreness (fixture, "soleus-left"), ==, 0);
  g_assert_false (is_enabled (fixture, "body.clear"));
}

/* What one said yesterday must not colour what one says today, but is there to start from. */
static void
test_start_from_last (Fixture *fixture, gconstpointer data)
{
  add_check (fixture, "arch-left", 4, 20);
  settle ();
  g_assert_cmpint (get_soreness (fixture, "arch-left"), ==, 0);
  g_assert_false (is_enabled (fixture, "body.save"));
  g_assert_false (is_enabled (fixture, "body.undo"));

  g_assert_true (gtk_widget_activate_action (fixture->page, "body.from-last", NULL));
  g_assert_cmpint (get_soreness (fixture, "arch-left"), ==, 4);
  g_assert_true (is_enabled (fixture, "body.save"));
  g_assert_true (gtk_widget_activate_action (fixture->page, "body.undo", NULL));
  g_assert_cmpint (get_soreness (fixture, "arch-left"), ==, 0);
  g_assert_true (is_enabled (fixture, "body.redo"));
  g_assert_true (gtk_widget_activate_action (fixture->page, "body.redo", NULL));
  g_assert_cmpint (get_soreness (fixture, "arch-left"), ==, 4);

  activate (fixture, "body.save", 2);
  g_assert_cmpint (rub_check_find (get_checks (fixture)->pdata[0], "arch-left")->soreness, ==, 4);
}

static void
test_search (Fixture *fixture, gconstpointer data)
{
  GtkWidget *search = find_of_type (fixture, GTK_TYPE_SEARCH_ENTRY);
  GtkStack *contents = GTK_STACK (gtk_widget_get_template_child (
    find_of_type (fixture, RUB_TYPE_SORE_PANE), RUB_TYPE_SORE_PANE, "contents"));
  RubBodyMap *map = find_of_type (fixture, RUB_TYPE_BODY_MAP);
  GtkWidget *popover;

  g_assert_cmpstr (gtk_stack_get_visible_child_name (contents), ==, "all");
  gtk_editable_set_text (GTK_EDITABLE (search), "no such place");
  g_assert_cmpstr (gtk_stack_get_visible_child_name (contents), ==, "none");

  /* The first time it is marked, the next time it is asked about. */
  gtk_editable_set_text (GTK_EDITABLE (search), "right outer calf");
  g_assert_cmpstr (gtk_stack_get_visible_child_name (contents), ==, "results");
  g_signal_emit_by_name (search, "activate");
  g_assert_cmpint (get_soreness (fixture, "gastroc-lateral-right"), ==, RUB_FIRST_LEVEL);
  g_assert_null (rub_body_map_get_opened (map));
  g_signal_emit_by_name (search, "activate");
  popover = gtk_widget_get_last_child (GTK_WIDGET (map));
  g_assert_true (gtk_widget_get_visible (popover));
  g_object_set (popover, "soreness", 3, NULL);
  g_assert_cmpint (get_soreness (fixture, "gastroc-lateral-right"), ==, 3);

  g_signal_emit_by_name (search, "stop-search");
  g_assert_cmpstr (gtk_stack_get_visible_child_name (contents), ==, "all");
  settle ();
  g_assert_true (gtk_widget_activate_action (find_of_type (fixture, RUB_TYPE_REGION_ROW),
                                             "region.clear", NULL));
  g_assert_cmpint (get_soreness (fixture, "gastroc-lateral-right"), ==, 0);
  settle ();
  g_assert_null (find_of_type (fixture, RUB_TYPE_REGION_ROW));
}

/* The first region to the left of the middle of the front, at the height of the knees or so. */
static RubRegion *
find_leftmost (RubBodyMap *map, double *x)
{
  int height = gtk_widget_get_height (GTK_WIDGET (map));
  RubRegion *region = NULL;

  for (*x = 0; region == NULL; (*x)++)
    region = rub_body_map_pick (map, *x, height * 0.72);

  return region;
}

/* What is set elsewhere is shown at once, and a draft in the making stays, with what is asked. */
static void
test_settings (Fixture *fixture, gconstpointer data)
{
  RubBodyMap *map = find_of_type (fixture, RUB_TYPE_BODY_MAP);
  RubCheckDraft *draft = get_draft (fixture);
  RubRegion *sore = rub_body_find (rub_check_draft_get_body (draft), "arch-left");
  double standard, narrower;

  rub_check_draft_set (draft, sore, 4, RUB_SENSATION_NONE);
  g_assert_cmpint (rub_region_get_side (find_leftmost (map, &standard)), ==, RUB_SIDE_RIGHT);
  rub_body_map_ask (map, sore);

  g_settings_set_boolean (fixture->settings, "body-patterns", TRUE);
  g_assert_true (rub_body_map_get_opened (map) == sore);
  g_settings_set_boolean (fixture->settings, "body-mirrored", TRUE);
  settle ();
  g_assert_cmpint (rub_region_get_side (find_leftmost (map, &narrower)), ==, RUB_SIDE_LEFT);
  g_settings_set_string (fixture->settings, "body-build", "narrower");
  settle ();
  g_assert_cmpint (rub_region_get_side (find_leftmost (map, &narrower)), ==, RUB_SIDE_LEFT);
  g_assert_cmpfloat (narrower, !=, standard);
  g_assert_cmpint (get_soreness (fixture, "arch-left"), ==, 4);

  g_settings_reset (fixture->settings, "body-patterns");
  g_settings_reset (fixture->settings, "body-mirrored");
  g_settings_reset (fixture->settings, "body-build");
}

/* While the past is seen nothing is done to the check; whoever says something is back at now. */
static void
test_past (Fixture *fixture, gconstpointer data)
{
  RubCheckStrip *strip = find_of_type (fixture, RUB_TYPE_CHECK_STRIP);
  GtkWidget *scale
    = GTK_WIDGET (gtk_widget_get_template_child (GTK_WIDGET (strip), RUB_TYPE_CHECK_STRIP,
                                                 "scale"));

  add_check (fixture, "arch-left", 4, 60);
  add_check (fixture, "head", 2, 30);
  mark (fixture, "soleus-left", 7);
  settle ();
  g_assert_true (is_enabled (fixture, "body.save"));
  g_assert_false (is_enabled (fixture, "body.now"));

  gtk_range_set_value (GTK_RANGE (scale), 0);
  g_assert_cmpint (rub_check_find (rub_check_strip_get_shown (strip), "arch-left")->soreness, ==,
                   4);
  g_assert_false (is_enabled (fixture, "body.save"));
  g_assert_true (is_enabled (fixture, "body.now"));
  gtk_widget_activate_action (fixture->page, "body.undo", NULL);
  g_assert_cmpint (get_soreness (fixture, "soleus-left"), ==, 7);

  g_assert_true (gtk_widget_activate_action (fixture->page, "body.now", NULL));
  g_assert_null (rub_check_strip_get_shown (strip));
  g_assert_true (is_enabled (fixture, "body.save"));

  rub_check_strip_set_look (strip, RUB_LOOK_FOUR_WEEKS);
  g_assert_false (is_enabled (fixture, "body.save"));
  mark (fixture, "soleus-left", 8);
  g_assert_null (rub_check_strip_get_marks (strip));
  g_assert_true (is_enabled (fixture, "body.save"));

  /* A new check does not take away what is looked at. */
  gtk_range_set_value (GTK_RANGE (scale), 1);
  add_check (fixture, "arch-right", 5, 1);
  settle ();
  g_assert_cmpint (rub_check_find (rub_check_strip_get_shown (strip), "head")->soreness, ==, 2);
}

/* The window can be made narrow only when nothing in it is wider. */
static void
test_narrow (Fixture *fixture, gconstpointer data)
{
  GtkWidget *columns = GTK_WIDGET (
    gtk_widget_get_template_child (fixture->page, RUB_TYPE_BODY_PAGE, "columns"));
  int minimum;

  gtk_widget_measure (fixture->page, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  g_assert_cmpint (minimum, <=, NARROWEST_PX);

  rub_page_set_narrow (RUB_PAGE (fixture->page), TRUE);
  mark (fixture, "foot-outer-left", 4);
  gtk_widget_measure (columns, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  g_assert_cmpint (minimum, <=, NARROWEST_PX);
  g_assert_cmpint (gtk_orientable_get_orientation (GTK_ORIENTABLE (columns)), ==,
                   GTK_ORIENTATION_VERTICAL);
  rub_page_set_narrow (RUB_PAGE (fixture->page), FALSE);
  g_assert_cmpint (gtk_orientable_get_orientation (GTK_ORIENTABLE (columns)), ==,
                   GTK_ORIENTATION_HORIZONTAL);
}

/* Sizes are those of the application only with its style. */
static void
load_style (void)
{
  g_autoptr (GtkCssProvider) provider = gtk_css_provider_new ();

  gtk_css_provider_load_from_resource (provider, "/io/github/rubdown/Rubdown/style.css");
  gtk_style_context_add_provider_for_display (gdk_display_get_default (),
                                              GTK_STYLE_PROVIDER (provider),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
}

static gboolean
is_for_region (GtkWidget *widget, gconstpointer id)
{
  RubRegion *region = RUB_IS_REGION_WIDGET (widget)
                        ? rub_region_widget_get_region (RUB_REGION_WIDGET (widget))
                        : NULL;

  return region != NULL && g_strcmp0 (rub_region_get_id (region), id) == 0;
}

static gboolean
has_focus (Fixture *fixture, GtkWidget *widget)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (fixture->window));

  return focus != NULL && (focus == widget || gtk_widget_is_ancestor (focus, widget));
}

static gboolean
is_focused (Fixture *fixture, const char *action)
{
  return gtk_widget_is_focus (find_child (fixture->page, has_action, action));
}

/* From the map into the sheet, on to another region, and back to where the keyboard was. */
static void
test_about (Fixture *fixture, gconstpointer data)
{
  RubBodySide *side = find_of_type (fixture, RUB_TYPE_BODY_SIDE);
  RubRegionSheet *sheet;
  GtkWidget *pane = find_of_type (fixture, RUB_TYPE_SORE_PANE);
  GtkWidget *region = find_child (fixture->page, is_for_region, "soleus-left");

  /* It is made when it is first asked for. */
  g_assert_null (find_of_type (fixture, RUB_TYPE_REGION_SHEET));
  g_assert_true (gtk_widget_grab_focus (region));
  g_assert_true (gtk_widget_activate_action (region, "region.about", NULL));
  settle ();
  g_assert_true (rub_body_side_get_open (side));
  sheet = find_of_type (fixture, RUB_TYPE_REGION_SHEET);
  g_assert_nonnull (sheet);
  g_assert_true (is_enabled (fixture, "body.back"));
  g_assert_cmpstr (rub_region_get_id (rub_region_sheet_get_region (sheet)), ==, "soleus-left");
  g_assert_true (has_focus (fixture, GTK_WIDGET (sheet)));
  g_assert_false (gtk_widget_get_mapped (pane));
  /* The map shows what the sheet is about, although the keyboard is elsewhere. */
  g_assert_true (rub_region_widget_get_look (RUB_REGION_WIDGET (region)).is_lit);

  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (sheet), "body.about", "s", "head"));
  g_assert_cmpstr (rub_region_get_id (rub_region_sheet_get_region (sheet)), ==, "head");
  g_assert_true (is_focused (fixture, "body.back"));
  g_assert_false (rub_region_widget_get_look (RUB_REGION_WIDGET (region)).is_lit);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (sheet), "body.about", "s", "tail"));
  g_assert_cmpstr (rub_region_get_id (rub_region_sheet_get_region (sheet)), ==, "head");

  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (sheet), "body.back", NULL));
  settle ();
  g_assert_false (rub_body_side_get_open (side));
  g_assert_true (gtk_widget_get_mapped (pane));
  g_assert_true (gtk_widget_is_focus (region));
  g_assert_false (is_enabled (fixture, "body.back"));

  /* And then it stays. */
  g_assert_true (gtk_widget_activate_action (region, "region.about", NULL));
  g_assert_true (find_of_type (fixture, RUB_TYPE_REGION_SHEET) == (gpointer) sheet);
}

/* From what asks about a region, the way back is to the region. */
static void
test_about_from_popover (Fixture *fixture, gconstpointer data)
{
  RubRegion *soleus
    = rub_body_find (rub_body_loader_get_bundled (RUB_BODY_BUILD_STANDARD), "soleus-left");
  GtkWidget *region, *popover;

  rub_body_map_ask (find_of_type (fixture, RUB_TYPE_BODY_MAP), soleus);
  settle ();
  popover = find_of_type (fixture, RUB_TYPE_SORE_POPOVER);
  g_assert_true (has_focus (fixture, popover));
  g_assert_true (gtk_widget_activate_action (popover, "soreness.about", NULL));
  settle ();
  g_assert_false (gtk_widget_get_visible (popover));
  g_assert_true (is_focused (fixture, "body.back"));

  g_assert_true (gtk_widget_activate_action (fixture->page, "body.back", NULL));
  settle ();
  region = gtk_window_get_focus (GTK_WINDOW (fixture->window));
  g_assert_true (RUB_IS_REGION_WIDGET (region));
  g_assert_true (rub_region_widget_get_region (RUB_REGION_WIDGET (region)) == soleus);
}

/* The search is in the pane, so the sheet makes room; with no place to go back to, the pane. */
static void
test_about_to_pane (Fixture *fixture, gconstpointer data)
{
  const GType search_type = GTK_TYPE_SEARCH_ENTRY;
  RubBodySide *side = find_of_type (fixture, RUB_TYPE_BODY_SIDE);
  GtkWidget *pane = find_of_type (fixture, RUB_TYPE_SORE_PANE), *row;

  gtk_window_set_focus (GTK_WINDOW (fixture->window), NULL);
  g_assert_true (gtk_widget_activate_action (fixture->page, "body.about", "s", "arch-left"));
  settle ();
  g_assert_true (gtk_widget_activate_action (fixture->page, "body.back", NULL));
  settle ();
  g_assert_true (has_focus (fixture, find_child (pane, is_of_type, &search_type)));

  mark (fixture, "arch-left", 4);
  settle ();
  row = find_of_type (fixture, RUB_TYPE_REGION_ROW);
  g_assert_true (gtk_widget_grab_focus (row));
  g_assert_true (gtk_widget_activate_action (row, "body.about", "s", "arch-left"));
  settle ();
  g_assert_false (has_focus (fixture, pane));
  g_assert_true (gtk_widget_activate_action (fixture->page, "body.back", NULL));
  g_assert_true (gtk_widget_is_focus (row));

  g_assert_true (gtk_widget_activate_action (fixture->page, "body.about", "s", "arch-left"));
  g_assert_true (gtk_widget_activate_action (fixture->page, "body.search", NULL));
  settle ();
  g_assert_false (rub_body_side_get_open (side));
  g_assert_true (has_focus (fixture, pane));
}

/* What was saved meanwhile shows in the sheet, too. */
static void
test_about_refreshes (Fixture *fixture, gconstpointer data)
{
  GtkWidget *chart;
  GType type = g_type_from_name ("RubWeekChart");

  g_assert_true (gtk_widget_activate_action (fixture->page, "body.about", "s", "arch-left"));
  settle ();
  chart = find_child (fixture->page, is_of_type, &type);
  g_assert_false (gtk_widget_get_visible (chart));
  add_check (fixture, "arch-left", 4, 3);
  settle ();
  g_assert_true (gtk_widget_get_visible (chart));
}

/* In a narrow window the page scrolls to the sheet, and back. */
static void
test_about_narrow (Fixture *fixture, gconstpointer data)
{
  RubBodySide *side = find_of_type (fixture, RUB_TYPE_BODY_SIDE);
  GtkScrolledWindow *scroller = GTK_SCROLLED_WINDOW (
    gtk_widget_get_ancestor (GTK_WIDGET (side), GTK_TYPE_SCROLLED_WINDOW));
  GtkAdjustment *place = gtk_scrolled_window_get_vadjustment (scroller);

  rub_page_set_narrow (RUB_PAGE (fixture->page), TRUE);
  settle ();
  g_assert_cmpfloat (gtk_adjustment_get_value (place), ==, 0);
  g_assert_true (gtk_widget_activate_action (fixture->page, "body.about", "s", "soleus-left"));
  for (int i = 0; i < 20 && gtk_adjustment_get_value (place) < 100; i++)
    settle ();
  g_assert_cmpfloat (gtk_adjustment_get_value (place), >, 100);
  g_assert_true (gtk_widget_activate_action (fixture->page, "body.back", NULL));
  for (int i = 0; i < 20 && gtk_adjustment_get_value (place) > 0; i++)
    settle ();
  g_assert_cmpfloat (gtk_adjustment_get_value (place), ==, 0);
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_resources_register (rub_ui_get_resource ());
  load_style ();
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);

#define ADD(path, function)                                                                        \
  g_test_add ("/body-page/" path, Fixture, NULL, set_up, function, tear_down)
  ADD ("nothing-sore", test_nothing_sore);
  ADD ("save", test_save);
  ADD ("old-run", test_old_run);
  ADD ("edited-survives", test_edited_survives);
  ADD ("start-from-last", test_start_from_last);
  ADD ("search", test_search);
  ADD ("settings", test_settings);
  ADD ("past", test_past);
  ADD ("narrow", test_narrow);
  ADD ("about", test_about);
  ADD ("about-from-popover", test_about_from_popover);
  ADD ("about-to-pane", test_about_to_pane);
  ADD ("about-refreshes", test_about_refreshes);
  ADD ("about-narrow", test_about_narrow);
#undef ADD

  return g_test_run ();
}
