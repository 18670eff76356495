/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "rub-article.h"

G_BEGIN_DECLS

#define RUB_DOCUMENT_ERROR (rub_document_error_quark ())
GQuark rub_document_error_quark (void);

/**
 * @RUB_DOCUMENT_ERROR_TOO_LARGE: more than RUB_DOCUMENT_MAX_BYTES
 * @RUB_DOCUMENT_ERROR_UNKNOWN: not a text of any kind that is read
 * @RUB_DOCUMENT_ERROR_NO_ARTICLE: nothing in it to read: empty, a list of links, a form
 *
 * The message of each is a translated sentence for the runner.
 */
typedef enum
{
  RUB_DOCUMENT_ERROR_TOO_LARGE,
  RUB_DOCUMENT_ERROR_UNKNOWN,
  RUB_DOCUMENT_ERROR_NO_ARTICLE,
} RubDocumentError;

/** The largest document read: some fifteen novels. */
#define RUB_DOCUMENT_MAX_BYTES (8 * 1024 * 1024)

/**
 * What is known about a document beside its bytes.
 *
 * @type: (nullable): media type such as "text/html", without parameters
 * @charset: (nullable): character set that came with it
 * @address: (nullable): where it came from; what links are relative to
 * @name: (nullable): name of its file, which tells its kind and is its title for want of another
 */
typedef struct
{
  const char *type;
  const char *charset;
  const char *address;
  const char *name;
} RubDocumentSource;

/**
 * Finds the article in a document: HTML, Markdown or plain text, told apart by type, name and
 * content. Nothing outside @bytes is ever looked at.
 *
 * Returns: (transfer full) (nullable): the article, or NULL with a RUB_DOCUMENT_ERROR.
 */
RubArticle *rub_document_parse (GBytes *bytes, const RubDocumentSource *source, GError **error);

/** Reads the article in @file, see rub_document_parse(). Blocks; may fail with a G_IO_ERROR. */
RubArticle *rub_document_load (GFile *file, GCancellable *cancellable, GError **error);

G_END_DECLS
