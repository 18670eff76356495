/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include "rub-aloud-bar.h"
#include "rub-aloud-follower.h"
#include "rub-article-style.h"
#include "rub-read-bench.h"
#include "rub-speech-bench.h"
#include "rub-ui-resources.h"

#define N_PARAGRAPHS 40
#define SENTENCES_A_PARAGRAPH 3

typedef struct
{
  RubSpeechBench *bench;
  GSettings *settings;
  GtkWidget *window;
  RubArticleView *view;
  RubAloudBar *bar;
  RubSpeaker *speaker;

  RubSpeakerState state;
  int sentence;
} Fixture;

static RubArticle *
make_article (const char *language)
{
  RubBlockFields fields = { .kind = RUB_BLOCK_ITEM, .text = "Run far. Rest well. Then run again." };
  g_autoptr (GPtrArray) blocks = g_ptr_array_new_with_free_func (g_object_unref);

  for (int i = 0; i < N_PARAGRAPHS; i++)
    g_ptr_array_add (blocks, rub_block_new (&fields));

  return rub_article_new ("test", language, "Title", blocks);
}

static void
show_article (Fixture *fixture, const char *language)
{
  g_autoptr (RubArticle) article = make_article (language);

  rub_article_view_set_article (fixture->view, article, NULL);
  rub_aloud_bar_refresh (fixture->bar);
  rub_read_bench_wait (rub_read_bench_is_laid_out, fixture->view);
}

static void
open_window (Fixture *fixture)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *scroller = gtk_scrolled_window_new ();

  fixture->view = rub_article_view_new ();
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), GTK_WIDGET (fixture->view));
  gtk_widget_set_vexpand (scroller, TRUE);
  gtk_box_append (GTK_BOX (box), scroller);
  fixture->bar = g_object_new (RUB_TYPE_ALOUD_BAR, NULL);
  rub_aloud_bar_set_view (fixture->bar, fixture->view);
  fixture->speaker = rub_aloud_bar_get_speaker (fixture->bar);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (fixture->bar));

  fixture->window = gtk_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 500, 300);
  gtk_window_set_child (GTK_WINDOW (fixture->window), box);
  gtk_window_present (GTK_WINDOW (fixture->window));
  show_article (fixture, "en");
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->bench = rub_speech_bench_new ();
  fixture->settings = g_settings_new (RUB_APP_ID);
  g_settings_reset (fixture->settings, "aloud-voices");
  g_settings_set_double (fixture->settings, "aloud-speed", 3.0);
  open_window (fixture);
}

/* Whatever is going on, everything goes with the window. */
static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_object_add_weak_pointer (G_OBJECT (fixture->bar), (gpointer *) &fixture->bar);
  g_object_add_weak_pointer (G_OBJECT (fixture->speaker), (gpointer *) &fixture->speaker);
  g_object_add_weak_pointer (G_OBJECT (fixture->view), (gpointer *) &fixture->view);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  rub_read_bench_drain ();
  g_assert_null (fixture->bar);
  g_assert_null (fixture->speaker);
  g_assert_null (fixture->view);
  rub_speech_bench_free (fixture->bench);
  g_assert_finalize_object (fixture->settings);
}

static gboolean
has_come (gpointer data)
{
  Fixture *fixture = data;

  return rub_speaker_get_state (fixture->speaker) == fixture->state
         && rub_speaker_get_sentence (fixture->speaker) >= fixture->sentence;
}

static void
wait_for (Fixture *fixture, RubSpeakerState state, int sentence)
{
  fixture->state = state;
  fixture->sentence = sentence;
  rub_read_bench_wait (has_come, fixture);
}

static void
activate (Fixture *fixture, const char *action)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->bar), action, NULL));
}

