/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <adwaita.h>

#include "rub-body-loader.h"
#include "rub-body-map.h"
#include "rub-level-keys.h"
#include "rub-map-view.h"
#include "rub-note-entry.h"
#include "rub-region-words.h"
#include "rub-sore-popover.h"
#include "rub-ui-resources.h"

#define CALF "gastroc-medial-left"
#define OTHER_CALF "gastroc-medial-right"
#define OUTER_CALF "gastroc-lateral-left"

typedef struct
{
  RubBody *body;
  RubCheckDraft *draft;
  RubBodyAttention *attention;
  GtkWidget *window;
  RubBodyMap *map;
} Fixture;

static void
settle (void)
{
  for (int i = 0; i < 3; i++)
    {
      while (g_main_context_iteration (NULL, FALSE))
        ;
      g_usleep (20000);
    }
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->body = rub_body_loader_get_bundled (RUB_BODY_BUILD_STANDARD);
  fixture->draft = rub_check_draft_new (fixture->body);
  fixture->attention = rub_body_attention_new ();
  fixture->window = gtk_window_new ();
  fixture->map = RUB_BODY_MAP (rub_body_map_new (fixture->draft, fixture->attention));
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 760, 700);
  gtk_window_set_child (GTK_WINDOW (fixture->window), GTK_WIDGET (fixture->map));
  gtk_window_present (GTK_WINDOW (fixture->window));
  while (gtk_widget_get_width (GTK_WIDGET (fixture->map)) == 0)
    g_main_context_iteration (NULL, TRUE);
  settle ();
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  RubBodyMap *map = fixture->map;

  g_object_add_weak_pointer (G_OBJECT (map), (gpointer *) &map);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  settle ();
  g_assert_null (map);
  g_assert_finalize_object (fixture->draft);
  g_assert_finalize_object (fixture->attention);
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

static GtkWidget *
find_part (GtkWidget *popover, const char *name)
{
  return GTK_WIDGET (gtk_widget_get_template_child (popover, RUB_TYPE_SORE_POPOVER, name));
}

static RubRegion *
find_region (Fixture *fixture, const char *id)
{
  RubRegion *region = rub_body_find (fixture->body, id);

  g_assert_nonnull (region);

  return region;
}

static void
find_views (GtkWidget *widget, GtkWidget **views)
{
  if (RUB_IS_MAP_VIEW (widget))
    views[rub_map_view_get_view (RUB_MAP_VIEW (widget))] = widget;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    find_views (child, views);
}

/* Where the number of a region stands in the back view, in pixels of the map. */
static RubPoint
locate (Fixture *fixture, const char *id)
{
  GtkWidget *views[RUB_N_BODY_VIEWS];
  graphene_point_t point;
  RubPoint label;

  find_views (GTK_WIDGET (fixture->map), views);
  label = rub_map_view_get_label (RUB_MAP_VIEW (views[RUB_BODY_VIEW_BACK]),
                                  find_region (fixture, id));
  g_assert_true (gtk_widget_compute_point (
    views[RUB_BODY_VIEW_BACK], GTK_WIDGET (fixture->map),
    &GRAPHENE_POINT_INIT ((float) label.x, (float) label.y), &point));

  return (RubPoint){ (double) point.x, (double) point.y };
}

static GtkEventController *
find_controller (Fixture *fixture, const char *name)
{
  g_autoptr (GListModel) controllers
    = gtk_widget_observe_controllers (GTK_WIDGET (fixture->map));

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (g_strcmp0 (gtk_event_controller_get_name (controller), name) == 0)
        return controller;
    }

  g_assert_not_reached ();
}

static void
press (Fixture *fixture, const char *controller, int n_press, RubPoint place)
{
  g_signal_emit_by_name (find_controller (fixture, controller), "pressed", n_press, place.x,
                         place.y);
}

/* The last of some clicks in a row. */
static void
click (Fixture *fixture, int n_press, RubPoint place)
{
  press (fixture, "marking-click", n_press, place);
  g_signal_emit_by_name (find_controller (fixture, "marking-click"), "released", n_press, place.x,
                         place.y);
}

static void
begin_drag (Fixture *fixture, RubPoint place)
{
  g_signal_emit_by_name (find_controller (fixture, "marking-drag"), "drag-begin", place.x,
                         place.y);
}

static void
drag (Fixture *fixture, const char *signal, double dx, double dy)
{
  g_signal_emit_by_name (find_controller (fixture, "marking-drag"), signal, dx, dy);
}

