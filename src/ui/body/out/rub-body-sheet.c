/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "rub-body-sheet.h"

#include <glib/gi18n-lib.h>

#include "rub-body-paint.h"
#include "rub-map-labels.h"
#include "rub-sheet-legend.h"
#include "rub-sheet-writer.h"

/* Sizes of letters. */
#define TITLE_SIZE 34.0
#define HEADING_SIZE 19.0
#define NUMBER_SIZE 11.0

/* The soles are drawn larger than they are on the same body. */
#define SOLES_RATIO 1.35
#define FIGURE_GAP 44.0
#define MAX_SCALE 0.78
#define MIN_SCALE 0.42

#define SECTION_GAP 26.0
#define COLUMN_GAP 40.0
#define N_COLUMNS 2
#define COLUMN_WIDTH ((RUB_SHEET_CONTENT_WIDTH - COLUMN_GAP * (N_COLUMNS - 1)) / N_COLUMNS)

typedef struct
{
  RubBox box;
  double scale;
  gboolean is_mirrored;
} Figure;

struct _RubBodySheet
{
  double height;
  double y; /* down to where it is filled */

  /* Owned */
  RubBodyPicture *picture;
  RubSheetWriter *writer;
  Figure figures[RUB_N_BODY_VIEWS];
};

static const RubBodyPictureFields *
get_fields (RubBodySheet *self)
{
  return rub_body_picture_get_fields (self->picture);
}

static RubBodyMarksKind
get_kind (RubBodySheet *self)
{
  return rub_body_marks_get_kind (get_fields (self)->marks);
}

/* A paragraph over the whole width. */
static void
add_text (RubBodySheet *self, const char *text, double size, PangoWeight weight, double alpha)
{
  PangoLayout *layout =
      rub_sheet_writer_create (self->writer, text, size, weight, RUB_SHEET_CONTENT_WIDTH);

  self->y += rub_sheet_writer_put (self->writer, layout, RUB_SHEET_MARGIN, self->y, alpha);
}

static const RubBox *
get_bounds (RubBodySheet *self, int view)
{
  return rub_outline_get_bounds (rub_body_get_drawing (get_fields (self)->body, view)->silhouette);
}

static double
get_ratio (int view)
{
  return view == RUB_BODY_VIEW_SOLES ? SOLES_RATIO : 1;
}

static double
get_natural_scale (RubBodySheet *self)
{
  double width = 0;

  for (int i = 0; i < RUB_N_BODY_VIEWS; i++)
    width += get_bounds (self, i)->width * get_ratio (i);

  return MIN (MAX_SCALE, (RUB_SHEET_CONTENT_WIDTH - FIGURE_GAP * (RUB_N_BODY_VIEWS - 1)) / width);
}

static double
get_figures_height (RubBodySheet *self, double scale)
{
  double height = 0;

  for (int i = 0; i < RUB_N_BODY_VIEWS; i++)
    height = MAX (height, get_bounds (self, i)->height * get_ratio (i) * scale);

  return height;
}

/* The person's own sides, one in the middle of each half of the column that a figure has. */
static double
put_sides (RubBodySheet *self, int view, double x, double y, double width)
{
  gboolean is_mirrored = view == RUB_BODY_VIEW_FRONT && get_fields (self)->is_mirrored;
  /* One meets the front as one meets another person: their left is on the right. */
  gboolean is_met = view == RUB_BODY_VIEW_FRONT && !is_mirrored;
  const char *left = C_ ("side of the body", "Left"), *right = C_ ("side of the body", "Right");
  const char *words[] = { is_met ? right : left, is_met ? left : right };
  double height = 0, put;

  for (int i = 0; i < 2; i++)
    {
      PangoLayout *layout = rub_sheet_writer_create (self->writer, words[i], RUB_SHEET_TEXT,
                                                     PANGO_WEIGHT_BOLD, width / 2 - 6);

      pango_layout_set_alignment (layout, PANGO_ALIGN_CENTER);
      put = rub_sheet_writer_put (self->writer, layout, x + i * (width / 2 + 3), y, 1);
      height = MAX (height, put);
    }

  return height;
}

