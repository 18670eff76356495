/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rub-quiet.h"

G_BEGIN_DECLS

/** The end of what does not end. */
#define RUB_QUIET_NEVER G_MAXINT64

/*
 * All instants are UTC microseconds since the epoch. Quiet hours begin and end when the wall clock
 * first shows the time, see rub_wall_to_instant(): an hour that comes twice is not quiet twice.
 */

/** Returns: when the quiet hours end that @instant_us is in; @instant_us when it is in none. */
gint64 rub_quiet_get_end_us (const RubQuiet *quiet, gint64 instant_us, GTimeZone *zone);

/**
 * Returns: when the pause ends that @instant_us is in; @instant_us when it is in none;
 *   RUB_QUIET_NEVER for a pause without an end.
 */
gint64 rub_quiet_get_pause_end_us (const RubQuiet *quiet, gint64 instant_us, GTimeZone *zone);

/**
 * When something may be shown again that could be at @instant_us: not during a pause, nor in quiet
 * hours unless @policy lets it come.
 *
 * Returns: @instant_us, or a later one; RUB_QUIET_NEVER for a pause without an end.
 */
gint64 rub_quiet_get_open_us (const RubQuiet *quiet,
                              RubQuietPolicy policy,
                              gint64 instant_us,
                              GTimeZone *zone);

/**
 * What quiet makes of a reminder that is due at *@due_us (inout): later by the quiet hours it
 * waits for, if it does.
 *
 * Returns: FALSE when it does not come at all; then *@due_us stays as it was.
 */
gboolean rub_quiet_move (const RubQuiet *quiet,
                         RubQuietPolicy policy,
                         gint64 *due_us,
                         GTimeZone *zone);

G_END_DECLS
