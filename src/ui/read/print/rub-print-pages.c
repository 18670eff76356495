/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "rub-print-pages.h"

/* Lines of a piece that stay together at its start and at its end. */
#define MIN_LINES 2
/* Heights are sums of many numbers. */
#define SLACK 0.01

typedef struct
{
  double above;
  double *heights; /* owned */
  guint n_lines;
  guint index;
} Piece;

struct _RubPrintPages
{
  double height;
  double y;       /* where the last page is filled up to */
  guint n_pieces; /* that were added */

  /* Owned */
  GArray *waiting;  /* of Piece: they keep their next, which is not there yet */
  GPtrArray *pages; /* of GArray of RubPrintRun */
};

static void
clear_piece (gpointer piece)
{
  g_free (((Piece *) piece)->heights);
}

static void
start_page (RubPrintPages *self)
{
  g_ptr_array_add (self->pages, g_array_new (FALSE, FALSE, sizeof (RubPrintRun)));
  self->y = 0;
}

RubPrintPages *
rub_print_pages_new (double height)
{
  RubPrintPages *self;

  g_return_val_if_fail (height > 0, NULL);

  self = g_new0 (RubPrintPages, 1);
  self->height = height;
  self->waiting = g_array_new (FALSE, FALSE, sizeof (Piece));
  g_array_set_clear_func (self->waiting, clear_piece);
  self->pages = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  start_page (self);

  return self;
}

void
rub_print_pages_free (RubPrintPages *self)
{
  g_return_if_fail (self != NULL);

  g_array_unref (self->waiting);
  g_ptr_array_unref (self->pages);
  g_free (self);
}

static double
sum (const Piece *piece, guint first, guint n_lines)
{
  double height = 0;

  for (guint i = first; i < first + n_lines; i++)
    height += piece->heights[i];

  return height;
}

/* Returns: how many lines of @piece must stay at its start, with all when it is short. */
static guint
count_start (const Piece *piece)
{
  return piece->n_lines < 2 * MIN_LINES ? piece->n_lines : MIN_LINES;
}

/* Returns: how many lines of @piece from @first on are put on this page. */
static guint
count_fitting (RubPrintPages *self, const Piece *piece, guint first, double y)
{
  guint n_left = piece->n_lines - first;
  guint n_fitting = 0;

  while (n_fitting < n_left
         && y + sum (piece, first, n_fitting + 1) <= self->height + SLACK)
    n_fitting++;
  if (n_fitting == n_left)
    return n_left;

  /* The end of it comes to the next page with a line more. */
  if (n_left - n_fitting < MIN_LINES)
    n_fitting = n_left > MIN_LINES ? n_left - MIN_LINES : 0;
  if (first == 0 && n_fitting < count_start (piece))
    n_fitting = 0;

  return n_fitting;
}

static void
put_run (RubPrintPages *self, const Piece *piece, guint first, guint n_lines, double y)
{
  RubPrintRun run = { piece->index, first, n_lines, y };

  g_array_append_val (g_ptr_array_index (self->pages, self->pages->len - 1), run);
  self->y = y + sum (piece, first, n_lines);
}

static void
put_piece (RubPrintPages *self, const Piece *piece)
{
  guint first = 0;

  while (first < piece->n_lines)
    {
      double y = self->y > 0 && first == 0 ? self->y + piece->above : self->y;
      guint n_lines = count_fitting (self, piece, first, y);

      /* What does not even fit a page of its own is cut. */
      if (n_lines == 0 && self->y <= 0)
        n_lines = 1;
      if (n_lines > 0)
        put_run (self, piece, first, n_lines, y);
      first += n_lines;
      if (first < piece->n_lines)
        start_page (self);
    }
}

/* Puts what waits, and behind it @next (nullable). */
static void
put_together (RubPrintPages *self, const Piece *next)
{
  double needed = 0;

  for (guint i = 0; i < self->waiting->len; i++)
    {
      const Piece *piece = &g_array_index (self->waiting, Piece, i);

      needed += piece->above + sum (piece, 0, piece->n_lines);
    }
  if (next != NULL)
    needed += next->above + sum (next, 0, count_start (next));
  if (self->waiting->len > 0 && self->y > 0 && self->y + needed > self->height + SLACK)
    start_page (self);

  for (guint i = 0; i < self->waiting->len; i++)
    put_piece (self, &g_array_index (self->waiting, Piece, i));
  g_array_set_size (self->waiting, 0);
  if (next != NULL)
    put_piece (self, next);
}

void
rub_print_pages_add (RubPrintPages *self, double above, const double *heights, guint n_lines,
                     gboolean keeps_next)
{
  Piece piece = { .above = above, .n_lines = n_lines };

  g_return_if_fail (self != NULL);
  g_return_if_fail (heights != NULL && n_lines > 0);

  piece.index = self->n_pieces++;
  piece.heights = g_memdup2 (heights, n_lines * sizeof *heights);
  if (keeps_next)
    {
      g_array_append_val (self->waiting, piece);
      return;
    }

  put_together (self, &piece);
  clear_piece (&piece);
}

void
rub_print_pages_finish (RubPrintPages *self)
{
  g_return_if_fail (self != NULL);

  put_together (self, NULL);
}

guint
rub_print_pages_get_n_pages (RubPrintPages *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->pages->len;
}

const RubPrintRun *
rub_print_pages_get_runs (RubPrintPages *self, guint page, guint *n_runs)
{
  GArray *runs;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (n_runs != NULL, NULL);
  g_return_val_if_fail (page < self->pages->len, NULL);

  runs = g_ptr_array_index (self->pages, page);
  *n_runs = runs->len;

  return (const RubPrintRun *) (gpointer) runs->data;
}
