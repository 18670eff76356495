/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "rub-body-figure.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "rub-body-loader.h"
#include "rub-body-paint.h"

/* Room between views, in units of the drawing, and the height one is made for, in pixels. */
#define GAP 10.0
#define HEIGHT 132
/* Where regions are pointed out, small ones are to be found. */
#define POINTED_OUT_HEIGHT 216

struct _RubBodyFigure
{
  GtkWidget parent_instance;

  gboolean is_mirrored;

  /* Owned */
  RubBody *body;
  RubCheck *check;
  GPtrArray *pointed_out; /* nullable: of RubRegion */
};

G_DEFINE_FINAL_TYPE (RubBodyFigure, rub_body_figure, GTK_TYPE_WIDGET)

static const RubBox *
get_extent (RubBodyFigure *self, RubBodyView view)
{
  return rub_outline_get_bounds (rub_body_get_drawing (self->body, view)->silhouette);
}

static gboolean
has_pointed_out (RubBodyFigure *self, RubBodyView view)
{
  for (guint i = 0; i < self->pointed_out->len; i++)
    if (rub_body_get_shape (self->body, view, self->pointed_out->pdata[i]) != NULL)
      return TRUE;

  return FALSE;
}

/* The soles are too small to show a check; what they share with the feet shows there. */
static gboolean
is_shown (RubBodyFigure *self, RubBodyView view)
{
  return self->pointed_out != NULL ? has_pointed_out (self, view) : view != RUB_BODY_VIEW_SOLES;
}

static RubPoint
get_size (RubBodyFigure *self)
{
  RubPoint size = { -GAP, 0 };

  for (int i = 0; i < RUB_N_BODY_VIEWS; i++)
    if (is_shown (self, i))
      {
        size.x += get_extent (self, i)->width + GAP;
        size.y = MAX (size.y, get_extent (self, i)->height);
      }

  return size;
}

static char *
name_pointed_out (RubBodyFigure *self)
{
  g_autoptr (GString) words = g_string_new (NULL);

  for (guint i = 0; i < self->pointed_out->len; i++)
    {
      if (i > 0)
        g_string_append (words, C_ ("list of regions", ", "));
      g_string_append (words, rub_region_get_name (self->pointed_out->pdata[i]));
    }

  return g_string_free (g_steal_pointer (&words), FALSE);
}

static void
update_label (RubBodyFigure *self)
{
  g_autofree char *words = NULL;

  if (self->pointed_out != NULL)
    words = name_pointed_out (self);
  else if (self->check != NULL)
    words = rub_body_figure_describe (self->body, self->check);
  else
    words = g_strdup (_("Nothing sore"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
}

static RubRegionLook
get_look (RubBodyFigure *self, RubRegion *region)
{
  const RubSoreness *sore;
  RubRegionLook look = { 0 };

  if (self->pointed_out != NULL)
    {
      look.is_meant = g_ptr_array_find (self->pointed_out, region, NULL);
      return look;
    }

  sore = self->check != NULL ? rub_check_find (self->check, rub_region_get_id (region)) : NULL;
  look.soreness = sore != NULL ? sore->soreness : 0;

  return look;
}

static void
paint_view (RubBodyFigure *self, cairo_t *cr, RubBodyView view)
{
  const RubBodyTheme *theme = rub_body_theme_get_current ();
  const RubBodyDrawing *drawing = rub_body_get_drawing (self->body, view);

  rub_body_paint_silhouette (cr, drawing->silhouette, theme);
  for (guint i = 0; i < drawing->regions->len; i++)
    {
      RubRegion *region = g_ptr_array_index (drawing->regions, i);
      RubRegionLook look = get_look (self, region);

      rub_body_paint_region (cr, &drawing->shapes[i], rub_region_get_kind (region), &look, theme);
    }
}

/* About the middle of @extent. */
static void
mirror (cairo_t *cr, const RubBox *extent)
{
  cairo_translate (cr, 2 * extent->x + extent->width, 0);
  cairo_scale (cr, -1, 1);
}

static void
rub_body_figure_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  RubBodyFigure *self = RUB_BODY_FIGURE (widget);
  int width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);
  RubPoint size = get_size (self);
  double scale = MIN (width / size.x, height / size.y);
  double left = (width / scale - size.x) / 2;
  graphene_rect_t bounds = GRAPHENE_RECT_INIT (0, 0, (float) width, (float) height);
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, &bounds);

  cairo_scale (cr, scale, scale);
  for (int i = 0; i < RUB_N_BODY_VIEWS; i++)
    {
      const RubBox *extent = get_extent (self, i);

      if (!is_shown (self, i))
        continue;
      cairo_save (cr);
      cairo_translate (cr, left - extent->x, (height / scale - extent->height) / 2 - extent->y);
      if (self->is_mirrored && i == RUB_BODY_VIEW_FRONT)
        mirror (cr, extent);
      paint_view (self, cr, i);
      cairo_restore (cr);
      left += extent->width + GAP;
    }
  cairo_destroy (cr);
}

