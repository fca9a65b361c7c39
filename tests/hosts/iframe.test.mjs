// The example of a bare iframe (examples/hosts/iframe), in every engine that is here.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { engines, openIn } from '../../web/test/support/engines.mjs';
import { packaged, repository, serve } from './support.mjs';

const example = join(repository, 'examples/hosts/iframe/');
const told = (number) =>
  `${number} people were hurt when the weir at Ostermoor gave way on Saturday, the harbour master said.`;
const articles = [
  { id: 'draft', source: 'Draft', text: told('Twelve') },
  { id: 'source-1', source: 'Meridian', text: told('Nine') },
];
describe('the example of an iframe', () => {
  let host;
  before(async () => {
    host = await serve({ '/': example, '/crossread/': `${packaged}/` });
  });
  after(() => host?.stop());

  test('is less than 60 lines of glue', () => {
    const glue = readFileSync(join(example, 'host.js'), 'utf8');
    assert.ok(glue.trimEnd().split('\n').length < 60);
  });

  for (const { name, skip } of engines) {
    test(`${name}: typed, compared, counted; what is chosen is selected in the draft, and put right`, {
      skip,
    }, async () => {
      const browser = await openIn(name);
      try {
        await browser.goto(`${host.origin}/index.html`, () => document.readyState === 'complete');
        await browser.click('#draft');
        await browser.type(articles[0].text);
        await browser.click('.source');
        await browser.type(articles[1].text);
        await browser.until(() => document.querySelector('[role=status]').textContent === '1 conflict');
        await browser.click('iframe >>> .findings .line');
        const selected = () => {
          const { selectionStart, selectionEnd, value } = document.activeElement;
          return document.activeElement.id === 'draft' && value.slice(selectionStart, selectionEnd);
        };
        assert.equal(await browser.until(selected), 'Twelve people');
        await browser.until(() => {
          const iframe = document.querySelector('iframe');
          const panel = iframe.contentDocument.querySelector('crossread-panel');
          return Math.abs(iframe.clientHeight - panel.getBoundingClientRect().height) < 1;
        });
        await browser.picture(`iframe-${name}`);
        await browser.type('Nine people'); // over what is selected
        await browser.until(() => document.querySelector('[role=status]').textContent === '0 conflicts');
      } finally {
        await browser.close();
      }
    });
  }
});
