/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "rub-desk.h"

#include "rub-article-loader.h"
#include "rub-read-history.h"

struct _RubDesk
{
  GObject parent_instance;

  int block;            /* where the runner is */
  int kept_block;       /* the place as it is stored */
  gboolean is_restored; /* whether the stored place was taken up */

  /* Owned */
  RubLibrary *library;
  RubShelf *shelf;
  RubReadHistory *history;
  RubArticle *article;
  GHashTable *pictures;
  GError *error;
  GCancellable *opening;
};

/* A saved article that is being opened. */
typedef struct
{
  RubDesk *desk;
  int block;
  gboolean is_step; /* whether it is one of the way */
} Opening;

enum
{
  OPENED,
  MOVED,
  WAYS_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (RubDesk, rub_desk, G_TYPE_OBJECT)

static void
free_opening (Opening *opening)
{
  g_object_unref (opening->desk);
  g_free (opening);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Opening, free_opening)

static gboolean
is_open (RubDesk *self, const char *id)
{
  return self->article != NULL && g_str_equal (rub_article_get_id (self->article), id);
}

static void
move (RubDesk *self, int block)
{
  self->is_restored = TRUE;
  self->block = block;
  g_signal_emit (self, signals[MOVED], 0, block);
}

/* The way back leads to where one is now. */
static void
leave (RubDesk *self)
{
  rub_desk_keep_place (self);
  if (self->article != NULL)
    rub_read_history_move (self->history, self->block);
}

static void
arrive (RubDesk *self, int block)
{
  RubPlace place = { rub_article_get_id (self->article), MAX (block, 0) };

  rub_read_history_visit (self->history, &place);
}

/* Takes all of them. */
static void
put (RubDesk *self, RubArticle *article, GHashTable *pictures, GError *error)
{
  g_clear_object (&self->article);
  g_clear_pointer (&self->pictures, g_hash_table_unref);
  g_clear_error (&self->error);
  self->article = article;
  self->pictures = pictures;
  self->error = error;
  self->is_restored = FALSE;
  self->block = 0;
  self->kept_block = 0;
  g_signal_emit (self, signals[OPENED], 0);
}

static void
begin_reading (RubDesk *self, int block, gboolean is_step)
{
  if (self->article == NULL)
    return;

  if (is_step)
    arrive (self, block);
  if (block >= 0)
    move (self, block);
  else
    rub_desk_restore_place (self);
}

static void
on_opened_cb (GObject *object, GAsyncResult *result, gpointer data)
{
  g_autoptr (Opening) opening = data;
  RubDesk *self = opening->desk;
  g_autoptr (RubOpened) opened = NULL;
  GError *error = NULL;

  opened = rub_shelf_open_finish (RUB_SHELF (object), result, &error);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      g_error_free (error);
      return;
    }

  if (opened != NULL)
    put (self, g_object_ref (opened->article), g_hash_table_ref (opened->pictures), NULL);
  else
    put (self, NULL, NULL, error);
  begin_reading (self, opening->block, opening->is_step);
}

static void
stop_opening (RubDesk *self)
{
  g_cancellable_cancel (self->opening);
  g_clear_object (&self->opening);
}

static gboolean
is_bundled (const char *id)
{
  return g_strv_contains (rub_article_get_bundled_ids (), id);
}

static void
open_bundled (RubDesk *self, const char *id)
{
  GError *error = NULL;
  RubArticle *article = rub_article_load (id, g_get_language_names (), &error);

  put (self, article, NULL, error);
}

static void
open_saved (RubDesk *self, const char *id, int block, gboolean is_step)
{
  Opening *opening = g_new0 (Opening, 1);

  opening->desk = g_object_ref (self);
  opening->block = block;
  opening->is_step = is_step;
  self->opening = g_cancellable_new ();
  rub_shelf_open_async (self->shelf, id, self->opening, on_opened_cb, opening);
}

static void
start_opening (RubDesk *self, const char *id, int block, gboolean is_step)
{
  stop_opening (self);
  if (!is_bundled (id) && self->shelf != NULL)
    {
      open_saved (self, id, block, is_step);
      return;
    }

  open_bundled (self, id);
  begin_reading (self, block, is_step);
}

static void
on_history_changed_cb (RubDesk *self)
{
  g_signal_emit (self, signals[WAYS_CHANGED], 0);
}

static void
rub_desk_dispose (GObject *object)
{
  stop_opening (RUB_DESK (object));

  G_OBJECT_CLASS (rub_desk_parent_class)->dispose (object);
}

static void
rub_desk_finalize (GObject *object)
{
  RubDesk *self = RUB_DESK (object);

  g_clear_object (&self->library);
  g_clear_object (&self->shelf);
  g_clear_object (&self->history);
  g_clear_object (&self->article);
  g_clear_pointer (&self->pictures, g_hash_table_unref);
  g_clear_error (&self->error);

  G_OBJECT_CLASS (rub_desk_parent_class)->finalize (object);
}

