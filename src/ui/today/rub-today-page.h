/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rub-page.h"

G_BEGIN_DECLS

#define RUB_TYPE_TODAY_PAGE (rub_today_page_get_type ())
/** What a tired runner needs first: the one thing to do now, then what was and what comes. */
G_DECLARE_FINAL_TYPE (RubTodayPage, rub_today_page, RUB, TODAY_PAGE, RubPage)

G_END_DECLS
