/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * Turns the bytes of a file into text that is safe to hand to an XML parser: unpacked within
 * RUB_RUN_FILE_MAX_BYTES, UTF-8, without white space before the first "<" (files of some services
 * start with blanks, which XML forbids), and not of a known other format.
 *
 * Bytes that are not valid UTF-8 although they should be are taken as ISO 8859-1: a wrong letter
 * in a name is no reason to lose a run.
 *
 * Returns: (transfer full) (nullable): the text, or NULL with a RUB_RUN_FILE_ERROR.
 */
GBytes *rub_run_text_from_bytes (GBytes *bytes, GError **error);

G_END_DECLS
