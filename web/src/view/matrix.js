// The claim × article matrix as a table: a glyph and a word in every cell. Claims that one article alone
// makes wait behind a count, and so do those that the base article does not make. Roles are spelt out, since on
// a phone the rows are laid out as grids, which takes a table's own roles away in some browsers.
import { inReport, isInBase } from '../arrange.js';
import { comparedArticles } from '../model.js';
import { words } from '../words.js';
import { createArrangement } from './arrangement.js';
import { h, unseen, whenChanged } from './dom.js';
import { folded, markCurrent } from './lists.js';

const ROWS = 200; // at once

/** One article alone makes the claim, and nobody objects. */
const isSingle = (row) =>
  row.articles < 2 && row.cells.every(({ state }) => state === 'carries' || state === 'silent');

/** @param {{select: Function, showClaim: Function, arrange: Function}} actions */
export function createMatrix(actions) {
  const scroller = h('div', { class: 'scroller' });
  const arrangement = createArrangement(actions);
  const element = h('div', { class: 'matrix' }, arrangement.element, scroller);
  const open = { others: false, single: false, rows: ROWS };
  let last;

  function cell(row, { article, state, claims }, names) {
    const [glyph, word] = words.states[state] ?? ['?', state];
    const content = [
      h('span', { class: 'glyph', 'aria-hidden': 'true' }, glyph),
      h('span', { class: 'word' }, word),
    ];
    if (claims.length === 0) return h('td', { class: `state ${state}`, role: 'cell' }, ...content);
    const label = words.claims.cell(names.siglum(article), word);
    return h(
      'td',
      { class: `state ${state}`, role: 'cell' },
      h(
        'button',
        { 'aria-label': label, onclick: () => actions.showClaim(row.id, article, claims[0]) },
        ...content,
      ),
    );
  }

  function tableRow(row, names) {
    return h(
      'tr',
      { role: 'row' },
      h(
        'th',
        { scope: 'row', role: 'rowheader' },
        h(
          'button',
          {
            class: 'line',
            part: 'finding',
            'data-key': row.id,
            onclick: () => actions.select(row.id),
          },
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
    const asked = inReport(state.arrangement, state.report);
    const { base } = asked;
    arrangement.element.hidden = articles.length < 2 || rows.length === 0;
    arrangement.update(
      asked,
      articles.map(({ id }) => [id, words.filter.article(names.siglum(id), names.of(id))]),
    );
    const fold = (name, label) => {
      const button = folded(label, open[name], () => {
        open[name] = !open[name];
        update(...last);
        scroller.querySelector(`[data-name="${name}"]`).focus();
      });
      button.dataset.name = name;
      return button;
    };
    const further = (drawn, left) => {
      const onclick = () => {
        open.rows += ROWS;
        update(...last);
        scroller.querySelectorAll('.line')[drawn].focus();
      };
      return h('button', { class: 'more further', onclick }, words.exhibit.further(left));
    };
    whenChanged(
      scroller,
      JSON.stringify([rows, asked, articles.map((article) => names.of(article.id)), open]),
      () => {
        if (rows.length === 0) {
          scroller.replaceChildren(h('p', { class: 'clean' }, words.claims.none));
          return;
        }
        const shared = rows.filter((row) => !isSingle(row));
        const parts = {
          others: shared.filter((row) => !isInBase(row, base)),
          single: rows.filter(isSingle),
        };
        const labels = { others: (n) => words.claims.others(n, names.of(base)), single: words.claims.single };
        const shown = shared.filter((row) => isInBase(row, base));
        for (const [name, part] of Object.entries(parts))
          if (open[name]) for (const row of part) shown.push(row);
        const drawn = shown.slice(0, open.rows);
        scroller.replaceChildren(
          h(
            'table',
            { role: 'table' },
            h('caption', { class: 'unseen' }, words.claims.caption(base && names.of(base))),
            h(
              'thead',
              { role: 'rowgroup' },
              h(
                'tr',
                { role: 'row' },
                h('th', { scope: 'col', role: 'columnheader' }, words.claims.column),
                ...articles.map(({ id }) =>
                  h(
                    'th',
                    {
                      scope: 'col',
                      role: 'columnheader',
                      title: names.of(id),
                      class: id === base ? 'base' : null,
                    },
                    h('span', { class: 'siglum' }, names.siglum(id)),
                    unseen(` ${names.of(id)}`),
                  ),
                ),
              ),
            ),
            h('tbody', { role: 'rowgroup' }, ...drawn.map((row) => tableRow(row, names))),
          ),
          shown.length > drawn.length ? further(drawn.length, shown.length - drawn.length) : '',
          ...Object.entries(parts)
            .filter(([, part]) => part.length > 0)
            .map(([name, part]) => fold(name, labels[name](part.length))),
        );
        scroller.querySelector('table').style.setProperty('--articles', String(articles.length));
      },
    );
    markCurrent(element, state.selected.claims);
  }
  return { element, update };
}
