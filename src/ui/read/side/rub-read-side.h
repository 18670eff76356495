/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "rub-article-intake.h"
#include "rub-library.h"
#include "rub-shelf.h"

G_BEGIN_DECLS

#define RUB_TYPE_READ_SIDE (rub_read_side_get_type ())
/**
 * What stands beside an article: everything there is to read, the sections of what is read, and
 * what was highlighted.
 *
 * "chosen" (const char *id, int block): the runner wants to read an article, from @block on unless
 *   that is -1
 * "section-chosen" (int block): the runner wants to go there in what is read
 */
G_DECLARE_FINAL_TYPE (RubReadSide, rub_read_side, RUB, READ_SIDE, AdwBin)

/** Sets what is listed; once. */
void rub_read_side_set_library (RubReadSide *self, RubLibrary *library, RubShelf *shelf,
                                RubArticleIntake *intake);

/** Lists what there now is; without a library, too. */
void rub_read_side_refresh (RubReadSide *self);

/** @article: (nullable): what is read */
void rub_read_side_set_article (RubReadSide *self, RubArticle *article);

/** Marks the section that starts at or before @block as the one that is read. */
void rub_read_side_set_block (RubReadSide *self, int block);

/** Whether it stands in the place of the article, and so has a way back to it. */
void rub_read_side_set_narrow (RubReadSide *self, gboolean is_narrow);

/**
 * Shows the list of articles, and there does what is asked: "search", "add-address", "add-file" or
 * "paste".
 */
void rub_read_side_ask (RubReadSide *self, const char *request);

G_END_DECLS
