// The list of articles: every function takes one and gives a new one. An article keeps its id and its letter
// for as long as it is there, so that findings about it keep their ids and C does not become B.
import { wellFormed } from './engine.js';
import { straight } from './straight.js';

/** @typedef {import('./types.js').Article} Article */

const FIELDS = ['source', 'title', 'date', 'url', 'text'];

const clean = (field, value) => (field === 'text' ? wellFormed(value) : straight(wellFormed(value)));

/** 0 → "A", 25 → "Z", 26 → "AA". @param {number} index */
export function siglum(index) {
  const last = String.fromCharCode(65 + (index % 26));
  return index < 26 ? last : siglum(Math.floor(index / 26) - 1) + last;
}

const indexOf = (letters) =>
  [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;

/** The letters behind those of `articles`. */
function lettersAfter(articles) {
  let next = articles.reduce((index, one) => Math.max(index, indexOf(one.siglum) + 1), 0);
  return () => siglum(next++);
}

/** The letters that none of `articles` has. */
function lettersBeside(articles) {
  const taken = new Set(articles.map((article) => article.siglum));
  let next = 0;
  return () => {
    while (taken.has(siglum(next))) next += 1;
    return siglum(next++);
  };
}

/**
 * @param {Article[]} articles
 * @param {(Partial<Article>)[]} added what has a `problem` gets a card but no letter
 * @param {() => string} [nextLetter]
 * @returns {Article[]}
 */
export function add(articles, added, nextLetter = lettersAfter(articles)) {
  const taken = new Set(articles.map((article) => article.id));
  const fresh = added.map((fields) => {
    const letter = fields.problem ? '' : nextLetter();
    let id = String(fields.id ?? '') || letter || 'file';
    while (taken.has(id)) id += '′';
    taken.add(id);
    const article = { id, siglum: letter };
    for (const field of FIELDS) article[field] = clean(field, String(fields[field] ?? ''));
    if (fields.locked) article.locked = true;
    if (fields.problem) article.problem = fields.problem;
    if (fields.parts?.length) article.parts = fields.parts;
    return article;
  });
  return [...articles, ...fresh];
}

/** A host's fields as an article has them. */
const cleaned = (fields) => FIELDS.map((field) => wellFormed(String(fields[field] ?? '')));

const isSame = (article, fields) =>
  article !== undefined && cleaned(fields).every((value, index) => value === article[FIELDS[index]]);
const isUnchanged = (article, fields) =>
  isSame(article, fields) && Boolean(article.locked) === Boolean(fields.locked);

/**
 * A host's whole list, given anew. As long as one article of it stays as it was, under its id, it is the same
 * story: what has an id that is here is that article, with its letter, even if its text is another. What is new has a
 * letter that none of these has, so that two articles are A and B whatever stood there before.
 * @param {Article[]} articles @param {Partial<Article>[]} given
 * @returns {Article[] | null} null if it is another story
 */
export function renew(articles, given) {
  const known = new Map(articles.map((article) => [article.id, article]));
  if (!given.some((fields) => isSame(known.get(String(fields.id)), fields))) return null;
  const same = given.map(({ id }) => {
    const article = known.get(String(id));
    known.delete(String(id)); // an id that comes twice is the first one's
    return article;
  });
  const nextLetter = lettersBeside(same.filter(Boolean));
  let all = articles; // also those that go: their ids are not given again
  const renewed = given.map((fields, index) => {
    const article = same[index];
    if (!article) {
      all = add(all, [fields], nextLetter);
      return all.at(-1);
    }
    if (isUnchanged(article, fields)) return article;
    const { problem, parts, locked, ...rest } = article;
    const changed = Object.fromEntries(cleaned(fields).map((value, index) => [FIELDS[index], value]));
    return { ...rest, ...changed, ...(fields.locked ? { locked: true } : {}) };
  });
  return renewed.length === articles.length && renewed.every((one, index) => one === articles[index])
    ? articles
    : renewed;
}

/** The parts of an article as articles of their own; the first one keeps its id and letter. */
export function divide(articles, id) {
  const at = articles.findIndex((article) => article.id === id);
  const { parts, ...whole } = articles[at];
  const rest = articles.toSpliced(at, 1, { ...whole, text: wellFormed(parts[0].text) });
  const all = add(rest, parts.slice(1));
  return [...all.slice(0, at + 1), ...all.slice(articles.length), ...all.slice(at + 1, articles.length)];
}

/**
 * What it takes to join again what `divide` took apart.
 * @typedef {{whole: Article, texts: Map<string, string>}} Divided  `texts`: of its parts, by id
 * @param {Article[]} before @param {string} id @param {Article[]} after
 * @returns {Divided}
 */
export function division(before, id, after) {
  const old = new Set(before);
  const parts = after.filter((article) => !old.has(article));
  return {
    whole: before.find((article) => article.id === id),
    texts: new Map(parts.map((part) => [part.id, part.text])),
  };
}

/** Only as long as no part is gone or rewritten: joining would lose that. @param {Divided | null} divided */
export const canJoin = (articles, divided) =>
  divided !== null &&
  [...divided.texts].every(([id, text]) => articles.some((one) => one.id === id && one.text === text));

/** The article as it was, but for what was typed above its first part since. @param {Divided} divided */
export function join(articles, { whole, texts }) {
  const { text, parts } = whole;
  return articles
    .map((article) => (article.id === whole.id ? { ...article, text, parts } : article))
    .filter(({ id }) => id === whole.id || !texts.has(id));
}

/** An article that is no longer offered to be divided. */
export const keepWhole = (articles, id) =>
  articles.map((article) => {
    const { parts, ...whole } = article;
    return article.id === id ? whole : article;
  });

/** A change also takes away the problem, and of the text the parts: they were about what stood there before. */
export function edit(articles, id, changes) {
  const changed = Object.fromEntries(Object.entries(changes).map(([key, value]) => [key, clean(key, value)]));
  return articles.map((article) => {
    if (article.id !== id) return article;
    const { problem, parts, ...rest } = article;
    return { ...rest, ...(parts && !('text' in changed) ? { parts } : {}), ...changed };
  });
}

/** @returns {Article[]} */
export const refuse = (articles, id, problem) =>
  articles.map((one) => (one.id === id ? { ...one, problem } : one));

/** What the host has of them. @param {Article[]} articles */
export const told = (articles) =>
  plain(articles).map((one, index) => (articles[index].locked ? { ...one, locked: true } : one));

/** What goes into a request. @param {Article[]} articles */
export const plain = (articles) =>
  articles.map(({ id, source, title, date, url, text }) => ({ id, source, title, date, url, text }));
