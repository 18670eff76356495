/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <adwaita.h>

#include "rub-body-loader.h"
#include "rub-body-side.h"
#include "rub-history-words.h"
#include "rub-region-sheet.h"
#include "rub-sheet-section.h"
#include "rub-ui-resources.h"
#include "rub-week-chart.h"

/* 2026-03-29 12:00 UTC, a Sunday. */
#define NOW_US (G_GINT64_CONSTANT (1774785600) * G_TIME_SPAN_SECOND)
/* The narrowest window, without what may stand around it. */
#define NARROWEST_PX 336

typedef struct
{
  GtkWidget *window;
  GtkWidget *sheet;
  RubCheckDraft *draft;
  RubRecords *records;
  GTimeZone *zone;
} Fixture;

static RubRegion *
find_region (const char *id)
{
  RubRegion *region = rub_body_find (rub_body_loader_get_bundled (RUB_BODY_BUILD_STANDARD), id);

  g_assert_nonnull (region);

  return region;
}

static void
settle (void)
{
  for (int i = 0; i < 5; i++)
    {
      while (g_main_context_iteration (NULL, FALSE))
        ;
      g_usleep (10000);
    }
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->draft = rub_check_draft_new (rub_body_loader_get_bundled (RUB_BODY_BUILD_STANDARD));
  fixture->records = rub_records_new ();
  fixture->zone = g_time_zone_new_utc ();
  fixture->window = gtk_window_new ();
  fixture->sheet = g_object_new (RUB_TYPE_REGION_SHEET, NULL);
  rub_region_sheet_set_draft (RUB_REGION_SHEET (fixture->sheet), fixture->draft);
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 320, 640);
  gtk_window_set_child (GTK_WINDOW (fixture->window), fixture->sheet);
  gtk_window_present (GTK_WINDOW (fixture->window));
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  GtkWidget *sheet = fixture->sheet;

  g_object_add_weak_pointer (G_OBJECT (sheet), (gpointer *) &sheet);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  settle ();
  g_assert_null (sheet);
  g_assert_finalize_object (fixture->draft);
  rub_records_unref (fixture->records);
  g_time_zone_unref (fixture->zone);
}

static void
add_check (RubRecords *records, gint64 made_us, const char *region, int soreness)
{
  RubSoreness sore = { .region = region, .soreness = soreness };

  g_ptr_array_add (records->checks, rub_check_new (0, made_us, 0, &sore, soreness > 0 ? 1 : 0));
}

/* Newest first: long runs on Sundays after which the soleus is sore, easy ones after which not. */
static void
add_weeks (RubRecords *records, int n_weeks)
{
  for (int week = 0; week < n_weeks; week++)
    {
      gint64 sunday_us = NOW_US - (7 * week + 2) * G_TIME_SPAN_DAY;
      RubRunFields easy = { .start_us = sunday_us - 5 * G_TIME_SPAN_DAY,
                            .elapsed_s = 3600,
                            .kind = RUB_RUN_KIND_EASY };
      RubRunFields wearing
        = { .start_us = sunday_us, .elapsed_s = 7200, .kind = RUB_RUN_KIND_LONG };

      g_ptr_array_add (records->runs, rub_run_new (&wearing));
      g_ptr_array_add (records->runs, rub_run_new (&easy));
      add_check (records, sunday_us + G_TIME_SPAN_DAY, "soleus-left", 6);
      add_check (records, sunday_us - 4 * G_TIME_SPAN_DAY, NULL, 0);
    }
}

static void
show (Fixture *fixture, const char *id)
{
  rub_region_sheet_show (RUB_REGION_SHEET (fixture->sheet), find_region (id), fixture->records,
                         NOW_US, fixture->zone);
}

/* All that can be read, one line a label. */
static void
collect_words (GtkWidget *widget, GString *words)
{
  if (!gtk_widget_get_visible (widget))
    return;

  if (GTK_IS_LABEL (widget) && *gtk_label_get_text (GTK_LABEL (widget)) != '\0')
    g_string_append_printf (words, "%s\n", gtk_label_get_text (GTK_LABEL (widget)));
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    collect_words (child, words);
}

static char *
read_words (GtkWidget *widget)
{
  GString *words = g_string_new (NULL);

  collect_words (widget, words);

  return g_string_free (words, FALSE);
}

