// <crossread-panel> as its host has it: attributes, properties, methods, events. docs/embedding.md is its page for
// hosts; custom-elements.json is made of the comments here (tools/manifest/manifest.mjs). What it does with its
// articles and its report is in panel/.
//
// It lives in an open shadow root: no style leaks in from a CMS or out to it. The price is that tools which
// read a page's selection don't see into it; so every piece of evidence has a button of its own.
import { AS_REPORTED } from './arrange.js';
import { add, told } from './articles.js';
import { addStyle, createWorker, fetchNotices } from './assets.js';
import { createComparison } from './comparison.js';
import { copyFinding, download, saved as savedText } from './download.js';
import { CrossreadError } from './errors.js';
import { NO_FILTER, toggled } from './filter.js';
import { wrongInArticles, wrongInReport } from './given.js';
import { listen } from './intake.js';
import { keepTyping } from './manners.js';
import { createBoard } from './panel/board.js';
import { createExamples } from './panel/examples.js';
import { createIntake } from './panel/intake.js';
import { createOutcome } from './panel/outcome.js';
import { createPlaces } from './panel/places.js';
import { readOpened } from './reopen.js';
import { shareRpc } from './rpc.js';
import { straightReport } from './straight.js';
import { judged, readVerdicts } from './verdicts.js';
import { createView } from './view.js';
import { words } from './words.js';

/** @typedef {import('./types.js').Article} Article */

/** Node has none; there a framework that draws pages on the server only imports this. */
const HTMLElement = globalThis.HTMLElement ?? class {};

/** One worker for all panels of the page. */
const joinWorker = shareRpc(createWorker);

/** What a host may have set before the element was defined, in the order in which it counts. */
const PROPERTIES = ['options', 'articles', 'verdicts', 'report'];

/** @param {import('./given.js').Wrong | null} wrong @param {string} what the property that was given */
function mustBeRight(wrong, what) {
  if (!wrong) return;
  const { code, where, wanted } = wrong;
  throw new CrossreadError(code, `${what}${where} must be ${wanted}`, `/${what}${where}`);
}

/** @param {Iterable<Article>} list */
function readArticles(list) {
  const given = typeof list !== 'string' && list?.[Symbol.iterator] ? [...list] : list;
  mustBeRight(wrongInArticles(given), 'articles');
  return given;
}

/**
 * Compares news articles on one event and shows where they disagree.
 *
 * @tag crossread-panel
 *
 * @attr {boolean} manual - Compares only when `compare()` is called or the reader asks
 * @attr {boolean} readonly - A report to read: nothing can be added, edited, removed or judged, and nothing is compared by itself; exports stay
 * @attr {boolean} compact - One column whatever the width, 640 px wide at most
 * @attr {boolean} whole-page - Paste and drop are taken anywhere on the page, and the panel fills it
 * @attr {string} examples - Address of an index.json: `[{id, title}]`, with `<id>.json` beside it
 *
 * @fires {CustomEvent<{report: Report}>} crossread-report - Compared, and the report is another than before
 * @fires {CustomEvent<{key: string | null, article: string | null, span: {start: number, end: number} | null}>} crossread-select - The reader looks at a finding, or at a place in an article; `span` counts UTF-16 units of its text
 * @fires {CustomEvent<{code: string, where: string, message: string}>} crossread-error - An article, or the comparison, was refused
 * @fires {CustomEvent<{read: number, of: number}>} crossread-progress - A slow comparison has read so many of so many articles
 * @fires {CustomEvent<{}>} crossread-articles - The articles have changed, whoever changed them
 * @fires {CustomEvent<{id: string | null, verdicts: Verdicts}>} crossread-verdict - The reader has decided about a finding; `id` is null where many changed at once
 *
 * @slot title - The host's heading
 *
 * @csspart panel - All of it
 * @csspart head - Heading, counts, export
 * @csspart intake - The articles, and how to add one
 * @csspart card - An article
 * @csspart notice - What went wrong, or can be undone
 * @csspart tabs - The row of tabs
 * @csspart tab - One of them
 * @csspart list - What stands below the tabs
 * @csspart finding - A line of a list
 * @csspart current - The tab, or the line, that is looked at
 * @csspart detail - What a line is about
 * @csspart evidence - One side of it
 * @csspart reader - An article that is open
 * @csspart text - The text of an article
 * @csspart foot - What was checked, and About
 *
 * @cssprop --crossread-font - Type of the interface
 * @cssprop --crossread-font-text - Type of what articles say
 * @cssprop --crossread-rem - What type is measured by; 1rem of the page, but at least 16px
 * @cssprop --crossread-radius - Of corners; 6px
 * @cssprop --crossread-ground - Behind all
 * @cssprop --crossread-surface - Behind cards, fields and the open article
 * @cssprop --crossread-ink - Type
 * @cssprop --crossread-muted - Type that matters less
 * @cssprop --crossread-line - Borders of fields and buttons
 * @cssprop --crossread-hair - Lines between parts
 * @cssprop --crossread-accent - Links and the button that matters
 * @cssprop --crossread-on-accent - Type on it
 * @cssprop --crossread-high - Findings that matter most
 * @cssprop --crossread-high-ground - Behind their words
 * @cssprop --crossread-medium - Findings of middle weight
 * @cssprop --crossread-medium-ground - Behind their words
 * @cssprop --crossread-low - Smaller differences
 * @cssprop --crossread-low-ground - Behind their words
 * @cssprop --crossread-info - Notes
 * @cssprop --crossread-info-ground - Behind them, and behind what the mouse is over
 * @cssprop --crossread-added - Words that one wording adds
 * @cssprop --crossread-added-ground - Behind them
 * @cssprop --crossread-dropped - Words that it leaves out
 * @cssprop --crossread-dropped-ground - Behind them
 * @cssprop --crossread-below - With `whole-page`: the height of what the page has below the panel
 * @cssprop --crossread-view - What the height of what scrolls is measured by; 100dvh. For an iframe that grows with the panel
 */
