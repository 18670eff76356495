/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "rub-badge-words.h"

#include <glib/gi18n-lib.h>

static const struct
{
  const char *title;
  const char *icon;
  const char *css_class;
} verdicts[RUB_N_VERDICTS] = {
  [RUB_VERDICT_YES] = { NC_ ("evidence", "Supported"), "rub-verdict-yes-symbolic", "success" },
  [RUB_VERDICT_PARTLY]
  = { NC_ ("evidence", "Partly supported"), "rub-verdict-partly-symbolic", "warning" },
  [RUB_VERDICT_UNPROVEN] = { NC_ ("evidence", "Not shown"), "rub-verdict-unproven-symbolic", NULL },
  [RUB_VERDICT_NO] = { NC_ ("evidence", "Wrong"), "rub-verdict-no-symbolic", "error" },
};

const char *
rub_badge_words_get_title (RubVerdict verdict)
{
  g_return_val_if_fail ((int) verdict >= 0 && verdict < RUB_N_VERDICTS, "");

  return g_dpgettext2 (GETTEXT_PACKAGE, "evidence", verdicts[verdict].title);
}

const char *
rub_badge_words_get_icon (RubVerdict verdict)
{
  g_return_val_if_fail ((int) verdict >= 0 && verdict < RUB_N_VERDICTS, NULL);

  return verdicts[verdict].icon;
}

const char *
rub_badge_words_get_class (RubVerdict verdict)
{
  g_return_val_if_fail ((int) verdict >= 0 && verdict < RUB_N_VERDICTS, NULL);

  return verdicts[verdict].css_class;
}

GPtrArray *
rub_badge_words_find_studies (RubArticle *article, guint block)
{
  GPtrArray *studies = g_ptr_array_new_with_free_func (g_object_unref);

  g_return_val_if_fail (RUB_IS_ARTICLE (article), studies);

  for (guint i = block; i < rub_article_get_n_blocks (article); i++)
    {
      RubBlock *study = rub_article_get_block (article, i);
      const RubBlockFields *fields = rub_block_get_fields (study);

      if (fields->kind == RUB_BLOCK_HEADING && fields->level == RUB_HEADING_MIN_LEVEL)
        break;
      if (fields->kind == RUB_BLOCK_SOURCE)
        g_ptr_array_add (studies, g_object_ref (study));
    }

  return studies;
}