static gpointer
find_child (GtkWidget *widget, GType type)
{
  if (G_TYPE_CHECK_INSTANCE_TYPE (widget, type))
    return widget;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      gpointer found = find_child (child, type);

      if (found != NULL)
        return found;
    }

  return NULL;
}

static void
test_words (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *region;
    const char *there[8];
    const char *not_there[4];
  } rows[] = {
    { "soleus-left",
      { "Left soleus\n", "lower calf\n", "What Runners Get There\n", "How to Massage It\n",
        "Common practice", "Take Care\n", "clot", "Read More\n" },
      { "Do not massage here", "Massage lightly here", "Why Not\n" } },
    { "knee-back-right",
      { "Right back of knee\n", "Do not massage here\n", "Why Not\n", "Known from anatomy",
        "When Not to Massage\n" },
      { "How to Massage It", "Take Care\n", "Common practice", "Read More" } },
    { "achilles-left",
      { "Left Achilles tendon\n", "Massage lightly here\n", "Do not press the tendon",
        "Take Care\n" },
      { "Do not massage here", "Why Not\n" } },
    { "quad-rectus-left", { "In small studies" }, { "Common practice", "massage here" } },
    /* Without other names, the part of the body it belongs to. */
    { "elbow-left", { "Left elbow\n", "Arms\n" }, { "Massage lightly" } },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *words = NULL;

      show (fixture, rows[i].region);
      words = read_words (fixture->sheet);
      g_test_message ("%s: %s", rows[i].region, words);
      for (int w = 0; w < 8 && rows[i].there[w] != NULL; w++)
        g_assert_nonnull (strstr (words, rows[i].there[w]));
      for (int w = 0; w < 4 && rows[i].not_there[w] != NULL; w++)
        g_assert_null (strstr (words, rows[i].not_there[w]));
    }
}

/* Every region can be shown, and says more than its name. */
static void
test_all (Fixture *fixture, gconstpointer data)
{
  GPtrArray *regions = rub_body_get_regions (rub_body_loader_get_bundled (RUB_BODY_BUILD_STANDARD));

  for (guint i = 0; i < regions->len; i++)
    {
      g_autofree char *words = NULL;

      show (fixture, rub_region_get_id (regions->pdata[i]));
      words = read_words (fixture->sheet);
      g_assert_true (g_str_has_prefix (words, rub_region_get_name (regions->pdata[i])));
      g_assert_nonnull (strstr (
        words, rub_region_guide_get_caution (rub_region_get_guide (regions->pdata[i]))));
    }
}

static void
test_level (Fixture *fixture, gconstpointer data)
{
  RubRegion *region = find_region ("soleus-left");
  g_autofree char *none = NULL, *marked = NULL, *other = NULL;

  show (fixture, "soleus-left");
  none = read_words (fixture->sheet);
  g_assert_nonnull (strstr (none, "Not marked now\n"));
  g_assert_nonnull (strstr (none, "Mark\n"));

  rub_check_draft_set (fixture->draft, region, 7, RUB_SENSATION_TIGHT);
  settle ();
  marked = read_words (fixture->sheet);
  g_assert_nonnull (strstr (marked, "Soreness 7 of 10, tight\n"));
  g_assert_nonnull (strstr (marked, "Change\n"));

  /* The same part of the other side is another region. */
  show (fixture, "soleus-right");
  other = read_words (fixture->sheet);
  g_assert_nonnull (strstr (other, "Not marked now\n"));
}

static void
test_chart (Fixture *fixture, gconstpointer data)
{
  RubWeekChart *chart = find_child (fixture->sheet, RUB_TYPE_WEEK_CHART);
  g_autofree char *words = NULL, *quiet = NULL, *empty = NULL;

  add_weeks (fixture->records, 6);
  show (fixture, "soleus-left");
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (chart)));
  gtk_test_accessible_assert_role (chart, GTK_ACCESSIBLE_ROLE_IMG);
  gtk_test_accessible_assert_property (
    chart, GTK_ACCESSIBLE_PROPERTY_LABEL,
    "Week from 2 February: no check. Week from 9 February: no check. "
    "Week from 16 February: sore in 1 of 2 checks, soreness 6. "
    "Week from 23 February: sore in 1 of 2 checks, soreness 6. "
    "Week from 2 March: sore in 1 of 2 checks, soreness 6. "
    "Week from 9 March: sore in 1 of 2 checks, soreness 6. "
    "Week from 16 March: sore in 1 of 2 checks, soreness 6. "
    "Last 7 days: sore in 1 of 2 checks, soreness 6");
  words = read_words (fixture->sheet);
  g_assert_nonnull (strstr (words, "Comes Back After\n"));
  g_assert_nonnull (strstr (
    words, "So far it was sore within three days of 6 of 6 long runs, and of 0 of 6 other runs."));

  show (fixture, "soleus-right");
  quiet = read_words (fixture->sheet);
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (chart)));
  g_assert_nonnull (strstr (quiet, "Not sore in the last eight weeks\n"));
  g_assert_null (strstr (quiet, "Comes Back After"));

  rub_region_sheet_show (RUB_REGION_SHEET (fixture->sheet), find_region ("soleus-left"), NULL,
                         NOW_US, fixture->zone);
  empty = read_words (fixture->sheet);
  g_assert_nonnull (strstr (empty, "No check in the last eight weeks\n"));
}

