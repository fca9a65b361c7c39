// What the reader decides about a finding: below its evidence, and in its line of the list.
import { REASONS, verdictOf } from '../verdicts.js';
import { words } from '../words.js';
import { h, whenChanged } from './dom.js';

/** "✓ Confirmed", "✕ Dismissed: style" */
const spoken = ({ verdict, reason }, id = null) =>
  h(
    'span',
    { class: `verdict ${verdict}`, id },
    h('span', { 'aria-hidden': 'true' }, words.verdict.glyph[verdict]),
    ` ${words.verdict[verdict](words.verdict.reasons[reason])}`,
  );

/** For a finding's line. @param {import('../verdicts.js').Verdict} one */
export const verdictTags = (one, readonly) => [
  one.verdict !== '' && spoken(one),
  one.note !== '' && h('span', { class: 'verdict' }, words.verdict.noted(readonly)),
];

/** Of what verdictTags() shows: a note's words are not among it. */
export const tagSignature = ({ verdict, reason, note }) => `${verdict} ${reason} ${note !== ''}`;

const NOTHING = tagSignature(verdictOf({}, ''));

/** @param {{judge: Function}} actions */
export function createVerdict(actions) {
  const decision = h('div', { class: 'row' });
  const reasons = h('div', { class: 'row', id: 'reasons', role: 'group', 'aria-labelledby': 'reasons-why' });
  const note = h('div', { class: 'noted', id: 'note' });
  const element = h(
    'div',
    { class: 'judge', role: 'group', 'aria-label': words.verdict.region, onkeydown: onKey },
    decision,
    reasons,
    note,
  );
  let drawn = { id: null, one: verdictOf({}, '') };
  let readonly = false;
  let choosing = false; // the reasons stand open
  let writing = false; // the note stands open
  const focus = (name) => element.querySelector(`[data-do="${name}"]`)?.focus();

  const button = (name, label, onclick, more = {}) =>
    h('button', { class: 'action', 'data-do': name, onclick, ...more }, label);

  /** The buttons that were pressed go with the decision; the focus goes to the one that takes it back. */
  function decide(verdict, reason = '') {
    choosing = false;
    actions.judge(drawn.id, { verdict, reason });
    focus('undo');
  }

  function takeBack() {
    const was = drawn.one.verdict;
    actions.judge(drawn.id, { verdict: '' });
    focus(was === 'dismissed' ? 'dismiss' : 'confirm');
  }

  function choose(open) {
    choosing = open;
    draw();
    if (open) reasons.querySelector('button').focus();
    else focus('dismiss');
  }

  function write(open) {
    writing = open;
    draw();
    if (open) note.querySelector('textarea').focus();
    else focus('note');
  }

  /** Escape closes what stands open here, before it leads out of the evidence. */
  function onKey(event) {
    if (event.key !== 'Escape') return;
    if (writing && note.contains(event.target)) write(false);
    else if (choosing) choose(false);
    else return;
    event.preventDefault();
  }

  function drawDecision({ verdict, reason, note: text }) {
    if (readonly) {
      decision.replaceChildren(verdict === '' ? '' : spoken({ verdict, reason }));
      return;
    }
    decision.replaceChildren(
      ...(verdict === ''
        ? [
            button('confirm', words.verdict.confirm, () => decide('confirmed')),
            button('dismiss', words.verdict.dismiss, () => choose(!choosing), {
              'aria-expanded': String(choosing),
              'aria-controls': 'reasons',
            }),
          ]
        : [
            spoken({ verdict, reason }, 'decided'),
            button('undo', words.verdict.undo, takeBack, { class: 'link', 'aria-describedby': 'decided' }),
          ]),
      button(
        'note',
        writing ? words.verdict.done : text === '' ? words.verdict.note : words.verdict.edit,
        () => write(!writing),
        { 'aria-expanded': String(writing), 'aria-controls': 'note' },
      ),
    );
  }

  function drawNote() {
    if (!writing) {
      note.replaceChildren(drawn.one.note === '' ? '' : h('p', { dir: 'auto' }, drawn.one.note));
      return;
    }
    const { id } = drawn;
    note.replaceChildren(
      h(
        'label',
        {},
        words.verdict.noteLabel,
        h('textarea', {
          dir: 'auto',
          rows: '3',
          oninput: (event) => actions.judge(id, { note: event.target.value }),
        }),
      ),
    );
  }

  function draw() {
    const { id, one } = drawn;
    const had = element.getRootNode().activeElement?.dataset?.do;
    const redrawn = whenChanged(
      decision,
      JSON.stringify([id, tagSignature(one), choosing, writing, readonly]),
      () => drawDecision(one),
    );
    if (redrawn && had) focus(had);
    reasons.hidden = !choosing || one.verdict !== '';
    whenChanged(note, JSON.stringify([id, writing || one.note, writing]), drawNote);
    note.hidden = !writing && one.note === '';
    const area = note.querySelector('textarea');
    if (area && area.value !== one.note) area.value = one.note;
  }

  reasons.append(
    h('span', { class: 'small', id: 'reasons-why' }, words.verdict.why),
    ...REASONS.map((reason) =>
      h(
        'button',
        { class: 'action', onclick: () => decide('dismissed', reason) },
        words.verdict.reasons[reason],
      ),
    ),
  );

  return {
    element,
    /** @param {string | null} id  of the finding looked at @param {import('../types.js').State} state */
    update(id, state) {
      readonly = state.readonly;
      if (id !== drawn.id || readonly) choosing = writing = false;
      drawn = { id, one: verdictOf(state.verdicts, id ?? '') };
      element.hidden = id === null || (readonly && tagSignature(drawn.one) === NOTHING);
      draw();
    },
  };
}
