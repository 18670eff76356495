/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "rub-body-page.h"

#include "rub-body-attention.h"
#include "rub-body-export.h"
#include "rub-body-loader.h"
#include "rub-body-map.h"
#include "rub-body-shot.h"
#include "rub-body-side.h"
#include "rub-body-tools.h"
#include "rub-check-bar.h"
#include "rub-check-keeper.h"
#include "rub-check-strip.h"
#include "rub-map-legend.h"
#include "rub-map-pointing.h"
#include "rub-map-zoom.h"
#include "rub-sore-pane.h"

/* What is said settles before the strip follows, so that a click is not held up by words. */
#define SETTLE_MS 150

struct _RubBodyPage
{
  RubPage parent_instance;

  guint settle_id;
  guint actions_id;

  /* Owned */
  char *wanted; /* regions to point out as soon as there is a map */
  RubBodyAttention *attention;
  RubCheckDraft *draft;
  RubCheckKeeper *keeper;
  RubMapPointing *pointing; /* NULL until there is a map */

  /* Borrowed */
  RubBodyMap *map;

  /* Template */
  GtkStack *states;
  GtkWidget *columns;
  GtkWidget *view_buttons;
  RubBodyTools *tools;
  AdwBin *map_slot;
  RubMapLegend *legend;
  RubCheckStrip *strip;
  GtkWidget *separator;
  GtkWidget *pane_column;
  RubBodySide *side;
  RubSorePane *pane;
  RubCheckBar *pane_buttons;
  RubCheckBar *bottom_bar;
};

enum
{
  PROP_VIEW = 1,
  PROP_PAINTING,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (RubBodyPage, rub_body_page, RUB_TYPE_PAGE)

/* Nothing is done to the check while something else is seen. */
static void
update_actions (RubBodyPage *self)
{
  gboolean is_now = rub_check_strip_get_marks (self->strip) == NULL;
  const struct
  {
    const char *name;
    gboolean is_enabled;
  } actions[] = {
    { "body.save", rub_check_keeper_can_save (self->keeper) },
    { "body.nothing-sore", rub_check_keeper_can_save_nothing (self->keeper) },
    { "body.from-last", rub_check_keeper_can_start_from_last (self->keeper) },
    { "body.clear", g_list_model_get_n_items (G_LIST_MODEL (self->draft)) > 0 },
    { "body.undo", rub_check_draft_get_can_undo (self->draft) },
    { "body.redo", rub_check_draft_get_can_redo (self->draft) },
    { "body.back", rub_body_side_get_open (self->side) },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), actions[i].name,
                                   is_now && actions[i].is_enabled);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "body.now", !is_now);
}

static gboolean
on_actions_due_cb (gpointer data)
{
  RubBodyPage *self = RUB_BODY_PAGE (data);

  self->actions_id = 0;
  update_actions (self);

  return G_SOURCE_REMOVE;
}

static void
update_actions_later (RubBodyPage *self)
{
  if (self->actions_id == 0)
    self->actions_id = g_timeout_add (RUB_CHECK_DRAFT_SETTLE_MS, on_actions_due_cb, self);
}

static void
save (GtkWidget *widget, const char *action, GVariant *parameter)
{
  RubBodyPage *self = RUB_BODY_PAGE (widget);

  rub_body_map_close (self->map);
  rub_check_keeper_save (self->keeper);
}

static void
start_from_last (GtkWidget *widget, const char *action, GVariant *parameter)
{
  rub_check_keeper_start_from_last (RUB_BODY_PAGE (widget)->keeper);
}

static void
undo (GtkWidget *widget, const char *action, GVariant *parameter)
{
  rub_check_draft_undo (RUB_BODY_PAGE (widget)->draft);
}

static void
redo (GtkWidget *widget, const char *action, GVariant *parameter)
{
  rub_check_draft_redo (RUB_BODY_PAGE (widget)->draft);
}

static void
clear (GtkWidget *widget, const char *action, GVariant *parameter)
{
  RubBodyPage *self = RUB_BODY_PAGE (widget);

  rub_body_map_close (self->map);
  rub_check_draft_clear (self->draft);
}

static void
search (GtkWidget *widget, const char *action, GVariant *parameter)
{
  RubBodyPage *self = RUB_BODY_PAGE (widget);

  rub_body_side_close (self->side);
  rub_sore_pane_search (self->pane);
}

static RubRegion *
find_region (RubBodyPage *self, GVariant *id)
{
  return rub_body_find (rub_check_draft_get_body (self->draft), g_variant_get_string (id, NULL));
}

