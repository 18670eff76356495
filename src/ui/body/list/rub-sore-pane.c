/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "rub-sore-pane.h"

#include "rub-list-chain.h"
#include "rub-part-list.h"
#include "rub-region-search.h"
#include "rub-sore-list.h"

struct _RubSorePane
{
  AdwBin parent_instance;

  gboolean is_narrow;
  guint fill_tick;
  guint reveal_tick;

  /* Owned */
  RubCheckDraft *draft;
  RubBodyAttention *attention;
  GListStore *results; /* of RubRegion */
  RubListChain *chain;

  /* Borrowed */
  RubRegion *revealed;

  /* Template */
  GtkEditable *search;
  GtkScrolledWindow *scroller;
  GtkStack *contents;
  RubSoreList *sore;
  GtkWidget *parts_box;
  RubPartList *parts;
  GtkListBox *result_list;
};

enum
{
  REGION_ACTIVATED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (RubSorePane, rub_sore_pane, ADW_TYPE_BIN)

static gboolean
is_searching (RubSorePane *self)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (self->search)));

  return *text != '\0';
}

static void
show_contents (RubSorePane *self)
{
  const char *name = "all";

  if (is_searching (self))
    name = g_list_model_get_n_items (G_LIST_MODEL (self->results)) > 0 ? "results" : "none";

  gtk_stack_set_visible_child_name (self->contents, name);
}

static GtkWidget *
create_result_row (gpointer item, gpointer user_data)
{
  RubSorePane *self = RUB_SORE_PANE (user_data);

  return rub_region_row_new (self->draft, self->attention, RUB_REGION (item));
}

/* What is called in each frame is called for the first time before that frame is laid out. */
static gboolean
is_later_frame (gpointer is_later)
{
  gboolean was_later = *(gboolean *) is_later;

  *(gboolean *) is_later = TRUE;

  return was_later;
}

static guint
add_later_frame (RubSorePane *self, GtkTickCallback callback)
{
  return gtk_widget_add_tick_callback (GTK_WIDGET (self), callback, g_new0 (gboolean, 1), g_free);
}

/* After the lists have been laid out. In a narrow window this would move the map away. */
static gboolean
reveal (GtkWidget *widget, GdkFrameClock *clock, gpointer is_later)
{
  RubSorePane *self = RUB_SORE_PANE (widget);
  GtkWidget *row
    = self->revealed != NULL ? rub_list_chain_find_row (self->chain, self->revealed) : NULL;
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (self->scroller);
  graphene_rect_t place;

  if (!is_later_frame (is_later))
    return G_SOURCE_CONTINUE;

  self->reveal_tick = 0;
  self->revealed = NULL;
  if (row != NULL && !self->is_narrow
      && gtk_widget_compute_bounds (row, GTK_WIDGET (self->contents), &place))
    gtk_adjustment_clamp_page (adjustment, (double) place.origin.y,
                               (double) (place.origin.y + place.size.height));

  return G_SOURCE_REMOVE;
}

static void
reveal_later (RubSorePane *self, RubRegion *region)
{
  self->revealed = region;
  if (self->reveal_tick == 0)
    self->reveal_tick = add_later_frame (self, reveal);
}

static void
ask (GtkWidget *widget, const char *action, GVariant *parameter)
{
  RubSorePane *self = RUB_SORE_PANE (widget);
  RubRegion *region = rub_body_find (rub_check_draft_get_body (self->draft),
                                     g_variant_get_string (parameter, NULL));

  if (region != NULL)
    g_signal_emit (self, signals[REGION_ACTIVATED], 0, region);
}

static void
on_search_changed_cb (RubSorePane *self)
{
  const char *text = gtk_editable_get_text (self->search);
  g_autoptr (GPtrArray) found = NULL;

  g_assert (RUB_IS_SORE_PANE (self));

  found = rub_region_search (rub_body_get_regions (rub_check_draft_get_body (self->draft)), text);
  g_list_store_splice (self->results, 0, g_list_model_get_n_items (G_LIST_MODEL (self->results)),
                       found->pdata, found->len);
  show_contents (self);
}

