/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "rub-body-marks.h"

#include <glib/gi18n-lib.h>

struct _RubBodyMarks
{
  gatomicrefcount ref_count;
  RubBodyMarksKind kind;
  int n_checks;

  /* Owned */
  GArray *marks;     /* of RubRegionMark */
  GArray *sums;      /* of int: the soreness in all checks together, by place in marks */
  GHashTable *index; /* from interned region to its place in marks */
};

G_DEFINE_BOXED_TYPE (RubBodyMarks, rub_body_marks, rub_body_marks_ref, rub_body_marks_unref)

static const char *const trend_names[RUB_N_TRENDS] = {
  [RUB_TREND_NONE] = NULL,
  [RUB_TREND_BETTER] = NC_ ("soreness compared", "Better"),
  [RUB_TREND_WORSE] = NC_ ("soreness compared", "Worse"),
  [RUB_TREND_NEW] = NC_ ("soreness compared", "New"),
  [RUB_TREND_GONE] = NC_ ("soreness compared", "Gone"),
};

static RubBodyMarks *
create (RubBodyMarksKind kind, int n_checks)
{
  RubBodyMarks *self = g_new0 (RubBodyMarks, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->kind = kind;
  self->n_checks = n_checks;
  self->marks = g_array_new (FALSE, FALSE, sizeof (RubRegionMark));
  self->sums = g_array_new (FALSE, TRUE, sizeof (int));
  /* Ids are interned, so that they are the same pointers. */
  self->index = g_hash_table_new (NULL, NULL);

  return self;
}

/* Returns: the place of @region in the marks. */
static guint
ensure_place (RubBodyMarks *self, const char *region)
{
  gpointer place;

  if (!g_hash_table_lookup_extended (self->index, region, NULL, &place))
    {
      RubRegionMark mark = { .region = region };

      place = GUINT_TO_POINTER (self->marks->len);
      g_hash_table_insert (self->index, (gpointer) region, place);
      g_array_append_val (self->marks, mark);
      g_array_set_size (self->sums, self->marks->len);
    }

  return GPOINTER_TO_UINT (place);
}

static RubTrend
find_trend (int before, int after)
{
  if (before == after)
    return RUB_TREND_NONE;
  if (before == 0)
    return RUB_TREND_NEW;
  if (after == 0)
    return RUB_TREND_GONE;

  return after < before ? RUB_TREND_BETTER : RUB_TREND_WORSE;
}

static void
add_check (RubBodyMarks *self, RubCheck *check)
{
  gsize n_sore;
  const RubSoreness *sore = rub_check_get_sore (check, &n_sore);

  for (gsize i = 0; i < n_sore; i++)
    {
      guint place = ensure_place (self, sore[i].region);
      RubRegionMark *mark = &g_array_index (self->marks, RubRegionMark, place);

      g_array_index (self->sums, int, place) += sore[i].soreness;
      mark->soreness = sore[i].soreness;
      mark->sensation = self->kind == RUB_BODY_MARKS_SUMMARY ? RUB_SENSATION_NONE
                                                             : sore[i].sensation;
      mark->n_sore++;
    }
}

RubBodyMarks *
rub_body_marks_new_for_check (RubCheck *check)
{
  RubBodyMarks *self;

  g_return_val_if_fail (RUB_IS_CHECK (check), NULL);

  self = create (RUB_BODY_MARKS_CHECK, 1);
  add_check (self, check);

  return self;
}

RubBodyMarks *
rub_body_marks_new_for_change (RubCheck *before, RubCheck *after)
{
  RubBodyMarks *self;
  gsize n_sore;
  const RubSoreness *sore;

  g_return_val_if_fail (RUB_IS_CHECK (before), NULL);
  g_return_val_if_fail (RUB_IS_CHECK (after), NULL);

  self = create (RUB_BODY_MARKS_CHANGE, 2);
  add_check (self, after);
  sore = rub_check_get_sore (before, &n_sore);
  for (gsize i = 0; i < n_sore; i++)
    {
      guint place = ensure_place (self, sore[i].region);
      RubRegionMark *mark = &g_array_index (self->marks, RubRegionMark, place);

      mark->before = sore[i].soreness;
      mark->n_sore++;
    }
  for (guint i = 0; i < self->marks->len; i++)
    {
      RubRegionMark *mark = &g_array_index (self->marks, RubRegionMark, i);

      mark->trend = find_trend (mark->before, mark->soreness);
    }

  return self;
}

RubBodyMarks *
rub_body_marks_new_for_summary (GPtrArray *checks, gint64 from_us, gint64 to_us)
{
  RubBodyMarks *self;

  g_return_val_if_fail (checks != NULL, NULL);

  self = create (RUB_BODY_MARKS_SUMMARY, 0);
  for (guint i = 0; i < checks->len; i++)
    {
      RubCheck *check = g_ptr_array_index (checks, i);
      gint64 made_us = rub_check_get_made_us (check);

      if (made_us < from_us || made_us >= to_us)
        continue;
      add_check (self, check);
      self->n_checks++;
    }
  for (guint i = 0; i < self->marks->len; i++)
    {
      RubRegionMark *mark = &g_array_index (self->marks, RubRegionMark, i);
      int sum = g_array_index (self->sums, int, i);

      mark->soreness = (2 * sum + mark->n_sore) / (2 * mark->n_sore);
    }

  return self;
}

RubBodyMarks *
rub_body_marks_ref (RubBodyMarks *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);

  return self;
}

