// A wording with what another one has in its place: words left out are struck, words added are underlined, and
// what an ellipsis or brackets tell the reader looks and sounds other than what nothing tells.
import { highlighted } from '../highlight.js';
import { words } from '../words.js';
import { h, unseen } from './dom.js';

const sign = (tag, text, marked, spoken = true) =>
  h(
    tag,
    { class: marked ? 'marked' : null },
    spoken && unseen(`${words.quotations.spoken[tag](marked)} `),
    text,
    spoken && unseen(';'),
  );

/** @param {import('../types.js').Piece} piece @returns {DocumentFragment} */
export function edited({ text, marks, edits }) {
  const fragment = document.createDocumentFragment();
  let at = 0;
  for (const { start, end, was, marked } of edits) {
    fragment.append(highlighted(text, at, start, marks));
    if (was) {
      const behind = start === end && /[\p{L}\p{N}]$/u.test(text.slice(0, start));
      fragment.append(behind ? ' ' : '', sign('del', was, marked), behind ? '' : ' ');
    }
    if (end > start) fragment.append(sign('ins', text.slice(start, end), marked));
    at = end;
  }
  fragment.append(highlighted(text, at, text.length, marks));
  return fragment;
}

/** What the signs mean, once above the wordings. */
export const legend = () =>
  h(
    'p',
    { class: 'legend small' },
    ...[false, true].map((marked) =>
      h(
        'span',
        {},
        sign('del', words.quotations.del, marked, false),
        ' ',
        sign('ins', words.quotations.ins, marked, false),
        ` ${words.quotations[marked ? 'marked' : 'unmarked']}`,
      ),
    ),
  );
