/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "rub-run-dialog.h"

#include <math.h>
#include <string.h>

#include <glib/gi18n.h>

#include "rub-run-demand.h"
#include "rub-run-input.h"
#include "rub-wall.h"

/* A run that ends a little later than now is a clock read by eye, not a slip. */
#define FUTURE_US (10 * G_TIME_SPAN_MINUTE)

/* The rows of "When". */
enum
{
  WHEN_NOW,
  WHEN_TODAY,
  WHEN_OTHER_DAY,
};

struct _RubRunDialog
{
  AdwWindow parent_instance;

  /* What the dialog does to its own fields is not what the runner chose. */
  gboolean is_filling;
  gboolean is_rated;
  gboolean is_kind_chosen;

  /* Owned */
  RubLibrary *library;
  RubRun *run;
  char *initial_start;
  char *initial_distance;

  /* Template */
  AdwComboRow *when_row;
  GtkWidget *day_row;
  GtkMenuButton *day_button;
  GtkPopover *day_popover;
  GtkCalendar *calendar;
  AdwEntryRow *clock_row;
  AdwEntryRow *distance_row;
  AdwEntryRow *elapsed_row;
  GtkLabel *pace_label;
  GtkLabel *effort_label;
  GtkWidget *unrate_button;
  GtkScale *effort_scale;
  AdwComboRow *kind_row;
  AdwEntryRow *note_row;
};

G_DEFINE_FINAL_TYPE (RubRunDialog, rub_run_dialog, ADW_TYPE_WINDOW)

static const char *
get_text (AdwEntryRow *row)
{
  return gtk_editable_get_text (GTK_EDITABLE (row));
}

static gboolean
read_distance (RubRunDialog *self, double *distance_m)
{
  const char *text = get_text (self->distance_row);

  /* What is shown is rounded; what is not touched stays as it was. */
  if (self->run != NULL && g_strcmp0 (text, self->initial_distance) == 0)
    {
      *distance_m = rub_run_get_fields (self->run)->distance_m;
      return TRUE;
    }

  return rub_run_input_parse_distance (text, rub_library_get_units (self->library), distance_m);
}

static int
get_effort (RubRunDialog *self)
{
  return self->is_rated ? (int) (gtk_range_get_value (GTK_RANGE (self->effort_scale)) + 0.5)
                        : RUB_EFFORT_UNKNOWN;
}

/* Day and time of day as they are shown, to see whether they were touched. */
static char *
describe_start (RubRunDialog *self)
{
  g_autoptr (GDateTime) day = gtk_calendar_get_date (self->calendar);
  g_autofree char *date = g_date_time_format (day, "%F");

  return g_strdup_printf ("%u %s %s", adw_combo_row_get_selected (self->when_row), date,
                          get_text (self->clock_row));
}

static void
get_day (RubRunDialog *self, GDate *day)
{
  g_autoptr (GDateTime) date = NULL;

  if (adw_combo_row_get_selected (self->when_row) == WHEN_OTHER_DAY)
    {
      date = gtk_calendar_get_date (self->calendar);
      g_date_set_dmy (day, (GDateDay) g_date_time_get_day_of_month (date),
                      (GDateMonth) g_date_time_get_month (date),
                      (GDateYear) g_date_time_get_year (date));
    }
  else
    rub_wall_get_date (rub_library_get_zone (self->library),
                       rub_library_get_now_us (self->library), day);
}

static gboolean
read_start (RubRunDialog *self, int elapsed_s, gint64 *start_us)
{
  g_autofree char *start = describe_start (self);
  GDate day;
  int wall_min;

  if (self->run != NULL && g_strcmp0 (start, self->initial_start) == 0)
    {
      *start_us = rub_run_get_start_us (self->run);
      return TRUE;
    }
  if (adw_combo_row_get_selected (self->when_row) == WHEN_NOW)
    {
      *start_us = rub_library_get_now_us (self->library) - elapsed_s * G_TIME_SPAN_SECOND;
      return TRUE;
    }
  if (!rub_run_input_parse_clock (get_text (self->clock_row), &wall_min))
    return FALSE;

  g_date_clear (&day, 1);
  get_day (self, &day);
  *start_us = rub_wall_to_instant (rub_library_get_zone (self->library), &day, wall_min);

  return TRUE;
}

