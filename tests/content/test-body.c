/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "rub-body-loader.h"
#include "rub-body-pack.h"
#include "rub-region-names.h"
#include "rub-stem-names.h"

#define N_REGIONS 126

static const char *
get_twin_id (const char *id, char twin[64])
{
  g_autofree char *stem = NULL;

  if (g_str_has_suffix (id, "-left"))
    {
      stem = g_strndup (id, strlen (id) - strlen ("-left"));
      g_snprintf (twin, 64, "%s-right", stem);
    }
  else
    {
      stem = g_strndup (id, strlen (id) - strlen ("-right"));
      g_snprintf (twin, 64, "%s-left", stem);
    }

  return twin;
}

static void
test_bundled (void)
{
  RubBody *body = rub_body_loader_get_bundled (RUB_BODY_BUILD_STANDARD);
  GPtrArray *regions = rub_body_get_regions (body);

  g_assert_cmpuint (regions->len, ==, N_REGIONS);
  g_assert_cmpuint (rub_body_get_drawing (body, RUB_BODY_VIEW_FRONT)->regions->len, ==, 72);
  g_assert_cmpuint (rub_body_get_drawing (body, RUB_BODY_VIEW_BACK)->regions->len, ==, 67);
  g_assert_cmpuint (rub_body_get_drawing (body, RUB_BODY_VIEW_SOLES)->regions->len, ==, 14);
  g_assert_true (rub_body_loader_get_bundled (RUB_BODY_BUILD_STANDARD) == body);

  for (guint i = 0; i < regions->len; i++)
    {
      RubRegion *region = g_ptr_array_index (regions, i);

      g_assert_true (rub_body_find (body, rub_region_get_id (region)) == region);
    }
  g_assert_null (rub_body_find (body, "tail"));
}

/* The name begins with the side, so that left and right are never mixed up. */
static void
test_sides (void)
{
  RubBody *body = rub_body_loader_get_bundled (RUB_BODY_BUILD_STANDARD);
  GPtrArray *regions = rub_body_get_regions (body);

  for (guint i = 0; i < regions->len; i++)
    {
      RubRegion *region = g_ptr_array_index (regions, i), *twin;
      const char *id = rub_region_get_id (region), *name = rub_region_get_name (region);
      gboolean is_left = rub_region_get_side (region) == RUB_SIDE_LEFT;
      char twin_id[64];

      g_test_message ("%s", id);
      if (rub_region_get_side (region) == RUB_SIDE_MIDDLE)
        {
          g_assert_false (g_str_has_suffix (id, "-left") || g_str_has_suffix (id, "-right"));
          continue;
        }
      g_assert_true (g_str_has_suffix (id, is_left ? "-left" : "-right"));
      g_assert_true (g_str_has_prefix (name, is_left ? "Left " : "Right "));

      twin = rub_body_find (body, get_twin_id (id, twin_id));
      g_assert_nonnull (twin);
      g_assert_cmpstr (strchr (name, ' '), ==, strchr (rub_region_get_name (twin), ' '));
      g_assert_cmpstr (rub_region_get_hint (region), ==, rub_region_get_hint (twin));
      g_assert_nonnull (rub_region_get_words (region));
      g_assert_cmpstr (rub_region_get_words (region), ==, rub_region_get_words (twin));
      g_assert_cmpstr (rub_region_get_group (region), ==, rub_region_get_group (twin));
      g_assert_cmpint (rub_region_get_kind (region), ==, rub_region_get_kind (twin));
    }
}

static void
test_picked (void)
{
  RubBody *body = rub_body_loader_get_bundled (RUB_BODY_BUILD_STANDARD);
  int n_shapes = 0;

  for (int view = 0; view < RUB_N_BODY_VIEWS; view++)
    {
      const RubBodyDrawing *drawing = rub_body_get_drawing (body, view);

      for (guint i = 0; i < drawing->regions->len; i++, n_shapes++)
        {
          RubRegion *region = g_ptr_array_index (drawing->regions, i);
          const RubRegionShape *shape = rub_body_get_shape (body, view, region);

          g_test_message ("%s %s", rub_body_view_to_id (view), rub_region_get_id (region));
          g_assert_true (rub_body_pick (body, view, shape->label.x, shape->label.y, 0) == region);
          g_assert_true (
            rub_outline_contains (drawing->silhouette, shape->label.x, shape->label.y));
        }
      g_assert_null (rub_body_pick (body, view, -100, -100, 15));
    }
  g_assert_cmpint (n_shapes, ==, 72 + 67 + 14);
}

