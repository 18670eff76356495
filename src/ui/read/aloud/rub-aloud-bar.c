/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "rub-aloud-bar.h"

#include <glib/gi18n.h>

#include "rub-aloud-follower.h"
#include "rub-aloud-options.h"

struct _RubAloudBar
{
  AdwBin parent_instance;

  /* Owned */
  RubSpeaker *speaker;
  RubAloudFollower *follower;

  /* Borrowed */
  RubArticleView *view;

  /* Template */
  GtkRevealer *revealer;
  GtkWidget *problem;
  GtkLabel *message;
  GtkWidget *come_back;
  GtkButton *toggle;
  GtkLabel *progress;
  RubAloudOptions *options;
};

G_DEFINE_FINAL_TYPE (RubAloudBar, rub_aloud_bar, ADW_TYPE_BIN)

static gboolean
is_open (RubAloudBar *self)
{
  return gtk_revealer_get_reveal_child (self->revealer);
}

/* A closed bar is there for its keys alone. */
static void
on_revealed_cb (RubAloudBar *self)
{
  g_assert (RUB_IS_ALOUD_BAR (self));

  gtk_widget_set_visible (GTK_WIDGET (self->revealer),
                          is_open (self) || gtk_revealer_get_child_revealed (self->revealer));
}

static char *
describe (RubAloudBar *self)
{
  guint n_sentences;

  rub_speaker_get_sentences (self->speaker, &n_sentences);
  switch (rub_speaker_get_state (self->speaker))
    {
    case RUB_SPEAKER_OPENING:
      return g_strdup (C_ ("aloud", "Starting…"));
    case RUB_SPEAKER_SPEAKING:
    case RUB_SPEAKER_PAUSED:
      /* Translators: which sentence of an article is read aloud, such as "3 of 120". */
      return g_strdup_printf (C_ ("aloud", "%d of %u"),
                              rub_speaker_get_sentence (self->speaker) + 1, n_sentences);
    case RUB_SPEAKER_IDLE:
    case RUB_SPEAKER_FAILED:
    default:
      return g_strdup ("");
    }
}

static void
show_toggle (RubAloudBar *self, gboolean is_playing)
{
  const char *name = is_playing ? C_ ("aloud", "Pause") : C_ ("aloud", "Read Aloud");

  gtk_button_set_icon_name (self->toggle, is_playing ? "media-playback-pause-symbolic"
                                                     : "media-playback-start-symbolic");
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->toggle), name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->toggle), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  name, -1);
}

static void
update (RubAloudBar *self)
{
  RubSpeakerState state = rub_speaker_get_state (self->speaker);
  GtkWidget *widget = GTK_WIDGET (self);
  g_autofree char *progress = describe (self);
  const char *message = rub_speaker_get_message (self->speaker);

  show_toggle (self, state == RUB_SPEAKER_OPENING || state == RUB_SPEAKER_SPEAKING);
  gtk_label_set_label (self->progress, progress);
  gtk_label_set_label (self->message, message != NULL ? message : "");
  gtk_widget_set_visible (self->problem, message != NULL);
  gtk_widget_action_set_enabled (widget, "aloud.next", state != RUB_SPEAKER_IDLE);
  gtk_widget_action_set_enabled (widget, "aloud.previous", state != RUB_SPEAKER_IDLE);
}

static void
on_sentence_changed_cb (RubAloudBar *self)
{
  int sentence = rub_speaker_get_sentence (self->speaker);
  guint n_sentences;
  const RubSentence *sentences = rub_speaker_get_sentences (self->speaker, &n_sentences);

  g_assert (RUB_IS_ALOUD_BAR (self));

  if (self->follower != NULL)
    rub_aloud_follower_set_sentence (self->follower, sentence >= 0 ? &sentences[sentence] : NULL);
  update (self);
}

static void
on_away_changed_cb (RubAloudBar *self)
{
  g_assert (RUB_IS_ALOUD_BAR (self));

  gtk_widget_set_visible (self->come_back, rub_aloud_follower_get_is_away (self->follower));
}

static void
close_bar (RubAloudBar *self)
{
  gboolean has_focus = gtk_widget_get_focus_child (GTK_WIDGET (self)) != NULL;

  rub_speaker_stop (self->speaker);
  gtk_revealer_set_reveal_child (self->revealer, FALSE);
  if (has_focus && self->view != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (self->view));
}

static void
start (RubAloudBar *self)
{
  guint n_sentences;
  const RubSentence *sentences = rub_speaker_get_sentences (self->speaker, &n_sentences);

  if (n_sentences == 0)
    return;

  gtk_revealer_set_reveal_child (self->revealer, TRUE);
  rub_speaker_play (self->speaker,
                    rub_aloud_follower_find_start (self->follower, sentences, n_sentences));
}

