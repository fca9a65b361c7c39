// Verdicts and the filter, as an editor uses them: on a report made by hand, and through comparisons.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import {
  compared,
  example,
  give,
  picture,
  sample,
  sidewaysScroll,
  startBrowser,
} from './support/browser.mjs';

const [wire, courier] = example.articles;

let browser;
before(async () => {
  browser = await startBrowser();
});
after(() => browser?.close());

const show = (page) =>
  page.evaluate(
    ([articles, made]) => {
      const panel = document.querySelector('crossread-panel');
      panel.articles = articles;
      panel.report = made;
    },
    [sample.request.articles, sample.report],
  );
const press = (page, name) => page.getByRole('button', { name, exact: true }).click();
const summary = (page) => page.locator('.summary').textContent();
const lines = (page) => page.locator('.findings .lines:not([hidden]) .line');
const verdicts = (page) => page.evaluate(() => document.querySelector('crossread-panel').verdicts);
const focused = (page) =>
  page.evaluate(() => document.querySelector('crossread-panel').shadowRoot.activeElement?.textContent);
/** Presses Tab until what has the focus says `text`. */
async function tabTo(page, text) {
  for (let presses = 0; presses < 60; presses += 1) {
    await page.keyboard.press('Tab');
    if ((await focused(page))?.trim() === text) return;
  }
  assert.fail(`Tab does not reach ${text}`);
}
const [first, second] = sample.report.findings;

test('a dismissed finding leaves the list and the count, stays in view, and can be taken back', async () => {
  const page = await browser.open();
  await page.evaluate(() => {
    window.told = [];
    document.addEventListener('crossread-verdict', ({ detail }) => window.told.push(detail));
  });
  await show(page);
  await press(page, 'Dismiss');
  await press(page, 'Two different things');
  assert.equal(await summary(page), '4 articles · 3 conflicts · 1 dismissed · 2 origins');
  assert.equal(await lines(page).count(), 3);
  assert.match(await page.locator('.exhibit h2').textContent(), /^Did the bridge pass/, 'still looked at');
  assert.match(await page.locator('.judge').textContent(), /Dismissed: two different things/);
  assert.equal(await focused(page), 'Take back');
  const one = { verdict: 'dismissed', reason: 'two_things', note: '' };
  assert.deepEqual(await verdicts(page), { [first.id]: one });
  assert.deepEqual(await page.evaluate(() => window.told), [{ id: first.id, verdicts: { [first.id]: one } }]);
  await press(page, '1 dismissed');
  assert.equal(await lines(page).count(), 4);
  assert.match(await lines(page).last().textContent(), /Dismissed: two different things/);
  await picture(page, 'dismissed-1400');
  await press(page, 'Take back');
  assert.equal(await summary(page), '4 articles · 4 conflicts · 2 origins');
  assert.equal(await focused(page), 'Dismiss');
  assert.deepEqual(await verdicts(page), {});
  assert.deepEqual(page.complaints, []);
  await page.close();
});

test('a place in the text that was dismissed is not marked as a conflict any more', async () => {
  const page = await browser.open();
  await show(page);
  const others = async () => page.locator(`mark.other[data-key="${first.id}"]`).count();
  await lines(page).nth(1).click();
  await page.locator('.show').first().click();
  assert.ok((await others()) > 0);
  await page.evaluate((id) => {
    document.querySelector('crossread-panel').verdicts = { [id]: { verdict: 'dismissed', reason: 'style' } };
  }, first.id);
  await page.locator('.summary', { hasText: '1 dismissed' }).waitFor();
  assert.equal(await others(), 0);
  await page.close();
});

test('where all conflicts are dismissed, it is not said that none was found', async () => {
  const page = await browser.open();
  await show(page);
  await page.evaluate(
    (ids) => {
      document.querySelector('crossread-panel').verdicts = Object.fromEntries(
        ids.map((id) => [id, { verdict: 'dismissed', reason: 'known' }]),
      );
    },
    sample.report.findings.slice(0, 4).map(({ id }) => id),
  );
  await page.locator('.summary', { hasText: '4 dismissed' }).waitFor();
  assert.match(await summary(page), /no other conflict found/);
  assert.equal(
    await page.locator('.findings .clean').textContent(),
    'Every conflict that was found has been dismissed.',
  );
  await page.close();
});

test('verdicts and a note being written outlive an edit and its comparison', async () => {
  const page = await browser.open();
  await give(page, [wire, courier]);
  const report = await compared(page, 2);
  const loud = report.findings.filter(({ severity }) => severity === 'high' || severity === 'medium');
  assert.ok(loud.length >= 2);
  await press(page, 'Confirm');
  await lines(page).nth(1).click();
  await press(page, 'Note');
  await page.keyboard.type('Ask the desk.');
  await page.evaluate(() => {
    window.compared = 0;
    const panel = document.querySelector('crossread-panel');
    panel.addEventListener('crossread-report', () => (window.compared += 1));
    const outlet = panel.shadowRoot.querySelector('.card .outlet');
    outlet.value = 'North Wire'; // an edit that leaves the focus where it is
    outlet.dispatchEvent(new Event('input', { bubbles: true }));
  });
  await page.waitForFunction(() => window.compared > 0);
  await page.keyboard.type(' Twice.');
  assert.deepEqual(await verdicts(page), {
    [loud[0].id]: { verdict: 'confirmed', reason: '', note: '' },
    [loud[1].id]: { verdict: '', reason: '', note: 'Ask the desk. Twice.' },
  });
  // The text of an article too, through the reader.
  await page.locator('.card .title').nth(1).click();
  await press(page, 'Edit');
  await page.locator('.form textarea').press('Control+End');
  await page.evaluate(() => (window.compared = 0));
  await page.keyboard.type(' The weather was mild.');
  await page.waitForFunction(() => window.compared > 0);
  assert.match(await lines(page).first().textContent(), /✓ Confirmed/);
  assert.match(await lines(page).nth(1).textContent(), /Your note/);
  await page.close();
});

