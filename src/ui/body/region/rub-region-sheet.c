/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "rub-region-sheet.h"

#include <glib/gi18n-lib.h>

#include "rub-article-loader.h"
#include "rub-compat.h"
#include "rub-history-words.h"
#include "rub-level-chip.h"
#include "rub-region-history.h"
#include "rub-region-words.h"
#include "rub-sheet-section.h"
#include "rub-week-chart.h"

struct _RubRegionSheet
{
  AdwBin parent_instance;

  gboolean has_chart;

  /* Owned */
  RubCheckDraft *draft;
  RubRegion *region;

  /* Template */
  GtkWidget *back_button;
  GtkLabel *name;
  GtkLabel *hint;
  GtkWidget *slot;
  GtkScrolledWindow *scroller;
  GtkWidget *content;
  RubLevelChip *chip;
  GtkLabel *level;
  GtkButton *mark_button;
  GtkWidget *care;
  GtkImage *care_icon;
  GtkLabel *care_words;
  RubWeekChart *chart;
  GtkLabel *chart_words;
  RubSheetSection *after;
  RubSheetSection *problems;
  RubSheetSection *technique;
  RubSheetSection *caution;
  GtkWidget *articles_section;
  GtkListBox *articles;
};

G_DEFINE_FINAL_TYPE (RubRegionSheet, rub_region_sheet, ADW_TYPE_BIN)

static void
show_level (RubRegionSheet *self)
{
  RubSoreRegion *sore = rub_check_draft_find (self->draft, self->region);
  int soreness = sore != NULL ? rub_sore_region_get_soreness (sore) : 0;
  g_autofree char *words
    = sore != NULL
        ? rub_region_words_for_level (soreness, rub_sore_region_get_sensation (sore))
        : g_strdup (_("Not marked now"));

  rub_level_chip_set_soreness (self->chip, soreness);
  gtk_label_set_label (self->level, words);
  rub_compat_set_mnemonic_label (self->mark_button, sore != NULL ? _("_Change") : _("_Mark"));
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->mark_button), "s",
                                    rub_region_get_id (self->region));
}

static void
on_region_settled_cb (RubRegionSheet *self, RubRegion *region)
{
  g_assert (RUB_IS_REGION_SHEET (self));

  if (region == self->region)
    show_level (self);
}

static void
show_names (RubRegionSheet *self)
{
  const char *name = rub_region_get_name (self->region);
  const char *hint = rub_region_get_hint (self->region);

  gtk_label_set_label (self->name, name);
  gtk_label_set_label (self->hint, hint != NULL ? hint : rub_region_get_group (self->region));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
show_care (RubRegionSheet *self)
{
  RubRegionCare care = rub_region_get_care (self->region);
  const char *words = rub_region_care_get_name (care);
  gboolean is_none = care == RUB_REGION_CARE_NONE;

  gtk_widget_set_visible (self->care, words != NULL);
  gtk_label_set_label (self->care_words, words != NULL ? words : "");
  gtk_image_set_from_icon_name (self->care_icon,
                                is_none ? "rub-no-massage-symbolic" : "rub-massage-symbolic");
  if (is_none)
    gtk_widget_add_css_class (self->care, "none");
  else
    gtk_widget_remove_css_class (self->care, "none");
}

/* The section's title, or the article's when there is none; NULL when it cannot be read. */
static char *
find_title (RubArticle *article, const char *section)
{
  int block;

  if (article == NULL || section == NULL)
    return article != NULL ? g_strdup (rub_article_get_title (article)) : NULL;

  block = rub_article_find_heading (article, section);

  return block >= 0
           ? g_strdup (rub_block_get_fields (rub_article_get_block (article, (guint) block))->text)
           : NULL;
}

static GtkWidget *
create_article_row (const char *place)
{
  g_auto (GStrv) parts = g_strsplit (place, "#", 2);
  g_autoptr (RubArticle) article = rub_article_load (parts[0], g_get_language_names (), NULL);
  g_autofree char *title = find_title (article, parts[1]);
  GtkWidget *row;

  if (title == NULL)
    return NULL;

  row = adw_action_row_new ();
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  if (parts[1] != NULL)
    adw_action_row_set_subtitle (ADW_ACTION_ROW (row), rub_article_get_title (article));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                             g_object_new (GTK_TYPE_IMAGE, "icon-name", "go-next-symbolic",
                                           "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION,
                                           NULL));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "win.open-article");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "s", place);

  return row;
}