/* Drawn shape, then hit area, then what is nearest. */
static void
test_pick_order (void)
{
  RubBody *body = rub_body_loader_get_bundled (RUB_BODY_BUILD_STANDARD);
  RubRegion *tendon = rub_body_find (body, "achilles-left");
  const RubRegionShape *shape = rub_body_get_shape (body, RUB_BODY_VIEW_BACK, tendon);
  const RubBox *drawn = rub_outline_get_bounds (shape->outline);
  const RubBox *hit = rub_outline_get_bounds (shape->hit);
  int n_drawn = 0, n_hit = 0;

  for (double y = hit->y; y < hit->y + hit->height; y++)
    for (double x = hit->x; x < hit->x + hit->width; x++)
      {
        RubRegion *picked = rub_body_pick (body, RUB_BODY_VIEW_BACK, x, y, 0);

        if (rub_outline_contains (shape->outline, x, y))
          {
            g_assert_true (picked == tendon);
            n_drawn++;
          }
        else if (picked == tendon)
          {
            g_assert_true (rub_outline_contains (shape->hit, x, y));
            n_hit++;
          }
      }
  g_assert_cmpint (n_drawn, >, 100);
  g_assert_cmpint (n_hit, >, 20);
  g_assert_cmpfloat (hit->width, >, drawn->width);

  /* Beside the ear, in the open. */
  g_assert_null (rub_body_pick (body, RUB_BODY_VIEW_FRONT, 330, 80, 8));
  g_assert_cmpstr (rub_region_get_id (rub_body_pick (body, RUB_BODY_VIEW_FRONT, 310, 80, 15)), ==,
                   "head");
}

static void
test_one_region_in_two_views (void)
{
  static const char *const ids[] = { "adductors-left", "ankle-inner-left", "ankle-outer-left",
                                     "gastroc-medial-left", "head", "it-band-left",
                                     "obliques-left", "peroneals-left", "soleus-left",
                                     "trapezius-upper-left", "triceps-left" };
  RubBody *body = rub_body_loader_get_bundled (RUB_BODY_BUILD_STANDARD);

  for (gsize i = 0; i < G_N_ELEMENTS (ids); i++)
    {
      RubRegion *region = rub_body_find (body, ids[i]);

      g_test_message ("%s", ids[i]);
      g_assert_true (g_ptr_array_find (
        rub_body_get_drawing (body, RUB_BODY_VIEW_FRONT)->regions, region, NULL));
      g_assert_true (g_ptr_array_find (rub_body_get_drawing (body, RUB_BODY_VIEW_BACK)->regions,
                                       region, NULL));
    }

  /* Joints are not the same from the front and from the back. */
  g_assert_null (
    rub_body_get_shape (body, RUB_BODY_VIEW_BACK, rub_body_find (body, "patella-left")));
  g_assert_null (
    rub_body_get_shape (body, RUB_BODY_VIEW_FRONT, rub_body_find (body, "knee-back-left")));
}

static void
test_names (void)
{
  RubBody *body = rub_body_loader_get_bundled (RUB_BODY_BUILD_STANDARD);
  GPtrArray *regions = rub_body_get_regions (body);
  g_autoptr (GHashTable) shown = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) used = g_hash_table_new (g_str_hash, g_str_equal);
  gsize n_words;
  const char *const *words = rub_region_names_get_all (&n_words);

  for (gsize i = 0; i < n_words; i++)
    {
      g_test_message ("%s", words[i]);
      g_assert_true (g_hash_table_add (shown, (gpointer) words[i]));
    }

  for (guint i = 0; i < regions->len; i++)
    {
      RubRegion *region = g_ptr_array_index (regions, i);
      const char *own[] = { rub_region_get_name (region), rub_region_get_group (region),
                            rub_region_get_words (region), rub_region_get_hint (region) };

      for (gsize w = 0; w < G_N_ELEMENTS (own) && own[w] != NULL; w++)
        {
          g_test_message ("%s", own[w]);
          g_assert_true (g_hash_table_contains (shown, own[w]));
          g_hash_table_add (used, (gpointer) own[w]);
        }
    }
  g_assert_cmpuint (g_hash_table_size (used), ==, n_words);
}

