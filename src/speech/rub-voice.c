/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "rub-voice.h"

#include <string.h>

struct _RubVoice
{
  GObject parent_instance;

  /* Owned */
  char *module;
  char *name;
  char *language;
  char *tag;
};

enum
{
  PROP_0,
  PROP_MODULE,
  PROP_NAME,
  PROP_LANGUAGE,
  N_PROPS
};

G_DEFINE_FINAL_TYPE (RubVoice, rub_voice, G_TYPE_OBJECT)

static GParamSpec *properties[N_PROPS];

/* Languages that one synthesizer calls so and another so. */
static const char *const aliases[][2] = {
  { "cmn", "zh" },
  { "iw", "he" },
  { "nb", "no" },
};

static char *
dup_common_base (const char *tag)
{
  char *base = rub_voice_dup_base (tag);

  for (gsize i = 0; i < G_N_ELEMENTS (aliases); i++)
    if (g_str_equal (base, aliases[i][0]))
      {
        g_free (base);
        return g_strdup (aliases[i][1]);
      }

  return base;
}

static void
rub_voice_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  RubVoice *self = RUB_VOICE (object);

  switch (id)
    {
    case PROP_MODULE:
      g_value_set_string (value, self->module);
      break;
    case PROP_NAME:
      g_value_set_string (value, self->name);
      break;
    case PROP_LANGUAGE:
      g_value_set_string (value, self->language);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
rub_voice_finalize (GObject *object)
{
  RubVoice *self = RUB_VOICE (object);

  g_free (self->module);
  g_free (self->name);
  g_free (self->language);
  g_free (self->tag);

  G_OBJECT_CLASS (rub_voice_parent_class)->finalize (object);
}

static void
rub_voice_class_init (RubVoiceClass *klass)
{
  static const char *const names[N_PROPS] = { NULL, "module", "name", "language" };
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = rub_voice_get_property;
  object_class->finalize = rub_voice_finalize;

  for (int i = PROP_MODULE; i < N_PROPS; i++)
    properties[i] = g_param_spec_string (names[i], NULL, NULL, NULL,
                                         G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
rub_voice_init (RubVoice *self)
{
}

RubVoice *
rub_voice_new (const char *module, const char *name, const char *language)
{
  RubVoice *self;

  g_return_val_if_fail (module != NULL && name != NULL && language != NULL, NULL);

  self = g_object_new (RUB_TYPE_VOICE, NULL);
  self->module = g_strdup (module);
  self->name = g_strdup (name);
  self->language = g_strdup (language);
  self->tag = rub_voice_dup_tag (language);

  return self;
}

const char *
rub_voice_get_module (RubVoice *self)
{
  g_return_val_if_fail (RUB_IS_VOICE (self), NULL);

  return self->module;
}

const char *
rub_voice_get_name (RubVoice *self)
{
  g_return_val_if_fail (RUB_IS_VOICE (self), NULL);

  return self->name;
}

const char *
rub_voice_get_language (RubVoice *self)
{
  g_return_val_if_fail (RUB_IS_VOICE (self), NULL);

  return self->language;
}

RubVoiceFit
rub_voice_get_fit (RubVoice *self, const char *language)
{
  g_autofree char *own = NULL;
  g_autofree char *wanted = NULL;

  g_return_val_if_fail (RUB_IS_VOICE (self), RUB_VOICE_FOREIGN);
  g_return_val_if_fail (language != NULL, RUB_VOICE_FOREIGN);

  if (g_str_equal (self->tag, language))
    return RUB_VOICE_EXACT;
  own = dup_common_base (self->tag);
  wanted = dup_common_base (language);

  return g_str_equal (own, wanted) ? RUB_VOICE_OTHER_REGION : RUB_VOICE_FOREIGN;
}

char *
rub_voice_dup_tag (const char *locale)
{
  char *tag;

  g_return_val_if_fail (locale != NULL, NULL);

  tag = g_ascii_strdown (locale, (gssize) strcspn (locale, ".@"));

  return g_strdelimit (tag, "_", '-');
}

char *
rub_voice_dup_base (const char *tag)
{
  g_return_val_if_fail (tag != NULL, NULL);

  return g_strndup (tag, strcspn (tag, "-"));
}
