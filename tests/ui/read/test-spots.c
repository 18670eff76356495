/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <adwaita.h>

#include "rub-article-style.h"
#include "rub-article-view.h"
#include "rub-badge-popover.h"
#include "rub-body-figure.h"
#include "rub-icon-resources.h"
#include "rub-mention-popover.h"
#include "rub-read-bench.h"
#include "rub-ui-resources.h"

/* Text that fills a window many times. */
#define LONG                                                                                       \
  "A line that is long enough to be broken into several where the window is narrow, and there is " \
  "no end of it until there is one. "
#define WHY "Because of trials that were many, and of a review that put them all together."
#define UNCERTAIN "That is not known, for nobody has looked at it in runners of any kind."
#define STUDY "Guo J, Li L, Gong Y et al. (2017). A Journal with a Name"
#define N_PARAGRAPHS 40
#define CALVES "win.show-regions::gastroc-medial,gastroc-lateral"
/* The narrowest window, and what a popover has beside it on a screen as wide. */
#define NARROWEST_PX 360

typedef struct
{
  GtkWindow *window;
  RubArticleView *view;
  RubArticle *article;
  char *got;
} Fixture;

static const struct
{
  const char *label;
  RubVerdict verdict;
  const char *title;
  const char *icon;
} verdicts[] = {
  { "Yes", RUB_VERDICT_YES, "Supported", "rub-verdict-yes-symbolic" },
  { "Partly", RUB_VERDICT_PARTLY, "Partly supported", "rub-verdict-partly-symbolic" },
  { "Unproven", RUB_VERDICT_UNPROVEN, "Not shown", "rub-verdict-unproven-symbolic" },
  { "No", RUB_VERDICT_NO, "Wrong", "rub-verdict-no-symbolic" },
};

static void
add (GPtrArray *blocks, const RubBlockFields *fields)
{
  g_ptr_array_add (blocks, rub_block_new (fields));
}

static void
add_section (GPtrArray *blocks, int index)
{
  g_autofree char *id = g_strdup_printf ("section-%d", index);
  g_autofree char *text = g_strdup_printf ("%s The claim.", verdicts[index].label);
  RubSpan label = { RUB_SPAN_LABEL, 0, strlen (verdicts[index].label), NULL };
  RubSpan study = { RUB_SPAN_LINK, 0, 33, "https://doi.org/10.1000/1" };

  add (blocks, &(RubBlockFields){ .kind = RUB_BLOCK_HEADING, .id = id, .level = 2, .text = id });
  add (blocks, &(RubBlockFields){ .kind = RUB_BLOCK_VERDICT, .verdict = verdicts[index].verdict,
                                  .why = WHY, .uncertain = UNCERTAIN,
                                  .text = text, .spans = &label, .n_spans = 1 });
  for (int i = 0; i <= index; i++)
    add (blocks, &(RubBlockFields){ .kind = RUB_BLOCK_SOURCE, .text = STUDY,
                                    .spans = &study, .n_spans = 1 });
}

static void
add_mention (GPtrArray *blocks, const char *target)
{
  RubSpan mention = { RUB_SPAN_LINK, 5, 11, target };

  add (blocks, &(RubBlockFields){ .kind = RUB_BLOCK_PARAGRAPH, .text = "Your calves.",
                                  .spans = &mention, .n_spans = 1 });
}

static void
add_card (GPtrArray *blocks)
{
  add (blocks, &(RubBlockFields){ .kind = RUB_BLOCK_CARD, .figure = RUB_FIGURE_MASSAGES_LATELY,
                                  .run_kind = RUB_CARD_ANY_RUN, .text = "Your massages" });
}

/* A card between paragraphs, one behind the sources, one at the end. */
static RubArticle *
make_article (void)
{
  g_autoptr (GPtrArray) blocks = g_ptr_array_new_with_free_func (g_object_unref);

  add_mention (blocks, CALVES);
  add_mention (blocks, "win.show-regions::tail");
  add_card (blocks);
  for (int i = 0; i < (int) G_N_ELEMENTS (verdicts); i++)
    add_section (blocks, i);
  add_card (blocks);
  for (int i = 0; i < N_PARAGRAPHS; i++)
    add (blocks, &(RubBlockFields){ .kind = RUB_BLOCK_PARAGRAPH, .text = LONG LONG });
  add_card (blocks);

  return rub_article_new ("a", "en", "Title", blocks);
}

