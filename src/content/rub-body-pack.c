/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "rub-body-pack.h"

#include <math.h>

/*
 * Width, height, how many segments the silhouette has; of each region its id, its label, and how
 * many segments its outline, its hit area and its fibres have (0: there are none); then the kinds
 * of all segments, and all their numbers in steps, one after the other. So few values, and so
 * large ones, since it is the values that take time.
 */
#define REGIONS_TYPE "a(sdduuu)"
#define DRAWING_TYPE "(ddu" REGIONS_TYPE "ayai)"
/* How many steps a unit has; dividing by it gives the very number the file has. */
#define STEPS (1 / RUB_BODY_PACK_STEP)
/* What is left of a number of two decimals in binary. */
#define ROUNDING 1e-6

/* The segments of all outlines, while they are written. */
typedef struct
{
  GArray *kinds;   /* of guint8 */
  GArray *numbers; /* of gint32 */
} Writer;

/* The same, as far as they are not read yet. */
typedef struct
{
  const guint8 *kinds;
  gsize n_kinds;
  const gint32 *numbers;
  gsize n_numbers;
} Reader;

static gsize
count_points (int kind)
{
  switch (kind)
    {
    case RUB_SEGMENT_MOVE:
    case RUB_SEGMENT_LINE:
      return 1;
    case RUB_SEGMENT_CURVE:
      return 3;
    default:
      return 0;
    }
}

static gboolean
write_number (Writer *writer, double number)
{
  gint32 steps = (gint32) lround (number * STEPS);

  g_array_append_val (writer->numbers, steps);

  return fabs (number * STEPS - steps) < ROUNDING;
}

/* @outline: (nullable); @n_segments: (out) */
static gboolean
write_outline (
  Writer *writer, RubOutline *outline, const char *id, guint32 *n_segments, GError **error)
{
  gsize n = 0;
  const RubSegment *segments = outline != NULL ? rub_outline_get_segments (outline, &n) : NULL;
  gboolean is_exact = TRUE;

  for (gsize i = 0; i < n; i++)
    {
      guint8 kind = (guint8) segments[i].kind;

      g_array_append_val (writer->kinds, kind);
      for (gsize p = 0; p < count_points (kind); p++)
        is_exact = write_number (writer, segments[i].points[p].x)
                   && write_number (writer, segments[i].points[p].y) && is_exact;
    }
  *n_segments = (guint32) n;
  if (!is_exact)
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA,
                 "\"%s\": has numbers with more than two decimals", id);

  return is_exact;
}

static gboolean
write_regions (Writer *writer, GVariantBuilder *regions, RubBodySvg *svg, GError **error)
{
  for (guint i = 0; i < svg->ids->len; i++)
    {
      const char *id = svg->ids->pdata[i];
      const RubRegionShape *shape = g_hash_table_lookup (svg->shapes, id);
      guint32 n_outline, n_hit, n_fibres;

      if (!write_outline (writer, shape->outline, id, &n_outline, error)
          || !write_outline (writer, shape->hit, id, &n_hit, error)
          || !write_outline (writer, shape->fibres, id, &n_fibres, error))
        return FALSE;
      g_variant_builder_add (regions, "(sdduuu)", id, shape->label.x, shape->label.y, n_outline,
                             n_hit, n_fibres);
    }

  return TRUE;
}

GBytes *
rub_body_pack (RubBodySvg *svg, GError **error)
{
  g_autoptr (GArray) kinds = g_array_new (FALSE, FALSE, sizeof (guint8));
  g_autoptr (GArray) numbers = g_array_new (FALSE, FALSE, sizeof (gint32));
  g_auto (GVariantBuilder) regions = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE (REGIONS_TYPE));
  Writer writer = { kinds, numbers };
  g_autoptr (GVariant) drawing = NULL;
  guint32 n_silhouette;

  g_return_val_if_fail (svg != NULL, NULL);

  if (!write_outline (&writer, svg->silhouette, "silhouette", &n_silhouette, error)
      || !write_regions (&writer, &regions, svg, error))
    return NULL;

  drawing = g_variant_ref_sink (g_variant_new (
    "(ddu@" REGIONS_TYPE "@ay@ai)", svg->width, svg->height, n_silhouette,
    g_variant_builder_end (&regions),
    g_variant_new_fixed_array (G_VARIANT_TYPE_BYTE, kinds->data, kinds->len, sizeof (guint8)),
    g_variant_new_fixed_array (G_VARIANT_TYPE_INT32, numbers->data, numbers->len,
                               sizeof (gint32))));

  return g_variant_get_data_as_bytes (drawing);
}

