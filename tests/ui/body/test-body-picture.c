/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gstdio.h>
#include <gtk/gtk.h>
#include <signal.h>
#include <string.h>
#include <sys/resource.h>

#include "rub-body-file.h"
#include "rub-body-loader.h"
#include "rub-body-sheet.h"
#include "rub-file-write.h"

#define A4 ((RubPoint){ 595.28, 841.89 })
#define A4_HEIGHT (841.89 / 595.28 * RUB_SHEET_WIDTH)

#define DAY_US (24 * G_TIME_SPAN_HOUR)
/* 24 November 2026, 18:30 UTC. */
#define NOW_US (G_GINT64_CONSTANT (1795545000) * G_TIME_SPAN_SECOND)

static const char long_note[]
  = "Anfangs nur beim Bergablaufen, inzwischen auch beim Treppensteigen und im Sitzen, "
    "Donaudampfschifffahrtsgesellschaftskapitänsmützenbandbefestigungsschraubenzieher inbegriffen, "
    "am Morgen stärker als am Abend, nach zwei Ruhetagen besser, nach dem langen Lauf schlimmer.";

static RubBody *
get_body (void)
{
  return rub_body_loader_get_bundled (RUB_BODY_BUILD_STANDARD);
}

/* The first @n_sore regions, each with @note; levels go on by @step from one to the next. */
static RubCheck *
create_check (guint n_sore, int step, const char *note, gint64 made_us)
{
  GPtrArray *regions = rub_body_get_regions (get_body ());
  g_autoptr (GArray) sore = g_array_new (FALSE, TRUE, sizeof (RubSoreness));

  for (guint i = 0; i < MIN (n_sore, regions->len); i++)
    {
      RubSoreness one = {
        .region = rub_region_get_id (g_ptr_array_index (regions, i)),
        .soreness = 1 + (int) i * step % RUB_SORENESS_MAX,
        .sensation = i % RUB_N_SENSATIONS,
        .note = note,
      };

      g_array_append_val (sore, one);
    }

  return rub_check_new (0, made_us, 0, (const RubSoreness *) sore->data, sore->len);
}

static RubBodyPicture *
create_picture (RubBodyMarks *marks, RubCheck *check, gboolean is_right_to_left)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_utc ();
  RubBodyPictureFields fields = {
    .body = get_body (),
    .marks = marks,
    .check = check,
    .is_right_to_left = is_right_to_left,
  };
  RubBodyPicture *picture;

  rub_body_picture_fields_set_words (&fields, NOW_US - 28 * DAY_US, NOW_US, zone);
  picture = rub_body_picture_new (&fields);
  rub_body_picture_fields_clear_words (&fields);

  return picture;
}

static RubBodyPicture *
create_check_picture (guint n_sore, const char *note, gboolean is_right_to_left)
{
  g_autoptr (RubCheck) check = create_check (n_sore, 3, note, NOW_US);
  g_autoptr (RubBodyMarks) marks = rub_body_marks_new_for_check (check);

  return create_picture (marks, check, is_right_to_left);
}

static RubBodyPicture *
create_change_picture (void)
{
  g_autoptr (RubCheck) before = create_check (12, 3, NULL, NOW_US - 7 * DAY_US);
  g_autoptr (RubCheck) after = create_check (9, 7, NULL, NOW_US);
  g_autoptr (RubBodyMarks) marks = rub_body_marks_new_for_change (before, after);

  return create_picture (marks, NULL, FALSE);
}

static RubBodyPicture *
create_summary_picture (gboolean is_right_to_left)
{
  g_autoptr (GPtrArray) checks = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (RubBodyMarks) marks = NULL;

  for (int i = 1; i <= 9; i++)
    g_ptr_array_add (checks, create_check ((guint) i * 2, 3, NULL, NOW_US - i * DAY_US));
  marks = rub_body_marks_new_for_summary (checks, NOW_US - 28 * DAY_US, NOW_US);

  return create_picture (marks, NULL, is_right_to_left);
}

static gboolean
has_overlap (const RubBox *a, const RubBox *b)
{
  /* Lines stand as near as their letters allow. */
  const double slack = 0.5;

  return a->x + slack < b->x + b->width && b->x + slack < a->x + a->width
         && a->y + slack < b->y + b->height && b->y + slack < a->y + a->height;
}