/* Returns: (transfer full): all of the text that is lit. */
static char *
get_lit (Fixture *fixture, int *start_offset)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (fixture->view));
  GtkTextTag *tag
    = gtk_text_tag_table_lookup (gtk_text_buffer_get_tag_table (buffer), RUB_TAG_SPOKEN);
  GString *lit = g_string_new (NULL);
  GtkTextIter iter;

  gtk_text_buffer_get_start_iter (buffer, &iter);
  *start_offset = -1;
  for (; !gtk_text_iter_is_end (&iter); gtk_text_iter_forward_char (&iter))
    if (gtk_text_iter_has_tag (&iter, tag))
      {
        g_string_append_unichar (lit, gtk_text_iter_get_char (&iter));
        if (*start_offset < 0)
          *start_offset = gtk_text_iter_get_offset (&iter);
      }

  return g_string_free (lit, FALSE);
}

/* What is lit is the sentence that is spoken, in its own paragraph. */
static void
check_lit (Fixture *fixture)
{
  static const char *const texts[] = { "Run far.", "Rest well.", "Then run again." };
  int sentence = rub_speaker_get_sentence (fixture->speaker);
  int start;
  g_autofree char *lit = get_lit (fixture, &start);
  GtkTextIter iter;

  if (sentence <= 0)
    {
      g_assert_cmpstr (lit, ==, sentence == 0 ? "Title" : "");
      return;
    }

  g_assert_cmpstr (lit, ==, texts[(sentence - 1) % SENTENCES_A_PARAGRAPH]);
  gtk_text_buffer_get_iter_at_offset (gtk_text_view_get_buffer (GTK_TEXT_VIEW (fixture->view)),
                                      &iter, start);
  g_assert_cmpint (
    rub_article_buffer_get_block_at (rub_article_view_get_text (fixture->view), &iter), ==,
    (sentence - 1) / SENTENCES_A_PARAGRAPH);
}

static gboolean
is_lit_in_view (gpointer data)
{
  Fixture *fixture = data;
  GtkTextView *view = GTK_TEXT_VIEW (fixture->view);
  GdkRectangle area, place;
  GtkTextIter iter;
  int start;
  g_autofree char *lit = get_lit (fixture, &start);

  gtk_text_view_get_visible_rect (view, &area);
  gtk_text_buffer_get_iter_at_offset (gtk_text_view_get_buffer (view), &iter, start);
  gtk_text_view_get_iter_location (view, &iter, &place);

  return place.y >= area.y && place.y + place.height <= area.y + area.height;
}

static GtkWidget *
find_labelled (GtkWidget *widget, const char *label)
{
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found;

      if (GTK_IS_BUTTON (child)
          && (g_strcmp0 (gtk_widget_get_tooltip_text (child), label) == 0
              || g_strcmp0 (gtk_button_get_label (GTK_BUTTON (child)), label) == 0))
        return child;
      if (GTK_IS_LABEL (child) && g_str_equal (gtk_label_get_label (GTK_LABEL (child)), label))
        return child;
      found = find_labelled (child, label);
      if (found != NULL)
        return found;
    }

  return NULL;
}

static void
test_follow (Fixture *fixture, gconstpointer data)
{
  rub_speech_bench_start (fixture->bench);
  activate (fixture, "aloud.toggle");
  for (int sentence = 0; sentence < 30; sentence += 3)
    {
      wait_for (fixture, RUB_SPEAKER_SPEAKING, sentence);
      check_lit (fixture);
    }
  activate (fixture, "aloud.toggle");
  rub_read_bench_wait (is_lit_in_view, fixture);
  g_assert_cmpfloat (
    gtk_adjustment_get_value (gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (fixture->view))), >,
    50);
}

