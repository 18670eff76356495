/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "rub-read-history.h"

typedef struct
{
  const char *step;       /* "visit", "move", "back" or "forward" */
  const char *article_id; /* to visit; of the place that is expected */
  int block;              /* -1: there is no such place */
} Step;

static void
take_step (RubReadHistory *history, const Step *step)
{
  RubPlace place = { step->article_id, step->block };
  const RubPlace *got;

  if (g_str_equal (step->step, "visit"))
    {
      rub_read_history_visit (history, &place);
      return;
    }
  if (g_str_equal (step->step, "move"))
    {
      rub_read_history_move (history, step->block);
      return;
    }

  got = rub_read_history_go (history, g_str_equal (step->step, "back") ? -1 : 1);
  if (step->block < 0)
    {
      g_assert_null (got);
      return;
    }
  g_assert_nonnull (got);
  g_assert_cmpstr (got->article_id, ==, step->article_id);
  g_assert_cmpint (got->block, ==, step->block);
}

static void
test_steps (void)
{
  static const Step steps[] = {
    { "back", NULL, -1 },
    { "forward", NULL, -1 },
    { "move", NULL, 3 },
    { "visit", "a", 0 },
    { "back", NULL, -1 },
    { "move", NULL, 7 },
    { "visit", "a", 20 },
    { "visit", "a", 20 },
    { "move", NULL, 22 },
    { "visit", "b", 0 },
    { "back", "a", 22 },
    { "back", "a", 7 },
    { "back", NULL, -1 },
    { "forward", "a", 22 },
    { "forward", "b", 0 },
    { "forward", NULL, -1 },
    { "back", "a", 22 },
    { "visit", "c", 5 },
    { "forward", NULL, -1 },
    { "back", "a", 22 },
    { "forward", "c", 5 },
  };
  RubReadHistory *history = rub_read_history_new ();

  for (gsize i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      g_test_message ("%" G_GSIZE_FORMAT ": %s", i, steps[i].step);
      take_step (history, &steps[i]);
    }
  g_assert_finalize_object (history);
}

static void
on_changed_cb (RubReadHistory *history, int *n_changes)
{
  (*n_changes)++;
}

/* It is told when there is another way than before, and not when a place moves. */
static void
test_changed (void)
{
  RubReadHistory *history = rub_read_history_new ();
  RubPlace places[] = { { "a", 0 }, { "b", 0 } };
  int n_changes = 0;

  g_signal_connect (history, "changed", G_CALLBACK (on_changed_cb), &n_changes);
  rub_read_history_visit (history, &places[0]);
  rub_read_history_visit (history, &places[0]);
  rub_read_history_move (history, 4);
  g_assert_cmpint (n_changes, ==, 1);
  rub_read_history_visit (history, &places[1]);
  g_assert_true (rub_read_history_can_go (history, -1));
  g_assert_false (rub_read_history_can_go (history, 1));
  rub_read_history_go (history, -1);
  rub_read_history_go (history, -1);
  g_assert_cmpint (n_changes, ==, 3);
  g_assert_finalize_object (history);
}

/* It never grows above its limit; the oldest places go first. */
static void
test_limit (void)
{
  RubReadHistory *history = rub_read_history_new ();
  int n_back = 0, last = -1;
  const RubPlace *place;

  for (int i = 0; i < 3 * RUB_READ_HISTORY_MAX; i++)
    {
      RubPlace visited = { "a", i };

      rub_read_history_visit (history, &visited);
    }
  while ((place = rub_read_history_go (history, -1)) != NULL)
    {
      n_back++;
      last = place->block;
    }
  g_assert_cmpint (n_back, ==, RUB_READ_HISTORY_MAX - 1);
  g_assert_cmpint (last, ==, 2 * RUB_READ_HISTORY_MAX);
  g_assert_finalize_object (history);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/read-history/steps", test_steps);
  g_test_add_func ("/read-history/changed", test_changed);
  g_test_add_func ("/read-history/limit", test_limit);

  return g_test_run ();
}
