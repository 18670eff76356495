/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "rub-note-entry.h"

#include "rub-check.h"

struct _RubNoteEntry
{
  GtkTextView parent_instance;
};

enum
{
  DONE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (RubNoteEntry, rub_note_entry, GTK_TYPE_TEXT_VIEW)

/* What is too long is cut between characters, as it is typed or pasted. */
static void
on_insert_text_cb (
  GtkTextBuffer *buffer, GtkTextIter *place, const char *text, int n_bytes, RubNoteEntry *self)
{
  g_autofree char *now = NULL;
  gsize room, wanted;

  g_assert (RUB_IS_NOTE_ENTRY (self));

  now = rub_note_entry_get_text (self);
  room = RUB_NOTE_MAX - MIN (strlen (now), RUB_NOTE_MAX);
  wanted = n_bytes < 0 ? strlen (text) : (gsize) n_bytes;
  if (wanted <= room)
    return;

  g_signal_stop_emission_by_name (buffer, "insert-text");
  while (room > 0 && (text[room] & 0xC0) == 0x80)
    room--;
  if (room > 0)
    gtk_text_buffer_insert (buffer, place, text, (int) room);
}

static void
on_left_cb (GtkEventControllerFocus *controller, RubNoteEntry *self)
{
  g_assert (RUB_IS_NOTE_ENTRY (self));

  g_signal_emit (self, signals[DONE], 0);
}

static gboolean
on_key_pressed_cb (GtkEventControllerKey *controller,
                   guint key,
                   guint code,
                   GdkModifierType modifiers,
                   RubNoteEntry *self)
{
  g_assert (RUB_IS_NOTE_ENTRY (self));

  if (key != GDK_KEY_Return && key != GDK_KEY_KP_Enter && key != GDK_KEY_ISO_Enter)
    return FALSE;

  g_signal_emit (self, signals[DONE], 0);

  return TRUE;
}

static void
rub_note_entry_class_init (RubNoteEntryClass *klass)
{
  signals[DONE] = g_signal_new ("done", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                NULL, NULL, G_TYPE_NONE, 0);
}

static void
rub_note_entry_init (RubNoteEntry *self)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_text_view_set_accepts_tab (GTK_TEXT_VIEW (self), FALSE);
  gtk_text_view_set_wrap_mode (GTK_TEXT_VIEW (self), GTK_WRAP_WORD_CHAR);
  g_signal_connect (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self)), "insert-text",
                    G_CALLBACK (on_insert_text_cb), self);
  g_signal_connect (focus, "leave", G_CALLBACK (on_left_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), focus);
  /* Before a new line is made of it. */
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (on_key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

void
rub_note_entry_set_text (RubNoteEntry *self, const char *text)
{
  GtkTextBuffer *buffer;

  g_return_if_fail (RUB_IS_NOTE_ENTRY (self));

  buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self));
  gtk_text_buffer_begin_irreversible_action (buffer);
  gtk_text_buffer_set_text (buffer, text != NULL ? text : "", -1);
  gtk_text_buffer_end_irreversible_action (buffer);
}

char *
rub_note_entry_get_text (RubNoteEntry *self)
{
  GtkTextBuffer *buffer;
  GtkTextIter start, end;

  g_return_val_if_fail (RUB_IS_NOTE_ENTRY (self), NULL);

  buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self));
  gtk_text_buffer_get_bounds (buffer, &start, &end);

  return gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
}
