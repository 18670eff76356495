/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <gio/gio.h>

#include "rub-body-loader.h"
#include "rub-check-draft.h"
#include "rub-ui-resources.h"

#define N_RANDOM_STEPS 300
#define SEED 20260

typedef enum
{
  SET, /* number: soreness + 100 x sensation */
  LEVEL,
  MARK,
  ADJUST,
  NOTE,
  OTHER_SIDE,
  CLEAR,
  FILL,
  BEGIN,
  RESUME,
  RESET,
  END,
  UNDO,
  REDO,
} Verb;

/* One thing that is done, and what is said after it. */
typedef struct
{
  Verb verb;
  const char *region;
  int number;
  const char *note;
  const char *state;
} Row;

static const RubSoreness old_sore[] = { { "arch-left", 3, RUB_SENSATION_DULL, "since spring" },
                                        { "no-such-region", 5, RUB_SENSATION_NONE, NULL },
                                        { "head", 2, RUB_SENSATION_NONE, NULL } };

/* "head 2, arch-left 3 dull (since spring)", in the order of the list. */
static char *
tell (RubCheckDraft *draft)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (draft)); i++)
    {
      g_autoptr (RubSoreRegion) sore = g_list_model_get_item (G_LIST_MODEL (draft), i);
      RubSensation sensation = rub_sore_region_get_sensation (sore);
      const char *note = rub_sore_region_get_note (sore);

      g_string_append_printf (text, "%s%s %d", i > 0 ? ", " : "",
                              rub_region_get_id (rub_sore_region_get_region (sore)),
                              rub_sore_region_get_soreness (sore));
      if (sensation != RUB_SENSATION_NONE)
        g_string_append_printf (text, " %s", rub_sensation_to_id (sensation));
      if (note != NULL)
        g_string_append_printf (text, " (%s)", note);
    }

  return g_string_free (text, FALSE);
}

static void
assert_state (RubCheckDraft *draft, const char *expected)
{
  g_autofree char *state = tell (draft);

  g_assert_cmpstr (state, ==, expected);
}

static RubCheck *
create_old_check (void)
{
  return rub_check_new (7, 1000, 3, old_sore, G_N_ELEMENTS (old_sore));
}

static void (*const region_verbs[]) (RubCheckDraft *, RubRegion *) = {
  [MARK] = rub_check_draft_mark,
  [OTHER_SIDE] = rub_check_draft_copy_to_other_side,
  [RESUME] = rub_check_draft_resume_step,
};

static void (*const verbs[]) (RubCheckDraft *) = {
  [CLEAR] = rub_check_draft_clear,
  [BEGIN] = rub_check_draft_begin_step,
  [RESET] = rub_check_draft_reset_step,
  [END] = rub_check_draft_end_step,
  [UNDO] = rub_check_draft_undo,
  [REDO] = rub_check_draft_redo,
};

static void
do_row (RubCheckDraft *draft, const Row *row)
{
  g_autoptr (RubCheck) check = create_old_check ();
  RubRegion *region = NULL;

  if (row->region != NULL)
    {
      region = rub_body_find (rub_check_draft_get_body (draft), row->region);
      g_assert_nonnull (region);
    }

  switch ((int) row->verb)
    {
    case SET:
      rub_check_draft_set (draft, region, row->number % 100, row->number / 100);
      break;
    case LEVEL:
      rub_check_draft_set_soreness (draft, region, row->number);
      break;
    case ADJUST:
      rub_check_draft_adjust (draft, region, row->number);
      break;
    case NOTE:
      rub_check_draft_set_note (draft, region, row->note);
      break;
    case FILL:
      rub_check_draft_fill_from (draft, check);
      break;
    case MARK:
    case OTHER_SIDE:
    case RESUME:
      region_verbs[row->verb](draft, region);
      break;
    default:
      g_assert_nonnull (verbs[row->verb]);
      verbs[row->verb](draft);
    }
}

static RubCheckDraft *
create_draft (void)
{
  return rub_check_draft_new (rub_body_loader_get_bundled (RUB_BODY_BUILD_STANDARD));
}

static int
undo_all (RubCheckDraft *draft)
{
  int n_steps = 0;

  for (; rub_check_draft_get_can_undo (draft); n_steps++)
    rub_check_draft_undo (draft);

  return n_steps;
}

