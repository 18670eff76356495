/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * Whether a full stop may end a sentence, as far as the word before it says. What follows the stop
 * is known to start with no small letter.
 *
 * @start: where the sentence starts
 * @stop: the stop, behind @start in the same text
 * @next: the first letter or digit behind it
 * @language: (nullable): language of the text, such as "de" or "pt_BR"
 *
 * Returns: FALSE for an abbreviation such as "Dr.", for an initial, and for a number that is
 *   counted with a stop, as in "am 3. Oktober".
 */
gboolean rub_abbreviation_may_end (const char *start,
                                   const char *stop,
                                   gunichar next,
                                   const char *language);

G_END_DECLS
