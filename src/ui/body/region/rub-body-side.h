/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "rub-body-attention.h"
#include "rub-check-draft.h"
#include "rub-library.h"

G_BEGIN_DECLS

#define RUB_TYPE_BODY_SIDE (rub_body_side_get_type ())
/**
 * What stands beside the map: a pane or, in its place, the sheet of one region. It takes the
 * keyboard to the sheet and, with the pane, back to where it was. Property "pane" (GtkWidget).
 * Property "open" (boolean, read only): whether the sheet is shown.
 */
G_DECLARE_FINAL_TYPE (RubBodySide, rub_body_side, RUB, BODY_SIDE, AdwBin)

/** To be called once. The region that is shown is what is chosen in @attention. */
void rub_body_side_set_draft (RubBodySide *self,
                              RubCheckDraft *draft,
                              RubBodyAttention *attention);

/** Shows the sheet of @region, with what @library remembers. */
void rub_body_side_open (RubBodySide *self, RubRegion *region, RubLibrary *library);
/** Shows what @library remembers by now, if the sheet is shown. */
void rub_body_side_refresh (RubBodySide *self, RubLibrary *library);
/**
 * Shows the pane.
 *
 * Returns: FALSE when the sheet was shown, and what had the focus before is gone.
 */
gboolean rub_body_side_close (RubBodySide *self);
gboolean rub_body_side_get_open (RubBodySide *self);

/** Lets the page scroll, and scrolls it to the sheet (or has the sheet scroll by itself). */
void rub_body_side_set_narrow (RubBodySide *self, gboolean is_narrow);

G_END_DECLS
