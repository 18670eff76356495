/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "rub-window.h"

#include <glib/gi18n.h>

#include "rub-body-page.h"
#include "rub-fault-bar.h"
#include "rub-full-screen.h"
#include "rub-page.h"
#include "rub-plan-page.h"
#include "rub-read-page.h"
#include "rub-run-dialog.h"
#include "rub-run-import.h"
#include "rub-runs-window.h"
#include "rub-today-page.h"

/* Below this width pages put things one above the other. */
#define NARROW_PX 720

struct _RubWindow
{
  AdwApplicationWindow parent_instance;

  gboolean is_narrow;
  guint narrow_source;

  /* Owned */
  RubLibrary *library;
  GSettings *settings;
  RubFullScreen *full_screen;

  /* Template */
  AdwBin *header_slot;
  GtkRevealer *header_cover;
  GtkWidget *switcher_bar;
  AdwToastOverlay *toasts;
  AdwViewStack *stack;
  RubFaultBar *fault_bar;
};

enum
{
  PROP_LIBRARY = 1,
  PROP_SETTINGS,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (RubWindow, rub_window, ADW_TYPE_APPLICATION_WINDOW)

/* A page is made when it is first seen, so that the first one is seen soon. */
static const struct
{
  const char *name;
  GType (*get_type) (void);
} page_types[] = {
  { "today", rub_today_page_get_type },
  { "body", rub_body_page_get_type },
  { "plan", rub_plan_page_get_type },
  { "read", rub_read_page_get_type },
};

static RubPage *
get_page (AdwBin *slot)
{
  return (RubPage *) adw_bin_get_child (slot);
}

static void
fill_slot (RubWindow *self, AdwBin *slot)
{
  const char *name = adw_view_stack_page_get_name (
    adw_view_stack_get_page (self->stack, GTK_WIDGET (slot)));

  for (gsize i = 0; i < G_N_ELEMENTS (page_types); i++)
    if (g_strcmp0 (page_types[i].name, name) == 0)
      adw_bin_set_child (slot, g_object_new (page_types[i].get_type (), "library", self->library,
                                             "narrow", self->is_narrow, NULL));
}

/* The keys of a page are there as soon as it is shown, wherever the focus is. */
static gboolean
on_key_pressed_cb (GtkEventControllerKey *controller,
                   guint keyval,
                   guint keycode,
                   GdkModifierType state,
                   RubWindow *self)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));
  GtkWidget *page;

  g_assert (RUB_IS_WINDOW (self));

  page = GTK_WIDGET (get_page (ADW_BIN (adw_view_stack_get_visible_child (self->stack))));
  if (page == NULL || (focus != NULL && gtk_widget_is_ancestor (focus, page)))
    return FALSE;

  return gtk_event_controller_key_forward (controller, page);
}

static gboolean
is_reading (RubWindow *self)
{
  return g_strcmp0 (adw_view_stack_get_visible_child_name (self->stack), "read") == 0;
}

static void
on_visible_page_changed_cb (RubWindow *self)
{
  GtkWidget *slot = adw_view_stack_get_visible_child (self->stack);

  g_assert (RUB_IS_WINDOW (self));

  if (slot != NULL && self->library != NULL && get_page (ADW_BIN (slot)) == NULL)
    fill_slot (self, ADW_BIN (slot));
  /* Only reading is done in full screen. */
  if (self->full_screen != NULL && !is_reading (self))
    rub_full_screen_leave (self->full_screen);
}

static gboolean
apply_narrow (gpointer data)
{
  RubWindow *self = RUB_WINDOW (data);
  g_autoptr (GtkSelectionModel) pages = adw_view_stack_get_pages (self->stack);

  self->narrow_source = 0;
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (pages)); i++)
    {
      g_autoptr (AdwViewStackPage) slot = g_list_model_get_item (G_LIST_MODEL (pages), i);
      RubPage *page = get_page (ADW_BIN (adw_view_stack_page_get_child (slot)));

      if (page != NULL)
        rub_page_set_narrow (page, self->is_narrow);
    }

  return G_SOURCE_REMOVE;
}

/* Pages are laid out anew after this allocation: one that is under way cannot change its own. */
static void
rub_window_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  RubWindow *self = RUB_WINDOW (widget);
  gboolean is_narrow = width < NARROW_PX;

  GTK_WIDGET_CLASS (rub_window_parent_class)->size_allocate (widget, width, height, baseline);

  if (is_narrow == self->is_narrow)
    return;

  self->is_narrow = is_narrow;
  if (self->narrow_source == 0)
    self->narrow_source = g_idle_add_full (G_PRIORITY_HIGH_IDLE, apply_narrow, self, NULL);
}

static void
on_undo_clicked_cb (AdwToast *toast, gpointer data)
{
  RubWindow *self = RUB_WINDOW (data);
  RubChange *undo = g_object_get_data (G_OBJECT (toast), "rub-undo");

  rub_library_commit (self->library, undo, NULL);
}

