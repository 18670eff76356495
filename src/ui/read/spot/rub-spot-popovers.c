/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "rub-spot-popovers.h"

#include <math.h>

#include "rub-badge-popover.h"
#include "rub-mention-popover.h"
#include "rub-mention-words.h"

/* Whoever only passes a mention is not interrupted; and one may pass from it to what it opened. */
#define SHOW_MS 400
#define HIDE_MS 250

struct _RubSpotPopovers
{
  GObject parent_instance;

  int badge;     /* spot that is open, or -1 */
  int at;        /* mention one is at, or -1 */
  int mention;   /* mention that is shown, or -1 */
  gboolean is_pointed_at; /* whether it is the pointer that is at a mention */
  gboolean is_mirrored;
  guint source;
  double value; /* how far the text was scrolled */

  /* Owned */
  RubBody *body; /* nullable: the usual */
  GSignalGroup *adjustment;

  /* Borrowed */
  GtkTextView *view;
  RubBadgePopover *badge_popover;     /* NULL until the first one opens */
  RubMentionPopover *mention_popover; /* NULL until the first one opens */
};

G_DEFINE_FINAL_TYPE (RubSpotPopovers, rub_spot_popovers, G_TYPE_OBJECT)

static RubArticleBuffer *
get_text (RubSpotPopovers *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->view);

  return RUB_IS_ARTICLE_BUFFER (buffer) ? RUB_ARTICLE_BUFFER (buffer) : NULL;
}

/* Returns: (nullable): the spot at @index, if it is of @kind. */
static const RubSpot *
find_spot (RubSpotPopovers *self, int index, RubSpotKind kind)
{
  RubArticleBuffer *text = get_text (self);
  guint n_spots = 0;
  const RubSpot *spots = text != NULL ? rub_article_buffer_get_spots (text, &n_spots) : NULL;

  return index >= 0 && (guint) index < n_spots && spots[index].kind == kind ? &spots[index] : NULL;
}

/* The first line of @spot in pixels of the view; at its edge when that is out of sight. */
static void
get_place (RubSpotPopovers *self, const RubSpot *spot, GdkRectangle *place)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->view);
  GtkTextIter from, to;
  GdkRectangle last;
  int height = gtk_widget_get_height (GTK_WIDGET (self->view));

  gtk_text_buffer_get_iter_at_offset (buffer, &from, spot->start);
  gtk_text_buffer_get_iter_at_offset (buffer, &to, spot->end - 1);
  gtk_text_view_get_iter_location (self->view, &from, place);
  gtk_text_view_get_iter_location (self->view, &to, &last);
  if (last.y == place->y)
    gdk_rectangle_union (place, &last, place);
  gtk_text_view_buffer_to_window_coords (self->view, GTK_TEXT_WINDOW_WIDGET, place->x, place->y,
                                         &place->x, &place->y);
  place->y = CLAMP (place->y, 0, MAX (0, height - place->height));
}

static void
point_to (RubSpotPopovers *self, GtkPopover *popover, const RubSpot *spot)
{
  GdkRectangle place;

  get_place (self, spot, &place);
  gtk_popover_set_pointing_to (popover, &place);
}

static void
on_badge_closed_cb (GtkPopover *popover, RubSpotPopovers *self)
{
  g_assert (RUB_IS_SPOT_POPOVERS (self));

  self->badge = -1;
  /* Unless it has gone elsewhere by itself. */
  if (gtk_widget_get_focus_child (GTK_WIDGET (popover)) != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (self->view));
}

static void
ensure_badge_popover (RubSpotPopovers *self)
{
  if (self->badge_popover != NULL)
    return;

  self->badge_popover = RUB_BADGE_POPOVER (rub_badge_popover_new ());
  gtk_popover_set_position (GTK_POPOVER (self->badge_popover), GTK_POS_BOTTOM);
  gtk_widget_set_parent (GTK_WIDGET (self->badge_popover), GTK_WIDGET (self->view));
  g_signal_connect_object (self->badge_popover, "closed", G_CALLBACK (on_badge_closed_cb), self,
                           0);
}