/* Whatever is marked on one side has a name for both. */
static void
test_stem_names (void)
{
  GPtrArray *regions = rub_body_get_regions (rub_body_loader_get_bundled (RUB_BODY_BUILD_STANDARD));

  for (guint i = 0; i < regions->len; i++)
    {
      g_autofree char *stem = rub_region_id_get_stem (rub_region_get_id (regions->pdata[i]));

      g_test_message ("%s", stem);
      g_assert_nonnull (rub_stem_names_get (stem));
    }
  g_assert_cmpstr (rub_stem_names_get ("gastroc-medial"), ==, "Inner calf");
  g_assert_null (rub_stem_names_get ("gastroc-medial-left"));
  g_assert_null (rub_stem_names_get (""));
}

static char *
join_ids (GPtrArray *regions)
{
  g_autoptr (GString) ids = g_string_new (NULL);

  for (guint i = 0; i < regions->len; i++)
    g_string_append_printf (ids, i > 0 ? " %s" : "%s", rub_region_get_id (regions->pdata[i]));

  return g_string_free (g_steal_pointer (&ids), FALSE);
}

static void
test_find_all (void)
{
  static const struct
  {
    const char *stems;
    const char *ids;
  } rows[] = {
    { "soleus", "soleus-left soleus-right" },
    { "achilles,soleus", "achilles-left achilles-right soleus-left soleus-right" },
    { "head,no-such-place", "head" },
    { "soleus-left", "" },
    { "soleus,,soleus", "soleus-left soleus-right" },
    { "", "" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GPtrArray) found = rub_body_find_all (
        rub_body_loader_get_bundled (RUB_BODY_BUILD_STANDARD), rows[i].stems);
      g_autofree char *ids = join_ids (found);

      g_test_message ("%s", rows[i].stems);
      g_assert_cmpstr (ids, ==, rows[i].ids);
    }
}

#define SVG(inside) "<svg viewBox=\"0 0 10 10\">" inside "</svg>"
#define SILHOUETTE "<path id=\"silhouette\" d=\"M0 0h9v9z\"/>"
#define SHAPE(id) "<path id=\"" id "\" d=\"M1 1L9 1L9 9Z\"/>"
#define LABEL(id) "<circle id=\"label-" id "\" cx=\"7\" cy=\"3\"/>"
#define REGIONS(inside) "<g id=\"regions\">" inside "</g>"
#define LABELS(inside) "<g id=\"labels\">" inside "</g>"
#define HEAD SVG (SILHOUETTE REGIONS (SHAPE ("head")) LABELS (LABEL ("head")))
#define ROW(id, side, kind)                                                                        \
  "{ \"id\": \"" id "\", \"side\": \"" side "\", \"name\": \"Head\", " \
  "\"group\": \"Head and neck\", \"kind\": \"" kind "\" }"
#define JSON(rows) "{ \"regions\": [ " rows " ] }"
#define GOOD_ROW ROW ("head", "middle", "skin")

static RubBody *
load (const char *regions, const char *front, GError **error)
{
  RubBodyFiles files = { .regions = g_bytes_new_static (regions, strlen (regions)) };
  RubBody *body;

  for (int i = 0; i < RUB_N_BODY_VIEWS; i++)
    {
      const char *svg = i == RUB_BODY_VIEW_FRONT ? front : HEAD;

      files.drawings[i] = g_bytes_new_static (svg, strlen (svg));
    }
  body = rub_body_loader_load (&files, NULL, error);
  rub_body_files_clear (&files);

  return body;
}

