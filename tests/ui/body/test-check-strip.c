/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "rub-check-strip.h"

#include "rub-check-scale.h"
#include "rub-marks-popover.h"
#include "rub-ui-resources.h"

#define DAY_US G_TIME_SPAN_DAY
#define HOUR_US G_TIME_SPAN_HOUR
/* The narrowest window, without what stands around the strip. */
#define NARROWEST_PX 330
#define N_DAILY 3650
#define FRAME_US 16000

/* Monday, 9 March 2026, 18:00 UTC */
static const gint64 now_us = 1773079200 * G_TIME_SPAN_SECOND;

typedef struct
{
  GtkWidget *window;
  RubCheckStrip *strip;
  GtkWidget *scale;
  GTimeZone *zone;
  RubRecords *records;
  int n_shows; /* how often a map would have been told what to show */
} Fixture;

static gpointer
get_child (Fixture *fixture, const char *name)
{
  return gtk_widget_get_template_child (GTK_WIDGET (fixture->strip), RUB_TYPE_CHECK_STRIP, name);
}

static void
on_marks_changed_cb (RubCheckStrip *strip, GParamSpec *pspec, int *n_shows)
{
  (*n_shows)++;
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
  fixture->zone = g_time_zone_new_utc ();
  fixture->records = rub_records_new ();
  fixture->window = gtk_window_new ();
  fixture->strip = g_object_ref_sink (g_object_new (RUB_TYPE_CHECK_STRIP, NULL));
  fixture->scale = get_child (fixture, "scale");
  fixture->n_shows = 0;
  g_signal_connect (fixture->strip, "notify::marks", G_CALLBACK (on_marks_changed_cb),
                    &fixture->n_shows);
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 700, 200);
  gtk_window_set_child (GTK_WINDOW (fixture->window), GTK_WIDGET (fixture->strip));
  gtk_window_present (GTK_WINDOW (fixture->window));
  settle ();
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  GtkWidget *scale = fixture->scale;

  g_object_add_weak_pointer (G_OBJECT (scale), (gpointer *) &scale);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  settle ();
  g_assert_finalize_object (fixture->strip);
  g_assert_null (scale);
  rub_records_unref (fixture->records);
  g_time_zone_unref (fixture->zone);
}

/* Checks are added from the newest on. */
static void
add_check (Fixture *fixture, double days_ago, int calf, int arch)
{
  RubSoreness sore[2];
  gsize n_sore = 0;
  gint64 made_us = now_us - (gint64) (days_ago * DAY_US);

  if (calf > 0)
    sore[n_sore++] = (RubSoreness){ "gastroc-lateral-left", calf, RUB_SENSATION_TIGHT, NULL };
  if (arch > 0)
    sore[n_sore++] = (RubSoreness){ "arch-right", arch, RUB_SENSATION_NONE, NULL };
  g_ptr_array_add (fixture->records->checks,
                   rub_check_new (fixture->records->checks->len + 1, made_us, 0, sore, n_sore));
}

static void
show_records (Fixture *fixture)
{
  rub_check_strip_set_records (fixture->strip, fixture->records, now_us, fixture->zone);
}

/* 2, 3 (two of that day), 9 and 40 days ago */
static void
fill (Fixture *fixture)
{
  add_check (fixture, 2, 4, 5);
  add_check (fixture, 3, 6, 0);
  add_check (fixture, 3.3, 8, 2);
  add_check (fixture, 9, 5, 0);
  add_check (fixture, 40, 0, 0);
  show_records (fixture);
}

static RubCheck *
get_check (Fixture *fixture, guint place)
{
  return g_ptr_array_index (fixture->records->checks, place);
}

/* Which of the checks is shown, newest 0; -1: now. */
static int
get_shown (Fixture *fixture)
{
  RubCheck *shown = rub_check_strip_get_shown (fixture->strip);
  guint place;

  return shown != NULL && g_ptr_array_find (fixture->records->checks, shown, &place) ? (int) place
                                                                                     : -1;
}

static int
get_compared (Fixture *fixture)
{
  RubCheck *compared = rub_check_strip_get_compared (fixture->strip);
  guint place;

  return compared != NULL && g_ptr_array_find (fixture->records->checks, compared, &place)
           ? (int) place
           : -1;
}