static void
hide_mention (RubSpotPopovers *self)
{
  g_clear_handle_id (&self->source, g_source_remove);
  self->mention = -1;
  if (self->mention_popover != NULL)
    gtk_popover_popdown (GTK_POPOVER (self->mention_popover));
}

/* Sets @x and @y to where the pointer is, in pixels of the view. Returns: whether that is known. */
static gboolean
find_pointer (RubSpotPopovers *self, double *x, double *y)
{
  GtkWidget *widget = GTK_WIDGET (self->view);
  GtkNative *native = gtk_widget_get_native (widget);
  GdkSurface *surface = native != NULL ? gtk_native_get_surface (native) : NULL;
  GdkSeat *seat = gdk_display_get_default_seat (gtk_widget_get_display (widget));
  GdkDevice *pointer = seat != NULL ? gdk_seat_get_pointer (seat) : NULL;
  double surface_x, surface_y, left, top;

  if (surface == NULL || pointer == NULL
      || !gdk_surface_get_device_position (surface, pointer, &surface_x, &surface_y, NULL))
    return FALSE;
  gtk_native_get_surface_transform (native, &left, &top);

  return gtk_widget_translate_coordinates (GTK_WIDGET (native), widget, surface_x - left,
                                           surface_y - top, x, y);
}

static gboolean
is_pointer_at (RubSpotPopovers *self, int index)
{
  GtkTextIter iter;
  double x, y;
  int buffer_x, buffer_y;

  if (!find_pointer (self, &x, &y) || !gtk_widget_contains (GTK_WIDGET (self->view), x, y))
    return FALSE;
  gtk_text_view_window_to_buffer_coords (self->view, GTK_TEXT_WINDOW_WIDGET, (int) x, (int) y,
                                         &buffer_x, &buffer_y);

  return gtk_text_view_get_iter_at_position (self->view, &iter, NULL, buffer_x, buffer_y)
         && rub_article_buffer_find_link (get_text (self), &iter) == index;
}

/* A popover that opens makes the pointer leave the text, even where it is not over it. */
static gboolean
on_hide_due_cb (gpointer data)
{
  RubSpotPopovers *self = RUB_SPOT_POPOVERS (data);

  if (is_pointer_at (self, self->mention))
    return G_SOURCE_CONTINUE;

  self->source = 0;
  hide_mention (self);

  return G_SOURCE_REMOVE;
}

static void
on_popover_entered_cb (RubSpotPopovers *self)
{
  g_assert (RUB_IS_SPOT_POPOVERS (self));

  g_clear_handle_id (&self->source, g_source_remove);
}

static void
on_popover_left_cb (RubSpotPopovers *self)
{
  g_assert (RUB_IS_SPOT_POPOVERS (self));

  g_clear_handle_id (&self->source, g_source_remove);
  if (self->at < 0)
    self->source = g_timeout_add (HIDE_MS, on_hide_due_cb, self);
}

static void
on_focus_left_cb (RubSpotPopovers *self)
{
  g_assert (RUB_IS_SPOT_POPOVERS (self));

  if (!self->is_pointed_at)
    self->at = -1;
  if (self->at < 0)
    hide_mention (self);
}

