// src/assets.js for the package: the style is part of the script, the worker is the one that init() settled.
import style from '../src/style.css';
import { api } from './beside.js';

/** @param {ShadowRoot} root */
export function addStyle(root) {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(style);
  root.adoptedStyleSheets = [sheet];
}

export const createWorker = api.thread;

export const fetchNotices = async () => (await import('notices')).default;

/** @param {URL} url */
export async function fetchJson(url) {
  const answer = await fetch(url);
  if (!answer.ok) throw new Error(`${answer.status} ${url}`);
  return answer.json();
}
