/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib-object.h>

#include "rub-run.h"

G_BEGIN_DECLS

/** What a block is in its article. */
typedef enum
{
  RUB_BLOCK_HEADING,
  RUB_BLOCK_PARAGRAPH,
  RUB_BLOCK_ITEM,
  RUB_BLOCK_VERDICT,
  RUB_BLOCK_SOURCE,
  RUB_BLOCK_LINK,
  RUB_BLOCK_STEP,
  RUB_BLOCK_QUOTE,
  RUB_BLOCK_CODE,
  RUB_BLOCK_PICTURE,
  RUB_BLOCK_TABLE,
  RUB_BLOCK_CARD,
  RUB_BLOCK_N_KINDS
} RubBlockKind;

/** How far the evidence bears out a claim. */
typedef enum
{
  RUB_VERDICT_YES,
  RUB_VERDICT_PARTLY,
  RUB_VERDICT_UNPROVEN,
  RUB_VERDICT_NO,
  RUB_N_VERDICTS
} RubVerdict;

/** What a card in an article shows of the runner's own records. */
typedef enum
{
  RUB_FIGURE_SORENESS_AFTER_RUNS,
  RUB_FIGURE_WITH_WITHOUT_MASSAGE,
  RUB_FIGURE_MASSAGES_LATELY,
  RUB_N_FIGURES
} RubFigure;

/** The kind of run of a card that is about runs of every kind. */
#define RUB_CARD_ANY_RUN RUB_RUN_N_KINDS

/** How a stretch of text differs from the text around it. */
typedef enum
{
  RUB_SPAN_EMPHASIS,
  RUB_SPAN_STRONG,
  RUB_SPAN_LABEL,
  RUB_SPAN_LINK,
  RUB_SPAN_CODE,
  RUB_SPAN_N_KINDS
} RubSpanKind;

/** Levels of headings; level 1 is the article's own title and no block. */
#define RUB_HEADING_MIN_LEVEL 2
#define RUB_HEADING_MAX_LEVEL 4

/**
 * One marked stretch of a block's text. The label of a verdict is the RUB_SPAN_LABEL at its start.
 *
 * @kind: how it differs
 * @start, @end: bytes into the text, @end behind the last; on characters, @start < @end
 * @target: (nullable): where a RUB_SPAN_LINK leads: a detailed action name such as
 *   "win.show-page::body", or an http or https address; NULL for other kinds. A mention of the
 *   body leads to "win.show-regions::" and regions without their sides, with commas between:
 *   "win.show-regions::gastroc-medial,gastroc-lateral"
 */
typedef struct
{
  RubSpanKind kind;
  gsize start;
  gsize end;
  const char *target;
} RubSpan;

/**
 * What a block is made of, to build one with designated initialisers.
 *
 * @kind: the kind of block
 * @id: (nullable): of a heading, to find it by; NULL otherwise
 * @level: of a heading, from RUB_HEADING_MIN_LEVEL to RUB_HEADING_MAX_LEVEL; 0 otherwise
 * @verdict: of a verdict; meaningless otherwise
 * @why: (nullable): of a verdict of our own, two sentences on what it rests on; NULL otherwise
 * @uncertain: (nullable): of a verdict of our own, what is not known; NULL otherwise
 * @figure: of a card, what it shows; meaningless otherwise
 * @run_kind: of a card, after which runs, or RUB_CARD_ANY_RUN; meaningless otherwise
 * @regions: (nullable): of a card, where: regions without their sides, with commas between; NULL:
 *   anywhere, and of other kinds
 * @number: of a step, its place in its list; 0 otherwise
 * @address: (nullable): of a picture, where it is; NULL otherwise
 * @text: plain text in UTF-8: one paragraph; the caption of a picture; lines of code; the rows of
 *   a table as lines with a tab between cells, its head first; what stands above the figure of a
 *   card, which is shown only to a runner who has that figure and is no part of the running text
 * @spans: (array length=n_spans) (nullable): marked stretches of @text, in order, not overlapping
 * @n_spans: number of @spans
 */
typedef struct
{
  RubBlockKind kind;
  const char *id;
  int level;
  RubVerdict verdict;
  const char *why;
  const char *uncertain;
  RubFigure figure;
  RubRunKind run_kind;
  const char *regions;
  int number;
  const char *address;
  const char *text;
  const RubSpan *spans;
  gsize n_spans;
} RubBlockFields;

#define RUB_TYPE_BLOCK (rub_block_get_type ())
/** One paragraph of an article: an immutable value. */
G_DECLARE_FINAL_TYPE (RubBlock, rub_block, RUB, BLOCK, GObject)

/** Returns: (transfer full): a block with a deep copy of @fields, which must keep its contract. */
RubBlock *rub_block_new (const RubBlockFields *fields);

/** Returns: (transfer none): everything about the block; valid while @self is. */
const RubBlockFields *rub_block_get_fields (RubBlock *self);

/** Returns: (transfer none): the plain text. */
const char *rub_block_get_text (RubBlock *self);

/** Returns: the number of words of running text in it: none in a source or a card. */
guint rub_block_get_n_words (RubBlock *self);

/**
 * Returns: whether @self and @other are of one kind, level, number, id, verdict (and both or
 *   neither say why, and what is uncertain), figure with its runs and regions, and list of targets.
 */
gboolean rub_block_has_same_shape (RubBlock *self, RubBlock *other);

G_END_DECLS
