// The paragraphs of a Word file. Its XML is read tag by tag and never becomes a document, so that no
// entity, relation or macro in it can do anything.
import { fromText, IngestError } from './ingest.js';

const BODY = 'word/document.xml';
/** A document's XML unpacked; more than a long article has, less than a crafted archive would like. */
const MAX_XML_BYTES = 32 * 1024 * 1024;

const ENTITIES = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
const unescaped = (text) =>
  text.replace(/&(?:#x([\da-f]{1,6})|#(\d{1,7})|(amp|lt|gt|quot|apos));/gi, (whole, hex, decimal, name) => {
    if (name) return ENTITIES[name.toLowerCase()];
    const code = hex ? Number.parseInt(hex, 16) : Number(decimal);
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });

// What stands beside the text: what was deleted or moved away, a second form of the same box, a field's
// formula, a reading aid above a word, and what paragraphs and runs look like.
const SKIPPED = new Set(['del', 'moveFrom', 'Fallback', 'instrText', 'rt', 'pPr', 'rPr']);

/**
 * @param {string} xml word/document.xml
 * @returns {string} paragraphs with an empty line between them
 */
export function paragraphsOf(xml) {
  const done = [];
  const open = [{ text: '' }]; // a text box has paragraphs inside a paragraph
  let skipped = 0;
  let inText = false;
  // Prefixes differ between writers, so elements go by their local names.
  for (const [, closing, name, attributes, text] of xml.matchAll(
    /<(\/?)(?:[\w.-]+:)?([\w.-]+)((?:[\s/][^<>]*)?)>|([^<]+)/g,
  )) {
    if (text !== undefined) {
      if (inText && !skipped) open.at(-1).text += unescaped(text);
      continue;
    }
    const empty = attributes.endsWith('/');
    if (SKIPPED.has(name)) {
      // An empty one marks a paragraph's end as deleted and has nothing inside.
      if (!empty) skipped = Math.max(0, skipped + (closing ? -1 : 1));
    } else if (name === 't') inText = !closing && !empty;
    else if (skipped) continue;
    else if (name === 'p' && !closing && !empty) open.push({ text: '' });
    else if (name === 'p' && closing && open.length > 1) done.push(open.pop().text.trim());
    else if (name === 'tab' && !closing) open.at(-1).text += ' ';
    else if ((name === 'br' || name === 'cr') && !closing) open.at(-1).text += '\n';
    else if (name === 'noBreakHyphen' && !closing) open.at(-1).text += '\u2011';
  }
  return done.filter((paragraph) => paragraph !== '').join('\n\n');
}

/**
 * @param {Uint8Array} bytes
 * @param {() => Promise<{unzipSync: Function}>} load fflate
 * @returns {Promise<import('./ingest.js').Fields>}
 */
export async function fromDocx(bytes, load) {
  const { unzipSync } = await load().catch(() => {
    throw new IngestError('not_loaded');
  });
  let xml;
  try {
    const filter = ({ name, originalSize }) => name === BODY && originalSize <= MAX_XML_BYTES;
    xml = unzipSync(bytes, { filter })[BODY];
  } catch {
    throw new IngestError('docx'); // no archive, or a broken one
  }
  if (!xml) throw new IngestError('docx');
  return fromText(paragraphsOf(new TextDecoder().decode(xml)));
}
