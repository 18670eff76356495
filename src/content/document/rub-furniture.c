/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "rub-furniture.h"

#include <string.h>

#define MAX_LINE_BYTES 120
#define MIN_SENTENCE_BYTES 60

#define NUMBER "[0-9][0-9.,]*\\s*[km]?\\s*"
#define MONTH \
  "(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|januar|februar|märz|mai|juni|juli|okt|dez)"

static const char lines[]
  = "^(top of page|bottom of page|back to top|scroll to top|search|skip to (main |the )?content|"
    "skip navigation|jump to (content|navigation|search)|menu|main menu|navigation|home|log ?in|"
    "sign ?in|sign up|register|subscribe( now)?|"
    "share( this( (article|post|page|story))?)?( on.*)?|"
    "tweet|pin it|(e-?)?mail|print( this page)?|copy link|follow( us)?( on .*)?|advert(isement)?|"
    "sponsored|read more|read next|continue reading|see all|show more|load more|view all|"
    "previous( post| article| page)?|next( post| article| page)?|recent posts|related posts|"
    "(write|leave|add|post) a (comment|reply).*|reply|report|save|bookmark|like|listen|edit|"
    "close|comments?|cookie settings|accept( all)?( cookies)?|privacy policy|"
    "terms of (use|service)|"
    "all rights reserved\\.?|table of contents|contents|on this page|zum inhalt springen|"
    "nach oben|zurück|teilen|drucken|anmelden|weiterlesen|werbung|anzeige|gefällt mir|"
    "(©|\\(c\\)|copyright\\b).*)[.…:]*$";

/* A line in the middle of an article that leads to another. */
static const char pointers[]
  = "^(read (also|more|next)|also read|see also|don.t miss|more:|related|watch|lire aussi|"
    "à lire aussi|lesen sie auch|lies auch|mehr zum thema|leggi anche|lee también|"
    "te puede interesar|leia também|lees ook|läs också|czytaj także|читайте также)\\b[^.]{0,3}:";

static const char counters[]
  = "^(" NUMBER "(views?|comments?|likes?|shares?|replies|reads?|claps?|followers?|"
    "min(ute)?s?( |-)?(read)?|kommentare?|aufrufe)[\\s·•|,]*)+$";

static const char times[]
  = "\\b(\\d{1,2}[./-]\\d{1,2}[./-](19|20)?\\d{2}|"
    "(19|20)\\d{2}[./-]\\d{1,2}[./-]\\d{1,2}|"
    MONTH "\\w*\\.? \\d{1,2}(st|nd|rd|th)?,? (19|20)\\d{2}|"
    "\\d{1,2}(st|nd|rd|th)?\\.? " MONTH "\\w*\\.?,? (19|20)\\d{2}|"
    "\\d{1,2}:\\d{2})\\b";

static const char headings[]
  = "^(related( (articles?|posts?|stories|reading|content|topics|links|news))?|"
    "you (may|might) (also )?(like|be interested in)|more (from|stories|articles|news|posts).*|"
    "(read|up) next|recommended.*|popular (posts?|articles?|now)|most (read|popular|viewed)|"
    "trending( now)?|recent (posts?|articles?|comments)|latest (news|posts|stories|articles)|"
    "share( this.*)?|(\\d+ )?(comments?|replies|responses)( \\(?\\d+\\)?)?|leave a (reply|comment)|"
    "(join|sign up|subscribe).*newsletter.*|newsletter|subscribe|about the author|follow us|"
    "categories|tags|archives|navigation( menu)?|references|external links|footnotes|"
    "don't miss|sponsored.*|advertisement|"
    "(ähnliche|weitere) (artikel|beiträge|themen)|mehr zum thema|auch interessant|lesen sie auch|"
    "das könnte (sie|dich|ihnen|dir|euch) (auch )?(interessieren|gefallen)|meist ?gelesen|"
    "über (den autor|die autorin)|kommentare|schreibe einen kommentar|"
    "einzelnachweise|weblinks|articles? (similaires|liés|recommandés)|(à )?lire aussi|"
    "sur le même (sujet|thème)|les plus lus|commentaires|(artículos|noticias) relacionad[ao]s|"
    "te puede interesar|lo más (leído|visto)|comentarios|articoli correlati|leggi anche|"
    "potrebbe interessarti( anche)?|commenti|(notícias|matérias) relacionadas|(leia|veja) também|"
    "comentários|gerelateerd(e artikelen)?|lees ook|meest gelezen|reacties|"
    "(zobacz|czytaj) (też|także|również)|powiązane( artykuły)?|komentarze|читайте также|"
    "похожие (статьи|записи)|комментарии|関連記事|あわせて読みたい|コメント|相关(阅读|文章|新闻))[:.…]?$";

