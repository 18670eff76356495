/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rub-records.h"
#include "rub-timing.h"

G_BEGIN_DECLS

/** How many regions a reminder begins with. */
#define RUB_AIM_N_STEMS 4

/** What all reminders of a plan are aimed by: races, and what is sore now. */
typedef struct _RubPlanAim RubPlanAim;

/** Returns: (transfer full): what @records say of it at @now_us in @zone; @timing outlives it. */
RubPlanAim *rub_plan_aim_new (const RubTiming *timing,
                              RubRecords *records,
                              gint64 now_us,
                              GTimeZone *zone);
void rub_plan_aim_free (RubPlanAim *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RubPlanAim, rub_plan_aim_free)

/**
 * Finishes a reminder of the local day @date: makes its massage no firmer than a race near or what
 * is sore allows, and says where to begin. What it sets in @fields lives as long as @self does.
 */
void rub_plan_aim_take (RubPlanAim *self, RubReminderFields *fields, const GDate *date);

G_END_DECLS
