/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "rub-check-draft.h"

#include "rub-draft-history.h"

struct _RubCheckDraft
{
  GObject parent_instance;

  int last_level;
  gboolean is_edited; /* these three as last notified */
  gboolean can_undo;
  gboolean can_redo;
  guint settle_source;

  /* Owned */
  RubBody *body;
  RubCheck *last;
  GPtrArray *sore; /* of RubSoreRegion */
  GPtrArray *unsettled; /* of RubRegion */
  RubDraftHistory *history;
};

enum
{
  PROP_0,
  PROP_EDITED,
  PROP_CAN_UNDO,
  PROP_CAN_REDO,
  PROP_LAST,
  N_PROPS
};

enum
{
  REGION_CHANGED,
  REGION_SETTLED,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

static void rub_check_draft_list_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (RubCheckDraft,
                               rub_check_draft,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL,
                                                      rub_check_draft_list_model_init))

static void
notify_flag (RubCheckDraft *self, int id, gboolean *flag, gboolean value)
{
  if (*flag == value)
    return;

  *flag = value;
  g_object_notify_by_pspec (G_OBJECT (self), properties[id]);
}

static void
update_flags (RubCheckDraft *self)
{
  g_object_freeze_notify (G_OBJECT (self));
  notify_flag (self, PROP_EDITED, &self->is_edited,
               rub_draft_history_has_changes (self->history));
  notify_flag (self, PROP_CAN_UNDO, &self->can_undo, rub_draft_history_can_undo (self->history));
  notify_flag (self, PROP_CAN_REDO, &self->can_redo, rub_draft_history_can_redo (self->history));
  g_object_thaw_notify (G_OBJECT (self));
}

static gboolean
find_position (RubCheckDraft *self, RubRegion *region, guint *position)
{
  for (guint i = 0; i < self->sore->len; i++)
    if (rub_sore_region_get_region (g_ptr_array_index (self->sore, i)) == region)
      {
        *position = i;
        return TRUE;
      }

  return FALSE;
}

static gboolean
on_settled_cb (gpointer data)
{
  g_autoptr (RubCheckDraft) self = g_object_ref (data);
  g_autoptr (GPtrArray) settled = self->unsettled;

  self->settle_source = 0;
  self->unsettled = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < settled->len; i++)
    g_signal_emit (self, signals[REGION_SETTLED], 0, settled->pdata[i]);

  return G_SOURCE_REMOVE;
}

static void
settle_later (RubCheckDraft *self, RubRegion *region)
{
  if (!g_ptr_array_find (self->unsettled, region, NULL))
    g_ptr_array_add (self->unsettled, g_object_ref (region));
  if (self->settle_source == 0)
    self->settle_source = g_timeout_add (RUB_CHECK_DRAFT_SETTLE_MS, on_settled_cb, self);
}

/* What is there at @position becomes @after; either may be NULL, but not both. */
static void
replace (RubCheckDraft *self, guint position, RubSoreRegion *before, RubSoreRegion *after)
{
  g_autoptr (RubRegion) region
    = g_object_ref (rub_sore_region_get_region (after != NULL ? after : before));

  if (before != NULL)
    g_ptr_array_remove_index (self->sore, position);
  if (after != NULL)
    g_ptr_array_insert (self->sore, (int) position, g_object_ref (after));
  g_list_model_items_changed (G_LIST_MODEL (self), position, before != NULL, after != NULL);
  g_signal_emit (self, signals[REGION_CHANGED], 0, region);
  settle_later (self, region);
}

/* As a step to undo, or within the one that is open. */
static void
change (RubCheckDraft *self, guint position, RubSoreRegion *before, RubSoreRegion *after)
{
  g_autoptr (RubSoreRegion) kept = before != NULL ? g_object_ref (before) : NULL;

  rub_draft_history_add (self->history, position, kept, after);
  replace (self, position, kept, after);
  update_flags (self);
}

