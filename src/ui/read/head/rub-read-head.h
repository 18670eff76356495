/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "rub-article.h"
#include "rub-read-look.h"

G_BEGIN_DECLS

#define RUB_TYPE_READ_HEAD (rub_read_head_get_type ())
/**
 * The row above an article: the way back, where one is, how much is left, and what can be done.
 * Its buttons activate the actions of the page.
 *
 * "chosen" (int block): the user wants to go to the section that starts with block
 */
G_DECLARE_FINAL_TYPE (RubReadHead, rub_read_head, RUB, READ_HEAD, AdwBin)

/** @look: (nullable): what the runner can choose here. */
void rub_read_head_set_look (RubReadHead *self, RubReadLook *look);

/** Opens those choices, as their button does. */
void rub_read_head_show_look (RubReadHead *self);

/** @article: (nullable): whose sections to list. */
void rub_read_head_set_article (RubReadHead *self, RubArticle *article);

/** Marks the section with @block in it as the one being read. */
void rub_read_head_set_block (RubReadHead *self, int block);

/** @left_min: whole minutes to the end; @fraction: which part was read, from 0 to 1. */
void rub_read_head_set_pace (RubReadHead *self, guint left_min, double fraction);

/** Shows the way back and forward where there is one. */
void rub_read_head_set_ways (RubReadHead *self, gboolean has_back, gboolean has_forward);

/** Whether there is no room for contents at the side, so that they are here. */
void rub_read_head_set_narrow (RubReadHead *self, gboolean is_narrow);

G_END_DECLS
