/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "rub-plain-text.h"

#include <string.h>

#include "rub-document-head.h"
#include "rub-furniture.h"

/* Words in a heading at the most, and in a paragraph below one at the least. */
#define MAX_HEADING_WORDS 14
#define MIN_PROSE_WORDS 12

/* Longer lines were not wrapped by hand: each is a paragraph. */
#define MAX_WRAPPED_CHARS 100

/* How far into the text names and dates are looked for. */
#define MAX_HEAD_GROUPS 8

typedef struct
{
  RubDocumentDraft *draft;
  RubDocumentHead head;
  GPtrArray *groups; /* of GPtrArray of lines */
} Reader;

static const char *
skip_space (const char *line)
{
  while (*line != '\0' && g_unichar_isspace (g_utf8_get_char (line)))
    line = g_utf8_next_char (line);

  return line;
}

/* Returns: (nullable): what stands behind a bullet. */
static const char *
get_item (const char *line)
{
  static const char *const bullets[] = { "•", "◦", "▪", "‣", "●", "○", "■", "·", "*", "-", "–" };

  line = skip_space (line);
  for (gsize i = 0; i < G_N_ELEMENTS (bullets); i++)
    if (g_str_has_prefix (line, bullets[i]))
      {
        const char *rest = line + strlen (bullets[i]);
        const char *text = skip_space (rest);

        if (text > rest && *text != '\0')
          return text;
      }

  return NULL;
}

/* Returns: (nullable): what stands behind a number as in "1." or "1)". */
static const char *
get_step (const char *line, int *number)
{
  const char *start = skip_space (line);
  gsize n_digits = strspn (start, "0123456789");

  if (n_digits == 0 || n_digits > 3 || strchr (".)", start[n_digits]) == NULL
      || start[n_digits] == '\0' || start[n_digits + 1] != ' ')
    return NULL;
  *number = (int) g_ascii_strtoll (start, NULL, 10);

  return skip_space (start + n_digits + 1);
}

static guint
count_words (const char *text)
{
  guint n_words = 0;
  gboolean is_inside = FALSE;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gboolean is_space = g_unichar_isspace (g_utf8_get_char (p));

      n_words += !is_space && !is_inside;
      is_inside = !is_space;
    }

  return n_words;
}

static guint
count_group (GPtrArray *group)
{
  guint n_words = 0;

  for (guint i = 0; i < group->len; i++)
    n_words += count_words (group->pdata[i]);

  return n_words;
}

static gboolean
ends_sentence (const char *text)
{
  static const char *const ends[] = { ".", ",", ";", "!", "…", "。", "。」", ":", "\"", "”", ")" };
  g_autofree char *line = g_strchomp (g_strdup (text));

  for (gsize i = 0; i < G_N_ELEMENTS (ends); i++)
    if (g_str_has_suffix (line, ends[i]))
      return TRUE;

  return FALSE;
}

static gboolean
is_rule (const char *line)
{
  const char *start = skip_space (line);

  return strlen (start) >= 3 && start[strspn (start, "=")] == '\0';
}

static gboolean
is_dashes (const char *line)
{
  const char *start = skip_space (line);

  return strlen (start) >= 3 && start[strspn (start, "-~*_")] == '\0';
}

/* Whether a line of its own that is set apart could be a heading. */
static gboolean
is_short (const char *line)
{
  return count_words (line) <= MAX_HEADING_WORDS && strlen (line) < 160 && !ends_sentence (line);
}

static gboolean
is_list_line (const char *line)
{
  int number;

  return get_item (line) != NULL || get_step (line, &number) != NULL;
}

static gboolean
is_prose (GPtrArray *group)
{
  return !is_list_line (group->pdata[0])
         && (count_group (group) >= MIN_PROSE_WORDS
             || (group->len == 1 && strlen (group->pdata[0]) > 120));
}

static void
end_group (GPtrArray *groups, GPtrArray **group)
{
  if ((*group)->len == 0)
    return;
  g_ptr_array_add (groups, *group);
  *group = g_ptr_array_new_with_free_func (g_free);
}

static GPtrArray *
split (const char *text)
{
  g_auto (GStrv) lines = g_regex_split_simple ("\r\n|\r|\n|\f|\x0b", text, 0, 0);
  GPtrArray *groups = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  GPtrArray *group = g_ptr_array_new_with_free_func (g_free);

  for (gsize i = 0; lines[i] != NULL; i++)
    {
      g_strchomp (lines[i]);
      if (*skip_space (lines[i]) == '\0' || rub_furniture_is_line (lines[i]))
        end_group (groups, &group);
      else
        g_ptr_array_add (group, g_strdup (lines[i]));
    }
  end_group (groups, &group);
  g_ptr_array_unref (group);

  return groups;
}

