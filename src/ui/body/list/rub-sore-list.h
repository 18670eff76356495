/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "rub-region-row.h"

G_BEGIN_DECLS

#define RUB_TYPE_SORE_LIST (rub_sore_list_get_type ())
/**
 * The regions that are sore, in the order they were marked, or words on what to do when none is.
 * A row stays the same while its region is sore, so that it keeps the focus while its level is set.
 */
G_DECLARE_FINAL_TYPE (RubSoreList, rub_sore_list, RUB, SORE_LIST, AdwBin)

/** Shows @draft; to be called once. */
void rub_sore_list_set_draft (RubSoreList *self,
                              RubCheckDraft *draft,
                              RubBodyAttention *attention);

/** Says how old the last check is ("3 hours ago"), or with NULL that there is none. */
void rub_sore_list_set_last_check (RubSoreList *self, const char *age);

/** Returns: (transfer none): what holds the rows. */
GtkListBox *rub_sore_list_get_list (RubSoreList *self);

/** Returns: (transfer none) (nullable): the row of @region, if it is sore. */
GtkWidget *rub_sore_list_find_row (RubSoreList *self, RubRegion *region);

G_END_DECLS
