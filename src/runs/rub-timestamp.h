/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** What stands for "no time". */
#define RUB_NO_TIME G_MININT64

/**
 * Reads an instant such as "2026-05-12T06:30:00Z", with a fraction of a second or not, with "Z", an
 * offset such as "+02:00" or nothing, which is UTC as the GPX schema demands. A clock that was
 * never set (before 1990) or is nonsense (after 2099) is no time.
 *
 * Returns: UTC microseconds since the epoch, or RUB_NO_TIME.
 */
gint64 rub_timestamp_parse (const char *text);

G_END_DECLS
