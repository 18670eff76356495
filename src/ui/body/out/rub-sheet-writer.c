/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "rub-sheet-writer.h"

#include "rub-map-swatch.h"

#define FONT "Cantarell, Adwaita Sans, Sans"
#define FIELD_NUMBER (RUB_SHEET_TEXT * 0.8)

typedef struct
{
  PangoLayout *layout;
  RubPoint place;
  RubBox box;
  double alpha;
} Word;

typedef struct
{
  RubRegionLook look;
  RubBox box;
} Field;

struct _RubSheetWriter
{
  gboolean is_right_to_left;
  gboolean has_patterns;

  /* Owned */
  PangoContext *context;
  GArray *words;  /* of Word */
  GArray *fields; /* of Field */
};

static void
clear_word (gpointer word)
{
  g_clear_object (&((Word *) word)->layout);
}

static PangoContext *
create_context (gboolean is_right_to_left)
{
  /* One map of fonts a thread. */
  PangoContext *context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  cairo_font_options_t *options = cairo_font_options_create ();
  g_autoptr (PangoFontDescription) font = NULL;

  /* So that the words are laid out alike at every scale. */
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_antialias (options, CAIRO_ANTIALIAS_GRAY);
  pango_cairo_context_set_font_options (context, options);
  cairo_font_options_destroy (options);
  font = pango_font_description_from_string (FONT);
  pango_context_set_font_description (context, font);
  pango_context_set_round_glyph_positions (context, FALSE);
  pango_context_set_base_dir (context,
                              is_right_to_left ? PANGO_DIRECTION_RTL : PANGO_DIRECTION_LTR);

  return context;
}

RubSheetWriter *
rub_sheet_writer_new (gboolean is_right_to_left, gboolean has_patterns)
{
  RubSheetWriter *self = g_new0 (RubSheetWriter, 1);

  self->is_right_to_left = is_right_to_left;
  self->has_patterns = has_patterns;
  self->context = create_context (is_right_to_left);
  self->words = g_array_new (FALSE, FALSE, sizeof (Word));
  g_array_set_clear_func (self->words, clear_word);
  self->fields = g_array_new (FALSE, FALSE, sizeof (Field));

  return self;
}

void
rub_sheet_writer_free (RubSheetWriter *self)
{
  g_return_if_fail (self != NULL);

  g_array_unref (self->words);
  g_array_unref (self->fields);
  g_object_unref (self->context);
  g_free (self);
}

PangoContext *
rub_sheet_writer_get_context (RubSheetWriter *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->context;
}

double
rub_sheet_writer_get_left (RubSheetWriter *self, double x, double width)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->is_right_to_left ? RUB_SHEET_WIDTH - x - width : x;
}

PangoLayout *
rub_sheet_writer_create (RubSheetWriter *self, const char *text, double size, PangoWeight weight,
                         double width)
{
  PangoLayout *layout;
  g_autoptr (PangoFontDescription) font = NULL;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (text != NULL, NULL);

  layout = pango_layout_new (self->context);
  font = pango_font_description_from_string (FONT);
  pango_font_description_set_absolute_size (font, size * PANGO_SCALE);
  pango_font_description_set_weight (font, weight);
  pango_layout_set_font_description (layout, font);
  /* As the whole sheet is read, even where a name is in another script. */
  pango_layout_set_auto_dir (layout, FALSE);
  pango_layout_set_alignment (layout,
                              self->is_right_to_left ? PANGO_ALIGN_RIGHT : PANGO_ALIGN_LEFT);
  pango_layout_set_width (layout, (int) (width * PANGO_SCALE));
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_text (layout, text, -1);

  return layout;
}

double
rub_sheet_layout_get_width (PangoLayout *layout)
{
  PangoRectangle logical;

  g_return_val_if_fail (PANGO_IS_LAYOUT (layout), 0);

  pango_layout_get_extents (layout, NULL, &logical);

  return (double) logical.width / PANGO_SCALE;
}

double
rub_sheet_layout_get_height (PangoLayout *layout)
{
  PangoRectangle logical;

  g_return_val_if_fail (PANGO_IS_LAYOUT (layout), 0);

  pango_layout_get_extents (layout, NULL, &logical);

  return (double) logical.height / PANGO_SCALE;
}

double
rub_sheet_writer_put (RubSheetWriter *self, PangoLayout *layout, double x, double y, double alpha)
{
  PangoRectangle logical;
  Word word = { .layout = layout, .place = { x, y }, .alpha = alpha };

  g_return_val_if_fail (self != NULL, 0);
  g_return_val_if_fail (PANGO_IS_LAYOUT (layout), 0);

  pango_layout_get_extents (layout, NULL, &logical);
  word.box =
      (RubBox){ x + (double) logical.x / PANGO_SCALE, y + (double) logical.y / PANGO_SCALE,
                (double) logical.width / PANGO_SCALE, (double) logical.height / PANGO_SCALE };
  g_array_append_val (self->words, word);

  return word.box.height;
}

void
rub_sheet_writer_put_field (RubSheetWriter *self, const RubRegionLook *look, double x, double y)
{
  Field field = { .box = { x, y, RUB_SHEET_FIELD_WIDTH, RUB_SHEET_FIELD_HEIGHT } };

  g_return_if_fail (self != NULL);
  g_return_if_fail (look != NULL);

  field.look = *look;
  field.look.has_pattern = self->has_patterns;
  g_array_append_val (self->fields, field);
}

void
rub_sheet_writer_paint (RubSheetWriter *self, cairo_t *cr, const RubBodyTheme *theme)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (cr != NULL);
  g_return_if_fail (theme != NULL);

  for (guint i = 0; i < self->fields->len; i++)
    {
      const Field *field = &g_array_index (self->fields, Field, i);

      rub_map_swatch_paint (cr, self->context, &field->look, theme, &field->box, FIELD_NUMBER);
    }
  for (guint i = 0; i < self->words->len; i++)
    {
      const Word *word = &g_array_index (self->words, Word, i);

      cairo_set_source_rgba (cr, (double) theme->ink.red, (double) theme->ink.green,
                             (double) theme->ink.blue, word->alpha);
      cairo_move_to (cr, word->place.x, word->place.y);
      pango_cairo_show_layout (cr, word->layout);
    }
}

guint
rub_sheet_writer_get_n_words (RubSheetWriter *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->words->len;
}

const char *
rub_sheet_writer_get_word (RubSheetWriter *self, guint index, RubBox *box)
{
  const Word *word;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (index < self->words->len, NULL);
  g_return_val_if_fail (box != NULL, NULL);

  word = &g_array_index (self->words, Word, index);
  *box = word->box;

  return pango_layout_get_text (word->layout);
}
