// Debian's Chromium on the built page, driven as a person would: real key presses, pastes and file drops.

import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { start } from '../../serve.mjs';

export const repository = resolve(fileURLToPath(new URL('../../..', import.meta.url)));
/** The page under test; CROSSREAD_PAGE takes another folder than build/web. */
export const site = process.env.CROSSREAD_PAGE ?? join(repository, 'build/web');
const screenshots = join(repository, 'build/screenshots');

export const sample = JSON.parse(readFileSync(new URL('../sample-report.json', import.meta.url)));
export const example = JSON.parse(readFileSync(join(repository, 'examples/01-grandstand/request.json')));

export const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1', // every other host fails to resolve
];

/**
 * One Chromium with its own empty profile. `root` is served instead of the page under test; `served` lists
 * what the server was asked for. The page gets no service worker unless `offline`.
 * @returns {Promise<{open: Function, close: Function, context: object, origin: string, served: string[], stop: Function}>}
 */
export async function startBrowser({ root = site, offline = false } = {}) {
  if (!existsSync(join(root, 'index.html'))) throw new Error(`${root} is not there: run tools/dev build`);
  const served = await start({ root });
  const given = [];
  served.server.on('request', ({ method, url }) => given.push(method === 'GET' ? url : `${method} ${url}`));
  const profile = mkdtempSync(join(tmpdir(), 'crossread-'));
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    headless: true,
    serviceWorkers: offline ? 'allow' : 'block',
    args: flags,
  });
  const origin = served.url.slice(0, -1);
  await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin });

  /** A fresh page of its own size; `page.requests` and `page.complaints` say what it did. */
  async function open({ width = 1400, height = 900, scheme = 'light', path = '', before } = {}) {
    const page = await context.newPage();
    page.setDefaultTimeout(60_000); // a busy machine
    page.requests = [];
    page.complaints = [];
    page.on('request', (request) => page.requests.push(request.url()));
    page.on('console', (message) => {
      if (message.type() === 'error') page.complaints.push(message.text());
    });
    page.on('pageerror', (error) => page.complaints.push(String(error.stack)));
    await page.setViewportSize({ width, height });
    await page.emulateMedia({ colorScheme: scheme });
    // The sources one by one, for what needs a document: the page has them bundled.
    await page.route('**/modules/**', (route) => {
      const path = join(
        repository,
        'web/src',
        new URL(route.request().url()).pathname.slice('/modules/'.length),
      );
      return route.fulfill({ path, contentType: 'text/javascript' });
    });
    await before?.(page);
    page.answer = await page.goto(served.url + path);
    return page;
  }

  async function close() {
    await context.close();
    await served.stop();
    rmSync(profile, { recursive: true, force: true });
  }
  return { open, close, context, origin, served: given, stop: served.stop };
}

/** For `open`, where a test has modules of its own: each copy needs the policy for Trusted Types, as the page's does. */
export const twoCopies = (page) =>
  page.route('**/', async (route) => {
    const response = await route.fetch();
    const headers = { ...response.headers() };
    headers['content-security-policy'] += " 'allow-duplicates'";
    await route.fulfill({ response, headers });
  });

/** Puts `flavours` ({'text/html': …}) on the clipboard and presses Ctrl+V where the focus is. */
export async function paste(page, flavours) {
  await page.evaluate(
    (all) =>
      navigator.clipboard.write([
        new ClipboardItem(
          Object.fromEntries(Object.entries(all).map(([type, text]) => [type, new Blob([text], { type })])),
        ),
      ]),
    flavours,
  );
  await page.keyboard.press('Control+V');
}

/** Drops files from the disk onto the middle of the page, as the system would. */
export async function drop(page, files) {
  const session = await page.context().newCDPSession(page);
  const { width, height } = page.viewportSize();
  const data = { items: [], files, dragOperationsMask: 1 };
  for (const type of ['dragEnter', 'dragOver', 'drop']) {
    await session.send('Input.dispatchDragEvent', { type, x: width / 2, y: height / 2, data });
  }
  await session.detach();
}

/** The report, once it is about `count` articles. */
export async function compared(page, count) {
  const report = await page.waitForFunction(
    (wanted) => {
      const { report } = document.querySelector('crossread-panel');
      return report?.articles.length === wanted ? report : null;
    },
    count,
    { polling: 20 },
  );
  return report.jsonValue();
}

/** Gives the panel articles as a host would. */
export const give = (page, articles) =>
  page.evaluate((list) => {
    document.querySelector('crossread-panel').articles = list;
  }, articles);

/** A picture for people to look at, in build/screenshots/. */
export async function picture(page, name) {
  mkdirSync(screenshots, { recursive: true });
  await page.screenshot({ path: join(screenshots, `${name}.png`) });
}

export const sidewaysScroll = (page) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
