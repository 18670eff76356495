/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "rub-markup.h"

#include <string.h>

#include <glib/gi18n-lib.h>
#include <libxml/parser.h>

#include "rub-run-file.h"

/* The parser's time grows with the square of these, so that both need a bound of their own. */
#define MAX_ATTRIBUTES 100
#define MAX_NAMESPACES 100
#define MAX_NAME 64
/* How many elements pass between two looks at the cancellable. */
#define CANCEL_STRIDE 256

/* libxml2 hands over five pointers an attribute. */
enum
{
  ATTRIBUTE_NAME,
  ATTRIBUTE_PREFIX,
  ATTRIBUTE_NAMESPACE,
  ATTRIBUTE_VALUE,
  ATTRIBUTE_VALUE_END,
  N_ATTRIBUTE_PARTS
};

struct _RubMarkup
{
  /* Owned */
  xmlParserCtxtPtr parser;
  GString *path;
  GString *text;
  GString *value;
  char *namespace;
  GError *error;

  /* Borrowed */
  const RubMarkupVisitor *visitor;
  gpointer user_data;
  GCancellable *cancellable;
  const xmlChar **attributes;

  int n_attributes;
  int depth;
  int foreign_depth;
  int n_namespaces[RUB_MARKUP_MAX_DEPTH];
  int n_active_namespaces;
  guint n_elements;
  gboolean is_leaf;
};

static void
stop_too_large (RubMarkup *self, const char *message)
{
  rub_markup_stop (self, g_error_new_literal (RUB_RUN_FILE_ERROR, RUB_RUN_FILE_ERROR_TOO_LARGE,
                                              message));
}

static gboolean
is_own_namespace (RubMarkup *self, const xmlChar *prefix, const xmlChar *uri)
{
  /* A prefix without an address was never declared. */
  if (uri == NULL)
    return prefix == NULL && self->namespace == NULL;

  return g_strcmp0 ((const char *) uri, self->namespace) == 0;
}

/* Foreign elements count for the depth alone; all within them is foreign. */
static gboolean
enter (RubMarkup *self, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri)
{
  if (self->depth == 1)
    {
      g_free (self->namespace);
      self->namespace = g_strdup ((const char *) uri);
    }

  if (self->foreign_depth > 0 || !is_own_namespace (self, prefix, uri)
      || strlen ((const char *) name) > MAX_NAME)
    {
      self->foreign_depth++;
      return FALSE;
    }

  if (self->path->len > 0)
    g_string_append_c (self->path, '/');
  g_string_append (self->path, (const char *) name);
  g_string_truncate (self->text, 0);
  self->is_leaf = TRUE;

  return TRUE;
}

static gboolean
check_bounds (RubMarkup *self, int n_namespaces)
{
  if (self->n_elements++ % CANCEL_STRIDE == 0 && g_cancellable_is_cancelled (self->cancellable))
    rub_markup_stop (self, g_error_new_literal (G_IO_ERROR, G_IO_ERROR_CANCELLED, "Cancelled"));
  else if (self->depth == RUB_MARKUP_MAX_DEPTH)
    stop_too_large (self, _("The file is nested deeper than any run."));
  else if (self->n_active_namespaces + n_namespaces > MAX_NAMESPACES)
    stop_too_large (self, _("The file names more extensions than any run."));

  return self->error == NULL;
}

static void
on_element_start_cb (void *data,
                     const xmlChar *name,
                     const xmlChar *prefix,
                     const xmlChar *uri,
                     int n_namespaces,
                     const xmlChar **namespaces,
                     int n_attributes,
                     int n_defaulted,
                     const xmlChar **attributes)
{
  RubMarkup *self = data;

  g_assert (name != NULL);

  if (!check_bounds (self, n_namespaces))
    return;

  self->n_active_namespaces += n_namespaces;
  self->n_namespaces[self->depth++] = n_namespaces;
  if (!enter (self, name, prefix, uri) || self->visitor->start == NULL)
    return;

  self->attributes = attributes;
  self->n_attributes = n_attributes;
  self->visitor->start (self, self->path->str, self->user_data);
  self->attributes = NULL;
  self->n_attributes = 0;
}