/* Says @wanted of its region; NULL: that @region is not sore. */
static void
say (RubCheckDraft *self, RubRegion *region, RubSoreRegion *wanted)
{
  RubSoreRegion *now;
  guint position;

  if (!find_position (self, region, &position))
    {
      if (wanted != NULL)
        change (self, self->sore->len, NULL, wanted);
      return;
    }

  now = g_ptr_array_index (self->sore, position);
  if (wanted == NULL || !rub_sore_region_equals (now, wanted))
    change (self, position, now, wanted);
}

static void
take_back (RubCheckDraft *self, GArray *step)
{
  for (guint i = step->len; i > 0; i--)
    {
      RubDraftChange *done = &g_array_index (step, RubDraftChange, i - 1);

      replace (self, done->position, done->after, done->before);
    }
}

/* What is said of the regions that are known; those of an older or newer body cannot be shown. */
static GPtrArray *
create_items (RubCheckDraft *self, RubCheck *check)
{
  GPtrArray *items = g_ptr_array_new_with_free_func (g_object_unref);
  gsize n_sore = 0;
  const RubSoreness *sore = check != NULL ? rub_check_get_sore (check, &n_sore) : NULL;

  for (gsize i = 0; i < n_sore; i++)
    {
      RubRegion *region = rub_body_find (self->body, sore[i].region);

      if (region != NULL)
        g_ptr_array_add (items, rub_sore_region_new (region, sore[i].soreness,
                                                     sore[i].sensation, sore[i].note));
    }

  return items;
}

static GType
rub_check_draft_get_item_type (GListModel *model)
{
  return RUB_TYPE_SORE_REGION;
}

static guint
rub_check_draft_get_n_items (GListModel *model)
{
  return RUB_CHECK_DRAFT (model)->sore->len;
}

static gpointer
rub_check_draft_get_item (GListModel *model, guint position)
{
  RubCheckDraft *self = RUB_CHECK_DRAFT (model);

  if (position >= self->sore->len)
    return NULL;

  return g_object_ref (g_ptr_array_index (self->sore, position));
}

static void
rub_check_draft_list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = rub_check_draft_get_item_type;
  iface->get_n_items = rub_check_draft_get_n_items;
  iface->get_item = rub_check_draft_get_item;
}

