/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "rub-article-loader.h"
#include "rub-article-view.h"
#include "rub-find-bar.h"
#include "rub-pace-line.h"
#include "rub-read-bench.h"
#include "rub-read-head.h"
#include "rub-read-pace.h"
#include "rub-read-page.h"
#include "rub-ui-resources.h"

#define ARTICLE RUB_ARTICLE_MASSAGE_FOR_RUNNERS

typedef struct
{
  GtkWidget *window;
  GtkWidget *page; /* without records: what is tested here needs none */
  RubArticleView *view;

  int expected;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GSettings) settings = g_settings_new (RUB_APP_ID);

  g_settings_reset (settings, "reader-size");
  g_settings_reset (settings, "reader-measure");
  fixture->window = gtk_window_new ();
  fixture->page = g_object_new (RUB_TYPE_READ_PAGE, NULL);
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 1000, 600);
  gtk_window_set_child (GTK_WINDOW (fixture->window), fixture->page);
  gtk_window_present (GTK_WINDOW (fixture->window));
  fixture->view = rub_read_bench_find (fixture->page, RUB_TYPE_ARTICLE_VIEW);
  rub_read_bench_wait (rub_read_bench_is_laid_out, fixture->view);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_object_add_weak_pointer (G_OBJECT (fixture->page), (gpointer *) &fixture->page);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  rub_read_bench_drain ();
  g_assert_null (fixture->page);
}

static RubArticle *
get_article (Fixture *fixture)
{
  return rub_article_buffer_get_article (rub_article_view_get_text (fixture->view));
}

static int
find_heading (Fixture *fixture, const char *id)
{
  return rub_article_find_heading (get_article (fixture), id);
}

static gboolean
is_at_expected (gpointer data)
{
  Fixture *fixture = data;

  return rub_article_view_get_block (fixture->view) == fixture->expected;
}

static void
wait_for_block (Fixture *fixture, int block)
{
  fixture->expected = block;
  rub_read_bench_wait (is_at_expected, fixture);
}

static void
act (Fixture *fixture, const char *action)
{
  g_test_message ("%s", action);
  g_assert_true (gtk_widget_activate_action (fixture->page, action, NULL));
}

static void
open_place (Fixture *fixture, const char *id)
{
  g_autofree char *place = g_strconcat (ARTICLE "#", id, NULL);

  gtk_widget_activate_action (fixture->page, "read.open", "s", place);
  wait_for_block (fixture, find_heading (fixture, id));
}

typedef struct
{
  gint64 until_us;
} Pause;

static gboolean
has_passed (gpointer data)
{
  return g_get_monotonic_time () > ((Pause *) data)->until_us;
}

/* Until all that was asked for is laid out and no way is under way. */
static void
settle (void)
{
  Pause pause = { g_get_monotonic_time () + G_USEC_PER_SEC * 7 / 10 };

  rub_read_bench_wait (has_passed, &pause);
}

/* Returns: whether the character at @offset is in the line at the top, or the next. */
static gboolean
is_at_top (Fixture *fixture, int offset)
{
  GtkTextView *view = GTK_TEXT_VIEW (fixture->view);
  GdkRectangle area, place;
  GtkTextIter iter;

  gtk_text_buffer_get_iter_at_offset (gtk_text_view_get_buffer (view), &iter, offset);
  gtk_text_view_get_iter_location (view, &iter, &place);
  gtk_text_view_get_visible_rect (view, &area);

  return ABS (place.y - area.y) <= 2 * place.height;
}

