/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define RUB_TYPE_FULL_SCREEN (rub_full_screen_get_type ())
/**
 * What a window in full screen shows: its content alone. Its header bar comes over that while the
 * pointer is at the top edge, so that nothing moves. Property "active": whether the window is in
 * full screen.
 */
G_DECLARE_FINAL_TYPE (RubFullScreen, rub_full_screen, RUB, FULL_SCREEN, GObject)

/**
 * @slot: where the header bar is otherwise
 * @cover: where it is in full screen, over the top of the content
 *
 * Returns: (transfer full): keeps @window, which must outlive it.
 */
RubFullScreen *rub_full_screen_new (GtkWindow *window, AdwBin *slot, GtkRevealer *cover);

/** Into full screen, or out of it. */
void rub_full_screen_toggle (RubFullScreen *self);

/** Out of it. Returns: whether the window was in full screen. */
gboolean rub_full_screen_leave (RubFullScreen *self);

G_END_DECLS
