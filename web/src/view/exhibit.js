// Depth two: one finding, claim, quotation or pair of copies, with each side's words beside the others.
import { highlighted } from '../highlight.js';
import { words } from '../words.js';
import { h, whenChanged } from './dom.js';
import { edited, legend } from './edits.js';
import { copyButton } from './export.js';
import { severity } from './lists.js';

const LONG_LABEL = 50; // characters
const LONG_HEADLINE = 150;
const AT_ONCE = 30; // of pieces on a side, and of places of a piece: as many as anybody looks through

/** As many as that, and a button for the next ones. @template T @param {T[]} items @param {(item: T) => HTMLElement} make */
function inParts(items, make) {
  const shown = items.slice(0, AT_ONCE).map(make);
  const rest = items.slice(AT_ONCE);
  if (rest.length === 0) return shown;
  const more = h('button', { class: 'link further' }, words.exhibit.further(rest.length));
  more.addEventListener('click', () => {
    const next = inParts(rest, make);
    more.replaceWith(...next);
    (next[0].matches('button') ? next[0] : next[0].querySelector('button'))?.focus();
  });
  return [...shown, more];
}

/** @param {{show: Function, showTexts: Function, back: Function, copyFinding: Function}} actions */
export function createExhibit(actions) {
  const body = h('div', { class: 'exhibit' });
  const back = h('button', { class: 'link back', onclick: () => actions.back() }, `← ${words.exhibit.back}`);
  const element = h(
    'section',
    { class: 'pane detail', part: 'detail', 'aria-labelledby': 'exhibit-title' },
    back,
    body,
  );

  /** @param {import('../types.js').Piece} piece */
  function evidence(piece, names) {
    const [first] = piece.places;
    const open = (place) => actions.show(place.article, place.utf16);
    return h(
      'div',
      { class: 'piece' },
      h(
        'span',
        { class: 'siglum', 'aria-hidden': 'true' },
        [...new Set(piece.places.map((place) => names.siglum(place.article)))].join(' '),
      ),
      h(
        'div',
        {},
        h(
          'p',
          {
            class: first ? 'words' : 'words moved',
            dir: 'auto',
            // A convenience for the mouse; the buttons below do the same. Not while text is being selected.
            onclick: () => first && String(document.getSelection()) === '' && open(first),
          },
          piece.edits ? edited(piece) : highlighted(piece.text, 0, piece.text.length, piece.marks),
        ),
        piece.note && h('p', { class: 'small' }, piece.note),
        h(
          'p',
          { class: 'places' },
          first
            ? inParts(piece.places, (place) =>
                h(
                  'button',
                  {
                    class: 'link show',
                    'data-place': `${place.article} ${place.utf16.start}`,
                    onclick: () => open(place),
                  },
                  words.exhibit.show(names.siglum(place.article), names.of(place.article)),
                ),
              )
            : words.exhibit.moved,
        ),
      ),
    );
  }

  /** @param {import('../types.js').Side} side @param {boolean} quoted */
  function sideBySide(side, names, quoted) {
    const who = words.exhibit.side(side.articles.map(names.of), side.origins);
    const label = quoted ? '' : side.label;
    const ownLetter = names.siglum(side.articles[0]); // stands beside the words anyway
    const glyph = side.state && h('span', { 'aria-hidden': 'true' }, `${words.states[side.state][0]} `);
    return h(
      'div',
      { class: 'side', part: 'evidence' },
      side.label !== '' && (label || who) !== ownLetter && h('h3', { dir: 'auto' }, glyph, label || who),
      (label !== '' || side.label === '') && label !== who && h('p', { class: 'who' }, who),
      ...inParts(side.pieces, (piece) => evidence(piece, names)),
    );
  }

  return {
    element,
    focus: () => body.querySelector('h2')?.focus({ preventScroll: false }),
    /** The button of the place that was shown last, to come back to. */
    focusPlace(article, start) {
      const wanted = [...body.querySelectorAll('.show')].find(
        (button) => button.dataset.place === `${article} ${start}`,
      );
      (wanted ?? body.querySelector('h2'))?.focus();
      return Boolean(wanted);
    },
    /** @param {import('../types.js').Exhibit | null} exhibit */
    update(exhibit, names) {
      whenChanged(
        body,
        JSON.stringify([exhibit, exhibit?.sides.flatMap((side) => side.articles).map(names.of)]),
        () => {
          const before = body.shown;
          const sameThing = before === exhibit?.key;
          body.shown = exhibit?.key;
          if (!exhibit) {
            body.replaceChildren(h('p', { class: 'clean', id: 'exhibit-title' }, words.exhibit.pick));
            return;
          }
          const top = sameThing ? element.scrollTop : 0; // asking has everything laid out
          // A long label is a quotation, which the evidence below repeats with its marks: then no side has one.
          const quoted = exhibit.sides.some(({ label }) => label.length > LONG_LABEL);
          body.replaceChildren(
            h(
              'p',
              { class: 'kicker' },
              exhibit.severity ? severity(exhibit.severity) : '',
              h('span', { class: 'family' }, exhibit.kind),
              exhibit.severity
                ? copyButton(
                    () => actions.copyFinding(exhibit.key),
                    h(
                      'button',
                      { class: 'link', onclick: () => actions.showTexts(exhibit.key) },
                      words.exhibit.texts,
                    ),
                  )
                : '',
            ),
            h(
              'h2',
              {
                id: 'exhibit-title',
                class: exhibit.headline.length > LONG_HEADLINE ? 'long' : null,
                tabindex: '-1',
                dir: 'auto',
              },
              exhibit.headline,
            ),
            exhibit.legend ? legend() : '',
            h(
              'div',
              { class: `sides of-${Math.min(exhibit.sides.length, 4)}` },
              ...exhibit.sides.map((side) => sideBySide(side, names, quoted)),
            ),
            exhibit.silent.length
              ? h('p', { class: 'small' }, words.exhibit.silent(exhibit.silent.map(names.of)))
              : '',
            exhibit.reason
              ? h(
                  'p',
                  { class: 'why' },
                  exhibit.reasonLabel || exhibit.check ? `${exhibit.reasonLabel ?? words.exhibit.why}: ` : '',
                  exhibit.reason,
                  exhibit.check
                    ? h('span', { class: 'check' }, ` ${words.exhibit.check} `, h('code', {}, exhibit.check))
                    : '',
                )
              : '',
          );
          if (before) element.scrollTop = top;
        },
      );
    },
  };
}
