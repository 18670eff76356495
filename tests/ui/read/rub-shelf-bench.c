/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "rub-shelf-bench.h"

#include <glib/gstdio.h>

#include "rub-read-bench.h"

static gboolean
is_read (gpointer data)
{
  return rub_library_can_write (data);
}

static void
on_committed_cb (RubLibrary *library, const char *title, RubChange *undo, RubShelfBench *self)
{
  g_set_object (&self->undo, undo);
  self->n_told++;
}

void
rub_shelf_bench_open (RubShelfBench *self)
{
  g_autofree char *path = NULL;

  *self = (RubShelfBench){ 0 };
  self->folder = g_dir_make_tmp ("rub-shelf-XXXXXX", NULL);
  self->settings = g_settings_new (RUB_APP_ID);
  path = g_build_filename (self->folder, "rubdown.db", NULL);
  self->library = rub_library_new (path, self->settings);
  g_signal_connect (self->library, "committed", G_CALLBACK (on_committed_cb), self);
  rub_read_bench_wait (is_read, self->library);
  self->shelf = rub_shelf_new (self->library);
}

static gboolean
is_last_reference (gpointer data)
{
  return G_OBJECT (data)->ref_count == 1;
}

static void
remove_folder (const char *path)
{
  g_autoptr (GDir) folder = g_dir_open (path, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      if (g_file_test (child, G_FILE_TEST_IS_DIR))
        remove_folder (child);
      else
        g_remove (child);
    }
  g_rmdir (path);
}

void
rub_shelf_bench_close (RubShelfBench *self)
{
  rub_read_bench_wait (is_last_reference, self->shelf);
  g_assert_finalize_object (self->shelf);
  g_clear_object (&self->undo);
  rub_read_bench_wait (is_last_reference, self->library);
  g_assert_finalize_object (self->library);
  g_assert_finalize_object (self->settings);
  remove_folder (self->folder);
  g_free (self->folder);
}

static gboolean
has_undo (gpointer data)
{
  return ((RubShelfBench *) data)->undo != NULL;
}

void
rub_shelf_bench_undo (RubShelfBench *self)
{
  g_autoptr (RubChange) undo = NULL;

  rub_read_bench_wait (has_undo, self);
  undo = g_steal_pointer (&self->undo);
  rub_library_commit (self->library, undo, NULL);
}

typedef struct
{
  RubLibrary *library;
  const char *key;
} Wanted;

static gboolean
is_there (gpointer data)
{
  const Wanted *wanted = data;

  return rub_records_find_article (rub_library_get_records (wanted->library), wanted->key) != NULL;
}

char *
rub_shelf_bench_save (RubShelfBench *self, const char *title, const char *address)
{
  static const char *const texts[] = { "Rest well after long runs.", "Then run again." };
  g_autoptr (GPtrArray) blocks = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (RubArticle) article = NULL;
  g_autoptr (RubSavedArticle) saved = NULL;
  g_autoptr (RubChange) change = rub_change_new ();
  RubArticleFields fields
    = { .id = "id", .language = "en", .title = title, .address = address };
  Wanted wanted = { self->library, NULL };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      RubBlockFields block = { .kind = RUB_BLOCK_PARAGRAPH, .text = texts[i] };

      g_ptr_array_add (blocks, rub_block_new (&block));
    }
  article = rub_article_new_full (&fields, blocks);
  saved = rub_saved_article_new_from_content (article);
  rub_change_save_article (change, saved, article, NULL);
  rub_library_commit (self->library, change, NULL);
  wanted.key = rub_saved_article_get_key (saved);
  rub_read_bench_wait (is_there, &wanted);

  return g_strdup (wanted.key);
}
