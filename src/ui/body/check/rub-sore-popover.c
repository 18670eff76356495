/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "rub-sore-popover.h"

#include <glib/gi18n-lib.h>

#include "rub-compat.h"
#include "rub-level-chip.h"
#include "rub-level-keys.h"
#include "rub-note-entry.h"

/* Where it is told when not to massage. */
#define CAUTION_PLACE "massage-for-runners#when-not"
/* The last level in the first of two rows. */
#define LAST_LOW_LEVEL 5

/* Of what can be seen at once on a phone, in pixels. */
#define MIN_HEIGHT 240

struct _RubSorePopover
{
  GtkPopover parent_instance;

  int soreness;
  int sensation;
  gint64 one_us; /* when the first figure of a 10 may have been typed */

  /* Owned */
  RubCheckDraft *draft;
  RubRegion *region;

  /* Template */
  GtkWidget *content;
  GtkWidget *name;
  GtkWidget *hint;
  GtkWidget *care;
  GtkImage *care_icon;
  GtkLabel *care_words;
  GtkWidget *clear_button;
  GtkWidget *levels;
  GtkWidget *low_levels;
  GtkWidget *high_levels;
  GtkWidget *sensations;
  GtkWidget *caution;
  GtkWidget *note_box;
  RubNoteEntry *note;
  GtkWidget *ways_on;
  GtkButton *other_side_button;

  /* Borrowed */
  GtkWidget *level_buttons[RUB_SORENESS_MAX + 1];
  GtkWidget *sensation_buttons[RUB_N_SENSATIONS];
};

enum
{
  PROP_0,
  PROP_SORENESS,
  PROP_SENSATION,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (RubSorePopover, rub_sore_popover, GTK_TYPE_POPOVER)

/* A pain like these may come from more than a tired muscle. */
static gboolean
calls_for_caution (int sensation)
{
  return sensation == RUB_SENSATION_SHARP || sensation == RUB_SENSATION_BURNING
         || sensation == RUB_SENSATION_NUMB || sensation == RUB_SENSATION_THROBBING;
}

static void
show_answers (RubSorePopover *self, int soreness, int sensation)
{
  g_object_freeze_notify (G_OBJECT (self));
  if (self->soreness != soreness)
    {
      self->soreness = soreness;
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SORENESS]);
    }
  if (self->sensation != sensation)
    {
      self->sensation = sensation;
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SENSATION]);
    }
  g_object_thaw_notify (G_OBJECT (self));

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "soreness.clear", soreness > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "soreness.other-side", soreness > 0);
  gtk_widget_set_sensitive (self->sensations, soreness > 0);
  gtk_widget_set_sensitive (self->note_box, soreness > 0);
  gtk_widget_set_visible (self->caution, calls_for_caution (sensation));
}

/* All that is the same whatever is said of the region. */
static void
show_region (RubSorePopover *self)
{
  const char *hint = rub_region_get_hint (self->region);
  const char *care = rub_region_care_get_name (rub_region_get_care (self->region));
  RubSide side = rub_region_get_side (self->region);

  gtk_label_set_label (GTK_LABEL (self->name), rub_region_get_name (self->region));
  gtk_label_set_label (GTK_LABEL (self->hint), hint != NULL ? hint : "");
  gtk_widget_set_visible (self->hint, hint != NULL);
  gtk_label_set_label (self->care_words, care != NULL ? care : "");
  gtk_image_set_from_icon_name (self->care_icon,
                                rub_region_get_care (self->region) == RUB_REGION_CARE_NONE
                                  ? "rub-no-massage-symbolic"
                                  : "rub-massage-symbolic");
  gtk_widget_set_visible (self->care, care != NULL);
  rub_compat_set_mnemonic_label (self->other_side_button, side == RUB_SIDE_LEFT
                                                            ? _("Also on _Right")
                                                            : _("Also on _Left"));
  gtk_widget_set_visible (GTK_WIDGET (self->other_side_button), side != RUB_SIDE_MIDDLE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  rub_region_get_name (self->region), -1);
}

static void
show_note (RubSorePopover *self, const char *note)
{
  g_autofree char *shown = rub_note_entry_get_text (self->note);
  g_autofree char *shown_note = rub_note_clean (shown);

  /* Not while it says the same, so that the cursor stays where it is. */
  if (g_strcmp0 (shown_note, note) != 0)
    rub_note_entry_set_text (self->note, note);
}

static void
show_draft (RubSorePopover *self)
{
  RubSoreRegion *sore
    = self->region != NULL ? rub_check_draft_find (self->draft, self->region) : NULL;

  show_answers (self, sore != NULL ? rub_sore_region_get_soreness (sore) : 0,
                sore != NULL ? (int) rub_sore_region_get_sensation (sore) : RUB_SENSATION_NONE);
  show_note (self, sore != NULL ? rub_sore_region_get_note (sore) : NULL);
}

