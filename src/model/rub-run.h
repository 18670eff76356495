/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/** What sort of run it was, in the runner's own words. The order is that of the choice shown. */
typedef enum
{
  RUB_RUN_KIND_EASY,
  RUB_RUN_KIND_INTERVALS,
  RUB_RUN_KIND_HILLS,
  RUB_RUN_KIND_TEMPO,
  RUB_RUN_KIND_LONG,
  RUB_RUN_KIND_RACE,
  RUB_RUN_KIND_OTHER,
  RUB_RUN_N_KINDS
} RubRunKind;

/** The effort of a run that was not rated. */
#define RUB_EFFORT_UNKNOWN (-1)
/** The hardest effort on the session-RPE scale (Foster 2001), which starts at 0, rest. */
#define RUB_EFFORT_MAX 10

/** Bounds of what one run can be; anything else is a mistake or hostile. */
#define RUB_RUN_MAX_DISTANCE_M 1000000.0
#define RUB_RUN_MAX_ELAPSED_S (14 * 24 * 3600)
#define RUB_RUN_MAX_CLIMB_M 50000.0
#define RUB_RUN_MAX_NOTE_BYTES 4096

/**
 * What a run is made of, to build one with designated initialisers.
 *
 * @id: row in the store; 0 while not stored
 * @start_us: first moment, UTC microseconds since the epoch
 * @added_us: when Rubdown learned of it, UTC microseconds; 0 before it is stored
 * @zone: IANA zone it was run in, or NULL when not known
 * @elapsed_s: from start to end in seconds, pauses included; > 0
 * @distance_m: metres; 0 when not known
 * @ascent_m, @descent_m: metres, positive; NAN when not known
 * @effort: 0-10, or RUB_EFFORT_UNKNOWN
 * @kind: the kind of run
 * @source: where it came from: "hand", "gpx" or "tcx"
 * @note: the runner's words, or NULL
 */
typedef struct
{
  gint64 id;
  gint64 start_us;
  gint64 added_us;
  const char *zone;
  int elapsed_s;
  double distance_m;
  double ascent_m;
  double descent_m;
  int effort;
  RubRunKind kind;
  const char *source;
  const char *note;
} RubRunFields;

#define RUB_TYPE_RUN (rub_run_get_type ())
/** One run: an immutable value; replace it, never change it. */
G_DECLARE_FINAL_TYPE (RubRun, rub_run, RUB, RUN, GObject)

/** Returns: (transfer full): a run with a copy of @fields, clamped into the bounds above. */
RubRun *rub_run_new (const RubRunFields *fields);

/** Returns: (transfer full): @self with another row @id. */
RubRun *rub_run_with_id (RubRun *self, gint64 id);

/** Returns: (transfer none): everything about the run; valid while @self is. */
const RubRunFields *rub_run_get_fields (RubRun *self);

gint64 rub_run_get_id (RubRun *self);
gint64 rub_run_get_start_us (RubRun *self);
/** Returns: the instant the run ended, start plus elapsed time. */
gint64 rub_run_get_end_us (RubRun *self);
RubRunKind rub_run_get_kind (RubRun *self);

/** Returns: effort x minutes (session RPE load, Foster 2001), or -1 when effort is unknown. */
double rub_run_get_load (RubRun *self);

/**
 * Whether two runs are one run that came in twice: they start within a minute of each other and
 * differ by less than 2 % (or 100 m and 60 s) in distance and time.
 */
gboolean rub_run_is_same (RubRun *self, RubRun *other);

/** Returns: (transfer none): a stable word for files and the store, such as "easy". */
const char *rub_run_kind_to_id (RubRunKind kind);
/** Returns: whether @id is a kind's word; then @kind (out) is set. */
gboolean rub_run_kind_from_id (const char *id, RubRunKind *kind);
/** Returns: (transfer none): the translated name, such as "Easy run". */
const char *rub_run_kind_get_name (RubRunKind kind);

G_END_DECLS
