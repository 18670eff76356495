/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "rub-article-intake.h"
#include "rub-library.h"
#include "rub-shelf.h"

G_BEGIN_DECLS

#define RUB_TYPE_SHELF_PANE (rub_shelf_pane_get_type ())
/**
 * The list of everything there is to read, with its search and what adds to it. The actions
 * "shelf.archive", "shelf.delete", "shelf.rename" and so on take the key of a saved article.
 *
 * "chosen" (const char *id, int block): the runner wants to read an article, from @block on unless
 * that is -1
 */
G_DECLARE_FINAL_TYPE (RubShelfPane, rub_shelf_pane, RUB, SHELF_PANE, AdwBin)

/** Sets what is listed, and what brings articles in; once. */
void rub_shelf_pane_set_library (RubShelfPane *self, RubLibrary *library, RubShelf *shelf,
                                 RubArticleIntake *intake);

/** Lists what there now is. */
void rub_shelf_pane_refresh (RubShelfPane *self);

/** Selects the article that is being read; @id: (nullable): none. */
void rub_shelf_pane_set_current (RubShelfPane *self, const char *id);

/** Moves the keyboard to the search. */
void rub_shelf_pane_search (RubShelfPane *self);

/** Asks for an address to add. */
void rub_shelf_pane_ask_address (RubShelfPane *self);

/** Lets the runner choose a file to add. */
void rub_shelf_pane_choose_file (RubShelfPane *self);

/** Adds what is in the clipboard. */
void rub_shelf_pane_paste (RubShelfPane *self);

G_END_DECLS
