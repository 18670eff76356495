/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "rub-article-view.h"

#include <adwaita.h>
#include <string.h>

#include "rub-article-anchor.h"
#include "rub-article-headings.h"
#include "rub-article-links.h"
#include "rub-article-ornaments.h"
#include "rub-article-pictures.h"
#include "rub-article-scroller.h"
#include "rub-article-style.h"
#include "rub-compat.h"

/* Between the text and the edge, so that rings and rounded shapes have room. */
#define MARGIN_PX 18
/* How far below the edge, in em, text goes that is scrolled to, and where it is then found. */
#define SCROLL_EM 1.0
#define PROBE_EM 1.3

struct _RubArticleView
{
  GtkTextView parent_instance;

  /* Owned */
  RubArticleBuffer *text;
  RubArticleScroller *scroller;
  RubSpotPopovers *popovers;
  RubArticleAnchor *anchor;
  RubReadLook *choice;

  /* Borrowed */
  RubTextSearch *matches;

  RubArticleLook look;
  int width;
  int measure; /* as it was last told */
  gboolean is_styled; /* whether the tags of the text are as @look says */

  int hover; /* spot under the pointer, or -1 */
  int link;  /* spot with the keyboard, or -1 */
};

enum
{
  PROP_0,
  PROP_MEASURE,
  N_PROPS
};

enum
{
  ACTIVATE_LINK,
  N_SIGNALS
};

G_DEFINE_FINAL_TYPE (RubArticleView, rub_article_view, GTK_TYPE_TEXT_VIEW)

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

static const RubSpot *
get_spot (RubArticleView *self, int index)
{
  guint n_spots;
  const RubSpot *spots = rub_article_buffer_get_spots (self->text, &n_spots);

  g_assert (index >= 0 && (guint) index < n_spots);

  return &spots[index];
}

/* Only tags change, so the text stays as it is; one without a look is not shown yet. */
static void
apply_look (RubArticleView *self, const RubArticleLook *look)
{
  gboolean is_kept = self->is_styled && !rub_article_scroller_is_under_way (self->scroller);

  if (is_kept)
    rub_article_anchor_drop (self->anchor);
  self->look = *look;
  self->is_styled = TRUE;
  rub_article_style_apply (gtk_text_buffer_get_tag_table (GTK_TEXT_BUFFER (self->text)), look);
  if (is_kept)
    rub_article_anchor_pull (self->anchor);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
restyle (RubArticleView *self)
{
  RubArticleLook look = { 0 };
  int measure;

  if (self->text == NULL)
    return;

  rub_article_style_resolve (
    GTK_WIDGET (self), rub_article_get_title (rub_article_buffer_get_article (self->text)),
    rub_read_look_get (self->choice), &look);
  /* Every change of a tag lays the text out anew. */
  if (!self->is_styled || memcmp (&look, &self->look, sizeof look) != 0)
    apply_look (self, &look);
  measure = rub_article_view_get_measure (self);
  if (self->measure != measure)
    {
      self->measure = measure;
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_MEASURE]);
    }
}

/* Text views do not tell of links in their text, so the focused one is told as a description. */
static void
describe_link (RubArticleView *self)
{
  GtkAccessible *accessible = GTK_ACCESSIBLE (self);
  g_autofree char *description = NULL;

  if (self->link < 0)
    {
      gtk_accessible_reset_property (accessible, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION);
      return;
    }

  description = rub_article_links_describe (self->text, self->link);
  gtk_accessible_update_property (accessible, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, description,
                                  -1);
}

/* Returns: where on screen the search for a link starts, in characters. */
static int
get_edge (RubArticleView *self, int direction)
{
  GdkRectangle area;
  GtkTextIter iter;

  gtk_text_view_get_visible_rect (GTK_TEXT_VIEW (self), &area);
  gtk_text_view_get_line_at_y (GTK_TEXT_VIEW (self), &iter,
                               direction > 0 ? area.y : area.y + area.height, NULL);

  return gtk_text_iter_get_offset (&iter);
}

