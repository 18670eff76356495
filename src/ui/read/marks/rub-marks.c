/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "rub-marks.h"

#include <glib/gi18n.h>

#include "rub-article-style.h"

struct _RubMarks
{
  GObject parent_instance;

  /* Owned */
  RubLibrary *library;
  RubShelf *shelf;
  RubArticleBuffer *text;
  GPtrArray *highlights; /* of RubHighlight */
  GCancellable *reading;
  RubRecords *records; /* what was read last with; nullable */
};

static const char *const tags[RUB_HIGHLIGHT_N_COLORS] = {
  [RUB_HIGHLIGHT_YELLOW] = RUB_TAG_YELLOW,
  [RUB_HIGHLIGHT_GREEN] = RUB_TAG_GREEN,
  [RUB_HIGHLIGHT_BLUE] = RUB_TAG_BLUE,
};

static void list_model_iface_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (RubMarks, rub_marks, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_iface_init))

static GType
rub_marks_get_item_type (GListModel *model)
{
  return RUB_TYPE_HIGHLIGHT;
}

static guint
rub_marks_get_n_items (GListModel *model)
{
  return RUB_MARKS (model)->highlights->len;
}

static gpointer
rub_marks_get_item (GListModel *model, guint position)
{
  RubMarks *self = RUB_MARKS (model);

  return position < self->highlights->len ? g_object_ref (self->highlights->pdata[position]) : NULL;
}

static void
list_model_iface_init (GListModelInterface *iface)
{
  iface->get_item_type = rub_marks_get_item_type;
  iface->get_n_items = rub_marks_get_n_items;
  iface->get_item = rub_marks_get_item;
}

static const char *
get_article_id (RubMarks *self)
{
  return rub_article_get_id (rub_article_buffer_get_article (self->text));
}

static void
paint (RubMarks *self)
{
  GtkTextBuffer *buffer = GTK_TEXT_BUFFER (self->text);
  GtkTextIter from, to;

  gtk_text_buffer_get_bounds (buffer, &from, &to);
  for (int i = 0; i < RUB_HIGHLIGHT_N_COLORS; i++)
    gtk_text_buffer_remove_tag_by_name (buffer, tags[i], &from, &to);

  for (guint i = 0; i < self->highlights->len; i++)
    {
      const RubHighlightFields *fields = rub_highlight_get_fields (self->highlights->pdata[i]);

      rub_article_buffer_get_stretch_bounds (self->text, &fields->stretch, &from, &to);
      gtk_text_buffer_apply_tag_by_name (buffer, tags[fields->color], &from, &to);
    }
}

static gboolean
are_same (GPtrArray *a, GPtrArray *b)
{
  for (guint i = 0; i < MIN (a->len, b->len); i++)
    if (!rub_highlight_is_same (a->pdata[i], b->pdata[i]))
      return FALSE;

  return a->len == b->len;
}

/* Takes @highlights. */
static void
take (RubMarks *self, GPtrArray *highlights)
{
  guint n_before = self->highlights->len;

  if (are_same (self->highlights, highlights))
    {
      g_ptr_array_unref (highlights);
      return;
    }

  g_ptr_array_unref (self->highlights);
  self->highlights = highlights;
  if (self->text != NULL)
    paint (self);
  g_list_model_items_changed (G_LIST_MODEL (self), 0, n_before, highlights->len);
}

/* Returns: (transfer full): those of @highlights whose words are in the text, where they are. */
static GPtrArray *
follow (RubMarks *self, GPtrArray *highlights)
{
  RubArticle *article = rub_article_buffer_get_article (self->text);
  GPtrArray *followed = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < highlights->len; i++)
    {
      RubHighlight *highlight = rub_highlight_follow (highlights->pdata[i], article);

      if (highlight != NULL)
        g_ptr_array_add (followed, highlight);
    }

  return followed;
}

