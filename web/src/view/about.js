// At the panel's foot: what this is, and whose work is in it. The notices are a file that is asked for when
// somebody wants to read it.
import { words } from '../words.js';
import { h } from './dom.js';

/** @param {{notices: () => Promise<string>}} actions */
export function createAbout(actions) {
  const text = h('p', { class: 'notices', tabindex: '0', role: 'region', 'aria-labelledby': 'about-title' });
  const dialog = h(
    'dialog',
    { 'aria-labelledby': 'about-title' },
    h('h2', { id: 'about-title' }, words.about.open),
    text,
    h(
      'div',
      { class: 'row' },
      h('button', { class: 'action', onclick: () => dialog.close() }, words.about.close),
    ),
  );
  async function open() {
    text.textContent = words.about.loading;
    dialog.showModal();
    text.textContent = await actions.notices().catch(() => words.about.missing);
  }
  return {
    element: h(
      'div',
      { class: 'about-panel' },
      h('button', { class: 'link', onclick: open }, words.about.open),
      dialog,
    ),
  };
}