static double
put_view_title (RubBodySheet *self, int view, double x, double y, double width)
{
  gboolean is_mirrored = view == RUB_BODY_VIEW_FRONT && get_fields (self)->is_mirrored;
  const char *title = is_mirrored ? C_ ("view of the body", "Front, as in a mirror")
                                  : rub_body_view_get_name (view);
  PangoLayout *layout =
      rub_sheet_writer_create (self->writer, title, RUB_SHEET_SMALL, PANGO_WEIGHT_NORMAL, width);

  pango_layout_set_alignment (layout, PANGO_ALIGN_CENTER);

  return rub_sheet_writer_put (self->writer, layout, x, y, RUB_SHEET_DIM);
}

static void
add_figures (RubBodySheet *self, double scale)
{
  double used = FIGURE_GAP * (RUB_N_BODY_VIEWS - 1), x, title = 0, sides = 0;
  double widths[RUB_N_BODY_VIEWS];

  for (int i = 0; i < RUB_N_BODY_VIEWS; i++)
    used += widths[i] = get_bounds (self, i)->width * get_ratio (i) * scale;

  x = (RUB_SHEET_WIDTH - used) / 2;
  for (int i = 0; i < RUB_N_BODY_VIEWS; i++)
    {
      double height = put_view_title (self, i, x, self->y, widths[i]);

      title = MAX (title, height);
      x += widths[i] + FIGURE_GAP;
    }

  self->y += title + 2;
  x = (RUB_SHEET_WIDTH - used) / 2;
  for (int i = 0; i < RUB_N_BODY_VIEWS; i++)
    {
      double height = put_sides (self, i, x, self->y, widths[i]);

      sides = MAX (sides, height);
      self->figures[i] = (Figure){
        .box = { x, 0, widths[i], get_bounds (self, i)->height * get_ratio (i) * scale },
        .scale = scale * get_ratio (i),
        .is_mirrored = i == RUB_BODY_VIEW_FRONT && get_fields (self)->is_mirrored,
      };
      x += widths[i] + FIGURE_GAP;
    }

  self->y += sides + 8;
  for (int i = 0; i < RUB_N_BODY_VIEWS; i++)
    self->figures[i].box.y = self->y;
  self->y += get_figures_height (self, scale);
}

/* The words of one line of the list, or NULL. */
static PangoLayout *
create_line_layout (RubBodySheet *self, const char *text, gboolean is_note)
{
  PangoLayout *layout;

  if (text == NULL)
    return NULL;

  layout = rub_sheet_writer_create (self->writer, text, is_note ? RUB_SHEET_SMALL : RUB_SHEET_TEXT,
                                    PANGO_WEIGHT_NORMAL,
                                    COLUMN_WIDTH - RUB_SHEET_FIELD_WIDTH - RUB_SHEET_FIELD_SPACE);
  if (is_note)
    {
      pango_layout_set_height (layout, -4);
      pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
    }

  return layout;
}

static double
measure_line (RubBodySheet *self, const RubBodyPictureLine *line)
{
  g_autoptr (PangoLayout) text = create_line_layout (self, line->text, FALSE);
  g_autoptr (PangoLayout) note = create_line_layout (self, line->note, TRUE);
  double height = MAX (RUB_SHEET_FIELD_HEIGHT, rub_sheet_layout_get_height (text));

  return height + (note != NULL ? rub_sheet_layout_get_height (note) : 0) + RUB_SHEET_LINE_GAP;
}

static double
get_column_x (RubBodySheet *self, int column)
{
  return RUB_SHEET_MARGIN + column * (COLUMN_WIDTH + COLUMN_GAP);
}

