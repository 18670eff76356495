/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/** In which font articles are set. The numbers are those of the setting. */
typedef enum
{
  RUB_READ_FONT_DESKTOP,
  RUB_READ_FONT_SERIF,
  RUB_READ_FONT_SANS,
  RUB_READ_FONT_EASY, /* made for easier reading */
  RUB_N_READ_FONTS
} RubReadFont;

/** In which colours. The numbers are those of the setting. */
typedef enum
{
  RUB_READ_THEME_DESKTOP,
  RUB_READ_THEME_LIGHT,
  RUB_READ_THEME_SEPIA,
  RUB_READ_THEME_DARK,
  RUB_N_READ_THEMES
} RubReadTheme;

#define RUB_READ_MEASURE_MIN 45
#define RUB_READ_MEASURE_MAX 90
/** Characters in a line of a comfortable column. */
#define RUB_READ_MEASURE_CHARS 66
#define RUB_READ_LEADING_MIN 90
#define RUB_READ_LEADING_MAX 150

/**
 * What the runner chose.
 *
 * @size_percent: of the text, beside what the desktop's size makes of it
 * @measure_chars: characters in a line, from RUB_READ_MEASURE_MIN to RUB_READ_MEASURE_MAX
 * @leading_percent: from baseline to baseline, beside the usual, from RUB_READ_LEADING_MIN to
 *   RUB_READ_LEADING_MAX
 * @is_justified: whether lines are filled up to both edges
 */
typedef struct
{
  int size_percent;
  RubReadFont font;
  int measure_chars;
  int leading_percent;
  gboolean is_justified;
  RubReadTheme theme;
} RubReadChoice;

#define RUB_TYPE_READ_LOOK (rub_read_look_get_type ())
/**
 * How articles look, over the settings. "changed": the choice is another than before.
 */
G_DECLARE_FINAL_TYPE (RubReadLook, rub_read_look, RUB, READ_LOOK, GObject)

/** Returns: (transfer full): the look that @settings tell. */
RubReadLook *rub_read_look_new (GSettings *settings);

/** Returns: (transfer none): the choice as it is; of everything usual for @self NULL. */
const RubReadChoice *rub_read_look_get (RubReadLook *self);

/** Keeps @choice; what is out of its range is brought into it. */
void rub_read_look_set (RubReadLook *self, const RubReadChoice *choice);

/** Text of the next size for 1, of the one before for -1, of the usual for 0. */
void rub_read_look_step_size (RubReadLook *self, int direction);

/** Returns: whether there is a next size in @direction, 1 or -1. */
gboolean rub_read_look_can_step_size (RubReadLook *self, int direction);

/** Chooses what is usual. */
void rub_read_look_reset (RubReadLook *self);

G_END_DECLS
