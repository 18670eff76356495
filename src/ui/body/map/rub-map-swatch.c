/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "rub-map-swatch.h"

#include <adwaita.h>
#include <math.h>

#include "rub-body-pattern.h"
#include "rub-map-labels.h"

#define RADIUS 0.28
#define WIDTH 24
#define HEIGHT 20

struct _RubMapSwatch
{
  GtkWidget parent_instance;

  RubRegionLook look;
};

enum
{
  PROP_ABOUT = 1,
  PROP_SORENESS,
  PROP_TREND,
  PROP_SHARE,
  PROP_CARE,
  PROP_HAS_PATTERN,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (RubMapSwatch, rub_map_swatch, GTK_TYPE_WIDGET)

static void
trace_field (cairo_t *cr, const RubBox *box)
{
  double radius = MIN (box->width, box->height) * RADIUS;
  double right = box->x + box->width, bottom = box->y + box->height;

  cairo_new_path (cr);
  cairo_arc (cr, right - radius, box->y + radius, radius, -G_PI / 2, 0);
  cairo_arc (cr, right - radius, bottom - radius, radius, 0, G_PI / 2);
  cairo_arc (cr, box->x + radius, bottom - radius, radius, G_PI / 2, G_PI);
  cairo_arc (cr, box->x + radius, box->y + radius, radius, G_PI, G_PI * 3 / 2);
  cairo_close_path (cr);
}

static void
paint_edge (cairo_t *cr, const RubRegionLook *look, const RubBodyTheme *theme, double unit)
{
  const double dashes[] = { 3 * unit, 3 * unit };
  GdkRGBA color = theme->ink;

  color.alpha = look->trend == RUB_TREND_GONE ? 0.9f : 0.5f;
  gdk_cairo_set_source_rgba (cr, &color);
  cairo_set_line_width (cr, unit);
  if (look->trend == RUB_TREND_GONE)
    cairo_set_dash (cr, dashes, G_N_ELEMENTS (dashes), 0);
  cairo_stroke_preserve (cr);
  cairo_set_dash (cr, NULL, 0, 0);
}

static void
paint_field (cairo_t *cr, const RubRegionLook *look, const RubBodyTheme *theme, const RubBox *box,
             double unit)
{
  GdkRGBA fill = rub_region_look_get_fill (look, RUB_REGION_MUSCLE, theme);
  GdkRGBA ink = *rub_body_theme_get_text (&fill);

  trace_field (cr, box);
  gdk_cairo_set_source_rgba (cr, &fill);
  cairo_fill_preserve (cr);
  if (look->has_pattern)
    {
      ink.alpha = theme->rim.alpha > 0 ? 0.8f : 0.5f;
      cairo_save (cr);
      cairo_clip (cr);
      rub_body_pattern_paint (cr, rub_body_pattern_for_look (look), box, unit, &ink);
      cairo_restore (cr);
      trace_field (cr, box);
    }
  if (rub_region_look_is_marked (look))
    paint_edge (cr, look, theme, unit);
  cairo_new_path (cr);
}

void
rub_map_swatch_paint (cairo_t *cr, PangoContext *context, const RubRegionLook *look,
                      const RubBodyTheme *theme, const RubBox *box, double size)
{
  g_autoptr (RubMapLabels) labels = rub_map_labels_new ();
  /* There is always room in a field that is made for its number, which then is a larger one. */
  RubMapLabel label = {
    .place = { box->x + box->width / 2, box->y + box->height / 2 },
    .room = INFINITY,
    .kind = RUB_REGION_MUSCLE,
    .look = *look,
  };
  double unit = size / RUB_MAP_LABELS_SIZE;
  RubBox inner = { box->x + unit / 2, box->y + unit / 2, box->width - unit, box->height - unit };

  g_return_if_fail (cr != NULL);
  g_return_if_fail (PANGO_IS_CONTEXT (context));

  if (rub_region_look_is_marked (look))
    label.look.care = RUB_REGION_CARE_USUAL;
  /* A ring has a ground of its own. */
  if (look->kind != RUB_BODY_MARKS_SUMMARY)
    paint_field (cr, look, theme, &inner, unit);
  rub_map_labels_set (labels, &label, 1, theme,
                      look->kind == RUB_BODY_MARKS_SUMMARY ? size : size / RUB_MAP_LABELS_LARGEST,
                      unit);
  rub_map_labels_paint (labels, context, cr);
}

static void
rub_map_swatch_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  RubMapSwatch *self = RUB_MAP_SWATCH (widget);
  RubBox box = { 0, 0, gtk_widget_get_width (widget), gtk_widget_get_height (widget) };
  graphene_rect_t bounds = GRAPHENE_RECT_INIT (0, 0, (float) box.width, (float) box.height);
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, &bounds);

  rub_map_swatch_paint (cr, gtk_widget_get_pango_context (widget), &self->look,
                        rub_body_theme_get_current (), &box, RUB_MAP_LABELS_SIZE);
  cairo_destroy (cr);
}

