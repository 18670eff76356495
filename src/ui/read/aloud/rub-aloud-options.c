/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "rub-aloud-options.h"

#include <glib/gi18n.h>
#include <math.h>

#include "rub-voices.h"

/* Kept for each language: the synthesizer and its voice. */
#define VOICES_KEY "aloud-voices"
#define VOICES_TYPE "a{s(ss)}"
#define SPEED_KEY "aloud-speed"

struct _RubAloudOptions
{
  GtkPopover parent_instance;

  gboolean is_filling;

  /* Owned */
  GSettings *settings;
  GListStore *voices; /* of RubVoice; the first leaves the choice to the service */
  GtkSingleSelection *selection;

  /* Borrowed */
  RubSpeaker *speaker;

  /* Template */
  GtkAdjustment *speed;
  GtkLabel *factor;
  GtkScale *scale;
  GtkListView *list;
};

enum
{
  PROP_0,
  PROP_FACTOR,
  N_PROPS
};

G_DEFINE_FINAL_TYPE (RubAloudOptions, rub_aloud_options, GTK_TYPE_POPOVER)

static GParamSpec *properties[N_PROPS];

static gboolean
is_automatic (RubVoice *voice)
{
  return rub_voice_get_name (voice)[0] == '\0';
}

/* A voice is kept for all regions of its language. */
static char *
dup_key (RubAloudOptions *self)
{
  g_autofree char *language = rub_speaker_dup_language (self->speaker);

  return rub_voice_dup_base (language);
}

static void
keep_voice (RubAloudOptions *self, RubVoice *voice)
{
  g_autoptr (GVariant) old = g_settings_get_value (self->settings, VOICES_KEY);
  g_autofree char *key = dup_key (self);
  GVariantBuilder builder;
  GVariantIter iter;
  const char *language, *module, *name;

  g_variant_builder_init (&builder, G_VARIANT_TYPE (VOICES_TYPE));
  g_variant_iter_init (&iter, old);
  while (g_variant_iter_next (&iter, "{&s(&s&s)}", &language, &module, &name))
    if (!g_str_equal (language, key))
      g_variant_builder_add (&builder, "{s(ss)}", language, module, name);
  if (!is_automatic (voice))
    g_variant_builder_add (&builder, "{s(ss)}", key, rub_voice_get_module (voice),
                           rub_voice_get_name (voice));
  g_settings_set_value (self->settings, VOICES_KEY, g_variant_builder_end (&builder));
}

/* Tells the speaker the voice that is kept for the language, or none. */
static void
apply_voice (RubAloudOptions *self)
{
  g_autoptr (GVariant) voices = g_settings_get_value (self->settings, VOICES_KEY);
  g_autofree char *key = dup_key (self);
  const char *module = NULL, *name = NULL;

  if (g_variant_lookup (voices, key, "(&s&s)", &module, &name))
    rub_speaker_set_voice (self->speaker, module, name);
  else
    rub_speaker_set_voice (self->speaker, NULL, NULL);
}

static void
on_selected_cb (RubAloudOptions *self)
{
  RubVoice *voice = gtk_single_selection_get_selected_item (self->selection);

  g_assert (RUB_IS_ALOUD_OPTIONS (self));

  if (self->is_filling || voice == NULL)
    return;

  keep_voice (self, voice);
  apply_voice (self);
  /* Whom no voice could read to has one now. */
  if (rub_speaker_get_state (self->speaker) == RUB_SPEAKER_FAILED && !is_automatic (voice))
    rub_speaker_resume (self->speaker);
}

static void
append_fitting (RubAloudOptions *self, GListModel *voices, const char *language, RubVoiceFit fit)
{
  for (guint i = 0; i < g_list_model_get_n_items (voices); i++)
    {
      g_autoptr (RubVoice) voice = g_list_model_get_item (voices, i);

      if (rub_voice_get_fit (voice, language) == fit)
        g_list_store_append (self->voices, voice);
    }
}

static void
select_kept (RubAloudOptions *self)
{
  g_autoptr (GVariant) voices = g_settings_get_value (self->settings, VOICES_KEY);
  g_autofree char *key = dup_key (self);
  const char *module = NULL, *name = NULL;
  RubVoice *kept;
  guint position = 0;

  if (g_variant_lookup (voices, key, "(&s&s)", &module, &name))
    {
      kept = rub_voices_find (G_LIST_MODEL (self->voices), module, name);
      if (kept != NULL)
        g_list_store_find (self->voices, kept, &position);
    }
  gtk_single_selection_set_selected (self->selection, position);
}

/* The language's own first. */
static void
fill (RubAloudOptions *self)
{
  GListModel *voices = rub_speaker_get_voices (self->speaker);
  g_autofree char *language = rub_speaker_dup_language (self->speaker);
  g_autoptr (RubVoice) automatic = rub_voice_new ("", "", "");

  self->is_filling = TRUE;
  g_list_store_remove_all (self->voices);
  g_list_store_append (self->voices, automatic);
  for (int fit = RUB_VOICE_EXACT; voices != NULL && fit >= RUB_VOICE_FOREIGN; fit--)
    append_fitting (self, voices, language, (RubVoiceFit) fit);
  select_kept (self);
  self->is_filling = FALSE;
}

