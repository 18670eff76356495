/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "rub-shelf-pane.h"

#include <glib/gi18n.h>

#include "rub-add-popover.h"
#include "rub-compat.h"
#include "rub-list-update.h"
#include "rub-shelf-list.h"
#include "rub-shelf-row.h"

struct _RubShelfPane
{
  AdwBin parent_instance;

  /* Owned */
  RubLibrary *library;
  RubShelf *shelf;
  RubArticleIntake *intake;
  RubRecords *records; /* what is listed; nullable */
  GCancellable *searching;
  GHashTable *rows; /* of RubShelfRow (borrowed), by the key of their article (owned) */
  char *current;

  /* Template */
  GtkSearchEntry *search;
  GtkMenuButton *add_button;
  RubAddPopover *add_popover;
  GtkListView *list;
  GtkSingleSelection *selection;
  GListStore *items;
};

enum
{
  CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (RubShelfPane, rub_shelf_pane, ADW_TYPE_BIN)

static void
select_current (RubShelfPane *self)
{
  guint n_items = g_list_model_get_n_items (G_LIST_MODEL (self->items));
  guint position = GTK_INVALID_LIST_POSITION;

  for (guint i = 0; i < n_items && position == GTK_INVALID_LIST_POSITION; i++)
    {
      g_autoptr (RubShelfItem) item = g_list_model_get_item (G_LIST_MODEL (self->items), i);

      if (self->current != NULL
          && g_strcmp0 (rub_shelf_item_get_fields (item)->id, self->current) == 0)
        position = i;
    }
  gtk_single_selection_set_selected (self->selection, position);
}

static void
show_items (RubShelfPane *self, GPtrArray *items)
{
  rub_list_update (self->items, items, (GEqualFunc) rub_shelf_item_is_same);
  select_current (self);
}

static void
on_searched_cb (GObject *object, GAsyncResult *result, gpointer data)
{
  g_autoptr (RubShelfPane) self = RUB_SHELF_PANE (data);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) hits = rub_shelf_search_finish (RUB_SHELF (object), result, &error);
  g_autoptr (GPtrArray) items = NULL;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  if (hits != NULL)
    items = rub_shelf_list_hits (hits, rub_library_get_records (self->library));
  else
    items = rub_shelf_list_fault (error->message);
  show_items (self, items);
}

static void
stop_searching (RubShelfPane *self)
{
  g_cancellable_cancel (self->searching);
  g_clear_object (&self->searching);
}

static void
fill (RubShelfPane *self)
{
  const char *query = gtk_editable_get_text (GTK_EDITABLE (self->search));
  RubRecords *records = self->library != NULL ? rub_library_get_records (self->library) : NULL;
  g_autoptr (GPtrArray) items = NULL;

  stop_searching (self);
  if (query[0] != '\0' && records != NULL)
    {
      self->searching = g_cancellable_new ();
      rub_shelf_search_async (self->shelf, query, self->searching, on_searched_cb,
                              g_object_ref (self));
      return;
    }

  items = rub_shelf_list_all (records, g_get_language_names ());
  show_items (self, items);
}

static void
on_search_changed_cb (RubShelfPane *self)
{
  g_assert (RUB_IS_SHELF_PANE (self));

  fill (self);
}

static void
on_search_stopped_cb (RubShelfPane *self)
{
  g_assert (RUB_IS_SHELF_PANE (self));

  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  gtk_widget_grab_focus (GTK_WIDGET (self->list));
}

static void
choose (RubShelfPane *self, guint position)
{
  g_autoptr (RubShelfItem) item
    = g_list_model_get_item (G_LIST_MODEL (self->items), position);
  const RubShelfItemFields *fields = item != NULL ? rub_shelf_item_get_fields (item) : NULL;

  if (fields != NULL && fields->kind == RUB_SHELF_ROW_ARTICLE)
    g_signal_emit (self, signals[CHOSEN], 0, fields->id, fields->block);
}

static void
on_search_activate_cb (RubShelfPane *self)
{
  g_assert (RUB_IS_SHELF_PANE (self));

  choose (self, 0);
}

static void
on_row_activate_cb (RubShelfPane *self, guint position)
{
  g_assert (RUB_IS_SHELF_PANE (self));

  choose (self, position);
  select_current (self);
}

static void
on_row_setup_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  gtk_list_item_set_child (item, rub_shelf_row_new ());
}

static void
on_row_bind_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer data)
{
  RubShelfPane *self = RUB_SHELF_PANE (data);
  RubShelfItem *shown = gtk_list_item_get_item (item);
  const RubShelfItemFields *fields = rub_shelf_item_get_fields (shown);
  gboolean is_article = fields->kind == RUB_SHELF_ROW_ARTICLE;

  gtk_list_item_set_activatable (item, is_article);
  gtk_list_item_set_selectable (item, is_article);
  rub_shelf_row_set_item (RUB_SHELF_ROW (gtk_list_item_get_child (item)), shown);
  if (fields->saved != NULL)
    g_hash_table_insert (self->rows, g_strdup (fields->id), gtk_list_item_get_child (item));
}

