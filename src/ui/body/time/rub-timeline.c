/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "rub-timeline.h"

#include <math.h>

#include "rub-wall.h"

/* With fewer days, two checks would look as far apart as months. */
#define MIN_DAYS 28
/* The widest that a day is drawn, and the narrowest bar with a gap beside it. */
#define MAX_BAR_PX 8.0
#define MIN_BAR_PX 2.0
#define GAP_PX 1.0

/* Where a check lies; in days from the beginning of the first one. */
typedef struct
{
  int day;
  double start;
  double length;
  int soreness;
} Moment;

struct _RubTimeline
{
  gatomicrefcount ref_count;
  GDate first_day;
  int n_days;

  /* Owned */
  GPtrArray *checks; /* oldest first */
  GArray *moments;   /* of Moment, one a check */
};

static int
get_soreness (RubCheck *check)
{
  const RubSoreness *worst = rub_check_get_worst (check);

  return worst != NULL ? worst->soreness : 0;
}

static Moment *
get_moment (RubTimeline *self, guint index)
{
  return &g_array_index (self->moments, Moment, index);
}

/* The day of each check by its date, and then counted from the first day. */
static void
place_on_days (RubTimeline *self, gint64 now_us, GTimeZone *zone)
{
  GDate today, day;
  int last, first;

  rub_wall_get_date (zone, now_us, &today);
  last = (int) g_date_get_julian (&today);
  first = last - MIN_DAYS + 1;
  for (guint i = 0; i < self->checks->len; i++)
    {
      RubCheck *check = self->checks->pdata[i];
      Moment moment = { .soreness = get_soreness (check) };

      rub_wall_get_date (zone, rub_check_get_made_us (check), &day);
      moment.day = (int) g_date_get_julian (&day);
      /* A clock may have been wrong; time never runs back. */
      if (i > 0)
        moment.day = MAX (moment.day, get_moment (self, i - 1)->day);
      first = MIN (first, moment.day);
      last = MAX (last, moment.day);
      g_array_append_val (self->moments, moment);
    }

  g_date_set_julian (&self->first_day, (guint32) first);
  self->n_days = last - first + 1;
  for (guint i = 0; i < self->moments->len; i++)
    get_moment (self, i)->day -= first;
}

static void
share_days (RubTimeline *self)
{
  guint end;

  for (guint start = 0; start < self->moments->len; start = end)
    {
      int day = get_moment (self, start)->day;

      end = start + 1;
      while (end < self->moments->len && get_moment (self, end)->day == day)
        end++;
      for (guint i = start; i < end; i++)
        {
          get_moment (self, i)->length = 1.0 / (end - start);
          get_moment (self, i)->start = day + (double) (i - start) / (end - start);
        }
    }
}

RubTimeline *
rub_timeline_new (GPtrArray *checks, gint64 now_us, GTimeZone *zone)
{
  RubTimeline *self;

  g_return_val_if_fail (checks != NULL, NULL);
  g_return_val_if_fail (zone != NULL, NULL);

  self = g_new0 (RubTimeline, 1);
  g_atomic_ref_count_init (&self->ref_count);
  g_date_clear (&self->first_day, 1);
  self->checks = g_ptr_array_new_full (checks->len, g_object_unref);
  self->moments = g_array_sized_new (FALSE, FALSE, sizeof (Moment), checks->len);
  for (guint i = checks->len; i > 0; i--)
    g_ptr_array_add (self->checks, g_object_ref (checks->pdata[i - 1]));
  place_on_days (self, now_us, zone);
  share_days (self);

  return self;
}

RubTimeline *
rub_timeline_ref (RubTimeline *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);

  return self;
}

void
rub_timeline_unref (RubTimeline *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  g_ptr_array_unref (self->checks);
  g_array_unref (self->moments);
  g_free (self);
}

guint
rub_timeline_get_n_checks (RubTimeline *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->checks->len;
}