static gboolean
scroll (Fixture *fixture, RubPoint place, double dy)
{
  gboolean is_handled = FALSE;

  g_signal_emit_by_name (find_controller (fixture, "marking-pointer"), "motion", place.x, place.y);
  g_signal_emit_by_name (find_controller (fixture, "marking-scroll"), "scroll", 0.0, dy,
                         &is_handled);

  return is_handled;
}

static void
assert_level (Fixture *fixture, const char *id, int level)
{
  g_assert_cmpint (rub_check_draft_get_soreness (fixture->draft, find_region (fixture, id)), ==,
                   level);
}

static void
assert_asked (Fixture *fixture, const char *id)
{
  RubRegion *opened = rub_body_map_get_opened (fixture->map);
  GtkWidget *popover = find_child (GTK_WIDGET (fixture->map), RUB_TYPE_SORE_POPOVER);

  g_assert_cmpstr (opened != NULL ? rub_region_get_id (opened) : NULL, ==, id);
  /* It is made when it first asks. */
  g_assert_cmpint (popover != NULL && gtk_widget_get_visible (popover), ==, id != NULL);
}

static void
assert_n_marked (Fixture *fixture, guint n_marked)
{
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (fixture->draft)), ==, n_marked);
}

static void
test_click (Fixture *fixture, gconstpointer data)
{
  RubPoint calf = locate (fixture, CALF), other = locate (fixture, OTHER_CALF);

  click (fixture, 1, calf);
  assert_level (fixture, CALF, RUB_FIRST_LEVEL);
  assert_asked (fixture, NULL);
  rub_check_draft_set_soreness (fixture->draft, find_region (fixture, CALF), 7);
  click (fixture, 1, calf);
  assert_asked (fixture, CALF);
  click (fixture, 1, other);
  assert_level (fixture, OTHER_CALF, 7);
  settle ();
  assert_asked (fixture, NULL);

  /* The region that is asked about, and the surroundings, end it. */
  click (fixture, 1, calf);
  click (fixture, 1, calf);
  settle ();
  assert_asked (fixture, NULL);
  click (fixture, 1, calf);
  click (fixture, 1, (RubPoint){ 2, 350 });
  settle ();
  assert_asked (fixture, NULL);
  assert_n_marked (fixture, 2);

  press (fixture, "marking-secondary", 1, locate (fixture, OUTER_CALF));
  assert_asked (fixture, OUTER_CALF);
  assert_n_marked (fixture, 2);
  press (fixture, "marking-hold", 0, calf);
  settle ();
}

static void
test_double_click (Fixture *fixture, gconstpointer data)
{
  RubPoint calf = locate (fixture, CALF);

  click (fixture, 1, calf);
  click (fixture, 2, calf);
  assert_n_marked (fixture, 0);
  g_assert_false (rub_check_draft_get_can_undo (fixture->draft));
  g_assert_false (rub_check_draft_get_can_redo (fixture->draft));

  /* After a drag the next click is a first one. */
  press (fixture, "marking-click", 1, calf);
  click (fixture, 2, calf);
  assert_level (fixture, CALF, RUB_FIRST_LEVEL);
  rub_check_draft_undo (fixture->draft);

  /* What was marked before stays so. */
  rub_check_draft_mark (fixture->draft, find_region (fixture, CALF));
  click (fixture, 1, calf);
  click (fixture, 2, calf);
  settle ();
  assert_asked (fixture, NULL);
  assert_level (fixture, CALF, RUB_FIRST_LEVEL);
}

static void
test_drag (Fixture *fixture, gconstpointer data)
{
  RubRegion *region = find_region (fixture, CALF);
  RubPoint calf = locate (fixture, CALF);

  rub_check_draft_set (fixture->draft, region, 6, RUB_SENSATION_TIGHT);
  rub_check_draft_set_note (fixture->draft, region, "hills");
  rub_check_draft_mark (fixture->draft, find_region (fixture, "head"));

  begin_drag (fixture, calf);
  drag (fixture, "drag-update", 0, -2);
  assert_level (fixture, CALF, 6);
  drag (fixture, "drag-update", 1, -28);
  assert_level (fixture, CALF, 8);
  drag (fixture, "drag-update", 1, -280);
  assert_level (fixture, CALF, 10);
  drag (fixture, "drag-update", 1, 280);
  assert_level (fixture, CALF, 0);
  /* Down to nothing and back is nothing lost. */
  drag (fixture, "drag-update", 1, 28);
  drag (fixture, "drag-end", 1, 28);
  assert_level (fixture, CALF, 4);
  g_assert_cmpstr (rub_sore_region_get_note (rub_check_draft_find (fixture->draft, region)), ==,
                   "hills");
  rub_check_draft_undo (fixture->draft);
  assert_level (fixture, CALF, 6);

  /* What is not marked yet starts where the last one was. */
  rub_check_draft_set_soreness (fixture->draft, region, 3);
  begin_drag (fixture, locate (fixture, OTHER_CALF));
  drag (fixture, "drag-update", 0, -14);
  drag (fixture, "drag-end", 0, -14);
  assert_level (fixture, OTHER_CALF, 4);

  /* Not sideways, nor from elsewhere. */
  begin_drag (fixture, (RubPoint){ 2, 350 });
  drag (fixture, "drag-update", 0, -28);
  drag (fixture, "drag-end", 0, -28);
  assert_n_marked (fixture, 3);
  g_assert_true (rub_check_draft_get_can_undo (fixture->draft));
}

