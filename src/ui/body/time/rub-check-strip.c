/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "rub-check-strip.h"

#include <glib/gi18n.h>

#include "rub-check-player.h"
#include "rub-marks-popover.h"

/* With one check there is nothing to look back at. */
#define MIN_CHECKS 2

struct _RubCheckStrip
{
  AdwBin parent_instance;

  /* Owned */
  RubPast *past;
  RubCheckPlayer *player;

  /* Template */
  GtkStack *states;
  GtkButton *play_button;
  RubCheckScale *scale;
  GtkBox *foot;
  GtkInscription *words;
  GtkInscription *likeness;
  GtkWidget *likeness_button;
  GtkMenuButton *list_button;
  GtkMenuButton *look_button;
  GMenuModel *look_menu;

  /* Borrowed */
  RubMarksPopover *list; /* NULL until it is opened for the first time */
};

enum
{
  PROP_SHOWN = 1,
  PROP_COMPARED,
  PROP_MARKS,
  PROP_WORDS,
  PROP_LOOK,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (RubCheckStrip, rub_check_strip, ADW_TYPE_BIN)

static void
show_words (RubCheckStrip *self)
{
  gboolean is_likeness;
  g_autofree char *line = rub_past_make_line (self->past);
  g_autofree char *second = rub_past_make_second_line (self->past, &is_likeness);
  g_autofree char *value = rub_past_describe_index (self->past, rub_past_get_index (self->past));

  /* Inscriptions: no words, however long, make the map above change its size. */
  gtk_inscription_set_text (self->words, line);
  gtk_inscription_set_text (self->likeness, second);
  gtk_widget_set_sensitive (self->likeness_button, is_likeness);
  /* Older GTK tells no screen reader what a value means, but what a description says. */
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->scale), GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT,
                                  value, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, line, -1);
}

static void
show_list (RubCheckStrip *self)
{
  g_autofree char *heading = NULL;
  g_autoptr (RubBodyMarks) marks = NULL;

  if (self->list == NULL || rub_past_get_timeline (self->past) == NULL)
    return;

  heading = rub_past_make_heading (self->past);
  marks = rub_past_make_marks_seen (self->past);
  rub_marks_popover_set_marks (self->list, heading, marks);
}

/* What pops up is made when it first does: the page is to be there at once. */
static void
create_list (GtkMenuButton *button, gpointer data)
{
  RubCheckStrip *self = RUB_CHECK_STRIP (data);

  if (self->list != NULL)
    return;

  self->list = g_object_new (RUB_TYPE_MARKS_POPOVER, NULL);
  gtk_menu_button_set_popover (button, GTK_WIDGET (self->list));
  show_list (self);
}

static void
create_look_menu (GtkMenuButton *button, gpointer data)
{
  if (gtk_menu_button_get_menu_model (button) == NULL)
    gtk_menu_button_set_menu_model (button, RUB_CHECK_STRIP (data)->look_menu);
}

static void
show_look (RubCheckStrip *self)
{
  static const char *const names[RUB_N_LOOKS] = {
    [RUB_LOOK_CHECK] = NC_ ("look at the past", "One Check"),
    [RUB_LOOK_SINCE_PREVIOUS] = NC_ ("look at the past", "Compare"),
    [RUB_LOOK_SINCE_WEEK] = NC_ ("look at the past", "Compare"),
    [RUB_LOOK_SINCE_PICKED] = NC_ ("look at the past", "Compare"),
    [RUB_LOOK_FOUR_WEEKS] = NC_ ("look at the past", "4 Weeks"),
  };
  const char *name;

  name = g_dpgettext2 (GETTEXT_PACKAGE, "look at the past", names[rub_past_get_look (self->past)]);
  /* A button takes a label for another even when it is the same, and has the page laid out. */
  if (g_strcmp0 (gtk_menu_button_get_label (self->look_button), name) != 0)
    gtk_menu_button_set_label (self->look_button, name);
}

static void
show_past (RubCheckStrip *self)
{
  RubLook look = rub_past_get_look (self->past);

  if (rub_past_get_timeline (self->past) == NULL)
    return;

  rub_check_scale_set_compared (self->scale, rub_past_get_compared_index (self->past));
  rub_check_scale_set_span (self->scale, look == RUB_LOOK_FOUR_WEEKS ? RUB_SUMMARY_DAYS : 0);
  show_look (self);
  show_words (self);
  show_list (self);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "strip.now",
                                 look != RUB_LOOK_CHECK
                                   || rub_past_get_shown (self->past) != NULL);

  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SHOWN]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_COMPARED]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_WORDS]);
  /* Last: whoever shows it finds the rest as it is. */
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_MARKS]);
}

static void
pick (RubCheckStrip *self, RubCheck *check)
{
  rub_past_pick (self->past, check);
  show_past (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LOOK]);
}

static void
on_moved_cb (RubCheckStrip *self)
{
  guint index;

  g_assert (RUB_IS_CHECK_STRIP (self));

  index = rub_check_scale_get_index (self->scale);
  if (index == rub_past_get_index (self->past))
    return;
  rub_past_set_index (self->past, index);
  show_past (self);
}