static void
rub_map_swatch_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum,
                        int *natural, int *minimum_baseline, int *natural_baseline)
{
  RubMapSwatch *self = RUB_MAP_SWATCH (widget);
  /* A ring is larger than a number. */
  int more = self->look.kind == RUB_BODY_MARKS_SUMMARY ? 8 : 0;

  *minimum = *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? WIDTH + more : HEIGHT + more;
}

static void
rub_map_swatch_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  const RubRegionLook *look = &RUB_MAP_SWATCH (object)->look;

  switch (id)
    {
    case PROP_ABOUT:
      g_value_set_int (value, look->kind);
      break;
    case PROP_SORENESS:
      g_value_set_int (value, look->soreness);
      break;
    case PROP_TREND:
      g_value_set_int (value, look->trend);
      break;
    case PROP_SHARE:
      g_value_set_double (value, look->share);
      break;
    case PROP_CARE:
      g_value_set_int (value, look->care);
      break;
    case PROP_HAS_PATTERN:
      g_value_set_boolean (value, look->has_pattern);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
rub_map_swatch_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  RubRegionLook *look = &RUB_MAP_SWATCH (object)->look;

  switch (id)
    {
    case PROP_ABOUT:
      look->kind = g_value_get_int (value);
      gtk_widget_queue_resize (GTK_WIDGET (object));
      break;
    case PROP_SORENESS:
      look->soreness = g_value_get_int (value);
      break;
    case PROP_TREND:
      look->trend = g_value_get_int (value);
      break;
    case PROP_SHARE:
      look->share = g_value_get_double (value);
      break;
    case PROP_CARE:
      look->care = g_value_get_int (value);
      break;
    case PROP_HAS_PATTERN:
      look->has_pattern = g_value_get_boolean (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
  gtk_widget_queue_draw (GTK_WIDGET (object));
}

static void
install_properties (GObjectClass *object_class)
{
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS;

  properties[PROP_ABOUT] = g_param_spec_int ("about", NULL, NULL, 0, RUB_BODY_MARKS_SUMMARY,
                                             RUB_BODY_MARKS_CHECK, flags);
  properties[PROP_SORENESS] =
      g_param_spec_int ("soreness", NULL, NULL, 0, RUB_SORENESS_MAX, 0, flags);
  properties[PROP_TREND] =
      g_param_spec_int ("trend", NULL, NULL, 0, RUB_N_TRENDS - 1, RUB_TREND_NONE, flags);
  properties[PROP_SHARE] = g_param_spec_double ("share", NULL, NULL, 0, 1, 0, flags);
  properties[PROP_CARE] = g_param_spec_int ("care", NULL, NULL, 0, RUB_N_REGION_CARES - 1,
                                            RUB_REGION_CARE_USUAL, flags);
  properties[PROP_HAS_PATTERN] = g_param_spec_boolean ("has-pattern", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
rub_map_swatch_class_init (RubMapSwatchClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = rub_map_swatch_get_property;
  object_class->set_property = rub_map_swatch_set_property;

  widget_class->measure = rub_map_swatch_measure;
  widget_class->snapshot = rub_map_swatch_snapshot;

  install_properties (object_class);
  gtk_widget_class_set_css_name (widget_class, "mapswatch");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
rub_map_swatch_init (RubMapSwatch *self)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();

  g_signal_connect_object (manager, "notify::dark", G_CALLBACK (gtk_widget_queue_draw), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (manager, "notify::high-contrast", G_CALLBACK (gtk_widget_queue_draw),
                           self, G_CONNECT_SWAPPED);
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
}