static gboolean
read_segment (Reader *reader, RubSegment *segment)
{
  gsize n_points = count_points (*reader->kinds);

  if (*reader->kinds > RUB_SEGMENT_CLOSE || reader->n_numbers < n_points * 2)
    return FALSE;

  segment->kind = (RubSegmentKind) *reader->kinds;
  for (gsize i = 0; i < n_points; i++)
    segment->points[i]
      = (RubPoint){ reader->numbers[2 * i] / STEPS, reader->numbers[2 * i + 1] / STEPS };
  reader->kinds++;
  reader->n_kinds--;
  reader->numbers += n_points * 2;
  reader->n_numbers -= n_points * 2;

  return TRUE;
}

/* Returns: FALSE when what is read is broken; @outline is set, to NULL when there is none. */
static gboolean
read_outline (Reader *reader, guint32 n_segments, RubOutline **outline)
{
  g_autofree RubSegment *segments = NULL;

  if (n_segments > reader->n_kinds || (n_segments > 0 && *reader->kinds != RUB_SEGMENT_MOVE))
    return FALSE;

  segments = g_new0 (RubSegment, n_segments);
  for (guint32 i = 0; i < n_segments; i++)
    if (!read_segment (reader, &segments[i]))
      return FALSE;
  if (n_segments > 0)
    *outline = rub_outline_new (segments, n_segments);

  return TRUE;
}

static gboolean
read_regions (Reader *reader, GVariant *regions, RubBodySvg *svg)
{
  GVariantIter iter;
  RubPoint label;
  const char *id;
  guint32 n_outline, n_hit, n_fibres;

  g_variant_iter_init (&iter, regions);
  while (g_variant_iter_next (&iter, "(&sdduuu)", &id, &label.x, &label.y, &n_outline, &n_hit,
                              &n_fibres))
    {
      RubRegionShape *shape = g_new0 (RubRegionShape, 1);

      shape->label = label;
      if (!rub_body_svg_add (svg, id, shape) || n_outline == 0
          || !read_outline (reader, n_outline, &shape->outline)
          || !read_outline (reader, n_hit, &shape->hit)
          || !read_outline (reader, n_fibres, &shape->fibres))
        return FALSE;
    }

  return svg->ids->len > 0;
}

RubBodySvg *
rub_body_unpack (GBytes *bytes)
{
  g_autoptr (GVariant) drawing = NULL;
  g_autoptr (GVariant) regions = NULL;
  g_autoptr (GVariant) kinds = NULL;
  g_autoptr (GVariant) numbers = NULL;
  g_autoptr (RubBodySvg) svg = NULL;
  guint32 n_silhouette;
  Reader reader;

  g_return_val_if_fail (bytes != NULL, NULL);

  drawing
    = g_variant_ref_sink (g_variant_new_from_bytes (G_VARIANT_TYPE (DRAWING_TYPE), bytes, FALSE));
  svg = rub_body_svg_new ();
  g_variant_get (drawing, "(ddu@" REGIONS_TYPE "@ay@ai)", &svg->width, &svg->height,
                 &n_silhouette, &regions, &kinds, &numbers);
  reader.kinds = g_variant_get_fixed_array (kinds, &reader.n_kinds, sizeof (guint8));
  reader.numbers = g_variant_get_fixed_array (numbers, &reader.n_numbers, sizeof (gint32));
  if (n_silhouette == 0 || !read_outline (&reader, n_silhouette, &svg->silhouette)
      || !read_regions (&reader, regions, svg))
    return NULL;

  return g_steal_pointer (&svg);
}
