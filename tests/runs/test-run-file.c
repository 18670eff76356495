/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <math.h>

#include "rub-run-file.h"

#define UNKNOWN RUB_RUN_FILE_ERROR_UNKNOWN
#define MALFORMED RUB_RUN_FILE_ERROR_MALFORMED
#define NO_RUN RUB_RUN_FILE_ERROR_NO_RUN
#define NO_TIMES RUB_RUN_FILE_ERROR_NO_TIMES
#define NOT_RUNNING RUB_RUN_FILE_ERROR_NOT_RUNNING
#define OK (-1)

#define EASY RUB_RUN_KIND_EASY
#define OTHER RUB_RUN_KIND_OTHER
#define RACE RUB_RUN_KIND_RACE

/* One step of the files: a thousandth of a degree of latitude. */
#define STEP_M 111.19508

/* Most files start at 2026-05-12T06:30:00Z. */
#define START_S G_GINT64_CONSTANT (1778567400)

/* What is in each file of the corpus: an error, or the number of runs and the first of them. */
static const struct
{
  const char *name;
  int code;
  guint n_runs;
  int start_s; /* after START_S */
  int elapsed_s;
  double steps;
  RubRunKind kind;
} rows[] = {
  /* What GPX looks like */
  { "gpx11.gpx", OK, 1, 0, 90, 3, EASY },
  { "gpx10.gpx", OK, 1, 0, 90, 3, EASY },
  { "no-namespace.gpx", OK, 1, 0, 90, 3, EASY },
  { "prefixed.gpx", OK, 1, 0, 90, 3, EASY },
  { "no-declaration.gpx", OK, 1, 0, 90, 3, EASY },
  { "leading-blanks.gpx", OK, 1, 0, 90, 3, EASY },
  { "byte-order-mark.gpx", OK, 1, 0, 90, 3, EASY },
  { "crlf.gpx", OK, 1, 0, 90, 3, EASY },
  { "latin1.gpx", OK, 1, 0, 90, 3, EASY },
  { "not-utf8.gpx", OK, 1, 0, 90, 3, EASY },
  { "encoding-lie.gpx", OK, 1, 0, 90, 3, EASY },
  { "encoding-unknown.gpx", OK, 1, 0, 90, 3, EASY },
  { "extensions.gpx", OK, 1, 0, 90, 3, EASY },
  { "undeclared-prefix.gpx", OK, 1, 0, 90, 3, EASY },
  /* What is no recording */
  { "nothing.gpx", NO_RUN },
  { "empty-track.gpx", NO_RUN },
  { "one-point.gpx", NO_RUN },
  { "route-only.gpx", NO_RUN },
  { "waypoints-only.gpx", NO_RUN },
  { "same-times.gpx", NO_RUN },
  { "no-times.gpx", NO_TIMES },
  { "unreadable-times.gpx", NO_TIMES },
  { "route-and-track.gpx", OK, 1, 0, 90, 3, EASY },
  /* Times */
  { "some-times.gpx", OK, 1, 0, 90, 3, EASY },
  { "repeated-times.gpx", OK, 1, 0, 60, 2, EASY },
  { "points-out-of-order.gpx", OK, 1, 0, 90, 5, EASY },
  { "offsets.gpx", OK, 1, 0, 90, 3, EASY },
  { "no-zone.gpx", OK, 1, 0, 90, 3, EASY },
  { "clock-never-set.gpx", OK, 1, 0, 90, 3, EASY },
  /* Tracks and segments */
  { "segments.gpx", OK, 1, 0, 1380, 6, EASY },
  { "days.gpx", OK, 2, 0, 90, 3, EASY },
  { "tracks-near.gpx", OK, 1, 0, 780, 6, EASY },
  { "tracks-far.gpx", OK, 2, 0, 90, 3, EASY },
  { "tracks-out-of-order.gpx", OK, 1, 0, 690, 6, EASY },
  { "tracks-same-time.gpx", OK, 1, -2, 120, 4, EASY },
  /* Places */
  { "no-elevation.gpx", OK, 1, 0, 90, 3, EASY },
  { "jump.gpx", OK, 1, 0, 120, 4, EASY },
  { "first-fix-wild.gpx", OK, 1, 0, 90, 2, EASY },
  { "moved.gpx", OK, 1, 0, 120, 3, EASY },
  { "out-of-range.gpx", OK, 1, 0, 120, 3, EASY },
  { "null-island.gpx", OK, 1, 0, 90, 2, EASY },
  { "no-coordinates.gpx", OK, 1, 0, 1800, 0, EASY },
  { "treadmill.gpx", OK, 1, 0, 1800, 0, EASY },
  { "hills.gpx", OK, 1, 0, 960, 16, EASY },
  /* Sports */
  { "number-type.gpx", OK, 1, 0, 90, 3, EASY },
  { "type-last.gpx", OK, 1, 0, 90, 3, RACE },
  { "hike.gpx", OK, 1, 0, 90, 3, OTHER },
  { "cycling.gpx", NOT_RUNNING },
  { "cycling-and-running.gpx", OK, 1, 600, 90, 3, EASY },
  { "by-car.gpx", NOT_RUNNING },
  { "by-bicycle.gpx", NOT_RUNNING },
  /* TCX */
  { "laps.tcx", OK, 1, 0, 600, 20, EASY },
  { "leading-blanks.tcx", OK, 1, 0, 600, 20, EASY },
  { "no-namespace.tcx", OK, 1, 0, 600, 20, EASY },
  { "laps-without-distance.tcx", OK, 1, 0, 600, 20, EASY },
  { "laps-without-distance-or-count.tcx", OK, 1, 0, 600, 19, EASY },
  { "laps-add-up.tcx", OK, 1, 0, 900, 20, EASY },
  { "lap-zero.tcx", OK, 1, 0, 600, 20, EASY },
  { "count-anew.tcx", OK, 1, 0, 600, 2220 / STEP_M, EASY },
  { "treadmill.tcx", OK, 1, 0, 1800, 5000 / STEP_M, EASY },
  { "laps-only.tcx", OK, 1, 0, 1300, 4000 / STEP_M, EASY },
  { "laps-without-start.tcx", OK, 1, 0, 1200, 4000 / STEP_M, EASY },
  { "points-only.tcx", OK, 1, 0, 600, 20, EASY },
  { "several.tcx", OK, 2, 0, 600, 2000 / STEP_M, EASY },
  { "multisport.tcx", OK, 1, 3700, 1500, 5000 / STEP_M, EASY },
  { "other.tcx", OK, 1, 0, 600, 2000 / STEP_M, OTHER },
  { "notes.tcx", OK, 1, 0, 600, 2000 / STEP_M, EASY },
  { "bad-numbers.tcx", OK, 1, 0, 600, 20, EASY },
  { "biking.tcx", NOT_RUNNING },
  { "too-fast.tcx", NOT_RUNNING },
  { "no-times.tcx", NO_TIMES },
  { "no-length.tcx", NO_RUN },
  { "far-too-long.tcx", NO_RUN },
  { "no-activities.tcx", NO_RUN },
  { "course.tcx", NO_RUN },
  /* Something else */
  { "empty.gpx", UNKNOWN },
  { "words.gpx", UNKNOWN },
  { "places.kml", UNKNOWN },
  { "web-page.gpx", UNKNOWN },
  { "xhtml.gpx", UNKNOWN },
  /* Damaged */
  { "cut-off.gpx", MALFORMED },
  { "cut-in-tag.gpx", MALFORMED },
  { "mismatched.gpx", MALFORMED },
  { "bare-ampersand.gpx", MALFORMED },
  { "undefined-entity.gpx", MALFORMED },
  { "nul-bytes.gpx", MALFORMED },
  { "junk-behind.gpx", MALFORMED },
  /* Hostile */
  { "laughs.gpx", MALFORMED },
  { "outside-entity.gpx", MALFORMED },
  { "parameter-entity.gpx", MALFORMED },
  { "outside-type.gpx", MALFORMED },
};

