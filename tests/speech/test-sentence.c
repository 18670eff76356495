/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include "rub-sentence.h"

/* The sentences of @text, with a line between two. */
static char *
join_sentences (const char *text, const char *language)
{
  g_autoptr (GArray) sentences = g_array_new (FALSE, FALSE, sizeof (RubSentence));
  GString *joined = g_string_new (NULL);

  rub_sentences_add (sentences, 7, text, language);
  for (guint i = 0; i < sentences->len; i++)
    {
      const RubSentence *sentence = &g_array_index (sentences, RubSentence, i);

      g_assert_cmpint (sentence->block, ==, 7);
      g_assert_cmpuint (sentence->start, <, sentence->end);
      if (i > 0)
        g_string_append_c (joined, '|');
      g_string_append_len (joined, text + sentence->start,
                           (gssize) (sentence->end - sentence->start));
    }

  return g_string_free (joined, FALSE);
}

typedef struct
{
  const char *language;
  const char *expected; /* the text, with | for the blank between two sentences */
} Row;

static void
check_rows (const Row *rows, gsize n_rows)
{
  for (gsize i = 0; i < n_rows; i++)
    {
      g_autofree char *text = g_strdup (rows[i].expected);
      g_autofree char *sentences = NULL;

      g_strdelimit (text, "|", ' ');
      sentences = join_sentences (text, rows[i].language);
      g_assert_cmpstr (sentences, ==, rows[i].expected);
    }
}

static void
test_languages (void)
{
  static const Row rows[] = {
    { "en", "Your legs have run.|Now they rest." },
    { "en", "It took 7.5 km to warm up.|Then it went well." },
    { "en", "Run easy, e.g. Kenyan style, for a week.|Then rest." },
    { "en", "Ask Dr. Brown or Mrs. Green.|They know." },
    { "en", "J. R. R. Tolkien and J.K. Rowling ran.|So did I.|Then we ate." },
    { "en", "Start at 9 p.m. or later.|Stop at 10 p.m.|Then sleep." },
    { "en", "The U.S. Army ran.|It was far." },
    { "en", "Calves, thighs, etc. hurt.|Shins, etc.|Then it stops." },
    { "en", "See Fig. 3 and no. 5.|Does it help?|No.|It does not." },
    { "en", "Davis et al. (2020) looked.|Others did, too." },
    { "en", "It took 12.|Then it was over." },
    { "en", "Who?!|Me...|And you?" },
    { "en", "Well... maybe not.|Well …|Then not." },
    { "en", "\"Does it hurt?\" she asked.|\"No.\"|He ran on." },
    { "en", "(It does.)|It helps [a bit].|(See below.)" },
    { "en", "Massage helps.[12]|Not for long.[3][4]|Still." },
    { "en", "1. Warm up.|2. Run." },
    { "en", "Read example.com or a.b.c.|Then go." },
    { "und", "Version 4.8 is there.|Good." },
    { "de", "Das hilft z. B. Läufern, d. h. allen.|Und Dr. Müller sagt das auch." },
    { "de", "Am 3. Oktober lief er den 2. Marathon.|Im Jahr 2019.|Dann nicht mehr." },
    { "de", "„Tut es weh?“, fragte sie.|„Nein.“|Er lief weiter." },
    { "de", "Es dauert ca. 5 Min. und bzw. Nr. 7 hilft, vgl. Abb. 3.|Das reicht." },
    { "de", "Waden, Schenkel usw. schmerzen.|Alles usw.|Danach ist Ruhe." },
    { "de", "»Doch.«|»Nein.«|Schluss." },
    { "de_AT", "Der 1. Lauf.|Schluss." },
    { "fr", "Est-ce vrai ?|Oui !|M. Dupont court, cf. p. 5.|Voilà." },
    { "fr", "« Ça va ? » dit-elle.|« Oui. »|Il court." },
    { "es", "¿Duele?|¡No!|El Sr. López corre, p. ej. Madrid.|Fin." },
    { "nb", "Det var f.eks. Oslo den 17. Mai.|Den tok seg.|Ja." },
    { "sv", "Han vilar sig.|Sedan springer han." },
    { "ru", "Он бежит.|См. Рис. 3.|Это т.е. Москва." },
    { "el", "Τρέχει.|Ξεκουράζεται." },
    { "ar", "هل يؤلمك؟|لا.|شكرا." },
    { "he", "זה כואב?|לא.|תודה." },
    { "hi", "वह दौड़ता है।|वह आराम करता है।" },
    { "ko", "달립니다.|쉽니다." },
  };

  check_rows (rows, G_N_ELEMENTS (rows));
}

static void
test_no_blanks (void)
{
  static const struct
  {
    const char *text;
    const char *expected;
  } rows[] = {
    { "走ります。休みます。", "走ります。|休みます。" },
    { "「痛いですか？」と聞いた。", "「痛いですか？」|と聞いた。" },
    { "疼吗？！不疼。", "疼吗？！|不疼。" },
    { "  Blanks around.   And  between.  ", "Blanks around.|And  between." },
    { "One line\nand one more.", "One line|and one more." },
    { "Run\tPain\n5 km\t3\n\n", "Run\tPain|5 km\t3" },
    { "* * *", "" },
    { "—\n…\n!", "" },
    { "", "" },
    { "No stop", "No stop" },
    { ".", "" },
    { ". Then.", "Then." },
    { "Good! :-) Yes.", "Good!|:-) Yes." },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *sentences = join_sentences (rows[i].text, NULL);

      g_assert_cmpstr (sentences, ==, rows[i].expected);
    }
}