static gboolean
on_link_activated_cb (RubArticleView *view, const char *target, Fixture *fixture)
{
  g_free (fixture->got);
  fixture->got = g_strdup (target);

  return TRUE;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();

  fixture->window = GTK_WINDOW (gtk_window_new ());
  fixture->view = rub_article_view_new ();
  fixture->article = make_article ();
  g_signal_connect (fixture->view, "activate-link", G_CALLBACK (on_link_activated_cb), fixture);
  rub_article_view_set_article (fixture->view, fixture->article, NULL);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), GTK_WIDGET (fixture->view));
  gtk_window_set_child (fixture->window, scroller);
  gtk_window_set_default_size (fixture->window, NARROWEST_PX, 600);
  gtk_window_present (fixture->window);
  rub_read_bench_wait (rub_read_bench_is_laid_out, fixture->view);
}

/* With all that it opened. */
static void
tear_down (Fixture *fixture, gconstpointer data)
{
  GtkWidget *view = GTK_WIDGET (fixture->view);
  gpointer popovers = rub_article_view_get_popovers (fixture->view);

  g_object_add_weak_pointer (G_OBJECT (view), (gpointer *) &fixture->view);
  g_object_add_weak_pointer (popovers, &popovers);
  gtk_window_destroy (fixture->window);
  rub_read_bench_drain ();
  g_assert_null (fixture->view);
  g_assert_null (popovers);
  g_assert_finalize_object (fixture->article);
  g_free (fixture->got);
}

static const RubSpot *
get_spots (Fixture *fixture, guint *n_spots)
{
  return rub_article_buffer_get_spots (rub_article_view_get_text (fixture->view), n_spots);
}

/* The spot of @kind that @n others of it come before. */
static int
find_spot (Fixture *fixture, RubSpotKind kind, int n)
{
  guint n_spots;
  const RubSpot *spots = get_spots (fixture, &n_spots);

  for (guint i = 0; i < n_spots; i++)
    if (spots[i].kind == kind && n-- == 0)
      return (int) i;

  g_assert_not_reached ();
}

static void
activate (Fixture *fixture)
{
  g_assert_true (
    gtk_widget_activate_action (GTK_WIDGET (fixture->view), "link.activate", NULL));
}

static GtkPopover *
get_badge (Fixture *fixture)
{
  return rub_spot_popovers_get_badge (rub_article_view_get_popovers (fixture->view));
}

static GtkPopover *
get_mention (Fixture *fixture)
{
  return rub_spot_popovers_get_mention (rub_article_view_get_popovers (fixture->view));
}

static gboolean
has_badge (gpointer data)
{
  return get_badge (data) != NULL && gtk_widget_get_mapped (GTK_WIDGET (get_badge (data)));
}

static gboolean
has_no_badge (gpointer data)
{
  return get_badge (data) == NULL;
}

static gboolean
has_mention (gpointer data)
{
  return get_mention (data) != NULL && gtk_widget_get_mapped (GTK_WIDGET (get_mention (data)));
}

static gboolean
has_no_mention (gpointer data)
{
  return get_mention (data) == NULL;
}

/* What @widget says, line by line. */
static void
collect (GtkWidget *widget, GString *words)
{
  if (!gtk_widget_get_visible (widget))
    return;
  if (GTK_IS_LABEL (widget))
    g_string_append_printf (words, "%s\n", gtk_label_get_label (GTK_LABEL (widget)));
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    collect (child, words);
}

