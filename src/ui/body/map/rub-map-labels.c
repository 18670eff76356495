/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "rub-map-labels.h"

#include <math.h>

#include "rub-body-paint.h"
#include "rub-map-sign.h"

/* Parts of the size of a number, which is about that of its em. Measuring every number would take
 * longer than drawing the one that changed. */
#define DIGIT_WIDTH 0.68
#define DIGIT_HEIGHT 0.76
#define SIGN_WIDTH 0.75
#define CARE_WIDTH 0.95
#define GAP 0.12
#define BADGE_HEIGHT 1.6
#define BADGE_PADDING 0.35
#define HALO 0.14
#define RING_RADIUS 1.05
#define SATELLITE 0.8

/* How far a number may be from its place, and from where on a line leads there. */
#define REACH 2.6
#define LEAD_FROM 0.8
#define MOVED_FROM 0.3
#define N_ROUNDS 40

/* Where signs beside the numbers would be noise. */
#define SMALL_SCALE 0.5
#define SMALL_SIZE 0.9

/* A label as it is placed; compared byte by byte. */
typedef struct
{
  RubRegionLook look;
  GdkRGBA fill;
  RubPoint anchor;
  RubPoint place;
  double size;
  double row_width;
  double half_width; /* of all it covers */
  double half_height;
  gboolean has_badge;
  gboolean has_care; /* in the row */
  gboolean is_sign_only;
} Item;

struct _RubMapLabels
{
  const RubBodyTheme *theme;
  double size;
  gboolean is_small;

  /* Owned */
  GArray *wanted;   /* of Item: as they would be if each were alone */
  GArray *items;    /* of Item */
  GPtrArray *nodes; /* of GskRenderNode, one an item, or NULL: to be drawn */
};

static void
clear_node (gpointer node)
{
  if (node != NULL)
    gsk_render_node_unref (node);
}

static gboolean
is_summary (const Item *item)
{
  return item->look.kind == RUB_BODY_MARKS_SUMMARY && item->look.soreness > 0;
}

static gboolean
has_trend_sign (const Item *item)
{
  return item->look.kind == RUB_BODY_MARKS_CHANGE && rub_region_look_is_marked (&item->look);
}

/* Everything but where it is. */
static void
measure (Item *item)
{
  double digits = item->look.soreness == 0 ? 0 : item->look.soreness < 10 ? 1 : 2;
  double width = digits * DIGIT_WIDTH;

  if (has_trend_sign (item))
    width += SIGN_WIDTH + (digits > 0 ? GAP : 0);
  if (item->has_care && !is_summary (item))
    width += CARE_WIDTH + (width > 0 ? GAP : 0);

  item->row_width = width * item->size;
  item->half_width = item->row_width / 2;
  item->half_height = DIGIT_HEIGHT * item->size / 2;
  if (item->has_badge)
    {
      item->half_height = BADGE_HEIGHT * item->size / 2;
      item->half_width = MAX (item->half_height, item->half_width + BADGE_PADDING * item->size);
    }
  if (is_summary (item))
    item->half_width = item->half_height = RING_RADIUS * item->size;
}

static void
add_item (RubMapLabels *self, const RubMapLabel *label)
{
  gboolean is_marked = rub_region_look_is_marked (&label->look);
  gboolean is_barred = label->look.care == RUB_REGION_CARE_NONE;
  double sign_room = RUB_BODY_PAINT_SIGN_ROOM * self->size / RUB_MAP_LABELS_SIZE;
  Item item;

  /* A region without room for the sign has a line instead, unless it has a number anyway. */
  if (!is_marked && !(is_barred && label->room >= sign_room))
    return;

  memset (&item, 0, sizeof item);
  item.look.kind = label->look.kind;
  item.look.soreness = label->look.soreness;
  item.look.trend = label->look.trend;
  item.look.share = label->look.share;
  item.look.has_pattern = label->look.has_pattern && is_marked;
  item.fill = rub_region_look_get_fill (&label->look, label->kind, self->theme);
  item.anchor = item.place = label->place;
  item.size = CLAMP (label->room * 1.3, self->size, self->size * RUB_MAP_LABELS_LARGEST);
  item.has_care = is_barred && !(self->is_small && is_marked);
  item.is_sign_only = !is_marked;
  measure (&item);
  item.has_badge =
      is_marked && (is_summary (&item) || label->room < item.row_width / 2 + self->size * 0.06);
  if (item.has_badge)
    item.size = self->size;
  measure (&item);
  g_array_append_val (self->wanted, item);
}

