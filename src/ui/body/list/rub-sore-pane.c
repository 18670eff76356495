/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "rub-sore-pane.h"

#include <glib/gi18n-lib.h>

#include "rub-region-search.h"
#include "rub-sore-row.h"

/* Which region a row of the results is for. */
#define REGION_KEY "rub-region"

struct _RubSorePane
{
  AdwBin parent_instance;

  /* Owned */
  RubCheckDraft *draft;
  GListStore *results; /* of RubRegion */
  char *age;

  /* Template */
  GtkEditable *search;
  GtkScrolledWindow *scroller;
  GtkStack *contents;
  GtkLabel *empty_note;
  GtkLabel *heading;
  GtkLabel *note;
  GtkListBox *sore_list;
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
show_words (RubSorePane *self)
{
  gboolean is_last = self->age != NULL && !rub_check_draft_get_edited (self->draft);
  g_autofree char *last = NULL;

  if (self->age != NULL)
    /* Translators: %s is an age, such as "3 hours ago". */
    last = g_strdup_printf (_("Last check: %s"), self->age);

  /* What is shown of an old check is not said to be so now. */
  gtk_label_set_label (self->heading, is_last ? _("Last Check") : _("Sore Now"));
  gtk_label_set_label (self->note, is_last ? self->age : last != NULL ? last : "");
  gtk_widget_set_visible (GTK_WIDGET (self->note), self->age != NULL);
  gtk_label_set_label (self->empty_note,
                       last != NULL ? last : _("Or find a region by its name"));
}

static void
show_contents (RubSorePane *self)
{
  const char *name;

  if (is_searching (self))
    name = g_list_model_get_n_items (G_LIST_MODEL (self->results)) > 0 ? "results" : "none";
  else
    name = g_list_model_get_n_items (G_LIST_MODEL (self->draft)) > 0 ? "sore" : "empty";

  gtk_stack_set_visible_child_name (self->contents, name);
  show_words (self);
}

static GtkWidget *
create_sore_row (gpointer item, gpointer user_data)
{
  return rub_sore_row_new (RUB_SORE_REGION (item));
}

static GtkWidget *
create_result_row (gpointer item, gpointer user_data)
{
  RubRegion *region = RUB_REGION (item);
  const char *hint = rub_region_get_hint (region);
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), rub_region_get_name (region));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row),
                               hint != NULL ? hint : rub_region_get_group (region));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_object_set_data_full (G_OBJECT (row), REGION_KEY, g_object_ref (region), g_object_unref);

  return row;
}

static void
remove_region (GtkWidget *widget, const char *action, GVariant *parameter)
{
  RubSorePane *self = RUB_SORE_PANE (widget);
  RubRegion *region = rub_body_find (rub_check_draft_get_body (self->draft),
                                     g_variant_get_string (parameter, NULL));

  if (region != NULL)
    rub_check_draft_set (self->draft, region, 0, RUB_SENSATION_NONE);
}

static void
on_search_changed_cb (RubSorePane *self)
{
  const char *text = gtk_editable_get_text (self->search);
  GPtrArray *regions;
  g_autoptr (GPtrArray) matches = NULL;

  g_assert (RUB_IS_SORE_PANE (self));

  regions = rub_body_get_regions (rub_check_draft_get_body (self->draft));
  matches = rub_region_search (regions, text);
  g_list_store_splice (self->results, 0, g_list_model_get_n_items (G_LIST_MODEL (self->results)),
                       matches->pdata, matches->len);
  show_contents (self);
}

static void
on_search_activate_cb (RubSorePane *self)
{
  g_autoptr (RubRegion) first = NULL;

  g_assert (RUB_IS_SORE_PANE (self));

  first = g_list_model_get_item (G_LIST_MODEL (self->results), 0);
  if (first != NULL)
    g_signal_emit (self, signals[REGION_ACTIVATED], 0, first);
}

static void
on_search_stopped_cb (RubSorePane *self)
{
  g_assert (RUB_IS_SORE_PANE (self));

  gtk_editable_set_text (self->search, "");
}

