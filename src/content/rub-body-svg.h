/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "rub-body.h"

G_BEGIN_DECLS

/**
 * One drawing of the body as its SVG file has it: a path "silhouette", and the layers (groups
 * with an id) "regions" (paths with the ids of regions, in reading order), "labels" (circles
 * "label-<id>", one a region), "hits" (paths "hit-<id>") and "fibres" (open paths "fibres-<id>").
 *
 * @ids: (element-type utf8): the regions in it
 * @shapes: (element-type utf8 RubRegionShape): by region
 */
typedef struct
{
  double width;
  double height;
  RubOutline *silhouette;
  GPtrArray *ids;
  GHashTable *shapes;
} RubBodySvg;

/** Returns: (transfer full): a drawing in which there is nothing yet. */
RubBodySvg *rub_body_svg_new (void);

/** Adds @shape (transfer full) of the region @id. Returns: FALSE when that is there already. */
gboolean rub_body_svg_add (RubBodySvg *self, const char *id, RubRegionShape *shape);

/**
 * @name: the file's name, for errors
 *
 * Returns: (transfer full) (nullable): the drawing, or NULL with a G_IO_ERROR that names the file
 *   and the element at fault.
 */
RubBodySvg *rub_body_svg_parse (const char *name, GBytes *bytes, GError **error);
void rub_body_svg_free (RubBodySvg *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RubBodySvg, rub_body_svg_free)

G_END_DECLS
