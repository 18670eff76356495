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

static char *
describe_change (const RubRegionMark *mark)
{
  const char *name = rub_trend_get_name (mark->trend);

  switch (mark->trend)
    {
    case RUB_TREND_BETTER:
    case RUB_TREND_WORSE:
      /* Translators: the first is "Better" or "Worse". */
      return g_strdup_printf (_("%s: soreness %d of 10, before %d"), name, mark->soreness,
                              mark->before);
    case RUB_TREND_NEW:
      /* Translators: the first is "New", not sore before. */
      return g_strdup_printf (_("%s: soreness %d of 10"), name, mark->soreness);
    case RUB_TREND_GONE:
      /* Translators: the first is "Gone", not sore any more. */
      return g_strdup_printf (_("%s: soreness was %d of 10"), name, mark->before);
    case RUB_TREND_NONE:
      return g_strdup_printf (_("Soreness %d of 10, as before"), mark->soreness);
    case RUB_N_TRENDS:
    default:
      g_assert_not_reached ();
    }
}

static char *
describe_share (const RubRegionMark *mark, int n_checks)
{
  return g_strdup_printf (ngettext ("Sore in %d of %d check, %d of 10 on average",
                                    "Sore in %d of %d checks, %d of 10 on average",
                                    (gulong) n_checks),
                          mark->n_sore, n_checks, mark->soreness);
}

char *
rub_region_words_describe_mark (RubRegion *region, RubBodyMarks *marks)
{
  const RubRegionMark *mark;

  g_return_val_if_fail (RUB_IS_REGION (region), NULL);
  g_return_val_if_fail (marks != NULL, NULL);

  mark = rub_body_marks_find (marks, rub_region_get_id (region));
  if (mark == NULL)
    return g_strdup (rub_region_get_hint (region) != NULL ? rub_region_get_hint (region) : "");

  switch (rub_body_marks_get_kind (marks))
    {
    case RUB_BODY_MARKS_CHECK:
      return rub_region_words_for_level (mark->soreness, mark->sensation);
    case RUB_BODY_MARKS_CHANGE:
      return describe_change (mark);
    case RUB_BODY_MARKS_SUMMARY:
      return describe_share (mark, rub_body_marks_get_n_checks (marks));
    default:
      g_assert_not_reached ();
    }
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

char *
rub_region_words_for_line (RubRegion *region, int soreness)
{
  GString *line;

  g_return_val_if_fail (RUB_IS_REGION (region), NULL);

  line = g_string_new (rub_region_get_name (region));
  if (soreness > 0)
    g_string_append_printf (line, " · %d", soreness);
  if (rub_region_get_hint (region) != NULL)
    g_string_append_printf (line, " · %s", rub_region_get_hint (region));
  if (rub_region_get_care (region) == RUB_REGION_CARE_NONE)
    g_string_append_printf (line, " · %s", rub_region_care_get_name (RUB_REGION_CARE_NONE));

  return g_string_free (line, FALSE);
}
