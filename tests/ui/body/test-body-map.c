/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <math.h>

#include <adwaita.h>

#include "rub-body-loader.h"
#include "rub-body-map.h"
#include "rub-map-caption.h"
#include "rub-map-header.h"
#include "rub-map-overview.h"
#include "rub-map-stage.h"
#include "rub-region-widget.h"
#include "rub-sore-popover.h"
#include "rub-ui-resources.h"

typedef struct
{
  RubBody *body;
  RubCheckDraft *draft;
  RubBodyAttention *attention;
  GtkWidget *window;
  RubBodyMap *map;
} Fixture;

/* Lets everything happen that is due, a few frames included. */
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

static void
on_mapped_cb (GtkWidget *window, gpointer is_mapped)
{
  *(gboolean *) is_mapped = TRUE;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  gboolean is_mapped = FALSE;

  fixture->body = rub_body_loader_get_bundled (RUB_BODY_BUILD_STANDARD);
  fixture->draft = rub_check_draft_new (fixture->body);
  fixture->attention = rub_body_attention_new ();
  fixture->window = gtk_window_new ();
  fixture->map = RUB_BODY_MAP (rub_body_map_new (fixture->draft, fixture->attention));
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 760, 700);
  gtk_window_set_child (GTK_WINDOW (fixture->window), GTK_WIDGET (fixture->map));
  g_signal_connect (fixture->window, "map", G_CALLBACK (on_mapped_cb), &is_mapped);
  gtk_window_present (GTK_WINDOW (fixture->window));
  while (!is_mapped || gtk_widget_get_width (GTK_WIDGET (fixture->map)) == 0)
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

static RubMapStage *
get_stage (Fixture *fixture)
{
  return RUB_MAP_STAGE (gtk_widget_get_first_child (GTK_WIDGET (fixture->map)));
}

static RubMapView *
get_view (Fixture *fixture, RubBodyView view)
{
  return rub_map_stage_get_map_view (get_stage (fixture), view);
}

static GtkWidget *
get_region (Fixture *fixture, RubBodyView view, const char *id)
{
  RubRegion *region = rub_body_find (fixture->body, id);

  g_assert_nonnull (region);

  return GTK_WIDGET (rub_map_view_find (get_view (fixture, view), region));
}

static RubSorePopover *
get_popover (Fixture *fixture)
{
  GtkWidget *last = gtk_widget_get_last_child (GTK_WIDGET (fixture->map));

  g_assert_true (RUB_IS_SORE_POPOVER (last));

  return RUB_SORE_POPOVER (last);
}

static void
assert_focused (Fixture *fixture, const char *id)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (fixture->window));

  g_assert_true (RUB_IS_REGION_WIDGET (focus));
  g_assert_cmpstr (
    rub_region_get_id (rub_region_widget_get_region (RUB_REGION_WIDGET (focus))), ==, id);
}

static int
get_soreness (Fixture *fixture, const char *id)
{
  RubSoreRegion *sore
    = rub_check_draft_find (fixture->draft, rub_body_find (fixture->body, id));

  return sore != NULL ? rub_sore_region_get_soreness (sore) : 0;
}

/* What is to be picked is found under its own number, in each view at its real size. */
static void
test_picked (Fixture *fixture, gconstpointer data)
{
  for (int i = 0; i < RUB_N_BODY_VIEWS; i++)
    {
      RubMapView *view = get_view (fixture, i);
      GPtrArray *regions = rub_body_get_drawing (fixture->body, i)->regions;

      for (guint r = 0; r < regions->len; r++)
        {
          RubRegion *region = g_ptr_array_index (regions, r);
          RubPoint label = rub_map_view_get_label (view, region);
          graphene_point_t point;
          GtkWidget *picked;

          g_assert_true (gtk_widget_compute_point (
            GTK_WIDGET (view), GTK_WIDGET (fixture->map),
            &GRAPHENE_POINT_INIT ((float) label.x, (float) label.y), &point));
          picked = gtk_widget_pick (GTK_WIDGET (fixture->map), (double) point.x, (double) point.y,
                                    GTK_PICK_DEFAULT);
          g_test_message ("%s in %s", rub_region_get_id (region), rub_body_view_to_id (i));
          g_assert_true (RUB_IS_REGION_WIDGET (picked));
          g_assert_true (rub_region_widget_get_region (RUB_REGION_WIDGET (picked)) == region);
        }
    }
  g_assert_false (RUB_IS_REGION_WIDGET (
    gtk_widget_pick (GTK_WIDGET (fixture->map), 3, 350, GTK_PICK_DEFAULT)));
}