static void
on_toggle_action_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  rub_aloud_bar_toggle (RUB_ALOUD_BAR (widget));
}

static void
on_move_action_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  rub_speaker_move (RUB_ALOUD_BAR (widget)->speaker, g_str_equal (name, "aloud.next") ? 1 : -1);
}

static void
on_come_back_action_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  RubAloudBar *self = RUB_ALOUD_BAR (widget);

  if (self->follower != NULL)
    rub_aloud_follower_come_back (self->follower);
}

static void
on_stop_action_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  close_bar (RUB_ALOUD_BAR (widget));
}

static void
rub_aloud_bar_dispose (GObject *object)
{
  RubAloudBar *self = RUB_ALOUD_BAR (object);

  if (self->speaker != NULL)
    g_signal_handlers_disconnect_by_data (self->speaker, self);
  g_clear_object (&self->follower);
  self->view = NULL;
  /* The options know the speaker. */
  adw_bin_set_child (ADW_BIN (self), NULL);
  g_clear_object (&self->speaker);

  G_OBJECT_CLASS (rub_aloud_bar_parent_class)->dispose (object);
}

static void
install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "aloud.toggle", NULL, on_toggle_action_cb);
  gtk_widget_class_install_action (widget_class, "aloud.next", NULL, on_move_action_cb);
  gtk_widget_class_install_action (widget_class, "aloud.previous", NULL, on_move_action_cb);
  gtk_widget_class_install_action (widget_class, "aloud.come-back", NULL, on_come_back_action_cb);
  gtk_widget_class_install_action (widget_class, "aloud.stop", NULL, on_stop_action_cb);
}

static void
rub_aloud_bar_class_init (RubAloudBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (RUB_TYPE_ALOUD_OPTIONS);

  G_OBJECT_CLASS (klass)->dispose = rub_aloud_bar_dispose;

  install_actions (widget_class);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/rubdown/Rubdown/ui/rub-aloud-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, RubAloudBar, revealer);
  gtk_widget_class_bind_template_child (widget_class, RubAloudBar, problem);
  gtk_widget_class_bind_template_child (widget_class, RubAloudBar, message);
  gtk_widget_class_bind_template_child (widget_class, RubAloudBar, come_back);
  gtk_widget_class_bind_template_child (widget_class, RubAloudBar, toggle);
  gtk_widget_class_bind_template_child (widget_class, RubAloudBar, progress);
  gtk_widget_class_bind_template_child (widget_class, RubAloudBar, options);
  gtk_widget_class_bind_template_callback (widget_class, on_revealed_cb);
}

static void
rub_aloud_bar_init (RubAloudBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->speaker = rub_speaker_new ();
  g_signal_connect_swapped (self->speaker, "notify::sentence", G_CALLBACK (on_sentence_changed_cb),
                            self);
  g_signal_connect_swapped (self->speaker, "notify::state", G_CALLBACK (update), self);
  rub_aloud_options_set_speaker (self->options, self->speaker);
  update (self);
}

void
rub_aloud_bar_set_view (RubAloudBar *self, RubArticleView *view)
{
  g_return_if_fail (RUB_IS_ALOUD_BAR (self));
  g_return_if_fail (RUB_IS_ARTICLE_VIEW (view));
  g_return_if_fail (self->view == NULL);

  self->view = view;
  self->follower = rub_aloud_follower_new (view);
  g_signal_connect_object (self->follower, "notify::is-away", G_CALLBACK (on_away_changed_cb),
                           self, G_CONNECT_SWAPPED);
  rub_aloud_bar_refresh (self);
}

void
rub_aloud_bar_refresh (RubAloudBar *self)
{
  RubArticleBuffer *text;

  g_return_if_fail (RUB_IS_ALOUD_BAR (self));
  g_return_if_fail (self->view != NULL);

  text = rub_article_view_get_text (self->view);
  rub_aloud_follower_forget (self->follower);
  close_bar (self);
  rub_speaker_set_article (self->speaker,
                           text != NULL ? rub_article_buffer_get_article (text) : NULL);
  rub_aloud_options_refresh (self->options);
}

void
rub_aloud_bar_toggle (RubAloudBar *self)
{
  RubSpeakerState state;

  g_return_if_fail (RUB_IS_ALOUD_BAR (self));
  g_return_if_fail (self->view != NULL);

  state = rub_speaker_get_state (self->speaker);
  if (!is_open (self) || state == RUB_SPEAKER_IDLE)
    start (self);
  else if (state == RUB_SPEAKER_OPENING || state == RUB_SPEAKER_SPEAKING)
    rub_speaker_pause (self->speaker);
  else
    rub_speaker_resume (self->speaker);
}

RubSpeaker *
rub_aloud_bar_get_speaker (RubAloudBar *self)
{
  g_return_val_if_fail (RUB_IS_ALOUD_BAR (self), NULL);

  return self->speaker;
}
