// The few lines of DOM work that every view shares. Text only ever becomes text nodes.

/**
 * h('button', {class: 'x', onclick: f, 'aria-label': '…', disabled: false}, 'text', child, null)
 * Functions become listeners, null and false are left out.
 * @returns {HTMLElement}
 */
export function h(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  // Before the attributes: with dir="auto" every child that comes is looked at for the direction.
  element.append(
    ...children.flat().filter((child) => child !== null && child !== undefined && child !== false),
  );
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    if (typeof value === 'function') element.addEventListener(name.slice(2), value);
    else element.setAttribute(name, value === true ? '' : String(value));
  }
  return element;
}

export const pasteKey = /Mac|iPhone|iPad/.test(globalThis.navigator?.platform) ? '⌘V' : 'Ctrl+V';

/** A <span> that is read out but not seen. */
export const unseen = (text) => h('span', { class: 'unseen' }, text);

/**
 * Makes `parent` hold one element per item, in order. An element stays, with its focus and scroll position,
 * as long as its item has the same key and signature.
 * @template T
 * @param {HTMLElement} parent
 * @param {T[]} items
 * @param {{key: (item: T) => string, signature: (item: T) => string, make: (item: T) => HTMLElement}} how
 */
export function keyed(parent, items, { key, signature, make }) {
  const old = parent.keyed ?? new Map();
  const now = new Map();
  let at = parent.firstChild;
  for (const item of items) {
    const id = key(item);
    const sign = signature(item);
    const before = old.get(id);
    const entry = before?.sign === sign ? before : { sign, element: make(item) };
    if (before && before !== entry) {
      if (at === before.element) at = at.nextSibling;
      before.element.remove();
    }
    now.set(id, entry);
    if (entry.element === at) at = at.nextSibling;
    else parent.insertBefore(entry.element, at);
  }
  for (const [id, entry] of old) if (!now.has(id)) entry.element.remove();
  parent.keyed = now;
}

/** Calls `draw` only if `signature` is not what it was the last time for this element. */
export function whenChanged(element, signature, draw) {
  if (element.drawn === signature) return false;
  element.drawn = signature;
  draw();
  return true;
}

/** Says of a row that scrolls, in either direction, whether there is more of it `before` and `after`. */
export function fading(row) {
  const look = () => {
    const { scrollLeft, scrollTop, scrollWidth, scrollHeight, clientWidth, clientHeight } = row;
    const left = Math.max(scrollWidth - clientWidth - scrollLeft, scrollHeight - clientHeight - scrollTop);
    row.classList.toggle('before', Math.max(scrollLeft, scrollTop) > 1);
    row.classList.toggle('after', left > 1);
  };
  row.addEventListener('scroll', look);
  new ResizeObserver(look).observe(row);
  new MutationObserver(look).observe(row, {
    childList: true,
    subtree: true,
    attributeFilter: ['aria-current'], // what is current is bolder
  });
}

export const isShown = (element) => element.getClientRects().length > 0;