static void
test_accessible (Fixture *fixture, gconstpointer data)
{
  GtkWidget *calf = get_region (fixture, RUB_BODY_VIEW_BACK, "gastroc-medial-left");
  RubRegion *region = rub_body_find (fixture->body, "gastroc-medial-left");

  gtk_test_accessible_assert_role (calf, GTK_ACCESSIBLE_ROLE_CHECKBOX);
  gtk_test_accessible_assert_property (calf, GTK_ACCESSIBLE_PROPERTY_LABEL, "Left inner calf");
  gtk_test_accessible_assert_property (calf, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                       "medial gastrocnemius");
  gtk_test_accessible_assert_state (calf, GTK_ACCESSIBLE_STATE_CHECKED,
                                    GTK_ACCESSIBLE_TRISTATE_FALSE);

  rub_check_draft_set (fixture->draft, region, 6, RUB_SENSATION_TIGHT);
  for (int view = RUB_BODY_VIEW_FRONT; view <= RUB_BODY_VIEW_BACK; view++)
    {
      GtkWidget *widget = get_region (fixture, view, "gastroc-medial-left");

      gtk_test_accessible_assert_state (widget, GTK_ACCESSIBLE_STATE_CHECKED,
                                        GTK_ACCESSIBLE_TRISTATE_TRUE);
      gtk_test_accessible_assert_property (widget, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                           "Soreness 6 of 10, tight");
    }

  rub_check_draft_set (fixture->draft, region, 0, RUB_SENSATION_NONE);
  gtk_test_accessible_assert_state (calf, GTK_ACCESSIBLE_STATE_CHECKED,
                                    GTK_ACCESSIBLE_TRISTATE_FALSE);
}

static void
test_popover (Fixture *fixture, gconstpointer data)
{
  RubSorePopover *popover;
  GtkWidget *calf = get_region (fixture, RUB_BODY_VIEW_BACK, "gastroc-lateral-right");

  g_assert_true (gtk_widget_activate_action (calf, "region.ask", NULL));
  popover = get_popover (fixture);
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (popover)));
  gtk_test_accessible_assert_property (popover, GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Right outer calf");

  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (popover), "soreness.set", "i", 10));
  g_assert_cmpint (get_soreness (fixture, "gastroc-lateral-right"), ==, 10);
  g_assert_true (
    gtk_widget_activate_action (GTK_WIDGET (popover), "soreness.feel", "i", RUB_SENSATION_SHARP));
  g_assert_cmpint (rub_sore_region_get_sensation (rub_check_draft_find (
                     fixture->draft, rub_sore_popover_get_region (popover))),
                   ==, RUB_SENSATION_SHARP);

  /* On to another one without closing in between; what was said stays. */
  rub_body_map_ask (fixture->map, rub_body_find (fixture->body, "arch-left"));
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (popover)));
  g_object_set (popover, "soreness", 3, NULL);
  g_assert_cmpint (get_soreness (fixture, "gastroc-lateral-right"), ==, 10);
  g_assert_cmpint (get_soreness (fixture, "arch-left"), ==, 3);

  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (popover), "soreness.clear", NULL));
  g_assert_cmpint (get_soreness (fixture, "arch-left"), ==, 0);
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (popover)));
  settle ();
  assert_focused (fixture, "arch-left");
}

