/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rub-store.h"

G_BEGIN_DECLS

/** Saves what a runner may have saved to read into @store, the newest the day before @now_us. */
gboolean rub_demo_shelf_fill (RubStore *store, gint64 now_us, GError **error);

G_END_DECLS
