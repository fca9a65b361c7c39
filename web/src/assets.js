// What the page loads that is no module. In the page that is one file, web/onefile/assets.js stands for this.
import { scriptAddress } from './trusted.js';

/** @param {ShadowRoot} root */
export function addStyle(root) {
  const style = document.createElement('link');
  style.rel = 'stylesheet';
  style.href = String(new URL('style.css', import.meta.url));
  root.append(style);
}

export const createWorker = () =>
  new Worker(scriptAddress(new URL('worker.js', import.meta.url)), { type: 'module', name: 'crossread' });

/** @param {URL} url */
export async function fetchJson(url) {
  const answer = await fetch(url);
  if (!answer.ok) throw new Error(`${answer.status} ${url}`);
  return answer.json();
}

/** Version, licence, and whose work is in it. @returns {Promise<string>} */
export async function fetchNotices() {
  const answer = await fetch(new URL('../notices.txt', import.meta.url));
  if (!answer.ok) throw new Error(String(answer.status));
  return answer.text();
}

/** What the page says once nothing is left to load: a key of `words.keep`. */
export const loadedWords = 'loaded';
