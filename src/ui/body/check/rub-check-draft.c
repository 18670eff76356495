/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "rub-check-draft.h"

struct _RubCheckDraft
{
  GObject parent_instance;

  gboolean is_edited;

  /* Owned */
  RubBody *body;
  GPtrArray *sore; /* of RubSoreRegion */
};

enum
{
  PROP_0,
  PROP_EDITED,
  N_PROPS
};

enum
{
  REGION_CHANGED,
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
set_edited (RubCheckDraft *self, gboolean is_edited)
{
  if (self->is_edited == is_edited)
    return;

  self->is_edited = is_edited;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_EDITED]);
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

static void
emit_changed (RubCheckDraft *self, RubRegion *region, guint position, guint removed, guint added)
{
  g_list_model_items_changed (G_LIST_MODEL (self), position, removed, added);
  g_signal_emit (self, signals[REGION_CHANGED], 0, region);
}

static void
remove_all (RubCheckDraft *self)
{
  while (self->sore->len > 0)
    {
      guint last = self->sore->len - 1;
      g_autoptr (RubSoreRegion) sore = g_ptr_array_steal_index (self->sore, last);

      emit_changed (self, rub_sore_region_get_region (sore), last, 1, 0);
    }
}

static void
append (RubCheckDraft *self, RubRegion *region, int soreness, RubSensation sensation)
{
  g_ptr_array_add (self->sore, rub_sore_region_new (region, soreness, sensation));
  emit_changed (self, region, self->sore->len - 1, 0, 1);
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
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
rub_check_draft_dispose (GObject *object)
{
  RubCheckDraft *self = RUB_CHECK_DRAFT (object);

  g_clear_object (&self->body);
  g_ptr_array_set_size (self->sore, 0);

  G_OBJECT_CLASS (rub_check_draft_parent_class)->dispose (object);
}

static void
rub_check_draft_finalize (GObject *object)
{
  RubCheckDraft *self = RUB_CHECK_DRAFT (object);

  g_ptr_array_unref (self->sore);

  G_OBJECT_CLASS (rub_check_draft_parent_class)->finalize (object);
}

static void
rub_check_draft_class_init (RubCheckDraftClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = rub_check_draft_get_property;
  object_class->dispose = rub_check_draft_dispose;
  object_class->finalize = rub_check_draft_finalize;

  properties[PROP_EDITED] = g_param_spec_boolean (
    "edited", NULL, NULL, FALSE,
    G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[REGION_CHANGED]
    = g_signal_new ("region-changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                    NULL, G_TYPE_NONE, 1, RUB_TYPE_REGION);
}

static void
rub_check_draft_init (RubCheckDraft *self)
{
  self->sore = g_ptr_array_new_with_free_func (g_object_unref);
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

void
rub_check_draft_set (RubCheckDraft *self,
                     RubRegion *region,
                     int soreness,
                     RubSensation sensation)
{
  guint position;

  g_return_if_fail (RUB_IS_CHECK_DRAFT (self));
  g_return_if_fail (RUB_IS_REGION (region));

  if (!find_position (self, region, &position))
    {
      if (soreness <= 0)
        return;
      append (self, region, soreness, sensation);
    }
  else
    {
      g_autoptr (RubSoreRegion) old = g_object_ref (g_ptr_array_index (self->sore, position));

      if (rub_sore_region_get_soreness (old) == soreness
          && rub_sore_region_get_sensation (old) == sensation)
        return;

      g_ptr_array_remove_index (self->sore, position);
      if (soreness > 0)
        g_ptr_array_insert (self->sore, (int) position,
                            rub_sore_region_new (region, soreness, sensation));
      emit_changed (self, region, position, 1, soreness > 0 ? 1 : 0);
    }

  set_edited (self, TRUE);
}

void
rub_check_draft_clear (RubCheckDraft *self)
{
  g_return_if_fail (RUB_IS_CHECK_DRAFT (self));

  if (self->sore->len == 0)
    return;

  remove_all (self);
  set_edited (self, TRUE);
}

void
rub_check_draft_load (RubCheckDraft *self, RubCheck *check)
{
  gsize n_sore = 0;
  const RubSoreness *sore;

  g_return_if_fail (RUB_IS_CHECK_DRAFT (self));
  g_return_if_fail (check == NULL || RUB_IS_CHECK (check));

  remove_all (self);
  sore = check != NULL ? rub_check_get_sore (check, &n_sore) : NULL;
  for (gsize i = 0; i < n_sore; i++)
    {
      /* A region of an older or newer body stays in the store but cannot be shown. */
      RubRegion *region = rub_body_find (self->body, sore[i].region);

      if (region != NULL)
        append (self, region, sore[i].soreness, sore[i].sensation);
    }
  set_edited (self, FALSE);
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
                            rub_sore_region_get_sensation (item) };

      g_array_append_val (sore, entry);
    }

  return rub_check_new (0, made_us, run_id, (const RubSoreness *) (gpointer) sore->data,
                        sore->len);
}
