/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>
#include <json-glib/json-glib.h>

#include "rub-timing.h"

G_BEGIN_DECLS

/**
 * One object of the file of timing while it is read. After the first fault all that is read is
 * empty, so that a row of reads needs one look at the end: rub_timing_entry_finish().
 *
 * @file, @section: where it stands, for errors
 * @sources: (element-type utf8): the ids that its sources may have, to whether each was cited
 */
typedef struct
{
  const char *file;
  const char *section;
  const char *id;
  JsonObject *object;
  GHashTable *sources;
  guint n_read;
  GError *fault;
} RubTimingEntry;

/** Notes the first fault: what is wrong with @member. */
void rub_timing_entry_fail (RubTimingEntry *self, const char *member, const char *what);

/** Returns: (transfer none): words; "" with a fault. */
const char *rub_timing_entry_get_words (RubTimingEntry *self, const char *member);

/** Returns: a number from @least to @most; 0 with a fault. */
int rub_timing_entry_get_int (RubTimingEntry *self, const char *member, int least, int most);

gboolean rub_timing_entry_get_bool (RubTimingEntry *self, const char *member);

/** Returns: minutes after midnight, from "HH:MM". */
int rub_timing_entry_get_wall (RubTimingEntry *self, const char *member);

/** Reads the array of two numbers in @member, which @value has to be within. */
RubBounds rub_timing_entry_get_bounds (RubTimingEntry *self, const char *member, int value);

/** Returns: (transfer container): the words of a list, which has some, each once. */
GPtrArray *rub_timing_entry_get_list (RubTimingEntry *self, const char *member);

/**
 * Reads the reason and the sources, which every entry has, and sees that nothing else is there.
 *
 * Returns: FALSE with the first fault in @error.
 */
gboolean rub_timing_entry_finish (RubTimingEntry *self, GError **error);

G_END_DECLS