static void
rub_body_figure_measure (GtkWidget *widget,
                         GtkOrientation orientation,
                         int for_size,
                         int *minimum,
                         int *natural,
                         int *minimum_baseline,
                         int *natural_baseline)
{
  RubBodyFigure *self = RUB_BODY_FIGURE (widget);
  RubPoint size = get_size (self);
  double aspect = orientation == GTK_ORIENTATION_HORIZONTAL ? size.x / size.y : 1;

  *minimum = *natural = (int) ((self->pointed_out != NULL ? POINTED_OUT_HEIGHT : HEIGHT) * aspect);
}

static void
rub_body_figure_dispose (GObject *object)
{
  RubBodyFigure *self = RUB_BODY_FIGURE (object);

  g_clear_object (&self->body);
  g_clear_object (&self->check);
  g_clear_pointer (&self->pointed_out, g_ptr_array_unref);

  G_OBJECT_CLASS (rub_body_figure_parent_class)->dispose (object);
}

static void
rub_body_figure_class_init (RubBodyFigureClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = rub_body_figure_dispose;

  widget_class->measure = rub_body_figure_measure;
  widget_class->snapshot = rub_body_figure_snapshot;

  gtk_widget_class_set_css_name (widget_class, "bodyfigure");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
rub_body_figure_init (RubBodyFigure *self)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();

  self->body = g_object_ref (rub_body_loader_get_bundled (RUB_BODY_BUILD_STANDARD));
  g_signal_connect_object (manager, "notify::dark", G_CALLBACK (gtk_widget_queue_draw), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (manager, "notify::high-contrast", G_CALLBACK (gtk_widget_queue_draw),
                           self, G_CONNECT_SWAPPED);
  update_label (self);
}

GtkWidget *
rub_body_figure_new (void)
{
  return g_object_new (RUB_TYPE_BODY_FIGURE, NULL);
}

void
rub_body_figure_set_check (RubBodyFigure *self, RubCheck *check)
{
  g_return_if_fail (RUB_IS_BODY_FIGURE (self));
  g_return_if_fail (check == NULL || RUB_IS_CHECK (check));

  if (!g_set_object (&self->check, check))
    return;

  update_label (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
rub_body_figure_set_body (RubBodyFigure *self, RubBody *body, gboolean is_mirrored)
{
  g_return_if_fail (RUB_IS_BODY_FIGURE (self));
  g_return_if_fail (RUB_IS_BODY (body));

  if (self->is_mirrored == !!is_mirrored && self->body == body)
    return;

  self->is_mirrored = !!is_mirrored;
  g_set_object (&self->body, body);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

void
rub_body_figure_point_out (RubBodyFigure *self, GPtrArray *regions)
{
  g_return_if_fail (RUB_IS_BODY_FIGURE (self));

  if (regions != NULL)
    g_ptr_array_ref (regions);
  g_clear_pointer (&self->pointed_out, g_ptr_array_unref);
  self->pointed_out = regions;
  update_label (self);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

char *
rub_body_figure_describe (RubBody *body, RubCheck *check)
{
  g_autoptr (GString) words = g_string_new (NULL);
  gsize n_sore;
  const RubSoreness *sore;

  g_return_val_if_fail (RUB_IS_BODY (body), NULL);
  g_return_val_if_fail (RUB_IS_CHECK (check), NULL);

  sore = rub_check_get_sore (check, &n_sore);
  for (gsize i = 0; i < n_sore; i++)
    {
      RubRegion *region = rub_body_find (body, sore[i].region);

      if (region == NULL)
        continue;
      if (words->len > 0)
        /* Translators: between two regions of the body in a list. */
        g_string_append (words, C_ ("list of regions", ", "));
      /* Translators: a region of the body and its soreness: "Left outer calf 6". */
      g_string_append_printf (words, C_ ("check", "%s %d"), rub_region_get_name (region),
                              sore[i].soreness);
    }

  return words->len > 0 ? g_string_free (g_steal_pointer (&words), FALSE)
                        : g_strdup (_("Nothing sore"));
}
