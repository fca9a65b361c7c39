// Quotations as a reader asks for them: by speaker, one utterance with its wordings in all articles, each word
// for word against the one that the engine took as base (`utterances` in docs/report.md). Pure.
import { isExact } from './highlight.js';
import { collapse, piece } from './pieces.js';
import { placeOf, wordPairs } from './wordpairs.js';
import { words } from './words.js';

/** @typedef {import('./types.js').Report} Report */
/** @typedef {import('./pieces.js').Texts} Texts */

const NEAR = 200; // characters: what stands further apart is shown as two pieces

/** What a reader would call a change: not another spelling, nor another kind of marks. */
const changesIn = (variant) => variant.parts.flatMap((part) => part.edits.filter((edit) => !edit.trivial));

/** How many changes the wordings have, each once, however many articles have it. */
function countChanges(variants) {
  const seen = { marked: new Set(), unmarked: new Set() };
  for (const { marked, spans } of variants.flatMap(changesIn))
    seen[marked ? 'marked' : 'unmarked'].add(
      JSON.stringify([spans[0]?.utf16.start, ...spans.map((span) => span?.exact.toLowerCase())]),
    );
  const reworded = variants.some((variant) => variant.parts.some((part) => part.reworded));
  return { unmarked: seen.unmarked.size, marked: seen.marked.size, reworded };
}

/**
 * Utterances by speaker. The same utterance in several articles is one, under the first name it is given, its
 * base in front and the others as the engine has them; those that no article quotes word for word come under `reported`. First who was changed
 * without a mark, then who is quoted, then who is only reported; the unknown last.
 * @param {Report} report
 */
export function speakers(report) {
  const compared = new Map(report.utterances?.map((one) => [one.id, one]));
  const utterances = new Map();
  for (const quotation of report.quotations) {
    const key = quotation.group ?? quotation.id;
    if (!utterances.has(key)) {
      const { base = '', variants = [] } = compared.get(key) ?? {};
      utterances.set(key, { key, name: '', quotations: [], base, variants, changes: countChanges(variants) });
    }
    const utterance = utterances.get(key);
    utterance.name ||= quotation.speaker?.name ?? '';
    utterance.quotations.push(quotation);
  }
  for (const { quotations, base, variants } of utterances.values()) {
    const order = [base, ...variants.map((variant) => variant.quotation)];
    quotations.sort((a, b) => order.indexOf(a.id) - order.indexOf(b.id));
  }
  const bySpeaker = new Map();
  for (const utterance of utterances.values()) {
    const { name } = utterance;
    if (!bySpeaker.has(name)) bySpeaker.set(name, { name, quoted: [], reported: [] });
    const worded = utterance.quotations.some((quotation) => quotation.kind !== 'indirect');
    bySpeaker.get(name)[worded ? 'quoted' : 'reported'].push(utterance);
  }
  const quiet = ({ changes }) => Number(changes.unmarked === 0 && !changes.reworded);
  const rank = ({ name, quoted }) =>
    Number(quoted.length === 0) * 4 + Number(name === '') * 2 + Number(quoted.every(quiet));
  for (const { quoted } of bySpeaker.values()) quoted.sort((a, b) => quiet(a) - quiet(b));
  return [...bySpeaker.values()].sort((a, b) => rank(a) - rank(b));
}

/** The words of a quotation. */
export const wording = (quotation) => quotation.content.map((span) => span.exact).join(' … ');

/** Without the comma before the words that say who spoke, which stands inside the marks but is the article's. */
export const listed = (quotation) => wording(quotation).replace(/,$/, '');

