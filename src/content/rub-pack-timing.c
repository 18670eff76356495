/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Turns the numbers of the planner into C while Rubdown is built: a slip in them stops the build,
 * and the background program has them without reading JSON. */

#include "config.h"

#include <stdlib.h>

#include "rub-timing-parser.h"

static void
write_string (GString *code, const char *name, const char *value)
{
  g_autofree char *escaped = g_strescape (value, NULL);

  g_string_append_printf (code, ".%s = \"%s\", ", name, escaped);
}

static void
write_rule (GString *code, const RubTimingRule *rule)
{
  const RubRuleFields *fields = &rule->fields;

  g_string_append (code, "    { .fields = { ");
  write_string (code, "id", fields->id);
  g_string_append_printf (
    code,
    ".task = %d, .demands = %uu, .day = %d, .delay_min = %d, .wall_min = %d, .minutes = %d, "
    ".intensity = %d, .is_enabled = %d, .trigger = %d, .weekdays = %uu, .every_weeks = %d },\n"
    "      .delay_min = { %d, %d }, .minutes = { %d, %d } },\n",
    fields->task, fields->demands, fields->day, fields->delay_min, fields->wall_min,
    fields->minutes, fields->intensity, fields->is_enabled, fields->trigger, fields->weekdays,
    fields->every_weeks, rule->delay_min.least, rule->delay_min.most, rule->minutes.least,
    rule->minutes.most);
}

static char *
write_code (const RubTiming *timing)
{
  GString *code = g_string_new ("/* Made from data/planner/timing.json while building. */\n"
                                "#include \"rub-timing.h\"\n\n"
                                "static const RubTiming bundled = {\n  .numbers = { ");

  for (int i = 0; i < RUB_N_TIMING_NUMBERS; i++)
    g_string_append_printf (code, "%d, ", timing->numbers[i]);
  g_string_append (code, "},\n  .stems = {\n");
  for (int i = 0; i < RUB_RUN_N_DEMANDS; i++)
    {
      g_string_append (code, "    { ");
      for (const char *const *stem = timing->stems[i]; *stem != NULL; stem++)
        {
          g_autofree char *escaped = g_strescape (*stem, NULL);

          g_string_append_printf (code, "\"%s\", ", escaped);
        }
      g_string_append (code, "NULL },\n");
    }
  g_string_append_printf (code, "  },\n  .n_rules = %u,\n  .rules = {\n", timing->n_rules);
  for (guint i = 0; i < timing->n_rules; i++)
    write_rule (code, &timing->rules[i]);
  g_string_append (code, "  },\n};\n\n"
                         "const RubTiming *\nrub_timing_get_bundled (void)\n"
                         "{\n  return &bundled;\n}\n");

  return g_string_free (code, FALSE);
}

static gboolean
pack (const char *from, const char *to, GError **error)
{
  g_autofree char *name = g_path_get_basename (from);
  g_autofree char *text = NULL;
  g_autofree char *code = NULL;
  g_autofree RubTiming *timing = NULL;
  g_autoptr (GBytes) bytes = NULL;
  gsize size;

  if (!g_file_get_contents (from, &text, &size, error))
    return FALSE;
  bytes = g_bytes_new_take (g_steal_pointer (&text), size);
  timing = rub_timing_parse (bytes, name, error);
  if (timing == NULL)
    return FALSE;
  code = write_code (timing);

  return g_file_set_contents (to, code, -1, error);
}

int
main (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;

  if (argc != 3)
    {
      g_printerr ("rub-pack-timing TIMING.json CODE.c\n");
      return EXIT_FAILURE;
    }
  if (!pack (argv[1], argv[2], &error))
    {
      g_printerr ("%s\n", error->message);
      return EXIT_FAILURE;
    }

  return EXIT_SUCCESS;
}
