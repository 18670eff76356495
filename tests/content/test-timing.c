/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "rub-body-loader.h"
#include "rub-timing-parser.h"

static const char *path;

static char *
read_file (void)
{
  g_autoptr (GError) error = NULL;
  char *text = NULL;

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);

  return text;
}

static RubTiming *
parse (const char *text, GError **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));

  return rub_timing_parse (bytes, "timing.json", error);
}

static char *
describe (const RubTimingRule *rule)
{
  const RubRuleFields *fields = &rule->fields;

  return g_strdup_printf ("%s %d %u %d %d %d %d %d %d %d %u %d %d-%d %d-%d", fields->id,
                          fields->task, fields->demands, fields->day, fields->delay_min,
                          fields->wall_min, fields->minutes, fields->intensity,
                          fields->is_enabled, fields->trigger, fields->weekdays,
                          fields->every_weeks, rule->delay_min.least, rule->delay_min.most,
                          rule->minutes.least, rule->minutes.most);
}

/* What was built in is what the file says. */
static void
test_bundled (void)
{
  g_autofree char *text = read_file ();
  g_autoptr (GError) error = NULL;
  g_autofree RubTiming *timing = parse (text, &error);
  const RubTiming *bundled = rub_timing_get_bundled ();

  g_assert_no_error (error);
  g_assert_cmpmem (timing->numbers, sizeof timing->numbers, bundled->numbers,
                   sizeof bundled->numbers);
  g_assert_cmpuint (timing->n_rules, ==, bundled->n_rules);
  for (guint i = 0; i < timing->n_rules; i++)
    {
      g_autofree char *read = describe (&timing->rules[i]);
      g_autofree char *built = describe (&bundled->rules[i]);

      g_assert_cmpstr (read, ==, built);
    }
}

/* Each stem is a region of the body, and one that may be massaged. */
static void
test_stems (void)
{
  RubBody *body = rub_body_loader_get_bundled (RUB_BODY_BUILD_STANDARD);
  const RubTiming *timing = rub_timing_get_bundled ();

  for (int demand = 0; demand < RUB_RUN_N_DEMANDS; demand++)
    {
      g_assert_nonnull (timing->stems[demand][0]);
      for (const char *const *stem = timing->stems[demand]; *stem != NULL; stem++)
        {
          g_autoptr (GPtrArray) regions = rub_body_find_all (body, *stem);

          g_test_message ("%s", *stem);
          g_assert_cmpuint (regions->len, ==, 2);
          g_assert_cmpint (rub_region_get_care (regions->pdata[0]), !=, RUB_REGION_CARE_NONE);
        }
    }
}

/* What no edit of the file may change by a slip. */
static void
test_caution (void)
{
  const RubTiming *timing = rub_timing_get_bundled ();
  const int *numbers = timing->numbers;

  g_assert_cmpint (numbers[RUB_TIMING_LAST_DEEP_DAYS_BEFORE_RACE], >=, 4);
  g_assert_cmpint (numbers[RUB_TIMING_FIRST_DEEP_DAYS_AFTER_RACE], >=, 3);
  g_assert_cmpint (numbers[RUB_TIMING_LIGHT_FROM_SORENESS], <=, 7);
  for (guint i = 0; i < timing->n_rules; i++)
    {
      const RubRuleFields *rule = &timing->rules[i].fields;
      gboolean is_at_once = rule->trigger == RUB_TRIGGER_RUN && rule->day == 0;

      g_test_message ("%s", rule->id);
      g_assert_cmpint (rule->intensity, !=, RUB_INTENSITY_DEEP);
      if (is_at_once)
        g_assert_cmpint (rule->intensity, ==, RUB_INTENSITY_LIGHT);
      if (is_at_once && rule->demands != 1u << RUB_RUN_DEMAND_EASY)
        g_assert_cmpint (rule->delay_min, >=, 15);
    }
}

