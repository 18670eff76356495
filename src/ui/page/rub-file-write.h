/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * Writes @bytes to @file, whose place they take at once and whole: when it fails, what was there
 * before is as it was, and nothing else is left.
 *
 * Returns: FALSE with a G_IO_ERROR whose message names the file and says what to do.
 */
gboolean rub_file_write (GFile *file, GBytes *bytes, GCancellable *cancellable, GError **error);

G_END_DECLS
