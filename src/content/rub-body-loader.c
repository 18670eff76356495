/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "rub-body-loader.h"

#include <json-glib/json-glib.h>

#include "rub-body-guides.h"
#include "rub-body-pack.h"
#include "rub-body-resources.h"
#include "rub-drawing-resources.h"
#include "rub-region-names.h"

#define RESOURCE_PATH "/io/github/rubdown/Rubdown/body/"
#define DRAWINGS_PATH "/io/github/rubdown/Rubdown/drawings/"
#define REGIONS_NAME "regions.json"
#define GUIDES_NAME "guides.json"

static const char *const folders[RUB_N_BODY_BUILDS] = {
  [RUB_BODY_BUILD_STANDARD] = "standard",
  [RUB_BODY_BUILD_NARROWER] = "narrower",
};

typedef RubBodySvg *Drawings[RUB_N_BODY_VIEWS];

static gboolean
fail (GError **error, const char *id, const char *what)
{
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, REGIONS_NAME ": \"%s\": %s", id, what);

  return FALSE;
}

static const char *
get_string (JsonObject *row, const char *member)
{
  JsonNode *node = json_object_get_member (row, member);

  return node != NULL && json_node_get_value_type (node) == G_TYPE_STRING
           ? json_node_get_string (node)
           : NULL;
}

static JsonArray *
find_rows (JsonParser *parser, GBytes *bytes, GError **error)
{
  gsize size;
  const char *text = g_bytes_get_data (bytes, &size);
  JsonNode *root, *rows = NULL;

  if (!json_parser_load_from_data (parser, text, (gssize) size, error))
    {
      g_prefix_error (error, REGIONS_NAME ": ");
      return NULL;
    }

  root = json_parser_get_root (parser);
  if (root != NULL && JSON_NODE_HOLDS_OBJECT (root))
    rows = json_object_get_member (json_node_get_object (root), "regions");
  if (rows == NULL || !JSON_NODE_HOLDS_ARRAY (rows))
    {
      fail (error, "regions", "must be an array");
      return NULL;
    }

  return json_node_get_array (rows);
}

static gboolean
read_words (RubRegionFields *fields, JsonObject *row, GError **error)
{
  const char *name = get_string (row, "name");
  const char *hint = get_string (row, "hint");
  const char *words = get_string (row, "words");
  const char *group = get_string (row, "group");

  if (name == NULL || group == NULL || *name == '\0' || *group == '\0')
    return fail (error, fields->id, "name and group must be words");
  if (json_object_has_member (row, "hint") && (hint == NULL || *hint == '\0'))
    return fail (error, fields->id, "hint must be words");
  if (json_object_has_member (row, "words") && (words == NULL || *words == '\0'))
    return fail (error, fields->id, "words must be words");
  if (!rub_side_from_id (get_string (row, "side"), &fields->side))
    return fail (error, fields->id, "side must be left, right or middle");
  if (!rub_region_kind_from_id (get_string (row, "kind"), &fields->kind))
    return fail (error, fields->id, "kind must be muscle, joint, tendon or skin");

  fields->name = rub_region_names_translate (name);
  fields->hint = hint != NULL ? rub_region_names_translate (hint) : NULL;
  fields->words = words != NULL ? rub_region_names_translate (words) : NULL;
  fields->group = rub_region_names_translate (group);

  return TRUE;
}

static gboolean
check_is_drawn (const char *id, Drawings drawings, GError **error)
{
  for (int i = 0; i < RUB_N_BODY_VIEWS; i++)
    if (g_hash_table_contains (drawings[i]->shapes, id))
      return TRUE;

  return fail (error, id, "is in none of the drawings");
}

/* @guides: (nullable) */
static gboolean
find_guide (RubRegionFields *fields, GHashTable *guides, GError **error)
{
  g_autofree char *stem = rub_region_id_get_stem (fields->id);

  if (guides == NULL)
    return TRUE;

  fields->guide = g_hash_table_lookup (guides, stem);

  return fields->guide != NULL ? TRUE : fail (error, fields->id, "is in none of the guides");
}

static RubRegion *
read_region (JsonNode *node, GHashTable *guides, GError **error)
{
  RubRegionFields fields = { NULL };
  JsonObject *row;

  if (!JSON_NODE_HOLDS_OBJECT (node))
    {
      fail (error, "regions", "must hold objects only");
      return NULL;
    }

  row = json_node_get_object (node);
  fields.id = get_string (row, "id");
  if (fields.id == NULL || *fields.id == '\0')
    {
      fail (error, "regions", "a region has no id");
      return NULL;
    }
  if (!read_words (&fields, row, error) || !find_guide (&fields, guides, error))
    return NULL;

  return rub_region_new (&fields);
}

