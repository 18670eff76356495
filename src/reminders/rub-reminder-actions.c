/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "rub-reminder-actions.h"

#include "rub-notifier.h"
#include "rub-recheck.h"
#include "rub-reminder-answer.h"

/* What is installed in one application. */
typedef struct
{
  /* Owned */
  char *store_path;

  /* Borrowed */
  GApplication *app;
  const RubReminderActions *actions;
  gpointer user_data;
} Installed;

/* One answer on its way into the store. */
typedef struct
{
  char *store_path;
  char *id;
  RubAnswer answer;
} Answering;

static void
installed_free (Installed *installed)
{
  g_free (installed->store_path);
  g_free (installed);
}

static void
answering_free (Answering *answering)
{
  g_free (answering->store_path);
  g_free (answering->id);
  g_free (answering);
}

static void
withdraw (Installed *installed, const char *id)
{
  /* Not every server closes a notification when one of its buttons was pressed. */
  g_application_withdraw_notification (installed->app,
                                       id[0] != '\0' ? id : RUB_NOTIFICATION_WAITING);
}

static void
answer_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  Answering *answering = task_data;
  g_autoptr (GTimeZone) zone = g_time_zone_new_local ();
  GError *error = NULL;

  if (rub_reminder_answer_commit (answering->store_path, answering->id, answering->answer,
                                  g_get_real_time (), zone, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
on_answer_saved_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Installed *installed = user_data;
  Answering *answering = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;

  g_assert (G_IS_APPLICATION (source));
  g_assert (installed != NULL);

  if (!g_task_propagate_boolean (G_TASK (result), &error))
    g_warning ("The answer to %s is not saved: %s", answering->id, error->message);

  installed->actions->answered (answering->id, error, installed->user_data);
  g_application_release (installed->app);
}

static void
answer (Installed *installed, const char *id, RubAnswer kind)
{
  g_autoptr (GTask) task = g_task_new (installed->app, NULL, on_answer_saved_cb, installed);
  Answering *answering = g_new0 (Answering, 1);

  answering->store_path = g_strdup (installed->store_path);
  answering->id = g_strdup (id);
  answering->answer = kind;

  withdraw (installed, id);
  g_application_hold (installed->app);
  g_task_set_source_tag (task, answer);
  g_task_set_task_data (task, answering, (GDestroyNotify) answering_free);
  g_task_run_in_thread (task, answer_in_thread);
}

static void
on_recheck_activated_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  Installed *installed = user_data;

  g_assert (installed != NULL);

  installed->actions->recheck (installed->user_data);
}

static void
on_open_activated_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  Installed *installed = user_data;
  const char *id = g_variant_get_string (parameter, NULL);

  g_assert (installed != NULL);

  withdraw (installed, id);
  installed->actions->open (id, installed->user_data);
}

static void
on_start_activated_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  Installed *installed = user_data;
  const char *id = g_variant_get_string (parameter, NULL);

  g_assert (installed != NULL);

  withdraw (installed, id);
  installed->actions->start (id, installed->user_data);
}

static void
on_snooze_activated_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  g_assert (user_data != NULL);

  answer (user_data, g_variant_get_string (parameter, NULL), RUB_ANSWER_SNOOZE);
}

static void
on_done_activated_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  g_assert (user_data != NULL);

  answer (user_data, g_variant_get_string (parameter, NULL), RUB_ANSWER_DONE);
}

void
rub_reminder_actions_install (GApplication *app,
                              const char *store_path,
                              const RubReminderActions *actions,
                              gpointer user_data)
{
  static const GActionEntry entries[] = {
    { RUB_ACTION_RECHECK, on_recheck_activated_cb },
    { "open", on_open_activated_cb, "s" },
    { "start", on_start_activated_cb, "s" },
    { "snooze", on_snooze_activated_cb, "s" },
    { "done", on_done_activated_cb, "s" },
  };
  Installed *installed;

  g_return_if_fail (G_IS_APPLICATION (app));
  g_return_if_fail (store_path != NULL);
  g_return_if_fail (actions != NULL && actions->recheck != NULL && actions->answered != NULL
                    && actions->open != NULL && actions->start != NULL);

  installed = g_new0 (Installed, 1);
  installed->store_path = g_strdup (store_path);
  installed->app = app;
  installed->actions = actions;
  installed->user_data = user_data;
  g_object_set_data_full (G_OBJECT (app), "rub-reminder-actions", installed,
                          (GDestroyNotify) installed_free);
  g_action_map_add_action_entries (G_ACTION_MAP (app), entries, G_N_ELEMENTS (entries), installed);
}
