/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "rub-full-screen.h"

/* How near the top edge the pointer brings the header bar, in pixels. */
#define EDGE_PX 2

struct _RubFullScreen
{
  GObject parent_instance;

  gboolean is_active;

  /* Owned */
  GtkWidget *header;

  /* Borrowed */
  GtkWindow *window;
  AdwBin *slot;
  GtkRevealer *cover;
};

enum
{
  PROP_ACTIVE = 1,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (RubFullScreen, rub_full_screen, G_TYPE_OBJECT)

static void
move_header (RubFullScreen *self)
{
  GtkWidget *focus = gtk_window_get_focus (self->window);

  /* GTK never lets go of a widget that is moved with the focus in it. */
  if (focus != NULL && gtk_widget_is_ancestor (focus, self->header))
    gtk_window_set_focus (self->window, NULL);
  if (self->is_active)
    {
      adw_bin_set_child (self->slot, NULL);
      gtk_revealer_set_child (self->cover, self->header);
    }
  else
    {
      gtk_revealer_set_child (self->cover, NULL);
      adw_bin_set_child (self->slot, self->header);
    }
  gtk_revealer_set_reveal_child (self->cover, FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self->cover), self->is_active);
}

static void
on_fullscreened_changed_cb (RubFullScreen *self)
{
  gboolean is_active;

  g_assert (RUB_IS_FULL_SCREEN (self));

  is_active = gtk_window_is_fullscreen (self->window);
  if (is_active == self->is_active)
    return;

  self->is_active = is_active;
  move_header (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ACTIVE]);
}

/* A menu that is open in it keeps the header bar. */
static gboolean
is_header_needed (RubFullScreen *self, double y)
{
  GtkWidget *focus = gtk_window_get_focus (self->window);
  int height = gtk_widget_get_height (GTK_WIDGET (self->cover));

  return y <= EDGE_PX || (gtk_revealer_get_reveal_child (self->cover) && y <= height)
         || (focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self->cover)));
}

static void
on_motion_cb (GtkEventControllerMotion *controller, double x, double y, RubFullScreen *self)
{
  g_assert (RUB_IS_FULL_SCREEN (self));

  if (self->is_active)
    gtk_revealer_set_reveal_child (self->cover, is_header_needed (self, y));
}

static gboolean
on_key_pressed_cb (GtkEventControllerKey *controller, guint key, guint code,
                   GdkModifierType state, RubFullScreen *self)
{
  g_assert (RUB_IS_FULL_SCREEN (self));

  return key == GDK_KEY_Escape && rub_full_screen_leave (self);
}

static void
rub_full_screen_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_ACTIVE:
      g_value_set_boolean (value, RUB_FULL_SCREEN (object)->is_active);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
rub_full_screen_finalize (GObject *object)
{
  g_clear_object (&RUB_FULL_SCREEN (object)->header);

  G_OBJECT_CLASS (rub_full_screen_parent_class)->finalize (object);
}

static void
rub_full_screen_class_init (RubFullScreenClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = rub_full_screen_get_property;
  object_class->finalize = rub_full_screen_finalize;

  properties[PROP_ACTIVE]
    = g_param_spec_boolean ("active", NULL, NULL, FALSE,
                            G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
rub_full_screen_init (RubFullScreen *self)
{
}

static void
add_controllers (RubFullScreen *self)
{
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkEventController *key = gtk_event_controller_key_new ();

  gtk_event_controller_set_propagation_phase (motion, GTK_PHASE_CAPTURE);
  g_signal_connect_object (motion, "motion", G_CALLBACK (on_motion_cb), self, 0);
  gtk_widget_add_controller (GTK_WIDGET (self->window), motion);
  /* Whatever has the keyboard may have a use for the key first. */
  g_signal_connect_object (key, "key-pressed", G_CALLBACK (on_key_pressed_cb), self, 0);
  gtk_widget_add_controller (GTK_WIDGET (self->window), key);
}

RubFullScreen *
rub_full_screen_new (GtkWindow *window, AdwBin *slot, GtkRevealer *cover)
{
  RubFullScreen *self;

  g_return_val_if_fail (GTK_IS_WINDOW (window), NULL);
  g_return_val_if_fail (ADW_IS_BIN (slot), NULL);
  g_return_val_if_fail (GTK_IS_REVEALER (cover), NULL);

  self = g_object_new (RUB_TYPE_FULL_SCREEN, NULL);
  self->window = window;
  self->slot = slot;
  self->cover = cover;
  self->header = g_object_ref (adw_bin_get_child (slot));
  add_controllers (self);
  g_signal_connect_object (window, "notify::fullscreened", G_CALLBACK (on_fullscreened_changed_cb),
                           self, G_CONNECT_SWAPPED);

  return self;
}

void
rub_full_screen_toggle (RubFullScreen *self)
{
  g_return_if_fail (RUB_IS_FULL_SCREEN (self));

  if (!rub_full_screen_leave (self))
    gtk_window_fullscreen (self->window);
}

gboolean
rub_full_screen_leave (RubFullScreen *self)
{
  g_return_val_if_fail (RUB_IS_FULL_SCREEN (self), FALSE);

  if (!self->is_active)
    return FALSE;

  gtk_window_unfullscreen (self->window);

  return TRUE;
}
