/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>
#include <sqlite3.h>

G_BEGIN_DECLS

/** A picture of an article: new bytes, or the name of a file, or neither: as it is in the store. */
typedef struct
{
  GBytes *bytes;
  char *name;
} RubContentPicture;

/**
 * The content of a saved article as its columns, so that what a change replaces is taken back
 * without being understood.
 *
 * @text, @blocks: see rub-block-json.h
 * @pictures: (element-type utf8 RubContentPicture): what it shows, by address
 */
typedef struct
{
  char *text;
  char *blocks;
  GHashTable *pictures;
} RubContent;

/** Returns: (transfer full): content with @text and @blocks (transfer full), without pictures. */
RubContent *rub_content_new (char *text, char *blocks);
void rub_content_free (RubContent *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RubContent, rub_content_free)

/** Adds the picture at @address, in the place of one that is there. */
void rub_content_add_picture (RubContent *self,
                              const char *address,
                              GBytes *bytes,
                              const char *name);

/** Returns: (transfer full) (nullable): that of the article in row @id; NULL with an error. */
RubContent *rub_content_read (sqlite3 *db, gint64 id, GError **error);

/**
 * Writes @self as the content of the article in row @id, in the open transaction.
 *
 * @old: (nullable): what rub_content_read() says is there; NULL when there is nothing
 * @now_us: when pictures that it no longer shows are hidden
 */
gboolean rub_content_write (RubContent *self,
                            RubContent *old,
                            sqlite3 *db,
                            gint64 id,
                            gint64 now_us,
                            GError **error);

G_END_DECLS