static void
test_verdicts (Fixture *fixture, gconstpointer data)
{
  for (int i = 0; i < (int) G_N_ELEMENTS (verdicts); i++)
    {
      g_autoptr (GString) words = g_string_new (NULL);
      g_autoptr (GString) expected = g_string_new (NULL);
      GtkImage *icon;

      rub_article_view_set_link (fixture->view, find_spot (fixture, RUB_SPOT_BADGE, i));
      activate (fixture);
      rub_read_bench_wait (has_badge, fixture);
      collect (GTK_WIDGET (get_badge (fixture)), words);
      g_string_printf (expected,
                       "%s\n" WHY "\nWhat Is Uncertain\n" UNCERTAIN "\n%s (%d)\n",
                       verdicts[i].title, i == 0 ? "Study" : "Studies", i + 1);
      for (int n = 0; n <= i; n++)
        g_string_append (expected, STUDY "\n");
      g_assert_cmpstr (words->str, ==, expected->str);
      icon = rub_read_bench_find (GTK_WIDGET (get_badge (fixture)), GTK_TYPE_IMAGE);
      g_assert_cmpstr (gtk_image_get_icon_name (icon), ==, verdicts[i].icon);
      gtk_popover_popdown (get_badge (fixture));
      rub_read_bench_wait (has_no_badge, fixture);
    }
}

/* As a key would: the popover listens by itself. */
static void
press_escape (GtkWidget *widget)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GObject) controller = g_list_model_get_item (controllers, i);
      gboolean is_handled = FALSE;

      if (GTK_IS_EVENT_CONTROLLER_KEY (controller))
        g_signal_emit_by_name (controller, "key-pressed", GDK_KEY_Escape, 0, 0, &is_handled);
    }
}

static gboolean
on_study_activated_cb (RubBadgePopover *popover, const char *address, Fixture *fixture)
{
  g_free (fixture->got);
  fixture->got = g_strdup (address);
  g_signal_stop_emission_by_name (popover, "activate-study");

  return TRUE;
}

/* Tab to the label, Enter; Tab to a study, Enter; Escape, and Tab leads on from the label. */
static void
test_keyboard (Fixture *fixture, gconstpointer data)
{
  GtkWidget *view = GTK_WIDGET (fixture->view);
  int badge = find_spot (fixture, RUB_SPOT_BADGE, 0);
  GtkWidget *popover, *row;

  g_assert_true (gtk_widget_grab_focus (view));
  while (rub_article_view_get_link (fixture->view) != badge)
    g_assert_true (gtk_widget_child_focus (view, GTK_DIR_TAB_FORWARD));
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (view),
                                       GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                       "Evidence: Yes. Press Enter for why");
  activate (fixture);
  rub_read_bench_wait (has_badge, fixture);

  popover = GTK_WIDGET (get_badge (fixture));
  g_assert_nonnull (gtk_widget_get_focus_child (popover));
  row = rub_read_bench_find (popover, GTK_TYPE_LIST_BOX_ROW);
  g_assert_false (gtk_widget_has_focus (row));
  gtk_widget_child_focus (popover, GTK_DIR_TAB_FORWARD);
  g_assert_true (gtk_widget_has_focus (row));
  g_signal_connect (popover, "activate-study", G_CALLBACK (on_study_activated_cb), fixture);
  g_assert_true (gtk_widget_activate (row));
  g_assert_cmpstr (fixture->got, ==, "https://doi.org/10.1000/1");

  press_escape (popover);
  rub_read_bench_wait (has_no_badge, fixture);
  g_assert_true (gtk_widget_has_focus (view));
  g_assert_cmpint (rub_article_view_get_link (fixture->view), ==, badge);
  g_assert_true (gtk_widget_child_focus (view, GTK_DIR_TAB_FORWARD));
  g_assert_cmpint (rub_article_view_get_link (fixture->view), >, badge);
}

static void
test_accessible (Fixture *fixture, gconstpointer data)
{
  GtkWidget *popover, *row, *box;

  rub_article_view_set_link (fixture->view, find_spot (fixture, RUB_SPOT_BADGE, 1));
  activate (fixture);
  rub_read_bench_wait (has_badge, fixture);
  popover = GTK_WIDGET (get_badge (fixture));
  box = gtk_root_get_focus (gtk_widget_get_root (popover));
  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (box), GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (box), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Partly supported");
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (box), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                       WHY);
  row = rub_read_bench_find (popover, GTK_TYPE_LIST_BOX_ROW);
  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_ROLE_LINK);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       STUDY);

  rub_article_view_set_link (fixture->view, find_spot (fixture, RUB_SPOT_MENTION, 0));
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (fixture->view),
                                       GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                       "Link to the body: calves. Inner calf, Outer calf");
  rub_article_view_set_link (fixture->view, find_spot (fixture, RUB_SPOT_MENTION, 1));
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (fixture->view),
                                       GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, "Link: calves");
}