static void
test_small_body (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RubBody) body = load (JSON (GOOD_ROW), HEAD, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (rub_body_get_regions (body)->len, ==, 1);
  g_assert_null (rub_region_get_hint (rub_body_find (body, "head")));
  g_assert_null (rub_region_get_words (rub_body_find (body, "head")));
  g_assert_nonnull (rub_body_pick (body, RUB_BODY_VIEW_SOLES, 7, 3, 0));
}

static void
assert_same_outline (RubOutline *a, RubOutline *b)
{
  gsize n_a, n_b;
  const RubSegment *segments_a, *segments_b;

  g_assert_true ((a == NULL) == (b == NULL));
  if (a == NULL)
    return;

  segments_a = rub_outline_get_segments (a, &n_a);
  segments_b = rub_outline_get_segments (b, &n_b);
  g_assert_cmpuint (n_a, ==, n_b);
  for (gsize i = 0; i < n_a; i++)
    {
      g_assert_cmpint (segments_a[i].kind, ==, segments_b[i].kind);
      g_assert_cmpmem (segments_a[i].points, sizeof segments_a[i].points, segments_b[i].points,
                       sizeof segments_b[i].points);
    }
}

/* What is bundled packed is what the files say, to the last digit. */
static void
test_packed (void)
{
  for (int build = 0; build < RUB_N_BODY_BUILDS; build++)
    {
      RubBody *packed = rub_body_loader_get_bundled (build);
      RubBodyFiles files = rub_body_loader_get_bundled_files (build);
      g_autoptr (GError) error = NULL;
      g_autoptr (RubBody) read = rub_body_loader_load (&files, packed, &error);

      g_assert_no_error (error);
      for (int view = 0; view < RUB_N_BODY_VIEWS; view++)
        {
          const RubBodyDrawing *a = rub_body_get_drawing (packed, view);
          const RubBodyDrawing *b = rub_body_get_drawing (read, view);

          g_assert_cmpfloat (a->width, ==, b->width);
          g_assert_cmpfloat (a->height, ==, b->height);
          g_assert_cmpuint (a->regions->len, ==, b->regions->len);
          assert_same_outline (a->silhouette, b->silhouette);
          for (guint i = 0; i < a->regions->len; i++)
            {
              g_assert_true (a->regions->pdata[i] == b->regions->pdata[i]);
              g_assert_cmpfloat (a->shapes[i].label.x, ==, b->shapes[i].label.x);
              g_assert_cmpfloat (a->shapes[i].label.y, ==, b->shapes[i].label.y);
              assert_same_outline (a->shapes[i].outline, b->shapes[i].outline);
              assert_same_outline (a->shapes[i].hit, b->shapes[i].hit);
              assert_same_outline (a->shapes[i].fibres, b->shapes[i].fibres);
            }
        }
      rub_body_files_clear (&files);
    }
}

/* Cut off anywhere, it is none. */
static void
test_packed_in_part (void)
{
  g_autoptr (GBytes) text = g_bytes_new_static (HEAD, strlen (HEAD));
  g_autoptr (RubBodySvg) svg = rub_body_svg_parse ("head", text, NULL);
  g_autoptr (GBytes) whole = rub_body_pack (svg, NULL);
  g_autoptr (RubBodySvg) unpacked = rub_body_unpack (whole);

  g_assert_nonnull (unpacked);
  g_assert_cmpstr (unpacked->ids->pdata[0], ==, "head");
  for (gsize size = 0; size < g_bytes_get_size (whole); size++)
    {
      g_autoptr (GBytes) part = g_bytes_new_from_bytes (whole, 0, size);

      g_assert_null (rub_body_unpack (part));
    }
}

