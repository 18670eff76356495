/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "rub-print-job.h"

#include <glib/gi18n.h>

#include "rub-print-draw.h"

/* Around the text, in points, and below it for the number of the page. */
#define MARGIN_PT 54
#define FOOT_PT 24
/* However small the paper is. */
#define LEAST_PT 72
#define SMALL 0.75
/* How long one bit of the work may take. */
#define SLICE_US 4000

struct _RubPrintJob
{
  double width; /* of the text */
  double foot_y;
  guint next_block; /* to be laid out */
  guint n_added;    /* pieces on pages */

  /* Owned */
  RubArticle *article;
  PangoContext *context;
  GPtrArray *pieces; /* of RubPrintPiece */
  RubPrintPages *pages;
};

/* An article may be in another language than the desktop. */
static PangoDirection
find_direction (RubPrintJob *self)
{
  g_autoptr (PangoLayout) title
    = rub_print_piece_lay_out (self->context, rub_article_get_title (self->article), SMALL);

  return pango_layout_get_direction (title, 0);
}

RubPrintJob *
rub_print_job_new (RubArticle *article, PangoContext *context, double width, double height)
{
  RubPrintJob *self;

  g_return_val_if_fail (RUB_IS_ARTICLE (article), NULL);
  g_return_val_if_fail (PANGO_IS_CONTEXT (context), NULL);

  self = g_new0 (RubPrintJob, 1);
  self->article = g_object_ref (article);
  self->context = context;
  pango_context_set_round_glyph_positions (context, FALSE);
  pango_context_set_base_dir (context, find_direction (self));
  self->width = MAX (LEAST_PT, width - 2 * MARGIN_PT);
  self->foot_y = MAX (LEAST_PT + FOOT_PT, height - 2 * MARGIN_PT);
  self->pieces = g_ptr_array_new_with_free_func ((GDestroyNotify) rub_print_piece_free);
  self->pages = rub_print_pages_new (self->foot_y - FOOT_PT);
  rub_print_piece_add_title (self->pieces, context, self->width, article);

  return self;
}

void
rub_print_job_free (RubPrintJob *self)
{
  g_return_if_fail (self != NULL);

  g_object_unref (self->article);
  g_object_unref (self->context);
  g_ptr_array_unref (self->pieces);
  rub_print_pages_free (self->pages);
  g_free (self);
}

static void
add_pieces (RubPrintJob *self)
{
  while (self->n_added < self->pieces->len)
    {
      RubPrintPiece *piece = self->pieces->pdata[self->n_added++];
      g_autoptr (GArray) heights = rub_print_piece_list_heights (piece);

      rub_print_pages_add (self->pages, piece->above, (const double *) (gpointer) heights->data,
                           heights->len, piece->keeps_next);
    }
}

gboolean
rub_print_job_step (RubPrintJob *self)
{
  gint64 deadline_us = g_get_monotonic_time () + SLICE_US;
  guint n_blocks;

  g_return_val_if_fail (self != NULL, FALSE);

  n_blocks = rub_article_get_n_blocks (self->article);
  while (self->next_block < n_blocks && g_get_monotonic_time () < deadline_us)
    {
      RubBlock *block = rub_article_get_block (self->article, self->next_block++);

      rub_print_piece_add_block (self->pieces, self->context, self->width, block);
      /* Pango does the work when it is asked for the lines. */
      add_pieces (self);
    }
  if (self->next_block < n_blocks)
    return TRUE;

  add_pieces (self);
  rub_print_pages_finish (self->pages);

  return FALSE;
}

guint
rub_print_job_get_n_pages (RubPrintJob *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return rub_print_pages_get_n_pages (self->pages);
}

/* @x_align: 0 for the left, 1 for the right. */
static void
draw_small (RubPrintJob *self, cairo_t *cr, const char *text, double y, double x_align)
{
  g_autoptr (PangoLayout) layout = rub_print_piece_lay_out (self->context, text, SMALL);
  int width;

  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  pango_layout_get_size (layout, &width, NULL);
  if (width > self->width * PANGO_SCALE)
    {
      width = (int) (self->width * PANGO_SCALE);
      pango_layout_set_width (layout, width);
    }
  cairo_move_to (cr, x_align * (self->width - (double) width / PANGO_SCALE), y);
  cairo_set_source_rgb (cr, 0.3, 0.3, 0.3);
  pango_cairo_show_layout (cr, layout);
}

/* The title runs over all pages but the first, which has it large. */
static void
draw_frame (RubPrintJob *self, cairo_t *cr, guint page)
{
  gboolean is_rtl = pango_context_get_base_dir (self->context) == PANGO_DIRECTION_RTL;
  /* Translators: a page of a print and how many there are, such as "2 of 7". */
  g_autofree char *number
    = g_strdup_printf (C_ ("page", "%u of %u"), page + 1, rub_print_job_get_n_pages (self));

  if (page > 0)
    draw_small (self, cr, rub_article_get_title (self->article), -FOOT_PT, is_rtl ? 1 : 0);
  draw_small (self, cr, number, self->foot_y - FOOT_PT / 2.0, is_rtl ? 0 : 1);
}

void
rub_print_job_draw (RubPrintJob *self, cairo_t *cr, guint page)
{
  const RubPrintRun *runs;
  guint n_runs;

  g_return_if_fail (self != NULL);
  g_return_if_fail (cr != NULL);
  g_return_if_fail (page < rub_print_job_get_n_pages (self));

  runs = rub_print_pages_get_runs (self->pages, page, &n_runs);
  cairo_save (cr);
  cairo_translate (cr, MARGIN_PT, MARGIN_PT);
  draw_frame (self, cr, page);
  for (guint i = 0; i < n_runs; i++)
    rub_print_draw_run (cr, self->pieces->pdata[runs[i].piece], &runs[i], self->width);
  cairo_restore (cr);
}