static gboolean
is_large (gpointer data)
{
  return rub_article_view_get_measure (data) > 900;
}

/* Both fit the narrowest window with text at 200 %, and what does not is scrolled to. */
static void
test_narrow (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GtkCssProvider) provider = gtk_css_provider_new ();
  int width, height;

  gtk_css_provider_load_from_data (provider, "window, popover { font-size: 200%; }", -1);
  gtk_style_context_add_provider_for_display (gdk_display_get_default (),
                                              GTK_STYLE_PROVIDER (provider),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
  rub_read_bench_wait (is_large, fixture->view);
  rub_article_view_set_link (fixture->view, find_spot (fixture, RUB_SPOT_MENTION, 0));
  rub_read_bench_wait (has_mention, fixture);
  gtk_widget_measure (gtk_popover_get_child (get_mention (fixture)), GTK_ORIENTATION_HORIZONTAL,
                      -1, NULL, &width, NULL, NULL);
  g_assert_cmpint (width, <=, NARROWEST_PX);

  rub_article_view_set_link (fixture->view, find_spot (fixture, RUB_SPOT_BADGE, 3));
  activate (fixture);
  rub_read_bench_wait (has_badge, fixture);
  gtk_widget_measure (gtk_popover_get_child (get_badge (fixture)), GTK_ORIENTATION_HORIZONTAL, -1,
                      NULL, &width, NULL, NULL);
  gtk_widget_measure (gtk_popover_get_child (get_badge (fixture)), GTK_ORIENTATION_VERTICAL, width,
                      NULL, &height, NULL, NULL);
  g_assert_cmpint (width, <=, NARROWEST_PX);
  g_assert_cmpint (height, <=, 600);
  gtk_style_context_remove_provider_for_display (gdk_display_get_default (),
                                                 GTK_STYLE_PROVIDER (provider));
}

/* With the keyboard on it for a moment, a mention shows where it is; elsewhere it goes. */
static void
test_mention (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GString) words = g_string_new (NULL);
  GtkWidget *figure;

  g_assert_true (gtk_widget_grab_focus (GTK_WIDGET (fixture->view)));
  rub_article_view_set_link (fixture->view, find_spot (fixture, RUB_SPOT_MENTION, 0));
  g_assert_null (get_mention (fixture));
  rub_read_bench_wait (has_mention, fixture);
  collect (GTK_WIDGET (get_mention (fixture)), words);
  g_assert_cmpstr (words->str, ==, "Inner calf, Outer calf\n");
  figure = rub_read_bench_find (GTK_WIDGET (get_mention (fixture)), RUB_TYPE_BODY_FIGURE);
  gtk_test_accessible_assert_property (
    GTK_ACCESSIBLE (figure), GTK_ACCESSIBLE_PROPERTY_LABEL,
    "Left inner calf, Right inner calf, Left outer calf, Right outer calf");
  g_assert_true (gtk_widget_has_focus (GTK_WIDGET (fixture->view)));

  rub_article_view_set_link (fixture->view, find_spot (fixture, RUB_SPOT_BADGE, 0));
  rub_read_bench_wait (has_no_mention, fixture);

  rub_article_view_set_link (fixture->view, find_spot (fixture, RUB_SPOT_MENTION, 0));
  rub_read_bench_wait (has_mention, fixture);
  g_assert_true (rub_spot_popovers_dismiss (rub_article_view_get_popovers (fixture->view)));
  g_assert_null (get_mention (fixture));
  g_assert_false (rub_spot_popovers_dismiss (rub_article_view_get_popovers (fixture->view)));
}