static void
on_sore_row_activated_cb (RubSorePane *self, GtkListBoxRow *row)
{
  g_assert (RUB_IS_SORE_ROW (row));

  g_signal_emit (self, signals[REGION_ACTIVATED], 0, rub_sore_row_get_region (RUB_SORE_ROW (row)));
}

static void
on_result_activated_cb (RubSorePane *self, GtkListBoxRow *row)
{
  g_assert (RUB_IS_SORE_PANE (self));

  g_signal_emit (self, signals[REGION_ACTIVATED], 0,
                 g_object_get_data (G_OBJECT (row), REGION_KEY));
}

static void
rub_sore_pane_dispose (GObject *object)
{
  RubSorePane *self = RUB_SORE_PANE (object);

  g_clear_object (&self->draft);
  g_clear_object (&self->results);
  g_clear_pointer (&self->age, g_free);

  G_OBJECT_CLASS (rub_sore_pane_parent_class)->dispose (object);
}

static void
rub_sore_pane_class_init (RubSorePaneClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = rub_sore_pane_dispose;

  signals[REGION_ACTIVATED]
    = g_signal_new ("region-activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                    NULL, NULL, G_TYPE_NONE, 1, RUB_TYPE_REGION);

  gtk_widget_class_install_action (widget_class, "sore.remove", "s", remove_region);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/rubdown/Rubdown/ui/rub-sore-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, RubSorePane, search);
  gtk_widget_class_bind_template_child (widget_class, RubSorePane, scroller);
  gtk_widget_class_bind_template_child (widget_class, RubSorePane, contents);
  gtk_widget_class_bind_template_child (widget_class, RubSorePane, empty_note);
  gtk_widget_class_bind_template_child (widget_class, RubSorePane, heading);
  gtk_widget_class_bind_template_child (widget_class, RubSorePane, note);
  gtk_widget_class_bind_template_child (widget_class, RubSorePane, sore_list);
  gtk_widget_class_bind_template_child (widget_class, RubSorePane, result_list);
  gtk_widget_class_bind_template_callback (widget_class, on_search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_search_activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_search_stopped_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_sore_row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_result_activated_cb);
}

static void
rub_sore_pane_init (RubSorePane *self)
{
  self->results = g_list_store_new (RUB_TYPE_REGION);
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_list_box_bind_model (self->result_list, G_LIST_MODEL (self->results), create_result_row, NULL,
                           NULL);
}

void
rub_sore_pane_set_draft (RubSorePane *self, RubCheckDraft *draft)
{
  g_return_if_fail (RUB_IS_SORE_PANE (self));
  g_return_if_fail (RUB_IS_CHECK_DRAFT (draft));
  g_return_if_fail (self->draft == NULL);

  self->draft = g_object_ref (draft);
  gtk_list_box_bind_model (self->sore_list, G_LIST_MODEL (draft), create_sore_row, NULL, NULL);
  g_signal_connect_object (draft, "items-changed", G_CALLBACK (show_contents), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (draft, "notify::edited", G_CALLBACK (show_words), self,
                           G_CONNECT_SWAPPED);
  show_contents (self);
}

void
rub_sore_pane_set_last_check (RubSorePane *self, const char *age)
{
  g_return_if_fail (RUB_IS_SORE_PANE (self));
  g_return_if_fail (self->draft != NULL);

  if (g_strcmp0 (self->age, age) == 0)
    return;

  g_free (self->age);
  self->age = g_strdup (age);
  show_words (self);
}

void
rub_sore_pane_set_narrow (RubSorePane *self, gboolean is_narrow)
{
  g_return_if_fail (RUB_IS_SORE_PANE (self));

  gtk_scrolled_window_set_policy (self->scroller, GTK_POLICY_NEVER,
                                  is_narrow ? GTK_POLICY_NEVER : GTK_POLICY_AUTOMATIC);
}

void
rub_sore_pane_search (RubSorePane *self)
{
  g_return_if_fail (RUB_IS_SORE_PANE (self));

  gtk_widget_grab_focus (GTK_WIDGET (self->search));
}
