/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "rub-read-history.h"

struct _RubReadHistory
{
  GObject parent_instance;

  int current; /* index, or -1 */

  /* Owned */
  GArray *places; /* of RubPlace */
};

enum
{
  CHANGED,
  N_SIGNALS
};

G_DEFINE_FINAL_TYPE (RubReadHistory, rub_read_history, G_TYPE_OBJECT)

static guint signals[N_SIGNALS];

static void
rub_read_history_finalize (GObject *object)
{
  g_array_unref (RUB_READ_HISTORY (object)->places);

  G_OBJECT_CLASS (rub_read_history_parent_class)->finalize (object);
}

static void
rub_read_history_class_init (RubReadHistoryClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = rub_read_history_finalize;

  signals[CHANGED] = g_signal_new ("changed", RUB_TYPE_READ_HISTORY, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
}

static void
rub_read_history_init (RubReadHistory *self)
{
  self->current = -1;
  self->places = g_array_new (FALSE, FALSE, sizeof (RubPlace));
}

RubReadHistory *
rub_read_history_new (void)
{
  return g_object_new (RUB_TYPE_READ_HISTORY, NULL);
}

static RubPlace *
get_place (RubReadHistory *self, int index)
{
  return &g_array_index (self->places, RubPlace, index);
}

void
rub_read_history_visit (RubReadHistory *self, const RubPlace *place)
{
  RubPlace visited;

  g_return_if_fail (RUB_IS_READ_HISTORY (self));
  g_return_if_fail (place != NULL && place->article_id != NULL);

  visited = (RubPlace){ g_intern_string (place->article_id), place->block };
  if (self->current >= 0 && get_place (self, self->current)->article_id == visited.article_id
      && get_place (self, self->current)->block == visited.block)
    return;

  g_array_set_size (self->places, (guint) (self->current + 1));
  g_array_append_val (self->places, visited);
  if (self->places->len > RUB_READ_HISTORY_MAX)
    g_array_remove_index (self->places, 0);
  self->current = (int) self->places->len - 1;
  g_signal_emit (self, signals[CHANGED], 0);
}

void
rub_read_history_move (RubReadHistory *self, int block)
{
  g_return_if_fail (RUB_IS_READ_HISTORY (self));

  if (self->current >= 0)
    get_place (self, self->current)->block = block;
}

gboolean
rub_read_history_can_go (RubReadHistory *self, int direction)
{
  int target;

  g_return_val_if_fail (RUB_IS_READ_HISTORY (self), FALSE);
  g_return_val_if_fail (direction == 1 || direction == -1, FALSE);

  target = self->current + direction;

  return target >= 0 && target < (int) self->places->len;
}

const RubPlace *
rub_read_history_go (RubReadHistory *self, int direction)
{
  g_return_val_if_fail (RUB_IS_READ_HISTORY (self), NULL);
  g_return_val_if_fail (direction == 1 || direction == -1, NULL);

  if (!rub_read_history_can_go (self, direction))
    return NULL;

  self->current += direction;
  g_signal_emit (self, signals[CHANGED], 0);

  return get_place (self, self->current);
}
