/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "rub-library.h"

G_BEGIN_DECLS

#define RUB_TYPE_PAGE (rub_page_get_type ())
/**
 * What the window knows of a page. Property "library": the RubLibrary it shows. Property
 * "narrow": whether the window is too narrow for things side by side.
 */
G_DECLARE_DERIVABLE_TYPE (RubPage, rub_page, RUB, PAGE, AdwBin)

struct _RubPageClass
{
  AdwBinClass parent_class;

  /*
   * Shows the library as it now is. Called when the page is on screen and the library changed
   * since the last call, so that pages out of sight cost nothing; the first call, when the page
   * is first seen with records, is the place for expensive work.
   */
  void (*refresh) (RubPage *self);

  /* Lays the page out for a narrow (or wide) window. Optional. */
  void (*set_narrow) (RubPage *self, gboolean is_narrow);
};

/** Returns: (transfer none) (nullable): the library; set before the first refresh. */
RubLibrary *rub_page_get_library (RubPage *self);
void rub_page_set_library (RubPage *self, RubLibrary *library);

gboolean rub_page_get_narrow (RubPage *self);
void rub_page_set_narrow (RubPage *self, gboolean is_narrow);

G_END_DECLS
