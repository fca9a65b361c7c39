// What the reader has decided about findings: a plain object from a finding's id to its verdict. Pure: every
// function returns a new object. Since the engine keeps a finding's id through edits elsewhere, a verdict
// outlives the comparison it was given in, and waits while its finding is gone.

/**
 * @typedef {object} Verdict
 * @property {'confirmed' | 'dismissed' | ''} verdict  '' where there is a note only
 * @property {string} reason  one of REASONS where it was dismissed, else ''
 * @property {string} note
 */
/** @typedef {Record<string, Verdict>} Verdicts  by finding id */

export const REASONS = ['no_conflict', 'two_things', 'style', 'known', 'other'];

/** @type {Verdict} */
const NONE = Object.freeze({ verdict: '', reason: '', note: '' });

/** @param {Verdicts} verdicts @param {string} id @returns {Verdict} */
export const verdictOf = (verdicts, id) => (Object.hasOwn(verdicts, id) ? verdicts[id] : NONE);

/** @param {Verdicts} verdicts @param {string} id */
export const isDismissed = (verdicts, id) => verdictOf(verdicts, id).verdict === 'dismissed';

/** A verdict in its one form, or null if it says nothing. */
function wellFormed(given) {
  const verdict = ['confirmed', 'dismissed'].includes(given?.verdict) ? given.verdict : '';
  const reason = REASONS.includes(given?.reason) ? given.reason : 'other';
  // One kind of line end, as a text area has it.
  const note = typeof given?.note === 'string' ? given.note.replace(/\r\n?/g, '\n') : '';
  if (verdict === '' && note === '') return null;
  return { verdict, reason: verdict === 'dismissed' ? reason : '', note };
}

/**
 * With one finding's verdict changed; it goes when nothing of it is left.
 * @param {Verdicts} verdicts @param {string} id @param {Partial<Verdict>} changes
 * @returns {Verdicts}
 */
export function judged(verdicts, id, changes) {
  const { [id]: _, ...others } = verdicts;
  const now = wellFormed({ ...verdictOf(verdicts, id), ...changes });
  return now ? { ...others, [id]: now } : others;
}

/** What a host gives, as far as it can be read; a copy. @returns {Verdicts} */
export function readVerdicts(given) {
  const entries = Object.entries(given ?? {}).map(([id, one]) => [id, wellFormed(one)]);
  return Object.fromEntries(entries.filter(([, one]) => one !== null));
}
