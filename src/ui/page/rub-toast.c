/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "rub-toast.h"

#include <adwaita.h>

void
rub_toast_tell (GtkWidget *from, const char *words, gboolean is_error)
{
  g_autofree char *escaped = NULL;
  GtkWidget *toasts;
  AdwToast *toast;

  g_return_if_fail (GTK_IS_WIDGET (from));
  g_return_if_fail (words != NULL);

  toasts = gtk_widget_get_ancestor (from, ADW_TYPE_TOAST_OVERLAY);
  if (toasts == NULL)
    return;

  /* Toasts read their title as markup. */
  escaped = g_markup_escape_text (words, -1);
  toast = adw_toast_new (escaped);
  if (is_error)
    {
      adw_toast_set_priority (toast, ADW_TOAST_PRIORITY_HIGH);
      adw_toast_set_timeout (toast, 0);
    }
  adw_toast_overlay_add_toast (ADW_TOAST_OVERLAY (toasts), toast);
}
