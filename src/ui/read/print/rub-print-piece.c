/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "rub-print-piece.h"

#include <string.h>

/* The usual text, in points. */
#define TEXT_PT 10.5
#define FONT "Serif"
#define HEAD_FONT "Sans"
#define CODE_FONT "Monospace"
/* Between the columns of a table. */
#define GAP_PT 8
#define DOI_PREFIX "https://doi.org/"

/* How a block is set: lengths in points. */
typedef struct
{
  const char *font;
  double scale;
  PangoWeight weight;
  double above;
  double indent;
} Style;

static const Style title_style = { HEAD_FONT, 2.0, PANGO_WEIGHT_BOLD, 0, 0 };
static const Style byline_style = { HEAD_FONT, 0.85, PANGO_WEIGHT_NORMAL, 6, 0 };

static const Style heading_styles[] = {
  { HEAD_FONT, 1.4, PANGO_WEIGHT_BOLD, 20, 0 },
  { HEAD_FONT, 1.1, PANGO_WEIGHT_BOLD, 14, 0 },
  { HEAD_FONT, 1.0, PANGO_WEIGHT_BOLD, 12, 0 },
};

static const Style styles[RUB_BLOCK_N_KINDS] = {
  [RUB_BLOCK_PARAGRAPH] = { FONT, 1, PANGO_WEIGHT_NORMAL, 7, 0 },
  [RUB_BLOCK_ITEM] = { FONT, 1, PANGO_WEIGHT_NORMAL, 4, 16 },
  [RUB_BLOCK_STEP] = { FONT, 1, PANGO_WEIGHT_NORMAL, 4, 20 },
  [RUB_BLOCK_VERDICT] = { FONT, 1, PANGO_WEIGHT_BOLD, 7, 5 },
  [RUB_BLOCK_SOURCE] = { HEAD_FONT, 0.78, PANGO_WEIGHT_NORMAL, 4, 16 },
  [RUB_BLOCK_QUOTE] = { FONT, 1, PANGO_WEIGHT_NORMAL, 7, 16 },
  [RUB_BLOCK_CODE] = { CODE_FONT, 0.85, PANGO_WEIGHT_NORMAL, 7, 10 },
  [RUB_BLOCK_PICTURE] = { HEAD_FONT, 0.85, PANGO_WEIGHT_NORMAL, 7, 0 },
  [RUB_BLOCK_TABLE] = { HEAD_FONT, 0.85, PANGO_WEIGHT_NORMAL, 4, 0 },
};

static void
clear_cell (gpointer cell)
{
  g_clear_object (&((RubPrintCell *) cell)->layout);
}

static RubPrintPiece *
create (void)
{
  RubPrintPiece *self = g_new0 (RubPrintPiece, 1);

  self->cells = g_array_new (FALSE, FALSE, sizeof (RubPrintCell));
  g_array_set_clear_func (self->cells, clear_cell);

  return self;
}

void
rub_print_piece_free (RubPrintPiece *self)
{
  g_return_if_fail (self != NULL);

  g_clear_object (&self->layout);
  g_array_unref (self->cells);
  g_free (self);
}

static gboolean
is_rtl (PangoContext *context)
{
  return pango_context_get_base_dir (context) == PANGO_DIRECTION_RTL;
}

static PangoLayout *
lay_out (PangoContext *context, const char *text, const Style *style, double width)
{
  PangoLayout *layout = pango_layout_new (context);
  g_autoptr (PangoFontDescription) font = pango_font_description_from_string (style->font);

  pango_font_description_set_absolute_size (font, TEXT_PT * style->scale * PANGO_SCALE);
  pango_font_description_set_weight (font, style->weight);
  pango_layout_set_font_description (layout, font);
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_width (layout, width < 0 ? -1 : (int) (width * PANGO_SCALE));
  pango_layout_set_text (layout, text, -1);

  return layout;
}

PangoLayout *
rub_print_piece_lay_out (PangoContext *context, const char *text, double scale)
{
  Style style = { HEAD_FONT, scale, PANGO_WEIGHT_NORMAL, 0, 0 };

  g_return_val_if_fail (PANGO_IS_CONTEXT (context), NULL);
  g_return_val_if_fail (text != NULL, NULL);

  return lay_out (context, text, &style, -1);
}