/* One week after the other in words, below the chart and to those who listen. */
static void
test_chart_keys (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    GtkTextDirection direction;
    int steps[4];
    const char *words;
  } rows[] = {
    { GTK_TEXT_DIR_LTR, { -1 }, "Last 7 days: " },
    { GTK_TEXT_DIR_LTR, { -1, -1 }, "Week from 16 March: " },
    { GTK_TEXT_DIR_LTR, { -1, 1, 1 }, "Last 7 days: " },
    { GTK_TEXT_DIR_LTR, { 1 }, "Week from 2 February: " },
    { GTK_TEXT_DIR_LTR, { 8 }, "Last 7 days: " },
    { GTK_TEXT_DIR_LTR, { 8, -8, 1 }, "Week from 9 February: " },
    { GTK_TEXT_DIR_RTL, { -1 }, "Week from 2 February: " },
    { GTK_TEXT_DIR_RTL, { 1, 1 }, "Week from 16 March: " },
    { GTK_TEXT_DIR_RTL, { -8 }, "Week from 2 February: " },
  };
  GtkWidget *chart = find_child (fixture->sheet, RUB_TYPE_WEEK_CHART);

  add_weeks (fixture->records, 6);
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *read = NULL;
      const char *words;

      g_test_message ("row %zu", i);
      show (fixture, "soleus-left");
      g_assert_null (rub_week_chart_get_words (RUB_WEEK_CHART (chart)));
      gtk_widget_set_direction (chart, rows[i].direction);
      for (int s = 0; s < 4 && rows[i].steps[s] != 0; s++)
        gtk_widget_activate_action (chart, "chart.move", "i", rows[i].steps[s]);
      words = rub_week_chart_get_words (RUB_WEEK_CHART (chart));
      g_assert_true (g_str_has_prefix (words, rows[i].words));
      gtk_test_accessible_assert_property (chart, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, words);
      read = read_words (fixture->sheet);
      g_assert_nonnull (strstr (read, words));
    }
}

static void
test_week_words (void)
{
  static const struct
  {
    RubRegionWeek week;
    gboolean is_last;
    const char *words;
  } rows[] = {
    { { 0, 0, 0, 0, 0 }, FALSE, "Week from 29 March: no check" },
    { { 0, 1, 0, 0, 0 }, FALSE, "Week from 29 March: not sore in 1 check" },
    { { 0, 4, 0, 0, 0 }, TRUE, "Last 7 days: not sore in 4 checks" },
    { { 0, 1, 1, 3, 3 }, TRUE, "Last 7 days: sore in 1 of 1 check, soreness 3" },
    { { 0, 5, 2, 6, 4.5 }, TRUE, "Last 7 days: sore in 2 of 5 checks, 6 at worst, 4.5 on average" },
  };
  GDate date;

  g_date_set_dmy (&date, 29, 3, 2026);
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      RubRegionWeek week = rows[i].week;
      g_autofree char *words = NULL;

      week.first_day = g_date_get_julian (&date);
      words = rub_history_words_for_week (&week, rows[i].is_last);
      g_assert_cmpstr (words, ==, rows[i].words);
    }
}

