/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * A server on this machine that does all that servers do wrong: what it answers is written by hand,
 * byte by byte, in a thread a connection.
 */
typedef struct _RubTestServer RubTestServer;

/**
 * Answers one request, in a thread.
 *
 * @head: the lines of the request
 * @path: what is asked for, query included
 *
 * Returns: whether the connection goes on.
 */
typedef gboolean (*RubTestAnswer) (RubTestServer *server,
                                   const char *head,
                                   const char *path,
                                   GOutputStream *out,
                                   gpointer data);

/** @certificate: (nullable): makes it a server of https */
RubTestServer *rub_test_server_new (GTlsCertificate *certificate,
                                    RubTestAnswer answer,
                                    gpointer data);

/** Stops what it is doing, and waits for that. */
void rub_test_server_free (RubTestServer *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RubTestServer, rub_test_server_free)

/** Returns: (transfer full): the address of @path, which starts with a slash. */
char *rub_test_server_get_address (RubTestServer *self, const char *path);

guint rub_test_server_get_port (RubTestServer *self);

/** Returns: how many requests there were so far, and how many were answered at once at the most. */
guint rub_test_server_get_n_requests (RubTestServer *self);
guint rub_test_server_get_n_at_once (RubTestServer *self);

/** Writes @size bytes, or a string with -1. Returns: whether anybody still listens. */
gboolean rub_test_server_write (RubTestServer *self,
                                GOutputStream *out,
                                const void *data,
                                gssize size);

/** Writes a whole answer of @type. */
gboolean rub_test_server_write_content (RubTestServer *self,
                                        GOutputStream *out,
                                        const char *type,
                                        const void *data,
                                        gsize size);

/** Waits. Returns: FALSE when the server is to stop. */
gboolean rub_test_server_wait (RubTestServer *self, guint ms);

/**
 * Makes certificates in a new folder: of an authority, ca.pem, and with their keys, good.pem,
 * expired.pem and elsewhere.pem that it signed, and self.pem that it did not.
 *
 * Returns: (transfer full): the folder.
 */
char *rub_test_certificates_make (void);

/** Removes the folder. */
void rub_test_certificates_remove (char *folder);

G_END_DECLS
