/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "rub-fuzz.h"

#include <stdlib.h>

#include <glib/gstdio.h>

#define MAX_FILE_BYTES 65536

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
mutate (const RubFuzz *fuzz, GRand *rand, GByteArray *file, GPtrArray *corpus)
{
  guint at = pick (rand, file);
  guint most = 1u << g_rand_int_range (rand, 0, 10);
  guint length = MIN (file->len - at, most);
  const char *word = fuzz->words[g_rand_int_range (rand, 0, fuzz->n_words)];
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
make_file (const RubFuzz *fuzz, GRand *rand, GPtrArray *corpus)
{
  /* Room from the start, so that a place in an empty file is a place all the same. */
  g_autoptr (GByteArray) file = g_byte_array_sized_new (MAX_FILE_BYTES);
  GBytes *seed = g_ptr_array_index (corpus, g_rand_int_range (rand, 0, (gint32) corpus->len));
  int n_mutations = g_rand_int_range (rand, 1, 4);

  g_byte_array_append (file, g_bytes_get_data (seed, NULL), (guint) g_bytes_get_size (seed));
  for (int i = 0; i < n_mutations; i++)
    mutate (fuzz, rand, file, corpus);

  return g_byte_array_free_to_bytes (g_steal_pointer (&file));
}

/* Kept before it is read, so that it is there after a crash. */
static gboolean
try_file (const RubFuzz *fuzz, GBytes *file, const char *kept)
{
  gsize size;
  const char *data = g_bytes_get_data (file, &size);

  g_assert_true (g_file_set_contents_full (kept, data != NULL ? data : "", (gssize) size,
                                           G_FILE_SET_CONTENTS_NONE, 0600, NULL));

  return fuzz->try (file, kept);
}

int
rub_fuzz_run (const RubFuzz *fuzz, int argc, char **argv)
{
  gint64 seconds = argc > 2 ? g_ascii_strtoll (argv[2], NULL, 10) : 20;
  guint32 seed = argc > 3 ? (guint32) g_ascii_strtoull (argv[3], NULL, 10) : 20260512;
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  g_autoptr (GPtrArray) corpus = NULL;
  g_autofree char *kept = g_strdup_printf ("%s/%s-%u", g_get_tmp_dir (), fuzz->name, seed);
  gint64 end_us = g_get_monotonic_time () + seconds * G_TIME_SPAN_SECOND;
  guint64 n_files = 0, n_read = 0;

  g_return_val_if_fail (argc > 1, EXIT_FAILURE);

  corpus = read_corpus (argv[1]);
  while (g_get_monotonic_time () < end_us)
    {
      g_autoptr (GBytes) file = make_file (fuzz, rand, corpus);

      n_read += try_file (fuzz, file, kept);
      n_files++;
    }
  g_unlink (kept);
  g_print ("seed %u: %" G_GUINT64_FORMAT " files, %" G_GUINT64_FORMAT " accepted\n", seed,
           n_files, n_read);

  /* Files that are all refused at the first byte would test nothing. */
  return n_read > n_files / 50 ? EXIT_SUCCESS : EXIT_FAILURE;
}
