/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "rub-body-file.h"

#include <cairo-pdf.h>
#include <cairo-svg.h>
#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "rub-body-sheet.h"

/* Pixels of a PNG to a unit of the sheet. */
#define PNG_SCALE 2.0

struct _RubBodyFile
{
  RubBodyFileKind kind;
  RubPoint paper; /* in points */
  double height;  /* of the sheet */

  /* Owned */
  RubBodyPicture *picture;
  cairo_surface_t *recording;
};

static const struct
{
  const char *ending;
  const char *type;
  const char *name;
} kinds[RUB_N_BODY_FILE_KINDS] = {
  [RUB_BODY_FILE_PNG] = { ".png", "image/png", N_ ("PNG Picture") },
  [RUB_BODY_FILE_SVG] = { ".svg", "image/svg+xml", N_ ("SVG Drawing") },
  [RUB_BODY_FILE_PDF] = { ".pdf", "application/pdf", N_ ("PDF Document") },
};

RubBodyFile *
rub_body_file_new (RubBodyPicture *picture, RubBodyFileKind kind, RubPoint paper)
{
  RubBodyFile *self;
  g_autoptr (RubBodySheet) sheet = NULL;

  g_return_val_if_fail (RUB_IS_BODY_PICTURE (picture), NULL);
  g_return_val_if_fail ((int) kind >= 0 && kind < RUB_N_BODY_FILE_KINDS, NULL);
  g_return_val_if_fail (kind != RUB_BODY_FILE_PDF || (paper.x > 0 && paper.y > 0), NULL);

  sheet = rub_body_sheet_new (picture,
                              kind == RUB_BODY_FILE_PDF ? paper.y / paper.x * RUB_SHEET_WIDTH : 0);
  self = g_new0 (RubBodyFile, 1);
  self->kind = kind;
  self->paper = paper;
  self->height = rub_body_sheet_get_height (sheet);
  self->picture = g_object_ref (picture);
  self->recording = rub_body_sheet_record (sheet);

  return self;
}

void
rub_body_file_free (RubBodyFile *self)
{
  g_return_if_fail (self != NULL);

  g_object_unref (self->picture);
  cairo_surface_destroy (self->recording);
  g_free (self);
}

static cairo_status_t
append (void *data, const unsigned char *bytes, unsigned int n_bytes)
{
  g_byte_array_append (data, bytes, n_bytes);

  return CAIRO_STATUS_SUCCESS;
}

static cairo_status_t
replay (RubBodyFile *self, cairo_surface_t *surface, double scale)
{
  cairo_t *cr = cairo_create (surface);
  cairo_status_t status;

  cairo_scale (cr, scale, scale);
  cairo_set_source_surface (cr, self->recording, 0, 0);
  cairo_paint (cr);
  status = cairo_status (cr);
  cairo_destroy (cr);

  return status;
}

static cairo_status_t
render_png (RubBodyFile *self, GByteArray *bytes)
{
  cairo_surface_t *surface =
      cairo_image_surface_create (CAIRO_FORMAT_RGB24, (int) (RUB_SHEET_WIDTH * PNG_SCALE),
                                  (int) ceil (self->height * PNG_SCALE));
  cairo_status_t status = replay (self, surface, PNG_SCALE);

  if (status == CAIRO_STATUS_SUCCESS)
    status = cairo_surface_write_to_png_stream (surface, append, bytes);
  cairo_surface_destroy (surface);

  return status;
}

/* Its letters are shapes: what it says is told to those who cannot see it in a title and a
 * description, right behind the opening tag. */
