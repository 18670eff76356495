/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** Returns: (transfer none): the translation of a name, hint or group of a region. */
const char *rub_region_names_translate (const char *word);

/**
 * Returns: (transfer none) (array length=n_words): all words that translators are shown; they are
 *   those of the bundled body, each once.
 */
const char *const *rub_region_names_get_all (gsize *n_words);

G_END_DECLS
