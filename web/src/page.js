// What index.html needs beside the element: its skip link reaches into the panel, the articles, and what
// the reader decided, are kept over a reload, and once all is loaded, and kept for offline, it says so. The element itself stores nothing.
import './define.js';
import { loadedWords } from './assets.js';
import { createBring } from './bring.js';
import { createKeep } from './keep.js';
import { keepOffline, takeShared } from './offline.js';
import { h, pasteKey } from './view/dom.js';
import { words } from './words.js';

const PAUSE = 300; // ms after the last change before the articles are written

const panel = document.querySelector('crossread-panel');
document.querySelector('.skip').addEventListener('click', (event) => {
  event.preventDefault();
  panel.focusResults();
});

// ---- kept

const keep = createKeep({ tab: () => window.sessionStorage, device: () => window.localStorage });
const privacy = h('p', { class: 'privacy', role: 'status' }, words.keep.loading);
const onDevice = h('input', { type: 'checkbox', onchange: () => setOnDevice(onDevice.checked) });
const forget = h('button', { class: 'forget', onclick: forgetAll }, words.keep.forget);
const said = h('p', { class: 'said', role: 'status' });
document
  .querySelector('main')
  .after(
    h(
      'footer',
      { class: 'kept', 'aria-label': words.keep.region },
      privacy,
      createBring(pasteKey),
      h('label', {}, onDevice, words.keep.device),
      forget,
      said,
    ),
  );

const story = () => ({ articles: panel.articles, verdicts: panel.verdicts });

let timer = 0;
let unsaved = false;

/** @param {'' | 'full' | 'forbidden'} problem */
function show(problem, otherwise = '') {
  const line = problem ? words.keep[problem] : otherwise;
  if (said.textContent !== line) said.textContent = line;
  onDevice.checked = keep.onDevice;
  forget.hidden = panel.articles.length === 0 && !onDevice.checked;
}

function save() {
  clearTimeout(timer);
  if (!unsaved) return;
  unsaved = false;
  show(keep.save(story()));
}

function setOnDevice(on) {
  show(keep.setOnDevice(on, story()));
}

function forgetAll() {
  clearTimeout(timer);
  panel.articles = [];
  panel.verdicts = {};
  keep.forget();
  show('', words.keep.forgotten);
  panel.focusResults();
}

const kept = keep.load();
if (kept.articles.length) panel.articles = kept.articles;
panel.verdicts = kept.verdicts;
show('');
function changed() {
  forget.hidden = panel.articles.length === 0 && !onDevice.checked;
  // What was just forgotten, or never there, is not worth an entry.
  if (panel.articles.length === 0 && keep.isEmpty) return;
  unsaved = true;
  clearTimeout(timer);
  timer = setTimeout(save, PAUSE);
}
panel.addEventListener('crossread-articles', changed);
panel.addEventListener('crossread-verdict', changed);
takeShared()
  .then((all) => {
    for (const { articles, files } of all) {
      if (articles.length) panel.add(articles);
      if (files.length) panel.addFiles(files);
    }
  })
  .catch(() => {}); // where the browser forbids storage, nothing was kept
window.addEventListener('pagehide', save);
document.addEventListener('visibilitychange', () => document.hidden && save());
window.addEventListener('storage', () => show('')); // another tab has switched it, or forgotten

// ---- loaded

async function load() {
  await panel.load();
  privacy.textContent = words.keep[loadedWords];
  // After the engine, so that the service worker finds in the browser's cache what has just been loaded.
  if (!(await keepOffline())) return;
  privacy.textContent = words.keep.offline;
  // Only now can the page be installed: without the worker, what is shared with it would go to the host.
  document.head.append(h('link', { rel: 'manifest', href: 'manifest.webmanifest' }));
}

// The panel says so when it needs the engine and can't have it.
load().catch(() => {});
