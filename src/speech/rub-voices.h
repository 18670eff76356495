/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "rub-voice.h"

G_BEGIN_DECLS

/**
 * @voices: (nullable): of RubVoice
 * @module, @name: (nullable): what is looked for; NULL finds nothing
 *
 * Returns: (transfer none) (nullable): the voice of that name.
 */
RubVoice *rub_voices_find (GListModel *voices, const char *module, const char *name);

/** Returns: (transfer none) (nullable): the first of the @voices that fit @language best. */
RubVoice *rub_voices_find_fitting (GListModel *voices, const char *language);

/**
 * @language: language of a text, such as "en" or "pt_BR"; "und" when nobody said
 * @desktop: the locale of the desktop, such as "en_US.UTF-8" or "C"
 *
 * Returns: (transfer full): the tag of the language to read it in: its own, with the region of the
 *   desktop where only that has one; the desktop's for "und"; English as a last resort.
 */
char *rub_voices_dup_language (const char *language, const char *desktop);

G_END_DECLS
