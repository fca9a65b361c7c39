// One way to drive the page in Chromium, Firefox ESR and WebKitGTK: what a test does here it does in all
// three. Clicks and keys are the engine's own, not made up in the page.
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { chromium } from 'playwright-core';
import { flags, repository } from './browser.mjs';
import { connect } from './webdriver.mjs';

const puppeteer = new URL(
  '../engines/node_modules/puppeteer-core/lib/esm/puppeteer/puppeteer-core.js',
  import.meta.url,
);
const FIREFOX = process.env.FIREFOX ?? '/usr/bin/firefox-esr';
const WEBKIT = process.env.WEBKIT_DRIVER ?? '/usr/bin/WebKitWebDriver';
const XVFB = '/usr/bin/Xvfb';

/** Why an engine can't be used here; '' where it can. */
const lacks = {
  Chromium: '',
  Firefox: existsSync(FIREFOX) && existsSync(puppeteer) ? '' : 'not installed: tools/dev test --all-engines',
  WebKit: existsSync(WEBKIT) && existsSync(XVFB) ? '' : 'not installed: tools/dev test --all-engines',
};
/** Name → false, or why to skip it. CROSSREAD_ENGINES=all takes none for missing: then that is a failure. */
export const engines = Object.entries(lacks).map(([name, reason]) => ({
  name,
  skip: reason !== '' && process.env.CROSSREAD_ENGINES !== 'all' ? reason : false,
}));

const start = { Chromium: startChromium, Firefox: startFirefox, WebKit: startWebKit };

/**
 * What runs in the page to find an element: in the document, or in the panel's shadow root. 'iframe >>> .tab' is
 * one in the document of a frame of the same origin.
 */
const find = `((selector, index) => {
  const [wanted, ...frames] = selector.split(' >>> ').toReversed();
  const inner = frames.reduceRight((outer, frame) => outer?.querySelector(frame)?.contentDocument, document);
  const root = inner?.querySelector('crossread-panel')?.shadowRoot;
  const all = [...(inner?.querySelectorAll(wanted) ?? []), ...(root?.querySelectorAll(wanted) ?? [])];
  const shown = all.filter((one) => one.getClientRects().length > 0);
  return shown.at(index) ?? null;
})`;

/**
 * @param {string} name  of the engine
 * @returns {Promise<object>} a page, to be closed
 */
export async function openIn(name) {
  const driver = await start[name]();
  const page = {
    name,
    /** `there` is what it takes for the page to have come; a host's has no panel of ours. */
    async goto(url, there = isStyled) {
      await driver.goto(url);
      await page.until(there);
    },
    async reload() {
      await driver.reload();
      await page.until(isStyled);
    },
    /** WebKit's window can't be that narrow; there the page is told to be. */
    async resize(width, height) {
      await driver.resize(width, height);
      await page.run((wanted) => {
        document.documentElement.style.inlineSize = innerWidth > wanted ? `${wanted}px` : '';
      }, width);
    },
    press: (chord) => driver.press(chord),
    type: (text) => driver.type(text),
    /** Runs `what` (a function, or its text) in the page; its answer comes back as JSON. */
    run: (what, ...args) => driver.run(String(what), args),
    /** Waits until `what` gives something, and gives that. */
    async until(what, ...args) {
      for (const end = Date.now() + 30_000; ; await pause(30)) {
        const value = await page.run(what, ...args);
        if (value) return value;
        if (Date.now() > end) throw new Error(`${name}: waited in vain for ${what}`);
      }
    },
    /** Presses the mouse in the middle of what `selector` finds, once that is shown and stands still. */
    async click(selector, index = 0) {
      const [x, y] = await page.until(
        `async (selector, index) => {
          const place = () => {
            const element = ${find}(selector, index);
            const box = element?.getClientRects()[0];
            if (!box) return undefined;
            let [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
            for (let view = element.ownerDocument.defaultView; view !== window; view = view.parent) {
              const { left, top } = view.frameElement.getBoundingClientRect();
              x += left + view.frameElement.clientLeft;
              y += top + view.frameElement.clientTop;
            }
            return [x, y];
          };
          ${find}(selector, index)?.scrollIntoView({ block: 'center', behavior: 'instant' });
          const before = place();
          await new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)));
          const now = place();
          return String(before) === String(now) ? now : null;
        }`,
        selector,
        index,
      );
      await driver.click(x, y);
    },
    /** The text of what `selector` finds; null where nothing is shown. */
    text: (selector, index = 0) =>
      page.run(`(selector, index) => ${find}(selector, index)?.textContent ?? null`, selector, index),
    /** The dark page. Only Chromium can be told; elsewhere the style sheets' condition is turned. */
    async dark(on) {
      await (driver.dark ? driver.dark(on) : page.run(turnDark, on));
      await page.run(hasSettled);
    },
    async picture(title) {
      const folder = join(repository, 'build/screenshots');
      mkdirSync(folder, { recursive: true });
      writeFileSync(join(folder, `${title}.png`), Buffer.from(await driver.screenshot(), 'base64'));
    },
    settled: () => page.run(hasSettled),
    close: () => driver.close(),
  };
  return page;
}

