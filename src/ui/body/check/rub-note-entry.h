/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define RUB_TYPE_NOTE_ENTRY (rub_note_entry_get_type ())
/**
 * A field for a note about a region: one line that grows, and takes no more than RUB_NOTE_MAX
 * bytes. Signal "done": Return was pressed or the focus has left, so that what was written may
 * have become another note.
 */
G_DECLARE_FINAL_TYPE (RubNoteEntry, rub_note_entry, RUB, NOTE_ENTRY, GtkTextView)

/** @text: (nullable): what it holds from now on, with nothing to undo in it */
void rub_note_entry_set_text (RubNoteEntry *self, const char *text);

/** Returns: (transfer full): what was written. */
char *rub_note_entry_get_text (RubNoteEntry *self);

G_END_DECLS
