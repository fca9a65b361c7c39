// How much of each article stands in each other one, as a table whose cells are the darker the more it is.
import { comparedArticles } from '../model.js';
import { words } from '../words.js';
import { h, unseen } from './dom.js';

/** @param {import('../types.js').Report} report @returns {HTMLElement} */
export function heatmap(report, names) {
  const ids = comparedArticles(report).map(({ id }) => id);
  const shares = new Map();
  for (const { articles, shares: of } of report.reuse.pairs) {
    shares.set(`${articles[0]} ${articles[1]}`, of[0]);
    shares.set(`${articles[1]} ${articles[0]}`, of[1]);
  }
  const label = (id) => [
    h('span', { class: 'siglum', title: names.of(id) }, names.siglum(id)),
    unseen(` ${names.of(id)}`),
  ];
  const cell = (row, column) => {
    if (row === column) return h('td', { class: 'self' }, unseen(words.copy.same));
    const share = shares.get(`${row} ${column}`) ?? 0;
    const element = h('td', {}, share > 0 ? words.copy.percent(share) : '·');
    element.style.setProperty('--share', String(share));
    return element;
  };
  return h(
    'table',
    { class: 'heatmap' },
    h('caption', {}, words.copy.heatmap),
    h('thead', {}, h('tr', {}, h('td'), ...ids.map((id) => h('th', { scope: 'col' }, ...label(id))))),
    h(
      'tbody',
      {},
      ...ids.map((row) =>
        h('tr', {}, h('th', { scope: 'row' }, ...label(row)), ...ids.map((column) => cell(row, column))),
      ),
    ),
  );
}
