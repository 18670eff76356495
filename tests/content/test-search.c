/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "rub-body-loader.h"
#include "rub-region-search.h"

/* What people type, and what they find; with "..." at the end the first of it. */
static const struct
{
  const char *text;
  const char *ids;
} rows[] = {
  { "shin splints", "shin-medial-left shin-medial-right" },
  { "shin", "shin-medial-left shin-medial-right tibialis-left tibialis-right ..." },
  { "right shin", "shin-medial-right tibialis-right" },
  { "runner's knee", "patella-left patella-right" },
  { "runner’s knee", "patella-left patella-right" },
  { "runners knee", "patella-left patella-right" },
  { "jumper's knee", "patellar-tendon-left patellar-tendon-right" },
  { "knee", "patella-left patella-right ..." },
  { "left knee", "patella-left ..." },
  { "knee l", "patella-left ..." },
  { "L KNEE", "patella-left ..." },
  { "arch", "arch-left arch-right" },
  { "plantar fascia", "arch-left arch-right heel-pad-left heel-pad-right ..." },
  { "plantar fasciitis r", "arch-right heel-pad-right" },
  { "achilles", "achilles-left achilles-right" },
  { "heel", "heel-left heel-right heel-pad-left heel-pad-right ..." },
  { "heel pain", "heel-pad-left heel-pad-right" },
  { "heel cord", "achilles-left achilles-right" },
  { "calf",
    "gastroc-medial-left gastroc-medial-right gastroc-lateral-left gastroc-lateral-right ..." },
  { "calf l", "gastroc-medial-left gastroc-lateral-left soleus-left" },
  { "left calf", "gastroc-medial-left gastroc-lateral-left soleus-left" },
  { "outer calf right", "gastroc-lateral-right" },
  { "calves", "gastroc-medial-left gastroc-medial-right ..." },
  { "tennis leg", "gastroc-medial-left gastroc-medial-right" },
  { "glute", "glute-medius-left glute-medius-right glute-maximus-left glute-maximus-right ..." },
  { "butt", "glute-maximus-left glute-maximus-right ..." },
  { "sciatica", "piriformis-left piriformis-right" },
  { "hammy",
    "hamstring-lateral-left hamstring-lateral-right hamstring-medial-left "
    "hamstring-medial-right ..." },
  { "high hamstring", "hamstring-origin-left hamstring-origin-right" },
  { "IT", "it-band-left it-band-right ..." },
  { "it band r", "it-band-right ..." },
  { "outer thigh", "it-band-left it-band-right ..." },
  { "groin", "adductors-left adductors-right hip-flexor-left hip-flexor-right ..." },
  { "psoas", "hip-flexor-left hip-flexor-right" },
  { "side stitch", "ribs-left ribs-right" },
  { "lumbago", "lower-back-left lower-back-right" },
  { "back", "lower-back-left lower-back-right ..." },
  { "lower leg", "peroneals-left peroneals-right ..." },
  { "gastrocnemius l", "gastroc-medial-left gastroc-lateral-left" },
  { "quads", "quad-rectus-left quad-rectus-right quad-lateral-left quad-lateral-right ..." },
  { "rolled ankle", "ankle-outer-left ankle-outer-right" },
  { "toenail", "big-toe-left big-toe-right toes-small-left toes-small-right ..." },
  { "head", "head ..." },
  /* Slips of the finger. */
  { "achiles", "achilles-left achilles-right" },
  { "hamstirng", "hamstring-lateral-left hamstring-lateral-right ..." },
  { "left ankel", "ankle-left ankle-inner-left ankle-outer-left" },
  { "piriformus", "piriformis-left piriformis-right" },
  /* Nothing goes by these. */
  { "", "" },
  { "  ,", "" },
  { "alf", "" },
  { "left throat", "" },
  { "calf xylophone", "" },
};

static char *
find_ids (RubBody *body, const char *text)
{
  g_autoptr (GPtrArray) found = rub_region_search (rub_body_get_regions (body), text);
  GString *ids = g_string_new (NULL);

  for (guint i = 0; i < found->len; i++)
    g_string_append_printf (ids, "%s%s", i > 0 ? " " : "", rub_region_get_id (found->pdata[i]));

  return g_string_free (ids, FALSE);
}

static void
test_found (void)
{
  RubBody *body = rub_body_loader_get_bundled (RUB_BODY_BUILD_STANDARD);

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *ids = find_ids (body, rows[i].text);
      const char *more = strstr (rows[i].ids, " ...");

      g_test_message ("row %zu: \"%s\" finds %s", i, rows[i].text, ids);
      if (more == NULL)
        g_assert_cmpstr (ids, ==, rows[i].ids);
      else
        g_assert_cmpint (strncmp (ids, rows[i].ids, (gsize) (more - rows[i].ids)), ==, 0);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/search/found", test_found);

  return g_test_run ();
}
