/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gstdio.h>

#include "rub-article-intake.h"
#include "rub-store-library.h"
#include "rub-document.h"
#include "rub-net-error.h"
#include "rub-read-bench.h"
#include "rub-shelf-bench.h"
#include "rub-test-server.h"

/* Long enough to be taken for the main text of a page. */
#define PROSE                                                                                      \
  "Calves work hardest on hills, and they tell you so the next morning, when the first stairs of " \
  "the day are the longest. A slow walk helps more than a day in a chair, and so does sleep. "

#define PAGE(text)                                                                                 \
  "<html><head><title>Calves and Hills</title></head><body><article><h1>Calves and Hills</h1><p>"  \
  PROSE "</p><p>" text PROSE "</p><p>" PROSE PROSE "</p></article></body></html>"

typedef struct
{
  RubShelfBench bench;
  RubArticleIntake *intake;
  RubTestServer *server;

  /* What the intake told */
  char *key;
  GError *error;
  int n_added;

  /* What the server does: of the thread that answers */
  gint version;
  gint n_unmodified;
} Fixture;

static gboolean
answer (RubTestServer *server, const char *head, const char *path, GOutputStream *out,
        gpointer data)
{
  Fixture *fixture = data;
  gint version = g_atomic_int_get (&fixture->version);
  const char *page = version == 1 ? PAGE ("First. ") : PAGE ("A new sentence stands here. First. ");
  g_autofree char *etag = g_strdup_printf ("\"%d\"", version);
  g_autofree char *answer = NULL;

  if (g_str_equal (path, "/slow"))
    {
      rub_test_server_wait (server, 10000);
      return FALSE;
    }
  if (!g_str_equal (path, "/calves"))
    {
      rub_test_server_write (server, out, "HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n",
                             -1);
      return FALSE;
    }
  if (strstr (head, etag) != NULL)
    {
      g_atomic_int_inc (&fixture->n_unmodified);
      answer = g_strdup_printf ("HTTP/1.1 304 Not Modified\r\nETag: %s\r\n\r\n", etag);
    }
  else
    answer = g_strdup_printf ("HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n"
                              "ETag: %s\r\nContent-Length: %zu\r\n\r\n%s",
                              etag, strlen (page), page);
  rub_test_server_write (server, out, answer, -1);

  return FALSE;
}

static void
on_added_cb (RubArticleIntake *intake, const char *key, Fixture *fixture)
{
  g_free (fixture->key);
  fixture->key = g_strdup (key);
  fixture->n_added++;
}

static void
on_failed_cb (RubArticleIntake *intake, const GError *error, Fixture *fixture)
{
  g_clear_error (&fixture->error);
  fixture->error = g_error_copy (error);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  rub_shelf_bench_open (&fixture->bench);
  fixture->version = 1;
  fixture->server = rub_test_server_new (NULL, answer, fixture);
  fixture->intake = rub_article_intake_new (fixture->bench.library, fixture->bench.shelf);
  g_signal_connect (fixture->intake, "added", G_CALLBACK (on_added_cb), fixture);
  g_signal_connect (fixture->intake, "failed", G_CALLBACK (on_failed_cb), fixture);
}

static gboolean
is_last_reference (gpointer data)
{
  return G_OBJECT (data)->ref_count == 1;
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  rub_read_bench_wait (is_last_reference, fixture->intake);
  g_assert_finalize_object (fixture->intake);
  rub_test_server_free (fixture->server);
  g_clear_error (&fixture->error);
  g_free (fixture->key);
  rub_shelf_bench_close (&fixture->bench);
}

static gboolean
is_told (gpointer data)
{
  Fixture *fixture = data;

  return fixture->key != NULL || fixture->error != NULL;
}

/* Waits until the intake has told something; forgets what it told before. */
static void
expect (Fixture *fixture)
{
  rub_read_bench_wait (is_told, fixture);
  g_assert_false (rub_article_intake_get_busy (fixture->intake));
}

static void
forget (Fixture *fixture)
{
  g_clear_pointer (&fixture->key, g_free);
  g_clear_error (&fixture->error);
}

static const RubSavedArticleFields *
get_saved (Fixture *fixture)
{
  RubRecords *records = rub_library_get_records (fixture->bench.library);

  g_assert_no_error (fixture->error);
  g_assert_nonnull (fixture->key);

  return rub_saved_article_get_fields (rub_records_find_article (records, fixture->key));
}

static guint
count_articles (Fixture *fixture)
{
  return rub_library_get_records (fixture->bench.library)->articles->len;
}

static gboolean
is_empty (gpointer data)
{
  return count_articles (data) == 0;
}

