/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "rub-timeline-paint.h"

#include <glib/gi18n.h>

#include "rub-compat.h"

/* From the top: the knob of the handle, the bars, the line they stand on, the words. */
#define KNOB_PX 10.0f
#define BARS_PX 36.0f
#define LINE_PX 1.0f
#define LINE_Y (KNOB_PX + BARS_PX)
#define WORDS_Y (LINE_Y + LINE_PX + 2.0f)
/* Room for a handle at either end. */
#define PAD_PX 6.0f
#define NOW_BAR_PX 8.0f
#define NOW_PAD_PX 8
/* Nothing sore is low, but it is there: nobody looks at a gap and thinks that all was well. */
#define LEAST_PX 3.0f
#define ROUND_PX 2.0f
#define HANDLE_PX 2.0f
/* As quiet as other captions. */
#define WORDS_ALPHA 0.7f
/* So much room a month or a year needs to have its name. */
#define TICK_PX 44.0

static float
get_days_width (const RubTimelineLook *look)
{
  return MAX (1, (float) (look->width - look->now_width) - 2 * PAD_PX);
}

static float
mirror (const RubTimelineLook *look, float x, float width)
{
  return look->is_mirrored ? (float) look->width - x - width : x;
}

static void
fill (GtkSnapshot *snapshot, const RubTimelineLook *look, const GdkRGBA *color, float x, float y,
      float width, float height)
{
  gtk_snapshot_append_color (
    snapshot, color, &GRAPHENE_RECT_INIT (mirror (look, x, width), y, width, height));
}

static GdkRGBA
fade (const GdkRGBA *color, float alpha)
{
  GdkRGBA faded = *color;

  faded.alpha *= alpha;

  return faded;
}

static void
get_outline (const RubTimelineLook *look, float x, float width, int soreness,
             GskRoundedRect *outline)
{
  float height = LEAST_PX + (BARS_PX - LEAST_PX) * (float) soreness / RUB_SORENESS_MAX;
  graphene_size_t round = GRAPHENE_SIZE_INIT (MIN (ROUND_PX, width / 2), MIN (ROUND_PX, width / 2));
  graphene_size_t none = GRAPHENE_SIZE_INIT (0, 0);

  gsk_rounded_rect_init (
    outline, &GRAPHENE_RECT_INIT (mirror (look, x, width), LINE_Y - height, width, height), &round,
    &round, &none, &none);
}

static void
paint_bar (GtkSnapshot *snapshot, const RubTimelineLook *look, float x, float width, int soreness)
{
  const GdkRGBA *color = soreness > 0 ? &look->theme->levels[soreness]
                                      : &look->theme->tones[RUB_REGION_MUSCLE];
  GskRoundedRect outline;

  get_outline (look, x, width, soreness, &outline);
  if (width < 2 * ROUND_PX)
    {
      gtk_snapshot_append_color (snapshot, color, &outline.bounds);
      return;
    }
  gtk_snapshot_push_rounded_clip (snapshot, &outline);
  gtk_snapshot_append_color (snapshot, color, &outline.bounds);
  gtk_snapshot_pop (snapshot);
}

static void
paint_now (GtkSnapshot *snapshot, const RubTimelineLook *look)
{
  float middle = (float) look->width - PAD_PX - (float) look->now_width / 2;
  GdkRGBA color = fade (&look->theme->ink, 0.6f);
  GskRoundedRect outline;

  if (look->now_soreness < 0)
    return;
  paint_bar (snapshot, look, middle - NOW_BAR_PX / 2, NOW_BAR_PX, look->now_soreness);
  /* A line around it: it is not a check yet. */
  get_outline (look, middle - NOW_BAR_PX / 2, NOW_BAR_PX, look->now_soreness, &outline);
  gtk_snapshot_append_border (snapshot, &outline, (float[4]){ 1, 1, 1, 1 },
                              (GdkRGBA[4]){ color, color, color, color });
}