/* Puts what is wrong, or else the plain title, where the title of the row is. */
static void
set_problem (AdwEntryRow *row, const char *problem, const char *title)
{
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), problem != NULL ? problem : title);
  if (problem != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (row), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (row), "error");
}

static void
show_problems (RubRunDialog *self, const char *start, const char *distance, const char *elapsed)
{
  g_autofree char *distance_title = NULL;

  /* Translators: a field for a distance in "km" or "mi". */
  distance_title = g_strdup_printf (
    _("How Far, %s"), rub_units_get_distance_symbol (rub_library_get_units (self->library)));
  set_problem (self->clock_row, start, _("Started At"));
  set_problem (self->distance_row, distance, distance_title);
  set_problem (self->elapsed_row, elapsed, _("How Long, such as 52 or 1:02:11"));
}

static void
show_pace (RubRunDialog *self)
{
  int elapsed_s;
  double distance_m;
  g_autofree char *elapsed = NULL;
  g_autofree char *pace = NULL;
  g_autofree char *both = NULL;

  if (rub_run_input_parse_elapsed (get_text (self->elapsed_row), &elapsed_s))
    {
      elapsed = rub_format_elapsed (elapsed_s);
      if (read_distance (self, &distance_m))
        pace = rub_format_pace (distance_m, elapsed_s, rub_library_get_units (self->library));
    }
  if (pace != NULL)
    /* Translators: how long a run took, and its pace: "1:02:11 · 5:12 /km". */
    both = g_strdup_printf (C_ ("pace", "%s · %s"), elapsed, pace);
  gtk_label_set_label (self->pace_label, both != NULL ? both : elapsed != NULL ? elapsed : "–");
}

static void
guess_kind (RubRunDialog *self)
{
  int elapsed_s;

  if (!self->is_kind_chosen
      && rub_run_input_parse_elapsed (get_text (self->elapsed_row), &elapsed_s))
    {
      GPtrArray *runs = rub_library_get_records (self->library)->runs;

      self->is_filling = TRUE;
      adw_combo_row_set_selected (self->kind_row,
                                  rub_run_guess_kind (rub_timing_get_bundled (), elapsed_s,
                                                      get_effort (self), runs));
      self->is_filling = FALSE;
    }
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->kind_row),
                               self->is_kind_chosen ? "" : _("A guess, change it as you like"));
}

static void
show_effort (RubRunDialog *self)
{
  g_autofree char *text = NULL;

  if (self->is_rated)
    /* Translators: how hard a run was, 0 to 10. */
    text = g_strdup_printf (_("%d of 10"), get_effort (self));
  gtk_label_set_label (self->effort_label, text != NULL ? text : _("Not rated"));
  gtk_widget_set_visible (self->unrate_button, self->is_rated);
}

static void
update (RubRunDialog *self)
{
  guint when = adw_combo_row_get_selected (self->when_row);
  g_autoptr (GDateTime) day = gtk_calendar_get_date (self->calendar);
  g_autofree char *date = g_date_time_format (day, C_ ("date in another year", "%-d %B %Y"));

  gtk_widget_set_visible (self->day_row, when == WHEN_OTHER_DAY);
  gtk_widget_set_visible (GTK_WIDGET (self->clock_row), when != WHEN_NOW);
  gtk_menu_button_set_label (self->day_button, date);
  show_problems (self, NULL, NULL, NULL);
  show_pace (self);
  show_effort (self);
  guess_kind (self);
}

static void
on_input_changed_cb (RubRunDialog *self)
{
  g_assert (RUB_IS_RUN_DIALOG (self));

  /* The template sets values before everything is there. */
  if (!self->is_filling && self->library != NULL)
    update (self);
}

static void
on_day_selected_cb (RubRunDialog *self)
{
  if (self->is_filling)
    return;

  gtk_popover_popdown (self->day_popover);
  on_input_changed_cb (self);
}

static gboolean
on_effort_chosen_cb (GtkRange *range, GtkScrollType scroll, double value, gpointer data)
{
  RubRunDialog *self = RUB_RUN_DIALOG (data);

  self->is_rated = TRUE;
  gtk_range_set_value (range, CLAMP ((int) (value + 0.5), 0, RUB_EFFORT_MAX));
  update (self);

  return TRUE;
}

static void
on_kind_selected_cb (RubRunDialog *self)
{
  if (!self->is_filling && self->library != NULL)
    {
      self->is_kind_chosen = TRUE;
      update (self);
    }
}

