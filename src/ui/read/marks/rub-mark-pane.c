/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "rub-mark-pane.h"

#include <glib/gi18n.h>

#include "rub-article-loader.h"
#include "rub-compat.h"
#include "rub-file-write.h"
#include "rub-highlight-markdown.h"
#include "rub-list-update.h"
#include "rub-mark-row.h"

struct _RubMarkPane
{
  AdwBin parent_instance;

  gboolean is_stale;

  /* Owned */
  RubLibrary *library;
  RubShelf *shelf;
  RubArticle *article;
  GCancellable *reading;

  /* Template */
  GtkCheckButton *all_button;
  GtkStack *states;
  GListStore *items;
};

enum
{
  CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (RubMarkPane, rub_mark_pane, ADW_TYPE_BIN)

static void
on_listed_cb (GObject *object, GAsyncResult *result, gpointer data)
{
  g_autoptr (RubMarkPane) self = RUB_MARK_PANE (data);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) highlights
    = rub_shelf_list_highlights_finish (RUB_SHELF (object), result, &error);

  if (highlights == NULL)
    {
      if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        g_warning ("Highlights cannot be read: %s", error->message);
      return;
    }

  rub_list_update (self->items, highlights, (GEqualFunc) rub_highlight_is_same);
  gtk_stack_set_visible_child_name (self->states, highlights->len > 0 ? "list" : "empty");
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "marks.export", highlights->len > 0);
}

static void
stop_reading (RubMarkPane *self)
{
  g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
}

static void
fill (RubMarkPane *self)
{
  gboolean has_all = gtk_check_button_get_active (self->all_button);

  stop_reading (self);
  if (self->library == NULL || (self->article == NULL && !has_all))
    return;

  self->is_stale = FALSE;
  self->reading = g_cancellable_new ();
  rub_shelf_list_highlights_async (self->shelf,
                                   has_all ? NULL : rub_article_get_id (self->article),
                                   self->reading, on_listed_cb, g_object_ref (self));
}

static void
on_scope_changed_cb (RubMarkPane *self)
{
  g_assert (RUB_IS_MARK_PANE (self));

  /* Rows that stay would not tell their article, or still would. */
  g_list_store_remove_all (self->items);
  fill (self);
}

/* Returns: (transfer full) (nullable): the title of the article @id. */
static char *
find_title (RubMarkPane *self, const char *id)
{
  RubRecords *records = rub_library_get_records (self->library);
  RubSavedArticle *saved = records != NULL ? rub_records_find_article (records, id) : NULL;

  return saved != NULL ? g_strdup (rub_saved_article_get_title (saved))
                       : rub_article_load_title (id, g_get_language_names (), NULL);
}

static void
on_row_setup_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  gtk_list_item_set_child (item, rub_mark_row_new ());
}

static void
on_row_bind_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer data)
{
  RubMarkPane *self = RUB_MARK_PANE (data);
  RubHighlight *highlight = gtk_list_item_get_item (item);
  g_autofree char *title
    = gtk_check_button_get_active (self->all_button)
        ? find_title (self, rub_highlight_get_fields (highlight)->article_id)
        : NULL;

  rub_mark_row_set_highlight (RUB_MARK_ROW (gtk_list_item_get_child (item)), highlight, title);
}

static void
on_row_activate_cb (RubMarkPane *self, guint position)
{
  g_autoptr (RubHighlight) highlight
    = g_list_model_get_item (G_LIST_MODEL (self->items), position);
  const RubHighlightFields *fields;

  g_assert (RUB_IS_HIGHLIGHT (highlight));

  fields = rub_highlight_get_fields (highlight);
  g_signal_emit (self, signals[CHOSEN], 0, fields->article_id, (int) fields->stretch.block);
}

/* Returns: (transfer full) (element-type RubHighlight): what is listed. */
static GPtrArray *
get_listed (RubMarkPane *self)
{
  GPtrArray *highlights = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->items)); i++)
    g_ptr_array_add (highlights, g_list_model_get_item (G_LIST_MODEL (self->items), i));

  return highlights;
}

/* Returns: (transfer full): what is listed, as Markdown. */
static char *
write_markdown (RubMarkPane *self)
{
  g_autoptr (GPtrArray) highlights = get_listed (self);
  g_autoptr (GPtrArray) titles = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GArray) sources = g_array_new (FALSE, FALSE, sizeof (RubHighlightSource));
  const char *last = NULL;

  for (guint i = 0; i < highlights->len; i++)
    {
      RubHighlightSource source
        = { .article_id = rub_highlight_get_fields (highlights->pdata[i])->article_id };
      RubSavedArticle *saved
        = rub_records_find_article (rub_library_get_records (self->library), source.article_id);
      char *title;

      if (g_strcmp0 (source.article_id, last) == 0)
        continue;
      last = source.article_id;
      title = find_title (self, source.article_id);
      g_ptr_array_add (titles, title);
      source.title = title != NULL ? title : source.article_id;
      if (saved != NULL)
        {
          source.author = rub_saved_article_get_fields (saved)->author;
          source.address = rub_saved_article_get_fields (saved)->address;
        }
      g_array_append_val (sources, source);
    }

  return rub_highlights_write_markdown (highlights, (gpointer) sources->data, sources->len);
}

