/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "rub-body-svg.h"

#include <math.h>

#include "rub-path.h"

typedef struct
{
  RubBodySvg *svg;
  const char *layer; /* interned */
  int depth;
  int layer_depth;
} Parser;

static void
free_shape (gpointer data)
{
  RubRegionShape *shape = data;

  g_clear_pointer (&shape->outline, rub_outline_unref);
  g_clear_pointer (&shape->hit, rub_outline_unref);
  g_clear_pointer (&shape->fibres, rub_outline_unref);
  g_free (shape);
}

static const char *
find_attribute (const char **names, const char **values, const char *name)
{
  for (int i = 0; names[i] != NULL; i++)
    if (g_str_equal (names[i], name))
      return values[i];

  return NULL;
}

static gboolean
fail (GError **error, const char *id, const char *what)
{
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, "\"%s\": %s", id, what);

  return FALSE;
}

static gboolean
read_number (const char *text, double *number)
{
  char *end;

  if (text == NULL || *text == '\0')
    return FALSE;
  *number = g_ascii_strtod (text, &end);

  return *end == '\0' && isfinite (*number);
}

static gboolean
read_size (RubBodySvg *svg, const char *view_box, GError **error)
{
  g_auto (GStrv) words = g_strsplit (view_box != NULL ? view_box : "", " ", -1);

  if (g_strv_length (words) != 4 || !g_str_equal (words[0], "0") || !g_str_equal (words[1], "0")
      || !read_number (words[2], &svg->width) || !read_number (words[3], &svg->height)
      || svg->width <= 0 || svg->height <= 0)
    return fail (error, "svg", "viewBox must be \"0 0 width height\"");

  return TRUE;
}

/* The shape of the region that @id belongs to: "hit-elbow-left" to "elbow-left". */
static RubRegionShape *
find_shape (RubBodySvg *svg, const char *id, const char *prefix, GError **error)
{
  RubRegionShape *shape = NULL;

  if (g_str_has_prefix (id, prefix))
    shape = g_hash_table_lookup (svg->shapes, id + strlen (prefix));
  if (shape == NULL)
    fail (error, id, "there is no such region above it");

  return shape;
}

static RubOutline *
read_path (const char *id, const char *data, gboolean is_closed, GError **error)
{
  g_autoptr (GError) own_error = NULL;
  RubOutline *outline = rub_path_parse (data != NULL ? data : "", is_closed, &own_error);

  if (outline == NULL)
    fail (error, id, own_error->message);

  return outline;
}

static gboolean
read_region (RubBodySvg *svg, const char *id, const char *data, GError **error)
{
  RubRegionShape *shape;
  RubOutline *outline;

  outline = read_path (id, data, TRUE, error);
  if (outline == NULL)
    return FALSE;

  shape = g_new0 (RubRegionShape, 1);
  shape->outline = outline;
  shape->label = (RubPoint){ (double) NAN, (double) NAN };

  return rub_body_svg_add (svg, id, shape) ? TRUE : fail (error, id, "is there twice");
}

static gboolean
read_extra (Parser *parser, const char *id, const char *data, GError **error)
{
  gboolean is_hit = g_str_equal (parser->layer, "hits");
  RubRegionShape *shape
    = find_shape (parser->svg, id, is_hit ? "hit-" : "fibres-", error);
  RubOutline **place;

  if (shape == NULL)
    return FALSE;
  place = is_hit ? &shape->hit : &shape->fibres;
  if (*place != NULL)
    return fail (error, id, "is there twice");
  *place = read_path (id, data, is_hit, error);

  return *place != NULL;
}

static gboolean
read_label (RubBodySvg *svg, const char *id, const char *x, const char *y, GError **error)
{
  RubRegionShape *shape = find_shape (svg, id, "label-", error);

  if (shape == NULL)
    return FALSE;
  if (!isnan (shape->label.x))
    return fail (error, id, "is there twice");
  if (!read_number (x, &shape->label.x) || !read_number (y, &shape->label.y))
    return fail (error, id, "cx and cy must be numbers");
  if (!rub_outline_contains (shape->outline, shape->label.x, shape->label.y))
    return fail (error, id, "lies outside its region");

  return TRUE;
}

