/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "rub-check.h"

#include <glib/gi18n-lib.h>

#include "rub-text.h"

struct _RubCheck
{
  GObject parent_instance;

  gint64 id;
  gint64 made_us;
  gint64 run_id;

  /* Owned */
  GArray *sore;
};

G_DEFINE_FINAL_TYPE (RubCheck, rub_check, G_TYPE_OBJECT)

static const struct
{
  const char *id;
  const char *name;
  const char *phrase;
} sensations[RUB_N_SENSATIONS] = {
  [RUB_SENSATION_NONE] = { "none", NC_ ("sensation", "Just sore"),
                           NC_ ("sensation", "just sore") },
  [RUB_SENSATION_DULL] = { "dull", NC_ ("sensation", "Ache"),
                           NC_ ("sensation", "ache") },
  [RUB_SENSATION_TIGHT] = { "tight", NC_ ("sensation", "Tight"),
                           NC_ ("sensation", "tight") },
  [RUB_SENSATION_SHARP] = { "sharp", NC_ ("sensation", "Sharp"),
                           NC_ ("sensation", "sharp") },
  [RUB_SENSATION_BURNING] = { "burning", NC_ ("sensation", "Burning"),
                           NC_ ("sensation", "burning") },
  [RUB_SENSATION_NUMB] = { "numb", NC_ ("sensation", "Numb or tingling"),
                           NC_ ("sensation", "numb or tingling") },
  [RUB_SENSATION_THROBBING] = { "throbbing", NC_ ("sensation", "Throbbing"),
                           NC_ ("sensation", "throbbing") },
};

static void
rub_check_finalize (GObject *object)
{
  RubCheck *self = RUB_CHECK (object);

  g_array_unref (self->sore);

  G_OBJECT_CLASS (rub_check_parent_class)->finalize (object);
}

static void
rub_check_class_init (RubCheckClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = rub_check_finalize;
}

static void
clear_entry (gpointer data)
{
  RubSoreness *entry = data;

  g_free ((char *) entry->note);
}

static void
rub_check_init (RubCheck *self)
{
  self->sore = g_array_new (FALSE, FALSE, sizeof (RubSoreness));
  g_array_set_clear_func (self->sore, clear_entry);
}

RubCheck *
rub_check_new (gint64 id, gint64 made_us, gint64 run_id, const RubSoreness *sore, gsize n_sore)
{
  RubCheck *self;

  g_return_val_if_fail (sore != NULL || n_sore == 0, NULL);

  self = g_object_new (RUB_TYPE_CHECK, NULL);
  self->id = id;
  self->made_us = made_us;
  self->run_id = run_id;

  for (gsize i = 0; i < n_sore; i++)
    {
      RubSoreness entry = sore[i];

      entry.region = g_intern_string (entry.region);
      entry.soreness = CLAMP (entry.soreness, 1, RUB_SORENESS_MAX);
      entry.sensation = CLAMP ((int) entry.sensation, 0, RUB_N_SENSATIONS - 1);
      if (rub_check_find (self, entry.region) != NULL)
        continue;
      entry.note = rub_note_clean (entry.note);
      g_array_append_val (self->sore, entry);
    }

  return self;
}

RubCheck *
rub_check_with_id (RubCheck *self, gint64 id)
{
  g_return_val_if_fail (RUB_IS_CHECK (self), NULL);

  return rub_check_new (id, self->made_us, self->run_id,
                        (const RubSoreness *) (gpointer) self->sore->data, self->sore->len);
}

gint64
rub_check_get_id (RubCheck *self)
{
  g_return_val_if_fail (RUB_IS_CHECK (self), 0);

  return self->id;
}

gint64
rub_check_get_made_us (RubCheck *self)
{
  g_return_val_if_fail (RUB_IS_CHECK (self), 0);

  return self->made_us;
}

gint64
rub_check_get_run_id (RubCheck *self)
{
  g_return_val_if_fail (RUB_IS_CHECK (self), 0);

  return self->run_id;
}

const RubSoreness *
rub_check_get_sore (RubCheck *self, gsize *n_sore)
{
  g_return_val_if_fail (RUB_IS_CHECK (self), NULL);
  g_return_val_if_fail (n_sore != NULL, NULL);

  *n_sore = self->sore->len;

  return self->sore->len > 0 ? &g_array_index (self->sore, RubSoreness, 0) : NULL;
}

const RubSoreness *
rub_check_find (RubCheck *self, const char *region)
{
  g_return_val_if_fail (RUB_IS_CHECK (self), NULL);
  g_return_val_if_fail (region != NULL, NULL);

  for (guint i = 0; i < self->sore->len; i++)
    {
      const RubSoreness *entry = &g_array_index (self->sore, RubSoreness, i);

      if (g_str_equal (entry->region, region))
        return entry;
    }

  return NULL;
}

const RubSoreness *
rub_check_get_worst (RubCheck *self)
{
  const RubSoreness *worst = NULL;

  g_return_val_if_fail (RUB_IS_CHECK (self), NULL);

  for (guint i = 0; i < self->sore->len; i++)
    {
      const RubSoreness *entry = &g_array_index (self->sore, RubSoreness, i);

      if (worst == NULL || entry->soreness > worst->soreness)
        worst = entry;
    }

  return worst;
}

const char *
rub_sensation_to_id (RubSensation sensation)
{
  g_return_val_if_fail ((int) sensation >= 0 && sensation < RUB_N_SENSATIONS, "none");

  return sensations[sensation].id;
}

gboolean
rub_sensation_from_id (const char *id, RubSensation *sensation)
{
  g_return_val_if_fail (sensation != NULL, FALSE);

  for (int i = 0; i < RUB_N_SENSATIONS; i++)
    if (g_strcmp0 (sensations[i].id, id) == 0)
      {
        *sensation = i;
        return TRUE;
      }

  return FALSE;
}

const char *
rub_sensation_get_name (RubSensation sensation)
{
  g_return_val_if_fail ((int) sensation >= 0 && sensation < RUB_N_SENSATIONS, "");

  return g_dpgettext2 (GETTEXT_PACKAGE, "sensation", sensations[sensation].name);
}

const char *
rub_sensation_get_phrase (RubSensation sensation)
{
  g_return_val_if_fail ((int) sensation >= 0 && sensation < RUB_N_SENSATIONS, "");

  return g_dpgettext2 (GETTEXT_PACKAGE, "sensation", sensations[sensation].phrase);
}

char *
rub_note_clean (const char *text)
{
  return rub_text_clean (text, RUB_NOTE_MAX);
}