static void
test_address (Fixture *fixture, gconstpointer data)
{
  g_autofree char *address = rub_test_server_get_address (fixture->server, "/calves");

  rub_article_intake_add_address (fixture->intake, address);
  g_assert_true (rub_article_intake_get_busy (fixture->intake));
  expect (fixture);
  g_assert_cmpstr (get_saved (fixture)->title, ==, "Calves and Hills");
  g_assert_cmpstr (get_saved (fixture)->address, ==, address);
  g_assert_cmpstr (get_saved (fixture)->etag, ==, "\"1\"");

  /* The same once more is not loaded again, and not kept twice. */
  forget (fixture);
  rub_article_intake_add_address (fixture->intake, address);
  expect (fixture);
  g_assert_cmpuint (count_articles (fixture), ==, 1);
  g_assert_cmpuint (rub_test_server_get_n_requests (fixture->server), ==, 1);

  rub_shelf_bench_undo (&fixture->bench);
  rub_read_bench_wait (is_empty, fixture);
}

/* Nothing comes of it, the next one works, and nothing is half saved. */
static void
test_failure (Fixture *fixture, gconstpointer data)
{
  g_autofree char *missing = rub_test_server_get_address (fixture->server, "/missing");
  g_autofree char *address = rub_test_server_get_address (fixture->server, "/calves");

  rub_article_intake_add_address (fixture->intake, missing);
  expect (fixture);
  g_assert_error (fixture->error, RUB_NET_ERROR, RUB_NET_ERROR_MISSING);
  g_assert_cmpuint (count_articles (fixture), ==, 0);

  forget (fixture);
  rub_article_intake_add_address (fixture->intake, "no such thing");
  expect (fixture);
  g_assert_error (fixture->error, RUB_NET_ERROR, RUB_NET_ERROR_ADDRESS);

  forget (fixture);
  rub_article_intake_add_address (fixture->intake, address);
  expect (fixture);
  g_assert_cmpstr (get_saved (fixture)->title, ==, "Calves and Hills");
}

static void
test_cancel (Fixture *fixture, gconstpointer data)
{
  g_autofree char *slow = rub_test_server_get_address (fixture->server, "/slow");
  g_autofree char *address = rub_test_server_get_address (fixture->server, "/calves");

  rub_article_intake_add_address (fixture->intake, slow);
  rub_article_intake_cancel (fixture->intake);
  g_assert_false (rub_article_intake_get_busy (fixture->intake));
  rub_read_bench_drain ();
  g_assert_no_error (fixture->error);

  /* Another one takes its place. */
  rub_article_intake_add_address (fixture->intake, slow);
  rub_article_intake_add_address (fixture->intake, address);
  expect (fixture);
  g_assert_cmpstr (get_saved (fixture)->title, ==, "Calves and Hills");
  g_assert_cmpint (fixture->n_added, ==, 1);
}

static gboolean
has_highlight (gpointer data)
{
  Fixture *fixture = data;
  g_autoptr (GPtrArray) highlights = rub_store_list_highlights (
    rub_library_get_store (fixture->bench.library), fixture->key, NULL);

  return highlights->len == 1;
}

static void
add_highlight (Fixture *fixture)
{
  g_autoptr (RubChange) change = rub_change_new ();
  RubHighlightFields fields = { .article_id = fixture->key,
                                .stretch = { 1, 0, 1, 6 },
                                .quote = "First.",
                                .note = "mine" };
  g_autoptr (RubHighlight) highlight = rub_highlight_new (&fields);

  rub_change_save_highlight (change, highlight);
  rub_library_commit (fixture->bench.library, change, NULL);
  rub_read_bench_wait (has_highlight, fixture);
}

static void
refresh (Fixture *fixture)
{
  RubRecords *records = rub_library_get_records (fixture->bench.library);
  g_autofree char *key = g_strdup (fixture->key);

  forget (fixture);
  rub_article_intake_refresh (fixture->intake, rub_records_find_article (records, key));
}

static gboolean
is_idle (gpointer data)
{
  return !rub_article_intake_get_busy (data);
}

