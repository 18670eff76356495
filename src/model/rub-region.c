/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "rub-region.h"

#include <glib/gi18n-lib.h>

struct _RubRegion
{
  GObject parent_instance;

  /* Owned */
  RubRegionFields fields;
};

G_DEFINE_FINAL_TYPE (RubRegion, rub_region, G_TYPE_OBJECT)

static const struct
{
  const char *id;
  const char *name;
} views[RUB_N_BODY_VIEWS] = {
  [RUB_BODY_VIEW_FRONT] = { "front", NC_ ("view of the body", "Front") },
  [RUB_BODY_VIEW_BACK] = { "back", NC_ ("view of the body", "Back") },
  [RUB_BODY_VIEW_SOLES] = { "soles", NC_ ("view of the body", "Soles") },
};

static const char *const sides[RUB_N_SIDES] = {
  [RUB_SIDE_MIDDLE] = "middle",
  [RUB_SIDE_LEFT] = "left",
  [RUB_SIDE_RIGHT] = "right",
};

static const char *const kinds[RUB_N_REGION_KINDS] = {
  [RUB_REGION_MUSCLE] = "muscle",
  [RUB_REGION_JOINT] = "joint",
  [RUB_REGION_TENDON] = "tendon",
  [RUB_REGION_SKIN] = "skin",
};

static int
find_word (const char *const *words, int n_words, const char *word)
{
  for (int i = 0; i < n_words; i++)
    if (g_strcmp0 (words[i], word) == 0)
      return i;

  return -1;
}

static void
rub_region_finalize (GObject *object)
{
  RubRegion *self = RUB_REGION (object);

  g_free ((char *) self->fields.name);
  g_free ((char *) self->fields.hint);
  g_free ((char *) self->fields.words);
  g_free ((char *) self->fields.group);
  g_clear_pointer (&self->fields.guide, rub_region_guide_unref);

  G_OBJECT_CLASS (rub_region_parent_class)->finalize (object);
}

static void
rub_region_class_init (RubRegionClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = rub_region_finalize;
}

static void
rub_region_init (RubRegion *self)
{
}

RubRegion *
rub_region_new (const RubRegionFields *fields)
{
  RubRegion *self;

  g_return_val_if_fail (fields != NULL, NULL);
  g_return_val_if_fail (fields->id != NULL && fields->name != NULL && fields->group != NULL, NULL);

  self = g_object_new (RUB_TYPE_REGION, NULL);
  self->fields = *fields;
  self->fields.id = g_intern_string (fields->id);
  self->fields.name = g_strdup (fields->name);
  self->fields.hint = g_strdup (fields->hint);
  self->fields.words = g_strdup (fields->words);
  self->fields.group = g_strdup (fields->group);
  if (fields->guide != NULL)
    rub_region_guide_ref (fields->guide);

  return self;
}

const char *
rub_region_get_id (RubRegion *self)
{
  g_return_val_if_fail (RUB_IS_REGION (self), NULL);

  return self->fields.id;
}

RubSide
rub_region_get_side (RubRegion *self)
{
  g_return_val_if_fail (RUB_IS_REGION (self), RUB_SIDE_MIDDLE);

  return self->fields.side;
}

const char *
rub_region_get_name (RubRegion *self)
{
  g_return_val_if_fail (RUB_IS_REGION (self), NULL);

  return self->fields.name;
}

const char *
rub_region_get_hint (RubRegion *self)
{
  g_return_val_if_fail (RUB_IS_REGION (self), NULL);

  return self->fields.hint;
}

const char *
rub_region_get_words (RubRegion *self)
{
  g_return_val_if_fail (RUB_IS_REGION (self), NULL);

  return self->fields.words;
}

const char *
rub_region_get_group (RubRegion *self)
{
  g_return_val_if_fail (RUB_IS_REGION (self), NULL);

  return self->fields.group;
}

RubRegionKind
rub_region_get_kind (RubRegion *self)
{
  g_return_val_if_fail (RUB_IS_REGION (self), RUB_REGION_MUSCLE);

  return self->fields.kind;
}

RubRegionGuide *
rub_region_get_guide (RubRegion *self)
{
  g_return_val_if_fail (RUB_IS_REGION (self), NULL);

  return self->fields.guide;
}

RubRegionCare
rub_region_get_care (RubRegion *self)
{
  g_return_val_if_fail (RUB_IS_REGION (self), RUB_REGION_CARE_NONE);

  return self->fields.guide != NULL ? rub_region_guide_get_care (self->fields.guide)
                                    : RUB_REGION_CARE_LIGHT;
}

gboolean
rub_body_view_from_id (const char *id, RubBodyView *view)
{
  g_return_val_if_fail (view != NULL, FALSE);

  for (int i = 0; i < RUB_N_BODY_VIEWS; i++)
    if (g_strcmp0 (views[i].id, id) == 0)
      {
        *view = i;
        return TRUE;
      }

  return FALSE;
}

const char *
rub_body_view_to_id (RubBodyView view)
{
  g_return_val_if_fail ((int) view >= 0 && view < RUB_N_BODY_VIEWS, "front");

  return views[view].id;
}

const char *
rub_body_view_get_name (RubBodyView view)
{
  g_return_val_if_fail ((int) view >= 0 && view < RUB_N_BODY_VIEWS, "");

  return g_dpgettext2 (GETTEXT_PACKAGE, "view of the body", views[view].name);
}

gboolean
rub_side_from_id (const char *id, RubSide *side)
{
  int i = find_word (sides, RUB_N_SIDES, id);

  g_return_val_if_fail (side != NULL, FALSE);

  if (i >= 0)
    *side = i;

  return i >= 0;
}

gboolean
rub_region_kind_from_id (const char *id, RubRegionKind *kind)
{
  int i = find_word (kinds, RUB_N_REGION_KINDS, id);

  g_return_val_if_fail (kind != NULL, FALSE);

  if (i >= 0)
    *kind = i;

  return i >= 0;
}

/* Returns: how many bytes of @id come before its side. */
static gsize
get_stem_length (const char *id)
{
  static const char *const endings[] = { "-left", "-right" };

  for (gsize i = 0; i < G_N_ELEMENTS (endings); i++)
    if (g_str_has_suffix (id, endings[i]))
      return strlen (id) - strlen (endings[i]);

  return strlen (id);
}

char *
rub_region_id_get_stem (const char *id)
{
  g_return_val_if_fail (id != NULL, NULL);

  return g_strndup (id, get_stem_length (id));
}

gboolean
rub_region_id_has_stem (const char *id, const char *stem)
{
  g_return_val_if_fail (id != NULL, FALSE);
  g_return_val_if_fail (stem != NULL, FALSE);

  return strlen (stem) == get_stem_length (id) && g_str_has_prefix (id, stem);
}
