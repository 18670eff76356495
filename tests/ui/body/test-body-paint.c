/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <adwaita.h>
#include <math.h>

#include "rub-body-loader.h"
#include "rub-body-paint.h"
#include "rub-body-pattern.h"
#include "rub-map-labels.h"
#include "rub-map-legend.h"
#include "rub-ui-resources.h"

/* A field of this many pixels, well inside a region. */
#define FIELD 40

/* What is left of a picture when its colours are gone. */
typedef struct
{
  double grey;     /* of the ground, 0-1 */
  double coverage; /* how much of it the pattern takes */
  double clear;    /* how many of its rows no pattern crosses */
} Signature;

static RubBody *
get_body (void)
{
  return rub_body_loader_get_bundled (RUB_BODY_BUILD_STANDARD);
}

static const RubRegionShape *
find_shape (RubBodyView view, const char *id)
{
  RubRegion *region = rub_body_find (get_body (), id);

  g_assert_nonnull (region);

  return rub_body_get_shape (get_body (), view, region);
}

static double
get_grey (const guint8 *pixel)
{
  return (0.114 * pixel[0] + 0.587 * pixel[1] + 0.299 * pixel[2]) / 255;
}

/* A picture of what is around the label point of the left chest, 4 pixels to a unit. */
static cairo_surface_t *
paint (const RubRegionLook *look, const RubBodyTheme *theme)
{
  const RubRegionShape *shape = find_shape (RUB_BODY_VIEW_FRONT, "chest-left");
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, FIELD, FIELD);
  cairo_t *cr = cairo_create (surface);

  cairo_translate (cr, FIELD / 2, FIELD / 2);
  cairo_scale (cr, 4, 4);
  cairo_translate (cr, -shape->label.x, -shape->label.y);
  rub_body_paint_region (cr, shape, RUB_REGION_MUSCLE, look, theme);
  cairo_destroy (cr);
  cairo_surface_flush (surface);

  return surface;
}

/* The ground is what most of the pixels are. */
static double
find_ground (const guint8 *pixels, int stride)
{
  int counts[256] = { 0 }, best = 0;

  for (int y = 0; y < FIELD; y++)
    for (int x = 0; x < FIELD; x++)
      counts[(int) (get_grey (pixels + y * stride + x * 4) * 255)]++;
  for (int i = 1; i < 256; i++)
    if (counts[i] > counts[best])
      best = i;

  return best / 255.0;
}

static Signature
sign (const RubRegionLook *look, const RubBodyTheme *theme)
{
  cairo_surface_t *surface = paint (look, theme);
  const guint8 *pixels = cairo_image_surface_get_data (surface);
  int stride = cairo_image_surface_get_stride (surface);
  Signature signature = { .grey = find_ground (pixels, stride) };

  for (int y = 0; y < FIELD; y++)
    {
      int n_crossed = 0;

      for (int x = 0; x < FIELD; x++)
        if (fabs (get_grey (pixels + y * stride + x * 4) - signature.grey) > 0.03)
          n_crossed++;
      signature.coverage += (double) n_crossed / (FIELD * FIELD);
      signature.clear += n_crossed == 0 ? 1.0 / FIELD : 0;
    }
  cairo_surface_destroy (surface);

  return signature;
}

static gboolean
is_same_pattern (const Signature *a, const Signature *b)
{
  return fabs (a->coverage - b->coverage) < 0.06 && fabs (a->clear - b->clear) < 0.1;
}

static int
get_band (int soreness)
{
  return soreness == 0 ? 0 : soreness <= 3 ? 1 : soreness <= 6 ? 2 : 3;
}

