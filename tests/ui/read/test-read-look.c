/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <adwaita.h>
#include <math.h>

#include "rub-look-popover.h"
#include "rub-read-bench.h"
#include "rub-read-fonts.h"
#include "rub-read-palette.h"
#include "rub-ui-resources.h"

/* WCAG 2.1, 1.4.3 and 1.4.6. */
#define ENOUGH 4.5
#define HIGH 7.0

static void
on_changed_cb (RubReadLook *look, int *n_changes)
{
  (*n_changes)++;
}

static RubReadLook *
create_look (void)
{
  g_autoptr (GSettings) settings = g_settings_new (RUB_APP_ID);
  RubReadLook *look = rub_read_look_new (settings);

  rub_read_look_reset (look);

  return look;
}

/* What is chosen is there for the next window, and within bounds. */
static void
test_choice (void)
{
  RubReadLook *look = create_look ();
  RubReadChoice choice = { 125, RUB_READ_FONT_SERIF, 80, 120, TRUE, RUB_READ_THEME_SEPIA };
  RubReadChoice wild = { 1000, RUB_READ_FONT_SANS, 3, -5, FALSE, RUB_READ_THEME_DARK };
  RubReadLook *other;
  const RubReadChoice *kept;
  g_autoptr (GSettings) settings = g_settings_new (RUB_APP_ID);

  rub_read_look_set (look, &choice);
  other = rub_read_look_new (settings);
  kept = rub_read_look_get (other);
  g_assert_cmpint (kept->size_percent, ==, 125);
  g_assert_cmpint (kept->font, ==, RUB_READ_FONT_SERIF);
  g_assert_cmpint (kept->measure_chars, ==, 80);
  g_assert_cmpint (kept->leading_percent, ==, 120);
  g_assert_true (kept->is_justified);
  g_assert_cmpint (kept->theme, ==, RUB_READ_THEME_SEPIA);

  rub_read_look_set (look, &wild);
  kept = rub_read_look_get (other);
  g_assert_cmpint (kept->size_percent, ==, 250);
  g_assert_cmpint (kept->measure_chars, ==, RUB_READ_MEASURE_MIN);
  g_assert_cmpint (kept->leading_percent, ==, RUB_READ_LEADING_MIN);

  rub_read_look_reset (look);
  g_assert_cmpint (rub_read_look_get (other)->size_percent, ==, 100);
  g_assert_cmpint (rub_read_look_get (other)->theme, ==, RUB_READ_THEME_DESKTOP);
  g_assert_finalize_object (look);
  g_assert_finalize_object (other);
}

static void
test_sizes (void)
{
  RubReadLook *look = create_look ();
  int n_changes = 0, n_steps = 0, size = 100;

  g_signal_connect (look, "changed", G_CALLBACK (on_changed_cb), &n_changes);
  while (rub_read_look_can_step_size (look, 1))
    {
      rub_read_look_step_size (look, 1);
      n_steps++;
      g_assert_cmpint (rub_read_look_get (look)->size_percent, >, size);
      size = rub_read_look_get (look)->size_percent;
    }
  g_assert_cmpint (n_changes, ==, n_steps);
  rub_read_look_step_size (look, 1);
  g_assert_cmpint (n_changes, ==, n_steps);
  rub_read_look_step_size (look, 0);
  g_assert_cmpint (rub_read_look_get (look)->size_percent, ==, 100);
  rub_read_look_step_size (look, -1);
  g_assert_cmpint (rub_read_look_get (look)->size_percent, <, 100);
  rub_read_look_reset (look);
  g_assert_finalize_object (look);
}

static double
get_light (float channel)
{
  double value = (double) channel;

  return value <= 0.04045 ? value / 12.92 : pow ((value + 0.055) / 1.055, 2.4);
}

static double
get_luminance (const GdkRGBA *color)
{
  return 0.2126 * get_light (color->red) + 0.7152 * get_light (color->green)
         + 0.0722 * get_light (color->blue);
}

static GdkRGBA
mix (const GdkRGBA *over, float alpha, const GdkRGBA *under)
{
  float part = over->alpha * alpha;

  return (GdkRGBA){ over->red * part + under->red * (1 - part),
                    over->green * part + under->green * (1 - part),
                    over->blue * part + under->blue * (1 - part), 1 };
}