static void
show_about (GtkWidget *widget, const char *action, GVariant *parameter)
{
  RubBodyPage *self = RUB_BODY_PAGE (widget);
  RubRegion *region = find_region (self, parameter);

  if (region == NULL)
    return;

  /* What asks about a region gives the focus back to it, where it is to return to. */
  rub_body_map_close (self->map);
  rub_body_side_open (self->side, region, rub_page_get_library (RUB_PAGE (self)));
}

static void
go_back (GtkWidget *widget, const char *action, GVariant *parameter)
{
  RubBodyPage *self = RUB_BODY_PAGE (widget);

  if (!rub_body_side_close (self->side))
    rub_sore_pane_search (self->pane);
}

static void
ask (GtkWidget *widget, const char *action, GVariant *parameter)
{
  RubBodyPage *self = RUB_BODY_PAGE (widget);
  RubRegion *region = find_region (self, parameter);

  if (region == NULL)
    return;
  rub_check_strip_return (self->strip);
  rub_body_map_ask (self->map, region);
}

static void
point_out (RubBodyPage *self, const char *stems)
{
  g_autoptr (GPtrArray) regions
    = rub_body_find_all (rub_check_draft_get_body (self->draft), stems);

  if (regions->len > 0)
    rub_body_side_close (self->side);
  rub_map_pointing_show (self->pointing, regions);
}

static void
show_regions (GtkWidget *widget, const char *action, GVariant *parameter)
{
  RubBodyPage *self = RUB_BODY_PAGE (widget);

  g_clear_pointer (&self->wanted, g_free);
  if (self->map != NULL)
    point_out (self, g_variant_get_string (parameter, NULL));
  else
    self->wanted = g_variant_dup_string (parameter, NULL);
}

static void
go_to_now (GtkWidget *widget, const char *action, GVariant *parameter)
{
  rub_check_strip_return (RUB_BODY_PAGE (widget)->strip);
}

static void
on_past_changed_cb (RubBodyPage *self)
{
  RubBodyMarks *marks;
  const char *words;

  g_assert (RUB_IS_BODY_PAGE (self));

  marks = rub_check_strip_get_marks (self->strip);
  words = marks != NULL ? rub_check_strip_get_words (self->strip) : "";
  if (self->map != NULL)
    rub_body_map_show (self->map, marks);
  rub_map_legend_set_kind (self->legend, marks != NULL ? rub_body_marks_get_kind (marks)
                                                       : RUB_BODY_MARKS_CHECK);
  rub_check_bar_set_words (self->pane_buttons, words);
  rub_check_bar_set_words (self->bottom_bar, words);
  update_actions (self);
}

static gboolean
on_settled_cb (gpointer data)
{
  RubBodyPage *self = data;
  RubLibrary *library = rub_page_get_library (RUB_PAGE (self));
  g_autoptr (RubCheck) said = NULL;

  g_assert (RUB_IS_BODY_PAGE (self));

  self->settle_id = 0;
  if (rub_check_draft_get_edited (self->draft) && library != NULL)
    said = rub_check_draft_create_check (self->draft, rub_library_get_now_us (library), 0);
  else if (g_list_model_get_n_items (G_LIST_MODEL (self->draft)) > 0)
    g_set_object (&said, rub_check_keeper_get_last (self->keeper));
  rub_check_strip_set_current (self->strip, said);

  return G_SOURCE_REMOVE;
}

static void
settle (RubBodyPage *self)
{
  if (self->settle_id == 0)
    self->settle_id = g_timeout_add (SETTLE_MS, on_settled_cb, self);
}

/* Whoever says something, in the list or by undoing, says it of now. */
static void
on_draft_changed_cb (RubBodyPage *self)
{
  g_assert (RUB_IS_BODY_PAGE (self));

  settle (self);
  if (rub_check_draft_get_edited (self->draft)
      && rub_check_strip_get_marks (self->strip) != NULL)
    rub_check_strip_return (self->strip);
}

static void
take_out (GtkWidget *widget, const char *action, GVariant *parameter)
{
  RubBodyPage *self = RUB_BODY_PAGE (widget);
  RubLibrary *library = rub_page_get_library (RUB_PAGE (self));
  g_autoptr (RubBodyPicture) picture = NULL;

  if (library == NULL)
    return;

  picture = rub_body_shot_take (widget, self->draft, self->strip, rub_library_get_now_us (library),
                                rub_library_get_zone (library));
  if (g_str_equal (action, "body.copy-picture"))
    rub_body_export_copy (widget, picture);
  else if (g_str_equal (action, "body.save-picture"))
    rub_body_export_save (widget, picture);
  else
    rub_body_export_print (widget, picture);
}

