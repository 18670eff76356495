/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "rub-charset.h"

#include <string.h>

/* As far as browsers look for a declaration, with some room for long heads. */
#define MAX_PRESCAN_BYTES 4096

/* So many characters that are read as UTF-8 are no chance. */
#define MIN_WIDE 12

#define REPLACEMENT "\xef\xbf\xbd"

/* What pages call an encoding, and what they mean by it: as the WHATWG's Encoding Standard says,
 * since Latin-1 pages hold the quotation marks of Windows-1252. */
static const char *
get_real_name (const char *name)
{
  static const struct
  {
    const char *name;
    const char *real;
  } names[] = {
    { "iso-8859-1", "WINDOWS-1252" }, { "latin1", "WINDOWS-1252" },  { "us-ascii", "WINDOWS-1252" },
    { "ascii", "WINDOWS-1252" },      { "iso8859-1", "WINDOWS-1252" }, { "iso-8859-9", "CP1254" },
    { "shift_jis", "CP932" },         { "shift-jis", "CP932" },      { "sjis", "CP932" },
    { "x-sjis", "CP932" },            { "windows-31j", "CP932" },    { "gb2312", "GB18030" },
    { "gbk", "GB18030" },             { "ks_c_5601-1987", "CP949" }, { "euc-kr", "CP949" },
    { "tis-620", "CP874" },           { "utf8", "UTF-8" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    if (g_ascii_strcasecmp (names[i].name, name) == 0)
      return names[i].real;

  return name;
}

/* Whether the bytes can be read so from end to end; a single cut character at the end is let by. */
static char *
convert_strictly (const char *data, gsize size, const char *charset)
{
  gsize n_read = 0;
  g_autofree char *text = g_convert (data, (gssize) size, "UTF-8", charset, &n_read, NULL, NULL);

  return n_read + 3 >= size ? g_steal_pointer (&text) : NULL;
}

/* Reads what can be read, byte by byte past what cannot. Returns: NULL for an unknown charset. */
static char *
convert (const char *data, gsize size, const char *charset)
{
  GIConv conv = g_iconv_open ("UTF-8", charset);
  g_autoptr (GString) text = g_string_sized_new (size + size / 4);
  char *in = (char *) data;
  gsize left = size;

  if (conv == (GIConv) -1)
    return NULL;

  while (left > 0)
    {
      char chunk[4096];
      char *out = chunk;
      gsize room = sizeof chunk;
      gsize before = left;
      gsize n_odd = g_iconv (conv, &in, &left, &out, &room);

      g_string_append_len (text, chunk, out - chunk);
      if (n_odd == (gsize) -1 && room > 16 && left > 0)
        {
          g_string_append (text, REPLACEMENT);
          in++;
          left--;
          g_iconv (conv, NULL, NULL, NULL, NULL);
        }
      else if (left == before && out == chunk)
        break;
    }
  g_iconv_close (conv);

  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* Returns: (transfer full) (nullable): the name behind @key, as in charset="utf-8". */
static char *
find_name (const char *head, const char *key)
{
  const char *at = strstr (head, key);
  gsize length;

  for (; at != NULL; at = strstr (at + 1, key))
    {
      const char *name = at + strlen (key);

      name += strspn (name, " \t\r\n");
      if (*name != '=')
        continue;
      name++;
      name += strspn (name, " \t\r\n\"'");
      length = strcspn (name, " \t\r\n\"';>/?");
      if (length > 0 && length < 40)
        return g_strndup (name, length);
    }

  return NULL;
}

/* Returns: (transfer full) (nullable): what a page or an XML file says of itself. */
static char *
prescan (const char *data, gsize size)
{
  g_autofree char *head = g_strndup (data, MIN (size, MAX_PRESCAN_BYTES));
  g_autofree char *lower = g_ascii_strdown (head, -1);
  char *name = NULL;

  if (g_str_has_prefix (lower, "<?xml"))
    {
      char *end = strstr (lower, "?>");
      g_autofree char *line = g_strndup (lower, end != NULL ? (gsize) (end - lower) : 0);

      name = find_name (line, "encoding");
    }
  if (name == NULL && strstr (lower, "<meta") != NULL)
    name = find_name (strstr (lower, "<meta"), "charset");
  /* Who can read this declaration has shown that it is no UTF-16. */
  if (name != NULL && g_str_has_prefix (name, "utf-16"))
    {
      g_free (name);
      name = g_strdup ("UTF-8");
    }

  return name;
}

static gsize
count_kana (const char *text)
{
  gsize n_kana = 0;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      n_kana += c >= 0x3041 && c <= 0x30fe;
    }

  return n_kana;
}

static char *
guess (const char *data, gsize size)
{
  static const char *const japanese[] = { "EUC-JP", "CP932" };

  if (g_utf8_validate_len (data, size, NULL))
    return g_strndup (data, size);

  for (gsize i = 0; i < G_N_ELEMENTS (japanese); i++)
    {
      g_autofree char *text = convert_strictly (data, size, japanese[i]);

      /* No Japanese text goes without kana for long. */
      if (text != NULL && g_utf8_validate (text, -1, NULL)
          && count_kana (text) * 20 > (gsize) g_utf8_strlen (text, -1))
        return g_steal_pointer (&text);
    }

  return NULL;
}

static const char *
find_mark (const guint8 *data, gsize size, gsize *mark_size)
{
  *mark_size = 2;
  if (size >= 3 && memcmp (data, "\xef\xbb\xbf", 3) == 0)
    {
      *mark_size = 3;
      return "UTF-8";
    }
  if (size >= 2 && data[0] == 0xff && data[1] == 0xfe)
    return "UTF-16LE";
  if (size >= 2 && data[0] == 0xfe && data[1] == 0xff)
    return "UTF-16BE";
  *mark_size = 0;

  return NULL;
}

/* NUL is not in any text, but may be in any bytes. */
static char *
without_nul (const char *data, gsize size)
{
  char *copy = g_memdup2 (size > 0 ? data : "", MAX (size, 1));

  for (gsize i = 0; i < size; i++)
    if (copy[i] == '\0')
      copy[i] = ' ';

  return copy;
}

static char *
decode (const char *data, gsize size, const char *charset)
{
  const char *real = get_real_name (charset);
  g_autofree char *plain = NULL;

  if (g_ascii_strncasecmp (real, "utf-16", 6) == 0 || g_ascii_strncasecmp (real, "utf-32", 6) == 0)
    return convert (data, size, real);

  plain = without_nul (data, size);
  if (g_ascii_strcasecmp (real, "utf-8") == 0)
    return g_utf8_make_valid (plain, (gssize) size);

  return convert (plain, size, real);
}

/* Whether many characters are of several bytes in UTF-8, which does not happen by chance. */
static gboolean
is_plainly_utf8 (const char *data, gsize size)
{
  gsize n_wide = 0;

  for (gsize i = 0; i < size && n_wide < MIN_WIDE; i++)
    n_wide += (guchar) data[i] >= 0xc0;

  return n_wide >= MIN_WIDE && g_utf8_validate_len (data, size, NULL);
}

char *
rub_charset_decode (GBytes *bytes, const char *declared)
{
  gsize size, mark_size;
  const char *data;
  const char *mark;
  g_autofree char *plain = NULL;
  g_autofree char *own = NULL;
  char *text = NULL;

  g_return_val_if_fail (bytes != NULL, NULL);

  data = g_bytes_get_data (bytes, &size);
  mark = find_mark ((const guint8 *) data, size, &mark_size);
  data = size > 0 ? data + mark_size : "";
  size -= mark_size;
  plain = without_nul (data, size);
  own = prescan (plain, size);
  if (mark != NULL)
    text = decode (data, size, mark);
  if (text == NULL && declared != NULL)
    text = decode (data, size, declared);
  /* Who saves a page changes its bytes, and forgets what it says of them. */
  if (text == NULL && own != NULL && !is_plainly_utf8 (plain, size))
    text = decode (data, size, own);
  if (text == NULL)
    text = guess (plain, size);
  if (text == NULL)
    text = decode (data, size, "WINDOWS-1252");
  if (strlen (text) < size / 8 || !g_utf8_validate (text, -1, NULL))
    {
      char *valid = g_utf8_make_valid (text, -1);

      g_free (text);
      text = valid;
    }

  return text;
}
