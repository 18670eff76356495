/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "rub-timing-parser.h"

#include "rub-timing-entry.h"

#define MAX_BYTES (256 * 1024)
#define MAX_NUMBER 1000000

/* What a file is read with. */
typedef struct
{
  const char *name;
  GHashTable *sources;
  RubTiming *timing;
  guint numbers_read; /* bits, by RubTimingNumber */
} Reader;

typedef void (*EntryFunc) (Reader *reader, RubTimingEntry *entry);

static const char *const section_names[] = { "sources", "numbers", "stems", "rules" };

G_GNUC_PRINTF (3, 4)
static gboolean
fail (GError **error, const char *name, const char *format, ...)
{
  g_autofree char *message = NULL;
  va_list args;

  va_start (args, format);
  message = g_strdup_vprintf (format, args);
  va_end (args);
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, "%s: %s", name, message);

  return FALSE;
}

static void
read_number (Reader *reader, RubTimingEntry *entry)
{
  RubTimingNumber number;
  int value;

  entry->id = rub_timing_entry_get_words (entry, "id");
  value = rub_timing_entry_get_int (entry, "value", 0, MAX_NUMBER);
  if (!rub_timing_number_from_id (entry->id, &number))
    {
      rub_timing_entry_fail (entry, "id", "is not known");
      return;
    }
  if ((reader->numbers_read & (1u << number)) != 0)
    rub_timing_entry_fail (entry, "id", "is there twice");

  reader->numbers_read |= 1u << number;
  reader->timing->numbers[number] = value;
}

/* The bits of the demands in "after". */
static guint
read_demands (RubTimingEntry *entry)
{
  g_autoptr (GPtrArray) words = rub_timing_entry_get_list (entry, "after");
  guint demands = 0;

  for (guint i = 0; i < words->len; i++)
    {
      RubRunDemand demand;

      if (rub_run_demand_from_id (words->pdata[i], &demand))
        demands |= 1u << demand;
      else
        rub_timing_entry_fail (entry, "after", "has a word that is no class of runs");
    }

  return demands;
}

static void
read_stems (Reader *reader, RubTimingEntry *entry)
{
  g_autoptr (GPtrArray) stems = rub_timing_entry_get_list (entry, "stems");
  guint demands = read_demands (entry);

  entry->id = stems->len > 0 ? stems->pdata[0] : NULL;
  if (stems->len > RUB_TIMING_MAX_STEMS)
    {
      rub_timing_entry_fail (entry, "stems", "has too many");
      return;
    }

  for (int demand = 0; demand < RUB_RUN_N_DEMANDS; demand++)
    {
      if ((demands & (1u << demand)) == 0)
        continue;
      if (reader->timing->stems[demand][0] != NULL)
        rub_timing_entry_fail (entry, "after", "has a class of runs that has its stems already");
      for (guint i = 0; i < stems->len; i++)
        reader->timing->stems[demand][i] = g_intern_string (stems->pdata[i]);
    }
}

static guint
read_weekdays (RubTimingEntry *entry)
{
  static const char *const names[] = { "monday", "tuesday", "wednesday", "thursday",
                                       "friday", "saturday", "sunday", NULL };
  g_autoptr (GPtrArray) words = rub_timing_entry_get_list (entry, "weekdays");
  guint weekdays = 0;

  for (guint i = 0; i < words->len; i++)
    {
      if (!g_strv_contains (names, words->pdata[i]))
        rub_timing_entry_fail (entry, "weekdays", "has a word that is no day");
      for (int day = 0; names[day] != NULL; day++)
        weekdays |= g_str_equal (names[day], words->pdata[i]) ? 1u << day : 0;
    }

  return weekdays;
}

static void
read_when (RubTimingRule *rule, RubTimingEntry *entry)
{
  RubRuleFields *fields = &rule->fields;

  fields->every_weeks = 1;
  if (!rub_trigger_from_id (rub_timing_entry_get_words (entry, "trigger"), &fields->trigger))
    rub_timing_entry_fail (entry, "trigger", "is not known");
  if (fields->trigger == RUB_TRIGGER_RUN)
    fields->demands = read_demands (entry);
  if (fields->trigger == RUB_TRIGGER_WEEKDAYS)
    {
      fields->weekdays = read_weekdays (entry);
      fields->every_weeks = rub_timing_entry_get_int (entry, "every_weeks", 1, RUB_RULE_MAX_WEEKS);
    }
  else
    fields->day = rub_timing_entry_get_int (entry, "day", 0, RUB_RULE_MAX_DAY);

  if (fields->trigger != RUB_TRIGGER_RUN || fields->day > 0)
    {
      fields->wall_min = rub_timing_entry_get_wall (entry, "wall");
      return;
    }
  fields->delay_min
    = rub_timing_entry_get_int (entry, "delay_min", 0, RUB_RULE_MAX_DELAY_MIN);
  rule->delay_min
    = rub_timing_entry_get_bounds (entry, "delay_range_min", fields->delay_min);
}

static void
read_massage (RubTimingRule *rule, RubTimingEntry *entry)
{
  RubRuleFields *fields = &rule->fields;

  fields->minutes = rub_timing_entry_get_int (entry, "minutes", 1, RUB_RULE_MAX_MINUTES);
  rule->minutes = rub_timing_entry_get_bounds (entry, "minutes_range", fields->minutes);
  if (!rub_intensity_from_id (rub_timing_entry_get_words (entry, "intensity"),
                              &fields->intensity))
    rub_timing_entry_fail (entry, "intensity", "must be light, moderate or deep");
}