static void
test_hold (Fixture *fixture, gconstpointer data)
{
  gint64 end_us;
  int sentence;

  rub_speech_bench_start (fixture->bench);
  activate (fixture, "aloud.toggle");
  wait_for (fixture, RUB_SPEAKER_SPEAKING, 4);
  activate (fixture, "aloud.toggle");
  sentence = rub_speaker_get_sentence (fixture->speaker);
  g_assert_nonnull (find_labelled (GTK_WIDGET (fixture->bar), "Read Aloud"));
  end_us = g_get_monotonic_time () + 300 * 1000;
  while (g_get_monotonic_time () < end_us)
    g_main_context_iteration (NULL, FALSE);
  g_assert_cmpint (rub_speaker_get_sentence (fixture->speaker), ==, sentence);
  check_lit (fixture);

  activate (fixture, "aloud.previous");
  g_assert_cmpint (rub_speaker_get_sentence (fixture->speaker), ==, sentence - 1);
  check_lit (fixture);
  activate (fixture, "aloud.next");
  activate (fixture, "aloud.next");
  check_lit (fixture);
  activate (fixture, "aloud.toggle");
  g_assert_nonnull (find_labelled (GTK_WIDGET (fixture->bar), "Pause"));
  wait_for (fixture, RUB_SPEAKER_SPEAKING, sentence + 3);

  activate (fixture, "aloud.stop");
  g_assert_cmpint (rub_speaker_get_state (fixture->speaker), ==, RUB_SPEAKER_IDLE);
  check_lit (fixture);
  /* Closed, there is nothing to go on with. */
  activate (fixture, "aloud.next");
  g_assert_cmpint (rub_speaker_get_sentence (fixture->speaker), ==, -1);
}

/* No service is needed to choose where to start. */
static void
test_start (Fixture *fixture, gconstpointer data)
{
  RubArticleBuffer *text = rub_article_view_get_text (fixture->view);
  GtkTextIter start, end;

  activate (fixture, "aloud.toggle");
  g_assert_cmpint (rub_speaker_get_sentence (fixture->speaker), ==, 0);
  activate (fixture, "aloud.stop");

  rub_article_buffer_get_text_iter (text, 5, strlen ("Run far. Re"), &start);
  rub_article_buffer_get_text_iter (text, 7, 3, &end);
  gtk_text_buffer_select_range (GTK_TEXT_BUFFER (text), &end, &start);
  activate (fixture, "aloud.toggle");
  g_assert_cmpint (rub_speaker_get_sentence (fixture->speaker), ==,
                   1 + 5 * SENTENCES_A_PARAGRAPH + 1);
  activate (fixture, "aloud.stop");

  gtk_text_buffer_select_range (GTK_TEXT_BUFFER (text), &start, &start);
  rub_article_view_scroll_to_block (fixture->view, 12);
  for (int i = 0; i < 3000 && rub_article_view_get_block (fixture->view) != 12; i++)
    {
      g_main_context_iteration (NULL, FALSE);
      g_usleep (1000);
    }
  activate (fixture, "aloud.toggle");
  g_assert_cmpint (rub_speaker_get_sentence (fixture->speaker), >=,
                   1 + 11 * SENTENCES_A_PARAGRAPH);
  g_assert_cmpint (rub_speaker_get_sentence (fixture->speaker), <=,
                   1 + 12 * SENTENCES_A_PARAGRAPH);
  check_lit (fixture);
}

static gboolean
can_come_back (gpointer bar)
{
  return gtk_widget_is_visible (
    gtk_widget_get_parent (find_labelled (bar, "Back to the Spoken Sentence")));
}

static gboolean
cannot_come_back (gpointer bar)
{
  return !can_come_back (bar);
}

static void
test_away (Fixture *fixture, gconstpointer data)
{
  GtkAdjustment *adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (fixture->view));
  double value;

  rub_speech_bench_start (fixture->bench);
  activate (fixture, "aloud.toggle");
  wait_for (fixture, RUB_SPEAKER_SPEAKING, 1);
  activate (fixture, "aloud.toggle");
  g_assert_false (can_come_back (fixture->bar));

  gtk_adjustment_set_value (adjustment, gtk_adjustment_get_upper (adjustment));
  rub_read_bench_wait (can_come_back, fixture->bar);
  value = gtk_adjustment_get_value (adjustment);
  activate (fixture, "aloud.toggle");
  wait_for (fixture, RUB_SPEAKER_SPEAKING, rub_speaker_get_sentence (fixture->speaker) + 3);
  activate (fixture, "aloud.toggle");
  g_assert_cmpfloat (gtk_adjustment_get_value (adjustment), ==, value);
  check_lit (fixture);

  activate (fixture, "aloud.come-back");
  rub_read_bench_wait (is_lit_in_view, fixture);
  rub_read_bench_wait (cannot_come_back, fixture->bar);
}

