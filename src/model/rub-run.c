/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "rub-run.h"

#include <math.h>

#include <glib/gi18n-lib.h>

struct _RubRun
{
  GObject parent_instance;

  /* Owned */
  RubRunFields fields;
};

G_DEFINE_FINAL_TYPE (RubRun, rub_run, G_TYPE_OBJECT)

static const struct
{
  const char *id;
  const char *name;
} kinds[RUB_RUN_N_KINDS] = {
  [RUB_RUN_KIND_EASY] = { "easy", NC_ ("kind of run", "Easy run") },
  [RUB_RUN_KIND_INTERVALS] = { "intervals", NC_ ("kind of run", "Intervals") },
  [RUB_RUN_KIND_HILLS] = { "hills", NC_ ("kind of run", "Hills") },
  [RUB_RUN_KIND_TEMPO] = { "tempo", NC_ ("kind of run", "Tempo run") },
  [RUB_RUN_KIND_LONG] = { "long", NC_ ("kind of run", "Long run") },
  [RUB_RUN_KIND_RACE] = { "race", NC_ ("kind of run", "Race") },
  [RUB_RUN_KIND_OTHER] = { "other", NC_ ("kind of run", "Other run") },
};

/* A climb is unknown rather than wrong: values out of bounds say nothing. */
static double
checked_climb (double climb_m)
{
  return climb_m >= 0 && climb_m <= RUB_RUN_MAX_CLIMB_M ? climb_m : (double) NAN;
}

static gboolean
is_near (double a, double b, double slack)
{
  return fabs (a - b) <= MAX (slack, 0.02 * MAX (a, b));
}

static void
rub_run_finalize (GObject *object)
{
  RubRun *self = RUB_RUN (object);

  g_free ((char *) self->fields.zone);
  g_free ((char *) self->fields.source);
  g_free ((char *) self->fields.note);

  G_OBJECT_CLASS (rub_run_parent_class)->finalize (object);
}

static void
rub_run_class_init (RubRunClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = rub_run_finalize;
}

static void
rub_run_init (RubRun *self)
{
}

RubRun *
rub_run_new (const RubRunFields *fields)
{
  RubRun *self;
  RubRunFields *own;

  g_return_val_if_fail (fields != NULL, NULL);

  self = g_object_new (RUB_TYPE_RUN, NULL);
  own = &self->fields;
  *own = *fields;
  own->elapsed_s = CLAMP (fields->elapsed_s, 1, RUB_RUN_MAX_ELAPSED_S);
  own->distance_m = isfinite (fields->distance_m)
                      ? CLAMP (fields->distance_m, 0.0, RUB_RUN_MAX_DISTANCE_M)
                      : 0.0;
  own->ascent_m = checked_climb (fields->ascent_m);
  own->descent_m = checked_climb (fields->descent_m);
  own->effort = CLAMP (fields->effort, RUB_EFFORT_UNKNOWN, RUB_EFFORT_MAX);
  own->kind = CLAMP ((int) fields->kind, 0, RUB_RUN_N_KINDS - 1);
  own->zone = g_strdup (fields->zone);
  own->source = g_strdup (fields->source != NULL ? fields->source : "hand");
  own->note = fields->note != NULL && fields->note[0] != '\0'
                ? g_utf8_make_valid (fields->note,
                                     (gssize) strnlen (fields->note, RUB_RUN_MAX_NOTE_BYTES))
                : NULL;

  return self;
}

RubRun *
rub_run_with_id (RubRun *self, gint64 id)
{
  RubRunFields fields;

  g_return_val_if_fail (RUB_IS_RUN (self), NULL);

  fields = self->fields;
  fields.id = id;

  return rub_run_new (&fields);
}

const RubRunFields *
rub_run_get_fields (RubRun *self)
{
  g_return_val_if_fail (RUB_IS_RUN (self), NULL);

  return &self->fields;
}

gint64
rub_run_get_id (RubRun *self)
{
  g_return_val_if_fail (RUB_IS_RUN (self), 0);

  return self->fields.id;
}

gint64
rub_run_get_start_us (RubRun *self)
{
  g_return_val_if_fail (RUB_IS_RUN (self), 0);

  return self->fields.start_us;
}

gint64
rub_run_get_end_us (RubRun *self)
{
  g_return_val_if_fail (RUB_IS_RUN (self), 0);

  return self->fields.start_us + self->fields.elapsed_s * G_TIME_SPAN_SECOND;
}

RubRunKind
rub_run_get_kind (RubRun *self)
{
  g_return_val_if_fail (RUB_IS_RUN (self), RUB_RUN_KIND_OTHER);

  return self->fields.kind;
}

double
rub_run_get_load (RubRun *self)
{
  g_return_val_if_fail (RUB_IS_RUN (self), -1);

  if (self->fields.effort == RUB_EFFORT_UNKNOWN)
    return -1;

  return self->fields.effort * (self->fields.elapsed_s / 60.0);
}

gboolean
rub_run_is_same (RubRun *self, RubRun *other)
{
  const RubRunFields *a, *b;

  g_return_val_if_fail (RUB_IS_RUN (self), FALSE);
  g_return_val_if_fail (RUB_IS_RUN (other), FALSE);

  a = &self->fields;
  b = &other->fields;

  return ABS (a->start_us - b->start_us) <= 60 * G_USEC_PER_SEC
         && is_near (a->distance_m, b->distance_m, 100.0)
         && is_near (a->elapsed_s, b->elapsed_s, 60.0);
}

const char *
rub_run_kind_to_id (RubRunKind kind)
{
  g_return_val_if_fail ((int) kind >= 0 && kind < RUB_RUN_N_KINDS, "other");

  return kinds[kind].id;
}

gboolean
rub_run_kind_from_id (const char *id, RubRunKind *kind)
{
  g_return_val_if_fail (kind != NULL, FALSE);

  for (int i = 0; i < RUB_RUN_N_KINDS; i++)
    if (g_strcmp0 (kinds[i].id, id) == 0)
      {
        *kind = i;
        return TRUE;
      }

  return FALSE;
}

const char *
rub_run_kind_get_name (RubRunKind kind)
{
  g_return_val_if_fail ((int) kind >= 0 && kind < RUB_RUN_N_KINDS, "");

  return g_dpgettext2 (GETTEXT_PACKAGE, "kind of run", kinds[kind].name);
}
