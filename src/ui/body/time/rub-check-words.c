/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "rub-check-words.h"

#include <glib/gi18n.h>

#include "rub-body-loader.h"
#include "rub-check-likeness.h"
#include "rub-region-words.h"
#include "rub-units.h"

char *
rub_check_words_for_day (gint64 made_us, gint64 now_us, GTimeZone *zone, RubDayWords how,
                         gboolean has_time)
{
  g_autoptr (GDateTime) made_utc = g_date_time_new_from_unix_utc (made_us / G_TIME_SPAN_SECOND);
  g_autoptr (GDateTime) now_utc = g_date_time_new_from_unix_utc (now_us / G_TIME_SPAN_SECOND);
  g_autoptr (GDateTime) made = NULL;
  g_autoptr (GDateTime) now = NULL;
  g_autofree char *day = NULL;
  g_autofree char *time = NULL;
  gboolean has_year;

  g_return_val_if_fail (zone != NULL && made_utc != NULL && now_utc != NULL, g_strdup (""));

  made = g_date_time_to_timezone (made_utc, zone);
  now = g_date_time_to_timezone (now_utc, zone);
  has_year = how == RUB_DAY_WORDS_FULL
             || g_date_time_get_year (made) != g_date_time_get_year (now);
  day = g_date_time_format (made, has_year ? C_ ("date in another year", "%-d %B %Y")
                                           : C_ ("date in this year", "%-d %B"));
  if (!has_time)
    return g_steal_pointer (&day);

  time = rub_format_time (made_us, zone);
  /* Translators: a day and a time of day: "7 March, 18:40". */
  return g_strdup_printf (C_ ("check", "%s, %s"), day, time);
}

static char *
count_sore (gsize n_sore)
{
  return g_strdup_printf (ngettext ("%u region sore", "%u regions sore", (gulong) n_sore),
                          (guint) n_sore);
}

char *
rub_check_words_for_levels (RubCheck *check)
{
  gsize n_sore;
  g_autofree char *count = NULL;

  g_return_val_if_fail (RUB_IS_CHECK (check), NULL);

  rub_check_get_sore (check, &n_sore);
  if (n_sore == 0)
    return g_strdup (C_ ("check", "nothing sore"));
  count = count_sore (n_sore);

  /* Translators: "4 regions sore, worst 6". */
  return g_strdup_printf (C_ ("check", "%s, worst %d"), count,
                          rub_check_get_worst (check)->soreness);
}

static const char *
get_name (const char *id)
{
  RubRegion *region = rub_body_find (rub_body_loader_get_bundled (RUB_BODY_BUILD_STANDARD), id);

  return region != NULL ? rub_region_get_name (region) : NULL;
}

char *
rub_check_words_for_check (RubCheck *check)
{
  const RubSoreness *worst;
  const char *name;
  gsize n_sore;
  g_autofree char *count = NULL;

  g_return_val_if_fail (RUB_IS_CHECK (check), NULL);

  worst = rub_check_get_worst (check);
  name = worst != NULL ? get_name (worst->region) : NULL;
  if (name == NULL)
    return rub_check_words_for_levels (check);
  rub_check_get_sore (check, &n_sore);
  count = count_sore (n_sore);

  /* Translators: "4 regions sore, worst: Left outer calf, 6". */
  return g_strdup_printf (C_ ("check", "%s, worst: %s, %d"), count, name, worst->soreness);
}

char *
rub_check_words_for_change (RubBodyMarks *marks)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);
  int n_better, n_worse, n_new, n_gone;

  g_return_val_if_fail (marks != NULL, NULL);

  n_better = rub_body_marks_count_trend (marks, RUB_TREND_BETTER);
  n_worse = rub_body_marks_count_trend (marks, RUB_TREND_WORSE);
  n_new = rub_body_marks_count_trend (marks, RUB_TREND_NEW);
  n_gone = rub_body_marks_count_trend (marks, RUB_TREND_GONE);
  if (n_better > 0)
    g_ptr_array_add (parts, g_strdup_printf (ngettext ("%d better", "%d better", (gulong) n_better),
                                             n_better));
  if (n_worse > 0)
    g_ptr_array_add (parts, g_strdup_printf (ngettext ("%d worse", "%d worse", (gulong) n_worse),
                                             n_worse));
  if (n_new > 0)
    g_ptr_array_add (parts,
                     g_strdup_printf (ngettext ("%d new", "%d new", (gulong) n_new), n_new));
  if (n_gone > 0)
    g_ptr_array_add (parts,
                     g_strdup_printf (ngettext ("%d gone", "%d gone", (gulong) n_gone), n_gone));
  if (parts->len == 0)
    return g_strdup (C_ ("change of soreness", "no change"));
  g_ptr_array_add (parts, NULL);

  return g_strjoinv (", ", (char **) parts->pdata);
}