static GBytes *
read_corpus (const char *name)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "corpus", name, NULL);
  g_autoptr (GError) error = NULL;
  char *data = NULL;
  gsize size;

  g_file_get_contents (path, &data, &size, &error);
  g_assert_no_error (error);

  return g_bytes_new_take (data, size);
}

static void
assert_first_run (GPtrArray *runs, gsize i)
{
  const RubRunFields *run = rub_run_get_fields (g_ptr_array_index (runs, 0));

  g_assert_cmpint ((run->start_us + G_USEC_PER_SEC / 2) / G_USEC_PER_SEC - START_S, ==,
                   rows[i].start_s);
  g_assert_cmpint (run->elapsed_s, ==, rows[i].elapsed_s);
  g_assert_cmpfloat_with_epsilon (run->distance_m, rows[i].steps * STEP_M, 1.0);
  g_assert_cmpint (run->kind, ==, rows[i].kind);
  g_assert_cmpint (run->id, ==, 0);
  g_assert_cmpint (run->effort, ==, RUB_EFFORT_UNKNOWN);
  g_assert_null (run->zone);
  g_assert_cmpstr (run->source, ==, strrchr (rows[i].name, '.') + 1);
}

static void
test_corpus (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GBytes) bytes = read_corpus (rows[i].name);
      g_autoptr (GError) error = NULL;
      g_autoptr (GPtrArray) runs = rub_run_file_parse (bytes, NULL, &error);

      g_test_message ("%s: %s", rows[i].name, error != NULL ? error->message : "runs");
      g_assert_true ((runs == NULL) == (error != NULL));
      g_assert_cmpint (error != NULL ? error->code : OK, ==, rows[i].code);
      g_assert_true (error == NULL || error->domain == RUB_RUN_FILE_ERROR);
      if (runs == NULL)
        continue;
      g_assert_cmpuint (runs->len, ==, rows[i].n_runs);
      assert_first_run (runs, i);
    }
}

