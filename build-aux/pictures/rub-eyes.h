/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <cairo.h>

/** Whose eyes a picture is seen with. */
typedef enum
{
  RUB_EYES_ALL_CONES,
  RUB_EYES_DEUTERANOPIA,
  RUB_EYES_PROTANOPIA,
  RUB_EYES_TRITANOPIA,
  RUB_EYES_GREYSCALE,
  RUB_N_EYES
} RubEyes;

/** Returns: a word for files, such as "deuteranopia"; "" for eyes with all cones. */
const char *rub_eyes_get_name (RubEyes eyes);

/** Changes the colours of @surface, an opaque image in CAIRO_FORMAT_RGB24, to what @eyes see. */
void rub_eyes_apply (RubEyes eyes, cairo_surface_t *surface);