RubCheck *
rub_timeline_get_check (RubTimeline *self, guint index)
{
  g_return_val_if_fail (self != NULL, NULL);

  return index < self->checks->len ? g_ptr_array_index (self->checks, index) : NULL;
}

guint
rub_timeline_find_check (RubTimeline *self, RubCheck *check)
{
  g_return_val_if_fail (self != NULL, 0);
  g_return_val_if_fail (check == NULL || RUB_IS_CHECK (check), 0);

  if (check != NULL)
    for (guint i = self->checks->len; i > 0; i--)
      if (rub_check_get_made_us (self->checks->pdata[i - 1]) == rub_check_get_made_us (check))
        return i - 1;

  return self->checks->len;
}

gboolean
rub_timeline_has_day_mates (RubTimeline *self, guint index)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return index < self->moments->len && get_moment (self, index)->length < 1;
}

int
rub_timeline_get_n_days (RubTimeline *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->n_days;
}

const GDate *
rub_timeline_get_first_day (RubTimeline *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return &self->first_day;
}

static double
get_middle (RubTimeline *self, guint index)
{
  Moment *moment = get_moment (self, index);

  return moment->start + moment->length / 2;
}

/* By days, among the checks alone. */
static guint
find_nearest_day (RubTimeline *self, double day)
{
  guint low = 0, high = self->moments->len;

  /* The first that is not before. */
  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (get_middle (self, middle) < day)
        low = middle + 1;
      else
        high = middle;
    }
  if (low > 0
      && (low == self->moments->len
          || day - get_middle (self, low - 1) < get_middle (self, low) - day))
    low--;

  return low;
}

double
rub_timeline_get_place (RubTimeline *self, guint index)
{
  g_return_val_if_fail (self != NULL, 0);

  return index < self->moments->len ? get_middle (self, index) / self->n_days : 1;
}

guint
rub_timeline_find_nearest (RubTimeline *self, double place)
{
  g_return_val_if_fail (self != NULL, 0);

  return find_nearest_day (self, place * self->n_days);
}

guint
rub_timeline_find_days_from (RubTimeline *self, guint index, int n_days)
{
  double from, to;

  g_return_val_if_fail (self != NULL, 0);

  index = MIN (index, self->moments->len);
  from = index < self->moments->len ? get_middle (self, index) : self->n_days;
  to = from + n_days;
  if (n_days > 0)
    return to >= self->n_days ? self->moments->len
                              : MAX (find_nearest_day (self, to), index + 1);

  return index > 0 ? MIN (find_nearest_day (self, to), index - 1) : 0;
}

static void
add_narrow_bar (GArray *bars, double x, int soreness)
{
  RubTimeBar bar = { (float) floor (x), 1, soreness };

  if (bars->len > 0)
    {
      RubTimeBar *last = &g_array_index (bars, RubTimeBar, bars->len - 1);

      if (last->x >= bar.x)
        {
          last->soreness = MAX (last->soreness, soreness);
          return;
        }
    }
  g_array_append_val (bars, bar);
}

GArray *
rub_timeline_get_bars (RubTimeline *self, int width)
{
  GArray *bars;
  double day_px;

  g_return_val_if_fail (self != NULL, NULL);

  bars = g_array_new (FALSE, FALSE, sizeof (RubTimeBar));
  day_px = (double) MAX (width, 1) / self->n_days;
  for (guint i = 0; i < self->moments->len; i++)
    {
      Moment *moment = get_moment (self, i);
      double room = moment->length * day_px;
      double bar_px = MIN (room - GAP_PX, MAX_BAR_PX);
      RubTimeBar bar = { (float) (get_middle (self, i) * day_px - bar_px / 2), (float) bar_px,
                         moment->soreness };

      if (bar_px >= MIN_BAR_PX)
        g_array_append_val (bars, bar);
      else
        add_narrow_bar (bars, get_middle (self, i) * day_px, moment->soreness);
    }

  return bars;
}