static gboolean
rub_article_view_focus (GtkWidget *widget, GtkDirectionType direction)
{
  RubArticleView *self = RUB_ARTICLE_VIEW (widget);
  gboolean is_tab = direction == GTK_DIR_TAB_FORWARD || direction == GTK_DIR_TAB_BACKWARD;
  int step = direction == GTK_DIR_TAB_FORWARD ? 1 : -1;
  int link;

  if (!is_tab || self->text == NULL || !gtk_widget_is_focus (widget))
    return GTK_WIDGET_CLASS (rub_article_view_parent_class)->focus (widget, direction);

  link = rub_article_links_find_next (self->text, self->link, get_edge (self, step), step);
  rub_article_view_set_link (self, link);

  return link >= 0 ? TRUE
                   : GTK_WIDGET_CLASS (rub_article_view_parent_class)->focus (widget, direction);
}

static gboolean
open_target (RubArticleView *self, const char *target)
{
  rub_article_links_open (GTK_WIDGET (self), target);

  return TRUE;
}

static void
activate (RubArticleView *self, int index)
{
  const RubSpot *spot = get_spot (self, index);
  gboolean is_handled = FALSE;

  if (spot->kind == RUB_SPOT_BADGE)
    {
      rub_article_view_set_link (self, index);
      rub_spot_popovers_open (self->popovers, index);
    }
  else if (spot->kind == RUB_SPOT_FOLD)
    rub_article_buffer_set_open (self->text, spot,
                                 !rub_article_buffer_is_open (self->text, spot));
  else
    {
      rub_spot_popovers_close (self->popovers);
      g_signal_emit (self, signals[ACTIVATE_LINK], 0, spot->target, &is_handled);
    }
  describe_link (self);
}

static void
on_link_activate_action_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  RubArticleView *self = RUB_ARTICLE_VIEW (widget);

  if (self->text != NULL && self->link >= 0)
    activate (self, self->link);
}

static int
find_link_at (RubArticleView *self, double x, double y)
{
  GtkTextIter iter;
  int buffer_x, buffer_y;

  if (self->text == NULL)
    return -1;
  gtk_text_view_window_to_buffer_coords (GTK_TEXT_VIEW (self), GTK_TEXT_WINDOW_WIDGET, (int) x,
                                         (int) y, &buffer_x, &buffer_y);
  if (!gtk_text_view_get_iter_at_position (GTK_TEXT_VIEW (self), &iter, NULL, buffer_x, buffer_y))
    return -1;

  return rub_article_buffer_find_link (self->text, &iter);
}

static void
set_hover (RubArticleView *self, int hover)
{
  rub_spot_popovers_point (self->popovers, hover, self->link);
  if (self->hover == hover)
    return;

  self->hover = hover;
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), hover >= 0 ? "pointer" : "text");
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
on_pointer_motion_cb (GtkEventControllerMotion *controller, double x, double y,
                      RubArticleView *self)
{
  g_assert (RUB_IS_ARTICLE_VIEW (self));

  set_hover (self, find_link_at (self, x, y));
}

static void
on_pointer_leave_cb (GtkEventControllerMotion *controller, RubArticleView *self)
{
  set_hover (self, -1);
}

static gboolean
on_scroll_cb (GtkEventControllerScroll *controller, double dx, double dy, RubArticleView *self)
{
  g_assert (RUB_IS_ARTICLE_VIEW (self));

  rub_article_scroller_cancel (self->scroller);

  return GDK_EVENT_PROPAGATE;
}

static gboolean
on_key_pressed_cb (GtkEventControllerKey *controller, guint key, guint code, GdkModifierType state,
                   RubArticleView *self)
{
  g_assert (RUB_IS_ARTICLE_VIEW (self));

  /* The keys of headings go on from where they are on the way to. */
  if (key != GDK_KEY_n && key != GDK_KEY_p)
    rub_article_scroller_cancel (self->scroller);

  return key == GDK_KEY_Escape && rub_spot_popovers_dismiss (self->popovers);
}