static void
show_articles (RubRegionSheet *self, const char *const *places)
{
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (self->articles, 0)) != NULL)
    gtk_list_box_remove (self->articles, GTK_WIDGET (row));
  for (gsize i = 0; places != NULL && places[i] != NULL; i++)
    {
      GtkWidget *next = create_article_row (places[i]);

      if (next != NULL)
        gtk_list_box_append (self->articles, next);
    }
  gtk_widget_set_visible (self->articles_section,
                          gtk_list_box_get_row_at_index (self->articles, 0) != NULL);
}

static void
show_guide (RubRegionSheet *self)
{
  RubRegionGuide *guide = rub_region_get_guide (self->region);
  gboolean is_none = rub_region_get_care (self->region) == RUB_REGION_CARE_NONE;
  const char *basis = guide != NULL
                        ? rub_guide_basis_get_words (rub_region_guide_get_basis (guide))
                        : NULL;

  rub_sheet_section_set_text (self->problems,
                              guide != NULL ? rub_region_guide_get_problems (guide) : NULL, NULL);
  rub_sheet_section_set_text (self->technique,
                              guide != NULL ? rub_region_guide_get_technique (guide) : NULL, basis);
  rub_sheet_section_set_title (self->caution, is_none ? _("Why Not") : _("Take Care"));
  rub_sheet_section_set_text (self->caution,
                              guide != NULL ? rub_region_guide_get_caution (guide) : NULL,
                              is_none ? basis : NULL);
  show_articles (self, guide != NULL ? rub_region_guide_get_articles (guide) : NULL);
}

static void
show_chart_words (RubRegionSheet *self)
{
  const char *words = rub_week_chart_get_words (self->chart);

  if (self->has_chart)
    gtk_label_set_label (self->chart_words,
                         words != NULL ? words : _("Up to today; the number is a week’s worst"));
}

static void
show_history (RubRegionSheet *self, RubRecords *records, gint64 now_us, GTimeZone *zone)
{
  g_autoptr (RubRecords) none = rub_records_new ();
  g_autofree char *after = NULL;
  RubRegionHistory history;

  rub_region_history_count (records != NULL ? records : none, rub_region_get_id (self->region),
                            now_us, zone, &history);
  self->has_chart = rub_region_history_get_n_sore (&history) > 0;
  rub_week_chart_set_history (self->chart, &history);
  gtk_widget_set_visible (GTK_WIDGET (self->chart), self->has_chart);
  /* Room for the words of any week, so that nothing moves as they change. */
  if (self->has_chart)
    gtk_widget_add_css_class (GTK_WIDGET (self->chart_words), "two-lines");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->chart_words), "two-lines");
  if (self->has_chart)
    show_chart_words (self);
  else
    gtk_label_set_label (self->chart_words, rub_history_words_for_quiet (&history));

  /* Where it was never sore, nothing can come back. */
  if (rub_region_history_was_sore (&history))
    after = rub_history_words_for_after (&history);
  rub_sheet_section_set_text (self->after, after, NULL);
}

static void
on_chart_words_changed_cb (RubRegionSheet *self)
{
  g_assert (RUB_IS_REGION_SHEET (self));

  show_chart_words (self);
}

static void
rub_region_sheet_dispose (GObject *object)
{
  RubRegionSheet *self = RUB_REGION_SHEET (object);

  g_clear_object (&self->draft);
  g_clear_object (&self->region);

  G_OBJECT_CLASS (rub_region_sheet_parent_class)->dispose (object);
}

