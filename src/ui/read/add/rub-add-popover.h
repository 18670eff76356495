/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "rub-article-intake.h"

G_BEGIN_DECLS

#define RUB_TYPE_ADD_POPOVER (rub_add_popover_get_type ())
/**
 * Asks for an article to add: an address, a file or the clipboard. Shows how far it is, and what
 * went wrong. The actions "add.file" and "add.paste" are its.
 */
G_DECLARE_FINAL_TYPE (RubAddPopover, rub_add_popover, RUB, ADD_POPOVER, GtkPopover)

/** Sets what does it; once. */
void rub_add_popover_set_intake (RubAddPopover *self, RubArticleIntake *intake);

/** Lets the runner choose a file. */
void rub_add_popover_choose_file (RubAddPopover *self);

/** Adds what is in the clipboard. */
void rub_add_popover_paste (RubAddPopover *self);

G_END_DECLS