static void
on_region_activated_cb (RubBodyPage *self, RubRegion *region)
{
  g_assert (RUB_IS_BODY_PAGE (self));

  rub_check_strip_return (self->strip);
  rub_body_map_ask (self->map, region);
}

static void
on_map_view_changed_cb (RubBodyPage *self)
{
  g_assert (RUB_IS_BODY_PAGE (self));

  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_VIEW]);
}

static void
zoom (GtkWidget *widget, const char *action, GVariant *parameter)
{
  RubBodyPage *self = RUB_BODY_PAGE (widget);
  g_autofree char *name = g_strconcat ("map.", action + strlen ("body."), NULL);

  gtk_widget_activate_action (GTK_WIDGET (self->map), name, NULL);
}

static void
on_map_zoom_changed_cb (RubBodyPage *self)
{
  double factor;

  g_assert (RUB_IS_BODY_PAGE (self));

  factor = self->map != NULL ? rub_body_map_get_zoom (self->map) : 1;
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "body.zoom-in",
                                 self->map != NULL && factor < RUB_MAP_ZOOM_MAX);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "body.zoom-out", factor > 1);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "body.zoom-fit", factor > 1);
}

static void
on_map_painting_changed_cb (RubBodyPage *self)
{
  g_assert (RUB_IS_BODY_PAGE (self));

  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PAINTING]);
}

/* The first time it is seen: the map costs more than all the rest of the page. */
static void
add_map (RubBodyPage *self)
{
  GtkWidget *map = rub_body_map_new (self->draft, self->attention);

  self->map = RUB_BODY_MAP (map);
  self->pointing = rub_map_pointing_new (self->map, self->attention);
  rub_body_map_set_narrow (self->map, rub_page_get_narrow (RUB_PAGE (self)));
  g_object_bind_property (map, "single", self->view_buttons, "visible", G_BINDING_SYNC_CREATE);
  g_signal_connect_object (map, "notify::view", G_CALLBACK (on_map_view_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (map, "notify::painting", G_CALLBACK (on_map_painting_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (map, "notify::zoom", G_CALLBACK (on_map_zoom_changed_cb), self,
                           G_CONNECT_SWAPPED);
  on_map_zoom_changed_cb (self);
  adw_bin_set_child (self->map_slot, map);
  gtk_stack_set_visible_child_name (self->states, "full");
}

static void
show_settings (RubBodyPage *self, RubLibrary *library)
{
  gboolean has_patterns = rub_library_has_body_patterns (library);

  rub_body_map_set_body (self->map,
                         rub_body_loader_get_bundled (rub_library_get_body_build (library)));
  rub_body_map_set_mirrored (self->map, rub_library_is_body_mirrored (library));
  rub_body_map_set_has_patterns (self->map, has_patterns);
  rub_map_legend_set_has_patterns (self->legend, has_patterns);
}

static void
rub_body_page_refresh (RubPage *page)
{
  RubBodyPage *self = RUB_BODY_PAGE (page);
  RubLibrary *library = rub_page_get_library (page);
  g_autofree char *age = NULL;
  RubCheck *last;

  if (self->map == NULL)
    add_map (self);

  show_settings (self, library);
  rub_check_keeper_refresh (self->keeper, library);
  rub_check_strip_set_records (self->strip, rub_library_get_records (library),
                               rub_library_get_now_us (library), rub_library_get_zone (library));
  settle (self);
  last = rub_check_keeper_get_last (self->keeper);
  if (last != NULL)
    age = rub_format_age (rub_check_get_made_us (last), rub_library_get_now_us (library));
  rub_sore_pane_set_last_check (self->pane, age);
  rub_body_side_refresh (self->side, library);
  if (self->wanted != NULL)
    point_out (self, self->wanted);
  g_clear_pointer (&self->wanted, g_free);
}

static void
rub_body_page_set_narrow (RubPage *page, gboolean is_narrow)
{
  RubBodyPage *self = RUB_BODY_PAGE (page);

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->columns), is_narrow
                                                                    ? GTK_ORIENTATION_VERTICAL
                                                                    : GTK_ORIENTATION_HORIZONTAL);
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->separator),
                                  is_narrow ? GTK_ORIENTATION_HORIZONTAL
                                            : GTK_ORIENTATION_VERTICAL);
  gtk_widget_set_size_request (self->pane_column, is_narrow ? -1 : 320, -1);
  /* Saving stays in reach while one scrolls. */
  gtk_widget_set_visible (GTK_WIDGET (self->pane_buttons), !is_narrow);
  gtk_widget_set_visible (GTK_WIDGET (self->bottom_bar), is_narrow);
  rub_map_legend_set_narrow (self->legend, is_narrow);
  rub_check_strip_set_narrow (self->strip, is_narrow);
  rub_body_tools_set_narrow (self->tools, is_narrow);
  rub_sore_pane_set_narrow (self->pane, is_narrow);
  rub_body_side_set_narrow (self->side, is_narrow);
  if (self->map != NULL)
    rub_body_map_set_narrow (self->map, is_narrow);
  if (is_narrow)
    gtk_widget_add_css_class (GTK_WIDGET (self), "narrow");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "narrow");
}

