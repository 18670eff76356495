/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rub-records.h"

G_BEGIN_DECLS

/**
 * Whether a massage that the runner logged answers the reminder in @fields: one given before it
 * was due, and after the run it follows, or for one due days after the run, on the local day it is
 * due on. One that answered no other reminder does so too within a day after it was due.
 */
gboolean rub_massage_answers (RubRecords *records,
                              const RubReminderFields *fields,
                              GTimeZone *zone);

G_END_DECLS
