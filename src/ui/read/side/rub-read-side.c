/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "rub-read-side.h"

#include "rub-contents.h"
#include "rub-mark-pane.h"
#include "rub-shelf-pane.h"

struct _RubReadSide
{
  AdwBin parent_instance;

  /* Template */
  GtkWidget *back_button;
  AdwViewStack *stack;
  RubShelfPane *shelf_pane;
  RubContents *contents;
  RubMarkPane *mark_pane;
};

enum
{
  CHOSEN,
  SECTION_CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (RubReadSide, rub_read_side, ADW_TYPE_BIN)

static void
on_article_chosen_cb (RubReadSide *self, const char *id, int block)
{
  g_assert (RUB_IS_READ_SIDE (self));

  g_signal_emit (self, signals[CHOSEN], 0, id, block);
}

static void
on_section_chosen_cb (RubReadSide *self, int block)
{
  g_assert (RUB_IS_READ_SIDE (self));

  g_signal_emit (self, signals[SECTION_CHOSEN], 0, block);
}

static void
rub_read_side_class_init (RubReadSideClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (RUB_TYPE_CONTENTS);
  g_type_ensure (RUB_TYPE_MARK_PANE);
  g_type_ensure (RUB_TYPE_SHELF_PANE);

  signals[CHOSEN] = g_signal_new ("chosen", RUB_TYPE_READ_SIDE, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                  NULL, G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_INT);
  signals[SECTION_CHOSEN]
    = g_signal_new ("section-chosen", RUB_TYPE_READ_SIDE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                    G_TYPE_NONE, 1, G_TYPE_INT);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/rubdown/Rubdown/ui/rub-read-side.ui");
  gtk_widget_class_bind_template_child (widget_class, RubReadSide, back_button);
  gtk_widget_class_bind_template_child (widget_class, RubReadSide, stack);
  gtk_widget_class_bind_template_child (widget_class, RubReadSide, shelf_pane);
  gtk_widget_class_bind_template_child (widget_class, RubReadSide, contents);
  gtk_widget_class_bind_template_child (widget_class, RubReadSide, mark_pane);
  gtk_widget_class_bind_template_callback (widget_class, on_article_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_section_chosen_cb);
}

static void
rub_read_side_init (RubReadSide *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
rub_read_side_set_library (RubReadSide *self, RubLibrary *library, RubShelf *shelf,
                           RubArticleIntake *intake)
{
  g_return_if_fail (RUB_IS_READ_SIDE (self));

  rub_shelf_pane_set_library (self->shelf_pane, library, shelf, intake);
  rub_mark_pane_set_library (self->mark_pane, library, shelf);
}

void
rub_read_side_refresh (RubReadSide *self)
{
  g_return_if_fail (RUB_IS_READ_SIDE (self));

  rub_shelf_pane_refresh (self->shelf_pane);
  rub_mark_pane_refresh (self->mark_pane);
}

void
rub_read_side_set_article (RubReadSide *self, RubArticle *article)
{
  g_return_if_fail (RUB_IS_READ_SIDE (self));
  g_return_if_fail (article == NULL || RUB_IS_ARTICLE (article));

  rub_shelf_pane_set_current (self->shelf_pane,
                              article != NULL ? rub_article_get_id (article) : NULL);
  rub_contents_set_article (self->contents, article);
  rub_mark_pane_set_article (self->mark_pane, article);
}

void
rub_read_side_set_block (RubReadSide *self, int block)
{
  g_return_if_fail (RUB_IS_READ_SIDE (self));

  rub_contents_set_current (self->contents, block);
}

void
rub_read_side_set_narrow (RubReadSide *self, gboolean is_narrow)
{
  g_return_if_fail (RUB_IS_READ_SIDE (self));

  gtk_widget_set_visible (self->back_button, is_narrow);
  gtk_widget_set_hexpand (GTK_WIDGET (self), is_narrow);
}

void
rub_read_side_ask (RubReadSide *self, const char *request)
{
  static const struct
  {
    const char *name;
    void (*ask) (RubShelfPane *pane);
  } requests[] = { { "search", rub_shelf_pane_search },
                   { "add-address", rub_shelf_pane_ask_address },
                   { "add-file", rub_shelf_pane_choose_file },
                   { "paste", rub_shelf_pane_paste } };

  g_return_if_fail (RUB_IS_READ_SIDE (self));
  g_return_if_fail (request != NULL);

  adw_view_stack_set_visible_child_name (self->stack, "library");
  for (gsize i = 0; i < G_N_ELEMENTS (requests); i++)
    if (g_str_equal (requests[i].name, request))
      requests[i].ask (self->shelf_pane);
}
