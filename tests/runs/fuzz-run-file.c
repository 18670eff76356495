/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Hands mutated run files to the reader until the time is up: fuzz-run-file CORPUS SECONDS [SEED].
 * The same seed makes the same files, and is printed; a file that breaks an assertion is left in
 * the temporary folder. Build with -Db_sanitize=address,undefined to get the most of it.
 */

#include "config.h"

#include <math.h>
#include <stdlib.h>

#include <glib/gstdio.h>

#include "rub-run-file.h"

#define MAX_FILE_BYTES 65536

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

static GPtrArray *
read_corpus (const char *path)
{
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
  g_autoptr (GError) error = NULL;
  g_autoptr (GDir) dir = g_dir_open (path, 0, &error);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  const char *name;

  g_assert_no_error (error);
  while ((name = g_dir_read_name (dir)) != NULL)
    g_ptr_array_add (names, g_build_filename (path, name, NULL));
  /* The order of a folder is not that of another machine. */
  g_ptr_array_sort_with_data (names, (GCompareDataFunc) (void (*) (void)) g_strcmp0, NULL);

  for (guint i = 0; i < names->len; i++)
    {
      char *data;
      gsize size;

      g_file_get_contents (g_ptr_array_index (names, i), &data, &size, &error);
      g_assert_no_error (error);
      g_ptr_array_add (files, g_bytes_new_take (data, size));
    }

  return g_steal_pointer (&files);
}

/* A place in @file, its end included. */
static guint
pick (GRand *rand, GByteArray *file)
{
  return (guint) g_rand_int_range (rand, 0, (gint32) file->len + 1);
}

static void
insert (GByteArray *file, guint at, const guint8 *data, guint size)
{
  g_autofree guint8 *tail = g_memdup2 (file->data + at, file->len - at);
  guint tail_size = file->len - at;

  g_byte_array_set_size (file, at);
  g_byte_array_append (file, data, size);
  g_byte_array_append (file, tail, tail_size);
}

static void
mutate (GRand *rand, GByteArray *file, GPtrArray *corpus)
{
  guint at = pick (rand, file);
  guint most = 1u << g_rand_int_range (rand, 0, 10);
  guint length = MIN (file->len - at, most);
  const char *word = words[g_rand_int_range (rand, 0, G_N_ELEMENTS (words))];
  GBytes *other;
  g_autofree guint8 *copy = NULL;

  switch (g_rand_int_range (rand, 0, 6))
    {
    case 0:
      if (at < file->len)
        file->data[at] ^= (guint8) (1 << g_rand_int_range (rand, 0, 8));
      break;
    case 1:
      if (length > 0)
        g_byte_array_remove_range (file, at, length);
      break;
    case 2:
      copy = g_memdup2 (file->data + at, length);
      insert (file, pick (rand, file), copy, length);
      break;
    case 3:
      g_byte_array_set_size (file, at);
      break;
    case 4:
      other = g_ptr_array_index (corpus, g_rand_int_range (rand, 0, (gint32) corpus->len));
      insert (file, at, g_bytes_get_data (other, NULL), (guint) g_bytes_get_size (other));
      break;
    default:
      insert (file, at, (const guint8 *) word, (guint) strlen (word));
      break;
    }
  if (file->len > MAX_FILE_BYTES)
    g_byte_array_set_size (file, MAX_FILE_BYTES);
}

static GBytes *
make_file (GRand *rand, GPtrArray *corpus)
{
  /* Room from the start, so that a place in an empty file is a place all the same. */
  g_autoptr (GByteArray) file = g_byte_array_sized_new (MAX_FILE_BYTES);
  GBytes *seed = g_ptr_array_index (corpus, g_rand_int_range (rand, 0, (gint32) corpus->len));
  int n_mutations = g_rand_int_range (rand, 1, 4);

  g_byte_array_append (file, g_bytes_get_data (seed, NULL), (guint) g_bytes_get_size (seed));
  for (int i = 0; i < n_mutations; i++)
    mutate (rand, file, corpus);

  return g_byte_array_free_to_bytes (g_steal_pointer (&file));
}

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

/* Kept before it is read, so that it is there after a crash. */
static gboolean
try (GBytes *file, const char *kept)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) runs = NULL;
  gsize size;
  const char *data = g_bytes_get_data (file, &size);

  g_assert_true (g_file_set_contents_full (kept, data != NULL ? data : "", (gssize) size,
                                           G_FILE_SET_CONTENTS_NONE, 0600, NULL));
  runs = rub_run_file_parse (file, NULL, &error);
  if (!is_sane (runs, error))
    g_error ("Broken by %s: %s", kept, error != NULL ? error->message : "no error");

  return runs != NULL;
}

int
main (int argc, char **argv)
{
  gint64 seconds = argc > 2 ? g_ascii_strtoll (argv[2], NULL, 10) : 20;
  guint32 seed = argc > 3 ? (guint32) g_ascii_strtoull (argv[3], NULL, 10) : 20260512;
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  g_autoptr (GPtrArray) corpus = NULL;
  g_autofree char *kept = g_strdup_printf ("%s/fuzz-run-file-%u", g_get_tmp_dir (), seed);
  gint64 end_us = g_get_monotonic_time () + seconds * G_USEC_PER_SEC;
  guint64 n_files = 0, n_read = 0;

  g_return_val_if_fail (argc > 1, EXIT_FAILURE);

  corpus = read_corpus (argv[1]);
  while (g_get_monotonic_time () < end_us)
    {
      g_autoptr (GBytes) file = make_file (rand, corpus);

      n_read += try (file, kept);
      n_files++;
    }
  g_unlink (kept);
  g_print ("seed %u: %" G_GUINT64_FORMAT " files, %" G_GUINT64_FORMAT " with runs\n", seed,
           n_files, n_read);

  /* Files that are all refused at the first byte would test nothing. */
  return n_read > n_files / 50 ? EXIT_SUCCESS : EXIT_FAILURE;
}