static void
on_element_end_cb (void *data, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri)
{
  RubMarkup *self = data;
  const char *slash;

  g_assert (name != NULL);

  if (self->error != NULL || self->depth == 0)
    return;

  self->n_active_namespaces -= self->n_namespaces[--self->depth];
  if (self->foreign_depth > 0)
    {
      self->foreign_depth--;
      return;
    }

  if (self->visitor->end != NULL)
    self->visitor->end (self, self->path->str, self->is_leaf ? g_strstrip (self->text->str) : "",
                        self->user_data);

  slash = strrchr (self->path->str, '/');
  g_string_truncate (self->path, slash != NULL ? (gsize) (slash - self->path->str) : 0);
  g_string_truncate (self->text, 0);
  self->is_leaf = FALSE;
}

static void
on_text_cb (void *data, const xmlChar *text, int length)
{
  RubMarkup *self = data;
  gsize room = RUB_MARKUP_MAX_TEXT - self->text->len;

  g_assert (length >= 0);

  if (self->is_leaf && self->foreign_depth == 0)
    g_string_append_len (self->text, (const char *) text, (gssize) MIN ((gsize) length, room));
}

static void
on_document_type_cb (void *data,
                     const xmlChar *name,
                     const xmlChar *external_id,
                     const xmlChar *system_id)
{
  RubMarkup *self = data;
  gboolean is_page = name != NULL && g_ascii_strcasecmp ((const char *) name, "html") == 0;

  if (is_page)
    rub_markup_stop (self, g_error_new_literal (
                             RUB_RUN_FILE_ERROR, RUB_RUN_FILE_ERROR_UNKNOWN,
                             _("This is a web page, not a run. Download the run itself again.")));
  else
    rub_markup_stop (self, g_error_new (RUB_RUN_FILE_ERROR, RUB_RUN_FILE_ERROR_MALFORMED,
                                        _("The file defines a document type in line %d, which no "
                                           "GPX or TCX file does. It was not read any further."),
                                        rub_markup_get_line (self)));
}

/*
 * A start tag lies between two "<", since none may stand bare in an attribute; so it is enough to
 * count from each "<" to the first ">" outside quotes, without regard to comments.
 */
static gboolean
has_attribute_flood (const char *text, gsize size)
{
  char quote = '>';
  int n_attributes = 0;

  for (gsize i = 0; i < size; i++)
    {
      char c = text[i];

      if (c == '<')
        {
          quote = 0;
          n_attributes = 0;
        }
      else if (quote != 0)
        {
          if (c == quote && quote != '>')
            quote = 0;
        }
      else if (c == '>' || c == '"' || c == '\'')
        quote = c;
      else if (c == '=' && ++n_attributes > MAX_ATTRIBUTES)
        return TRUE;
    }

  return FALSE;
}

static gboolean
has_root (RubMarkup *self)
{
  return self->n_elements > 0;
}

/* The parser's own words are for programmers; the runner needs where, and what to do. */
static GError *
describe_failure (RubMarkup *self)
{
  const xmlError *failure = xmlCtxtGetLastError (self->parser);
  int line = failure != NULL ? failure->line : 0;
  gboolean is_cut_off = failure != NULL && failure->code != XML_ERR_TAG_NAME_MISMATCH
                        && self->parser->input != NULL && self->depth > 0
                        && self->parser->input->cur >= self->parser->input->end;

  g_debug ("XML: %s", failure != NULL && failure->message != NULL ? failure->message : "unknown");

  if (!has_root (self))
    return g_error_new_literal (RUB_RUN_FILE_ERROR, RUB_RUN_FILE_ERROR_UNKNOWN,
                                _("This is neither a GPX nor a TCX file."));
  if (is_cut_off)
    return g_error_new (RUB_RUN_FILE_ERROR, RUB_RUN_FILE_ERROR_MALFORMED,
                        _("The file breaks off in line %d. Copy or export it again."), line);

  return g_error_new (RUB_RUN_FILE_ERROR, RUB_RUN_FILE_ERROR_MALFORMED,
                      _("The file is damaged in line %d. Copy or export it again."), line);
}

