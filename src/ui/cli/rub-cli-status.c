/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "rub-cli-status.h"

#include <glib/gi18n.h>
#include <json-glib/json-glib.h>

#include "rub-cli-text.h"
#include "rub-plan.h"
#include "rub-reminder-text.h"

static void
add_instant (JsonBuilder *builder, const char *key, gint64 instant_us)
{
  g_autoptr (GDateTime) time = g_date_time_new_from_unix_utc (instant_us / G_USEC_PER_SEC);
  g_autofree char *text = time != NULL ? g_date_time_format_iso8601 (time) : NULL;

  json_builder_set_member_name (builder, key);
  json_builder_add_string_value (builder, text);
}

static void
add_string (JsonBuilder *builder, const char *key, const char *text)
{
  json_builder_set_member_name (builder, key);
  if (text != NULL)
    json_builder_add_string_value (builder, text);
  else
    json_builder_add_null_value (builder);
}

static void
add_int (JsonBuilder *builder, const char *key, gint64 number)
{
  json_builder_set_member_name (builder, key);
  json_builder_add_int_value (builder, number);
}

static void
add_reminder (JsonBuilder *builder, RubReminder *reminder, RubUnits units)
{
  g_autofree char *title = rub_reminder_text_get_title (reminder);
  g_autofree char *reason = rub_reminder_text_get_reason (reminder, units);

  json_builder_begin_object (builder);
  add_string (builder, "id", rub_reminder_get_id (reminder));
  add_string (builder, "state", rub_reminder_state_to_id (rub_reminder_get_state (reminder)));
  add_instant (builder, "due", rub_reminder_get_due_us (reminder));
  add_string (builder, "title", title);
  add_string (builder, "reason", reason);
  json_builder_end_object (builder);
}

static void
add_run (JsonBuilder *builder, RubRun *run)
{
  const RubRunFields *fields = rub_run_get_fields (run);

  json_builder_begin_object (builder);
  add_int (builder, "id", fields->id);
  add_string (builder, "kind", rub_run_kind_to_id (fields->kind));
  add_instant (builder, "start", fields->start_us);
  add_int (builder, "elapsed_s", fields->elapsed_s);
  json_builder_set_member_name (builder, "distance_m");
  if (fields->distance_m > 0)
    json_builder_add_double_value (builder, fields->distance_m);
  else
    json_builder_add_null_value (builder);
  json_builder_set_member_name (builder, "effort");
  if (fields->effort != RUB_EFFORT_UNKNOWN)
    json_builder_add_int_value (builder, fields->effort);
  else
    json_builder_add_null_value (builder);
  json_builder_end_object (builder);
}

static void
add_check (JsonBuilder *builder, RubCheck *check)
{
  gsize n_sore;
  const RubSoreness *sore = rub_check_get_sore (check, &n_sore);

  json_builder_begin_object (builder);
  add_int (builder, "id", rub_check_get_id (check));
  add_instant (builder, "made", rub_check_get_made_us (check));
  json_builder_set_member_name (builder, "sore");
  json_builder_begin_array (builder);
  for (gsize i = 0; i < n_sore; i++)
    {
      json_builder_begin_object (builder);
      add_string (builder, "region", sore[i].region);
      add_int (builder, "soreness", sore[i].soreness);
      add_string (builder, "sensation", rub_sensation_to_id (sore[i].sensation));
      add_string (builder, "note", sore[i].note);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  json_builder_end_object (builder);
}

static void
print_json (RubReminder *reminder, RubRun *run, RubCheck *check, RubUnits units)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (JsonNode) root = NULL;
  g_autofree char *text = NULL;

  json_builder_begin_object (builder);
  add_int (builder, "version", 1);
  json_builder_set_member_name (builder, "next_reminder");
  if (reminder != NULL)
    add_reminder (builder, reminder, units);
  else
    json_builder_add_null_value (builder);
  json_builder_set_member_name (builder, "last_run");
  if (run != NULL)
    add_run (builder, run);
  else
    json_builder_add_null_value (builder);
  json_builder_set_member_name (builder, "last_check");
  if (check != NULL)
    add_check (builder, check);
  else
    json_builder_add_null_value (builder);
  json_builder_end_object (builder);

  root = json_builder_get_root (builder);
  text = json_to_string (root, TRUE);
  g_print ("%s\n", text);
}

