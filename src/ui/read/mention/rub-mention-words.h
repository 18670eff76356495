/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * Returns: (transfer none) (nullable): the regions, without their sides and with commas between,
 *   that a link to @target (nullable) mentions; NULL when it leads elsewhere.
 */
const char *rub_mention_words_get_stems (const char *target);

/**
 * Returns: (transfer full) (nullable): @stems by their names, such as "Inner calf, Outer calf";
 *   NULL when none of them is known.
 */
char *rub_mention_words_name (const char *stems);

G_END_DECLS
