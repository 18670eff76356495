/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "rub-body-picture.h"

#include <glib/gi18n-lib.h>

#include "rub-units.h"

struct _RubBodyPicture
{
  GObject parent_instance;

  /* Owned, with what it points to */
  RubBodyPictureFields fields;
  GPtrArray *lines;
};

G_DEFINE_FINAL_TYPE (RubBodyPicture, rub_body_picture, G_TYPE_OBJECT)

static void
free_line (RubBodyPictureLine *line)
{
  g_free (line->text);
  g_free (line->note);
  g_free (line);
}

/* Translators: each is a region, then its soreness, before and after where there are two. */
static char *
describe_change (RubRegion *region, const RubRegionMark *mark)
{
  const char *name = rub_region_get_name (region);

  switch (mark->trend)
    {
    case RUB_TREND_BETTER:
      return g_strdup_printf (_ ("%s: better, from %d to %d"), name, mark->before, mark->soreness);
    case RUB_TREND_WORSE:
      return g_strdup_printf (_ ("%s: worse, from %d to %d"), name, mark->before, mark->soreness);
    case RUB_TREND_NEW:
      return g_strdup_printf (_ ("%s: new, %d"), name, mark->soreness);
    case RUB_TREND_GONE:
      return g_strdup_printf (_ ("%s: gone, was %d"), name, mark->before);
    case RUB_TREND_NONE:
    case RUB_N_TRENDS:
    default:
      return g_strdup_printf (_ ("%s: as before, %d"), name, mark->soreness);
    }
}

static char *
describe_mark (RubBodyMarks *marks, RubRegion *region, const RubRegionMark *mark)
{
  const char *name = rub_region_get_name (region);
  int n_checks = rub_body_marks_get_n_checks (marks);

  switch (rub_body_marks_get_kind (marks))
    {
    case RUB_BODY_MARKS_CHANGE:
      return describe_change (region, mark);
    case RUB_BODY_MARKS_SUMMARY:
      /* Translators: a region, then its mean soreness, then in how many checks it was sore. */
      return g_strdup_printf (ngettext ("%s: %d, in %d of %d check",
                                        "%s: %d, in %d of %d checks", (gulong) n_checks),
                              name, mark->soreness, mark->n_sore, n_checks);
    case RUB_BODY_MARKS_CHECK:
    default:
      if (mark->sensation == RUB_SENSATION_NONE)
        /* Translators: a region, then its soreness. */
        return g_strdup_printf (C_ ("region and soreness", "%s: %d"), name, mark->soreness);
      /* Translators: a region, then its soreness, then how it feels. */
      return g_strdup_printf (C_ ("region and soreness", "%s: %d, %s"), name, mark->soreness,
                              rub_sensation_get_name (mark->sensation));
    }
}

static RubBodyPictureLine *
create_line (RubBodyPicture *self, RubRegion *region, const RubRegionMark *mark)
{
  RubBodyPictureLine *line = g_new0 (RubBodyPictureLine, 1);
  const RubSoreness *sore = NULL;

  if (self->fields.check != NULL)
    sore = rub_check_find (self->fields.check, mark->region);
  line->look = rub_region_look_for_marks (self->fields.marks, region);
  line->look.has_pattern = self->fields.has_patterns;
  line->text = describe_mark (self->fields.marks, region, mark);
  line->note = sore != NULL ? g_strdup (sore->note) : NULL;

  return line;
}

/* The sorest first; what is gone last. */
static int
compare_lines (gconstpointer a, gconstpointer b)
{
  const RubBodyPictureLine *first = *(const RubBodyPictureLine *const *) a;
  const RubBodyPictureLine *second = *(const RubBodyPictureLine *const *) b;

  if (first->look.soreness != second->look.soreness)
    return second->look.soreness - first->look.soreness;

  return g_utf8_collate (first->text, second->text);
}

static void
add_lines (RubBodyPicture *self)
{
  GPtrArray *regions = rub_body_get_regions (self->fields.body);

  for (guint i = 0; i < regions->len; i++)
    {
      RubRegion *region = g_ptr_array_index (regions, i);
      const RubRegionMark *mark =
          rub_body_marks_find (self->fields.marks, rub_region_get_id (region));

      if (mark != NULL)
        g_ptr_array_add (self->lines, create_line (self, region, mark));
    }
  g_ptr_array_sort (self->lines, compare_lines);
}

static void
rub_body_picture_finalize (GObject *object)
{
  RubBodyPicture *self = RUB_BODY_PICTURE (object);

  g_clear_pointer (&self->lines, g_ptr_array_unref);
  g_clear_object (&self->fields.body);
  g_clear_pointer (&self->fields.marks, rub_body_marks_unref);
  g_clear_object (&self->fields.check);
  rub_body_picture_fields_clear_words (&self->fields);

  G_OBJECT_CLASS (rub_body_picture_parent_class)->finalize (object);
}

static void
rub_body_picture_class_init (RubBodyPictureClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = rub_body_picture_finalize;
}

static void
rub_body_picture_init (RubBodyPicture *self)
{
  self->lines = g_ptr_array_new_with_free_func ((GDestroyNotify) free_line);
}

