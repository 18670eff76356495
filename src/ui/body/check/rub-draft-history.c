/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "rub-draft-history.h"

struct _RubDraftHistory
{
  guint depth; /* of the steps that were opened within each other */

  /* Owned */
  GArray *open; /* of RubDraftChange; NULL while no step is open */
  GPtrArray *done; /* of GArray of RubDraftChange, the newest last */
  GPtrArray *undone;
};

static void
clear_change (gpointer data)
{
  RubDraftChange *change = data;

  g_clear_object (&change->before);
  g_clear_object (&change->after);
}

static GArray *
create_step (void)
{
  GArray *step = g_array_new (FALSE, FALSE, sizeof (RubDraftChange));

  g_array_set_clear_func (step, clear_change);

  return step;
}

static gboolean
is_same (RubSoreRegion *before, RubSoreRegion *after)
{
  return before == after
         || (before != NULL && after != NULL && rub_sore_region_equals (before, after));
}

/* What is changed many times over, such as a level while it is dragged, is one change. */
static gboolean
merge (GArray *step, guint position, RubSoreRegion *before, RubSoreRegion *after)
{
  RubDraftChange *last;

  if (step->len == 0)
    return FALSE;

  last = &g_array_index (step, RubDraftChange, step->len - 1);
  if (last->position != position || last->after == NULL || last->after != before)
    return FALSE;

  g_set_object (&last->after, after);
  if (is_same (last->before, last->after))
    g_array_set_size (step, step->len - 1);

  return TRUE;
}

static gboolean
is_newest_of (RubDraftHistory *self, RubRegion *region)
{
  GArray *newest
    = self->done->len > 0 ? g_ptr_array_index (self->done, self->done->len - 1) : NULL;

  for (guint i = 0; newest != NULL && i < newest->len; i++)
    {
      RubDraftChange *change = &g_array_index (newest, RubDraftChange, i);

      if (rub_sore_region_get_region (change->after != NULL ? change->after : change->before)
          != region)
        return FALSE;
    }

  return newest != NULL;
}

static GArray *
move_step (GPtrArray *from, GPtrArray *to)
{
  GArray *step = g_ptr_array_steal_index (from, from->len - 1);

  g_ptr_array_add (to, step);

  return g_array_ref (step);
}

RubDraftHistory *
rub_draft_history_new (void)
{
  RubDraftHistory *self = g_new0 (RubDraftHistory, 1);

  self->done = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  self->undone = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);

  return self;
}

void
rub_draft_history_free (RubDraftHistory *self)
{
  g_return_if_fail (self != NULL);

  g_clear_pointer (&self->open, g_array_unref);
  g_ptr_array_unref (self->done);
  g_ptr_array_unref (self->undone);
  g_free (self);
}

void
rub_draft_history_clear (RubDraftHistory *self)
{
  g_return_if_fail (self != NULL);

  if (self->open != NULL)
    g_array_set_size (self->open, 0);
  g_ptr_array_set_size (self->done, 0);
  g_ptr_array_set_size (self->undone, 0);
}

void
rub_draft_history_begin (RubDraftHistory *self)
{
  g_return_if_fail (self != NULL);

  if (self->depth++ == 0)
    self->open = create_step ();
}

void
rub_draft_history_resume (RubDraftHistory *self, RubRegion *region)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (RUB_IS_REGION (region));

  /* After something was undone, the newest step is not the one that is meant. */
  if (self->depth > 0 || self->undone->len > 0 || !is_newest_of (self, region))
    {
      rub_draft_history_begin (self);
      return;
    }

  self->depth = 1;
  self->open = g_ptr_array_steal_index (self->done, self->done->len - 1);
}

void
rub_draft_history_end (RubDraftHistory *self)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (self->depth > 0);

  if (--self->depth > 0)
    return;

  if (self->open->len > 0)
    g_ptr_array_add (self->done, g_steal_pointer (&self->open));
  g_clear_pointer (&self->open, g_array_unref);
}

GArray *
rub_draft_history_reset (RubDraftHistory *self)
{
  GArray *step;

  g_return_val_if_fail (self != NULL, NULL);

  step = g_steal_pointer (&self->open);
  if (step != NULL)
    self->open = create_step ();

  return step;
}

void
rub_draft_history_add (RubDraftHistory *self,
                       guint position,
                       RubSoreRegion *before,
                       RubSoreRegion *after)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (before != NULL || after != NULL);

  g_ptr_array_set_size (self->undone, 0);
  rub_draft_history_begin (self);
  if (!merge (self->open, position, before, after))
    {
      RubDraftChange change = { position, before, after };

      if (before != NULL)
        g_object_ref (before);
      if (after != NULL)
        g_object_ref (after);
      g_array_append_val (self->open, change);
    }
  rub_draft_history_end (self);
}

gboolean
rub_draft_history_is_open (RubDraftHistory *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->depth > 0;
}

gboolean
rub_draft_history_has_changes (RubDraftHistory *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->done->len > 0 || (self->open != NULL && self->open->len > 0);
}

gboolean
rub_draft_history_can_undo (RubDraftHistory *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->depth == 0 && self->done->len > 0;
}

gboolean
rub_draft_history_can_redo (RubDraftHistory *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->depth == 0 && self->undone->len > 0;
}

GArray *
rub_draft_history_undo (RubDraftHistory *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return rub_draft_history_can_undo (self) ? move_step (self->done, self->undone) : NULL;
}

GArray *
rub_draft_history_redo (RubDraftHistory *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return rub_draft_history_can_redo (self) ? move_step (self->undone, self->done) : NULL;
}