/* What is typed next is looked for next. */
static void
on_search_activate_cb (RubSorePane *self)
{
  GtkListBoxRow *first;

  g_assert (RUB_IS_SORE_PANE (self));

  first = gtk_list_box_get_row_at_index (self->result_list, 0);
  if (first == NULL)
    return;

  rub_region_row_activate (RUB_REGION_ROW (first));
  gtk_editable_select_region (self->search, 0, -1);
}

static void
on_search_stopped_cb (RubSorePane *self)
{
  g_assert (RUB_IS_SORE_PANE (self));

  gtk_editable_set_text (self->search, "");
}

static gboolean
on_search_key_pressed_cb (GtkEventControllerKey *controller,
                          guint keyval,
                          guint keycode,
                          GdkModifierType state,
                          RubSorePane *self)
{
  g_assert (RUB_IS_SORE_PANE (self));

  return (keyval == GDK_KEY_Down || keyval == GDK_KEY_KP_Down)
         && rub_list_chain_focus_first (self->chain);
}

/* The first letter of what is looked for. */
static gboolean
search_for (RubSorePane *self, guint keyval, GdkModifierType state)
{
  gunichar letter = gdk_keyval_to_unicode (keyval);
  char text[8] = "";

  if (!g_unichar_isalpha (letter)
      || (state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK | GDK_META_MASK)) != 0)
    return FALSE;

  g_unichar_to_utf8 (letter, text);
  gtk_editable_set_text (self->search, text);
  gtk_widget_grab_focus (GTK_WIDGET (self->search));
  gtk_editable_set_position (self->search, -1);

  return TRUE;
}

/* What no row and no list knew what to do with. */
static gboolean
on_key_pressed_cb (GtkEventControllerKey *controller,
                   guint keyval,
                   guint keycode,
                   GdkModifierType state,
                   RubSorePane *self)
{
  g_assert (RUB_IS_SORE_PANE (self));

  if (gtk_widget_get_focus_child (GTK_WIDGET (self->search)) != NULL)
    return FALSE;

  return search_for (self, keyval, state);
}

static void
on_result_activated_cb (GtkListBox *list, GtkListBoxRow *row)
{
  g_assert (RUB_IS_REGION_ROW (row));

  rub_region_row_activate (RUB_REGION_ROW (row));
}

static void
on_chosen_changed_cb (RubSorePane *self)
{
  RubRegion *chosen;

  g_assert (RUB_IS_SORE_PANE (self));

  chosen = rub_body_attention_get_chosen (self->attention);
  if (chosen != NULL)
    reveal_later (self, chosen);
}

static void
on_pointed_out_changed_cb (RubSorePane *self)
{
  GPtrArray *regions;

  g_assert (RUB_IS_SORE_PANE (self));

  regions = rub_body_attention_get_pointed_out (self->attention);
  if (regions != NULL && regions->len > 0)
    reveal_later (self, regions->pdata[0]);
}

/* What is marked on the map is to be seen in the list. */
static void
on_region_settled_cb (RubSorePane *self, RubRegion *region)
{
  g_assert (RUB_IS_SORE_PANE (self));

  if (rub_check_draft_find (self->draft, region) != NULL
      && gtk_widget_get_focus_child (GTK_WIDGET (self->scroller)) == NULL)
    reveal_later (self, region);
}

/* Nobody needs all the regions in the first frame. */
static gboolean
fill_parts (GtkWidget *widget, GdkFrameClock *clock, gpointer is_later)
{
  RubSorePane *self = RUB_SORE_PANE (widget);

  if (!is_later_frame (is_later))
    return G_SOURCE_CONTINUE;

  self->fill_tick = 0;
  rub_part_list_fill (self->parts, self->draft, self->attention);
  gtk_widget_set_visible (self->parts_box, TRUE);

  return G_SOURCE_REMOVE;
}

static void
rub_sore_pane_map (GtkWidget *widget)
{
  RubSorePane *self = RUB_SORE_PANE (widget);

  GTK_WIDGET_CLASS (rub_sore_pane_parent_class)->map (widget);

  if (self->draft != NULL && self->fill_tick == 0 && !gtk_widget_get_visible (self->parts_box))
    self->fill_tick = add_later_frame (self, fill_parts);
}

