/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "rub-card-words.h"

#include <glib/gi18n-lib.h>

#include "rub-run-figures.h"

#define WEEKS (RUB_FIGURES_LATELY_DAYS / 7)

/* "6 long runs" */
static char *
count_runs (RubRunKind kind, int n_runs)
{
  gulong n = (gulong) n_runs;
  const char *const formats[RUB_RUN_N_KINDS + 1] = {
    [RUB_RUN_KIND_EASY] = g_dngettext (GETTEXT_PACKAGE, "%d easy run", "%d easy runs", n),
    [RUB_RUN_KIND_INTERVALS]
    = g_dngettext (GETTEXT_PACKAGE, "%d interval run", "%d interval runs", n),
    [RUB_RUN_KIND_HILLS] = g_dngettext (GETTEXT_PACKAGE, "%d hill run", "%d hill runs", n),
    [RUB_RUN_KIND_TEMPO] = g_dngettext (GETTEXT_PACKAGE, "%d tempo run", "%d tempo runs", n),
    [RUB_RUN_KIND_LONG] = g_dngettext (GETTEXT_PACKAGE, "%d long run", "%d long runs", n),
    [RUB_RUN_KIND_RACE] = g_dngettext (GETTEXT_PACKAGE, "%d race", "%d races", n),
    [RUB_RUN_KIND_OTHER] = g_dngettext (GETTEXT_PACKAGE, "%d other run", "%d other runs", n),
    [RUB_CARD_ANY_RUN] = g_dngettext (GETTEXT_PACKAGE, "%d run", "%d runs", n),
  };

  return g_strdup_printf (formats[kind], n_runs);
}

static char *
tell_mornings (const RubFiguresQuery *query, RubRunKind kind, RubRecords *records, gint64 now_us)
{
  g_autofree char *mean = NULL, *runs = NULL;
  RubMornings mornings;

  rub_run_figures_count_mornings (records, query, now_us, &mornings);
  if (mornings.n_runs < RUB_FIGURES_MIN_RUNS)
    return NULL;

  mean = g_strdup_printf ("%.1f", mornings.mean);
  runs = count_runs (kind, mornings.n_runs);

  /* Translators: a mean soreness and a number of runs: "4.1", "6 long runs". */
  return g_strdup_printf (_("%s of 10 on average, over your last %s with a check the morning "
                            "after."),
                          mean, runs);
}

static char *
tell_difference (const RubFiguresQuery *query, RubRunKind kind, RubRecords *records, gint64 now_us)
{
  g_autofree char *mean_with = NULL, *mean_without = NULL;
  g_autofree char *runs_with = NULL, *runs_without = NULL;
  RubMornings with, without;

  rub_run_figures_compare (records, query, now_us, &with, &without);
  if (with.n_runs < RUB_FIGURES_MIN_RUNS || without.n_runs < RUB_FIGURES_MIN_RUNS)
    return NULL;

  mean_with = g_strdup_printf ("%.1f", with.mean);
  mean_without = g_strdup_printf ("%.1f", without.mean);
  runs_with = count_runs (kind, with.n_runs);
  runs_without = count_runs (kind, without.n_runs);

  /* Translators: the mean soreness the morning after runs that were followed by a massage, their
     number ("5 long runs"), and the same of runs that were not. */
  return g_strdup_printf (_("Soreness the morning after: %s of 10 with a massage (%s), %s of 10 "
                            "without (%s). You chose the days, so this cannot show cause."),
                          mean_with, runs_with, mean_without, runs_without);
}

static char *
tell_massages (RubRecords *records, gint64 now_us)
{
  g_autofree char *massages = NULL, *times = NULL;
  int minutes;
  int n_massages = rub_run_figures_count_massages (records, now_us, &minutes);

  if (n_massages == 0)
    return NULL;

  massages = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%d massage", "%d massages",
                                           (gulong) n_massages),
                              n_massages);
  times = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%d minute in all", "%d minutes in all",
                                        (gulong) minutes),
                           minutes);

  /* Translators: "5 massages in the last 4 weeks, 62 minutes in all." */
  return g_strdup_printf (_("%s in the last %d weeks, %s."), massages, WEEKS, times);
}

char *
rub_card_words_make (const RubBlockFields *fields, RubRecords *records, gint64 now_us)
{
  g_auto (GStrv) stems = NULL;
  RubFiguresQuery query = { 0 };

  g_return_val_if_fail (fields != NULL, NULL);
  g_return_val_if_fail (fields->kind == RUB_BLOCK_CARD, NULL);
  g_return_val_if_fail (records != NULL, NULL);

  if (fields->regions != NULL)
    stems = g_strsplit (fields->regions, ",", -1);
  query.stems = (const char *const *) stems;
  query.has_kind = fields->run_kind != RUB_CARD_ANY_RUN;
  query.kind = fields->run_kind;

  switch (fields->figure)
    {
    case RUB_FIGURE_SORENESS_AFTER_RUNS:
      return tell_mornings (&query, fields->run_kind, records, now_us);
    case RUB_FIGURE_WITH_WITHOUT_MASSAGE:
      return tell_difference (&query, fields->run_kind, records, now_us);
    case RUB_FIGURE_MASSAGES_LATELY:
      return tell_massages (records, now_us);
    case RUB_N_FIGURES:
    default:
      return NULL;
    }
}

GPtrArray *
rub_card_words_make_all (RubArticle *article, RubRecords *records, gint64 now_us)
{
  GPtrArray *all = g_ptr_array_new_with_free_func (g_free);

  g_return_val_if_fail (RUB_IS_ARTICLE (article), all);

  for (guint i = 0; i < rub_article_get_n_blocks (article); i++)
    {
      const RubBlockFields *fields = rub_block_get_fields (rub_article_get_block (article, i));
      gboolean is_card = fields->kind == RUB_BLOCK_CARD && records != NULL;

      g_ptr_array_add (all, is_card ? rub_card_words_make (fields, records, now_us) : NULL);
    }

  return all;
}
