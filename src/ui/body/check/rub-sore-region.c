/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "rub-sore-region.h"

struct _RubSoreRegion
{
  GObject parent_instance;

  int soreness;
  RubSensation sensation;

  /* Owned */
  RubRegion *region;
  char *note;
};

G_DEFINE_FINAL_TYPE (RubSoreRegion, rub_sore_region, G_TYPE_OBJECT)

static void
rub_sore_region_dispose (GObject *object)
{
  RubSoreRegion *self = RUB_SORE_REGION (object);

  g_clear_object (&self->region);

  G_OBJECT_CLASS (rub_sore_region_parent_class)->dispose (object);
}

static void
rub_sore_region_finalize (GObject *object)
{
  RubSoreRegion *self = RUB_SORE_REGION (object);

  g_free (self->note);

  G_OBJECT_CLASS (rub_sore_region_parent_class)->finalize (object);
}

static void
rub_sore_region_class_init (RubSoreRegionClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = rub_sore_region_dispose;
  G_OBJECT_CLASS (klass)->finalize = rub_sore_region_finalize;
}

static void
rub_sore_region_init (RubSoreRegion *self)
{
}

RubSoreRegion *
rub_sore_region_new (RubRegion *region,
                     int soreness,
                     RubSensation sensation,
                     const char *note)
{
  RubSoreRegion *self;

  g_return_val_if_fail (RUB_IS_REGION (region), NULL);

  self = g_object_new (RUB_TYPE_SORE_REGION, NULL);
  self->region = g_object_ref (region);
  self->soreness = CLAMP (soreness, 1, RUB_SORENESS_MAX);
  self->sensation = CLAMP ((int) sensation, 0, RUB_N_SENSATIONS - 1);
  self->note = rub_note_clean (note);

  return self;
}

RubRegion *
rub_sore_region_get_region (RubSoreRegion *self)
{
  g_return_val_if_fail (RUB_IS_SORE_REGION (self), NULL);

  return self->region;
}

int
rub_sore_region_get_soreness (RubSoreRegion *self)
{
  g_return_val_if_fail (RUB_IS_SORE_REGION (self), 0);

  return self->soreness;
}

RubSensation
rub_sore_region_get_sensation (RubSoreRegion *self)
{
  g_return_val_if_fail (RUB_IS_SORE_REGION (self), RUB_SENSATION_NONE);

  return self->sensation;
}

const char *
rub_sore_region_get_note (RubSoreRegion *self)
{
  g_return_val_if_fail (RUB_IS_SORE_REGION (self), NULL);

  return self->note;
}

gboolean
rub_sore_region_equals (RubSoreRegion *self, RubSoreRegion *other)
{
  g_return_val_if_fail (RUB_IS_SORE_REGION (self), FALSE);
  g_return_val_if_fail (RUB_IS_SORE_REGION (other), FALSE);

  return self->region == other->region && self->soreness == other->soreness
         && self->sensation == other->sensation && g_strcmp0 (self->note, other->note) == 0;
}
