/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <adwaita.h>

#include "rub-article-loader.h"
#include "rub-article-style.h"
#include "rub-article-view.h"
#include "rub-read-bench.h"

typedef struct
{
  GtkWindow *window;
  RubArticleView *view;
  RubArticle *article;
} Fixture;

static const char *const english[] = { "en", NULL };

static void
set_up (Fixture *fixture, gconstpointer data)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();

  fixture->window = GTK_WINDOW (gtk_window_new ());
  fixture->view = rub_article_view_new ();
  fixture->article = rub_article_load (RUB_ARTICLE_MASSAGE_FOR_RUNNERS, english, NULL);
  rub_article_view_set_article (fixture->view, fixture->article, NULL);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), GTK_WIDGET (fixture->view));
  gtk_window_set_child (fixture->window, scroller);
  gtk_window_set_default_size (fixture->window, 480, 600);
  gtk_window_present (fixture->window);
  rub_read_bench_wait (rub_read_bench_is_laid_out, fixture->view);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  GtkWidget *view = GTK_WIDGET (fixture->view);

  g_object_add_weak_pointer (G_OBJECT (view), (gpointer *) &fixture->view);
  gtk_window_destroy (fixture->window);
  rub_read_bench_drain ();
  g_assert_null (fixture->view);
  g_assert_finalize_object (fixture->article);
}

static const RubSpot *
get_spot (Fixture *fixture, int index)
{
  guint n_spots;

  return &rub_article_buffer_get_spots (rub_article_view_get_text (fixture->view), &n_spots)[index];
}

static int
find_spot (Fixture *fixture, RubSpotKind kind)
{
  guint n_spots;
  const RubSpot *spots
    = rub_article_buffer_get_spots (rub_article_view_get_text (fixture->view), &n_spots);

  for (guint i = 0; i < n_spots; i++)
    if (spots[i].kind == kind)
      return (int) i;

  g_assert_not_reached ();
}

static gboolean
on_link_activated_cb (RubArticleView *view, const char *target, char **got)
{
  g_free (*got);
  *got = g_strdup (target);

  return TRUE;
}

static void
test_accessible (Fixture *fixture, gconstpointer data)
{
  GtkAccessible *accessible = GTK_ACCESSIBLE (fixture->view);

  gtk_test_accessible_assert_role (accessible, GTK_ACCESSIBLE_ROLE_DOCUMENT);
  gtk_test_accessible_assert_property (accessible, GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "What Massage Can Do for Runners");
  rub_article_view_set_link (fixture->view, find_spot (fixture, RUB_SPOT_BUTTON));
  gtk_test_accessible_assert_property (accessible, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                       "Link: Mark where you are sore");
  rub_article_view_set_link (fixture->view, find_spot (fixture, RUB_SPOT_FOLD));
  gtk_test_accessible_assert_property (accessible, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                       "Source (1), hidden");
}

static void
test_text (Fixture *fixture, gconstpointer data)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (fixture->view));
  GtkTextIter start, end;
  g_autofree char *shown = NULL;
  g_autofree char *all = NULL;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  shown = gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
  all = gtk_text_buffer_get_text (buffer, &start, &end, TRUE);
  g_assert_nonnull (strstr (shown, "7-minute read"));
  g_assert_null (strstr (shown, "Moraska"));
  g_assert_nonnull (strstr (all, "Moraska"));
  g_assert_null (strstr (all, "Your massages lately"));
  g_assert_false (gtk_text_view_get_editable (GTK_TEXT_VIEW (fixture->view)));
}

/* Tab goes through everything that can be chosen and is not hidden, then out. */
static void
test_tab (Fixture *fixture, gconstpointer data)
{
  GtkWidget *widget = GTK_WIDGET (fixture->view);
  guint n_folds = 0, n_buttons = 0;

  g_assert_true (gtk_widget_grab_focus (widget));
  while (gtk_widget_child_focus (widget, GTK_DIR_TAB_FORWARD))
    {
      const RubSpot *spot = get_spot (fixture, rub_article_view_get_link (fixture->view));

      n_folds += spot->kind == RUB_SPOT_FOLD;
      n_buttons += spot->kind == RUB_SPOT_BUTTON;
    }
  g_assert_cmpint (rub_article_view_get_link (fixture->view), ==, -1);
  g_assert_cmpuint (n_folds, ==, 8);
  g_assert_cmpuint (n_buttons, ==, 5);
}

static void
test_fold (Fixture *fixture, gconstpointer data)
{
  RubArticleBuffer *text = rub_article_view_get_text (fixture->view);
  GtkWidget *widget = GTK_WIDGET (fixture->view);
  int fold = find_spot (fixture, RUB_SPOT_FOLD);
  int source = find_spot (fixture, RUB_SPOT_LINK);

  g_assert_false (rub_article_buffer_is_shown (text, source));
  rub_article_view_set_link (fixture->view, fold);
  g_assert_true (gtk_widget_activate_action (widget, "link.activate", NULL));
  g_assert_true (rub_article_buffer_is_shown (text, source));
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (widget),
                                       GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, "Source (1), shown");

  g_assert_true (gtk_widget_grab_focus (widget));
  g_assert_true (gtk_widget_child_focus (widget, GTK_DIR_TAB_FORWARD));
  g_assert_cmpint (rub_article_view_get_link (fixture->view), ==, source);

  rub_article_view_set_link (fixture->view, fold);
  g_assert_true (gtk_widget_activate_action (widget, "link.activate", NULL));
  g_assert_false (rub_article_buffer_is_shown (text, source));
}