static void
on_click_pressed_cb (GtkGestureClick *gesture, int n_press, double x, double y,
                     RubArticleView *self)
{
  g_assert (RUB_IS_ARTICLE_VIEW (self));

  rub_article_scroller_cancel (self->scroller);
  rub_article_view_set_link (self, -1);
}

static void
on_click_released_cb (GtkGestureClick *gesture, int n_press, double x, double y,
                      RubArticleView *self)
{
  int link;

  g_assert (RUB_IS_ARTICLE_VIEW (self));

  link = find_link_at (self, x, y);
  if (link < 0 || n_press > 1
      || gtk_text_buffer_get_has_selection (GTK_TEXT_BUFFER (self->text)))
    return;
  activate (self, link);
}

static gboolean
on_tooltip_query_cb (RubArticleView *self, int x, int y, gboolean is_keyboard, GtkTooltip *tooltip)
{
  int link = is_keyboard ? self->link : find_link_at (self, x, y);
  const char *target = link >= 0 ? get_spot (self, link)->target : NULL;

  if (target == NULL || !g_str_has_prefix (target, "https:"))
    return FALSE;
  gtk_tooltip_set_text (tooltip, target);

  return TRUE;
}

/* The parent has no function of its own to chain up to. */
static void
rub_article_view_snapshot_layer (GtkTextView *view, GtkTextViewLayer layer, GtkSnapshot *snapshot)
{
  RubArticleView *self = RUB_ARTICLE_VIEW (view);

  if (layer == GTK_TEXT_VIEW_LAYER_BELOW_TEXT && self->text != NULL)
    {
      RubOrnaments ornaments = { &self->look, self->hover, -1, self->matches };

      if (gtk_widget_has_visible_focus (GTK_WIDGET (self)))
        ornaments.focus = self->link;
      rub_article_ornaments_snapshot (&ornaments, view, snapshot);
    }
}

static void
rub_article_view_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (rub_article_view_parent_class)->css_changed (widget, change);

  restyle (RUB_ARTICLE_VIEW (widget));
}

static void
rub_article_view_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  RubArticleView *self = RUB_ARTICLE_VIEW (widget);
  gboolean is_other = width != self->width && !rub_article_scroller_is_under_way (self->scroller);

  if (is_other)
    rub_article_anchor_drop (self->anchor);
  self->width = width;
  if (self->text != NULL)
    rub_article_pictures_set_room (self->text, self->width - 2 * MARGIN_PX);
  /* Narrow columns are not filled. */
  if (is_other && rub_read_look_get (self->choice)->is_justified)
    restyle (self);
  GTK_WIDGET_CLASS (rub_article_view_parent_class)->size_allocate (widget, width, height, baseline);
  if (is_other)
    rub_article_anchor_pull (self->anchor);

  rub_spot_popovers_place (self->popovers);
}