char *
rub_check_words_for_summary (RubBodyMarks *marks)
{
  const RubRegionMark *sorest;
  const char *name;
  g_autofree char *count = NULL;
  int n_checks;

  g_return_val_if_fail (marks != NULL, NULL);

  n_checks = rub_body_marks_get_n_checks (marks);
  if (n_checks == 0)
    return g_strdup (_("No check in 4 weeks"));
  count = g_strdup_printf (
    ngettext ("%d check in 4 weeks", "%d checks in 4 weeks", (gulong) n_checks), n_checks);
  sorest = rub_body_marks_get_sorest (marks);
  name = sorest != NULL ? get_name (sorest->region) : NULL;
  if (name == NULL)
    return g_strdup_printf (C_ ("four weeks", "%s; nothing sore"), count);

  /* Translators: "9 checks in 4 weeks; sorest: Left outer calf, in 7 of 9". */
  return g_strdup_printf (C_ ("four weeks", "%s; sorest: %s, in %d of %d"), count, name,
                          sorest->n_sore, n_checks);
}

char *
rub_check_words_for_likeness (RubCheck *check, RubCheck *other)
{
  int percent;

  g_return_val_if_fail (RUB_IS_CHECK (check) && RUB_IS_CHECK (other), NULL);

  percent = rub_check_get_likeness (check, other);

  /* Translators: how alike two checks are, and what that means: "64 %, partly alike". */
  return g_strdup_printf (C_ ("likeness of two checks", "%d %%, %s"), percent,
                          rub_likeness_get_name (rub_likeness_from_percent (percent)));
}

/* Sorest first; what is gone by how sore it was. */
static int
compare_marks (gconstpointer a, gconstpointer b)
{
  const RubRegionMark *const *first = a, *const *second = b;
  int by_level = (*second)->soreness - (*first)->soreness;
  int by_count = (*second)->n_sore - (*first)->n_sore;

  return by_level != 0   ? by_level
         : by_count != 0 ? by_count
                         : (*second)->before - (*first)->before;
}

static char *
describe_change (const RubRegionMark *mark, const char *name)
{
  switch (mark->trend)
    {
    case RUB_TREND_BETTER:
      return g_strdup_printf (_("%s: %d, better than %d"), name, mark->soreness, mark->before);
    case RUB_TREND_WORSE:
      return g_strdup_printf (_("%s: %d, worse than %d"), name, mark->soreness, mark->before);
    case RUB_TREND_NEW:
      return g_strdup_printf (_("%s: %d, new"), name, mark->soreness);
    case RUB_TREND_GONE:
      return g_strdup_printf (_("%s: gone, was %d"), name, mark->before);
    case RUB_TREND_NONE:
    case RUB_N_TRENDS:
      break;
    }

  return g_strdup_printf (_("%s: %d, as before"), name, mark->soreness);
}

static char *
describe_mark (RubBodyMarks *marks, const RubRegionMark *mark, const char *name)
{
  int n_checks = rub_body_marks_get_n_checks (marks);
  g_autofree char *level = NULL;

  switch (rub_body_marks_get_kind (marks))
    {
    case RUB_BODY_MARKS_CHANGE:
      return describe_change (mark, name);
    case RUB_BODY_MARKS_SUMMARY:
      /* Translators: "Left outer calf: in 7 of 9 checks, 5 on average". */
      return g_strdup_printf (ngettext ("%s: in %d of %d check, %d on average",
                                        "%s: in %d of %d checks, %d on average",
                                        (gulong) n_checks),
                              name, mark->n_sore, n_checks, mark->soreness);
    case RUB_BODY_MARKS_CHECK:
      break;
    }
  level = rub_region_words_for_level (mark->soreness, mark->sensation);

  /* Translators: a region and its level: "Left outer calf: Soreness 6 of 10, ache". */
  return g_strdup_printf (C_ ("check", "%s: %s"), name, level);
}

GStrv
rub_check_words_list (RubBodyMarks *marks)
{
  g_autoptr (GPtrArray) sorted = g_ptr_array_new ();
  g_autoptr (GStrvBuilder) lines = g_strv_builder_new ();
  const RubRegionMark *all;
  gsize n_marks;

  g_return_val_if_fail (marks != NULL, NULL);

  all = rub_body_marks_get_all (marks, &n_marks);
  for (gsize i = 0; i < n_marks; i++)
    g_ptr_array_add (sorted, (gpointer) &all[i]);
  g_ptr_array_sort (sorted, compare_marks);
  for (guint i = 0; i < sorted->len; i++)
    {
      const RubRegionMark *mark = g_ptr_array_index (sorted, i);
      const char *name = get_name (mark->region);
      g_autofree char *line = name != NULL ? describe_mark (marks, mark, name) : NULL;

      if (line != NULL)
        g_strv_builder_add (lines, line);
    }

  return g_strv_builder_end (lines);
}