static void
unrate_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  RubRunDialog *self = RUB_RUN_DIALOG (widget);

  self->is_rated = FALSE;
  gtk_range_set_value (GTK_RANGE (self->effort_scale), 0);
  gtk_widget_grab_focus (GTK_WIDGET (self->effort_scale));
  update (self);
}

static void
commit (RubRunDialog *self, const RubRunFields *fields)
{
  g_autoptr (RubRun) run = rub_run_new (fields);
  g_autoptr (RubChange) change = rub_change_new ();

  rub_change_save_run (change, run);
  rub_library_commit (self->library, change,
                      self->run != NULL ? _("Run changed") : _("Run added"));
}

static RubRunFields
get_kept_fields (RubRunDialog *self)
{
  if (self->run != NULL)
    return *rub_run_get_fields (self->run);

  return (RubRunFields){
    .zone = g_time_zone_get_identifier (rub_library_get_zone (self->library)),
    .ascent_m = NAN,
    .descent_m = NAN,
    .source = "hand",
  };
}

static void
save_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  RubRunDialog *self = RUB_RUN_DIALOG (widget);
  RubRunFields fields = get_kept_fields (self);
  const char *start = NULL, *distance = NULL, *elapsed = NULL;
  const char *note = get_text (self->note_row);

  if (!read_distance (self, &fields.distance_m))
    distance = _("How far? For example 12.4");
  if (!rub_run_input_parse_elapsed (get_text (self->elapsed_row), &fields.elapsed_s))
    elapsed = _("How long? For example 52, 1:02 or 1:02:11");
  else if (!read_start (self, fields.elapsed_s, &fields.start_us))
    start = _("At what time? For example 7:30");
  else if (fields.start_us + fields.elapsed_s * G_TIME_SPAN_SECOND
           > rub_library_get_now_us (self->library) + FUTURE_US)
    start = _("Started at: this run would end in the future");

  show_problems (self, start, distance, elapsed);
  if (start != NULL || distance != NULL || elapsed != NULL)
    {
      gtk_widget_grab_focus (GTK_WIDGET (start != NULL      ? self->clock_row
                                         : distance != NULL ? self->distance_row
                                                            : self->elapsed_row));
      return;
    }

  fields.effort = get_effort (self);
  fields.kind = (RubRunKind) adw_combo_row_get_selected (self->kind_row);
  fields.note = note[0] != '\0' ? note : NULL;
  commit (self, &fields);
  gtk_window_close (GTK_WINDOW (self));
}

static void
set_distance (RubRunDialog *self, double distance_m)
{
  double shown = distance_m / rub_units_get_distance_m (rub_library_get_units (self->library));
  g_autofree char *text = NULL;

  if (distance_m < 1)
    return;

  /* Two digits of a kilometre are ten metres; %g would drop them beyond 100. */
  text = g_strdup_printf ("%.2f", shown);
  while (g_str_has_suffix (text, "0"))
    text[strlen (text) - 1] = '\0';
  if (!g_ascii_isdigit (text[strlen (text) - 1]))
    text[strlen (text) - 1] = '\0';
  gtk_editable_set_text (GTK_EDITABLE (self->distance_row), text);
}

static void
set_start (RubRunDialog *self, gint64 start_us)
{
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (start_us / G_USEC_PER_SEC);
  g_autoptr (GDateTime) local
    = g_date_time_to_timezone (utc, rub_library_get_zone (self->library));
  g_autofree char *clock = rub_format_time (start_us, rub_library_get_zone (self->library));

  gtk_editable_set_text (GTK_EDITABLE (self->clock_row), clock);
  if (self->run != NULL)
    gtk_calendar_select_day (self->calendar, local);
}

static void
fill_from_run (RubRunDialog *self, RubRun *run)
{
  const RubRunFields *fields = rub_run_get_fields (run);
  g_autofree char *elapsed
    = g_strdup_printf ("%d:%02d:%02d", fields->elapsed_s / 3600, fields->elapsed_s / 60 % 60,
                       fields->elapsed_s % 60);

  gtk_window_set_title (GTK_WINDOW (self), _("Change Run"));
  adw_combo_row_set_selected (self->when_row, WHEN_OTHER_DAY);
  gtk_editable_set_text (GTK_EDITABLE (self->elapsed_row), elapsed);
  gtk_editable_set_text (GTK_EDITABLE (self->note_row), fields->note != NULL ? fields->note : "");
  adw_combo_row_set_selected (self->kind_row, fields->kind);
  self->is_kind_chosen = TRUE;
  self->is_rated = fields->effort != RUB_EFFORT_UNKNOWN;
  gtk_range_set_value (GTK_RANGE (self->effort_scale), self->is_rated ? fields->effort : 0);
}

