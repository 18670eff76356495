/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "rub-level-keys.h"

#include "rub-region-item.h"

/* When "1" was typed last, at the widget it was typed at. */
static GQuark
get_typed_quark (void)
{
  return g_quark_from_static_string ("rub-level-typed");
}

static gint64 *
get_typed_us (GtkWidget *widget)
{
  gint64 *typed_us = g_object_get_qdata (G_OBJECT (widget), get_typed_quark ());

  if (typed_us == NULL)
    {
      typed_us = g_new0 (gint64, 1);
      g_object_set_qdata_full (G_OBJECT (widget), get_typed_quark (), typed_us, g_free);
    }

  return typed_us;
}

/* The item that a key of @widget is about: itself, or what in it has the focus. */
static GtkWidget *
find_item (GtkWidget *widget)
{
  GtkRoot *root;
  GtkWidget *focus;

  if (RUB_IS_REGION_ITEM (widget))
    return widget;

  root = gtk_widget_get_root (widget);
  focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return RUB_IS_REGION_ITEM (focus) && gtk_widget_is_ancestor (focus, widget) ? focus : NULL;
}

/* The figures of one number are one step to undo. */
static gboolean
type_digit (GtkWidget *widget, GVariant *arguments, gpointer user_data)
{
  GtkWidget *item = find_item (widget);
  RubCheckDraft *draft
    = item != NULL ? rub_region_item_get_draft (RUB_REGION_ITEM (item)) : NULL;
  int digit, level;

  if (draft == NULL)
    return FALSE;

  g_variant_get (arguments, "(i)", &digit);
  level = rub_level_keys_join (get_typed_us (item), digit, g_get_monotonic_time ());
  if (level > 9)
    rub_check_draft_resume_step (draft, rub_region_item_get_region (RUB_REGION_ITEM (item)));
  gtk_widget_activate_action (item, "region.set-soreness", "i", level);
  if (level > 9)
    rub_check_draft_end_step (draft);

  return TRUE;
}

static gboolean
mark_and_ask (GtkWidget *widget, GVariant *arguments, gpointer user_data)
{
  GtkWidget *item = find_item (widget);
  RubCheckDraft *draft;

  if (item == NULL)
    return FALSE;

  draft = rub_region_item_get_draft (RUB_REGION_ITEM (item));
  if (draft != NULL)
    rub_check_draft_mark (draft, rub_region_item_get_region (RUB_REGION_ITEM (item)));

  return gtk_widget_activate_action (item, "region.ask", NULL);
}

static gboolean
activate (GtkWidget *widget, GVariant *arguments, gpointer user_data)
{
  GtkWidget *item = find_item (widget);
  const char *action;

  g_variant_get (arguments, "(&s)", &action);

  return item != NULL && gtk_widget_activate_action (item, action, NULL);
}

static void
bind_digits (GtkWidgetClass *widget_class)
{
  for (int i = 0; i <= 9; i++)
    {
      gtk_widget_class_add_binding (widget_class, GDK_KEY_0 + (guint) i, 0, type_digit, "(i)", i);
      gtk_widget_class_add_binding (widget_class, GDK_KEY_KP_0 + (guint) i, 0, type_digit, "(i)",
                                    i);
    }
}

void
rub_level_keys_bind (GtkWidgetClass *widget_class)
{
  static const struct
  {
    guint key;
    GdkModifierType modifiers;
    const char *action;
  } keys[] = {
    { GDK_KEY_plus, 0, "region.more" },
    { GDK_KEY_plus, GDK_SHIFT_MASK, "region.more" },
    { GDK_KEY_equal, 0, "region.more" },
    { GDK_KEY_KP_Add, 0, "region.more" },
    { GDK_KEY_minus, 0, "region.less" },
    { GDK_KEY_KP_Subtract, 0, "region.less" },
    { GDK_KEY_Delete, 0, "region.clear" },
    { GDK_KEY_KP_Delete, 0, "region.clear" },
    { GDK_KEY_BackSpace, 0, "region.clear" },
    { GDK_KEY_space, 0, "region.mark" },
    { GDK_KEY_KP_Space, 0, "region.mark" },
    { GDK_KEY_Menu, 0, "region.ask" },
    { GDK_KEY_F10, GDK_SHIFT_MASK, "region.ask" },
    { GDK_KEY_i, 0, "region.about" },
    { GDK_KEY_Return, GDK_ALT_MASK, "region.about" },
    { GDK_KEY_KP_Enter, GDK_ALT_MASK, "region.about" },
  };
  static const guint ask_keys[] = { GDK_KEY_Return, GDK_KEY_ISO_Enter, GDK_KEY_KP_Enter };

  g_return_if_fail (GTK_IS_WIDGET_CLASS (widget_class));

  bind_digits (widget_class);
  for (gsize i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_widget_class_add_binding (widget_class, keys[i].key, keys[i].modifiers, activate, "(s)",
                                  keys[i].action);
  for (gsize i = 0; i < G_N_ELEMENTS (ask_keys); i++)
    gtk_widget_class_add_binding (widget_class, ask_keys[i], 0, mark_and_ask, NULL);
}

int
rub_level_keys_join (gint64 *one_us, int digit, gint64 now_us)
{
  gboolean is_second = *one_us != 0 && now_us - *one_us <= RUB_LEVEL_KEYS_JOIN_US;

  *one_us = digit == 1 ? now_us : 0;

  return digit == 0 && is_second ? 10 : digit;
}
