/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "rub-demo-shelf.h"

#define PICTURE "https://hills.example.org/profile.svg"

/* Up one hill and down the next. */
#define HILLS                                                                                      \
  "<svg xmlns='http://www.w3.org/2000/svg' width='720' height='300' viewBox='0 0 720 300'>"       \
  "<rect width='720' height='300' fill='#cfe3f2'/><circle cx='590' cy='70' r='34' fill='#f7d774'/>" \
  "<path d='M0 210 C120 90 210 110 320 200 S560 120 720 190 V300 H0 Z' fill='#8fb996'/>"          \
  "<path d='M0 260 C140 190 260 230 380 250 S620 220 720 250 V300 H0 Z' fill='#5f8f6b'/>"         \
  "<path d='M60 262 C180 206 280 238 400 256' fill='none' stroke='#f4efe6' stroke-width='6'/></svg>"

typedef struct
{
  const char *title;
  const char *author;
  const char *address;
  int days_back;
  gboolean is_archived;
  RubBlockFields blocks[8];
} Demo;

static const Demo articles[] = {
  { "Running Hills Without Wrecking Your Calves",
    "M. Example",
    "https://hills.example.org/calves",
    1,
    FALSE,
    { { .kind = RUB_BLOCK_PARAGRAPH,
        .text = "A hill asks more of the calves than any flat kilometre does. Going up, they push "
                "with the heel hanging in the air. Going down, they brake, and braking is what "
                "makes them sore." },
      { .kind = RUB_BLOCK_PICTURE,
        .address = PICTURE,
        .text = "Two hills: the second is the one that is felt the next morning." },
      { .kind = RUB_BLOCK_HEADING, .id = "up", .level = 2, .text = "On the Way Up" },
      { .kind = RUB_BLOCK_PARAGRAPH,
        .text = "Shorten the step before the slope does it for you. Let the heel touch the ground "
                "now and then, and look a few metres ahead, not at your shoes." },
      { .kind = RUB_BLOCK_HEADING, .id = "down", .level = 2, .text = "On the Way Down" },
      { .kind = RUB_BLOCK_ITEM, .text = "Quick, small steps, with the knees a little bent." },
      { .kind = RUB_BLOCK_ITEM, .text = "Lean with the slope instead of against it." },
      { .kind = RUB_BLOCK_QUOTE,
        .text = "The first week of hills is for the legs. The second is for the watch." } } },
  { "What a Rest Day Is For",
    NULL,
    "https://slow.example.net/rest-days",
    6,
    FALSE,
    { { .kind = RUB_BLOCK_PARAGRAPH,
        .text = "Nothing is built while you run. It is built afterwards, while you sleep, eat and "
                "sit on a sofa without a plan." } } },
  { "How I Packed for My First Ultra",
    "M. Example",
    "https://long.example.com/packing",
    30,
    TRUE,
    { { .kind = RUB_BLOCK_PARAGRAPH,
        .text = "Two litres of water, one coat, and far too many gels." } } },
};

static RubArticle *
make_content (const Demo *demo)
{
  g_autoptr (GPtrArray) blocks = g_ptr_array_new_with_free_func (g_object_unref);
  RubArticleFields fields = { .id = demo->address,
                              .language = "en",
                              .title = demo->title,
                              .author = demo->author,
                              .address = demo->address };

  for (gsize i = 0; i < G_N_ELEMENTS (demo->blocks) && demo->blocks[i].text != NULL; i++)
    g_ptr_array_add (blocks, rub_block_new (&demo->blocks[i]));

  return rub_article_new_full (&fields, blocks);
}

static RubSavedArticle *
make_saved (const Demo *demo, RubArticle *content, gint64 now_us)
{
  g_autoptr (RubSavedArticle) base = rub_saved_article_new_from_content (content);
  RubSavedArticleFields fields = *rub_saved_article_get_fields (base);

  fields.added_us = fields.refreshed_us = now_us - demo->days_back * G_TIME_SPAN_DAY;
  fields.is_archived = demo->is_archived;

  return rub_saved_article_new (&fields);
}

static void
add_highlight (RubChange *change, const char *article_id, const char *quote, const char *note,
               RubHighlightColor color)
{
  RubHighlightFields fields = { .article_id = article_id,
                                .stretch = { 0, 0, 0, strlen (quote) },
                                .color = color,
                                .quote = quote,
                                .note = note };
  g_autoptr (RubHighlight) highlight = rub_highlight_new (&fields);

  rub_change_save_highlight (change, highlight);
}

gboolean
rub_demo_shelf_fill (RubStore *store, gint64 now_us, GError **error)
{
  g_autoptr (RubChange) change = rub_change_new ();
  g_autoptr (GHashTable) pictures
    = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) g_bytes_unref);

  g_hash_table_insert (pictures, (char *) PICTURE, g_bytes_new_static (HILLS, strlen (HILLS)));
  for (gsize i = 0; i < G_N_ELEMENTS (articles); i++)
    {
      g_autoptr (RubArticle) content = make_content (&articles[i]);
      g_autoptr (RubSavedArticle) saved = make_saved (&articles[i], content, now_us);

      rub_change_save_article (change, saved, content, pictures);
      if (i == 0)
        add_highlight (change, rub_saved_article_get_key (saved), "braking is what makes them sore",
                       "So that is why Sundays hurt", RUB_HIGHLIGHT_YELLOW);
    }
  add_highlight (change, "massage-for-runners", "Some holds up for a few hours.", NULL,
                 RUB_HIGHLIGHT_GREEN);

  return rub_store_commit (store, change, error);
}