/* Returns: where the word ends; nothing is painted when it would begin before @from. */
static float
paint_word (GtkSnapshot *snapshot, GtkWidget *widget, const RubTimelineLook *look,
            const char *word, float x, float from)
{
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (widget, word);
  GdkRGBA color;
  int width;

  pango_layout_get_pixel_size (layout, &width, NULL);
  if (x < from)
    return from;

  rub_compat_get_color (widget, &color);
  color = fade (&color, WORDS_ALPHA);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (
    snapshot, &GRAPHENE_POINT_INIT (mirror (look, x, (float) width), WORDS_Y));
  gtk_snapshot_append_layout (snapshot, layout, &color);
  gtk_snapshot_restore (snapshot);

  return x + (float) width;
}

/* Months where there is room, otherwise quarters or years. */
static int
choose_months (RubTimeline *timeline, float days_width)
{
  double month_px = 30.4 * (double) days_width / rub_timeline_get_n_days (timeline);

  return month_px >= TICK_PX ? 1 : month_px * 3 >= TICK_PX ? 3 : 12;
}

static void
paint_ticks (GtkSnapshot *snapshot, GtkWidget *widget, RubTimeline *timeline,
             const RubTimelineLook *look, const GdkRGBA *line)
{
  const GDate *first = rub_timeline_get_first_day (timeline);
  float days_width = get_days_width (look);
  int n_days = rub_timeline_get_n_days (timeline), n_months = choose_months (timeline, days_width);
  GDate tick = *first;
  float end = 0, last = PAD_PX + days_width - PAD_PX;

  g_date_set_day (&tick, 1);
  g_date_set_month (&tick, (g_date_get_month (&tick) - 1) / n_months * n_months + 1);
  for (;; g_date_add_months (&tick, (guint) n_months))
    {
      int day = g_date_days_between (first, &tick);
      float x = PAD_PX + days_width * (float) day / (float) n_days;
      char word[32];

      if (day > n_days)
        return;
      if (day < 0)
        continue;
      g_date_strftime (word, sizeof word,
                       g_date_get_month (&tick) == G_DATE_JANUARY ? "%Y" : "%b", &tick);
      fill (snapshot, look, line, x, LINE_Y, 1, 5);
      if (x + (float) TICK_PX / 2 < last)
        end = paint_word (snapshot, widget, look, word, x + 3, end) + 4;
    }
}

int
rub_timeline_paint_get_height (GtkWidget *widget)
{
  g_autoptr (PangoLayout) layout = NULL;
  int height;

  g_return_val_if_fail (GTK_IS_WIDGET (widget), 0);

  layout = gtk_widget_create_pango_layout (widget, _("Now"));
  pango_layout_get_pixel_size (layout, NULL, &height);

  return (int) WORDS_Y + height;
}

int
rub_timeline_paint_get_now_width (GtkWidget *widget)
{
  g_autoptr (PangoLayout) layout = NULL;
  int width;

  g_return_val_if_fail (GTK_IS_WIDGET (widget), 0);

  layout = gtk_widget_create_pango_layout (widget, _("Now"));
  pango_layout_get_pixel_size (layout, &width, NULL);

  return width + NOW_PAD_PX;
}

double
rub_timeline_paint_get_x (RubTimeline *timeline, const RubTimelineLook *look, guint index)
{
  float x;

  g_return_val_if_fail (timeline != NULL && look != NULL, 0);

  if (index < rub_timeline_get_n_checks (timeline))
    x = PAD_PX + get_days_width (look) * (float) rub_timeline_get_place (timeline, index);
  else
    x = (float) look->width - PAD_PX - (float) look->now_width / 2;

  return (double) mirror (look, x, 0);
}

guint
rub_timeline_paint_find_at (RubTimeline *timeline, const RubTimelineLook *look, double x)
{
  guint n_checks, nearest;
  double now_x;

  g_return_val_if_fail (timeline != NULL && look != NULL, 0);

  n_checks = rub_timeline_get_n_checks (timeline);
  now_x = rub_timeline_paint_get_x (timeline, look, n_checks);
  nearest = rub_timeline_find_nearest (
    timeline, ((double) mirror (look, (float) x, 0) - (double) PAD_PX)
                / (double) get_days_width (look));

  return ABS (now_x - x) < ABS (rub_timeline_paint_get_x (timeline, look, nearest) - x)
           ? n_checks
           : nearest;
}