static void
test_scroll (Fixture *fixture, gconstpointer data)
{
  RubPoint calf = locate (fixture, CALF);

  rub_check_draft_set_soreness (fixture->draft, find_region (fixture, CALF), 5);
  for (int i = 0; i < 3; i++)
    g_assert_true (scroll (fixture, calf, -1));
  g_assert_true (scroll (fixture, calf, 1));
  assert_level (fixture, CALF, 7);
  rub_check_draft_undo (fixture->draft);
  assert_level (fixture, CALF, 5);

  /* What comes under the wheel while it turns keeps its level. */
  g_assert_false (scroll (fixture, locate (fixture, OTHER_CALF), -1));
  g_assert_false (scroll (fixture, (RubPoint){ 2, 350 }, -1));
  assert_n_marked (fixture, 1);
}

/* On a page that is longer than its window the wheel is for the page. */
static void
test_scroll_page (Fixture *fixture, gconstpointer data)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();
  RubPoint calf;

  g_object_ref (fixture->map);
  gtk_window_set_child (GTK_WINDOW (fixture->window), NULL);
  gtk_widget_set_size_request (GTK_WIDGET (fixture->map), -1, 2000);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), GTK_WIDGET (fixture->map));
  gtk_window_set_child (GTK_WINDOW (fixture->window), scroller);
  g_object_unref (fixture->map);
  while (gtk_widget_get_height (GTK_WIDGET (fixture->map)) < 2000)
    g_main_context_iteration (NULL, TRUE);

  calf = locate (fixture, CALF);
  g_assert_false (scroll (fixture, calf, -1));
  assert_n_marked (fixture, 0);
  /* Not even what is marked, while the page is on its way. */
  rub_check_draft_mark (fixture->draft, find_region (fixture, CALF));
  g_assert_false (scroll (fixture, calf, -1));
  g_usleep (600000);
  g_assert_true (scroll (fixture, calf, -1));
  assert_level (fixture, CALF, RUB_FIRST_LEVEL + 1);
}

static void
test_paint (Fixture *fixture, gconstpointer data)
{
  RubPoint from = locate (fixture, CALF), to = locate (fixture, OUTER_CALF);

  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->map), "map.paint", NULL));
  g_assert_true (rub_body_map_get_painting (fixture->map));
  rub_check_draft_set_soreness (fixture->draft, find_region (fixture, OUTER_CALF), 9);
  rub_check_draft_set_soreness (fixture->draft, find_region (fixture, "head"), 2);

  begin_drag (fixture, from);
  assert_level (fixture, CALF, 2);
  drag (fixture, "drag-update", 400, 0);
  drag (fixture, "drag-end", to.x - from.x, to.y - from.y);
  click (fixture, 1, to);
  assert_asked (fixture, NULL);
  /* In one leap over both legs; what was marked keeps its level. */
  assert_level (fixture, OUTER_CALF, 9);
  assert_level (fixture, OTHER_CALF, 2);
  rub_check_draft_undo (fixture->draft);
  assert_n_marked (fixture, 2);

  rub_body_map_set_painting (fixture->map, FALSE);
  click (fixture, 1, from);
  assert_n_marked (fixture, 3);
}

static void
test_read_only (Fixture *fixture, gconstpointer data)
{
  g_autoptr (RubCheck) check = rub_check_new (1, 0, 0, NULL, 0);
  g_autoptr (RubBodyMarks) marks = rub_body_marks_new_for_check (check);
  RubPoint calf = locate (fixture, CALF);

  rub_body_map_show (fixture->map, marks);
  click (fixture, 1, calf);
  begin_drag (fixture, calf);
  drag (fixture, "drag-update", 0, -28);
  drag (fixture, "drag-end", 0, -28);
  g_assert_false (scroll (fixture, calf, -1));
  press (fixture, "marking-secondary", 1, calf);
  assert_asked (fixture, NULL);
  assert_n_marked (fixture, 0);

  rub_body_map_show (fixture->map, NULL);
  click (fixture, 1, calf);
  assert_n_marked (fixture, 1);
}