static void
rub_check_draft_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  RubCheckDraft *self = RUB_CHECK_DRAFT (object);

  switch (id)
    {
    case PROP_EDITED:
      g_value_set_boolean (value, self->is_edited);
      break;
    case PROP_CAN_UNDO:
      g_value_set_boolean (value, self->can_undo);
      break;
    case PROP_CAN_REDO:
      g_value_set_boolean (value, self->can_redo);
      break;
    case PROP_LAST:
      g_value_set_object (value, self->last);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
rub_check_draft_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  RubCheckDraft *self = RUB_CHECK_DRAFT (object);

  switch (id)
    {
    case PROP_LAST:
      rub_check_draft_set_last (self, g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
rub_check_draft_dispose (GObject *object)
{
  RubCheckDraft *self = RUB_CHECK_DRAFT (object);

  g_clear_handle_id (&self->settle_source, g_source_remove);
  g_clear_object (&self->body);
  g_clear_object (&self->last);
  g_ptr_array_set_size (self->sore, 0);

  G_OBJECT_CLASS (rub_check_draft_parent_class)->dispose (object);
}

static void
rub_check_draft_finalize (GObject *object)
{
  RubCheckDraft *self = RUB_CHECK_DRAFT (object);

  g_ptr_array_unref (self->sore);
  g_ptr_array_unref (self->unsettled);
  rub_draft_history_free (self->history);

  G_OBJECT_CLASS (rub_check_draft_parent_class)->finalize (object);
}

static void
rub_check_draft_class_init (RubCheckDraftClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = rub_check_draft_get_property;
  object_class->set_property = rub_check_draft_set_property;
  object_class->dispose = rub_check_draft_dispose;
  object_class->finalize = rub_check_draft_finalize;

  properties[PROP_EDITED]
    = g_param_spec_boolean ("edited", NULL, NULL, FALSE,
                            G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_CAN_UNDO]
    = g_param_spec_boolean ("can-undo", NULL, NULL, FALSE,
                            G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_CAN_REDO]
    = g_param_spec_boolean ("can-redo", NULL, NULL, FALSE,
                            G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_LAST]
    = g_param_spec_object ("last", NULL, NULL, RUB_TYPE_CHECK,
                           G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[REGION_CHANGED]
    = g_signal_new ("region-changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                    NULL, G_TYPE_NONE, 1, RUB_TYPE_REGION);
  signals[REGION_SETTLED]
    = g_signal_new ("region-settled", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                    NULL, G_TYPE_NONE, 1, RUB_TYPE_REGION);
}

static void
rub_check_draft_init (RubCheckDraft *self)
{
  self->last_level = RUB_FIRST_LEVEL;
  self->sore = g_ptr_array_new_with_free_func (g_object_unref);
  self->unsettled = g_ptr_array_new_with_free_func (g_object_unref);
  self->history = rub_draft_history_new ();
}

RubCheckDraft *
rub_check_draft_new (RubBody *body)
{
  RubCheckDraft *self;

  g_return_val_if_fail (RUB_IS_BODY (body), NULL);

  self = g_object_new (RUB_TYPE_CHECK_DRAFT, NULL);
  self->body = g_object_ref (body);

  return self;
}

RubBody *
rub_check_draft_get_body (RubCheckDraft *self)
{
  g_return_val_if_fail (RUB_IS_CHECK_DRAFT (self), NULL);

  return self->body;
}

RubSoreRegion *
rub_check_draft_find (RubCheckDraft *self, RubRegion *region)
{
  guint position;

  g_return_val_if_fail (RUB_IS_CHECK_DRAFT (self), NULL);
  g_return_val_if_fail (RUB_IS_REGION (region), NULL);

  return find_position (self, region, &position) ? g_ptr_array_index (self->sore, position) : NULL;
}

int
rub_check_draft_get_soreness (RubCheckDraft *self, RubRegion *region)
{
  RubSoreRegion *sore;

  g_return_val_if_fail (RUB_IS_CHECK_DRAFT (self), 0);
  g_return_val_if_fail (RUB_IS_REGION (region), 0);

  sore = rub_check_draft_find (self, region);

  return sore != NULL ? rub_sore_region_get_soreness (sore) : 0;
}

void
rub_check_draft_set (RubCheckDraft *self,
                     RubRegion *region,
                     int soreness,
                     RubSensation sensation)
{
  g_autoptr (RubSoreRegion) wanted = NULL;
  RubSoreRegion *now;

  g_return_if_fail (RUB_IS_CHECK_DRAFT (self));
  g_return_if_fail (RUB_IS_REGION (region));

  now = rub_check_draft_find (self, region);
  if (soreness > 0)
    {
      wanted = rub_sore_region_new (region, soreness, sensation,
                                    now != NULL ? rub_sore_region_get_note (now) : NULL);
      self->last_level = rub_sore_region_get_soreness (wanted);
    }
  say (self, region, wanted);
}

void
rub_check_draft_set_soreness (RubCheckDraft *self, RubRegion *region, int soreness)
{
  RubSoreRegion *now;

  g_return_if_fail (RUB_IS_CHECK_DRAFT (self));
  g_return_if_fail (RUB_IS_REGION (region));

  now = rub_check_draft_find (self, region);
  rub_check_draft_set (self, region, soreness,
                       now != NULL ? rub_sore_region_get_sensation (now) : RUB_SENSATION_NONE);
}

void
rub_check_draft_mark (RubCheckDraft *self, RubRegion *region)
{
  g_return_if_fail (RUB_IS_CHECK_DRAFT (self));
  g_return_if_fail (RUB_IS_REGION (region));

  if (rub_check_draft_find (self, region) == NULL)
    rub_check_draft_set (self, region, self->last_level, RUB_SENSATION_NONE);
}

void
rub_check_draft_adjust (RubCheckDraft *self, RubRegion *region, int delta)
{
  int soreness;

  g_return_if_fail (RUB_IS_CHECK_DRAFT (self));
  g_return_if_fail (RUB_IS_REGION (region));

  soreness = rub_check_draft_get_soreness (self, region);
  rub_check_draft_set_soreness (self, region, CLAMP (soreness + delta, 0, RUB_SORENESS_MAX));
}

void
rub_check_draft_set_note (RubCheckDraft *self, RubRegion *region, const char *note)
{
  g_autoptr (RubSoreRegion) wanted = NULL;
  RubSoreRegion *now;

  g_return_if_fail (RUB_IS_CHECK_DRAFT (self));
  g_return_if_fail (RUB_IS_REGION (region));

  now = rub_check_draft_find (self, region);
  if (now == NULL)
    return;

  wanted = rub_sore_region_new (region, rub_sore_region_get_soreness (now),
                                rub_sore_region_get_sensation (now), note);
  say (self, region, wanted);
}

void
rub_check_draft_copy_to_other_side (RubCheckDraft *self, RubRegion *region)
{
  g_autoptr (RubSoreRegion) wanted = NULL;
  RubSoreRegion *now, *there;
  RubRegion *other;

  g_return_if_fail (RUB_IS_CHECK_DRAFT (self));
  g_return_if_fail (RUB_IS_REGION (region));

  other = rub_body_find_other_side (self->body, region);
  if (other == NULL)
    return;

  now = rub_check_draft_find (self, region);
  there = rub_check_draft_find (self, other);
  if (now != NULL)
    wanted = rub_sore_region_new (other, rub_sore_region_get_soreness (now),
                                  rub_sore_region_get_sensation (now),
                                  there != NULL ? rub_sore_region_get_note (there) : NULL);
  say (self, other, wanted);
}

int
rub_check_draft_get_last_level (RubCheckDraft *self)
{
  g_return_val_if_fail (RUB_IS_CHECK_DRAFT (self), RUB_FIRST_LEVEL);

  return self->last_level;
}

void
rub_check_draft_clear (RubCheckDraft *self)
{
  g_return_if_fail (RUB_IS_CHECK_DRAFT (self));

  rub_check_draft_begin_step (self);
  while (self->sore->len > 0)
    {
      guint last = self->sore->len - 1;

      change (self, last, g_ptr_array_index (self->sore, last), NULL);
    }
  rub_check_draft_end_step (self);
}

void
rub_check_draft_fill_from (RubCheckDraft *self, RubCheck *check)
{
  g_autoptr (GPtrArray) items = NULL;

  g_return_if_fail (RUB_IS_CHECK_DRAFT (self));
  g_return_if_fail (RUB_IS_CHECK (check));

  items = create_items (self, check);
  rub_check_draft_begin_step (self);
  for (guint i = self->sore->len; i > 0; i--)
    {
      RubSoreRegion *now = g_ptr_array_index (self->sore, i - 1);

      if (rub_check_find (check, rub_region_get_id (rub_sore_region_get_region (now))) == NULL)
        change (self, i - 1, now, NULL);
    }
  for (guint i = 0; i < items->len; i++)
    say (self, rub_sore_region_get_region (items->pdata[i]), items->pdata[i]);
  rub_check_draft_end_step (self);
}

void
rub_check_draft_load (RubCheckDraft *self, RubCheck *check)
{
  g_autoptr (GPtrArray) items = NULL;

  g_return_if_fail (RUB_IS_CHECK_DRAFT (self));
  g_return_if_fail (check == NULL || RUB_IS_CHECK (check));

  items = create_items (self, check);
  while (self->sore->len > 0)
    {
      g_autoptr (RubSoreRegion) last
        = g_object_ref (g_ptr_array_index (self->sore, self->sore->len - 1));

      replace (self, self->sore->len - 1, last, NULL);
    }
  for (guint i = 0; i < items->len; i++)
    replace (self, i, NULL, items->pdata[i]);
  rub_draft_history_clear (self->history);
  update_flags (self);
}

void
rub_check_draft_begin_step (RubCheckDraft *self)
{
  g_return_if_fail (RUB_IS_CHECK_DRAFT (self));

  rub_draft_history_begin (self->history);
  update_flags (self);
}

void
rub_check_draft_resume_step (RubCheckDraft *self, RubRegion *region)
{
  g_return_if_fail (RUB_IS_CHECK_DRAFT (self));
  g_return_if_fail (RUB_IS_REGION (region));

  rub_draft_history_resume (self->history, region);
  update_flags (self);
}

void
rub_check_draft_reset_step (RubCheckDraft *self)
{
  g_autoptr (GArray) step = NULL;

  g_return_if_fail (RUB_IS_CHECK_DRAFT (self));

  step = rub_draft_history_reset (self->history);
  if (step == NULL)
    return;

  take_back (self, step);
  update_flags (self);
}

void
rub_check_draft_end_step (RubCheckDraft *self)
{
  g_return_if_fail (RUB_IS_CHECK_DRAFT (self));

  rub_draft_history_end (self->history);
  update_flags (self);
}

void
rub_check_draft_undo (RubCheckDraft *self)
{
  g_autoptr (GArray) step = NULL;

  g_return_if_fail (RUB_IS_CHECK_DRAFT (self));

  step = rub_draft_history_undo (self->history);
  if (step == NULL)
    return;

  take_back (self, step);
  update_flags (self);
}

void
rub_check_draft_redo (RubCheckDraft *self)
{
  g_autoptr (GArray) step = NULL;

  g_return_if_fail (RUB_IS_CHECK_DRAFT (self));

  step = rub_draft_history_redo (self->history);
  if (step == NULL)
    return;

  for (guint i = 0; i < step->len; i++)
    {
      RubDraftChange *done = &g_array_index (step, RubDraftChange, i);

      replace (self, done->position, done->before, done->after);
    }
  update_flags (self);
}

gboolean
rub_check_draft_get_can_undo (RubCheckDraft *self)
{
  g_return_val_if_fail (RUB_IS_CHECK_DRAFT (self), FALSE);

  return self->can_undo;
}

gboolean
rub_check_draft_get_can_redo (RubCheckDraft *self)
{
  g_return_val_if_fail (RUB_IS_CHECK_DRAFT (self), FALSE);

  return self->can_redo;
}

void
rub_check_draft_set_last (RubCheckDraft *self, RubCheck *last)
{
  g_return_if_fail (RUB_IS_CHECK_DRAFT (self));
  g_return_if_fail (last == NULL || RUB_IS_CHECK (last));

  if (g_set_object (&self->last, last))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LAST]);
}

RubCheck *
rub_check_draft_get_last (RubCheckDraft *self)
{
  g_return_val_if_fail (RUB_IS_CHECK_DRAFT (self), NULL);

  return self->last;
}

gboolean
rub_check_draft_get_edited (RubCheckDraft *self)
{
  g_return_val_if_fail (RUB_IS_CHECK_DRAFT (self), FALSE);

  return self->is_edited;
}

RubCheck *
rub_check_draft_create_check (RubCheckDraft *self, gint64 made_us, gint64 run_id)
{
  g_autoptr (GArray) sore = g_array_new (FALSE, FALSE, sizeof (RubSoreness));

  g_return_val_if_fail (RUB_IS_CHECK_DRAFT (self), NULL);

  for (guint i = 0; i < self->sore->len; i++)
    {
      RubSoreRegion *item = g_ptr_array_index (self->sore, i);
      RubSoreness entry = { rub_region_get_id (rub_sore_region_get_region (item)),
                            rub_sore_region_get_soreness (item),
                            rub_sore_region_get_sensation (item),
                            rub_sore_region_get_note (item) };

      g_array_append_val (sore, entry);
    }

  return rub_check_new (0, made_us, run_id, (const RubSoreness *) (gpointer) sore->data,
                        sore->len);
}