static void
press (Fixture *fixture, GtkScrollType key)
{
  g_signal_emit_by_name (fixture->scale, "move-slider", key);
}

static const char *
get_text (Fixture *fixture, const char *label)
{
  return gtk_inscription_get_text (get_child (fixture, label));
}

static void
test_empty (Fixture *fixture, gconstpointer data)
{
  GtkStack *states = get_child (fixture, "states");

  show_records (fixture);
  g_assert_cmpstr (gtk_stack_get_visible_child_name (states), ==, "empty");
  g_assert_null (rub_check_strip_get_marks (fixture->strip));

  add_check (fixture, 1, 4, 0);
  show_records (fixture);
  g_assert_cmpstr (gtk_stack_get_visible_child_name (states), ==, "empty");
  /* Nothing to be seen can be focused or pressed. */
  g_assert_false (gtk_widget_get_mapped (fixture->scale));
  for (RubLook look = RUB_LOOK_CHECK; look < RUB_N_LOOKS; look++)
    rub_check_strip_set_look (fixture->strip, look);
  rub_check_strip_return (fixture->strip);

  add_check (fixture, 2, 4, 0);
  show_records (fixture);
  g_assert_cmpstr (gtk_stack_get_visible_child_name (states), ==, "full");
}

static void
test_keys (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    GtkScrollType key;
    int shown;
  } rows[] = {
    { GTK_SCROLL_STEP_LEFT, 0 },  { GTK_SCROLL_STEP_LEFT, 1 },   { GTK_SCROLL_STEP_LEFT, 2 },
    { GTK_SCROLL_STEP_RIGHT, 1 }, { GTK_SCROLL_PAGE_DOWN, 3 },   { GTK_SCROLL_PAGE_DOWN, 4 },
    { GTK_SCROLL_PAGE_DOWN, 4 },  { GTK_SCROLL_PAGE_UP, 3 },     { GTK_SCROLL_PAGE_UP, 0 },
    { GTK_SCROLL_PAGE_UP, -1 },   { GTK_SCROLL_STEP_RIGHT, -1 }, { GTK_SCROLL_START, 4 },
    { GTK_SCROLL_STEP_LEFT, 4 },  { GTK_SCROLL_END, -1 },
  };

  fill (fixture);
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_test_message ("row %zu", i);
      press (fixture, rows[i].key);
      g_assert_cmpint (get_shown (fixture), ==, rows[i].shown);
      g_assert_true ((rub_check_strip_get_marks (fixture->strip) == NULL) == (rows[i].shown < 0));
    }
}

/* There, time runs to the left. */
static void
test_keys_mirrored (Fixture *fixture, gconstpointer data)
{
  RubCheckScale *scale = RUB_CHECK_SCALE (fixture->scale);

  fill (fixture);
  gtk_widget_set_direction (fixture->scale, GTK_TEXT_DIR_RTL);
  settle ();
  g_assert_cmpuint (rub_check_scale_find_at (scale, 0), ==, 5);
  g_assert_cmpuint (rub_check_scale_find_at (scale, gtk_widget_get_width (fixture->scale)), ==, 0);
  press (fixture, GTK_SCROLL_STEP_RIGHT);
  g_assert_cmpint (get_shown (fixture), ==, 0);
  press (fixture, GTK_SCROLL_STEP_LEFT);
  g_assert_cmpint (get_shown (fixture), ==, -1);

  gtk_widget_set_direction (fixture->scale, GTK_TEXT_DIR_LTR);
  settle ();
  g_assert_cmpuint (rub_check_scale_find_at (scale, 0), ==, 0);
  g_assert_cmpuint (rub_check_scale_find_at (scale, gtk_widget_get_width (fixture->scale)), ==, 5);
}

