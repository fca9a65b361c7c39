// A report as a file to keep or to hand on: pure functions from a report and the texts it is about to text.
// What quotes the articles quotes only the evidence; FORMATS says which file holds the articles whole.
import {
  byId,
  checkedLine,
  cited,
  citedAll,
  decisionOn,
  inOrder,
  kindOf,
  oneLine,
  sectionsOf,
  sidesOf,
  titleOfReport,
} from './evidence.js';
import { documentOf } from './export_html.js';
import { isExact } from './highlight.js';
import { webAddress } from './model.js';
import { words } from './words.js';

/** @typedef {import('./types.js').Report} Report */
/** @typedef {import('./evidence.js').Text} Text */
/** @typedef {import('./verdicts.js').Verdicts} Verdicts */

// ---- JSON

/**
 * The request, its report and the verdicts, as docs/export.md has them. Without a report, `texts` are articles.
 * @param {Report | null} report @param {Text[]} texts @param {string} _made @param {Verdicts} verdicts
 */
export function toJson(report, texts, _made, verdicts) {
  const said = byId(texts);
  const articles = (report?.articles ?? texts).map(({ id, source, title, date, url }) => ({
    id,
    source,
    title,
    date,
    url,
    text: said.get(id) ?? '',
  }));
  return `${JSON.stringify({ about: words.export.about, request: { articles }, report, verdicts }, null, 1)}\n`;
}

// ---- Markdown