static void
shift (RubMapLabels *self, Item *item, double dx, double dy)
{
  double away;

  item->place.x += dx;
  item->place.y += dy;
  away = hypot (item->place.x - item->anchor.x, item->place.y - item->anchor.y);
  if (away > REACH * self->size)
    {
      double share = REACH * self->size / away;

      item->place.x = item->anchor.x + (item->place.x - item->anchor.x) * share;
      item->place.y = item->anchor.y + (item->place.y - item->anchor.y) * share;
    }
}

/* Moves two apart along the way that is shorter. A mere sign stays, since it is of no use
 * elsewhere. Returns: whether they had to be moved. */
static gboolean
separate (RubMapLabels *self, Item *a, Item *b)
{
  double gap = self->size * 0.1;
  double dx = b->place.x - a->place.x, dy = b->place.y - a->place.y;
  double over_x = a->half_width + b->half_width + gap - fabs (dx);
  double over_y = a->half_height + b->half_height + gap - fabs (dy);
  double part_a = a->is_sign_only ? 0 : b->is_sign_only ? 1 : 0.5;
  double part_b = b->is_sign_only ? 0 : 1 - part_a;

  if (over_x <= 0.01 || over_y <= 0.01 || (a->is_sign_only && b->is_sign_only))
    return FALSE;

  if (over_x < over_y)
    {
      over_x = copysign (over_x, dx);
      shift (self, a, -over_x * part_a, 0);
      shift (self, b, over_x * part_b, 0);
    }
  else
    {
      over_y = copysign (over_y, dy);
      shift (self, a, 0, -over_y * part_a);
      shift (self, b, 0, over_y * part_b);
    }

  return TRUE;
}

static void
separate_all (RubMapLabels *self)
{
  gboolean is_clear = FALSE;

  for (int round = 0; round < N_ROUNDS && !is_clear; round++)
    {
      is_clear = TRUE;
      for (guint i = 0; i < self->items->len; i++)
        for (guint j = i + 1; j < self->items->len; j++)
          if (separate (self, &g_array_index (self->items, Item, i),
                        &g_array_index (self->items, Item, j)))
            is_clear = FALSE;
    }
}

/* A number that had to leave its place brings its colour along. */
static void
add_badges (RubMapLabels *self)
{
  for (guint i = 0; i < self->items->len; i++)
    {
      Item *item = &g_array_index (self->items, Item, i);
      double away = hypot (item->place.x - item->anchor.x, item->place.y - item->anchor.y);

      if (item->has_badge || item->is_sign_only || away < MOVED_FROM * self->size)
        continue;
      item->has_badge = TRUE;
      item->size = self->size;
      measure (item);
    }
}

/* Keeps what was drawn of labels that are as they were, wherever they are in the list. */
static void
reuse_nodes (RubMapLabels *self, GArray *old_items, GPtrArray *old_nodes)
{
  for (guint i = 0; i < self->items->len; i++)
    for (guint j = 0; j < old_items->len; j++)
      if (old_nodes->pdata[j] != NULL
          && memcmp (&g_array_index (self->items, Item, i), &g_array_index (old_items, Item, j),
                     sizeof (Item))
                 == 0)
        {
          self->nodes->pdata[i] = g_steal_pointer (&old_nodes->pdata[j]);
          break;
        }
}

static gboolean
is_equal (GArray *a, GArray *b)
{
  return a->len == b->len
         && (a->len == 0 || memcmp (a->data, b->data, a->len * sizeof (Item)) == 0);
}

static void
place_all (RubMapLabels *self, gboolean can_reuse)
{
  g_autoptr (GArray) old_items = g_steal_pointer (&self->items);
  g_autoptr (GPtrArray) old_nodes = g_steal_pointer (&self->nodes);

  self->items = g_array_copy (self->wanted);
  self->nodes = g_ptr_array_new_with_free_func (clear_node);
  g_ptr_array_set_size (self->nodes, (int) self->items->len);
  separate_all (self);
  add_badges (self);
  separate_all (self);
  if (can_reuse)
    reuse_nodes (self, old_items, old_nodes);
}

static void
paint_leader (const Item *item, cairo_t *cr, const RubBodyTheme *theme)
{
  double dx = item->anchor.x - item->place.x, dy = item->anchor.y - item->place.y;

  if (hypot (dx, dy) < LEAD_FROM * item->size)
    return;

  cairo_set_line_width (cr, item->size * 0.1);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  gdk_cairo_set_source_rgba (cr, &theme->ink);
  cairo_move_to (cr, item->place.x, item->place.y);
  cairo_line_to (cr, item->anchor.x, item->anchor.y);
  cairo_stroke (cr);
  cairo_arc (cr, item->anchor.x, item->anchor.y, item->size * 0.14, 0, 2 * G_PI);
  cairo_fill (cr);
}

