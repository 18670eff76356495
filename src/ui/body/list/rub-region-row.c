/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "rub-region-row.h"

#include <glib/gi18n-lib.h>

#include "rub-level-chip.h"
#include "rub-level-keys.h"
#include "rub-region-words.h"

struct _RubRegionRow
{
  GtkListBoxRow parent_instance;

  /* Owned */
  RubCheckDraft *draft;
  RubBodyAttention *attention;
  RubRegion *region;

  /* Template */
  RubLevelChip *chip;
  GtkWidget *dash;
  GtkLabel *title;
  GtkLabel *subtitle;
  GtkWidget *sign;
  GtkWidget *remove_button;
};

static void rub_region_row_region_item_init (RubRegionItemInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (RubRegionRow,
                               rub_region_row,
                               GTK_TYPE_LIST_BOX_ROW,
                               G_IMPLEMENT_INTERFACE (RUB_TYPE_REGION_ITEM,
                                                      rub_region_row_region_item_init))

static RubRegion *
rub_region_row_region_item_get_region (RubRegionItem *item)
{
  return RUB_REGION_ROW (item)->region;
}

static RubCheckDraft *
rub_region_row_region_item_get_draft (RubRegionItem *item)
{
  return RUB_REGION_ROW (item)->draft;
}

static void
rub_region_row_region_item_ask (RubRegionItem *item)
{
  gtk_widget_activate_action (GTK_WIDGET (item), "list.ask", "s",
                              rub_region_get_id (RUB_REGION_ROW (item)->region));
}

static void
rub_region_row_region_item_init (RubRegionItemInterface *iface)
{
  iface->get_region = rub_region_row_region_item_get_region;
  iface->get_draft = rub_region_row_region_item_get_draft;
  iface->ask = rub_region_row_region_item_ask;
}

/* How sore it was said to be last, where that is other than now; otherwise 0. */
static int
find_last_level (RubRegionRow *self, int soreness)
{
  RubCheck *last = rub_check_draft_get_last (self->draft);
  const RubSoreness *then
    = last != NULL ? rub_check_find (last, rub_region_get_id (self->region)) : NULL;

  return then != NULL && then->soreness != soreness ? then->soreness : 0;
}

/* @sore: (nullable) */
static char *
make_subtitle (RubRegionRow *self, RubSoreRegion *sore)
{
  int last = find_last_level (self, sore != NULL ? rub_sore_region_get_soreness (sore) : 0);
  RubSensation sensation
    = sore != NULL ? rub_sore_region_get_sensation (sore) : RUB_SENSATION_NONE;
  const char *note = sore != NULL ? rub_sore_region_get_note (sore) : NULL;
  const char *words = sensation != RUB_SENSATION_NONE ? rub_sensation_get_name (sensation)
                                                      : rub_region_get_hint (self->region);
  g_autofree char *then = last > 0 ? g_strdup_printf (_("Last check: %d"), last) : NULL;
  const char *parts[4] = { NULL };
  int n_parts = 0;

  if (words != NULL)
    parts[n_parts++] = words;
  if (note != NULL)
    parts[n_parts++] = note;
  if (then != NULL)
    parts[n_parts++] = then;

  return g_strjoinv (" · ", (char **) parts);
}

static void
describe (RubRegionRow *self, RubSoreRegion *sore)
{
  g_autofree char *words
    = rub_region_words_describe (self->region, sore, rub_check_draft_get_last (self->draft));

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  words, -1);
  gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_CHECKED,
                               sore != NULL ? GTK_ACCESSIBLE_TRISTATE_TRUE
                                            : GTK_ACCESSIBLE_TRISTATE_FALSE,
                               -1);
}

static void
show_level (RubRegionRow *self)
{
  RubSoreRegion *sore = rub_check_draft_find (self->draft, self->region);
  g_autofree char *subtitle = make_subtitle (self, sore);
  gboolean had_focus = gtk_widget_has_focus (self->remove_button);

  if (sore != NULL)
    rub_level_chip_set_soreness (self->chip, rub_sore_region_get_soreness (sore));
  gtk_widget_set_visible (GTK_WIDGET (self->chip), sore != NULL);
  gtk_widget_set_visible (self->dash, sore == NULL);
  gtk_widget_set_visible (self->remove_button, sore != NULL);
  if (had_focus && sore == NULL)
    gtk_widget_grab_focus (GTK_WIDGET (self));
  gtk_label_set_label (self->subtitle, subtitle);
  gtk_widget_set_visible (GTK_WIDGET (self->subtitle), *subtitle != '\0');
  describe (self, sore);
}

static void
show_lit (RubRegionRow *self)
{
  if (rub_body_attention_is_lit (self->attention, self->region))
    gtk_widget_add_css_class (GTK_WIDGET (self), "lit");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "lit");
}

