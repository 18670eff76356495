/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "rub-check-bar.h"

struct _RubCheckBar
{
  AdwBin parent_instance;

  /* Template */
  GtkStack *states;
  GtkInscription *words;
};

G_DEFINE_FINAL_TYPE (RubCheckBar, rub_check_bar, ADW_TYPE_BIN)

static void
rub_check_bar_class_init (RubCheckBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/rubdown/Rubdown/ui/rub-check-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, RubCheckBar, states);
  gtk_widget_class_bind_template_child (widget_class, RubCheckBar, words);
}

static void
rub_check_bar_init (RubCheckBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
rub_check_bar_set_words (RubCheckBar *self, const char *words)
{
  g_return_if_fail (RUB_IS_CHECK_BAR (self));
  g_return_if_fail (words != NULL);

  /* It is told many times a second while somebody moves through the past. */
  gtk_inscription_set_text (self->words, words);
  gtk_stack_set_visible_child_name (self->states, *words != '\0' ? "past" : "now");
}