static void
test_words (Fixture *fixture, gconstpointer data)
{
  fill (fixture);
  gtk_test_accessible_assert_role (fixture->scale, GTK_ACCESSIBLE_ROLE_SLIDER);
  gtk_test_accessible_assert_property (fixture->scale, GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT, "Now");
  g_assert_cmpstr (get_text (fixture, "words"), ==,
                   "Last check, 7 March: 2 regions sore, worst: Right arch, 5");

  rub_check_strip_set_current (fixture->strip, get_check (fixture, 1));
  gtk_test_accessible_assert_property (fixture->scale, GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT,
                                       "Now, 1 region sore, worst 6");
  g_assert_cmpstr (get_text (fixture, "words"), ==,
                   "Now: 1 region sore, worst: Left outer calf, 6");
  g_assert_cmpstr (rub_check_strip_get_words (fixture->strip), ==, "");

  press (fixture, GTK_SCROLL_STEP_LEFT);
  gtk_test_accessible_assert_property (fixture->scale, GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT,
                                       "7 March 2026, 2 regions sore, worst 5");
  gtk_test_accessible_assert_property (fixture->scale, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                       "7 March: 2 regions sore, worst: Right arch, 5");
  g_assert_cmpstr (rub_check_strip_get_words (fixture->strip), ==, "Looking at 7 March");
  /* 5 of 9 with the check of 28 February, seven days before. */
  g_assert_cmpstr (get_text (fixture, "likeness"), ==, "Like the week before: 40 %, partly alike");
  g_assert_true (gtk_widget_get_sensitive (get_child (fixture, "likeness_button")));

  /* One of two that day. */
  press (fixture, GTK_SCROLL_STEP_LEFT);
  g_assert_true (g_str_has_prefix (rub_check_strip_get_words (fixture->strip),
                                   "Looking at 6 March, "));

  press (fixture, GTK_SCROLL_START);
  gtk_test_accessible_assert_property (fixture->scale, GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT,
                                       "28 January 2026, nothing sore");
  g_assert_cmpstr (get_text (fixture, "likeness"), ==, "No check about a week before");
  g_assert_false (gtk_widget_get_sensitive (get_child (fixture, "likeness_button")));
}

static void
test_previous (Fixture *fixture, gconstpointer data)
{
  RubBodyMarks *marks;

  fill (fixture);
  press (fixture, GTK_SCROLL_STEP_LEFT);
  rub_check_strip_set_look (fixture->strip, RUB_LOOK_SINCE_PREVIOUS);
  g_assert_cmpint (get_shown (fixture), ==, 0);
  g_assert_cmpint (get_compared (fixture), ==, 1);
  marks = rub_check_strip_get_marks (fixture->strip);
  g_assert_cmpint (rub_body_marks_get_kind (marks), ==, RUB_BODY_MARKS_CHANGE);
  g_assert_cmpint (rub_body_marks_find (marks, "gastroc-lateral-left")->trend, ==,
                   RUB_TREND_BETTER);
  g_assert_cmpint (rub_body_marks_find (marks, "arch-right")->trend, ==, RUB_TREND_NEW);
  g_assert_true (g_str_has_suffix (get_text (fixture, "words"), " to 7 March: 1 better, 1 new"));

  press (fixture, GTK_SCROLL_START);
  g_assert_cmpint (get_compared (fixture), ==, -1);
  g_assert_cmpstr (get_text (fixture, "likeness"), ==, "No check before this one");

  /* What is said now is compared with the newest check, unless it is that one. */
  press (fixture, GTK_SCROLL_END);
  g_assert_cmpint (get_compared (fixture), ==, 1);
  rub_check_strip_set_current (fixture->strip, get_check (fixture, 0));
  g_assert_cmpint (get_compared (fixture), ==, 1);
  {
    RubSoreness sore = { "arch-right", 3, RUB_SENSATION_NONE, NULL };
    g_autoptr (RubCheck) said = rub_check_new (0, now_us, 0, &sore, 1);

    rub_check_strip_set_current (fixture->strip, said);
    g_assert_cmpint (get_compared (fixture), ==, 0);
    g_assert_cmpstr (get_text (fixture, "words"), ==, "From 7 March to now: 1 better, 1 gone");
  }
}

