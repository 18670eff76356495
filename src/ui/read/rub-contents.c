/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "rub-contents.h"

#include <glib/gi18n.h>

#include "rub-contents-row.h"

struct _RubContents
{
  AdwBin parent_instance;

  /* Template */
  GtkListBox *list;
};

enum
{
  CHOSEN,
  N_SIGNALS
};

G_DEFINE_FINAL_TYPE (RubContents, rub_contents, ADW_TYPE_BIN)

static guint signals[N_SIGNALS];

/* Returns: (transfer full) (nullable): the label of the verdict at @index, if there is one. */
static char *
get_verdict (RubArticle *article, guint index)
{
  const RubBlockFields *fields;

  if (index >= rub_article_get_n_blocks (article))
    return NULL;
  fields = rub_block_get_fields (rub_article_get_block (article, index));
  if (fields->kind != RUB_BLOCK_VERDICT || fields->n_spans == 0
      || fields->spans[0].kind != RUB_SPAN_LABEL)
    return NULL;

  return g_strndup (fields->text, fields->spans[0].end);
}

static void
append_row (RubContents *self, int block, const char *title, const char *verdict)
{
  gtk_list_box_append (self->list, GTK_WIDGET (rub_contents_row_new (block, title, verdict)));
}

static void
append_sections (RubContents *self, RubArticle *article)
{
  for (guint i = 0; i < rub_article_get_n_blocks (article); i++)
    {
      const RubBlockFields *fields = rub_block_get_fields (rub_article_get_block (article, i));
      g_autofree char *verdict = NULL;

      if (i == 0 && fields->kind != RUB_BLOCK_HEADING)
        append_row (self, 0, C_ ("contents", "Introduction"), NULL);
      if (fields->kind != RUB_BLOCK_HEADING || fields->level > RUB_HEADING_MIN_LEVEL)
        continue;
      verdict = get_verdict (article, i + 1);
      append_row (self, (int) i, fields->text, verdict);
    }
}

static void
on_row_activated_cb (RubContents *self, RubContentsRow *row)
{
  g_assert (RUB_IS_CONTENTS (self));
  g_assert (RUB_IS_CONTENTS_ROW (row));

  g_signal_emit (self, signals[CHOSEN], 0, rub_contents_row_get_block (row));
}

static void
rub_contents_class_init (RubContentsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  signals[CHOSEN] = g_signal_new ("chosen", RUB_TYPE_CONTENTS, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                  NULL, G_TYPE_NONE, 1, G_TYPE_INT);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/rubdown/Rubdown/ui/rub-contents.ui");
  gtk_widget_class_bind_template_child (widget_class, RubContents, list);
  gtk_widget_class_bind_template_callback (widget_class, on_row_activated_cb);
}

static void
rub_contents_init (RubContents *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
rub_contents_set_article (RubContents *self, RubArticle *article)
{
  GtkListBoxRow *row;

  g_return_if_fail (RUB_IS_CONTENTS (self));
  g_return_if_fail (article == NULL || RUB_IS_ARTICLE (article));

  while ((row = gtk_list_box_get_row_at_index (self->list, 0)) != NULL)
    gtk_list_box_remove (self->list, GTK_WIDGET (row));
  if (article != NULL)
    append_sections (self, article);
}

const char *
rub_contents_set_current (RubContents *self, int block)
{
  GtkListBoxRow *row, *current = NULL;

  g_return_val_if_fail (RUB_IS_CONTENTS (self), NULL);

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->list, i)) != NULL; i++)
    if (rub_contents_row_get_block (RUB_CONTENTS_ROW (row)) <= block)
      current = row;
  gtk_list_box_select_row (self->list, current);

  return current != NULL ? rub_contents_row_get_title (RUB_CONTENTS_ROW (current)) : NULL;
}
