/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "rub-marker.h"

#include "rub-mark-popover.h"

struct _RubMarker
{
  GObject parent_instance;

  RubHighlightColor color; /* the last one chosen */

  /* Owned */
  RubMarks *marks;
  RubHighlight *asked; /* what the popover is about, if it is highlighted */
  GtkTextMark *from;   /* otherwise where that is */
  GtkTextMark *to;

  /* Borrowed */
  RubArticleView *view;
  GtkWidget *host;
  GtkWidget *popover;
};

G_DEFINE_FINAL_TYPE (RubMarker, rub_marker, G_TYPE_OBJECT)

static GtkTextBuffer *
get_buffer (RubMarker *self)
{
  return GTK_TEXT_BUFFER (rub_article_view_get_text (self->view));
}

static void
drop_marks (RubMarker *self)
{
  GtkTextMark *marks[] = { self->from, self->to };

  for (gsize i = 0; i < G_N_ELEMENTS (marks); i++)
    if (marks[i] != NULL && gtk_text_mark_get_buffer (marks[i]) != NULL)
      gtk_text_buffer_delete_mark (gtk_text_mark_get_buffer (marks[i]), marks[i]);
  g_clear_object (&self->from);
  g_clear_object (&self->to);
}

/* Returns: whether what was asked about is still shown. */
static gboolean
get_asked (RubMarker *self, GtkTextIter *from, GtkTextIter *to)
{
  GtkTextBuffer *buffer = get_buffer (self);

  if (self->from == NULL || buffer == NULL || gtk_text_mark_get_buffer (self->from) != buffer)
    return FALSE;
  gtk_text_buffer_get_iter_at_mark (buffer, from, self->from);
  gtk_text_buffer_get_iter_at_mark (buffer, to, self->to);

  return TRUE;
}

static void
on_chosen_cb (RubMarker *self, int color, const char *note)
{
  GtkTextIter from, to;

  g_assert (RUB_IS_MARKER (self));

  self->color = (RubHighlightColor) color;
  if (self->asked != NULL)
    rub_marks_change (self->marks, self->asked, self->color, note[0] != '\0' ? note : NULL);
  else if (get_asked (self, &from, &to)
           && rub_marks_add (self->marks, &from, &to, self->color, note))
    gtk_text_buffer_select_range (get_buffer (self), &to, &to);
}

static void
on_removed_cb (RubMarker *self)
{
  g_assert (RUB_IS_MARKER (self));

  if (self->asked != NULL)
    rub_marks_remove (self->marks, self->asked);
}

static void
on_copied_cb (RubMarker *self)
{
  GtkTextIter from, to;
  g_autofree char *text = NULL;

  g_assert (RUB_IS_MARKER (self));

  if (self->asked != NULL)
    text = g_strdup (rub_highlight_get_fields (self->asked)->quote);
  else if (get_asked (self, &from, &to))
    text = gtk_text_iter_get_visible_text (&from, &to);
  if (text != NULL)
    gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self->view)), text);
}