/* A file that nobody expects anything of would not be tested. */
static void
test_corpus_is_complete (void)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "corpus", NULL);
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      gboolean is_known = FALSE;

      for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
        is_known = is_known || g_str_equal (rows[i].name, name);
      g_test_message ("%s", name);
      g_assert_true (is_known);
    }
}

static GPtrArray *
parse_corpus (const char *name)
{
  g_autoptr (GBytes) bytes = read_corpus (name);
  g_autoptr (GError) error = NULL;
  GPtrArray *runs = rub_run_file_parse (bytes, NULL, &error);

  g_assert_no_error (error);

  return runs;
}

static void
test_climbs (void)
{
  g_autoptr (GPtrArray) hilly = parse_corpus ("hills.gpx");
  g_autoptr (GPtrArray) flat = parse_corpus ("laps.tcx");
  g_autoptr (GPtrArray) unknown = parse_corpus ("no-elevation.gpx");
  const RubRunFields *run = rub_run_get_fields (g_ptr_array_index (hilly, 0));

  g_assert_cmpfloat (run->ascent_m, ==, 21);
  g_assert_cmpfloat (run->descent_m, ==, 21);

  run = rub_run_get_fields (g_ptr_array_index (flat, 0));
  g_assert_cmpfloat (run->ascent_m, ==, 0);
  g_assert_cmpfloat (run->descent_m, ==, 0);

  run = rub_run_get_fields (g_ptr_array_index (unknown, 0));
  g_assert_true (isnan (run->ascent_m));
  g_assert_true (isnan (run->descent_m));
}

