// embed.html on one origin and its hosts on another, for the tests of its protocol (docs/embed-protocol.md).

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { packaged, serve, startChromium } from './support.mjs';

const text = (number) =>
  `${number} people were hurt when the weir at Ostermoor gave way on Saturday, the harbour master said.`;
export const ARTICLES = [
  { id: 'draft', source: 'Draft', text: text('Twelve') },
  { id: 'other', source: 'Meridian', text: text('Nine') },
];
export const embedHtml = readFileSync(join(packaged, 'embed.html'), 'utf8');
/** embed.html as somebody serves it who lets `origins` talk to it. */
const allowing = (...origins) =>
  embedHtml.replace('"crossread-origins" content=""', `"crossread-origins" content="${origins.join(' ')}"`);
export const html = (body) => `<!doctype html><meta charset="utf-8"><title>host</title><body>${body}`;
export const iframe = (src, attributes = '') =>
  `<iframe src="${src}" ${attributes} style="width: 700px; height: 300px; border: 0"></iframe>`;

/**
 * Starts both, and Chromium. `frames` serves the frames, as 127.0.0.1 on one port; `hosts` their pages, on another,
 * and as localhost a third origin. What is in `paths` and `headers` of either counts from the next request on.
 */
export async function startFrames() {
  const paths = { frames: { '/crossread/': `${packaged}/` }, hosts: { '/crossread/': `${packaged}/` } };
  const headers = { frames: () => ({}), hosts: () => ({}) };
  const frames = await serve(paths.frames, (path) => headers.frames(path));
  const hosts = await serve(paths.hosts, (path) => headers.hosts(path));
  paths.frames['/crossread/listed.html'] = allowing('https://cms.example', hosts.origin);
  paths.hosts['/plain.html'] = html('');
  const browser = await startChromium();

  return {
    frames,
    hosts,
    paths,
    headers,

    /** A host's page with a frame in it, in which the client, `frame`, is at hand. */
    async open(src, { origin = hosts.origin, attributes = '', options = {}, client = true } = {}) {
      paths.hosts['/host.html'] = html(iframe(src, attributes));
      const page = await browser.open(`${origin}/host.html`);
      await page.evaluate(
        async ([given, connected]) => {
          const { connect } = await import('/crossread/embed.js');
          const element = document.querySelector('iframe');
          window.heard = [];
          window.addEventListener('message', ({ data, origin }) => window.heard.push({ origin, ...data }));
          window.told = [];
          if (!connected) return;
          window.frame = connect(element, given);
          for (const type of ['ready', 'report', 'select', 'error', 'articles', 'verdict', 'resize'])
            window.frame.addEventListener(type, ({ detail }) => window.told.push({ type, detail }));
        },
        [options, client],
      );
      return page;
    },

    async stop() {
      await browser.close();
      await frames.stop();
      await hosts.stop();
    },
  };
}

export const ready = (page) => page.evaluate(() => window.frame.ready.catch(({ code }) => code));
export const inside = (page) => page.frames()[1];
/** Waits for `count` articles in the panel: what it takes to know that they did come, or has been long enough. */
export const articlesIn = (page, count) =>
  inside(page).waitForFunction(
    (wanted) => document.querySelector('crossread-panel')?.articles.length === wanted,
    count,
  );
/** What a frame answers to a message by hand. */
export const ask = (page, message) =>
  page.evaluate(
    (sent) =>
      new Promise((resolve) => {
        window.addEventListener('message', ({ data }) => data.id === sent.id && resolve(data));
        document.querySelector('iframe').contentWindow.postMessage(sent, '*');
      }),
    message,
  );
export const conflict = (report) => report.findings.map(({ check }) => check);