static void
ensure_mention_popover (RubSpotPopovers *self)
{
  GtkEventController *motion;

  if (self->mention_popover != NULL)
    return;

  motion = gtk_event_controller_motion_new ();
  self->mention_popover = RUB_MENTION_POPOVER (rub_mention_popover_new ());
  gtk_popover_set_position (GTK_POPOVER (self->mention_popover), GTK_POS_TOP);
  gtk_widget_set_parent (GTK_WIDGET (self->mention_popover), GTK_WIDGET (self->view));
  g_signal_connect_object (motion, "enter", G_CALLBACK (on_popover_entered_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (motion, "leave", G_CALLBACK (on_popover_left_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self->mention_popover), motion);
}

static void
show_mention (RubSpotPopovers *self)
{
  const RubSpot *spot = find_spot (self, self->at, RUB_SPOT_MENTION);

  if (spot == NULL || !gtk_widget_get_mapped (GTK_WIDGET (self->view)))
    return;

  ensure_mention_popover (self);
  if (self->body != NULL)
    rub_mention_popover_set_body (self->mention_popover, self->body, self->is_mirrored);
  if (!rub_mention_popover_set_stems (self->mention_popover,
                                      rub_mention_words_get_stems (spot->target)))
    return;
  self->mention = self->at;
  rub_mention_popover_set_room (self->mention_popover,
                                gtk_widget_get_width (GTK_WIDGET (self->view)));
  point_to (self, GTK_POPOVER (self->mention_popover), spot);
  gtk_popover_popup (GTK_POPOVER (self->mention_popover));
}

static gboolean
on_show_due_cb (gpointer data)
{
  RubSpotPopovers *self = RUB_SPOT_POPOVERS (data);

  self->source = 0;
  show_mention (self);

  return G_SOURCE_REMOVE;
}

static void
set_at (RubSpotPopovers *self, int at)
{
  if (self->at == at)
    return;

  self->at = at;
  g_clear_handle_id (&self->source, g_source_remove);
  if (at < 0 && self->mention >= 0)
    self->source = g_timeout_add (HIDE_MS, on_hide_due_cb, self);
  else if (at >= 0 && at != self->mention)
    {
      hide_mention (self);
      self->source = g_timeout_add (SHOW_MS, on_show_due_cb, self);
    }
}

/* What the pointer is over is another now; what has the keyboard came into sight by this. Less than
 * a pixel is no scrolling: text views round what others set. */
static void
on_scrolled_cb (GtkAdjustment *adjustment, RubSpotPopovers *self)
{
  double value = gtk_adjustment_get_value (adjustment);
  gboolean is_still = fabs (value - self->value) < 1;

  g_assert (RUB_IS_SPOT_POPOVERS (self));

  self->value = value;
  if (is_still)
    return;

  hide_mention (self);
  if (self->is_pointed_at)
    self->at = -1;
  else if (self->at >= 0)
    self->source = g_timeout_add (SHOW_MS, on_show_due_cb, self);
}

static void
rub_spot_popovers_dispose (GObject *object)
{
  RubSpotPopovers *self = RUB_SPOT_POPOVERS (object);

  g_clear_handle_id (&self->source, g_source_remove);
  g_clear_object (&self->adjustment);
  g_clear_object (&self->body);
  if (self->badge_popover != NULL)
    gtk_widget_unparent (GTK_WIDGET (self->badge_popover));
  if (self->mention_popover != NULL)
    gtk_widget_unparent (GTK_WIDGET (self->mention_popover));
  self->badge_popover = NULL;
  self->mention_popover = NULL;

  G_OBJECT_CLASS (rub_spot_popovers_parent_class)->dispose (object);
}

static void
rub_spot_popovers_class_init (RubSpotPopoversClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = rub_spot_popovers_dispose;
}

static void
rub_spot_popovers_init (RubSpotPopovers *self)
{
  self->badge = self->at = self->mention = -1;
  self->adjustment = g_signal_group_new (GTK_TYPE_ADJUSTMENT);
  g_signal_group_connect (self->adjustment, "value-changed", G_CALLBACK (on_scrolled_cb), self);
}

RubSpotPopovers *
rub_spot_popovers_new (GtkTextView *view)
{
  GtkEventController *focus;
  RubSpotPopovers *self;

  g_return_val_if_fail (GTK_IS_TEXT_VIEW (view), NULL);

  self = g_object_new (RUB_TYPE_SPOT_POPOVERS, NULL);
  self->view = view;
  g_object_bind_property (view, "vadjustment", self->adjustment, "target",
                          G_BINDING_SYNC_CREATE);
  focus = gtk_event_controller_focus_new ();
  g_signal_connect_object (focus, "leave", G_CALLBACK (on_focus_left_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (view), focus);

  return self;
}

void
rub_spot_popovers_set_body (RubSpotPopovers *self, RubBody *body, gboolean is_mirrored)
{
  g_return_if_fail (RUB_IS_SPOT_POPOVERS (self));
  g_return_if_fail (RUB_IS_BODY (body));

  g_set_object (&self->body, body);
  self->is_mirrored = is_mirrored;
}

void
rub_spot_popovers_open (RubSpotPopovers *self, int index)
{
  const RubSpot *spot;
  GtkWidget *window;

  g_return_if_fail (RUB_IS_SPOT_POPOVERS (self));

  spot = find_spot (self, index, RUB_SPOT_BADGE);
  g_return_if_fail (spot != NULL);

  window = GTK_WIDGET (gtk_widget_get_root (GTK_WIDGET (self->view)));
  ensure_badge_popover (self);
  self->badge = index;
  rub_badge_popover_set_verdict (self->badge_popover,
                                 rub_article_buffer_get_article (get_text (self)), spot->block);
  rub_badge_popover_set_room (self->badge_popover, gtk_widget_get_width (window),
                              gtk_widget_get_height (window) * 2 / 3);
  point_to (self, GTK_POPOVER (self->badge_popover), spot);
  gtk_popover_popup (GTK_POPOVER (self->badge_popover));
  rub_badge_popover_focus (self->badge_popover);
}

void
rub_spot_popovers_point (RubSpotPopovers *self, int hover, int link)
{
  g_return_if_fail (RUB_IS_SPOT_POPOVERS (self));

  self->is_pointed_at = find_spot (self, hover, RUB_SPOT_MENTION) != NULL;
  if (self->is_pointed_at)
    set_at (self, hover);
  else
    set_at (self, find_spot (self, link, RUB_SPOT_MENTION) != NULL ? link : -1);
}

void
rub_spot_popovers_close (RubSpotPopovers *self)
{
  g_return_if_fail (RUB_IS_SPOT_POPOVERS (self));

  self->at = -1;
  hide_mention (self);
  if (self->badge_popover != NULL)
    gtk_popover_popdown (GTK_POPOVER (self->badge_popover));
}

gboolean
rub_spot_popovers_dismiss (RubSpotPopovers *self)
{
  g_return_val_if_fail (RUB_IS_SPOT_POPOVERS (self), FALSE);

  if (self->mention < 0)
    return FALSE;
  hide_mention (self);

  return TRUE;
}

void
rub_spot_popovers_place (RubSpotPopovers *self)
{
  const RubSpot *badge, *mention;

  g_return_if_fail (RUB_IS_SPOT_POPOVERS (self));

  badge = find_spot (self, self->badge, RUB_SPOT_BADGE);
  mention = find_spot (self, self->mention, RUB_SPOT_MENTION);
  if (badge != NULL)
    point_to (self, GTK_POPOVER (self->badge_popover), badge);
  if (mention != NULL)
    point_to (self, GTK_POPOVER (self->mention_popover), mention);
  if (self->badge_popover != NULL)
    gtk_popover_present (GTK_POPOVER (self->badge_popover));
  if (self->mention_popover != NULL)
    gtk_popover_present (GTK_POPOVER (self->mention_popover));
}

GtkPopover *
rub_spot_popovers_get_badge (RubSpotPopovers *self)
{
  g_return_val_if_fail (RUB_IS_SPOT_POPOVERS (self), NULL);

  return self->badge >= 0 ? GTK_POPOVER (self->badge_popover) : NULL;
}

GtkPopover *
rub_spot_popovers_get_mention (RubSpotPopovers *self)
{
  g_return_val_if_fail (RUB_IS_SPOT_POPOVERS (self), NULL);

  return self->mention >= 0 ? GTK_POPOVER (self->mention_popover) : NULL;
}