void
rub_body_marks_unref (RubBodyMarks *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  g_array_unref (self->marks);
  g_array_unref (self->sums);
  g_hash_table_unref (self->index);
  g_free (self);
}

RubBodyMarksKind
rub_body_marks_get_kind (RubBodyMarks *self)
{
  g_return_val_if_fail (self != NULL, RUB_BODY_MARKS_CHECK);

  return self->kind;
}

int
rub_body_marks_get_n_checks (RubBodyMarks *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->n_checks;
}

const RubRegionMark *
rub_body_marks_get_all (RubBodyMarks *self, gsize *n_marks)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (n_marks != NULL, NULL);

  *n_marks = self->marks->len;

  return self->marks->len > 0 ? &g_array_index (self->marks, RubRegionMark, 0) : NULL;
}

const RubRegionMark *
rub_body_marks_find (RubBodyMarks *self, const char *region)
{
  gpointer place;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (region != NULL, NULL);

  if (!g_hash_table_lookup_extended (self->index, g_intern_string (region), NULL, &place))
    return NULL;

  return &g_array_index (self->marks, RubRegionMark, GPOINTER_TO_UINT (place));
}

int
rub_body_marks_count_trend (RubBodyMarks *self, RubTrend trend)
{
  int n_regions = 0;

  g_return_val_if_fail (self != NULL, 0);

  for (guint i = 0; i < self->marks->len; i++)
    n_regions += g_array_index (self->marks, RubRegionMark, i).trend == trend;

  return n_regions;
}

const RubRegionMark *
rub_body_marks_get_sorest (RubBodyMarks *self)
{
  const RubRegionMark *sorest = NULL;
  int most = 0;

  g_return_val_if_fail (self != NULL, NULL);

  for (guint i = 0; i < self->marks->len; i++)
    if (g_array_index (self->sums, int, i) > most)
      {
        most = g_array_index (self->sums, int, i);
        sorest = &g_array_index (self->marks, RubRegionMark, i);
      }

  return sorest;
}

const char *
rub_trend_get_name (RubTrend trend)
{
  g_return_val_if_fail ((int) trend >= 0 && trend < RUB_N_TRENDS, "");

  return trend_names[trend] != NULL
           ? g_dpgettext2 (GETTEXT_PACKAGE, "soreness compared", trend_names[trend])
           : "";
}
