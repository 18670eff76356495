/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* long-article [empty|find]: an article of 50,000 words in Rubdown's view.
 * empty: makes the article, too, but shows an empty GtkTextView, the least that could show it.
 * find: looks for words as somebody types them, and prints the median, the 99th percentile and the
 *   maximum of what a key press and its frame take, in milliseconds. */

#include "config.h"

#include <stdio.h>
#include <stdlib.h>

#include "rub-article-view.h"
#include "rub-find-bar.h"
#include "rub-ui-resources.h"
#include "text-window.h"

#define N_SECTIONS 100
#define N_PARAGRAPHS 5
#define N_WORDS 100
#define N_ROUNDS 10

static const char *const vocabulary[]
  = { "the",  "massage", "of",   "calf", "muscle",   "after", "a",    "long",
      "run",  "may",     "ease", "what", "soreness", "is",    "left", "in",
      "your", "legs",    "for",  "days", "and",      "rest",  "does", "recovery" };
static const char *const sought[] = { "soreness", "e", "recovery", "massage of" };

typedef struct
{
  RubFindBar *bar;
  GtkEditable *entry;
  GArray *times;
  gint64 set_us;
  gint64 frame_us;
  int round;
  guint word;
  gsize n_chars; /* of the word that are typed */
} Find;

static void
add_block (GPtrArray *blocks, RubBlockKind kind, const char *text)
{
  RubBlockFields fields
    = { .kind = kind, .level = kind == RUB_BLOCK_HEADING ? 2 : 0, .text = text };

  g_ptr_array_add (blocks, rub_block_new (&fields));
}

static RubArticle *
create_article (void)
{
  g_autoptr (GPtrArray) blocks = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GRand) random = g_rand_new_with_seed (50);

  for (int i = 0; i < N_SECTIONS; i++)
    {
      add_block (blocks, RUB_BLOCK_HEADING, "Soreness");
      for (int j = 0; j < N_PARAGRAPHS; j++)
        {
          g_autoptr (GString) text = g_string_new (NULL);

          for (int k = 0; k < N_WORDS; k++)
            {
              g_string_append (text,
                               vocabulary[g_rand_int_range (random, 0, G_N_ELEMENTS (vocabulary))]);
              g_string_append_c (text, ' ');
            }
          add_block (blocks, RUB_BLOCK_PARAGRAPH, text->str);
        }
      add_block (blocks, RUB_BLOCK_SOURCE, "Somebody (2020). A Journal");
    }

  return rub_article_new ("long", "en", "A Long Article", blocks);
}

static GtkWidget *
create_view (void)
{
  g_autoptr (RubArticle) article = create_article ();
  RubArticleView *view = rub_article_view_new ();

  rub_article_view_set_article (view, article, NULL);

  return GTK_WIDGET (view);
}

/* What is left is what it takes to show the article, not to make one up. */
static GtkWidget *
create_empty_view (void)
{
  g_autoptr (RubArticle) article = create_article ();

  g_assert_cmpuint (rub_article_get_n_blocks (article), >, 0);

  return gtk_text_view_new ();
}

static int
compare_times (const void *a, const void *b)
{
  gint64 first = *(const gint64 *) a;
  gint64 second = *(const gint64 *) b;

  return (first > second) - (first < second);
}

static void
finish (Find *find)
{
  gint64 *times_us = (gint64 *) (gpointer) find->times->data;
  guint n_times = find->times->len;

  qsort (times_us, n_times, sizeof *times_us, compare_times);
  printf ("%.2f %.2f %.2f\n", (double) times_us[n_times / 2] / 1000,
          (double) times_us[n_times * 99 / 100] / 1000, (double) times_us[n_times - 1] / 1000);
  g_application_quit (g_application_get_default ());
}

/* One more letter, or the next word. Returns: FALSE when all was typed. */
static gboolean
advance (Find *find)
{
  if (sought[find->word][find->n_chars] != '\0')
    {
      find->n_chars++;
      return TRUE;
    }

  find->n_chars = 1;
  find->word++;
  if (find->word < G_N_ELEMENTS (sought))
    return TRUE;

  find->word = 0;
  find->round++;

  return find->round < N_ROUNDS;
}

static gboolean
press (gpointer data)
{
  Find *find = data;
  g_autofree char *typed = NULL;
  gint64 start_us = g_get_monotonic_time ();

  if (!advance (find))
    {
      finish (find);
      return G_SOURCE_REMOVE;
    }

  typed = g_strndup (sought[find->word], find->n_chars);
  find->frame_us = 0;
  gtk_editable_set_text (find->entry, typed);
  find->set_us = g_get_monotonic_time () - start_us;

  return G_SOURCE_REMOVE;
}

static void
on_before_paint_cb (GdkFrameClock *clock, Find *find)
{
  if (find->set_us > 0 && find->frame_us == 0)
    find->frame_us = g_get_monotonic_time ();
}

/* A frame is over when the X server has done what it was told. */
static void
on_after_paint_cb (GdkFrameClock *clock, Find *find)
{
  gint64 time_us;

  gdk_display_sync (gdk_display_get_default ());
  if (find->set_us == 0 || find->frame_us == 0)
    return;

  time_us = find->set_us + g_get_monotonic_time () - find->frame_us;
  g_array_append_val (find->times, time_us);
  find->set_us = 0;
  /* A fast typist. */
  g_timeout_add (60, press, find);
}

static gpointer
find_widget (GtkWidget *widget, GType type)
{
  if (G_TYPE_CHECK_INSTANCE_TYPE (widget, type))
    return widget;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      gpointer found = find_widget (child, type);

      if (found != NULL)
        return found;
    }

  return NULL;
}

static void
start_find (GtkWidget *view, gpointer data)
{
  Find *find = data;
  GtkWidget *box = gtk_widget_get_parent (gtk_widget_get_parent (view));
  GdkFrameClock *clock = gtk_widget_get_frame_clock (view);

  find->bar = g_object_new (RUB_TYPE_FIND_BAR, NULL);
  gtk_box_insert_child_after (GTK_BOX (box), GTK_WIDGET (find->bar),
                              gtk_widget_get_first_child (box));
  rub_find_bar_set_view (find->bar, RUB_ARTICLE_VIEW (view));
  rub_find_bar_toggle (find->bar);
  find->entry = find_widget (GTK_WIDGET (find->bar), GTK_TYPE_SEARCH_ENTRY);
  find->times = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_signal_connect (clock, "before-paint", G_CALLBACK (on_before_paint_cb), find);
  g_signal_connect_after (clock, "after-paint", G_CALLBACK (on_after_paint_cb), find);
  /* After the bar has slid in. */
  g_timeout_add (1000, press, find);
}

int
main (int argc, char **argv)
{
  gboolean is_find = argc > 1 && g_str_equal (argv[1], "find");
  gboolean is_empty = argc > 1 && g_str_equal (argv[1], "empty");
  Find find = { 0 };
  int status;

  g_resources_register (rub_ui_get_resource ());
  status = text_window_run (is_empty ? create_empty_view : create_view,
                            is_find ? start_find : NULL, &find);
  g_clear_pointer (&find.times, g_array_unref);

  return status;
}
