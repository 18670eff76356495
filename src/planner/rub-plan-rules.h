/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rub-records.h"
#include "rub-timing.h"

G_BEGIN_DECLS

/**
 * Returns: (transfer container) (element-type RubRule): the rules that everybody starts with, as
 *   @settings (of RubRuleSetting) have them.
 */
GPtrArray *rub_plan_get_rules (GArray *settings);

/**
 * Returns: (transfer container) (element-type RubRule): all rules of @records: those that everybody
 *   starts with, each as its setting or, where it is stored whole, as that has it; then the
 *   runner's own, by id.
 */
GPtrArray *rub_plan_get_all_rules (const RubTiming *timing, RubRecords *records);

/**
 * Returns: (transfer full): an id for a new own rule that none in @records has and that no reminder
 *   was ever made under.
 */
char *rub_plan_make_rule_id (RubRecords *records);

G_END_DECLS
