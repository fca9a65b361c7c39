// From a file to the articles in it. The libraries are loaded only when a file needs one.
import { fromDocx } from './docx.js';
import { fromText, IngestError } from './ingest.js';
import { fromJson } from './json.js';
import { fromMail } from './mail.js';
import { fromPage } from './webpage.js';

/** @typedef {import('./ingest.js').Fields} Fields */

/** The engine's own limit (core/io/request.h): no use in reading more. */
export const MAX_FILE_BYTES = 4 * 1024 * 1024;

/** A .docx or a mail carries its pictures along; only its text is unpacked. */
export const MAX_PACKED_BYTES = 32 * 1024 * 1024;

/** A saved report is many times as long as its articles. */
export const MAX_JSON_BYTES = 64 * 1024 * 1024;
const LIMITS = { docx: MAX_PACKED_BYTES, mail: MAX_PACKED_BYTES, json: MAX_JSON_BYTES };

/** What the file chooser offers. */
export const ACCEPT =
  '.txt,.md,.markdown,.html,.htm,.docx,.eml,.json,text/plain,text/markdown,text/html,application/json,' +
  'message/rfc822,application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** Where the libraries lie in the built page (tools/build_page.mjs). */
const fromOwnOrigin = {
  fflate: () => import('../lib/fflate.mjs'),
  readability: () => import('../lib/readability.mjs'),
  postalMime: () => import('../lib/postal-mime/postal-mime.js'),
};

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

const megabytes = (bytes) => (bytes / 1024 / 1024).toFixed(1).replace(/\.0$/, '');

const KINDS = [
  ['docx', /\.docx$/i, /wordprocessingml\.document$/],
  ['mail', /\.eml$/i, /^message\/rfc822$/],
  ['json', /\.json$/i, /^application\/([\w.]+\+)?json$/],
  ['page', /\.x?html?$/i, /^(text\/html|application\/xhtml\+xml)$/],
];
const kindOf = ({ name, type }) =>
  KINDS.find(([, ending]) => ending.test(name))?.[0] ??
  KINDS.find(([, , media]) => media.test(type))?.[0] ??
  'text';

/** The metadata that many editors write above a Markdown text, as the header lines that fromText knows. */
const withoutFences = (text) =>
  text.replace(/^\uFEFF?---[ \t]*\r?\n((?:[\w-]+:.*\r?\n)+)---[ \t]*\r?\n/, (_, lines) => {
    const known = lines.split(/\r?\n/).filter((line) => /^(source|title|date|url):/i.test(line));
    return known.length
      ? `${known.map((line) => line.replace(/:\s*(["'])(.*)\1\s*$/, ': $2')).join('\n')}\n\n`
      : '';
  });

/**
 * The articles in a file: one, or those of a report or a list.
 * @param {File} file
 * @param {typeof fromOwnOrigin} [libraries]
 * @returns {Promise<(Fields & {id?: string})[]>}
 * @throws {IngestError}
 */
export async function fromFile(file, libraries = fromOwnOrigin) {
  const kind = kindOf(file);
  const limit = LIMITS[kind] ?? MAX_FILE_BYTES;
  if (file.size > limit) throw new IngestError('too_large', megabytes(file.size), megabytes(limit));
  let buffer;
  try {
    buffer = await file.arrayBuffer();
  } catch {
    throw new IngestError('unreadable');
  }
  if (buffer.byteLength === 0) throw new IngestError('empty');
  if (kind === 'json') return fromJson(decode(buffer));
  let fields;
  if (kind === 'docx') fields = await fromDocx(new Uint8Array(buffer), libraries.fflate);
  else if (kind === 'mail') fields = await fromMail(buffer, libraries.postalMime);
  else if (kind === 'page') fields = await fromPage(decode(buffer), libraries.readability);
  else
    fields = fromText(/\.(md|markdown)$/i.test(file.name) ? withoutFences(decode(buffer)) : decode(buffer));
  if (fields.text.trim() === '') throw new IngestError('empty');
  if (!fields.title) fields.source ||= outletOf(file.name);
  return [fields];
}
