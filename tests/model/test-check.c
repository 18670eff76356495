/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "rub-check.h"

#include <string.h>

/* @n_bytes of "x", then @tail. */
static char *
make_text (int n_bytes, const char *tail)
{
  g_autofree char *text = g_strnfill ((gsize) n_bytes, 'x');

  return g_strconcat (text, tail, NULL);
}

static void
test_clean (void)
{
  static const struct
  {
    const char *text;
    const char *note;
  } rows[] = {
    { NULL, NULL },
    { "", NULL },
    { " \t\n ", NULL },
    { "  after the hill ", "after the hill" },
    { "two\nlines", "two\nlines" },
    { "żółw 🐢", "żółw 🐢" },
    { "caf\xe9", "caf\xef\xbf\xbd" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *note = rub_note_clean (rows[i].text);

      g_test_message ("row %zu", i);
      g_assert_cmpstr (note, ==, rows[i].note);
    }
}

/* A cut never goes through a character, and what was cut stays as it is when cleaned again. */
static void
test_cut (void)
{
  static const struct
  {
    int n_bytes;
    const char *tail;
    gsize length;
  } rows[] = {
    { RUB_NOTE_MAX, "", RUB_NOTE_MAX },
    { RUB_NOTE_MAX, "x", RUB_NOTE_MAX },
    { RUB_NOTE_MAX - 2, "é", RUB_NOTE_MAX },
    { RUB_NOTE_MAX - 1, "é", RUB_NOTE_MAX - 1 },
    { RUB_NOTE_MAX - 4, "🐢🐢", RUB_NOTE_MAX },
    { RUB_NOTE_MAX - 3, "🐢🐢", RUB_NOTE_MAX - 3 },
    { RUB_NOTE_MAX - 2, "  more", RUB_NOTE_MAX - 2 },
    { 100000, "", RUB_NOTE_MAX },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *text = make_text (rows[i].n_bytes, rows[i].tail);
      g_autofree char *note = rub_note_clean (text);
      g_autofree char *again = rub_note_clean (note);

      g_test_message ("row %zu", i);
      g_assert_cmpuint (strlen (note), ==, rows[i].length);
      g_assert_true (g_utf8_validate (note, -1, NULL));
      g_assert_true (g_str_has_prefix (text, note));
      g_assert_cmpstr (again, ==, note);
    }
}

/* A check keeps what it was given, whatever becomes of the giver's text. */
static void
test_copies (void)
{
  char text[] = " after the hill ";
  RubSoreness sore[] = {
    { "calf-left", 4, RUB_SENSATION_TIGHT, text },
    { "shin-right", 14, (RubSensation) 99, "  " },
    { "calf-left", 9, RUB_SENSATION_SHARP, "said twice" },
  };
  g_autoptr (RubCheck) check = rub_check_new (0, 1, 0, sore, G_N_ELEMENTS (sore));
  g_autoptr (RubCheck) stored = rub_check_with_id (check, 7);
  gsize n_sore;

  memset (text, '?', sizeof text - 1);
  g_clear_object (&check);

  rub_check_get_sore (stored, &n_sore);
  g_assert_cmpint (rub_check_get_id (stored), ==, 7);
  g_assert_cmpuint (n_sore, ==, 2);
  g_assert_cmpint (rub_check_find (stored, "calf-left")->soreness, ==, 4);
  g_assert_cmpstr (rub_check_find (stored, "calf-left")->note, ==, "after the hill");
  g_assert_cmpint (rub_check_find (stored, "shin-right")->soreness, ==, RUB_SORENESS_MAX);
  g_assert_cmpint (rub_check_find (stored, "shin-right")->sensation, ==, RUB_SENSATION_THROBBING);
  g_assert_null (rub_check_find (stored, "shin-right")->note);
  g_assert_cmpstr (rub_check_get_worst (stored)->region, ==, "shin-right");
}

static void
test_sensations (void)
{
  RubSensation got = RUB_SENSATION_SHARP;

  for (RubSensation i = 0; i < RUB_N_SENSATIONS; i++)
    {
      g_assert_true (rub_sensation_from_id (rub_sensation_to_id (i), &got));
      g_assert_cmpint (got, ==, i);
      g_assert_cmpstr (rub_sensation_get_name (i), !=, "");
    }
  g_assert_false (rub_sensation_from_id ("tender", &got));
  g_assert_false (rub_sensation_from_id (NULL, &got));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/check/note/clean", test_clean);
  g_test_add_func ("/check/note/cut", test_cut);
  g_test_add_func ("/check/copies", test_copies);
  g_test_add_func ("/check/sensations", test_sensations);

  return g_test_run ();
}
