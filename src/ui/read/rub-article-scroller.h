/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rub-article-view.h"

G_BEGIN_DECLS

#define RUB_TYPE_ARTICLE_SCROLLER (rub_article_scroller_get_type ())
/**
 * Brings a block to the top of a view and sees it arrive: a text view lays long texts out bit by
 * bit, and each bit may end the way to the block early.
 */
G_DECLARE_FINAL_TYPE (RubArticleScroller, rub_article_scroller, RUB, ARTICLE_SCROLLER, GObject)

/** Returns: (transfer full): a scroller of @view, which must outlive it. */
RubArticleScroller *rub_article_scroller_new (RubArticleView *view);

/** @block: where to go; @gap_px: how much room to leave above it. */
void rub_article_scroller_go (RubArticleScroller *self, int block, int gap_px);

/** Returns: whether it is on its way to a block. */
gboolean rub_article_scroller_is_under_way (RubArticleScroller *self);

/** Returns: the block it is on its way to, or -1. */
int rub_article_scroller_get_goal (RubArticleScroller *self);

/** Gives up the way, for the user went another. */
void rub_article_scroller_cancel (RubArticleScroller *self);

/** Ends all movement at once: what is on its way must not find another text when it arrives. */
void rub_article_scroller_halt (RubArticleScroller *self);

G_END_DECLS
