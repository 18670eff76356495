/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "rub-article-loader.h"

#include <gio/gio.h>

#include "rub-article-parser.h"
#include "rub-article-resources.h"
#include "rub-text-parser.h"

#define FOLDER "/io/github/rubdown/Rubdown/articles/"
#define FALLBACK "en"
/* What is in front of the blocks fits into these. */
#define HEAD_BYTES 512
#define BLOCKS "\"blocks\""

static const char *const bundled_ids[] = {
  RUB_ARTICLE_MASSAGE_FOR_RUNNERS,
  "calves-and-achilles",
  "shins",
  "feet",
  "quadriceps-and-knees",
  "hamstrings-and-glutes",
  "hips-and-it-band",
  "back-neck-and-shoulders",
  "before-and-after-a-race",
  NULL,
};

/* Asking for the resource itself keeps it from being dropped when this static library is linked.
 * Its files are then asked for by the process's list, in which others can be put in their place. */
static GResource *
get_resource (void)
{
  return rub_article_resources_get_resource ();
}

static char *
make_name (const char *id, const char *language)
{
  return g_strconcat (id, ".", language, ".json", NULL);
}

static gboolean
has_file (const char *name)
{
  g_autofree char *path = g_strconcat (FOLDER, name, NULL);

  g_assert (get_resource () != NULL);

  return g_resources_get_info (path, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL, NULL, NULL);
}

/* Locale names that carry an encoding match no file; the same names without one come later in
 * the list. So does "C", which matches none either and leaves the fallback. */
static char *
choose_name (const char *id, const char *const *languages)
{
  for (const char *const *language = languages; *language != NULL; language++)
    {
      g_autofree char *name = make_name (id, *language);

      if (has_file (name))
        return g_steal_pointer (&name);
    }

  return make_name (id, FALLBACK);
}

RubArticle *
rub_article_load_file (const char *name, GError **error)
{
  g_autofree char *path = NULL;
  g_autofree char *own_name = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (RubArticle) article = NULL;

  g_return_val_if_fail (name != NULL, NULL);

  path = g_strconcat (FOLDER, name, NULL);
  bytes = g_resources_lookup_data (path, G_RESOURCE_LOOKUP_FLAGS_NONE, error);
  article = bytes != NULL ? rub_article_parse (bytes, name, error) : NULL;
  if (article == NULL)
    return NULL;

  own_name = make_name (rub_article_get_id (article), rub_article_get_language (article));
  if (!g_str_equal (own_name, name))
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, "%s: says that it is %s", name,
                   own_name);
      return NULL;
    }

  return g_steal_pointer (&article);
}

RubArticle *
rub_article_load (const char *id, const char *const *languages, GError **error)
{
  g_autofree char *name = NULL;

  g_return_val_if_fail (id != NULL, NULL);
  g_return_val_if_fail (languages != NULL, NULL);

  name = choose_name (id, languages);

  return rub_article_load_file (name, error);
}

static char *
read_head (const char *name, GError **error)
{
  g_autofree char *path = g_strconcat (FOLDER, name, NULL);
  g_autoptr (GInputStream) stream
      = g_resource_open_stream (get_resource (), path, G_RESOURCE_LOOKUP_FLAGS_NONE, error);
  g_autofree char *head = g_malloc0 (HEAD_BYTES + 1);
  gsize n_read;

  if (stream == NULL
      || !g_input_stream_read_all (stream, head, HEAD_BYTES, &n_read, NULL, error))
    return NULL;

  return g_steal_pointer (&head);
}

/* Cuts the blocks off. A quotation mark within a string has a backslash in front of it, so that
 * what is looked for is in no title. */
static char *
parse_title (char *head, GError **error)
{
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();
  g_autofree char *json = NULL;
  char *blocks = strstr (head, BLOCKS);
  JsonObject *root;

  if (blocks != NULL)
    *blocks = '\0';
  json = g_strconcat (head, BLOCKS ": [] }", NULL);
  if (!json_parser_load_from_data (parser, json, -1, error))
    return NULL;
  root = json_node_get_object (json_parser_get_root (parser));

  return g_strdup (rub_text_parse_line (root, "title", error));
}

char *
rub_article_load_title (const char *id, const char *const *languages, GError **error)
{
  g_autofree char *name = NULL;
  g_autofree char *head = NULL;

  g_return_val_if_fail (id != NULL, NULL);
  g_return_val_if_fail (languages != NULL, NULL);

  name = choose_name (id, languages);
  head = read_head (name, error);

  return head != NULL ? parse_title (head, error) : NULL;
}

const char *const *
rub_article_get_bundled_ids (void)
{
  return bundled_ids;
}

char **
rub_article_list_bundled (void)
{
  return g_resource_enumerate_children (get_resource (), FOLDER, G_RESOURCE_LOOKUP_FLAGS_NONE,
                                        NULL);
}
