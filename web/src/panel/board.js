// What a panel shows, and how it becomes another: for the modules beside this one, which each do a part of its work.
// A change is drawn once the turn is over, or at once where the focus is to follow.
import { AS_REPORTED } from '../arrange.js';
import { NO_FILTER } from '../filter.js';

/** @typedef {import('../types.js').State} State */
/** @typedef {ReturnType<typeof createBoard>} Board */

/** @returns {State} */
const start = () => ({
  articles: [],
  report: null,
  texts: new Map(),
  tab: 'conflicts',
  selected: {},
  depth: 'list',
  reading: null,
  verdicts: {},
  filter: NO_FILTER,
  arrangement: AS_REPORTED,
  busy: null,
  stopped: false,
  stale: false,
  readonly: false,
  manual: false,
  problem: '',
  examples: [],
  removed: null,
  divided: null,
  reopened: '',
});

/** @param {EventTarget} host the element, which the host listens to */
export function createBoard(host) {
  const state = start();
  let drawing = false;
  let told = state.articles; // which articles the host knows of

  const board = {
    state,
    /** @type {ReturnType<import('../view.js').createView>} */
    view: null,
    /** @type {ReturnType<import('../comparison.js').createComparison> | null} while the element is in a document */
    comparison: null,
    /** The report that the articles came with, as long as they are what came. */
    saved: null,

    drawWith(view) {
      board.view = view;
    },

    /** @param {Partial<State>} changes */
    change(changes) {
      Object.assign(state, changes);
      if (drawing) return;
      drawing = true;
      queueMicrotask(() => drawing && board.draw());
    },

    draw() {
      drawing = false;
      board.view.update(state);
      if (told === state.articles) return;
      told = state.articles;
      board.tell('articles', {});
    },

    /** A change that the focus follows. @param {Partial<State>} changes */
    changeNow(changes) {
      board.change(changes);
      board.draw();
    },

    tell(type, detail) {
      host.dispatchEvent(new CustomEvent(`crossread-${type}`, { detail, bubbles: true, composed: true }));
    },

    /** The articles are not what was compared. */
    changed() {
      board.change({ stale: true });
      board.compareIf();
    },

    /** Not where the host wants to say when. */
    compareIf(how = 'now') {
      if (!state.manual && !state.readonly) board.comparison?.[how]();
    },

    /** @param {string | null} id of the finding; null where many are decided at once */
    decided(id, verdicts) {
      board.changeNow({ verdicts });
      board.tell('verdict', { id, verdicts: structuredClone(state.verdicts) });
    },
  };
  return board;
}