static void
add_line (Reader *self, const char *line)
{
  const char *item = get_item (line);
  int number = 0;
  const char *step = get_step (line, &number);

  if (item != NULL)
    rub_document_draft_open (self->draft, RUB_BLOCK_ITEM, 0);
  else if (step != NULL)
    rub_document_draft_open (self->draft, RUB_BLOCK_STEP, number);
  else
    rub_document_draft_add_text (self->draft, " ", 1);
  rub_document_draft_add_text (self->draft, item != NULL ? item : step != NULL ? step : line, -1);
}

static void
add_lines (Reader *self, GPtrArray *group, guint start)
{
  rub_document_draft_close (self->draft);
  for (guint i = start; i < group->len; i++)
    {
      const char *line = group->pdata[i];

      if (is_dashes (line))
        rub_document_draft_close (self->draft);
      else
        add_line (self, line);
      if (g_utf8_strlen (line, -1) > MAX_WRAPPED_CHARS)
        rub_document_draft_close (self->draft);
    }
  rub_document_draft_close (self->draft);
}

static void
add_heading (Reader *self, const char *text, int level)
{
  rub_document_draft_open (self->draft, RUB_BLOCK_HEADING, level);
  rub_document_draft_add_text (self->draft, text, -1);
  rub_document_draft_close (self->draft);
}

/* Who wrote it and when stand by themselves at the top. Returns: whether the group said so. */
static gboolean
take_head (Reader *self, GPtrArray *group)
{
  g_autofree char *author = NULL;
  g_autofree char *date = NULL;

  if (group->len > 1)
    return FALSE;
  author = rub_furniture_get_author (group->pdata[0]);
  date = rub_furniture_get_date (group->pdata[0]);
  rub_document_head_take (&self->head.author, author);
  rub_document_head_take (&self->head.date, date);

  return author != NULL || date != NULL;
}

/* A bullet above the title, with two to four capitalised words, is the writer's name. */
static gboolean
take_name (Reader *self, GPtrArray *group)
{
  const char *item = group->len == 1 ? get_item (group->pdata[0]) : NULL;

  if (item == NULL
      || !g_regex_match_simple ("^\\p{Lu}[\\p{L}'’.-]*(\\s\\p{Lu}[\\p{L}'’.-]*){1,3}$", item, 0, 0))
    return FALSE;
  rub_document_head_take (&self->head.author, item);

  return TRUE;
}

/* Returns: the first group behind the title. */
static guint
find_title (Reader *self)
{
  for (guint i = 0; i < MIN (self->groups->len, MAX_HEAD_GROUPS); i++)
    {
      GPtrArray *group = self->groups->pdata[i];
      const char *line = group->pdata[0];
      gboolean is_ruled = group->len > 1 && (is_rule (group->pdata[1]) || is_dashes (line));

      if (take_head (self, group) || take_name (self, group))
        continue;
      if (is_prose (group) && group->len > 1 && !is_ruled)
        return 0;
      if (is_list_line (line) || (!is_ruled && (group->len > 1 || !is_short (line)))
          || i + 1 >= self->groups->len + (group->len > 2))
        return 0;
      line = skip_space (line);
      rub_document_head_take (&self->head.title, line + strspn (line, "# "));
      if (is_ruled)
        {
          g_ptr_array_remove_range (group, 0, 2);
          return group->len > 0 ? i : i + 1;
        }
      return i + 1;
    }

  return 0;
}

static void
add_group (Reader *self, guint index)
{
  GPtrArray *group = self->groups->pdata[index];
  const char *line = group->pdata[0];
  const char *item = get_item (line);
  gboolean is_above_prose
    = index + 1 < self->groups->len && is_prose (self->groups->pdata[index + 1]);

  if (index < MAX_HEAD_GROUPS && take_head (self, group))
    return;
  if (group->len > 1 && !is_list_line (line) && (is_rule (group->pdata[1])
                                                 || (is_dashes (group->pdata[1])
                                                     && is_short (line))))
    {
      add_heading (self, line, is_rule (group->pdata[1]) ? 2 : 3);
      add_lines (self, group, 2);
    }
  else if (line[0] == '#' && line[strspn (line, "#")] == ' ')
    {
      add_heading (self, line + strspn (line, "# "), (int) strspn (line, "#"));
      add_lines (self, group, 1);
    }
  else if (group->len == 1 && is_above_prose && is_short (item != NULL ? item : line)
           && (item != NULL || !is_list_line (line)))
    add_heading (self, item != NULL ? item : line, 2);
  else
    add_lines (self, group, 0);
}

RubArticle *
rub_plain_text_parse (const char *text, const RubDocumentSource *source)
{
  g_autoptr (RubDocumentDraft) draft = rub_document_draft_new ();
  g_autoptr (GPtrArray) groups = NULL;
  Reader self = { .draft = draft };
  RubArticle *article;

  g_return_val_if_fail (text != NULL, NULL);
  g_return_val_if_fail (source != NULL, NULL);

  groups = self.groups = split (text);
  for (guint i = find_title (&self); i < groups->len; i++)
    add_group (&self, i);
  article = rub_document_head_finish (&self.head, draft, source);
  rub_document_head_clear (&self.head);

  return article;
}