static void
on_listed_cb (GObject *object, GAsyncResult *result, gpointer data)
{
  g_autoptr (RubMarks) self = RUB_MARKS (data);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) highlights
    = rub_shelf_list_highlights_finish (RUB_SHELF (object), result, &error);

  if (highlights != NULL && self->text != NULL)
    take (self, follow (self, highlights));
  else if (error != NULL && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_warning ("Highlights cannot be read: %s", error->message);
}

static void
stop_reading (RubMarks *self)
{
  g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
}

static void
read_again (RubMarks *self)
{
  stop_reading (self);
  if (self->text == NULL || rub_library_get_store (self->library) == NULL)
    return;

  self->reading = g_cancellable_new ();
  rub_shelf_list_highlights_async (self->shelf, get_article_id (self), self->reading, on_listed_cb,
                                   g_object_ref (self));
}

/* The library ticks, too, and then there is nothing new to read. */
static void
on_library_changed_cb (RubMarks *self)
{
  RubRecords *records = rub_library_get_records (self->library);

  g_assert (RUB_IS_MARKS (self));

  if (records == self->records || records == NULL)
    return;
  g_clear_pointer (&self->records, rub_records_unref);
  self->records = rub_records_ref (records);
  read_again (self);
}

static void
rub_marks_dispose (GObject *object)
{
  RubMarks *self = RUB_MARKS (object);

  stop_reading (self);
  g_clear_object (&self->text);

  G_OBJECT_CLASS (rub_marks_parent_class)->dispose (object);
}

static void
rub_marks_finalize (GObject *object)
{
  RubMarks *self = RUB_MARKS (object);

  g_clear_object (&self->library);
  g_clear_object (&self->shelf);
  g_clear_pointer (&self->records, rub_records_unref);
  g_ptr_array_unref (self->highlights);

  G_OBJECT_CLASS (rub_marks_parent_class)->finalize (object);
}

static void
rub_marks_class_init (RubMarksClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = rub_marks_dispose;
  G_OBJECT_CLASS (klass)->finalize = rub_marks_finalize;
}

static void
rub_marks_init (RubMarks *self)
{
  self->highlights = g_ptr_array_new_with_free_func (g_object_unref);
}

RubMarks *
rub_marks_new (RubLibrary *library, RubShelf *shelf)
{
  RubMarks *self;

  g_return_val_if_fail (RUB_IS_LIBRARY (library), NULL);
  g_return_val_if_fail (RUB_IS_SHELF (shelf), NULL);

  self = g_object_new (RUB_TYPE_MARKS, NULL);
  self->library = g_object_ref (library);
  self->shelf = g_object_ref (shelf);
  g_signal_connect_object (library, "changed", G_CALLBACK (on_library_changed_cb), self,
                           G_CONNECT_SWAPPED);

  return self;
}

void
rub_marks_set_text (RubMarks *self, RubArticleBuffer *text)
{
  g_return_if_fail (RUB_IS_MARKS (self));
  g_return_if_fail (text == NULL || RUB_IS_ARTICLE_BUFFER (text));

  if (!g_set_object (&self->text, text))
    return;
  /* What is listed so far is of another text. */
  stop_reading (self);
  take (self, g_ptr_array_new_with_free_func (g_object_unref));
  read_again (self);
}

RubHighlight *
rub_marks_find_at (RubMarks *self, const GtkTextIter *iter)
{
  g_return_val_if_fail (RUB_IS_MARKS (self), NULL);
  g_return_val_if_fail (iter != NULL, NULL);

  for (guint i = 0; i < self->highlights->len; i++)
    {
      GtkTextIter from, to;

      rub_article_buffer_get_stretch_bounds (
        self->text, &rub_highlight_get_fields (self->highlights->pdata[i])->stretch, &from, &to);
      if (gtk_text_iter_compare (&from, iter) <= 0 && gtk_text_iter_compare (iter, &to) < 0)
        return self->highlights->pdata[i];
    }

  return NULL;
}

