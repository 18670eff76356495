/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "rub-stem-names.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>
#include <string.h>

typedef struct
{
  const char *stem;
  const char *name;
} Row;

/* By stem. */
static const Row rows[] = {
  /* Translators: regions of the body on both sides at once, such as both inner calves. */
  { "abs-lower", NC_ ("both sides of the body", "Lower abdominals") },
  { "abs-upper", NC_ ("both sides of the body", "Upper abdominals") },
  { "achilles", NC_ ("both sides of the body", "Achilles tendon") },
  { "adductors", NC_ ("both sides of the body", "Adductors") },
  { "ankle", NC_ ("both sides of the body", "Front of ankle") },
  { "ankle-inner", NC_ ("both sides of the body", "Inner ankle") },
  { "ankle-outer", NC_ ("both sides of the body", "Outer ankle") },
  { "arch", NC_ ("both sides of the body", "Arch") },
  { "ball-inner", NC_ ("both sides of the body", "Ball of foot, big-toe side") },
  { "ball-outer", NC_ ("both sides of the body", "Ball of foot, outer side") },
  { "biceps", NC_ ("both sides of the body", "Front upper arm") },
  { "big-toe", NC_ ("both sides of the body", "Big toe") },
  { "chest", NC_ ("both sides of the body", "Chest") },
  { "deltoid-front", NC_ ("both sides of the body", "Front shoulder") },
  { "deltoid-rear", NC_ ("both sides of the body", "Rear shoulder") },
  { "elbow", NC_ ("both sides of the body", "Elbow") },
  { "foot-outer", NC_ ("both sides of the body", "Outer edge of foot") },
  { "foot-top", NC_ ("both sides of the body", "Top of foot") },
  { "forearm-back", NC_ ("both sides of the body", "Outer forearm") },
  { "forearm-front", NC_ ("both sides of the body", "Inner forearm") },
  { "gastroc-lateral", NC_ ("both sides of the body", "Outer calf") },
  { "gastroc-medial", NC_ ("both sides of the body", "Inner calf") },
  { "glute-maximus", NC_ ("both sides of the body", "Gluteus maximus") },
  { "glute-medius", NC_ ("both sides of the body", "Gluteus medius") },
  { "hamstring-lateral", NC_ ("both sides of the body", "Outer hamstring") },
  { "hamstring-medial", NC_ ("both sides of the body", "Inner hamstring") },
  { "hamstring-origin", NC_ ("both sides of the body", "Sit bone") },
  { "hand-back", NC_ ("both sides of the body", "Back of hand") },
  { "hand-front", NC_ ("both sides of the body", "Palm and fingers") },
  { "head", NC_ ("both sides of the body", "Head") },
  { "heel", NC_ ("both sides of the body", "Heel") },
  { "heel-pad", NC_ ("both sides of the body", "Heel pad") },
  { "hip-flexor", NC_ ("both sides of the body", "Hip flexor") },
  { "it-band", NC_ ("both sides of the body", "IT band") },
  { "knee-back", NC_ ("both sides of the body", "Back of knee") },
  { "knee-lateral", NC_ ("both sides of the body", "Outer knee") },
  { "knee-medial", NC_ ("both sides of the body", "Inner knee") },
  { "lats", NC_ ("both sides of the body", "Lats") },
  { "lower-back", NC_ ("both sides of the body", "Lower back") },
  { "neck-back", NC_ ("both sides of the body", "Back of neck") },
  { "neck-front", NC_ ("both sides of the body", "Front of neck") },
  { "obliques", NC_ ("both sides of the body", "Obliques") },
  { "patella", NC_ ("both sides of the body", "Kneecap") },
  { "patellar-tendon", NC_ ("both sides of the body", "Patellar tendon") },
  { "peroneals", NC_ ("both sides of the body", "Outer lower leg") },
  { "piriformis", NC_ ("both sides of the body", "Piriformis") },
  { "quad-lateral", NC_ ("both sides of the body", "Outer quad") },
  { "quad-medial", NC_ ("both sides of the body", "Inner quad") },
  { "quad-rectus", NC_ ("both sides of the body", "Middle quad") },
  { "quadratus-lumborum", NC_ ("both sides of the body", "Side of lower back") },
  { "rhomboids", NC_ ("both sides of the body", "Upper back") },
  { "ribs", NC_ ("both sides of the body", "Ribs") },
  { "rotator-cuff", NC_ ("both sides of the body", "Shoulder blade") },
  { "sacrum", NC_ ("both sides of the body", "Sacrum") },
  { "sartorius", NC_ ("both sides of the body", "Sartorius") },
  { "shin-medial", NC_ ("both sides of the body", "Shin bone, inner edge") },
  { "soleus", NC_ ("both sides of the body", "Soleus") },
  { "tfl", NC_ ("both sides of the body", "TFL") },
  { "throat", NC_ ("both sides of the body", "Throat") },
  { "tibialis", NC_ ("both sides of the body", "Shin muscle") },
  { "toes-small", NC_ ("both sides of the body", "Small toes") },
  { "trapezius-lower", NC_ ("both sides of the body", "Mid back") },
  { "trapezius-upper", NC_ ("both sides of the body", "Upper trapezius") },
  { "triceps", NC_ ("both sides of the body", "Back upper arm") },
};

static int
compare (const void *stem, const void *row)
{
  return strcmp (stem, ((const Row *) row)->stem);
}

const char *
rub_stem_names_get (const char *stem)
{
  const Row *row;

  g_return_val_if_fail (stem != NULL, NULL);

  row = bsearch (stem, rows, G_N_ELEMENTS (rows), sizeof (Row), compare);

  return row != NULL ? g_dpgettext2 (GETTEXT_PACKAGE, "both sides of the body", row->name) : NULL;
}