/* In each palette, levels of different bands differ by their pattern alone. */
static void
test_bands_differ_without_colour (void)
{
  for (int palette = 0; palette < 4; palette++)
    {
      const RubBodyTheme *theme = rub_body_theme_get (palette & 1, palette & 2);
      Signature signatures[RUB_SORENESS_MAX + 1];

      for (int i = 0; i <= RUB_SORENESS_MAX; i++)
        signatures[i] = sign (&(RubRegionLook){ .soreness = i, .has_pattern = TRUE }, theme);
      for (int i = 0; i <= RUB_SORENESS_MAX; i++)
        for (int j = 0; j < i; j++)
          {
            gboolean is_same = is_same_pattern (&signatures[i], &signatures[j]);

            if (is_same != (get_band (i) == get_band (j)))
              g_error ("palette %d: %d and %d: %g %g, %g %g", palette, i, j,
                       signatures[i].coverage, signatures[i].clear, signatures[j].coverage,
                       signatures[j].clear);
          }
    }
}

static void
test_no_pattern_unless_wanted (void)
{
  for (int i = 0; i <= RUB_SORENESS_MAX; i++)
    {
      Signature plain = sign (&(RubRegionLook){ .soreness = i }, rub_body_theme_get (FALSE, FALSE));

      g_assert_cmpfloat (plain.coverage, ==, 0);
    }
}

/* In shades of grey and without patterns, too, what became of regions is told apart. */
static void
test_trends_differ_in_grey (void)
{
  for (int palette = 0; palette < 4; palette++)
    {
      const RubBodyTheme *theme = rub_body_theme_get (palette & 1, palette & 2);
      Signature plain[RUB_N_TRENDS], patterned[RUB_N_TRENDS];

      for (int i = 0; i < RUB_N_TRENDS; i++)
        {
          RubRegionLook look = { .kind = RUB_BODY_MARKS_CHANGE,
                                 .soreness = i == RUB_TREND_GONE ? 0 : 5,
                                 .trend = i };

          plain[i] = sign (&look, theme);
          look.has_pattern = TRUE;
          patterned[i] = sign (&look, theme);
        }
      for (int i = 0; i < RUB_N_TRENDS; i++)
        for (int j = 0; j < i; j++)
          {
            gboolean has_pattern = (i != RUB_TREND_NONE && i != RUB_TREND_GONE)
                                   || (j != RUB_TREND_NONE && j != RUB_TREND_GONE);

            g_assert_cmpfloat (fabs (plain[i].grey - plain[j].grey), >, 0.06);
            g_assert_cmpint (!is_same_pattern (&patterned[i], &patterned[j]), ==, has_pattern);
          }
    }
}

static double
to_linear (double part)
{
  return part <= 0.04045 ? part / 12.92 : pow ((part + 0.055) / 1.055, 2.4);
}

static double
get_luminance (const GdkRGBA *color)
{
  return 0.2126 * to_linear ((double) color->red) + 0.7152 * to_linear ((double) color->green)
         + 0.0722 * to_linear ((double) color->blue);
}

static double
get_contrast (const GdkRGBA *a, const GdkRGBA *b)
{
  double first = get_luminance (a), second = get_luminance (b);

  return (MAX (first, second) + 0.05) / (MIN (first, second) + 0.05);
}

/* WCAG 2.1, 1.4.3: 4.5 for text. */
static void
test_numbers_are_legible (void)
{
  for (int palette = 0; palette < 4; palette++)
    {
      const RubBodyTheme *theme = rub_body_theme_get (palette & 1, palette & 2);

      for (int kind = 0; kind <= RUB_BODY_MARKS_SUMMARY; kind++)
        for (int trend = 0; trend < RUB_N_TRENDS; trend++)
          for (int soreness = 1; soreness <= RUB_SORENESS_MAX; soreness++)
            {
              RubRegionLook look
                = { .kind = kind, .trend = trend, .soreness = soreness, .share = 0.3 };
              GdkRGBA fill = rub_region_look_get_fill (&look, RUB_REGION_MUSCLE, theme);

              g_assert_cmpfloat (get_contrast (&fill, rub_body_theme_get_text (&fill)), >=, 4.5);
            }
    }
}

