/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "rub-mark-popover.h"

#include <glib/gi18n.h>

struct _RubMarkPopover
{
  GtkPopover parent_instance;

  RubHighlightColor color;
  gboolean is_done; /* the runner has said what becomes of it */

  /* Owned */
  RubHighlight *highlight;

  /* Borrowed */
  GtkWidget *buttons[RUB_HIGHLIGHT_N_COLORS];

  /* Template */
  GtkBox *colors;
  GtkWidget *remove_button;
  GtkEditable *note;
};

enum
{
  CHOSEN,
  REMOVED,
  COPIED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (RubMarkPopover, rub_mark_popover, GTK_TYPE_POPOVER)

static void
choose (RubMarkPopover *self, RubHighlightColor color)
{
  g_autofree char *note = g_strstrip (g_strdup (gtk_editable_get_text (self->note)));

  self->is_done = TRUE;
  g_signal_emit (self, signals[CHOSEN], 0, (int) color, note);
  gtk_popover_popdown (GTK_POPOVER (self));
}

static void
on_color_cb (RubMarkPopover *self, GtkWidget *button)
{
  g_assert (RUB_IS_MARK_POPOVER (self));

  for (int i = 0; i < RUB_HIGHLIGHT_N_COLORS; i++)
    if (self->buttons[i] == button)
      choose (self, i);
}

static void
on_note_cb (RubMarkPopover *self)
{
  g_assert (RUB_IS_MARK_POPOVER (self));

  choose (self, self->color);
}

static void
on_copy_cb (RubMarkPopover *self)
{
  g_assert (RUB_IS_MARK_POPOVER (self));

  self->is_done = TRUE;
  g_signal_emit (self, signals[COPIED], 0);
  gtk_popover_popdown (GTK_POPOVER (self));
}

static void
on_remove_cb (RubMarkPopover *self)
{
  g_assert (RUB_IS_MARK_POPOVER (self));

  self->is_done = TRUE;
  g_signal_emit (self, signals[REMOVED], 0);
  gtk_popover_popdown (GTK_POPOVER (self));
}

/* A note that was typed is not lost by a click elsewhere. */
static void
on_closed_cb (RubMarkPopover *self)
{
  g_autofree char *note = g_strstrip (g_strdup (gtk_editable_get_text (self->note)));
  const char *before;

  g_assert (RUB_IS_MARK_POPOVER (self));

  before = self->highlight != NULL ? rub_highlight_get_fields (self->highlight)->note : NULL;
  if (!self->is_done && g_strcmp0 (note, before != NULL ? before : "") != 0)
    choose (self, self->color);
}

static void
rub_mark_popover_finalize (GObject *object)
{
  g_clear_object (&RUB_MARK_POPOVER (object)->highlight);

  G_OBJECT_CLASS (rub_mark_popover_parent_class)->finalize (object);
}

static void
rub_mark_popover_class_init (RubMarkPopoverClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = rub_mark_popover_finalize;

  signals[CHOSEN] = g_signal_new ("chosen", RUB_TYPE_MARK_POPOVER, G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 2, G_TYPE_INT, G_TYPE_STRING);
  signals[REMOVED] = g_signal_new ("removed", RUB_TYPE_MARK_POPOVER, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
  signals[COPIED] = g_signal_new ("copied", RUB_TYPE_MARK_POPOVER, G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/rubdown/Rubdown/ui/rub-mark-popover.ui");
  gtk_widget_class_bind_template_child (widget_class, RubMarkPopover, colors);
  gtk_widget_class_bind_template_child (widget_class, RubMarkPopover, remove_button);
  gtk_widget_class_bind_template_child (widget_class, RubMarkPopover, note);
  gtk_widget_class_bind_template_callback (widget_class, on_note_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_copy_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_remove_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_closed_cb);
}

static GtkWidget *
make_button (RubHighlightColor color)
{
  GtkWidget *button = gtk_toggle_button_new ();
  const char *name = rub_highlight_color_get_name (color);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "mark-color");
  gtk_widget_add_css_class (button, rub_highlight_color_to_id (color));
  gtk_widget_set_tooltip_text (button, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  -1);

  return button;
}

static void
rub_mark_popover_init (RubMarkPopover *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  for (int i = 0; i < RUB_HIGHLIGHT_N_COLORS; i++)
    {
      self->buttons[i] = make_button (i);
      gtk_box_append (self->colors, self->buttons[i]);
      g_signal_connect_object (self->buttons[i], "clicked", G_CALLBACK (on_color_cb), self,
                               G_CONNECT_SWAPPED);
    }
}

GtkWidget *
rub_mark_popover_new (void)
{
  return g_object_new (RUB_TYPE_MARK_POPOVER, NULL);
}

void
rub_mark_popover_ask (RubMarkPopover *self, RubHighlight *highlight, RubHighlightColor color)
{
  const RubHighlightFields *fields;

  g_return_if_fail (RUB_IS_MARK_POPOVER (self));
  g_return_if_fail (highlight == NULL || RUB_IS_HIGHLIGHT (highlight));

  g_set_object (&self->highlight, highlight);
  fields = highlight != NULL ? rub_highlight_get_fields (highlight) : NULL;
  self->color = fields != NULL ? fields->color : color;
  self->is_done = FALSE;
  for (int i = 0; i < RUB_HIGHLIGHT_N_COLORS; i++)
    gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->buttons[i]),
                                  fields != NULL && i == (int) fields->color);
  gtk_editable_set_text (self->note, fields != NULL && fields->note != NULL ? fields->note : "");
  gtk_widget_set_visible (self->remove_button, highlight != NULL);
  gtk_popover_popup (GTK_POPOVER (self));
}
