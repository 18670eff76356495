/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "rub-read-head.h"

#include <glib/gi18n.h>

#include "rub-article-byline.h"
#include "rub-contents.h"
#include "rub-look-popover.h"
#include "rub-pace-line.h"

struct _RubReadHead
{
  AdwBin parent_instance;

  int left_min; /* as it is shown, or -1 */

  /* Template */
  GtkWidget *back;
  GtkWidget *when_not;
  GtkWidget *forward;
  GtkMenuButton *contents_button;
  GtkLabel *section;
  RubContents *contents;
  GtkLabel *left;
  GtkMenuButton *look_button;
  RubLookPopover *look_popover;
  RubPaceLine *line;
};

enum
{
  CHOSEN,
  N_SIGNALS
};

G_DEFINE_FINAL_TYPE (RubReadHead, rub_read_head, ADW_TYPE_BIN)

static guint signals[N_SIGNALS];

static void
on_section_chosen_cb (RubReadHead *self, int block)
{
  g_assert (RUB_IS_READ_HEAD (self));

  gtk_menu_button_popdown (self->contents_button);
  g_signal_emit (self, signals[CHOSEN], 0, block);
}

static void
rub_read_head_class_init (RubReadHeadClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (RUB_TYPE_CONTENTS);
  g_type_ensure (RUB_TYPE_LOOK_POPOVER);
  g_type_ensure (RUB_TYPE_PACE_LINE);

  signals[CHOSEN] = g_signal_new ("chosen", RUB_TYPE_READ_HEAD, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                  NULL, G_TYPE_NONE, 1, G_TYPE_INT);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/rubdown/Rubdown/ui/rub-read-head.ui");
  gtk_widget_class_bind_template_child (widget_class, RubReadHead, back);
  gtk_widget_class_bind_template_child (widget_class, RubReadHead, when_not);
  gtk_widget_class_bind_template_child (widget_class, RubReadHead, forward);
  gtk_widget_class_bind_template_child (widget_class, RubReadHead, contents_button);
  gtk_widget_class_bind_template_child (widget_class, RubReadHead, section);
  gtk_widget_class_bind_template_child (widget_class, RubReadHead, contents);
  gtk_widget_class_bind_template_child (widget_class, RubReadHead, left);
  gtk_widget_class_bind_template_child (widget_class, RubReadHead, look_button);
  gtk_widget_class_bind_template_child (widget_class, RubReadHead, look_popover);
  gtk_widget_class_bind_template_child (widget_class, RubReadHead, line);
  gtk_widget_class_bind_template_callback (widget_class, on_section_chosen_cb);
}

static void
rub_read_head_init (RubReadHead *self)
{
  self->left_min = -1;
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
rub_read_head_set_look (RubReadHead *self, RubReadLook *look)
{
  g_return_if_fail (RUB_IS_READ_HEAD (self));

  rub_look_popover_set_look (self->look_popover, look);
}

void
rub_read_head_show_look (RubReadHead *self)
{
  g_return_if_fail (RUB_IS_READ_HEAD (self));

  gtk_menu_button_popup (self->look_button);
}

void
rub_read_head_set_article (RubReadHead *self, RubArticle *article)
{
  g_return_if_fail (RUB_IS_READ_HEAD (self));

  rub_contents_set_article (self->contents, article);
  gtk_widget_set_visible (self->when_not,
                          article != NULL && rub_article_byline_has_when_not (article));
}

void
rub_read_head_set_block (RubReadHead *self, int block)
{
  const char *title;

  g_return_if_fail (RUB_IS_READ_HEAD (self));

  title = rub_contents_set_current (self->contents, block);
  if (g_strcmp0 (gtk_label_get_label (self->section), title) != 0)
    gtk_label_set_label (self->section, title != NULL ? title : "");
}

void
rub_read_head_set_pace (RubReadHead *self, guint left_min, double fraction)
{
  g_autofree char *words = NULL;

  g_return_if_fail (RUB_IS_READ_HEAD (self));

  rub_pace_line_set_fraction (self->line, fraction);
  /* Another label is another layout of the page: there is one a minute. */
  if (self->left_min == (int) left_min)
    return;

  self->left_min = (int) left_min;
  if (left_min == 0)
    words = g_strdup (_("Under a minute left"));
  else
    words = g_strdup_printf (ngettext ("%u min left", "%u min left", left_min), left_min);
  gtk_label_set_label (self->left, words);
}

void
rub_read_head_set_ways (RubReadHead *self, gboolean has_back, gboolean has_forward)
{
  g_return_if_fail (RUB_IS_READ_HEAD (self));

  gtk_widget_set_visible (self->back, has_back || has_forward);
  gtk_widget_set_visible (self->forward, has_forward);
}

void
rub_read_head_set_narrow (RubReadHead *self, gboolean is_narrow)
{
  g_return_if_fail (RUB_IS_READ_HEAD (self));

  gtk_widget_set_visible (GTK_WIDGET (self->contents_button), is_narrow);
  gtk_widget_set_visible (GTK_WIDGET (self->left), !is_narrow);
}
