/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "rub-list-update.h"

static gboolean
is_same_at (GListStore *store, guint position, gpointer item, GEqualFunc is_same)
{
  g_autoptr (GObject) there = g_list_model_get_item (G_LIST_MODEL (store), position);

  return is_same (there, item);
}

void
rub_list_update (GListStore *store, GPtrArray *items, GEqualFunc is_same)
{
  guint n_before, n_least, head = 0, tail = 0;

  g_return_if_fail (G_IS_LIST_STORE (store));
  g_return_if_fail (items != NULL);
  g_return_if_fail (is_same != NULL);

  n_before = g_list_model_get_n_items (G_LIST_MODEL (store));
  n_least = MIN (n_before, items->len);
  while (head < n_least && is_same_at (store, head, items->pdata[head], is_same))
    head++;
  while (tail < n_least - head
         && is_same_at (store, n_before - 1 - tail, items->pdata[items->len - 1 - tail], is_same))
    tail++;

  if (head + tail < MAX (n_before, items->len))
    g_list_store_splice (store, head, n_before - head - tail, items->pdata + head,
                         items->len - head - tail);
}