static void
test_after_words (void)
{
  static const struct
  {
    RubRegionAfter after[RUB_RUN_N_KINDS];
    const char *words;
  } rows[] = {
    { { [RUB_RUN_KIND_LONG] = { 2, 2 } }, "Too few runs were followed by a check to tell yet." },
    { { [RUB_RUN_KIND_LONG] = { 5, 3 }, [RUB_RUN_KIND_EASY] = { 5, 3 } },
      "So far after no kind of run clearly more often than after others." },
    { { [RUB_RUN_KIND_RACE] = { 3, 3 }, [RUB_RUN_KIND_EASY] = { 8, 1 } },
      "So far it was sore within three days of 3 of 3 races, and of 1 of 8 other runs." },
    { { [RUB_RUN_KIND_HILLS] = { 4, 3 }, [RUB_RUN_KIND_EASY] = { 8, 1 } },
      "So far it was sore within three days of 3 of 4 hill runs, and of 1 of 8 other runs." },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      RubRegionHistory history = { .weeks = { { 0 } } };
      g_autofree char *words = NULL;

      memcpy (history.after, rows[i].after, sizeof history.after);
      words = rub_history_words_for_after (&history);
      g_assert_cmpstr (words, ==, rows[i].words);
    }
}

static void
test_names (Fixture *fixture, gconstpointer data)
{
  GtkWidget *list;

  show (fixture, "gastroc-lateral-left");
  gtk_test_accessible_assert_role (fixture->sheet, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_test_accessible_assert_property (fixture->sheet, GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Left outer calf");
  gtk_test_accessible_assert_property (find_child (fixture->sheet, GTK_TYPE_BUTTON),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL, "Back");
  gtk_test_accessible_assert_property (find_child (fixture->sheet, RUB_TYPE_SHEET_SECTION),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL, "Comes Back After");
  list = find_child (fixture->sheet, GTK_TYPE_LIST_BOX);
  gtk_test_accessible_assert_property (list, GTK_ACCESSIBLE_PROPERTY_LABEL, "Read more");
  g_assert_cmpstr (gtk_actionable_get_action_name (GTK_ACTIONABLE (
                     gtk_list_box_get_row_at_index (GTK_LIST_BOX (list), 0))),
                   ==, "win.open-article");
}

/* It fits the narrowest window, with text at 200 %, too; and is then as tall as its text. */
static void
test_narrow (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GtkCssProvider) provider = gtk_css_provider_new ();
  RubRegionSheet *sheet = RUB_REGION_SHEET (fixture->sheet);
  int min_width, wide, narrow;

  add_weeks (fixture->records, 8);
  show (fixture, "hip-flexor-right");
  show (fixture, "soleus-left");
  settle ();
  rub_region_sheet_set_narrow (sheet, TRUE);
  rub_region_sheet_set_narrow (sheet, TRUE);
  gtk_widget_measure (fixture->sheet, GTK_ORIENTATION_VERTICAL, 600, &wide, NULL, NULL, NULL);
  gtk_widget_measure (fixture->sheet, GTK_ORIENTATION_VERTICAL, 300, &narrow, NULL, NULL, NULL);
  g_assert_cmpint (narrow, >, wide + 50);

  gtk_css_provider_load_from_data (provider, "window { font-size: 200%; }", -1);
  gtk_style_context_add_provider_for_display (gdk_display_get_default (),
                                              GTK_STYLE_PROVIDER (provider),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
  settle ();
  gtk_widget_measure (fixture->sheet, GTK_ORIENTATION_HORIZONTAL, -1, &min_width, NULL, NULL,
                      NULL);
  g_test_message ("%d pixels", min_width);
  g_assert_cmpint (min_width, <=, NARROWEST_PX);
  gtk_style_context_remove_provider_for_display (gdk_display_get_default (),
                                                 GTK_STYLE_PROVIDER (provider));
  rub_region_sheet_set_narrow (sheet, FALSE);
  gtk_widget_measure (fixture->sheet, GTK_ORIENTATION_VERTICAL, 300, &wide, NULL, NULL, NULL);
  g_assert_cmpint (wide, <, narrow);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  gtk_disable_setlocale ();
  adw_init ();
  g_resources_register (rub_ui_get_resource ());
#define ADD(name, func) g_test_add (name, Fixture, NULL, set_up, func, tear_down)
  ADD ("/region-sheet/words", test_words);
  ADD ("/region-sheet/all", test_all);
  ADD ("/region-sheet/level", test_level);
  ADD ("/region-sheet/chart", test_chart);
  ADD ("/region-sheet/chart-keys", test_chart_keys);
  g_test_add_func ("/region-sheet/week-words", test_week_words);
  g_test_add_func ("/region-sheet/after-words", test_after_words);
  ADD ("/region-sheet/names", test_names);
  ADD ("/region-sheet/narrow", test_narrow);
#undef ADD

  return g_test_run ();
}
