/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "rub-map-typing.h"

/* For how long the next letter goes on with the word, in microseconds. */
#define PAUSE_US (1200 * G_TIME_SPAN_MILLISECOND)

struct _RubMapTyping
{
  GObject parent_instance;

  gint64 typed_us;

  /* Owned */
  GString *text;

  /* Borrowed */
  RubBodyMap *map;
  RubMapStage *stage;
};

G_DEFINE_FINAL_TYPE (RubMapTyping, rub_map_typing, G_TYPE_OBJECT)

static RubRegionWidget *
get_focused (RubMapTyping *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self->stage));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return RUB_IS_REGION_WIDGET (focus) ? RUB_REGION_WIDGET (focus) : NULL;
}

/* In the view one is in, or else in another. */
static RubRegionWidget *
find (RubMapTyping *self, RubRegionWidget *from)
{
  RubRegion *region = rub_region_widget_get_region (from);
  RubMapView *own = RUB_MAP_VIEW (gtk_widget_get_parent (GTK_WIDGET (from)));
  RubRegionWidget *found = rub_map_view_find_typed (own, region, self->text->str);

  for (int i = 0; i < RUB_N_BODY_VIEWS && found == NULL; i++)
    found = rub_map_view_find_typed (rub_map_stage_get_map_view (self->stage, i), region,
                                     self->text->str);

  return found;
}

static void
go_to (RubMapTyping *self, RubRegionWidget *found)
{
  GtkWidget *view = gtk_widget_get_parent (GTK_WIDGET (found));

  if (rub_map_stage_get_single (self->stage))
    {
      rub_body_map_set_view (self->map, rub_map_view_get_view (RUB_MAP_VIEW (view)));
      gtk_widget_set_child_visible (view, TRUE);
    }
  gtk_widget_grab_focus (GTK_WIDGET (found));
}

static gboolean
is_letter (gunichar c, gboolean is_going_on)
{
  return g_unichar_isalpha (c) || (is_going_on && (c == ' ' || c == '-' || c == '\''));
}

/*
 * Comes before what a key means for a region, but takes only what goes on with a word: the letter
 * a word starts with may mean something there.
 */
static gboolean
type (RubMapTyping *self,
      GtkEventController *controller,
      guint key,
      GdkModifierType modifiers,
      gboolean may_start)
{
  gint64 now_us = g_get_monotonic_time ();
  gboolean is_going_on = self->text->len > 0 && now_us - self->typed_us < PAUSE_US;
  gunichar c = gdk_keyval_to_unicode (key);
  RubRegionWidget *from = get_focused (self), *found;

  if ((modifiers & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK | GDK_META_MASK)) != 0
      || from == NULL || !is_letter (c, is_going_on) || is_going_on == may_start)
    {
      /* Any other key ends a word, but for one that makes the next letter a capital. */
      if (!is_letter (c, TRUE)
          && !gdk_key_event_is_modifier (gtk_event_controller_get_current_event (controller)))
        g_string_truncate (self->text, 0);
      return FALSE;
    }

  if (!is_going_on)
    g_string_truncate (self->text, 0);
  g_string_append_unichar (self->text, c);
  self->typed_us = now_us;
  found = find (self, from);
  if (found != NULL)
    go_to (self, found);
  else
    gtk_widget_error_bell (GTK_WIDGET (self->stage));

  return TRUE;
}

static gboolean
on_key_captured_cb (GtkEventControllerKey *controller,
                    guint key,
                    guint code,
                    GdkModifierType modifiers,
                    RubMapTyping *self)
{
  g_assert (RUB_IS_MAP_TYPING (self));

  return type (self, GTK_EVENT_CONTROLLER (controller), key, modifiers, FALSE);
}

static gboolean
on_key_pressed_cb (GtkEventControllerKey *controller,
                   guint key,
                   guint code,
                   GdkModifierType modifiers,
                   RubMapTyping *self)
{
  g_assert (RUB_IS_MAP_TYPING (self));

  return type (self, GTK_EVENT_CONTROLLER (controller), key, modifiers, TRUE);
}

static void
rub_map_typing_finalize (GObject *object)
{
  RubMapTyping *self = RUB_MAP_TYPING (object);

  g_string_free (self->text, TRUE);

  G_OBJECT_CLASS (rub_map_typing_parent_class)->finalize (object);
}

static void
rub_map_typing_class_init (RubMapTypingClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = rub_map_typing_finalize;
}

static void
rub_map_typing_init (RubMapTyping *self)
{
  self->text = g_string_new (NULL);
}

RubMapTyping *
rub_map_typing_new (RubBodyMap *map, RubMapStage *stage)
{
  RubMapTyping *self;
  GtkEventController *first = gtk_event_controller_key_new ();
  GtkEventController *last = gtk_event_controller_key_new ();

  g_return_val_if_fail (RUB_IS_BODY_MAP (map), NULL);
  g_return_val_if_fail (RUB_IS_MAP_STAGE (stage), NULL);

  self = g_object_new (RUB_TYPE_MAP_TYPING, NULL);
  self->map = map;
  self->stage = stage;
  gtk_event_controller_set_propagation_phase (first, GTK_PHASE_CAPTURE);
  g_signal_connect_object (first, "key-pressed", G_CALLBACK (on_key_captured_cb), self, 0);
  gtk_widget_add_controller (GTK_WIDGET (stage), first);
  g_signal_connect_object (last, "key-pressed", G_CALLBACK (on_key_pressed_cb), self, 0);
  gtk_widget_add_controller (GTK_WIDGET (stage), last);

  return self;
}