static void
rub_region_sheet_class_init (RubRegionSheetClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = rub_region_sheet_dispose;

  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "body.back", NULL);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);

  g_type_ensure (RUB_TYPE_LEVEL_CHIP);
  g_type_ensure (RUB_TYPE_SHEET_SECTION);
  g_type_ensure (RUB_TYPE_WEEK_CHART);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/rubdown/Rubdown/ui/rub-region-sheet.ui");
  gtk_widget_class_bind_template_child (widget_class, RubRegionSheet, back_button);
  gtk_widget_class_bind_template_child (widget_class, RubRegionSheet, name);
  gtk_widget_class_bind_template_child (widget_class, RubRegionSheet, hint);
  gtk_widget_class_bind_template_child (widget_class, RubRegionSheet, slot);
  gtk_widget_class_bind_template_child (widget_class, RubRegionSheet, scroller);
  gtk_widget_class_bind_template_child (widget_class, RubRegionSheet, content);
  gtk_widget_class_bind_template_child (widget_class, RubRegionSheet, chip);
  gtk_widget_class_bind_template_child (widget_class, RubRegionSheet, level);
  gtk_widget_class_bind_template_child (widget_class, RubRegionSheet, mark_button);
  gtk_widget_class_bind_template_child (widget_class, RubRegionSheet, care);
  gtk_widget_class_bind_template_child (widget_class, RubRegionSheet, care_icon);
  gtk_widget_class_bind_template_child (widget_class, RubRegionSheet, care_words);
  gtk_widget_class_bind_template_child (widget_class, RubRegionSheet, chart);
  gtk_widget_class_bind_template_child (widget_class, RubRegionSheet, chart_words);
  gtk_widget_class_bind_template_child (widget_class, RubRegionSheet, after);
  gtk_widget_class_bind_template_child (widget_class, RubRegionSheet, problems);
  gtk_widget_class_bind_template_child (widget_class, RubRegionSheet, technique);
  gtk_widget_class_bind_template_child (widget_class, RubRegionSheet, caution);
  gtk_widget_class_bind_template_child (widget_class, RubRegionSheet, articles_section);
  gtk_widget_class_bind_template_child (widget_class, RubRegionSheet, articles);
}

static void
rub_region_sheet_init (RubRegionSheet *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_object (self->chart, "notify::words", G_CALLBACK (on_chart_words_changed_cb),
                           self, G_CONNECT_SWAPPED);
}

void
rub_region_sheet_set_draft (RubRegionSheet *self, RubCheckDraft *draft)
{
  g_return_if_fail (RUB_IS_REGION_SHEET (self));
  g_return_if_fail (RUB_IS_CHECK_DRAFT (draft));
  g_return_if_fail (self->draft == NULL);

  self->draft = g_object_ref (draft);
  g_signal_connect_object (draft, "region-settled", G_CALLBACK (on_region_settled_cb), self,
                           G_CONNECT_SWAPPED);
}

void
rub_region_sheet_show (RubRegionSheet *self, RubRegion *region, RubRecords *records,
                       gint64 now_us, GTimeZone *zone)
{
  g_return_if_fail (RUB_IS_REGION_SHEET (self));
  g_return_if_fail (RUB_IS_REGION (region));
  g_return_if_fail (zone != NULL);
  g_return_if_fail (self->draft != NULL);

  if (g_set_object (&self->region, region))
    {
      show_names (self);
      show_care (self);
      show_guide (self);
      gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), 0);
    }
  show_level (self);
  show_history (self, records, now_us, zone);
}

RubRegion *
rub_region_sheet_get_region (RubRegionSheet *self)
{
  g_return_val_if_fail (RUB_IS_REGION_SHEET (self), NULL);

  return self->region;
}

void
rub_region_sheet_focus (RubRegionSheet *self)
{
  g_return_if_fail (RUB_IS_REGION_SHEET (self));

  gtk_widget_grab_focus (self->back_button);
}

void
rub_region_sheet_set_narrow (RubRegionSheet *self, gboolean is_narrow)
{
  g_autoptr (GtkWidget) content = NULL;

  g_return_if_fail (RUB_IS_REGION_SHEET (self));

  if (is_narrow != gtk_widget_get_visible (GTK_WIDGET (self->scroller)))
    return;

  /* A scrolled window that never scrolls still asks for the height of lines that do not wrap. The
   * slot is never hidden, or else GTK would not ask it anew how its height is found. */
  content = g_object_ref (self->content);
  if (is_narrow)
    {
      gtk_scrolled_window_set_child (self->scroller, NULL);
      gtk_box_append (GTK_BOX (self->slot), content);
    }
  else
    {
      gtk_box_remove (GTK_BOX (self->slot), content);
      gtk_scrolled_window_set_child (self->scroller, content);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->scroller), !is_narrow);
}
