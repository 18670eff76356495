/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "rub-article-view.h"
#include "rub-speaker.h"

G_BEGIN_DECLS

#define RUB_TYPE_ALOUD_BAR (rub_aloud_bar_get_type ())
/**
 * Reads the article of a view aloud and lights the sentence that is spoken. Goes on while it is
 * out of sight; silent once disposed.
 *
 * Actions: "aloud.toggle" opens the bar and starts, then pauses and goes on; "aloud.next" and
 * "aloud.previous" go by sentences; "aloud.come-back" shows the spoken sentence; "aloud.stop" ends
 * and closes.
 */
G_DECLARE_FINAL_TYPE (RubAloudBar, rub_aloud_bar, RUB, ALOUD_BAR, AdwBin)

/** @view: the view to read from; it must outlive the bar. To be called once. */
void rub_aloud_bar_set_view (RubAloudBar *self, RubArticleView *view);

/** Stops and closes, after the view got another article. */
void rub_aloud_bar_refresh (RubAloudBar *self);

/** Does what "aloud.toggle" does. */
void rub_aloud_bar_toggle (RubAloudBar *self);

/** Returns: (transfer none): who reads. */
RubSpeaker *rub_aloud_bar_get_speaker (RubAloudBar *self);

G_END_DECLS