static void
rub_sore_pane_dispose (GObject *object)
{
  RubSorePane *self = RUB_SORE_PANE (object);

  g_clear_object (&self->draft);
  g_clear_object (&self->attention);
  g_clear_object (&self->results);
  g_clear_object (&self->chain);

  G_OBJECT_CLASS (rub_sore_pane_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  g_type_ensure (RUB_TYPE_SORE_LIST);
  g_type_ensure (RUB_TYPE_PART_LIST);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/rubdown/Rubdown/ui/rub-sore-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, RubSorePane, search);
  gtk_widget_class_bind_template_child (widget_class, RubSorePane, scroller);
  gtk_widget_class_bind_template_child (widget_class, RubSorePane, contents);
  gtk_widget_class_bind_template_child (widget_class, RubSorePane, sore);
  gtk_widget_class_bind_template_child (widget_class, RubSorePane, parts_box);
  gtk_widget_class_bind_template_child (widget_class, RubSorePane, parts);
  gtk_widget_class_bind_template_child (widget_class, RubSorePane, result_list);
  gtk_widget_class_bind_template_callback (widget_class, on_search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_search_activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_search_stopped_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_search_key_pressed_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_key_pressed_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_result_activated_cb);
}

static void
rub_sore_pane_class_init (RubSorePaneClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = rub_sore_pane_dispose;
  widget_class->map = rub_sore_pane_map;

  signals[REGION_ACTIVATED]
    = g_signal_new ("region-activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                    NULL, NULL, G_TYPE_NONE, 1, RUB_TYPE_REGION);

  gtk_widget_class_install_action (widget_class, "list.ask", "s", ask);
  bind_template (widget_class);
}

static void
rub_sore_pane_init (RubSorePane *self)
{
  self->results = g_list_store_new (RUB_TYPE_REGION);
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_set_visible (self->parts_box, FALSE);
  gtk_list_box_bind_model (self->result_list, G_LIST_MODEL (self->results), create_result_row,
                           self, NULL);
  self->chain = rub_list_chain_new (GTK_WIDGET (self->search));
  rub_list_chain_add (self->chain, self->result_list);
  rub_list_chain_add (self->chain, rub_sore_list_get_list (self->sore));
  rub_list_chain_add (self->chain, rub_part_list_get_list (self->parts));
}

void
rub_sore_pane_set_draft (RubSorePane *self, RubCheckDraft *draft, RubBodyAttention *attention)
{
  g_return_if_fail (RUB_IS_SORE_PANE (self));
  g_return_if_fail (RUB_IS_CHECK_DRAFT (draft));
  g_return_if_fail (RUB_IS_BODY_ATTENTION (attention));
  g_return_if_fail (self->draft == NULL);

  self->draft = g_object_ref (draft);
  self->attention = g_object_ref (attention);
  rub_sore_list_set_draft (self->sore, draft, attention);
  g_signal_connect_object (draft, "region-settled", G_CALLBACK (on_region_settled_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (attention, "notify::chosen", G_CALLBACK (on_chosen_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (attention, "notify::pointed-out",
                           G_CALLBACK (on_pointed_out_changed_cb), self, G_CONNECT_SWAPPED);
  show_contents (self);
}

void
rub_sore_pane_set_last_check (RubSorePane *self, const char *age)
{
  g_return_if_fail (RUB_IS_SORE_PANE (self));

  rub_sore_list_set_last_check (self->sore, age);
}

void
rub_sore_pane_set_narrow (RubSorePane *self, gboolean is_narrow)
{
  g_return_if_fail (RUB_IS_SORE_PANE (self));

  self->is_narrow = is_narrow;
  gtk_scrolled_window_set_policy (self->scroller, GTK_POLICY_NEVER,
                                  is_narrow ? GTK_POLICY_NEVER : GTK_POLICY_AUTOMATIC);
}

void
rub_sore_pane_search (RubSorePane *self)
{
  g_return_if_fail (RUB_IS_SORE_PANE (self));

  gtk_widget_grab_focus (GTK_WIDGET (self->search));
  gtk_editable_select_region (self->search, 0, -1);
}
