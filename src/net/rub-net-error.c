/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "rub-net-error.h"

G_DEFINE_QUARK (rub-net-error-quark, rub_net_error)
