/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Hands mutated documents to the readers: fuzz-document PAGES SECONDS [SEED], see rub-fuzz.h. */

#include "config.h"

#include "rub-document.h"
#include "rub-fuzz.h"
#include "rub-markdown-writer.h"

/* What is worth writing over a file: markup, numbers and times at the edge of what they can be. */
static const char *const words[] = {
  "<", ">", "/>", "</", "<!--", "-->", "<![CDATA[", "]]>", "<?", "&", "&lt;", "&#0;", "&#x110000;",
  "=", "\"", "'", "<div>", "</div>", "<p>", "</p>", "<table>", "<tr>", "<td>", "</table>", "<ul>",
  "<li>", "<ol start=-5>", "<pre>", "<h1>", "<h2>", "</h2>", "<a href=x>", "<a href='#'>", "</a>",
  "<img src=http://a/b>", "<figure>", "<figcaption>", "<blockquote>", "<sup>[1]</sup>", "<br><br>",
  "<article>", "<main>", "<nav>", "<form>", "<b>", "</b>", "<base href='http://x/'>", "<body>",
  "<meta charset=utf-16>", "<meta charset=shift_jis>", "<title>", "</title>", " hidden", "<dl><dt>",
  "<script>", "</script>", "<script type='application/ld+json'>", "{\"@type\":\"Article\",",
  "\"articleBody\":\"", "\"author\":[{\"name\":\"", "[[[[", "}]", "<ruby>", "<rt>",
  "<amp-img src=a>", "<div class=caption>", "<div class='cookie'>", "<aside>", "<h1><a href='/'>",
  "<noscript>", " class=comment", " itemprop=articleBody", "\n", "\n\n",
  "# ", "> ", "- ", "1. ", "99999999999. ", "```", "`", "**", "*", "_", "[", "](", ")", "![", "|",
  "| --- |", "---\n", "===", "\\", "\t", "\r", "\xff\xfe", "\xfe\xff", "\xef\xbb\xbf", "\xc3",
  "\xf4\x90\x80\x80", "\xe2\x80\x8b", "\xc2\xa0", "\xd7\x90", "• ", "by A B",
};

static gboolean
is_sane (RubArticle *article, const GError *error)
{
  g_autofree char *text = NULL;

  if (article == NULL)
    return error != NULL && error->domain == RUB_DOCUMENT_ERROR
           && g_utf8_validate (error->message, -1, NULL);
  if (error != NULL || rub_article_get_n_blocks (article) == 0
      || !g_utf8_validate (rub_article_get_title (article), -1, NULL))
    return FALSE;

  for (guint i = 0; i < rub_article_get_n_blocks (article); i++)
    {
      const RubBlockFields *fields = rub_block_get_fields (rub_article_get_block (article, i));

      if (!g_utf8_validate (fields->text, -1, NULL)
          || (fields->kind == RUB_BLOCK_HEADING
              && (fields->level < RUB_HEADING_MIN_LEVEL || fields->level > RUB_HEADING_MAX_LEVEL)))
        return FALSE;
    }
  text = rub_markdown_write (article);

  return g_str_has_prefix (text, "# ") && g_utf8_validate (text, -1, NULL);
}

/* Each file is read in every way. */
static gboolean
try (GBytes *file, const char *kept)
{
  static const char *const names[] = { "a.html", "a.md", "a.txt" };
  gboolean has_article = FALSE;

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      RubDocumentSource source = { .name = names[i], .address = "https://example.org/a/" };
      g_autoptr (GError) error = NULL;
      g_autoptr (RubArticle) article = rub_document_parse (file, &source, &error);

      if (!is_sane (article, error))
        g_error ("Broken by %s as %s: %s", kept, names[i],
                 error != NULL ? error->message : "no error");
      has_article |= article != NULL;
    }

  return has_article;
}

int
main (int argc, char **argv)
{
  static const RubFuzz fuzz = { "fuzz-document", words, G_N_ELEMENTS (words), try };

  return rub_fuzz_run (&fuzz, argc, argv);
}
