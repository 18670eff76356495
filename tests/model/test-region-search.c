/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "rub-region-search.h"

static RubRegion *
create_region (const char *name, const char *words, const char *hint, const char *group)
{
  return rub_region_new (&(RubRegionFields){ .id = name,
                                             .side = g_str_has_prefix (name, "Right")
                                                       ? RUB_SIDE_RIGHT
                                                       : RUB_SIDE_LEFT,
                                             .name = name,
                                             .words = words,
                                             .hint = hint,
                                             .group = group });
}

static void
test_letters (void)
{
  static const struct
  {
    const char *text;
    gboolean is_match;
  } rows[] = {
    { "Rücken", TRUE },  { "rücken", TRUE },     { "RÜCKEN", TRUE },   { "rucken", TRUE },
    { "ru", TRUE },      { "RÜ", TRUE },         { "ücken", FALSE },   { "fusssohle", TRUE },
    { "FUSSS", TRUE },   { "fuß", TRUE },        { "läufer", TRUE },   { "laufers", TRUE },
    { "läufer's", TRUE }, { "läufer’s", TRUE },  { "o'brien", TRUE },  { "obrien", TRUE },
    { "brien", FALSE },  { "rücken sohle", FALSE }, { "rücken, fuß", TRUE },
  };
  g_autoptr (RubRegion) region
    = create_region ("Left Rücken", "Läufers Knie, O’Brien", NULL, "Fußsohle");

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_test_message ("row %zu: %s", i, rows[i].text);
      g_assert_cmpint (rub_region_match (region, rows[i].text) >= RUB_REGION_MATCH_EXACT, ==,
                       rows[i].is_match);
    }
}

/* A slip is forgiven in a long word, though not in its first letter, and only once. */
static void
test_slips (void)
{
  static const struct
  {
    const char *text;
    gboolean is_match;
  } rows[] = {
    { "achilles", TRUE },  { "achiles", TRUE },   { "achillles", TRUE }, { "achilels", TRUE },
    { "achileles", TRUE }, { "achi1les", TRUE },  { "achilless", TRUE }, { "achikles", TRUE },
    { "archiles", FALSE }, { "schilles", FALSE }, { "archilles", TRUE }, { "acilles", TRUE },
    { "achle", FALSE },     { "ache", FALSE },     { "acil", FALSE },     { "achxx", FALSE },
    { "right achiles", FALSE }, { "left achiles", TRUE }, { "achiles foot", TRUE },
  };
  g_autoptr (RubRegion) region = create_region ("Left Achilles", NULL, NULL, "Foot");

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_test_message ("row %zu: %s", i, rows[i].text);
      g_assert_cmpint (rub_region_match (region, rows[i].text) > 0, ==, rows[i].is_match);
    }
  g_assert_cmpint (rub_region_match (region, "achilles"), >=, RUB_REGION_MATCH_EXACT);
  g_assert_cmpint (rub_region_match (region, "achiles"), <, RUB_REGION_MATCH_EXACT);
}

static void
test_order (void)
{
  g_autoptr (GPtrArray) regions = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) found = NULL, slips = NULL, sided = NULL;

  g_ptr_array_add (regions, create_region ("Left A", "calm", "calm", "Calf"));
  g_ptr_array_add (regions, create_region ("Left B", "calm", "calf", "Calm"));
  g_ptr_array_add (regions, create_region ("Right B", "calm", "calf", "Calm"));
  g_ptr_array_add (regions, create_region ("Left C", "calf", "calm", "Calm"));
  g_ptr_array_add (regions, create_region ("Left D calf", NULL, NULL, "Calm"));
  g_ptr_array_add (regions, create_region ("Left E calfskin", "calf", "calf", "Calf"));
  g_ptr_array_add (regions, create_region ("Left F calves", NULL, NULL, "Calm"));

  found = rub_region_search (regions, "calf");
  g_assert_cmpuint (found->len, ==, 6);
  g_assert_cmpstr (rub_region_get_id (found->pdata[0]), ==, "Left E calfskin");
  g_assert_cmpstr (rub_region_get_id (found->pdata[1]), ==, "Left D calf");
  g_assert_cmpstr (rub_region_get_id (found->pdata[2]), ==, "Left C");
  g_assert_cmpstr (rub_region_get_id (found->pdata[3]), ==, "Left B");
  g_assert_cmpstr (rub_region_get_id (found->pdata[4]), ==, "Right B");
  g_assert_cmpstr (rub_region_get_id (found->pdata[5]), ==, "Left A");

  sided = rub_region_search (regions, "r calf");
  g_assert_cmpuint (sided->len, ==, 1);
  g_assert_cmpstr (rub_region_get_id (sided->pdata[0]), ==, "Right B");

  slips = rub_region_search (regions, "calfs kin");
  g_assert_cmpuint (slips->len, ==, 0);
  g_clear_pointer (&slips, g_ptr_array_unref);
  slips = rub_region_search (regions, "clafskin");
  g_assert_cmpuint (slips->len, ==, 1);
  g_clear_pointer (&slips, g_ptr_array_unref);
  slips = rub_region_search (regions, "calfs");
  g_assert_cmpuint (slips->len, ==, 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/region-search/letters", test_letters);
  g_test_add_func ("/region-search/slips", test_slips);
  g_test_add_func ("/region-search/order", test_order);

  return g_test_run ();
}