static void
test_keys (Fixture *fixture, gconstpointer data)
{
  GtkWidget *map = GTK_WIDGET (fixture->map);
  GtkWidget *focus;

  /* Tab: one stop a view. */
  gtk_window_set_focus (GTK_WINDOW (fixture->window), NULL);
  g_assert_true (gtk_widget_child_focus (map, GTK_DIR_TAB_FORWARD));
  assert_focused (fixture, "head");
  g_assert_true (gtk_widget_child_focus (map, GTK_DIR_DOWN));
  assert_focused (fixture, "throat");
  g_assert_true (gtk_widget_child_focus (map, GTK_DIR_TAB_FORWARD));
  assert_focused (fixture, "head");
  g_assert_true (gtk_widget_is_ancestor (gtk_window_get_focus (GTK_WINDOW (fixture->window)),
                                         GTK_WIDGET (get_view (fixture, RUB_BODY_VIEW_BACK))));
  g_assert_true (gtk_widget_child_focus (map, GTK_DIR_TAB_BACKWARD));
  assert_focused (fixture, "throat");

  gtk_widget_grab_focus (get_region (fixture, RUB_BODY_VIEW_FRONT, "hand-front-left"));
  g_assert_true (gtk_widget_child_focus (map, GTK_DIR_RIGHT));
  assert_focused (fixture, "hand-back-left");

  focus = gtk_window_get_focus (GTK_WINDOW (fixture->window));
  g_assert_true (gtk_widget_activate_action (focus, "region.set-soreness", "i", 7));
  g_assert_cmpint (get_soreness (fixture, "hand-back-left"), ==, 7);
  g_assert_true (gtk_widget_activate_action (focus, "region.more", NULL));
  g_assert_cmpint (get_soreness (fixture, "hand-back-left"), ==, 8);
  g_assert_true (gtk_widget_activate_action (focus, "region.set-soreness", "i", 0));
  g_assert_cmpint (get_soreness (fixture, "hand-back-left"), ==, 0);
}

static void
test_single (Fixture *fixture, gconstpointer data)
{
  GtkWidget *front = GTK_WIDGET (get_view (fixture, RUB_BODY_VIEW_FRONT));
  GtkWidget *back = GTK_WIDGET (get_view (fixture, RUB_BODY_VIEW_BACK));

  g_assert_false (rub_body_map_get_single (fixture->map));
  g_assert_true (gtk_widget_get_child_visible (front) && gtk_widget_get_child_visible (back));

  gtk_widget_allocate (GTK_WIDGET (fixture->map), 400, 700, -1, NULL);
  g_assert_true (rub_body_map_get_single (fixture->map));
  g_assert_true (gtk_widget_get_child_visible (front));
  g_assert_false (gtk_widget_get_child_visible (back));

  /* What only the back has is shown there; what the view on show has stays in it. */
  rub_body_map_ask (fixture->map, rub_body_find (fixture->body, "heel-left"));
  g_assert_cmpint (rub_body_map_get_view (fixture->map), ==, RUB_BODY_VIEW_BACK);
  rub_body_map_ask (fixture->map, rub_body_find (fixture->body, "it-band-left"));
  g_assert_cmpint (rub_body_map_get_view (fixture->map), ==, RUB_BODY_VIEW_BACK);
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (get_popover (fixture))));
  rub_body_map_set_view (fixture->map, RUB_BODY_VIEW_SOLES);
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (get_popover (fixture))));
  settle ();
}

/* In pixels of the map. */
static RubPoint
locate (Fixture *fixture, RubBodyView view, const char *id)
{
  GtkWidget *widget = GTK_WIDGET (get_view (fixture, view));
  RubPoint label
    = rub_map_view_get_label (RUB_MAP_VIEW (widget), rub_body_find (fixture->body, id));
  graphene_point_t point;

  g_assert_true (gtk_widget_compute_point (
    widget, GTK_WIDGET (fixture->map),
    &GRAPHENE_POINT_INIT ((float) label.x, (float) label.y), &point));

  return (RubPoint){ (double) point.x, (double) point.y };
}

static void
assert_picked (Fixture *fixture, RubPoint point, const char *id)
{
  RubRegion *picked = rub_body_map_pick (fixture->map, point.x, point.y);

  g_assert_cmpstr (picked != NULL ? rub_region_get_id (picked) : NULL, ==, id);
}

