// From what people paste, drop and type to an article's fields. Pasted HTML is read by DOMParser, which
// runs nothing and loads nothing, and leaves this module as text only.

/** @typedef {{source: string, title: string, date: string, url: string, text: string}} Fields */

/** Why a file gave no article. `code` has its sentence in words.js. */
export class IngestError extends Error {
  constructor(code, detail = '') {
    super(code);
    this.name = 'IngestError';
    this.code = code;
    this.detail = detail;
  }
}

/** The engine's own limit (core/io/request.h): no use in reading more. */
export const MAX_FILE_BYTES = 4 * 1024 * 1024;

/** What the file chooser offers. */
export const ACCEPT = '.txt,.md,.markdown,.html,.htm,text/plain,text/markdown,text/html';

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
    'select option button input textarea datalist dialog'
  ).split(' '),
);
// In a whole saved page, what stands around the article.
const AROUND = new Set('nav header footer aside form menu'.split(' '));
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

/**
 * Styles and handlers put out of action before anything is parsed. They would do nothing in a DOMParser's
 * document, but the page's Content-Security-Policy would complain of each, and a host's may report complaints.
 * @param {string} html
 */
const inert = (html) =>
  html
    .replace(/<style\b[^>]*>[\s\S]*?<\/style\s*>/gi, '')
    .replace(/<[a-z][^>]*>/gi, (tag) => tag.replace(/([\s"'/])(style|on[a-z]+)(?=\s*=)/gi, '$1data-$2'));

const isHidden = (element) =>
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
 * @param {string} html
 * @param {{page?: boolean}} [options] `page`: a whole saved page, of which the article is wanted
 * @returns {Fields}
 */
export function fromHtml(html, { page = false } = {}) {
  const parsed = new DOMParser().parseFromString(inert(html), 'text/html');
  const articles = parsed.querySelectorAll('article');
  const root = page
    ? articles.length === 1
      ? articles[0]
      : (parsed.querySelector('main') ?? parsed.body)
    : parsed.body;
  const lines = new Lines();
  const dropped = page ? new Set([...DROPPED, ...AROUND]) : DROPPED;
  for (const child of root.childNodes) walk(child, lines, dropped, false);
  const fields = fromText(lines.out);
  if (page) fields.title ||= parsed.title.trim();
  return fields;
}

/**
 * What a paste or a drop carries, HTML before plain text.
 * @param {DataTransfer} data
 * @returns {Fields | null} null if it has no text
 */
export function fromTransfer(data) {
  const html = data.getData('text/html');
  const fields = html ? fromHtml(html) : null;
  if (fields?.text.trim()) return fields;
  const plain = data.getData('text/plain');
  return plain.trim() ? fromText(plain) : null;
}

/**
 * UTF-8, or UTF-16 with its mark.
 * @param {ArrayBuffer} buffer
 */
function decode(buffer) {
  const bytes = new Uint8Array(buffer);
  const mark = bytes.length > 1 ? (bytes[0] << 8) | bytes[1] : 0;
  const encoding = mark === 0xfffe ? 'utf-16le' : mark === 0xfeff ? 'utf-16be' : 'utf-8';
  // NUL stands in no text; it and a PDF's first bytes tell a binary file before a decoder guesses.
  if (
    encoding === 'utf-8' &&
    (bytes.includes(0) || String.fromCharCode(...bytes.subarray(0, 5)) === '%PDF-')
  ) {
    throw new IngestError('binary');
  }
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(buffer);
  } catch {
    throw new IngestError('encoding');
  }
}

/**
 * An outlet's name from a file's, if it reads as a name: "Vale_Press.txt", but not "0231_9f3c.txt", whose
 * article is better called by its letter.
 * @param {string} name
 */
export function outletOf(name) {
  const stem = name
    .replace(/\.[^.]+$/, '')
    .replace(/_+/g, ' ')
    .trim();
  return /^\p{L}[\p{L}\p{M} .'’&-]+$/u.test(stem) ? stem : '';
}

/**
 * @param {File} file
 * @returns {Promise<Fields>}
 * @throws {IngestError}
 */
export async function fromFile(file) {
  if (file.size > MAX_FILE_BYTES) throw new IngestError('too_large', (file.size / 1024 / 1024).toFixed(1));
  let buffer;
  try {
    buffer = await file.arrayBuffer();
  } catch {
    throw new IngestError('unreadable');
  }
  const text = decode(buffer);
  const fields =
    /\.html?$/i.test(file.name) || file.type === 'text/html'
      ? fromHtml(text, { page: true })
      : fromText(text);
  if (fields.text.trim() === '') throw new IngestError('empty');
  if (!fields.title) fields.source ||= outletOf(file.name);
  return fields;
}
