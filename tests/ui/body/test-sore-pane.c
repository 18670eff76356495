/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "rub-body-loader.h"
#include "rub-part-list.h"
#include "rub-part-row.h"
#include "rub-sore-list.h"
#include "rub-sore-pane.h"
#include "rub-ui-resources.h"

#define N_PARTS 10

typedef struct
{
  RubBody *body;
  RubCheckDraft *draft;
  RubBodyAttention *attention;
  GtkWidget *window;
  GtkWidget *pane;
  GtkEditable *search;
  GtkListBox *sore;
  GtkListBox *parts;
  GtkListBox *results;
  RubRegion *activated;
} Fixture;

static gboolean
stop (gpointer is_over)
{
  *(gboolean *) is_over = TRUE;

  return G_SOURCE_REMOVE;
}

/* A few frames, in which things are laid out. */
static void
settle (void)
{
  gboolean is_over = FALSE;

  g_timeout_add (150, stop, &is_over);
  while (!is_over)
    g_main_context_iteration (NULL, TRUE);
}

static gpointer
get_child (Fixture *fixture, const char *name)
{
  return gtk_widget_get_template_child (fixture->pane, RUB_TYPE_SORE_PANE, name);
}

static void
on_region_activated_cb (RubSorePane *pane, RubRegion *region, gpointer activated)
{
  *(RubRegion **) activated = region;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->body = rub_body_loader_get_bundled (RUB_BODY_BUILD_STANDARD);
  fixture->draft = rub_check_draft_new (fixture->body);
  fixture->attention = rub_body_attention_new ();
  fixture->pane = g_object_new (RUB_TYPE_SORE_PANE, NULL);
  fixture->activated = NULL;
  g_signal_connect (fixture->pane, "region-activated", G_CALLBACK (on_region_activated_cb),
                    &fixture->activated);
  rub_sore_pane_set_draft (RUB_SORE_PANE (fixture->pane), fixture->draft, fixture->attention);
  fixture->search = get_child (fixture, "search");
  fixture->sore = rub_sore_list_get_list (get_child (fixture, "sore"));
  fixture->parts = rub_part_list_get_list (get_child (fixture, "parts"));
  fixture->results = get_child (fixture, "result_list");
  fixture->window = gtk_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 320, 400);
  gtk_window_set_child (GTK_WINDOW (fixture->window), fixture->pane);
  gtk_window_present (GTK_WINDOW (fixture->window));
  settle ();
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  GtkWidget *pane = fixture->pane;

  g_object_add_weak_pointer (G_OBJECT (pane), (gpointer *) &pane);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  settle ();
  g_assert_null (pane);
  g_assert_finalize_object (fixture->draft);
  g_assert_finalize_object (fixture->attention);
}

static RubRegion *
find (Fixture *fixture, const char *id)
{
  RubRegion *region = rub_body_find (fixture->body, id);

  g_assert_nonnull (region);

  return region;
}

static GtkWidget *
get_row (GtkListBox *list, int index)
{
  return GTK_WIDGET (gtk_list_box_get_row_at_index (list, index));
}

/* "head foot arch-left": parts by their names, regions by their ids. */
static char *
tell (GtkListBox *list)
{
  GString *text = g_string_new (NULL);

  for (int i = 0; get_row (list, i) != NULL; i++)
    {
      GtkWidget *row = get_row (list, i);
      RubRegion *region = RUB_IS_PART_ROW (row)
                            ? rub_part_row_get_regions (RUB_PART_ROW (row))->pdata[0]
                            : rub_region_row_get_region (RUB_REGION_ROW (row));

      g_string_append_printf (text, "%s%s", i > 0 ? ", " : "",
                              RUB_IS_PART_ROW (row) ? rub_region_get_group (region)
                                                    : rub_region_get_id (region));
    }

  return g_string_free (text, FALSE);
}

static void
assert_rows (GtkListBox *list, const char *expected)
{
  g_autofree char *text = tell (list);

  g_assert_cmpstr (text, ==, expected);
}

static void
set_level (Fixture *fixture, const char *id, int soreness)
{
  rub_check_draft_set_soreness (fixture->draft, find (fixture, id), soreness);
}

static void
activate (GtkWidget *row, const char *action)
{
  g_assert_true (gtk_widget_activate_action (row, action, NULL));
}

/* What is sore is listed a moment after the map has painted it. */
static void
assert_sore (Fixture *fixture, const char *expected)
{
  settle ();
  assert_rows (fixture->sore, expected);
}

