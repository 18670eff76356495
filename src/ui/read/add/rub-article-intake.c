/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "rub-article-intake.h"

#include <glib/gi18n.h>

#include "rub-document.h"
#include "rub-net-address.h"
#include "rub-web-article.h"

/* Nobody types a longer address; a text that long is no address. */
#define MAX_ADDRESS_CHARS 4096

struct _RubArticleIntake
{
  GObject parent_instance;

  gboolean is_busy;
  double fraction;
  gint64 awaited_us; /* when what is awaited was fetched; 0: at any time */

  /* Owned */
  RubLibrary *library;
  RubShelf *shelf;
  GCancellable *cancellable;
  GQueue *waiting; /* of GFile: those that come next */
  char *awaited;   /* key of what was saved and is not in the records yet */
};

/* One article on its way in. */
typedef struct
{
  RubArticleIntake *intake;
  GCancellable *cancellable;
  RubSavedArticle *saved; /* when it is refreshed */
  RubSavedArticle *next;  /* what becomes of that */
  RubWebArticle *fetched;
} Arrival;

/* What is read in a thread. */
typedef struct
{
  GFile *file;
  GBytes *bytes;
  char *type;
} Source;

enum
{
  PROP_BUSY = 1,
  PROP_FRACTION,
  N_PROPS
};

enum
{
  ADDED,
  FAILED,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

static gboolean start_next (gpointer data);

G_DEFINE_FINAL_TYPE (RubArticleIntake, rub_article_intake, G_TYPE_OBJECT)

static void
free_arrival (Arrival *arrival)
{
  g_object_unref (arrival->intake);
  g_object_unref (arrival->cancellable);
  g_clear_object (&arrival->saved);
  g_clear_object (&arrival->next);
  g_clear_pointer (&arrival->fetched, rub_web_article_free);
  g_free (arrival);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Arrival, free_arrival)

static void
free_source (Source *source)
{
  g_clear_object (&source->file);
  g_clear_pointer (&source->bytes, g_bytes_unref);
  g_free (source->type);
  g_free (source);
}

static void
set_busy (RubArticleIntake *self, gboolean is_busy)
{
  self->fraction = -1;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FRACTION]);
  if (self->is_busy == is_busy)
    return;

  self->is_busy = is_busy;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_BUSY]);
}

static void
stop (RubArticleIntake *self)
{
  if (self->cancellable == NULL)
    return;
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  set_busy (self, FALSE);
}

static Arrival *
begin (RubArticleIntake *self)
{
  Arrival *arrival = g_new0 (Arrival, 1);

  stop (self);
  self->cancellable = g_cancellable_new ();
  arrival->intake = g_object_ref (self);
  arrival->cancellable = g_object_ref (self->cancellable);
  set_busy (self, TRUE);

  return arrival;
}

/* Returns: whether @arrival still counts; then it is no longer under way. */
static gboolean
end (Arrival *arrival)
{
  if (arrival->intake->cancellable != arrival->cancellable)
    return FALSE;

  g_clear_object (&arrival->intake->cancellable);
  set_busy (arrival->intake, FALSE);
  if (!g_queue_is_empty (arrival->intake->waiting))
    g_idle_add_full (G_PRIORITY_DEFAULT, start_next, g_object_ref (arrival->intake),
                     g_object_unref);

  return TRUE;
}

/* What comes next would take the place of a message that stays. */
static void
tell_failure (RubArticleIntake *self, const GError *error)
{
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (g_queue_is_empty (self->waiting))
    g_signal_emit (self, signals[FAILED], 0, error);
  else
    rub_library_tell (self->library, error->message);
}

/* Saves @saved with @change, and tells that it is there once it is. */
static void
commit (RubArticleIntake *self, RubChange *change, RubSavedArticle *saved, const char *title)
{
  const RubSavedArticleFields *fields = rub_saved_article_get_fields (saved);

  g_free (self->awaited);
  self->awaited = g_strdup (fields->key);
  self->awaited_us = fields->refreshed_us;
  rub_library_commit (self->library, change, title);
}

static void
save (RubArticleIntake *self, RubSavedArticle *saved, RubArticle *content, GHashTable *pictures)
{
  g_autoptr (RubChange) change = rub_change_new ();

  rub_change_save_article (change, saved, content, pictures);
  commit (self, change, saved, _("Article saved"));
}

