/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rub-run.h"

G_BEGIN_DECLS

/**
 * What a file says a recording was, in whatever words its maker chose: "Running", "trail_running",
 * "Race", "9" (which one large service writes for a run).
 *
 * @word: (nullable): the words
 * @kind: (out): the kind of run: EASY when nothing more is said, OTHER when it was on foot but no
 *   run, or cannot be told
 *
 * Returns: FALSE when it was surely not on foot, such as "Biking"; @kind is then unset.
 */
gboolean rub_sport_parse (const char *word, RubRunKind *kind);

G_END_DECLS