static gboolean
is_lit (Fixture *fixture, RubBodyView view, const char *id)
{
  return rub_region_widget_get_look (RUB_REGION_WIDGET (get_region (fixture, view, id))).is_lit;
}

static GtkWidget *
find_child (GtkWidget *parent, GType type, int index)
{
  for (GtkWidget *child = gtk_widget_get_first_child (parent); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (G_TYPE_CHECK_INSTANCE_TYPE (child, type) && index-- == 0)
      return child;

  g_assert_not_reached ();
}

static const char *
get_caption (Fixture *fixture)
{
  settle ();

  return rub_map_caption_get_text (RUB_MAP_CAPTION (
    find_child (GTK_WIDGET (fixture->map), RUB_TYPE_MAP_CAPTION, 0)));
}

/* What stands over a figure: 0 to 2 from left to right, 3 and 4 in short; NULL: nothing. */
static const char *
get_word (Fixture *fixture, RubBodyView view, int index)
{
  GtkWidget *header
    = find_child (GTK_WIDGET (get_stage (fixture)), RUB_TYPE_MAP_HEADER, (int) view);
  GtkWidget *label = find_child (header, GTK_TYPE_LABEL, index);

  return gtk_widget_get_child_visible (label) ? gtk_label_get_label (GTK_LABEL (label)) : NULL;
}

static void
test_lit (Fixture *fixture, gconstpointer data)
{
  RubRegion *calf = rub_body_find (fixture->body, "gastroc-medial-left");
  GtkWidget *front = get_region (fixture, RUB_BODY_VIEW_FRONT, "gastroc-medial-left");
  g_autoptr (GPtrArray) regions = rub_body_find_all (fixture->body, "achilles");

  /* By the focus, in both views that have it. */
  gtk_widget_grab_focus (front);
  settle ();
  g_assert_true (rub_body_attention_get_lit (fixture->attention) == calf);
  g_assert_true (is_lit (fixture, RUB_BODY_VIEW_FRONT, "gastroc-medial-left"));
  g_assert_true (is_lit (fixture, RUB_BODY_VIEW_BACK, "gastroc-medial-left"));
  g_assert_cmpstr (get_caption (fixture), ==, "Left inner calf · medial gastrocnemius");
  rub_check_draft_set (fixture->draft, calf, 6, RUB_SENSATION_NONE);
  g_assert_cmpstr (get_caption (fixture), ==, "Left inner calf · 6 · medial gastrocnemius");

  /* From elsewhere, and back to where the focus is. */
  rub_body_attention_set_lit (fixture->attention, rub_body_find (fixture->body, "arch-right"));
  g_assert_false (is_lit (fixture, RUB_BODY_VIEW_FRONT, "gastroc-medial-left"));
  g_assert_true (is_lit (fixture, RUB_BODY_VIEW_SOLES, "arch-right"));
  g_assert_true (g_str_has_prefix (get_caption (fixture), "Right arch"));
  rub_body_attention_set_lit (fixture->attention, NULL);
  g_assert_false (is_lit (fixture, RUB_BODY_VIEW_SOLES, "arch-right"));
  g_assert_true (g_str_has_prefix (get_caption (fixture), "Left inner calf"));

  /* What is pointed out stays lit, whatever one goes to and leaves. */
  rub_body_attention_set_pointed_out (fixture->attention, regions);
  rub_body_attention_set_lit (fixture->attention, regions->pdata[0]);
  rub_body_attention_set_lit (fixture->attention, NULL);
  g_assert_true (is_lit (fixture, RUB_BODY_VIEW_BACK, "achilles-left"));
  g_assert_true (is_lit (fixture, RUB_BODY_VIEW_BACK, "achilles-right"));
  rub_body_attention_set_pointed_out (fixture->attention, NULL);
  g_assert_false (is_lit (fixture, RUB_BODY_VIEW_BACK, "achilles-left"));
}

static void
test_mirrored (Fixture *fixture, gconstpointer data)
{
  RubPoint right = locate (fixture, RUB_BODY_VIEW_FRONT, "patella-right");
  RubPoint left = locate (fixture, RUB_BODY_VIEW_FRONT, "patella-left");
  RubPoint back = locate (fixture, RUB_BODY_VIEW_BACK, "gastroc-medial-left");

  assert_picked (fixture, right, "patella-right");
  g_assert_cmpstr (get_word (fixture, RUB_BODY_VIEW_FRONT, 0), ==, "Your right");
  g_assert_cmpstr (get_word (fixture, RUB_BODY_VIEW_FRONT, 1), ==, "Front");
  g_assert_cmpstr (get_word (fixture, RUB_BODY_VIEW_FRONT, 2), ==, "Your left");
  g_assert_cmpstr (get_word (fixture, RUB_BODY_VIEW_BACK, 0), ==, "Your left");
  g_assert_cmpstr (get_word (fixture, RUB_BODY_VIEW_BACK, 2), ==, "Your right");

  rub_body_map_set_mirrored (fixture->map, TRUE);
  settle ();
  g_assert_cmpfloat_with_epsilon (locate (fixture, RUB_BODY_VIEW_FRONT, "patella-right").x,
                                  left.x, 1);
  assert_picked (fixture, right, "patella-left");
  assert_picked (fixture, left, "patella-right");
  assert_picked (fixture, back, "gastroc-medial-left");
  g_assert_cmpstr (get_word (fixture, RUB_BODY_VIEW_FRONT, 0), ==, "Your left");
  g_assert_cmpstr (get_word (fixture, RUB_BODY_VIEW_FRONT, 2), ==, "Your right");
  g_assert_cmpstr (get_word (fixture, RUB_BODY_VIEW_BACK, 0), ==, "Your left");
  gtk_test_accessible_assert_property (get_view (fixture, RUB_BODY_VIEW_FRONT),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL, "Front, as in a mirror");

  /* The keys go by what is seen. */
  gtk_widget_grab_focus (get_region (fixture, RUB_BODY_VIEW_FRONT, "patella-left"));
  gtk_widget_child_focus (GTK_WIDGET (fixture->map), GTK_DIR_RIGHT);
  gtk_widget_child_focus (GTK_WIDGET (fixture->map), GTK_DIR_RIGHT);
  g_assert_cmpint (rub_region_get_side (rub_region_widget_get_region (RUB_REGION_WIDGET (
                     gtk_window_get_focus (GTK_WINDOW (fixture->window))))),
                   ==, RUB_SIDE_RIGHT);
}

/* However small a figure is, its sides are named. */
static void
test_small (Fixture *fixture, gconstpointer data)
{
  gtk_widget_allocate (GTK_WIDGET (fixture->map), 600, 280, -1, NULL);
  for (int view = 0; view < RUB_N_BODY_VIEWS; view++)
    {
      gboolean is_front = view == RUB_BODY_VIEW_FRONT;

      g_assert_null (get_word (fixture, view, 0));
      g_assert_null (get_word (fixture, view, 2));
      g_assert_cmpstr (get_word (fixture, view, 3), ==, is_front ? "Right" : "Left");
      g_assert_cmpstr (get_word (fixture, view, 4), ==, is_front ? "Left" : "Right");
    }
}

static void
test_build (Fixture *fixture, gconstpointer data)
{
  GtkWidget *calf = get_region (fixture, RUB_BODY_VIEW_BACK, "gastroc-medial-left");
  RubMapLens *lens = rub_map_stage_get_lens (get_stage (fixture));
  RubPoint before = locate (fixture, RUB_BODY_VIEW_FRONT, "hand-front-left");

  rub_check_draft_set (fixture->draft, rub_body_find (fixture->body, "gastroc-medial-left"), 6,
                       RUB_SENSATION_TIGHT);
  gtk_widget_grab_focus (calf);
  rub_map_lens_move (lens, (RubMapZoom){ 2, { 100, 100 } }, FALSE);
  rub_body_map_set_body (fixture->map, rub_body_loader_get_bundled (RUB_BODY_BUILD_NARROWER));
  settle ();
  g_assert_cmpfloat (rub_body_map_get_zoom (fixture->map), ==, 2);
  assert_focused (fixture, "gastroc-medial-left");
  g_assert_cmpint (get_soreness (fixture, "gastroc-medial-left"), ==, 6);
  g_assert_cmpint (rub_region_widget_get_soreness (RUB_REGION_WIDGET (calf)), ==, 6);

  rub_map_lens_move (lens, RUB_MAP_ZOOM_FIT, FALSE);
  settle ();
  g_assert_cmpfloat (
    fabs (locate (fixture, RUB_BODY_VIEW_FRONT, "hand-front-left").x - before.x), >, 1);
  test_picked (fixture, data);
}

static void
assert_seen (Fixture *fixture, const char *id)
{
  RubPoint size = rub_map_lens_get_size (rub_map_stage_get_lens (get_stage (fixture)));
  RubPoint label = locate (fixture, RUB_BODY_VIEW_BACK, id);

  g_assert_cmpfloat (label.x, >=, 0);
  g_assert_cmpfloat (label.x, <=, size.x);
  g_assert_cmpfloat (label.y, >=, 0);
  g_assert_cmpfloat (label.y, <=, size.y);
}

static void
wait_for_zoom (Fixture *fixture)
{
  RubMapLens *lens = rub_map_stage_get_lens (get_stage (fixture));

  while (rub_map_lens_get_zoom (lens).factor != rub_map_lens_get_aim (lens).factor
         || rub_map_lens_get_zoom (lens).offset.y != rub_map_lens_get_aim (lens).offset.y)
    g_main_context_iteration (NULL, TRUE);
  settle ();
}

static void
test_zoom (Fixture *fixture, gconstpointer data)
{
  GtkWidget *overview
    = find_child (GTK_WIDGET (get_stage (fixture)), RUB_TYPE_MAP_OVERVIEW, 0);
  RubPoint calf = locate (fixture, RUB_BODY_VIEW_BACK, "gastroc-lateral-left"), size;

  g_assert_false (gtk_widget_get_child_visible (overview));
  rub_body_map_zoom_at (fixture->map, calf.x, calf.y);
  wait_for_zoom (fixture);
  g_assert_cmpfloat (rub_body_map_get_zoom (fixture->map), >, 2);
  g_assert_true (gtk_widget_get_child_visible (overview));
  assert_seen (fixture, "gastroc-lateral-left");
  assert_seen (fixture, "achilles-left");
  assert_picked (fixture, locate (fixture, RUB_BODY_VIEW_BACK, "achilles-left"), "achilles-left");
  /* Nothing is pointed at through the overview. */
  size = rub_map_lens_get_size (rub_map_stage_get_lens (get_stage (fixture)));
  assert_picked (fixture, (RubPoint){ size.x - 40, size.y - 40 }, NULL);

  /* What is out of sight is shown when the keys come there. */
  gtk_window_set_focus_visible (GTK_WINDOW (fixture->window), TRUE);
  gtk_widget_grab_focus (get_region (fixture, RUB_BODY_VIEW_BACK, "trapezius-upper-right"));
  wait_for_zoom (fixture);
  assert_seen (fixture, "trapezius-upper-right");

  /* Only the half that is in sight is named. */
  rub_map_lens_move (rub_map_stage_get_lens (get_stage (fixture)),
                     (RubMapZoom){ 6, { 0, 2000 } }, FALSE);
  settle ();
  g_assert_cmpstr (get_word (fixture, RUB_BODY_VIEW_FRONT, 0), ==, "Your right");
  g_assert_null (get_word (fixture, RUB_BODY_VIEW_FRONT, 2));

  rub_body_map_zoom_at (fixture->map, 5, 5);
  wait_for_zoom (fixture);
  g_assert_cmpfloat (rub_body_map_get_zoom (fixture->map), ==, 1);
  g_assert_false (gtk_widget_get_child_visible (overview));
  g_assert_cmpstr (get_word (fixture, RUB_BODY_VIEW_FRONT, 2), ==, "Your left");
}

static void
test_zoom_actions (Fixture *fixture, gconstpointer data)
{
  GtkWidget *map = GTK_WIDGET (fixture->map);
  double last = 1;

  for (int i = 0; i < 8; i++)
    {
      g_assert_true (gtk_widget_activate_action (map, "map.zoom-in", NULL));
      wait_for_zoom (fixture);
      g_assert_cmpfloat (rub_body_map_get_zoom (fixture->map), >=, last);
      last = rub_body_map_get_zoom (fixture->map);
    }
  g_assert_cmpfloat (last, ==, RUB_MAP_ZOOM_MAX);
  g_assert_true (gtk_widget_activate_action (map, "map.zoom-out", NULL));
  wait_for_zoom (fixture);
  g_assert_cmpfloat (rub_body_map_get_zoom (fixture->map), <, last);
  g_assert_true (gtk_widget_activate_action (map, "map.zoom-fit", NULL));
  wait_for_zoom (fixture);
  g_assert_cmpfloat (rub_body_map_get_zoom (fixture->map), ==, 1);
}

/* The colour of a place of the map as it was painted last. */
static guint32
get_pixel (Fixture *fixture, RubPoint point)
{
  GtkWidget *map = GTK_WIDGET (fixture->map);
  g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (map);
  GskRenderer *renderer = gtk_native_get_renderer (gtk_widget_get_native (map));
  graphene_rect_t place = GRAPHENE_RECT_INIT ((float) point.x, (float) point.y, 1, 1);
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  g_autoptr (GskRenderNode) node = NULL;
  g_autoptr (GdkTexture) texture = NULL;
  guint32 pixel = 0;

  gdk_paintable_snapshot (paintable, snapshot, gtk_widget_get_width (map),
                          gtk_widget_get_height (map));
  node = gtk_snapshot_free_to_node (snapshot);
  texture = gsk_renderer_render_texture (renderer, node, &place);
  gdk_texture_download (texture, (guchar *) &pixel, sizeof pixel);

  return pixel;
}

/* What is marked is seen, in every view and wherever one looks, and so is that it is not. */
static void
test_painted (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    RubBodyView view;
    const char *id;
  } rows[] = {
    { RUB_BODY_VIEW_SOLES, "arch-left" },
    { RUB_BODY_VIEW_BACK, "gastroc-medial-left" },
    { RUB_BODY_VIEW_FRONT, "head" },
  };

  for (int factor = 1; factor <= 5; factor += 4)
    {
      rub_map_lens_move (rub_map_stage_get_lens (get_stage (fixture)),
                         (RubMapZoom){ factor, { 0, 0 } }, FALSE);
      for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
        {
          RubRegion *region = rub_body_find (fixture->body, rows[i].id);
          RubPoint label;
          guint32 at_rest;

          rub_map_stage_reveal (get_stage (fixture),
                                rub_map_view_find (get_view (fixture, rows[i].view), region));
          wait_for_zoom (fixture);
          /* Beside the number. */
          label = locate (fixture, rows[i].view, rows[i].id);
          label.y += 9;
          at_rest = get_pixel (fixture, label);
          rub_check_draft_set (fixture->draft, region, 8, RUB_SENSATION_NONE);
          settle ();
          g_test_message ("%s at %d", rows[i].id, factor);
          g_assert_cmphex (get_pixel (fixture, label), !=, at_rest);
          rub_check_draft_set (fixture->draft, region, 0, RUB_SENSATION_NONE);
          settle ();
          g_assert_cmphex (get_pixel (fixture, label), ==, at_rest);
        }
    }
}

