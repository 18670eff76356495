/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "rub-library.h"

G_BEGIN_DECLS

#define RUB_TYPE_SUGGESTION_CARD (rub_suggestion_card_get_type ())
/** The one thing to do now, with at most three buttons. */
G_DECLARE_FINAL_TYPE (RubSuggestionCard, rub_suggestion_card, RUB, SUGGESTION_CARD, AdwBin)

/** Shows what @library, whose records are read, suggests now. */
void rub_suggestion_card_update (RubSuggestionCard *self, RubLibrary *library);

/** Puts the buttons one below the other, or side by side. */
void rub_suggestion_card_set_narrow (RubSuggestionCard *self, gboolean is_narrow);

G_END_DECLS