/* A text on its way to a file. */
typedef struct
{
  RubLibrary *library;
  GFile *target;
  GBytes *bytes;
} Export;

static void
free_export (Export *export)
{
  g_object_unref (export->library);
  g_clear_object (&export->target);
  g_bytes_unref (export->bytes);
  g_free (export);
}

static void
write_file (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const Export *export = data;
  GError *error = NULL;

  if (rub_file_write (export->target, export->bytes, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
on_written_cb (GObject *object, GAsyncResult *result, gpointer data)
{
  const Export *export = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;

  if (g_task_propagate_boolean (G_TASK (result), &error))
    rub_library_tell (export->library, _("Highlights exported"));
  else
    rub_library_tell (export->library, error->message);
}

static void
on_target_chosen_cb (GFile *target, gpointer data)
{
  const Export *chosen = data;
  Export *export = g_new0 (Export, 1);
  g_autoptr (GTask) task = g_task_new (NULL, NULL, on_written_cb, NULL);

  export->library = g_object_ref (chosen->library);
  export->bytes = g_bytes_ref (chosen->bytes);
  export->target = g_object_ref (target);
  g_task_set_source_tag (task, on_target_chosen_cb);
  g_task_set_task_data (task, export, (GDestroyNotify) free_export);
  g_task_run_in_thread (task, write_file);
}

static void
export_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  RubMarkPane *self = RUB_MARK_PANE (widget);
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();
  g_autoptr (GListStore) filters = g_list_store_new (GTK_TYPE_FILE_FILTER);
  Export *export = g_new0 (Export, 1);
  char *text = write_markdown (self);

  export->library = g_object_ref (self->library);
  export->bytes = g_bytes_new_take (text, strlen (text));
  gtk_file_filter_set_name (filter, _("Markdown"));
  gtk_file_filter_add_suffix (filter, "md");
  g_list_store_append (filters, filter);
  /* Translators: a name for a file, without its ending. */
  rub_compat_choose_new_file (GTK_WINDOW (gtk_widget_get_root (widget)), _("Export Highlights"),
                              _("Highlights.md"), G_LIST_MODEL (filters), on_target_chosen_cb,
                              export, (GDestroyNotify) free_export);
}

static void
rub_mark_pane_map (GtkWidget *widget)
{
  RubMarkPane *self = RUB_MARK_PANE (widget);

  GTK_WIDGET_CLASS (rub_mark_pane_parent_class)->map (widget);

  if (self->is_stale)
    fill (self);
}

static void
rub_mark_pane_dispose (GObject *object)
{
  stop_reading (RUB_MARK_PANE (object));

  G_OBJECT_CLASS (rub_mark_pane_parent_class)->dispose (object);
}

static void
rub_mark_pane_finalize (GObject *object)
{
  RubMarkPane *self = RUB_MARK_PANE (object);

  g_clear_object (&self->library);
  g_clear_object (&self->shelf);
  g_clear_object (&self->article);

  G_OBJECT_CLASS (rub_mark_pane_parent_class)->finalize (object);
}

static void
rub_mark_pane_class_init (RubMarkPaneClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (RUB_TYPE_HIGHLIGHT);

  object_class->dispose = rub_mark_pane_dispose;
  object_class->finalize = rub_mark_pane_finalize;
  widget_class->map = rub_mark_pane_map;

  signals[CHOSEN] = g_signal_new ("chosen", RUB_TYPE_MARK_PANE, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                  NULL, G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_INT);

  gtk_widget_class_install_action (widget_class, "marks.export", NULL, export_action);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/rubdown/Rubdown/ui/rub-mark-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, RubMarkPane, all_button);
  gtk_widget_class_bind_template_child (widget_class, RubMarkPane, states);
  gtk_widget_class_bind_template_child (widget_class, RubMarkPane, items);
  gtk_widget_class_bind_template_callback (widget_class, on_scope_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_row_setup_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_row_bind_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_row_activate_cb);
}

static void
rub_mark_pane_init (RubMarkPane *self)
{
  self->is_stale = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "marks.export", FALSE);
}

void
rub_mark_pane_set_library (RubMarkPane *self, RubLibrary *library, RubShelf *shelf)
{
  g_return_if_fail (RUB_IS_MARK_PANE (self));
  g_return_if_fail (RUB_IS_LIBRARY (library));
  g_return_if_fail (RUB_IS_SHELF (shelf));
  g_return_if_fail (self->library == NULL);

  self->library = g_object_ref (library);
  self->shelf = g_object_ref (shelf);
}

void
rub_mark_pane_refresh (RubMarkPane *self)
{
  g_return_if_fail (RUB_IS_MARK_PANE (self));

  self->is_stale = TRUE;
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    fill (self);
}

void
rub_mark_pane_set_article (RubMarkPane *self, RubArticle *article)
{
  g_return_if_fail (RUB_IS_MARK_PANE (self));
  g_return_if_fail (article == NULL || RUB_IS_ARTICLE (article));

  if (!g_set_object (&self->article, article))
    return;
  gtk_stack_set_visible_child_name (self->states, "empty");
  g_list_store_remove_all (self->items);
  rub_mark_pane_refresh (self);
}
