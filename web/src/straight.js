// Characters of Unicode that turn the order of what stands behind them, to the end of the line unless they are
// closed. An article's paragraph is a place of its own, where they do what they did in the article. In a name, or
// in a sentence of ours that has one or quotes some words, they would turn our words around, so there they go.
const TURNING = /[\u202a-\u202e\u2066-\u2069]/g;

/** The parts of a report that are sentences and names; everything else is offsets and words of an article. */
const SENTENCES = new Set(['message', 'reason', 'label', 'name', 'title', 'source']);

/** @param {string} text */
export const straight = (text) => text.replace(TURNING, '');

/** Whether one of them has such a character. */
const turns = (value, key) => {
  if (typeof value === 'string') return SENTENCES.has(key) && value.search(TURNING) >= 0;
  if (Array.isArray(value)) return value.some((one) => turns(one, key));
  return (
    value !== null && typeof value === 'object' && Object.keys(value).some((name) => turns(value[name], name))
  );
};

/** The report, or where it has such characters in its sentences, one without. */
export function straightReport(report) {
  const walk = (value, key) => {
    if (typeof value === 'string') return SENTENCES.has(key) ? straight(value) : value;
    if (Array.isArray(value)) return value.map((one) => walk(one, key));
    if (value === null || typeof value !== 'object') return value;
    return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, walk(one, name)]));
  };
  return turns(report) ? walk(report) : report;
}
