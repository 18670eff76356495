/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "rub-number.h"

#include <math.h>

double
rub_number_parse (const char *text)
{
  char *end;
  double number;

  if (text == NULL)
    return (double) NAN;

  number = g_ascii_strtod (text, &end);
  if (end == text)
    return (double) NAN;
  while (g_ascii_isspace (*end))
    end++;

  return *end == '\0' && isfinite (number) ? number : (double) NAN;
}
