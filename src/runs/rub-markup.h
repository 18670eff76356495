/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/** How deep elements may be nested, and how long a text or attribute is kept, in bytes. */
#define RUB_MARKUP_MAX_DEPTH 64
#define RUB_MARKUP_MAX_TEXT 4096

/** A walk through one XML document. */
typedef struct _RubMarkup RubMarkup;

/**
 * What is called on the way. Only elements in the namespace of the root are visited, whatever it
 * is; any other, such as an extension, is passed over with all that is in it.
 *
 * @start: (nullable): the element at @path starts; @path is made of the local names from the root,
 *   such as "gpx/trk/name"
 * @end: (nullable): it ends; @text is its text when nothing is nested in it, cut to
 *   RUB_MARKUP_MAX_TEXT, without white space around it
 */
typedef struct
{
  void (*start) (RubMarkup *markup, const char *path, gpointer user_data);
  void (*end) (RubMarkup *markup, const char *path, const char *text, gpointer user_data);
} RubMarkupVisitor;

/**
 * Walks through @text, which must be UTF-8. A document type is refused before anything in it is
 * read, so that there are no entities but the five of XML; no address is ever looked up.
 *
 * Returns: FALSE with the error of rub_markup_stop(), a RUB_RUN_FILE_ERROR, or
 *   G_IO_ERROR_CANCELLED.
 */
gboolean rub_markup_walk (GBytes *text,
                          const RubMarkupVisitor *visitor,
                          gpointer user_data,
                          GCancellable *cancellable,
                          GError **error);

/**
 * Returns: (transfer none) (nullable): the value of attribute @name of the element that starts,
 *   cut to RUB_MARKUP_MAX_TEXT; valid until the next call.
 */
const char *rub_markup_get_attribute (RubMarkup *self, const char *name);

/** Returns: the line the walk is at, from 1. */
int rub_markup_get_line (RubMarkup *self);

/** Ends the walk with @error (transfer full); only the first counts. */
void rub_markup_stop (RubMarkup *self, GError *error);

G_END_DECLS