static void
test_failure (Fixture *fixture, gconstpointer data)
{
  GtkWidget *again;
  int sentence;

  activate (fixture, "aloud.toggle");
  wait_for (fixture, RUB_SPEAKER_FAILED, 0);
  again = find_labelled (GTK_WIDGET (fixture->bar), "Try Again");
  g_assert_true (gtk_widget_is_visible (again));
  g_assert_nonnull (find_labelled (GTK_WIDGET (fixture->bar),
                                   rub_speaker_get_message (fixture->speaker)));

  rub_speech_bench_start (fixture->bench);
  g_signal_emit_by_name (again, "clicked");
  wait_for (fixture, RUB_SPEAKER_SPEAKING, 2);
  g_assert_false (gtk_widget_is_visible (again));
  rub_speech_bench_kill (fixture->bench);
  wait_for (fixture, RUB_SPEAKER_FAILED, 2);
  sentence = rub_speaker_get_sentence (fixture->speaker);
  g_assert_true (gtk_widget_is_visible (again));
  check_lit (fixture);

  rub_speech_bench_start (fixture->bench);
  g_signal_emit_by_name (again, "clicked");
  wait_for (fixture, RUB_SPEAKER_SPEAKING, sentence + 1);
}

/* Another page in front changes nothing. */
static void
test_out_of_sight (Fixture *fixture, gconstpointer data)
{
  GtkWidget *box = gtk_window_get_child (GTK_WINDOW (fixture->window));

  rub_speech_bench_start (fixture->bench);
  activate (fixture, "aloud.toggle");
  wait_for (fixture, RUB_SPEAKER_SPEAKING, 1);
  gtk_widget_set_visible (box, FALSE);
  wait_for (fixture, RUB_SPEAKER_SPEAKING, rub_speaker_get_sentence (fixture->speaker) + 3);
  check_lit (fixture);
  gtk_widget_set_visible (box, TRUE);
  wait_for (fixture, RUB_SPEAKER_SPEAKING, rub_speaker_get_sentence (fixture->speaker) + 1);
  check_lit (fixture);
}

/* Another article ends it, and so does none. */
static void
test_article (Fixture *fixture, gconstpointer data)
{
  rub_speech_bench_start (fixture->bench);
  activate (fixture, "aloud.toggle");
  wait_for (fixture, RUB_SPEAKER_SPEAKING, 1);
  show_article (fixture, "de");
  g_assert_cmpint (rub_speaker_get_state (fixture->speaker), ==, RUB_SPEAKER_IDLE);
  check_lit (fixture);
  activate (fixture, "aloud.toggle");
  wait_for (fixture, RUB_SPEAKER_SPEAKING, 1);

  rub_article_view_set_article (fixture->view, NULL, NULL);
  rub_aloud_bar_refresh (fixture->bar);
  activate (fixture, "aloud.toggle");
  g_assert_cmpint (rub_speaker_get_state (fixture->speaker), ==, RUB_SPEAKER_IDLE);
}

/* It is in a popover, and so not to be seen. */
static GtkListView *
find_list (GtkWidget *widget)
{
  GtkListView *found = GTK_IS_LIST_VIEW (widget) ? GTK_LIST_VIEW (widget) : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); found == NULL && child != NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_list (child);

  return found;
}

