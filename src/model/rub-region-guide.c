/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "rub-region-guide.h"

#include <glib/gi18n-lib.h>

struct _RubRegionGuide
{
  gatomicrefcount ref_count;

  /* Owned */
  RubRegionGuideFields fields;
};

static const struct
{
  const char *id;
  const char *name;
} cares[RUB_N_REGION_CARES] = {
  [RUB_REGION_CARE_USUAL] = { "usual", NULL },
  [RUB_REGION_CARE_LIGHT] = { "light", N_ ("Massage lightly here") },
  [RUB_REGION_CARE_NONE] = { "none", N_ ("Do not massage here") },
};

static const struct
{
  const char *id;
  const char *words;
} bases[RUB_N_GUIDE_BASES] = {
  [RUB_GUIDE_BASIS_PRACTICE] = { "practice", N_ ("Common practice; hardly tested in studies.") },
  [RUB_GUIDE_BASIS_STUDIES] = { "studies", N_ ("In small studies this gave some relief, for a "
                                               "short while.") },
  [RUB_GUIDE_BASIS_ANATOMY] = { "anatomy", N_ ("Known from anatomy and from reported cases, not "
                                               "from trials.") },
};

G_DEFINE_BOXED_TYPE (RubRegionGuide,
                     rub_region_guide,
                     rub_region_guide_ref,
                     rub_region_guide_unref)

RubRegionGuide *
rub_region_guide_new (const RubRegionGuideFields *fields)
{
  static const char *const no_articles[] = { NULL };
  RubRegionGuide *self;

  g_return_val_if_fail (fields != NULL, NULL);
  g_return_val_if_fail (fields->id != NULL && fields->problems != NULL && fields->caution != NULL,
                        NULL);
  g_return_val_if_fail ((fields->technique == NULL) == (fields->care == RUB_REGION_CARE_NONE),
                        NULL);

  self = g_new (RubRegionGuide, 1);
  g_atomic_ref_count_init (&self->ref_count);
  self->fields = (RubRegionGuideFields){
    .id = g_intern_string (fields->id),
    .care = fields->care,
    .basis = fields->basis,
    .problems = g_strdup (fields->problems),
    .technique = g_strdup (fields->technique),
    .caution = g_strdup (fields->caution),
    .articles = (const char *const *) g_strdupv (
        (char **) (fields->articles != NULL ? fields->articles : no_articles)),
  };

  return self;
}

RubRegionGuide *
rub_region_guide_ref (RubRegionGuide *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);

  return self;
}

void
rub_region_guide_unref (RubRegionGuide *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  g_free ((char *) self->fields.problems);
  g_free ((char *) self->fields.technique);
  g_free ((char *) self->fields.caution);
  g_strfreev ((char **) self->fields.articles);
  g_free (self);
}

const char *
rub_region_guide_get_id (RubRegionGuide *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->fields.id;
}

RubRegionCare
rub_region_guide_get_care (RubRegionGuide *self)
{
  g_return_val_if_fail (self != NULL, RUB_REGION_CARE_NONE);

  return self->fields.care;
}

RubGuideBasis
rub_region_guide_get_basis (RubRegionGuide *self)
{
  g_return_val_if_fail (self != NULL, RUB_GUIDE_BASIS_PRACTICE);

  return self->fields.basis;
}

const char *
rub_region_guide_get_problems (RubRegionGuide *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->fields.problems;
}

const char *
rub_region_guide_get_technique (RubRegionGuide *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->fields.technique;
}

const char *
rub_region_guide_get_caution (RubRegionGuide *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->fields.caution;
}

const char *const *
rub_region_guide_get_articles (RubRegionGuide *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->fields.articles;
}

gboolean
rub_region_care_from_id (const char *id, RubRegionCare *care)
{
  g_return_val_if_fail (care != NULL, FALSE);

  for (int i = 0; i < RUB_N_REGION_CARES; i++)
    if (g_strcmp0 (cares[i].id, id) == 0)
      {
        *care = i;
        return TRUE;
      }

  return FALSE;
}

const char *
rub_region_care_get_name (RubRegionCare care)
{
  g_return_val_if_fail ((int) care >= 0 && care < RUB_N_REGION_CARES, NULL);

  return cares[care].name != NULL ? g_dgettext (GETTEXT_PACKAGE, cares[care].name) : NULL;
}

gboolean
rub_guide_basis_from_id (const char *id, RubGuideBasis *basis)
{
  g_return_val_if_fail (basis != NULL, FALSE);

  for (int i = 0; i < RUB_N_GUIDE_BASES; i++)
    if (g_strcmp0 (bases[i].id, id) == 0)
      {
        *basis = i;
        return TRUE;
      }

  return FALSE;
}

const char *
rub_guide_basis_get_words (RubGuideBasis basis)
{
  g_return_val_if_fail ((int) basis >= 0 && basis < RUB_N_GUIDE_BASES, "");

  return g_dgettext (GETTEXT_PACKAGE, bases[basis].words);
}