static void
rub_article_view_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  RubArticleView *self = RUB_ARTICLE_VIEW (object);

  switch (id)
    {
    case PROP_MEASURE:
      g_value_set_int (value, rub_article_view_get_measure (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
rub_article_view_dispose (GObject *object)
{
  RubArticleView *self = RUB_ARTICLE_VIEW (object);

  g_object_run_dispose (G_OBJECT (self->popovers));

  G_OBJECT_CLASS (rub_article_view_parent_class)->dispose (object);
}

static void
rub_article_view_finalize (GObject *object)
{
  RubArticleView *self = RUB_ARTICLE_VIEW (object);

  g_clear_object (&self->scroller);
  g_clear_object (&self->popovers);
  g_clear_object (&self->anchor);
  g_clear_object (&self->choice);
  g_clear_object (&self->text);

  G_OBJECT_CLASS (rub_article_view_parent_class)->finalize (object);
}

static void
add_bindings (GtkWidgetClass *widget_class)
{
  static const guint enters[] = { GDK_KEY_Return, GDK_KEY_KP_Enter, GDK_KEY_ISO_Enter };
  static const struct
  {
    guint key;
    int count;
  } ends[] = {
    { GDK_KEY_Home, -1 }, { GDK_KEY_KP_Home, -1 }, { GDK_KEY_End, 1 }, { GDK_KEY_KP_End, 1 }
  };

  for (gsize i = 0; i < G_N_ELEMENTS (enters); i++)
    gtk_widget_class_add_binding_action (widget_class, enters[i], 0, "link.activate", NULL);
  gtk_widget_class_add_binding_signal (widget_class, GDK_KEY_space, 0, "move-viewport", "(ii)",
                                       GTK_SCROLL_PAGES, 1);
  gtk_widget_class_add_binding_signal (widget_class, GDK_KEY_space, GDK_SHIFT_MASK,
                                       "move-viewport", "(ii)", GTK_SCROLL_PAGES, -1);
  for (gsize i = 0; i < G_N_ELEMENTS (ends); i++)
    gtk_widget_class_add_binding_signal (widget_class, ends[i].key, 0, "move-viewport", "(ii)",
                                         GTK_SCROLL_ENDS, ends[i].count);
}

static void
rub_article_view_class_init (RubArticleViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GtkTextViewClass *view_class = GTK_TEXT_VIEW_CLASS (klass);

  object_class->get_property = rub_article_view_get_property;
  object_class->dispose = rub_article_view_dispose;
  object_class->finalize = rub_article_view_finalize;
  widget_class->css_changed = rub_article_view_css_changed;
  widget_class->focus = rub_article_view_focus;
  widget_class->size_allocate = rub_article_view_size_allocate;
  view_class->snapshot_layer = rub_article_view_snapshot_layer;

  properties[PROP_MEASURE]
    = g_param_spec_int ("measure", NULL, NULL, 0, G_MAXINT, 0,
                        G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[ACTIVATE_LINK] = g_signal_new_class_handler (
    "activate-link", RUB_TYPE_ARTICLE_VIEW, G_SIGNAL_RUN_LAST, G_CALLBACK (open_target),
    g_signal_accumulator_true_handled, NULL, NULL, G_TYPE_BOOLEAN, 1, G_TYPE_STRING);

  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_DOCUMENT);
  gtk_widget_class_install_action (widget_class, "link.activate", NULL,
                                   on_link_activate_action_cb);
  add_bindings (widget_class);
}

static void
add_controllers (RubArticleView *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkEventController *scroll
    = gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_BOTH_AXES);
  GtkEventController *key = gtk_event_controller_key_new ();
  GtkGesture *click = gtk_gesture_click_new ();

  g_signal_connect (motion, "motion", G_CALLBACK (on_pointer_motion_cb), self);
  g_signal_connect (motion, "leave", G_CALLBACK (on_pointer_leave_cb), self);
  gtk_widget_add_controller (widget, motion);
  g_signal_connect (scroll, "scroll", G_CALLBACK (on_scroll_cb), self);
  gtk_widget_add_controller (widget, scroll);
  gtk_event_controller_set_propagation_phase (key, GTK_PHASE_CAPTURE);
  g_signal_connect (key, "key-pressed", G_CALLBACK (on_key_pressed_cb), self);
  gtk_widget_add_controller (widget, key);
  g_signal_connect (click, "pressed", G_CALLBACK (on_click_pressed_cb), self);
  g_signal_connect (click, "released", G_CALLBACK (on_click_released_cb), self);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (click));
}

static void
rub_article_view_init (RubArticleView *self)
{
  self->hover = -1;
  self->link = -1;
  self->scroller = rub_article_scroller_new (self);
  self->popovers = rub_spot_popovers_new (GTK_TEXT_VIEW (self));
  self->anchor = rub_article_anchor_new (GTK_TEXT_VIEW (self));
  g_object_set (self, "editable", FALSE, "cursor-visible", FALSE, "accepts-tab", FALSE,
                "wrap-mode", GTK_WRAP_WORD_CHAR, "left-margin", MARGIN_PX, "right-margin",
                MARGIN_PX, "bottom-margin", 4 * MARGIN_PX, "has-tooltip", TRUE, NULL);
  gtk_widget_add_css_class (GTK_WIDGET (self), "article");

  add_controllers (self);
  g_signal_connect (self, "query-tooltip", G_CALLBACK (on_tooltip_query_cb), NULL);
  g_signal_connect_object (adw_style_manager_get_default (), "notify::high-contrast",
                           G_CALLBACK (restyle), self, G_CONNECT_SWAPPED);
}

RubArticleView *
rub_article_view_new (void)
{
  return g_object_new (RUB_TYPE_ARTICLE_VIEW, NULL);
}

void
rub_article_view_set_look (RubArticleView *self, RubReadLook *look)
{
  g_return_if_fail (RUB_IS_ARTICLE_VIEW (self));
  g_return_if_fail (look == NULL || RUB_IS_READ_LOOK (look));

  if (self->choice != NULL)
    g_signal_handlers_disconnect_by_func (self->choice, restyle, self);
  g_set_object (&self->choice, look);
  if (look != NULL)
    g_signal_connect_object (look, "changed", G_CALLBACK (restyle), self, G_CONNECT_SWAPPED);
  restyle (self);
}

void
rub_article_view_set_article (RubArticleView *self, RubArticle *article, GHashTable *pictures)
{
  g_autoptr (GtkTextBuffer) buffer = NULL;

  g_return_if_fail (RUB_IS_ARTICLE_VIEW (self));
  g_return_if_fail (article == NULL || RUB_IS_ARTICLE (article));

  rub_article_scroller_halt (self->scroller);
  self->hover = -1;
  self->link = -1;
  rub_spot_popovers_close (self->popovers);
  self->is_styled = FALSE;
  rub_article_anchor_forget (self->anchor);
  g_clear_object (&self->text);
  if (article != NULL)
    {
      self->text = rub_article_buffer_new (article, pictures);
      gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                      rub_article_get_title (article), -1);
    }
  restyle (self);
  /* GTK 4.8 has trouble with what it still wanted to lay out when there is no buffer at all. */
  if (article == NULL)
    buffer = gtk_text_buffer_new (NULL);
  gtk_text_view_set_buffer (GTK_TEXT_VIEW (self),
                            article != NULL ? GTK_TEXT_BUFFER (self->text) : buffer);
  if (article != NULL)
    rub_article_pictures_add (GTK_TEXT_VIEW (self), self->text, self->width - 2 * MARGIN_PX);
}