static void
rub_body_page_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  RubBodyPage *self = RUB_BODY_PAGE (object);

  switch (id)
    {
    case PROP_VIEW:
      g_value_set_int (value, self->map != NULL ? (int) rub_body_map_get_view (self->map)
                                                : RUB_BODY_VIEW_FRONT);
      break;
    case PROP_PAINTING:
      g_value_set_boolean (value, self->map != NULL && rub_body_map_get_painting (self->map));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
rub_body_page_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  RubBodyPage *self = RUB_BODY_PAGE (object);

  switch (id)
    {
    case PROP_VIEW:
      if (self->map != NULL)
        rub_body_map_set_view (self->map, g_value_get_int (value));
      break;
    case PROP_PAINTING:
      if (self->map != NULL)
        rub_body_map_set_painting (self->map, g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
rub_body_page_dispose (GObject *object)
{
  RubBodyPage *self = RUB_BODY_PAGE (object);

  self->map = NULL;
  g_clear_handle_id (&self->settle_id, g_source_remove);
  g_clear_handle_id (&self->actions_id, g_source_remove);
  g_clear_pointer (&self->wanted, g_free);
  g_clear_object (&self->pointing);
  g_clear_object (&self->keeper);
  g_clear_object (&self->draft);
  g_clear_object (&self->attention);

  G_OBJECT_CLASS (rub_body_page_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  g_type_ensure (RUB_TYPE_BODY_SIDE);
  g_type_ensure (RUB_TYPE_BODY_TOOLS);
  g_type_ensure (RUB_TYPE_CHECK_BAR);
  g_type_ensure (RUB_TYPE_CHECK_STRIP);
  g_type_ensure (RUB_TYPE_MAP_LEGEND);
  g_type_ensure (RUB_TYPE_SORE_PANE);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/rubdown/Rubdown/ui/rub-body-page.ui");
  gtk_widget_class_bind_template_child (widget_class, RubBodyPage, states);
  gtk_widget_class_bind_template_child (widget_class, RubBodyPage, columns);
  gtk_widget_class_bind_template_child (widget_class, RubBodyPage, view_buttons);
  gtk_widget_class_bind_template_child (widget_class, RubBodyPage, tools);
  gtk_widget_class_bind_template_child (widget_class, RubBodyPage, map_slot);
  gtk_widget_class_bind_template_child (widget_class, RubBodyPage, legend);
  gtk_widget_class_bind_template_child (widget_class, RubBodyPage, strip);
  gtk_widget_class_bind_template_child (widget_class, RubBodyPage, separator);
  gtk_widget_class_bind_template_child (widget_class, RubBodyPage, pane_column);
  gtk_widget_class_bind_template_child (widget_class, RubBodyPage, side);
  gtk_widget_class_bind_template_child (widget_class, RubBodyPage, pane);
  gtk_widget_class_bind_template_child (widget_class, RubBodyPage, pane_buttons);
  gtk_widget_class_bind_template_child (widget_class, RubBodyPage, bottom_bar);
  gtk_widget_class_bind_template_callback (widget_class, on_past_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_region_activated_cb);
}

/* A key may come before what it is for was found to be possible: it is looked up first. */
static gboolean
press (GtkWidget *widget, GVariant *arguments, gpointer data)
{
  RubBodyPage *self = RUB_BODY_PAGE (widget);
  const char *action;

  if (self->actions_id != 0)
    {
      g_clear_handle_id (&self->actions_id, g_source_remove);
      update_actions (self);
    }
  g_variant_get (arguments, "(&s)", &action);

  return gtk_widget_activate_action (widget, action, NULL);
}

static void
add_keys (GtkWidgetClass *widget_class)
{
  const GdkModifierType control = GDK_CONTROL_MASK, both = GDK_CONTROL_MASK | GDK_SHIFT_MASK;

  static const struct
  {
    guint key;
    const char *action;
  } zooms[] = {
    { GDK_KEY_plus, "body.zoom-in" },      { GDK_KEY_equal, "body.zoom-in" },
    { GDK_KEY_KP_Add, "body.zoom-in" },    { GDK_KEY_minus, "body.zoom-out" },
    { GDK_KEY_KP_Subtract, "body.zoom-out" }, { GDK_KEY_0, "body.zoom-fit" },
    { GDK_KEY_KP_0, "body.zoom-fit" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (zooms); i++)
    gtk_widget_class_add_binding_action (widget_class, zooms[i].key, control, zooms[i].action,
                                         NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_plus, both, "body.zoom-in", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_f, control, "body.search", NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_s, control, press, "(s)", "body.save");
  gtk_widget_class_add_binding (widget_class, GDK_KEY_z, control, press, "(s)", "body.undo");
  gtk_widget_class_add_binding (widget_class, GDK_KEY_z, both, press, "(s)", "body.redo");
  gtk_widget_class_add_binding (widget_class, GDK_KEY_y, control, press, "(s)", "body.redo");
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Left, GDK_ALT_MASK, "body.back",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Back, 0, "body.back", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_c, both, "body.copy-picture", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_s, both, "body.save-picture", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_p, both, "body.print", NULL);
}

static void
rub_body_page_class_init (RubBodyPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = rub_body_page_get_property;
  object_class->set_property = rub_body_page_set_property;
  object_class->dispose = rub_body_page_dispose;
  RUB_PAGE_CLASS (klass)->refresh = rub_body_page_refresh;
  RUB_PAGE_CLASS (klass)->set_narrow = rub_body_page_set_narrow;

  properties[PROP_VIEW]
    = g_param_spec_int ("view", NULL, NULL, 0, RUB_N_BODY_VIEWS - 1, RUB_BODY_VIEW_FRONT,
                        G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_PAINTING]
    = g_param_spec_boolean ("painting", NULL, NULL, FALSE,
                            G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_install_action (widget_class, "body.save", NULL, save);
  gtk_widget_class_install_action (widget_class, "body.nothing-sore", NULL, save);
  gtk_widget_class_install_action (widget_class, "body.from-last", NULL, start_from_last);
  gtk_widget_class_install_action (widget_class, "body.undo", NULL, undo);
  gtk_widget_class_install_action (widget_class, "body.redo", NULL, redo);
  gtk_widget_class_install_action (widget_class, "body.clear", NULL, clear);
  gtk_widget_class_install_action (widget_class, "body.search", NULL, search);
  gtk_widget_class_install_action (widget_class, "body.about", "s", show_about);
  gtk_widget_class_install_action (widget_class, "body.back", NULL, go_back);
  gtk_widget_class_install_action (widget_class, "body.ask", "s", ask);
  gtk_widget_class_install_action (widget_class, "body.show-regions", "s", show_regions);
  gtk_widget_class_install_action (widget_class, "body.now", NULL, go_to_now);
  gtk_widget_class_install_action (widget_class, "body.copy-picture", NULL, take_out);
  gtk_widget_class_install_action (widget_class, "body.save-picture", NULL, take_out);
  gtk_widget_class_install_action (widget_class, "body.print", NULL, take_out);
  gtk_widget_class_install_action (widget_class, "body.zoom-in", NULL, zoom);
  gtk_widget_class_install_action (widget_class, "body.zoom-out", NULL, zoom);
  gtk_widget_class_install_action (widget_class, "body.zoom-fit", NULL, zoom);
  gtk_widget_class_install_property_action (widget_class, "body.show-view", "view");
  gtk_widget_class_install_property_action (widget_class, "body.paint", "painting");
  add_keys (widget_class);
  bind_template (widget_class);
}

static void
rub_body_page_init (RubBodyPage *self)
{
  self->attention = rub_body_attention_new ();
  self->draft = rub_check_draft_new (rub_body_loader_get_bundled (RUB_BODY_BUILD_STANDARD));
  self->keeper = rub_check_keeper_new (self->draft);
  gtk_widget_init_template (GTK_WIDGET (self));
  rub_sore_pane_set_draft (self->pane, self->draft, self->attention);
  rub_body_side_set_draft (self->side, self->draft, self->attention);
  g_signal_connect_object (self->side, "notify::open", G_CALLBACK (update_actions), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->keeper, "changed", G_CALLBACK (update_actions_later), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->draft, "region-changed", G_CALLBACK (on_draft_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->draft, "notify::can-undo", G_CALLBACK (update_actions_later), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->draft, "notify::can-redo", G_CALLBACK (update_actions_later), self,
                           G_CONNECT_SWAPPED);
  on_map_zoom_changed_cb (self);
  update_actions (self);
}
