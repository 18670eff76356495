/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <adwaita.h>

#include "rub-add-popover.h"
#include "rub-aloud-bar.h"
#include "rub-aloud-options.h"
#include "rub-badge-popover.h"
#include "rub-body-side.h"
#include "rub-body-tools.h"
#include "rub-check-bar.h"
#include "rub-check-strip.h"
#include "rub-contents-row.h"
#include "rub-contents.h"
#include "rub-day-strip.h"
#include "rub-fault-bar.h"
#include "rub-find-bar.h"
#include "rub-icon-resources.h"
#include "rub-look-popover.h"
#include "rub-map-legend.h"
#include "rub-mark-pane.h"
#include "rub-mark-popover.h"
#include "rub-mark-row.h"
#include "rub-marks-popover.h"
#include "rub-mention-popover.h"
#include "rub-name-popover.h"
#include "rub-part-row.h"
#include "rub-plan-page.h"
#include "rub-preferences.h"
#include "rub-read-head.h"
#include "rub-read-side.h"
#include "rub-region-row.h"
#include "rub-region-sheet.h"
#include "rub-reminder-row.h"
#include "rub-rule-row.h"
#include "rub-sheet-section.h"
#include "rub-shelf-pane.h"
#include "rub-shelf-row.h"
#include "rub-sore-list.h"
#include "rub-sore-pane.h"
#include "rub-sore-popover.h"
#include "rub-suggestion-card.h"
#include "rub-today-page.h"
#include "rub-ui-resources.h"

#define FOLDER "/io/github/rubdown/Rubdown/ui"

/* Those that cannot be made without a library have tests of their own. */
static const struct
{
  const char *file;
  GType (*get_type) (void);
} templates[] = {
  { "rub-add-popover.ui", rub_add_popover_get_type },
  { "rub-aloud-bar.ui", rub_aloud_bar_get_type },
  { "rub-aloud-options.ui", rub_aloud_options_get_type },
  { "rub-badge-popover.ui", rub_badge_popover_get_type },
  { "rub-body-page.ui", NULL },
  { "rub-body-side.ui", rub_body_side_get_type },
  { "rub-body-tools.ui", rub_body_tools_get_type },
  { "rub-check-bar.ui", rub_check_bar_get_type },
  { "rub-check-strip.ui", rub_check_strip_get_type },
  { "rub-contents-row.ui", rub_contents_row_get_type },
  { "rub-contents.ui", rub_contents_get_type },
  { "rub-day-strip.ui", rub_day_strip_get_type },
  { "rub-fault-bar.ui", rub_fault_bar_get_type },
  { "rub-find-bar.ui", rub_find_bar_get_type },
  { "rub-look-popover.ui", rub_look_popover_get_type },
  { "rub-map-legend.ui", rub_map_legend_get_type },
  { "rub-mark-pane.ui", rub_mark_pane_get_type },
  { "rub-mark-popover.ui", rub_mark_popover_get_type },
  { "rub-mark-row.ui", rub_mark_row_get_type },
  { "rub-marks-popover.ui", rub_marks_popover_get_type },
  { "rub-mention-popover.ui", rub_mention_popover_get_type },
  { "rub-name-popover.ui", rub_name_popover_get_type },
  { "rub-part-row.ui", rub_part_row_get_type },
  { "rub-plan-page.ui", rub_plan_page_get_type },
  { "rub-preferences.ui", rub_preferences_get_type },
  { "rub-read-head.ui", rub_read_head_get_type },
  { "rub-read-page.ui", NULL },
  { "rub-read-side.ui", rub_read_side_get_type },
  { "rub-region-row.ui", rub_region_row_get_type },
  { "rub-region-sheet.ui", rub_region_sheet_get_type },
  { "rub-reminder-row.ui", rub_reminder_row_get_type },
  { "rub-rule-row.ui", rub_rule_row_get_type },
  { "rub-run-dialog.ui", NULL },
  { "rub-run-row.ui", NULL },
  { "rub-runs-window.ui", NULL },
  { "rub-sheet-section.ui", rub_sheet_section_get_type },
  { "rub-shelf-pane.ui", rub_shelf_pane_get_type },
  { "rub-shelf-row.ui", rub_shelf_row_get_type },
  { "rub-sore-list.ui", rub_sore_list_get_type },
  { "rub-sore-pane.ui", rub_sore_pane_get_type },
  { "rub-sore-popover.ui", rub_sore_popover_get_type },
  { "rub-suggestion-card.ui", rub_suggestion_card_get_type },
  { "rub-today-page.ui", rub_today_page_get_type },
  { "rub-window.ui", NULL },
};

/* A mistake in a template is a warning when it is first used, and warnings are fatal here. */
static void
test_made_once (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (templates); i++)
    {
      gpointer widget;

      if (templates[i].get_type == NULL)
        continue;
      g_test_message ("%s", templates[i].file);
      widget = g_object_ref_sink (g_object_new (templates[i].get_type (), NULL));
      g_object_add_weak_pointer (widget, &widget);
      if (GTK_IS_WINDOW (widget))
        gtk_window_destroy (widget);
      g_object_unref (widget);
      g_assert_null (widget);
    }
}

static void
test_all_listed (void)
{
  g_auto (GStrv) files
    = g_resources_enumerate_children (FOLDER, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);

  for (int i = 0; files[i] != NULL; i++)
    {
      gboolean is_listed = FALSE;

      for (gsize j = 0; j < G_N_ELEMENTS (templates); j++)
        is_listed |= g_str_equal (templates[j].file, files[i]);
      g_test_message ("%s", files[i]);
      g_assert_true (is_listed);
    }
  g_assert_cmpuint (g_strv_length (files), ==, G_N_ELEMENTS (templates));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  g_resources_register (rub_ui_get_resource ());
  g_resources_register (rub_icons_get_resource ());
  g_test_add_func ("/templates/made-once", test_made_once);
  g_test_add_func ("/templates/all-listed", test_all_listed);

  return g_test_run ();
}
