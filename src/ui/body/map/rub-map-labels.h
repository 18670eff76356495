/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "rub-outline.h"
#include "rub-region-look.h"

G_BEGIN_DECLS

/** How large the numbers on a screen are at least, in pixels. */
#define RUB_MAP_LABELS_SIZE 10.0
/** How large numbers with much room are, in sizes of the smallest. */
#define RUB_MAP_LABELS_LARGEST 1.5

/**
 * What is to be said of one region.
 *
 * @place: the region's label point, where it is on the picture
 * @room: how far it is from there to the region's line
 * @kind, @look: how the region is painted
 */
typedef struct
{
  RubPoint place;
  double room;
  RubRegionKind kind;
  RubRegionLook look;
} RubMapLabel;

/**
 * The numbers and signs that stand in the regions of a picture: how sore, what became of it, how
 * often, and where not to massage. They are kept clear of each other: where regions are too small
 * for that, a number gives way, and a line leads from it to its region.
 */
typedef struct _RubMapLabels RubMapLabels;

RubMapLabels *rub_map_labels_new (void);
void rub_map_labels_free (RubMapLabels *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RubMapLabels, rub_map_labels_free)

/**
 * Places @labels (array length=n_labels) (nullable); regions of which nothing is to be said may be
 * among them.
 *
 * @theme: must be valid for as long as @self
 * @size: the height of the smallest numbers
 * @scale: that of the figure: in a small one, signs are left out where numbers are
 */
void rub_map_labels_set (RubMapLabels *self,
                         const RubMapLabel *labels,
                         gsize n_labels,
                         const RubBodyTheme *theme,
                         double size,
                         double scale);

/** Draws them on a screen, with the fonts of @context; what did not change since is not redone. */
void rub_map_labels_snapshot (RubMapLabels *self, PangoContext *context, GtkSnapshot *snapshot);

/** Draws them on anything else. */
void rub_map_labels_paint (RubMapLabels *self, PangoContext *context, cairo_t *cr);

/**
 * Returns: (transfer full) (array length=n_boxes): the boxes they take, one for each label that
 *   says something, in the order given.
 */
RubBox *rub_map_labels_get_boxes (RubMapLabels *self, gsize *n_boxes);

G_END_DECLS