/* Fills @regions in order. */
static gboolean
read_regions (GBytes *bytes, GHashTable *guides, GPtrArray *regions, GError **error)
{
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();
  JsonArray *rows = find_rows (parser, bytes, error);

  if (rows == NULL)
    return FALSE;

  for (guint i = 0; i < json_array_get_length (rows); i++)
    {
      RubRegion *region = read_region (json_array_get_element (rows, i), guides, error);

      if (region == NULL)
        return FALSE;
      g_ptr_array_add (regions, region);
    }

  return TRUE;
}

/* From id to region, after which each is known to be there once and drawn. */
static GHashTable *
index_regions (GPtrArray *regions, Drawings svgs, GError **error)
{
  g_autoptr (GHashTable) by_id = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < regions->len; i++)
    {
      RubRegion *region = g_ptr_array_index (regions, i);
      const char *id = rub_region_get_id (region);

      if (!check_is_drawn (id, svgs, error))
        return NULL;
      if (!g_hash_table_insert (by_id, (gpointer) id, region))
        {
          fail (error, id, "is there twice");
          return NULL;
        }
    }

  return g_steal_pointer (&by_id);
}

static gboolean
fill_drawing (RubBodyDrawing *drawing, RubBodySvg *svg, GHashTable *by_id, GError **error)
{
  drawing->width = svg->width;
  drawing->height = svg->height;
  drawing->silhouette = svg->silhouette;
  drawing->regions = g_ptr_array_new ();
  drawing->shapes = g_new (RubRegionShape, svg->ids->len);

  for (guint i = 0; i < svg->ids->len; i++)
    {
      const char *id = g_ptr_array_index (svg->ids, i);
      RubRegion *region = g_hash_table_lookup (by_id, id);

      if (region == NULL)
        return fail (error, id, "is drawn but not described");
      g_ptr_array_add (drawing->regions, region);
      drawing->shapes[i] = *(RubRegionShape *) g_hash_table_lookup (svg->shapes, id);
    }

  return TRUE;
}

static RubBody *
make_body (GPtrArray *regions, Drawings svgs, GError **error)
{
  g_autoptr (GHashTable) by_id = index_regions (regions, svgs, error);
  RubBodyDrawing drawings[RUB_N_BODY_VIEWS] = { 0 };
  gboolean are_filled = by_id != NULL;
  RubBody *body = NULL;

  for (int i = 0; i < RUB_N_BODY_VIEWS && are_filled; i++)
    are_filled = fill_drawing (&drawings[i], svgs[i], by_id, error);
  if (are_filled)
    body = rub_body_new (regions, drawings);

  for (int i = 0; i < RUB_N_BODY_VIEWS; i++)
    {
      g_clear_pointer (&drawings[i].regions, g_ptr_array_unref);
      g_clear_pointer (&drawings[i].shapes, g_free);
    }

  return body;
}

/* A guide for a part of the body that is not there is a slip of the pen. */
static gboolean
check_guides (GHashTable *guides, GPtrArray *regions, GError **error)
{
  g_autoptr (GHashTable) stems = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GHashTableIter iter;
  gpointer stem;

  for (guint i = 0; i < regions->len; i++)
    g_hash_table_add (stems, rub_region_id_get_stem (rub_region_get_id (regions->pdata[i])));

  g_hash_table_iter_init (&iter, guides);
  while (g_hash_table_iter_next (&iter, &stem, NULL))
    if (!g_hash_table_contains (stems, stem))
      {
        g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA,
                     GUIDES_NAME ": \"%s\": is no region", (const char *) stem);
        return FALSE;
      }

  return TRUE;
}

static void
free_drawings (Drawings drawings)
{
  for (int i = 0; i < RUB_N_BODY_VIEWS; i++)
    g_clear_pointer (&drawings[i], rub_body_svg_free);
}

/* Those of @like, or else those of the file. */
static GPtrArray *
find_regions (const RubBodyFiles *files, RubBody *like, GError **error)
{
  g_autoptr (GHashTable) guides = NULL;
  g_autoptr (GPtrArray) regions = NULL;

  if (like != NULL)
    return g_ptr_array_ref (rub_body_get_regions (like));

  if (files->guides != NULL)
    {
      guides = rub_body_guides_parse (files->guides, error);
      if (guides == NULL)
        return NULL;
    }
  regions = g_ptr_array_new_with_free_func (g_object_unref);
  if (!read_regions (files->regions, guides, regions, error)
      || (guides != NULL && !check_guides (guides, regions, error)))
    return NULL;

  return g_steal_pointer (&regions);
}

