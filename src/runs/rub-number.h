/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * Returns: the number that @text (nullable) is, with a point whatever the language; NAN when it is
 *   none, or not finite.
 */
double rub_number_parse (const char *text);

G_END_DECLS