static void
test_options (Fixture *fixture, gconstpointer data)
{
  GtkListView *list;
  GtkSingleSelection *selection;
  g_autoptr (GVariant) kept = NULL;
  g_autoptr (RubVoice) second = NULL;
  g_autofree char *printed = NULL;

  rub_speech_bench_start (fixture->bench);
  show_article (fixture, "de");
  g_assert_cmpfloat (rub_speaker_get_speed (fixture->speaker), ==, 3.0);
  g_settings_set_double (fixture->settings, "aloud-speed", 2.0);
  g_assert_cmpfloat (rub_speaker_get_speed (fixture->speaker), ==, 2.0);
  activate (fixture, "aloud.toggle");
  wait_for (fixture, RUB_SPEAKER_SPEAKING, 1);

  list = find_list (GTK_WIDGET (fixture->bar));
  selection = GTK_SINGLE_SELECTION (gtk_list_view_get_model (list));
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (selection)), >, 20);
  g_assert_cmpuint (gtk_single_selection_get_selected (selection), ==, 0);
  second = g_list_model_get_item (G_LIST_MODEL (selection), 1);
  g_assert_cmpstr (rub_voice_get_language (second), ==, "de");

  gtk_single_selection_set_selected (selection, 1);
  kept = g_settings_get_value (fixture->settings, "aloud-voices");
  printed = g_variant_print (kept, FALSE);
  g_assert_cmpstr (printed, ==, "{'de': ('espeak-ng', 'German')}");
  wait_for (fixture, RUB_SPEAKER_SPEAKING, 4);

  /* Each language has its own. */
  show_article (fixture, "en");
  g_assert_cmpuint (gtk_single_selection_get_selected (selection), ==, 0);
  show_article (fixture, "de");
  g_assert_cmpuint (gtk_single_selection_get_selected (selection), ==, 1);
}

static void
test_names (Fixture *fixture, gconstpointer data)
{
  static const char *const names[][2] = {
    { "Previous Sentence", "Previous sentence" },
    { "Next Sentence", "Next sentence" },
    { "Read Aloud", "Read Aloud" },
    { "Stop Reading Aloud", "Stop reading aloud" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      GtkWidget *button = find_labelled (GTK_WIDGET (fixture->bar), names[i][0]);

      g_assert_nonnull (button);
      gtk_test_accessible_assert_property (GTK_ACCESSIBLE (button),
                                           GTK_ACCESSIBLE_PROPERTY_LABEL, names[i][1]);
    }
}

/* The window is closed in each moment of the way from the first click to the third sentence. */
static void
test_closed (Fixture *fixture, gconstpointer data)
{
  rub_speech_bench_start (fixture->bench);
  activate (fixture, "aloud.toggle");
  for (int i = 0; i < GPOINTER_TO_INT (data); i++)
    g_main_context_iteration (NULL, FALSE);
}

static void
add (const char *path, void (*test) (Fixture *, gconstpointer), int data)
{
  g_test_add (path, Fixture, GINT_TO_POINTER (data), set_up, test, tear_down);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  gtk_disable_setlocale ();
  adw_init ();
  g_resources_register (rub_ui_get_resource ());

  add ("/ui/aloud/start", test_start, 0);
  add ("/ui/aloud/names", test_names, 0);
  if (rub_speech_bench_is_possible ())
    {
      add ("/ui/aloud/follow", test_follow, 0);
      add ("/ui/aloud/hold", test_hold, 0);
      add ("/ui/aloud/away", test_away, 0);
      add ("/ui/aloud/failure", test_failure, 0);
      add ("/ui/aloud/out-of-sight", test_out_of_sight, 0);
      add ("/ui/aloud/article", test_article, 0);
      add ("/ui/aloud/options", test_options, 0);
      add ("/ui/aloud/closed-at-once", test_closed, 0);
      add ("/ui/aloud/closed-opening", test_closed, 5);
      add ("/ui/aloud/closed-asking", test_closed, 40);
      add ("/ui/aloud/closed-speaking", test_closed, 400);
    }

  return g_test_run ();
}