/* The drawings are freed. */
static RubBody *
load (const RubBodyFiles *files, Drawings drawings, RubBody *like, GError **error)
{
  g_autoptr (GPtrArray) regions = find_regions (files, like, error);
  RubBody *body = regions != NULL ? make_body (regions, drawings, error) : NULL;

  free_drawings (drawings);

  return body;
}

RubBody *
rub_body_loader_load (const RubBodyFiles *files, RubBody *like, GError **error)
{
  Drawings drawings = { NULL };

  g_return_val_if_fail (files != NULL, NULL);
  g_return_val_if_fail (like == NULL || RUB_IS_BODY (like), NULL);

  for (int i = 0; i < RUB_N_BODY_VIEWS; i++)
    {
      g_autofree char *name = g_strconcat (rub_body_view_to_id (i), ".svg", NULL);

      drawings[i] = rub_body_svg_parse (name, files->drawings[i], error);
      if (drawings[i] == NULL)
        {
          free_drawings (drawings);
          return NULL;
        }
    }

  return load (files, drawings, like, error);
}

static GBytes *
load_resource (GResource *resource, const char *folder, const char *name)
{
  g_autofree char *path = g_strconcat (folder, name, NULL);
  g_autoptr (GError) error = NULL;
  GBytes *bytes
    = g_resource_lookup_data (resource, path, G_RESOURCE_LOOKUP_FLAGS_NONE, &error);

  /* Bundled in this very library: without it the build is broken. */
  if (bytes == NULL)
    g_error ("The body is not bundled: %s", error->message);

  return bytes;
}

RubBodyFiles
rub_body_loader_get_bundled_files (RubBodyBuild build)
{
  GResource *resource = rub_body_resources_get_resource ();
  RubBodyFiles files = { .regions = load_resource (resource, RESOURCE_PATH, REGIONS_NAME),
                         .guides = load_resource (resource, RESOURCE_PATH, GUIDES_NAME) };

  for (int i = 0; i < RUB_N_BODY_VIEWS; i++)
    {
      g_autofree char *name
        = g_strconcat (folders[build], "/", rub_body_view_to_id (i), ".svg", NULL);

      files.drawings[i] = load_resource (resource, RESOURCE_PATH, name);
    }

  return files;
}

void
rub_body_files_clear (RubBodyFiles *files)
{
  g_return_if_fail (files != NULL);

  g_clear_pointer (&files->regions, g_bytes_unref);
  g_clear_pointer (&files->guides, g_bytes_unref);
  for (int i = 0; i < RUB_N_BODY_VIEWS; i++)
    g_clear_pointer (&files->drawings[i], g_bytes_unref);
}

/* From the drawings as they were packed when Rubdown was built. */
static void
unpack_drawings (RubBodyBuild build, Drawings drawings)
{
  for (int i = 0; i < RUB_N_BODY_VIEWS; i++)
    {
      g_autofree char *name
        = g_strconcat (folders[build], "-", rub_body_view_to_id (i), ".packed", NULL);
      g_autoptr (GBytes) bytes
        = load_resource (rub_drawing_resources_get_resource (), DRAWINGS_PATH, name);

      drawings[i] = rub_body_unpack (bytes);
      if (drawings[i] == NULL)
        g_error ("The bundled drawing %s is broken.", name);
    }
}

RubBody *
rub_body_loader_get_bundled (RubBodyBuild build)
{
  static RubBody *bodies[RUB_N_BODY_BUILDS] = { NULL };

  g_return_val_if_fail ((int) build >= 0 && build < RUB_N_BODY_BUILDS, NULL);

  if (bodies[build] == NULL)
    {
      RubBody *like = build != RUB_BODY_BUILD_STANDARD
                        ? rub_body_loader_get_bundled (RUB_BODY_BUILD_STANDARD)
                        : NULL;
      RubBodyFiles files = rub_body_loader_get_bundled_files (build);
      Drawings drawings = { NULL };
      g_autoptr (GError) error = NULL;

      unpack_drawings (build, drawings);
      bodies[build] = load (&files, drawings, like, &error);
      rub_body_files_clear (&files);

      /* A test loads the very files: an error here is a broken build. */
      if (bodies[build] == NULL)
        g_error ("The bundled body cannot be read: %s", error->message);
    }

  return bodies[build];
}