/* A new run is likely to be about as far as the last one, and at that time of the day. */
static void
fill (RubRunDialog *self)
{
  GPtrArray *runs = rub_library_get_records (self->library)->runs;
  RubRun *like = self->run;

  self->is_filling = TRUE;
  if (like == NULL && runs->len > 0)
    like = g_ptr_array_index (runs, 0);
  if (self->run != NULL)
    fill_from_run (self, self->run);
  if (like != NULL)
    {
      set_start (self, rub_run_get_start_us (like));
      set_distance (self, rub_run_get_fields (like)->distance_m);
    }
  self->is_filling = FALSE;

  self->initial_start = describe_start (self);
  self->initial_distance = g_strdup (get_text (self->distance_row));
  update (self);
  gtk_widget_grab_focus (
    GTK_WIDGET (self->run == NULL && like != NULL ? self->elapsed_row : self->distance_row));
}

static void
rub_run_dialog_finalize (GObject *object)
{
  RubRunDialog *self = RUB_RUN_DIALOG (object);

  g_clear_object (&self->library);
  g_clear_object (&self->run);
  g_clear_pointer (&self->initial_start, g_free);
  g_clear_pointer (&self->initial_distance, g_free);

  G_OBJECT_CLASS (rub_run_dialog_parent_class)->finalize (object);
}

static void
rub_run_dialog_class_init (RubRunDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = rub_run_dialog_finalize;

  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/rubdown/Rubdown/ui/rub-run-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, RubRunDialog, when_row);
  gtk_widget_class_bind_template_child (widget_class, RubRunDialog, day_row);
  gtk_widget_class_bind_template_child (widget_class, RubRunDialog, day_button);
  gtk_widget_class_bind_template_child (widget_class, RubRunDialog, day_popover);
  gtk_widget_class_bind_template_child (widget_class, RubRunDialog, calendar);
  gtk_widget_class_bind_template_child (widget_class, RubRunDialog, clock_row);
  gtk_widget_class_bind_template_child (widget_class, RubRunDialog, distance_row);
  gtk_widget_class_bind_template_child (widget_class, RubRunDialog, elapsed_row);
  gtk_widget_class_bind_template_child (widget_class, RubRunDialog, pace_label);
  gtk_widget_class_bind_template_child (widget_class, RubRunDialog, effort_label);
  gtk_widget_class_bind_template_child (widget_class, RubRunDialog, unrate_button);
  gtk_widget_class_bind_template_child (widget_class, RubRunDialog, effort_scale);
  gtk_widget_class_bind_template_child (widget_class, RubRunDialog, kind_row);
  gtk_widget_class_bind_template_child (widget_class, RubRunDialog, note_row);
  gtk_widget_class_bind_template_callback (widget_class, on_input_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_day_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_effort_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_kind_selected_cb);

  gtk_widget_class_install_action (widget_class, "run.save", NULL, save_action);
  gtk_widget_class_install_action (widget_class, "run.unrate", NULL, unrate_action);
}

static void
rub_run_dialog_init (RubRunDialog *self)
{
  g_autoptr (GtkStringList) kinds = gtk_string_list_new (NULL);

  gtk_widget_init_template (GTK_WIDGET (self));
  for (int i = 0; i < RUB_RUN_N_KINDS; i++)
    gtk_string_list_append (kinds, rub_run_kind_get_name (i));
  adw_combo_row_set_model (self->kind_row, G_LIST_MODEL (kinds));
}

RubRunDialog *
rub_run_dialog_new (GtkWindow *parent, RubLibrary *library, RubRun *run)
{
  RubRunDialog *self;

  g_return_val_if_fail (GTK_IS_WINDOW (parent), NULL);
  g_return_val_if_fail (RUB_IS_LIBRARY (library), NULL);
  g_return_val_if_fail (rub_library_get_records (library) != NULL, NULL);
  g_return_val_if_fail (run == NULL || RUB_IS_RUN (run), NULL);

  self = g_object_new (RUB_TYPE_RUN_DIALOG, "transient-for", parent, NULL);
  self->library = g_object_ref (library);
  g_set_object (&self->run, run);
  fill (self);

  return self;
}