/* What is written is one step to undo, however long it took to write. */
static void
keep_note (RubSorePopover *self)
{
  g_autofree char *text = rub_note_entry_get_text (self->note);

  if (self->region != NULL)
    rub_check_draft_set_note (self->draft, self->region, text);
}

static void
answer (RubSorePopover *self, int soreness, int sensation)
{
  if (self->region == NULL)
    return;

  rub_check_draft_set (self->draft, self->region, soreness, sensation);
  show_draft (self);
}

static void
clear (GtkWidget *widget, const char *action, GVariant *parameter)
{
  answer (RUB_SORE_POPOVER (widget), 0, RUB_SENSATION_NONE);
  gtk_popover_popdown (GTK_POPOVER (widget));
}

static void
copy_to_other_side (GtkWidget *widget, const char *action, GVariant *parameter)
{
  RubSorePopover *self = RUB_SORE_POPOVER (widget);

  if (self->region != NULL)
    rub_check_draft_copy_to_other_side (self->draft, self->region);
}

static void
about (GtkWidget *widget, const char *action, GVariant *parameter)
{
  RubSorePopover *self = RUB_SORE_POPOVER (widget);

  if (self->region == NULL)
    return;

  gtk_widget_activate_action (widget, "body.about", "s", rub_region_get_id (self->region));
  gtk_popover_popdown (GTK_POPOVER (self));
}

static gboolean
type_digit (GtkWidget *widget, GVariant *arguments, gpointer user_data)
{
  RubSorePopover *self = RUB_SORE_POPOVER (widget);
  int digit, level;

  g_variant_get (arguments, "(i)", &digit);
  level = rub_level_keys_join (&self->one_us, digit, g_get_monotonic_time ());
  if (self->region == NULL)
    return FALSE;

  if (level > 9)
    rub_check_draft_resume_step (self->draft, self->region);
  answer (self, level, self->sensation);
  if (level > 9)
    rub_check_draft_end_step (self->draft);
  rub_sore_popover_focus_level (self);

  return TRUE;
}

static void
on_note_done_cb (RubSorePopover *self)
{
  g_assert (RUB_IS_SORE_POPOVER (self));

  keep_note (self);
}

static gboolean
on_caution_link_activated_cb (RubSorePopover *self, const char *uri)
{
  g_assert (RUB_IS_SORE_POPOVER (self));

  gtk_widget_activate_action (GTK_WIDGET (self), "win.open-article", "s", uri);
  gtk_popover_popdown (GTK_POPOVER (self));

  return TRUE;
}

static void
on_region_changed_cb (RubCheckDraft *draft, RubRegion *region, RubSorePopover *self)
{
  g_assert (RUB_IS_SORE_POPOVER (self));

  if (region == self->region)
    show_draft (self);
}

static GtkWidget *
create_choice (const char *action, int target)
{
  GtkWidget *button = gtk_toggle_button_new ();

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "i", target);

  return button;
}

static void
add_level (RubSorePopover *self, int soreness)
{
  GtkWidget *button = create_choice ("soreness.set", soreness);
  g_autofree char *name = g_strdup_printf (_("Soreness %d of 10"), soreness);

  gtk_widget_add_css_class (button, "level");
  gtk_widget_add_css_class (button, "flat");
  gtk_button_set_child (GTK_BUTTON (button), rub_level_chip_new (soreness));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  -1);
  gtk_box_append (GTK_BOX (soreness <= LAST_LOW_LEVEL ? self->low_levels : self->high_levels),
                  button);
  self->level_buttons[soreness] = button;
}

static void
add_sensation (RubSorePopover *self, int sensation)
{
  GtkWidget *button = create_choice ("soreness.feel", sensation);
  /* Only the button is to be reached and told of, not the box around it. */
  GtkWidget *child = g_object_new (GTK_TYPE_FLOW_BOX_CHILD, "accessible-role",
                                   GTK_ACCESSIBLE_ROLE_GENERIC, "focusable", FALSE, NULL);

  gtk_button_set_label (GTK_BUTTON (button), rub_sensation_get_name (sensation));
  gtk_widget_add_css_class (button, "sensation");
  gtk_flow_box_child_set_child (GTK_FLOW_BOX_CHILD (child), button);
  gtk_flow_box_insert (GTK_FLOW_BOX (self->sensations), child, -1);
  self->sensation_buttons[sensation] = button;
}

static gboolean
has_focus (RubSorePopover *self, GtkWidget *part)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return focus != NULL && gtk_widget_is_ancestor (focus, part);
}