gboolean
rub_article_view_set_cards (RubArticleView *self, GPtrArray *words)
{
  g_return_val_if_fail (RUB_IS_ARTICLE_VIEW (self), FALSE);
  g_return_val_if_fail (words != NULL, FALSE);

  return self->text != NULL && rub_article_buffer_set_cards (self->text, words);
}

RubSpotPopovers *
rub_article_view_get_popovers (RubArticleView *self)
{
  g_return_val_if_fail (RUB_IS_ARTICLE_VIEW (self), NULL);

  return self->popovers;
}

RubArticleBuffer *
rub_article_view_get_text (RubArticleView *self)
{
  g_return_val_if_fail (RUB_IS_ARTICLE_VIEW (self), NULL);

  return self->text;
}

int
rub_article_view_get_block (RubArticleView *self)
{
  GdkRectangle area;
  GtkTextIter iter;

  g_return_val_if_fail (RUB_IS_ARTICLE_VIEW (self), 0);

  if (self->text == NULL)
    return 0;
  gtk_text_view_get_visible_rect (GTK_TEXT_VIEW (self), &area);
  if (area.height <= 1) /* Not laid out: every line is at 0. */
    return 0;
  gtk_text_view_get_line_at_y (GTK_TEXT_VIEW (self), &iter,
                               area.y + (int) (PROBE_EM * self->look.em_px), NULL);

  return rub_article_buffer_get_block_at (self->text, &iter);
}

