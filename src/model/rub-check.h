/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/** The strongest soreness on the numeric rating scale, which starts at 0, none. */
#define RUB_SORENESS_MAX 10

/** The longest note about one region, in bytes. */
#define RUB_NOTE_MAX 500

/** How a sore region feels. The order is that of the choice shown. */
typedef enum
{
  RUB_SENSATION_NONE,
  RUB_SENSATION_DULL,
  RUB_SENSATION_TIGHT,
  RUB_SENSATION_SHARP,
  RUB_SENSATION_BURNING,
  RUB_SENSATION_NUMB,
  RUB_SENSATION_THROBBING,
  RUB_N_SENSATIONS
} RubSensation;

/**
 * One region of a check.
 *
 * @region: id of the region of the body, side included, such as "calf-left-outer"; interned
 * @soreness: 1-10
 * @sensation: how it feels
 * @note: (nullable): what the runner says of it, at most RUB_NOTE_MAX bytes of UTF-8
 */
typedef struct
{
  const char *region;
  int soreness;
  RubSensation sensation;
  const char *note;
} RubSoreness;

#define RUB_TYPE_CHECK (rub_check_get_type ())
/** One filled-in body map at one time: an immutable value. No region in it: nothing is sore. */
G_DECLARE_FINAL_TYPE (RubCheck, rub_check, RUB, CHECK, GObject)

/**
 * @id: row in the store; 0 while not stored
 * @made_us: when, UTC microseconds since the epoch
 * @run_id: the run it is about, or 0
 * @sore: (array length=n_sore): the sore regions; each region once, levels clamped to 1-10;
 *   notes are stripped, cut at RUB_NOTE_MAX, and NULL when nothing is left
 *
 * Returns: (transfer full): a check with a copy of @sore.
 */
RubCheck *rub_check_new (gint64 id,
                         gint64 made_us,
                         gint64 run_id,
                         const RubSoreness *sore,
                         gsize n_sore);

/** Returns: (transfer full): @self with another row @id. */
RubCheck *rub_check_with_id (RubCheck *self, gint64 id);

gint64 rub_check_get_id (RubCheck *self);
gint64 rub_check_get_made_us (RubCheck *self);
gint64 rub_check_get_run_id (RubCheck *self);

/** Returns: (transfer none) (array length=n_sore): the sore regions; NULL when nothing is sore. */
const RubSoreness *rub_check_get_sore (RubCheck *self, gsize *n_sore);

/** Returns: (transfer none) (nullable): what is said of @region, or NULL when it is not sore. */
const RubSoreness *rub_check_find (RubCheck *self, const char *region);

/** Returns: (transfer none) (nullable): the sorest region, the first among equals. */
const RubSoreness *rub_check_get_worst (RubCheck *self);

/** Returns: (transfer none): a stable word for the store, such as "dull". */
const char *rub_sensation_to_id (RubSensation sensation);
/** Returns: whether @id is a sensation's word; then @sensation (out) is set. */
gboolean rub_sensation_from_id (const char *id, RubSensation *sensation);
/** Returns: (transfer none): the translated name, such as "Ache". */
const char *rub_sensation_get_name (RubSensation sensation);
/** Returns: (transfer none): the same within a sentence, such as "ache". */
const char *rub_sensation_get_phrase (RubSensation sensation);

/**
 * Returns: (transfer full) (nullable): @text (nullable) as a note: valid UTF-8, stripped, cut
 *   between characters at RUB_NOTE_MAX bytes; NULL when nothing is left.
 */
char *rub_note_clean (const char *text);

G_END_DECLS
