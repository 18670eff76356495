/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "rub-badge-popover.h"

#include <glib/gi18n-lib.h>

#include "rub-badge-words.h"
#include "rub-compat.h"
#include "rub-popover-fit.h"

/* Where lines break at the latest. */
#define MAX_WIDTH_CHARS 44
/* What stays to be read even on a small screen. */
#define MIN_HEIGHT_PX 120
/* The symbol beside a line, of which it is as high, with the room between. */
#define SYMBOL_CHARS 3

struct _RubBadgePopover
{
  GtkPopover parent_instance;

  /* Template */
  GtkScrolledWindow *scroller;
  GtkWidget *content;
  GtkWidget *verdict;
  GtkImage *icon;
  GtkLabel *title;
  GtkLabel *why;
  GtkWidget *uncertain_title;
  GtkLabel *uncertain;
  GtkLabel *studies_title;
  GtkListBox *studies;
};

enum
{
  ACTIVATE_STUDY,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (RubBadgePopover, rub_badge_popover, GTK_TYPE_POPOVER)

static void
show_words (GtkLabel *label, const char *words)
{
  gtk_label_set_label (label, words != NULL ? words : "");
  gtk_widget_set_visible (GTK_WIDGET (label), words != NULL);
}

static void
show_verdict (RubBadgePopover *self, RubVerdict verdict)
{
  const char *own = rub_badge_words_get_class (verdict);

  gtk_image_set_from_icon_name (self->icon, rub_badge_words_get_icon (verdict));
  gtk_label_set_label (self->title, rub_badge_words_get_title (verdict));
  for (int i = 0; i < RUB_N_VERDICTS; i++)
    if (rub_badge_words_get_class (i) != NULL)
      gtk_widget_remove_css_class (self->verdict, rub_badge_words_get_class (i));
  if (own != NULL)
    gtk_widget_add_css_class (self->verdict, own);
}

/* Returns: (nullable): where the study can be read. */
static const char *
find_address (const RubBlockFields *study)
{
  for (gsize i = 0; i < study->n_spans; i++)
    if (study->spans[i].kind == RUB_SPAN_LINK)
      return study->spans[i].target;

  return NULL;
}

static GtkWidget *
create_study (const RubBlockFields *study)
{
  const char *address = find_address (study);
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "label", study->text, "xalign", 0.0f, "wrap",
                                   TRUE, "wrap-mode", PANGO_WRAP_WORD_CHAR, "hexpand", TRUE, NULL);
  GtkWidget *icon
    = g_object_new (GTK_TYPE_IMAGE, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION,
                    "icon-name", "adw-external-link-symbolic", NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  GtkWidget *row = g_object_new (GTK_TYPE_LIST_BOX_ROW, "accessible-role", GTK_ACCESSIBLE_ROLE_LINK,
                                 "child", box, "activatable", address != NULL, NULL);

  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), icon);
  gtk_widget_set_visible (icon, address != NULL);
  gtk_widget_set_tooltip_text (row, address);
  g_object_set_data_full (G_OBJECT (row), "rub-address", g_strdup (address), g_free);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, study->text,
                                  -1);

  return row;
}

static void
show_studies (RubBadgePopover *self, GPtrArray *studies)
{
  g_autofree char *title
    = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Study (%u)", "Studies (%u)", studies->len),
                       studies->len);
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (self->studies, 0)) != NULL)
    gtk_list_box_remove (self->studies, GTK_WIDGET (row));
  for (guint i = 0; i < studies->len; i++)
    gtk_list_box_append (self->studies, create_study (rub_block_get_fields (studies->pdata[i])));
  gtk_label_set_label (self->studies_title, title);
  gtk_widget_set_visible (GTK_WIDGET (self->studies_title), studies->len > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->studies), studies->len > 0);
}

static void
on_study_activated_cb (RubBadgePopover *self, GtkListBoxRow *row)
{
  const char *address = g_object_get_data (G_OBJECT (row), "rub-address");

  g_assert (RUB_IS_BADGE_POPOVER (self));

  if (address != NULL)
    g_signal_emit (self, signals[ACTIVATE_STUDY], 0, address);
}

