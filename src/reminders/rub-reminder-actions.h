/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * What a program does when one of the actions is activated. All are called in the main thread, and
 * all but @recheck with the id of a reminder.
 *
 * @recheck: the other program changed the store or a setting. Must not send a recheck back.
 * @answered: Done or Snooze was dealt with: read and plan again, and tell the other program.
 *   With @error (a RUB_STORE_ERROR) nothing was changed.
 * @open: shows the reminder; with an @id of "" all that wait
 * @start: starts what the reminder asks for: the massage, or a new check
 */
typedef struct
{
  void (*recheck) (gpointer user_data);
  void (*answered) (const char *id, const GError *error, gpointer user_data);
  void (*open) (const char *id, gpointer user_data);
  void (*start) (const char *id, gpointer user_data);
} RubReminderActions;

/**
 * Installs the actions "recheck", "open" (s), "start" (s), "snooze" (s) and "done" (s) in @app.
 * A notification's buttons reach one program or the other, depending on the desktop and the
 * sandbox; so both install them, and they do the same in both. Each but the first withdraws the
 * notification of @app that it came from. Done and Snooze are saved in a thread, during which @app
 * is held; see rub_reminder_answer().
 *
 * @store_path: the file of the store
 * @actions: kept as a pointer, so static
 * @user_data: for the functions in @actions; outlives @app
 */
void rub_reminder_actions_install (GApplication *app,
                                   const char *store_path,
                                   const RubReminderActions *actions,
                                   gpointer user_data);

G_END_DECLS
