/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define RUB_TYPE_CHECK_BAR (rub_check_bar_get_type ())
/**
 * The buttons that end a check: "body.nothing-sore" and "body.save". While something else than the
 * check is looked at, it says so instead and leads back ("body.now").
 */
G_DECLARE_FINAL_TYPE (RubCheckBar, rub_check_bar, RUB, CHECK_BAR, AdwBin)

/** @words: what is looked at, such as "Looking at 7 March"; empty: the check itself */
void rub_check_bar_set_words (RubCheckBar *self, const char *words);

G_END_DECLS
