// Which findings the list shows: those of the chosen families and of the chosen articles. In a group where
// nothing is chosen, everything passes. Pure.

/** @typedef {{families: string[], articles: string[]}} Filter */

/** @type {Filter} */
export const NO_FILTER = Object.freeze({ families: [], articles: [] });

/** @param {Filter} filter */
export const isActive = (filter) => filter.families.length > 0 || filter.articles.length > 0;

/** @param {Filter} filter @param {keyof Filter} group @param {string} value @returns {Filter} */
export function toggled(filter, group, value) {
  const chosen = filter[group];
  const next = chosen.includes(value) ? chosen.filter((one) => one !== value) : [...chosen, value];
  return { ...filter, [group]: next };
}

/** Without articles that are gone: what cannot be unchecked must not hide anything. @returns {Filter} */
export const inForce = (filter, articles) => ({
  ...filter,
  articles: filter.articles.filter((id) => articles.some((article) => article.id === id)),
});

/** @param {import('./types.js').Finding} finding @returns {string[]} */
const articlesOf = (finding) => [
  ...finding.groups.flatMap((group) => group.articles),
  ...finding.spans.map((span) => span.article),
];

/** @param {import('./types.js').Finding} finding @param {Filter} filter */
export const passes = (finding, { families, articles }) =>
  (families.length === 0 || families.includes(finding.family)) &&
  (articles.length === 0 || articlesOf(finding).some((id) => articles.includes(id)));

/**
 * What there is to choose from: families in the order of the findings, articles in their own. What is
 * chosen stays on offer, so that a keystroke that costs the last finding of a family doesn't cost the choice.
 * @param {import('./types.js').Finding[]} findings @param {Filter} filter @param {{id: string}[]} articles
 * @returns {Filter}
 */
export function choices(findings, filter, articles) {
  const named = new Set([...findings.flatMap(articlesOf), ...filter.articles]);
  return {
    families: [...new Set([...findings.map((finding) => finding.family), ...filter.families])],
    articles: articles.map((article) => article.id).filter((id) => named.has(id)),
  };
}
