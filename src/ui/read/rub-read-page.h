/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rub-page.h"

G_BEGIN_DECLS

#define RUB_TYPE_READ_PAGE (rub_read_page_get_type ())
/**
 * An article with its contents at its side. Opens where the runner stopped reading, and keeps the
 * place a moment after each move and when it goes out of sight. Action "read.open" (s): as
 * rub_read_page_open_place(). Action "read.when-not": goes to where an article of our own says
 * when not to massage.
 */
G_DECLARE_FINAL_TYPE (RubReadPage, rub_read_page, RUB, READ_PAGE, RubPage)

/** Opens the bundled article with @id in the language of the desktop; or says why it cannot. */
void rub_read_page_open (RubReadPage *self, const char *id);

/**
 * Opens @place, "article" or "article#section", both ids: at the heading of that section, and not
 * where the runner stopped reading. Opens at the start when there is no such section.
 */
void rub_read_page_open_place (RubReadPage *self, const char *place);

G_END_DECLS