static void
redo_all (RubCheckDraft *draft)
{
  while (rub_check_draft_get_can_redo (draft))
    rub_check_draft_redo (draft);
}

#define LEFT "soleus-left"
#define RIGHT "soleus-right"

static const Row rows[] = {
  /* The first is marked at a middle level, the next ones at the level that was set last. */
  { MARK, LEFT, 0, NULL, "soleus-left 4" },
  { MARK, LEFT, 0, NULL, "soleus-left 4" },
  { ADJUST, LEFT, 3, NULL, "soleus-left 7" },
  { MARK, "head", 0, NULL, "soleus-left 7, head 7" },
  { ADJUST, "head", 9, NULL, "soleus-left 7, head 10" },
  { ADJUST, "head", -2, NULL, "soleus-left 7, head 8" },
  { ADJUST, "head", -20, NULL, "soleus-left 7" },
  { MARK, "throat", 0, NULL, "soleus-left 7, throat 8" },
  { UNDO, NULL, 0, NULL, "soleus-left 7" },
  { UNDO, NULL, 0, NULL, "soleus-left 7, head 8" },
  { UNDO, NULL, 0, NULL, "soleus-left 7, head 10" },
  { REDO, NULL, 0, NULL, "soleus-left 7, head 8" },
  /* What is done now takes the place of what was undone. */
  { LEVEL, "head", 1, NULL, "soleus-left 7, head 1" },
  { REDO, NULL, 0, NULL, "soleus-left 7, head 1" },

  /* How it feels and the note stay when the level changes, in whichever way. */
  { SET, LEFT, 206, NULL, "soleus-left 6 tight, head 1" },
  { NOTE, LEFT, 0, "  after hills ", "soleus-left 6 tight (after hills), head 1" },
  { SET, LEFT, 305, NULL, "soleus-left 5 sharp (after hills), head 1" },
  { LEVEL, LEFT, 9, NULL, "soleus-left 9 sharp (after hills), head 1" },
  { NOTE, LEFT, 0, " ", "soleus-left 9 sharp, head 1" },
  { UNDO, NULL, 0, NULL, "soleus-left 9 sharp (after hills), head 1" },
  /* Of what is not sore, nothing is noted. */
  { NOTE, RIGHT, 0, "lost", "soleus-left 9 sharp (after hills), head 1" },

  { OTHER_SIDE, LEFT, 0, NULL, "soleus-left 9 sharp (after hills), head 1, soleus-right 9 sharp" },
  { OTHER_SIDE, "head", 0, NULL,
    "soleus-left 9 sharp (after hills), head 1, soleus-right 9 sharp" },
  { NOTE, RIGHT, 0, "new",
    "soleus-left 9 sharp (after hills), head 1, soleus-right 9 sharp (new)" },
  { LEVEL, LEFT, 2, NULL, "soleus-left 2 sharp (after hills), head 1, soleus-right 9 sharp (new)" },
  { OTHER_SIDE, RIGHT, 0, NULL,
    "soleus-left 9 sharp (after hills), head 1, soleus-right 9 sharp (new)" },
  /* What one side does not have is not sore on the other either. */
  { LEVEL, LEFT, 0, NULL, "head 1, soleus-right 9 sharp (new)" },
  { OTHER_SIDE, LEFT, 0, NULL, "head 1" },
  { UNDO, NULL, 0, NULL, "head 1, soleus-right 9 sharp (new)" },
  { UNDO, NULL, 0, NULL, "soleus-left 9 sharp (after hills), head 1, soleus-right 9 sharp (new)" },

  /* All at once is one step, and comes back in its order. */
  { CLEAR, NULL, 0, NULL, "" },
  { UNDO, NULL, 0, NULL, "soleus-left 9 sharp (after hills), head 1, soleus-right 9 sharp (new)" },
  { FILL, NULL, 0, NULL, "head 2, arch-left 3 dull (since spring)" },
  { FILL, NULL, 0, NULL, "head 2, arch-left 3 dull (since spring)" },
  { UNDO, NULL, 0, NULL, "soleus-left 9 sharp (after hills), head 1, soleus-right 9 sharp (new)" },
  { REDO, NULL, 0, NULL, "head 2, arch-left 3 dull (since spring)" },

  /* Steps within a step end with it. */
  { BEGIN, NULL, 0, NULL, "head 2, arch-left 3 dull (since spring)" },
  { LEVEL, "throat", 5, NULL, "head 2, arch-left 3 dull (since spring), throat 5" },
  { BEGIN, NULL, 0, NULL, "head 2, arch-left 3 dull (since spring), throat 5" },
  { LEVEL, "throat", 6, NULL, "head 2, arch-left 3 dull (since spring), throat 6" },
  { LEVEL, "head", 0, NULL, "arch-left 3 dull (since spring), throat 6" },
  { END, NULL, 0, NULL, "arch-left 3 dull (since spring), throat 6" },
  { UNDO, NULL, 0, NULL, "arch-left 3 dull (since spring), throat 6" },
  { LEVEL, LEFT, 1, NULL, "arch-left 3 dull (since spring), throat 6, soleus-left 1" },
  { END, NULL, 0, NULL, "arch-left 3 dull (since spring), throat 6, soleus-left 1" },
  { UNDO, NULL, 0, NULL, "head 2, arch-left 3 dull (since spring)" },
  { REDO, NULL, 0, NULL, "arch-left 3 dull (since spring), throat 6, soleus-left 1" },

  /* A step that comes to nothing is none. */
  { BEGIN, NULL, 0, NULL, "arch-left 3 dull (since spring), throat 6, soleus-left 1" },
  { LEVEL, "throat", 8, NULL, "arch-left 3 dull (since spring), throat 8, soleus-left 1" },
  { LEVEL, "throat", 6, NULL, "arch-left 3 dull (since spring), throat 6, soleus-left 1" },
  { MARK, "head", 0, NULL, "arch-left 3 dull (since spring), throat 6, soleus-left 1, head 6" },
  { LEVEL, "head", 0, NULL, "arch-left 3 dull (since spring), throat 6, soleus-left 1" },
  { END, NULL, 0, NULL, "arch-left 3 dull (since spring), throat 6, soleus-left 1" },
  { UNDO, NULL, 0, NULL, "head 2, arch-left 3 dull (since spring)" },
  { REDO, NULL, 0, NULL, "arch-left 3 dull (since spring), throat 6, soleus-left 1" },

  /* Taken back within the step, and done otherwise. */
  { BEGIN, NULL, 0, NULL, "arch-left 3 dull (since spring), throat 6, soleus-left 1" },
  { LEVEL, "arch-left", 0, NULL, "throat 6, soleus-left 1" },
  { LEVEL, "throat", 0, NULL, "soleus-left 1" },
  { RESET, NULL, 0, NULL, "arch-left 3 dull (since spring), throat 6, soleus-left 1" },
  { LEVEL, "arch-left", 10, NULL, "arch-left 10 dull (since spring), throat 6, soleus-left 1" },
  { END, NULL, 0, NULL, "arch-left 10 dull (since spring), throat 6, soleus-left 1" },
  { UNDO, NULL, 0, NULL, "arch-left 3 dull (since spring), throat 6, soleus-left 1" },

  /* The second figure of a number joins the first. */
  { LEVEL, "arch-left", 1, NULL, "arch-left 1 dull (since spring), throat 6, soleus-left 1" },
  { RESUME, "arch-left", 0, NULL, "arch-left 1 dull (since spring), throat 6, soleus-left 1" },
  { LEVEL, "arch-left", 10, NULL, "arch-left 10 dull (since spring), throat 6, soleus-left 1" },
  { END, NULL, 0, NULL, "arch-left 10 dull (since spring), throat 6, soleus-left 1" },
  { UNDO, NULL, 0, NULL, "arch-left 3 dull (since spring), throat 6, soleus-left 1" },
  /* But nothing joins a step that is older than one which was undone. */
  { RESUME, "throat", 0, NULL, "arch-left 3 dull (since spring), throat 6, soleus-left 1" },
  { LEVEL, "throat", 7, NULL, "arch-left 3 dull (since spring), throat 7, soleus-left 1" },
  { END, NULL, 0, NULL, "arch-left 3 dull (since spring), throat 7, soleus-left 1" },
  { UNDO, NULL, 0, NULL, "arch-left 3 dull (since spring), throat 6, soleus-left 1" },
  { REDO, NULL, 0, NULL, "arch-left 3 dull (since spring), throat 7, soleus-left 1" },
  /* Nor one of another region. */
  { RESUME, "head", 0, NULL, "arch-left 3 dull (since spring), throat 7, soleus-left 1" },
  { LEVEL, "head", 7, NULL, "arch-left 3 dull (since spring), throat 7, soleus-left 1, head 7" },
  { END, NULL, 0, NULL, "arch-left 3 dull (since spring), throat 7, soleus-left 1, head 7" },
  { UNDO, NULL, 0, NULL, "arch-left 3 dull (since spring), throat 7, soleus-left 1" },
};