static void
put_line (RubBodySheet *self, const RubBodyPictureLine *line, int column, double y)
{
  const double indent = RUB_SHEET_FIELD_WIDTH + RUB_SHEET_FIELD_SPACE;
  double x = get_column_x (self, column), width = COLUMN_WIDTH - indent;
  double left = rub_sheet_writer_get_left (self->writer, x + indent, width);
  PangoLayout *text = create_line_layout (self, line->text, FALSE);
  PangoLayout *note = create_line_layout (self, line->note, TRUE);
  double height = rub_sheet_layout_get_height (text);
  double down = MAX (0, (RUB_SHEET_FIELD_HEIGHT - height) / 2);
  RubRegionLook look = line->look;

  rub_sheet_writer_put_field (
      self->writer, &look, rub_sheet_writer_get_left (self->writer, x, RUB_SHEET_FIELD_WIDTH), y);
  rub_sheet_writer_put (self->writer, text, left, y + down, 1);
  if (note != NULL)
    rub_sheet_writer_put (self->writer, note, left, y + MAX (RUB_SHEET_FIELD_HEIGHT, height),
                          RUB_SHEET_DIM);
}

static void
put_rest (RubBodySheet *self, guint n_left, int column, double y)
{
  g_autofree char *text = g_strdup_printf (ngettext ("and %u more", "and %u more", n_left), n_left);
  PangoLayout *layout = rub_sheet_writer_create (self->writer, text, RUB_SHEET_TEXT,
                                                 PANGO_WEIGHT_NORMAL, COLUMN_WIDTH);

  rub_sheet_writer_put (
      self->writer, layout,
      rub_sheet_writer_get_left (self->writer, get_column_x (self, column), COLUMN_WIDTH), y,
      RUB_SHEET_DIM);
}

/* Down one column after the other, each at most @limit high. */
static void
add_list (RubBodySheet *self, const double *heights, double limit)
{
  GPtrArray *lines = rub_body_picture_get_lines (self->picture);
  double y = 0, lowest = 0;
  int column = 0;

  for (guint i = 0; i < lines->len; i++)
    {
      gboolean is_last = i + 1 == lines->len;
      double rest = is_last || column + 1 < N_COLUMNS ? 0 : RUB_SHEET_FIELD_HEIGHT;

      if (y > 0 && column + 1 < N_COLUMNS && y + heights[i] > limit)
        {
          column++;
          y = 0;
          rest = is_last ? 0 : RUB_SHEET_FIELD_HEIGHT;
        }
      if (y + heights[i] + rest > limit + 0.5 && column + 1 == N_COLUMNS)
        {
          put_rest (self, lines->len - i, column, self->y + y);
          lowest = MAX (lowest, y + RUB_SHEET_FIELD_HEIGHT);
          break;
        }
      put_line (self, g_ptr_array_index (lines, i), column, self->y + y);
      y += heights[i];
      lowest = MAX (lowest, y);
    }
  self->y += lowest;
}

/* The least height of columns that hold all lines. */
static double
balance (const double *heights, guint n_lines)
{
  double least = 0, tallest = 0, sum = 0;

  for (guint i = 0; i < n_lines; i++)
    sum += heights[i];
  tallest = sum;
  for (guint i = 0; i <= n_lines; i++)
    {
      if (MAX (least, sum - least) < tallest)
        tallest = MAX (least, sum - least);
      if (i < n_lines)
        least += heights[i];
    }

  return tallest;
}

static PangoLayout *
create_footer (RubBodySheet *self)
{
  g_autofree char *text =
      g_strdup_printf ("%s\n%s", _ ("Left and right are those of the person shown."),
                       _ ("Made with Rubdown. Not a diagnosis."));

  return rub_sheet_writer_create (self->writer, text, RUB_SHEET_SMALL, PANGO_WEIGHT_NORMAL,
                                  RUB_SHEET_CONTENT_WIDTH);
}

static PangoLayout *
create_heading (RubBodySheet *self)
{
  const char *text = rub_body_picture_get_lines (self->picture)->len == 0 ? _ ("Nothing sore")
                     : get_kind (self) == RUB_BODY_MARKS_CHANGE
                         ? C_ ("regions of the body", "Changed")
                         : C_ ("regions of the body", "Sore");

  return rub_sheet_writer_create (self->writer, text, HEADING_SIZE, PANGO_WEIGHT_BOLD,
                                  RUB_SHEET_CONTENT_WIDTH);
}

