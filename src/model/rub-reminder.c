/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "rub-reminder.h"

struct _RubReminder
{
  GObject parent_instance;

  /* Owned */
  RubReminderFields fields;
};

G_DEFINE_FINAL_TYPE (RubReminder, rub_reminder, G_TYPE_OBJECT)

static const char *const state_ids[RUB_REMINDER_N_STATES] = {
  [RUB_REMINDER_PLANNED] = "planned", [RUB_REMINDER_SHOWN] = "shown",
  [RUB_REMINDER_SNOOZED] = "snoozed", [RUB_REMINDER_DONE] = "done",
  [RUB_REMINDER_SKIPPED] = "skipped", [RUB_REMINDER_MISSED] = "missed",
};

static void
rub_reminder_finalize (GObject *object)
{
  RubReminder *self = RUB_REMINDER (object);

  g_free ((char *) self->fields.id);
  g_free ((char *) self->fields.rule_id);
  g_clear_object (&self->fields.run);
  g_clear_object (&self->fields.race);
  g_strfreev ((char **) self->fields.stems);

  G_OBJECT_CLASS (rub_reminder_parent_class)->finalize (object);
}

static void
rub_reminder_class_init (RubReminderClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = rub_reminder_finalize;
}

static void
rub_reminder_init (RubReminder *self)
{
}

RubReminder *
rub_reminder_new (const RubReminderFields *fields)
{
  RubReminder *self;

  g_return_val_if_fail (fields != NULL && fields->id != NULL, NULL);

  self = g_object_new (RUB_TYPE_REMINDER, NULL);
  self->fields = *fields;
  self->fields.id = g_strdup (fields->id);
  self->fields.rule_id = g_strdup (fields->rule_id);
  self->fields.run = fields->run != NULL ? g_object_ref (fields->run) : NULL;
  self->fields.race = fields->race != NULL ? g_object_ref (fields->race) : NULL;
  self->fields.stems = (const char *const *) g_strdupv ((char **) fields->stems);

  return self;
}

const RubReminderFields *
rub_reminder_get_fields (RubReminder *self)
{
  g_return_val_if_fail (RUB_IS_REMINDER (self), NULL);

  return &self->fields;
}

const char *
rub_reminder_get_id (RubReminder *self)
{
  g_return_val_if_fail (RUB_IS_REMINDER (self), NULL);

  return self->fields.id;
}

gint64
rub_reminder_get_due_us (RubReminder *self)
{
  g_return_val_if_fail (RUB_IS_REMINDER (self), 0);

  return self->fields.due_us;
}

RubReminderState
rub_reminder_get_state (RubReminder *self)
{
  g_return_val_if_fail (RUB_IS_REMINDER (self), RUB_REMINDER_PLANNED);

  return self->fields.state;
}

gboolean
rub_reminder_is_open (RubReminder *self)
{
  return (RUB_REMINDER_STATE (rub_reminder_get_state (self)) & RUB_REMINDER_OPEN_STATES) != 0;
}

const char *
rub_reminder_state_to_id (RubReminderState state)
{
  g_return_val_if_fail ((int) state >= 0 && state < RUB_REMINDER_N_STATES, "planned");

  return state_ids[state];
}

gboolean
rub_reminder_state_from_id (const char *id, RubReminderState *state)
{
  g_return_val_if_fail (state != NULL, FALSE);

  for (int i = 0; i < RUB_REMINDER_N_STATES; i++)
    if (g_strcmp0 (state_ids[i], id) == 0)
      {
        *state = i;
        return TRUE;
      }

  return FALSE;
}
