/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <adwaita.h>
#include <glib/gstdio.h>

#include "rub-body-export.h"
#include "rub-body-loader.h"
#include "rub-body-shot.h"
#include "rub-ui-resources.h"

#define TIMEOUT_US (20 * G_TIME_SPAN_SECOND)

typedef struct
{
  GtkWidget *window;
  GtkWidget *from;
  RubBodyPicture *picture;
} Fixture;

static void
set_up (Fixture *self, gconstpointer data)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_utc ();
  const RubSoreness sore = { .region = g_intern_string ("chest-left"), .soreness = 6 };
  g_autoptr (RubCheck) check = rub_check_new (0, 0, 0, &sore, 1);
  g_autoptr (RubBodyMarks) marks = rub_body_marks_new_for_check (check);
  RubBodyPictureFields fields = {
    .body = rub_body_loader_get_bundled (RUB_BODY_BUILD_STANDARD),
    .marks = marks,
    .check = check,
  };
  GtkWidget *toasts = adw_toast_overlay_new ();

  rub_body_picture_fields_set_words (&fields, 0, 0, zone);
  self->picture = rub_body_picture_new (&fields);
  rub_body_picture_fields_clear_words (&fields);
  self->from = adw_bin_new ();
  adw_toast_overlay_set_child (ADW_TOAST_OVERLAY (toasts), self->from);
  self->window = gtk_window_new ();
  gtk_window_set_child (GTK_WINDOW (self->window), toasts);
  gtk_window_present (GTK_WINDOW (self->window));
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  gpointer window = self->window, picture = self->picture;

  g_object_add_weak_pointer (G_OBJECT (self->window), &window);
  g_object_add_weak_pointer (G_OBJECT (self->picture), &picture);
  gtk_window_destroy (GTK_WINDOW (self->window));
  g_object_unref (self->picture);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_null (window);
  g_assert_null (picture);
}

/* The first of the widgets below @widget that is a label and says @text, or NULL. */
static GtkWidget *
find_label (GtkWidget *widget, const char *text)
{
  if (GTK_IS_LABEL (widget) && g_str_equal (gtk_label_get_label (GTK_LABEL (widget)), text))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_label (child, text);

      if (found != NULL)
        return found;
    }

  return NULL;
}

static void
wait_for_toast (Fixture *self, const char *text)
{
  gint64 deadline_us = g_get_monotonic_time () + TIMEOUT_US;

  while (find_label (self->window, text) == NULL)
    {
      g_main_context_iteration (NULL, FALSE);
      if (g_get_monotonic_time () > deadline_us)
        g_error ("no toast says “%s”", text);
    }
}

static void
on_spliced_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_assert_cmpint (g_output_stream_splice_finish (G_OUTPUT_STREAM (source), result, NULL), >, 0);
  *(GBytes **) data = g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (source));
}

static void
on_read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  const char *type;
  g_autoptr (GInputStream) stream
    = gdk_clipboard_read_finish (GDK_CLIPBOARD (source), result, &type, NULL);
  g_autoptr (GOutputStream) memory = g_memory_output_stream_new_resizable ();

  g_assert_nonnull (stream);
  g_output_stream_splice_async (memory, stream, G_OUTPUT_STREAM_SPLICE_CLOSE_TARGET,
                                G_PRIORITY_DEFAULT, NULL, on_spliced_cb, data);
}

static GBytes *
read_clipboard (Fixture *self, const char *type)
{
  const char *types[] = { type, NULL };
  GBytes *bytes = NULL;

  gdk_clipboard_read_async (gtk_widget_get_clipboard (self->window), types, G_PRIORITY_DEFAULT,
                            NULL, on_read_cb, &bytes);
  while (bytes == NULL)
    g_main_context_iteration (NULL, TRUE);

  return bytes;
}

static void
test_copy (Fixture *self, gconstpointer data)
{
  g_autoptr (GBytes) png = NULL, svg = NULL;
  g_autoptr (GdkTexture) texture = NULL;

  rub_body_export_copy (self->from, self->picture);
  wait_for_toast (self, "Picture copied");
  png = read_clipboard (self, "image/png");
  svg = read_clipboard (self, "image/svg+xml");
  texture = gdk_texture_new_from_bytes (png, NULL);
  g_assert_cmpint (gdk_texture_get_width (texture), ==, 2000);
  g_assert_nonnull (
    g_strstr_len (g_bytes_get_data (svg, NULL), (gssize) g_bytes_get_size (svg), "<title>"));
}

