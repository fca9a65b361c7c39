// From what another program shared with the installed page (manifest.webmanifest) to an article and files.
import { fromText } from './ingest.js';

const string = (value) => (typeof value === 'string' ? value.trim() : '');
/** Without the part that leads to the passage shared. */
const address = (url) => (/^https?:\/\//i.test(url) ? url.replace(/#?:~:.*$/, '') : '');

/**
 * Phones put a page's address at the end of the text, or give nothing else; that is then an article whose
 * text is still to be pasted.
 * @param {FormData} form
 * @returns {{articles: import('./ingest.js').Fields[], files: File[]}}
 */
export function fromShared(form) {
  const given = address(string(form.get('url')));
  const all = string(form.get('text'));
  const [, text, last] = (!given && /^([\s\S]*?)(?:^|\s)(https?:\/\/\S+)$/i.exec(all)) || ['', all, ''];
  const known = fromText(text.trim());
  const fields = {
    ...known,
    title: known.title || string(form.get('title')).replace(/\s+/g, ' '),
    url: known.url || given || address(last),
  };
  const files = form.getAll('files').filter((file) => typeof file !== 'string' && (file.size || file.name));
  // A file comes with a title or a word of greeting, but an article of its own has an address or some length.
  const isArticle = files.length === 0 ? fields.text || fields.url : fields.text.length > 200;
  return { articles: isArticle ? [fields] : [], files };
}
