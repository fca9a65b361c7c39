// What the three editors' pages share: the draft as plain text that knows where its words came from, and the
// panel kept up with it.

/** Plain text, and a table of its pieces: where each begins in the text, and where in the editor. */
export class Draft {
  text = '';
  #pieces = [];

  paragraph() {
    this.text = `${this.text.trimEnd()}\n\n`.trimStart();
  }

  /** `place` is whatever the editor calls the place where `words` begin. */
  add(words, place) {
    // U+FEFF is where an editor's caret could not stand otherwise, and no text.
    for (const { 0: run, index } of words.matchAll(/[^\ufeff]+/g)) {
      this.#pieces.push({ start: this.text.length, place, index });
      this.text += run.replace(/\s/g, ' '); // no-break spaces too; one for one, or the offsets would move
    }
  }

  /** Where in the editor a character stands; `behind` 1: where it ends. */
  at(character, behind = 0) {
    const { start, place, index } = this.#pieces.findLast((piece) => piece.start <= character);
    return { place, offset: character - start + index + behind };
  }
}

/**
 * Gives the panel the draft, once nobody has typed for a moment and if it says something else than before, and
 * takes the reader to words of it that are chosen in the panel. Other articles stay as they are.
 * @param {{read: () => Draft, select: (from: object, to: object) => void}} editor
 * @param {HTMLElement} [panel] the page's, if it has one alone
 * @returns {() => void} to be called when the draft may have changed
 */
export function follow({ read, select }, panel = document.querySelector('crossread-panel'), pause = 300) {
  let given = '';
  let timer;
  function give() {
    const text = read().text.trimEnd();
    if (text === given) return;
    given = text;
    const others = panel.articles.filter(({ id }) => id !== 'draft');
    panel.articles = text ? [{ id: 'draft', source: 'Draft', text }, ...others] : others;
  }
  panel.addEventListener('crossread-select', ({ detail: { article, span } }) => {
    const draft = read();
    if (article !== 'draft' || !span || draft.text.trimEnd() !== given) return; // or no longer that place
    select(draft.at(span.start), draft.at(span.end - 1, 1));
  });
  give();
  return () => {
    clearTimeout(timer);
    timer = setTimeout(give, pause);
  };
}
