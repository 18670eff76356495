/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rub-region.h"

G_BEGIN_DECLS

#define RUB_TYPE_BODY_ATTENTION (rub_body_attention_get_type ())
/**
 * Which region the runner is at, shared by all that show regions, so that the map and the list
 * stay in step. Property "lit" (RubRegion, nullable): the one that is pointed at or has the
 * keyboard's focus, wherever that is. Property "chosen" (RubRegion, nullable): the one that
 * something more is shown of. Property "shown" (RubRegion, nullable, read only): the one that is
 * lit or else the one that is chosen. Property "pointed-out" (GPtrArray of RubRegion, nullable):
 * those that somebody who reads of them is shown, lit beside the others.
 */
G_DECLARE_FINAL_TYPE (RubBodyAttention, rub_body_attention, RUB, BODY_ATTENTION, GObject)

/** Returns: (transfer full): with no region lit or chosen. */
RubBodyAttention *rub_body_attention_new (void);

/** Returns: (transfer none) (nullable): the region that is pointed at or focused. */
RubRegion *rub_body_attention_get_lit (RubBodyAttention *self);
/** @region: (nullable): the region to light, or NULL for none */
void rub_body_attention_set_lit (RubBodyAttention *self, RubRegion *region);
/** Lights nothing, if @region is what is lit: for what is left after something else was entered. */
void rub_body_attention_unlight (RubBodyAttention *self, RubRegion *region);

/** Returns: (transfer none) (nullable): the region that more is shown of. */
RubRegion *rub_body_attention_get_chosen (RubBodyAttention *self);
/** @region: (nullable): the region to show more of, or NULL for none */
void rub_body_attention_set_chosen (RubBodyAttention *self, RubRegion *region);

/** Returns: (transfer none) (nullable): the region that is lit, or else the one that is chosen. */
RubRegion *rub_body_attention_get_shown (RubBodyAttention *self);

/** Returns: (transfer none) (nullable) (element-type RubRegion): the regions pointed out. */
GPtrArray *rub_body_attention_get_pointed_out (RubBodyAttention *self);
/** @regions: (nullable) (element-type RubRegion): what to point out; not to be changed */
void rub_body_attention_set_pointed_out (RubBodyAttention *self, GPtrArray *regions);

/** Returns: whether @region is lit or pointed out. */
gboolean rub_body_attention_is_lit (RubBodyAttention *self, RubRegion *region);

G_END_DECLS