/* A third decimal would be lost. */
static void
test_packed_exactly (void)
{
  const char *fine = SVG (SILHOUETTE REGIONS ("<path id=\"head\" d=\"M1 1L9 1L9 8.125Z\"/>")
                              LABELS (LABEL ("head")));
  g_autoptr (GBytes) text = g_bytes_new_static (fine, strlen (fine));
  g_autoptr (RubBodySvg) svg = rub_body_svg_parse ("fine", text, NULL);
  g_autoptr (GError) error = NULL;

  g_assert_nonnull (svg);
  g_assert_null (rub_body_pack (svg, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA);
  g_assert_nonnull (strstr (error->message, "head"));
}

static void
test_broken (void)
{
  static const struct
  {
    const char *regions;
    const char *front;
    const char *file;
    const char *id;
  } rows[] = {
    { "", HEAD, "regions.json", "regions" },
    { "{ \"regions\": ", HEAD, "regions.json", "" },
    { "[]", HEAD, "regions.json", "regions" },
    { "{ \"regions\": 7 }", HEAD, "regions.json", "regions" },
    { JSON (""), HEAD, "regions.json", "head" },
    { JSON ("3"), HEAD, "regions.json", "regions" },
    { JSON ("{}"), HEAD, "regions.json", "no id" },
    { JSON ("{ \"id\": 3 }"), HEAD, "regions.json", "no id" },
    { JSON ("{ \"id\": \"head\" }"), HEAD, "regions.json", "\"head\": name" },
    { JSON (GOOD_ROW "," GOOD_ROW), HEAD, "regions.json", "\"head\": is there twice" },
    { JSON (ROW ("head", "west", "skin")), HEAD, "regions.json", "\"head\": side" },
    { JSON ("{ \"id\": \"head\", \"name\": \"Head\", \"group\": \"Foot\", \"words\": [] }"), HEAD,
      "regions.json", "\"head\": words" },
    { JSON (ROW ("head", "left", "stone")), HEAD, "regions.json", "\"head\": kind" },
    { JSON (GOOD_ROW "," ROW ("tail", "middle", "skin")), HEAD, "regions.json", "\"tail\"" },
    { JSON (GOOD_ROW), "", "front.svg", "" },
    { JSON (GOOD_ROW), "<svg viewBox=\"0 0 10 10\">", "front.svg", "" },
    { JSON (GOOD_ROW), "<svg/>", "front.svg", "viewBox" },
    { JSON (GOOD_ROW), "<svg viewBox=\"0 0 -1 5\"/>", "front.svg", "viewBox" },
    { JSON (GOOD_ROW), "<svg viewBox=\"0 0 inf 5\"/>", "front.svg", "viewBox" },
    { JSON (GOOD_ROW), SVG (""), "front.svg", "silhouette" },
    { JSON (GOOD_ROW), SVG (SILHOUETTE), "front.svg", "regions" },
    { JSON (GOOD_ROW), SVG (SILHOUETTE REGIONS (SHAPE ("head"))), "front.svg", "\"head\"" },
    { JSON (GOOD_ROW), SVG (SILHOUETTE REGIONS (SHAPE ("head") SHAPE ("head"))), "front.svg",
      "\"head\": is there twice" },
    { JSON (GOOD_ROW), SVG (SILHOUETTE REGIONS (SHAPE ("head")) LABELS (LABEL ("tail"))),
      "front.svg", "\"label-tail\"" },
    { JSON (GOOD_ROW),
      SVG (SILHOUETTE REGIONS (SHAPE ("head"))
             LABELS ("<circle id=\"label-head\" cx=\"1\" cy=\"8\"/>")),
      "front.svg", "\"label-head\": lies outside" },
    { JSON (GOOD_ROW),
      SVG (SILHOUETTE REGIONS (SHAPE ("head")) LABELS ("<circle id=\"label-head\" cx=\"x\"/>")),
      "front.svg", "\"label-head\"" },
    { JSON (GOOD_ROW), SVG (SILHOUETTE REGIONS ("<path id=\"head\"/>")), "front.svg", "\"head\"" },
    { JSON (GOOD_ROW), SVG (SILHOUETTE REGIONS ("<path id=\"head\" d=\"M1 1L2 2\"/>")),
      "front.svg", "\"head\": path data" },
    { JSON (GOOD_ROW), SVG (SILHOUETTE REGIONS ("<path id=\"head\" d=\"M1 1L2 2Q1 1 2 2Z\"/>")),
      "front.svg", "\"head\": path data" },
    { JSON (GOOD_ROW), SVG (SILHOUETTE REGIONS ("<path id=\"head\" d=\"L2 2Z\"/>")), "front.svg",
      "\"head\": path data" },
    { JSON (GOOD_ROW), SVG (SILHOUETTE REGIONS ("<path id=\"head\" d=\"M1 1L2Z\"/>")), "front.svg",
      "\"head\": path data" },
    { JSON (GOOD_ROW), SVG (SILHOUETTE REGIONS ("<path id=\"head\" d=\"M1 1C2 2 2 3Z\"/>")),
      "front.svg", "\"head\": path data" },
    { JSON (GOOD_ROW), SVG (SILHOUETTE "<path id=\"stray\" d=\"M1 1L2 2Z\"/>"), "front.svg",
      "\"stray\"" },
    { JSON (GOOD_ROW),
      SVG (SILHOUETTE REGIONS (SHAPE ("head")) "<g id=\"hits\"><path id=\"hit-toe\" d=\"\"/></g>"),
      "front.svg", "\"hit-toe\"" },
    { JSON (GOOD_ROW),
      SVG (SILHOUETTE REGIONS (SHAPE ("head") SHAPE ("toe"))
             LABELS (LABEL ("head") LABEL ("toe"))),
      "regions.json", "\"toe\": is drawn but not described" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GError) error = NULL;
      RubBody *body = load (rows[i].regions, rows[i].front, &error);

      g_test_message ("row %zu: %s", i, error != NULL ? error->message : "no error");
      g_assert_null (body);
      g_assert_nonnull (error);
      g_assert_nonnull (strstr (error->message, rows[i].file));
      g_assert_nonnull (strstr (error->message, rows[i].id));
    }
}

/* What a drawing program makes of the same triangle. */
static void
test_path_forms (void)
{
  static const char *const forms[] = {
    "M1 1L9 1L9 9Z", "m1,1 8,0 0,8 z", "M 1 1 H 9 V 9 Z", "M1 1h8v8z",
    "M1 1C3 1 7 1 9 1C9 3 9 7 9 9Z", "M1 1c2 0 6 0 8 0 0 2 0 6 0 8z", "M1-0.0e0m0 1l8,0,0 8Z",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (forms); i++)
    {
      g_autofree char *svg = g_strdup_printf (
        SVG (SILHOUETTE REGIONS ("<path id=\"head\" d=\"%s\"/>") LABELS (LABEL ("head"))),
        forms[i]);
      g_autoptr (GError) error = NULL;
      g_autoptr (RubBody) body = load (JSON (GOOD_ROW), svg, &error);

      g_test_message ("%s", forms[i]);
      /* A part that is left open is refused. */
      if (i == G_N_ELEMENTS (forms) - 1)
        {
          g_assert_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA);
          continue;
        }
      g_assert_no_error (error);
      g_assert_cmpfloat_with_epsilon (
        rub_outline_get_area (
          rub_body_get_shape (body, RUB_BODY_VIEW_FRONT, rub_body_find (body, "head"))->outline),
        32, 1e-9);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/body/bundled", test_bundled);
  g_test_add_func ("/body/sides", test_sides);
  g_test_add_func ("/body/picked", test_picked);
  g_test_add_func ("/body/pick-order", test_pick_order);
  g_test_add_func ("/body/one-region-in-two-views", test_one_region_in_two_views);
  g_test_add_func ("/body/names", test_names);
  g_test_add_func ("/body/stem-names", test_stem_names);
  g_test_add_func ("/body/find-all", test_find_all);
  g_test_add_func ("/body/small-body", test_small_body);
  g_test_add_func ("/body/packed", test_packed);
  g_test_add_func ("/body/packed-in-part", test_packed_in_part);
  g_test_add_func ("/body/packed-exactly", test_packed_exactly);
  g_test_add_func ("/body/broken", test_broken);
  g_test_add_func ("/body/path-forms", test_path_forms);

  return g_test_run ();
}