static void
on_row_unbind_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer data)
{
  RubShelfPane *self = RUB_SHELF_PANE (data);
  RubShelfItem *shown = gtk_list_item_get_item (item);
  const char *id = shown != NULL ? rub_shelf_item_get_fields (shown)->id : NULL;

  if (id != NULL && g_hash_table_lookup (self->rows, id) == gtk_list_item_get_child (item))
    g_hash_table_remove (self->rows, id);
  rub_shelf_row_set_item (RUB_SHELF_ROW (gtk_list_item_get_child (item)), NULL);
}

static RubSavedArticle *
find (RubShelfPane *self, const char *key)
{
  RubRecords *records = self->library != NULL ? rub_library_get_records (self->library) : NULL;

  return records != NULL ? rub_records_find_article (records, key) : NULL;
}

static const char *
get_selected_key (RubShelfPane *self)
{
  RubShelfItem *item = gtk_single_selection_get_selected_item (self->selection);

  return item != NULL ? rub_shelf_item_get_fields (item)->id : NULL;
}

static void
edit (RubShelfPane *self, const RubSavedArticleFields *fields, const char *title)
{
  g_autoptr (RubSavedArticle) edited = rub_saved_article_new (fields);
  g_autoptr (RubChange) change = rub_change_new ();

  rub_change_edit_article (change, edited);
  rub_library_commit (self->library, change, title);
}

static void
rename_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  RubShelfPane *self = RUB_SHELF_PANE (widget);
  const char *key, *name;
  RubSavedArticle *saved;
  RubSavedArticleFields fields;

  g_variant_get (parameter, "(&s&s)", &key, &name);
  saved = find (self, key);
  if (saved == NULL || g_str_equal (name, rub_saved_article_get_title (saved)))
    return;

  fields = *rub_saved_article_get_fields (saved);
  fields.name = g_str_equal (name, fields.title) ? NULL : name;
  edit (self, &fields, _("Article renamed"));
}

static void
archive_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  RubShelfPane *self = RUB_SHELF_PANE (widget);
  RubSavedArticle *saved = find (self, g_variant_get_string (parameter, NULL));
  RubSavedArticleFields fields;

  if (saved == NULL)
    return;

  fields = *rub_saved_article_get_fields (saved);
  fields.is_archived = !fields.is_archived;
  edit (self, &fields, fields.is_archived ? _("Article archived") : _("Article moved to library"));
}

static void
delete (RubShelfPane *self, const char *key)
{
  RubSavedArticle *saved = find (self, key);
  g_autoptr (RubChange) change = rub_change_new ();

  if (saved == NULL)
    return;

  rub_change_set_article_removed (change, rub_saved_article_get_id (saved), TRUE);
  rub_library_commit (self->library, change, _("Article deleted"));
}

static void
delete_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  delete (RUB_SHELF_PANE (widget), g_variant_get_string (parameter, NULL));
}

static void
delete_selected_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  RubShelfPane *self = RUB_SHELF_PANE (widget);
  const char *key = get_selected_key (self);

  if (key != NULL)
    delete (self, key);
}

static RubShelfRow *
find_row (RubShelfPane *self, const char *key)
{
  return key != NULL ? g_hash_table_lookup (self->rows, key) : NULL;
}

static void
ask_name_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  RubShelfRow *row
    = find_row (RUB_SHELF_PANE (widget), g_variant_get_string (parameter, NULL));

  if (row != NULL)
    rub_shelf_row_ask_name (row);
}

static void
rename_selected_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  RubShelfPane *self = RUB_SHELF_PANE (widget);
  RubShelfRow *row = find_row (self, get_selected_key (self));

  if (row != NULL)
    rub_shelf_row_ask_name (row);
}

static void
menu_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  RubShelfPane *self = RUB_SHELF_PANE (widget);
  RubShelfRow *row = find_row (self, get_selected_key (self));

  if (row != NULL)
    rub_shelf_row_open_menu (row);
}

static void
address_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  RubShelfPane *self = RUB_SHELF_PANE (widget);
  RubSavedArticle *saved = find (self, g_variant_get_string (parameter, NULL));

  if (saved == NULL)
    return;
  if (g_str_equal (action, "shelf.refresh"))
    rub_article_intake_refresh (self->intake, saved);
  else if (g_str_equal (action, "shelf.browse"))
    rub_compat_open_uri (widget, rub_saved_article_get_fields (saved)->address);
  else
    gdk_clipboard_set_text (gtk_widget_get_clipboard (widget),
                            rub_saved_article_get_fields (saved)->address);
}

static void
rub_shelf_pane_dispose (GObject *object)
{
  RubShelfPane *self = RUB_SHELF_PANE (object);

  stop_searching (self);
  g_hash_table_remove_all (self->rows);

  G_OBJECT_CLASS (rub_shelf_pane_parent_class)->dispose (object);
}