static GtkWidget *
find_chooser (void)
{
  g_autoptr (GListModel) windows = g_object_ref (gtk_window_get_toplevels ());

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);

      if (GTK_IS_FILE_CHOOSER (window))
        return window;
    }

  return NULL;
}

static gboolean
is_named (GtkFileChooser *chooser, GFile *file)
{
  g_autoptr (GFile) named = gtk_file_chooser_get_file (chooser);

  return named != NULL && g_file_equal (named, file);
}

/* Names the file in the dialog and, as soon as it has taken that in, presses its button. */
static void
answer (const char *folder, const char *name)
{
  g_autoptr (GFile) place = g_file_new_for_path (folder);
  g_autoptr (GFile) file = g_file_get_child (place, name);
  GtkFileChooser *chooser;
  gint64 deadline_us = g_get_monotonic_time () + TIMEOUT_US;

  while (find_chooser () == NULL || !gtk_widget_get_mapped (find_chooser ()))
    g_main_context_iteration (NULL, TRUE);
  chooser = GTK_FILE_CHOOSER (find_chooser ());
  gtk_file_chooser_set_current_name (chooser, name);
  while (!is_named (chooser, file) && g_get_monotonic_time () < deadline_us)
    g_main_context_iteration (NULL, FALSE);
  gtk_dialog_response (GTK_DIALOG (chooser), GTK_RESPONSE_ACCEPT);
}

static void
test_save (Fixture *self, gconstpointer data)
{
  static const struct
  {
    const char *name;
    const char *start;
  } rows[] = { { "map.png", "\x89PNG" }, { "map.svg", "<?xml" }, { "map.pdf", "%PDF" } };
  g_autofree char *folder = g_dir_make_tmp ("rub-export-XXXXXX", NULL);
  g_autofree char *start = g_get_current_dir ();

  /* Where the dialog starts. */
  g_assert_cmpint (g_chdir (folder), ==, 0);

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *path = g_build_filename (folder, rows[i].name, NULL);
      g_autofree char *words = g_strdup_printf ("“%s” saved", rows[i].name);
      g_autofree char *content = NULL;

      rub_body_export_save (self->from, self->picture);
      answer (folder, rows[i].name);
      wait_for_toast (self, words);
      g_assert_true (g_file_get_contents (path, &content, NULL, NULL));
      g_assert_true (g_str_has_prefix (content, rows[i].start));
      g_remove (path);
    }
  g_assert_cmpint (g_chdir (start), ==, 0);
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

static RubCheck *
create_check (gint64 made_us, int soreness)
{
  const RubSoreness sore = {
    .region = g_intern_string ("chest-left"),
    .soreness = soreness,
    .note = "On the stairs",
  };

  return rub_check_new (1 + made_us, made_us, 0, &sore, 1);
}

/* A picture of what is on screen says what is on screen. */
static void
test_shot (Fixture *self, gconstpointer data)
{
  static const struct
  {
    RubLook look;
    const char *title;
    const char *when;
    const char *name;
    const char *line;
  } rows[] = {
    { RUB_LOOK_CHECK, "Body Map", "9 March 2026, 18:00", "body-map-2026-03-09", "Left chest: 8" },
    { RUB_LOOK_SINCE_PREVIOUS, "What Changed", "2 March 2026, 18:00 → 9 March 2026, 18:00",
      "body-map-2026-03-02-2026-03-09", "Left chest: worse, from 3 to 8" },
    { RUB_LOOK_FOUR_WEEKS, "How Often and How Sore",
      "9 February 2026 – 9 March 2026, 1 check", "body-map-2026-02-09-2026-03-09",
      "Left chest: 3, in 1 of 1 check" },
  };
  const gint64 now_us = G_GINT64_CONSTANT (1773079200) * G_TIME_SPAN_SECOND;
  g_autoptr (GTimeZone) zone = g_time_zone_new_utc ();
  g_autoptr (RubCheck) old = create_check (now_us - 7 * G_TIME_SPAN_DAY, 3);
  g_autoptr (RubCheck) said = create_check (now_us, 8);
  g_autoptr (RubRecords) records = rub_records_new ();
  g_autoptr (RubCheckDraft) draft
    = rub_check_draft_new (rub_body_loader_get_bundled (RUB_BODY_BUILD_STANDARD));
  RubCheckStrip *strip = g_object_new (RUB_TYPE_CHECK_STRIP, NULL);

  adw_bin_set_child (ADW_BIN (self->from), GTK_WIDGET (strip));
  g_ptr_array_add (records->checks, g_object_ref (old));
  rub_check_draft_fill_from (draft, said);
  rub_check_strip_set_records (strip, records, now_us, zone);
  rub_check_strip_set_current (strip, said);
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (RubBodyPicture) picture = NULL;
      const RubBodyPictureFields *fields;
      RubBodyPictureLine *line;

      rub_check_strip_set_look (strip, rows[i].look);
      picture = rub_body_shot_take (self->from, draft, strip, now_us, zone);
      fields = rub_body_picture_get_fields (picture);
      g_assert_cmpstr (fields->title, ==, rows[i].title);
      g_assert_cmpstr (fields->when, ==, rows[i].when);
      g_assert_cmpstr (fields->name, ==, rows[i].name);
      g_assert_cmpuint (rub_body_picture_get_lines (picture)->len, ==, 1);
      line = g_ptr_array_index (rub_body_picture_get_lines (picture), 0);
      g_assert_cmpstr (line->text, ==, rows[i].line);
      g_assert_cmpstr (line->note, ==, rows[i].look == RUB_LOOK_CHECK ? "On the stairs" : NULL);
    }
}

