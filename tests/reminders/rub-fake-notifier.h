/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rub-notifier.h"

G_BEGIN_DECLS

#define RUB_TYPE_FAKE_NOTIFIER (rub_fake_notifier_get_type ())
/**
 * A notifier that writes down what it is asked for. That a reminder is SHOWN in the store before
 * it is sent is asserted here.
 */
G_DECLARE_FINAL_TYPE (RubFakeNotifier, rub_fake_notifier, RUB, FAKE_NOTIFIER, GObject)

RubFakeNotifier *rub_fake_notifier_new (const char *store_path);

/**
 * Returns: (transfer full): what was asked for since the last call, sorted: "+id" for a
 *   notification sent, "+waiting(id,id)" for the one for several, "-id" for one withdrawn.
 */
char *rub_fake_notifier_take_log (RubFakeNotifier *self);

G_END_DECLS