/* Whatever it was compared with, from now on it is the check that somebody put the handle on. */
static void
on_compared_moved_cb (RubCheckStrip *self, int index)
{
  RubCheck *check;

  g_assert (RUB_IS_CHECK_STRIP (self));

  check = rub_timeline_get_check (rub_past_get_timeline (self->past), (guint) index);
  if (check != NULL && check != rub_past_get_compared (self->past))
    pick (self, check);
}

static gboolean
on_query_tooltip_cb (GtkWidget *scale, int x, int y, gboolean is_keyboard, GtkTooltip *tooltip,
                     RubCheckStrip *self)
{
  guint index;
  g_autofree char *text = NULL;

  g_assert (RUB_IS_CHECK_STRIP (self));

  if (rub_past_get_timeline (self->past) == NULL)
    return FALSE;
  index = is_keyboard ? rub_check_scale_get_index (self->scale)
                      : rub_check_scale_find_at (self->scale, x);
  text = rub_past_describe_index (self->past, index);
  gtk_tooltip_set_text (tooltip, text);

  return TRUE;
}

static void
on_playing_changed_cb (RubCheckStrip *self)
{
  gboolean is_playing;
  const char *name;

  g_assert (RUB_IS_CHECK_STRIP (self));

  is_playing = rub_check_player_get_playing (self->player);
  name = is_playing ? _("Pause") : _("Play");
  gtk_button_set_icon_name (self->play_button, is_playing ? "media-playback-pause-symbolic"
                                                          : "media-playback-start-symbolic");
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->play_button), name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->play_button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
play (GtkWidget *widget, const char *action, GVariant *parameter)
{
  RubCheckStrip *self = RUB_CHECK_STRIP (widget);

  if (rub_check_player_get_playing (self->player))
    rub_check_player_stop (self->player);
  else
    rub_check_player_start (self->player);
}

static void
go_to_now (GtkWidget *widget, const char *action, GVariant *parameter)
{
  rub_check_strip_return (RUB_CHECK_STRIP (widget));
}

static void
compare_from_here (GtkWidget *widget, const char *action, GVariant *parameter)
{
  pick (RUB_CHECK_STRIP (widget), NULL);
}

