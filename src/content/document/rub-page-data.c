/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "rub-page-data.h"

#include <string.h>

#include <json-glib/json-glib.h>

#include "rub-node.h"

/* What is larger or deeper describes no article; a reader that recurses must not follow it. */
#define MAX_BYTES (1024 * 1024)
#define MAX_DEPTH 32
#define MAX_OBJECTS 200

typedef struct
{
  RubDocumentHead *head;
  char *text;
  guint n_objects;
} Reading;

static gboolean
is_shallow (const char *json)
{
  int depth = 0;
  gboolean is_string = FALSE;

  for (const char *p = json; *p != '\0'; p++)
    if (is_string)
      {
        if (*p == '\\' && p[1] != '\0')
          p++;
        else
          is_string = *p != '"';
      }
    else if (*p == '"')
      is_string = TRUE;
    else if (*p == '[' || *p == '{')
      {
        if (++depth > MAX_DEPTH)
          return FALSE;
      }
    else if (*p == ']' || *p == '}')
      depth--;

  return TRUE;
}

static const char *
get_string (JsonNode *node)
{
  return node != NULL && JSON_NODE_HOLDS_VALUE (node)
             && json_node_get_value_type (node) == G_TYPE_STRING
           ? json_node_get_string (node)
           : NULL;
}

/* Returns: (nullable): the string called @name, or that of the first thing of that name. */
static const char *
find_string (JsonObject *object, const char *name, const char *inner)
{
  JsonNode *node = json_object_get_member (object, name);

  if (node != NULL && JSON_NODE_HOLDS_ARRAY (node)
      && json_array_get_length (json_node_get_array (node)) > 0)
    node = json_array_get_element (json_node_get_array (node), 0);
  if (node != NULL && JSON_NODE_HOLDS_OBJECT (node) && inner != NULL)
    node = json_object_get_member (json_node_get_object (node), inner);

  return get_string (node);
}

static gboolean
is_article (JsonObject *object)
{
  const char *type = find_string (object, "@type", NULL);

  return type != NULL
         && (g_str_has_suffix (type, "Article") || g_str_has_suffix (type, "Posting")
             || g_str_has_suffix (type, "Report"));
}

static void
take_article (Reading *self, JsonObject *object)
{
  const char *author = find_string (object, "author", "name");
  const char *text = find_string (object, "articleBody", NULL);

  /* Some name themselves by an address. */
  if (author != NULL && strstr (author, "://") == NULL)
    rub_document_head_take (&self->head->author, author);
  rub_document_head_take (&self->head->date, find_string (object, "datePublished", NULL));
  if (self->text == NULL && text != NULL && g_utf8_validate (text, -1, NULL))
    self->text = g_strdup (text);
}

static void
read_node (Reading *self, JsonNode *node)
{
  JsonNode *graph;

  if (++self->n_objects > MAX_OBJECTS)
    return;
  if (JSON_NODE_HOLDS_ARRAY (node))
    {
      JsonArray *array = json_node_get_array (node);

      for (guint i = 0; i < json_array_get_length (array); i++)
        read_node (self, json_array_get_element (array, i));
    }
  else if (JSON_NODE_HOLDS_OBJECT (node))
    {
      JsonObject *object = json_node_get_object (node);

      if (is_article (object))
        take_article (self, object);
      graph = json_object_get_member (object, "@graph");
      if (graph != NULL)
        read_node (self, graph);
    }
}

static void
read_script (Reading *self, xmlNode *script)
{
  g_autofree char *json = rub_node_get_text (script);
  g_autoptr (JsonParser) parser = NULL;

  if (strlen (json) > MAX_BYTES || !is_shallow (json))
    return;
  parser = json_parser_new ();
  if (json_parser_load_from_data (parser, json, -1, NULL) && json_parser_get_root (parser) != NULL)
    read_node (self, json_parser_get_root (parser));
}

char *
rub_page_data_read (xmlNode *root, RubDocumentHead *head)
{
  Reading self = { .head = head };

  g_return_val_if_fail (root != NULL, NULL);
  g_return_val_if_fail (head != NULL, NULL);

  for (xmlNode *node = root; node != NULL; node = rub_node_next (node, root))
    {
      const char *type = rub_node_is (node, "script") ? rub_node_get (node, "type") : NULL;

      if (type != NULL && g_ascii_strncasecmp (type, "application/ld+json", 19) == 0)
        read_script (&self, node);
    }

  return self.text;
}
