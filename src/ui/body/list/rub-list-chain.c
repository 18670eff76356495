/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "rub-list-chain.h"

#include "rub-part-row.h"
#include "rub-region-row.h"

struct _RubListChain
{
  GObject parent_instance;

  /* Owned */
  GPtrArray *lists; /* of GtkListBox, borrowed */

  /* Borrowed */
  GtkWidget *above;
};

G_DEFINE_FINAL_TYPE (RubListChain, rub_list_chain, G_TYPE_OBJECT)

static gboolean
focus_row (GtkListBox *list, gboolean is_last)
{
  GtkListBoxRow *row = NULL;

  for (int i = 0; gtk_list_box_get_row_at_index (list, i) != NULL; i++)
    if (i == 0 || is_last)
      row = gtk_list_box_get_row_at_index (list, i);

  return row != NULL && gtk_widget_grab_focus (GTK_WIDGET (row));
}

/* From the one at @index on, by @step; those out of sight or empty are passed over. */
static gboolean
focus_list (RubListChain *self, int index, int step)
{
  for (; index >= 0 && index < (int) self->lists->len; index += step)
    if (gtk_widget_get_mapped (self->lists->pdata[index])
        && focus_row (self->lists->pdata[index], step < 0))
      return TRUE;

  return FALSE;
}

static gboolean
on_keynav_failed_cb (GtkListBox *list, GtkDirectionType direction, RubListChain *self)
{
  guint index = 0;

  g_assert (RUB_IS_LIST_CHAIN (self));

  if (!g_ptr_array_find (self->lists, list, &index))
    return FALSE;
  if (direction == GTK_DIR_DOWN)
    return focus_list (self, (int) index + 1, 1);
  if (direction == GTK_DIR_UP)
    return focus_list (self, (int) index - 1, -1) || gtk_widget_grab_focus (self->above);

  return FALSE;
}

static void
rub_list_chain_finalize (GObject *object)
{
  g_clear_pointer (&RUB_LIST_CHAIN (object)->lists, g_ptr_array_unref);

  G_OBJECT_CLASS (rub_list_chain_parent_class)->finalize (object);
}

static void
rub_list_chain_class_init (RubListChainClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = rub_list_chain_finalize;
}

static void
rub_list_chain_init (RubListChain *self)
{
  self->lists = g_ptr_array_new ();
}

RubListChain *
rub_list_chain_new (GtkWidget *above)
{
  RubListChain *self;

  g_return_val_if_fail (GTK_IS_WIDGET (above), NULL);

  self = g_object_new (RUB_TYPE_LIST_CHAIN, NULL);
  self->above = above;

  return self;
}

void
rub_list_chain_add (RubListChain *self, GtkListBox *list)
{
  g_return_if_fail (RUB_IS_LIST_CHAIN (self));
  g_return_if_fail (GTK_IS_LIST_BOX (list));

  g_ptr_array_add (self->lists, list);
  g_signal_connect_object (list, "keynav-failed", G_CALLBACK (on_keynav_failed_cb), self, 0);
}

gboolean
rub_list_chain_focus_first (RubListChain *self)
{
  g_return_val_if_fail (RUB_IS_LIST_CHAIN (self), FALSE);

  return focus_list (self, 0, 1);
}

/* The row of a part stands for what is folded into it. */
static gboolean
is_row_of (GtkListBoxRow *row, RubRegion *region)
{
  if (RUB_IS_REGION_ROW (row))
    return rub_region_row_get_region (RUB_REGION_ROW (row)) == region;

  return RUB_IS_PART_ROW (row) && !rub_part_row_get_expanded (RUB_PART_ROW (row))
         && g_ptr_array_find (rub_part_row_get_regions (RUB_PART_ROW (row)), region, NULL);
}

GtkWidget *
rub_list_chain_find_row (RubListChain *self, RubRegion *region)
{
  g_return_val_if_fail (RUB_IS_LIST_CHAIN (self), NULL);

  for (guint i = 0; i < self->lists->len; i++)
    {
      GtkListBoxRow *row;

      for (int n = 0; gtk_widget_get_mapped (self->lists->pdata[i])
                      && (row = gtk_list_box_get_row_at_index (self->lists->pdata[i], n)) != NULL;
           n++)
        if (is_row_of (row, region))
          return GTK_WIDGET (row);
    }

  return NULL;
}