/* The patterns are constants, and are asked for each paragraph of a book: they are kept, by their
 * place. */
static GRegex *
get_regex (const char *pattern)
{
  static GHashTable *known;
  static GMutex mutex;
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&mutex);
  GRegex *regex;

  if (known == NULL)
    known = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_regex_unref);
  regex = g_hash_table_lookup (known, pattern);
  if (regex == NULL)
    {
      regex = g_regex_new (pattern, G_REGEX_CASELESS | G_REGEX_OPTIMIZE, 0, NULL);
      g_assert (regex != NULL);
      g_hash_table_insert (known, (char *) pattern, regex);
    }

  return regex;
}

/* Most paragraphs are told by a look at their ends, which books with many of them are glad of. */
static gboolean
is_sentence (const char *text)
{
  gsize length = strlen (text);

  return length > MAX_LINE_BYTES || (length > MIN_SENTENCE_BYTES && text[length - 1] == '.');
}

gboolean
rub_furniture_is_line (const char *text)
{
  g_autofree char *line = NULL;

  g_return_val_if_fail (text != NULL, FALSE);

  if (is_sentence (text))
    return FALSE;
  line = g_strstrip (g_strdup (text));

  return g_regex_match (get_regex (lines), line, 0, NULL)
         || g_regex_match (get_regex (counters), line, 0, NULL)
         || g_regex_match (get_regex (pointers), line, 0, NULL);
}

gboolean
rub_furniture_is_heading (const char *text)
{
  g_autofree char *line = NULL;

  g_return_val_if_fail (text != NULL, FALSE);

  if (is_sentence (text))
    return FALSE;
  line = g_strstrip (g_strdup (text));

  return g_regex_match (get_regex (headings), line, 0, NULL);
}

/* A short line with a date or a time of day in it that is no sentence. */
gboolean
rub_furniture_is_dateline (const char *text)
{
  g_return_val_if_fail (text != NULL, FALSE);

  return strlen (text) <= MAX_LINE_BYTES && g_regex_match (get_regex (times), text, 0, NULL)
         && !g_regex_match (get_regex ("\\p{L}{3,}[.!?]\\s*$"), text, 0, NULL);
}

static char *
get_part (const char *pattern, const char *text)
{
  g_autoptr (GMatchInfo) match = NULL;

  if (strlen (text) > MAX_LINE_BYTES || !g_regex_match (get_regex (pattern), text, 0, &match))
    return NULL;

  return g_match_info_fetch_named (match, "part");
}

char *
rub_furniture_get_author (const char *text)
{
  g_return_val_if_fail (text != NULL, NULL);

  return get_part ("^\\s*(written by|posted by|by|von|author:|autor:)\\s+(?<part>(?-i:\\p{Lu})"
                   "[\\p{L}'’.-]*(\\s+[\\p{L}'’.-]+){0,4})\\s*$",
                   text);
}

char *
rub_furniture_get_date (const char *text)
{
  static const char *const patterns[] = {
    "^\\s*(last )?(updated|published|posted|date|modified|stand|veröffentlicht)( on)?\\s*:?\\s+"
    "(?<part>.*\\b\\d{4}\\b.*)$",
    "^\\s*(?<part>\\d{4}-\\d{2}-\\d{2})\\s*$",
    "^\\s*(?<part>" MONTH "[a-z]*\\.? \\d{1,2}(st|nd|rd|th)?,? \\d{4})\\s*$",
    "^\\s*(?<part>\\d{1,2}\\.? " MONTH "[a-z]*\\.?,? \\d{4})\\s*$",
  };

  g_return_val_if_fail (text != NULL, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (patterns); i++)
    {
      char *date = get_part (patterns[i], text);

      if (date != NULL)
        return date;
    }

  return NULL;
}
