/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define RUB_TYPE_SHEET_SECTION (rub_sheet_section_get_type ())
/** A heading, a text and a quiet note below it. Property "title" (string): the heading. */
G_DECLARE_FINAL_TYPE (RubSheetSection, rub_sheet_section, RUB, SHEET_SECTION, AdwBin)

void rub_sheet_section_set_title (RubSheetSection *self, const char *title);

/**
 * @text: (nullable): what it says, or NULL: the section is not shown
 * @note: (nullable): what stands below it
 */
void rub_sheet_section_set_text (RubSheetSection *self, const char *text, const char *note);

G_END_DECLS