static int
count_differences (cairo_surface_t *a, cairo_surface_t *b)
{
  int stride = cairo_image_surface_get_stride (a), n_different = 0;

  for (int y = 0; y < cairo_image_surface_get_height (a); y++)
    for (int x = 0; x < cairo_image_surface_get_width (a); x++)
      {
        const guint8 *first = cairo_image_surface_get_data (a) + y * stride + x * 4;
        const guint8 *second = cairo_image_surface_get_data (b) + y * stride + x * 4;

        if (fabs (get_grey (first) - get_grey (second)) > 0.05)
          n_different++;
      }

  return n_different;
}

static cairo_surface_t *
paint_whole (const RubRegionShape *shape, const RubRegionLook *look, double scale)
{
  const RubBox *box = rub_outline_get_bounds (shape->outline);
  cairo_surface_t *surface
    = cairo_image_surface_create (CAIRO_FORMAT_RGB24, (int) ceil (box->width * scale) + 8,
                                  (int) ceil (box->height * scale) + 8);
  cairo_t *cr = cairo_create (surface);

  cairo_translate (cr, 4, 4);
  cairo_scale (cr, scale, scale);
  cairo_translate (cr, -box->x, -box->y);
  rub_body_paint_region (cr, shape, RUB_REGION_MUSCLE, look, rub_body_theme_get (FALSE, FALSE));
  cairo_destroy (cr);
  cairo_surface_flush (surface);

  return surface;
}

/* A line tells a sore region, and one whose soreness is gone has a broken one. */
static void
test_edges (void)
{
  const RubRegionShape *shape = find_shape (RUB_BODY_VIEW_FRONT, "chest-left");
  cairo_surface_t *rest = paint_whole (shape, &(RubRegionLook){ 0 }, 1);
  cairo_surface_t *gone = paint_whole (
    shape, &(RubRegionLook){ .kind = RUB_BODY_MARKS_CHANGE, .trend = RUB_TREND_GONE }, 1);
  cairo_surface_t *sore = paint_whole (shape, &(RubRegionLook){ .soreness = 1 }, 1);
  cairo_surface_t *lit = paint_whole (shape, &(RubRegionLook){ .is_lit = TRUE }, 1);

  g_assert_cmpint (count_differences (rest, sore), >, 200);
  g_assert_cmpint (count_differences (rest, gone), >, 200);
  g_assert_cmpint (count_differences (sore, gone), >, 200);
  g_assert_cmpint (count_differences (rest, lit), >, 200);

  cairo_surface_destroy (rest);
  cairo_surface_destroy (gone);
  cairo_surface_destroy (sore);
  cairo_surface_destroy (lit);
}

/* Where there is no room for the sign, a line says it; where there is, the sign does. */
static void
test_no_massage_is_said (void)
{
  const RubRegionShape *shape = find_shape (RUB_BODY_VIEW_FRONT, "chest-left");
  double room = rub_outline_get_distance (shape->outline, shape->label.x, shape->label.y);
  const double scales[] = { 0.5 * RUB_BODY_PAINT_SIGN_ROOM / room,
                            1.5 * RUB_BODY_PAINT_SIGN_ROOM / room };

  for (gsize i = 0; i < G_N_ELEMENTS (scales); i++)
    {
      gboolean has_sign = i == 1;
      RubRegionLook look = { .care = RUB_REGION_CARE_NONE };
      RubMapLabel label = { .room = room * scales[i], .look = look };
      cairo_surface_t *usual = paint_whole (shape, &(RubRegionLook){ 0 }, scales[i]);
      cairo_surface_t *barred = paint_whole (shape, &look, scales[i]);
      g_autoptr (RubMapLabels) labels = rub_map_labels_new ();
      g_autofree RubBox *boxes = NULL;
      gsize n_boxes;

      rub_map_labels_set (labels, &label, 1, rub_body_theme_get (FALSE, FALSE),
                          RUB_MAP_LABELS_SIZE, scales[i]);
      boxes = rub_map_labels_get_boxes (labels, &n_boxes);
      g_assert_cmpuint (n_boxes, ==, has_sign ? 1 : 0);
      g_assert_cmpint (count_differences (usual, barred) > 0, ==, !has_sign);
      cairo_surface_destroy (usual);
      cairo_surface_destroy (barred);
    }
}

