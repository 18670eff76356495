/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* rub-paint-body STORE FOLDER: contact sheets of the body map with the checks of a store, painted
 * as the application paints it, into PNG files: each build, in each look of the desktop, in three
 * sizes; and what is sore as other eyes see it. */

#include "config.h"

#include <stdio.h>
#include <stdlib.h>

#include <pango/pangocairo.h>

#include "rub-body-loader.h"
#include "rub-body-paint.h"
#include "rub-eyes.h"
#include "rub-map-labels.h"
#include "rub-store.h"

#define MARGIN 24
#define GAP 24
#define CAPTION 28
/* On each sheet the pictures stand in rows of so many. */
#define N_COLUMNS 2
/* From here on a figure has room for the fibres. */
#define FIBRES_HEIGHT 480
#define SORE_HEIGHT 700

typedef struct
{
  const char *caption;
  RubBodyMarks *marks;
} Picture;

enum
{
  PICTURE_REST,
  PICTURE_CHECK,
  PICTURE_CHANGE,
  PICTURE_SUMMARY,
  PICTURE_LEVELS,
  N_PICTURES
};

typedef struct
{
  const char *name;
  gboolean is_dark;
  gboolean is_high_contrast;
  double background;
} Look;

static const Look looks[] = {
  { "light", FALSE, FALSE, 0.98 },
  { "dark", TRUE, FALSE, 0.14 },
  { "light-contrast", FALSE, TRUE, 0.98 },
  { "dark-contrast", TRUE, TRUE, 0.14 },
};

static const char *const builds[RUB_N_BODY_BUILDS] = { "standard", "narrower" };
static const int heights[] = { 300, 700, 1200 };

typedef struct
{
  RubBody *body;
  const Look *look;
  const RubBodyTheme *theme;
  double scale;
  cairo_t *cr;
  PangoContext *context;
} Sheet;

static const RubBox *
get_bounds (Sheet *sheet, int view)
{
  return rub_outline_get_bounds (rub_body_get_drawing (sheet->body, view)->silhouette);
}

static RubRegionLook
get_look (Sheet *sheet, RubBodyMarks *marks, RubRegion *region)
{
  RubRegionLook look = rub_region_look_for_marks (marks, region);

  look.has_fibres = sheet->scale * get_bounds (sheet, 0)->height >= FIBRES_HEIGHT;
  look.has_pattern = sheet->look->is_high_contrast;

  return look;
}

static void
paint_labels (Sheet *sheet, int view, RubBodyMarks *marks)
{
  const RubBodyDrawing *drawing = rub_body_get_drawing (sheet->body, view);
  const RubBox *bounds = get_bounds (sheet, view);
  g_autoptr (RubMapLabels) labels = rub_map_labels_new ();
  g_autofree RubMapLabel *all = g_new0 (RubMapLabel, drawing->regions->len);

  for (guint i = 0; i < drawing->regions->len; i++)
    {
      const RubRegionShape *shape = &drawing->shapes[i];
      RubRegion *region = drawing->regions->pdata[i];

      all[i].place.x = (shape->label.x - bounds->x) * sheet->scale;
      all[i].place.y = (shape->label.y - bounds->y) * sheet->scale;
      all[i].room
        = rub_outline_get_distance (shape->outline, shape->label.x, shape->label.y) * sheet->scale;
      all[i].kind = rub_region_get_kind (region);
      all[i].look = get_look (sheet, marks, region);
    }
  rub_map_labels_set (labels, all, drawing->regions->len, sheet->theme, RUB_MAP_LABELS_SIZE,
                      sheet->scale);
  rub_map_labels_paint (labels, sheet->context, sheet->cr);
}

static void
paint_view (Sheet *sheet, int view, RubBodyMarks *marks)
{
  const RubBodyDrawing *drawing = rub_body_get_drawing (sheet->body, view);
  const RubBox *bounds = get_bounds (sheet, view);

  cairo_save (sheet->cr);
  cairo_scale (sheet->cr, sheet->scale, sheet->scale);
  cairo_translate (sheet->cr, -bounds->x, -bounds->y);
  rub_body_paint_silhouette (sheet->cr, drawing->silhouette, sheet->theme);
  for (guint i = 0; i < drawing->regions->len; i++)
    {
      RubRegion *region = drawing->regions->pdata[i];
      RubRegionLook look = get_look (sheet, marks, region);

      rub_body_paint_region (sheet->cr, &drawing->shapes[i], rub_region_get_kind (region), &look,
                             sheet->theme);
    }
  cairo_restore (sheet->cr);
  paint_labels (sheet, view, marks);
}

