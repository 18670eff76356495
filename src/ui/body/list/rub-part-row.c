/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "rub-part-row.h"

#include <glib/gi18n-lib.h>

struct _RubPartRow
{
  GtkListBoxRow parent_instance;

  gboolean is_expanded;

  /* Owned */
  RubCheckDraft *draft;
  RubBodyAttention *attention;
  GPtrArray *regions;

  /* Template */
  GtkLabel *title;
  GtkLabel *count;
  GtkImage *arrow;
};

enum
{
  PROP_0,
  PROP_EXPANDED,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (RubPartRow, rub_part_row, GTK_TYPE_LIST_BOX_ROW)

static void
show_count (RubPartRow *self)
{
  g_autofree char *words = NULL;
  guint n_sore = 0;

  for (guint i = 0; i < self->regions->len; i++)
    if (rub_check_draft_find (self->draft, self->regions->pdata[i]) != NULL)
      n_sore++;

  /* Translators: how many regions of a part of the body are sore. */
  words = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u sore", "%u sore", n_sore), n_sore);
  gtk_label_set_label (self->count, n_sore > 0 ? words : "");
  gtk_widget_set_visible (GTK_WIDGET (self->count), n_sore > 0);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  n_sore > 0 ? words : "", -1);
}

static gboolean
has_lit (RubPartRow *self)
{
  for (guint i = 0; i < self->regions->len; i++)
    if (rub_body_attention_is_lit (self->attention, self->regions->pdata[i]))
      return TRUE;

  return FALSE;
}

static void
show_lit (RubPartRow *self)
{
  if (!self->is_expanded && has_lit (self))
    gtk_widget_add_css_class (GTK_WIDGET (self), "lit");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "lit");
}

static void
on_region_settled_cb (RubPartRow *self, RubRegion *region)
{
  g_assert (RUB_IS_PART_ROW (self));

  if (g_ptr_array_find (self->regions, region, NULL))
    show_count (self);
}

/* Right opens where one reads from left to right. */
static gboolean
expand_by_key (GtkWidget *widget, GVariant *arguments, gpointer user_data)
{
  RubPartRow *self = RUB_PART_ROW (widget);
  gboolean is_right, is_expanded;

  g_variant_get (arguments, "(b)", &is_right);
  is_expanded = is_right == (gtk_widget_get_direction (widget) != GTK_TEXT_DIR_RTL);
  if (is_expanded == self->is_expanded)
    return FALSE;

  rub_part_row_set_expanded (self, is_expanded);

  return TRUE;
}

static void
rub_part_row_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_EXPANDED:
      g_value_set_boolean (value, RUB_PART_ROW (object)->is_expanded);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
rub_part_row_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_EXPANDED:
      rub_part_row_set_expanded (RUB_PART_ROW (object), g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
rub_part_row_dispose (GObject *object)
{
  RubPartRow *self = RUB_PART_ROW (object);

  g_clear_object (&self->draft);
  g_clear_object (&self->attention);
  g_clear_pointer (&self->regions, g_ptr_array_unref);

  G_OBJECT_CLASS (rub_part_row_parent_class)->dispose (object);
}

static void
rub_part_row_class_init (RubPartRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = rub_part_row_get_property;
  object_class->set_property = rub_part_row_set_property;
  object_class->dispose = rub_part_row_dispose;

  properties[PROP_EXPANDED]
    = g_param_spec_boolean ("expanded", NULL, NULL, FALSE,
                            G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_install_property_action (widget_class, "part.toggle", "expanded");
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Right, 0, expand_by_key, "(b)", TRUE);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_KP_Right, 0, expand_by_key, "(b)", TRUE);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Left, 0, expand_by_key, "(b)", FALSE);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_KP_Left, 0, expand_by_key, "(b)", FALSE);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/rubdown/Rubdown/ui/rub-part-row.ui");
  gtk_widget_class_bind_template_child (widget_class, RubPartRow, title);
  gtk_widget_class_bind_template_child (widget_class, RubPartRow, count);
  gtk_widget_class_bind_template_child (widget_class, RubPartRow, arrow);
}

static void
rub_part_row_init (RubPartRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_EXPANDED, FALSE, -1);
}

GtkWidget *
rub_part_row_new (RubCheckDraft *draft, RubBodyAttention *attention, GPtrArray *regions)
{
  RubPartRow *self;
  const char *name;

  g_return_val_if_fail (RUB_IS_CHECK_DRAFT (draft), NULL);
  g_return_val_if_fail (RUB_IS_BODY_ATTENTION (attention), NULL);
  g_return_val_if_fail (regions != NULL && regions->len > 0, NULL);

  self = g_object_new (RUB_TYPE_PART_ROW, NULL);
  self->draft = g_object_ref (draft);
  self->attention = g_object_ref (attention);
  self->regions = g_ptr_array_ref (regions);
  name = rub_region_get_group (regions->pdata[0]);
  gtk_label_set_label (self->title, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_signal_connect_object (draft, "region-settled", G_CALLBACK (on_region_settled_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (attention, "notify::lit", G_CALLBACK (show_lit), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (attention, "notify::pointed-out", G_CALLBACK (show_lit), self,
                           G_CONNECT_SWAPPED);
  show_count (self);
  show_lit (self);

  return GTK_WIDGET (self);
}

GPtrArray *
rub_part_row_get_regions (RubPartRow *self)
{
  g_return_val_if_fail (RUB_IS_PART_ROW (self), NULL);

  return self->regions;
}

gboolean
rub_part_row_get_expanded (RubPartRow *self)
{
  g_return_val_if_fail (RUB_IS_PART_ROW (self), FALSE);

  return self->is_expanded;
}

void
rub_part_row_set_expanded (RubPartRow *self, gboolean is_expanded)
{
  g_return_if_fail (RUB_IS_PART_ROW (self));

  if (self->is_expanded == is_expanded)
    return;

  self->is_expanded = is_expanded;
  gtk_image_set_from_icon_name (self->arrow,
                                is_expanded ? "pan-down-symbolic" : "pan-end-symbolic");
  gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_EXPANDED, is_expanded,
                               -1);
  show_lit (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_EXPANDED]);
}