static void
check_contrast (const char *what, const GdkRGBA *text, const GdkRGBA *paper, double least)
{
  GdkRGBA seen = mix (text, 1, paper);
  double a = get_luminance (&seen), b = get_luminance (paper);
  double contrast = (MAX (a, b) + 0.05) / (MIN (a, b) + 0.05);

  g_test_message ("%s: %.2f", what, contrast);
  g_assert_cmpfloat (contrast, >=, least);
}

static void
check_palette (GtkWidget *widget, RubReadTheme theme, const char *paper_name, double least)
{
  RubArticleLook look = { 0 };
  GdkRGBA paper, black = { 0, 0, 0, 1 };

  g_assert_true (gtk_style_context_lookup_color (gtk_widget_get_style_context (widget), paper_name,
                                                 &paper));
  rub_read_palette_resolve (widget, theme, &look);
  check_contrast ("text", &look.text, &paper, least);
  check_contrast ("faint text", &look.faint, &paper, ENOUGH);
  check_contrast ("link", &look.accent, &paper, least);
  check_contrast ("the match shown", &black, &look.match, ENOUGH);
  for (int i = 0; i < RUB_N_VERDICTS; i++)
    {
      GdkRGBA label = mix (&look.verdicts[i], 0.2f, &paper);

      check_contrast ("label", &look.text, &label, least);
    }
  paper = mix (&look.match, 0.3f, &paper);
  check_contrast ("text of another match", &look.text, &paper, ENOUGH);
  /* The desktop's own accent is what it is. */
  if (theme != RUB_READ_THEME_DESKTOP)
    check_contrast ("link in another match", &look.accent, &paper, ENOUGH);
}

/* Whatever the desktop, and whatever the paper. */
static void
test_contrast (void)
{
  static const char *const papers[RUB_N_READ_THEMES] = { "view_bg_color", "read_light_bg",
                                                         "read_sepia_bg", "read_dark_bg" };
  AdwStyleManager *manager = adw_style_manager_get_default ();
  RubReadLook *look = create_look ();
  GtkWidget *window = gtk_window_new ();
  GtkWidget *paper = adw_bin_new ();
  GtkWidget *label = gtk_label_new ("text");

  gtk_widget_add_css_class (label, "article");
  gtk_widget_add_css_class (paper, "paper");
  adw_bin_set_child (ADW_BIN (paper), label);
  gtk_window_set_child (GTK_WINDOW (window), paper);
  rub_read_palette_follow (paper, look);
  gtk_window_present (GTK_WINDOW (window));
  for (AdwColorScheme scheme = ADW_COLOR_SCHEME_FORCE_LIGHT;
       scheme <= ADW_COLOR_SCHEME_FORCE_DARK; scheme++)
    for (RubReadTheme theme = 0; theme < RUB_N_READ_THEMES; theme++)
      {
        RubReadChoice choice = *rub_read_look_get (look);

        g_test_message ("scheme %d, theme %d", (int) scheme, (int) theme);
        adw_style_manager_set_color_scheme (manager, scheme);
        choice.theme = theme;
        rub_read_look_set (look, &choice);
        rub_read_bench_drain ();
        check_palette (label, theme, papers[theme],
                       theme == RUB_READ_THEME_DESKTOP ? ENOUGH : HIGH);
      }
  adw_style_manager_set_color_scheme (manager, ADW_COLOR_SCHEME_DEFAULT);
  rub_read_look_reset (look);
  gtk_window_destroy (GTK_WINDOW (window));
  rub_read_bench_drain ();
  g_assert_finalize_object (look);
}