/* The levels are one stop of the Tab key, and how it feels is one. */
static gboolean
rub_sore_popover_focus (GtkWidget *widget, GtkDirectionType direction)
{
  RubSorePopover *self = RUB_SORE_POPOVER (widget);
  gboolean is_in_levels = has_focus (self, self->levels);
  gboolean is_in_sensations = has_focus (self, self->sensations);

  if (is_in_levels && direction == GTK_DIR_TAB_FORWARD)
    return self->soreness > 0
             ? gtk_widget_grab_focus (self->sensation_buttons[self->sensation])
             : gtk_widget_child_focus (self->ways_on, direction);
  if (is_in_levels && direction == GTK_DIR_TAB_BACKWARD && self->soreness > 0)
    return gtk_widget_grab_focus (self->clear_button);
  if (is_in_sensations && direction == GTK_DIR_TAB_FORWARD)
    return gtk_widget_grab_focus (GTK_WIDGET (self->note));
  if (is_in_sensations && direction == GTK_DIR_TAB_BACKWARD)
    return gtk_widget_grab_focus (self->level_buttons[self->soreness]);

  return GTK_WIDGET_CLASS (rub_sore_popover_parent_class)->focus (widget, direction);
}

static void
rub_sore_popover_unmap (GtkWidget *widget)
{
  keep_note (RUB_SORE_POPOVER (widget));

  GTK_WIDGET_CLASS (rub_sore_popover_parent_class)->unmap (widget);
}