static void
test_faults (void)
{
  static const struct
  {
    const char *from;
    const char *to;
    const char *message; /* what is in it */
  } rows[] = {
    { "{\n \"sources\"", "[\n \"sources\"", "timing.json: " },
    { "\"numbers\":", "\"number\":", "must have a list “numbers”" },
    { "\"id\": \"hard-effort\"", "\"id\": \"hard-work\"",
      "numbers: “hard-work”: “id” is not known" },
    { "\"id\": \"hard-effort\"", "\"id\": \"long-minutes\"",
      "“long-minutes”: “id” is there twice" },
    { "\"value\": 7,", "\"value\": 7.5,", "“hard-effort”: “value” must be a whole number" },
    { "\"value\": 7,", "\"value\": -7,", "“hard-effort”: “value” must be a whole number" },
    { "\"value\": 7,", "\"value\": 7, \"unit\": 1,",
      "“hard-effort”: “…” has a member that does not" },
    { "[\"Foster2001\"]", "[\"Foster2002\"]", "“sources” must be ids of sources" },
    { "[\"Foster2001\"]", "[\"Rubdown\"]", "sources: “Foster2001” is cited nowhere" },
    { "[\"Foster2001\"]", "[]", "“sources” must be a list with something in it" },
    { "\"id\": \"Foster2001\"", "\"id\": \"Nelson2013\"",
      "sources: “Nelson2013”: is there twice" },
    { "\"task\": \"check\"", "\"task\": \"sleep\"",
      "rules: “check-next-day”: “task” is not known" },
    { "\"delay_range_min\": [15, 1440]", "\"delay_range_min\": [150, 1440]",
      "rules: “hard”: “delay_range_min” must have the default within" },
    { "\"delay_range_min\": [15, 1440]", "\"delay_range_min\": [15]",
      "rules: “hard”: “delay_range_min” must be two whole numbers" },
    { "\"intensity\": \"moderate\"", "\"intensity\": \"brutal\"", "“long-next-day”: “intensity”" },
    { "\"wall\": \"08:00\"", "\"wall\": \"24:00\"", "“check-next-day”: “wall” must be a time" },
    { "\"weekdays\": [\"sunday\"]", "\"weekdays\": [\"sonntag\"]", "“measure”: “weekdays”" },
    { "\"every_weeks\": 4", "\"every_weeks\": 0", "“therapist”: “every_weeks”" },
    { "\"id\": \"race\"", "\"id\": \"long\"", "rules: “long”: “id” is there twice" },
    { "\"after\": [\"easy\"], \"stems\"", "\"after\": [\"lazy\"], \"stems\"", "no class of runs" },
    { "\"enabled\": false", "\"enabled\": 0", "rules: “easy”: “enabled” must be true or false" },
    { "\"reason\": \"Recovery", "\"cause\": \"Recovery", "rules: “hard”: “reason” is missing" },
  };
  g_autofree char *text = read_file ();

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GString) broken = g_string_new (text);
      g_autoptr (GError) error = NULL;

      g_test_message ("row %zu", i);
      g_assert_cmpuint (g_string_replace (broken, rows[i].from, rows[i].to, 1), ==, 1);
      g_assert_null (parse (broken->str, &error));
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA);
      g_test_message ("%s", error->message);
      g_assert_true (g_str_has_prefix (error->message, "timing.json: "));
      g_assert_nonnull (strstr (error->message, rows[i].message));
    }
}

/* Cut off anywhere, it is refused and nothing breaks. */
static void
test_cut (void)
{
  g_autofree char *text = read_file ();
  gsize length = strlen (text);

  for (gsize end = 0; end + 2 < length; end += 97)
    {
      g_autofree char *part = g_strndup (text, end);
      g_autoptr (GError) error = NULL;

      g_assert_null (parse (part, &error));
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_assert_cmpint (argc, ==, 2);
  path = argv[1];
  g_test_add_func ("/timing/bundled", test_bundled);
  g_test_add_func ("/timing/stems", test_stems);
  g_test_add_func ("/timing/caution", test_caution);
  g_test_add_func ("/timing/faults", test_faults);
  g_test_add_func ("/timing/cut", test_cut);

  return g_test_run ();
}
