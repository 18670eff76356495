/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rub-ssip.h"

G_BEGIN_DECLS

/**
 * Connects to the speech service of the desktop, starting it when it does not run, and asks for
 * its voices. It is where SPEECHD_ADDRESS says, and is started by SPEECHD_CMD, as for every
 * program that speaks. Never blocks. @callback is called later, also when cancelled.
 */
void rub_speech_open_async (GCancellable *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer data);

/**
 * @voices: (out) (transfer full): a list of RubVoice, not empty, those of the service's own choice
 *   of a synthesizer first; not set on error
 *
 * Returns: (transfer full) (nullable): a connection that is ready to speak, or NULL with a
 *   G_IO_ERROR whose message is for people.
 */
RubSsip *rub_speech_open_finish (GAsyncResult *result, GListModel **voices, GError **error);

G_END_DECLS
