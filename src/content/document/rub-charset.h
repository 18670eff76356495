/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * Turns bytes into text, whatever they are: a byte order mark goes before @declared, that before
 * what the first kilobytes of a page say of themselves; where nothing is said, UTF-8 if it is
 * valid, a Japanese encoding if it is valid and makes kana, else Windows-1252.
 *
 * @bytes: what was received
 * @declared: (nullable): character set that came with the bytes
 *
 * Returns: (transfer full): valid UTF-8 without NUL; what cannot be read is U+FFFD.
 */
char *rub_charset_decode (GBytes *bytes, const char *declared);

G_END_DECLS
