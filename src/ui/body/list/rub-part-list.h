/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "rub-region-row.h"

G_BEGIN_DECLS

#define RUB_TYPE_PART_LIST (rub_part_list_get_type ())
/**
 * All regions, by part of the body in reading order. The parts are closed at first; the rows of a
 * part are made when it is opened.
 */
G_DECLARE_FINAL_TYPE (RubPartList, rub_part_list, RUB, PART_LIST, AdwBin)

/** Shows the parts of the body of @draft; to be called once. */
void rub_part_list_fill (RubPartList *self, RubCheckDraft *draft, RubBodyAttention *attention);

/** Returns: (transfer none): what holds the rows. */
GtkListBox *rub_part_list_get_list (RubPartList *self);

G_END_DECLS
