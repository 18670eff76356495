/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "rub-body-loader.h"
#include "rub-map-walk.h"

/* All that the arrow keys lead to from @from. */
static GHashTable *
find_reached (RubBody *body, RubBodyView view, gboolean is_mirrored, RubRegion *from)
{
  GHashTable *reached = g_hash_table_new (NULL, NULL);
  g_autoptr (GPtrArray) queue = g_ptr_array_new ();

  g_hash_table_add (reached, from);
  g_ptr_array_add (queue, from);
  for (guint i = 0; i < queue->len; i++)
    for (int walk = 0; walk < RUB_N_MAP_WALKS; walk++)
      {
        RubRegion *next
          = rub_map_walk_find_next (body, view, is_mirrored, queue->pdata[i], (RubMapWalk) walk);

        if (next != NULL && g_hash_table_add (reached, next))
          g_ptr_array_add (queue, next);
      }

  return reached;
}

static void
test_reached (gconstpointer data)
{
  RubBody *body = rub_body_loader_get_bundled (GPOINTER_TO_INT (data));

  for (int view = 0; view < RUB_N_BODY_VIEWS; view++)
    {
      GPtrArray *regions = rub_body_get_drawing (body, view)->regions;

      for (int is_mirrored = FALSE; is_mirrored <= TRUE; is_mirrored++)
        for (guint i = 0; i < regions->len; i++)
          {
            g_autoptr (GHashTable) reached
              = find_reached (body, view, is_mirrored, regions->pdata[i]);

            g_test_message ("%s from %s", rub_body_view_to_id (view),
                            rub_region_get_id (regions->pdata[i]));
            g_assert_cmpuint (g_hash_table_size (reached), ==, regions->len);
          }
    }
}

/* The keys go by what is seen. */
static void
test_mirrored (void)
{
  RubBody *body = rub_body_loader_get_bundled (RUB_BODY_BUILD_STANDARD);
  GPtrArray *regions = rub_body_get_drawing (body, RUB_BODY_VIEW_FRONT)->regions;

  for (guint i = 0; i < regions->len; i++)
    {
      RubRegion *from = regions->pdata[i];

      g_assert_true (
        rub_map_walk_find_next (body, RUB_BODY_VIEW_FRONT, FALSE, from, RUB_MAP_WALK_LEFT)
        == rub_map_walk_find_next (body, RUB_BODY_VIEW_FRONT, TRUE, from, RUB_MAP_WALK_RIGHT));
      g_assert_true (
        rub_map_walk_find_next (body, RUB_BODY_VIEW_FRONT, FALSE, from, RUB_MAP_WALK_UP)
        == rub_map_walk_find_next (body, RUB_BODY_VIEW_FRONT, TRUE, from, RUB_MAP_WALK_UP));
    }
}

static void
test_nearest (void)
{
  RubBody *body = rub_body_loader_get_bundled (RUB_BODY_BUILD_STANDARD);

  for (int view = 0; view < RUB_N_BODY_VIEWS; view++)
    {
      const RubBodyDrawing *drawing = rub_body_get_drawing (body, view);

      for (guint i = 0; i < drawing->regions->len; i++)
        g_assert_true (rub_map_walk_find_nearest (body, view, drawing->shapes[i].label)
                       == drawing->regions->pdata[i]);
    }
}

static void
test_typed (void)
{
  static const struct
  {
    const char *text;
    const char *from;
    const char *found;
  } rows[] = {
    { "outer calf", "gastroc-medial-left", "gastroc-lateral-left" },
    { "outer calf", "gastroc-medial-right", "gastroc-lateral-right" },
    { "right outer calf", "gastroc-medial-left", "gastroc-lateral-right" },
    { "OUTER CALF", NULL, "gastroc-lateral-left" },
    { "achil", "soleus-right", "achilles-right" },
    { "no such place", "soleus-right", NULL },
    { "kneecap", "soleus-right", NULL }, /* not seen from behind */
  };
  RubBody *body = rub_body_loader_get_bundled (RUB_BODY_BUILD_STANDARD);

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      RubRegion *from = rows[i].from != NULL ? rub_body_find (body, rows[i].from) : NULL;
      RubRegion *found
        = rub_map_walk_find_typed (body, RUB_BODY_VIEW_BACK, from, rows[i].text);

      g_test_message ("%s", rows[i].text);
      g_assert_cmpstr (found != NULL ? rub_region_get_id (found) : NULL, ==, rows[i].found);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_data_func ("/map-walk/reached/standard", GINT_TO_POINTER (RUB_BODY_BUILD_STANDARD),
                        test_reached);
  g_test_add_data_func ("/map-walk/reached/narrower", GINT_TO_POINTER (RUB_BODY_BUILD_NARROWER),
                        test_reached);
  g_test_add_func ("/map-walk/mirrored", test_mirrored);
  g_test_add_func ("/map-walk/nearest", test_nearest);
  g_test_add_func ("/map-walk/typed", test_typed);

  return g_test_run ();
}
