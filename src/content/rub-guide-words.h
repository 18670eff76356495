/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** Returns: (transfer none): the translation of a sentence of data/body/guides.json. */
const char *rub_guide_words_translate (const char *words);

/**
 * Returns: (transfer none) (array length=n_words): all sentences that translators are shown; they
 *   are those of the bundled guides, each once.
 */
const char *const *rub_guide_words_get_all (gsize *n_words);

G_END_DECLS
