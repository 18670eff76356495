/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "rub-check-player.h"

#define STEP_MS 165
#define CALM_STEP_MS 500
#define PLAYED_DAYS (12 * 7)

struct _RubCheckPlayer
{
  GObject parent_instance;

  guint source_id;

  /* Borrowed */
  RubCheckScale *scale;
};

enum
{
  PROP_PLAYING = 1,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (RubCheckPlayer, rub_check_player, G_TYPE_OBJECT)

static gboolean
on_step_cb (gpointer data)
{
  RubCheckPlayer *self = data;
  guint index = rub_check_scale_get_index (self->scale) + 1;

  g_assert (RUB_IS_CHECK_PLAYER (self));

  rub_check_scale_set_index (self->scale, index);
  if (index < rub_check_scale_get_n_checks (self->scale))
    return G_SOURCE_CONTINUE;

  self->source_id = 0;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PLAYING]);

  return G_SOURCE_REMOVE;
}

static void
rub_check_player_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  RubCheckPlayer *self = RUB_CHECK_PLAYER (object);

  switch (id)
    {
    case PROP_PLAYING:
      g_value_set_boolean (value, self->source_id != 0);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
rub_check_player_dispose (GObject *object)
{
  g_clear_handle_id (&RUB_CHECK_PLAYER (object)->source_id, g_source_remove);

  G_OBJECT_CLASS (rub_check_player_parent_class)->dispose (object);
}

static void
rub_check_player_class_init (RubCheckPlayerClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = rub_check_player_get_property;
  object_class->dispose = rub_check_player_dispose;

  properties[PROP_PLAYING]
    = g_param_spec_boolean ("playing", NULL, NULL, FALSE,
                            G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
rub_check_player_init (RubCheckPlayer *self)
{
}

RubCheckPlayer *
rub_check_player_new (RubCheckScale *scale)
{
  RubCheckPlayer *self;

  g_return_val_if_fail (RUB_IS_CHECK_SCALE (scale), NULL);

  self = g_object_new (RUB_TYPE_CHECK_PLAYER, NULL);
  self->scale = scale;
  g_signal_connect_object (scale, "unmap", G_CALLBACK (rub_check_player_stop), self,
                           G_CONNECT_SWAPPED);

  return self;
}

void
rub_check_player_start (RubCheckPlayer *self)
{
  gboolean is_lively;

  g_return_if_fail (RUB_IS_CHECK_PLAYER (self));

  if (self->source_id != 0 || !gtk_widget_get_mapped (GTK_WIDGET (self->scale)))
    return;

  if (rub_check_scale_get_index (self->scale) >= rub_check_scale_get_n_checks (self->scale))
    rub_check_scale_move_days (self->scale, -PLAYED_DAYS);
  g_object_get (gtk_widget_get_settings (GTK_WIDGET (self->scale)), "gtk-enable-animations",
                &is_lively, NULL);
  self->source_id = g_timeout_add (is_lively ? STEP_MS : CALM_STEP_MS, on_step_cb, self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PLAYING]);
}

void
rub_check_player_stop (RubCheckPlayer *self)
{
  g_return_if_fail (RUB_IS_CHECK_PLAYER (self));

  if (self->source_id == 0)
    return;

  g_clear_handle_id (&self->source_id, g_source_remove);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PLAYING]);
}

gboolean
rub_check_player_get_playing (RubCheckPlayer *self)
{
  g_return_val_if_fail (RUB_IS_CHECK_PLAYER (self), FALSE);

  return self->source_id != 0;
}
