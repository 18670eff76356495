/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "rub-read-look.h"

G_BEGIN_DECLS

#define RUB_TYPE_LOOK_POPOVER (rub_look_popover_get_type ())
/** Lets the runner choose how articles look, and shows it at once. */
G_DECLARE_FINAL_TYPE (RubLookPopover, rub_look_popover, RUB, LOOK_POPOVER, GtkPopover)

/** @look: (nullable): what is chosen. */
void rub_look_popover_set_look (RubLookPopover *self, RubReadLook *look);

G_END_DECLS
