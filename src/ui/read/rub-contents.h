/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "rub-article.h"

G_BEGIN_DECLS

#define RUB_TYPE_CONTENTS (rub_contents_get_type ())
/**
 * The sections of an article as a list, each claim with its verdict.
 *
 * "chosen" (int block): the user wants to go to the section that starts with block
 */
G_DECLARE_FINAL_TYPE (RubContents, rub_contents, RUB, CONTENTS, AdwBin)

/** @article: (nullable): whose sections to list. */
void rub_contents_set_article (RubContents *self, RubArticle *article);

/**
 * Marks the section with @block in it as the one being read.
 *
 * Returns: (transfer none) (nullable): its title.
 */
const char *rub_contents_set_current (RubContents *self, int block);

G_END_DECLS