/* Text of another size, and another width of the window, leave the reader where they were. */
static void
test_place_stays (Fixture *fixture, gconstpointer data)
{
  static const char *const actions[] = { "read.larger",     "read.larger",  "read.larger",
                                         "read.smaller",    "read.smaller", "read.smaller",
                                         "read.usual-size", "read.smaller" };
  GtkTextIter iter;
  int offset, measure = rub_article_view_get_measure (fixture->view);

  open_place (fixture, "injury-risk");
  settle ();
  /* In the middle of a long block. */
  g_signal_emit_by_name (fixture->view, "move-viewport", GTK_SCROLL_PAGES, 1);
  settle ();
  offset = rub_article_view_get_offset (fixture->view, FALSE);
  for (gsize i = 0; i < G_N_ELEMENTS (actions); i++)
    {
      act (fixture, actions[i]);
      settle ();
      g_assert_true (is_at_top (fixture, offset));
    }
  g_assert_cmpint (rub_article_view_get_measure (fixture->view), <, measure);

  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 640, 600);
  settle ();
  g_assert_true (is_at_top (fixture, offset));

  /* The text itself is the same all the time. */
  gtk_text_buffer_get_end_iter (gtk_text_view_get_buffer (GTK_TEXT_VIEW (fixture->view)), &iter);
  g_assert_cmpint (gtk_text_iter_get_offset (&iter), >, offset);
}

/* Back leads to where one was when one left, not to where one came in. */
static void
test_history (Fixture *fixture, gconstpointer data)
{
  int soreness = find_heading (fixture, "soreness");

  open_place (fixture, "soreness");
  settle ();
  rub_article_view_scroll_to_block (fixture->view, soreness + 3);
  wait_for_block (fixture, soreness + 3);
  settle ();
  open_place (fixture, "injury-risk");
  settle ();
  act (fixture, "read.back");
  wait_for_block (fixture, soreness + 3);
  settle ();
  act (fixture, "read.forward");
  wait_for_block (fixture, find_heading (fixture, "injury-risk"));
  settle ();
  act (fixture, "read.back");
  act (fixture, "read.back");
  wait_for_block (fixture, 0);
}

static GtkWidget *
find_action_button (GtkWidget *widget, const char *action)
{
  if (GTK_IS_ACTIONABLE (widget)
      && g_strcmp0 (gtk_actionable_get_action_name (GTK_ACTIONABLE (widget)), action) == 0)
    return widget;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_action_button (child, action);

      if (found != NULL)
        return found;
    }

  return NULL;
}

/* The keys follow the direction of the desktop. */
static void
test_sides (Fixture *fixture, gconstpointer data)
{
  open_place (fixture, "soreness");
  settle ();
  act (fixture, "read.go-left");
  wait_for_block (fixture, 0);
  settle ();
  gtk_widget_set_direction (fixture->page, GTK_TEXT_DIR_RTL);
  act (fixture, "read.go-left");
  wait_for_block (fixture, find_heading (fixture, "soreness"));
}

/* The buttons are there when there is somewhere to go. */
static void
test_ways (Fixture *fixture, gconstpointer data)
{
  GtkWidget *back = find_action_button (fixture->page, "read.back");
  GtkWidget *forward = find_action_button (fixture->page, "read.forward");

  g_assert_false (gtk_widget_get_visible (back));
  g_assert_false (gtk_widget_get_visible (forward));
  open_place (fixture, "soreness");
  g_assert_true (gtk_widget_get_visible (back));
  g_assert_true (gtk_widget_get_sensitive (back));
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (back), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Back");
  g_assert_false (gtk_widget_get_visible (forward));
  act (fixture, "read.back");
  g_assert_true (gtk_widget_get_visible (forward));
  g_assert_false (gtk_widget_get_sensitive (back));
}

static gboolean
has_read_some (gpointer line)
{
  return rub_pace_line_get_fraction (line) > 0.4;
}

static gboolean
has_read_all (gpointer line)
{
  return rub_pace_line_get_fraction (line) > 0.999;
}

static void
test_pace (Fixture *fixture, gconstpointer data)
{
  RubPaceLine *line = rub_read_bench_find (fixture->page, RUB_TYPE_PACE_LINE);
  double start;

  settle ();
  start = rub_pace_line_get_fraction (line);
  g_assert_cmpfloat (start, >, 0);
  g_assert_cmpfloat (start, <, 0.3);
  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (line), GTK_ACCESSIBLE_ROLE_PROGRESS_BAR);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (line), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "How far the article is read");
  open_place (fixture, "injury-risk");
  rub_read_bench_wait (has_read_some, line);
  g_signal_emit_by_name (fixture->view, "move-viewport", GTK_SCROLL_ENDS, 1);
  rub_read_bench_wait (has_read_all, line);
}

