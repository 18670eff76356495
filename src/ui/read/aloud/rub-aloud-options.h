/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "rub-speaker.h"

G_BEGIN_DECLS

#define RUB_TYPE_ALOUD_OPTIONS (rub_aloud_options_get_type ())
/**
 * How to read aloud: the speed, and the voice for the language of the article. Both are kept in
 * the settings, and go to the speaker at once. Property "factor": the speed for people, "1.5×".
 */
G_DECLARE_FINAL_TYPE (RubAloudOptions, rub_aloud_options, RUB, ALOUD_OPTIONS, GtkPopover)

/** Lets the options be those of @speaker, which must outlive them. */
void rub_aloud_options_set_speaker (RubAloudOptions *self, RubSpeaker *speaker);

/** Takes up the voice for the language of the speaker's article. */
void rub_aloud_options_refresh (RubAloudOptions *self);

G_END_DECLS
