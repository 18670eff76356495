/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * @base: (nullable): address of the document
 * @target: what the document says
 *
 * Returns: (transfer full) (nullable): the address @target leads to, or NULL when that is not on
 *   the web: nothing but http and https is.
 */
char *rub_link_resolve (const char *base, const char *target);

G_END_DECLS
