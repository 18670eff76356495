/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "rub-notifier.h"
#include "rub-server-watch.h"

G_BEGIN_DECLS

#define RUB_TYPE_APP_NOTIFIER (rub_app_notifier_get_type ())
/**
 * Sends notifications of an application, with the actions of rub-reminder-actions.h as buttons.
 * One sent while no server is there is dropped, and "ready" follows when a server comes.
 */
G_DECLARE_FINAL_TYPE (RubAppNotifier, rub_app_notifier, RUB, APP_NOTIFIER, GObject)

/**
 * @app: whose notifications they are; borrowed, outlives the notifier
 * @settings: of io.github.rubdown.Rubdown, for the units
 * @watch: (nullable): NULL where a server is always there, as behind a sandbox's portal
 *
 * Returns: (transfer full): a notifier.
 */
RubAppNotifier *rub_app_notifier_new (GApplication *app,
                                      GSettings *settings,
                                      RubServerWatch *watch);

G_END_DECLS
