// embed.html: a panel in a frame, which its host knows by messages alone (docs/embed-protocol.md).
//
// Plain postMessage and no MessageChannel: so the browser checks the origin of every message on both sides, and
// neither side holds a port that outlives the document behind it.
import '../src/define.js';
import { tellHeight } from './height.js';
import { allowedOrigins } from './origins.js';
import { ATTRIBUTES, idOf, isOurs, PROTOCOLS, read } from './protocol.js';
import { THEME } from './theme.js';
/* global CROSSREAD_VERSION */

const panel = document.querySelector('crossread-panel');
document.querySelector('.not-started')?.remove();

// ---- talking

const { content } = document.querySelector('meta[name="crossread-origins"]') ?? { content: '' };
const allowed = allowedOrigins(content, location.origin);
const instance = crypto.getRandomValues(new Uint32Array(2)).join('-');
let host = ''; // the origin of the page around us, once it has spoken
let height = 0;

function send(type, payload, id = null) {
  if (host) window.parent.postMessage({ v: 1, type, id, payload }, host);
}

const failure = ({ code = 'failed', where = '', message = '' }) => ({ code, where, message });

async function hear({ data, origin, source }) {
  if (source !== window.parent || source === window || !allowed.has(origin) || !isOurs(data)) return;
  host = origin;
  const id = idOf(data);
  try {
    const { type, payload } = read(data);
    if (type === 'hello') return ready(id);
    const result = await actions[type](payload);
    if (id !== null) send('done', result ?? {}, id);
  } catch (error) {
    send('error', failure(error), id);
  }
}
window.addEventListener('message', hear);

function ready(id) {
  send('ready', { version: CROSSREAD_VERSION, protocols: PROTOCOLS, instance }, id);
  if (height) send('resize', { height });
}

// ---- the host's side

let given = ''; // the articles that the host knows of, since it gave them or was told

function setArticles(articles) {
  panel.articles = articles;
  given = JSON.stringify(panel.articles);
}

const actions = {
  load: () => panel.load(),
  attributes({ attributes }) {
    for (const name of ATTRIBUTES) panel.toggleAttribute(name, attributes[name] === true);
  },
  theme({ theme }) {
    for (const name of THEME.keys()) document.documentElement.style.setProperty(name, theme[name] ?? '');
  },
  options({ options }) {
    panel.options = options;
  },
  articles: ({ articles }) => setArticles(articles),
  verdicts({ verdicts }) {
    panel.verdicts = verdicts;
  },
  report({ report }) {
    panel.report = report;
  },
  open: ({ saved }) => panel.open(saved),
  async compare({ articles, options }) {
    if (options) panel.options = options;
    if (articles) setArticles(articles);
    return { report: await panel.compare() };
  },
  clear: () => panel.clear(),
  save: () => ({ saved: panel.save() }),
  focus: () => panel.focusResults(),
};

// ---- the panel's side

for (const type of ['report', 'select', 'progress', 'verdict'])
  panel.addEventListener(`crossread-${type}`, ({ detail }) => send(type, detail));
panel.addEventListener('crossread-error', ({ detail }) => send('error', failure(detail)));
panel.addEventListener('crossread-articles', () => {
  const { articles } = panel;
  const now = JSON.stringify(articles);
  if (now === given) return; // no echo
  given = now;
  send('articles', { articles });
});
tellHeight(panel, (needed) => {
  height = needed;
  send('resize', { height });
});

// A file that is dropped beside the panel must not take the frame's place.
for (const type of ['dragover', 'drop']) document.addEventListener(type, (event) => event.preventDefault());
