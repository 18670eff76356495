/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "rub-library.h"

G_BEGIN_DECLS

#define RUB_TYPE_FAULT_BAR (rub_fault_bar_get_type ())
/** Says what is wrong with the store, if anything, and offers what can be done about it. */
G_DECLARE_FINAL_TYPE (RubFaultBar, rub_fault_bar, RUB, FAULT_BAR, AdwBin)

void rub_fault_bar_set_library (RubFaultBar *self, RubLibrary *library);

G_END_DECLS
