/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "rub-markup.h"
#include "rub-run-file.h"

static void
on_start_cb (RubMarkup *markup, const char *path, gpointer user_data)
{
  const char *id = rub_markup_get_attribute (markup, "id");

  g_string_append_printf (user_data, "<%s%s%s", path, id != NULL ? " " : "", id != NULL ? id : "");
  if (g_str_has_suffix (path, "/halt"))
    rub_markup_stop (markup, g_error_new (G_IO_ERROR, G_IO_ERROR_FAILED, "line %d",
                                          rub_markup_get_line (markup)));
}

static void
on_end_cb (RubMarkup *markup, const char *path, const char *text, gpointer user_data)
{
  g_string_append_printf (user_data, ">%s(%s)", path, text);
}

static const RubMarkupVisitor visitor = { .start = on_start_cb, .end = on_end_cb };

static void
test_walk (void)
{
  static const struct
  {
    const char *text;
    const char *walk;
    int code; /* -1: no error */
  } rows[] = {
    { "<a/>", "<a>a()", -1 },
    { "<a> b &amp; c\n</a>", "<a>a(b & c)", -1 },
    { "<a><![CDATA[<b>]]>&#65;</a>", "<a>a(<b>A)", -1 },
    { "<a id='1' x:id='2' xmlns:x='y'/>", "<a 1>a()", -1 },
    { "<a id='&lt;&#9;'/>", "<a <\t>a()", -1 },
    { "<a>x<b>y</b>z</a>", "<a<a/b>a/b(y)>a()", -1 },
    { "<a xmlns='n'><b xmlns='m'><a xmlns='n'/></b><c/></a>", "<a<a/c>a/c()>a()", -1 },
    { "<p:a xmlns:p='n'><p:b/><b/></p:a>", "<a<a/b>a/b()>a()", -1 },
    { "<a><b><halt/></b><c/></a>", "<a<a/b<a/b/halt", G_IO_ERROR_FAILED },
    { "<a><b></a>", "<a<a/b", RUB_RUN_FILE_ERROR_MALFORMED },
    { "<a>&b;</a>", "<a", RUB_RUN_FILE_ERROR_MALFORMED },
    { "<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>", "", RUB_RUN_FILE_ERROR_MALFORMED },
    { "<!DOCTYPE HTML><a/>", "", RUB_RUN_FILE_ERROR_UNKNOWN },
    { "<", "", RUB_RUN_FILE_ERROR_UNKNOWN },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GBytes) bytes = g_bytes_new_static (rows[i].text, strlen (rows[i].text));
      g_autoptr (GString) walk = g_string_new (NULL);
      g_autoptr (GError) error = NULL;
      gboolean is_done = rub_markup_walk (bytes, &visitor, walk, NULL, &error);

      g_test_message ("%s", rows[i].text);
      g_assert_cmpstr (walk->str, ==, rows[i].walk);
      g_assert_cmpint (error != NULL ? error->code : -1, ==, rows[i].code);
      g_assert_true (is_done == (error == NULL));
    }
}

static char *
repeat (const char *part, gsize n)
{
  GString *text = g_string_new (NULL);

  for (gsize i = 0; i < n; i++)
    g_string_append (text, part);

  return g_string_free (text, FALSE);
}

static void
assert_walk (const char *text, int code)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));
  g_autoptr (GString) walk = g_string_new (NULL);
  g_autoptr (GError) error = NULL;

  rub_markup_walk (bytes, &visitor, walk, NULL, &error);
  g_assert_cmpint (error != NULL ? error->code : -1, ==, code);
}

static void
test_depth (void)
{
  g_autofree char *starts = repeat ("<a>", RUB_MARKUP_MAX_DEPTH);
  g_autofree char *ends = repeat ("</a>", RUB_MARKUP_MAX_DEPTH);
  g_autofree char *deep = g_strconcat (starts, ends, NULL);
  g_autofree char *deeper = g_strconcat ("<a>", starts, ends, "</a>", NULL);

  assert_walk (deep, -1);
  assert_walk (deeper, RUB_RUN_FILE_ERROR_TOO_LARGE);
}

static char *
make_attributes (const char *format_start, int n)
{
  GString *text = g_string_new ("<a");

  for (int i = 0; i < n; i++)
    g_string_append_printf (text, " %s%d='='", format_start, i);
  g_string_append (text, "/>");

  return g_string_free (text, FALSE);
}

static void
test_attribute_flood (void)
{
  g_autofree char *many = make_attributes ("b", 100);
  g_autofree char *flood = make_attributes ("b", 101);
  g_autofree char *torrent = make_attributes ("b", 500000);
  g_autofree char *signs = repeat ("=", 100000);
  g_autofree char *in_text = g_strdup_printf ("<a b='>'>%s</a>", signs);
  g_autofree char *in_value = g_strdup_printf ("<a b='\"%s'/>", signs);

  assert_walk (many, -1);
  assert_walk (flood, RUB_RUN_FILE_ERROR_TOO_LARGE);
  assert_walk (torrent, RUB_RUN_FILE_ERROR_TOO_LARGE);
  assert_walk (in_text, -1);
  assert_walk (in_value, -1);
}

static void
test_namespace_flood (void)
{
  g_autofree char *tag = make_attributes ("xmlns:b", 60);
  g_autofree char *open = g_strndup (tag, strlen (tag) - 2);
  g_autofree char *two_in_row = g_strconcat ("<a>", tag, tag, tag, "</a>", NULL);
  g_autofree char *nested = g_strconcat (open, ">", open, "></a></a>", NULL);

  assert_walk (two_in_row, -1);
  assert_walk (nested, RUB_RUN_FILE_ERROR_TOO_LARGE);
}

static void
test_long_parts (void)
{
  g_autofree char *letters = repeat ("long", 1024 * 1024);
  g_autofree char *in_text = g_strdup_printf ("<a>%s</a>", letters);
  g_autofree char *in_value = g_strdup_printf ("<a id='%s'/>", letters);
  g_autofree char *in_name = g_strdup_printf ("<a><b%.70s/><c/></a>", letters);
  const char *texts[] = { in_text, in_value };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GBytes) bytes = g_bytes_new_static (texts[i], strlen (texts[i]));
      g_autoptr (GString) walk = g_string_new (NULL);
      g_autoptr (GError) error = NULL;

      g_assert_true (rub_markup_walk (bytes, &visitor, walk, NULL, &error));
      g_assert_no_error (error);
      g_assert_cmpuint (walk->len, >=, RUB_MARKUP_MAX_TEXT);
      g_assert_cmpuint (walk->len, <=, RUB_MARKUP_MAX_TEXT + 16);
    }
  assert_walk (in_name, -1);
}

static void
test_cancelled (void)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static ("<a/>", 4);
  g_autoptr (GString) walk = g_string_new (NULL);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_false (rub_markup_walk (bytes, &visitor, walk, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpstr (walk->str, ==, "");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/markup/walk", test_walk);
  g_test_add_func ("/markup/depth", test_depth);
  g_test_add_func ("/markup/attribute-flood", test_attribute_flood);
  g_test_add_func ("/markup/namespace-flood", test_namespace_flood);
  g_test_add_func ("/markup/long-parts", test_long_parts);
  g_test_add_func ("/markup/cancelled", test_cancelled);

  return g_test_run ();
}