static void
show_region (RubRegionRow *self)
{
  const char *name = rub_region_get_name (self->region);
  gboolean is_forbidden = rub_region_get_care (self->region) == RUB_REGION_CARE_NONE;
  /* Translators: a region of the body. */
  g_autofree char *remove = g_strdup_printf (_("Remove %s"), name);

  gtk_label_set_label (self->title, name);
  gtk_widget_set_visible (self->sign, is_forbidden);
  if (is_forbidden)
    {
      const char *care = rub_region_care_get_name (RUB_REGION_CARE_NONE);

      gtk_widget_set_tooltip_text (self->sign, care);
      gtk_accessible_update_property (GTK_ACCESSIBLE (self->sign), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                      care, -1);
    }
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->remove_button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, remove, -1);
}

static void
on_region_settled_cb (RubRegionRow *self, RubRegion *region)
{
  g_assert (RUB_IS_REGION_ROW (self));

  if (region == self->region)
    show_level (self);
}

static void
on_pointer_entered_cb (RubRegionRow *self)
{
  g_assert (RUB_IS_REGION_ROW (self));

  rub_body_attention_set_lit (self->attention, self->region);
}

static void
on_focus_entered_cb (RubRegionRow *self)
{
  g_assert (RUB_IS_REGION_ROW (self));

  rub_body_attention_set_lit (self->attention, self->region);
}

static void
on_left_cb (RubRegionRow *self)
{
  g_assert (RUB_IS_REGION_ROW (self));

  if (self->attention != NULL)
    rub_body_attention_unlight (self->attention, self->region);
}

static void
rub_region_row_dispose (GObject *object)
{
  RubRegionRow *self = RUB_REGION_ROW (object);

  if (self->attention != NULL)
    rub_body_attention_unlight (self->attention, self->region);
  g_clear_object (&self->draft);
  g_clear_object (&self->attention);
  g_clear_object (&self->region);

  G_OBJECT_CLASS (rub_region_row_parent_class)->dispose (object);
}

static void
rub_region_row_class_init (RubRegionRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = rub_region_row_dispose;

  rub_region_item_install_actions (widget_class);
  rub_level_keys_bind (widget_class);

  g_type_ensure (RUB_TYPE_LEVEL_CHIP);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/rubdown/Rubdown/ui/rub-region-row.ui");
  gtk_widget_class_bind_template_child (widget_class, RubRegionRow, chip);
  gtk_widget_class_bind_template_child (widget_class, RubRegionRow, dash);
  gtk_widget_class_bind_template_child (widget_class, RubRegionRow, title);
  gtk_widget_class_bind_template_child (widget_class, RubRegionRow, subtitle);
  gtk_widget_class_bind_template_child (widget_class, RubRegionRow, sign);
  gtk_widget_class_bind_template_child (widget_class, RubRegionRow, remove_button);
  gtk_widget_class_bind_template_callback (widget_class, on_pointer_entered_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_focus_entered_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_left_cb);
}

static void
rub_region_row_init (RubRegionRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
rub_region_row_new (RubCheckDraft *draft, RubBodyAttention *attention, RubRegion *region)
{
  RubRegionRow *self;

  g_return_val_if_fail (RUB_IS_CHECK_DRAFT (draft), NULL);
  g_return_val_if_fail (RUB_IS_BODY_ATTENTION (attention), NULL);
  g_return_val_if_fail (RUB_IS_REGION (region), NULL);

  self = g_object_new (RUB_TYPE_REGION_ROW, NULL);
  self->draft = g_object_ref (draft);
  self->attention = g_object_ref (attention);
  self->region = g_object_ref (region);
  g_signal_connect_object (draft, "region-settled", G_CALLBACK (on_region_settled_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (draft, "notify::last", G_CALLBACK (show_level), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (attention, "notify::lit", G_CALLBACK (show_lit), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (attention, "notify::pointed-out", G_CALLBACK (show_lit), self,
                           G_CONNECT_SWAPPED);
  show_region (self);
  show_level (self);
  show_lit (self);

  return GTK_WIDGET (self);
}

RubRegion *
rub_region_row_get_region (RubRegionRow *self)
{
  g_return_val_if_fail (RUB_IS_REGION_ROW (self), NULL);

  return self->region;
}

void
rub_region_row_activate (RubRegionRow *self)
{
  g_return_if_fail (RUB_IS_REGION_ROW (self));

  if (rub_check_draft_find (self->draft, self->region) == NULL)
    rub_check_draft_mark (self->draft, self->region);
  else
    gtk_widget_activate_action (GTK_WIDGET (self), "region.ask", NULL);
}