static void
on_library_changed_cb (RubArticleIntake *self)
{
  RubRecords *records = rub_library_get_records (self->library);
  RubSavedArticle *saved = NULL;
  g_autofree char *key = NULL;

  g_assert (RUB_IS_ARTICLE_INTAKE (self));

  if (self->awaited != NULL && records != NULL)
    saved = rub_records_find_article (records, self->awaited);
  if (saved == NULL || rub_saved_article_get_fields (saved)->refreshed_us < self->awaited_us)
    return;

  key = g_steal_pointer (&self->awaited);
  g_signal_emit (self, signals[ADDED], 0, key);
}

static void
on_progress_cb (gint64 n_bytes, gint64 n_total, gpointer data)
{
  const Arrival *arrival = data;
  RubArticleIntake *self = arrival->intake;

  if (self->cancellable != arrival->cancellable)
    return;
  self->fraction = n_total > 0 ? CLAMP ((double) n_bytes / (double) n_total, 0, 1) : -1;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FRACTION]);
}

/* Returns: (nullable): the article from @address that is there already. */
static RubSavedArticle *
find_at (RubArticleIntake *self, const char *address)
{
  RubRecords *records = rub_library_get_records (self->library);

  return records != NULL ? rub_records_find_article_at (records, address) : NULL;
}

static void
tell_known (RubArticleIntake *self, RubSavedArticle *known)
{
  rub_library_tell (self->library, _("This article was in your library already"));
  g_signal_emit (self, signals[ADDED], 0, rub_saved_article_get_key (known));
}

/* Returns: (transfer full): @base as it was fetched now. */
static RubSavedArticle *
make_fetched (RubSavedArticle *base, const RubWebArticle *fetched)
{
  RubSavedArticleFields fields = *rub_saved_article_get_fields (base);

  fields.address = fetched->address;
  fields.etag = fetched->etag;
  fields.last_modified = fetched->last_modified;

  return rub_saved_article_new (&fields);
}

static void
on_page_loaded_cb (GObject *object, GAsyncResult *result, gpointer data)
{
  g_autoptr (Arrival) arrival = data;
  RubArticleIntake *self = arrival->intake;
  g_autoptr (GError) error = NULL;
  g_autoptr (RubWebArticle) fetched = rub_web_article_load_finish (result, &error);
  RubSavedArticle *known = fetched != NULL ? find_at (self, fetched->address) : NULL;
  g_autoptr (RubSavedArticle) base = NULL;
  g_autoptr (RubSavedArticle) saved = NULL;

  if (!end (arrival))
    return;
  if (fetched == NULL)
    tell_failure (self, error);
  else if (known != NULL)
    tell_known (self, known);
  else
    {
      base = rub_saved_article_new_from_content (fetched->article);
      saved = make_fetched (base, fetched);
      save (self, saved, fetched->article, fetched->pictures);
    }
}

void
rub_article_intake_add_address (RubArticleIntake *self, const char *address)
{
  RubWebArticleRequest request = { .address = address };
  RubSavedArticle *known;
  Arrival *arrival;

  g_return_if_fail (RUB_IS_ARTICLE_INTAKE (self));
  g_return_if_fail (address != NULL);

  known = find_at (self, address);
  if (known != NULL)
    {
      rub_article_intake_cancel (self);
      tell_known (self, known);
      return;
    }

  arrival = begin (self);
  rub_web_article_load_async (&request, arrival->cancellable, on_progress_cb, arrival,
                              on_page_loaded_cb, arrival);
}

static void
read_source (GTask *task, gpointer object, gpointer data, GCancellable *cancellable)
{
  const Source *source = data;
  RubDocumentSource document = { .type = source->type };
  GError *error = NULL;
  RubArticle *article = source->file != NULL
                          ? rub_document_load (source->file, cancellable, &error)
                          : rub_document_parse (source->bytes, &document, &error);

  if (article != NULL)
    g_task_return_pointer (task, article, g_object_unref);
  else
    g_task_return_error (task, error);
}

static void
on_source_read_cb (GObject *object, GAsyncResult *result, gpointer data)
{
  g_autoptr (Arrival) arrival = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (RubArticle) article = g_task_propagate_pointer (G_TASK (result), &error);
  g_autoptr (RubSavedArticle) saved = NULL;

  if (!end (arrival))
    return;
  if (article == NULL)
    {
      tell_failure (arrival->intake, error);
      return;
    }
  saved = rub_saved_article_new_from_content (article);
  save (arrival->intake, saved, article, NULL);
}