/* The list has no font that is not there, and none twice. */
static void
test_fonts (void)
{
  g_autoptr (GtkWidget) label = g_object_ref_sink (gtk_label_new (""));
  PangoContext *context = gtk_widget_get_pango_context (label);
  g_autofree char *easy = rub_read_fonts_find (context, RUB_READ_FONT_EASY);
  g_autofree char *desktop = rub_read_fonts_find (context, RUB_READ_FONT_DESKTOP);

  g_assert_true (rub_read_fonts_has (context, RUB_READ_FONT_DESKTOP));
  g_assert_null (desktop);
  g_assert_cmpint (rub_read_fonts_has (context, RUB_READ_FONT_EASY), ==, easy != NULL);
  for (RubReadFont font = 0; font < RUB_N_READ_FONTS; font++)
    if (rub_read_fonts_has (context, font))
      {
        g_autofree char *name = rub_read_fonts_get_name (context, font);

        g_assert_cmpstr (name, !=, "");
      }
}

typedef struct
{
  const char *label;
  GtkWidget *found;
} Wanted;

static void
find_tooltip (GtkWidget *widget, Wanted *wanted)
{
  if (g_strcmp0 (gtk_widget_get_tooltip_text (widget), wanted->label) == 0)
    wanted->found = widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    find_tooltip (child, wanted);
}

static GtkWidget *
find_by_tooltip (GtkWidget *widget, const char *label)
{
  Wanted wanted = { label, NULL };

  find_tooltip (widget, &wanted);
  g_assert_nonnull (wanted.found);

  return wanted.found;
}

static gboolean
is_gone (gpointer data)
{
  return *(gpointer *) data == NULL;
}

/* The popover shows what is chosen, wherever that was done, and chooses at once. */
static void
test_popover (void)
{
  RubReadLook *look = create_look ();
  GtkWidget *window = gtk_window_new ();
  GtkWidget *button = gtk_menu_button_new ();
  gpointer popover = g_object_new (RUB_TYPE_LOOK_POPOVER, NULL);
  GtkWidget *sepia, *dark, *scale;
  RubReadChoice choice;

  rub_look_popover_set_look (popover, look);
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (button), popover);
  gtk_window_set_child (GTK_WINDOW (window), button);
  gtk_window_present (GTK_WINDOW (window));
  gtk_menu_button_popup (GTK_MENU_BUTTON (button));
  rub_read_bench_drain ();

  sepia = find_by_tooltip (popover, "Sepia");
  dark = find_by_tooltip (popover, "Dark");
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (sepia), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Sepia");
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (sepia), TRUE);
  g_assert_cmpint (rub_read_look_get (look)->theme, ==, RUB_READ_THEME_SEPIA);

  scale = rub_read_bench_find (popover, GTK_TYPE_SCALE);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (scale), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Line length");
  gtk_range_set_value (GTK_RANGE (scale), 80);
  g_assert_cmpint (rub_read_look_get (look)->measure_chars, ==, 80);

  choice = *rub_read_look_get (look);
  choice.theme = RUB_READ_THEME_DARK;
  choice.measure_chars = 50;
  rub_read_look_set (look, &choice);
  g_assert_true (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (dark)));
  g_assert_cmpfloat (gtk_range_get_value (GTK_RANGE (scale)), ==, 50);
  g_assert_cmpint (rub_read_look_get (look)->theme, ==, RUB_READ_THEME_DARK);

  gtk_menu_button_popdown (GTK_MENU_BUTTON (button));
  rub_read_bench_drain ();
  g_object_add_weak_pointer (popover, &popover);
  gtk_window_destroy (GTK_WINDOW (window));
  rub_read_bench_wait (is_gone, &popover);
  rub_read_look_reset (look);
  g_assert_finalize_object (look);
}

int
main (int argc, char **argv)
{
  g_autoptr (GtkCssProvider) provider = NULL;

  g_test_init (&argc, &argv, NULL);
  gtk_disable_setlocale ();
  adw_init ();
  g_resources_register (rub_ui_get_resource ());
  provider = gtk_css_provider_new ();
  gtk_css_provider_load_from_resource (provider, "/io/github/rubdown/Rubdown/style.css");
  gtk_style_context_add_provider_for_display (gdk_display_get_default (),
                                              GTK_STYLE_PROVIDER (provider),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
  g_test_add_func ("/read-look/choice", test_choice);
  g_test_add_func ("/read-look/sizes", test_sizes);
  g_test_add_func ("/read-look/contrast", test_contrast);
  g_test_add_func ("/read-look/fonts", test_fonts);
  g_test_add_func ("/read-look/popover", test_popover);

  return g_test_run ();
}
