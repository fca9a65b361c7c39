// The only module that touches the WASM engine. It runs in the worker, and in Node for tests.

/**
 * Same UTF-16 length, every lone surrogate replaced by U+FFFD. One of them would otherwise shift every
 * offset after it (Embind swallows the next character) or make the whole request unreadable.
 * @param {string} text
 */
export function wellFormed(text) {
  if (typeof text.toWellFormed === 'function') return text.toWellFormed();
  return text.replace(/[\uD800-\uDBFF][\uDC00-\uDFFF]|[\uD800-\uDFFF]/g, (s) =>
    s.length === 2 ? s : '\uFFFD',
  );
}

/** Every string in `value`, however deep, made well formed. */
function allWellFormed(value) {
  if (typeof value === 'string') return wellFormed(value);
  if (Array.isArray(value)) return value.map(allWellFormed);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, allWellFormed(item)]));
}

/**
 * @param {string | URL} [moduleUrl] crossread.mjs; crossread.wasm lies beside it
 * @param {object} [options] for Emscripten, e.g. {wasmBinary} in Node
 */
export async function loadEngine(moduleUrl = new URL('../crossread.mjs', import.meta.url), options = {}) {
  const { default: createModule } = await import(String(moduleUrl));
  return engineOf(await createModule(options));
}

const WARM = ['Eleven', 'Twelve'].map(
  (number) => `${number} people were hurt in Vale on Friday. “It was a shock,” said Ann Lee, the mayor.`,
);

/** @param {object} module as Emscripten made it */
export const engineOf = (module) => ({
  /** Reads word lists, patterns and model before the first article comes; the first comparison would. */
  warm: () => void module.compare(JSON.stringify({ articles: WARM.map((text) => ({ text })) })),
  /** Reads articles of a comparison to come, which then only has to compare them. @param {object[]} articles */
  prepare: (articles) => module.prepare(JSON.stringify(allWellFormed({ articles }))),
  /**
   * @param {{id?: string, articles: object[]}} request as docs/report.md has it
   * @returns {string} the report, or {"error": {code, where, message}}, as JSON text: whoever wants it
   *   on another thread moves a string more cheaply than an object, and can see that nothing changed
   */
  compare: (request) => module.compare(JSON.stringify(allWellFormed(request))),
  /** @returns {string} JSON text */
  checks: () => module.checks(),
  /** @returns {string} */
  version: () => module.version(),
});
