/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Hands mutated run files to the reader: fuzz-run-file CORPUS SECONDS [SEED], see rub-fuzz.h. */

#include "config.h"

#include <math.h>

#include "rub-fuzz.h"
#include "rub-run-file.h"

/* What is worth writing over a file: markup, numbers and times at the edge of what they can be. */
static const char *const words[] = {
  "<", ">", "/>", "</", "<!--", "-->", "<![CDATA[", "]]>", "<?", "?>", "&", "&lt;", "&#0;", "&a;",
  "<!DOCTYPE gpx [<!ENTITY a 'b'>]>", "=", "\"", "'", " xmlns=\"x\"", " xmlns:a=\"b\"", "a:",
  "<trk>", "</trk>", "<trkseg>", "</trkseg>", "<trkpt lat=\"1\" lon=\"2\">", "</trkpt>", "<gpx>",
  "<time>", "</time>", "<type>", "</type>", "<ele>", "</ele>", "<Lap>", "</Lap>", "<Activity>",
  "</Activity>", "<Trackpoint>", "</Trackpoint>", "<Track>", "</Track>", "<Notes>", "</Notes>",
  "<DistanceMeters>", "<TotalTimeSeconds>", "0", "-0", "-1", "1e308", "1e-320", "nan", "inf",
  "99999999999999999999", "180.0000001", "-90", "2026-05-12T06:30:00Z", "1990-01-01T00:00:00Z",
  "2099-12-31T24:00:00-14:00", "0000-00-00T00:00:00Z", "\xff\xfe", "\xfe\xff", "\xef\xbb\xbf",
  "\xc3", "\xf4\x90\x80\x80", "\x1f\x8b\x08", "encoding=\"UTF-16\"", "encoding=\"iso-8859-99\"",
};

static gboolean
is_climb (double climb_m)
{
  return isnan (climb_m) || (climb_m >= 0 && climb_m <= RUB_RUN_MAX_CLIMB_M);
}

/* Within the bounds of the years that are read, a day more or less for the zone. */
static gboolean
is_run (const RubRunFields *run)
{
  return run->start_us > G_GINT64_CONSTANT (631065600) * G_USEC_PER_SEC
         && run->start_us < G_GINT64_CONSTANT (4102531200) * G_USEC_PER_SEC && run->elapsed_s >= 1
         && run->elapsed_s <= RUB_RUN_MAX_ELAPSED_S && run->distance_m >= 0
         && run->distance_m <= RUB_RUN_MAX_DISTANCE_M && is_climb (run->ascent_m)
         && is_climb (run->descent_m) && (int) run->kind >= 0 && run->kind < RUB_RUN_N_KINDS
         && run->effort == RUB_EFFORT_UNKNOWN && run->id == 0
         && (run->note == NULL || g_utf8_validate (run->note, -1, NULL));
}

static gboolean
is_sane (GPtrArray *runs, const GError *error)
{
  if (runs == NULL)
    return error != NULL && error->domain == RUB_RUN_FILE_ERROR
           && g_utf8_validate (error->message, -1, NULL);
  if (error != NULL || runs->len == 0)
    return FALSE;

  for (guint i = 0; i < runs->len; i++)
    {
      if (!is_run (rub_run_get_fields (g_ptr_array_index (runs, i))))
        return FALSE;
      if (i > 0 && rub_run_get_start_us (g_ptr_array_index (runs, i - 1))
                     > rub_run_get_start_us (g_ptr_array_index (runs, i)))
        return FALSE;
    }

  return TRUE;
}

static gboolean
try (GBytes *file, const char *kept)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) runs = NULL;

  runs = rub_run_file_parse (file, NULL, &error);
  if (!is_sane (runs, error))
    g_error ("Broken by %s: %s", kept, error != NULL ? error->message : "no error");

  return runs != NULL;
}

int
main (int argc, char **argv)
{
  static const RubFuzz fuzz = { "fuzz-run-file", words, G_N_ELEMENTS (words), try };

  return rub_fuzz_run (&fuzz, argc, argv);
}
