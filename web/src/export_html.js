// A report as a document of its own: one HTML file without scripts, pictures or requests, made to be printed.
import {
  byId,
  checkedLine,
  cited,
  decisionOn,
  kindOf,
  sectionsOf,
  sidesOf,
  titleOfReport,
} from './evidence.js';
import { segments } from './highlight.js';
import { webAddress } from './model.js';
import { shortDate, words } from './words.js';

const ENTITIES = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
/** For content and for attributes in marks. @param {unknown} text */
export const escaped = (text) => String(text).replace(/[&<>"']/g, (character) => ENTITIES[character]);

const STYLE = `
:root { color-scheme: light dark; }
body { max-width: 44rem; margin: 2rem auto; padding: 0 1rem; font: 1rem/1.5 Charter, "Bitstream Charter", Georgia, serif; overflow-wrap: anywhere; }
h1 { font-size: 1.6rem; line-height: 1.25; }
h2 { margin: 2.5rem 0 0; border-bottom: 1px solid; font-size: 1.2rem; }
h3 { margin: 0.25rem 0 0.75rem; font-size: 1.05rem; line-height: 1.35; }
h4 { margin: 0.75rem 0 0; font-size: 1rem; }
.finding { margin: 1.5rem 0; }
.kind, .why, .made, .status, .decision, figcaption { margin: 0; font: 0.85rem/1.45 system-ui, sans-serif; }
p.decision { margin-bottom: 0.5rem; white-space: pre-line; }
figure { margin: 0.5rem 0 0.75rem; padding-left: 0.9rem; border-left: 3px solid; }
blockquote { margin: 0; white-space: pre-line; }
mark { background: none; color: inherit; font-weight: 700; text-decoration: underline; text-underline-offset: 0.2em; }
a { color: inherit; }
@page { margin: 2cm; }
@media print {
  :root { color-scheme: light; font-size: 10.5pt; }
  body { max-width: none; margin: 0; padding: 0; }
  h1, h2, h3, h4, .kind { break-after: avoid; }
  figure, li, .why { break-inside: avoid; }
  p, blockquote { orphans: 3; widows: 3; }
  .articles a::after { content: " (" attr(href) ")"; font-size: 0.8em; }
}
`;

const link = (text, url) =>
  url ? `<a href="${escaped(url)}" rel="noreferrer">${escaped(text)}</a>` : escaped(text);

/** The words with those that differ in marks. */
function marked({ text, marks }) {
  const differing = marks.filter((mark) => mark.kind === 'differs');
  return segments(0, text.length, differing)
    .map(({ start, end, marks: here }) => {
      const said = escaped(text.slice(start, end));
      return here.length ? `<mark>${said}</mark>` : said;
    })
    .join('');
}

function figure(quote) {
  const sources = quote.sources.map((source) => link(cited(source), source.url)).join('; ');
  const caption = sources ? `<figcaption dir="auto">${sources}</figcaption>` : '';
  return `<figure><blockquote dir="auto">${marked(quote)}</blockquote>${caption}</figure>`;
}

function side({ heading, who, quotes }) {
  const named = [heading, who].filter(Boolean).map(escaped).join(' · ');
  return `${named ? `<h4 dir="auto">${named}</h4>` : ''}\n${quotes.map(figure).join('\n')}`;
}

/** What the reader decided and noted. */
function decision({ said, note }) {
  const lines = [said && `<strong>${escaped(said)}</strong>`, note && escaped(words.export.note(note))];
  return lines
    .filter(Boolean)
    .map((line) => `<p class="decision" dir="auto">${line}</p>\n`)
    .join('');
}

function findingOf(report, finding, texts, verdicts) {
  return `<section class="finding">
<p class="kind">${escaped(kindOf(finding))}</p>
<h3 dir="auto">${escaped(finding.message)}</h3>
${decision(decisionOn(verdicts, finding.id))}${sidesOf(report, finding, texts).map(side).join('\n')}
<p class="why" dir="auto">${escaped(words.exhibit.why)}: ${escaped(finding.reason)}</p>
</section>`;
}

function articleOf(article) {
  const url = webAddress(article.url);
  const date = article.date ? `, ${escaped(shortDate(article.date))}` : '';
  const title = article.title && article.title !== article.label ? `: ${link(article.title, url)}` : '';
  const status = words.article.status[article.status];
  return (
    `<li dir="auto">${title ? escaped(article.label) : link(article.label, url)}${date}${title}` +
    `${status ? ` <span class="status">(${escaped(status)})</span>` : ''}</li>`
  );
}

/**
 * @param {import('./types.js').Report} report
 * @param {import('./evidence.js').Text[]} texts
 * @param {string} made  the day
 * @param {import('./verdicts.js').Verdicts} verdicts
 */
export function documentOf(report, texts, made, verdicts) {
  const said = byId(texts);
  const sections = sectionsOf(report, verdicts).map(({ heading, findings, instead }) =>
    [
      `<h2>${escaped(heading)}</h2>`,
      instead && `<p>${escaped(instead)}</p>`,
      ...findings.map((finding) => findingOf(report, finding, said, verdicts)),
    ].join('\n'),
  );
  const title = escaped(titleOfReport(report));
  // The policy is a second lock: nothing in this file could run or be fetched even if something slipped in.
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>${title}</title>
<style>${STYLE}</style>
</head>
<body>
<h1 dir="auto">${title}</h1>
<p class="made">${escaped(words.export.made(made))}</p>
<h2>${escaped(words.export.articles)}</h2>
<ol class="articles">
${report.articles.map(articleOf).join('\n')}
</ol>
${sections.join('\n')}
<h2>${escaped(words.export.checked)}</h2>
<p>${escaped(checkedLine(report))}</p>
${report.abstained.length ? `<ul>${report.abstained.map((one) => `<li dir="auto">${escaped(one.message)}</li>`).join('\n')}</ul>` : ''}
</body>
</html>
`;
}