RubBodyPicture *
rub_body_picture_new (const RubBodyPictureFields *fields)
{
  RubBodyPicture *self;

  g_return_val_if_fail (fields != NULL, NULL);
  g_return_val_if_fail (RUB_IS_BODY (fields->body), NULL);
  g_return_val_if_fail (fields->marks != NULL, NULL);
  g_return_val_if_fail (fields->title != NULL && fields->when != NULL && fields->name != NULL,
                        NULL);

  self = g_object_new (RUB_TYPE_BODY_PICTURE, NULL);
  self->fields = *fields;
  g_object_ref (self->fields.body);
  rub_body_marks_ref (self->fields.marks);
  if (self->fields.check != NULL)
    g_object_ref (self->fields.check);
  self->fields.title = g_strdup (fields->title);
  self->fields.when = g_strdup (fields->when);
  self->fields.name = g_strdup (fields->name);
  add_lines (self);

  return self;
}

static char *
format_date (gint64 instant_us, GTimeZone *zone, const char *format)
{
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (instant_us / G_TIME_SPAN_SECOND);
  g_autoptr (GDateTime) local = utc != NULL ? g_date_time_to_timezone (utc, zone) : NULL;

  return local != NULL ? g_date_time_format (local, format) : g_strdup ("");
}

static char *
format_moment (gint64 instant_us, GTimeZone *zone)
{
  g_autofree char *date = format_date (instant_us, zone, C_ ("date in another year", "%-d %B %Y"));
  g_autofree char *time = rub_format_time (instant_us, zone);

  /* Translators: a date, then a time of day. */
  return g_strdup_printf (C_ ("date and time", "%s, %s"), date, time);
}

static char *
format_days (gint64 from_us, gint64 to_us, GTimeZone *zone)
{
  const char *format = C_ ("date in another year", "%-d %B %Y");
  g_autofree char *from = format_date (from_us, zone, format);
  g_autofree char *to = format_date (MAX (from_us, to_us - 1), zone, format);

  /* Translators: the first and the last day. */
  return g_strdup_printf (C_ ("days", "%s – %s"), from, to);
}

void
rub_body_picture_fields_set_words (RubBodyPictureFields *fields, gint64 from_us, gint64 to_us,
                                   GTimeZone *zone)
{
  g_autofree char *from = NULL, *to = NULL, *day = NULL, *from_day = NULL;
  int n_checks;

  g_return_if_fail (fields != NULL && fields->marks != NULL);
  g_return_if_fail (zone != NULL);

  day = format_date (to_us, zone, "%F");
  from_day = format_date (from_us, zone, "%F");
  switch (rub_body_marks_get_kind (fields->marks))
    {
    case RUB_BODY_MARKS_CHANGE:
      from = format_moment (from_us, zone);
      to = format_moment (to_us, zone);
      fields->title = g_strdup (_ ("What Changed"));
      /* Translators: two moments; the arrow points the way one reads. */
      fields->when = g_strdup_printf (C_ ("days", "%s → %s"), from, to);
      fields->name = g_strdup_printf ("body-map-%s-%s", from_day, day);
      break;
    case RUB_BODY_MARKS_SUMMARY:
      n_checks = rub_body_marks_get_n_checks (fields->marks);
      fields->title = g_strdup (_ ("How Often and How Sore"));
      from = format_days (from_us, to_us, zone);
      /* Translators: days, then how many checks were made in them. */
      fields->when = g_strdup_printf (ngettext ("%s, %d check", "%s, %d checks", (gulong) n_checks),
                                      from, n_checks);
      fields->name = g_strdup_printf ("body-map-%s-%s", from_day, day);
      break;
    case RUB_BODY_MARKS_CHECK:
    default:
      fields->title = g_strdup (_ ("Body Map"));
      fields->when = format_moment (to_us, zone);
      fields->name = g_strdup_printf ("body-map-%s", day);
    }
}

void
rub_body_picture_fields_clear_words (RubBodyPictureFields *fields)
{
  g_return_if_fail (fields != NULL);

  g_clear_pointer ((char **) &fields->title, g_free);
  g_clear_pointer ((char **) &fields->when, g_free);
  g_clear_pointer ((char **) &fields->name, g_free);
}

const RubBodyPictureFields *
rub_body_picture_get_fields (RubBodyPicture *self)
{
  g_return_val_if_fail (RUB_IS_BODY_PICTURE (self), NULL);

  return &self->fields;
}

GPtrArray *
rub_body_picture_get_lines (RubBodyPicture *self)
{
  g_return_val_if_fail (RUB_IS_BODY_PICTURE (self), NULL);

  return self->lines;
}

char *
rub_body_picture_describe (RubBodyPicture *self)
{
  GString *words;

  g_return_val_if_fail (RUB_IS_BODY_PICTURE (self), NULL);

  words = g_string_new (self->fields.when);
  if (self->lines->len == 0)
    g_string_append_printf (words, "\n%s", _ ("Nothing sore"));
  for (guint i = 0; i < self->lines->len; i++)
    {
      const RubBodyPictureLine *line = g_ptr_array_index (self->lines, i);

      g_string_append_printf (words, "\n%s", line->text);
      if (line->note != NULL)
        g_string_append_printf (words, " (%s)", line->note);
    }

  return g_string_free (words, FALSE);
}