static void
on_speed_changed_cb (RubAloudOptions *self)
{
  double speed = gtk_adjustment_get_value (self->speed);
  g_autofree char *factor = NULL;

  g_assert (RUB_IS_ALOUD_OPTIONS (self));

  speed = round (speed * 10) / 10;
  /* Translators: how fast is spoken, as a factor: "1.5×". */
  factor = g_strdup_printf (_ ("%.1f×"), speed);
  gtk_label_set_label (self->factor, factor);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->scale), GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT,
                                  factor, -1);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FACTOR]);
  if (self->speaker != NULL)
    rub_speaker_set_speed (self->speaker, speed);
}

static void
on_row_setup_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer data)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *name = gtk_label_new (NULL);
  GtkWidget *language = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (name), 0);
  gtk_label_set_ellipsize (GTK_LABEL (name), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (name, TRUE);
  gtk_widget_add_css_class (language, "dim-label");
  gtk_widget_add_css_class (language, "dimmed");
  gtk_box_append (GTK_BOX (box), name);
  gtk_box_append (GTK_BOX (box), language);
  gtk_list_item_set_child (item, box);
}

static void
on_row_bind_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer data)
{
  RubVoice *voice = gtk_list_item_get_item (item);
  GtkWidget *name = gtk_widget_get_first_child (gtk_list_item_get_child (item));

  gtk_label_set_label (GTK_LABEL (name), is_automatic (voice) ? C_ ("voice", "Automatic")
                                                              : rub_voice_get_name (voice));
  gtk_label_set_label (GTK_LABEL (gtk_widget_get_next_sibling (name)),
                       rub_voice_get_language (voice));
}

static void
set_up_list (RubAloudOptions *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  self->voices = g_list_store_new (RUB_TYPE_VOICE);
  self->selection = gtk_single_selection_new (g_object_ref (G_LIST_MODEL (self->voices)));
  g_signal_connect_object (self->selection, "notify::selected-item", G_CALLBACK (on_selected_cb),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect (factory, "setup", G_CALLBACK (on_row_setup_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (on_row_bind_cb), NULL);
  gtk_list_view_set_factory (self->list, factory);
  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (self->selection));
  g_object_unref (factory);
}

static void
rub_aloud_options_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_FACTOR:
      g_value_set_string (value, gtk_label_get_label (RUB_ALOUD_OPTIONS (object)->factor));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
rub_aloud_options_dispose (GObject *object)
{
  RubAloudOptions *self = RUB_ALOUD_OPTIONS (object);

  self->speaker = NULL;
  g_clear_object (&self->selection);
  g_clear_object (&self->voices);
  g_clear_object (&self->settings);

  G_OBJECT_CLASS (rub_aloud_options_parent_class)->dispose (object);
}

static void
rub_aloud_options_class_init (RubAloudOptionsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->get_property = rub_aloud_options_get_property;
  G_OBJECT_CLASS (klass)->dispose = rub_aloud_options_dispose;

  properties[PROP_FACTOR]
    = g_param_spec_string ("factor", NULL, NULL, NULL,
                           G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (G_OBJECT_CLASS (klass), N_PROPS, properties);

  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/rubdown/Rubdown/ui/rub-aloud-options.ui");
  gtk_widget_class_bind_template_child (widget_class, RubAloudOptions, speed);
  gtk_widget_class_bind_template_child (widget_class, RubAloudOptions, factor);
  gtk_widget_class_bind_template_child (widget_class, RubAloudOptions, scale);
  gtk_widget_class_bind_template_child (widget_class, RubAloudOptions, list);
  gtk_widget_class_bind_template_callback (widget_class, on_speed_changed_cb);
}

static void
rub_aloud_options_init (RubAloudOptions *self)
{
  self->settings = g_settings_new (RUB_APP_ID);
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_scale_add_mark (self->scale, 1, GTK_POS_BOTTOM, NULL);
  set_up_list (self);
  g_settings_bind (self->settings, SPEED_KEY, self->speed, "value", G_SETTINGS_BIND_DEFAULT);
  on_speed_changed_cb (self);
}

void
rub_aloud_options_set_speaker (RubAloudOptions *self, RubSpeaker *speaker)
{
  g_return_if_fail (RUB_IS_ALOUD_OPTIONS (self));
  g_return_if_fail (RUB_IS_SPEAKER (speaker));

  self->speaker = speaker;
  g_signal_connect_object (speaker, "notify::voices", G_CALLBACK (fill), self, G_CONNECT_SWAPPED);
  on_speed_changed_cb (self);
  rub_aloud_options_refresh (self);
}

void
rub_aloud_options_refresh (RubAloudOptions *self)
{
  g_return_if_fail (RUB_IS_ALOUD_OPTIONS (self));
  g_return_if_fail (self->speaker != NULL);

  apply_voice (self);
  fill (self);
}
