/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "rub-page.h"

typedef struct
{
  gboolean is_narrow;
  gboolean is_stale;

  /* Owned */
  RubLibrary *library;
} RubPagePrivate;

enum
{
  PROP_LIBRARY = 1,
  PROP_NARROW,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (RubPage, rub_page, ADW_TYPE_BIN)

static void
refresh_when_seen (RubPage *self)
{
  RubPagePrivate *priv = rub_page_get_instance_private (self);

  if (!priv->is_stale || !gtk_widget_get_mapped (GTK_WIDGET (self)) || priv->library == NULL
      || rub_library_get_records (priv->library) == NULL)
    return;

  priv->is_stale = FALSE;
  RUB_PAGE_GET_CLASS (self)->refresh (self);
}

static void
on_library_changed_cb (RubPage *self)
{
  RubPagePrivate *priv = rub_page_get_instance_private (self);

  g_assert (RUB_IS_PAGE (self));

  priv->is_stale = TRUE;
  refresh_when_seen (self);
}

static void
rub_page_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (rub_page_parent_class)->map (widget);

  refresh_when_seen (RUB_PAGE (widget));
}

static void
rub_page_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  RubPage *self = RUB_PAGE (object);

  switch (id)
    {
    case PROP_LIBRARY:
      g_value_set_object (value, rub_page_get_library (self));
      break;
    case PROP_NARROW:
      g_value_set_boolean (value, rub_page_get_narrow (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
rub_page_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  RubPage *self = RUB_PAGE (object);

  switch (id)
    {
    case PROP_LIBRARY:
      rub_page_set_library (self, g_value_get_object (value));
      break;
    case PROP_NARROW:
      rub_page_set_narrow (self, g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
rub_page_dispose (GObject *object)
{
  rub_page_set_library (RUB_PAGE (object), NULL);

  G_OBJECT_CLASS (rub_page_parent_class)->dispose (object);
}

static void
rub_page_class_init (RubPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = rub_page_get_property;
  object_class->set_property = rub_page_set_property;
  object_class->dispose = rub_page_dispose;
  GTK_WIDGET_CLASS (klass)->map = rub_page_map;

  properties[PROP_LIBRARY]
    = g_param_spec_object ("library", NULL, NULL, RUB_TYPE_LIBRARY,
                           G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_NARROW]
    = g_param_spec_boolean ("narrow", NULL, NULL, FALSE,
                            G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
rub_page_init (RubPage *self)
{
}

RubLibrary *
rub_page_get_library (RubPage *self)
{
  RubPagePrivate *priv = rub_page_get_instance_private (self);

  g_return_val_if_fail (RUB_IS_PAGE (self), NULL);

  return priv->library;
}

void
rub_page_set_library (RubPage *self, RubLibrary *library)
{
  RubPagePrivate *priv = rub_page_get_instance_private (self);

  g_return_if_fail (RUB_IS_PAGE (self));
  g_return_if_fail (library == NULL || RUB_IS_LIBRARY (library));

  if (priv->library == library)
    return;

  if (priv->library != NULL)
    g_signal_handlers_disconnect_by_func (priv->library, on_library_changed_cb, self);
  g_set_object (&priv->library, library);
  if (library != NULL)
    {
      g_signal_connect_object (library, "changed", G_CALLBACK (on_library_changed_cb), self,
                               G_CONNECT_SWAPPED);
      on_library_changed_cb (self);
    }
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LIBRARY]);
}

gboolean
rub_page_get_narrow (RubPage *self)
{
  RubPagePrivate *priv = rub_page_get_instance_private (self);

  g_return_val_if_fail (RUB_IS_PAGE (self), FALSE);

  return priv->is_narrow;
}

void
rub_page_set_narrow (RubPage *self, gboolean is_narrow)
{
  RubPagePrivate *priv = rub_page_get_instance_private (self);

  g_return_if_fail (RUB_IS_PAGE (self));

  if (priv->is_narrow == is_narrow)
    return;

  priv->is_narrow = is_narrow;
  if (RUB_PAGE_GET_CLASS (self)->set_narrow != NULL)
    RUB_PAGE_GET_CLASS (self)->set_narrow (self, is_narrow);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_NARROW]);
}
