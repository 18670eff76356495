/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "rub-body-attention.h"

struct _RubBodyAttention
{
  GObject parent_instance;

  /* Owned */
  RubRegion *lit;
  RubRegion *chosen;
  GPtrArray *pointed_out;
};

enum
{
  PROP_0,
  PROP_LIT,
  PROP_CHOSEN,
  PROP_SHOWN,
  PROP_POINTED_OUT,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (RubBodyAttention, rub_body_attention, G_TYPE_OBJECT)

static void
set_region (RubBodyAttention *self, RubRegion **place, RubRegion *region, int property)
{
  RubRegion *shown = rub_body_attention_get_shown (self);

  if (!g_set_object (place, region))
    return;

  g_object_notify_by_pspec (G_OBJECT (self), properties[property]);
  if (rub_body_attention_get_shown (self) != shown)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SHOWN]);
}

static void
rub_body_attention_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  RubBodyAttention *self = RUB_BODY_ATTENTION (object);

  switch (id)
    {
    case PROP_LIT:
      g_value_set_object (value, self->lit);
      break;
    case PROP_CHOSEN:
      g_value_set_object (value, self->chosen);
      break;
    case PROP_SHOWN:
      g_value_set_object (value, rub_body_attention_get_shown (self));
      break;
    case PROP_POINTED_OUT:
      g_value_set_boxed (value, self->pointed_out);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
rub_body_attention_set_property (GObject *object,
                                 guint id,
                                 const GValue *value,
                                 GParamSpec *pspec)
{
  RubBodyAttention *self = RUB_BODY_ATTENTION (object);

  switch (id)
    {
    case PROP_LIT:
      rub_body_attention_set_lit (self, g_value_get_object (value));
      break;
    case PROP_CHOSEN:
      rub_body_attention_set_chosen (self, g_value_get_object (value));
      break;
    case PROP_POINTED_OUT:
      rub_body_attention_set_pointed_out (self, g_value_get_boxed (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
rub_body_attention_dispose (GObject *object)
{
  RubBodyAttention *self = RUB_BODY_ATTENTION (object);

  g_clear_object (&self->lit);
  g_clear_object (&self->chosen);
  g_clear_pointer (&self->pointed_out, g_ptr_array_unref);

  G_OBJECT_CLASS (rub_body_attention_parent_class)->dispose (object);
}

static void
rub_body_attention_class_init (RubBodyAttentionClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = rub_body_attention_get_property;
  object_class->set_property = rub_body_attention_set_property;
  object_class->dispose = rub_body_attention_dispose;

  properties[PROP_LIT]
    = g_param_spec_object ("lit", NULL, NULL, RUB_TYPE_REGION,
                           G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_CHOSEN]
    = g_param_spec_object ("chosen", NULL, NULL, RUB_TYPE_REGION,
                           G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_SHOWN]
    = g_param_spec_object ("shown", NULL, NULL, RUB_TYPE_REGION,
                           G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_POINTED_OUT]
    = g_param_spec_boxed ("pointed-out", NULL, NULL, G_TYPE_PTR_ARRAY,
                          G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
rub_body_attention_init (RubBodyAttention *self)
{
}

RubBodyAttention *
rub_body_attention_new (void)
{
  return g_object_new (RUB_TYPE_BODY_ATTENTION, NULL);
}

RubRegion *
rub_body_attention_get_lit (RubBodyAttention *self)
{
  g_return_val_if_fail (RUB_IS_BODY_ATTENTION (self), NULL);

  return self->lit;
}

void
rub_body_attention_set_lit (RubBodyAttention *self, RubRegion *region)
{
  g_return_if_fail (RUB_IS_BODY_ATTENTION (self));
  g_return_if_fail (region == NULL || RUB_IS_REGION (region));

  set_region (self, &self->lit, region, PROP_LIT);
}

void
rub_body_attention_unlight (RubBodyAttention *self, RubRegion *region)
{
  g_return_if_fail (RUB_IS_BODY_ATTENTION (self));

  if (self->lit == region)
    rub_body_attention_set_lit (self, NULL);
}

RubRegion *
rub_body_attention_get_chosen (RubBodyAttention *self)
{
  g_return_val_if_fail (RUB_IS_BODY_ATTENTION (self), NULL);

  return self->chosen;
}

void
rub_body_attention_set_chosen (RubBodyAttention *self, RubRegion *region)
{
  g_return_if_fail (RUB_IS_BODY_ATTENTION (self));
  g_return_if_fail (region == NULL || RUB_IS_REGION (region));

  set_region (self, &self->chosen, region, PROP_CHOSEN);
}

RubRegion *
rub_body_attention_get_shown (RubBodyAttention *self)
{
  g_return_val_if_fail (RUB_IS_BODY_ATTENTION (self), NULL);

  return self->lit != NULL ? self->lit : self->chosen;
}

GPtrArray *
rub_body_attention_get_pointed_out (RubBodyAttention *self)
{
  g_return_val_if_fail (RUB_IS_BODY_ATTENTION (self), NULL);

  return self->pointed_out;
}

void
rub_body_attention_set_pointed_out (RubBodyAttention *self, GPtrArray *regions)
{
  g_autoptr (GPtrArray) previous = NULL;

  g_return_if_fail (RUB_IS_BODY_ATTENTION (self));

  if (self->pointed_out == regions)
    return;

  previous = g_steal_pointer (&self->pointed_out);
  self->pointed_out = regions != NULL ? g_ptr_array_ref (regions) : NULL;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_POINTED_OUT]);
}

gboolean
rub_body_attention_is_lit (RubBodyAttention *self, RubRegion *region)
{
  g_return_val_if_fail (RUB_IS_BODY_ATTENTION (self), FALSE);
  g_return_val_if_fail (RUB_IS_REGION (region), FALSE);

  return self->lit == region
         || (self->pointed_out != NULL && g_ptr_array_find (self->pointed_out, region, NULL));
}
