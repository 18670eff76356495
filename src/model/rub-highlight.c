/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "rub-highlight.h"

#include <glib/gi18n-lib.h>

#include "rub-text.h"

struct _RubHighlight
{
  GObject parent_instance;

  /* Owned */
  RubHighlightFields fields;
};

G_DEFINE_FINAL_TYPE (RubHighlight, rub_highlight, G_TYPE_OBJECT)

static const struct
{
  const char *id;
  const char *name;
} colors[RUB_HIGHLIGHT_N_COLORS] = {
  [RUB_HIGHLIGHT_YELLOW] = { "yellow", NC_ ("colour of a highlight", "Yellow") },
  [RUB_HIGHLIGHT_GREEN] = { "green", NC_ ("colour of a highlight", "Green") },
  [RUB_HIGHLIGHT_BLUE] = { "blue", NC_ ("colour of a highlight", "Blue") },
};

static void
rub_highlight_finalize (GObject *object)
{
  RubHighlight *self = RUB_HIGHLIGHT (object);

  g_free ((char *) self->fields.article_id);
  g_free ((char *) self->fields.quote);
  g_free ((char *) self->fields.note);

  G_OBJECT_CLASS (rub_highlight_parent_class)->finalize (object);
}

static void
rub_highlight_class_init (RubHighlightClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = rub_highlight_finalize;
}

static void
rub_highlight_init (RubHighlight *self)
{
}

RubHighlight *
rub_highlight_new (const RubHighlightFields *fields)
{
  RubHighlight *self;
  RubHighlightFields *own;

  g_return_val_if_fail (fields != NULL, NULL);
  g_return_val_if_fail (fields->article_id != NULL, NULL);
  g_return_val_if_fail (fields->quote != NULL, NULL);

  self = g_object_new (RUB_TYPE_HIGHLIGHT, NULL);
  own = &self->fields;
  *own = *fields;
  own->article_id = g_utf8_make_valid (fields->article_id, -1);
  own->color = CLAMP ((int) fields->color, 0, RUB_HIGHLIGHT_N_COLORS - 1);
  own->quote = g_utf8_make_valid (fields->quote, -1);
  own->note = rub_text_clean (fields->note, RUB_HIGHLIGHT_MAX_NOTE);

  return self;
}

const RubHighlightFields *
rub_highlight_get_fields (RubHighlight *self)
{
  g_return_val_if_fail (RUB_IS_HIGHLIGHT (self), NULL);

  return &self->fields;
}

gint64
rub_highlight_get_id (RubHighlight *self)
{
  g_return_val_if_fail (RUB_IS_HIGHLIGHT (self), 0);

  return self->fields.id;
}

gboolean
rub_highlight_is_same (RubHighlight *self, RubHighlight *other)
{
  const RubHighlightFields *a, *b;

  g_return_val_if_fail (RUB_IS_HIGHLIGHT (self), FALSE);
  g_return_val_if_fail (RUB_IS_HIGHLIGHT (other), FALSE);

  a = &self->fields;
  b = &other->fields;

  return a->id == b->id && a->color == b->color && g_strcmp0 (a->note, b->note) == 0
         && g_str_equal (a->quote, b->quote) && a->stretch.block == b->stretch.block
         && a->stretch.start == b->stretch.start && a->stretch.end_block == b->stretch.end_block
         && a->stretch.end == b->stretch.end;
}

RubHighlight *
rub_highlight_follow (RubHighlight *self, RubArticle *article)
{
  RubHighlightFields fields;
  const RubStretch *old;

  g_return_val_if_fail (RUB_IS_HIGHLIGHT (self), NULL);
  g_return_val_if_fail (RUB_IS_ARTICLE (article), NULL);

  fields = self->fields;
  old = &self->fields.stretch;
  if (!rub_stretch_find_quote (&fields.stretch, fields.quote, article))
    return NULL;

  return old->block == fields.stretch.block && old->start == fields.stretch.start
             && old->end_block == fields.stretch.end_block && old->end == fields.stretch.end
           ? g_object_ref (self)
           : rub_highlight_new (&fields);
}

const char *
rub_highlight_color_to_id (RubHighlightColor color)
{
  g_return_val_if_fail ((int) color >= 0 && color < RUB_HIGHLIGHT_N_COLORS, "yellow");

  return colors[color].id;
}

gboolean
rub_highlight_color_from_id (const char *id, RubHighlightColor *color)
{
  g_return_val_if_fail (color != NULL, FALSE);

  for (int i = 0; i < RUB_HIGHLIGHT_N_COLORS; i++)
    if (g_strcmp0 (colors[i].id, id) == 0)
      {
        *color = i;
        return TRUE;
      }

  return FALSE;
}

const char *
rub_highlight_color_get_name (RubHighlightColor color)
{
  g_return_val_if_fail ((int) color >= 0 && color < RUB_HIGHLIGHT_N_COLORS, "");

  return g_dpgettext2 (GETTEXT_PACKAGE, "colour of a highlight", colors[color].name);
}
