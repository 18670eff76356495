/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "rub-run-line.h"

#include <glib/gi18n.h>

char *
rub_run_line_format (RubRun *run, RubUnits units)
{
  const RubRunFields *fields;
  const char *kind;
  g_autofree char *distance = NULL;
  g_autofree char *elapsed = NULL;

  g_return_val_if_fail (RUB_IS_RUN (run), NULL);

  fields = rub_run_get_fields (run);
  kind = rub_run_kind_get_name (fields->kind);
  elapsed = rub_format_elapsed (fields->elapsed_s);
  if (fields->distance_m < 1)
    /* Translators: a run without a distance: kind and time. */
    return g_strdup_printf (C_ ("run", "%s · %s"), kind, elapsed);

  distance = rub_format_distance (fields->distance_m, units);

  /* Translators: a run: kind, distance and time: "Long run · 24 km · 2:05:10". */
  return g_strdup_printf (C_ ("run", "%s · %s · %s"), kind, distance, elapsed);
}
