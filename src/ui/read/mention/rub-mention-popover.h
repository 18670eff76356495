/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "rub-body.h"

G_BEGIN_DECLS

#define RUB_TYPE_MENTION_POPOVER (rub_mention_popover_get_type ())
/**
 * Where on the body regions are that a text mentions, and what they are called. It takes neither
 * the focus nor anything else from the text.
 */
G_DECLARE_FINAL_TYPE (RubMentionPopover, rub_mention_popover, RUB, MENTION_POPOVER, GtkPopover)

/** Returns: (transfer floating): a popover that shows nothing yet. */
GtkWidget *rub_mention_popover_new (void);

/** Shows @body from now on; @is_mirrored: from the front as in a mirror. */
void rub_mention_popover_set_body (RubMentionPopover *self, RubBody *body, gboolean is_mirrored);

/**
 * Shows the regions @stems, see rub_body_find_all().
 *
 * Returns: whether there are such regions; otherwise nothing is to be shown.
 */
gboolean rub_mention_popover_set_stems (RubMentionPopover *self, const char *stems);

/** Keeps within @width pixels. */
void rub_mention_popover_set_room (RubMentionPopover *self, int width);

G_END_DECLS