static gboolean
read_path_element (Parser *parser, const char *id, const char *data, GError **error)
{
  RubBodySvg *svg = parser->svg;

  if (g_strcmp0 (parser->layer, "regions") == 0)
    return read_region (svg, id, data, error);
  if (g_strcmp0 (parser->layer, "hits") == 0 || g_strcmp0 (parser->layer, "fibres") == 0)
    return read_extra (parser, id, data, error);
  if (g_str_equal (id, "silhouette") && svg->silhouette == NULL)
    {
      svg->silhouette = read_path (id, data, TRUE, error);
      return svg->silhouette != NULL;
    }

  return fail (error, id, "is in none of the layers regions, hits and fibres");
}

static void
on_element_start_cb (GMarkupParseContext *context,
                     const char *element,
                     const char **names,
                     const char **values,
                     gpointer user_data,
                     GError **error)
{
  Parser *parser = user_data;
  const char *id = find_attribute (names, values, "id");

  parser->depth++;
  if (g_str_equal (element, "svg"))
    read_size (parser->svg, find_attribute (names, values, "viewBox"), error);
  else if (g_str_equal (element, "g") && parser->layer == NULL && id != NULL)
    {
      parser->layer = g_intern_string (id);
      parser->layer_depth = parser->depth;
    }
  else if (g_str_equal (element, "path"))
    read_path_element (parser, id != NULL ? id : "", find_attribute (names, values, "d"), error);
  else if (g_str_equal (element, "circle"))
    read_label (parser->svg, id != NULL ? id : "", find_attribute (names, values, "cx"),
                find_attribute (names, values, "cy"), error);
}

static void
on_element_end_cb (GMarkupParseContext *context,
                   const char *element,
                   gpointer user_data,
                   GError **error)
{
  Parser *parser = user_data;

  if (parser->depth == parser->layer_depth)
    {
      parser->layer = NULL;
      parser->layer_depth = 0;
    }
  parser->depth--;
}

static gboolean
check_is_complete (RubBodySvg *svg, GError **error)
{
  if (svg->silhouette == NULL)
    return fail (error, "silhouette", "is missing");
  if (svg->ids->len == 0)
    return fail (error, "regions", "are missing");

  for (guint i = 0; i < svg->ids->len; i++)
    {
      const char *id = g_ptr_array_index (svg->ids, i);
      RubRegionShape *shape = g_hash_table_lookup (svg->shapes, id);

      if (isnan (shape->label.x))
        return fail (error, id, "has no label");
    }

  return TRUE;
}

RubBodySvg *
rub_body_svg_new (void)
{
  RubBodySvg *self = g_new0 (RubBodySvg, 1);

  self->ids = g_ptr_array_new_with_free_func (g_free);
  self->shapes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, free_shape);

  return self;
}

gboolean
rub_body_svg_add (RubBodySvg *self, const char *id, RubRegionShape *shape)
{
  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (id != NULL, FALSE);
  g_return_val_if_fail (shape != NULL, FALSE);

  if (g_hash_table_contains (self->shapes, id))
    {
      free_shape (shape);
      return FALSE;
    }
  g_ptr_array_add (self->ids, g_strdup (id));
  g_hash_table_insert (self->shapes, g_strdup (id), shape);

  return TRUE;
}

RubBodySvg *
rub_body_svg_parse (const char *name, GBytes *bytes, GError **error)
{
  static const GMarkupParser functions = { on_element_start_cb, on_element_end_cb };
  g_autoptr (RubBodySvg) svg = rub_body_svg_new ();
  Parser parser = { svg };
  g_autoptr (GMarkupParseContext) context = NULL;
  gsize size;
  const char *text;

  g_return_val_if_fail (name != NULL, NULL);
  g_return_val_if_fail (bytes != NULL, NULL);

  context = g_markup_parse_context_new (&functions, G_MARKUP_PREFIX_ERROR_POSITION, &parser, NULL);
  text = g_bytes_get_data (bytes, &size);
  if (!g_markup_parse_context_parse (context, text, (gssize) size, error)
      || !g_markup_parse_context_end_parse (context, error) || !check_is_complete (svg, error))
    {
      g_prefix_error (error, "%s: ", name);
      return NULL;
    }

  return g_steal_pointer (&svg);
}

void
rub_body_svg_free (RubBodySvg *self)
{
  g_return_if_fail (self != NULL);

  g_clear_pointer (&self->silhouette, rub_outline_unref);
  g_clear_pointer (&self->ids, g_ptr_array_unref);
  g_clear_pointer (&self->shapes, g_hash_table_unref);
  g_free (self);
}
