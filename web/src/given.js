// What a host gives, as far as the panel would stumble over it. Pure. The command line's reader of requests and
// docs/report.schema.json are the whole.

/** @typedef {{code: string, where: string, wanted: string}} Wrong  `where`: a JSON pointer into what was given */

const isObject = (value) => typeof value === 'object' && value !== null && !Array.isArray(value);
const OPTIONAL = ['id', 'source', 'title', 'date', 'url'];

const wrong = (where, wanted, code = 'bad_request') => ({ code, where, wanted });

/** @returns {Wrong | null} */
export function wrongInArticles(list) {
  if (!Array.isArray(list)) return wrong('', 'an array');
  const ids = new Set();
  for (const [index, article] of list.entries()) {
    if (!isObject(article)) return wrong(`/${index}`, 'an object');
    if (article.text === undefined) return wrong(`/${index}/text`, 'there', 'missing_text');
    if (typeof article.text !== 'string') return wrong(`/${index}/text`, 'a string');
    for (const name of OPTIONAL) {
      if (article[name] != null && typeof article[name] !== 'string')
        return wrong(`/${index}/${name}`, 'a string');
    }
    if (article.locked != null && typeof article.locked !== 'boolean')
      return wrong(`/${index}/locked`, 'true or false');
    if (!article.id) continue;
    if (ids.has(article.id)) return wrong(`/${index}/id`, 'no other article’s', 'duplicate_id');
    ids.add(article.id);
  }
  return null;
}

/** All that is drawn of a report without a look whether it is there. @returns {Wrong | null} */
export function wrongInReport(report) {
  if (!isObject(report)) return wrong('', 'an object');
  if (report.schemaVersion !== 1) return wrong('/schemaVersion', '1');
  for (const name of ['articles', 'quotations', 'claims', 'findings', 'abstained'])
    if (!Array.isArray(report[name])) return wrong(`/${name}`, 'an array');
  if (!Array.isArray(report.coverage?.rows)) return wrong('/coverage/rows', 'an array');
  if (!Array.isArray(report.reuse?.origins)) return wrong('/reuse/origins', 'an array');
  return isObject(report.checked) ? null : wrong('/checked', 'an object');
}