/* The order of marking, also when what was taken off comes back. */
static void
test_sore (Fixture *fixture, gconstpointer data)
{
  assert_sore (fixture, "");
  set_level (fixture, "soleus-left", 3);
  set_level (fixture, "arch-left", 4);
  set_level (fixture, "head", 5);
  assert_sore (fixture, "soleus-left, arch-left, head");

  set_level (fixture, "arch-left", 0);
  assert_sore (fixture, "soleus-left, head");
  rub_check_draft_undo (fixture->draft);
  assert_sore (fixture, "soleus-left, arch-left, head");
  rub_check_draft_undo (fixture->draft);
  rub_check_draft_undo (fixture->draft);
  rub_check_draft_redo (fixture->draft);
  assert_sore (fixture, "soleus-left, arch-left");
  rub_check_draft_clear (fixture->draft);
  assert_sore (fixture, "");
}

static void
test_focus (Fixture *fixture, gconstpointer data)
{
  GtkWidget *row;

  set_level (fixture, "soleus-left", 3);
  set_level (fixture, "arch-left", 4);
  set_level (fixture, "head", 5);
  settle ();

  row = get_row (fixture->sore, 1);
  g_assert_true (gtk_widget_grab_focus (row));
  g_assert_true (rub_body_attention_get_lit (fixture->attention) == find (fixture, "arch-left"));
  activate (row, "region.more");
  g_assert_true (get_row (fixture->sore, 1) == row);
  g_assert_true (gtk_widget_is_focus (row));
  g_assert_cmpint (rub_check_draft_get_soreness (fixture->draft, find (fixture, "arch-left")), ==,
                   5);

  /* The row that comes in its place has the focus then; behind the last one the one before. */
  activate (row, "region.clear");
  settle ();
  g_assert_true (gtk_widget_is_focus (get_row (fixture->sore, 1)));
  activate (get_row (fixture->sore, 1), "region.clear");
  settle ();
  g_assert_true (gtk_widget_is_focus (get_row (fixture->sore, 0)));
  g_assert_true (rub_body_attention_get_lit (fixture->attention)
                 == find (fixture, "soleus-left"));
}

static void
test_parts (Fixture *fixture, gconstpointer data)
{
  const char *closed = "Head and neck, Shoulders, Arms, Trunk front, Back, Hip, Thigh, Knee, "
                       "Lower leg, Foot";
  g_autoptr (GHashTable) shown = g_hash_table_new (NULL, NULL);
  int n_rows = 0;

  assert_rows (fixture->parts, closed);
  for (int i = 0; get_row (fixture->parts, i) != NULL; i++)
    if (RUB_IS_PART_ROW (get_row (fixture->parts, i)))
      activate (get_row (fixture->parts, i), "part.toggle");
  for (int i = 0; get_row (fixture->parts, i) != NULL; i++, n_rows++)
    if (RUB_IS_REGION_ROW (get_row (fixture->parts, i)))
      g_hash_table_add (shown, rub_region_row_get_region (
                                 RUB_REGION_ROW (get_row (fixture->parts, i))));
  g_assert_cmpuint (g_hash_table_size (shown), ==, rub_body_get_regions (fixture->body)->len);
  g_assert_cmpint (n_rows - N_PARTS, ==, (int) g_hash_table_size (shown));

  for (int i = 0; i < N_PARTS; i++)
    activate (get_row (fixture->parts, i), "part.toggle");
  assert_rows (fixture->parts, closed);
}

static void
test_lit (Fixture *fixture, gconstpointer data)
{
  RubRegion *head = find (fixture, "head");
  GtkWidget *part = get_row (fixture->parts, 0), *sore, *row;

  rub_check_draft_mark (fixture->draft, head);
  settle ();
  sore = get_row (fixture->sore, 0);
  g_assert_false (gtk_widget_has_css_class (sore, "lit"));

  /* A closed part is lit for its regions, an open one leaves it to them. */
  rub_body_attention_set_lit (fixture->attention, head);
  g_assert_true (gtk_widget_has_css_class (sore, "lit"));
  g_assert_true (gtk_widget_has_css_class (part, "lit"));
  activate (part, "part.toggle");
  row = get_row (fixture->parts, 1);
  g_assert_true (gtk_widget_has_css_class (row, "lit"));
  g_assert_false (gtk_widget_has_css_class (part, "lit"));

  rub_body_attention_set_lit (fixture->attention, find (fixture, "arch-left"));
  g_assert_false (gtk_widget_has_css_class (sore, "lit"));
  g_assert_false (gtk_widget_has_css_class (row, "lit"));
}