static RubPoint
get_size (Sheet *sheet)
{
  RubPoint size = { GAP * (RUB_N_BODY_VIEWS - 1), 0 };

  for (int i = 0; i < RUB_N_BODY_VIEWS; i++)
    {
      size.x += get_bounds (sheet, i)->width * sheet->scale;
      size.y = MAX (size.y, get_bounds (sheet, i)->height * sheet->scale);
    }

  return size;
}

/* All views, standing on one ground, under a caption. */
static void
paint_picture (Sheet *sheet, const Picture *picture)
{
  RubPoint size = get_size (sheet);
  double ink = sheet->look->is_dark ? 1 : 0;
  g_autoptr (PangoLayout) layout = pango_layout_new (sheet->context);

  pango_layout_set_text (layout, picture->caption, -1);
  cairo_set_source_rgb (sheet->cr, ink, ink, ink);
  pango_cairo_show_layout (sheet->cr, layout);
  for (int i = 0; i < RUB_N_BODY_VIEWS; i++)
    {
      const RubBox *bounds = get_bounds (sheet, i);

      cairo_save (sheet->cr);
      cairo_translate (sheet->cr, 0, CAPTION + size.y - bounds->height * sheet->scale);
      paint_view (sheet, i, picture->marks);
      cairo_restore (sheet->cr);
      cairo_translate (sheet->cr, bounds->width * sheet->scale + GAP, 0);
    }
}

static void
write_png (cairo_surface_t *surface, const char *folder, const char *name)
{
  g_autofree char *file = g_strconcat (name, ".png", NULL);
  g_autofree char *path = g_build_filename (folder, file, NULL);
  cairo_status_t status = cairo_surface_write_to_png (surface, path);

  if (status != CAIRO_STATUS_SUCCESS)
    {
      g_printerr ("%s: %s\n", path, cairo_status_to_string (status));
      exit (EXIT_FAILURE);
    }
}

/* Returns: (transfer full): @pictures in rows. */
static cairo_surface_t *
paint_sheet (RubBodyBuild build, const Look *look, int height, const Picture *pictures,
             int n_pictures)
{
  Sheet sheet = { .body = rub_body_loader_get_bundled (build), .look = look };
  int n_rows = (n_pictures + N_COLUMNS - 1) / N_COLUMNS;
  PangoFontDescription *font;
  cairo_surface_t *surface;
  RubPoint size;

  sheet.theme = rub_body_theme_get (look->is_dark, look->is_high_contrast);
  sheet.scale = height / get_bounds (&sheet, RUB_BODY_VIEW_FRONT)->height;
  size = get_size (&sheet);
  surface = cairo_image_surface_create (
    CAIRO_FORMAT_RGB24, (int) (2 * MARGIN + N_COLUMNS * size.x + (N_COLUMNS - 1) * 2 * GAP),
    (int) (2 * MARGIN + n_rows * (size.y + CAPTION) + (n_rows - 1) * GAP));
  sheet.cr = cairo_create (surface);
  sheet.context = pango_cairo_create_context (sheet.cr);
  font = pango_font_description_from_string ("Sans 11");
  pango_context_set_font_description (sheet.context, font);
  pango_font_description_free (font);
  cairo_set_source_rgb (sheet.cr, look->background, look->background, look->background);
  cairo_paint (sheet.cr);
  for (int i = 0; i < n_pictures; i++)
    {
      cairo_save (sheet.cr);
      cairo_translate (sheet.cr, MARGIN + i % N_COLUMNS * (size.x + 2 * GAP),
                       MARGIN + i / N_COLUMNS * (size.y + CAPTION + GAP));
      paint_picture (&sheet, &pictures[i]);
      cairo_restore (sheet.cr);
    }
  cairo_destroy (sheet.cr);
  g_object_unref (sheet.context);

  return surface;
}