static GtkWidget *
ask (Fixture *fixture, const char *id)
{
  rub_body_map_ask (fixture->map, find_region (fixture, id));

  return find_child (GTK_WIDGET (fixture->map), RUB_TYPE_SORE_POPOVER);
}

static const char *
get_note (Fixture *fixture, const char *id)
{
  return rub_sore_region_get_note (
    rub_check_draft_find (fixture->draft, find_region (fixture, id)));
}

static void
test_note (Fixture *fixture, gconstpointer data)
{
  GtkWidget *popover = ask (fixture, CALF);
  RubNoteEntry *entry = RUB_NOTE_ENTRY (find_part (popover, "note"));
  g_autofree char *long_note = g_strnfill (RUB_NOTE_MAX + 1, 'a');
  g_autofree char *text = NULL;

  g_assert_false (gtk_widget_is_sensitive (GTK_WIDGET (entry)));
  g_object_set (popover, "soreness", 5, NULL);
  g_assert_true (gtk_widget_is_sensitive (GTK_WIDGET (entry)));

  gtk_text_buffer_insert_at_cursor (gtk_text_view_get_buffer (GTK_TEXT_VIEW (entry)), "after ", -1);
  gtk_text_buffer_insert_at_cursor (gtk_text_view_get_buffer (GTK_TEXT_VIEW (entry)), "hills", -1);
  g_signal_emit_by_name (entry, "done");
  g_assert_cmpstr (get_note (fixture, CALF), ==, "after hills");
  rub_check_draft_undo (fixture->draft);
  g_assert_null (get_note (fixture, CALF));
  text = rub_note_entry_get_text (entry);
  g_assert_cmpstr (text, ==, "");
  rub_check_draft_redo (fixture->draft);

  /* On to another region, or away: what was written is kept. */
  rub_note_entry_set_text (entry, "on hills");
  ask (fixture, OTHER_CALF);
  g_assert_cmpstr (get_note (fixture, CALF), ==, "on hills");
  ask (fixture, CALF);
  /* No more than fits, and no half character: of two bytes each, after one. */
  long_note[1] = '\0';
  rub_note_entry_set_text (entry, long_note);
  for (int i = 0; i < RUB_NOTE_MAX; i++)
    gtk_text_buffer_insert_at_cursor (gtk_text_view_get_buffer (GTK_TEXT_VIEW (entry)), "é", -1);
  rub_body_map_close (fixture->map);
  settle ();
  g_assert_cmpuint (strlen (get_note (fixture, CALF)), ==, RUB_NOTE_MAX - 1);
  g_assert_true (g_utf8_validate (get_note (fixture, CALF), -1, NULL));
}

static void
test_popover (Fixture *fixture, gconstpointer data)
{
  GtkWidget *popover = ask (fixture, CALF);
  GtkWidget *caution = find_part (popover, "caution"), *care = find_part (popover, "care");
  GtkWidget *other = find_part (popover, "other_side_button");

  g_assert_false (gtk_widget_get_sensitive (other));
  g_object_set (popover, "soreness", 5, NULL);
  for (int i = 0; i < RUB_N_SENSATIONS; i++)
    {
      g_object_set (popover, "sensation", i, NULL);
      g_assert_cmpint (gtk_widget_get_visible (caution), ==, i >= RUB_SENSATION_SHARP);
    }
  g_assert_cmpstr (gtk_button_get_label (GTK_BUTTON (other)), ==, "Also on _Right");
  g_assert_true (gtk_widget_activate_action (popover, "soreness.other-side", NULL));
  assert_level (fixture, OTHER_CALF, 5);
  g_assert_false (gtk_widget_get_visible (care));

  ask (fixture, OTHER_CALF);
  g_assert_cmpstr (gtk_button_get_label (GTK_BUTTON (other)), ==, "Also on _Left");
  ask (fixture, "head");
  g_assert_false (gtk_widget_get_visible (other));
  ask (fixture, "knee-back-left");
  g_assert_true (gtk_widget_get_visible (care));
  g_assert_cmpstr (gtk_label_get_label (GTK_LABEL (find_part (popover, "care_words"))), ==,
                   "Do not massage here");
  g_assert_cmpstr (gtk_image_get_icon_name (GTK_IMAGE (find_part (popover, "care_icon"))), ==,
                   "rub-no-massage-symbolic");
}

