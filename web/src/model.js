// From a report to what the page shows of it: plain objects and pure functions, no DOM. Whatever the view,
// a thing to look at closely becomes an Exhibit (types.js): who says what, side by side.
import { NO_FILTER, passes } from './filter.js';
import { isExact } from './highlight.js';
import { collapse, piece, plainPiece } from './pieces.js';
import { quotationExhibit, speakers } from './utterances.js';
import { isDismissed } from './verdicts.js';
import { words } from './words.js';

/** @typedef {import('./types.js').Report} Report */
/** @typedef {import('./types.js').Exhibit} Exhibit */
/** @typedef {import('./pieces.js').Texts} Texts */

/** The finding severities that count as conflicts and are always shown. */
const LOUD = new Set(['high', 'medium']);

/**
 * The findings as the list has them. What the reader dismissed is no conflict any more.
 * @param {Report} report @param {import('./verdicts.js').Verdicts} [verdicts]
 * @param {import('./filter.js').Filter} [filter]
 */
export function splitFindings(report, verdicts = {}, filter = NO_FILTER) {
  const all = report.findings.filter((finding) => passes(finding, filter));
  const standing = all.filter((finding) => !isDismissed(verdicts, finding.id));
  return {
    loud: standing.filter((finding) => LOUD.has(finding.severity)),
    low: standing.filter((finding) => finding.severity === 'low'),
    info: standing.filter((finding) => finding.severity === 'info'),
    dismissed: all.filter((finding) => isDismissed(verdicts, finding.id)),
  };
}

/** Only addresses of web pages become links. */
export function webAddress(url) {
  try {
    const { protocol, href } = new URL(url);
    return protocol === 'https:' || protocol === 'http:' ? href : null;
  } catch {
    return null;
  }
}

/** How many things could not be judged. @param {Report} report */
export const unchecked = (report) => report.abstained.reduce((sum, one) => sum + one.count, 0);

/** @param {Report} report */
export const comparedArticles = (report) =>
  report.articles.filter((article) => article.status === 'compared');

/** The evidence of one side of a finding: spans whose sentences overlap share a piece. */
function evidencePieces(texts, spans, quiet) {
  const pieces = [];
  const open = new Map(); // article → the piece being put together
  const close = (article) => {
    const one = open.get(article);
    if (one) pieces.push(piece(texts.get(article), article, one.start, one.end, one.marks, one.place));
    open.delete(article);
  };
  for (const span of spans) {
    if (!isExact(texts.get(span.article) ?? '', span)) {
      pieces.push(plainPiece(texts, span));
      continue;
    }
    const { start, end } = span.utf16;
    const context = span.context?.utf16 ?? span.utf16;
    const marks = [{ start, end, kind: 'said' }];
    if (!quiet) {
      const differing = span.marks.length ? span.marks.map((mark) => mark.utf16) : [span.utf16];
      marks.push(...differing.map((range) => ({ start: range.start, end: range.end, kind: 'differs' })));
    }
    const before = open.get(span.article);
    if (before && context.start < before.end && before.start < context.end) {
      before.start = Math.min(before.start, context.start);
      before.end = Math.max(before.end, context.end);
      before.marks.push(...marks);
    } else {
      close(span.article);
      open.set(span.article, {
        start: Math.min(start, context.start),
        end: Math.max(end, context.end),
        marks,
        place: span.utf16,
      });
    }
  }
  for (const article of [...open.keys()]) close(article);
  return collapse(pieces);
}

/**
 * @param {import('./types.js').Finding} finding
 * @param {Texts} texts
 * @returns {Exhibit}
 */
export function findingExhibit(finding, texts) {
  const quiet = finding.severity === 'info';
  const groups = finding.groups.length ? finding.groups : [{ label: '', articles: [], origins: 0 }];
  return {
    key: finding.id,
    severity: finding.severity,
    kind: words.family[finding.family] ?? finding.family,
    headline: finding.message,
    sides: groups.map((group, index) => ({
      ...group,
      pieces: evidencePieces(
        texts,
        finding.spans.filter((span) => (span.group ?? 0) === index),
        quiet,
      ),
    })),
    silent: [],
    reason: finding.reason,
    check: finding.check,
  };
}

/**
 * The marks of a finding's evidence in one article, for its text.
 * @param {import('./types.js').Finding} finding @param {string} article @param {string} text
 */
export function findingMarks(finding, article, text, kind) {
  return finding.spans
    .filter((span) => span.article === article && isExact(text, span))
    .map((span) => ({ ...span.utf16, kind, key: finding.id }));
}

/**
 * @param {Report} report @param {import('./types.js').CoverageRow} row @param {Texts} texts
 * @returns {Exhibit}
 */
export function claimExhibit(report, row, texts) {
  const claims = new Map(report.claims.map((claim) => [claim.id, claim]));
  const states = ['carries', 'qualifies', 'disputed', 'contradicts', 'unclear'];
  const inState = (state) => row.cells.filter((cell) => cell.state === state);
  return {
    key: row.id,
    kind: words.claims.kind,
    headline: row.label,
    sides: states
      .map((state) => ({
        label: words.sides[state],
        state,
        articles: inState(state).map((cell) => cell.article),
        origins: 0,
        pieces: collapse(
          inState(state).flatMap((cell) =>
            cell.claims.filter((id) => claims.has(id)).map((id) => plainPiece(texts, claims.get(id).span)),
          ),
        ),
      }))
      .filter((side) => side.articles.length > 0),
    silent: inState('silent').map((cell) => cell.article),
    reason: '',
    check: '',
  };
}