static void
rub_desk_class_init (RubDeskClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = rub_desk_dispose;
  object_class->finalize = rub_desk_finalize;

  signals[OPENED] = g_signal_new ("opened", RUB_TYPE_DESK, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 0);
  signals[MOVED] = g_signal_new ("moved", RUB_TYPE_DESK, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 1, G_TYPE_INT);
  signals[WAYS_CHANGED] = g_signal_new ("ways-changed", RUB_TYPE_DESK, G_SIGNAL_RUN_LAST, 0, NULL,
                                        NULL, NULL, G_TYPE_NONE, 0);
}

static void
rub_desk_init (RubDesk *self)
{
  self->history = rub_read_history_new ();
  g_signal_connect_object (self->history, "changed", G_CALLBACK (on_history_changed_cb), self,
                           G_CONNECT_SWAPPED);
}

RubDesk *
rub_desk_new (void)
{
  return g_object_new (RUB_TYPE_DESK, NULL);
}

void
rub_desk_set_library (RubDesk *self, RubLibrary *library, RubShelf *shelf)
{
  g_return_if_fail (RUB_IS_DESK (self));
  g_return_if_fail (RUB_IS_LIBRARY (library));
  g_return_if_fail (RUB_IS_SHELF (shelf));
  g_return_if_fail (self->library == NULL);

  self->library = g_object_ref (library);
  self->shelf = g_object_ref (shelf);
}

void
rub_desk_open (RubDesk *self, const char *id, int block)
{
  g_return_if_fail (RUB_IS_DESK (self));
  g_return_if_fail (id != NULL);

  leave (self);
  if (!is_open (self, id))
    start_opening (self, id, block, TRUE);
  else if (block >= 0)
    begin_reading (self, block, TRUE);
}

void
rub_desk_open_place (RubDesk *self, const char *place)
{
  g_autofree char *id = NULL;
  const char *section;

  g_return_if_fail (RUB_IS_DESK (self));
  g_return_if_fail (place != NULL);

  section = strchr (place, '#');
  id = section != NULL ? g_strndup (place, (gsize) (section - place)) : g_strdup (place);
  /* Only bundled texts have names for their sections. */
  if (section == NULL || !is_bundled (id))
    {
      rub_desk_open (self, id, -1);
      return;
    }

  leave (self);
  stop_opening (self);
  if (!is_open (self, id))
    open_bundled (self, id);
  if (self->article != NULL)
    begin_reading (self, MAX (rub_article_find_heading (self->article, section + 1), 0), TRUE);
}

void
rub_desk_reopen (RubDesk *self)
{
  g_autofree char *id = NULL;

  g_return_if_fail (RUB_IS_DESK (self));

  if (self->article == NULL)
    return;
  id = g_strdup (rub_article_get_id (self->article));
  start_opening (self, id, self->block, FALSE);
}

void
rub_desk_go (RubDesk *self, int block)
{
  g_return_if_fail (RUB_IS_DESK (self));

  if (self->article == NULL)
    return;
  leave (self);
  begin_reading (self, block, TRUE);
}

void
rub_desk_travel (RubDesk *self, int direction)
{
  const RubPlace *place;
  g_autofree char *id = NULL;
  int block;

  g_return_if_fail (RUB_IS_DESK (self));

  leave (self);
  place = rub_read_history_go (self->history, direction);
  if (place == NULL)
    return;

  id = g_strdup (place->article_id);
  block = place->block;
  if (is_open (self, id))
    move (self, block);
  else
    start_opening (self, id, block, FALSE);
}

gboolean
rub_desk_can_travel (RubDesk *self, int direction)
{
  g_return_val_if_fail (RUB_IS_DESK (self), FALSE);

  return rub_read_history_can_go (self->history, direction);
}

void
rub_desk_set_block (RubDesk *self, int block)
{
  g_return_if_fail (RUB_IS_DESK (self));

  self->block = block;
}

void
rub_desk_keep_place (RubDesk *self)
{
  g_autoptr (RubChange) change = NULL;
  RubPlace place;

  g_return_if_fail (RUB_IS_DESK (self));

  if (self->article == NULL || !self->is_restored || self->block == self->kept_block
      || self->library == NULL || !rub_library_can_write (self->library))
    return;

  self->kept_block = self->block;
  place.article_id = g_intern_string (rub_article_get_id (self->article));
  place.block = self->block;
  change = rub_change_new ();
  rub_change_set_place (change, &place);
  rub_library_commit (self->library, change, NULL);
}

void
rub_desk_restore_place (RubDesk *self)
{
  RubRecords *records;

  g_return_if_fail (RUB_IS_DESK (self));

  records = self->library != NULL ? rub_library_get_records (self->library) : NULL;
  if (self->is_restored || self->article == NULL || records == NULL)
    return;

  self->is_restored = TRUE;
  self->kept_block = rub_records_get_place (records, rub_article_get_id (self->article));
  /* Somebody who reads already is not torn away. */
  if (self->kept_block > 0 && self->block == 0)
    move (self, self->kept_block);
}

RubArticle *
rub_desk_get_article (RubDesk *self)
{
  g_return_val_if_fail (RUB_IS_DESK (self), NULL);

  return self->article;
}

GHashTable *
rub_desk_get_pictures (RubDesk *self)
{
  g_return_val_if_fail (RUB_IS_DESK (self), NULL);

  return self->pictures;
}

const GError *
rub_desk_get_error (RubDesk *self)
{
  g_return_val_if_fail (RUB_IS_DESK (self), NULL);

  return self->error;
}