/* The parser is made for one walk: handlers of our own, and no tree. */
static xmlParserCtxtPtr
make_parser (RubMarkup *self)
{
  xmlParserCtxtPtr parser = xmlNewParserCtxt ();

  g_return_val_if_fail (parser != NULL, NULL);

  memset (parser->sax, 0, sizeof *parser->sax);
  parser->sax->initialized = XML_SAX2_MAGIC;
  parser->sax->internalSubset = on_document_type_cb;
  parser->sax->startElementNs = on_element_start_cb;
  parser->sax->endElementNs = on_element_end_cb;
  parser->sax->characters = on_text_cb;
  parser->sax->cdataBlock = on_text_cb;
  parser->userData = self;

  return parser;
}

static void
rub_markup_clear (RubMarkup *self)
{
  g_clear_pointer (&self->parser, xmlFreeParserCtxt);
  g_string_free (self->path, TRUE);
  g_string_free (self->text, TRUE);
  g_string_free (self->value, TRUE);
  g_clear_pointer (&self->namespace, g_free);
  g_clear_error (&self->error);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (RubMarkup, rub_markup_clear)

static gboolean
run_parser (RubMarkup *self, GBytes *text)
{
  gsize size;
  const char *data = g_bytes_get_data (text, &size);

  self->parser = make_parser (self);
  /* The text is UTF-8 by now, whatever it says of itself. */
  xmlCtxtReadMemory (self->parser, data, (int) size, NULL, "UTF-8",
                     XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING
                       | XML_PARSE_IGNORE_ENC);
  if (self->error == NULL && !self->parser->wellFormed)
    self->error = describe_failure (self);

  return self->error == NULL;
}

gboolean
rub_markup_walk (GBytes *text,
                 const RubMarkupVisitor *visitor,
                 gpointer user_data,
                 GCancellable *cancellable,
                 GError **error)
{
  g_auto (RubMarkup) self = { .path = g_string_new (NULL),
                              .text = g_string_new (NULL),
                              .value = g_string_new (NULL),
                              .visitor = visitor,
                              .user_data = user_data,
                              .cancellable = cancellable };
  gsize size;
  const char *data;

  g_return_val_if_fail (text != NULL && visitor != NULL, FALSE);

  data = g_bytes_get_data (text, &size);
  g_return_val_if_fail (size <= G_MAXINT, FALSE);

  if (has_attribute_flood (data, size))
    {
      g_set_error_literal (error, RUB_RUN_FILE_ERROR, RUB_RUN_FILE_ERROR_TOO_LARGE,
                           _("The file has elements larger than those of any run."));
      return FALSE;
    }

  if (!run_parser (&self, text))
    {
      g_propagate_error (error, g_steal_pointer (&self.error));
      return FALSE;
    }

  return TRUE;
}

const char *
rub_markup_get_attribute (RubMarkup *self, const char *name)
{
  g_return_val_if_fail (self != NULL && name != NULL, NULL);

  for (int i = 0; i < self->n_attributes; i++)
    {
      const xmlChar **parts = self->attributes + i * N_ATTRIBUTE_PARTS;
      gssize length;

      if (parts[ATTRIBUTE_PREFIX] != NULL
          || !g_str_equal ((const char *) parts[ATTRIBUTE_NAME], name))
        continue;

      length = parts[ATTRIBUTE_VALUE_END] - parts[ATTRIBUTE_VALUE];
      g_string_truncate (self->value, 0);
      g_string_append_len (self->value, (const char *) parts[ATTRIBUTE_VALUE],
                           MIN (length, RUB_MARKUP_MAX_TEXT));
      return self->value->str;
    }

  return NULL;
}

int
rub_markup_get_line (RubMarkup *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->parser != NULL && self->parser->input != NULL ? self->parser->input->line : 0;
}

void
rub_markup_stop (RubMarkup *self, GError *error)
{
  g_return_if_fail (self != NULL && error != NULL);

  if (self->error == NULL)
    self->error = error;
  else
    g_error_free (error);
  xmlStopParser (self->parser);
}
