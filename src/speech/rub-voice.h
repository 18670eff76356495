/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/** How well a voice fits a language. */
typedef enum
{
  RUB_VOICE_FOREIGN,
  RUB_VOICE_OTHER_REGION,
  RUB_VOICE_EXACT
} RubVoiceFit;

#define RUB_TYPE_VOICE (rub_voice_get_type ())
/** A voice of the speech service: an immutable value. Properties "module", "name", "language". */
G_DECLARE_FINAL_TYPE (RubVoice, rub_voice, RUB, VOICE, GObject)

/**
 * @module: the synthesizer, as the service calls it
 * @name: the voice, as the synthesizer calls it
 * @language: what it speaks, such as "pt-BR"
 *
 * Returns: (transfer full): a voice.
 */
RubVoice *rub_voice_new (const char *module, const char *name, const char *language);

const char *rub_voice_get_module (RubVoice *self);
const char *rub_voice_get_name (RubVoice *self);
const char *rub_voice_get_language (RubVoice *self);

/** Returns: how well it fits @language, as rub_voice_dup_tag() writes it. */
RubVoiceFit rub_voice_get_fit (RubVoice *self, const char *language);

/** Returns: (transfer full): language and region of @locale, "pt_BR.UTF-8", as a tag: "pt-br". */
char *rub_voice_dup_tag (const char *locale);

/** Returns: (transfer full): the language of @tag without its region: "pt". */
char *rub_voice_dup_base (const char *tag);

G_END_DECLS