static void
paint_builds (const Picture *pictures, const char *folder)
{
  for (RubBodyBuild build = 0; build < RUB_N_BODY_BUILDS; build++)
    for (gsize i = 0; i < G_N_ELEMENTS (looks); i++)
      for (gsize j = 0; j < G_N_ELEMENTS (heights); j++)
        {
          g_autofree char *name
            = g_strdup_printf ("%s-%s-%d", builds[build], looks[i].name, heights[j]);
          cairo_surface_t *surface
            = paint_sheet (build, &looks[i], heights[j], pictures, PICTURE_LEVELS);

          write_png (surface, folder, name);
          cairo_surface_destroy (surface);
        }
}

static void
paint_eyes (const Picture *pictures, const char *folder)
{
  const Picture sore[] = { pictures[PICTURE_CHECK], pictures[PICTURE_LEVELS] };

  for (gsize i = 0; i < G_N_ELEMENTS (looks); i++)
    for (RubEyes eyes = 0; eyes < RUB_N_EYES; eyes++)
      {
        const char *whose = rub_eyes_get_name (eyes);
        g_autofree char *name
          = g_strdup_printf ("sore-%s%s%s", looks[i].name, *whose != '\0' ? "-" : "", whose);
        cairo_surface_t *surface = paint_sheet (RUB_BODY_BUILD_STANDARD, &looks[i], SORE_HEIGHT,
                                                sore, G_N_ELEMENTS (sore));

        rub_eyes_apply (eyes, surface);
        write_png (surface, folder, name);
        cairo_surface_destroy (surface);
      }
}

/* A check in which each level is found in many places, and some are at rest. */
static RubBodyMarks *
make_levels (void)
{
  GPtrArray *regions = rub_body_get_regions (rub_body_loader_get_bundled (0));
  g_autofree RubSoreness *sore = g_new0 (RubSoreness, regions->len);
  g_autoptr (RubCheck) check = NULL;
  gsize n_sore = 0;

  for (guint i = 0; i < regions->len; i++)
    if (i % (RUB_SORENESS_MAX + 1) > 0)
      sore[n_sore++] = (RubSoreness){ rub_region_get_id (regions->pdata[i]),
                                      (int) i % (RUB_SORENESS_MAX + 1), RUB_SENSATION_NONE, NULL };
  check = rub_check_new (0, 0, 0, sore, n_sore);

  return rub_body_marks_new_for_check (check);
}

static RubRecords *
read_records (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RubStore) store = rub_store_open (path, &error);
  RubRecords *records = store != NULL ? rub_store_read (store, &error) : NULL;

  if (records == NULL || records->checks->len < 2)
    {
      g_printerr ("%s: %s\n", path, error != NULL ? error->message : "fewer than two checks");
      exit (EXIT_FAILURE);
    }

  return records;
}

int
main (int argc, char **argv)
{
  Picture pictures[N_PICTURES] = {
    [PICTURE_REST] = { "At rest", NULL },
    [PICTURE_CHECK] = { "A check", NULL },
    [PICTURE_CHANGE] = { "A change", NULL },
    [PICTURE_SUMMARY] = { "Four weeks", NULL },
    [PICTURE_LEVELS] = { "Every level", NULL },
  };
  g_autoptr (RubRecords) records = NULL;
  RubCheck *last, *before;

  if (argc != 3)
    {
      g_printerr ("rub-paint-body STORE FOLDER\n");
      return EXIT_FAILURE;
    }

  records = read_records (argv[1]);
  last = records->checks->pdata[0];
  before = records->checks->pdata[1];
  pictures[PICTURE_CHECK].marks = rub_body_marks_new_for_check (last);
  pictures[PICTURE_CHANGE].marks = rub_body_marks_new_for_change (before, last);
  pictures[PICTURE_SUMMARY].marks = rub_body_marks_new_for_summary (
    records->checks, rub_check_get_made_us (last) - 28 * G_TIME_SPAN_DAY,
    rub_check_get_made_us (last) + 1);
  pictures[PICTURE_LEVELS].marks = make_levels ();

  paint_builds (pictures, argv[2]);
  paint_eyes (pictures, argv[2]);
  for (int i = PICTURE_CHECK; i < N_PICTURES; i++)
    rub_body_marks_unref (pictures[i].marks);

  return EXIT_SUCCESS;
}
