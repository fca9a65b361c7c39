// How the matrix of claims is read: against which article, and in what order. Pure.
import { comparedArticles } from './model.js';
import { wordsOf } from './wordpairs.js';

/** @typedef {import('./types.js').CoverageRow} CoverageRow */
/** @typedef {{base: string, sort: 'conflict' | 'outlets' | 'article'}} Arrangement  `base`: an article's id or '' */

/** @type {Arrangement} */
export const AS_REPORTED = Object.freeze({ base: '', sort: 'conflict' });

/** What of it holds for this report: its article may be gone, and an order of none is none. @returns {Arrangement} */
export function inReport({ base, sort }, report) {
  const known = comparedArticles(report).some(({ id }) => id === base);
  return { base: known ? base : '', sort: known || sort !== 'article' ? sort : 'conflict' };
}

const plainWords = (text) =>
  wordsOf(text)
    .map(({ word }) => word)
    .join(' ');

/**
 * A row as the base article has it: its wording, and how the others stand to that. The report says how each
 * stands to the row's claim; where the base does not carry that claim itself, an article that does stands to
 * the base as the base to it, and what two others are to each other is not known.
 */
function seenFrom(row, base, claims) {
  const own = row.cells.find((cell) => cell.article === base);
  const said = (cell) => claims.get(cell.claims[0])?.span.exact ?? '';
  if (!own || own.state === 'silent' || said(own) === '') return row;
  if (own.state === 'carries') return { ...row, label: said(own) };
  const same = plainWords(said(own));
  const stateOf = (cell) => {
    if (cell === own || plainWords(said(cell)) === same) return 'carries';
    if (cell.state === 'carries') return own.state;
    return cell.state === 'silent' ? 'silent' : 'unclear';
  };
  return { ...row, label: said(own), cells: row.cells.map((cell) => ({ ...cell, state: stateOf(cell) })) };
}

/** Is it a claim of the base article, if there is one? @param {CoverageRow} row @param {string} base */
export const isInBase = (row, base) =>
  base === '' || row.cells.some((cell) => cell.article === base && cell.state !== 'silent');

/**
 * The rows in the order asked for, those of the base article first.
 * @param {import('./types.js').Report} report @param {Arrangement} arrangement
 * @returns {CoverageRow[]}
 */
export function arranged(report, arrangement) {
  const { base, sort } = inReport(arrangement, report);
  const claims = new Map(report.claims.map((claim) => [claim.id, claim]));
  const startOf = (row) => {
    const cell = row.cells.find(({ article }) => article === base);
    return Math.min(...cell.claims.map((id) => claims.get(id)?.span.utf16.start ?? Number.POSITIVE_INFINITY));
  };
  const rows = report.coverage.rows.map((row) => (base ? seenFrom(row, base, claims) : row));
  const ofBase = rows.filter((row) => isInBase(row, base));
  const others = rows.filter((row) => !isInBase(row, base));
  const byOutlets = (a, b) => b.articles - a.articles || b.origins - a.origins;
  if (sort === 'outlets') for (const part of [ofBase, others]) part.sort(byOutlets);
  if (sort === 'article') ofBase.sort((a, b) => startOf(a) - startOf(b));
  return [...ofBase, ...others];
}