static void
on_committed_cb (RubWindow *self, const char *title, RubChange *undo)
{
  AdwToast *toast = adw_toast_new (title);

  g_assert (RUB_IS_CHANGE (undo));

  adw_toast_set_button_label (toast, _("_Undo"));
  g_object_set_data_full (G_OBJECT (toast), "rub-undo", g_object_ref (undo), g_object_unref);
  g_signal_connect_object (toast, "button-clicked", G_CALLBACK (on_undo_clicked_cb), self, 0);
  adw_toast_overlay_add_toast (self->toasts, toast);
}

static void
on_failed_cb (RubWindow *self, GError *error)
{
  AdwToast *toast = adw_toast_new (error->message);

  adw_toast_set_priority (toast, ADW_TOAST_PRIORITY_HIGH);
  adw_toast_set_timeout (toast, 0);
  adw_toast_overlay_add_toast (self->toasts, toast);
}

static void
on_told_cb (RubWindow *self, const char *words)
{
  adw_toast_overlay_add_toast (self->toasts, adw_toast_new (words));
}

static void
on_library_changed_cb (RubWindow *self)
{
  gboolean can_write = rub_library_can_write (self->library);

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.add-run", can_write);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.import-runs", can_write);
}

static void
show_page_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  RubWindow *self = RUB_WINDOW (widget);

  rub_window_show_page (self, g_variant_get_string (parameter, NULL));
  /* Whoever asks for a page by key goes on with keys in it. */
  gtk_widget_child_focus (adw_view_stack_get_visible_child (self->stack), GTK_DIR_TAB_FORWARD);
}

/* Leaves to the page @name what only it knows how to do: its own @action. */
static void
hand_on (RubWindow *self, const char *name, const char *action, GVariant *parameter)
{
  RubPage *page;

  rub_window_show_page (self, name);
  page = get_page (ADW_BIN (adw_view_stack_get_visible_child (self->stack)));
  gtk_widget_activate_action_variant (GTK_WIDGET (page), action, parameter);
}

/* A place in an article, as the page that shows it knows it. */
static void
open_article_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  hand_on (RUB_WINDOW (widget), "read", "read.open", parameter);
}

static void
show_regions_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  hand_on (RUB_WINDOW (widget), "body", "body.show-regions", parameter);
}

static void
full_screen_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  RubWindow *self = RUB_WINDOW (widget);

  if (is_reading (self))
    rub_full_screen_toggle (self->full_screen);
}

static void
add_run_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  RubWindow *self = RUB_WINDOW (widget);

  gtk_window_present (GTK_WINDOW (rub_run_dialog_new (GTK_WINDOW (self), self->library, NULL)));
}

static void
show_runs_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  RubWindow *self = RUB_WINDOW (widget);

  gtk_window_present (GTK_WINDOW (rub_runs_window_new (GTK_WINDOW (self), self->library)));
}

static void
on_files_chosen_cb (GtkWindow *window, GListModel *files)
{
  rub_window_import_runs (RUB_WINDOW (window), files);
}

static void
import_runs_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  rub_run_import_choose (GTK_WINDOW (widget), on_files_chosen_cb);
}

/* Returns: whether @file is something to read, on the web or by its name. */
static gboolean
is_article (GFile *file)
{
  static const char *const endings[]
    = { ".html", ".htm", ".xhtml", ".md", ".markdown", ".txt" };
  g_autofree char *uri = g_file_get_uri (file);
  g_autofree char *name = g_ascii_strdown (uri, -1);

  if (g_file_has_uri_scheme (file, "https") || g_file_has_uri_scheme (file, "http"))
    return TRUE;
  for (gsize i = 0; i < G_N_ELEMENTS (endings); i++)
    if (g_str_has_suffix (name, endings[i]))
      return TRUE;

  return FALSE;
}

static gboolean
on_drop_cb (RubWindow *self, const GValue *value)
{
  g_autoptr (GSList) files = gdk_file_list_get_files (g_value_get_boxed (value));
  g_autoptr (GListStore) runs = g_list_store_new (G_TYPE_FILE);

  g_assert (RUB_IS_WINDOW (self));

  for (GSList *i = files; i != NULL; i = i->next)
    if (is_article (i->data))
      {
        g_autofree char *uri = g_file_get_uri (i->data);
        g_autoptr (GVariant) place = g_variant_ref_sink (g_variant_new_string (uri));

        hand_on (self, "read", "read.add", place);
      }
    else
      g_list_store_append (runs, i->data);
  if (g_list_model_get_n_items (G_LIST_MODEL (runs)) > 0)
    rub_window_import_runs (self, G_LIST_MODEL (runs));

  return TRUE;
}

static gboolean
rub_window_close_request (GtkWindow *window)
{
  RubWindow *self = RUB_WINDOW (window);
  int width, height;

  gtk_window_get_default_size (window, &width, &height);
  g_settings_set_int (self->settings, "width", width);
  g_settings_set_int (self->settings, "height", height);
  g_settings_set_boolean (self->settings, "maximized", gtk_window_is_maximized (window));
  g_settings_set_string (self->settings, "page",
                         adw_view_stack_get_visible_child_name (self->stack));

  return GTK_WINDOW_CLASS (rub_window_parent_class)->close_request (window);
}