static void
test_notes (void)
{
  g_autoptr (GPtrArray) with = parse_corpus ("notes.tcx");
  g_autoptr (GPtrArray) without = parse_corpus ("laps.tcx");

  g_assert_cmpstr (rub_run_get_fields (g_ptr_array_index (with, 0))->note, ==,
                   "Left calf tight & slow");
  g_assert_null (rub_run_get_fields (g_ptr_array_index (without, 0))->note);
}

static void
assert_code (GBytes *bytes, int code)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) runs = rub_run_file_parse (bytes, NULL, &error);

  g_assert_cmpint (error != NULL ? error->code : OK, ==, code);
  g_assert_true ((runs == NULL) == (error != NULL));
}

static void
test_wide_text (void)
{
  static const struct
  {
    const char *encoding;
    const char *mark;
    gsize mark_bytes;
  } wide[] = {
    { "UTF-16LE", "\xff\xfe", 2 },
    { "UTF-16BE", "\xfe\xff", 2 },
    { "UTF-16LE", "", 0 },
    { "UTF-16BE", "", 0 },
  };
  g_autoptr (GBytes) narrow = read_corpus ("gpx11.gpx");
  g_autoptr (GBytes) lie = read_corpus ("encoding-lie.gpx");
  GBytes *texts[] = { narrow, lie };

  for (gsize i = 0; i < G_N_ELEMENTS (wide) * G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GByteArray) data = g_byte_array_new ();
      g_autoptr (GBytes) bytes = NULL;
      g_autofree char *text = NULL;
      gsize size, written;
      const char *plain = g_bytes_get_data (texts[i / G_N_ELEMENTS (wide)], &size);

      text = g_convert (plain, (gssize) size, wide[i % 4].encoding, "UTF-8", NULL, &written, NULL);
      g_byte_array_append (data, (const guint8 *) wide[i % 4].mark, (guint) wide[i % 4].mark_bytes);
      g_byte_array_append (data, (const guint8 *) text, (guint) written);
      bytes = g_byte_array_free_to_bytes (g_steal_pointer (&data));
      assert_code (bytes, OK);
    }
}

static GBytes *
pack (GBytes *bytes)
{
  g_autoptr (GZlibCompressor) gzip = g_zlib_compressor_new (G_ZLIB_COMPRESSOR_FORMAT_GZIP, -1);
  g_autoptr (GInputStream) plain = g_memory_input_stream_new_from_bytes (bytes);
  g_autoptr (GInputStream) packed = g_converter_input_stream_new (plain, G_CONVERTER (gzip));
  g_autoptr (GOutputStream) out = g_memory_output_stream_new_resizable ();
  g_autoptr (GError) error = NULL;

  g_output_stream_splice (out, packed, G_OUTPUT_STREAM_SPLICE_CLOSE_TARGET, NULL, &error);
  g_assert_no_error (error);

  return g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (out));
}

static void
test_packed (void)
{
  g_autoptr (GBytes) plain = read_corpus ("laps.tcx");
  g_autoptr (GBytes) packed = pack (plain);
  g_autoptr (GBytes) cut = g_bytes_new_from_bytes (packed, 0, g_bytes_get_size (packed) - 20);
  g_autoptr (GBytes) twice = pack (packed);
  gsize large = RUB_RUN_FILE_MAX_BYTES + 1;
  g_autoptr (GBytes) zeros = g_bytes_new_take (g_malloc0 (large), large);
  g_autoptr (GBytes) bomb = pack (zeros);

  assert_code (packed, OK);
  assert_code (cut, MALFORMED);
  assert_code (twice, UNKNOWN);
  g_assert_cmpuint (g_bytes_get_size (bomb), <, 100000);
  assert_code (bomb, RUB_RUN_FILE_ERROR_TOO_LARGE);
  assert_code (zeros, RUB_RUN_FILE_ERROR_TOO_LARGE);
}