static void
test_past (Fixture *fixture, gconstpointer data)
{
  RubSoreness sore[] = { { "arch-left", 4, RUB_SENSATION_NONE } };
  g_autoptr (RubCheck) check = rub_check_new (7, 1000, 0, sore, G_N_ELEMENTS (sore));
  g_autoptr (RubBodyMarks) marks = rub_body_marks_new_for_check (check);
  RubRegionWidget *arch
    = RUB_REGION_WIDGET (get_region (fixture, RUB_BODY_VIEW_SOLES, "arch-left"));
  RubRegionWidget *head = RUB_REGION_WIDGET (get_region (fixture, RUB_BODY_VIEW_BACK, "head"));

  rub_check_draft_set (fixture->draft, rub_body_find (fixture->body, "head"), 3,
                       RUB_SENSATION_NONE);
  rub_body_map_show (fixture->map, marks);
  g_assert_cmpint (rub_region_widget_get_soreness (arch), ==, 4);
  g_assert_cmpint (rub_region_widget_get_soreness (head), ==, 0);
  gtk_test_accessible_assert_property (arch, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                       "Soreness 4 of 10");

  /* The past is not changed, nor is what is marked today. */
  gtk_widget_activate_action (GTK_WIDGET (arch), "region.more", NULL);
  gtk_widget_activate_action (GTK_WIDGET (arch), "region.ask", NULL);
  g_assert_cmpint (rub_region_widget_get_soreness (arch), ==, 4);
  g_assert_null (rub_body_map_get_opened (fixture->map));

  rub_body_map_show (fixture->map, NULL);
  g_assert_cmpint (rub_region_widget_get_soreness (arch), ==, 0);
  g_assert_cmpint (rub_region_widget_get_soreness (head), ==, 3);
}