/* Takes @source. */
static void
add_source (RubArticleIntake *self, Source *source)
{
  Arrival *arrival = begin (self);
  g_autoptr (GTask) task
    = g_task_new (self, arrival->cancellable, on_source_read_cb, arrival);

  g_task_set_source_tag (task, add_source);
  g_task_set_task_data (task, source, (GDestroyNotify) free_source);
  g_task_run_in_thread (task, read_source);
}

static void
start_file (RubArticleIntake *self, GFile *file)
{
  g_autofree char *uri = g_file_get_uri (file);
  Source *source;

  if (rub_net_address_is_web (uri))
    {
      rub_article_intake_add_address (self, uri);
      return;
    }
  source = g_new0 (Source, 1);
  source->file = g_object_ref (file);
  add_source (self, source);
}

static gboolean
start_next (gpointer data)
{
  RubArticleIntake *self = RUB_ARTICLE_INTAKE (data);
  g_autoptr (GFile) file = NULL;

  if (self->cancellable == NULL)
    file = g_queue_pop_head (self->waiting);
  if (file != NULL)
    start_file (self, file);

  return G_SOURCE_REMOVE;
}

void
rub_article_intake_add_file (RubArticleIntake *self, GFile *file)
{
  g_return_if_fail (RUB_IS_ARTICLE_INTAKE (self));
  g_return_if_fail (G_IS_FILE (file));

  g_queue_push_tail (self->waiting, g_object_ref (file));
  start_next (self);
}

void
rub_article_intake_add_text (RubArticleIntake *self, const char *text, const char *type)
{
  g_autofree char *stripped = NULL;
  Source *source;

  g_return_if_fail (RUB_IS_ARTICLE_INTAKE (self));
  g_return_if_fail (text != NULL);

  stripped = g_strstrip (g_strdup (text));
  if (rub_net_address_is_web (stripped) && strlen (stripped) <= MAX_ADDRESS_CHARS
      && strpbrk (stripped, " \t\r\n") == NULL)
    {
      rub_article_intake_add_address (self, stripped);
      return;
    }
  source = g_new0 (Source, 1);
  source->bytes = g_bytes_new (text, strlen (text));
  source->type = g_strdup (type);
  add_source (self, source);
}

/* Adds to @change each of @highlights whose words are now somewhere else. */
static void
move_highlights (RubChange *change, GPtrArray *highlights, RubArticle *content)
{
  for (guint i = 0; i < highlights->len; i++)
    {
      RubHighlight *highlight = highlights->pdata[i];
      g_autoptr (RubHighlight) moved = rub_highlight_follow (highlight, content);

      if (moved != NULL && moved != highlight)
        rub_change_save_highlight (change, moved);
    }
}

static void
on_highlights_listed_cb (GObject *object, GAsyncResult *result, gpointer data)
{
  g_autoptr (Arrival) arrival = data;
  RubArticleIntake *self = arrival->intake;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) highlights
    = rub_shelf_list_highlights_finish (RUB_SHELF (object), result, &error);
  g_autoptr (RubChange) change = rub_change_new ();

  if (!end (arrival))
    return;
  if (highlights == NULL)
    {
      tell_failure (self, error);
      return;
    }

  rub_change_save_article (change, arrival->next, arrival->fetched->article,
                           arrival->fetched->pictures);
  move_highlights (change, highlights, arrival->fetched->article);
  commit (self, change, arrival->next, _("Article refreshed"));
}