export class CrossreadPanel extends HTMLElement {
  #board = createBoard(this);
  #intake = createIntake(this.#board);
  #places = createPlaces(this.#board);
  #outcome = createOutcome(this.#board);
  #examples = createExamples(this.#board, {
    address: () => this.getAttribute('examples'),
    set: (articles) => {
      this.articles = articles;
    },
  });
  #listening = null;
  #options = {};

  constructor() {
    super();
    const root = this.attachShadow({ mode: 'open' });
    addStyle(root);
    const board = this.#board;
    const { state } = board;
    const view = createView(root, {
      ...this.#intake,
      ...this.#places,
      tab: (tab) => board.change({ tab, depth: 'list', reading: null }),
      stop: this.#outcome.stop,
      compare: () => this.#resume(),
      example: this.#examples.open,
      judge: (id, changes) => this.#judge(id, changes),
      filter: (group, value) => board.change({ filter: toggled(state.filter, group, value) }),
      arrange: (changes) => board.change({ arrangement: { ...state.arrangement, ...changes } }),
      clearFilter: () => board.change({ filter: NO_FILTER }),
      export: (format) => download(state, format),
      copyFinding: (key) => copyFinding(state, key),
      notices: fetchNotices,
    });
    board.drawWith(view);
    for (const name of PROPERTIES) {
      if (!Object.hasOwn(this, name)) continue;
      const given = this[name];
      delete this[name];
      try {
        this[name] = given;
      } catch (error) {
        reportError(error); // nobody who set it is there to be told, and the panel is to come all the same
      }
    }
  }

  static observedAttributes = ['examples', 'manual', 'readonly', 'whole-page'];

  connectedCallback() {
    const board = this.#board;
    this.#listen();
    board.comparison ??= createComparison(joinWorker(), {
      ...this.#outcome.heard,
      options: () => this.#options,
    });
    this.#examples.load();
    board.draw();
    if (board.state.stale) board.compareIf();
  }

  /** A panel that is only moved to another place is back before the turn is over, and goes on. */
  disconnectedCallback() {
    queueMicrotask(() => {
      if (this.isConnected) return;
      this.#listening?.abort();
      this.#board.comparison?.close();
      this.#board.comparison = null;
      this.#board.change({ busy: null });
    });
  }

  attributeChangedCallback(name) {
    const board = this.#board;
    const { manual, readonly } = board.state;
    board.change({ manual: this.hasAttribute('manual'), readonly: this.hasAttribute('readonly') });
    if (!board.comparison) return;
    if (name === 'examples') this.#examples.load();
    if (name === 'readonly' || name === 'whole-page') this.#listen();
    if ((manual || readonly) && board.state.stale) board.compareIf();
  }

  /** Takes what is pasted and dropped, unless there is only something to read here. */
  #listen() {
    this.#listening?.abort();
    this.#listening = new AbortController();
    const { signal } = this.#listening;
    const board = this.#board;
    const intake = {
      text: this.#intake.add,
      files: this.#intake.addFiles,
      nothing: () => board.change({ problem: words.problem.clipboard }),
      hover: (on) => board.view.dropTarget(on),
    };
    const isPage = this.hasAttribute('whole-page');
    if (!this.hasAttribute('readonly')) listen(isPage ? document : this, intake, signal);
    if (!isPage) keepTyping(this, signal);
    this.addEventListener('keydown', (event) => this.#onKey(event), { signal });
  }

  /**
   * The articles, compared unless `manual` or `readonly` says otherwise. Set anew, they are the same story as long
   * as one of them is what it was under its id: then letters, report and what is open stay. Else they are another. One that is `locked` is the host's own: it has
   * neither Edit nor ✕.
   * @type {Article[]}
   */
  get articles() {
    return told(this.#board.state.articles);
  }

  set articles(list) {
    this.#intake.set(readArticles(list ?? []));
  }

  /**
   * Options of the comparison, beside the articles: `{id}`, which comes back as the report's.
   * @type {{id?: string}}
   */
  get options() {
    return structuredClone(this.#options);
  }

  set options(given) {
    const options = JSON.stringify(given ?? {}); // as the engine reads it; a framework's proxy too
    if (options === JSON.stringify(this.#options)) return;
    this.#options = JSON.parse(options);
    if (this.#board.state.articles.length) this.#board.changed();
  }

  /**
   * The last report. Set, it is shown as one of the present articles.
   * @type {Report | null}
   */
  get report() {
    return this.#board.state.report;
  }

  set report(report) {
    mustBeRight(report && wrongInReport(report), 'report');
    this.#board.comparison?.forget();
    this.#board.change({
      report: report ? straightReport(report) : null,
      texts: new Map(this.#board.state.articles.map(({ id, text }) => [id, text])),
      busy: null,
      stale: false,
    });
  }

  /**
   * What the reader decided, by finding; a copy. Kept whatever the articles are: a host sets it for another story.
   * @type {Verdicts}
   */
  get verdicts() {
    return structuredClone(this.#board.state.verdicts);
  }

  set verdicts(given) {
    this.#board.change({ verdicts: readVerdicts(given) });
  }

  /**
   * Compares the articles as they are.
   * @returns {Promise<Report | null>} null where there is none; rejects with a CrossreadError
   */
  compare() {
    if (!this.#board.comparison) {
      return Promise.reject(new CrossreadError('closed', words.problem.outside));
    }
    this.#board.change({ stopped: false });
    return this.#board.comparison.compare();
  }

  /** No articles, no report, no verdicts. */
  clear() {
    this.articles = [];
    this.#board.saved = null;
    this.#board.change({
      verdicts: {},
      filter: NO_FILTER,
      arrangement: AS_REPORTED,
      tab: 'conflicts',
      reopened: '',
    });
  }

  /**
   * Shows a report that `save` or the export as JSON has made: as it is where `readonly`, else compared afresh.
   * @param {string | object} saved
   */
  open(saved) {
    const { articles, report, verdicts } = readOpened(saved, this.#board.state.readonly);
    this.clear();
    this.#board.comparison?.forget();
    this.#board.change({ articles: add([], articles), verdicts, stale: true });
    if (report) this.report = report;
    if (this.#board.state.readonly) return;
    this.#board.saved = report && { report, articles: this.#board.state.articles };
    this.#board.compareIf();
  }

  /**
   * What `open` takes: articles, report and verdicts.
   * @returns {string}
   */
  save() {
    return savedText(this.#board.state);
  }

  /**
   * Adds articles, as if the reader had given them.
   * @param {Article[]} list
   */
  add(list) {
    this.#intake.take(readArticles(list));
  }

  /**
   * Adds files, as if the reader had given them.
   * @param {File[]} files
   * @returns {Promise<void>}
   */
  addFiles(files) {
    return this.#intake.addFiles([...files]);
  }

  /**
   * Loads the engine before it is needed.
   * @returns {Promise<void>}
   */
  async load() {
    if (!this.#board.comparison) throw new CrossreadError('closed', words.problem.outside);
    await this.#board.comparison.load();
  }

  /** Moves the focus to the results, for a host's skip link. */
  focusResults() {
    this.#board.draw(); // what is there now, not what is about to go
    this.#board.view.focusResults();
  }

  /** What went wrong is taken away first, so that it is told anew if it goes wrong again. */
  #resume() {
    this.#board.changeNow({ stopped: false, problem: '' });
    this.compare();
    this.focusResults();
  }

  /** The finding stays the one looked at, also where it was so without having been chosen. */
  #judge(id, changes) {
    const { state } = this.#board;
    state.selected.conflicts = id;
    this.#board.decided(id, judged(state.verdicts, id, changes));
  }

  #onKey(event) {
    if (event.key !== 'Escape' || event.defaultPrevented || this.#board.state.depth === 'list') return;
    if (event.composedPath().some((node) => node instanceof HTMLDialogElement)) return;
    event.preventDefault();
    this.#places.back();
  }
}
