/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rub-article-buffer.h"
#include "rub-body.h"

G_BEGIN_DECLS

#define RUB_TYPE_SPOT_POPOVERS (rub_spot_popovers_get_type ())
/**
 * What opens at spots of a text: at a badge, when it is chosen, why the verdict is what it is; at a
 * mention, when one is at it for a moment, where on the body that is.
 */
G_DECLARE_FINAL_TYPE (RubSpotPopovers, rub_spot_popovers, RUB, SPOT_POPOVERS, GObject)

/**
 * @view: shows a RubArticleBuffer; it must dispose of the popovers before it goes
 *
 * Returns: (transfer full): nothing is open.
 */
RubSpotPopovers *rub_spot_popovers_new (GtkTextView *view);

/** Mentions are shown on @body; @is_mirrored: from the front as in a mirror. */
void rub_spot_popovers_set_body (RubSpotPopovers *self, RubBody *body, gboolean is_mirrored);

/** Opens what badge @index has to say. When it closes, the focus goes back to the text. */
void rub_spot_popovers_open (RubSpotPopovers *self, int index);

/**
 * Says where one is: at spot @hover with the pointer, at spot @link with the keyboard; -1: at none.
 * The pointer goes first.
 */
void rub_spot_popovers_point (RubSpotPopovers *self, int hover, int link);

/** Closes all at once, for the text is another. */
void rub_spot_popovers_close (RubSpotPopovers *self);

/** Closes what shows a mention until one comes to one again. Returns: whether one was shown. */
gboolean rub_spot_popovers_dismiss (RubSpotPopovers *self);

/** Keeps what is open at its spot. To be called when the view is laid out. */
void rub_spot_popovers_place (RubSpotPopovers *self);

/** Returns: (transfer none) (nullable): what is open at a badge, and at a mention. */
GtkPopover *rub_spot_popovers_get_badge (RubSpotPopovers *self);
GtkPopover *rub_spot_popovers_get_mention (RubSpotPopovers *self);

G_END_DECLS