static char *
describe_reminder (RubReminder *reminder, gint64 now_us, GTimeZone *zone, RubUnits units)
{
  gint64 due_us;
  g_autofree char *title = NULL;
  g_autofree char *reason = NULL;
  g_autofree char *day = NULL;
  g_autofree char *time = NULL;

  if (reminder == NULL)
    return g_strdup (_("nothing planned"));

  due_us = rub_reminder_get_due_us (reminder);
  title = rub_reminder_text_get_title (reminder);
  reason = rub_reminder_text_get_reason (reminder, units);
  day = rub_format_day (due_us, now_us, zone);
  time = rub_format_time (due_us, zone);
  if (reason == NULL)
    /* Translators: a reminder: what to do, on which day, at what time. */
    return g_strdup_printf (C_ ("reminder", "%s, %s, %s"), title, day, time);

  /* Translators: a reminder: what to do, on which day, at what time, and why. */
  return g_strdup_printf (C_ ("reminder", "%s, %s, %s (%s)"), title, day, time, reason);
}

static char *
describe_check (RubCheck *check, gint64 now_us)
{
  g_autofree char *age = NULL;
  g_autofree char *regions = NULL;
  gsize n_sore;

  if (check == NULL)
    return g_strdup (_("none yet"));

  age = rub_format_age (rub_check_get_made_us (check), now_us);
  rub_check_get_sore (check, &n_sore);
  if (n_sore == 0)
    /* Translators: a check and its age, such as "3 hours ago". */
    return g_strdup_printf (_("nothing sore, %s"), age);

  regions = g_strdup_printf (ngettext ("%u sore place", "%u sore places", (guint) n_sore),
                             (guint) n_sore);

  /* Translators: sore places, the strongest soreness of ten, and the age of the check. */
  return g_strdup_printf (_("%s, up to %d of 10, %s"), regions,
                          rub_check_get_worst (check)->soreness, age);
}

static void
print_words (RubReminder *reminder, RubRun *run, RubCheck *check, gint64 now_us, GTimeZone *zone,
             RubUnits units)
{
  g_autofree char *next = describe_reminder (reminder, now_us, zone, units);
  g_autofree char *last_run
    = run != NULL ? rub_cli_text_describe_run (run, units) : g_strdup (_("none yet"));
  g_autofree char *last_check = describe_check (check, now_us);

  g_print (_("Next reminder: %s\n"), next);
  g_print (_("Last run: %s\n"), last_run);
  g_print (_("Last check: %s\n"), last_check);
}

int
rub_cli_status (RubStore *store, RubUnits units, gboolean is_json)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RubRecords) records = NULL;
  g_autoptr (GTimeZone) zone = g_time_zone_new_local ();
  g_autoptr (GPtrArray) plan = NULL;
  gint64 now_us = g_get_real_time ();
  RubReminder *next;
  RubRun *run = NULL;
  RubCheck *check = NULL;

  g_return_val_if_fail (RUB_IS_STORE (store), 1);

  records = rub_store_read (store, &error);
  if (records == NULL)
    {
      g_printerr ("%s\n", error->message);
      return 1;
    }

  plan = rub_plan_make (records, now_us, zone);
  next = rub_plan_get_next (plan);
  if (records->runs->len > 0)
    run = g_ptr_array_index (records->runs, 0);
  if (records->checks->len > 0)
    check = g_ptr_array_index (records->checks, 0);
  if (is_json)
    print_json (next, run, check, units);
  else
    print_words (next, run, check, now_us, zone, units);

  return 0;
}
