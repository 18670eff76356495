/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "rub-look-popover.h"

#include <glib/gi18n.h>

#include "rub-read-fonts.h"

struct _RubLookPopover
{
  GtkPopover parent_instance;

  gboolean is_showing; /* the widgets follow the look, and not the other way round */

  /* Owned */
  RubReadLook *look;
  GArray *fonts; /* of RubReadFont: those in the list */

  /* Template */
  GtkWidget *smaller;
  GtkWidget *larger;
  GtkLabel *size;
  GtkDropDown *font;
  GtkStringList *font_names;
  GtkAdjustment *measure;
  GtkAdjustment *leading;
  GtkSwitch *justified;
  GtkToggleButton *themes[RUB_N_READ_THEMES];
};

G_DEFINE_FINAL_TYPE (RubLookPopover, rub_look_popover, GTK_TYPE_POPOVER)

static const char *const theme_children[RUB_N_READ_THEMES] = { "desktop", "light", "sepia",
                                                               "dark" };

static guint
find_font (RubLookPopover *self, RubReadFont font)
{
  for (guint i = 0; i < self->fonts->len; i++)
    if (g_array_index (self->fonts, RubReadFont, i) == font)
      return i;

  return 0;
}

static void
update (RubLookPopover *self)
{
  const RubReadChoice *choice = rub_read_look_get (self->look);
  /* Translators: the size of text beside the usual, such as "125 %". */
  g_autofree char *size = g_strdup_printf (C_ ("text size", "%d %%"), choice->size_percent);

  self->is_showing = TRUE;
  gtk_label_set_label (self->size, size);
  gtk_widget_set_sensitive (self->smaller, rub_read_look_can_step_size (self->look, -1));
  gtk_widget_set_sensitive (self->larger, rub_read_look_can_step_size (self->look, 1));
  gtk_drop_down_set_selected (self->font, find_font (self, choice->font));
  gtk_adjustment_set_value (self->measure, choice->measure_chars);
  gtk_adjustment_set_value (self->leading, choice->leading_percent);
  gtk_switch_set_active (self->justified, choice->is_justified);
  gtk_toggle_button_set_active (self->themes[choice->theme], TRUE);
  self->is_showing = FALSE;
}

/* Only what is there now, and what was chosen when it was. */
static void
list_fonts (RubLookPopover *self)
{
  PangoContext *context = gtk_widget_get_pango_context (GTK_WIDGET (self));
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);

  g_array_set_size (self->fonts, 0);
  for (RubReadFont font = 0; font < RUB_N_READ_FONTS; font++)
    if (rub_read_fonts_has (context, font))
      {
        g_array_append_val (self->fonts, font);
        g_ptr_array_add (names, rub_read_fonts_get_name (context, font));
      }
  g_ptr_array_add (names, NULL);
  gtk_string_list_splice (self->font_names, 0,
                          g_list_model_get_n_items (G_LIST_MODEL (self->font_names)),
                          (const char *const *) names->pdata);
}

static RubReadTheme
get_theme (RubLookPopover *self)
{
  for (int i = 0; i < RUB_N_READ_THEMES; i++)
    if (gtk_toggle_button_get_active (self->themes[i]))
      return (RubReadTheme) i;

  return RUB_READ_THEME_DESKTOP;
}

static void
on_chosen_cb (RubLookPopover *self)
{
  RubReadChoice choice;
  guint font;

  g_assert (RUB_IS_LOOK_POPOVER (self));

  font = gtk_drop_down_get_selected (self->font);
  if (self->is_showing || self->look == NULL || font >= self->fonts->len)
    return;

  choice = *rub_read_look_get (self->look);
  choice.font = g_array_index (self->fonts, RubReadFont, font);
  choice.measure_chars = (int) gtk_adjustment_get_value (self->measure);
  choice.leading_percent = (int) gtk_adjustment_get_value (self->leading);
  choice.is_justified = gtk_switch_get_active (self->justified);
  choice.theme = get_theme (self);
  rub_read_look_set (self->look, &choice);
}

static void
on_theme_toggled_cb (RubLookPopover *self, GtkToggleButton *button)
{
  g_assert (RUB_IS_LOOK_POPOVER (self));

  if (gtk_toggle_button_get_active (button))
    on_chosen_cb (self);
}

static void
on_reset_clicked_cb (RubLookPopover *self)
{
  g_assert (RUB_IS_LOOK_POPOVER (self));

  rub_read_look_reset (self->look);
}

static void
rub_look_popover_map (GtkWidget *widget)
{
  RubLookPopover *self = RUB_LOOK_POPOVER (widget);

  self->is_showing = TRUE;
  list_fonts (self);
  if (self->look != NULL)
    update (self);
  self->is_showing = FALSE;

  GTK_WIDGET_CLASS (rub_look_popover_parent_class)->map (widget);
}

static void
rub_look_popover_dispose (GObject *object)
{
  RubLookPopover *self = RUB_LOOK_POPOVER (object);

  rub_look_popover_set_look (self, NULL);

  G_OBJECT_CLASS (rub_look_popover_parent_class)->dispose (object);
}

static void
rub_look_popover_finalize (GObject *object)
{
  g_array_unref (RUB_LOOK_POPOVER (object)->fonts);

  G_OBJECT_CLASS (rub_look_popover_parent_class)->finalize (object);
}

static void
rub_look_popover_class_init (RubLookPopoverClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = rub_look_popover_dispose;
  object_class->finalize = rub_look_popover_finalize;
  widget_class->map = rub_look_popover_map;

  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/rubdown/Rubdown/ui/rub-look-popover.ui");
  gtk_widget_class_bind_template_child (widget_class, RubLookPopover, smaller);
  gtk_widget_class_bind_template_child (widget_class, RubLookPopover, larger);
  gtk_widget_class_bind_template_child (widget_class, RubLookPopover, size);
  gtk_widget_class_bind_template_child (widget_class, RubLookPopover, font);
  gtk_widget_class_bind_template_child (widget_class, RubLookPopover, font_names);
  gtk_widget_class_bind_template_child (widget_class, RubLookPopover, measure);
  gtk_widget_class_bind_template_child (widget_class, RubLookPopover, leading);
  gtk_widget_class_bind_template_child (widget_class, RubLookPopover, justified);
  for (int i = 0; i < RUB_N_READ_THEMES; i++)
    gtk_widget_class_bind_template_child_full (
      widget_class, theme_children[i], FALSE,
      G_STRUCT_OFFSET (RubLookPopover, themes) + (gssize) sizeof (GtkToggleButton *) * i);
  gtk_widget_class_bind_template_callback (widget_class, on_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_theme_toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_reset_clicked_cb);
}

static void
rub_look_popover_init (RubLookPopover *self)
{
  self->fonts = g_array_new (FALSE, FALSE, sizeof (RubReadFont));
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
rub_look_popover_set_look (RubLookPopover *self, RubReadLook *look)
{
  g_return_if_fail (RUB_IS_LOOK_POPOVER (self));
  g_return_if_fail (look == NULL || RUB_IS_READ_LOOK (look));

  if (self->look != NULL)
    g_signal_handlers_disconnect_by_func (self->look, update, self);
  g_set_object (&self->look, look);
  if (look == NULL)
    return;

  g_signal_connect_object (look, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
}
