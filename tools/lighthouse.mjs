// What Lighthouse says of the built page, served by web/serve.mjs: its four scores, and every audit that is
// not passed. `tools/dev lighthouse` installs it, into build/lighthouse.
import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { start } from '../web/serve.mjs';

const { resolve: find } = createRequire(resolve('build/lighthouse/package.json'));
const { default: lighthouse } = await import(pathToFileURL(find('lighthouse')));
const { launch } = await import(pathToFileURL(find('chrome-launcher')));

const served = await start({ root: 'build/web' });
const chrome = await launch({
  chromePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  chromeFlags: ['--headless=new', '--no-sandbox', '--disable-gpu', '--no-first-run'],
});
try {
  for (const formFactor of ['mobile', 'desktop']) {
    const screen = { mobile: { width: 360, height: 740 }, desktop: { width: 1400, height: 900 } }[formFactor];
    const { lhr } = await lighthouse(
      served.url,
      { port: chrome.port, logLevel: 'error' },
      {
        extends: 'lighthouse:default',
        settings: {
          formFactor,
          screenEmulation: { ...screen, mobile: formFactor === 'mobile', deviceScaleFactor: 1 },
          onlyCategories: ['performance', 'accessibility', 'best-practices', 'seo'],
        },
      },
    );
    const scores = Object.values(lhr.categories).map(
      ({ title, score }) => `${title} ${Math.round(score * 100)}`,
    );
    console.log(`${formFactor}: ${scores.join(', ')}`);
    for (const { title, score, displayValue = '' } of Object.values(lhr.audits))
      if (score !== null && score < 0.9) console.log(`  ${Math.round(score * 100)} ${title} ${displayValue}`);
  }
} finally {
  await chrome.kill();
  await served.stop();
}
