// Exports leave the page here: as a download of the browser's own or by the clipboard, never by a request.
import { copiedFinding } from './evidence.js';
import { exported, toJson } from './export.js';

/** The texts that the report is about, which the page may have changed since. @param {import('./types.js').State} state */
const textsOf = ({ texts }) => [...texts].map(([id, text]) => ({ id, text }));

/**
 * @param {import('./types.js').State} state
 * @param {keyof typeof import('./export.js').FORMATS} format
 * @returns {string} the file's name
 */
export function download(state, format) {
  const { name, type, text } = exported(format, state.report, textsOf(state), new Date(), state.verdicts);
  const url = URL.createObjectURL(new Blob([text], { type: `${type};charset=utf-8` }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 60_000); // some browsers read it only after the click
  return name;
}

/** What opens again: the report and its articles; the articles alone, while there is none. @param {import('./types.js').State} state */
export const saved = (state) =>
  state.report
    ? toJson(state.report, textsOf(state), '', state.verdicts)
    : toJson(null, state.articles, '', state.verdicts);

/** @param {import('./types.js').State} state @param {string} id @returns {Promise<boolean>} whether it was allowed */
export async function copyFinding(state, id) {
  try {
    await navigator.clipboard.writeText(copiedFinding(state.report, id, textsOf(state)));
    return true;
  } catch {
    return false; // not a secure context, or the reader said no
  }
}
