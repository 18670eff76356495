/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "rub-sheet-section.h"

struct _RubSheetSection
{
  AdwBin parent_instance;

  /* Template */
  GtkLabel *title;
  GtkLabel *text;
  GtkLabel *note;
};

enum
{
  PROP_TITLE = 1,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (RubSheetSection, rub_sheet_section, ADW_TYPE_BIN)

static void
rub_sheet_section_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_TITLE:
      g_value_set_string (value, gtk_label_get_label (RUB_SHEET_SECTION (object)->title));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
rub_sheet_section_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_TITLE:
      rub_sheet_section_set_title (RUB_SHEET_SECTION (object), g_value_get_string (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
rub_sheet_section_class_init (RubSheetSectionClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = rub_sheet_section_get_property;
  object_class->set_property = rub_sheet_section_set_property;

  properties[PROP_TITLE]
    = g_param_spec_string ("title", NULL, NULL, "",
                           G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/rubdown/Rubdown/ui/rub-sheet-section.ui");
  gtk_widget_class_bind_template_child (widget_class, RubSheetSection, title);
  gtk_widget_class_bind_template_child (widget_class, RubSheetSection, text);
  gtk_widget_class_bind_template_child (widget_class, RubSheetSection, note);
}

static void
rub_sheet_section_init (RubSheetSection *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
rub_sheet_section_set_title (RubSheetSection *self, const char *title)
{
  g_return_if_fail (RUB_IS_SHEET_SECTION (self));

  if (g_strcmp0 (gtk_label_get_label (self->title), title) == 0)
    return;

  gtk_label_set_label (self->title, title != NULL ? title : "");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TITLE]);
}

void
rub_sheet_section_set_text (RubSheetSection *self, const char *text, const char *note)
{
  g_return_if_fail (RUB_IS_SHEET_SECTION (self));

  gtk_widget_set_visible (GTK_WIDGET (self), text != NULL);
  gtk_label_set_label (self->text, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (self->note), note != NULL);
  gtk_label_set_label (self->note, note != NULL ? note : "");
}