static PangoAttribute *
create_attribute (RubSpanKind kind)
{
  switch (kind)
    {
    case RUB_SPAN_EMPHASIS:
      return pango_attr_style_new (PANGO_STYLE_ITALIC);
    case RUB_SPAN_CODE:
      return pango_attr_family_new (CODE_FONT);
    case RUB_SPAN_STRONG:
    case RUB_SPAN_LABEL:
      return pango_attr_weight_new (PANGO_WEIGHT_BOLD);
    case RUB_SPAN_LINK:
    case RUB_SPAN_N_KINDS:
    default:
      return NULL;
    }
}

static void
mark_spans (PangoLayout *layout, const RubBlockFields *fields)
{
  PangoAttrList *attributes = pango_attr_list_new ();

  for (gsize i = 0; i < fields->n_spans; i++)
    {
      PangoAttribute *attribute = create_attribute (fields->spans[i].kind);

      if (attribute == NULL)
        continue;
      attribute->start_index = (guint) fields->spans[i].start;
      attribute->end_index = (guint) fields->spans[i].end;
      pango_attr_list_insert (attributes, attribute);
    }
  pango_layout_set_attributes (layout, attributes);
  pango_attr_list_unref (attributes);
}

static void
add_cell (RubPrintPiece *self, PangoLayout *layout, double x)
{
  RubPrintCell cell = { layout, x };

  g_array_append_val (self->cells, cell);
}

/* A bullet stands in the indent, on the side where lines start. */
static void
add_bullet (RubPrintPiece *self, PangoContext *context, const RubBlockFields *fields,
            double width)
{
  g_autofree char *text = NULL;
  PangoLayout *layout;
  int bullet_width;

  if (fields->kind == RUB_BLOCK_ITEM)
    text = g_strdup ("•");
  else if (fields->kind == RUB_BLOCK_STEP)
    text = g_strdup_printf ("%d.", fields->number);
  else
    return;

  layout = lay_out (context, text, &styles[fields->kind], -1);
  pango_layout_get_size (layout, &bullet_width, NULL);
  add_cell (self, layout, is_rtl (context) ? width - (double) bullet_width / PANGO_SCALE : 0);
}

static RubPrintPiece *
create_text (PangoContext *context, double width, const char *text, const Style *style)
{
  RubPrintPiece *self = create ();

  self->layout = lay_out (context, text, style, width - style->indent);
  self->x = is_rtl (context) ? 0 : style->indent;
  self->above = style->above;

  return self;
}

void
rub_print_piece_add_title (GPtrArray *pieces, PangoContext *context, double width,
                           RubArticle *article)
{
  g_autofree char *byline = NULL;
  const char *parts[4] = { 0 };
  int n_parts = 0;
  RubPrintPiece *title, *line;

  g_return_if_fail (pieces != NULL);
  g_return_if_fail (PANGO_IS_CONTEXT (context));
  g_return_if_fail (RUB_IS_ARTICLE (article));

  title = create_text (context, width, rub_article_get_title (article), &title_style);
  title->keeps_next = TRUE;
  g_ptr_array_add (pieces, title);

  if (rub_article_get_author (article) != NULL)
    parts[n_parts++] = rub_article_get_author (article);
  if (rub_article_get_date (article) != NULL)
    parts[n_parts++] = rub_article_get_date (article);
  if (rub_article_get_address (article) != NULL)
    parts[n_parts++] = rub_article_get_address (article);
  if (n_parts == 0)
    return;

  byline = g_strjoinv (" · ", (char **) parts);
  line = create_text (context, width, byline, &byline_style);
  line->keeps_next = TRUE;
  g_ptr_array_add (pieces, line);
}

/* Cells of a row stand in columns of one width. */
static RubPrintPiece *
create_row (PangoContext *context, double width, char **texts, guint n_columns, gboolean is_head)
{
  Style style = styles[RUB_BLOCK_TABLE];
  RubPrintPiece *self = create ();
  double column = (width - GAP_PT * (n_columns - 1)) / n_columns;

  style.weight = is_head ? PANGO_WEIGHT_BOLD : style.weight;
  for (guint i = 0; i < n_columns && texts[i] != NULL; i++)
    {
      guint place = is_rtl (context) ? n_columns - 1 - i : i;

      add_cell (self, lay_out (context, texts[i], &style, column), place * (column + GAP_PT));
    }
  self->above = style.above;
  self->is_head = is_head;
  self->keeps_next = is_head;

  return self;
}

