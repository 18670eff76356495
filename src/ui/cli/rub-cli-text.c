/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "rub-cli-text.h"

#include <glib/gi18n.h>

char *
rub_cli_text_describe_run (RubRun *run, RubUnits units)
{
  const RubRunFields *fields;
  const char *kind;
  g_autoptr (GDateTime) utc = NULL;
  g_autoptr (GDateTime) start = NULL;
  g_autofree char *date = NULL;
  g_autofree char *elapsed = NULL;
  g_autofree char *distance = NULL;

  g_return_val_if_fail (RUB_IS_RUN (run), NULL);

  fields = rub_run_get_fields (run);
  kind = rub_run_kind_get_name (fields->kind);
  utc = g_date_time_new_from_unix_utc (fields->start_us / G_USEC_PER_SEC);
  start = utc != NULL ? g_date_time_to_local (utc) : NULL;
  date = start != NULL ? g_date_time_format (start, C_ ("date in another year", "%-d %B %Y"))
                       : g_strdup ("");
  elapsed = rub_format_elapsed (fields->elapsed_s);
  if (fields->distance_m < 1)
    /* Translators: a run without a distance: kind, time, date. */
    return g_strdup_printf (C_ ("run", "%s, %s, %s"), kind, elapsed, date);

  distance = rub_format_distance (fields->distance_m, units);

  /* Translators: a run: "Easy run, 12.4 km in 1:02:11, 12 May 2026". */
  return g_strdup_printf (C_ ("run", "%s, %s in %s, %s"), kind, distance, elapsed, date);
}