static void
test_week (Fixture *fixture, gconstpointer data)
{
  fill (fixture);
  rub_check_strip_set_look (fixture->strip, RUB_LOOK_SINCE_WEEK);
  press (fixture, GTK_SCROLL_STEP_LEFT);
  g_assert_cmpint (get_compared (fixture), ==, 3);
  g_assert_cmpstr (get_text (fixture, "likeness"), ==, "Likeness: 40 %, partly alike");
  press (fixture, GTK_SCROLL_PAGE_DOWN);
  g_assert_cmpint (get_shown (fixture), ==, 3);
  g_assert_cmpint (get_compared (fixture), ==, -1);
  g_assert_cmpstr (get_text (fixture, "likeness"), ==, "No check about a week before");
  /* Then it is the check alone that is seen. */
  g_assert_cmpint (rub_body_marks_get_kind (rub_check_strip_get_marks (fixture->strip)), ==,
                   RUB_BODY_MARKS_CHECK);
}

/* A second date stays while one moves, to either side of it. */
static void
test_picked (Fixture *fixture, gconstpointer data)
{
  RubBodyMarks *marks;

  fill (fixture);
  press (fixture, GTK_SCROLL_STEP_LEFT);
  press (fixture, GTK_SCROLL_STEP_LEFT);
  gtk_widget_activate_action (GTK_WIDGET (fixture->strip), "strip.compare-from-here", NULL);
  g_assert_cmpint (get_compared (fixture), ==, 1);
  press (fixture, GTK_SCROLL_STEP_RIGHT);
  g_assert_cmpint (get_shown (fixture), ==, 0);
  g_assert_cmpint (get_compared (fixture), ==, 1);

  /* From the earlier to the later. */
  press (fixture, GTK_SCROLL_PAGE_DOWN);
  g_assert_cmpint (get_shown (fixture), ==, 3);
  marks = rub_check_strip_get_marks (fixture->strip);
  g_assert_cmpint (rub_body_marks_find (marks, "gastroc-lateral-left")->before, ==, 5);
  g_assert_cmpint (rub_body_marks_find (marks, "gastroc-lateral-left")->trend, ==,
                   RUB_TREND_WORSE);

  g_signal_emit_by_name (fixture->scale, "compared-moved", 4);
  g_assert_cmpint (get_compared (fixture), ==, 0);
  /* Beyond the checks there is nothing to compare with. */
  g_signal_emit_by_name (fixture->scale, "compared-moved", 5);
  g_assert_cmpint (get_compared (fixture), ==, 0);

  /* Other records with the same checks: it stays. */
  show_records (fixture);
  g_assert_cmpint (get_shown (fixture), ==, 3);
  g_assert_cmpint (get_compared (fixture), ==, 0);
  g_ptr_array_remove_index (fixture->records->checks, 0);
  show_records (fixture);
  g_assert_cmpint (get_compared (fixture), ==, -1);
}

static void
test_summary (Fixture *fixture, gconstpointer data)
{
  fill (fixture);
  rub_check_strip_set_look (fixture->strip, RUB_LOOK_FOUR_WEEKS);
  g_assert_cmpint (rub_body_marks_get_n_checks (rub_check_strip_get_marks (fixture->strip)), ==,
                   4);
  g_assert_cmpstr (get_text (fixture, "words"), ==,
                   "4 checks in 4 weeks; sorest: Left outer calf, in 4 of 4");
  press (fixture, GTK_SCROLL_START);
  g_assert_cmpstr (get_text (fixture, "words"), ==, "1 check in 4 weeks; nothing sore");
  g_assert_cmpstr (rub_check_strip_get_words (fixture->strip), ==,
                   "Looking at 4 weeks up to 28 January");

  gtk_widget_activate_action (GTK_WIDGET (fixture->strip), "strip.now", NULL);
  g_assert_cmpint (get_shown (fixture), ==, -1);
  g_assert_null (rub_check_strip_get_marks (fixture->strip));
}

