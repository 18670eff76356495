/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "rub-article-view.h"

G_BEGIN_DECLS

#define RUB_TYPE_FIND_BAR (rub_find_bar_get_type ())
/**
 * Finds words in an article, hidden sources included. Has the actions "find.next" and
 * "find.previous".
 */
G_DECLARE_FINAL_TYPE (RubFindBar, rub_find_bar, RUB, FIND_BAR, AdwBin)

/** @view: (nullable): the view to search; it must outlive the bar. */
void rub_find_bar_set_view (RubFindBar *self, RubArticleView *view);

/** Searches anew, after the view got another article. */
void rub_find_bar_refresh (RubFindBar *self);

/** Opens the bar with the keyboard in it, or closes it when that is so already. */
void rub_find_bar_toggle (RubFindBar *self);

/** Goes to the next match for 1, to the one before for -1; around at the ends. */
void rub_find_bar_move (RubFindBar *self, int direction);

/** Returns: how many matches there are. */
guint rub_find_bar_get_n_matches (RubFindBar *self);

/** Returns: the match shown, from 0; -1 when there is none. */
int rub_find_bar_get_match (RubFindBar *self);

G_END_DECLS
