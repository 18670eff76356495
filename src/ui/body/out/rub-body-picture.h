/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib-object.h>

#include "rub-body-marks.h"
#include "rub-body.h"
#include "rub-region-look.h"

G_BEGIN_DECLS

/**
 * What a picture is about, to build one with designated initialisers.
 *
 * @body: how it is drawn
 * @marks: what it shows
 * @check: (nullable): the check whose notes are told, if it shows one
 * @title: translated, such as "Body Map"
 * @when: translated, the day or days it is about
 * @name: what a file of it is called, without the ending, such as "body-map-2026-11-24"
 * @is_mirrored: whether the front is as in a mirror
 * @has_patterns: whether patterns tell how sore regions are, beside the colours
 * @is_right_to_left: whether it is read from the right
 */
typedef struct
{
  RubBody *body;
  RubBodyMarks *marks;
  RubCheck *check;
  const char *title;
  const char *when;
  const char *name;
  gboolean is_mirrored;
  gboolean has_patterns;
  gboolean is_right_to_left;
} RubBodyPictureFields;

/**
 * One region in words.
 *
 * @look: how it is painted
 * @text: translated, such as "Left outer calf: sharp"
 * @note: (nullable): what the runner says of it
 */
typedef struct
{
  RubRegionLook look;
  char *text;
  char *note;
} RubBodyPictureLine;

#define RUB_TYPE_BODY_PICTURE (rub_body_picture_get_type ())
/** The body map with all that is to be read beside it, to be taken out of the app: immutable. */
G_DECLARE_FINAL_TYPE (RubBodyPicture, rub_body_picture, RUB, BODY_PICTURE, GObject)

/** Returns: (transfer full): a picture with a copy of @fields. */
RubBodyPicture *rub_body_picture_new (const RubBodyPictureFields *fields);

/**
 * Fills @title, @when and @name (out) of @fields from its marks, which are of one check, made at
 * @to_us, of a change from @from_us to @to_us, or of the days from @from_us to before @to_us.
 *
 * @fields must then be cleared by rub_body_picture_fields_clear_words().
 */
void rub_body_picture_fields_set_words (RubBodyPictureFields *fields, gint64 from_us, gint64 to_us,
                                        GTimeZone *zone);
void rub_body_picture_fields_clear_words (RubBodyPictureFields *fields);

/** Returns: (transfer none): what it is made from; valid while @self is. */
const RubBodyPictureFields *rub_body_picture_get_fields (RubBodyPicture *self);

/** Returns: (transfer none) (element-type RubBodyPictureLine): the marked regions, sorest first. */
GPtrArray *rub_body_picture_get_lines (RubBodyPicture *self);

/** Returns: (transfer full): all that it says, in words, a line each. */
char *rub_body_picture_describe (RubBodyPicture *self);

G_END_DECLS