/* All that is in the picture, for those who do not see it. */
static void
test_list (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    RubLook look;
    const char *first;
    const char *second;
  } rows[] = {
    { RUB_LOOK_CHECK, "Right arch: Soreness 5 of 10",
      "Left outer calf: Soreness 4 of 10, tight" },
    { RUB_LOOK_SINCE_PREVIOUS, "Right arch: 5, new", "Left outer calf: 4, better than 6" },
    { RUB_LOOK_FOUR_WEEKS, "Left outer calf: in 4 of 4 checks, 6 on average",
      "Right arch: in 2 of 4 checks, 4 on average" },
  };
  GtkMenuButton *button = get_child (fixture, "list_button");
  GtkPopover *popover;
  GtkWidget *list;

  fill (fixture);
  press (fixture, GTK_SCROLL_STEP_LEFT);
  /* It is made when it is first opened, and tells what is seen already. */
  g_assert_null (gtk_menu_button_get_popover (button));
  gtk_menu_button_popup (button);
  settle ();
  popover = gtk_menu_button_get_popover (button);
  g_assert_true (RUB_IS_MARKS_POPOVER (popover));
  list = GTK_WIDGET (gtk_widget_get_template_child (GTK_WIDGET (popover), RUB_TYPE_MARKS_POPOVER,
                                                    "list"));
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      GtkListBoxRow *row;

      rub_check_strip_set_look (fixture->strip, rows[i].look);
      row = gtk_list_box_get_row_at_index (GTK_LIST_BOX (list), 0);
      g_assert_cmpstr (gtk_label_get_label (GTK_LABEL (gtk_list_box_row_get_child (row))), ==,
                       rows[i].first);
      row = gtk_list_box_get_row_at_index (GTK_LIST_BOX (list), 1);
      g_assert_cmpstr (gtk_label_get_label (GTK_LABEL (gtk_list_box_row_get_child (row))), ==,
                       rows[i].second);
      g_assert_null (gtk_list_box_get_row_at_index (GTK_LIST_BOX (list), 2));
    }
  gtk_popover_popdown (popover);
  settle ();
}

static void
play (Fixture *fixture)
{
  gtk_widget_activate_action (GTK_WIDGET (fixture->strip), "strip.play", NULL);
}

static void
test_play (Fixture *fixture, gconstpointer data)
{
  g_object_set (gtk_widget_get_settings (fixture->scale), "gtk-enable-animations", TRUE, NULL);
  fill (fixture);
  play (fixture);
  g_assert_cmpint (get_shown (fixture), ==, 4);
  fixture->n_shows = 0;
  while (get_shown (fixture) != -1)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpint (fixture->n_shows, ==, 5);
  g_assert_cmpstr (gtk_button_get_icon_name (get_child (fixture, "play_button")), ==,
                   "media-playback-start-symbolic");

  /* Stopped by the same button, by going to now, and by not being seen. */
  play (fixture);
  g_assert_cmpstr (gtk_button_get_icon_name (get_child (fixture, "play_button")), ==,
                   "media-playback-pause-symbolic");
  play (fixture);
  g_assert_cmpint (get_shown (fixture), ==, 4);
  g_assert_cmpstr (gtk_button_get_icon_name (get_child (fixture, "play_button")), ==,
                   "media-playback-start-symbolic");
  play (fixture);
  rub_check_strip_return (fixture->strip);
  g_assert_cmpstr (gtk_button_get_icon_name (get_child (fixture, "play_button")), ==,
                   "media-playback-start-symbolic");
  play (fixture);
  gtk_widget_set_visible (GTK_WIDGET (fixture->strip), FALSE);
  g_assert_cmpstr (gtk_button_get_icon_name (get_child (fixture, "play_button")), ==,
                   "media-playback-start-symbolic");
}

/* Ten years of checks: each move, with all that is painted again, well within a frame. */
static void
test_daily (Fixture *fixture, gconstpointer data)
{
  const int n_moves = 200;
  gint64 start_us, spent_us = 0;

  for (int i = 0; i < N_DAILY; i++)
    add_check (fixture, i + 0.2, (i * 7) % 11, (i * 3) % 5);
  show_records (fixture);
  settle ();

  rub_check_strip_set_look (fixture->strip, RUB_LOOK_FOUR_WEEKS);
  for (int i = 0; i < n_moves; i++)
    {
      g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (fixture->scale);
      g_autoptr (GtkSnapshot) snapshot = gtk_snapshot_new ();
      g_autoptr (GskRenderNode) node = NULL;

      start_us = g_get_monotonic_time ();
      rub_check_scale_set_index (RUB_CHECK_SCALE (fixture->scale), (guint) (i * 17 % N_DAILY));
      GTK_WIDGET_GET_CLASS (fixture->scale)->snapshot (fixture->scale, snapshot);
      node = gtk_snapshot_to_node (g_steal_pointer (&snapshot));
      spent_us += g_get_monotonic_time () - start_us;
      g_assert_nonnull (node);
    }
  g_test_message ("%" G_GINT64_FORMAT " us a move", spent_us / n_moves);
  g_assert_cmpint (spent_us / n_moves, <, FRAME_US / 4);
}

