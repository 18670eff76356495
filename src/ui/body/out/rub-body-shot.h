/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "rub-body-picture.h"
#include "rub-check-draft.h"
#include "rub-check-strip.h"

G_BEGIN_DECLS

/**
 * Returns: (transfer full): a picture of what @strip has on screen, or of @draft where that is at
 *   now. As the settings have it: mirrored or not, with patterns or without.
 *
 * @screen: a widget that is laid out as the picture is to be
 * @now_us, @zone: the time there
 */
RubBodyPicture *rub_body_shot_take (GtkWidget *screen, RubCheckDraft *draft, RubCheckStrip *strip,
                                    gint64 now_us, GTimeZone *zone);

G_END_DECLS
