// An article's text as it was analysed: its blocks, each with its own direction, and the marks in them.
import { highlighted } from '../highlight.js';
import { findingMarks, splitFindings } from '../model.js';
import { lastUpTo } from '../search.js';
import { h, keyed } from './dom.js';

/** @typedef {import('../highlight.js').Mark} Mark */

const TAGS = { headline: 'h3', subhead: 'h4', list_item: 'p', quotation: 'blockquote', paragraph: 'p' };

/** The report's article, if its text still is what was compared; a newer text has no blocks and no marks yet. */
export const reportedArticle = (article, { report, texts }) =>
  texts.get(article.id) === article.text ? report?.articles.find((one) => one.id === article.id) : undefined;

/** The text's blocks; its lines, while there is no report of it. */
export function blocksOf(text, reported) {
  if (reported?.blocks.length)
    return reported.blocks.map(({ kind, utf16 }) => ({ kind, start: utf16.start, end: utf16.end }));
  return [...text.matchAll(/\S[^\n]*/g)].map((match) => ({
    kind: 'paragraph',
    start: match.index,
    end: match.index + match[0].length,
  }));
}

/** The finding looked at in full, the other conflicts' places lightly. */
export function conflictMarks({ id, text }, { report, verdicts }, chosen) {
  const conflicts = new Set(report ? splitFindings(report, verdicts).loud : []);
  return (report?.findings ?? []).flatMap((finding) =>
    finding.id === chosen
      ? findingMarks(finding, id, text, `said ${finding.severity}`)
      : conflicts.has(finding)
        ? findingMarks(finding, id, text, 'other')
        : [],
  );
}

/** The marks in each block. @returns {Mark[][]} */
export function marksIn(blocks, marks) {
  const all = blocks.map(() => []);
  for (const mark of marks) {
    let index = lastUpTo(blocks, mark.start, ({ end }) => end) + 1;
    for (; blocks[index]?.start < mark.end; index += 1) all[index].push(mark);
  }
  return all;
}

/** One element a block, in order; only those that changed are drawn anew. */
export function drawText(element, text, blocks, marks) {
  const hasHeadline = blocks.some(({ kind }) => kind === 'headline');
  // Without a headline above them, subheads are a level higher.
  const tagOf = (kind) => (kind === 'subhead' && !hasHeadline ? 'h3' : (TAGS[kind] ?? 'p'));
  const inside = marksIn(blocks, marks);
  const marked = blocks.map((block, index) => ({ ...block, marks: inside[index] }));
  keyed(element, marked, {
    key: ({ start, end }) => `${start} ${end}`,
    signature: ({ kind, start, end, marks }) =>
      JSON.stringify([kind, tagOf(kind), text.slice(start, end), marks]),
    make: ({ kind, start, end, marks }) =>
      h(tagOf(kind), { class: kind, dir: 'auto' }, highlighted(text, start, end, marks)),
  });
}