static void
rub_shelf_pane_finalize (GObject *object)
{
  RubShelfPane *self = RUB_SHELF_PANE (object);

  g_clear_object (&self->library);
  g_clear_object (&self->shelf);
  g_clear_object (&self->intake);
  g_clear_pointer (&self->records, rub_records_unref);
  g_hash_table_unref (self->rows);
  g_free (self->current);

  G_OBJECT_CLASS (rub_shelf_pane_parent_class)->finalize (object);
}

static void
install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "shelf.rename", "(ss)", rename_action);
  gtk_widget_class_install_action (widget_class, "shelf.ask-name", "s", ask_name_action);
  gtk_widget_class_install_action (widget_class, "shelf.archive", "s", archive_action);
  gtk_widget_class_install_action (widget_class, "shelf.delete", "s", delete_action);
  gtk_widget_class_install_action (widget_class, "shelf.refresh", "s", address_action);
  gtk_widget_class_install_action (widget_class, "shelf.browse", "s", address_action);
  gtk_widget_class_install_action (widget_class, "shelf.copy-address", "s", address_action);
  gtk_widget_class_install_action (widget_class, "shelf.menu", NULL, menu_action);
  gtk_widget_class_install_action (widget_class, "shelf.delete-selected", NULL,
                                   delete_selected_action);
  gtk_widget_class_install_action (widget_class, "shelf.rename-selected", NULL,
                                   rename_selected_action);
}

static void
rub_shelf_pane_class_init (RubShelfPaneClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (RUB_TYPE_ADD_POPOVER);
  g_type_ensure (RUB_TYPE_SHELF_ITEM);

  object_class->dispose = rub_shelf_pane_dispose;
  object_class->finalize = rub_shelf_pane_finalize;

  signals[CHOSEN] = g_signal_new ("chosen", RUB_TYPE_SHELF_PANE, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                  NULL, G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_INT);

  install_actions (widget_class);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/rubdown/Rubdown/ui/rub-shelf-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, RubShelfPane, search);
  gtk_widget_class_bind_template_child (widget_class, RubShelfPane, add_button);
  gtk_widget_class_bind_template_child (widget_class, RubShelfPane, add_popover);
  gtk_widget_class_bind_template_child (widget_class, RubShelfPane, list);
  gtk_widget_class_bind_template_child (widget_class, RubShelfPane, selection);
  gtk_widget_class_bind_template_child (widget_class, RubShelfPane, items);
  gtk_widget_class_bind_template_callback (widget_class, on_search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_search_stopped_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_search_activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_row_setup_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_row_bind_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_row_unbind_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_row_activate_cb);
}

static void
rub_shelf_pane_init (RubShelfPane *self)
{
  self->rows = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
rub_shelf_pane_set_library (RubShelfPane *self, RubLibrary *library, RubShelf *shelf,
                            RubArticleIntake *intake)
{
  g_return_if_fail (RUB_IS_SHELF_PANE (self));
  g_return_if_fail (RUB_IS_LIBRARY (library));
  g_return_if_fail (RUB_IS_SHELF (shelf));
  g_return_if_fail (RUB_IS_ARTICLE_INTAKE (intake));
  g_return_if_fail (self->library == NULL);

  self->library = g_object_ref (library);
  self->shelf = g_object_ref (shelf);
  self->intake = g_object_ref (intake);
  rub_add_popover_set_intake (self->add_popover, intake);
}

void
rub_shelf_pane_refresh (RubShelfPane *self)
{
  RubRecords *records;

  g_return_if_fail (RUB_IS_SHELF_PANE (self));

  gtk_widget_set_sensitive (GTK_WIDGET (self->add_button),
                            self->library != NULL && rub_library_can_write (self->library));
  records = self->library != NULL ? rub_library_get_records (self->library) : NULL;
  /* The library ticks, too, and then there is nothing new to list. */
  if (records != NULL && records == self->records)
    return;
  g_clear_pointer (&self->records, rub_records_unref);
  self->records = records != NULL ? rub_records_ref (records) : NULL;
  fill (self);
}

void
rub_shelf_pane_set_current (RubShelfPane *self, const char *id)
{
  g_return_if_fail (RUB_IS_SHELF_PANE (self));

  if (g_strcmp0 (self->current, id) == 0)
    return;

  g_free (self->current);
  self->current = g_strdup (id);
  select_current (self);
}

void
rub_shelf_pane_search (RubShelfPane *self)
{
  g_return_if_fail (RUB_IS_SHELF_PANE (self));

  gtk_widget_grab_focus (GTK_WIDGET (self->search));
}

void
rub_shelf_pane_ask_address (RubShelfPane *self)
{
  g_return_if_fail (RUB_IS_SHELF_PANE (self));

  gtk_menu_button_popup (self->add_button);
}

void
rub_shelf_pane_choose_file (RubShelfPane *self)
{
  g_return_if_fail (RUB_IS_SHELF_PANE (self));

  rub_add_popover_choose_file (self->add_popover);
}

void
rub_shelf_pane_paste (RubShelfPane *self)
{
  g_return_if_fail (RUB_IS_SHELF_PANE (self));

  rub_add_popover_paste (self->add_popover);
}
