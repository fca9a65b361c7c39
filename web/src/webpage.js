// A saved web page: its article by Mozilla's Readability, and what the page itself says of headline, date,
// outlet and address (schema.org's JSON-LD, else its meta elements).
import { fromHtml, fromText, isHidden, textOf, textOfPage } from './ingest.js';
import { parse } from './trusted.js';

const isArticle = (node) =>
  [node?.['@type']].flat().some((type) => /(Article|BlogPosting|Report)$/.test(String(type)));

/** Every object of the page's JSON-LD; a block that is no JSON is passed over. @param {Document} page */
function linkedData(page) {
  return [...page.querySelectorAll('script[type="application/ld+json" i]')].flatMap((script) => {
    try {
      const json = JSON.parse(script.textContent);
      return [json].flat().flatMap((one) => [one, ...[one?.['@graph'] ?? []].flat()]);
    } catch {
      return [];
    }
  });
}

/** Text of a JSON-LD or meta value, in which some systems leave entities: "Fire &amp; Rescue". */
const plain = (value) => {
  const text = typeof value === 'string' ? value.trim() : '';
  return /&[#\w]+;/.test(text) ? fromHtml(text).text : text;
};
const address = (...values) =>
  values.find((value) => typeof value === 'string' && /^https?:\/\//i.test(value)) ?? '';

/**
 * @param {Document} page
 * @param {string} html its source, in which a browser may have noted where it was saved from
 */
function metadata(page, html) {
  const data = linkedData(page);
  const news = data.find((one) => one?.['@type'] === 'NewsArticle') ?? data.find(isArticle) ?? {};
  const publisher = [news.publisher].flat()[0];
  const named = (id) => data.find((one) => one?.['@id'] === id)?.name; // a publisher given by reference
  const meta = (...names) => {
    for (const name of names) {
      const found = page.querySelector(`meta[property="${name}"], meta[name="${name}"]`)?.content;
      if (found) return plain(found);
    }
    return '';
  };
  const main = news.mainEntityOfPage;
  return {
    title: plain(news.headline) || meta('og:title'),
    date: plain(news.datePublished) || meta('article:published_time', 'date'),
    source: plain(publisher?.name ?? named(publisher?.['@id']) ?? publisher) || meta('og:site_name'),
    url: address(
      news.url,
      main?.['@id'] ?? main,
      page.querySelector('link[rel="canonical"]')?.getAttribute('href'),
      meta('og:url'),
      /<!-- saved from url=\(\d+\)(\S+) -->/.exec(html.slice(0, 2000))?.[1],
    ),
  };
}

/**
 * @param {string} html
 * @param {() => Promise<{Readability: Function}>} load
 * @returns {Promise<import('./ingest.js').Fields>}
 */
export async function fromPage(html, load) {
  const page = parse(html);
  const known = metadata(page, html);
  const title = page.title.trim();
  for (const element of page.querySelectorAll('body *')) if (isHidden(element)) element.remove();
  const simple = textOfPage(page);
  let text = '';
  try {
    const { Readability } = await load();
    // Without a serializer of its own it would write the article as HTML, for us to parse again.
    const article = new Readability(page, { serializer: (element) => element }).parse();
    if (article) text = textOf(article.content);
  } catch {
    // Not to be had (opened from a disk), or beaten by this page: the page's own elements have to do.
  }
  const fields = fromText(text || simple);
  for (const [key, value] of Object.entries(known)) fields[key] ||= value;
  fields.title ||= title;
  return fields;
}
