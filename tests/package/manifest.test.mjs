// custom-elements.json says what the sources, the types and docs/embedding.md have, and all of that, by name.

import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { test } from 'node:test';
import { repository } from './support.mjs';

const built = join(repository, 'build/package');
const source = (name) => readFileSync(join(repository, name), 'utf8');
const element = source('web/src/element.js');
const style = source('web/src/style.css');
const types = source('web/package/types/element.d.ts');
const folder = (path) => readdirSync(join(repository, path)).map((name) => source(`${path}/${name}`));
const views = [source('web/src/view.js'), ...folder('web/src/view')].join('\n');
const panels = [element, ...folder('web/src/panel')].join('\n');

const { modules } = JSON.parse(readFileSync(join(built, 'custom-elements.json'), 'utf8'));
const [panel] = modules.find(({ path }) => path === 'element.js').declarations;

const sorted = (names) => [...new Set(names)].sort();
const all = (text, pattern) => sorted([...text.matchAll(pattern)].map(([, name]) => name));
const names = (list) => sorted(list.map(({ name }) => name));

test('the package names it, and it names the element', () => {
  const description = JSON.parse(readFileSync(join(built, 'package.json'), 'utf8'));
  assert.equal(description.customElements, 'custom-elements.json');
  assert.equal(panel.tagName, 'crossread-panel');
  const definition = modules
    .find(({ path }) => path === 'define.js')
    .exports.find(({ kind }) => kind === 'custom-element-definition');
  assert.equal(definition.name, 'crossread-panel');
});

test('attributes are those that the element reads and its style asks for', () => {
  const read = all(element, /(?:has|get)Attribute\('([\w-]+)'\)/g);
  const styled = all(style, /:host\(\[([\w-]+)\]/g).filter((name) => name !== 'hidden');
  const observed = element.match(/observedAttributes = \[([^\]]+)\]/)[1];
  assert.deepEqual(names(panel.attributes), sorted([...read, ...styled, ...all(observed, /'([\w-]+)'/g)]));
});

test('properties and methods are those of the class, and of its types', async () => {
  globalThis.HTMLElement ??= class {};
  const { CrossreadPanel } = await import(pathToFileURL(join(built, 'element.js')));
  const own = Object.entries(Object.getOwnPropertyDescriptors(CrossreadPanel.prototype)).filter(
    ([name]) => name !== 'constructor' && !name.endsWith('Callback'),
  );
  const kinds = (kind) => names(panel.members.filter((member) => member.kind === kind));
  assert.deepEqual(kinds('field'), sorted(own.filter(([, { get }]) => get).map(([name]) => name)));
  assert.deepEqual(kinds('method'), sorted(own.filter(([, { value }]) => value).map(([name]) => name)));
  const body = types.slice(types.indexOf('export class'), types.indexOf('declare global'));
  assert.deepEqual(names(panel.members), all(body, /^ {2}(?:[gs]et )?(\w+)\(/gm));
});

test('events are those that it tells, and of its types', () => {
  const found = all(panels, /\btell\('(\w+)'/g).map((name) => `crossread-${name}`);
  assert.deepEqual(names(panel.events), found);
  assert.deepEqual(names(panel.events), all(types, /'(crossread-\w+)': CustomEvent/g));
});

test('parts, slots and custom properties are those of the views and the style', () => {
  const parts = all(views, /\bpart: '(\w+)'/g).concat(all(views, /\bpart\.toggle\('(\w+)'/g));
  assert.deepEqual(names(panel.cssParts), sorted(parts));
  assert.deepEqual(names(panel.slots), all(views, /h\('slot', { name: '(\w+)'/g));
  assert.deepEqual(names(panel.cssProperties), all(style, /var\((--crossread-[\w-]+)/g));
});

test('docs/embedding.md has all of them', () => {
  const page = source('docs/embedding.md');
  const public_ = [
    panel.attributes,
    panel.members,
    panel.events,
    panel.cssParts,
    panel.slots,
    panel.cssProperties,
  ];
  const known = all(page, /`([\w-]+)[`(]/g);
  assert.deepEqual(
    names(public_.flat()).filter((name) => !known.includes(name)),
    [],
  );
});