static void
test_verbs (void)
{
  g_autoptr (RubCheckDraft) draft = create_draft ();

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_test_message ("row %" G_GSIZE_FORMAT, i);
      do_row (draft, &rows[i]);
      assert_state (draft, rows[i].state);
    }

  g_assert_cmpint (undo_all (draft), >, 10);
  assert_state (draft, "");
  g_assert_false (rub_check_draft_get_edited (draft));
  redo_all (draft);
  assert_state (draft, "arch-left 3 dull (since spring), throat 7, soleus-left 1, head 7");
}

/* A list that follows the signals, as a view does. */
static void
on_items_changed_cb (GListModel *model, guint position, guint removed, guint added, gpointer list)
{
  GPtrArray *mirror = list;

  if (removed > 0)
    g_ptr_array_remove_range (mirror, position, removed);
  for (guint i = 0; i < added; i++)
    g_ptr_array_insert (mirror, (int) (position + i), g_list_model_get_item (model, position + i));
}

static void
assert_mirrored (RubCheckDraft *draft, GPtrArray *mirror)
{
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (draft)), ==, mirror->len);
  for (guint i = 0; i < mirror->len; i++)
    {
      g_autoptr (RubSoreRegion) sore = g_list_model_get_item (G_LIST_MODEL (draft), i);

      g_assert_true (sore == g_ptr_array_index (mirror, i));
    }
}

