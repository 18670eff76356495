/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "rub-rule-words.h"

#define ANY "any"

char *
rub_rule_words_from_kinds (guint kinds)
{
  GString *words = g_string_new (NULL);

  for (int kind = 0; kind < RUB_RUN_N_KINDS; kind++)
    if ((kinds & (1u << kind)) != 0)
      g_string_append_printf (words, "%s%s", words->len > 0 ? "," : "",
                              rub_run_kind_to_id ((RubRunKind) kind));
  if (words->len == 0)
    g_string_append (words, ANY);

  return g_string_free (words, FALSE);
}

gboolean
rub_rule_words_to_kinds (const char *words, guint *kinds)
{
  g_auto (GStrv) parts = NULL;

  g_return_val_if_fail (kinds != NULL, FALSE);

  *kinds = 0;
  if (g_strcmp0 (words, ANY) == 0)
    return TRUE;

  parts = g_strsplit (words != NULL ? words : "", ",", -1);
  for (char **part = parts; *part != NULL; part++)
    {
      RubRunKind kind;

      if (rub_run_kind_from_id (*part, &kind))
        *kinds |= 1u << kind;
    }

  return *kinds != 0;
}

char *
rub_rule_words_from_demands (guint demands)
{
  GString *words;

  if (demands == RUB_RULE_ALL_DEMANDS)
    return g_strdup (ANY);

  words = g_string_new (NULL);
  for (int demand = 0; demand < RUB_RUN_N_DEMANDS; demand++)
    if ((demands & (1u << demand)) != 0)
      g_string_append_printf (words, "%s%s", words->len > 0 ? "," : "",
                              rub_run_demand_to_id ((RubRunDemand) demand));

  return g_string_free (words, FALSE);
}

gboolean
rub_rule_words_to_demands (const char *words, guint *demands)
{
  g_auto (GStrv) parts = NULL;

  g_return_val_if_fail (demands != NULL, FALSE);

  *demands = g_strcmp0 (words, ANY) == 0 ? RUB_RULE_ALL_DEMANDS : 0;
  parts = g_strsplit (words != NULL ? words : "", ",", -1);
  for (char **part = parts; *part != NULL; part++)
    {
      RubRunDemand demand;

      if (rub_run_demand_from_id (*part, &demand))
        *demands |= 1u << demand;
    }

  return *demands != 0;
}