static void
open_study (RubBadgePopover *self, const char *address)
{
  rub_compat_open_uri (GTK_WIDGET (self), address);
}

static void
rub_badge_popover_class_init (RubBadgePopoverClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  signals[ACTIVATE_STUDY] = g_signal_new_class_handler (
    "activate-study", RUB_TYPE_BADGE_POPOVER, G_SIGNAL_RUN_LAST, G_CALLBACK (open_study), NULL,
    NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/rubdown/Rubdown/ui/rub-badge-popover.ui");
  gtk_widget_class_bind_template_child (widget_class, RubBadgePopover, scroller);
  gtk_widget_class_bind_template_child (widget_class, RubBadgePopover, content);
  gtk_widget_class_bind_template_child (widget_class, RubBadgePopover, verdict);
  gtk_widget_class_bind_template_child (widget_class, RubBadgePopover, icon);
  gtk_widget_class_bind_template_child (widget_class, RubBadgePopover, title);
  gtk_widget_class_bind_template_child (widget_class, RubBadgePopover, why);
  gtk_widget_class_bind_template_child (widget_class, RubBadgePopover, uncertain_title);
  gtk_widget_class_bind_template_child (widget_class, RubBadgePopover, uncertain);
  gtk_widget_class_bind_template_child (widget_class, RubBadgePopover, studies_title);
  gtk_widget_class_bind_template_child (widget_class, RubBadgePopover, studies);
  gtk_widget_class_bind_template_callback (widget_class, on_study_activated_cb);
}

static void
rub_badge_popover_init (RubBadgePopover *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
rub_badge_popover_new (void)
{
  return g_object_new (RUB_TYPE_BADGE_POPOVER, NULL);
}

void
rub_badge_popover_set_verdict (RubBadgePopover *self, RubArticle *article, guint block)
{
  const RubBlockFields *fields;
  g_autoptr (GPtrArray) studies = NULL;

  g_return_if_fail (RUB_IS_BADGE_POPOVER (self));
  g_return_if_fail (RUB_IS_ARTICLE (article));
  g_return_if_fail (block < rub_article_get_n_blocks (article));

  fields = rub_block_get_fields (rub_article_get_block (article, block));
  studies = rub_badge_words_find_studies (article, block);
  show_verdict (self, fields->verdict);
  show_words (self->why, fields->why);
  show_words (self->uncertain, fields->uncertain);
  gtk_widget_set_visible (self->uncertain_title, fields->uncertain != NULL);
  show_studies (self, studies);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), 0);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self->content), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  rub_badge_words_get_title (fields->verdict),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  fields->why != NULL ? fields->why : "", -1);
}

void
rub_badge_popover_focus (RubBadgePopover *self)
{
  g_return_if_fail (RUB_IS_BADGE_POPOVER (self));

  gtk_root_set_focus (gtk_widget_get_root (GTK_WIDGET (self)), self->content);
}

/* Labels are told how wide to be: a scrolled window that never scrolls across follows them. */
void
rub_badge_popover_set_room (RubBadgePopover *self, int width, int height)
{
  GtkListBoxRow *row;
  int symbol_px;

  g_return_if_fail (RUB_IS_BADGE_POPOVER (self));

  gtk_widget_measure (GTK_WIDGET (self->icon), GTK_ORIENTATION_HORIZONTAL, -1, NULL, &symbol_px,
                      NULL, NULL);
  rub_popover_fit_label (self->title, width, 2 * symbol_px, MAX_WIDTH_CHARS);
  rub_popover_fit_label (self->why, width, 0, MAX_WIDTH_CHARS);
  rub_popover_fit_label (self->uncertain, width, 0, MAX_WIDTH_CHARS);
  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->studies, i)) != NULL; i++)
    {
      GtkWidget *label = gtk_widget_get_first_child (gtk_list_box_row_get_child (row));

      rub_popover_fit_label (GTK_LABEL (label), width, 2 * symbol_px,
                             MAX_WIDTH_CHARS - SYMBOL_CHARS);
    }
  gtk_scrolled_window_set_max_content_height (self->scroller, MAX (MIN_HEIGHT_PX, height));
}
