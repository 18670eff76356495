/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "rub-body.h"
#include "rub-check.h"

G_BEGIN_DECLS

#define RUB_TYPE_BODY_FIGURE (rub_body_figure_get_type ())
/**
 * A small picture of the body from the front and from the back that shows one check; an image to
 * assistive technology, with the check in words as its name. Ready for templates. It can show
 * where regions are, too, then in the views that have them.
 */
G_DECLARE_FINAL_TYPE (RubBodyFigure, rub_body_figure, RUB, BODY_FIGURE, GtkWidget)

/** Returns: (transfer floating): a figure of the bundled body without a check. */
GtkWidget *rub_body_figure_new (void);

/** Shows @body; @is_mirrored: from the front as in a mirror. */
void rub_body_figure_set_body (RubBodyFigure *self, RubBody *body, gboolean is_mirrored);

/** Shows @check (nullable: nothing is sore). */
void rub_body_figure_set_check (RubBodyFigure *self, RubCheck *check);

/**
 * Shows where @regions are instead of a check, in the views that have one of them.
 *
 * @regions: (nullable) (element-type RubRegion): not to be changed; NULL: the check again
 */
void rub_body_figure_point_out (RubBodyFigure *self, GPtrArray *regions);

/** Returns: (transfer full): @check in words, such as "Left outer calf 6, Right kneecap 3". */
char *rub_body_figure_describe (RubBody *body, RubCheck *check);

G_END_DECLS
