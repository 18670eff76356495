/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "rub-body-marks.h"

G_BEGIN_DECLS

#define RUB_TYPE_MARKS_POPOVER (rub_marks_popover_get_type ())
/** In words what a picture of the body shows, a line for each region. */
G_DECLARE_FINAL_TYPE (RubMarksPopover, rub_marks_popover, RUB, MARKS_POPOVER, GtkPopover)

/** @title: what the picture is of; @marks: (nullable): what it shows; NULL: nothing */
void rub_marks_popover_set_marks (RubMarksPopover *self, const char *title, RubBodyMarks *marks);

G_END_DECLS
