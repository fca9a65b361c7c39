// Where a page enforces Trusted Types, an address for a worker and markup for DOMParser must come from a policy.
// There is one, `crossread`, made when it is first needed. It can be had from nowhere else, and only the two
// functions below are handed out:
// - addresses are those of our own scripts, which no article has a part in;
// - markup is read into a document that runs nothing, loads nothing and is never shown; text alone leaves it.

let policy; // null: the platform has none, or the page's policy does not name it

function ours() {
  if (policy === undefined) {
    try {
      policy = globalThis.trustedTypes?.createPolicy('crossread', {
        createScriptURL: String,
        createHTML: inert,
      });
    } catch {
      // Not allowed, or there is another copy of Crossread: without 'allow-duplicates' each does without.
    }
    policy ??= null;
  }
  return policy;
}

/**
 * Styles and handlers put out of action before anything is parsed. They would do nothing in a DOMParser's
 * document, but the page's Content-Security-Policy would complain of each, and a host's may report complaints.
 * @param {string} html
 */
const inert = (html) =>
  html
    .replace(/<style\b[^>]*>[\s\S]*?<\/style\s*>/gi, '')
    .replace(/<[a-z][^>]*>/gi, (tag) => tag.replace(/([\s"'/])(style|on[a-z]+)(?=\s*=)/gi, '$1data-$2'));

/** @param {URL | string} url of a script of ours */
export const scriptAddress = (url) => ours()?.createScriptURL(String(url)) ?? url;

/**
 * @param {string} html
 * @returns {Document} one that runs and loads nothing
 * @throws {TypeError} where the page's policy allows no such thing
 */
export const parse = (html) =>
  new DOMParser().parseFromString(ours()?.createHTML(html) ?? inert(html), 'text/html');
