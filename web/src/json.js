// Articles in JSON: news items in ninjs 1.x, 2.x and 3.x, and Crossread's own requests and reports
// (docs/report.md, docs/export.md), which keep their articles' ids, so that findings keep theirs.
import { fromHtml, fromText, IngestError } from './ingest.js';
import { readSaved } from './reopen.js';

const isObject = (value) => typeof value === 'object' && value !== null && !Array.isArray(value);
const string = (value) => (typeof value === 'string' ? value : '');
const webAddress = (value) => (/^https?:\/\//i.test(string(value)) ? value : '');

/** A member by its name, whatever the case: versioncreated in ninjs 1 and 2, versionCreated in 3. */
const member = (item, name) => item[Object.keys(item).find((key) => key.toLowerCase() === name) ?? name];

/** In a list of {role, value}: the main one, else the first. */
const mainOf = (list) =>
  Array.isArray(list) ? (list.find((one) => one?.role === 'main') ?? list.find(isObject)) : undefined;

const isNinjs = (item) => isObject(item) && 'uri' in item && !('text' in item);

/** Markup before plain text: the plain text of a ninjs item often has no paragraphs. */
function bodyOf(item) {
  const bodies = Array.isArray(item.bodies) ? item.bodies.filter(isObject) : [];
  const typed = bodies.map((body) => [string(member(body, 'contenttype')), string(body.value)]);
  const html = string(item.body_html) || string(item.body_xhtml) || typed.find(([t]) => /html/i.test(t))?.[1];
  if (html) return fromHtml(html).text;
  const plain =
    string(item.body_text) || typed.find(([type]) => type === '' || /^text\/plain/i.test(type))?.[1];
  return fromText(plain ?? '').text;
}

function fromNinjs(item) {
  const sources = member(item, 'infosources') ?? member(item, 'infosource');
  return {
    source: string(mainOf(sources)?.name) || string(member(item, 'copyrightholder')),
    title: (string(item.headline) || string(mainOf(item.headlines)?.value)).replace(/<[^>]*>/g, '').trim(),
    // Of this version: what "on Friday" in its text counts from.
    date:
      string(member(item, 'versioncreated')) ||
      string(member(item, 'contentcreated')) ||
      string(member(item, 'firstcreated')),
    url: webAddress(item.uri),
    text: bodyOf(item),
  };
}

/** Of a request or a report. */
const fromOwn = ({ id, source, title, date, url, text }) => ({
  id: string(id),
  source: string(source),
  title: string(title),
  date: string(date),
  url: string(url),
  text: string(text),
});

/**
 * @param {string} text
 * @returns {(import('./ingest.js').Fields & {id?: string})[] & {saved?: import('./reopen.js').Saved}}
 * @throws {IngestError}
 */
export function fromJson(text) {
  let json;
  try {
    json = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    throw new IngestError('json');
  }
  const ofReport = isObject(json) && 'schemaVersion' in json && 'findings' in json;
  const saved = readSaved(json);
  const items = Array.isArray(json)
    ? json
    : saved
      ? json.request.articles
      : (json?.articles ?? json?.items ?? [json]);
  if (!Array.isArray(items) || items.length === 0) throw new IngestError('json_unknown');
  if (ofReport && !items.every((item) => typeof item?.text === 'string')) throw new IngestError('report');
  const known = items.filter((item) => isNinjs(item) || typeof item?.text === 'string');
  if (known.length === 0) throw new IngestError('json_unknown');
  // Pictures and films are news items too, but no articles.
  const read = known.flatMap((item) => {
    const fields = isNinjs(item) ? fromNinjs(item) : fromOwn(item);
    return isNinjs(item) && item.type !== 'text' && fields.text.trim() === '' ? [] : [fields];
  });
  if (read.every((fields) => fields.text.trim() === '')) throw new IngestError('empty');
  return saved ? Object.assign(read, { saved }) : read;
}
