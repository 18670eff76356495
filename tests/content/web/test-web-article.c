/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include "rub-document.h"
#include "rub-net-error.h"
#include "rub-test-server.h"
#include "rub-web-article.h"

/* More pictures, and larger ones, than are loaded. */
#define N_PICTURES 80
#define N_LARGE 12
#define LARGE_BYTES (4 * 1000 * 1000)

typedef struct
{
  RubTestServer *server;
} Fixture;

#define PROSE \
  "<p>This is a paragraph that is long enough to be taken for prose, with a comma in it, and a " \
  "full stop at the end. It is followed by a second sentence, so that there is no doubt.</p>"

static void
write_page (RubTestServer *server, GOutputStream *out, guint n_pictures, const char *picture)
{
  g_autoptr (GString) page
    = g_string_new ("<title>A page</title><body><nav><img src='/nav.png'></nav><h1>A page</h1>");

  g_string_append (page, PROSE PROSE);
  for (guint i = 0; i < n_pictures; i++)
    g_string_append_printf (page, "<p><img src=\"%s%u\" alt=\"Number %u\"></p>", picture, i, i);
  g_string_append (page, PROSE);
  rub_test_server_write_content (server, out, "text/html; charset=utf-8", page->str, page->len);
}

/* Latin-1 in the head, and a lie in the page. */
static void
write_latin1 (RubTestServer *server, GOutputStream *out)
{
  static const char page[]
    = "<meta charset='utf-8'><title>Gr\xfc\xdf dich</title><h1>Gr\xfc\xdf dich</h1>" PROSE PROSE;

  rub_test_server_write_content (server, out, "text/html; charset=iso-8859-1", page,
                                 sizeof page - 1);
}

static void
write_picture (RubTestServer *server, GOutputStream *out, const char *path, gsize size)
{
  g_autofree char *data = g_malloc0 (size);

  g_strlcpy (data, path, size);
  rub_test_server_write_content (server, out, "image/png", data, size);
}

static void
write_unless_known (RubTestServer *server, GOutputStream *out, const char *head)
{
  static const char answer[] = "HTTP/1.1 200 OK\r\nETag: \"v1\"\r\nContent-Type: text/plain\r\n"
                               "Connection: close\r\n\r\nA Title\n=======\n\nOne paragraph.\n";

  if (strstr (head, "If-None-Match: \"v1\"") != NULL)
    rub_test_server_write (server, out, "HTTP/1.1 304 Same\r\n\r\n", -1);
  else
    rub_test_server_write (server, out, answer, -1);
}

static gboolean
on_request_cb (RubTestServer *server, const char *head, const char *path, GOutputStream *out,
               gpointer data)
{
  if (g_str_equal (path, "/page"))
    write_page (server, out, 5, "/picture/");
  else if (g_str_equal (path, "/mixed"))
    write_page (server, out, 7, "/mixed/");
  else if (g_str_equal (path, "/many"))
    write_page (server, out, N_PICTURES, "/picture/");
  else if (g_str_equal (path, "/large"))
    write_page (server, out, N_LARGE, "/large/");
  else if (g_str_equal (path, "/slow"))
    write_page (server, out, 6, "/slow/");
  else if (g_str_equal (path, "/unsafe"))
    {
      g_autofree char *picture
        = g_strdup_printf ("http://localhost:%u/picture/", rub_test_server_get_port (server));

      write_page (server, out, 1, picture);
    }
  else if (g_str_equal (path, "/latin1"))
    write_latin1 (server, out);
  else if (g_str_has_prefix (path, "/picture/") || g_str_equal (path, "/mixed/1")
           || g_str_equal (path, "/mixed/5"))
    write_picture (server, out, path, 64);
  else if (g_str_has_prefix (path, "/large/"))
    write_picture (server, out, path, LARGE_BYTES);
  else if (g_str_equal (path, "/mixed/0"))
    rub_test_server_write (server, out, "HTTP/1.1 404 No\r\nContent-Length: 0\r\n\r\n", -1);
  else if (g_str_equal (path, "/mixed/2"))
    rub_test_server_write_content (server, out, "text/html", "<p>no</p>", 9);
  else if (g_str_equal (path, "/mixed/3"))
    write_picture (server, out, path, RUB_WEB_ARTICLE_MAX_PICTURE_BYTES + 1);
  else if (g_str_equal (path, "/mixed/4"))
    rub_test_server_write (server, out,
                           "HTTP/1.1 302 Found\r\nLocation: /picture/99\r\n"
                           "Content-Length: 0\r\n\r\n", -1);
  else if (g_str_has_prefix (path, "/slow/"))
    rub_test_server_wait (server, 60000);
  else if (g_str_equal (path, "/known"))
    write_unless_known (server, out, head);
  else if (g_str_equal (path, "/film"))
    rub_test_server_write_content (server, out, "video/mp4", "film", 4);
  else if (g_str_equal (path, "/links"))
    rub_test_server_write_content (server, out, "text/html", "<a href='/a'>a</a>", 18);
  else if (g_str_equal (path, "/pdf-as-html"))
    rub_test_server_write_content (server, out, "text/html", "%PDF-1.7 and so on", 18);

  /* Whatever has no answer breaks off. */
  return !g_str_equal (path, "/mixed/6") && !g_str_equal (path, "/known");
}