/* It leads to the regions themselves, and what was shown goes. */
static void
test_mention_leads (Fixture *fixture, gconstpointer data)
{
  rub_article_view_set_link (fixture->view, find_spot (fixture, RUB_SPOT_MENTION, 0));
  rub_read_bench_wait (has_mention, fixture);
  activate (fixture);
  g_assert_cmpstr (fixture->got, ==, CALVES);
  g_assert_null (get_mention (fixture));
}

static GPtrArray *
make_words (Fixture *fixture, const char *words)
{
  GPtrArray *all = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < rub_article_get_n_blocks (fixture->article); i++)
    {
      RubBlock *block = rub_article_get_block (fixture->article, i);
      gboolean is_card = rub_block_get_fields (block)->kind == RUB_BLOCK_CARD;

      g_ptr_array_add (all, is_card ? g_strdup (words) : NULL);
    }

  return all;
}

static gboolean
set_cards (Fixture *fixture, const char *words)
{
  g_autoptr (GPtrArray) all = make_words (fixture, words);

  return rub_article_view_set_cards (fixture->view, all);
}

static char *
get_text (Fixture *fixture)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (fixture->view));
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);

  return gtk_text_buffer_get_text (buffer, &start, &end, TRUE);
}

/* Each spot reads what it stands for, and each block starts with its own text. */
static void
assert_in_step (Fixture *fixture)
{
  RubArticleBuffer *text = rub_article_view_get_text (fixture->view);
  guint n_spots;
  const RubSpot *spots = get_spots (fixture, &n_spots);
  GtkTextIter start, end;

  for (guint i = 0; i < n_spots; i++)
    {
      g_autofree char *read = NULL;

      gtk_text_buffer_get_iter_at_offset (GTK_TEXT_BUFFER (text), &start, spots[i].start);
      gtk_text_buffer_get_iter_at_offset (GTK_TEXT_BUFFER (text), &end, spots[i].end);
      read = gtk_text_buffer_get_text (GTK_TEXT_BUFFER (text), &start, &end, TRUE);
      if (spots[i].kind == RUB_SPOT_MENTION)
        g_assert_cmpstr (read, ==, "calves");
      if (spots[i].kind == RUB_SPOT_LINK)
        g_assert_cmpstr (read, ==, "Guo J, Li L, Gong Y et al. (2017)");
      if (spots[i].kind == RUB_SPOT_BADGE)
        g_assert_true (g_str_has_prefix (
          rub_block_get_text (rub_article_get_block (fixture->article, spots[i].block)), read));
    }
  for (guint i = 0; i < rub_article_get_n_blocks (fixture->article); i++)
    {
      RubBlock *block = rub_article_get_block (fixture->article, i);
      g_autofree char *read = NULL;

      if (rub_block_get_fields (block)->kind == RUB_BLOCK_CARD)
        continue;
      rub_article_buffer_get_block_start (text, (int) i, &start);
      end = start;
      gtk_text_iter_forward_to_line_end (&end);
      read = gtk_text_buffer_get_text (GTK_TEXT_BUFFER (text), &start, &end, TRUE);
      g_assert_cmpstr (read, ==, i == 0 ? "Title" : rub_block_get_text (block));
      if (i > 0)
        g_assert_cmpint (rub_article_buffer_get_block_at (text, &start), ==, i);
    }
}

/* Without words nothing is left of a card, and all else is as if it had never been there. */
static void
test_cards (Fixture *fixture, gconstpointer data)
{
  static const char *const steps[] = { "Five.", "Five.", "Five, all\tin all; and more.", NULL,
                                       NULL, "Ünï.", NULL };
  g_autofree char *before = get_text (fixture);
  const char *previous = NULL;

  g_assert_null (strstr (before, "Your massages"));
  for (gsize i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      g_autofree char *after = NULL;
      g_autofree char *card = g_strdup_printf ("\nYour massages\n%s\n", steps[i]);

      g_test_message ("%s", steps[i]);
      g_assert_true (set_cards (fixture, steps[i])
                     == (g_strcmp0 (previous, steps[i]) != 0));
      previous = steps[i];
      after = get_text (fixture);
      if (steps[i] == NULL)
        g_assert_cmpstr (after, ==, before);
      else
        g_assert_nonnull (strstr (after, card));
      assert_in_step (fixture);
      rub_read_bench_drain ();
    }
}