static void
add_words (RubBodyFile *self, GByteArray *bytes)
{
  const char *svg = (const char *) bytes->data;
  const char *tag = g_strstr_len (svg, bytes->len, "<svg");
  const char *end = tag != NULL ? memchr (tag, '>', bytes->len - (gsize) (tag - svg)) : NULL;
  g_autofree char *description = rub_body_picture_describe (self->picture);
  g_autofree char *words =
      g_markup_printf_escaped ("\n<title>%s</title>\n<desc>%s</desc>",
                               rub_body_picture_get_fields (self->picture)->title, description);
  g_autofree char *rest = NULL;
  gsize place, n_rest;

  if (end == NULL)
    return;

  place = (gsize) (end + 1 - svg);
  n_rest = bytes->len - place;
  rest = g_memdup2 (end + 1, n_rest);
  g_byte_array_set_size (bytes, (guint) place);
  g_byte_array_append (bytes, (const guint8 *) words, (guint) strlen (words));
  g_byte_array_append (bytes, (const guint8 *) rest, (guint) n_rest);
}

static cairo_status_t
render_svg (RubBodyFile *self, GByteArray *bytes)
{
  cairo_surface_t *surface =
      cairo_svg_surface_create_for_stream (append, bytes, RUB_SHEET_WIDTH, self->height);
  cairo_status_t status;

  cairo_svg_surface_set_document_unit (surface, CAIRO_SVG_UNIT_PX);
  status = replay (self, surface, 1);
  cairo_surface_finish (surface);
  if (status == CAIRO_STATUS_SUCCESS)
    status = cairo_surface_status (surface);
  cairo_surface_destroy (surface);
  if (status == CAIRO_STATUS_SUCCESS)
    add_words (self, bytes);

  return status;
}

static cairo_status_t
render_pdf (RubBodyFile *self, GByteArray *bytes)
{
  const RubBodyPictureFields *fields = rub_body_picture_get_fields (self->picture);
  cairo_surface_t *surface =
      cairo_pdf_surface_create_for_stream (append, bytes, self->paper.x, self->paper.y);
  cairo_status_t status;

  /* Old readers and printers know no newer version, and nothing here needs one. */
  cairo_pdf_surface_restrict_to_version (surface, CAIRO_PDF_VERSION_1_4);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE, fields->title);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_SUBJECT, fields->when);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATOR, "Rubdown");
  status = replay (self, surface, self->paper.x / RUB_SHEET_WIDTH);
  cairo_surface_finish (surface);
  if (status == CAIRO_STATUS_SUCCESS)
    status = cairo_surface_status (surface);
  cairo_surface_destroy (surface);

  return status;
}

GBytes *
rub_body_file_render (RubBodyFile *self, GError **error)
{
  static cairo_status_t (*const renderers[RUB_N_BODY_FILE_KINDS]) (RubBodyFile *, GByteArray *) = {
    [RUB_BODY_FILE_PNG] = render_png,
    [RUB_BODY_FILE_SVG] = render_svg,
    [RUB_BODY_FILE_PDF] = render_pdf,
  };
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  cairo_status_t status;

  g_return_val_if_fail (self != NULL, NULL);

  status = renderers[self->kind](self, bytes);
  if (status != CAIRO_STATUS_SUCCESS)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED, _ ("The picture could not be made: %s"),
                   cairo_status_to_string (status));
      return NULL;
    }

  return g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
}

const char *
rub_body_file_kind_get_ending (RubBodyFileKind kind)
{
  g_return_val_if_fail ((int) kind >= 0 && kind < RUB_N_BODY_FILE_KINDS, "");

  return kinds[kind].ending;
}

const char *
rub_body_file_kind_get_type (RubBodyFileKind kind)
{
  g_return_val_if_fail ((int) kind >= 0 && kind < RUB_N_BODY_FILE_KINDS, "");

  return kinds[kind].type;
}

const char *
rub_body_file_kind_get_name (RubBodyFileKind kind)
{
  g_return_val_if_fail ((int) kind >= 0 && kind < RUB_N_BODY_FILE_KINDS, "");

  return _ (kinds[kind].name);
}

RubBodyFileKind
rub_body_file_kind_from_name (const char *name)
{
  g_autofree char *lower = NULL;

  g_return_val_if_fail (name != NULL, RUB_BODY_FILE_PNG);

  lower = g_ascii_strdown (name, -1);
  for (int i = 0; i < RUB_N_BODY_FILE_KINDS; i++)
    if (g_str_has_suffix (lower, kinds[i].ending))
      return i;

  return RUB_BODY_FILE_PNG;
}
