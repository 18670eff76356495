/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "rub-body-picture.h"

G_BEGIN_DECLS

/** In what a picture can be saved. The order is that of the choice shown. */
typedef enum
{
  RUB_BODY_FILE_PNG, /* 2000 pixels wide, as high as what is on it */
  RUB_BODY_FILE_SVG, /* as high as what is on it; what it says is told in words too */
  RUB_BODY_FILE_PDF, /* one page of paper */
  RUB_N_BODY_FILE_KINDS
} RubBodyFileKind;

/** A picture painted once, to be made a file of, which takes longer, in another thread. */
typedef struct _RubBodyFile RubBodyFile;

/**
 * @paper: the width and height of the paper, in points; only of a PDF
 *
 * Returns: (transfer full): @picture as it will be in a file of @kind.
 */
RubBodyFile *rub_body_file_new (RubBodyPicture *picture, RubBodyFileKind kind, RubPoint paper);
void rub_body_file_free (RubBodyFile *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RubBodyFile, rub_body_file_free)

/**
 * Returns: (transfer full) (nullable): what is in the file, or NULL with G_IO_ERROR_FAILED. May be
 *   called from any thread, one at a time.
 */
GBytes *rub_body_file_render (RubBodyFile *self, GError **error);

/** Returns: (transfer none): the ending of the name of a file of @kind, such as ".png". */
const char *rub_body_file_kind_get_ending (RubBodyFileKind kind);
/** Returns: (transfer none): such as "image/png". */
const char *rub_body_file_kind_get_type (RubBodyFileKind kind);
/** Returns: (transfer none): the translated name, such as "PNG Picture". */
const char *rub_body_file_kind_get_name (RubBodyFileKind kind);
/** Returns: the kind that the ending of @name (a file's) tells; a PNG where it tells none. */
RubBodyFileKind rub_body_file_kind_from_name (const char *name);

G_END_DECLS
