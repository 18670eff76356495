/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rub-rule.h"

G_BEGIN_DECLS

/** Returns: (transfer none): what the rule is called, or which runs it follows, such as "After
 * a long run"; valid while @rule is. */
const char *rub_rule_text_get_title (RubRule *rule);

/** Returns: (transfer full): what and when: "10 min light massage, 2 h after the end". */
char *rub_rule_text_get_detail (RubRule *rule);

/** Returns: (transfer full): minutes of delay as "45 min", "2 h" or "1 h 30 min". */
char *rub_rule_text_format_delay (int delay_min);

G_END_DECLS
