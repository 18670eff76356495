/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "rub-document.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "rub-charset.h"
#include "rub-markdown.h"
#include "rub-plain-text.h"
#include "rub-web-page.h"

G_DEFINE_QUARK (rub-document-error-quark, rub_document_error)

typedef enum
{
  KIND_TEXT,
  KIND_MARKDOWN,
  KIND_HTML,
} Kind;

static gboolean
has_ending (const char *name, const char *const *endings)
{
  g_autofree char *lower = name != NULL ? g_ascii_strdown (name, -1) : NULL;

  for (gsize i = 0; lower != NULL && endings[i] != NULL; i++)
    if (g_str_has_suffix (lower, endings[i]))
      return TRUE;

  return FALSE;
}

static gboolean
looks_like_html (const char *text)
{
  static const char *const openings[] = { "<!doctype html", "<html", "<head", "<body", NULL };
  g_autofree char *head = g_strndup (text, 1024);
  g_autofree char *lower = g_ascii_strdown (head, -1);

  for (gsize i = 0; openings[i] != NULL; i++)
    if (strstr (lower, openings[i]) != NULL)
      return TRUE;

  return FALSE;
}

static Kind
find_kind (const char *text, const RubDocumentSource *source)
{
  static const char *const html[] = { ".html", ".htm", ".xhtml", NULL };
  static const char *const markdown[] = { ".md", ".markdown", ".mkd", NULL };
  const char *type = source->type != NULL ? source->type : "";

  if (strstr (type, "html") != NULL || has_ending (source->name, html))
    return KIND_HTML;
  if (strstr (type, "markdown") != NULL || has_ending (source->name, markdown))
    return KIND_MARKDOWN;

  return looks_like_html (text) ? KIND_HTML : KIND_TEXT;
}

/* A picture or a program, called text by mistake. */
static gboolean
is_binary (GBytes *bytes)
{
  gsize size;
  const guint8 *data = g_bytes_get_data (bytes, &size);
  gsize n_control = 0;

  if (size >= 2 && ((data[0] == 0xff && data[1] == 0xfe) || (data[0] == 0xfe && data[1] == 0xff)))
    return FALSE;
  size = MIN (size, 4096);
  for (gsize i = 0; i < size; i++)
    n_control += data[i] < 32 && strchr ("\t\n\r\f\x1b", data[i]) == NULL;

  return n_control * 20 > size || (size > 4 && memcmp (data, "%PDF", 4) == 0);
}

RubArticle *
rub_document_parse (GBytes *bytes, const RubDocumentSource *source, GError **error)
{
  g_autofree char *text = NULL;
  RubArticle *article = NULL;

  g_return_val_if_fail (bytes != NULL, NULL);
  g_return_val_if_fail (source != NULL, NULL);

  if (g_bytes_get_size (bytes) > RUB_DOCUMENT_MAX_BYTES)
    {
      g_set_error_literal (error, RUB_DOCUMENT_ERROR, RUB_DOCUMENT_ERROR_TOO_LARGE,
                           _("This is too large for an article."));
      return NULL;
    }
  if (is_binary (bytes))
    {
      g_set_error_literal (error, RUB_DOCUMENT_ERROR, RUB_DOCUMENT_ERROR_UNKNOWN,
                           _("This is neither a web page nor Markdown nor plain text."));
      return NULL;
    }

  text = rub_charset_decode (bytes, source->charset);
  switch (find_kind (text, source))
    {
    case KIND_MARKDOWN:
      article = rub_markdown_parse (text, source);
      break;
    case KIND_HTML:
      article = rub_web_page_parse (text, source);
      break;
    case KIND_TEXT:
    default:
      article = rub_plain_text_parse (text, source);
      break;
    }
  if (article == NULL)
    g_set_error_literal (error, RUB_DOCUMENT_ERROR, RUB_DOCUMENT_ERROR_NO_ARTICLE,
                         _("There is no article here, only links, forms or nothing at all."));

  return article;
}

/* Reads one byte more than is allowed at the most, so that a device does not fill the memory. */
static GBytes *
read_all (GFile *file, GCancellable *cancellable, GError **error)
{
  g_autoptr (GFileInputStream) stream = g_file_read (file, cancellable, error);
  g_autoptr (GByteArray) data = g_byte_array_new ();
  guint8 *chunk;
  g_autofree guint8 *room = chunk = g_malloc (65536);
  gssize n_read = 1;

  if (stream == NULL)
    return NULL;
  while (n_read > 0 && data->len <= RUB_DOCUMENT_MAX_BYTES)
    {
      n_read = g_input_stream_read (G_INPUT_STREAM (stream), chunk, 65536, cancellable, error);
      if (n_read < 0)
        return NULL;
      g_byte_array_append (data, chunk, (guint) n_read);
    }

  return g_byte_array_free_to_bytes (g_steal_pointer (&data));
}

RubArticle *
rub_document_load (GFile *file, GCancellable *cancellable, GError **error)
{
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *base = NULL;
  g_autofree char *name = NULL;
  RubDocumentSource source = { 0 };

  g_return_val_if_fail (G_IS_FILE (file), NULL);

  bytes = read_all (file, cancellable, error);
  if (bytes == NULL)
    return NULL;
  base = g_file_get_basename (file);
  name = g_filename_display_name (base);
  source.name = name;

  return rub_document_parse (bytes, &source, error);
}
