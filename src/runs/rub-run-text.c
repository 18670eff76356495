/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "rub-run-text.h"

#include <string.h>

#include <gio/gio.h>
#include <glib/gi18n-lib.h>

#include "rub-run-file.h"

/* How far into the text the declaration of an encoding is looked for. */
#define DECLARATION_BYTES 256

static void
set_unknown (GError **error, const char *message)
{
  g_set_error_literal (error, RUB_RUN_FILE_ERROR, RUB_RUN_FILE_ERROR_UNKNOWN, message);
}

static void
set_too_large (GError **error)
{
  g_set_error (error, RUB_RUN_FILE_ERROR, RUB_RUN_FILE_ERROR_TOO_LARGE,
               _("The file is larger than %d MB, which is more than a run needs."),
               RUB_RUN_FILE_MAX_BYTES / 1024 / 1024);
}

static gboolean
has_magic (GBytes *bytes, gsize offset, const char *magic)
{
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);
  gsize length = strlen (magic);

  return size >= offset + length && memcmp (data + offset, magic, length) == 0;
}

static GBytes *
unpack (GBytes *bytes, GError **error)
{
  g_autoptr (GInputStream) packed = g_memory_input_stream_new_from_bytes (bytes);
  g_autoptr (GZlibDecompressor) gzip = g_zlib_decompressor_new (G_ZLIB_COMPRESSOR_FORMAT_GZIP);
  g_autoptr (GInputStream) stream = g_converter_input_stream_new (packed, G_CONVERTER (gzip));
  g_autoptr (GByteArray) text = g_byte_array_new ();
  guint8 buffer[16384];
  gssize n;

  while ((n = g_input_stream_read (stream, buffer, sizeof buffer, NULL, NULL)) > 0)
    {
      g_byte_array_append (text, buffer, (guint) n);
      if (text->len > RUB_RUN_FILE_MAX_BYTES)
        {
          set_too_large (error);
          return NULL;
        }
    }

  if (n < 0)
    {
      g_set_error_literal (error, RUB_RUN_FILE_ERROR, RUB_RUN_FILE_ERROR_MALFORMED,
                           _("The packed file is damaged or cut off. Copy or export it again."));
      return NULL;
    }

  return g_byte_array_free_to_bytes (g_steal_pointer (&text));
}

/* The word after encoding= in an XML declaration, or NULL. */
static char *
find_declared_encoding (const char *data, gsize size)
{
  g_autofree char *head = g_strndup (data, MIN (size, DECLARATION_BYTES));
  g_autoptr (GRegex) regex
    = g_regex_new ("^<\\?xml\\s[^>]*?encoding\\s*=\\s*[\"']([A-Za-z0-9._-]+)[\"']", G_REGEX_RAW, 0,
                   NULL);
  g_autoptr (GMatchInfo) match = NULL;

  return g_regex_match (regex, head, 0, &match) ? g_match_info_fetch (match, 1) : NULL;
}

/*
 * Only encodings in which every ASCII byte stands for itself can be declared: in any other, the
 * declaration could not have been read like this.
 */
static gboolean
is_single_byte (const char *encoding)
{
  return g_ascii_strncasecmp (encoding, "iso-8859-", 9) == 0
         || g_ascii_strncasecmp (encoding, "windows-125", 11) == 0;
}

static GBytes *
convert (const char *data, gsize size, const char *encoding, GError **error)
{
  gsize written;
  char *text = g_convert (data, (gssize) size, "UTF-8", encoding, NULL, &written, NULL);

  if (text == NULL)
    {
      g_set_error (error, RUB_RUN_FILE_ERROR, RUB_RUN_FILE_ERROR_MALFORMED,
                   /* Translators: %s is the name of a character encoding. */
                   _("The file says its text is %s, but it is not."), encoding);
      return NULL;
    }

  return g_bytes_new_take (text, written);
}

/* Wide encodings are told by the shape of the first "<", with or without a byte order mark. */
static const char *
sniff_wide_encoding (GBytes *bytes)
{
  gsize size;
  const guint8 *data = g_bytes_get_data (bytes, &size);

  if (size < 4)
    return NULL;
  if (has_magic (bytes, 0, "\xff\xfe") || (data[0] == '<' && data[1] == 0))
    return "UTF-16LE";
  if (has_magic (bytes, 0, "\xfe\xff") || (data[0] == 0 && data[1] == '<'))
    return "UTF-16BE";

  return NULL;
}

static GBytes *
decode (GBytes *bytes, GError **error)
{
  const char *wide = sniff_wide_encoding (bytes);
  g_autofree char *declared = NULL;
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);

  if (wide != NULL)
    return convert (data, size, wide, error);

  declared = find_declared_encoding (data, size);
  if (declared != NULL && is_single_byte (declared))
    return convert (data, size, declared, error);
  if (!g_utf8_validate_len (data, size, NULL))
    return convert (data, size, "ISO-8859-1", error);

  return g_bytes_ref (bytes);
}

/* A byte order mark and blanks before the first "<" go. */
static GBytes *
trim (GBytes *bytes)
{
  gsize size, start = has_magic (bytes, 0, "\xef\xbb\xbf") ? 3 : 0;
  const char *data = g_bytes_get_data (bytes, &size);

  while (start < size && g_ascii_isspace (data[start]))
    start++;

  return g_bytes_new_from_bytes (bytes, start, size - start);
}

/* Formats that runners come by, so that they are told what to do instead. */
static gboolean
check_is_text (GBytes *bytes, GError **error)
{
  if (g_bytes_get_size (bytes) == 0)
    set_unknown (error, _("The file is empty."));
  else if (has_magic (bytes, 8, ".FIT"))
    set_unknown (error, _("This is a FIT file, which Rubdown cannot read. Export the run as GPX "
                           "or TCX instead."));
  else if (has_magic (bytes, 0, "PK\x03\x04"))
    set_unknown (error, _("This is an archive. Unpack it and add the files in it."));
  else
    return TRUE;

  return FALSE;
}

GBytes *
rub_run_text_from_bytes (GBytes *bytes, GError **error)
{
  g_autoptr (GBytes) unpacked = NULL;
  g_autoptr (GBytes) trimmed = NULL;
  g_autoptr (GBytes) decoded = NULL;
  g_autoptr (GBytes) text = NULL;

  g_return_val_if_fail (bytes != NULL, NULL);

  unpacked = has_magic (bytes, 0, "\x1f\x8b") ? unpack (bytes, error) : g_bytes_ref (bytes);
  if (unpacked == NULL || !check_is_text (unpacked, error))
    return NULL;

  if (g_bytes_get_size (unpacked) > RUB_RUN_FILE_MAX_BYTES)
    {
      set_too_large (error);
      return NULL;
    }

  trimmed = trim (unpacked);
  decoded = decode (trimmed, error);
  if (decoded == NULL)
    return NULL;

  /* A wide byte order mark has become a narrow one. */
  text = trim (decoded);
  if (!has_magic (text, 0, "<"))
    {
      set_unknown (error, _("This is neither a GPX nor a TCX file."));
      return NULL;
    }

  return g_steal_pointer (&text);
}
