// A saved report that is opened again: its articles are compared afresh, its verdicts stay with their findings,
// and where the fresh report is another one than the saved, that is said. Pure.
import { plain } from './articles.js';
import { CrossreadError } from './errors.js';
import { wrongInArticles, wrongInReport } from './given.js';
import { readVerdicts } from './verdicts.js';
import { words } from './words.js';

/** @typedef {{report: object | null, verdicts: import('./verdicts.js').Verdicts}} Saved */

const isObject = (value) => typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * What stands beside the articles in an exported file (docs/export.md).
 * @returns {Saved | null} null if it is none
 */
export function readSaved(json) {
  if (!Array.isArray(json?.request?.articles)) return null;
  const { report, verdicts } = json;
  const known = isObject(report) && Array.isArray(report.findings) && Array.isArray(report.articles);
  return { report: known ? report : null, verdicts: isObject(verdicts) ? readVerdicts(verdicts) : {} };
}

/** All there, and of no other articles than those beside it. */
function isWhole(report, articles) {
  if (!report || wrongInReport(report)) return false;
  const ids = new Set(articles.map(({ id }) => id));
  return report.articles.every(({ id }) => ids.has(id));
}

/**
 * The same for a host that opens one: its articles too, and no report that could not be drawn.
 * @param {string | object} given JSON text, or what it says
 * @param {boolean} toRead shown as it is, not compared afresh: there has to be a report
 * @returns {Saved & {articles: object[]}}
 */
export function readOpened(given, toRead) {
  let json = given;
  try {
    if (typeof given === 'string') json = JSON.parse(given);
  } catch {
    json = null;
  }
  const saved = readSaved(json);
  const articles = json?.request?.articles;
  const isRight = saved && !wrongInArticles(articles);
  const whole = isRight && isWhole(saved.report, articles);
  if (!isRight || (toRead && !whole)) {
    throw new CrossreadError('unreadable', 'This is no report that Crossread has saved');
  }
  return { ...saved, report: whole ? saved.report : null, articles };
}

/** Without those that are open already, word for word and under the same id. */
export const notOpen = (given, articles) => {
  const open = new Set(plain(articles).map((article) => JSON.stringify([article.id, article.text])));
  return given.filter((one) => !open.has(JSON.stringify([one.id, one.text])));
};

const idsOf = (list) => list.map((one) => one?.id);

/**
 * One line on how the fresh report differs in its findings from the saved one; '' if it doesn't, or if the two
 * are not about the same articles.
 */
export function sinceSaved(saved, fresh, verdicts) {
  if (String(idsOf(saved.articles)) !== String(idsOf(fresh.articles))) return '';
  const [before, now] = [idsOf(saved.findings), idsOf(fresh.findings)];
  const gone = before.filter((id) => !now.includes(id));
  const come = now.filter((id) => !before.includes(id)).length;
  if (gone.length + come === 0) return '';
  return words.reopened({
    otherVersion: JSON.stringify(saved.engine) !== JSON.stringify(fresh.engine),
    gone: gone.length,
    come,
    judged: gone.filter((id) => Object.hasOwn(verdicts, id)).length,
  });
}
