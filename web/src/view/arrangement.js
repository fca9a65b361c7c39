// Two choices above the matrix of claims: the article to compare with, and the order.
import { words } from '../words.js';
import { h, whenChanged } from './dom.js';

/** @param {{arrange: (changes: Partial<import('../arrange.js').Arrangement>) => void}} actions */
export function createArrangement(actions) {
  const base = h('select', { onchange: () => actions.arrange({ base: base.value }) });
  const sort = h('select', { onchange: () => actions.arrange({ sort: sort.value }) });
  const offer = (select, value, options) => {
    whenChanged(select, JSON.stringify(options), () =>
      select.replaceChildren(...options.map(([key, label]) => h('option', { value: key }, label))),
    );
    select.value = value;
  };
  return {
    element: h(
      'div',
      { class: 'arrangement' },
      h('label', {}, words.claims.base, base),
      h('label', {}, words.claims.sort, sort),
    ),
    /** @param {import('../arrange.js').Arrangement} now @param {[string, string][]} articles  ids and names */
    update(now, articles) {
      const orders = Object.entries(words.claims.orders);
      if (now.base) orders.push(['article', words.claims.order(new Map(articles).get(now.base))]);
      offer(base, now.base, [['', words.claims.noBase], ...articles]);
      offer(sort, now.sort, orders);
    },
  };
}
