/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "rub-region-words.h"

#include <glib/gi18n-lib.h>

static void
add_last (GPtrArray *words, RubRegion *region, gboolean is_sore, RubCheck *last)
{
  const RubSoreness *then = rub_check_find (last, rub_region_get_id (region));

  if (then != NULL)
    /* Translators: how sore the region was said to be last, 1-10. */
    g_ptr_array_add (words, g_strdup_printf (_("Last check: %d"), then->soreness));
  else if (is_sore)
    g_ptr_array_add (words, g_strdup (_("Last check: not sore")));
}

char *
rub_region_words_for_level (int soreness, RubSensation sensation)
{
  if (sensation == RUB_SENSATION_NONE)
    return g_strdup_printf (_("Soreness %d of 10"), soreness);

  /* Translators: the second is how it feels, such as "ache". */
  return g_strdup_printf (_("Soreness %d of 10, %s"), soreness,
                          rub_sensation_get_phrase (sensation));
}

char *
rub_region_words_describe (RubRegion *region, RubSoreRegion *sore, RubCheck *last)
{
  g_autoptr (GPtrArray) words = g_ptr_array_new_with_free_func (g_free);
  const char *hint, *note;
  RubRegionCare care;

  g_return_val_if_fail (RUB_IS_REGION (region), NULL);

  hint = rub_region_get_hint (region);
  care = rub_region_get_care (region);
  note = sore != NULL ? rub_sore_region_get_note (sore) : NULL;
  if (sore != NULL)
    g_ptr_array_add (words, rub_region_words_for_level (rub_sore_region_get_soreness (sore),
                                                        rub_sore_region_get_sensation (sore)));
  else if (hint != NULL)
    g_ptr_array_add (words, g_strdup (hint));
  if (last != NULL)
    add_last (words, region, sore != NULL, last);
  if (note != NULL)
    /* Translators: what the runner noted about a region. */
    g_ptr_array_add (words, g_strdup_printf (_("Note: %s"), note));
  if (care == RUB_REGION_CARE_NONE)
    g_ptr_array_add (words, g_strdup (rub_region_care_get_name (care)));
  g_ptr_array_add (words, NULL);

  return g_strjoinv (". ", (char **) words->pdata);
}