static void
fill_pill (cairo_t *cr, RubPoint center, double half_width, double half_height,
           const GdkRGBA *color)
{
  double reach = half_width - half_height;

  cairo_new_path (cr);
  cairo_arc (cr, center.x - reach, center.y, half_height, G_PI / 2, G_PI * 3 / 2);
  cairo_arc (cr, center.x + reach, center.y, half_height, -G_PI / 2, G_PI / 2);
  cairo_close_path (cr);
  gdk_cairo_set_source_rgba (cr, color);
  cairo_fill (cr);
}

/* How often stands around how sore; neither would be read well on the region's own colour. */
static void
paint_ring (const Item *item, cairo_t *cr, const RubBodyTheme *theme)
{
  double radius = item->half_width;
  RubPoint satellite = { item->place.x + radius * SATELLITE, item->place.y + radius * SATELLITE };

  fill_pill (cr, item->place, radius + item->size * HALO, radius + item->size * HALO, &theme->base);
  if (item->has_care)
    fill_pill (cr, satellite, item->size * 0.55, item->size * 0.55, &theme->base);
  gdk_cairo_set_source_rgba (cr, &theme->ink);
  rub_map_sign_paint_share (cr, CLAMP (item->look.share, 0, 1), item->place.x, item->place.y,
                            2 * radius);
  if (item->has_care)
    rub_map_sign_paint_no_massage (cr, satellite.x, satellite.y, item->size * 0.85);
}

static void
paint_ground (const Item *item, cairo_t *cr, const RubBodyTheme *theme)
{
  double halo = item->size * HALO;

  if (is_summary (item))
    {
      paint_ring (item, cr, theme);
    }
  else if (item->has_badge)
    {
      fill_pill (cr, item->place, item->half_width + halo, item->half_height + halo, &theme->base);
      fill_pill (cr, item->place, item->half_width, item->half_height, &item->fill);
    }
  else if (item->look.has_pattern)
    {
      /* The pattern does not run through the number. */
      double half = item->half_height + halo;

      fill_pill (cr, item->place, MAX (half, item->half_width + halo), half, &item->fill);
    }
}

/* Centred by its ink: figures have no descenders that would have to be allowed for. */
static void
paint_number (const Item *item, double x, cairo_t *cr, PangoContext *context)
{
  g_autoptr (PangoLayout) layout = pango_layout_new (context);
  g_autoptr (PangoFontDescription) font =
      pango_font_description_copy (pango_context_get_font_description (context));
  g_autofree char *text = g_strdup_printf ("%d", item->look.soreness);
  PangoRectangle ink;

  pango_font_description_set_weight (font, PANGO_WEIGHT_BOLD);
  pango_font_description_set_absolute_size (font, item->size * PANGO_SCALE);
  pango_layout_set_font_description (layout, font);
  pango_layout_set_text (layout, text, -1);
  pango_layout_get_extents (layout, &ink, NULL);
  cairo_move_to (cr, x - (ink.x + ink.width / 2.0) / PANGO_SCALE,
                 item->place.y - (ink.y + ink.height / 2.0) / PANGO_SCALE);
  pango_cairo_show_layout (cr, layout);
}

static void
set_row_color (const Item *item, cairo_t *cr, const RubBodyTheme *theme)
{
  GdkRGBA color = *rub_body_theme_get_text (&item->fill);

  if (item->is_sign_only || is_summary (item))
    color = theme->ink;
  /* Quieter than what is said today; a theme with a rim is one of high contrast. */
  if (item->is_sign_only && theme->rim.alpha <= 0)
    color.alpha = 0.42f;
  gdk_cairo_set_source_rgba (cr, &color);
}

/* What became of it, how sore, and that it is not to be massaged, from the left. */
static void
paint_item (const Item *item, cairo_t *cr, PangoContext *context, const RubBodyTheme *theme)
{
  double size = item->size, x = item->place.x - item->row_width / 2;

  paint_leader (item, cr, theme);
  paint_ground (item, cr, theme);
  set_row_color (item, cr, theme);
  if (has_trend_sign (item))
    {
      rub_map_sign_paint_trend (cr, item->look.trend, x + SIGN_WIDTH / 2 * size, item->place.y,
                                size);
      x += (SIGN_WIDTH + GAP) * size;
    }
  if (item->look.soreness > 0)
    {
      double width = (item->look.soreness < 10 ? 1 : 2) * DIGIT_WIDTH * size;

      paint_number (item, x + width / 2, cr, context);
      x += width + GAP * size;
    }
  if (item->has_care && !is_summary (item))
    rub_map_sign_paint_no_massage (cr, x + CARE_WIDTH / 2 * size, item->place.y, CARE_WIDTH * size);
}