static void
rub_check_strip_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  RubCheckStrip *self = RUB_CHECK_STRIP (object);

  switch (id)
    {
    case PROP_SHOWN:
      g_value_set_object (value, rub_check_strip_get_shown (self));
      break;
    case PROP_COMPARED:
      g_value_set_object (value, rub_check_strip_get_compared (self));
      break;
    case PROP_MARKS:
      g_value_set_boxed (value, rub_check_strip_get_marks (self));
      break;
    case PROP_WORDS:
      g_value_set_string (value, rub_check_strip_get_words (self));
      break;
    case PROP_LOOK:
      g_value_set_int (value, (int) rub_past_get_look (self->past));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
rub_check_strip_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_LOOK:
      rub_check_strip_set_look (RUB_CHECK_STRIP (object), (RubLook) g_value_get_int (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
rub_check_strip_dispose (GObject *object)
{
  RubCheckStrip *self = RUB_CHECK_STRIP (object);

  self->list = NULL;
  if (self->player != NULL)
    rub_check_player_stop (self->player);
  g_clear_object (&self->player);

  G_OBJECT_CLASS (rub_check_strip_parent_class)->dispose (object);
}

static void
rub_check_strip_finalize (GObject *object)
{
  rub_past_free (RUB_CHECK_STRIP (object)->past);

  G_OBJECT_CLASS (rub_check_strip_parent_class)->finalize (object);
}

static void
install_properties (GObjectClass *object_class)
{
  const GParamFlags read_only
    = G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  properties[PROP_SHOWN] = g_param_spec_object ("shown", NULL, NULL, RUB_TYPE_CHECK, read_only);
  properties[PROP_COMPARED]
    = g_param_spec_object ("compared", NULL, NULL, RUB_TYPE_CHECK, read_only);
  properties[PROP_MARKS] = g_param_spec_boxed ("marks", NULL, NULL, RUB_TYPE_BODY_MARKS, read_only);
  properties[PROP_WORDS] = g_param_spec_string ("words", NULL, NULL, "", read_only);
  properties[PROP_LOOK]
    = g_param_spec_int ("look", NULL, NULL, 0, RUB_N_LOOKS - 1, RUB_LOOK_CHECK,
                        G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  g_type_ensure (RUB_TYPE_CHECK_SCALE);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/rubdown/Rubdown/ui/rub-check-strip.ui");
  gtk_widget_class_bind_template_child (widget_class, RubCheckStrip, states);
  gtk_widget_class_bind_template_child (widget_class, RubCheckStrip, play_button);
  gtk_widget_class_bind_template_child (widget_class, RubCheckStrip, scale);
  gtk_widget_class_bind_template_child (widget_class, RubCheckStrip, foot);
  gtk_widget_class_bind_template_child (widget_class, RubCheckStrip, words);
  gtk_widget_class_bind_template_child (widget_class, RubCheckStrip, likeness);
  gtk_widget_class_bind_template_child (widget_class, RubCheckStrip, likeness_button);
  gtk_widget_class_bind_template_child (widget_class, RubCheckStrip, list_button);
  gtk_widget_class_bind_template_child (widget_class, RubCheckStrip, look_button);
  gtk_widget_class_bind_template_child (widget_class, RubCheckStrip, look_menu);
  gtk_widget_class_bind_template_callback (widget_class, on_moved_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_compared_moved_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_query_tooltip_cb);
}

static void
rub_check_strip_class_init (RubCheckStripClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = rub_check_strip_get_property;
  object_class->set_property = rub_check_strip_set_property;
  object_class->dispose = rub_check_strip_dispose;
  object_class->finalize = rub_check_strip_finalize;
  install_properties (object_class);

  gtk_widget_class_install_action (widget_class, "strip.play", NULL, play);
  gtk_widget_class_install_action (widget_class, "strip.now", NULL, go_to_now);
  gtk_widget_class_install_action (widget_class, "strip.compare-from-here", NULL,
                                   compare_from_here);
  gtk_widget_class_install_property_action (widget_class, "strip.look", "look");
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "strip.now", NULL);
  bind_template (widget_class);
}

static void
rub_check_strip_init (RubCheckStrip *self)
{
  self->past = rub_past_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_menu_button_set_create_popup_func (self->list_button, create_list, self, NULL);
  gtk_menu_button_set_create_popup_func (self->look_button, create_look_menu, self, NULL);
  self->player = rub_check_player_new (self->scale);
  g_signal_connect_object (self->player, "notify::playing", G_CALLBACK (on_playing_changed_cb),
                           self, G_CONNECT_SWAPPED);
  show_look (self);
}

void
rub_check_strip_set_records (RubCheckStrip *self, RubRecords *records, gint64 now_us,
                             GTimeZone *zone)
{
  RubTimeline *timeline;

  g_return_if_fail (RUB_IS_CHECK_STRIP (self));
  g_return_if_fail (records != NULL);
  g_return_if_fail (zone != NULL);

  rub_past_set_records (self->past, records, now_us, zone);
  timeline = rub_past_get_timeline (self->past);
  rub_check_scale_set_timeline (self->scale, timeline, rub_past_get_index (self->past));
  gtk_stack_set_visible_child_name (
    self->states, rub_timeline_get_n_checks (timeline) < MIN_CHECKS ? "empty" : "full");
  show_past (self);
}

void
rub_check_strip_set_current (RubCheckStrip *self, RubCheck *current)
{
  const RubSoreness *worst;

  g_return_if_fail (RUB_IS_CHECK_STRIP (self));
  g_return_if_fail (current == NULL || RUB_IS_CHECK (current));

  worst = current != NULL ? rub_check_get_worst (current) : NULL;
  rub_past_set_current (self->past, current);
  rub_check_scale_set_now_soreness (self->scale, worst != NULL     ? worst->soreness
                                                 : current != NULL ? 0
                                                                   : -1);
  show_past (self);
}

RubCheck *
rub_check_strip_get_shown (RubCheckStrip *self)
{
  g_return_val_if_fail (RUB_IS_CHECK_STRIP (self), NULL);

  return rub_past_get_shown (self->past);
}

RubCheck *
rub_check_strip_get_compared (RubCheckStrip *self)
{
  g_return_val_if_fail (RUB_IS_CHECK_STRIP (self), NULL);

  return rub_past_get_compared (self->past);
}

RubBodyMarks *
rub_check_strip_get_marks (RubCheckStrip *self)
{
  g_return_val_if_fail (RUB_IS_CHECK_STRIP (self), NULL);

  return rub_past_get_marks (self->past);
}

const char *
rub_check_strip_get_words (RubCheckStrip *self)
{
  g_return_val_if_fail (RUB_IS_CHECK_STRIP (self), "");

  return rub_past_get_title (self->past);
}

void
rub_check_strip_set_look (RubCheckStrip *self, RubLook look)
{
  g_return_if_fail (RUB_IS_CHECK_STRIP (self));
  g_return_if_fail ((int) look >= 0 && look < RUB_N_LOOKS);

  if (rub_past_get_look (self->past) == look)
    return;

  rub_past_set_look (self->past, look);
  show_past (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LOOK]);
}

void
rub_check_strip_return (RubCheckStrip *self)
{
  g_return_if_fail (RUB_IS_CHECK_STRIP (self));

  rub_check_player_stop (self->player);
  rub_check_strip_set_look (self, RUB_LOOK_CHECK);
  rub_check_scale_set_index (self->scale, rub_check_scale_get_n_checks (self->scale));
}

void
rub_check_strip_set_narrow (RubCheckStrip *self, gboolean is_narrow)
{
  guint n_lines = is_narrow ? 2 : 1;

  g_return_if_fail (RUB_IS_CHECK_STRIP (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->foot),
                                  is_narrow ? GTK_ORIENTATION_VERTICAL
                                            : GTK_ORIENTATION_HORIZONTAL);
  gtk_inscription_set_min_lines (self->words, n_lines);
  gtk_inscription_set_min_lines (self->likeness, n_lines);
}