static void
rub_window_constructed (GObject *object)
{
  RubWindow *self = RUB_WINDOW (object);
  g_autofree char *page = g_settings_get_string (self->settings, "page");

  G_OBJECT_CLASS (rub_window_parent_class)->constructed (object);

  gtk_window_set_default_size (GTK_WINDOW (self), g_settings_get_int (self->settings, "width"),
                               g_settings_get_int (self->settings, "height"));
  if (g_settings_get_boolean (self->settings, "maximized"))
    gtk_window_maximize (GTK_WINDOW (self));

  g_signal_connect_object (self->library, "committed", G_CALLBACK (on_committed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->library, "failed", G_CALLBACK (on_failed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->library, "told", G_CALLBACK (on_told_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->library, "changed", G_CALLBACK (on_library_changed_cb), self,
                           G_CONNECT_SWAPPED);
  rub_fault_bar_set_library (self->fault_bar, self->library);
  on_library_changed_cb (self);
  rub_window_show_page (self, page);
  on_visible_page_changed_cb (self);
}

static void
rub_window_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  RubWindow *self = RUB_WINDOW (object);

  switch (id)
    {
    case PROP_LIBRARY:
      self->library = g_value_dup_object (value);
      break;
    case PROP_SETTINGS:
      self->settings = g_value_dup_object (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
rub_window_dispose (GObject *object)
{
  RubWindow *self = RUB_WINDOW (object);

  g_clear_handle_id (&self->narrow_source, g_source_remove);
  g_clear_object (&self->full_screen);

  G_OBJECT_CLASS (rub_window_parent_class)->dispose (object);
}

static void
rub_window_finalize (GObject *object)
{
  RubWindow *self = RUB_WINDOW (object);

  g_clear_object (&self->library);
  g_clear_object (&self->settings);

  G_OBJECT_CLASS (rub_window_parent_class)->finalize (object);
}

static void
rub_window_class_init (RubWindowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = rub_window_constructed;
  object_class->set_property = rub_window_set_property;
  object_class->dispose = rub_window_dispose;
  object_class->finalize = rub_window_finalize;
  widget_class->size_allocate = rub_window_size_allocate;
  GTK_WINDOW_CLASS (klass)->close_request = rub_window_close_request;

  properties[PROP_LIBRARY]
    = g_param_spec_object ("library", NULL, NULL, RUB_TYPE_LIBRARY,
                           G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  properties[PROP_SETTINGS]
    = g_param_spec_object ("settings", NULL, NULL, G_TYPE_SETTINGS,
                           G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (RUB_TYPE_FAULT_BAR);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/rubdown/Rubdown/ui/rub-window.ui");
  gtk_widget_class_bind_template_child (widget_class, RubWindow, header_slot);
  gtk_widget_class_bind_template_child (widget_class, RubWindow, header_cover);
  gtk_widget_class_bind_template_child (widget_class, RubWindow, switcher_bar);
  gtk_widget_class_bind_template_child (widget_class, RubWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, RubWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, RubWindow, fault_bar);
  gtk_widget_class_bind_template_callback (widget_class, on_key_pressed_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_visible_page_changed_cb);

  gtk_widget_class_install_action (widget_class, "win.show-page", "s", show_page_action);
  gtk_widget_class_install_action (widget_class, "win.open-article", "s", open_article_action);
  gtk_widget_class_install_action (widget_class, "win.show-regions", "s", show_regions_action);
  gtk_widget_class_install_action (widget_class, "win.fullscreen", NULL, full_screen_action);
  gtk_widget_class_install_action (widget_class, "win.add-run", NULL, add_run_action);
  gtk_widget_class_install_action (widget_class, "win.show-runs", NULL, show_runs_action);
  gtk_widget_class_install_action (widget_class, "win.import-runs", NULL, import_runs_action);
}

static void
rub_window_init (RubWindow *self)
{
  GtkDropTarget *target = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);

  gtk_widget_init_template (GTK_WIDGET (self));
  self->full_screen
    = rub_full_screen_new (GTK_WINDOW (self), self->header_slot, self->header_cover);
  g_object_bind_property (self->full_screen, "active", self->switcher_bar, "visible",
                          G_BINDING_INVERT_BOOLEAN | G_BINDING_SYNC_CREATE);
  g_signal_connect_object (target, "drop", G_CALLBACK (on_drop_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
}

RubWindow *
rub_window_new (GtkApplication *application, RubLibrary *library, GSettings *settings)
{
  return g_object_new (RUB_TYPE_WINDOW, "application", application, "library", library, "settings",
                       settings, NULL);
}

void
rub_window_show_page (RubWindow *self, const char *name)
{
  g_return_if_fail (RUB_IS_WINDOW (self));
  g_return_if_fail (name != NULL);

  if (adw_view_stack_get_child_by_name (self->stack, name) != NULL)
    adw_view_stack_set_visible_child_name (self->stack, name);
}

void
rub_window_import_runs (RubWindow *self, GListModel *files)
{
  g_return_if_fail (RUB_IS_WINDOW (self));
  g_return_if_fail (G_IS_LIST_MODEL (files));

  rub_run_import_start (files, self->library, self->toasts);
}