static GskRenderNode *
create_node (RubMapLabels *self, const Item *item, PangoContext *context)
{
  double space = item->size * 0.4;
  double left = MIN (item->anchor.x, item->place.x - item->half_width) - space;
  double top = MIN (item->anchor.y, item->place.y - item->half_height) - space;
  double right = MAX (item->anchor.x, item->place.x + item->half_width) + space;
  double bottom = MAX (item->anchor.y, item->place.y + item->half_height) + space;
  graphene_rect_t bounds =
      GRAPHENE_RECT_INIT ((float) floor (left), (float) floor (top),
                          (float) ceil (right - floor (left)), (float) ceil (bottom - floor (top)));
  GskRenderNode *node = gsk_cairo_node_new (&bounds);
  cairo_t *cr = gsk_cairo_node_get_draw_context (node);

  paint_item (item, cr, context, self->theme);
  cairo_destroy (cr);

  return node;
}

RubMapLabels *
rub_map_labels_new (void)
{
  RubMapLabels *self = g_new0 (RubMapLabels, 1);

  self->wanted = g_array_new (FALSE, FALSE, sizeof (Item));
  self->items = g_array_new (FALSE, FALSE, sizeof (Item));
  self->nodes = g_ptr_array_new_with_free_func (clear_node);

  return self;
}

void
rub_map_labels_free (RubMapLabels *self)
{
  g_return_if_fail (self != NULL);

  g_array_unref (self->wanted);
  g_array_unref (self->items);
  g_ptr_array_unref (self->nodes);
  g_free (self);
}

void
rub_map_labels_set (RubMapLabels *self,
                    const RubMapLabel *labels,
                    gsize n_labels,
                    const RubBodyTheme *theme,
                    double size,
                    double scale)
{
  g_autoptr (GArray) old_wanted = NULL;
  gboolean is_same_theme;

  g_return_if_fail (self != NULL);
  g_return_if_fail (labels != NULL || n_labels == 0);
  g_return_if_fail (theme != NULL);
  g_return_if_fail (size > 0);

  is_same_theme = self->theme == theme;
  old_wanted = g_steal_pointer (&self->wanted);
  self->wanted = g_array_sized_new (FALSE, FALSE, sizeof (Item), old_wanted->len + 1);
  self->theme = theme;
  self->is_small = scale < SMALL_SCALE * size / RUB_MAP_LABELS_SIZE;
  self->size = self->is_small ? size * SMALL_SIZE : size;
  for (gsize i = 0; i < n_labels; i++)
    add_item (self, &labels[i]);

  if (!is_same_theme || !is_equal (self->wanted, old_wanted))
    place_all (self, is_same_theme);
}

void
rub_map_labels_snapshot (RubMapLabels *self, PangoContext *context, GtkSnapshot *snapshot)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (PANGO_IS_CONTEXT (context));
  g_return_if_fail (GTK_IS_SNAPSHOT (snapshot));

  for (guint i = 0; i < self->items->len; i++)
    {
      if (self->nodes->pdata[i] == NULL)
        self->nodes->pdata[i] = create_node (self, &g_array_index (self->items, Item, i), context);
      gtk_snapshot_append_node (snapshot, self->nodes->pdata[i]);
    }
}

void
rub_map_labels_paint (RubMapLabels *self, PangoContext *context, cairo_t *cr)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (PANGO_IS_CONTEXT (context));
  g_return_if_fail (cr != NULL);

  for (guint i = 0; i < self->items->len; i++)
    paint_item (&g_array_index (self->items, Item, i), cr, context, self->theme);
}

RubBox *
rub_map_labels_get_boxes (RubMapLabels *self, gsize *n_boxes)
{
  RubBox *boxes;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (n_boxes != NULL, NULL);

  *n_boxes = self->items->len;
  boxes = g_new (RubBox, self->items->len + 1);
  for (guint i = 0; i < self->items->len; i++)
    {
      const Item *item = &g_array_index (self->items, Item, i);

      boxes[i] = (RubBox){ item->place.x - item->half_width, item->place.y - item->half_height,
                           2 * item->half_width, 2 * item->half_height };
    }

  return boxes;
}
