/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "rub-day-strip.h"

#include <glib/gi18n.h>

#include "rub-day-bar.h"

/* Below this, the longest of the days would make a short run look long. */
#define MIN_LONGEST_M 10000.0

struct _RubDayStrip
{
  AdwBin parent_instance;

  /* Borrowed */
  RubDayBar *bars[RUB_N_DAYS];

  /* Template */
  GtkBox *bar_box;
  GtkLabel *words;
};

G_DEFINE_FINAL_TYPE (RubDayStrip, rub_day_strip, ADW_TYPE_BIN)

static void
show_total (RubDayStrip *self, const RubDay *days, RubUnits units)
{
  double distance_m = 0;
  guint n_runs = 0;
  guint n_massages = 0;
  g_autofree char *distance = NULL;
  g_autofree char *runs = NULL;
  g_autofree char *massages = NULL;
  g_autofree char *text = NULL;

  for (int i = 0; i < RUB_N_DAYS; i++)
    {
      distance_m += days[i].distance_m;
      n_runs += (guint) days[i].n_runs;
      n_massages += (guint) days[i].n_massages;
    }

  distance = rub_format_distance (distance_m, units);
  runs = g_strdup_printf (ngettext ("%u run", "%u runs", n_runs), n_runs);
  massages = g_strdup_printf (ngettext ("%u massage", "%u massages", n_massages), n_massages);
  /* Translators: runs, distance and massages of two weeks: "8 runs, 84 km, 3 massages". */
  text = g_strdup_printf (C_ ("two weeks", "%s, %s, %s"), runs, distance, massages);
  gtk_label_set_label (self->words, text);
}

static void
rub_day_strip_class_init (RubDayStripClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/rubdown/Rubdown/ui/rub-day-strip.ui");
  gtk_widget_class_bind_template_child (widget_class, RubDayStrip, bar_box);
  gtk_widget_class_bind_template_child (widget_class, RubDayStrip, words);
}

static void
rub_day_strip_init (RubDayStrip *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  for (int i = 0; i < RUB_N_DAYS; i++)
    {
      self->bars[i] = g_object_new (RUB_TYPE_DAY_BAR, "hexpand", TRUE, NULL);
      gtk_box_append (self->bar_box, GTK_WIDGET (self->bars[i]));
    }
}

void
rub_day_strip_update (RubDayStrip *self, RubLibrary *library)
{
  RubDay days[RUB_N_DAYS];
  double longest_m = MIN_LONGEST_M;
  gint64 now_us;

  g_return_if_fail (RUB_IS_DAY_STRIP (self));
  g_return_if_fail (RUB_IS_LIBRARY (library));

  now_us = rub_library_get_now_us (library);
  rub_days_count (rub_library_get_records (library), now_us, rub_library_get_zone (library), days);
  for (int i = 0; i < RUB_N_DAYS; i++)
    longest_m = MAX (longest_m, days[i].distance_m);

  for (int i = 0; i < RUB_N_DAYS; i++)
    {
      gint64 then_us = now_us - (RUB_N_DAYS - 1 - i) * G_TIME_SPAN_DAY;
      g_autofree char *name = rub_format_day (then_us, now_us, rub_library_get_zone (library));
      g_autofree char *words
        = rub_day_describe (&days[i], name, rub_library_get_units (library));

      rub_day_bar_set_day (self->bars[i], &days[i], longest_m, words);
    }
  show_total (self, days, rub_library_get_units (library));
}
