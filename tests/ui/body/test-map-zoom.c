/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <math.h>

#include "rub-map-layout.h"
#include "rub-map-zoom.h"

#define NEAR 0.001

static const RubPoint size = { 600, 400 };

static void
assert_zoom (RubMapZoom zoom, double factor, double x, double y)
{
  g_assert_cmpfloat_with_epsilon (zoom.factor, factor, NEAR);
  g_assert_cmpfloat_with_epsilon (zoom.offset.x, x, NEAR);
  g_assert_cmpfloat_with_epsilon (zoom.offset.y, y, NEAR);
}

static void
test_clamp (void)
{
  static const struct
  {
    RubMapZoom zoom, clamped;
  } rows[] = {
    { { 1, { 0, 0 } }, { 1, { 0, 0 } } },
    { { 0.3, { -10, 900 } }, { 1, { 0, 0 } } },
    { { 1, { 40, 40 } }, { 1, { 0, 0 } } },
    { { 2, { -1, 100 } }, { 2, { 0, 100 } } },
    { { 2, { 601, 401 } }, { 2, { 600, 400 } } },
    { { 99, { 1e6, 1e6 } }, { 6, { 3000, 2000 } } },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    assert_zoom (rub_map_zoom_clamp (rows[i].zoom, size), rows[i].clamped.factor,
                 rows[i].clamped.offset.x, rows[i].clamped.offset.y);
}

/* Whatever one points at while going nearer stays under the pointer. */
static void
test_anchor (void)
{
  static const RubPoint anchors[] = { { 0, 0 }, { 600, 400 }, { 300, 200 }, { 123, 45 } };
  static const double factors[] = { 1, 1.5, 3, 6 };

  for (gsize a = 0; a < G_N_ELEMENTS (anchors); a++)
    for (gsize from = 0; from < G_N_ELEMENTS (factors); from++)
      for (gsize to = from; to < G_N_ELEMENTS (factors); to++)
        {
          RubMapZoom start
            = rub_map_zoom_at (RUB_MAP_ZOOM_FIT, factors[from], (RubPoint){ 250, 150 }, size);
          RubMapZoom end = rub_map_zoom_at (start, factors[to], anchors[a], size);
          RubPoint place = { (anchors[a].x + start.offset.x) / start.factor,
                             (anchors[a].y + start.offset.y) / start.factor };

          g_assert_cmpfloat_with_epsilon (end.factor, factors[to], NEAR);
          for (double progress = 0; progress <= 1; progress += 0.25)
            {
              RubMapZoom now = rub_map_zoom_mix (&start, &end, progress);
              RubPoint seen = rub_map_zoom_to_screen (&now, place);

              g_assert_cmpfloat_with_epsilon (seen.x, anchors[a].x, NEAR);
              g_assert_cmpfloat_with_epsilon (seen.y, anchors[a].y, NEAR);
            }
        }

  /* Going away, the edges come first. */
  assert_zoom (rub_map_zoom_at ((RubMapZoom){ 2, { 600, 400 } }, 1, (RubPoint){ 9, 9 }, size), 1,
               0, 0);
}

static void
test_pan (void)
{
  RubMapZoom zoom = { 3, { 600, 400 } };

  assert_zoom (rub_map_zoom_pan (zoom, (RubPoint){ 50, -30 }, size), 3, 650, 370);
  assert_zoom (rub_map_zoom_pan (zoom, (RubPoint){ -5000, 5000 }, size), 3, 0, 800);
  assert_zoom (rub_map_zoom_pan (RUB_MAP_ZOOM_FIT, (RubPoint){ 50, 50 }, size), 1, 0, 0);
}

static void
test_boxes (void)
{
  const RubBox part = { 250, 180, 100, 40 }, corner = { 0, 0, 10, 10 }, all = { 0, 0, 600, 400 };
  RubMapZoom zoom = rub_map_zoom_to_box (&part, 50, size);
  RubPoint start = rub_map_zoom_to_screen (&zoom, (RubPoint){ 250, 180 });
  RubBox seen;

  g_assert_cmpfloat_with_epsilon (zoom.factor, 5, NEAR);
  g_assert_cmpfloat_with_epsilon (start.x, 50, NEAR);
  g_assert_cmpfloat_with_epsilon (start.y, 100, NEAR);

  assert_zoom (rub_map_zoom_to_box (&corner, 20, size), RUB_MAP_ZOOM_MAX, 0, 0);
  assert_zoom (rub_map_zoom_to_box (&all, 20, size), 1, 0, 0);

  seen = rub_map_zoom_get_seen (&zoom, size);
  g_assert_cmpfloat_with_epsilon (seen.x, 240, NEAR);
  g_assert_cmpfloat_with_epsilon (seen.width, 120, NEAR);
  g_assert_cmpfloat_with_epsilon (seen.height, 80, NEAR);
}

static void
test_reveal (void)
{
  static const struct
  {
    RubBox box;
    double x, y;
  } rows[] = {
    { { 250, 150, 50, 50 }, 400, 200 },  /* in sight already */
    { { 190, 150, 50, 50 }, 360, 200 },  /* at the left */
    { { 490, 150, 50, 50 }, 500, 200 },  /* at the right */
    { { 250, 90, 50, 50 }, 400, 160 },   /* above */
    { { 250, 290, 50, 50 }, 400, 300 },  /* below */
    { { 0, 0, 20, 20 }, 0, 0 },          /* no further than the edge */
    { { 100, 150, 400, 20 }, 300, 200 }, /* too long: its middle */
  };
  RubMapZoom zoom = { 2, { 400, 200 } };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    assert_zoom (rub_map_zoom_reveal (zoom, &rows[i].box, 20, size), 2, rows[i].x, rows[i].y);
}

static void
test_resize (void)
{
  RubMapZoom zoom = rub_map_zoom_to_box (&(RubBox){ 300, 200, 60, 40 }, 0, size);
  RubMapZoom wider = rub_map_zoom_resize (zoom, size, (RubPoint){ 1200, 400 });
  RubPoint middle = rub_map_zoom_to_screen (&wider, (RubPoint){ 660, 220 });

  g_assert_cmpfloat_with_epsilon (wider.factor, 6, NEAR);
  g_assert_cmpfloat_with_epsilon (middle.x, 600, NEAR);
  g_assert_cmpfloat_with_epsilon (middle.y, 200, NEAR);
  assert_zoom (rub_map_zoom_resize (RUB_MAP_ZOOM_FIT, (RubPoint){ 0, 0 }, size), 1, 0, 0);
}

static const RubMapFigures figures = {
  .extents = { { 400, 1000 }, { 380, 980 }, { 200, 240 } },
  .is_shown = { TRUE, TRUE, TRUE },
  .header = 24,
};

static void
test_layout (void)
{
  static const RubPoint sizes[] = { { 760, 700 }, { 560, 700 }, { 1600, 500 }, { 400, 300 } };

  for (gsize i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      RubMapLayout layout = rub_map_layout_fit (&figures, sizes[i]);
      double right = 0;

      for (int view = 0; view < RUB_N_BODY_VIEWS; view++)
        {
          RubBox place = layout.places[view];

          g_assert_cmpfloat (place.x, >=, view > 0 ? right + RUB_MAP_LAYOUT_SPACING - NEAR : 0);
          g_assert_cmpfloat (place.y, >=, figures.header - NEAR);
          g_assert_cmpfloat (place.y + place.height, <=, sizes[i].y + NEAR);
          g_assert_cmpfloat_with_epsilon (place.width, figures.extents[view].x * layout.scale,
                                          NEAR);
          right = place.x + place.width;
        }
      g_assert_cmpfloat (right, <=, sizes[i].x + NEAR);
      /* Heads on one line; feet and soles on one ground. */
      g_assert_cmpfloat_with_epsilon (layout.places[0].y, layout.places[1].y, NEAR);
      g_assert_cmpfloat_with_epsilon (layout.places[0].y + layout.places[0].height,
                                      layout.places[2].y + layout.places[2].height, NEAR);
    }
}

static void
test_layout_single (void)
{
  RubMapFigures single = figures;
  RubMapLayout layout;

  single.is_shown[RUB_BODY_VIEW_FRONT] = single.is_shown[RUB_BODY_VIEW_BACK] = FALSE;
  layout = rub_map_layout_fit (&single, (RubPoint){ 300, 624 });
  g_assert_cmpfloat_with_epsilon (layout.scale, 1.5, NEAR);
  g_assert_cmpfloat_with_epsilon (layout.places[RUB_BODY_VIEW_SOLES].x, 0, NEAR);
  g_assert_cmpfloat_with_epsilon (layout.places[RUB_BODY_VIEW_SOLES].width, 300, NEAR);
  g_assert_cmpfloat (layout.places[RUB_BODY_VIEW_FRONT].width, ==, 0);
}

static void
test_words (void)
{
  static const double widths[] = { 60, 40, 70 };
  static const struct
  {
    double x, width;
    gboolean is_shown[3];
  } rows[] = {
    { 100, 300, { TRUE, TRUE, TRUE } },      /* all of it */
    { 100, 150, { TRUE, FALSE, TRUE } },     /* small: the name goes first */
    { 100, 90, { TRUE, FALSE, TRUE } },      /* tiny: the sides are always told */
    { -200, 1000, { TRUE, TRUE, TRUE } },    /* its middle in sight */
    { -1000, 1500, { FALSE, TRUE, TRUE } },  /* only what is right in it */
    { 400, 1500, { TRUE, TRUE, FALSE } },    /* only what is left in it */
    { -280, 600, { FALSE, TRUE, TRUE } },    /* too little of the left for its word */
    { 700, 300, { FALSE, FALSE, FALSE } },   /* out of sight */
    { -400, 300, { FALSE, FALSE, FALSE } },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      double middle = rows[i].x + rows[i].width / 2, end = 0;
      RubMapWords words = rub_map_layout_words (rows[i].x, rows[i].width, size.x, widths);

      g_test_message ("row %zu", i);
      for (int word = 0; word < 3; word++)
        {
          g_assert_cmpint (words.is_shown[word], ==, rows[i].is_shown[word]);
          if (!words.is_shown[word])
            continue;
          g_assert_cmpfloat (words.x[word], >=, end);
          end = words.x[word] + widths[word];
          g_assert_cmpfloat (end, <=, size.x);
        }
      /* Never over the other side. */
      if (words.is_shown[0])
        g_assert_cmpfloat (words.x[0] + widths[0], <=, middle);
      if (words.is_shown[2])
        g_assert_cmpfloat (words.x[2], >=, middle);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/map-zoom/clamp", test_clamp);
  g_test_add_func ("/map-zoom/anchor", test_anchor);
  g_test_add_func ("/map-zoom/pan", test_pan);
  g_test_add_func ("/map-zoom/boxes", test_boxes);
  g_test_add_func ("/map-zoom/reveal", test_reveal);
  g_test_add_func ("/map-zoom/resize", test_resize);
  g_test_add_func ("/map-layout/all", test_layout);
  g_test_add_func ("/map-layout/single", test_layout_single);
  g_test_add_func ("/map-layout/words", test_words);

  return g_test_run ();
}
