/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "rub-read-look.h"

G_BEGIN_DECLS

/**
 * Returns: (transfer full) (nullable): the family that @font is on this machine; NULL for the
 *   desktop's, and for one for easier reading when there is none.
 */
char *rub_read_fonts_find (PangoContext *context, RubReadFont font);

/** Returns: whether @font is there, and another than those before it. */
gboolean rub_read_fonts_has (PangoContext *context, RubReadFont font);

/** Returns: (transfer full): how @font is called in a list of fonts, translated. */
char *rub_read_fonts_get_name (PangoContext *context, RubReadFont font);

G_END_DECLS
