// What every export says of a finding: its sides, each with its words and where they stand.
import { findingExhibit, splitFindings, unchecked, webAddress } from './model.js';
import { straight } from './straight.js';
import { verdictOf } from './verdicts.js';
import { list, shortDate, words } from './words.js';

/** @typedef {{id: string, text: string}} Text  an article's text, as it was compared */
/** @typedef {{name: string, title: string, date: string, url: string | null}} Source  `url` leads to the words */
/** @typedef {{text: string, marks: import('./highlight.js').Mark[], sources: Source[]}} Quote */
/** @typedef {{heading: string, who: string, quotes: Quote[]}} Side */

const spaced = (text) => text.replace(/\s+/gu, ' ').trim();

/**
 * Words on one line, for formats in which a line break means something, and nothing in them to turn around what
 * stands beside them there.
 * @param {string} text
 */
export const oneLine = (text) => spaced(straight(text));

const LONG = 80; // characters: beyond these a text fragment gives only the first and the last words
const ENDS = 5; // so many words of them

/**
 * The address of a page with a text fragment, with which a browser scrolls to these words and marks them.
 * Null if the address is none of a web page.
 * @param {string} url @param {string} quote
 */
export function fragmentLink(url, quote) {
  const address = webAddress(url);
  if (address === null) return null;
  const said = quote.trim();
  if (said === '') return address;
  // Commas and hyphens mean something in a text fragment. Across paragraphs only its two ends may be given.
  const encoded = (text) => encodeURIComponent(spaced(text)).replaceAll('-', '%2D');
  const all = said.split(/\s+/u);
  const whole = (said.length <= LONG && !said.includes('\n')) || all.length < 2 * ENDS;
  const text = whole
    ? encoded(said)
    : `${encoded(all.slice(0, ENDS).join(' '))},${encoded(all.slice(-ENDS).join(' '))}`;
  const [plain] = address.split(':~:');
  return `${plain}${plain.includes('#') ? '' : '#'}:~:text=${text}`;
}

/** @param {Text[]} texts */
export const byId = (texts) => new Map(texts.map(({ id, text }) => [id, text]));

/**
 * @param {import('./types.js').Report} report
 * @param {import('./types.js').Finding} finding
 * @param {Map<string, string>} texts
 * @returns {Side[]}
 */
export function sidesOf(report, finding, texts) {
  const articles = new Map(report.articles.map((article) => [article.id, article]));
  const source = (id, quote) => {
    const article = articles.get(id);
    return {
      name: article?.label ?? id,
      title: article?.title ?? '',
      date: article?.date ?? '',
      url: fragmentLink(article?.url ?? '', quote),
    };
  };
  return findingExhibit(finding, texts).sides.map((side) => {
    const who = side.articles.map((id) => articles.get(id)?.label ?? id);
    return {
      heading: side.label,
      who: who.length ? words.exhibit.side(who, side.origins) : '',
      quotes: side.pieces.map((piece) => {
        // Words that the text no longer has at their place still have their article, if their side has only one.
        const from = piece.places.length
          ? new Set(piece.places.map((place) => place.article))
          : side.articles.slice(0, side.articles.length === 1 ? 1 : 0);
        return {
          text: piece.text,
          marks: piece.marks,
          sources: [...from].map((id) => source(id, piece.text)),
        };
      }),
    };
  });
}

/** "Vale Press, 14 Mar 2026" @param {{name: string, date: string}} source */
export const cited = ({ name, date }) => (date ? `${name}, ${shortDate(date)}` : name);

/** "Vale Press, 14 Mar 2026; Lode Valley Radio" @param {Source[]} sources */
export const citedAll = (sources) => sources.map(cited).join('; ');

/**
 * A finding to paste elsewhere: its sentence, then who says what, with links where there are any.
 * @param {import('./types.js').Report} report @param {string} id @param {Text[]} texts
 */
export function copiedFinding(report, id, texts) {
  const finding = report.findings.find((one) => one.id === id);
  if (!finding) return '';
  const quotes = sidesOf(report, finding, byId(texts)).flatMap((side) => side.quotes);
  const paragraphs = quotes.map(({ text, sources }) =>
    [
      `${sources.length ? `${oneLine(citedAll(sources))}: ` : ''}${words.export.quoted(oneLine(text))}`,
      ...sources.map((source) => source.url).filter(Boolean),
    ].join('\n'),
  );
  return [oneLine(finding.message), ...paragraphs].join('\n\n');
}

/** "Checked: 7 kinds in 10 claims. Could not check: 2." @param {import('./types.js').Report} report */
export const checkedLine = (report) =>
  `${words.checked.done(report.checked.checks.length, report.checked.claims)} ${words.checked.not(unchecked(report))}`;

/**
 * The findings as the page has them: conflicts, smaller differences, notes; apart from them what the reader
 * dismissed. Without conflicts, what is to be said instead stands in `instead`: no file may look like an approval.
 * @param {import('./types.js').Report} report @param {import('./verdicts.js').Verdicts} verdicts
 */
export function sectionsOf(report, verdicts) {
  const { loud, low, info, dismissed } = splitFindings(report, verdicts);
  const { checks, claims } = report.checked;
  const clean = splitFindings(report).loud.length
    ? words.findings.allDismissed
    : words.findings.clean(claims, checks.length, unchecked(report));
  return [
    { heading: words.tabs.conflicts, findings: loud, instead: loud.length ? '' : clean },
    { heading: words.findings.low(low.length), findings: low, instead: '' },
    { heading: words.findings.info(info.length), findings: info, instead: '' },
    { heading: words.export.dismissed(dismissed.length), findings: dismissed, instead: '' },
  ].filter(({ findings, instead }) => findings.length || instead);
}

/** Those that stand, then those that were dismissed. @returns {import('./types.js').Finding[]} */
export function inOrder(report, verdicts) {
  const { dismissed } = splitFindings(report, verdicts);
  return [...report.findings.filter((finding) => !dismissed.includes(finding)), ...dismissed];
}

/**
 * What the reader decided, in words; '' for what there is not. `said` has the reason too.
 * @param {import('./verdicts.js').Verdicts} verdicts @param {string} id
 */
export function decisionOn(verdicts, id) {
  const { verdict, reason, note } = verdictOf(verdicts, id);
  const why = words.verdict.reasons[reason] ?? '';
  return {
    said: verdict && words.verdict[verdict](why),
    verdict: verdict && words.verdict.decided[verdict],
    why,
    note,
  };
}

/** "High · Number" @param {import('./types.js').Finding} finding */
export const kindOf = ({ severity, family }) =>
  `${words.severity[severity]} · ${words.family[family] ?? family}`;

/** The names of the articles that were compared. @param {import('./types.js').Report} report */
export const titleOfReport = (report) =>
  words.export.title(
    list(report.articles.filter((one) => one.status === 'compared').map((one) => one.label)),
  );
