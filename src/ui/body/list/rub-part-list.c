/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "rub-part-list.h"

#include <glib/gi18n-lib.h>

#include "rub-part-row.h"

struct _RubPartList
{
  AdwBin parent_instance;

  /* Owned */
  RubCheckDraft *draft;
  RubBodyAttention *attention;

  /* Borrowed */
  GtkListBox *list;
};

G_DEFINE_FINAL_TYPE (RubPartList, rub_part_list, ADW_TYPE_BIN)

static void
on_part_expanded_cb (RubPartRow *part, GParamSpec *pspec, RubPartList *self)
{
  GPtrArray *regions = rub_part_row_get_regions (part);
  int first = gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (part)) + 1;

  g_assert (RUB_IS_PART_LIST (self));

  if (rub_part_row_get_expanded (part))
    for (guint i = 0; i < regions->len; i++)
      gtk_list_box_insert (self->list,
                           rub_region_row_new (self->draft, self->attention, regions->pdata[i]),
                           first + (int) i);
  else
    for (guint i = 0; i < regions->len; i++)
      gtk_list_box_remove (self->list,
                           GTK_WIDGET (gtk_list_box_get_row_at_index (self->list, first)));
}

static void
on_row_activated_cb (RubPartList *self, GtkListBoxRow *row)
{
  g_assert (RUB_IS_PART_LIST (self));

  if (RUB_IS_PART_ROW (row))
    gtk_widget_activate_action (GTK_WIDGET (row), "part.toggle", NULL);
  else
    rub_region_row_activate (RUB_REGION_ROW (row));
}

/* Takes the @regions over. */
static void
add_part (RubPartList *self, GPtrArray *regions)
{
  GtkWidget *part = rub_part_row_new (self->draft, self->attention, regions);

  g_signal_connect_object (part, "notify::expanded", G_CALLBACK (on_part_expanded_cb), self, 0);
  gtk_list_box_append (self->list, part);
  g_ptr_array_unref (regions);
}

static void
rub_part_list_dispose (GObject *object)
{
  RubPartList *self = RUB_PART_LIST (object);

  g_clear_object (&self->draft);
  g_clear_object (&self->attention);

  G_OBJECT_CLASS (rub_part_list_parent_class)->dispose (object);
}

static void
rub_part_list_class_init (RubPartListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = rub_part_list_dispose;
}

static void
rub_part_list_init (RubPartList *self)
{
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("All Regions"), -1);
  g_signal_connect_object (self->list, "row-activated", G_CALLBACK (on_row_activated_cb), self,
                           G_CONNECT_SWAPPED);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->list));
}

void
rub_part_list_fill (RubPartList *self, RubCheckDraft *draft, RubBodyAttention *attention)
{
  GPtrArray *all, *regions = NULL;
  const char *part = NULL;

  g_return_if_fail (RUB_IS_PART_LIST (self));
  g_return_if_fail (RUB_IS_CHECK_DRAFT (draft));
  g_return_if_fail (RUB_IS_BODY_ATTENTION (attention));
  g_return_if_fail (self->draft == NULL);

  self->draft = g_object_ref (draft);
  self->attention = g_object_ref (attention);
  all = rub_body_get_regions (rub_check_draft_get_body (draft));
  for (guint i = 0; i < all->len; i++)
    {
      const char *group = rub_region_get_group (all->pdata[i]);

      if (g_strcmp0 (group, part) != 0)
        {
          if (regions != NULL)
            add_part (self, regions);
          regions = g_ptr_array_new_with_free_func (g_object_unref);
          part = group;
        }
      g_ptr_array_add (regions, g_object_ref (all->pdata[i]));
    }
  if (regions != NULL)
    add_part (self, regions);
}

GtkListBox *
rub_part_list_get_list (RubPartList *self)
{
  g_return_val_if_fail (RUB_IS_PART_LIST (self), NULL);

  return self->list;
}
