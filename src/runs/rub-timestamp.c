/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "rub-timestamp.h"

#include <string.h>

#define MIN_YEAR 1990
#define MAX_YEAR 2099
/* GDate counts days from the first of January of the year 1. */
#define EPOCH_JULIAN 719163

/* Reads exactly @n_digits digits and moves *@text behind them. */
static gboolean
read_number (const char **text, int n_digits, int *number)
{
  *number = 0;
  for (int i = 0; i < n_digits; i++, (*text)++)
    {
      if (!g_ascii_isdigit (**text))
        return FALSE;
      *number = *number * 10 + g_ascii_digit_value (**text);
    }

  return TRUE;
}

static gboolean
skip (const char **text, const char *any_of)
{
  if (**text == '\0' || strchr (any_of, **text) == NULL)
    return FALSE;
  (*text)++;

  return TRUE;
}

static gboolean
read_date (const char **text, gint64 *days)
{
  GDate date;
  int year, month, day;

  if (!read_number (text, 4, &year) || !skip (text, "-") || !read_number (text, 2, &month)
      || !skip (text, "-") || !read_number (text, 2, &day))
    return FALSE;
  if (year < MIN_YEAR || year > MAX_YEAR
      || !g_date_valid_dmy ((GDateDay) day, (GDateMonth) month, (GDateYear) year))
    return FALSE;

  g_date_clear (&date, 1);
  g_date_set_dmy (&date, (GDateDay) day, (GDateMonth) month, (GDateYear) year);
  *days = (gint64) g_date_get_julian (&date) - EPOCH_JULIAN;

  return TRUE;
}

/* The digits after the decimal sign; those beyond microseconds are read and dropped. */
static gint64
read_fraction (const char **text)
{
  gint64 fraction_us = 0;
  gint64 place_us = G_USEC_PER_SEC / 10;

  for (; g_ascii_isdigit (**text); (*text)++, place_us /= 10)
    fraction_us += place_us * g_ascii_digit_value (**text);

  return fraction_us;
}

static gboolean
read_time (const char **text, gint64 *time_us)
{
  int hour, minute, second;

  if (!read_number (text, 2, &hour) || !skip (text, ":") || !read_number (text, 2, &minute)
      || !skip (text, ":") || !read_number (text, 2, &second))
    return FALSE;
  /* Second 60 is a leap second, hour 24 the end of a day. */
  if (hour > 24 || minute > 59 || second > 60 || (hour == 24 && minute + second > 0))
    return FALSE;

  *time_us = ((hour * 60 + minute) * 60 + second) * G_TIME_SPAN_SECOND;
  if (skip (text, ".,"))
    *time_us += read_fraction (text);

  return TRUE;
}

static gboolean
read_offset (const char **text, gint64 *offset_us)
{
  gboolean is_west = **text == '-';
  int hours, minutes = 0;

  *offset_us = 0;
  if (**text == '\0')
    return TRUE;
  if (skip (text, "Zz"))
    return **text == '\0';
  if (!skip (text, "+-") || !read_number (text, 2, &hours))
    return FALSE;

  if ((skip (text, ":") || **text != '\0') && !read_number (text, 2, &minutes))
    return FALSE;
  if (**text != '\0' || hours > 14 || minutes > 59)
    return FALSE;

  *offset_us = (hours * 60 + minutes) * G_TIME_SPAN_MINUTE;
  if (is_west)
    *offset_us = -*offset_us;

  return TRUE;
}

gint64
rub_timestamp_parse (const char *text)
{
  gint64 days, time_us, offset_us;

  g_return_val_if_fail (text != NULL, RUB_NO_TIME);

  if (!read_date (&text, &days) || !skip (&text, "Tt ") || !read_time (&text, &time_us)
      || !read_offset (&text, &offset_us))
    return RUB_NO_TIME;

  return days * G_TIME_SPAN_DAY + time_us - offset_us;
}
