/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "rub-hit.h"

struct _RubHit
{
  GObject parent_instance;

  /* Owned */
  RubHitFields fields;
};

G_DEFINE_FINAL_TYPE (RubHit, rub_hit, G_TYPE_OBJECT)

static void
rub_hit_finalize (GObject *object)
{
  RubHit *self = RUB_HIT (object);

  g_clear_object (&self->fields.article);
  g_free ((char *) self->fields.snippet);
  g_free ((RubRange *) self->fields.ranges);

  G_OBJECT_CLASS (rub_hit_parent_class)->finalize (object);
}

static void
rub_hit_class_init (RubHitClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = rub_hit_finalize;
}

static void
rub_hit_init (RubHit *self)
{
}

RubHit *
rub_hit_new (const RubHitFields *fields)
{
  RubHit *self;

  g_return_val_if_fail (fields != NULL, NULL);
  g_return_val_if_fail (RUB_IS_SAVED_ARTICLE (fields->article), NULL);
  g_return_val_if_fail (fields->snippet != NULL, NULL);

  self = g_object_new (RUB_TYPE_HIT, NULL);
  self->fields = *fields;
  self->fields.article = g_object_ref (fields->article);
  self->fields.snippet = g_strdup (fields->snippet);
  self->fields.ranges = g_memdup2 (fields->ranges, fields->n_ranges * sizeof *fields->ranges);

  return self;
}

const RubHitFields *
rub_hit_get_fields (RubHit *self)
{
  g_return_val_if_fail (RUB_IS_HIT (self), NULL);

  return &self->fields;
}
