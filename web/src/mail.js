// A saved mail (.eml): its HTML as if it had been pasted, else its text. Attachments are left alone.
import { fromHtml, fromText, IngestError } from './ingest.js';

const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');
/** Some of these every mail has, and a text that is none hardly. */
const HEADERS = new Set(['from', 'date', 'subject', 'received', 'mime-version']);

/** "Sat, 14 Mar 2026 23:15:00 -0500" in its own zone, so that its day stays that of the sender. */
function dateOf(header = '') {
  const [, day, name, year, time, zone] =
    /(\d{1,2}) ([A-Za-z]{3})[a-z]* (\d{4}) (\d\d:\d\d)(?::\d\d)?(?: (GMT|UTC?|Z|[+-]\d{4}))?/.exec(header) ??
    [];
  const month = MONTHS.indexOf(name?.toLowerCase()) + 1;
  if (!month) return '';
  const two = (number) => String(number).padStart(2, '0');
  const offset = zone?.replace(/[A-Z]+/, 'Z').replace(/(\d\d)(\d\d)$/, '$1:$2') ?? '';
  return `${year}-${two(month)}-${two(day)}T${time}${offset}`;
}

/**
 * @param {ArrayBuffer} buffer
 * @param {() => Promise<{default: {parse: Function}}>} load postal-mime
 * @returns {Promise<import('./ingest.js').Fields>}
 */
export async function fromMail(buffer, load) {
  const { default: PostalMime } = await load().catch(() => {
    throw new IngestError('not_loaded');
  });
  const mail = await PostalMime.parse(buffer).catch(() => {
    throw new IngestError('mail'); // parts in parts without end
  });
  if (!mail.headers.some(({ key }) => HEADERS.has(key))) throw new IngestError('mail');
  let fields = mail.html ? fromHtml(mail.html) : null;
  if (!fields?.text.trim()) fields = fromText((mail.text ?? '').trim());
  fields.title ||= (mail.subject ?? '').replace(/^(\s*(re|fwd?)\s*:\s*)+/i, '').trim();
  fields.date ||= dateOf(mail.headers.find(({ key }) => key === 'date')?.value) || (mail.date ?? '');
  fields.source ||= mail.from?.name ?? '';
  return fields;
}
