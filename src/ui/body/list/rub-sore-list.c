/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "rub-sore-list.h"

#include <glib/gi18n-lib.h>

struct _RubSoreList
{
  AdwBin parent_instance;

  guint later_source;

  /* Owned */
  RubCheckDraft *draft;
  RubBodyAttention *attention;
  char *age;

  /* Template */
  GtkStack *states;
  GtkLabel *empty_note;
  GtkLabel *heading;
  GtkLabel *note;
  GtkListBox *list;
};

G_DEFINE_FINAL_TYPE (RubSoreList, rub_sore_list, ADW_TYPE_BIN)

static void
show_words (RubSoreList *self)
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

static RubRegion *
get_region_at (RubSoreList *self, int index)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->list, index);

  return row != NULL ? rub_region_row_get_region (RUB_REGION_ROW (row)) : NULL;
}

static RubRegion *
dup_sore_at (RubSoreList *self, int index)
{
  g_autoptr (RubSoreRegion) sore = g_list_model_get_item (G_LIST_MODEL (self->draft),
                                                          (guint) index);

  return sore != NULL ? g_object_ref (rub_sore_region_get_region (sore)) : NULL;
}

/* The focus goes to what takes the place of the row that had it. */
static void
remove_row (RubSoreList *self, int index)
{
  GtkWidget *row = GTK_WIDGET (gtk_list_box_get_row_at_index (self->list, index));
  gboolean had_focus
    = gtk_widget_has_focus (row) || gtk_widget_get_focus_child (row) != NULL;
  GtkListBoxRow *next = gtk_list_box_get_row_at_index (self->list, index + 1);

  if (next == NULL && index > 0)
    next = gtk_list_box_get_row_at_index (self->list, index - 1);
  if (had_focus && next != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (next));
  else if (had_focus)
    gtk_widget_activate_action (GTK_WIDGET (self), "body.search", NULL);
  gtk_list_box_remove (self->list, row);
}

static void
show_rows (RubSoreList *self)
{
  int n_sore = (int) g_list_model_get_n_items (G_LIST_MODEL (self->draft));

  for (int i = 0; get_region_at (self, i) != NULL;)
    if (rub_check_draft_find (self->draft, get_region_at (self, i)) == NULL)
      remove_row (self, i);
    else
      i++;

  for (int i = 0; i < n_sore; i++)
    {
      g_autoptr (RubRegion) region = dup_sore_at (self, i);
      GtkWidget *row = rub_sore_list_find_row (self, region);

      if (get_region_at (self, i) == region)
        continue;
      /* Undoing may put a region back between others. */
      if (row != NULL)
        gtk_list_box_remove (self->list, row);
      gtk_list_box_insert (self->list, rub_region_row_new (self->draft, self->attention, region),
                           i);
    }
  gtk_stack_set_visible_child_name (self->states, n_sore > 0 ? "sore" : "empty");
}

static gboolean
on_later_cb (gpointer data)
{
  RubSoreList *self = RUB_SORE_LIST (data);

  self->later_source = 0;
  show_rows (self);
  show_words (self);

  return G_SOURCE_REMOVE;
}

static void
on_draft_changed_cb (RubSoreList *self)
{
  g_assert (RUB_IS_SORE_LIST (self));

  if (self->later_source == 0)
    self->later_source = g_timeout_add (RUB_CHECK_DRAFT_SETTLE_MS, on_later_cb, self);
}

static void
on_row_activated_cb (GtkListBox *list, GtkListBoxRow *row)
{
  g_assert (RUB_IS_REGION_ROW (row));

  rub_region_row_activate (RUB_REGION_ROW (row));
}

static void
rub_sore_list_dispose (GObject *object)
{
  RubSoreList *self = RUB_SORE_LIST (object);

  g_clear_handle_id (&self->later_source, g_source_remove);
  g_clear_object (&self->draft);
  g_clear_object (&self->attention);
  g_clear_pointer (&self->age, g_free);

  G_OBJECT_CLASS (rub_sore_list_parent_class)->dispose (object);
}

static void
rub_sore_list_class_init (RubSoreListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = rub_sore_list_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/rubdown/Rubdown/ui/rub-sore-list.ui");
  gtk_widget_class_bind_template_child (widget_class, RubSoreList, states);
  gtk_widget_class_bind_template_child (widget_class, RubSoreList, empty_note);
  gtk_widget_class_bind_template_child (widget_class, RubSoreList, heading);
  gtk_widget_class_bind_template_child (widget_class, RubSoreList, note);
  gtk_widget_class_bind_template_child (widget_class, RubSoreList, list);
  gtk_widget_class_bind_template_callback (widget_class, on_row_activated_cb);
}

static void
rub_sore_list_init (RubSoreList *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
rub_sore_list_set_draft (RubSoreList *self, RubCheckDraft *draft, RubBodyAttention *attention)
{
  g_return_if_fail (RUB_IS_SORE_LIST (self));
  g_return_if_fail (RUB_IS_CHECK_DRAFT (draft));
  g_return_if_fail (RUB_IS_BODY_ATTENTION (attention));
  g_return_if_fail (self->draft == NULL);

  self->draft = g_object_ref (draft);
  self->attention = g_object_ref (attention);
  g_signal_connect_object (draft, "items-changed", G_CALLBACK (on_draft_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (draft, "notify::edited", G_CALLBACK (on_draft_changed_cb), self,
                           G_CONNECT_SWAPPED);
  show_rows (self);
  show_words (self);
}

void
rub_sore_list_set_last_check (RubSoreList *self, const char *age)
{
  g_return_if_fail (RUB_IS_SORE_LIST (self));
  g_return_if_fail (self->draft != NULL);

  if (g_strcmp0 (self->age, age) == 0)
    return;

  g_free (self->age);
  self->age = g_strdup (age);
  show_words (self);
}

GtkListBox *
rub_sore_list_get_list (RubSoreList *self)
{
  g_return_val_if_fail (RUB_IS_SORE_LIST (self), NULL);

  return self->list;
}

GtkWidget *
rub_sore_list_find_row (RubSoreList *self, RubRegion *region)
{
  g_return_val_if_fail (RUB_IS_SORE_LIST (self), NULL);

  for (int i = 0; get_region_at (self, i) != NULL; i++)
    if (get_region_at (self, i) == region)
      return GTK_WIDGET (gtk_list_box_get_row_at_index (self->list, i));

  return NULL;
}
