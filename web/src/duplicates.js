// Articles that came in twice. They stay, since that is the reader's to decide; their cards say so.

/** @typedef {import('./types.js').Article} Article */

const keys = new WeakMap(); // an article is never changed, only replaced, so its keys hold

/** @param {Article} article */
function keysOf(article) {
  if (!keys.has(article)) {
    const address = article.url.trim().replace(/#.*$/, '').replace(/\/$/, '');
    keys.set(article, {
      text: article.text.replace(/\s+/g, ' ').trim(),
      address: /^https?:/i.test(address) ? address : '',
    });
  }
  return keys.get(article);
}

/**
 * @param {Article[]} articles
 * @returns {Map<string, {of: Article, same: 'text' | 'address'}>} by id, the article that it repeats
 */
export function duplicates(articles) {
  const first = { text: new Map(), address: new Map() };
  const found = new Map();
  for (const article of articles) {
    const own = keysOf(article);
    for (const same of ['text', 'address']) {
      if (own[same] === '') continue;
      const of = first[same].get(own[same]);
      if (!of) first[same].set(own[same], article);
      else if (!found.has(article.id)) found.set(article.id, { of, same });
    }
  }
  return found;
}
