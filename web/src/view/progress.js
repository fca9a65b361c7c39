// How far a comparison is that takes longer than a blink, and a way to end it. The summary beside it says in
// words that one is under way; the bar is not announced at each step.
import { words } from '../words.js';
import { h } from './dom.js';

/** @param {{stop: Function}} actions */
export function createProgress(actions) {
  const bar = h('progress', {});
  const stop = h('button', { class: 'link stop', onclick: () => actions.stop() }, words.summary.stop);
  const element = h('span', { class: 'progress', hidden: true }, bar, stop);
  return {
    element,
    /** @param {{read: number, of: number} | null} busy */
    update(busy) {
      element.hidden = !busy;
      if (!busy) return;
      bar.setAttribute('aria-label', words.summary.progress(busy));
      bar.max = busy.of;
      // All read: what is left can't be measured.
      if (busy.read < busy.of) bar.value = busy.read;
      else bar.removeAttribute('value');
    },
  };
}
