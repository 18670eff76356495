/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define RUB_TYPE_BODY_TOOLS (rub_body_tools_get_type ())
/**
 * What can be done with the body map as a row of buttons and a menu. All of it goes through the
 * "body" actions of the page around it. Ready for templates.
 */
G_DECLARE_FINAL_TYPE (RubBodyTools, rub_body_tools, RUB, BODY_TOOLS, GtkWidget)

/** Leaves out what fingers do on the map itself (or not), and has large targets (or not). */
void rub_body_tools_set_narrow (RubBodyTools *self, gboolean is_narrow);

G_END_DECLS