/* Nothing was said since the last check was saved: the picture is of that. */
static void
test_shot_of_saved (Fixture *self, gconstpointer data)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_utc ();
  g_autoptr (RubCheck) saved = create_check (G_TIME_SPAN_DAY, 3);
  g_autoptr (RubBodyPicture) before = NULL, after = NULL;
  g_autoptr (RubCheckDraft) draft
    = rub_check_draft_new (rub_body_loader_get_bundled (RUB_BODY_BUILD_STANDARD));
  RubCheckStrip *strip = g_object_new (RUB_TYPE_CHECK_STRIP, NULL);

  adw_bin_set_child (ADW_BIN (self->from), GTK_WIDGET (strip));
  rub_check_draft_set_last (draft, saved);
  rub_check_draft_load (draft, saved);
  before = rub_body_shot_take (self->from, draft, strip, 9 * G_TIME_SPAN_DAY, zone);
  rub_check_draft_clear (draft);
  after = rub_body_shot_take (self->from, draft, strip, 9 * G_TIME_SPAN_DAY, zone);
  g_assert_cmpstr (rub_body_picture_get_fields (before)->when, ==, "2 January 1970, 00:00");
  g_assert_cmpstr (rub_body_picture_get_fields (after)->when, ==, "10 January 1970, 00:00");
}

/* As the settings and the language have it. */
static void
test_shot_settings (Fixture *self, gconstpointer data)
{
  g_autoptr (GSettings) settings = g_settings_new (RUB_APP_ID);
  g_autoptr (GTimeZone) zone = g_time_zone_new_utc ();
  g_autoptr (RubCheckDraft) draft
    = rub_check_draft_new (rub_body_loader_get_bundled (RUB_BODY_BUILD_STANDARD));
  RubCheckStrip *strip = g_object_new (RUB_TYPE_CHECK_STRIP, NULL);

  adw_bin_set_child (ADW_BIN (self->from), GTK_WIDGET (strip));
  for (int is_set = 0; is_set < 2; is_set++)
    {
      g_autoptr (RubBodyPicture) picture = NULL;
      const RubBodyPictureFields *fields;

      g_settings_set_boolean (settings, "body-mirrored", is_set);
      g_settings_set_boolean (settings, "body-patterns", is_set);
      gtk_widget_set_direction (self->from, is_set ? GTK_TEXT_DIR_RTL : GTK_TEXT_DIR_LTR);
      picture = rub_body_shot_take (self->from, draft, strip, 0, zone);
      fields = rub_body_picture_get_fields (picture);
      g_assert_cmpint (fields->is_mirrored, ==, is_set);
      g_assert_cmpint (fields->has_patterns, ==, is_set);
      g_assert_cmpint (fields->is_right_to_left, ==, is_set);
    }
  g_settings_reset (settings, "body-mirrored");
  g_settings_reset (settings, "body-patterns");
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_resources_register (rub_ui_get_resource ());

  g_test_add ("/body-export/copy", Fixture, NULL, set_up, test_copy, tear_down);
  g_test_add ("/body-export/save", Fixture, NULL, set_up, test_save, tear_down);
  g_test_add ("/body-export/shot", Fixture, NULL, set_up, test_shot, tear_down);
  g_test_add ("/body-export/shot-of-saved", Fixture, NULL, set_up, test_shot_of_saved, tear_down);
  g_test_add ("/body-export/shot-settings", Fixture, NULL, set_up, test_shot_settings,
              tear_down);

  return g_test_run ();
}
