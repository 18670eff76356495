/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rub-article-view.h"
#include "rub-sentence.h"

G_BEGIN_DECLS

#define RUB_TYPE_ALOUD_FOLLOWER (rub_aloud_follower_get_type ())
/**
 * Lights the sentence that is read aloud in a view, and keeps it in sight: it moves the text only
 * when the sentence leaves the middle, and not while the reader has scrolled it out of sight.
 *
 * Property "is-away": whether the reader has.
 */
G_DECLARE_FINAL_TYPE (RubAloudFollower, rub_aloud_follower, RUB, ALOUD_FOLLOWER, GObject)

/** Returns: (transfer full): a follower for @view, which must outlive it. */
RubAloudFollower *rub_aloud_follower_new (RubArticleView *view);

/** @sentence: (nullable): what to light, of the article in the view, or nothing. */
void rub_aloud_follower_set_sentence (RubAloudFollower *self, const RubSentence *sentence);

/** Forgets what was lit, after the view got another article. */
void rub_aloud_follower_forget (RubAloudFollower *self);

/** Brings the lit sentence in sight, and follows again. */
void rub_aloud_follower_come_back (RubAloudFollower *self);

gboolean rub_aloud_follower_get_is_away (RubAloudFollower *self);

/**
 * @sentences: (array length=n_sentences): those of the article in the view
 *
 * Returns: the one to start with: that in which the selection starts, or else the first in view.
 */
guint rub_aloud_follower_find_start (RubAloudFollower *self,
                                     const RubSentence *sentences,
                                     guint n_sentences);

G_END_DECLS