static void
set_up (Fixture *self, gconstpointer data)
{
  self->server = rub_test_server_new (NULL, on_request_cb, NULL);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  rub_test_server_free (self->server);
}

static void
on_loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GAsyncResult **kept = user_data;

  *kept = g_object_ref (result);
}

static void
on_progress_cb (gint64 n_bytes, gint64 n_total, gpointer user_data)
{
  gint64 *last = user_data;

  g_assert_cmpint (n_bytes, >, 0);
  *last = n_bytes;
}

static RubWebArticle *
load_with (RubWebArticleRequest *request, GCancellable *cancellable, gint64 *n_bytes,
           GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  rub_web_article_load_async (request, cancellable, on_progress_cb, n_bytes, on_loaded_cb,
                              &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);

  return rub_web_article_load_finish (result, error);
}

static RubWebArticle *
load (Fixture *self, const char *path, GError **error)
{
  g_autofree char *address = rub_test_server_get_address (self->server, path);
  RubWebArticleRequest request = { .address = address };
  gint64 n_bytes = 0;

  return load_with (&request, NULL, &n_bytes, error);
}

static gboolean
has_picture (Fixture *self, RubWebArticle *loaded, const char *path)
{
  g_autofree char *address = rub_test_server_get_address (self->server, path);
  GBytes *bytes = g_hash_table_lookup (loaded->pictures, address);

  return bytes != NULL && g_str_equal (g_bytes_get_data (bytes, NULL), path);
}

static void
test_page (Fixture *self, gconstpointer data)
{
  g_autofree char *address = rub_test_server_get_address (self->server, "/page");
  RubWebArticleRequest request = { .address = address };
  g_autoptr (GError) error = NULL;
  gint64 n_bytes = 0;
  g_autoptr (RubWebArticle) loaded = load_with (&request, NULL, &n_bytes, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (rub_article_get_title (loaded->article), ==, "A page");
  g_assert_cmpstr (rub_article_get_address (loaded->article), ==, address);
  g_assert_cmpstr (loaded->address, ==, address);
  g_assert_false (loaded->is_unmodified);
  g_assert_cmpuint (g_hash_table_size (loaded->pictures), ==, 5);
  g_assert_true (has_picture (self, loaded, "/picture/0"));
  g_assert_true (has_picture (self, loaded, "/picture/4"));
  g_assert_cmpint (n_bytes, ==, 5 * 64);
  /* The page and its five pictures; those around it are left where they are. */
  g_assert_cmpuint (rub_test_server_get_n_requests (self->server), ==, 6);
}

static void
test_text_only (Fixture *self, gconstpointer data)
{
  g_autofree char *address = rub_test_server_get_address (self->server, "/page");
  RubWebArticleRequest request = { .address = address, .is_text_only = TRUE };
  g_autoptr (GError) error = NULL;
  gint64 n_bytes = 0;
  g_autoptr (RubWebArticle) loaded = load_with (&request, NULL, &n_bytes, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (g_hash_table_size (loaded->pictures), ==, 0);
  g_assert_cmpuint (rub_test_server_get_n_requests (self->server), ==, 1);
}

/* What becomes of one picture does not become of the others. */
static void
test_mixed (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RubWebArticle) loaded = load (self, "/mixed", &error);
  g_autofree char *moved = rub_test_server_get_address (self->server, "/mixed/4");

  g_assert_no_error (error);
  g_assert_true (has_picture (self, loaded, "/mixed/1"));
  g_assert_true (has_picture (self, loaded, "/mixed/5"));
  g_assert_nonnull (g_hash_table_lookup (loaded->pictures, moved));
  g_assert_cmpuint (g_hash_table_size (loaded->pictures), ==, 3);
}

static void
test_bounds (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RubWebArticle) many = load (self, "/many", &error);
  g_autoptr (RubWebArticle) large = NULL;

  g_assert_no_error (error);
  g_assert_cmpuint (g_hash_table_size (many->pictures), ==, RUB_WEB_ARTICLE_MAX_PICTURES);
  g_assert_cmpuint (rub_test_server_get_n_requests (self->server), ==,
                    RUB_WEB_ARTICLE_MAX_PICTURES + 1);
  g_assert_cmpuint (rub_test_server_get_n_at_once (self->server), <=, RUB_WEB_ARTICLE_AT_ONCE);

  large = load (self, "/large", &error);
  g_assert_no_error (error);
  g_assert_cmpuint (g_hash_table_size (large->pictures) * LARGE_BYTES, <=,
                    RUB_WEB_ARTICLE_MAX_PICTURES_BYTES);
  g_assert_cmpuint (g_hash_table_size (large->pictures), >, 5);
}