static void
read_rule (Reader *reader, RubTimingEntry *entry)
{
  RubTimingRule *rule = &reader->timing->rules[reader->timing->n_rules];

  entry->id = rub_timing_entry_get_words (entry, "id");
  if (reader->timing->n_rules == RUB_TIMING_MAX_RULES)
    {
      rub_timing_entry_fail (entry, "id", "is one too many");
      return;
    }
  if (!g_regex_match_simple ("^[a-z]+(-[a-z]+)*$", entry->id, G_REGEX_DEFAULT,
                             G_REGEX_MATCH_DEFAULT))
    rub_timing_entry_fail (entry, "id", "must be words with dashes between");
  if (rub_timing_find_rule (reader->timing, entry->id) != NULL)
    rub_timing_entry_fail (entry, "id", "is there twice");

  rule->fields.id = g_intern_string (entry->id);
  if (!rub_task_from_id (rub_timing_entry_get_words (entry, "task"), &rule->fields.task))
    rub_timing_entry_fail (entry, "task", "is not known");
  rule->fields.is_enabled = rub_timing_entry_get_bool (entry, "enabled");
  read_when (rule, entry);
  if (rule->fields.task == RUB_TASK_MASSAGE)
    read_massage (rule, entry);
  reader->timing->n_rules++;
}

static gboolean
read_source (Reader *reader, JsonNode *node, GError **error)
{
  JsonObject *object = JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
  const char *id, *citation;

  if (object == NULL || json_object_get_size (object) != 2)
    return fail (error, reader->name, "sources: each must have an id and a citation alone");
  id = json_object_get_string_member_with_default (object, "id", NULL);
  citation = json_object_get_string_member_with_default (object, "citation", NULL);
  if (id == NULL || id[0] == '\0' || citation == NULL || citation[0] == '\0')
    return fail (error, reader->name, "sources: “%s”: must have words as id and citation",
                 id != NULL ? id : "?");
  if (!g_hash_table_insert (reader->sources, g_strdup (id), GINT_TO_POINTER (FALSE)))
    return fail (error, reader->name, "sources: “%s”: is there twice", id);

  return TRUE;
}

static gboolean
read_section (Reader *reader, JsonObject *root, const char *section, EntryFunc read,
              GError **error)
{
  JsonArray *rows = json_object_get_array_member (root, section);

  for (guint i = 0; i < json_array_get_length (rows); i++)
    {
      JsonNode *node = json_array_get_element (rows, i);
      RubTimingEntry entry
        = { .file = reader->name, .section = section, .sources = reader->sources };

      if (read == NULL)
        {
          if (!read_source (reader, node, error))
            return FALSE;
          continue;
        }
      if (!JSON_NODE_HOLDS_OBJECT (node))
        return fail (error, reader->name, "%s: must hold objects only", section);
      entry.object = json_node_get_object (node);
      read (reader, &entry);
      if (!rub_timing_entry_finish (&entry, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
check_whole (Reader *reader, GError **error)
{
  GHashTableIter iter;
  gpointer id, is_cited;

  for (int i = 0; i < RUB_N_TIMING_NUMBERS; i++)
    if ((reader->numbers_read & (1u << i)) == 0)
      return fail (error, reader->name, "numbers: “%s” is missing",
                   rub_timing_number_to_id ((RubTimingNumber) i));
  for (int i = 0; i < RUB_RUN_N_DEMANDS; i++)
    if (reader->timing->stems[i][0] == NULL)
      return fail (error, reader->name, "stems: a class of runs has none");

  g_hash_table_iter_init (&iter, reader->sources);
  while (g_hash_table_iter_next (&iter, &id, &is_cited))
    if (!GPOINTER_TO_INT (is_cited))
      return fail (error, reader->name, "sources: “%s” is cited nowhere", (const char *) id);

  return TRUE;
}

static JsonObject *
parse_root (JsonParser *parser, GBytes *bytes, const char *name, GError **error)
{
  g_autoptr (GError) cause = NULL;
  gsize size;
  const char *json = g_bytes_get_data (bytes, &size);
  JsonObject *root;

  if (size == 0 || size > MAX_BYTES)
    return fail (error, name, "must have 1 to %d bytes", MAX_BYTES), NULL;
  if (!json_parser_load_from_data (parser, json, (gssize) size, &cause))
    return fail (error, name, "%s", cause->message), NULL;
  if (!JSON_NODE_HOLDS_OBJECT (json_parser_get_root (parser)))
    return fail (error, name, "must be an object"), NULL;

  root = json_node_get_object (json_parser_get_root (parser));
  for (gsize i = 0; i < G_N_ELEMENTS (section_names); i++)
    {
      JsonNode *node = json_object_get_member (root, section_names[i]);

      if (node == NULL || !JSON_NODE_HOLDS_ARRAY (node))
        return fail (error, name, "must have a list “%s”", section_names[i]), NULL;
    }
  if (json_object_get_size (root) != G_N_ELEMENTS (section_names))
    return fail (error, name, "has a member that does not belong to it"), NULL;

  return root;
}

RubTiming *
rub_timing_parse (GBytes *bytes, const char *name, GError **error)
{
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();
  g_autoptr (GHashTable) sources = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autofree RubTiming *timing = g_new0 (RubTiming, 1);
  Reader reader = { .name = name, .sources = sources, .timing = timing };
  JsonObject *root;

  g_return_val_if_fail (bytes != NULL, NULL);
  g_return_val_if_fail (name != NULL, NULL);

  root = parse_root (parser, bytes, name, error);
  if (root == NULL || !read_section (&reader, root, "sources", NULL, error)
      || !read_section (&reader, root, "numbers", read_number, error)
      || !read_section (&reader, root, "stems", read_stems, error)
      || !read_section (&reader, root, "rules", read_rule, error) || !check_whole (&reader, error))
    return NULL;

  return g_steal_pointer (&timing);
}
