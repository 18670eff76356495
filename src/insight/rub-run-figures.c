/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "rub-run-figures.h"

#include <math.h>

/* Returns: whether @region is one of the regions that are asked for. */
static gboolean
is_asked_for (const RubFiguresQuery *query, const char *region)
{
  if (query->stems == NULL)
    return TRUE;

  for (const char *const *stem = query->stems; *stem != NULL; stem++)
    if (rub_region_id_has_stem (region, *stem))
      return TRUE;

  return FALSE;
}

static int
find_worst (RubCheck *check, const RubFiguresQuery *query)
{
  gsize n_sore;
  const RubSoreness *sore = rub_check_get_sore (check, &n_sore);
  int worst = 0;

  for (gsize i = 0; i < n_sore; i++)
    if (sore[i].soreness > worst && is_asked_for (query, sore[i].region))
      worst = sore[i].soreness;

  return worst;
}

/* Returns: (nullable): the check of the morning after. */
static RubCheck *
find_morning (RubRecords *records, gint64 end_us, gint64 now_us)
{
  gint64 last_us = MIN (end_us + RUB_FIGURES_MORNING_TO_US, now_us);
  guint n_later
    = rub_records_count_checks_after (records, end_us + RUB_FIGURES_MORNING_FROM_US - 1);
  RubCheck *first = n_later > 0 ? records->checks->pdata[n_later - 1] : NULL;

  return first != NULL && rub_check_get_made_us (first) <= last_us ? first : NULL;
}

static gboolean
had_massage (RubRecords *records, gint64 from_us, gint64 to_us)
{
  for (guint i = 0; i < records->massages->len; i++)
    {
      gint64 start_us = g_array_index (records->massages, RubMassage, i).start_us;

      if (start_us >= from_us && start_us < to_us)
        return TRUE;
    }

  return FALSE;
}

/* The mean is the sum until all are in. */
static void
add (RubMornings *mornings, int soreness)
{
  mornings->n_runs++;
  mornings->mean += soreness;
}

static void
finish (RubMornings *mornings)
{
  if (mornings->n_runs > 0)
    mornings->mean /= mornings->n_runs;
}

void
rub_run_figures_count_mornings (RubRecords *records, const RubFiguresQuery *query, gint64 now_us,
                                RubMornings *mornings)
{
  g_return_if_fail (records != NULL);
  g_return_if_fail (query != NULL);
  g_return_if_fail (mornings != NULL);

  *mornings = (RubMornings){ 0 };
  for (guint i = 0; i < records->runs->len && mornings->n_runs < RUB_FIGURES_N_RUNS; i++)
    {
      RubRun *run = records->runs->pdata[i];
      RubCheck *morning;

      if (query->has_kind && rub_run_get_kind (run) != query->kind)
        continue;
      morning = find_morning (records, rub_run_get_end_us (run), now_us);
      if (morning != NULL)
        add (mornings, find_worst (morning, query));
    }
  finish (mornings);
}

void
rub_run_figures_compare (RubRecords *records, const RubFiguresQuery *query, gint64 now_us,
                         RubMornings *with, RubMornings *without)
{
  g_return_if_fail (records != NULL);
  g_return_if_fail (query != NULL);
  g_return_if_fail (with != NULL && without != NULL);

  *with = *without = (RubMornings){ 0 };
  for (guint i = 0; i < records->runs->len; i++)
    {
      RubRun *run = records->runs->pdata[i];
      gint64 end_us = rub_run_get_end_us (run);
      RubCheck *morning;

      if (query->has_kind && rub_run_get_kind (run) != query->kind)
        continue;
      morning = find_morning (records, end_us, now_us);
      if (morning != NULL)
        add (had_massage (records, end_us, rub_check_get_made_us (morning)) ? with : without,
             find_worst (morning, query));
    }
  finish (with);
  finish (without);
}

int
rub_run_figures_count_massages (RubRecords *records, gint64 now_us, int *minutes)
{
  gint64 first_us = now_us - RUB_FIGURES_LATELY_DAYS * G_TIME_SPAN_DAY;
  gint64 elapsed_s = 0;
  int n_massages = 0;

  g_return_val_if_fail (records != NULL, 0);
  g_return_val_if_fail (minutes != NULL, 0);

  for (guint i = 0; i < records->massages->len; i++)
    {
      const RubMassage *massage = &g_array_index (records->massages, RubMassage, i);

      if (massage->start_us < first_us || massage->start_us > now_us)
        continue;
      n_massages++;
      elapsed_s += massage->elapsed_s;
    }
  *minutes = (int) lround ((double) elapsed_s / 60);

  return n_massages;
}
