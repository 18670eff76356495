/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rub-notifier.h"

G_BEGIN_DECLS

#define RUB_TYPE_SCREEN (rub_screen_get_type ())
/**
 * A notifier that is a screen: it has what was sent and not withdrawn. It outlives the process
 * that sends, which can die on the way to it.
 */
G_DECLARE_FINAL_TYPE (RubScreen, rub_screen, RUB, SCREEN, GObject)

RubScreen *rub_screen_new (void);

/** All that is on it goes, as when the server is started anew. */
void rub_screen_clear (RubScreen *self);

/** From now on only @n_calls more are heard; -1 for all. */
void rub_screen_set_hearing (RubScreen *self, int n_calls);

/**
 * Returns: on how many notifications the reminder with @id is; only on the one for late ones when
 *   @is_shared, otherwise only on its own.
 */
guint rub_screen_count (RubScreen *self, const char *id, gboolean is_shared);

/** The one for late ones is not sent again when one of them is answered: nobody looks for it. */
void rub_screen_forget_shared (RubScreen *self, const char *id);

/** Returns: (transfer full) (element-type utf8): the reminders that are on it. */
GPtrArray *rub_screen_list (RubScreen *self);

/** Returns: (transfer full) (element-type utf8): the reminders that came to it since last asked. */
GPtrArray *rub_screen_take_news (RubScreen *self);

G_END_DECLS