static int
compare_places (guint block, gsize byte, guint other_block, gsize other_byte)
{
  if (block != other_block)
    return block < other_block ? -1 : 1;

  return (byte > other_byte) - (byte < other_byte);
}

static gboolean
do_meet (const RubStretch *a, const RubStretch *b)
{
  return compare_places (a->block, a->start, b->end_block, b->end) < 0
         && compare_places (b->block, b->start, a->end_block, a->end) < 0;
}

static void
unite (RubStretch *stretch, const RubStretch *other)
{
  if (compare_places (other->block, other->start, stretch->block, stretch->start) < 0)
    {
      stretch->block = other->block;
      stretch->start = other->start;
    }
  if (compare_places (other->end_block, other->end, stretch->end_block, stretch->end) > 0)
    {
      stretch->end_block = other->end_block;
      stretch->end = other->end;
    }
}

/* Takes the highlights that @stretch meets into it and their notes into @notes, and away. */
static void
absorb (RubMarks *self, RubStretch *stretch, GString *notes, RubChange *change)
{
  for (guint i = 0; i < self->highlights->len; i++)
    {
      const RubHighlightFields *other = rub_highlight_get_fields (self->highlights->pdata[i]);

      if (!do_meet (stretch, &other->stretch))
        continue;
      unite (stretch, &other->stretch);
      if (other->note != NULL)
        g_string_append_printf (notes, "%s%s", notes->len > 0 ? "\n" : "", other->note);
      rub_change_set_highlight_removed (change, other->id, TRUE);
    }
}

gboolean
rub_marks_add (RubMarks *self, const GtkTextIter *from, const GtkTextIter *to,
               RubHighlightColor color, const char *note)
{
  g_autoptr (RubChange) change = rub_change_new ();
  g_autoptr (GString) notes = g_string_new (note);
  g_autoptr (RubHighlight) highlight = NULL;
  g_autofree char *quote = NULL;
  RubHighlightFields fields = { .color = color };

  g_return_val_if_fail (RUB_IS_MARKS (self), FALSE);
  g_return_val_if_fail (self->text != NULL, FALSE);

  if (!rub_library_can_write (self->library)
      || !rub_article_buffer_get_stretch (self->text, from, to, &fields.stretch))
    return FALSE;

  absorb (self, &fields.stretch, notes, change);
  quote = rub_stretch_get_text (&fields.stretch, rub_article_buffer_get_article (self->text));
  fields.article_id = get_article_id (self);
  fields.quote = quote;
  fields.note = notes->str;
  highlight = rub_highlight_new (&fields);
  rub_change_save_highlight (change, highlight);
  rub_library_commit (self->library, change, _("Text highlighted"));

  return TRUE;
}

void
rub_marks_change (RubMarks *self, RubHighlight *highlight, RubHighlightColor color,
                  const char *note)
{
  g_autoptr (RubChange) change = rub_change_new ();
  g_autoptr (RubHighlight) changed = NULL;
  RubHighlightFields fields;

  g_return_if_fail (RUB_IS_MARKS (self));
  g_return_if_fail (RUB_IS_HIGHLIGHT (highlight));

  fields = *rub_highlight_get_fields (highlight);
  if (fields.color == color && g_strcmp0 (fields.note, note) == 0)
    return;
  fields.color = color;
  fields.note = note;
  changed = rub_highlight_new (&fields);
  rub_change_save_highlight (change, changed);
  rub_library_commit (self->library, change, NULL);
}

void
rub_marks_remove (RubMarks *self, RubHighlight *highlight)
{
  g_autoptr (RubChange) change = rub_change_new ();

  g_return_if_fail (RUB_IS_MARKS (self));
  g_return_if_fail (RUB_IS_HIGHLIGHT (highlight));

  rub_change_set_highlight_removed (change, rub_highlight_get_id (highlight), TRUE);
  rub_library_commit (self->library, change, _("Highlight removed"));
}