static RubMapLabel
create_label (RubBodyView view, RubRegion *region, double scale, int soreness)
{
  const RubRegionShape *shape = rub_body_get_shape (get_body (), view, region);

  return (RubMapLabel){
    .place = { shape->label.x * scale, shape->label.y * scale },
    .room = rub_outline_get_distance (shape->outline, shape->label.x, shape->label.y) * scale,
    .kind = rub_region_get_kind (region),
    .look = { .soreness = soreness, .care = rub_region_get_care (region) },
  };
}

static void
assert_apart (RubMapLabels *labels, gsize n_expected)
{
  gsize n_boxes;
  g_autofree RubBox *boxes = rub_map_labels_get_boxes (labels, &n_boxes);

  g_assert_cmpuint (n_boxes, >=, n_expected);
  for (gsize i = 0; i < n_boxes; i++)
    for (gsize j = i + 1; j < n_boxes; j++)
      g_assert_true (boxes[i].x >= boxes[j].x + boxes[j].width
                     || boxes[j].x >= boxes[i].x + boxes[i].width
                     || boxes[i].y >= boxes[j].y + boxes[j].height
                     || boxes[j].y >= boxes[i].y + boxes[i].height);
}

static int
compare_distances (gconstpointer a, gconstpointer b, gpointer data)
{
  const RubMapLabel *first = a, *second = b, *center = data;
  double near = hypot (first->place.x - center->place.x, first->place.y - center->place.y);
  double far = hypot (second->place.x - center->place.x, second->place.y - center->place.y);

  return near < far ? -1 : near > far;
}

/* Every region with its nearest neighbours, all as sore as can be: at the ankle, at the toes. */
static void
test_numbers_keep_apart (void)
{
  static const struct
  {
    double height;
    guint n_neighbours;
  } rows[] = { { 300, 3 }, { 700, 5 }, { 1200, 6 } };

  for (gsize row = 0; row < G_N_ELEMENTS (rows); row++)
    for (int view = 0; view < RUB_N_BODY_VIEWS; view++)
      {
        GPtrArray *regions = rub_body_get_drawing (get_body (), view)->regions;
        g_autoptr (GArray) all = g_array_new (FALSE, FALSE, sizeof (RubMapLabel));

        for (guint i = 0; i < regions->len; i++)
          {
            RubMapLabel label
              = create_label (view, g_ptr_array_index (regions, i), rows[row].height / 1040, 10);

            g_array_append_val (all, label);
          }
        for (guint i = 0; i < regions->len; i++)
          {
            RubMapLabel center = create_label (view, g_ptr_array_index (regions, i),
                                               rows[row].height / 1040, 10);
            guint n_labels = MIN (all->len, rows[row].n_neighbours + 1);
            g_autoptr (RubMapLabels) labels = rub_map_labels_new ();

            g_array_sort_with_data (all, compare_distances, &center);
            rub_map_labels_set (labels, (const RubMapLabel *) all->data, n_labels,
                                rub_body_theme_get (FALSE, FALSE), RUB_MAP_LABELS_SIZE,
                                rows[row].height / 1040);
            assert_apart (labels, n_labels);
          }
      }
}