static void
assert_on_sheet (const RubBox *box, double height, const char *what)
{
  if (box->x < 0 || box->y < 0 || box->x + box->width > RUB_SHEET_WIDTH
      || box->y + box->height > height)
    g_error ("not on the sheet: %s: %g %g %g %g of %g", what, box->x, box->y, box->width,
             box->height, height);
}

static void
assert_tidy (RubBodySheet *sheet)
{
  guint n_words = rub_body_sheet_get_n_words (sheet);

  g_assert_cmpuint (n_words, >, 8);
  for (guint i = 0; i < n_words; i++)
    {
      RubBox box, other;
      const char *word = rub_body_sheet_get_word (sheet, i, &box);

      assert_on_sheet (&box, rub_body_sheet_get_height (sheet), word);
      for (guint j = i + 1; j < n_words; j++)
        {
          const char *second = rub_body_sheet_get_word (sheet, j, &other);

          if (has_overlap (&box, &other))
            g_error ("“%s” runs into “%s”", word, second);
        }
      for (int view = 0; view < RUB_N_BODY_VIEWS; view++)
        {
          other = rub_body_sheet_get_figure (sheet, view);
          if (has_overlap (&box, &other))
            g_error ("“%s” runs into a figure", word);
        }
    }
  for (int view = 0; view < RUB_N_BODY_VIEWS; view++)
    {
      RubBox figure = rub_body_sheet_get_figure (sheet, view);

      assert_on_sheet (&figure, rub_body_sheet_get_height (sheet), "a figure");
    }
}

