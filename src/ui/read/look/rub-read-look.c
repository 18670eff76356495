/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "rub-read-look.h"

struct _RubReadLook
{
  GObject parent_instance;

  /* Owned */
  GSettings *settings;

  RubReadChoice choice;
};

enum
{
  CHANGED,
  N_SIGNALS
};

G_DEFINE_FINAL_TYPE (RubReadLook, rub_read_look, G_TYPE_OBJECT)

static guint signals[N_SIGNALS];

/* Each a step that can be seen and no more. */
static const int sizes[] = { 70, 80, 90, 100, 110, 125, 150, 175, 200, 250 };

static const RubReadChoice usual = {
  .size_percent = 100,
  .measure_chars = RUB_READ_MEASURE_CHARS,
  .leading_percent = 100,
};

static void
read_settings (RubReadLook *self)
{
  self->choice = (RubReadChoice){
    .size_percent = g_settings_get_int (self->settings, "reader-size"),
    .font = (RubReadFont) g_settings_get_enum (self->settings, "reader-font"),
    .measure_chars = g_settings_get_int (self->settings, "reader-measure"),
    .leading_percent = g_settings_get_int (self->settings, "reader-leading"),
    .is_justified = g_settings_get_boolean (self->settings, "reader-justified"),
    .theme = (RubReadTheme) g_settings_get_enum (self->settings, "reader-theme"),
  };
}

static gboolean
is_same (const RubReadChoice *a, const RubReadChoice *b)
{
  return a->size_percent == b->size_percent && a->font == b->font
         && a->measure_chars == b->measure_chars && a->leading_percent == b->leading_percent
         && a->is_justified == b->is_justified && a->theme == b->theme;
}

static void
on_setting_changed_cb (RubReadLook *self, const char *key)
{
  RubReadChoice before;

  g_assert (RUB_IS_READ_LOOK (self));

  before = self->choice;
  read_settings (self);
  if (!is_same (&before, &self->choice))
    g_signal_emit (self, signals[CHANGED], 0);
}

static void
rub_read_look_dispose (GObject *object)
{
  RubReadLook *self = RUB_READ_LOOK (object);

  g_clear_object (&self->settings);

  G_OBJECT_CLASS (rub_read_look_parent_class)->dispose (object);
}

static void
rub_read_look_class_init (RubReadLookClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = rub_read_look_dispose;

  signals[CHANGED] = g_signal_new ("changed", RUB_TYPE_READ_LOOK, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 0);
}

static void
rub_read_look_init (RubReadLook *self)
{
  self->choice = usual;
}

RubReadLook *
rub_read_look_new (GSettings *settings)
{
  RubReadLook *self;

  g_return_val_if_fail (G_IS_SETTINGS (settings), NULL);

  self = g_object_new (RUB_TYPE_READ_LOOK, NULL);
  self->settings = g_object_ref (settings);
  read_settings (self);
  g_signal_connect_object (settings, "changed", G_CALLBACK (on_setting_changed_cb), self,
                           G_CONNECT_SWAPPED);

  return self;
}

const RubReadChoice *
rub_read_look_get (RubReadLook *self)
{
  g_return_val_if_fail (self == NULL || RUB_IS_READ_LOOK (self), &usual);

  return self != NULL ? &self->choice : &usual;
}

void
rub_read_look_set (RubReadLook *self, const RubReadChoice *choice)
{
  RubReadChoice new_choice;

  g_return_if_fail (RUB_IS_READ_LOOK (self));
  g_return_if_fail (choice != NULL);

  /* Each key that is set changes self->choice. */
  new_choice = *choice;
  g_settings_set_int (self->settings, "reader-size",
                      CLAMP (new_choice.size_percent, sizes[0], sizes[G_N_ELEMENTS (sizes) - 1]));
  g_settings_set_enum (self->settings, "reader-font", (int) new_choice.font);
  g_settings_set_int (
    self->settings, "reader-measure",
    CLAMP (new_choice.measure_chars, RUB_READ_MEASURE_MIN, RUB_READ_MEASURE_MAX));
  g_settings_set_int (
    self->settings, "reader-leading",
    CLAMP (new_choice.leading_percent, RUB_READ_LEADING_MIN, RUB_READ_LEADING_MAX));
  g_settings_set_boolean (self->settings, "reader-justified", new_choice.is_justified);
  g_settings_set_enum (self->settings, "reader-theme", (int) new_choice.theme);
}

/* Returns: the next size in @direction; the same where there is none. */
static int
find_size (int size, int direction)
{
  int n_sizes = (int) G_N_ELEMENTS (sizes);

  if (direction == 0)
    return usual.size_percent;
  for (int i = 0; i < n_sizes; i++)
    {
      int next = sizes[direction > 0 ? i : n_sizes - 1 - i];

      if (direction > 0 ? next > size : next < size)
        return next;
    }

  return size;
}

void
rub_read_look_step_size (RubReadLook *self, int direction)
{
  RubReadChoice choice;

  g_return_if_fail (RUB_IS_READ_LOOK (self));

  choice = self->choice;
  choice.size_percent = find_size (choice.size_percent, direction);
  rub_read_look_set (self, &choice);
}

gboolean
rub_read_look_can_step_size (RubReadLook *self, int direction)
{
  g_return_val_if_fail (RUB_IS_READ_LOOK (self), FALSE);

  return find_size (self->choice.size_percent, direction) != self->choice.size_percent;
}

void
rub_read_look_reset (RubReadLook *self)
{
  g_return_if_fail (RUB_IS_READ_LOOK (self));

  rub_read_look_set (self, &usual);
}
