/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "rub-run-input.h"

#include <string.h>

#include "rub-run.h"

/* Nothing that is read here has a number with more digits. */
#define MAX_DIGITS 5

static char *
normalize (const char *text)
{
  g_autofree char *lower = g_ascii_strdown (text, -1);

  return g_strdup (g_strstrip (lower));
}

static const char *
skip_space (const char *text)
{
  while (g_ascii_isspace (*text))
    text++;

  return text;
}

/* Reads a whole number and moves @text behind it. */
static gboolean
read_number (const char **text, int *number)
{
  const char *end = *text;

  *number = 0;
  while (g_ascii_isdigit (*end) && end - *text < MAX_DIGITS)
    *number = *number * 10 + g_ascii_digit_value (*end++);
  if (end == *text || g_ascii_isdigit (*end))
    return FALSE;

  *text = end;

  return TRUE;
}

/* Moves @text behind the first of @words it starts with. */
static gboolean
read_word (const char **text, const char *const *words)
{
  for (gsize i = 0; words[i] != NULL; i++)
    if (g_str_has_prefix (*text, words[i]))
      {
        *text += strlen (words[i]);
        return TRUE;
      }

  return FALSE;
}

/* "1:02" and "1:02:11". */
static gboolean
parse_colons (const char *text, int *elapsed_s)
{
  int numbers[3];
  guint n_numbers = 0;

  do
    {
      if (n_numbers == G_N_ELEMENTS (numbers) || !read_number (&text, &numbers[n_numbers++]))
        return FALSE;
      if (n_numbers > 1 && numbers[n_numbers - 1] > 59)
        return FALSE;
    }
  while (*text++ == ':');
  if (text[-1] != '\0' || n_numbers < 2)
    return FALSE;

  if (n_numbers == 3)
    *elapsed_s = (numbers[0] * 60 + numbers[1]) * 60 + numbers[2];
  else if (numbers[0] < 10)
    *elapsed_s = (numbers[0] * 60 + numbers[1]) * 60;
  else
    *elapsed_s = numbers[0] * 60 + numbers[1];

  return TRUE;
}

/* "1h 2m 11s", "62 min", "1h02"; what has no unit is of the unit below the one before. */
static gboolean
parse_units (const char *text, int *elapsed_s)
{
  static const char *const words[][5] = {
    { "hours", "hour", "hr", "h", NULL },
    { "minutes", "minute", "min", "m", NULL },
    { "seconds", "second", "sec", "s", NULL },
  };
  static const int seconds[] = { 3600, 60, 1 };
  guint next = 0;
  int number;

  *elapsed_s = 0;
  while (*text != '\0')
    {
      guint unit = next;

      if (!read_number (&text, &number))
        return FALSE;
      text = skip_space (text);
      while (unit < G_N_ELEMENTS (words) && !read_word (&text, words[unit]))
        unit++;
      if (unit == G_N_ELEMENTS (words))
        {
          /* Minutes when nothing is said at all. */
          unit = next == 0 ? 1 : next;
          if (*text != '\0' || unit >= G_N_ELEMENTS (words))
            return FALSE;
        }
      *elapsed_s += MIN (number, RUB_RUN_MAX_ELAPSED_S / seconds[unit] + 1) * seconds[unit];
      next = unit + 1;
      text = skip_space (text);
    }

  return next > 0;
}

gboolean
rub_run_input_parse_elapsed (const char *text, int *elapsed_s)
{
  g_autofree char *plain = NULL;
  int found;

  g_return_val_if_fail (text != NULL, FALSE);
  g_return_val_if_fail (elapsed_s != NULL, FALSE);

  plain = normalize (text);
  if (strchr (plain, ':') != NULL ? !parse_colons (plain, &found) : !parse_units (plain, &found))
    return FALSE;
  if (found < 1 || found > RUB_RUN_MAX_ELAPSED_S)
    return FALSE;

  *elapsed_s = found;

  return TRUE;
}

gboolean
rub_run_input_parse_distance (const char *text, RubUnits units, double *distance_m)
{
  static const char *const km[] = { "km", NULL };
  static const char *const mi[] = { "miles", "mile", "mi", NULL };
  g_autofree char *plain = NULL;
  const char *rest;
  char *end;
  double number;

  g_return_val_if_fail (text != NULL, FALSE);
  g_return_val_if_fail (distance_m != NULL, FALSE);

  plain = g_strdelimit (normalize (text), ",", '.');
  *distance_m = 0;
  if (plain[0] == '\0')
    return TRUE;

  /* Not what else a number can be: signs, exponents, hexadecimal, "nan". */
  number = g_ascii_strtod (plain, &end);
  if (end == plain || end != plain + strspn (plain, "0123456789."))
    return FALSE;
  rest = skip_space (end);
  if (read_word (&rest, km))
    units = RUB_UNITS_METRIC;
  else if (read_word (&rest, mi))
    units = RUB_UNITS_IMPERIAL;
  number *= rub_units_get_distance_m (units);
  if (*rest != '\0' || number > RUB_RUN_MAX_DISTANCE_M)
    return FALSE;

  *distance_m = number;

  return TRUE;
}

gboolean
rub_run_input_parse_clock (const char *text, int *wall_min)
{
  static const char *const am[] = { "am", "a.m.", NULL };
  static const char *const pm[] = { "pm", "p.m.", NULL };
  g_autofree char *plain = NULL;
  const char *rest;
  int hour, minute = 0;

  g_return_val_if_fail (text != NULL, FALSE);
  g_return_val_if_fail (wall_min != NULL, FALSE);

  plain = normalize (text);
  rest = plain;
  if (!read_number (&rest, &hour))
    return FALSE;
  if ((*rest == ':' || *rest == '.') && (rest++, !read_number (&rest, &minute)))
    return FALSE;
  rest = skip_space (rest);
  if (*rest != '\0')
    {
      gboolean is_pm = read_word (&rest, pm);

      if ((!is_pm && !read_word (&rest, am)) || hour < 1 || hour > 12)
        return FALSE;
      hour = hour % 12 + (is_pm ? 12 : 0);
    }
  if (*rest != '\0' || hour > 23 || minute > 59)
    return FALSE;

  *wall_min = hour * 60 + minute;

  return TRUE;
}
