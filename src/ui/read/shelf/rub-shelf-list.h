/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "rub-records.h"

G_BEGIN_DECLS

/**
 * Lists everything there is to read in groups: the bundled texts, the saved articles, and those
 * that were archived.
 *
 * @records: (nullable): everything remembered; NULL: not read yet
 * @languages: (array zero-terminated=1): as in rub_article_load()
 *
 * Returns: (transfer full) (element-type RubShelfItem): the rows.
 */
GPtrArray *rub_shelf_list_all (RubRecords *records, const char *const *languages);

/**
 * Lists what was found.
 *
 * @hits: (element-type RubHit): what rub_shelf_search_finish() found
 * @records: everything remembered, to tell saved articles from bundled texts
 *
 * Returns: (transfer full) (element-type RubShelfItem): the rows; a hint when there is none.
 */
GPtrArray *rub_shelf_list_hits (GPtrArray *hits, RubRecords *records);

/** Returns: (transfer full) (element-type RubShelfItem): @message as the only row. */
GPtrArray *rub_shelf_list_fault (const char *message);

G_END_DECLS