static void
ensure_popover (RubMarker *self)
{
  if (self->popover != NULL)
    return;

  self->popover = rub_mark_popover_new ();
  gtk_widget_set_parent (self->popover, self->host);
  g_signal_connect_object (self->popover, "chosen", G_CALLBACK (on_chosen_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->popover, "removed", G_CALLBACK (on_removed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->popover, "copied", G_CALLBACK (on_copied_cb), self,
                           G_CONNECT_SWAPPED);
}

/* Lets the popover point at the end of what it is about. */
static void
point_at (RubMarker *self, const GtkTextIter *iter)
{
  GtkTextView *view = GTK_TEXT_VIEW (self->view);
  GdkRectangle place;
  double x, y;

  gtk_text_view_get_iter_location (view, iter, &place);
  gtk_text_view_buffer_to_window_coords (view, GTK_TEXT_WINDOW_WIDGET, place.x, place.y, &place.x,
                                         &place.y);
  if (!gtk_widget_translate_coordinates (GTK_WIDGET (view), self->host, place.x, place.y, &x, &y))
    return;
  place.x = CLAMP ((int) x, 0, gtk_widget_get_width (self->host));
  place.y = CLAMP ((int) y, 0, gtk_widget_get_height (self->host));
  place.width = MAX (place.width, 1);
  gtk_popover_set_pointing_to (GTK_POPOVER (self->popover), &place);
}

static void
ask (RubMarker *self, const GtkTextIter *from, const GtkTextIter *to, RubHighlight *highlight)
{
  GtkTextBuffer *buffer = get_buffer (self);
  GtkTextIter last = *to;

  ensure_popover (self);
  drop_marks (self);
  self->from = g_object_ref (gtk_text_buffer_create_mark (buffer, NULL, from, TRUE));
  self->to = g_object_ref (gtk_text_buffer_create_mark (buffer, NULL, to, FALSE));
  g_set_object (&self->asked, highlight);

  gtk_text_iter_backward_char (&last);
  point_at (self, &last);
  rub_mark_popover_ask (RUB_MARK_POPOVER (self->popover), highlight, self->color);
}

static void
ask_about (RubMarker *self, RubHighlight *highlight)
{
  GtkTextIter from, to;

  rub_article_buffer_get_stretch_bounds (rub_article_view_get_text (self->view),
                                         &rub_highlight_get_fields (highlight)->stretch, &from,
                                         &to);
  ask (self, &from, &to, highlight);
}

static gboolean
get_iter_at (RubMarker *self, double x, double y, GtkTextIter *iter)
{
  GtkTextView *view = GTK_TEXT_VIEW (self->view);
  int buffer_x, buffer_y;

  gtk_text_view_window_to_buffer_coords (view, GTK_TEXT_WINDOW_WIDGET, (int) x, (int) y, &buffer_x,
                                         &buffer_y);

  return gtk_text_view_get_iter_at_position (view, iter, NULL, buffer_x, buffer_y);
}

static void
on_released (RubMarker *self, double x, double y)
{
  RubArticleBuffer *text = rub_article_view_get_text (self->view);
  RubHighlight *highlight = NULL;
  GtkTextIter from, to, iter;

  if (text == NULL)
    return;
  if (gtk_text_buffer_get_selection_bounds (GTK_TEXT_BUFFER (text), &from, &to))
    ask (self, &from, &to, NULL);
  else if (get_iter_at (self, x, y, &iter) && rub_article_buffer_find_link (text, &iter) < 0)
    highlight = rub_marks_find_at (self->marks, &iter);
  if (highlight != NULL)
    ask_about (self, highlight);
}

/* Returns: whether the place of @event, which is one of the surface, is known in the view. */
static gboolean
get_place (RubMarker *self, GdkEvent *event, graphene_point_t *place)
{
  GtkWidget *view = GTK_WIDGET (self->view);
  GtkNative *native = gtk_widget_get_native (view);
  double x, y, left, top;

  if (!gdk_event_get_position (event, &x, &y))
    return FALSE;
  gtk_native_get_surface_transform (native, &left, &top);

  return gtk_widget_compute_point (GTK_WIDGET (native), view,
                                   &GRAPHENE_POINT_INIT ((float) (x - left), (float) (y - top)),
                                   place);
}

/* The view itself claims what selects text, so that no gesture of others would hear of its end. */
static gboolean
on_event_cb (GtkEventControllerLegacy *controller, GdkEvent *event, RubMarker *self)
{
  graphene_point_t place;

  g_assert (RUB_IS_MARKER (self));

  if (gdk_event_get_event_type (event) == GDK_BUTTON_RELEASE
      && gdk_button_event_get_button (event) == GDK_BUTTON_PRIMARY
      && get_place (self, event, &place))
    on_released (self, place.x, place.y);

  return GDK_EVENT_PROPAGATE;
}

static gboolean
on_query_tooltip_cb (RubMarker *self, int x, int y, gboolean is_keyboard, GtkTooltip *tooltip)
{
  RubHighlight *highlight = NULL;
  GtkTextIter iter;

  g_assert (RUB_IS_MARKER (self));

  if (!is_keyboard && rub_article_view_get_text (self->view) != NULL
      && get_iter_at (self, x, y, &iter))
    highlight = rub_marks_find_at (self->marks, &iter);
  if (highlight == NULL || rub_highlight_get_fields (highlight)->note == NULL)
    return FALSE;
  gtk_tooltip_set_text (tooltip, rub_highlight_get_fields (highlight)->note);

  return TRUE;
}

static void
rub_marker_finalize (GObject *object)
{
  RubMarker *self = RUB_MARKER (object);

  drop_marks (self);
  g_clear_object (&self->asked);
  g_clear_object (&self->marks);

  G_OBJECT_CLASS (rub_marker_parent_class)->finalize (object);
}

static void
rub_marker_class_init (RubMarkerClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = rub_marker_finalize;
}

static void
rub_marker_init (RubMarker *self)
{
}

RubMarker *
rub_marker_new (RubArticleView *view, RubMarks *marks, GtkWidget *host)
{
  GtkEventController *events = gtk_event_controller_legacy_new ();
  RubMarker *self;

  g_return_val_if_fail (RUB_IS_ARTICLE_VIEW (view), NULL);
  g_return_val_if_fail (RUB_IS_MARKS (marks), NULL);
  g_return_val_if_fail (GTK_IS_WIDGET (host), NULL);

  self = g_object_new (RUB_TYPE_MARKER, NULL);
  self->view = view;
  self->host = host;
  self->marks = g_object_ref (marks);
  /* After the view has done what it does with the release. */
  gtk_event_controller_set_propagation_phase (events, GTK_PHASE_BUBBLE);
  g_signal_connect_object (events, "event", G_CALLBACK (on_event_cb), self, 0);
  gtk_widget_add_controller (GTK_WIDGET (view), events);
  g_signal_connect_object (view, "query-tooltip", G_CALLBACK (on_query_tooltip_cb), self,
                           G_CONNECT_SWAPPED);

  return self;
}

void
rub_marker_ask (RubMarker *self)
{
  GtkTextBuffer *buffer;
  GtkTextIter from, to;
  RubHighlight *highlight;

  g_return_if_fail (RUB_IS_MARKER (self));

  buffer = get_buffer (self);
  if (buffer == NULL)
    return;
  if (gtk_text_buffer_get_selection_bounds (buffer, &from, &to))
    {
      ask (self, &from, &to, NULL);
      return;
    }
  highlight = rub_marks_find_at (self->marks, &from);
  if (highlight != NULL)
    ask_about (self, highlight);
}

void
rub_marker_close (RubMarker *self)
{
  g_return_if_fail (RUB_IS_MARKER (self));

  g_clear_pointer (&self->popover, gtk_widget_unparent);
}
