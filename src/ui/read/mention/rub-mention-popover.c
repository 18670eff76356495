/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "rub-mention-popover.h"

#include "rub-body-figure.h"
#include "rub-body-loader.h"
#include "rub-mention-words.h"
#include "rub-popover-fit.h"

#define MAX_WIDTH_CHARS 26

struct _RubMentionPopover
{
  GtkPopover parent_instance;

  /* Owned */
  RubBody *body;

  /* Template */
  RubBodyFigure *figure;
  GtkLabel *names;
};

G_DEFINE_FINAL_TYPE (RubMentionPopover, rub_mention_popover, GTK_TYPE_POPOVER)

static void
rub_mention_popover_finalize (GObject *object)
{
  g_clear_object (&RUB_MENTION_POPOVER (object)->body);

  G_OBJECT_CLASS (rub_mention_popover_parent_class)->finalize (object);
}

static void
rub_mention_popover_class_init (RubMentionPopoverClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = rub_mention_popover_finalize;

  g_type_ensure (RUB_TYPE_BODY_FIGURE);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/rubdown/Rubdown/ui/rub-mention-popover.ui");
  gtk_widget_class_bind_template_child (widget_class, RubMentionPopover, figure);
  gtk_widget_class_bind_template_child (widget_class, RubMentionPopover, names);
}

static void
rub_mention_popover_init (RubMentionPopover *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->body = g_object_ref (rub_body_loader_get_bundled (RUB_BODY_BUILD_STANDARD));
}

GtkWidget *
rub_mention_popover_new (void)
{
  return g_object_new (RUB_TYPE_MENTION_POPOVER, NULL);
}

void
rub_mention_popover_set_body (RubMentionPopover *self, RubBody *body, gboolean is_mirrored)
{
  g_return_if_fail (RUB_IS_MENTION_POPOVER (self));
  g_return_if_fail (RUB_IS_BODY (body));

  g_set_object (&self->body, body);
  rub_body_figure_set_body (self->figure, body, is_mirrored);
}

gboolean
rub_mention_popover_set_stems (RubMentionPopover *self, const char *stems)
{
  g_autoptr (GPtrArray) regions = NULL;
  g_autofree char *names = NULL;

  g_return_val_if_fail (RUB_IS_MENTION_POPOVER (self), FALSE);
  g_return_val_if_fail (stems != NULL, FALSE);

  regions = rub_body_find_all (self->body, stems);
  names = rub_mention_words_name (stems);
  if (regions->len == 0 || names == NULL)
    return FALSE;

  rub_body_figure_point_out (self->figure, regions);
  gtk_label_set_label (self->names, names);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, names, -1);

  return TRUE;
}

void
rub_mention_popover_set_room (RubMentionPopover *self, int width)
{
  g_return_if_fail (RUB_IS_MENTION_POPOVER (self));

  rub_popover_fit_label (self->names, width, 0, MAX_WIDTH_CHARS);
}
