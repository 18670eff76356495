/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "rub-check-likeness.h"

#include <glib/gi18n-lib.h>

#define WEEK_US (7 * G_TIME_SPAN_DAY)
#define WEEK_SLACK_US (36 * G_TIME_SPAN_HOUR)

static const struct
{
  int from_percent;
  const char *name;
} likenesses[RUB_N_LIKENESSES] = {
  [RUB_LIKENESS_DIFFERENT] = { 0, NC_ ("likeness of two checks", "quite different") },
  [RUB_LIKENESS_PARTLY] = { 40, NC_ ("likeness of two checks", "partly alike") },
  [RUB_LIKENESS_MUCH] = { 70, NC_ ("likeness of two checks", "much alike") },
  [RUB_LIKENESS_NEARLY] = { 90, NC_ ("likeness of two checks", "nearly the same") },
  [RUB_LIKENESS_SAME] = { 100, NC_ ("likeness of two checks", "the same") },
};

static int
sum_soreness (RubCheck *check)
{
  int sum = 0;
  gsize n_sore;
  const RubSoreness *sore = rub_check_get_sore (check, &n_sore);

  for (gsize i = 0; i < n_sore; i++)
    sum += sore[i].soreness;

  return sum;
}

static int
sum_shared (RubCheck *check, RubCheck *other)
{
  int sum = 0;
  gsize n_sore;
  const RubSoreness *sore = rub_check_get_sore (check, &n_sore);

  for (gsize i = 0; i < n_sore; i++)
    {
      const RubSoreness *match = rub_check_find (other, sore[i].region);

      if (match != NULL)
        sum += MIN (sore[i].soreness, match->soreness);
    }

  return sum;
}

int
rub_check_get_likeness (RubCheck *self, RubCheck *other)
{
  int shared, all;

  g_return_val_if_fail (RUB_IS_CHECK (self), 0);
  g_return_val_if_fail (RUB_IS_CHECK (other), 0);

  shared = sum_shared (self, other);
  /* The greater and the lesser of two are together both of them. */
  all = sum_soreness (self) + sum_soreness (other) - shared;
  if (shared == all)
    return 100;
  if (shared == 0)
    return 0;

  return CLAMP ((200 * shared + all) / (2 * all), 1, 99);
}

RubLikeness
rub_likeness_from_percent (int percent)
{
  RubLikeness likeness = RUB_LIKENESS_DIFFERENT;

  g_return_val_if_fail (percent >= 0 && percent <= 100, RUB_LIKENESS_DIFFERENT);

  for (int i = 0; i < RUB_N_LIKENESSES; i++)
    if (percent >= likenesses[i].from_percent)
      likeness = i;

  return likeness;
}

const char *
rub_likeness_get_name (RubLikeness likeness)
{
  g_return_val_if_fail ((int) likeness >= 0 && likeness < RUB_N_LIKENESSES, "");

  return g_dpgettext2 (GETTEXT_PACKAGE, "likeness of two checks", likenesses[likeness].name);
}

RubCheck *
rub_check_find_week_before (GPtrArray *checks, gint64 instant_us)
{
  RubCheck *nearest = NULL;
  gint64 least_us = WEEK_SLACK_US + 1;

  g_return_val_if_fail (checks != NULL, NULL);

  for (guint i = 0; i < checks->len; i++)
    {
      RubCheck *check = g_ptr_array_index (checks, i);
      gint64 off_us = rub_check_get_made_us (check) - (instant_us - WEEK_US);

      /* From here on all are earlier still. */
      if (off_us < -WEEK_SLACK_US)
        break;
      if (ABS (off_us) < least_us)
        {
          nearest = check;
          least_us = ABS (off_us);
        }
    }

  return nearest;
}
