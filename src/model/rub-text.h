/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * Returns: (transfer full) (nullable): @text (nullable) as valid UTF-8, stripped, cut between
 *   characters at @max_bytes; NULL when nothing is left.
 */
char *rub_text_clean (const char *text, gsize max_bytes);

G_END_DECLS
