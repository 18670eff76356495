/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define RUB_TYPE_REMINDERS_APP (rub_reminders_app_get_type ())
/**
 * The background program: it waits for reminders to become due, sends them and takes what is
 * answered. It runs as long as reminders are switched on in the settings, without a window, and is
 * started by the session or over D-Bus.
 */
G_DECLARE_FINAL_TYPE (RubRemindersApp, rub_reminders_app, RUB, REMINDERS_APP, GApplication)

/** Returns: (transfer full): the program, to be run. */
RubRemindersApp *rub_reminders_app_new (void);

G_END_DECLS
