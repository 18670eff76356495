/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rub-test-server.h"

G_BEGIN_DECLS

/**
 * A RubTestAnswer: what is wrong with an answer stands in its path, see the source; "/ok" is right.
 *
 * @data: (nullable): the address that "/down" leads to
 */
gboolean rub_bad_site_answer (RubTestServer *server,
                              const char *head,
                              const char *path,
                              GOutputStream *out,
                              gpointer data);

G_END_DECLS
