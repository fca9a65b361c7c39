// What the reader is told of an error that came in place of a report. Where it is the policy or the server of the
// page that is in the way, the words name what its owner has to change.
import { words } from './words.js';

/** @param {{code: string, message: string}} error */
export function problemOf({ code, message }) {
  const { problem } = words;
  if (code === 'not_loaded') {
    if (/TrustedScriptURL|Trusted Type/i.test(message))
      return problem.forbidden('crossread', 'trusted-types');
    if (/unsafe-eval|\bCSP\b|Content.Security.Policy/i.test(message))
      return problem.forbidden("'wasm-unsafe-eval'", 'script-src');
    if (!message) return problem.worker;
  }
  return problem[code] ?? problem.request(message);
}