/* A text of @n_words times @word. */
static char *
repeat (const char *word, int n_words)
{
  GString *text = g_string_new (NULL);

  for (int i = 0; i < n_words; i++)
    g_string_append (text, word);

  return g_string_free (text, FALSE);
}

static void
test_long (void)
{
  static const struct
  {
    const char *word;
    const char *end; /* of each sentence but the last */
  } rows[] = {
    { "far and, ", "and," },
    { "much further ", NULL },
    { "跑得很远，", "，" },
    { "äöü", NULL },
    /* A base with a mark behind it stays whole. */
    { "e\xcc\x81", "e\xcc\x81" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *text = repeat (rows[i].word, 1000);
      g_autofree char *joined = join_sentences (text, "en");
      g_auto (GStrv) sentences = g_strsplit (joined, "|", -1);
      guint n_sentences = g_strv_length (sentences);

      g_assert_cmpuint (n_sentences, >, 1000 / RUB_SENTENCE_MAX_CHARS);
      for (guint j = 0; j < n_sentences; j++)
        {
          g_assert_true (g_utf8_validate (sentences[j], -1, NULL));
          g_assert_cmpint (g_utf8_strlen (sentences[j], -1), <=, RUB_SENTENCE_MAX_CHARS + 1);
          if (rows[i].end != NULL && j + 1 < n_sentences)
            g_assert_true (g_str_has_suffix (sentences[j], rows[i].end));
        }
    }
}

/* What takes time by the square of its length would never come to an end here. */
static void
test_huge (void)
{
  static const char *const words[] = { "a", "a. ", ". ", "!\"", "A.", "[1].", "( ", "\n" };
  gint64 start_us = g_get_monotonic_time ();

  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    {
      g_autofree char *text = repeat (words[i], 500 * 1000);
      g_autofree char *sentences = join_sentences (text, "en");

      g_assert_cmpuint (strlen (sentences), <=, strlen (text) * 2);
    }
  g_assert_cmpint (g_get_monotonic_time () - start_us, <, 30 * G_USEC_PER_SEC);
}

static RubArticle *
make_article (void)
{
  static const RubSpan label = { RUB_SPAN_LABEL, 0, 6, NULL };
  static const RubBlockFields fields[] = {
    { .kind = RUB_BLOCK_HEADING, .level = 2, .id = "a", .text = "First of All" },
    { .kind = RUB_BLOCK_VERDICT, .text = "Partly A little. Not much.", .spans = &label,
      .n_spans = 1 },
    { .kind = RUB_BLOCK_PARAGRAPH, .text = "It\xc2\xadself. Yes." },
    { .kind = RUB_BLOCK_SOURCE, .text = "Davis 2020. A study." },
    { .kind = RUB_BLOCK_CODE, .text = "run ();" },
    { .kind = RUB_BLOCK_LINK, .text = "Mark where you are sore" },
    { .kind = RUB_BLOCK_ITEM, .text = "An item" },
    { .kind = RUB_BLOCK_STEP, .number = 1, .text = "A step" },
    { .kind = RUB_BLOCK_QUOTE, .text = "A quote" },
    { .kind = RUB_BLOCK_PICTURE, .text = "" },
    { .kind = RUB_BLOCK_PICTURE, .text = "A caption" },
    { .kind = RUB_BLOCK_TABLE, .text = "Run\tPain\n5 km\t3" },
  };
  g_autoptr (GPtrArray) blocks = g_ptr_array_new_with_free_func (g_object_unref);

  for (gsize i = 0; i < G_N_ELEMENTS (fields); i++)
    g_ptr_array_add (blocks, rub_block_new (&fields[i]));

  return rub_article_new ("test", "en", "A Title. Really?", blocks);
}

static void
test_article (void)
{
  static const struct
  {
    int block;
    const char *text;
  } rows[] = {
    { RUB_SENTENCE_IN_TITLE, "A Title." },
    { RUB_SENTENCE_IN_TITLE, "Really?" },
    { 0, "First of All" },
    { 1, "Partly" },
    { 1, "A little." },
    { 1, "Not much." },
    { 2, "Itself." },
    { 2, "Yes." },
    { 6, "An item" },
    { 7, "A step" },
    { 8, "A quote" },
    { 10, "A caption" },
    { 11, "Run, Pain" },
    { 11, "5 km, 3" },
  };
  g_autoptr (RubArticle) article = make_article ();
  g_autoptr (GArray) sentences = rub_sentences_new (article);

  g_assert_cmpuint (sentences->len, ==, G_N_ELEMENTS (rows));
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      const RubSentence *sentence = &g_array_index (sentences, RubSentence, i);
      g_autofree char *text = rub_sentence_dup_text (sentence, article);

      g_assert_cmpint (sentence->block, ==, rows[i].block);
      g_assert_cmpstr (text, ==, rows[i].text);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/speech/sentence/languages", test_languages);
  g_test_add_func ("/speech/sentence/no-blanks", test_no_blanks);
  g_test_add_func ("/speech/sentence/long", test_long);
  g_test_add_func ("/speech/sentence/huge", test_huge);
  g_test_add_func ("/speech/sentence/article", test_article);

  return g_test_run ();
}
