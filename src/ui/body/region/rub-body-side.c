/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "rub-body-side.h"

#include "rub-region-sheet.h"

/* Between the top of the page and the sheet, when it was scrolled to. */
#define TOP_GAP 12
/* A frame lays the other child out, the next one knows where it is. */
#define FRAMES_TO_LAY_OUT 2

struct _RubBodySide
{
  AdwBin parent_instance;

  gboolean is_narrow;
  double left_at; /* where the page was scrolled to before */
  guint tick;     /* until it is there */
  int n_frames;

  /* Owned */
  RubCheckDraft *draft;
  RubBodyAttention *attention;

  /* Borrowed */
  GtkWidget *left;       /* what had the focus before; cleared when it goes */
  RubRegionSheet *sheet; /* NULL until it is opened for the first time */

  /* Template */
  GtkStack *stack;
  AdwBin *pane_slot;
};

enum
{
  PROP_PANE = 1,
  PROP_OPEN,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (RubBodySide, rub_body_side, ADW_TYPE_BIN)

static GtkAdjustment *
find_adjustment (RubBodySide *self)
{
  GtkWidget *scroller = gtk_widget_get_ancestor (GTK_WIDGET (self), GTK_TYPE_SCROLLED_WINDOW);

  return scroller != NULL
           ? gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scroller))
           : NULL;
}

/* How far down the page the sheet begins. */
static double
find_top (RubBodySide *self)
{
  GtkWidget *viewport = gtk_widget_get_ancestor (GTK_WIDGET (self), GTK_TYPE_VIEWPORT);
  graphene_point_t top;

  if (viewport == NULL
      || !gtk_widget_compute_point (GTK_WIDGET (self), viewport, &GRAPHENE_POINT_INIT (0, 0),
                                    &top))
    return 0;

  return top.y + gtk_adjustment_get_value (find_adjustment (self)) - TOP_GAP;
}

static gboolean
on_tick_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  RubBodySide *self = RUB_BODY_SIDE (widget);
  GtkAdjustment *adjustment = find_adjustment (self);

  self->n_frames++;
  if (self->n_frames <= FRAMES_TO_LAY_OUT)
    return G_SOURCE_CONTINUE;

  self->tick = 0;
  if (adjustment != NULL)
    gtk_adjustment_set_value (adjustment,
                              rub_body_side_get_open (self) ? find_top (self) : self->left_at);

  return G_SOURCE_REMOVE;
}

static void
scroll_when_laid_out (RubBodySide *self)
{
  self->n_frames = 0;
  if (self->is_narrow && self->tick == 0)
    self->tick = gtk_widget_add_tick_callback (GTK_WIDGET (self), on_tick_cb, NULL, NULL);
}

/* What a popover is about, when that is what has the focus: the popover will be gone. */
static GtkWidget *
find_focus (RubBodySide *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  GtkWidget *popover
    = focus != NULL ? gtk_widget_get_ancestor (focus, GTK_TYPE_POPOVER) : NULL;

  return popover != NULL ? gtk_widget_get_parent (popover) : focus;
}

static void
set_left (RubBodySide *self, GtkWidget *widget)
{
  g_set_weak_pointer (&self->left, widget);
}

/* Most days nobody reads about a region, while all of the page waits for what is in it. */
static void
ensure_sheet (RubBodySide *self)
{
  if (self->sheet != NULL)
    return;

  self->sheet = g_object_new (RUB_TYPE_REGION_SHEET, NULL);
  rub_region_sheet_set_draft (self->sheet, self->draft);
  rub_region_sheet_set_narrow (self->sheet, self->is_narrow);
  gtk_stack_add_named (self->stack, GTK_WIDGET (self->sheet), "sheet");
}

static void
show_child (RubBodySide *self, const char *name)
{
  gtk_stack_set_visible_child_name (self->stack, name);
  scroll_when_laid_out (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_OPEN]);
}

