// Every state of the page, each reached from the one before it: for those who look at all of them, by axe or
// by eye. At any width; where one depth is shown at a time, a step goes down or up by itself.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { repository } from './browser.mjs';

const { articles } = JSON.parse(readFileSync(join(repository, 'examples/02-bergen-talks/request.json')));

/** Gives the panel articles as a host would, and waits for what is said of them. */
export async function give(page, list) {
  await page.run((given) => {
    document.querySelector('crossread-panel').articles = given;
  }, list);
  await compared(page, list.length);
}

export const compared = (page, count) =>
  page.until((wanted) => document.querySelector('crossread-panel').report?.articles.length === wanted, count);

/** Files, as the file chooser gives them. @param {[string, string][]} files name and content */
const choose = (page, files) =>
  page.run((list) => {
    const input = document.querySelector('crossread-panel').shadowRoot.querySelector('input[type=file]');
    const data = new DataTransfer();
    for (const [name, content] of list) data.items.add(new File([content], name));
    input.files = data.files;
    input.dispatchEvent(new Event('change'));
  }, files);

/** Up to the list. */
async function up(page) {
  while ((await page.text('.back')) !== null) await page.click('.back');
}
const tab = (index) => async (page) => {
  await up(page);
  await page.click('.tab', index);
};
/** One finding, claim, utterance, person or pair of the tab's list. */
const line =
  (index = 0) =>
  (page) =>
    page.click('.list .line', index);

/** @type {[string, (page: object) => Promise<void>][]} */
export const states = [
  ['empty', async () => {}],
  ['bookmark', (page) => page.click('.kept [popovertarget]')],
  [
    'dialog',
    async (page) => {
      await page.press('Escape');
      await page.click('.type');
      await page.click('dialog .primary'); // without a text
      await page.until(() =>
        document.querySelector('crossread-panel').shadowRoot.activeElement.matches('textarea'),
      );
    },
  ],
  [
    'one',
    async (page) => {
      await page.press('Escape');
      await give(page, articles.slice(0, 1));
    },
  ],
  ['agreed', (page) => give(page, [articles[0], { ...articles[0], id: 'echo', source: 'The Fjord Echo' }])],
  ['conflicts', (page) => give(page, articles)],
  [
    'filtered',
    async (page) => {
      await page.click('.filter .more');
      await page.click('.filter input');
    },
  ],
  [
    'evidence',
    async (page) => {
      await page.click('.filter .clear');
      await page.click('.filter .more');
      await line(1)(page);
    },
  ],
  ['reasons', (page) => page.click('[data-do=dismiss]')],
  [
    'noted',
    async (page) => {
      await page.click('#reasons button');
      await page.click('[data-do=note]');
      await page.type('Asked the desk.');
    },
  ],
  [
    'folded', // what waits behind counts, and what was checked
    async (page) => {
      await up(page);
      await page.click('.findings .more', -2);
      await page.click('.findings .more', -1);
      await page.click('.checked summary');
    },
  ],
  [
    'text',
    async (page) => {
      await page.click('.checked summary');
      await line()(page);
      await page.click('.show');
    },
  ],
  ['edit', (page) => page.click('.reader .edit')],
  ['claims', tab(1)],
  ['claim', line()],
  ['quotations', tab(2)],
  ['quotation', line()],
  ['people', tab(3)],
  ['person', line()],
  ['copy', tab(4)],
  ['pair', line()],
  ['texts', tab(5)],
  [
    'export',
    async (page) => {
      await up(page);
      await page.click('.export');
    },
  ],
  [
    'errors',
    async (page) => {
      await page.press('Escape');
      await tab(0)(page); // beside the texts there are no cards
      await give(page, [
        ...articles.slice(0, 2),
        { source: 'Too Long Weekly', text: 'a '.repeat(600_000) },
        {
          source: 'Le Rivage',
          text: 'Les pourparlers ont repris jeudi à Bergen. Le ministre n’a rien dit. '.repeat(4),
        },
        {
          source: 'A card with a name that is far too long for its card',
          text: 'Nine were hurt when a stand fell in Fernhill.',
        },
      ]);
      const two = articles.slice(0, 2).map(({ title, text }) => `${title}\n\n${text}`);
      await choose(page, [
        ['photo.txt', '\u0000\u0001'],
        ['two-in-one.txt', two.join('\n\n-----\n\n')],
      ]);
      await compared(page, 6);
      await page.click('.card .remove', 1);
      await compared(page, 5);
    },
  ],
];
