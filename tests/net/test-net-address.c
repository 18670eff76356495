/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "rub-net-address.h"
#include "rub-net-error.h"

static void
test_typed (void)
{
  static const struct
  {
    const char *typed;
    const char *address; /* NULL when it is refused */
    gboolean is_guess;
  } rows[] = {
    { "https://example.org/a", "https://example.org/a", FALSE },
    { "HTTP://Example.org", "http://example.org/", FALSE },
    { "  https://example.org/a?b=c&d=%20e#f \n", "https://example.org/a?b=c&d=%20e", FALSE },
    { "example.org", "https://example.org/", TRUE },
    { "example.org/a/b?c", "https://example.org/a/b?c", TRUE },
    { "localhost:8080/a", "https://localhost:8080/a", TRUE },
    { "//example.org/a", "https://example.org/a", TRUE },
    { "127.0.0.1:99", "https://127.0.0.1:99/", TRUE },
    { "https://[::1]:99/a", "https://[::1]:99/a", FALSE },
    { "https://example.org:443/a", "https://example.org/a", FALSE },
    { "https://bücher.example/straße?süß",
      "https://xn--bcher-kva.example/stra%C3%9Fe?s%C3%BC%C3%9F", FALSE },
    { "https://example.org/a b\"<c>", "https://example.org/a%20b%22%3Cc%3E", FALSE },
    { "https://example.org/a%2Fb%zz", "https://example.org/a%2Fb%zz", FALSE },
    { "", NULL, FALSE },
    { "https://", NULL, FALSE },
    { "https:///a", NULL, FALSE },
    { "file:///etc/passwd", NULL, FALSE },
    { "ftp://example.org/a", NULL, FALSE },
    { "javascript:alert(1)", NULL, FALSE },
    { "mailto:a@example.org", NULL, FALSE },
    { "data:text/html,a", NULL, FALSE },
    { "https://user@example.org/", NULL, FALSE },
    { "https://user:pass@example.org/", NULL, FALSE },
    { "user:pass@example.org/", NULL, FALSE },
    { "user@example.org/", NULL, FALSE },
    { "https://exa mple.org/", NULL, FALSE },
    { "https://example.org:99999/", NULL, FALSE },
    { "https://exa\xffmple.org/", NULL, FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      gboolean is_guess;
      g_autoptr (GError) error = NULL;
      g_autoptr (GUri) uri = rub_net_address_parse (rows[i].typed, &is_guess, &error);
      g_autofree char *address = uri != NULL ? rub_net_address_to_string (uri) : NULL;

      g_test_message ("row %zu", i);
      g_assert_cmpstr (address, ==, rows[i].address);
      if (address != NULL)
        g_assert_cmpint (is_guess, ==, rows[i].is_guess);
      else
        g_assert_error (error, RUB_NET_ERROR, RUB_NET_ERROR_ADDRESS);
    }
}

static void
test_long (void)
{
  g_autofree char *tail = g_strnfill (100000, 'a');
  g_autofree char *typed = g_strconcat ("https://example.org/", tail, NULL);
  gboolean is_guess;
  g_autoptr (GError) error = NULL;

  g_assert_null (rub_net_address_parse (typed, &is_guess, &error));
  g_assert_error (error, RUB_NET_ERROR, RUB_NET_ERROR_ADDRESS);
}

static void
test_follow (void)
{
  static const struct
  {
    const char *from;
    const char *location;
    const char *address; /* NULL when it is refused */
  } rows[] = {
    { "https://example.org/a/b", "/c", "https://example.org/c" },
    { "https://example.org/a/b", "c?d", "https://example.org/a/c?d" },
    { "https://example.org/a/b", "//other.example/", "https://other.example/" },
    { "https://example.org/a", "https://other.example/é", "https://other.example/%C3%A9" },
    { "http://example.org/a", "https://example.org/a", "https://example.org/a" },
    { "http://example.org/a", "http://example.org/b#c", "http://example.org/b" },
    { "https://example.org/a", "http://example.org/a", NULL },
    { "https://example.org/a", "file:///etc/passwd", NULL },
    { "https://example.org/a", "ftp://example.org/", NULL },
    { "https://example.org/a", "javascript:alert(1)", NULL },
    { "https://example.org/a", "https://user:pass@example.org/", NULL },
    { "https://example.org/a", "https://", NULL },
    { "https://example.org/a", "https://exam\xffple.org", NULL },
    { "https://example.org/a", NULL, NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      gboolean is_guess;
      g_autoptr (GError) error = NULL;
      g_autoptr (GUri) from = rub_net_address_parse (rows[i].from, &is_guess, &error);
      g_autoptr (GUri) uri = rub_net_address_follow (from, rows[i].location, &error);
      g_autofree char *address = uri != NULL ? rub_net_address_to_string (uri) : NULL;

      g_assert_cmpstr (address, ==, rows[i].address);
      if (address == NULL)
        g_assert_error (error, RUB_NET_ERROR, RUB_NET_ERROR_REDIRECT);
    }
}

static void
test_is_web (void)
{
  g_assert_true (rub_net_address_is_web ("https://example.org"));
  g_assert_true (rub_net_address_is_web ("HTTP://example.org"));
  g_assert_false (rub_net_address_is_web ("example.org"));
  g_assert_false (rub_net_address_is_web ("https:"));
  g_assert_false (rub_net_address_is_web ("a.html"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/net-address/typed", test_typed);
  g_test_add_func ("/net-address/long", test_long);
  g_test_add_func ("/net-address/follow", test_follow);
  g_test_add_func ("/net-address/is-web", test_is_web);

  return g_test_run ();
}
