/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "rub-block.h"

struct _RubBlock
{
  GObject parent_instance;

  /* Owned */
  RubBlockFields fields;
};

G_DEFINE_FINAL_TYPE (RubBlock, rub_block, G_TYPE_OBJECT)

static gboolean
is_boundary (const char *text, gsize offset)
{
  return offset <= strlen (text) && ((guchar) text[offset] & 0xc0) != 0x80;
}

static gboolean
are_spans_sane (const RubBlockFields *fields)
{
  gsize last = 0;

  for (gsize i = 0; i < fields->n_spans; i++)
    {
      const RubSpan *span = &fields->spans[i];

      if (span->start < last || span->end <= span->start
          || !is_boundary (fields->text, span->start) || !is_boundary (fields->text, span->end)
          || (span->kind == RUB_SPAN_LINK) != (span->target != NULL))
        return FALSE;
      last = span->end;
    }

  return TRUE;
}

/* A word has a letter or a digit in it, so that a dash between spaces is none. */
static guint
count_words (const char *text)
{
  guint n_words = 0;
  gboolean is_counted = FALSE;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c;

      /* The middle of a plain word. */
      if (is_counted && g_ascii_isalnum (*p))
        continue;

      c = g_utf8_get_char (p);
      if (g_unichar_isspace (c))
        is_counted = FALSE;
      else if (!is_counted && g_unichar_isalnum (c))
        {
          is_counted = TRUE;
          n_words++;
        }
    }

  return n_words;
}

static RubSpan *
copy_spans (const RubSpan *spans, gsize n_spans)
{
  RubSpan *copy = g_memdup2 (spans, n_spans * sizeof *spans);

  for (gsize i = 0; i < n_spans; i++)
    copy[i].target = g_strdup (spans[i].target);

  return copy;
}

/* The targets of the links, in order: what a translation may not change. */
static GPtrArray *
list_targets (const RubBlockFields *fields)
{
  GPtrArray *targets = g_ptr_array_new ();

  for (gsize i = 0; i < fields->n_spans; i++)
    if (fields->spans[i].kind == RUB_SPAN_LINK)
      g_ptr_array_add (targets, (char *) fields->spans[i].target);

  return targets;
}

static gboolean
have_same_targets (const RubBlockFields *a, const RubBlockFields *b)
{
  g_autoptr (GPtrArray) left = list_targets (a);
  g_autoptr (GPtrArray) right = list_targets (b);

  if (left->len != right->len)
    return FALSE;

  for (guint i = 0; i < left->len; i++)
    if (!g_str_equal (left->pdata[i], right->pdata[i]))
      return FALSE;

  return TRUE;
}

static gboolean
have_same_verdict (const RubBlockFields *a, const RubBlockFields *b)
{
  return a->verdict == b->verdict && (a->why != NULL) == (b->why != NULL)
         && (a->uncertain != NULL) == (b->uncertain != NULL);
}

static gboolean
have_same_figure (const RubBlockFields *a, const RubBlockFields *b)
{
  return a->figure == b->figure && a->run_kind == b->run_kind
         && g_strcmp0 (a->regions, b->regions) == 0;
}

static void
rub_block_finalize (GObject *object)
{
  RubBlock *self = RUB_BLOCK (object);

  for (gsize i = 0; i < self->fields.n_spans; i++)
    g_free ((char *) self->fields.spans[i].target);
  g_free ((RubSpan *) self->fields.spans);
  g_free ((char *) self->fields.id);
  g_free ((char *) self->fields.why);
  g_free ((char *) self->fields.uncertain);
  g_free ((char *) self->fields.regions);
  g_free ((char *) self->fields.address);
  g_free ((char *) self->fields.text);

  G_OBJECT_CLASS (rub_block_parent_class)->finalize (object);
}

static void
rub_block_class_init (RubBlockClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = rub_block_finalize;
}

static void
rub_block_init (RubBlock *self)
{
}

RubBlock *
rub_block_new (const RubBlockFields *fields)
{
  RubBlock *self;

  g_return_val_if_fail (fields != NULL, NULL);
  g_return_val_if_fail (fields->text != NULL, NULL);
  g_return_val_if_fail (are_spans_sane (fields), NULL);

  self = g_object_new (RUB_TYPE_BLOCK, NULL);
  self->fields = *fields;
  self->fields.id = g_strdup (fields->id);
  self->fields.why = g_strdup (fields->why);
  self->fields.uncertain = g_strdup (fields->uncertain);
  self->fields.regions = g_strdup (fields->regions);
  self->fields.address = g_strdup (fields->address);
  self->fields.text = g_strdup (fields->text);
  self->fields.spans = copy_spans (fields->spans, fields->n_spans);

  return self;
}

const RubBlockFields *
rub_block_get_fields (RubBlock *self)
{
  g_return_val_if_fail (RUB_IS_BLOCK (self), NULL);

  return &self->fields;
}

const char *
rub_block_get_text (RubBlock *self)
{
  g_return_val_if_fail (RUB_IS_BLOCK (self), NULL);

  return self->fields.text;
}

guint
rub_block_get_n_words (RubBlock *self)
{
  g_return_val_if_fail (RUB_IS_BLOCK (self), 0);

  if (self->fields.kind == RUB_BLOCK_SOURCE || self->fields.kind == RUB_BLOCK_CARD)
    return 0;

  return count_words (self->fields.text);
}

gboolean
rub_block_has_same_shape (RubBlock *self, RubBlock *other)
{
  const RubBlockFields *a, *b;

  g_return_val_if_fail (RUB_IS_BLOCK (self), FALSE);
  g_return_val_if_fail (RUB_IS_BLOCK (other), FALSE);

  a = &self->fields;
  b = &other->fields;

  return a->kind == b->kind && a->level == b->level && a->number == b->number
         && g_strcmp0 (a->id, b->id) == 0
         && (a->kind != RUB_BLOCK_VERDICT || have_same_verdict (a, b))
         && (a->kind != RUB_BLOCK_CARD || have_same_figure (a, b))
         && have_same_targets (a, b);
}