/* The words that were highlighted are found again where they now are. */
static void
test_refresh (Fixture *fixture, gconstpointer data)
{
  g_autofree char *address = rub_test_server_get_address (fixture->server, "/calves");
  g_autofree char *key = NULL;
  g_autoptr (GPtrArray) highlights = NULL;
  const RubHighlightFields *moved;

  rub_article_intake_add_address (fixture->intake, address);
  expect (fixture);
  key = g_strdup (fixture->key);
  add_highlight (fixture);

  refresh (fixture);
  rub_read_bench_wait (is_idle, fixture->intake);
  g_assert_cmpint (g_atomic_int_get (&fixture->n_unmodified), ==, 1);
  g_assert_no_error (fixture->error);

  fixture->key = g_strdup (key);
  g_atomic_int_set (&fixture->version, 2);
  refresh (fixture);
  expect (fixture);
  g_assert_cmpstr (fixture->key, ==, key);
  g_assert_cmpstr (get_saved (fixture)->etag, ==, "\"2\"");
  highlights = rub_store_list_highlights (rub_library_get_store (fixture->bench.library), key,
                                          NULL);
  g_assert_cmpuint (highlights->len, ==, 1);
  moved = rub_highlight_get_fields (highlights->pdata[0]);
  g_assert_cmpuint (moved->stretch.start, ==, strlen ("A new sentence stands here. "));
  g_assert_cmpstr (moved->note, ==, "mine");
  g_assert_cmpuint (count_articles (fixture), ==, 1);
}

static void
test_file (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *name;
    const char *content;
    const char *title; /* NULL: refused */
  } rows[] = {
    { "hills.md", "# On Hills\n\nGo slow up and slower down.\n", "On Hills" },
    { "hills.txt", "On Hills\n\nGo slow up and slower down, and rest.\n", "On Hills" },
    { "hills.html", PAGE (""), "Calves and Hills" },
    { "empty.md", "", NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *path = g_build_filename (fixture->bench.folder, rows[i].name, NULL);
      g_autoptr (GFile) file = g_file_new_for_path (path);

      g_assert_true (g_file_set_contents (path, rows[i].content, -1, NULL));
      forget (fixture);
      rub_article_intake_add_file (fixture->intake, file);
      expect (fixture);
      g_test_message ("%s", rows[i].name);
      if (rows[i].title == NULL)
        g_assert_error (fixture->error, RUB_DOCUMENT_ERROR, RUB_DOCUMENT_ERROR_NO_ARTICLE);
      else
        g_assert_cmpstr (get_saved (fixture)->title, ==, rows[i].title);
    }
  g_assert_cmpuint (count_articles (fixture), ==, 3);
}

static gboolean
has_two (gpointer data)
{
  return count_articles (data) == 2;
}

/* None of those that come together is lost, and what is wrong with one holds up no other. */
static void
test_files (Fixture *fixture, gconstpointer data)
{
  static const char *const contents[] = { "# One\n\nFirst.\n", "", "# Three\n\nThird.\n" };

  for (gsize i = 0; i < G_N_ELEMENTS (contents); i++)
    {
      g_autofree char *name = g_strdup_printf ("%zu.md", i);
      g_autofree char *path = g_build_filename (fixture->bench.folder, name, NULL);
      g_autoptr (GFile) file = g_file_new_for_path (path);

      g_assert_true (g_file_set_contents (path, contents[i], -1, NULL));
      rub_article_intake_add_file (fixture->intake, file);
    }
  rub_read_bench_wait (has_two, fixture);
  rub_read_bench_wait (is_told, fixture);
  g_assert_no_error (fixture->error);
}

/* A pasted address is followed; a text that begins with one is a text. */
static void
test_text (Fixture *fixture, gconstpointer data)
{
  g_autofree char *address = rub_test_server_get_address (fixture->server, "/calves");
  g_autofree char *line = g_strconcat ("  ", address, "\n", NULL);
  g_autofree char *text = g_strconcat (address, "\n\nThis page is worth a look. " PROSE, NULL);

  rub_article_intake_add_text (fixture->intake, line, NULL);
  expect (fixture);
  g_assert_cmpstr (get_saved (fixture)->address, ==, address);

  forget (fixture);
  rub_article_intake_add_text (fixture->intake, text, NULL);
  expect (fixture);
  g_assert_null (get_saved (fixture)->address);

  forget (fixture);
  rub_article_intake_add_text (fixture->intake, " \n ", NULL);
  expect (fixture);
  g_assert_nonnull (fixture->error);
  g_assert_cmpuint (count_articles (fixture), ==, 2);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/read/intake/address", Fixture, NULL, set_up, test_address, tear_down);
  g_test_add ("/read/intake/failure", Fixture, NULL, set_up, test_failure, tear_down);
  g_test_add ("/read/intake/cancel", Fixture, NULL, set_up, test_cancel, tear_down);
  g_test_add ("/read/intake/refresh", Fixture, NULL, set_up, test_refresh, tear_down);
  g_test_add ("/read/intake/file", Fixture, NULL, set_up, test_file, tear_down);
  g_test_add ("/read/intake/files", Fixture, NULL, set_up, test_files, tear_down);
  g_test_add ("/read/intake/text", Fixture, NULL, set_up, test_text, tear_down);

  return g_test_run ();
}
