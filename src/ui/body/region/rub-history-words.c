/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "rub-history-words.h"

#include <glib/gi18n.h>

static char *
create_week_name (guint32 first_day, gboolean is_last)
{
  g_autoptr (GDateTime) day = NULL;
  g_autofree char *words = NULL;
  GDate date;

  if (is_last)
    return g_strdup (_("Last 7 days"));

  g_date_set_julian (&date, first_day);
  day = g_date_time_new_utc (g_date_get_year (&date), (int) g_date_get_month (&date),
                             g_date_get_day (&date), 0, 0, 0);
  words = g_date_time_format (day, C_ ("first date of a week", "%-d %B"));

  /* Translators: a week, by its first date: "Week from 2 March". */
  return g_strdup_printf (_("Week from %s"), words);
}

static char *
create_sore_words (const RubRegionWeek *week)
{
  g_autofree char *mean = g_strdup_printf ("%.1f", week->mean);
  g_autofree char *checks
    = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "sore in %d of %d check",
                                    "sore in %d of %d checks", (gulong) week->n_checks),
                       week->n_sore, week->n_checks);

  if (week->n_sore == 1)
    /* Translators: in how many checks a region was sore, and how sore, 0-10. */
    return g_strdup_printf (C_ ("soreness of a week", "%s, soreness %d"), checks, week->worst);

  /* Translators: in how many checks a region was sore; the highest and the mean soreness. */
  return g_strdup_printf (C_ ("soreness of a week", "%s, %d at worst, %s on average"), checks,
                          week->worst, mean);
}

char *
rub_history_words_for_week (const RubRegionWeek *week, gboolean is_last)
{
  g_autofree char *name = NULL, *facts = NULL;

  g_return_val_if_fail (week != NULL, NULL);

  name = create_week_name (week->first_day, is_last);
  if (week->n_checks == 0)
    facts = g_strdup (C_ ("soreness of a week", "no check"));
  else if (week->n_sore == 0)
    facts = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "not sore in %d check",
                                          "not sore in %d checks", (gulong) week->n_checks),
                             week->n_checks);
  else
    facts = create_sore_words (week);

  /* Translators: a week and how sore a region was in it. */
  return g_strdup_printf (C_ ("soreness of a week", "%s: %s"), name, facts);
}

char *
rub_history_words_for_weeks (const RubRegionHistory *history)
{
  char *weeks[RUB_HISTORY_N_WEEKS + 1] = { NULL };
  char *joined;

  g_return_val_if_fail (history != NULL, NULL);

  for (int i = 0; i < RUB_HISTORY_N_WEEKS; i++)
    weeks[i] = rub_history_words_for_week (&history->weeks[i], i == RUB_HISTORY_N_WEEKS - 1);
  joined = g_strjoinv (". ", weeks);
  for (int i = 0; i < RUB_HISTORY_N_WEEKS; i++)
    g_free (weeks[i]);

  return joined;
}

const char *
rub_history_words_for_quiet (const RubRegionHistory *history)
{
  int n_checks = 0;

  g_return_val_if_fail (history != NULL, "");

  for (int i = 0; i < RUB_HISTORY_N_WEEKS; i++)
    n_checks += history->weeks[i].n_checks;

  return n_checks > 0 ? _("Not sore in the last eight weeks")
                      : _("No check in the last eight weeks");
}

/* "4 of 6 long runs"; at least RUB_HISTORY_MIN_RUNS of them. */
static char *
create_count (RubRunKind kind, const RubRegionAfter *after)
{
  gulong n = (gulong) after->n_runs;
  const char *const formats[RUB_RUN_N_KINDS] = {
    [RUB_RUN_KIND_EASY]
    = g_dngettext (GETTEXT_PACKAGE, "%d of %d easy run", "%d of %d easy runs", n),
    [RUB_RUN_KIND_INTERVALS]
    = g_dngettext (GETTEXT_PACKAGE, "%d of %d interval run", "%d of %d interval runs", n),
    [RUB_RUN_KIND_HILLS]
    = g_dngettext (GETTEXT_PACKAGE, "%d of %d hill run", "%d of %d hill runs", n),
    [RUB_RUN_KIND_TEMPO]
    = g_dngettext (GETTEXT_PACKAGE, "%d of %d tempo run", "%d of %d tempo runs", n),
    [RUB_RUN_KIND_LONG]
    = g_dngettext (GETTEXT_PACKAGE, "%d of %d long run", "%d of %d long runs", n),
    [RUB_RUN_KIND_RACE] = g_dngettext (GETTEXT_PACKAGE, "%d of %d race", "%d of %d races", n),
    [RUB_RUN_KIND_OTHER]
    = g_dngettext (GETTEXT_PACKAGE, "%d of %d other run", "%d of %d other runs", n),
  };

  return g_strdup_printf (formats[kind], after->n_sore, after->n_runs);
}

char *
rub_history_words_for_after (const RubRegionHistory *history)
{
  g_autofree char *count = NULL, *other_count = NULL;
  RubRegionAfter others;
  RubRunKind kind;
  int n_runs = 0;

  g_return_val_if_fail (history != NULL, NULL);

  if (rub_region_history_find_telling (history, &kind, &others))
    {
      count = create_count (kind, &history->after[kind]);
      other_count = create_count (RUB_RUN_KIND_OTHER, &others);
      /* Translators: how often a region was sore: "4 of 6 long runs", "1 of 9 other runs". */
      return g_strdup_printf (_("So far it was sore within three days of %s, and of %s."), count,
                              other_count);
    }

  for (int i = 0; i < RUB_RUN_N_KINDS; i++)
    n_runs += history->after[i].n_runs;

  return g_strdup (n_runs < 2 * RUB_HISTORY_MIN_RUNS
                     ? _("Too few runs were followed by a check to tell yet.")
                     : _("So far after no kind of run clearly more often than after others."));
}