/* Minutes fall from all to none, and never rise on the way. */
static void
test_minutes (Fixture *fixture, gconstpointer data)
{
  RubArticleBuffer *text = rub_article_view_get_text (fixture->view);
  g_autoptr (RubReadPace) pace = rub_read_pace_new (text);
  int n_chars = gtk_text_buffer_get_char_count (GTK_TEXT_BUFFER (text));
  guint before = rub_article_get_reading_min (get_article (fixture));
  double fraction = 0;

  g_assert_cmpuint (rub_read_pace_get_left_min (pace, 0), ==, before);
  for (int offset = 0; offset <= n_chars; offset += 100)
    {
      g_assert_cmpuint (rub_read_pace_get_left_min (pace, offset), <=, before);
      g_assert_cmpfloat (rub_read_pace_get_fraction (pace, offset), >=, fraction);
      before = rub_read_pace_get_left_min (pace, offset);
      fraction = rub_read_pace_get_fraction (pace, offset);
    }
  g_assert_cmpuint (rub_read_pace_get_left_min (pace, n_chars), ==, 0);
  g_assert_cmpfloat (rub_read_pace_get_fraction (pace, n_chars), ==, 1);
}

/* Each heading in turn comes to the top, and is told; also when the keys come fast. */
static void
test_headings (Fixture *fixture, gconstpointer data)
{
  GtkWidget *view = GTK_WIDGET (fixture->view);

  act (fixture, "read.next-heading");
  wait_for_block (fixture, find_heading (fixture, "soreness"));
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (view), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                       "Heading: Soreness");
  settle ();
  act (fixture, "read.next-heading");
  act (fixture, "read.next-heading");
  wait_for_block (fixture, find_heading (fixture, "recovery"));
  settle ();
  act (fixture, "read.previous-heading");
  wait_for_block (fixture, find_heading (fixture, "range-of-motion"));
  settle ();
  act (fixture, "read.previous-heading");
  act (fixture, "read.previous-heading");
  wait_for_block (fixture, 0);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (view), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                       "Heading: What Massage Can Do for Runners");
}

/* What is selected is looked for at once. */
static void
test_find_seed (Fixture *fixture, gconstpointer data)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (fixture->view));
  RubFindBar *bar = rub_read_bench_find (fixture->page, RUB_TYPE_FIND_BAR);
  GtkTextIter iter, start, end;

  gtk_text_buffer_get_start_iter (buffer, &iter);
  g_assert_true (
    gtk_text_iter_forward_search (&iter, "Ironman", GTK_TEXT_SEARCH_TEXT_ONLY, &start, &end, NULL));
  gtk_text_buffer_select_range (buffer, &start, &end);
  act (fixture, "read.find");
  g_assert_cmpstr (gtk_editable_get_text (rub_read_bench_find (GTK_WIDGET (bar),
                                                               GTK_TYPE_SEARCH_ENTRY)),
                   ==, "Ironman");
  g_assert_cmpuint (rub_find_bar_get_n_matches (bar), ==, 2);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  gtk_disable_setlocale ();
  adw_init ();
  g_resources_register (rub_ui_get_resource ());
#define ADD(name, func) g_test_add (name, Fixture, NULL, set_up, func, tear_down)
  ADD ("/reading/place-stays", test_place_stays);
  ADD ("/reading/history", test_history);
  ADD ("/reading/sides", test_sides);
  ADD ("/reading/ways", test_ways);
  ADD ("/reading/pace", test_pace);
  ADD ("/reading/minutes", test_minutes);
  ADD ("/reading/headings", test_headings);
  ADD ("/reading/find-seed", test_find_seed);
#undef ADD

  return g_test_run ();
}
