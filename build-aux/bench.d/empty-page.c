/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Linked into all of Rubdown in the place of its body page: a page of that type, and that empty. */

#include "config.h"

#include "rub-body-page.h"

struct _RubBodyPage
{
  RubPage parent_instance;
};

G_DEFINE_FINAL_TYPE (RubBodyPage, rub_body_page, RUB_TYPE_PAGE)

static void
rub_body_page_refresh (RubPage *page)
{
}

static void
rub_body_page_class_init (RubBodyPageClass *klass)
{
  RUB_PAGE_CLASS (klass)->refresh = rub_body_page_refresh;
}

static void
rub_body_page_init (RubBodyPage *self)
{
}