/* What did not change is not drawn anew, which would be to be repainted on the screen. */
static void
test_labels_are_kept (void)
{
  RubRegion *chest = rub_body_find (get_body (), "chest-left");
  RubRegion *quad = rub_body_find (get_body (), "chest-right");
  RubMapLabel shown[] = { create_label (RUB_BODY_VIEW_FRONT, chest, 1, 4),
                          create_label (RUB_BODY_VIEW_FRONT, quad, 1, 4) };
  GtkWidget *widget = g_object_ref_sink (gtk_label_new (NULL));
  g_autoptr (RubMapLabels) labels = rub_map_labels_new ();
  GskRenderNode *nodes[3];

  for (int i = 0; i < 3; i++)
    {
      GtkSnapshot *snapshot = gtk_snapshot_new ();

      shown[0].look.soreness = i < 2 ? 4 : 5;
      rub_map_labels_set (labels, shown, 2, rub_body_theme_get (FALSE, FALSE),
                          RUB_MAP_LABELS_SIZE, 1);
      rub_map_labels_snapshot (labels, gtk_widget_get_pango_context (widget), snapshot);
      nodes[i] = gtk_snapshot_free_to_node (snapshot);
      g_assert_cmpint (gsk_render_node_get_node_type (nodes[i]), ==, GSK_CONTAINER_NODE);
      g_assert_cmpuint (gsk_container_node_get_n_children (nodes[i]), ==, 2);
    }
  g_assert_true (gsk_container_node_get_child (nodes[0], 0)
                 == gsk_container_node_get_child (nodes[1], 0));
  g_assert_true (gsk_container_node_get_child (nodes[1], 0)
                 != gsk_container_node_get_child (nodes[2], 0));
  g_assert_true (gsk_container_node_get_child (nodes[0], 1)
                 == gsk_container_node_get_child (nodes[2], 1));

  for (int i = 0; i < 3; i++)
    gsk_render_node_unref (nodes[i]);
  g_object_unref (widget);
}

/* What is on show: all texts of the legend that can be seen. */
static void
collect_words (GtkWidget *widget, GString *words)
{
  if (!gtk_widget_get_visible (widget))
    return;
  if (GTK_IS_LABEL (widget))
    g_string_append_printf (words, "%s|", gtk_label_get_text (GTK_LABEL (widget)));
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    collect_words (child, words);
}

static void
test_legend (void)
{
  static const char *const expected[] = {
    [RUB_BODY_MARKS_CHECK] = "Not sore|As sore as can be|Do not massage here|",
    [RUB_BODY_MARKS_CHANGE] = "Better|Worse|New|Gone|As before|",
    [RUB_BODY_MARKS_SUMMARY]
    = "Sore in a few checks|In every check|The number is the mean soreness|",
  };
  RubMapLegend *legend = g_object_ref_sink (g_object_new (RUB_TYPE_MAP_LEGEND, NULL));
  gpointer watched = legend;

  g_object_add_weak_pointer (G_OBJECT (legend), &watched);
  for (int kind = 0; kind <= RUB_BODY_MARKS_SUMMARY; kind++)
    {
      g_autoptr (GString) words = g_string_new (NULL);
      int width;

      rub_map_legend_set_kind (legend, kind);
      collect_words (GTK_WIDGET (legend), words);
      g_assert_cmpstr (words->str, ==, expected[kind]);

      rub_map_legend_set_narrow (legend, TRUE);
      gtk_widget_measure (GTK_WIDGET (legend), GTK_ORIENTATION_HORIZONTAL, -1, &width, NULL, NULL,
                          NULL);
      g_assert_cmpint (width, <=, 336);
      rub_map_legend_set_narrow (legend, FALSE);
    }
  g_object_unref (legend);
  g_assert_null (watched);
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_resources_register (rub_ui_get_resource ());

  g_test_add_func ("/body-paint/bands-differ-without-colour", test_bands_differ_without_colour);
  g_test_add_func ("/body-paint/no-pattern-unless-wanted", test_no_pattern_unless_wanted);
  g_test_add_func ("/body-paint/trends-differ-in-grey", test_trends_differ_in_grey);
  g_test_add_func ("/body-paint/numbers-are-legible", test_numbers_are_legible);
  g_test_add_func ("/body-paint/edges", test_edges);
  g_test_add_func ("/body-paint/no-massage-is-said", test_no_massage_is_said);
  g_test_add_func ("/body-paint/numbers-keep-apart", test_numbers_keep_apart);
  g_test_add_func ("/body-paint/labels-are-kept", test_labels_are_kept);
  g_test_add_func ("/body-paint/legend", test_legend);

  return g_test_run ();
}
