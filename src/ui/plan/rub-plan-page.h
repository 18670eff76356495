/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rub-page.h"

G_BEGIN_DECLS

#define RUB_TYPE_PLAN_PAGE (rub_plan_page_get_type ())
/** What is coming and why, what was missed, and the rules it comes from. */
G_DECLARE_FINAL_TYPE (RubPlanPage, rub_plan_page, RUB, PLAN_PAGE, RubPage)

G_END_DECLS