/* The map above would be painted anew for each. */
static void
test_height (Fixture *fixture, gconstpointer data)
{
  int height, first = 0;

  fill (fixture);
  for (RubLook look = RUB_LOOK_CHECK; look < RUB_N_LOOKS; look++)
    for (int i = 0; i <= 5; i++)
      {
        rub_check_strip_set_look (fixture->strip, look);
        rub_check_scale_set_index (RUB_CHECK_SCALE (fixture->scale), (guint) i);
        gtk_widget_measure (GTK_WIDGET (fixture->strip), GTK_ORIENTATION_VERTICAL, 700, &height,
                            NULL, NULL, NULL);
        first = first > 0 ? first : height;
        g_assert_cmpint (height, ==, first);
      }
}

/* With every look and the longest words. */
static void
test_narrow (Fixture *fixture, gconstpointer data)
{
  int minimum;

  rub_check_strip_set_narrow (fixture->strip, TRUE);
  fill (fixture);
  for (RubLook look = RUB_LOOK_CHECK; look < RUB_N_LOOKS; look++)
    for (int i = 0; i <= 5; i++)
      {
        rub_check_strip_set_look (fixture->strip, look);
        rub_check_scale_set_index (RUB_CHECK_SCALE (fixture->scale), (guint) i);
        gtk_widget_measure (GTK_WIDGET (fixture->strip), GTK_ORIENTATION_HORIZONTAL, -1, &minimum,
                            NULL, NULL, NULL);
        g_assert_cmpint (minimum, <=, NARROWEST_PX);
      }
}

/* The bars of one year on as many pixels, and of much more. */
static void
test_bars (void)
{
  g_autoptr (GPtrArray) checks = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GTimeZone) zone = g_time_zone_new_utc ();
  g_autoptr (RubTimeline) timeline = NULL;
  g_autoptr (GArray) wide = NULL;
  g_autoptr (GArray) narrow = NULL;
  int worst = 0;

  for (int i = 0; i < 1000; i++)
    {
      RubSoreness sore = { "arch-left", i == 500 ? 10 : 1 + i % 3, RUB_SENSATION_NONE, NULL };

      g_ptr_array_add (checks, rub_check_new (0, now_us - i * DAY_US, 0, &sore, 1));
    }
  timeline = rub_timeline_new (checks, now_us, zone);
  g_assert_cmpint (rub_timeline_get_n_days (timeline), ==, 1000);

  wide = rub_timeline_get_bars (timeline, 5000);
  g_assert_cmpuint (wide->len, ==, 1000);
  narrow = rub_timeline_get_bars (timeline, 100);
  g_assert_cmpuint (narrow->len, ==, 100);
  for (guint i = 0; i < narrow->len; i++)
    {
      RubTimeBar *bar = &g_array_index (narrow, RubTimeBar, i);

      g_assert_cmpfloat ((double) bar->x, ==, i);
      worst = MAX (worst, bar->soreness);
    }
  /* What was bad for a day is not lost between pixels. */
  g_assert_cmpint (worst, ==, 10);

  for (guint i = 0; i < 1000; i++)
    g_assert_cmpuint (rub_timeline_find_nearest (timeline, rub_timeline_get_place (timeline, i)),
                      ==, i);
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_resources_register (rub_ui_get_resource ());

#define ADD(path, function)                                                                        \
  g_test_add ("/check-strip/" path, Fixture, NULL, set_up, function, tear_down)
  ADD ("empty", test_empty);
  ADD ("keys", test_keys);
  ADD ("keys-mirrored", test_keys_mirrored);
  ADD ("words", test_words);
  ADD ("previous", test_previous);
  ADD ("week", test_week);
  ADD ("picked", test_picked);
  ADD ("summary", test_summary);
  ADD ("list", test_list);
  ADD ("play", test_play);
  ADD ("daily", test_daily);
  ADD ("height", test_height);
  ADD ("narrow", test_narrow);
#undef ADD
  g_test_add_func ("/timeline/bars", test_bars);

  return g_test_run ();
}
