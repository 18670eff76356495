/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "rub-rule.h"

struct _RubRule
{
  GObject parent_instance;

  /* Owned */
  RubRuleFields fields;
};

G_DEFINE_FINAL_TYPE (RubRule, rub_rule, G_TYPE_OBJECT)

static void
rub_rule_finalize (GObject *object)
{
  RubRule *self = RUB_RULE (object);

  g_free ((char *) self->fields.id);

  G_OBJECT_CLASS (rub_rule_parent_class)->finalize (object);
}

static void
rub_rule_class_init (RubRuleClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = rub_rule_finalize;
}

static void
rub_rule_init (RubRule *self)
{
}

RubRule *
rub_rule_new (const RubRuleFields *fields)
{
  RubRule *self;

  g_return_val_if_fail (fields != NULL && fields->id != NULL, NULL);

  self = g_object_new (RUB_TYPE_RULE, NULL);
  self->fields = *fields;
  self->fields.id = g_strdup (fields->id);
  self->fields.delay_min = CLAMP (fields->delay_min, 0, RUB_RULE_MAX_DELAY_MIN);
  self->fields.wall_min = CLAMP (fields->wall_min, 0, RUB_RULE_MAX_WALL_MIN);
  self->fields.is_enabled = !!fields->is_enabled;

  return self;
}

const RubRuleFields *
rub_rule_get_fields (RubRule *self)
{
  g_return_val_if_fail (RUB_IS_RULE (self), NULL);

  return &self->fields;
}

const char *
rub_rule_get_id (RubRule *self)
{
  g_return_val_if_fail (RUB_IS_RULE (self), NULL);

  return self->fields.id;
}

gboolean
rub_rule_follows (RubRule *self, RubRunDemand demand)
{
  g_return_val_if_fail (RUB_IS_RULE (self), FALSE);

  return (self->fields.demands & (1u << demand)) != 0;
}
