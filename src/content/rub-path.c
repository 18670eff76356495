/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "rub-path.h"

#include <math.h>

typedef struct
{
  const char *rest;
  RubPoint start; /* of the open part */
  RubPoint here;
  gboolean is_open;
  GArray *segments; /* of RubSegment */
} Parser;

static void
skip_separators (Parser *parser)
{
  while (g_ascii_isspace (*parser->rest) || *parser->rest == ',')
    parser->rest++;
}

static gboolean
is_at_number (Parser *parser)
{
  skip_separators (parser);

  return g_ascii_isdigit (*parser->rest) || *parser->rest == '-' || *parser->rest == '.'
         || *parser->rest == '+';
}

/* Plain decimals, of which a drawing is made, many times faster than g_ascii_strtod(), which has
 * to round the last of any number of digits. Returns whether it was one. */
static gboolean
read_decimal (Parser *parser, double *value)
{
  static const double scales[] = { 1, 10, 100, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9 };
  const char *at = parser->rest;
  gboolean is_negative = *at == '-';
  gint64 digits = 0;
  int n_digits = 0;
  int n_decimals = 0;
  gboolean has_point = FALSE;

  if (is_negative)
    at++;
  for (; g_ascii_isdigit (*at) || (*at == '.' && !has_point); at++)
    if (*at == '.')
      has_point = TRUE;
    else
      {
        digits = digits * 10 + (*at - '0');
        n_digits++;
        n_decimals += has_point;
        if (n_digits > 9)
          return FALSE;
      }
  if (n_digits == 0 || *at == 'e' || *at == 'E')
    return FALSE;

  *value = (double) (is_negative ? -digits : digits) / scales[n_decimals];
  parser->rest = at;

  return TRUE;
}

/* Adds to @number, so that a relative number is read onto what it is relative to. */
static gboolean
read_number (Parser *parser, double *number)
{
  char *end;
  double value;

  if (!is_at_number (parser))
    return FALSE;

  if (!read_decimal (parser, &value))
    {
      value = g_ascii_strtod (parser->rest, &end);
      if (end == parser->rest || !isfinite (value))
        return FALSE;
      parser->rest = end;
    }
  *number += value;

  return TRUE;
}

static gboolean
read_point (Parser *parser, RubPoint origin, RubPoint *point)
{
  *point = origin;

  return read_number (parser, &point->x) && read_number (parser, &point->y);
}

static void
append_segment (Parser *parser, RubSegment segment)
{
  g_array_append_val (parser->segments, segment);
}

static gboolean
read_move (Parser *parser, RubPoint origin)
{
  RubSegment segment = { RUB_SEGMENT_MOVE };

  if (!read_point (parser, origin, &segment.points[0]))
    return FALSE;
  parser->start = parser->here = segment.points[0];
  parser->is_open = TRUE;
  append_segment (parser, segment);

  return TRUE;
}

static gboolean
read_line (Parser *parser, char command, RubPoint origin)
{
  RubSegment segment = { RUB_SEGMENT_LINE, { parser->here } };
  RubPoint *end = &segment.points[0];
  gboolean is_read;

  if (command == 'H')
    {
      end->x = origin.x;
      is_read = read_number (parser, &end->x);
    }
  else if (command == 'V')
    {
      end->y = origin.y;
      is_read = read_number (parser, &end->y);
    }
  else
    is_read = read_point (parser, origin, end);

  parser->here = *end;
  append_segment (parser, segment);

  return is_read;
}

static gboolean
read_curve (Parser *parser, RubPoint origin)
{
  RubSegment segment = { RUB_SEGMENT_CURVE };

  for (int i = 0; i < 3; i++)
    if (!read_point (parser, origin, &segment.points[i]))
      return FALSE;
  parser->here = segment.points[2];
  append_segment (parser, segment);

  return TRUE;
}

static gboolean
read_close (Parser *parser)
{
  parser->here = parser->start;
  parser->is_open = FALSE;
  append_segment (parser, (RubSegment){ RUB_SEGMENT_CLOSE });

  return TRUE;
}

/* Reads what follows the letter of a command once; more numbers repeat it. */
static gboolean
read_command (Parser *parser, char letter)
{
  char command = g_ascii_toupper (letter);
  RubPoint origin = letter == command ? (RubPoint){ 0, 0 } : parser->here;

  if (command != 'M' && !parser->is_open)
    return FALSE;

  switch (command)
    {
    case 'M':
      return read_move (parser, origin);
    case 'L':
    case 'H':
    case 'V':
      return read_line (parser, command, origin);
    case 'C':
      return read_curve (parser, origin);
    case 'Z':
      return read_close (parser);
    default:
      return FALSE;
    }
}

static gboolean
read_path (Parser *parser, gboolean is_closed)
{
  char letter = '\0';

  skip_separators (parser);
  while (*parser->rest != '\0')
    {
      if (!is_at_number (parser))
        {
          if (is_closed && parser->is_open && g_ascii_toupper (*parser->rest) == 'M')
            return FALSE;
          letter = *parser->rest++;
        }
      else if (g_ascii_toupper (letter) == 'M')
        letter = letter == 'M' ? 'L' : 'l';
      else if (g_ascii_toupper (letter) == 'Z')
        return FALSE;

      if (!read_command (parser, letter))
        return FALSE;
      skip_separators (parser);
    }

  return parser->segments->len > 0 && !(is_closed && parser->is_open);
}

RubOutline *
rub_path_parse (const char *data, gboolean is_closed, GError **error)
{
  g_autoptr (GArray) segments = g_array_new (FALSE, FALSE, sizeof (RubSegment));
  Parser parser = { data, { 0, 0 }, { 0, 0 }, FALSE, segments };

  g_return_val_if_fail (data != NULL, NULL);

  if (!read_path (&parser, is_closed))
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA,
                   "path data is not understood or not closed at byte %zu",
                   (gsize) (parser.rest - data));
      return NULL;
    }

  return rub_outline_new ((const RubSegment *) (gpointer) segments->data, segments->len);
}