static void
test_other_formats (void)
{
  g_autoptr (GBytes) fit = g_bytes_new_static ("\x0e\x10\x00\x00\x00\x00\x00\x00.FIT", 12);
  g_autoptr (GBytes) zip = g_bytes_new_static ("PK\x03\x04....", 8);
  g_autoptr (GBytes) random = g_bytes_new_static ("\x89PNG\r\n\x1a\n", 8);

  assert_code (fit, UNKNOWN);
  assert_code (zip, UNKNOWN);
  assert_code (random, UNKNOWN);
}

/* Each track is a leg of its own, a day after the one before. */
static void
test_too_many_tracks (void)
{
  g_autoptr (GString) text = g_string_new ("<gpx>");
  g_autoptr (GBytes) bytes = NULL;

  for (int i = 0; i < 1200; i++)
    g_string_append_printf (text,
                            "<trk><trkseg><trkpt><time>20%02d-%02d-01T00:00:00Z</time></trkpt>"
                            "</trkseg></trk>",
                            i / 12, i % 12 + 1);
  g_string_append (text, "</gpx>");
  bytes = g_bytes_new (text->str, text->len);
  assert_code (bytes, RUB_RUN_FILE_ERROR_TOO_LARGE);
}

/* Errors with a place name the line that a text editor would. */
static void
test_message_names_line (void)
{
  g_autoptr (GBytes) bytes = read_corpus ("mismatched.gpx");
  g_autoptr (GError) error = NULL;

  g_assert_null (rub_run_file_parse (bytes, NULL, &error));
  g_assert_cmpstr (error->message, ==,
                   "The file is damaged in line 11. Copy or export it again.");
}

typedef struct
{
  GMainLoop *loop;
  GPtrArray *runs;
  GError *error;
} Load;

static void
on_run_file_load_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Load *load = user_data;

  load->runs = rub_run_file_load_finish (result, &load->error);
  g_main_loop_quit (load->loop);
}

static void
load_corpus (Load *load, const char *name, GCancellable *cancellable)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "corpus", name, NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);

  load->loop = g_main_loop_new (NULL, FALSE);
  rub_run_file_load_async (file, cancellable, on_run_file_load_cb, load);
  g_main_loop_run (load->loop);
  g_main_loop_unref (load->loop);
}

static void
test_load (void)
{
  static const struct
  {
    const char *name;
    gboolean is_cancelled;
    guint n_runs;
    int io_code;
  } loads[] = {
    { "several.tcx", FALSE, 2, 0 },
    { "missing.tcx", FALSE, 0, G_IO_ERROR_NOT_FOUND },
    { "", FALSE, 0, G_IO_ERROR_IS_DIRECTORY },
    { "several.tcx", TRUE, 0, G_IO_ERROR_CANCELLED },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (loads); i++)
    {
      g_autoptr (GCancellable) cancellable = g_cancellable_new ();
      Load load = { NULL, NULL, NULL };

      if (loads[i].is_cancelled)
        g_cancellable_cancel (cancellable);
      load_corpus (&load, loads[i].name, cancellable);
      g_assert_cmpuint (load.runs != NULL ? load.runs->len : 0, ==, loads[i].n_runs);
      if (loads[i].n_runs > 0)
        g_assert_no_error (load.error);
      else
        g_assert_error (load.error, G_IO_ERROR, loads[i].io_code);
      g_clear_pointer (&load.runs, g_ptr_array_unref);
      g_clear_error (&load.error);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/run-file/corpus", test_corpus);
  g_test_add_func ("/run-file/corpus-is-complete", test_corpus_is_complete);
  g_test_add_func ("/run-file/climbs", test_climbs);
  g_test_add_func ("/run-file/notes", test_notes);
  g_test_add_func ("/run-file/wide-text", test_wide_text);
  g_test_add_func ("/run-file/packed", test_packed);
  g_test_add_func ("/run-file/other-formats", test_other_formats);
  g_test_add_func ("/run-file/too-many-tracks", test_too_many_tracks);
  g_test_add_func ("/run-file/message-names-line", test_message_names_line);
  g_test_add_func ("/run-file/load", test_load);

  return g_test_run ();
}