static void
add_table (GPtrArray *pieces, PangoContext *context, double width, const char *text)
{
  g_auto (GStrv) rows = g_strsplit (text, "\n", -1);
  guint n_columns = 1;

  for (guint i = 0; rows[i] != NULL; i++)
    {
      g_auto (GStrv) cells = g_strsplit (rows[i], "\t", -1);

      n_columns = MAX (n_columns, g_strv_length (cells));
    }
  for (guint i = 0; rows[i] != NULL; i++)
    {
      g_auto (GStrv) cells = g_strsplit (rows[i], "\t", -1);

      if (cells[0] != NULL)
        g_ptr_array_add (pieces,
                         create_row (context, width, cells, n_columns, i == 0 && rows[1] != NULL));
    }
}

/* On paper nothing can be clicked: a source tells where it is. */
static char *
tell_source (const RubBlockFields *fields)
{
  GString *told = g_string_new (fields->text);

  for (gsize i = 0; i < fields->n_spans; i++)
    {
      const char *target = fields->spans[i].target;

      if (target == NULL)
        continue;
      if (g_str_has_prefix (target, DOI_PREFIX))
        g_string_append_printf (told, ". doi:%s", target + strlen (DOI_PREFIX));
      else
        g_string_append_printf (told, ". %s", target);
    }

  return g_string_free (told, FALSE);
}

void
rub_print_piece_add_block (GPtrArray *pieces, PangoContext *context, double width,
                           RubBlock *block)
{
  const RubBlockFields *fields = rub_block_get_fields (block);
  const Style *style = &styles[fields->kind];
  g_autofree char *text = NULL;
  RubPrintPiece *self;

  g_return_if_fail (pieces != NULL);
  g_return_if_fail (PANGO_IS_CONTEXT (context));

  /* What is to be pressed, and the runner's own figures, which change, are not for paper. */
  if (fields->kind == RUB_BLOCK_LINK || fields->kind == RUB_BLOCK_CARD || fields->text[0] == '\0')
    return;
  if (fields->kind == RUB_BLOCK_TABLE)
    {
      add_table (pieces, context, width, fields->text);
      return;
    }

  if (fields->kind == RUB_BLOCK_HEADING)
    style = &heading_styles[fields->level - RUB_HEADING_MIN_LEVEL];
  text = fields->kind == RUB_BLOCK_SOURCE ? tell_source (fields) : g_strdup (fields->text);
  self = create_text (context, width, text, style);
  self->keeps_next = fields->kind == RUB_BLOCK_HEADING || fields->kind == RUB_BLOCK_VERDICT;
  self->is_quote = fields->kind == RUB_BLOCK_QUOTE;
  if (fields->kind == RUB_BLOCK_VERDICT && fields->n_spans > 0
      && fields->spans[0].kind == RUB_SPAN_LABEL)
    self->label_length = (int) fields->spans[0].end;
  mark_spans (self->layout, fields);
  add_bullet (self, context, fields, width);
  g_ptr_array_add (pieces, self);
}

static double
get_height (PangoLayout *layout)
{
  int height;

  pango_layout_get_size (layout, NULL, &height);

  return (double) height / PANGO_SCALE;
}

GArray *
rub_print_piece_list_heights (RubPrintPiece *self)
{
  GArray *heights = g_array_new (FALSE, FALSE, sizeof (double));
  PangoLayoutIter *iter;
  double height = 0;

  g_return_val_if_fail (self != NULL, heights);

  if (self->layout == NULL)
    {
      for (guint i = 0; i < self->cells->len; i++)
        height = MAX (height, get_height (g_array_index (self->cells, RubPrintCell, i).layout));
      g_array_append_val (heights, height);
      return heights;
    }

  iter = pango_layout_get_iter (self->layout);
  do
    {
      PangoRectangle area;

      pango_layout_iter_get_line_extents (iter, NULL, &area);
      height = RUB_PRINT_LEADING * area.height / PANGO_SCALE;
      g_array_append_val (heights, height);
    }
  while (pango_layout_iter_next_line (iter));
  pango_layout_iter_free (iter);

  return heights;
}
