/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rub-rule.h"

G_BEGIN_DECLS

/*
 * What a stored rule follows, as words with commas between, such as "long,race", or "any": their
 * numbers may change with the program, and "any" also means what is yet to be thought of.
 */

/** Returns: (transfer full): the words of RubRuleFields.kinds. */
char *rub_rule_words_from_kinds (guint kinds);

/** Returns: FALSE when @words (nullable) have none that is known; @kinds (out) is 0 then. */
gboolean rub_rule_words_to_kinds (const char *words, guint *kinds);

/** Returns: (transfer full): the words of RubRuleFields.demands. */
char *rub_rule_words_from_demands (guint demands);

/** Returns: FALSE when @words (nullable) have none that is known; @demands (out) is 0 then. */
gboolean rub_rule_words_to_demands (const char *words, guint *demands);

G_END_DECLS