/** Text that Markdown leaves as it is. */
function plainMarkdown(text) {
  return oneLine(text)
    .replace(/[\\`*_[\]<>~|&]/g, '\\$&')
    .replace(/^[#+=-]/, '\\$&')
    .replace(/^(\d+)([.)])/, '$1\\$2');
}

const markdownLink = (text, url) => (url ? `[${plainMarkdown(text)}](<${url}>)` : plainMarkdown(text));

function findingLines(report, finding, texts, verdicts) {
  const lines = [`### ${plainMarkdown(finding.message)}`, '', kindOf(finding), ''];
  const { said, note } = decisionOn(verdicts, finding.id);
  if (said) lines.push(`**${plainMarkdown(said)}**`, '');
  if (note) lines.push(plainMarkdown(words.export.note(note)), '');
  for (const side of sidesOf(report, finding, texts)) {
    const heading = [side.heading, side.who].filter(Boolean).map(plainMarkdown);
    if (heading.length) lines.push(`#### ${heading.join(' · ')}`, '');
    for (const { text, sources } of side.quotes) {
      lines.push(`> ${plainMarkdown(text)}`);
      const from = sources.map((source) => markdownLink(cited(source), source.url)).join('; ');
      if (from) lines.push('>', `> — ${from}`);
      lines.push('');
    }
  }
  return [...lines, plainMarkdown(`${words.exhibit.why}: ${finding.reason}`), ''];
}

/** @param {Report} report @param {Text[]} texts @param {string} made  the day @param {Verdicts} verdicts */
export function toMarkdown(report, texts, made, verdicts) {
  const said = byId(texts);
  const lines = [`# ${plainMarkdown(titleOfReport(report))}`, '', words.export.made(made), ''];
  lines.push(`## ${words.export.articles}`, '');
  for (const article of report.articles) {
    const status = words.article.status[article.status];
    const own = article.title && article.title !== article.label;
    const name = cited({ name: article.label, date: article.date });
    const url = webAddress(article.url);
    lines.push(
      `- ${own ? `${plainMarkdown(name)}: ${markdownLink(article.title, url)}` : markdownLink(name, url)}` +
        (status ? ` (${status})` : ''),
    );
  }
  lines.push('');
  for (const { heading, findings, instead } of sectionsOf(report, verdicts)) {
    lines.push(`## ${heading}`, '');
    if (instead) lines.push(instead, '');
    for (const finding of findings) lines.push(...findingLines(report, finding, said, verdicts));
  }
  lines.push(`## ${words.export.checked}`, '', checkedLine(report), '');
  for (const one of report.abstained) lines.push(`- ${plainMarkdown(one.message)}`);
  return `${lines.join('\n').trimEnd()}\n`;
}

// ---- CSV

/**
 * A cell in marks. A spreadsheet takes what begins with = + - @ (or their wide forms), a tab or a return for
 * a formula and may run it; an apostrophe before it makes it text. The same behind a semicolon, a tab or a
 * line's end, where a spreadsheet that doesn't separate by commas would begin a cell of its own.
 * @param {unknown} value
 */
export function cell(value) {
  const text = String(value)
    .replace(/^[=+\-@\t\r＝＋－＠]/, "'$&")
    .replace(/([;\t\r\n]\s*"?)(?=[=+\-@＝＋－＠])/g, "$1'");
  return `"${text.replaceAll('"', '""')}"`;
}

/** One finding a row; as many groups of columns as the finding with most sides has. The mark in front says UTF-8. */
export function toCsv(report, texts, _made, verdicts) {
  const said = byId(texts);
  const rows = inOrder(report, verdicts).map((finding) => ({
    finding,
    sides: sidesOf(report, finding, said),
  }));
  const most = Math.max(0, ...rows.map(({ sides }) => sides.length));
  const { columns, sideColumns } = words.export;
  const table = [[...columns, ...Array.from({ length: most }, (_, n) => sideColumns(n + 1)).flat()]];
  for (const { finding, sides } of rows) {
    const { verdict, why, note } = decisionOn(verdicts, finding.id);
    const row = [
      finding.id,
      words.severity[finding.severity],
      finding.score,
      words.family[finding.family] ?? finding.family,
      finding.message,
      finding.reason,
      finding.check,
      verdict,
      why,
      note,
    ];
    for (let n = 0; n < most; ++n) {
      const { heading = '', who = '', quotes = [] } = sides[n] ?? {};
      const lines = quotes.map(
        ({ text, sources }) =>
          words.export.quoted(oneLine(text)) + (sources.length ? ` (${citedAll(sources)})` : ''),
      );
      const urls = quotes.flatMap(({ sources }) => sources.map((source) => source.url)).filter(Boolean);
      row.push(heading, who, lines.join('\n'), urls.join('\n'));
    }
    table.push(row);
  }
  return `\ufeff${table.map((row) => `${row.map(cell).join(',')}\r\n`).join('')}`;
}

// ---- Web annotations

const AROUND = 32; // characters before and behind a quotation that tell it from another of the same words

/**
 * W3C Web Annotation Data Model: one annotation for each side of each finding, its evidence as targets.
 * Positions are code points in the article's text as it was compared, which is not always all of its page.
 * @param {Report} report @param {Text[]} texts @param {string} _made @param {Verdicts} verdicts
 */
export function toAnnotations(report, texts, _made, verdicts) {
  const said = byId(texts);
  const articles = new Map(report.articles.map((article) => [article.id, article]));
  const sourceOf = (id) => {
    const article = articles.get(id);
    const named = `urn:x-crossread:article:${article?.hash ?? ''}:${encodeURIComponent(id)}`;
    return webAddress(article?.url ?? '') ?? named;
  };
  const target = (span) => {
    const text = said.get(span.article) ?? '';
    const quote = { type: 'TextQuoteSelector', exact: span.exact };
    const selector = [quote];
    if (isExact(text, span)) {
      // By code points, so that no character is cut in two.
      quote.prefix = [...text.slice(0, span.utf16.start).slice(-2 * AROUND)].slice(-AROUND).join('');
      quote.suffix = [...text.slice(span.utf16.end).slice(0, 2 * AROUND)].slice(0, AROUND).join('');
      selector.push({ type: 'TextPositionSelector', ...span.codePoints });
    }
    return { type: 'SpecificResource', source: sourceOf(span.article), selector };
  };
  const decision = ({ id }) => {
    const { said, note } = decisionOn(verdicts, id);
    return [said && body(said, 'assessing'), note && body(note, 'commenting')].filter(Boolean);
  };
  const items = inOrder(report, verdicts).flatMap((finding) =>
    (finding.groups.length ? finding.groups : [{ label: '' }]).map((group, index) => ({
      id: `urn:x-crossread:finding:${finding.id}:${index}`,
      type: 'Annotation',
      motivation: finding.severity === 'info' ? 'describing' : 'assessing',
      body: [
        body(finding.message, 'describing'),
        ...[finding.severity, finding.family, group.label]
          .filter(Boolean)
          .map((text) => body(text, 'tagging')),
        ...decision(finding),
      ],
      target: finding.spans.filter((span) => (span.group ?? 0) === index).map(target),
    })),
  );
  const collection = {
    '@context': 'http://www.w3.org/ns/anno.jsonld',
    id: 'urn:x-crossread:report',
    type: 'AnnotationCollection',
    label: titleOfReport(report),
    total: items.filter((item) => item.target.length).length,
    first: {
      id: 'urn:x-crossread:report:1',
      type: 'AnnotationPage',
      startIndex: 0,
      items: items.filter((item) => item.target.length),
    },
  };
  return `${JSON.stringify(collection, null, 1)}\n`;
}

const body = (value, purpose) => ({ type: 'TextualBody', value, format: 'text/plain', purpose });

// ---- all of them

/** `whole`: the file holds the articles' full text. */
export const FORMATS = {
  html: { make: documentOf, ending: 'html', type: 'text/html', whole: false },
  markdown: { make: toMarkdown, ending: 'md', type: 'text/markdown', whole: false },
  csv: { make: toCsv, ending: 'csv', type: 'text/csv', whole: false },
  annotations: { make: toAnnotations, ending: 'jsonld', type: 'application/ld+json', whole: false },
  json: { make: toJson, ending: 'json', type: 'application/json', whole: true },
};

/** "2026-03-15" as the reader's calendar has it. @param {Date} now */
const day = (now) =>
  [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((n) => String(n).padStart(2, '0')).join('-');

/**
 * "2026-03-15-footbridge-at-orrin-closed.html": letters, digits and hyphens alone, whatever the title has.
 * @param {Report} report @param {string} ending @param {Date} now
 */
export function fileName(report, ending, now) {
  const first = report.articles[0];
  const safe = (first?.title || first?.label || '')
    .normalize('NFKD')
    .replace(/[\p{M}'’]/gu, '')
    .replace(/[^A-Za-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .toLowerCase();
  const short =
    safe.length > 60
      ? safe
          .slice(0, 61)
          .replace(/-[^-]*$/, '')
          .slice(0, 60)
      : safe;
  return `${day(now)}-${short || 'crossread'}.${ending}`;
}

/**
 * @param {keyof FORMATS} format @param {Report} report @param {Text[]} texts @param {Date} now
 * @param {Verdicts} [verdicts]
 * @returns {{name: string, type: string, text: string}}
 */
export function exported(format, report, texts, now, verdicts = {}) {
  const { make, ending, type } = FORMATS[format];
  return { name: fileName(report, ending, now), type, text: make(report, texts, day(now), verdicts) };
}