static void
test_activate (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    RubSpotKind kind;
    const char *target;
  } rows[] = {
    { RUB_SPOT_BUTTON, "win.show-page::body" },
    { RUB_SPOT_LINK, "https://doi.org/10.3822/ijtmb.v6i2.165" },
  };
  g_autofree char *got = NULL;

  g_signal_connect (fixture->view, "activate-link", G_CALLBACK (on_link_activated_cb), &got);
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      rub_article_view_set_link (fixture->view, find_spot (fixture, rows[i].kind));
      gtk_widget_activate_action (GTK_WIDGET (fixture->view), "link.activate", NULL);
      g_assert_cmpstr (got, ==, rows[i].target);
    }
}

static void
on_show_page_cb (GSimpleAction *action, GVariant *parameter, char **page)
{
  g_free (*page);
  *page = g_variant_dup_string (parameter, NULL);
}

static void
test_action (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();
  g_autoptr (GSimpleAction) action = g_simple_action_new ("show-page", G_VARIANT_TYPE_STRING);
  g_autofree char *page = NULL;

  g_signal_connect (action, "activate", G_CALLBACK (on_show_page_cb), &page);
  g_action_map_add_action (G_ACTION_MAP (group), G_ACTION (action));
  gtk_widget_insert_action_group (GTK_WIDGET (fixture->window), "win", G_ACTION_GROUP (group));
  rub_article_view_set_link (fixture->view, find_spot (fixture, RUB_SPOT_BUTTON));
  gtk_widget_activate_action (GTK_WIDGET (fixture->view), "link.activate", NULL);
  g_assert_cmpstr (page, ==, "body");
}

typedef struct
{
  RubArticleView *view;
  int value;
} Expected;

static gboolean
is_at_place (gpointer data)
{
  Expected *expected = data;

  return rub_article_view_get_block (expected->view) == expected->value;
}

static void
test_place (Fixture *fixture, gconstpointer data)
{
  static const char *const ids[] = { "experienced", "soreness", "when-not", "recovery" };

  for (gsize i = 0; i < G_N_ELEMENTS (ids); i++)
    {
      Expected expected = { fixture->view, rub_article_find_heading (fixture->article, ids[i]) };

      g_test_message ("heading %s", ids[i]);
      rub_article_view_scroll_to_block (fixture->view, expected.value);
      rub_read_bench_wait (is_at_place, &expected);

      expected.value += 2;
      rub_article_view_scroll_to_block (fixture->view, expected.value);
      rub_read_bench_wait (is_at_place, &expected);
    }
}

static gboolean
has_measure (gpointer data)
{
  Expected *expected = data;

  return rub_article_view_get_measure (expected->view) > 2 * expected->value;
}

static void
test_measure (Fixture *fixture, gconstpointer data)
{
  int before = rub_article_view_get_measure (fixture->view);
  Expected expected = { fixture->view, before };
  g_autoptr (GtkCssProvider) provider = gtk_css_provider_new ();

  g_assert_cmpint (before, >, 300);
  gtk_css_provider_load_from_data (provider, "textview { font-size: 300%; }", -1);
  gtk_style_context_add_provider_for_display (gdk_display_get_default (),
                                              GTK_STYLE_PROVIDER (provider),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
  rub_read_bench_wait (has_measure, &expected);
  gtk_style_context_remove_provider_for_display (gdk_display_get_default (),
                                                 GTK_STYLE_PROVIDER (provider));
}

static int
get_margin (Fixture *fixture, const char *side)
{
  GtkTextTagTable *tags
    = gtk_text_buffer_get_tag_table (gtk_text_view_get_buffer (GTK_TEXT_VIEW (fixture->view)));
  int margin;

  g_object_get (gtk_text_tag_table_lookup (tags, RUB_TAG_SOURCE), side, &margin, NULL);

  return margin;
}

/* What stands back from the edge does so on the side where the article's own lines start. */
static void
test_direction (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) none = g_ptr_array_new ();
  g_autoptr (RubArticle) hebrew = rub_article_new ("a", "he", "מתיחה", none);
  GtkTextTag *tag;
  GtkJustification justification;
  gboolean is_set;

  g_assert_cmpint (get_margin (fixture, "left-margin"), >, 0);
  g_assert_cmpint (get_margin (fixture, "right-margin"), ==, 0);
  rub_article_view_set_article (fixture->view, hebrew, NULL);
  g_assert_cmpint (get_margin (fixture, "left-margin"), ==, 0);
  g_assert_cmpint (get_margin (fixture, "right-margin"), >, 0);

  /* So does what we say in it, in English here. */
  tag = gtk_text_tag_table_lookup (
    gtk_text_buffer_get_tag_table (gtk_text_view_get_buffer (GTK_TEXT_VIEW (fixture->view))),
    RUB_TAG_BYLINE);
  g_object_get (tag, "justification", &justification, "justification-set", &is_set, NULL);
  g_assert_true (is_set);
  g_assert_cmpint (justification, ==, GTK_JUSTIFY_RIGHT);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  gtk_disable_setlocale ();
  adw_init ();
#define ADD(name, func) g_test_add (name, Fixture, NULL, set_up, func, tear_down)
  ADD ("/article-view/accessible", test_accessible);
  ADD ("/article-view/text", test_text);
  ADD ("/article-view/tab", test_tab);
  ADD ("/article-view/fold", test_fold);
  ADD ("/article-view/activate", test_activate);
  ADD ("/article-view/action", test_action);
  ADD ("/article-view/place", test_place);
  ADD ("/article-view/measure", test_measure);
  ADD ("/article-view/direction", test_direction);
#undef ADD

  return g_test_run ();
}
