// At the foot of our own page: the bookmark that copies the article of an open tab, to be dragged to the
// browser's bar. On a page it can't run, since the policy forbids it; a click explains and copies its address.
import { copyArticle } from './bookmarklet.js';
import { h } from './view/dom.js';
import { words } from './words.js';

/** The code as an address, without comments and indents. */
export function bookmark() {
  const code = String(copyArticle).replace(/^\s+(\/\/.*\n)?/gm, '');
  return `javascript:${encodeURIComponent(`(${code})(${JSON.stringify(words.bring.there)})`)}`;
}

/** @param {string} key what pastes @returns {HTMLElement[]} */
export function createBring(key) {
  const said = h('p', { role: 'status' });
  const link = h('a', { href: bookmark(), class: 'bookmark', onclick: explain }, words.bring.name);
  async function explain(event) {
    event.preventDefault();
    const copied = await navigator.clipboard?.writeText(link.href).then(
      () => true,
      () => false,
    );
    said.textContent = copied ? words.bring.copied : words.bring.drag;
  }
  const button = h('button', { popovertarget: 'bring' }, words.bring.open);
  /** Above its button, wherever the foot's lines have put that. */
  function place() {
    const { left, top } = button.getBoundingClientRect();
    const root = document.documentElement;
    box.style.insetBlockEnd = `${root.clientHeight - top + 8}px`;
    box.style.insetInlineStart = `${Math.max(24, Math.min(left, root.clientWidth - 24 - 480))}px`;
  }
  const box = h(
    'div',
    {
      id: 'bring',
      class: 'bring',
      popover: '',
      role: 'group',
      'aria-label': words.bring.open,
      onbeforetoggle: place,
    },
    h('p', {}, words.bring.drag, ' ', link),
    h('p', {}, words.bring.use(key)),
    said,
  );
  return [button, box];
}