/* How large the figures can be when everything else has what it needs. */
static double
find_scale (RubBodySheet *self, double others)
{
  double scale = get_natural_scale (self);
  double room = self->height - others;

  if (self->height <= 0)
    return scale;

  return CLAMP (room / get_figures_height (self, 1), MIN_SCALE, scale);
}

static void
lay_out (RubBodySheet *self)
{
  GPtrArray *lines = rub_body_picture_get_lines (self->picture);
  g_autofree double *heights = g_new0 (double, lines->len + 1);
  PangoLayout *heading = create_heading (self), *footer = create_footer (self);
  double below = rub_sheet_layout_get_height (footer) + SECTION_GAP + RUB_SHEET_MARGIN, list,
         others;

  for (guint i = 0; i < lines->len; i++)
    heights[i] = measure_line (self, g_ptr_array_index (lines, i));
  list = balance (heights, lines->len);

  self->y = RUB_SHEET_MARGIN;
  add_text (self, get_fields (self)->title, TITLE_SIZE, PANGO_WEIGHT_BOLD, 1);
  add_text (self, get_fields (self)->when, RUB_SHEET_TEXT, PANGO_WEIGHT_NORMAL, RUB_SHEET_DIM);
  self->y += SECTION_GAP;
  /* Two lines above the figures, up to three of the legend, the heading and the list. */
  others = self->y + 2 * (RUB_SHEET_TEXT * 1.6) + 3 * (RUB_SHEET_FIELD_HEIGHT + RUB_SHEET_LINE_GAP)
           + 2 * SECTION_GAP + rub_sheet_layout_get_height (heading) + RUB_SHEET_LINE_GAP + list
           + below;
  add_figures (self, find_scale (self, others));
  self->y += SECTION_GAP;
  self->y = rub_sheet_legend_put (self->writer, get_kind (self), self->y);
  self->y += SECTION_GAP;
  self->y += rub_sheet_writer_put (self->writer, heading, RUB_SHEET_MARGIN, self->y, 1)
             + RUB_SHEET_LINE_GAP;
  if (self->height > 0)
    list = MIN (list, self->height - below - self->y);
  add_list (self, heights, list);
  if (self->height <= 0)
    self->height = self->y + below;
  rub_sheet_writer_put (self->writer, footer, RUB_SHEET_MARGIN, self->height - below + SECTION_GAP,
                        RUB_SHEET_DIM);
}

RubBodySheet *
rub_body_sheet_new (RubBodyPicture *picture, double height)
{
  RubBodySheet *self;

  g_return_val_if_fail (RUB_IS_BODY_PICTURE (picture), NULL);
  g_return_val_if_fail (height >= 0, NULL);

  self = g_new0 (RubBodySheet, 1);
  self->picture = g_object_ref (picture);
  self->height = height;
  self->writer =
      rub_sheet_writer_new (get_fields (self)->is_right_to_left, get_fields (self)->has_patterns);
  lay_out (self);

  return self;
}

void
rub_body_sheet_free (RubBodySheet *self)
{
  g_return_if_fail (self != NULL);

  rub_sheet_writer_free (self->writer);
  g_object_unref (self->picture);
  g_free (self);
}

double
rub_body_sheet_get_height (RubBodySheet *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->height;
}

static RubPoint
to_sheet (const Figure *figure, const RubBox *bounds, RubPoint point)
{
  double x = (point.x - bounds->x) * figure->scale;

  return (RubPoint){
    figure->box.x + (figure->is_mirrored ? figure->box.width - x : x),
    figure->box.y + (point.y - bounds->y) * figure->scale,
  };
}

static RubRegionLook
get_look (RubBodySheet *self, RubRegion *region)
{
  RubRegionLook look = rub_region_look_for_marks (get_fields (self)->marks, region);

  look.has_pattern = get_fields (self)->has_patterns;
  look.has_fibres = TRUE;

  return look;
}

