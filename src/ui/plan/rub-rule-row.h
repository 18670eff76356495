/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "rub-library.h"

G_BEGIN_DECLS

#define RUB_TYPE_RULE_ROW (rub_rule_row_get_type ())
/** One rule as a sentence, with a switch and, unfolded, its delay or hour. */
G_DECLARE_FINAL_TYPE (RubRuleRow, rub_rule_row, RUB, RULE_ROW, AdwExpanderRow)

/** Returns: (transfer floating): a row that changes its rule in @library. */
GtkWidget *rub_rule_row_new (RubLibrary *library);

/** Shows @rule; what the runner is changing at that moment is left alone. */
void rub_rule_row_set_rule (RubRuleRow *self, RubRule *rule);

G_END_DECLS
