/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "rub-body-attention.h"
#include "rub-check-draft.h"

G_BEGIN_DECLS

#define RUB_TYPE_SORE_PANE (rub_sore_pane_get_type ())
/**
 * What is said of the body, as a list, all its regions by part, and a search for them by name:
 * everything that the map shows, in words. A letter typed in a list starts a search.
 * Signal "region-activated" (RubRegion *region): one is to be asked about.
 * Action "list.ask" (s: id): asks about a region.
 */
G_DECLARE_FINAL_TYPE (RubSorePane, rub_sore_pane, RUB, SORE_PANE, AdwBin)

/** Shows @draft, in step with what else shows the regions of @attention; to be called once. */
void rub_sore_pane_set_draft (RubSorePane *self,
                              RubCheckDraft *draft,
                              RubBodyAttention *attention);

/** Says how old the last check is ("3 hours ago"), or with NULL that there is none. */
void rub_sore_pane_set_last_check (RubSorePane *self, const char *age);

/** Grows with its lists (or scrolls them), and has large targets (or not). */
void rub_sore_pane_set_narrow (RubSorePane *self, gboolean is_narrow);

/** Moves the focus to the search, where what is typed replaces what was. */
void rub_sore_pane_search (RubSorePane *self);

G_END_DECLS
