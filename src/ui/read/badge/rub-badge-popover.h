/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "rub-article.h"

G_BEGIN_DECLS

#define RUB_TYPE_BADGE_POPOVER (rub_badge_popover_get_type ())
/**
 * How far the evidence bears out a claim: in words, why, what is uncertain, and the studies, each
 * a link.
 *
 * "activate-study" (const char *address): the user chose a study. Unless a handler stops it, its
 * address is opened.
 */
G_DECLARE_FINAL_TYPE (RubBadgePopover, rub_badge_popover, RUB, BADGE_POPOVER, GtkPopover)

/** Returns: (transfer floating): a popover that tells nothing yet. */
GtkWidget *rub_badge_popover_new (void);

/** Tells of the verdict at @block of @article. */
void rub_badge_popover_set_verdict (RubBadgePopover *self, RubArticle *article, guint block);

/** Gives the focus to the verdict, above the studies, so that one starts to read there. */
void rub_badge_popover_focus (RubBadgePopover *self);

/** Keeps within @width and @height pixels; what does not fit is scrolled to. */
void rub_badge_popover_set_room (RubBadgePopover *self, int width, int height);

G_END_DECLS