int
rub_article_view_get_offset (RubArticleView *self, gboolean at_bottom)
{
  GdkRectangle area;
  GtkTextIter iter;

  g_return_val_if_fail (RUB_IS_ARTICLE_VIEW (self), 0);

  gtk_text_view_get_visible_rect (GTK_TEXT_VIEW (self), &area);
  if (self->text == NULL || area.height <= 1)
    return 0;
  gtk_text_view_get_iter_at_location (GTK_TEXT_VIEW (self), &iter,
                                      area.x + (at_bottom ? area.width : 0),
                                      area.y + (at_bottom ? area.height : 0));

  return gtk_text_iter_get_offset (&iter);
}

void
rub_article_view_scroll_to_block (RubArticleView *self, int block)
{
  g_return_if_fail (RUB_IS_ARTICLE_VIEW (self));

  rub_article_scroller_go (self->scroller, block, (int) (SCROLL_EM * self->look.em_px));
}

void
rub_article_view_move_heading (RubArticleView *self, int direction)
{
  RubArticle *article;
  int block;

  g_return_if_fail (RUB_IS_ARTICLE_VIEW (self));
  g_return_if_fail (direction == 1 || direction == -1);

  if (self->text == NULL)
    return;

  article = rub_article_buffer_get_article (self->text);
  block = rub_article_scroller_get_goal (self->scroller);
  if (block < 0)
    block = rub_article_view_get_block (self);
  block = rub_article_headings_find (article, block, direction);
  if (block < 0)
    return;

  rub_article_view_set_link (self, -1);
  rub_article_view_scroll_to_block (self, block);
  rub_article_headings_tell (article, block, GTK_ACCESSIBLE (self));
}

void
rub_article_view_show (RubArticleView *self, int offset)
{
  GtkTextBuffer *buffer;
  GtkTextIter iter;

  g_return_if_fail (RUB_IS_ARTICLE_VIEW (self));
  g_return_if_fail (self->text != NULL);

  buffer = GTK_TEXT_BUFFER (self->text);
  rub_article_scroller_cancel (self->scroller);
  gtk_text_buffer_get_iter_at_offset (buffer, &iter, offset);
  rub_article_buffer_reveal (self->text, &iter);
  gtk_text_buffer_place_cursor (buffer, &iter);
  gtk_text_view_scroll_to_mark (GTK_TEXT_VIEW (self), gtk_text_buffer_get_insert (buffer), 0.15,
                                FALSE, 0, 0);
}

void
rub_article_view_set_matches (RubArticleView *self, RubTextSearch *matches)
{
  g_return_if_fail (RUB_IS_ARTICLE_VIEW (self));

  self->matches = matches;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

int
rub_article_view_get_measure (RubArticleView *self)
{
  g_return_val_if_fail (RUB_IS_ARTICLE_VIEW (self), 0);

  return (int) (rub_read_look_get (self->choice)->measure_chars * self->look.char_px)
         + 2 * MARGIN_PX;
}

int
rub_article_view_get_link (RubArticleView *self)
{
  g_return_val_if_fail (RUB_IS_ARTICLE_VIEW (self), -1);

  return self->link;
}

void
rub_article_view_set_link (RubArticleView *self, int index)
{
  g_return_if_fail (RUB_IS_ARTICLE_VIEW (self));

  if (self->link == index)
    return;

  self->link = index;
  if (index >= 0)
    rub_article_view_show (self, get_spot (self, index)->start);
  rub_spot_popovers_point (self->popovers, self->hover, index);
  describe_link (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
