/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "rub-shelf-item.h"

struct _RubShelfItem
{
  GObject parent_instance;

  /* Owned, with all that is in it */
  RubShelfItemFields fields;
};

G_DEFINE_FINAL_TYPE (RubShelfItem, rub_shelf_item, G_TYPE_OBJECT)

static void
rub_shelf_item_finalize (GObject *object)
{
  RubShelfItem *self = RUB_SHELF_ITEM (object);

  g_free ((char *) self->fields.id);
  g_free ((char *) self->fields.title);
  g_free ((char *) self->fields.details);
  g_free ((char *) self->fields.snippet);
  g_clear_object (&self->fields.saved);

  G_OBJECT_CLASS (rub_shelf_item_parent_class)->finalize (object);
}

static void
rub_shelf_item_class_init (RubShelfItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = rub_shelf_item_finalize;
}

static void
rub_shelf_item_init (RubShelfItem *self)
{
}

RubShelfItem *
rub_shelf_item_new (const RubShelfItemFields *fields)
{
  RubShelfItem *self;

  g_return_val_if_fail (fields != NULL && fields->title != NULL, NULL);
  g_return_val_if_fail ((fields->kind == RUB_SHELF_ROW_ARTICLE) == (fields->id != NULL), NULL);

  self = g_object_new (RUB_TYPE_SHELF_ITEM, NULL);
  self->fields = *fields;
  self->fields.id = g_strdup (fields->id);
  self->fields.title = g_strdup (fields->title);
  self->fields.details = g_strdup (fields->details);
  self->fields.snippet = g_strdup (fields->snippet);
  if (fields->saved != NULL)
    g_object_ref (fields->saved);

  return self;
}

const RubShelfItemFields *
rub_shelf_item_get_fields (RubShelfItem *self)
{
  g_return_val_if_fail (RUB_IS_SHELF_ITEM (self), NULL);

  return &self->fields;
}

static gboolean
is_archived (const RubShelfItemFields *fields)
{
  return fields->saved != NULL && rub_saved_article_get_fields (fields->saved)->is_archived;
}

gboolean
rub_shelf_item_is_same (RubShelfItem *self, RubShelfItem *other)
{
  const RubShelfItemFields *a, *b;

  g_return_val_if_fail (RUB_IS_SHELF_ITEM (self), FALSE);
  g_return_val_if_fail (RUB_IS_SHELF_ITEM (other), FALSE);

  a = &self->fields;
  b = &other->fields;

  return a->kind == b->kind && a->block == b->block && g_strcmp0 (a->id, b->id) == 0
         && g_str_equal (a->title, b->title) && g_strcmp0 (a->details, b->details) == 0
         && g_strcmp0 (a->snippet, b->snippet) == 0 && (a->saved != NULL) == (b->saved != NULL)
         && is_archived (a) == is_archived (b);
}