static void
on_page_refreshed_cb (GObject *object, GAsyncResult *result, gpointer data)
{
  g_autoptr (Arrival) arrival = data;
  RubArticleIntake *self = arrival->intake;
  g_autoptr (GError) error = NULL;
  const char *key = rub_saved_article_get_key (arrival->saved);

  arrival->fetched = rub_web_article_load_finish (result, &error);
  if (arrival->fetched != NULL && !arrival->fetched->is_unmodified)
    {
      RubSavedArticleFields fields = *rub_saved_article_get_fields (arrival->saved);
      g_autoptr (RubSavedArticle) base = NULL;

      fields.title = rub_article_get_title (arrival->fetched->article);
      fields.author = rub_article_get_author (arrival->fetched->article);
      fields.date = rub_article_get_date (arrival->fetched->article);
      fields.n_words = rub_article_get_n_words (arrival->fetched->article);
      fields.refreshed_us = rub_library_get_now_us (self->library);
      base = rub_saved_article_new (&fields);
      arrival->next = make_fetched (base, arrival->fetched);
      rub_shelf_list_highlights_async (self->shelf, key, arrival->cancellable,
                                       on_highlights_listed_cb, arrival);
      g_steal_pointer (&arrival);
      return;
    }

  if (!end (arrival))
    return;
  if (arrival->fetched != NULL)
    rub_library_tell (self->library, _("This article is up to date"));
  else
    tell_failure (self, error);
}

void
rub_article_intake_refresh (RubArticleIntake *self, RubSavedArticle *saved)
{
  const RubSavedArticleFields *fields;
  RubWebArticleRequest request = { 0 };
  Arrival *arrival;

  g_return_if_fail (RUB_IS_ARTICLE_INTAKE (self));
  g_return_if_fail (RUB_IS_SAVED_ARTICLE (saved));

  fields = rub_saved_article_get_fields (saved);
  g_return_if_fail (fields->address != NULL);

  request.address = fields->address;
  request.etag = fields->etag;
  request.last_modified = fields->last_modified;
  arrival = begin (self);
  arrival->saved = g_object_ref (saved);
  rub_web_article_load_async (&request, arrival->cancellable, on_progress_cb, arrival,
                              on_page_refreshed_cb, arrival);
}

void
rub_article_intake_cancel (RubArticleIntake *self)
{
  g_return_if_fail (RUB_IS_ARTICLE_INTAKE (self));

  g_queue_clear_full (self->waiting, g_object_unref);
  stop (self);
}

gboolean
rub_article_intake_get_busy (RubArticleIntake *self)
{
  g_return_val_if_fail (RUB_IS_ARTICLE_INTAKE (self), FALSE);

  return self->is_busy;
}

static void
rub_article_intake_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  RubArticleIntake *self = RUB_ARTICLE_INTAKE (object);

  switch (id)
    {
    case PROP_BUSY:
      g_value_set_boolean (value, self->is_busy);
      break;
    case PROP_FRACTION:
      g_value_set_double (value, self->fraction);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
rub_article_intake_finalize (GObject *object)
{
  RubArticleIntake *self = RUB_ARTICLE_INTAKE (object);

  g_clear_object (&self->cancellable);
  g_clear_object (&self->library);
  g_clear_object (&self->shelf);
  g_queue_free_full (self->waiting, g_object_unref);
  g_free (self->awaited);

  G_OBJECT_CLASS (rub_article_intake_parent_class)->finalize (object);
}

static void
rub_article_intake_class_init (RubArticleIntakeClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->get_property = rub_article_intake_get_property;
  object_class->finalize = rub_article_intake_finalize;

  properties[PROP_BUSY] = g_param_spec_boolean ("busy", NULL, NULL, FALSE, flags);
  properties[PROP_FRACTION] = g_param_spec_double ("fraction", NULL, NULL, -1, 1, -1, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[ADDED] = g_signal_new ("added", RUB_TYPE_ARTICLE_INTAKE, G_SIGNAL_RUN_LAST, 0, NULL,
                                 NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[FAILED] = g_signal_new ("failed", RUB_TYPE_ARTICLE_INTAKE, G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 1, G_TYPE_ERROR);
}

static void
rub_article_intake_init (RubArticleIntake *self)
{
  self->fraction = -1;
  self->waiting = g_queue_new ();
}

RubArticleIntake *
rub_article_intake_new (RubLibrary *library, RubShelf *shelf)
{
  RubArticleIntake *self;

  g_return_val_if_fail (RUB_IS_LIBRARY (library), NULL);
  g_return_val_if_fail (RUB_IS_SHELF (shelf), NULL);

  self = g_object_new (RUB_TYPE_ARTICLE_INTAKE, NULL);
  self->library = g_object_ref (library);
  self->shelf = g_object_ref (shelf);
  g_signal_connect_object (library, "changed", G_CALLBACK (on_library_changed_cb), self,
                           G_CONNECT_SWAPPED);

  return self;
}