static void
do_anything (RubCheckDraft *draft, GRand *rand, int *n_open)
{
  static const Verb choice[] = { SET, SET, LEVEL, MARK, MARK, ADJUST, ADJUST, NOTE, OTHER_SIDE,
                                 CLEAR, FILL, BEGIN, RESUME, RESET, END, END, UNDO, REDO };
  static const char *const notes[] = { NULL, "a", "b" };
  GPtrArray *regions = rub_body_get_regions (rub_check_draft_get_body (draft));
  Row row = { .verb = choice[g_rand_int_range (rand, 0, G_N_ELEMENTS (choice))] };

  row.region = rub_region_get_id (
    g_ptr_array_index (regions, g_rand_int_range (rand, 0, MIN (20, (int) regions->len))));
  row.note = notes[g_rand_int_range (rand, 0, G_N_ELEMENTS (notes))];
  if (row.verb == SET)
    row.number = g_rand_int_range (rand, 0, 11) + 100 * g_rand_int_range (rand, 0, 7);
  else
    row.number = g_rand_int_range (rand, row.verb == ADJUST ? -4 : 0, row.verb == ADJUST ? 5 : 11);
  /* Not all in one step. */
  if (*n_open == 2 || (*n_open == 1 && g_rand_int_range (rand, 0, 4) == 0))
    row.verb = END;
  if (row.verb == END && *n_open == 0)
    return;
  if (row.verb == BEGIN || row.verb == RESUME)
    (*n_open)++;
  if (row.verb == END)
    (*n_open)--;
  do_row (draft, &row);
}

