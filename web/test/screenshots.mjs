// Pictures of every state of the page for people to look at: node web/test/screenshots.mjs [STATE…]
// writes build/screenshots/<width>-<light|dark>-<number>-<state>.png.
import { start } from '../serve.mjs';
import { site } from './support/browser.mjs';
import { openIn } from './support/engines.mjs';
import { states } from './support/states.mjs';

const wanted = new Set(process.argv.slice(2));
const served = await start({ root: site });
const page = await openIn('Chromium');
try {
  for (const [width, height] of [
    [1400, 900],
    [800, 1000],
    [360, 1200],
  ]) {
    await page.goto(served.url);
    await page.run(() => {
      document.querySelector('crossread-panel').articles = [];
    });
    await page.resize(width, height);
    for (const [index, [state, reach]] of states.entries()) {
      await reach(page);
      if (wanted.size && !wanted.has(state)) continue;
      await page.settled();
      for (const scheme of ['light', 'dark']) {
        await page.dark(scheme === 'dark');
        await page.picture(`${width}-${scheme}-${String(index + 1).padStart(2, '0')}-${state}`);
      }
      await page.dark(false);
    }
  }
} finally {
  await page.close();
  await served.stop();
}