static void
rub_sore_popover_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  RubSorePopover *self = RUB_SORE_POPOVER (object);

  switch (id)
    {
    case PROP_SORENESS:
      g_value_set_int (value, self->soreness);
      break;
    case PROP_SENSATION:
      g_value_set_int (value, self->sensation);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
rub_sore_popover_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  RubSorePopover *self = RUB_SORE_POPOVER (object);

  switch (id)
    {
    case PROP_SORENESS:
      answer (self, g_value_get_int (value), self->sensation);
      break;
    case PROP_SENSATION:
      answer (self, self->soreness, g_value_get_int (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
rub_sore_popover_dispose (GObject *object)
{
  RubSorePopover *self = RUB_SORE_POPOVER (object);

  g_clear_object (&self->draft);
  g_clear_object (&self->region);

  G_OBJECT_CLASS (rub_sore_popover_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  g_type_ensure (RUB_TYPE_NOTE_ENTRY);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/rubdown/Rubdown/ui/rub-sore-popover.ui");
  gtk_widget_class_bind_template_child (widget_class, RubSorePopover, content);
  gtk_widget_class_bind_template_child (widget_class, RubSorePopover, name);
  gtk_widget_class_bind_template_child (widget_class, RubSorePopover, hint);
  gtk_widget_class_bind_template_child (widget_class, RubSorePopover, levels);
  gtk_widget_class_bind_template_child (widget_class, RubSorePopover, low_levels);
  gtk_widget_class_bind_template_child (widget_class, RubSorePopover, high_levels);
  gtk_widget_class_bind_template_child (widget_class, RubSorePopover, sensations);
  gtk_widget_class_bind_template_child (widget_class, RubSorePopover, care);
  gtk_widget_class_bind_template_child (widget_class, RubSorePopover, care_icon);
  gtk_widget_class_bind_template_child (widget_class, RubSorePopover, care_words);
  gtk_widget_class_bind_template_child (widget_class, RubSorePopover, clear_button);
  gtk_widget_class_bind_template_child (widget_class, RubSorePopover, caution);
  gtk_widget_class_bind_template_child (widget_class, RubSorePopover, note_box);
  gtk_widget_class_bind_template_child (widget_class, RubSorePopover, note);
  gtk_widget_class_bind_template_child (widget_class, RubSorePopover, ways_on);
  gtk_widget_class_bind_template_child (widget_class, RubSorePopover, other_side_button);
  gtk_widget_class_bind_template_callback (widget_class, on_note_done_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_caution_link_activated_cb);
}

static void
rub_sore_popover_class_init (RubSorePopoverClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = rub_sore_popover_get_property;
  object_class->set_property = rub_sore_popover_set_property;
  object_class->dispose = rub_sore_popover_dispose;

  widget_class->focus = rub_sore_popover_focus;
  widget_class->unmap = rub_sore_popover_unmap;

  properties[PROP_SORENESS]
    = g_param_spec_int ("soreness", NULL, NULL, 0, RUB_SORENESS_MAX, 0,
                        G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_SENSATION]
    = g_param_spec_int ("sensation", NULL, NULL, 0, RUB_N_SENSATIONS - 1, 0,
                        G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_install_property_action (widget_class, "soreness.set", "soreness");
  gtk_widget_class_install_property_action (widget_class, "soreness.feel", "sensation");
  gtk_widget_class_install_action (widget_class, "soreness.clear", NULL, clear);
  gtk_widget_class_install_action (widget_class, "soreness.other-side", NULL, copy_to_other_side);
  gtk_widget_class_install_action (widget_class, "soreness.about", NULL, about);
  for (int i = 0; i <= 9; i++)
    {
      gtk_widget_class_add_binding (widget_class, GDK_KEY_0 + (guint) i, 0, type_digit, "(i)", i);
      gtk_widget_class_add_binding (widget_class, GDK_KEY_KP_0 + (guint) i, 0, type_digit, "(i)",
                                    i);
    }
  /* The keys of the page do not reach into a popover by themselves. */
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_z, GDK_CONTROL_MASK, "body.undo",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_z,
                                       GDK_CONTROL_MASK | GDK_SHIFT_MASK, "body.redo", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_y, GDK_CONTROL_MASK, "body.redo",
                                       NULL);
  bind_template (widget_class);
}

/* On a phone it may be higher than what is left below the region. */
static GtkWidget *
create_scroller (GtkWidget *content)
{
  GtkScrolledWindow *scroller = GTK_SCROLLED_WINDOW (gtk_scrolled_window_new ());

  gtk_scrolled_window_set_policy (scroller, GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (scroller, TRUE);
  gtk_scrolled_window_set_propagate_natural_width (scroller, TRUE);
  gtk_scrolled_window_set_min_content_height (scroller, MIN_HEIGHT);
  gtk_scrolled_window_set_child (scroller, content);

  return GTK_WIDGET (scroller);
}

static void
show_caution (RubSorePopover *self)
{
  g_autofree char *markup = g_markup_printf_escaped (
    "%s\n<a href=\"" CAUTION_PLACE "\">%s</a>",
    _("Pain like this is a reason not to massage here."), _("When to leave it alone"));

  gtk_label_set_markup (GTK_LABEL (self->caution), markup);
}

static void
rub_sore_popover_init (RubSorePopover *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  for (int i = 0; i <= RUB_SORENESS_MAX; i++)
    add_level (self, i);
  for (int i = 0; i < RUB_N_SENSATIONS; i++)
    add_sensation (self, i);
  show_caution (self);
  show_answers (self, 0, RUB_SENSATION_NONE);
}

GtkWidget *
rub_sore_popover_new (void)
{
  return g_object_new (RUB_TYPE_SORE_POPOVER, NULL);
}

void
rub_sore_popover_set_region (RubSorePopover *self, RubCheckDraft *draft, RubRegion *region)
{
  g_return_if_fail (RUB_IS_SORE_POPOVER (self));
  g_return_if_fail (RUB_IS_CHECK_DRAFT (draft));
  g_return_if_fail (region == NULL || RUB_IS_REGION (region));

  keep_note (self);
  if (self->draft != draft)
    {
      if (self->draft != NULL)
        g_signal_handlers_disconnect_by_func (self->draft, on_region_changed_cb, self);
      g_set_object (&self->draft, draft);
      g_signal_connect_object (draft, "region-changed", G_CALLBACK (on_region_changed_cb), self, 0);
    }
  g_set_object (&self->region, region);
  show_draft (self);
  if (region != NULL)
    show_region (self);
}

RubRegion *
rub_sore_popover_get_region (RubSorePopover *self)
{
  g_return_val_if_fail (RUB_IS_SORE_POPOVER (self), NULL);

  return self->region;
}

void
rub_sore_popover_set_narrow (RubSorePopover *self, gboolean is_narrow)
{
  g_autoptr (GtkWidget) content = NULL;

  g_return_if_fail (RUB_IS_SORE_POPOVER (self));

  content = g_object_ref (self->content);
  gtk_popover_set_child (GTK_POPOVER (self), NULL);
  if (is_narrow)
    gtk_popover_set_child (GTK_POPOVER (self), create_scroller (content));
  else
    {
      if (gtk_widget_get_parent (content) != NULL)
        gtk_widget_unparent (content);
      gtk_popover_set_child (GTK_POPOVER (self), content);
    }

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->levels), is_narrow
                                                                   ? GTK_ORIENTATION_VERTICAL
                                                                   : GTK_ORIENTATION_HORIZONTAL);
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->ways_on), is_narrow
                                                                    ? GTK_ORIENTATION_VERTICAL
                                                                    : GTK_ORIENTATION_HORIZONTAL);
  gtk_flow_box_set_max_children_per_line (GTK_FLOW_BOX (self->sensations), is_narrow ? 2 : 3);
  if (is_narrow)
    gtk_widget_add_css_class (GTK_WIDGET (self), "narrow");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "narrow");
}

void
rub_sore_popover_focus_level (RubSorePopover *self)
{
  g_return_if_fail (RUB_IS_SORE_POPOVER (self));

  gtk_widget_grab_focus (self->level_buttons[self->soreness]);
}
