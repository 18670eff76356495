/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * Names what an id without its side stands for, as one names it who means either side or both.
 *
 * @stem: such as "gastroc-medial"
 *
 * Returns: (transfer none) (nullable): the translated name, such as "Inner calf"; NULL when no
 *   region of the bundled body has @stem.
 */
const char *rub_stem_names_get (const char *stem);

G_END_DECLS
