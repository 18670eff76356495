/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * Makes the session start @program, or not, by a file in $XDG_CONFIG_HOME/autostart that is
 * replaced as a whole. A file that the runner's desktop has switched off is left as it is. Blocks
 * for a moment; writes only when something changes. Not for use in a sandbox, see
 * rub-background-request.h.
 *
 * @program: absolute path
 *
 * Returns: FALSE with a G_FILE_ERROR.
 */
gboolean rub_autostart_set (const char *program, gboolean is_enabled, GError **error);

G_END_DECLS
