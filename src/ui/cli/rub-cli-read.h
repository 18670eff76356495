/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * Prints the article in @place as Markdown, or on stderr why there is none: a file, or an address
 * that starts with http:// or https://. Blocks; an interrupt stops the loading.
 *
 * Returns: the exit code: 0, or 1 when there is no article.
 */
int rub_cli_read (const char *place);

G_END_DECLS
