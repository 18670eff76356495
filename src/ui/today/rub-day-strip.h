/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "rub-library.h"

G_BEGIN_DECLS

#define RUB_TYPE_DAY_STRIP (rub_day_strip_get_type ())
/** The last RUB_N_DAYS days side by side; the words of the one that has focus stand below. */
G_DECLARE_FINAL_TYPE (RubDayStrip, rub_day_strip, RUB, DAY_STRIP, AdwBin)

/** Shows the days of @library, whose records are read. */
void rub_day_strip_update (RubDayStrip *self, RubLibrary *library);

G_END_DECLS
