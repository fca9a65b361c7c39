// From what people paste and type to an article's fields. HTML is read by DOMParser, whose document runs
// nothing and loads nothing, and leaves this module as text only. Files: files.js.
import { parse } from './trusted.js';

/** @typedef {{source: string, title: string, date: string, url: string, text: string}} Fields */

/** Why a file gave no article. `code` has its sentence in words.js, which may want `details`. */
export class IngestError extends Error {
  constructor(code, ...details) {
    super(code);
    this.name = 'IngestError';
    this.code = code;
    this.details = details;
  }
}

const HEADER_KEYS = new Set(['source', 'title', 'date', 'url', 'id']);

/**
 * Plain text as it is, but for line ends (\n) and the header lines at its top, in any order: `source:`,
 * `title:`, `date:`, `url:`. They count only if an empty line or the end follows, so that a first sentence
 * "Source: police" stays (as core/io/article_file.cpp has it).
 * @param {string} input
 * @returns {Fields}
 */
export function fromText(input) {
  const text = input.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
  const fields = { source: '', title: '', date: '', url: '', text };
  const header = {};
  for (let at = 0; at < text.length; ) {
    const newline = text.indexOf('\n', at);
    const end = newline < 0 ? text.length : newline;
    const line = text.slice(at, end).trim();
    at = Math.min(end + 1, text.length);
    const colon = line.indexOf(':');
    const key = line.slice(0, Math.max(colon, 0)).trim().toLowerCase();
    if (line !== '' && !HEADER_KEYS.has(key)) break;
    if (line !== '') header[key] = line.slice(colon + 1).trim();
    if (line === '' || at === text.length) {
      if (Object.keys(header).length === 0) break;
      delete header.id; // the page gives ids
      return { ...fields, ...header, text: text.slice(at) };
    }
  }
  return fields;
}

// Elements whose content is not reading text.
const DROPPED = new Set(
  (
    'script style noscript template head title meta link object embed iframe svg math canvas audio video ' +
    'select option button input textarea datalist dialog nav'
  ).split(' '),
);
// In a whole saved page, what stands around the article.
const AROUND = new Set('header footer aside form menu'.split(' '));
// Elements that begin and end a paragraph. `li`, `tr` and their like begin and end a line.
const BLOCKS = new Set(
  (
    'p div h1 h2 h3 h4 h5 h6 ul ol dl blockquote pre figure figcaption section article main header footer ' +
    'aside nav address hr table form fieldset details summary body'
  ).split(' '),
);
const LINES = new Set(['li', 'tr', 'dt', 'dd', 'caption']);

/** Collects text with at most one space in a row and at most one empty line between paragraphs. */
class Lines {
  out = '';
  breaks = 0; // line ends owed before the next word
  space = false;
  marker = '';

  write(text) {
    for (const [index, word] of text.split(/[ \t\n\r\f]+/).entries()) {
      if (index > 0) this.space = true;
      if (word === '') continue;
      if (this.out !== '') this.out += this.breaks ? '\n'.repeat(this.breaks) : this.space ? ' ' : '';
      this.out += this.marker + word;
      this.breaks = 0;
      this.space = false;
      this.marker = '';
    }
  }

  /** At least `count` line ends before what follows. */
  end(count) {
    this.breaks = Math.max(this.breaks, count);
    this.space = false;
  }

  /** One more line end, at most an empty line. */
  lineBreak() {
    this.breaks = Math.min(this.breaks + 1, 2);
    this.space = false;
  }
}

export const isHidden = (element) =>
  element.hasAttribute('hidden') || /(^|;)\s*display\s*:\s*none/i.test(element.dataset.style ?? '');

function walk(node, lines, dropped, preformatted) {
  if (node.nodeType === 3) {
    if (!preformatted) return lines.write(node.data);
    for (const [index, line] of node.data.split(/\r\n|[\r\n]/).entries()) {
      if (index > 0) lines.lineBreak();
      lines.write(line);
    }
    return;
  }
  if (node.nodeType !== 1) return;
  const name = node.localName;
  if (name === 'br') return lines.lineBreak();
  if (dropped.has(name) || isHidden(node)) return;
  const breaks = BLOCKS.has(name) ? 2 : LINES.has(name) ? 1 : 0;
  if (breaks && !lines.marker) lines.end(breaks);
  if (name === 'li') {
    const list = node.parentElement;
    lines.marker = list?.localName === 'ol' ? `${[...list.children].indexOf(node) + 1}. ` : '• ';
  }
  if (name === 'td' || name === 'th') lines.write(' ');
  for (const child of node.childNodes) walk(child, lines, dropped, preformatted || name === 'pre');
  if (breaks) lines.end(breaks);
}

/**
 * The reading text below a node, as paragraphs.
 * @param {Node} root
 * @param {Set<string>} [dropped] names of elements whose content is left out
 */
export function textOf(root, dropped = DROPPED) {
  const lines = new Lines();
  for (const child of root.childNodes) walk(child, lines, dropped, false);
  return lines.out;
}

/** A whole page's text by its own elements alone. @param {Document} page */
export function textOfPage(page) {
  const articles = page.querySelectorAll('article');
  const root = articles.length === 1 ? articles[0] : (page.querySelector('main') ?? page.body);
  return textOf(root, new Set([...DROPPED, ...AROUND]));
}

/**
 * A piece of HTML, as it comes from the clipboard.
 * @param {string} html
 * @returns {Fields}
 */
export const fromHtml = (html) => fromText(textOf(parse(html).body));

/**
 * What a paste or a drop carries, HTML before plain text.
 * @param {DataTransfer} data
 * @returns {Fields | null} null if it has no text
 */
export function fromTransfer(data) {
  const html = data.getData('text/html');
  let fields = null;
  try {
    if (html) fields = fromHtml(html);
  } catch {
    // The page's policy lets no HTML be parsed; what was copied has its plain text, too.
  }
  if (fields?.text.trim()) return fields;
  const plain = data.getData('text/plain');
  return plain.trim() ? fromText(plain) : null;
}
