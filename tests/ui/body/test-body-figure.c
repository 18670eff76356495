/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <math.h>

#include <adwaita.h>

#include "rub-body-figure.h"
#include "rub-body-loader.h"
#include "rub-ui-resources.h"

/* Two frames: one to lay out, one to paint. */
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

/* What the figure looks like in its window. */
static cairo_surface_t *
paint (GtkWidget *figure)
{
  g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (figure);
  g_autoptr (GtkSnapshot) snapshot = gtk_snapshot_new ();
  g_autoptr (GskRenderNode) node = NULL;
  cairo_surface_t *surface;
  cairo_t *cr;
  int width, height;

  settle ();
  width = gtk_widget_get_width (figure);
  height = gtk_widget_get_height (figure);
  surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width, height);
  cr = cairo_create (surface);
  gdk_paintable_snapshot (paintable, snapshot, width, height);
  node = gtk_snapshot_to_node (snapshot);
  g_assert_nonnull (node);
  gsk_render_node_draw (node, cr);
  cairo_destroy (cr);
  cairo_surface_flush (surface);

  return surface;
}

/* The mean place across of the pixels of @a that differ from @b, of which there are some. */
static double
find_difference (cairo_surface_t *a, cairo_surface_t *b)
{
  int width = cairo_image_surface_get_width (a), height = cairo_image_surface_get_height (a);
  int stride = cairo_image_surface_get_stride (a);
  const guchar *first = cairo_image_surface_get_data (a);
  const guchar *second = cairo_image_surface_get_data (b);
  double sum = 0, n_different = 0;

  g_assert_cmpint (cairo_image_surface_get_width (b), ==, width);
  for (int y = 0; y < height; y++)
    for (int x = 0; x < width; x++)
      if (memcmp (first + y * stride + 4 * x, second + y * stride + 4 * x, 4) != 0)
        {
          sum += x + 0.5;
          n_different++;
        }
  g_assert_cmpfloat (n_different, >, 0);

  return sum / n_different;
}

/* Where the right kneecap is, which is seen from the front alone. */
static double
find_kneecap (GtkWidget *figure)
{
  RubSoreness sore = { "patella-right", 9, RUB_SENSATION_NONE };
  g_autoptr (RubCheck) check = rub_check_new (0, 0, 0, &sore, 1);
  cairo_surface_t *rested, *painted;
  double x;

  rub_body_figure_set_check (RUB_BODY_FIGURE (figure), NULL);
  rested = paint (figure);
  rub_body_figure_set_check (RUB_BODY_FIGURE (figure), check);
  painted = paint (figure);
  x = find_difference (painted, rested);
  cairo_surface_destroy (rested);
  cairo_surface_destroy (painted);

  return x;
}

/* Front and back are beside each other; the kneecap changes sides in the front alone. */
static void
test_mirrored (void)
{
  RubBody *body = rub_body_loader_get_bundled (RUB_BODY_BUILD_STANDARD);
  GtkWidget *window = gtk_window_new ();
  GtkWidget *figure = rub_body_figure_new ();
  double middle, as_seen, as_in_mirror;

  gtk_widget_set_halign (figure, GTK_ALIGN_START);
  gtk_window_set_child (GTK_WINDOW (window), figure);
  gtk_window_present (GTK_WINDOW (window));
  as_seen = find_kneecap (figure);
  rub_body_figure_set_body (RUB_BODY_FIGURE (figure), body, TRUE);
  as_in_mirror = find_kneecap (figure);
  middle = gtk_widget_get_width (figure) / 4.0;

  /* Someone who faces us has the right side on our left. */
  g_assert_cmpfloat (as_seen, <, middle);
  g_assert_cmpfloat (as_in_mirror, >, middle);
  g_assert_cmpfloat (as_in_mirror, <, 2 * middle);
  gtk_window_destroy (GTK_WINDOW (window));
}

static int
get_width (GtkWidget *figure)
{
  int width;

  gtk_widget_measure (figure, GTK_ORIENTATION_HORIZONTAL, -1, &width, NULL, NULL, NULL);

  return width;
}

static void
test_build (void)
{
  GtkWidget *figure = g_object_ref_sink (rub_body_figure_new ());
  int width = get_width (figure);

  rub_body_figure_set_body (RUB_BODY_FIGURE (figure),
                            rub_body_loader_get_bundled (RUB_BODY_BUILD_NARROWER), FALSE);
  g_assert_cmpint (get_width (figure), <, width);
  rub_body_figure_set_body (RUB_BODY_FIGURE (figure),
                            rub_body_loader_get_bundled (RUB_BODY_BUILD_STANDARD), FALSE);
  g_assert_cmpint (get_width (figure), ==, width);
  g_assert_finalize_object (figure);
}