/** What an article has or has not of a wording, in the offsets of its text. @returns {import('./types.js').Edit[]} */
function editsOf(variant) {
  const edits = [];
  for (const { spans, edits: all } of variant?.parts ?? []) {
    const [base, here] = spans;
    let at = here.utf16.start; // what comes later in the one wording does so in the other
    let pairs; // of words, once a place is asked for
    const gap = ({ utf16 }) => {
      pairs ??= wordPairs(base.exact, here.exact);
      return here.utf16.start + placeOf(pairs, utf16.start - base.utf16.start, here.exact.length);
    };
    for (const [index, edit] of all.entries()) {
      const [before, now] = edit.spans;
      const next = all.slice(index + 1).find((later) => later.spans[1])?.spans[1].utf16.start;
      const start = now?.utf16.start ?? Math.min(Math.max(gap(before), at), next ?? here.utf16.end);
      at = now?.utf16.end ?? start;
      if (!edit.trivial) edits.push({ start, end: at, was: before?.exact ?? '', marked: edit.marked });
    }
  }
  return edits.sort((a, b) => a.start - b.start || a.end - b.end); // parts stand in the base's order
}

/**
 * A quotation with the words around it, its cue and its speaker; what stands far apart, apart.
 * @param {Texts} texts @param {import('./types.js').Variant} [variant]
 */
function quotationPieces(quotation, texts, variant) {
  const text = texts.get(quotation.article) ?? '';
  if (!quotation.content.every((span) => isExact(text, span)))
    return [{ text: wording(quotation), marks: [], places: [] }];
  const stretches = [];
  for (const { utf16 } of quotation.content) {
    const last = stretches.at(-1);
    if (last && utf16.start - last.end <= NEAR) last.end = Math.max(last.end, utf16.end);
    else stretches.push({ ...utf16, place: utf16 });
  }
  for (const { utf16 } of [quotation.cue, quotation.speaker?.span].filter(Boolean)) {
    const near = stretches.find((one) => utf16.start - one.end <= NEAR && one.start - utf16.end <= NEAR);
    if (!near) continue;
    near.start = Math.min(near.start, utf16.start);
    near.end = Math.max(near.end, utf16.end);
  }
  const said = quotation.content.map((span) => ({ ...span.utf16, kind: 'said' }));
  const edits = editsOf(variant);
  return stretches.map(({ start, end, place }) => ({
    ...piece(text, quotation.article, start, end, said, place),
    edits: edits
      .filter((edit) => edit.start >= start && edit.end <= end)
      .map((edit) => ({ ...edit, start: edit.start - start, end: edit.end - start })),
  }));
}

/** How many words of a quotation belong to none of these stretches of it. */
function wordsBeyond(quotation, stretches) {
  const all = quotation.content.flatMap(({ exact, utf16 }) =>
    [...exact.matchAll(/[\p{L}\p{N}][\p{L}\p{M}\p{N}'’]*/gu)].map(({ index }) => index + utf16.start),
  );
  return all.filter((at) => !stretches.some(({ utf16 }) => at >= utf16.start && at < utf16.end)).length;
}

/** In words, how an article's wording differs. */
function noteOn(variant, quotation, base) {
  if (variant.parts.length === 0) return words.quotations.apart;
  return words.quotations.differs({
    ...countChanges([variant]),
    fewer: wordsBeyond(
      base,
      variant.parts.map((part) => part.spans[0]),
    ),
    more: wordsBeyond(
      quotation,
      variant.parts.map((part) => part.spans[1]),
    ),
  });
}

/** @returns {import('./types.js').Exhibit} */
export function quotationExhibit(utterance, texts) {
  const { quotations, variants, changes } = utterance;
  const byId = new Map(quotations.map((one) => [one.id, one]));
  const base = byId.get(utterance.base);
  const pieces = quotations.flatMap((quotation) => {
    const variant = variants.find((one) => one.quotation === quotation.id);
    const note = variant && base ? noteOn(variant, quotation, base) : base ? words.quotations.base : '';
    const all = quotationPieces(quotation, texts, variant);
    return all.map((one, index) => (index === all.length - 1 ? { ...one, note } : one));
  });
  const articles = [...new Set(quotations.map((quotation) => quotation.article))];
  return {
    key: utterance.key,
    kind: words.quotations.kind,
    headline: utterance.name
      ? words.quotations.headline(utterance.name, articles.length)
      : words.quotations.headlineUnknown(articles.length),
    sides: [{ label: '', articles, origins: 0, pieces: collapse(pieces) }],
    silent: [],
    reason: '',
    check: '',
    legend: changes.unmarked + changes.marked > 0,
  };
}
