// Going down from a list to the evidence and from there to a text, and up again, with the focus.

/** A copy for the host. */
const rangeOf = (utf16) => (utf16 ? { start: utf16.start, end: utf16.end } : null);

/** @param {import('./board.js').Board} board */
export function createPlaces(board) {
  const { state } = board;
  let cameFrom = null; // the place gone to from the evidence, to come back to

  function read(article, utf16, edit) {
    board.changeNow({ reading: { article, utf16, edit }, depth: 'text' });
    board.view.focusDown('text');
    const key = state.selected[state.tab] ?? null;
    board.tell('select', { key, article, span: rangeOf(utf16) });
  }

  function show(article, utf16) {
    cameFrom = { article, start: utf16.start };
    read(article, utf16, false);
  }

  return {
    show,

    open: (id) => read(id, null, state.reading?.edit ?? false),

    setEditing: (on) => read(state.reading.article, state.reading.utf16, on),

    select(key, tab = state.tab) {
      const elsewhere = tab !== state.tab;
      state.selected[tab] = key;
      board.changeNow({ tab, depth: 'detail', reading: null });
      if (elsewhere) board.view.focusUp(state, null);
      board.view.focusDown('detail');
      board.tell('select', { key, article: null, span: null });
    },

    /** From its place in an article's text: the text stays open, and so do the texts side by side. */
    selectFinding(key) {
      state.selected.conflicts = key;
      board.changeNow({ tab: state.tab === 'texts' ? 'texts' : 'conflicts' });
      const article = state.reading?.article ?? null;
      const finding = state.report.findings.find(({ id }) => id === key);
      const place = finding?.spans.find((span) => span.article === article);
      board.tell('select', { key, article, span: rangeOf(place?.utf16) });
    },

    showTexts(key) {
      state.selected.conflicts = key;
      board.changeNow({ tab: 'texts', depth: 'list', reading: null });
      board.view.focusResults();
      board.tell('select', { key, article: null, span: null });
    },

    showClaim(row, article, id) {
      state.selected.claims = row;
      const claim = state.report.claims.find((one) => one.id === id);
      if (claim) show(article, claim.span.utf16);
    },

    back() {
      const from = cameFrom;
      cameFrom = null;
      const depth = state.depth === 'text' && from ? 'detail' : 'list';
      board.changeNow({ depth, reading: null });
      board.view.focusUp(state, from);
    },
  };
}