void
rub_timeline_paint_bars (GtkSnapshot *snapshot, GtkWidget *widget, RubTimeline *timeline,
                         const RubTimelineLook *look)
{
  g_autoptr (GArray) bars = NULL;
  GdkRGBA color;

  g_return_if_fail (GTK_IS_SNAPSHOT (snapshot) && GTK_IS_WIDGET (widget));
  g_return_if_fail (timeline != NULL && look != NULL);

  bars = rub_timeline_get_bars (timeline, (int) get_days_width (look));
  for (guint i = 0; i < bars->len; i++)
    {
      RubTimeBar *bar = &g_array_index (bars, RubTimeBar, i);

      paint_bar (snapshot, look, PAD_PX + bar->x, bar->width, bar->soreness);
    }
  paint_now (snapshot, look);

  rub_compat_get_color (widget, &color);
  color = fade (&color, 0.4f);
  fill (snapshot, look, &color, PAD_PX, LINE_Y, get_days_width (look), LINE_PX);
  paint_ticks (snapshot, widget, timeline, look, &color);
  paint_word (snapshot, widget, look, _("Now"),
              (float) (look->width - look->now_width) - PAD_PX + NOW_PAD_PX / 2.0f, 0);
}

static void
paint_span (GtkSnapshot *snapshot, const RubTimelineLook *look, float from, float to)
{
  GdkRGBA color = fade (&look->theme->focus, 0.16f);

  fill (snapshot, look, &color, MIN (from, to), KNOB_PX / 2, ABS (to - from), LINE_Y - KNOB_PX / 2);
}

/* From the end where time begins, whichever side that is. */
static float
get_flat_x (RubTimeline *timeline, const RubTimelineLook *look, guint index)
{
  return mirror (look, (float) rub_timeline_paint_get_x (timeline, look, index), 0);
}

void
rub_timeline_paint_days (GtkSnapshot *snapshot, RubTimeline *timeline, const RubTimelineLook *look,
                         guint index, int n_days)
{
  float to, width;

  g_return_if_fail (GTK_IS_SNAPSHOT (snapshot));
  g_return_if_fail (timeline != NULL && look != NULL);

  to = get_flat_x (timeline, look, index);
  width = get_days_width (look) * (float) n_days / (float) rub_timeline_get_n_days (timeline);
  /* Now lies apart from the days. */
  if (index == rub_timeline_get_n_checks (timeline))
    width += to - PAD_PX - get_days_width (look);
  paint_span (snapshot, look, MAX (PAD_PX, to - width), to);
}

void
rub_timeline_paint_between (GtkSnapshot *snapshot, RubTimeline *timeline,
                            const RubTimelineLook *look, guint from, guint to)
{
  g_return_if_fail (GTK_IS_SNAPSHOT (snapshot));
  g_return_if_fail (timeline != NULL && look != NULL);

  paint_span (snapshot, look, get_flat_x (timeline, look, from), get_flat_x (timeline, look, to));
}

void
rub_timeline_paint_handle (GtkSnapshot *snapshot, RubTimeline *timeline,
                           const RubTimelineLook *look, guint index, gboolean is_second)
{
  const GdkRGBA *color;
  GskRoundedRect knob;
  float x;

  g_return_if_fail (GTK_IS_SNAPSHOT (snapshot));
  g_return_if_fail (timeline != NULL && look != NULL);

  color = &look->theme->focus;
  x = (float) rub_timeline_paint_get_x (timeline, look, index);
  gtk_snapshot_append_color (
    snapshot, color,
    &GRAPHENE_RECT_INIT (x - HANDLE_PX / 2, KNOB_PX / 2, HANDLE_PX, LINE_Y - KNOB_PX / 2));
  gsk_rounded_rect_init_from_rect (
    &knob, &GRAPHENE_RECT_INIT (x - KNOB_PX / 2, 0, KNOB_PX, KNOB_PX), KNOB_PX / 2);
  gtk_snapshot_push_rounded_clip (snapshot, &knob);
  gtk_snapshot_append_color (snapshot, is_second ? &look->theme->focus_gap : color, &knob.bounds);
  gtk_snapshot_pop (snapshot);
  gtk_snapshot_append_border (snapshot, &knob, (float[4]){ 2, 2, 2, 2 },
                              (GdkRGBA[4]){ *color, *color, *color, *color });
}