static void
test_words_have_room (void)
{
  static const struct
  {
    guint n_sore;
    const char *note;
    double height;
    gboolean is_right_to_left;
  } rows[] = {
    { 0, NULL, 0, FALSE },
    { 0, NULL, A4_HEIGHT, TRUE },
    { 5, "On the stairs", A4_HEIGHT, FALSE },
    { 20, long_note, 0, FALSE },
    { 20, long_note, 0, TRUE },
    { 20, long_note, A4_HEIGHT, TRUE },
    { 200, NULL, 0, FALSE },
    { 200, long_note, A4_HEIGHT, FALSE },
    { 200, "قليلا على الدرج", A4_HEIGHT, TRUE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (RubBodyPicture) picture
        = create_check_picture (rows[i].n_sore, rows[i].note, rows[i].is_right_to_left);
      g_autoptr (RubBodySheet) sheet = rub_body_sheet_new (picture, rows[i].height);

      if (rows[i].height > 0)
        g_assert_cmpfloat (rub_body_sheet_get_height (sheet), ==, rows[i].height);
      assert_tidy (sheet);
    }
}

static void
test_change_and_summary_have_room (void)
{
  g_autoptr (RubBodyPicture) change = create_change_picture ();
  g_autoptr (RubBodyPicture) summary = create_summary_picture (FALSE);
  g_autoptr (RubBodyPicture) turned = create_summary_picture (TRUE);
  RubBodyPicture *pictures[] = { change, summary, turned };

  for (gsize i = 0; i < G_N_ELEMENTS (pictures); i++)
    {
      g_autoptr (RubBodySheet) free_sheet = rub_body_sheet_new (pictures[i], 0);
      g_autoptr (RubBodySheet) page = rub_body_sheet_new (pictures[i], A4_HEIGHT);

      assert_tidy (free_sheet);
      assert_tidy (page);
    }
}

/* How often a text is on the sheet, whole; @box (out) is that of the last. */
static int
count_word (RubBodySheet *sheet, const char *text, RubBox *box)
{
  int n_found = 0;

  for (guint i = 0; i < rub_body_sheet_get_n_words (sheet); i++)
    {
      RubBox here;

      if (g_strcmp0 (rub_body_sheet_get_word (sheet, i, &here), text) != 0)
        continue;
      n_found++;
      *box = here;
    }

  return n_found;
}

static double
find_side (RubBodySheet *sheet, RubBodyView view, const char *text)
{
  RubBox figure = rub_body_sheet_get_figure (sheet, view), box;

  for (guint i = 0; i < rub_body_sheet_get_n_words (sheet); i++)
    if (g_strcmp0 (rub_body_sheet_get_word (sheet, i, &box), text) == 0
        && box.x + box.width / 2 > figure.x && box.x + box.width / 2 < figure.x + figure.width)
      return box.x + box.width / 2;

  g_error ("no “%s” at view %d", text, view);
}

static void
test_sides_stand_at_figures (void)
{
  /* Whether the person's left is on the left of the drawing. */
  static const gboolean is_left_first[2][RUB_N_BODY_VIEWS]
    = { { FALSE, TRUE, TRUE }, { TRUE, TRUE, TRUE } };

  for (int is_mirrored = 0; is_mirrored < 2; is_mirrored++)
    {
      g_autoptr (RubBodyPicture) base = create_check_picture (1, NULL, FALSE);
      RubBodyPictureFields fields = *rub_body_picture_get_fields (base);
      g_autoptr (RubBodyPicture) picture = NULL;
      g_autoptr (RubBodySheet) sheet = NULL;

      fields.is_mirrored = is_mirrored;
      picture = rub_body_picture_new (&fields);
      sheet = rub_body_sheet_new (picture, 0);
      for (int view = 0; view < RUB_N_BODY_VIEWS; view++)
        g_assert_cmpint (find_side (sheet, view, "Left") < find_side (sheet, view, "Right"), ==,
                         is_left_first[is_mirrored][view]);
    }
}

static void
test_words_are_said (void)
{
  g_autoptr (RubBodyPicture) picture = create_check_picture (1, "On the stairs", FALSE);
  g_autoptr (RubBodySheet) sheet = rub_body_sheet_new (picture, 0);
  g_autoptr (RubBodyPicture) change = create_change_picture ();
  g_autofree char *words = rub_body_picture_describe (change);
  RubRegion *first = g_ptr_array_index (rub_body_get_regions (get_body ()), 0);
  g_autofree char *line = g_strdup_printf ("%s: 1", rub_region_get_name (first));
  RubBox box;

  g_assert_cmpint (count_word (sheet, "Body Map", &box), ==, 1);
  g_assert_cmpint (count_word (sheet, "24 November 2026, 18:30", &box), ==, 1);
  g_assert_cmpint (count_word (sheet, line, &box), ==, 1);
  g_assert_cmpint (count_word (sheet, "On the stairs", &box), ==, 1);
  g_assert_cmpint (count_word (sheet, "Nothing sore", &box), ==, 0);
  g_assert_cmpint (count_word (sheet, "Do not massage here", &box), ==, 1);
  g_assert_cmpstr (rub_body_picture_get_fields (picture)->name, ==, "body-map-2026-11-24");

  g_assert_nonnull (strstr (words, ": better, from "));
  g_assert_nonnull (strstr (words, ": worse, from "));
  g_assert_nonnull (strstr (words, ": gone, was "));
  g_assert_nonnull (strstr (words, ": as before, 1"));
}

/* The sorest first, and as many as there are. */
static void
test_lines_are_sorted (void)
{
  g_autoptr (RubBodyPicture) picture = create_check_picture (25, NULL, FALSE);
  GPtrArray *lines = rub_body_picture_get_lines (picture);

  g_assert_cmpuint (lines->len, ==, 25);
  for (guint i = 1; i < lines->len; i++)
    {
      const RubBodyPictureLine *before = g_ptr_array_index (lines, i - 1);
      const RubBodyPictureLine *after = g_ptr_array_index (lines, i);

      g_assert_cmpint (before->look.soreness, >=, after->look.soreness);
    }
}

static void
test_overlong_list_says_so (void)
{
  g_autoptr (RubBodyPicture) picture = create_check_picture (200, NULL, FALSE);
  guint n_lines = rub_body_picture_get_lines (picture)->len, n_shown = 0;
  g_autoptr (RubBodySheet) sheet = rub_body_sheet_new (picture, A4_HEIGHT);
  g_autofree char *rest = NULL;
  RubBox box;

  for (guint i = 0; i < n_lines; i++)
    {
      const RubBodyPictureLine *line
        = g_ptr_array_index (rub_body_picture_get_lines (picture), i);

      n_shown += (guint) count_word (sheet, line->text, &box);
    }
  g_assert_cmpuint (n_shown, >, 10);
  g_assert_cmpuint (n_shown, <, n_lines);
  rest = g_strdup_printf ("and %u more", n_lines - n_shown);
  g_assert_cmpint (count_word (sheet, rest, &box), ==, 1);
}

static GBytes *
render (RubBodyFileKind kind)
{
  g_autoptr (RubBodyPicture) picture = create_check_picture (8, "Tight <& sore>", FALSE);
  g_autoptr (RubBodyFile) file = rub_body_file_new (picture, kind, A4);
  g_autoptr (GError) error = NULL;
  GBytes *bytes = rub_body_file_render (file, &error);

  g_assert_no_error (error);
  g_assert_nonnull (bytes);

  return bytes;
}

static void
test_png (void)
{
  g_autoptr (GBytes) bytes = render (RUB_BODY_FILE_PNG);
  g_autoptr (GError) error = NULL;
  g_autoptr (GdkTexture) texture = gdk_texture_new_from_bytes (bytes, &error);
  g_autoptr (RubBodyPicture) picture = create_check_picture (8, "Tight <& sore>", FALSE);
  g_autoptr (RubBodySheet) sheet = rub_body_sheet_new (picture, 0);

  g_assert_no_error (error);
  g_assert_cmpint (gdk_texture_get_width (texture), ==, 2000);
  g_assert_cmpfloat_with_epsilon (gdk_texture_get_height (texture),
                                  rub_body_sheet_get_height (sheet) * 2, 1.0);
}

static guint
count_matches (GBytes *bytes, const char *pattern)
{
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);
  g_autoptr (GRegex) regex = g_regex_new (pattern, G_REGEX_RAW, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;
  guint n_found = 0;

  g_regex_match_full (regex, data, (gssize) size, 0, 0, &match, NULL);
  for (; g_match_info_matches (match); g_match_info_next (match, NULL))
    n_found++;

  return n_found;
}

static void
on_text_parsed_cb (GMarkupParseContext *context,
                   const char *text,
                   gsize n_text,
                   gpointer data,
                   GError **error)
{
  const char *element = g_markup_parse_context_get_element (context);

  if (g_str_equal (element, "title") || g_str_equal (element, "desc"))
    g_string_append_len (data, text, (gssize) n_text);
}

static void
test_svg (void)
{
  g_autoptr (GBytes) bytes = render (RUB_BODY_FILE_SVG);
  g_autoptr (GString) words = g_string_new (NULL);
  const GMarkupParser parser = { .text = on_text_parsed_cb };
  g_autoptr (GMarkupParseContext) context = g_markup_parse_context_new (&parser, 0, words, NULL);
  g_autoptr (GError) error = NULL;
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);

  /* Well-formed, of shapes rather than of pixels, and told in words. */
  g_markup_parse_context_parse (context, data, (gssize) size, &error);
  g_assert_no_error (error);
  g_markup_parse_context_end_parse (context, &error);
  g_assert_no_error (error);
  g_assert_true (g_str_has_prefix (words->str, "Body Map"));
  g_assert_nonnull (strstr (words->str, "(Tight <& sore>)"));
  g_assert_cmpuint (count_matches (bytes, "<path"), >, 300);
  g_assert_cmpuint (count_matches (bytes, "<image"), ==, 0);
}