/* Where a line ends with the tag that the next one starts with, GTK may take the one for the
 * other. What hides sources is of many lines at once. */
static void
assert_lines_end_plain (GtkTextBuffer *buffer)
{
  GtkTextIter iter;

  gtk_text_buffer_get_start_iter (buffer, &iter);
  do
    {
      g_autoptr (GSList) tags = NULL;

      if (!gtk_text_iter_ends_line (&iter))
        gtk_text_iter_forward_to_line_end (&iter);
      tags = gtk_text_iter_get_tags (&iter);
      for (GSList *i = tags; i != NULL; i = i->next)
        {
          g_autofree char *name = NULL;

          g_object_get (i->data, "name", &name, NULL);
          g_assert_null (name);
        }
    }
  while (gtk_text_iter_forward_line (&iter));
}

/* The words around a card keep their tags, and it has its own. */
static void
test_card_tags (Fixture *fixture, gconstpointer data)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (fixture->view));
  GtkTextTagTable *table = gtk_text_buffer_get_tag_table (buffer);
  guint n_spots;

  set_cards (fixture, "Five.");
  assert_lines_end_plain (buffer);
  for (int i = 0; i < 3; i++)
    {
      const RubSpot *card = &get_spots (fixture, &n_spots)[find_spot (fixture, RUB_SPOT_CARD, i)];
      GtkTextIter iter;

      gtk_text_buffer_get_iter_at_offset (buffer, &iter, card->start);
      g_assert_true (gtk_text_iter_has_tag (
        &iter, gtk_text_tag_table_lookup (table, RUB_TAG_CARD_LEAD)));
      gtk_text_buffer_get_iter_at_offset (buffer, &iter, card->end - 1);
      g_assert_true (gtk_text_iter_has_tag (&iter,
                                            gtk_text_tag_table_lookup (table, RUB_TAG_CARD)));
      g_assert_true (rub_article_buffer_is_shown (rub_article_view_get_text (fixture->view),
                                                  find_spot (fixture, RUB_SPOT_CARD, i)));
    }
}

typedef struct
{
  RubArticleView *view;
  int block;
} Expected;

static gboolean
is_at_place (gpointer data)
{
  Expected *expected = data;

  return rub_article_view_get_block (expected->view) == expected->block;
}

/* Who reads far below two cards stays where that is, with the keyboard on what it was on. */
static void
test_card_place (Fixture *fixture, gconstpointer data)
{
  Expected expected = { fixture->view, (int) rub_article_get_n_blocks (fixture->article) - 20 };
  int badge = find_spot (fixture, RUB_SPOT_BADGE, 2);

  rub_article_view_set_link (fixture->view, badge);
  rub_article_view_scroll_to_block (fixture->view, expected.block);
  rub_read_bench_wait (is_at_place, &expected);
  rub_read_bench_drain ();

  g_assert_true (set_cards (fixture, LONG LONG LONG));
  rub_read_bench_drain ();
  rub_read_bench_wait (is_at_place, &expected);
  g_assert_true (set_cards (fixture, NULL));
  rub_read_bench_drain ();
  rub_read_bench_wait (is_at_place, &expected);
  g_assert_cmpint (rub_article_view_get_link (fixture->view), ==, badge);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  gtk_disable_setlocale ();
  adw_init ();
  g_resources_register (rub_ui_get_resource ());
  g_resources_register (rub_icons_get_resource ());
#define ADD(name, func) g_test_add (name, Fixture, NULL, set_up, func, tear_down)
  ADD ("/spots/verdicts", test_verdicts);
  ADD ("/spots/keyboard", test_keyboard);
  ADD ("/spots/accessible", test_accessible);
  ADD ("/spots/narrow", test_narrow);
  ADD ("/spots/mention", test_mention);
  ADD ("/spots/mention-leads", test_mention_leads);
  ADD ("/spots/cards", test_cards);
  ADD ("/spots/card-tags", test_card_tags);
  ADD ("/spots/card-place", test_card_place);
#undef ADD

  return g_test_run ();
}
