// The menu of exports in the panel's head, and the button that copies one finding.
import { words } from '../words.js';
import { h } from './dom.js';

/** @param {{export: (format: string) => string}} actions */
export function createExport(actions) {
  const status = h('span', { class: 'unseen', role: 'status' });
  const items = Object.entries(words.export.formats).map(([format, [name, hint]]) =>
    h(
      'button',
      {
        role: 'menuitem',
        tabindex: '-1',
        'data-format': format,
        onclick: () => {
          close(true);
          status.textContent = words.export.saved(actions.export(format));
        },
      },
      h('span', {}, name),
      ' ',
      h('span', { class: 'small' }, hint),
    ),
  );
  const menu = h(
    'div',
    { class: 'export-menu', id: 'export-menu', role: 'menu', 'aria-label': words.export.menu, hidden: true },
    ...items,
  );
  const button = h(
    'button',
    {
      class: 'link export',
      'aria-haspopup': 'menu',
      'aria-expanded': 'false',
      'aria-controls': 'export-menu',
      onclick: () => (menu.hidden ? open(0) : close(true)),
      onkeydown: (event) => {
        if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
        event.preventDefault();
        open(event.key === 'ArrowDown' ? 0 : -1);
      },
    },
    words.export.button,
  );
  const element = h('div', { hidden: true }, button, menu, status);

  function open(index) {
    menu.hidden = false;
    button.setAttribute('aria-expanded', 'true');
    items.at(index).focus();
  }

  function close(focusBack) {
    menu.hidden = true;
    button.setAttribute('aria-expanded', 'false');
    if (focusBack) button.focus();
  }

  menu.addEventListener('keydown', (event) => {
    const now = items.indexOf(event.target);
    const to = {
      ArrowDown: (now + 1) % items.length,
      ArrowUp: now - 1, // at() counts from the end
      Home: 0,
      End: -1,
    }[event.key];
    if (to !== undefined) items.at(to).focus();
    else if (event.key === 'Escape') close(true);
    else return;
    event.preventDefault();
  });
  // WebKit doesn't focus a button that is clicked: the focus would leave, and close the menu before the click.
  element.addEventListener('mousedown', (event) => event.preventDefault());
  // Tab, or a click elsewhere.
  element.addEventListener('focusout', (event) => {
    if (!menu.hidden && !element.contains(event.relatedTarget)) close(false);
  });

  return {
    element,
    /** @param {import('../types.js').State} state */
    update({ report, articles }) {
      element.hidden = !report || articles.length === 0;
      if (element.hidden && !menu.hidden) close(false);
    },
  };
}

/** @param {() => Promise<boolean>} copy @param {HTMLElement[]} before what stands before it */
export function copyButton(copy, ...before) {
  const status = h('span', { role: 'status' });
  const onclick = async () => {
    status.textContent = '';
    status.textContent = (await copy()) ? words.export.copied : words.export.notCopied;
  };
  return h(
    'span',
    { class: 'copying' },
    ...before,
    status,
    h('button', { class: 'link copy', onclick }, words.export.copy),
  );
}