/* Whatever is done: back to the start and forth to the end again, and views can follow. */
static void
test_random (void)
{
  for (int round = 0; round < 20; round++)
    {
      g_autoptr (RubCheckDraft) draft = create_draft ();
      g_autoptr (RubCheck) check = create_old_check ();
      g_autoptr (GPtrArray) mirror = g_ptr_array_new_with_free_func (g_object_unref);
      g_autofree char *end = NULL;
      g_autoptr (GRand) rand = g_rand_new_with_seed (SEED + (guint32) round);
      int n_open = 0;

      g_signal_connect (draft, "items-changed", G_CALLBACK (on_items_changed_cb), mirror);
      rub_check_draft_load (draft, check);
      for (int i = 0; i < N_RANDOM_STEPS; i++)
        {
          do_anything (draft, rand, &n_open);
          assert_mirrored (draft, mirror);
        }
      for (; n_open > 0; n_open--)
        rub_check_draft_end_step (draft);
      redo_all (draft);
      end = tell (draft);

      g_assert_cmpint (undo_all (draft), >, 3);
      assert_state (draft, "arch-left 3 dull (since spring), head 2");
      g_assert_false (rub_check_draft_get_edited (draft));
      redo_all (draft);
      assert_state (draft, end);
      assert_mirrored (draft, mirror);
    }
}

static void
on_notify_cb (GObject *object, GParamSpec *pspec, gpointer told)
{
  g_string_append_printf (told, "%s ", pspec->name);
}

static int
compare_words (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* In whatever order. */
static void
assert_told (GString *told, const char *expected)
{
  g_auto (GStrv) words = g_strsplit (g_strchomp (told->str), " ", -1);
  g_autofree char *sorted = NULL;

  qsort (words, g_strv_length (words), sizeof (char *), compare_words);
  sorted = g_strjoinv (" ", words);
  g_assert_cmpstr (sorted, ==, expected);
  g_string_truncate (told, 0);
}

static void
test_notified (void)
{
  g_autoptr (RubCheckDraft) draft = create_draft ();
  g_autoptr (RubCheck) check = create_old_check ();
  g_autoptr (GString) told = g_string_new (NULL);
  RubRegion *region = rub_body_find (rub_check_draft_get_body (draft), LEFT);

  g_signal_connect (draft, "notify", G_CALLBACK (on_notify_cb), told);
  rub_check_draft_mark (draft, region);
  assert_told (told, "can-undo edited");
  rub_check_draft_adjust (draft, region, 1);
  assert_told (told, "");
  rub_check_draft_undo (draft);
  assert_told (told, "can-redo");
  rub_check_draft_undo (draft);
  assert_told (told, "can-undo edited");
  rub_check_draft_redo (draft);
  rub_check_draft_redo (draft);
  assert_told (told, "can-redo can-undo edited");
  rub_check_draft_load (draft, check);
  assert_told (told, "can-undo edited");
  rub_check_draft_begin_step (draft);
  rub_check_draft_adjust (draft, region, 1);
  assert_told (told, "edited");
  rub_check_draft_end_step (draft);
  assert_told (told, "can-undo");

  g_object_set (draft, "last", check, NULL);
  g_assert_true (rub_check_draft_get_last (draft) == check);
  assert_told (told, "last");
  rub_check_draft_set_last (draft, check);
  assert_told (told, "");
}

static void
test_create_check (void)
{
  g_autoptr (RubCheckDraft) draft = create_draft ();
  g_autoptr (RubCheck) check = create_old_check (), made = NULL;
  RubRegion *head = rub_body_find (rub_check_draft_get_body (draft), "head");
  gsize n_sore;

  rub_check_draft_load (draft, check);
  rub_check_draft_set_note (draft, head, "a bump");
  made = rub_check_draft_create_check (draft, 2000, 9);
  g_assert_cmpint (rub_check_get_made_us (made), ==, 2000);
  g_assert_cmpint (rub_check_get_run_id (made), ==, 9);
  rub_check_get_sore (made, &n_sore);
  g_assert_cmpuint (n_sore, ==, 2);
  g_assert_cmpstr (rub_check_find (made, "arch-left")->note, ==, "since spring");
  g_assert_cmpstr (rub_check_find (made, "head")->note, ==, "a bump");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_resources_register (rub_ui_get_resource ());

  g_test_add_func ("/check-draft/verbs", test_verbs);
  g_test_add_func ("/check-draft/random", test_random);
  g_test_add_func ("/check-draft/notified", test_notified);
  g_test_add_func ("/check-draft/create-check", test_create_check);

  return g_test_run ();
}