static gboolean
is_in_sight (Fixture *fixture, GtkWidget *row)
{
  GtkWidget *scroller = get_child (fixture, "scroller");
  graphene_rect_t place;

  g_assert_true (gtk_widget_compute_bounds (row, scroller, &place));

  return place.origin.y >= 0
         && place.origin.y + place.size.height <= (float) gtk_widget_get_height (scroller);
}

static void
test_chosen (Fixture *fixture, gconstpointer data)
{
  GtkWidget *row;

  activate (get_row (fixture->parts, N_PARTS - 1), "part.toggle");
  settle ();
  row = get_row (fixture->parts, N_PARTS + 10);
  g_assert_false (is_in_sight (fixture, row));
  rub_body_attention_set_chosen (fixture->attention,
                                 rub_region_row_get_region (RUB_REGION_ROW (row)));
  settle ();
  g_assert_true (is_in_sight (fixture, row));

  /* What is marked elsewhere comes into sight where it is said to be sore. */
  set_level (fixture, "head", 2);
  settle ();
  g_assert_true (is_in_sight (fixture, get_row (fixture->sore, 0)));
}

static void
test_activated (Fixture *fixture, gconstpointer data)
{
  RubRegion *region = find (fixture, "shin-medial-right");

  gtk_editable_set_text (fixture->search, "r shin splints");
  assert_rows (fixture->results, "shin-medial-right");
  g_signal_emit_by_name (fixture->results, "row-activated", get_row (fixture->results, 0));
  g_assert_cmpint (rub_check_draft_get_soreness (fixture->draft, region), ==, RUB_FIRST_LEVEL);
  g_assert_null (fixture->activated);
  g_signal_emit_by_name (fixture->results, "row-activated", get_row (fixture->results, 0));
  g_assert_true (fixture->activated == region);
  g_assert_cmpint (rub_check_draft_get_soreness (fixture->draft, region), ==, RUB_FIRST_LEVEL);
}

static void
test_told (Fixture *fixture, gconstpointer data)
{
  RubSoreness then[] = { { "patella-left", 4, RUB_SENSATION_NONE, NULL } };
  g_autoptr (RubCheck) last = rub_check_new (1, 1, 0, then, G_N_ELEMENTS (then));
  GtkWidget *row;

  gtk_editable_set_text (fixture->search, "left kneecap");
  row = get_row (fixture->results, 0);
  gtk_test_accessible_assert_property (row, GTK_ACCESSIBLE_PROPERTY_LABEL, "Left kneecap");
  gtk_test_accessible_assert_property (row, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                       "runner’s knee. Do not massage here");
  gtk_test_accessible_assert_state (row, GTK_ACCESSIBLE_STATE_CHECKED,
                                    GTK_ACCESSIBLE_TRISTATE_FALSE);

  rub_check_draft_set_last (fixture->draft, last);
  gtk_test_accessible_assert_property (row, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                       "runner’s knee. Last check: 4. Do not massage here");
  rub_check_draft_set (fixture->draft, find (fixture, "patella-left"), 6, RUB_SENSATION_DULL);
  settle ();
  gtk_test_accessible_assert_property (
    row, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
    "Soreness 6 of 10, ache. Last check: 4. Do not massage here");
  gtk_test_accessible_assert_state (row, GTK_ACCESSIBLE_STATE_CHECKED,
                                    GTK_ACCESSIBLE_TRISTATE_TRUE);
}

/* What is found or marked makes the pane no wider, so that the map beside it stays. */
static void
test_width (Fixture *fixture, gconstpointer data)
{
  int before, after;

  gtk_widget_measure (fixture->pane, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &before, NULL, NULL);
  for (guint i = 0; i < rub_body_get_regions (fixture->body)->len; i++)
    rub_check_draft_mark (fixture->draft, rub_body_get_regions (fixture->body)->pdata[i]);
  settle ();
  gtk_widget_measure (fixture->pane, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &after, NULL, NULL);
  g_test_message ("%d and %d pixels", before, after);
  g_assert_cmpint (MAX (before, after), <=, 320);
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_resources_register (rub_ui_get_resource ());

#define ADD(name, test) g_test_add ("/sore-pane/" name, Fixture, NULL, set_up, test, tear_down)
  ADD ("sore", test_sore);
  ADD ("focus", test_focus);
  ADD ("parts", test_parts);
  ADD ("lit", test_lit);
  ADD ("chosen", test_chosen);
  ADD ("activated", test_activated);
  ADD ("told", test_told);
  ADD ("width", test_width);
#undef ADD

  return g_test_run ();
}
