/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "rub-library.h"

G_BEGIN_DECLS

#define RUB_TYPE_APPLICATION (rub_application_get_type ())
/** The program: its options, its application-wide actions, its one window. */
G_DECLARE_FINAL_TYPE (RubApplication, rub_application, RUB, APPLICATION, AdwApplication)

/** Returns: (transfer full): the application. */
RubApplication *rub_application_new (void);

G_END_DECLS