/* Marked ones over the others, whose lines would cover theirs. */
static void
paint_regions (RubBodySheet *self, int view, cairo_t *cr, const RubBodyTheme *theme)
{
  const RubBodyDrawing *drawing = rub_body_get_drawing (get_fields (self)->body, view);

  rub_body_paint_silhouette (cr, drawing->silhouette, theme);
  for (int layer = 0; layer < 2; layer++)
    for (guint i = 0; i < drawing->regions->len; i++)
      {
        RubRegion *region = g_ptr_array_index (drawing->regions, i);
        RubRegionLook look = get_look (self, region);

        if (rub_region_look_is_marked (&look) == (layer == 1))
          rub_body_paint_region (cr, &drawing->shapes[i], rub_region_get_kind (region), &look,
                                 theme);
      }
}

static void
paint_numbers (RubBodySheet *self, int view, cairo_t *cr, const RubBodyTheme *theme)
{
  const RubBodyDrawing *drawing = rub_body_get_drawing (get_fields (self)->body, view);
  const Figure *figure = &self->figures[view];
  g_autofree RubMapLabel *labels = g_new0 (RubMapLabel, drawing->regions->len);
  g_autoptr (RubMapLabels) placed = rub_map_labels_new ();

  for (guint i = 0; i < drawing->regions->len; i++)
    {
      RubRegion *region = g_ptr_array_index (drawing->regions, i);
      RubPoint label = drawing->shapes[i].label;

      labels[i].place = to_sheet (figure, get_bounds (self, view), label);
      labels[i].room =
          rub_outline_get_distance (drawing->shapes[i].outline, label.x, label.y) * figure->scale;
      labels[i].kind = rub_region_get_kind (region);
      labels[i].look = get_look (self, region);
    }
  rub_map_labels_set (placed, labels, drawing->regions->len, theme, NUMBER_SIZE,
                      figure->scale);
  rub_map_labels_paint (placed, rub_sheet_writer_get_context (self->writer), cr);
}

static void
paint_figure (RubBodySheet *self, int view, cairo_t *cr, const RubBodyTheme *theme)
{
  const Figure *figure = &self->figures[view];
  const RubBox *bounds = get_bounds (self, view);

  cairo_save (cr);
  cairo_translate (cr, figure->box.x, figure->box.y);
  if (figure->is_mirrored)
    {
      cairo_translate (cr, figure->box.width, 0);
      cairo_scale (cr, -1, 1);
    }
  cairo_scale (cr, figure->scale, figure->scale);
  cairo_translate (cr, -bounds->x, -bounds->y);
  paint_regions (self, view, cr, theme);
  cairo_restore (cr);
  paint_numbers (self, view, cr, theme);
}

static void
paint_all (RubBodySheet *self, cairo_t *cr)
{
  const RubBodyTheme *theme = rub_body_theme_get (FALSE, FALSE);

  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  for (int i = 0; i < RUB_N_BODY_VIEWS; i++)
    paint_figure (self, i, cr, theme);
  rub_sheet_writer_paint (self->writer, cr, theme);
}

cairo_surface_t *
rub_body_sheet_record (RubBodySheet *self)
{
  cairo_rectangle_t extents = { 0, 0, RUB_SHEET_WIDTH, 0 };
  cairo_surface_t *recording;
  cairo_t *cr;

  g_return_val_if_fail (self != NULL, NULL);

  extents.height = self->height;
  recording = cairo_recording_surface_create (CAIRO_CONTENT_COLOR_ALPHA, &extents);
  cr = cairo_create (recording);
  paint_all (self, cr);
  cairo_destroy (cr);

  return recording;
}

guint
rub_body_sheet_get_n_words (RubBodySheet *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return rub_sheet_writer_get_n_words (self->writer);
}

const char *
rub_body_sheet_get_word (RubBodySheet *self, guint index, RubBox *box)
{
  g_return_val_if_fail (self != NULL, NULL);

  return rub_sheet_writer_get_word (self->writer, index, box);
}

RubBox
rub_body_sheet_get_figure (RubBodySheet *self, RubBodyView view)
{
  g_return_val_if_fail (self != NULL, ((RubBox){ 0 }));
  g_return_val_if_fail ((int) view >= 0 && view < RUB_N_BODY_VIEWS, ((RubBox){ 0 }));

  return self->figures[view].box;
}
