// crossread/draft: what a host with a text editor needs beside the panel. The draft as plain text that knows where
// in the editor its words came from, and the panel kept up with it.

/** Plain text, and a table of its pieces: where each begins in the text, and where in the editor. */
export class Draft {
  text = '';
  #pieces = [];

  /** `about` are members of the article beside its text: source, title, date, url. */
  constructor(about = {}) {
    this.about = about;
  }

  /** What follows is a paragraph of its own. */
  paragraph() {
    this.text = `${this.text.trimEnd()}\n\n`.trimStart();
  }

  /** `place` is whatever the editor calls the place where `words` begin. */
  add(words, place) {
    // U+FEFF is where an editor's caret could not stand otherwise, and no text.
    for (const { 0: run, index } of words.matchAll(/[^\ufeff]+/g)) {
      this.#pieces.push({ start: this.text.length, place, index });
      this.text += run.replace(/[^\S\n]/g, ' '); // no-break spaces too; one for one, or the offsets would move
    }
  }

  /** Where in the editor a character stands; `behind` 1: where it ends. `place` is null where nothing was added. */
  at(character, behind = 0) {
    const piece = this.#pieces.findLast(({ start }) => start <= character);
    if (!piece) return { place: null, offset: 0 };
    return { place: piece.place, offset: character - piece.start + piece.index + behind };
  }
}

/**
 * Gives the panel the draft, once nobody has typed for a moment and if it is another than before, and takes the
 * reader to words of it that are chosen in the panel. Other articles stay as they are; the draft is locked there. A
 * panel that stands in no document, a closed sidebar's, is given nothing until it is back and the host has called.
 * @returns {() => void} to be called when the draft may have changed
 */
export function follow(
  { read, select },
  { panel = document.querySelector('crossread-panel'), id = 'draft', pause = 300 } = {},
) {
  let given;
  let timer;

  /** The draft, its article, and that as a string, by which another one is told. */
  function now() {
    const draft = read();
    const article = { source: 'Draft', ...draft.about, id, locked: true, text: draft.text.trimEnd() };
    return { draft, article, written: JSON.stringify(article) };
  }

  function give() {
    if (!panel.isConnected) return;
    const { article, written } = now();
    if (written === given) return;
    given = written;
    const others = panel.articles.filter((one) => one.id !== id);
    panel.articles = article.text ? [article, ...others] : others;
  }

  panel.addEventListener('crossread-select', ({ detail: { article, span } }) => {
    if (article !== id || !span) return;
    const { draft, written } = now();
    if (written === given) select(draft.at(span.start), draft.at(span.end - 1, 1)); // else no longer that place
  });
  give();
  return () => {
    clearTimeout(timer);
    timer = setTimeout(give, pause);
  };
}