test('confirm, dismiss and note by keyboard alone', async () => {
  const page = await browser.open();
  await show(page);
  await tabTo(page, 'Confirm');
  await page.keyboard.press('Enter');
  assert.equal(await focused(page), 'Take back');
  await page.keyboard.press('Enter');
  assert.equal(await focused(page), 'Confirm');
  await tabTo(page, 'Dismiss');
  await page.keyboard.press('Enter');
  assert.equal(await focused(page), 'Not a conflict');
  await page.keyboard.press('Escape');
  assert.equal(await focused(page), 'Dismiss', 'Escape closes the reasons');
  assert.equal(await page.getByRole('button', { name: 'A matter of style' }).isVisible(), false);
  await tabTo(page, 'Note');
  await page.keyboard.press('Space');
  await page.keyboard.type('See the correction of Friday.');
  await page.keyboard.press('Escape');
  assert.equal(await focused(page), 'Edit note');
  assert.equal(await page.locator('.noted p').textContent(), 'See the correction of Friday.');
  // Another finding has its own.
  await lines(page).nth(1).click();
  assert.equal(await page.locator('.noted').isVisible(), false);
  await press(page, 'Claims');
  assert.equal(await page.locator('.judge').isVisible(), false, 'a claim is no finding');
  await page.close();
});

test('the list narrows to kinds and articles, says so, and keeps it through a comparison', async () => {
  const page = await browser.open();
  await show(page);
  await tabTo(page, '+ Filter');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Space');
  assert.equal(await page.getByRole('checkbox', { name: 'Number' }).isChecked(), true);
  assert.equal(await page.locator('.filter [role=status]').textContent(), '1 of 4 conflicts shown');
  assert.match(await lines(page).first().textContent(), /twelve people/);
  assert.equal(await page.locator('.exhibit h2').textContent(), second.message, 'the first that is shown');
  await page.getByRole('checkbox', { name: 'Number' }).uncheck();
  await page.getByRole('checkbox', { name: 'C Lode Valley Radio' }).check();
  assert.equal(await page.locator('.filter [role=status]').textContent(), '3 of 4 conflicts shown');
  assert.equal(await page.getByRole('checkbox', { name: /^D/ }).count(), 0, 'D was not compared');
  await picture(page, 'filter-1400');
  await press(page, 'Clear');
  assert.equal(await lines(page).count(), 4);
  assert.equal((await focused(page)).trim(), '− Filter');

  await give(page, [wire, courier]);
  const report = await compared(page, 2);
  const { family } = report.findings[0];
  const box = page.locator(`.filter input[value="${family}"]`);
  await box.check();
  const shown = await page.locator('.filter [role=status]').textContent();
  await page.evaluate(() => {
    document
      .querySelector('crossread-panel')
      .addEventListener('crossread-report', () => (window.compared = true));
  });
  await page.locator('.card .outlet').first().pressSequentially('s');
  await page.waitForFunction(() => window.compared);
  assert.equal(await box.isChecked(), true);
  assert.equal(await page.locator('.filter [role=status]').textContent(), shown);
  await page.close();
});

test('where the filter leaves nothing, it is the filter that is named', async () => {
  const page = await browser.open();
  await show(page);
  await press(page, 'Filter');
  await page.getByRole('checkbox', { name: 'Name', exact: true }).check();
  assert.equal(await page.locator('.findings .clean').textContent(), 'No conflict passes the filter.');
  assert.equal(await page.locator('.filter [role=status]').textContent(), '0 of 4 conflicts shown');
  await page.close();
});

test('at 360 px, dark, verdicts and filter stand within the width', async () => {
  const page = await browser.open({ width: 360, height: 740, scheme: 'dark' });
  await show(page);
  await press(page, 'Filter');
  await page.getByRole('checkbox', { name: 'Number' }).check();
  assert.equal(await sidewaysScroll(page), 0);
  await picture(page, 'filter-360-dark');
  await lines(page).first().click();
  await press(page, 'Note');
  await page.keyboard.type('Ask the desk.');
  await press(page, 'Dismiss');
  assert.equal(await sidewaysScroll(page), 0);
  await page.locator('.judge').scrollIntoViewIfNeeded();
  await picture(page, 'verdict-360-dark');
  await press(page, 'A matter of style');
  await page.locator('.detail > .back').click();
  assert.equal(await page.locator('.findings .clean').textContent(), 'No conflict passes the filter.');
  await page.close();
});

test('at 360 px, Back from a finding that was dismissed leads to the next one in the list', async () => {
  const page = await browser.open({ width: 360, height: 740 });
  await show(page);
  const messages = await lines(page).locator('.headline').allTextContents();
  const dismiss = async (message) => {
    await lines(page).filter({ hasText: message }).click();
    await press(page, 'Dismiss');
    await press(page, 'Already known');
    await page.keyboard.press('Escape');
    return focused(page);
  };
  assert.ok((await dismiss(messages[0])).includes(messages[1]));
  assert.ok((await dismiss(messages[2])).includes(messages[3]));
  assert.ok((await dismiss(messages[3])).includes(messages[1]), 'behind the last, the last that is left');
  assert.match(await dismiss(messages[1]), /Conflicts.*Every conflict/, 'the list, where none is left');
  await page.close();
});
