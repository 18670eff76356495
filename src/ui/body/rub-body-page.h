/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rub-page.h"

G_BEGIN_DECLS

#define RUB_TYPE_BODY_PAGE (rub_body_page_get_type ())
/**
 * The page on which a check is filled in. It starts from the last check; what was edited since
 * stays until it is saved, whatever happens to the library. Actions: "body.save",
 * "body.nothing-sore" (saves a check in which nothing is), "body.clear", "body.search",
 * "body.show-view" (i: RubBodyView), "body.about" (s: region; shows its sheet in the place of the
 * pane), "body.back" (leaves the sheet), "body.ask" (s: region; asks about it on the map),
 * "body.show-regions" (s: regions, see rub_body_find_all(); points them out and goes to the first),
 * "body.copy-picture", "body.save-picture" and "body.print" (of what is
 * shown).
 */
G_DECLARE_FINAL_TYPE (RubBodyPage, rub_body_page, RUB, BODY_PAGE, RubPage)

G_END_DECLS
