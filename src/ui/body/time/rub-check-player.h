/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rub-check-scale.h"

G_BEGIN_DECLS

#define RUB_TYPE_CHECK_PLAYER (rub_check_player_get_type ())
/**
 * Moves a scale from check to check until it is at now, some six a second, or two where the
 * desktop asks for less motion. Property "playing". It stops when the scale is no longer seen.
 */
G_DECLARE_FINAL_TYPE (RubCheckPlayer, rub_check_player, RUB, CHECK_PLAYER, GObject)

/** Returns: (transfer full): a player of @scale, which must outlive it. */
RubCheckPlayer *rub_check_player_new (RubCheckScale *scale);

/** Plays from where the scale is; from now, the last twelve weeks. */
void rub_check_player_start (RubCheckPlayer *self);
void rub_check_player_stop (RubCheckPlayer *self);
gboolean rub_check_player_get_playing (RubCheckPlayer *self);

G_END_DECLS