static void
rub_body_side_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  RubBodySide *self = RUB_BODY_SIDE (object);

  switch (id)
    {
    case PROP_PANE:
      g_value_set_object (value, adw_bin_get_child (self->pane_slot));
      break;
    case PROP_OPEN:
      g_value_set_boolean (value, rub_body_side_get_open (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
rub_body_side_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_PANE:
      adw_bin_set_child (RUB_BODY_SIDE (object)->pane_slot, g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
rub_body_side_dispose (GObject *object)
{
  RubBodySide *self = RUB_BODY_SIDE (object);

  set_left (self, NULL);
  self->sheet = NULL;
  g_clear_object (&self->draft);
  g_clear_object (&self->attention);

  G_OBJECT_CLASS (rub_body_side_parent_class)->dispose (object);
}

static void
rub_body_side_class_init (RubBodySideClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = rub_body_side_get_property;
  object_class->set_property = rub_body_side_set_property;
  object_class->dispose = rub_body_side_dispose;

  properties[PROP_PANE]
    = g_param_spec_object ("pane", NULL, NULL, GTK_TYPE_WIDGET,
                           G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_OPEN]
    = g_param_spec_boolean ("open", NULL, NULL, FALSE,
                            G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/rubdown/Rubdown/ui/rub-body-side.ui");
  gtk_widget_class_bind_template_child (widget_class, RubBodySide, stack);
  gtk_widget_class_bind_template_child (widget_class, RubBodySide, pane_slot);
}

static void
rub_body_side_init (RubBodySide *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
rub_body_side_set_draft (RubBodySide *self, RubCheckDraft *draft, RubBodyAttention *attention)
{
  g_return_if_fail (RUB_IS_BODY_SIDE (self));
  g_return_if_fail (RUB_IS_CHECK_DRAFT (draft));
  g_return_if_fail (RUB_IS_BODY_ATTENTION (attention));
  g_return_if_fail (self->attention == NULL);

  self->draft = g_object_ref (draft);
  self->attention = g_object_ref (attention);
}

void
rub_body_side_open (RubBodySide *self, RubRegion *region, RubLibrary *library)
{
  GtkAdjustment *adjustment;
  GtkWidget *focus;

  g_return_if_fail (RUB_IS_BODY_SIDE (self));
  g_return_if_fail (RUB_IS_REGION (region));
  g_return_if_fail (RUB_IS_LIBRARY (library));

  g_return_if_fail (self->draft != NULL);

  ensure_sheet (self);
  focus = find_focus (self);
  if (focus == NULL || !gtk_widget_is_ancestor (focus, GTK_WIDGET (self->sheet)))
    set_left (self, focus);
  adjustment = find_adjustment (self);
  if (!rub_body_side_get_open (self) && adjustment != NULL)
    self->left_at = gtk_adjustment_get_value (adjustment);

  rub_body_attention_set_chosen (self->attention, region);
  rub_region_sheet_show (self->sheet, region, rub_library_get_records (library),
                         rub_library_get_now_us (library), rub_library_get_zone (library));
  show_child (self, "sheet");
  rub_region_sheet_focus (self->sheet);
}

void
rub_body_side_refresh (RubBodySide *self, RubLibrary *library)
{
  g_return_if_fail (RUB_IS_BODY_SIDE (self));
  g_return_if_fail (RUB_IS_LIBRARY (library));

  if (rub_body_side_get_open (self))
    rub_region_sheet_show (self->sheet, rub_region_sheet_get_region (self->sheet),
                           rub_library_get_records (library), rub_library_get_now_us (library),
                           rub_library_get_zone (library));
}

gboolean
rub_body_side_close (RubBodySide *self)
{
  gboolean has_focus;

  g_return_val_if_fail (RUB_IS_BODY_SIDE (self), FALSE);

  if (!rub_body_side_get_open (self))
    return TRUE;

  rub_body_attention_set_chosen (self->attention, NULL);
  show_child (self, "pane");
  has_focus = self->left != NULL && gtk_widget_get_mapped (self->left)
              && gtk_widget_grab_focus (self->left);
  set_left (self, NULL);

  return has_focus;
}

gboolean
rub_body_side_get_open (RubBodySide *self)
{
  g_return_val_if_fail (RUB_IS_BODY_SIDE (self), FALSE);

  return g_strcmp0 (gtk_stack_get_visible_child_name (self->stack), "sheet") == 0;
}

void
rub_body_side_set_narrow (RubBodySide *self, gboolean is_narrow)
{
  g_return_if_fail (RUB_IS_BODY_SIDE (self));

  self->is_narrow = is_narrow;
  if (self->sheet != NULL)
    rub_region_sheet_set_narrow (self->sheet, is_narrow);
}
