/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <libxml/tree.h>

#include <glib.h>

G_BEGIN_DECLS

/**
 * Returns: (transfer full) (nullable): where the picture of an img really is, though it may be
 *   loaded late by a script; NULL for icons, counters and pictures that are not on the web.
 */
char *rub_page_picture_find (const xmlNode *node, const char *base);

G_END_DECLS
