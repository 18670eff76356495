/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "rub-library.h"

G_BEGIN_DECLS

#define RUB_TYPE_PREFERENCES (rub_preferences_get_type ())
/** Units, the body map, reminders, the hour of the morning questions, and a notification to try. */
G_DECLARE_FINAL_TYPE (RubPreferences, rub_preferences, RUB, PREFERENCES, AdwPreferencesWindow)

/** Shows the preferences over @parent. */
void rub_preferences_present (GtkWindow *parent, GSettings *settings, RubLibrary *library);

G_END_DECLS
