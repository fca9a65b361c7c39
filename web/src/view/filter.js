// The line above the list of findings that narrows it: folded, with how many it leaves.
import { choices, isActive } from '../filter.js';
import { words } from '../words.js';
import { h, keyed, whenChanged } from './dom.js';

/** @param {{filter: Function, clearFilter: Function}} actions */
export function createFilter(actions) {
  const sign = h('span', { 'aria-hidden': 'true' });
  const button = h(
    'button',
    { class: 'more', 'aria-expanded': 'false', 'aria-controls': 'filter', onclick: () => fold(boxes.hidden) },
    sign,
    ` ${words.filter.open}`,
  );
  const shown = h('span', { class: 'small', role: 'status' });
  const clear = h(
    'button',
    {
      class: 'link clear',
      onclick: () => {
        actions.clearFilter();
        button.focus();
      },
    },
    words.filter.clear,
  );
  const groups = ['families', 'articles'].map((name) => ({ name, options: h('div', { class: 'options' }) }));
  const boxes = h(
    'div',
    { class: 'boxes', id: 'filter' },
    ...groups.map(({ name, options }) => h('fieldset', {}, h('legend', {}, words.filter[name]), options)),
  );
  const element = h(
    'div',
    { class: 'filter' },
    h('div', { class: 'filter-line' }, button, shown, clear),
    boxes,
  );

  function fold(open) {
    boxes.hidden = !open;
    button.setAttribute('aria-expanded', String(open));
    sign.textContent = open ? '−' : '+';
  }
  fold(false);

  const labelled = (name, value, label) =>
    h(
      'label',
      {},
      h('input', { type: 'checkbox', value, onchange: () => actions.filter(name, value) }),
      h('span', { dir: 'auto' }, label),
    );

  return {
    element,
    /** @param {{offered: import('../types.js').Finding[], left: number, all: number}} counts */
    update(state, names, { offered, left, all }) {
      const { filter } = state;
      const active = isActive(filter);
      element.hidden = offered.length < 2 && !active;
      clear.hidden = !active;
      const line = active ? words.filter.shown(left, all) : '';
      whenChanged(shown, line, () => {
        shown.textContent = line;
      });
      const offer = choices(offered, filter, state.articles);
      const nameIn = {
        families: (family) => words.family[family] ?? family,
        articles: (id) => words.filter.article(names.siglum(id), names.of(id)),
      };
      for (const { name, options } of groups) {
        keyed(options, offer[name], {
          key: (value) => value,
          signature: nameIn[name],
          make: (value) => labelled(name, value, nameIn[name](value)),
        });
        for (const box of options.querySelectorAll('input')) box.checked = filter[name].includes(box.value);
      }
    },
  };
}