static void
test_pdf (void)
{
  g_autoptr (GBytes) bytes = render (RUB_BODY_FILE_PDF);
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);

  g_assert_cmpuint (size, >, 1000);
  g_assert_cmpint (memcmp (data, "%PDF-1.4", 8), ==, 0);
  g_assert_cmpuint (count_matches (bytes, "/Type\\s*/Page\\b(?!s)"), ==, 1);
  g_assert_cmpuint (count_matches (bytes, "/Title\\s*\\(Body Map\\)"), ==, 1);
  g_assert_cmpuint (count_matches (bytes, "/Subtype\\s*/Image"), ==, 0);
}

static void
test_names (void)
{
  static const struct
  {
    const char *name;
    RubBodyFileKind kind;
  } rows[] = {
    { "a.png", RUB_BODY_FILE_PNG },
    { "a.SVG", RUB_BODY_FILE_SVG },
    { "a.b.pdf", RUB_BODY_FILE_PDF },
    { "pdf", RUB_BODY_FILE_PNG },
    { "a.jpeg", RUB_BODY_FILE_PNG },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    g_assert_cmpint (rub_body_file_kind_from_name (rows[i].name), ==, rows[i].kind);
}

static int
count_files (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  int n_files = 0;

  while (g_dir_read_name (dir) != NULL)
    n_files++;

  return n_files;
}

static void
assert_content (GFile *file, const char *expected)
{
  g_autofree char *content = NULL;

  g_assert_true (g_file_load_contents (file, NULL, &content, NULL, NULL, NULL));
  g_assert_cmpstr (content, ==, expected);
}

static void
test_write (void)
{
  g_autofree char *folder = g_dir_make_tmp ("rub-picture-XXXXXX", NULL);
  g_autoptr (GFile) parent = g_file_new_for_path (folder);
  g_autoptr (GFile) file = g_file_get_child (parent, "body-map.png");
  g_autoptr (GFile) within = g_file_get_child (file, "never.png");
  g_autoptr (GBytes) first = g_bytes_new_static ("first", 5);
  g_autoptr (GBytes) second = g_bytes_new_static ("second", 6);
  g_autoptr (GError) error = NULL;

  g_assert_true (rub_file_write (file, first, NULL, &error));
  g_assert_no_error (error);
  assert_content (file, "first");
  g_assert_true (rub_file_write (file, second, NULL, &error));
  assert_content (file, "second");

  /* There is no folder to write into: a file is in its place. */
  g_assert_false (rub_file_write (within, first, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_FAILED);
  g_assert_true (g_str_has_prefix (error->message, "“never.png” was not saved. "));
  assert_content (file, "second");
  g_assert_cmpint (count_files (folder), ==, 1);

  g_file_delete (file, NULL, NULL);
  g_rmdir (folder);
}

/* As on a full disk: the system takes less than there is. */
static void
test_failed_write_keeps_old (void)
{
  g_autofree char *folder = g_dir_make_tmp ("rub-picture-XXXXXX", NULL);
  g_autoptr (GFile) parent = g_file_new_for_path (folder);
  g_autoptr (GFile) file = g_file_get_child (parent, "body-map.png");
  g_autoptr (GBytes) old = g_bytes_new_static ("old", 3);
  g_autofree char *much = g_strnfill (1 << 20, 'x');
  g_autoptr (GBytes) large = g_bytes_new (much, 1 << 20);
  g_autoptr (GError) error = NULL;
  struct rlimit limit, small;
  gboolean is_written;

  g_assert_true (rub_file_write (file, old, NULL, NULL));
  signal (SIGXFSZ, SIG_IGN);
  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &limit), ==, 0);
  small = limit;
  small.rlim_cur = 4096;
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &small), ==, 0);
  is_written = rub_file_write (file, large, NULL, &error);
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &limit), ==, 0);

  g_assert_false (is_written);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_FAILED);
  assert_content (file, "old");
  g_assert_cmpint (count_files (folder), ==, 1);

  g_file_delete (file, NULL, NULL);
  g_rmdir (folder);
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);

  g_test_add_func ("/body-picture/words-have-room", test_words_have_room);
  g_test_add_func ("/body-picture/change-and-summary-have-room",
                   test_change_and_summary_have_room);
  g_test_add_func ("/body-picture/sides-stand-at-figures", test_sides_stand_at_figures);
  g_test_add_func ("/body-picture/words-are-said", test_words_are_said);
  g_test_add_func ("/body-picture/lines-are-sorted", test_lines_are_sorted);
  g_test_add_func ("/body-picture/overlong-list-says-so", test_overlong_list_says_so);
  g_test_add_func ("/body-picture/png", test_png);
  g_test_add_func ("/body-picture/svg", test_svg);
  g_test_add_func ("/body-picture/pdf", test_pdf);
  g_test_add_func ("/body-picture/names", test_names);
  g_test_add_func ("/body-picture/write", test_write);
  g_test_add_func ("/body-picture/failed-write-keeps-old", test_failed_write_keeps_old);

  return g_test_run ();
}