/** @param {import('./types.js').ReusePair} pair @returns {Exhibit} */
export function copyExhibit(pair, texts, names) {
  const [a, b] = pair.articles;
  return {
    key: `${a} ${b}`,
    kind: words.copy.kind,
    headline: words.copy.pair(names(a), names(b), pair.words),
    sides: pair.articles.map((article, side) => ({
      label: names(article),
      articles: [article],
      origins: 0,
      pieces: pair.passages.map((passage) => plainPiece(texts, passage[side])),
    })),
    silent: [],
    reason: words.copy.shares(
      names(a),
      words.copy.percent(pair.shares[0]),
      names(b),
      words.copy.percent(pair.shares[1]),
    ),
    check: '',
  };
}

/** The fullest form of a person's name in one article. */
const fullest = (forms) =>
  forms.map(({ span }) => span.exact).reduce((long, form) => (form.length > long.length ? form : long), '');

/** Whether two articles have other fullest forms of a name, and neither is a part of the other. */
export function isWrittenTwoWays(person) {
  const forms = person.articles.map(({ forms }) => fullest(forms));
  return forms.some((a) => forms.some((b) => !a.includes(b) && !b.includes(a)));
}

/** The roles that a person is given, each once, whatever its capitals. @returns {string[]} */
export function rolesOf(person) {
  const roles = new Map();
  for (const { span } of person.articles.flatMap(({ roles }) => roles)) {
    const key = span.exact.toLowerCase();
    if (!roles.has(key)) roles.set(key, span.exact);
  }
  return [...roles.values()];
}

/** A name with the roles around it, where they first stand; each apart where they are far. */
function namePieces({ forms, roles }, texts) {
  const near = 200; // characters
  const spans = [...forms, ...roles].map(({ span }) => span).sort((a, b) => a.utf16.start - b.utf16.start);
  const pieces = [];
  let open = null;
  for (const span of spans) {
    const text = texts.get(span.article) ?? '';
    if (!isExact(text, span)) {
      pieces.push({ text: span.exact, marks: [], places: [] });
      continue;
    }
    const { start, end } = span.utf16;
    const breaks = open && (start - open.end > near || /\n/.test(text.slice(open.end, start)));
    if (!open || breaks) {
      open = { start, end, marks: [], article: span.article, text };
      pieces.push(open);
    }
    open.end = Math.max(open.end, end);
    open.marks.push({ start, end, kind: 'said' });
  }
  return pieces.map((one) =>
    one.places ? one : piece(one.text, one.article, one.start, one.end, one.marks, one.marks[0]),
  );
}

/**
 * A side for each way to write the name.
 * @param {import('./types.js').Person} person @param {Texts} texts
 * @returns {Exhibit}
 */
export function personExhibit(person, texts) {
  const sides = new Map();
  for (const one of person.articles) {
    const label = fullest(one.forms);
    if (!sides.has(label)) sides.set(label, { label, articles: [], origins: 0, pieces: [] });
    const side = sides.get(label);
    side.articles.push(one.article);
    side.pieces.push(...namePieces(one, texts));
  }
  return {
    key: person.name,
    kind: words.people.kind,
    headline: words.people.headline(person.name, person.articles.length),
    sides: [...sides.values()].map((side) => ({ ...side, pieces: collapse(side.pieces) })),
    silent: [],
    reason: rolesOf(person).join('; '),
    reasonLabel: words.people.roles,
    check: '',
  };
}

/** What each tab offers to look at, in its order: what the detail beside it shows. */
export function exhibitFor(tab, key, report, texts, names) {
  if (tab === 'conflicts') {
    const finding = report.findings.find((one) => one.id === key);
    return finding ? findingExhibit(finding, texts) : null;
  }
  if (tab === 'claims') {
    const row = report.coverage.rows.find((one) => one.id === key);
    return row ? claimExhibit(report, row, texts) : null;
  }
  if (tab === 'quotations') {
    const all = speakers(report).flatMap((speaker) => [...speaker.quoted, ...speaker.reported]);
    const utterance = all.find((one) => one.key === key);
    return utterance ? quotationExhibit(utterance, texts) : null;
  }
  if (tab === 'people') {
    const person = report.people?.find((one) => one.name === key);
    return person ? personExhibit(person, texts) : null;
  }
  const pair = report.reuse.pairs.find((one) => one.articles.join(' ') === key);
  return pair ? copyExhibit(pair, texts, names) : null;
}

/** What is looked at when the reader has not chosen. */
export function firstKey(tab, report, verdicts, filter) {
  if (tab === 'conflicts') {
    const { loud, low } = splitFindings(report, verdicts, filter);
    return (loud[0] ?? low[0])?.id ?? '';
  }
  if (tab === 'claims') return report.coverage.rows[0]?.id ?? '';
  if (tab === 'quotations') return speakers(report)[0]?.quoted[0]?.key ?? '';
  if (tab === 'people') return report.people?.[0]?.name ?? '';
  return report.reuse.pairs[0]?.articles.join(' ') ?? '';
}