/** The panel is there, in its style. */
const isStyled = () => {
  const { shadowRoot } = document.querySelector('crossread-panel') ?? {};
  const sheets = [...(shadowRoot?.styleSheets ?? []), ...(shadowRoot?.adoptedStyleSheets ?? [])];
  return document.readyState === 'complete' && sheets.length > 0;
};

/** No colour is half way to another. */
async function hasSettled() {
  await new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)));
  const moving = document.querySelector('crossread-panel').shadowRoot.getAnimations();
  await Promise.all(moving.map(({ finished }) => finished.catch(() => {})));
}

/** Turns what the style sheets say for a dark screen on or off, whatever the screen is. */
function turnDark(on) {
  const root = document.querySelector('crossread-panel').shadowRoot;
  window.darkRules ??= [...document.styleSheets, ...root.styleSheets].flatMap((sheet) =>
    [...sheet.cssRules].filter((rule) => /prefers-color-scheme: dark/.test(rule.media?.mediaText)),
  );
  for (const rule of window.darkRules) rule.media.mediaText = on ? 'all' : 'not all';
  document.documentElement.style.colorScheme = on ? 'dark' : 'light';
}

/** An expression that calls the function of that text. JSON is JavaScript. */
const call = (text, args) => `(${text})(...${JSON.stringify(args)})`;
const folder = () => mkdtempSync(join(tmpdir(), 'crossread-'));
const remove = (path) => rmSync(path, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });

async function startChromium() {
  const profile = folder();
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    headless: true,
    args: flags,
  });
  const [page] = context.pages();
  return {
    goto: (url) => page.goto(url),
    reload: () => page.reload(),
    run: (text, args) => page.evaluate(call(text, args)),
    click: (x, y) => page.mouse.click(x, y),
    press: (chord) => page.keyboard.press(chord),
    type: (text) => page.keyboard.type(text),
    resize: (width, height) => page.setViewportSize({ width, height }),
    dark: (on) => page.emulateMedia({ colorScheme: on ? 'dark' : 'light' }),
    screenshot: async () => (await page.screenshot()).toString('base64'),
    async close() {
      await context.close();
      remove(profile);
    },
  };
}

async function startFirefox() {
  const { launch } = (await import(puppeteer)).default;
  const profile = folder();
  const browser = await launch({
    browser: 'firefox',
    executablePath: FIREFOX,
    headless: true,
    userDataDir: profile,
    // Every other host is behind a proxy that is not there.
    extraPrefsFirefox: {
      'network.proxy.type': 1,
      'network.proxy.http': '127.0.0.1',
      'network.proxy.http_port': 9,
      'network.proxy.ssl': '127.0.0.1',
      'network.proxy.ssl_port': 9,
      'network.proxy.no_proxies_on': '127.0.0.1,localhost',
    },
  });
  const page = await browser.newPage();
  return {
    goto: (url) => page.goto(url),
    reload: () => page.reload(),
    run: (text, args) => page.evaluate(call(text, args)),
    click: (x, y) => page.mouse.click(x, y),
    async press(chord) {
      const keys = chord.split('+');
      for (const key of keys) await page.keyboard.down(key);
      for (const key of keys.toReversed()) await page.keyboard.up(key);
    },
    type: (text) => page.keyboard.type(text),
    resize: (width, height) => page.setViewport({ width, height }),
    screenshot: () => page.screenshot({ encoding: 'base64' }),
    async close() {
      await browser.close();
      remove(profile);
    },
  };
}

async function freePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await new Promise((listening) => server.on('listening', listening));
  const { port } = server.address();
  await new Promise((closed) => server.close(closed));
  return port;
}

async function startWebKit() {
  const screen = spawn(XVFB, ['-displayfd', '3', '-screen', '0', '1600x1100x24', '-nolisten', 'tcp'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  const display = await new Promise((said, failed) => {
    screen.stdio[3].once('data', (line) => said(String(line).trim()));
    screen.once('exit', () => failed(new Error('Xvfb did not start')));
  });
  const port = await freePort();
  const driver = spawn(WEBKIT, ['--host=127.0.0.1', `--port=${port}`], {
    stdio: 'ignore',
    env: { ...process.env, DISPLAY: `:${display}` },
  });
  const server = `http://127.0.0.1:${port}`;
  const stop = () => {
    driver.kill();
    screen.kill();
  };
  try {
    const up = () =>
      fetch(`${server}/status`).then(
        () => true,
        () => false,
      );
    for (let tries = 0; tries < 200 && !(await up()); tries += 1) await pause(50);
    const session = await connect(server, { browserName: 'MiniBrowser' });
    return {
      ...session,
      async close() {
        await session.close().finally(stop);
      },
    };
  } catch (error) {
    stop();
    throw error;
  }
}
