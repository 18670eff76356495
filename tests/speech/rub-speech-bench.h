/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * A real Speech Dispatcher with espeak-ng, on a socket and with a configuration of its own. It
 * plays to nobody: sentences are spoken as fast as they are made. SPEECHD_ADDRESS leads to it.
 */
typedef struct _RubSpeechBench RubSpeechBench;

/** Returns: whether such a service is installed. */
gboolean rub_speech_bench_is_possible (void);

/** Returns: (transfer full): a bench without a service yet. */
RubSpeechBench *rub_speech_bench_new (void);
void rub_speech_bench_free (RubSpeechBench *self);

/** Starts the service, and waits for it to listen. */
void rub_speech_bench_start (RubSpeechBench *self);

/** Kills the service as a crash does. */
void rub_speech_bench_kill (RubSpeechBench *self);

/** Lets who connects start the service, or find no program for it. */
void rub_speech_bench_set_startable (RubSpeechBench *self, gboolean is_startable);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RubSpeechBench, rub_speech_bench_free)

G_END_DECLS