static void
test_unmodified (Fixture *self, gconstpointer data)
{
  g_autofree char *address = rub_test_server_get_address (self->server, "/known");
  RubWebArticleRequest request = { .address = address };
  g_autoptr (GError) error = NULL;
  gint64 n_bytes = 0;
  g_autoptr (RubWebArticle) first = load_with (&request, NULL, &n_bytes, &error);
  g_autoptr (RubWebArticle) second = NULL;

  g_assert_no_error (error);
  g_assert_cmpstr (first->etag, ==, "\"v1\"");
  g_assert_null (first->last_modified);
  g_assert_cmpstr (rub_article_get_title (first->article), ==, "A Title");

  request.etag = first->etag;
  second = load_with (&request, NULL, &n_bytes, &error);
  g_assert_no_error (error);
  g_assert_true (second->is_unmodified);
  g_assert_null (second->article);
  g_assert_cmpstr (second->etag, ==, "\"v1\"");
  g_assert_cmpuint (g_hash_table_size (second->pictures), ==, 0);
}

static void
test_charset (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RubWebArticle) loaded = load (self, "/latin1", &error);

  g_assert_no_error (error);
  g_assert_cmpstr (rub_article_get_title (loaded->article), ==, "Grüß dich");
}

static void
test_failures (Fixture *self, gconstpointer data)
{
  const struct
  {
    const char *path;
    GQuark domain;
    int code;
  } rows[] = {
    { "/film", RUB_NET_ERROR, RUB_NET_ERROR_TYPE },
    { "/picture/0", RUB_NET_ERROR, RUB_NET_ERROR_TYPE },
    { "/mixed/0", RUB_NET_ERROR, RUB_NET_ERROR_MISSING },
    { "/mixed/6", RUB_NET_ERROR, RUB_NET_ERROR_BROKEN },
    { "/links", RUB_DOCUMENT_ERROR, RUB_DOCUMENT_ERROR_NO_ARTICLE },
    { "/pdf-as-html", RUB_DOCUMENT_ERROR, RUB_DOCUMENT_ERROR_UNKNOWN },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GError) error = NULL;

      g_test_message ("%s", rows[i].path);
      g_assert_null (load (self, rows[i].path, &error));
      g_assert_error (error, rows[i].domain, rows[i].code);
    }
}

/* The page came over https, so its picture is asked for over https, whatever the page says. */
static void
test_safe (Fixture *self, gconstpointer data)
{
  char *folder = rub_test_certificates_make ();
  g_autofree char *authority = g_build_filename (folder, "ca.pem", NULL);
  g_autofree char *good = g_build_filename (folder, "good.pem", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GTlsDatabase) trust = g_tls_file_database_new (authority, &error);
  g_autoptr (GTlsCertificate) certificate = g_tls_certificate_new_from_file (good, NULL);
  g_autoptr (RubTestServer) server = rub_test_server_new (certificate, on_request_cb, NULL);
  g_autofree char *address = rub_test_server_get_address (server, "/unsafe");
  g_autofree char *picture = NULL;
  RubWebArticleRequest request = { .address = address, .trust = trust };
  g_autoptr (RubWebArticle) loaded = NULL;
  gint64 n_bytes = 0;

  g_assert_no_error (error);
  loaded = load_with (&request, NULL, &n_bytes, &error);
  g_assert_no_error (error);
  picture
    = g_strdup_printf ("http://localhost:%u/picture/0", rub_test_server_get_port (server));
  g_assert_nonnull (g_hash_table_lookup (loaded->pictures, picture));
  rub_test_certificates_remove (folder);
}

static gboolean
on_cancel_cb (gpointer user_data)
{
  g_cancellable_cancel (user_data);

  return G_SOURCE_REMOVE;
}

/* While the pictures keep everybody waiting. */
static void
test_cancel (Fixture *self, gconstpointer data)
{
  g_autofree char *address = rub_test_server_get_address (self->server, "/slow");
  RubWebArticleRequest request = { .address = address };
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  gint64 start_us = g_get_monotonic_time ();
  gint64 n_bytes = 0;

  g_timeout_add (300, on_cancel_cb, cancellable);
  g_assert_null (load_with (&request, cancellable, &n_bytes, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpint (g_get_monotonic_time () - start_us, <, 3 * G_USEC_PER_SEC);
  g_assert_cmpuint (rub_test_server_get_n_requests (self->server), >, 1);
}

static void
add (const char *path, void (*test) (Fixture *, gconstpointer))
{
  g_test_add (path, Fixture, NULL, set_up, test, tear_down);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  add ("/web-article/page", test_page);
  add ("/web-article/text-only", test_text_only);
  add ("/web-article/mixed", test_mixed);
  add ("/web-article/bounds", test_bounds);
  add ("/web-article/unmodified", test_unmodified);
  add ("/web-article/charset", test_charset);
  add ("/web-article/failures", test_failures);
  add ("/web-article/safe", test_safe);
  add ("/web-article/cancel", test_cancel);

  return g_test_run ();
}