static void
test_words (void)
{
  RubSoreness sore[] = { { "gastroc-lateral-left", 6, RUB_SENSATION_TIGHT, "after the hill" },
                         { "no-such-region", 2, RUB_SENSATION_NONE, NULL },
                         { "patella-right", 3, RUB_SENSATION_NONE, NULL } };
  g_autoptr (RubCheck) check = rub_check_new (0, 0, 0, sore, G_N_ELEMENTS (sore));
  GtkWidget *figure = g_object_ref_sink (rub_body_figure_new ());

  gtk_test_accessible_assert_role (figure, GTK_ACCESSIBLE_ROLE_IMG);
  gtk_test_accessible_assert_property (figure, GTK_ACCESSIBLE_PROPERTY_LABEL, "Nothing sore");
  rub_body_figure_set_check (RUB_BODY_FIGURE (figure), check);
  gtk_test_accessible_assert_property (figure, GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Left outer calf 6, Right kneecap 3");
  g_assert_finalize_object (figure);
}

/* As many views as have one of the regions, and their names instead of a check. */
static void
test_point_out (void)
{
  static const struct
  {
    const char *stems;
    const char *words;
    int n_views; /* of about the same width; the soles are smaller */
  } rows[] = {
    { "knee-back", "Left back of knee, Right back of knee", 1 },
    { "patella", "Left kneecap, Right kneecap", 1 },
    { "patella,knee-back",
      "Left kneecap, Right kneecap, Left back of knee, Right back of knee", 2 },
  };
  RubBody *body = rub_body_loader_get_bundled (RUB_BODY_BUILD_STANDARD);
  GtkWidget *figure = g_object_ref_sink (rub_body_figure_new ());
  int narrowest = G_MAXINT, width = get_width (figure);

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GPtrArray) regions = rub_body_find_all (body, rows[i].stems);

      rub_body_figure_point_out (RUB_BODY_FIGURE (figure), regions);
      narrowest = MIN (narrowest, get_width (figure));
      g_assert_cmpint (get_width (figure), >, (rows[i].n_views - 1) * narrowest);
      g_assert_cmpint (2 * get_width (figure), <, (2 * rows[i].n_views + 1) * narrowest);
      gtk_test_accessible_assert_property (figure, GTK_ACCESSIBLE_PROPERTY_LABEL, rows[i].words);
    }
  rub_body_figure_point_out (RUB_BODY_FIGURE (figure), NULL);
  g_assert_cmpint (get_width (figure), ==, width);
  gtk_test_accessible_assert_property (figure, GTK_ACCESSIBLE_PROPERTY_LABEL, "Nothing sore");
  g_assert_finalize_object (figure);
}

/* They are seen: in the middle between both, for they are the same on either side. */
static void
test_pointed_out_shows (void)
{
  RubBody *body = rub_body_loader_get_bundled (RUB_BODY_BUILD_STANDARD);
  g_autoptr (GPtrArray) knees = rub_body_find_all (body, "patella");
  g_autoptr (GPtrArray) toes = rub_body_find_all (body, "foot-top");
  GtkWidget *window = gtk_window_new ();
  GtkWidget *figure = rub_body_figure_new ();
  cairo_surface_t *first, *second;

  gtk_widget_set_halign (figure, GTK_ALIGN_START);
  gtk_window_set_child (GTK_WINDOW (window), figure);
  gtk_window_present (GTK_WINDOW (window));
  rub_body_figure_point_out (RUB_BODY_FIGURE (figure), knees);
  first = paint (figure);
  rub_body_figure_point_out (RUB_BODY_FIGURE (figure), toes);
  second = paint (figure);
  g_assert_cmpfloat (fabs (find_difference (first, second) - gtk_widget_get_width (figure) / 2.0),
                     <, 2);
  cairo_surface_destroy (first);
  cairo_surface_destroy (second);
  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_resources_register (rub_ui_get_resource ());

  g_test_add_func ("/body-figure/words", test_words);
  g_test_add_func ("/body-figure/build", test_build);
  g_test_add_func ("/body-figure/mirrored", test_mirrored);
  g_test_add_func ("/body-figure/point-out", test_point_out);
  g_test_add_func ("/body-figure/pointed-out-shows", test_pointed_out_shows);

  return g_test_run ();
}
