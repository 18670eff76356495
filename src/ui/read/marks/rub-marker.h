/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rub-article-view.h"
#include "rub-marks.h"

G_BEGIN_DECLS

#define RUB_TYPE_MARKER (rub_marker_get_type ())
/**
 * Lets the runner highlight what is selected in an article, and open a highlight by clicking it.
 */
G_DECLARE_FINAL_TYPE (RubMarker, rub_marker, RUB, MARKER, GObject)

/**
 * Returns: (transfer full): a marker of what @view shows, which keeps its highlights in @marks.
 *   Popovers are children of @host, an ancestor of @view, until rub_marker_close().
 */
RubMarker *rub_marker_new (RubArticleView *view, RubMarks *marks, GtkWidget *host);

/** Asks how to highlight the selection, or about the highlight that the cursor is in. */
void rub_marker_ask (RubMarker *self);

/** Takes the popover from its host; before the host goes. */
void rub_marker_close (RubMarker *self);

G_END_DECLS
