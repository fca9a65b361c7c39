// The claim × article matrix as a table: a glyph and a word in every cell. Claims that one article alone
// makes wait behind a count.
import { comparedArticles } from '../model.js';
import { words } from '../words.js';
import { h, unseen, whenChanged } from './dom.js';
import { folded } from './lists.js';

/** @param {{select: Function, showClaim: Function}} actions */
export function createMatrix(actions) {
  const legend = h(
    'p',
    { class: 'legend', 'aria-hidden': 'true' },
    ...Object.values(words.states).map(([glyph, word]) => h('span', {}, `${glyph} ${word}`)),
  );
  const scroller = h('div', { class: 'scroller' });
  const element = h('div', { class: 'matrix' }, legend, scroller);
  let open = false;
  let last;

  function cell(row, { article, state, claims }, names) {
    const [glyph, word] = words.states[state] ?? ['?', state];
    const content = [h('span', { class: 'glyph', 'aria-hidden': 'true' }, glyph), h('span', { class: 'word' }, word)];
    if (claims.length === 0) return h('td', { class: `state ${state}` }, ...content);
    const label = words.claims.cell(names.siglum(article), word);
    return h('td', { class: `state ${state}` }, h('button', { 'aria-label': label, onclick: () => actions.showClaim(row.id, article, claims[0]) }, ...content));
  }

  function tableRow(row, selected, names) {
    return h(
      'tr',
      {},
      h(
        'th',
        { scope: 'row' },
        h(
          'button',
          { class: 'line', 'data-key': row.id, 'aria-current': row.id === selected ? 'true' : null, onclick: () => actions.select(row.id) },
          h('span', { class: 'headline', dir: 'auto' }, row.label),
          h('span', { class: 'small' }, words.claims.support(row.articles, row.origins)),
        ),
      ),
      ...row.cells.map((one) => cell(row, one, names)),
    );
  }

  function update(state, names) {
    last = [state, names];
    const { rows } = state.report.coverage;
    const articles = comparedArticles(state.report);
    const selected = state.selected.claims;
    legend.hidden = rows.length === 0;
    whenChanged(scroller, JSON.stringify([rows, articles.map((article) => names.of(article.id)), selected, open]), () => {
      if (rows.length === 0) {
        scroller.replaceChildren(h('p', { class: 'clean' }, words.claims.none));
        return;
      }
      const conflict = (row) => row.cells.some((one) => one.state === 'contradicts' || one.state === 'disputed' || one.state === 'qualifies');
      const main = rows.filter((row) => row.articles > 1 || conflict(row));
      const single = rows.filter((row) => !main.includes(row));
      const shown = open ? [...main, ...single] : main;
      scroller.replaceChildren(
        h(
          'table',
          {},
          h('caption', { class: 'unseen' }, words.claims.caption),
          h(
            'thead',
            {},
            h(
              'tr',
              {},
              h('th', { scope: 'col' }, words.claims.column),
              ...articles.map(({ id }) => h('th', { scope: 'col', title: names.of(id) }, h('span', { class: 'siglum' }, names.siglum(id)), unseen(` ${names.of(id)}`))),
            ),
          ),
          h('tbody', {}, ...shown.map((row) => tableRow(row, selected, names))),
        ),
        single.length > 0
          ? folded(words.claims.single(single.length), open, () => {
              open = !open;
              update(...last);
              scroller.querySelector('.more').focus();
            })
          : '',
      );
    });
  }
  return { element, update };
}
