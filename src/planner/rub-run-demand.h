/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rub-run.h"
#include "rub-timing.h"

G_BEGIN_DECLS

/**
 * What @run asks of the legs, compared with the runner's own @runs (of RubRun, any order; @run may
 * be among them; later ones say nothing of it). The first that holds:
 * big race: a race of a marathon or about; farthest: a race, or any run of a marathon or about,
 * that is farther by a margin than any of some earlier runs, and far at all; race: tagged so;
 * long: tagged so, or long in minutes and among the longest of the weeks before; hard: intervals,
 * hills, tempo, or so by its effort; else easy.
 *
 * @timing: where "about", "some" and so on are drawn
 */
RubRunDemand rub_run_get_demand (const RubTiming *timing, RubRun *run, GPtrArray *runs);

/** Returns: the kind to suggest for a run by its time and effort alone: long, tempo or easy. */
RubRunKind rub_run_guess_kind (const RubTiming *timing,
                               int elapsed_s,
                               int effort,
                               GPtrArray *runs);

G_END_DECLS
