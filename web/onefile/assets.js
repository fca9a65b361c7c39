// src/assets.js for the page that is one file: all of it stands in data blocks of the page, and the policy
// of that page lets nothing be asked for.
import { scriptAddress } from '../src/trusted.js';

const data = (id) => document.getElementById(id).textContent;

/** @param {ShadowRoot} root */
export function addStyle(root) {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(JSON.parse(data('panel-style')));
  root.adoptedStyleSheets = [sheet];
}

export function createWorker() {
  const { code, ...packed } = JSON.parse(data('engine'));
  const parts = [`self.packed = ${JSON.stringify(packed)};\n`, code];
  const url = URL.createObjectURL(new Blob(parts, { type: 'text/javascript' }));
  return new Worker(scriptAddress(url), { name: 'crossread' });
}

/** @param {URL} url */
export async function fetchJson(url) {
  const examples = JSON.parse(data('examples'));
  return examples[url.pathname.split('/').at(-1)];
}

export const fetchNotices = async () => JSON.parse(data('notices'));

export const loadedWords = 'file';