/* The levels are one stop of the Tab key, how it feels another. */
static void
test_tab (Fixture *fixture, gconstpointer data)
{
  GtkWidget *popover = ask (fixture, CALF);
  GtkWidget *levels = find_part (popover, "levels"), *feelings = find_part (popover, "sensations");
  GtkWidget *focus;

  g_object_set (popover, "soreness", 5, "sensation", RUB_SENSATION_SHARP, NULL);
  rub_sore_popover_focus_level (RUB_SORE_POPOVER (popover));
  gtk_widget_child_focus (popover, GTK_DIR_TAB_FORWARD);
  focus = gtk_window_get_focus (GTK_WINDOW (fixture->window));
  g_assert_true (gtk_widget_is_ancestor (focus, feelings));
  g_assert_true (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (focus)));
  gtk_widget_child_focus (popover, GTK_DIR_TAB_FORWARD);
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (fixture->window))
                 == find_part (popover, "note"));
  gtk_widget_grab_focus (focus);
  gtk_widget_child_focus (popover, GTK_DIR_TAB_BACKWARD);
  focus = gtk_window_get_focus (GTK_WINDOW (fixture->window));
  g_assert_true (gtk_widget_is_ancestor (focus, levels));
  g_assert_true (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (focus)));
  gtk_widget_child_focus (popover, GTK_DIR_TAB_BACKWARD);
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (fixture->window))
                 == find_part (popover, "clear_button"));
}

static void
test_joined_digits (void)
{
  static const struct
  {
    int digit;
    gint64 at_ms;
    int level;
  } rows[] = { { 1, 1000, 1 },  { 0, 1600, 10 }, { 0, 1700, 0 },  { 1, 2000, 1 }, { 0, 2601, 0 },
               { 1, 3000, 1 },  { 5, 3100, 5 },  { 0, 3200, 0 },  { 1, 4000, 1 }, { 1, 4100, 1 },
               { 0, 4200, 10 }, { 9, 4300, 9 },  { 0, 4310, 0 } };
  gint64 one_us = 0;

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    g_assert_cmpint (rub_level_keys_join (&one_us, rows[i].digit,
                                          rows[i].at_ms * G_TIME_SPAN_MILLISECOND),
                     ==, rows[i].level);
}

static void
test_words (void)
{
  static const struct
  {
    const char *region;
    int soreness;
    RubSensation sensation;
    const char *note;
    gboolean has_last;
    const char *words;
  } rows[] = {
    { CALF, 0, 0, NULL, FALSE, "medial gastrocnemius" },
    { CALF, 0, 0, NULL, TRUE, "medial gastrocnemius. Last check: 4" },
    { CALF, 6, RUB_SENSATION_DULL, NULL, TRUE, "Soreness 6 of 10, ache. Last check: 4" },
    { CALF, 6, 0, "hills", FALSE, "Soreness 6 of 10. Note: hills" },
    { OTHER_CALF, 2, RUB_SENSATION_NUMB, NULL, TRUE,
      "Soreness 2 of 10, numb or tingling. Last check: not sore" },
    { "knee-back-left", 1, 0, NULL, FALSE, "Soreness 1 of 10. Do not massage here" },
  };
  RubSoreness last_sore = { CALF, 4, RUB_SENSATION_NONE, NULL };
  g_autoptr (RubCheck) last = rub_check_new (1, 0, 0, &last_sore, 1);
  RubBody *body = rub_body_loader_get_bundled (RUB_BODY_BUILD_STANDARD);

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      RubRegion *region = rub_body_find (body, rows[i].region);
      g_autoptr (RubSoreRegion) sore = NULL;
      g_autofree char *words = NULL;

      if (rows[i].soreness > 0)
        sore = rub_sore_region_new (region, rows[i].soreness, rows[i].sensation, rows[i].note);
      words = rub_region_words_describe (region, sore, rows[i].has_last ? last : NULL);
      g_assert_cmpstr (words, ==, rows[i].words);
    }
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_resources_register (rub_ui_get_resource ());

#define ADD(path, function)                                                                        \
  g_test_add ("/marking/" path, Fixture, NULL, set_up, function, tear_down)
  ADD ("click", test_click);
  ADD ("double-click", test_double_click);
  ADD ("drag", test_drag);
  ADD ("scroll", test_scroll);
  ADD ("scroll-page", test_scroll_page);
  ADD ("paint", test_paint);
  ADD ("read-only", test_read_only);
  ADD ("note", test_note);
  ADD ("popover", test_popover);
  ADD ("tab", test_tab);
#undef ADD
  g_test_add_func ("/marking/joined-digits", test_joined_digits);
  g_test_add_func ("/marking/words", test_words);

  return g_test_run ();
}