static void
test_draft (Fixture *fixture, gconstpointer data)
{
  RubSoreness sore[] = { { "arch-left", 4, RUB_SENSATION_DULL },
                         { "no-such-region", 5, RUB_SENSATION_NONE },
                         { "head", 2, RUB_SENSATION_NONE } };
  g_autoptr (RubCheck) check = rub_check_new (7, 1000, 3, sore, G_N_ELEMENTS (sore));
  g_autoptr (RubCheck) made = NULL;
  gsize n_sore;

  rub_check_draft_load (fixture->draft, check);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (fixture->draft)), ==, 2);
  g_assert_false (rub_check_draft_get_edited (fixture->draft));
  g_assert_cmpint (
    rub_region_widget_get_soreness (
      RUB_REGION_WIDGET (get_region (fixture, RUB_BODY_VIEW_SOLES, "arch-left"))),
    ==, 4);

  /* To say the same again edits nothing. */
  rub_check_draft_set (fixture->draft, rub_body_find (fixture->body, "arch-left"), 4,
                       RUB_SENSATION_DULL);
  rub_check_draft_set (fixture->draft, rub_body_find (fixture->body, "arch-right"), 0,
                       RUB_SENSATION_NONE);
  g_assert_false (rub_check_draft_get_edited (fixture->draft));
  rub_check_draft_set (fixture->draft, rub_body_find (fixture->body, "arch-left"), 5,
                       RUB_SENSATION_DULL);
  g_assert_true (rub_check_draft_get_edited (fixture->draft));

  made = rub_check_draft_create_check (fixture->draft, 2000, 9);
  g_assert_cmpint (rub_check_get_id (made), ==, 0);
  g_assert_cmpint (rub_check_get_made_us (made), ==, 2000);
  g_assert_cmpint (rub_check_get_run_id (made), ==, 9);
  g_assert_cmpint (rub_check_find (made, "arch-left")->soreness, ==, 5);
  rub_check_get_sore (made, &n_sore);
  g_assert_cmpuint (n_sore, ==, 2);

  rub_check_draft_clear (fixture->draft);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (fixture->draft)), ==, 0);
  rub_check_draft_load (fixture->draft, NULL);
  g_assert_false (rub_check_draft_get_edited (fixture->draft));
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_resources_register (rub_ui_get_resource ());

#define ADD(path, function)                                                                        \
  g_test_add ("/body-map/" path, Fixture, NULL, set_up, function, tear_down)
  ADD ("picked", test_picked);
  ADD ("accessible", test_accessible);
  ADD ("popover", test_popover);
  ADD ("keys", test_keys);
  ADD ("single", test_single);
  ADD ("lit", test_lit);
  ADD ("mirrored", test_mirrored);
  ADD ("small", test_small);
  ADD ("build", test_build);
  ADD ("zoom", test_zoom);
  ADD ("zoom-actions", test_zoom_actions);
  ADD ("painted", test_painted);
  ADD ("past", test_past);
  ADD ("draft", test_draft);
#undef ADD

  return g_test_run ();
}
