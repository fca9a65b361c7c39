// <crossread-panel>: holds the articles and the report, has them compared, tells its host. docs/embedding.md is
// its page for hosts; custom-elements.json is made of the comments here (tools/manifest/manifest.mjs).
//
// It lives in an open shadow root: no style leaks in from a CMS or out to it. The price is that tools which
// read a page's selection don't see into it; so every piece of evidence has a button of its own.
import { AS_REPORTED } from './arrange.js';
import { add, divide, division, edit, join, keepWhole, plain, refuse, renew } from './articles.js';
import { addStyle, createWorker, fetchJson, fetchNotices } from './assets.js';
import { createComparison } from './comparison.js';
import { copyFinding, download, saved as savedText } from './download.js';
import { CrossreadError } from './errors.js';
import { fromFile } from './files.js';
import { NO_FILTER, toggled } from './filter.js';
import { wrongInArticles, wrongInReport } from './given.js';
import { IngestError } from './ingest.js';
import { listen } from './intake.js';
import { keepTyping } from './manners.js';
import { problemOf } from './problem.js';
import { notOpen, readOpened, sinceSaved } from './reopen.js';
import { shareRpc } from './rpc.js';
import { separate } from './separate.js';
import { straight, straightReport } from './straight.js';
import { judged, readVerdicts } from './verdicts.js';
import { createView } from './view.js';
import { words } from './words.js';

/** @typedef {import('./types.js').Article} Article */

/** One worker for all panels of the page. */
const joinWorker = shareRpc(createWorker);

/** What a host may have set before the element was defined, in the order in which it counts. */
const PROPERTIES = ['options', 'articles', 'verdicts', 'report'];

/** A copy for the host. */
const rangeOf = (utf16) => (utf16 ? { start: utf16.start, end: utf16.end } : null);

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

const offered = (fields) => (fields.problem ? fields : { ...fields, parts: separate(fields) });

/**
 * Compares news articles on one event and shows where they disagree.
 *
 * @tag crossread-panel
 *
 * @attr {boolean} manual - Compares only when `compare()` is called or the reader asks
 * @attr {boolean} readonly - A report to read: nothing can be added, edited, removed or judged, and nothing is compared by itself; exports stay
 * @attr {boolean} compact - One column, however wide the panel is
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
  /** @type {import('./types.js').State} */
  #state = {
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
  };
  #view;
  #comparison = null; // while the element is in a document
  #listening = null;
  #options = {};
  #drawing = false;
  #told = this.#state.articles; // which articles the host knows of
  #saved = null; // the report that the articles came with, as long as they are what came
  #cameFrom = null; // the place gone to from the evidence, to come back to

  constructor() {
    super();
    const root = this.attachShadow({ mode: 'open' });
    addStyle(root);
    this.#view = createView(root, {
      add: (fields) => this.#take([fields]),
      addFiles: (files) => this.#addFiles(files),
      edit: (id, changes) => this.#edit(id, changes),
      divide: (id) => this.#divide(id),
      join: () => this.#join(),
      keepWhole: (id) => this.#rearrange(keepWhole(this.#state.articles, id), id, this.#state.divided),
      remove: (id) => this.#remove(id),
      undo: () => this.#undo(),
      open: (id) => this.#read(id, null, this.#state.reading?.edit ?? false),
      show: (id, utf16) => this.#show(id, utf16),
      showClaim: (row, article, claim) => this.#showClaim(row, article, claim),
      setEditing: (on) => this.#read(this.#state.reading.article, this.#state.reading.utf16, on),
      select: (key, tab) => this.#select(key, tab),
      selectFinding: (key) => this.#selectFinding(key),
      showTexts: (key) => this.#showTexts(key),
      tab: (tab) => this.#change({ tab, depth: 'list', reading: null }),
      back: () => this.#back(),
      stop: () => this.#stop(),
      compare: () => this.#resume(),
      example: (id) => this.#openExample(id),
      judge: (id, changes) => this.#judge(id, changes),
      filter: (group, value) => this.#change({ filter: toggled(this.#state.filter, group, value) }),
      arrange: (changes) => this.#change({ arrangement: { ...this.#state.arrangement, ...changes } }),
      clearFilter: () => this.#change({ filter: NO_FILTER }),
      export: (format) => download(this.#state, format),
      copyFinding: (key) => copyFinding(this.#state, key),
      notices: fetchNotices,
    });
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
    this.#listen();
    this.#comparison ??= createComparison(joinWorker(), {
      articles: () => this.#state.articles,
      options: () => this.#options,
      report: (report, sent) => this.#onReport(report, sent),
      unchanged: () => this.#change({ stale: false, stopped: false }),
      refused: (article, error) => this.#onRefused(article, error),
      failed: (error) => this.#onFailed(error),
      busy: (busy) => this.#onBusy(busy),
    });
    this.#loadExamples();
    this.#draw();
    if (this.#state.stale) this.#compareIf();
  }

  /** A panel that is only moved to another place is back before the turn is over, and goes on. */
  disconnectedCallback() {
    queueMicrotask(() => {
      if (this.isConnected) return;
      this.#listening?.abort();
      this.#comparison?.close();
      this.#comparison = null;
      this.#change({ busy: null });
    });
  }

  attributeChangedCallback(name) {
    const { manual, readonly } = this.#state;
    this.#change({ manual: this.hasAttribute('manual'), readonly: this.hasAttribute('readonly') });
    if (!this.#comparison) return;
    if (name === 'examples') this.#loadExamples();
    if (name === 'readonly' || name === 'whole-page') this.#listen();
    if ((manual || readonly) && this.#state.stale) this.#compareIf();
  }

  /** Takes what is pasted and dropped, unless there is only something to read here. */
  #listen() {
    this.#listening?.abort();
    this.#listening = new AbortController();
    const { signal } = this.#listening;
    const intake = {
      text: (fields) => this.#take([fields]),
      files: (files) => this.#addFiles(files),
      nothing: () => this.#change({ problem: words.problem.clipboard }),
      hover: (on) => this.#view.dropTarget(on),
    };
    const isPage = this.hasAttribute('whole-page');
    if (!this.hasAttribute('readonly')) listen(isPage ? document : this, intake, signal);
    if (!isPage) keepTyping(this, signal);
    this.addEventListener('keydown', (event) => this.#onKey(event), { signal });
  }

  // ---- the host's side

  /**
   * The articles, compared unless `manual` or `readonly` says otherwise. Set anew, they are the same story as long
   * as one of them is what it was under its id: then letters, report and what is open stay. Else they are another.
   * @type {Article[]}
   */
  get articles() {
    return plain(this.#state.articles);
  }

  set articles(list) {
    const given = readArticles(list ?? []);
    const renewed = renew(this.#state.articles, given);
    if (renewed) {
      this.#renew(renewed);
      return;
    }
    this.#comparison?.forget();
    this.#change({
      articles: [],
      report: null,
      reading: null,
      depth: 'list',
      selected: {},
      busy: null,
      stale: false,
    });
    this.#add(given);
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
    if (this.#state.articles.length) this.#changed();
  }

  /**
   * The last report. Set, it is shown as one of the present articles.
   * @type {Report | null}
   */
  get report() {
    return this.#state.report;
  }

  set report(report) {
    mustBeRight(report && wrongInReport(report), 'report');
    this.#comparison?.forget();
    this.#change({
      report: report ? straightReport(report) : null,
      texts: new Map(this.#state.articles.map(({ id, text }) => [id, text])),
      busy: null,
      stale: false,
    });
  }

  /**
   * What the reader decided, by finding; a copy. Kept whatever the articles are: a host sets it for another story.
   * @type {Verdicts}
   */
  get verdicts() {
    return structuredClone(this.#state.verdicts);
  }

  set verdicts(given) {
    this.#change({ verdicts: readVerdicts(given) });
  }

  /**
   * Compares the articles as they are.
   * @returns {Promise<Report | null>} null where there is none; rejects with a CrossreadError
   */
  compare() {
    if (!this.#comparison) {
      return Promise.reject(new CrossreadError('closed', words.problem.outside));
    }
    this.#change({ stopped: false });
    return this.#comparison.compare();
  }

  /** No articles, no report, no verdicts. */
  clear() {
    this.articles = [];
    this.#saved = null;
    this.#change({
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
    const { articles, report, verdicts } = readOpened(saved, this.#state.readonly);
    this.clear();
    this.#comparison?.forget();
    this.#change({ articles: add([], articles), verdicts, stale: true });
    if (report) this.report = report;
    if (this.#state.readonly) return;
    this.#saved = report && { report, articles: this.#state.articles };
    this.#compareIf();
  }

  /**
   * What `open` takes: articles, report and verdicts.
   * @returns {string}
   */
  save() {
    return savedText(this.#state);
  }

  /**
   * Adds articles, as if the reader had given them.
   * @param {Article[]} list
   */
  add(list) {
    this.#take(readArticles(list));
  }

  /**
   * Adds files, as if the reader had given them.
   * @param {File[]} files
   * @returns {Promise<void>}
   */
  addFiles(files) {
    return this.#addFiles([...files]);
  }

  /**
   * Loads the engine before it is needed.
   * @returns {Promise<void>}
   */
  async load() {
    if (!this.#comparison) throw new CrossreadError('closed', words.problem.outside);
    await this.#comparison.load();
  }

  /** Moves the focus to the results, for a host's skip link. */
  focusResults() {
    this.#draw(); // what is there now, not what is about to go
    this.#view.focusResults();
  }

  #tell(type, detail) {
    this.dispatchEvent(new CustomEvent(`crossread-${type}`, { detail, bubbles: true, composed: true }));
  }

  // ---- state

  /** @param {Partial<import('./types.js').State>} changes */
  #change(changes) {
    Object.assign(this.#state, changes);
    if (this.#drawing) return;
    this.#drawing = true;
    queueMicrotask(() => this.#drawing && this.#draw());
  }

  #draw() {
    this.#drawing = false;
    this.#view.update(this.#state);
    if (this.#told === this.#state.articles) return;
    this.#told = this.#state.articles;
    this.#tell('articles', {});
  }

  /** A change that the focus follows. */
  #changeNow(changes) {
    this.#change(changes);
    this.#draw();
  }

  // ---- articles in and out

  /** @param {Partial<Article>[]} list */
  #add(list) {
    this.#change({ articles: add(this.#state.articles, list), problem: '', removed: null, divided: null });
    if (list.some((fields) => !fields.problem)) this.#changed();
  }

  #renew(articles) {
    const { articles: before, reading, removed } = this.#state;
    if (articles === before) return;
    const find = (list, id) => list.find((article) => article.id === id);
    this.#change({ articles });
    if (reading) {
      const [was, is] = [find(before, reading.article), find(articles, reading.article)];
      if (!is) this.#change({ reading: null, depth: 'list' });
      else if (is.text !== was.text) this.#change({ reading: { ...reading, utf16: null } }); // other words may be there
    }
    if (removed && find(articles, removed.article.id)) this.#change({ removed: null });
    this.#changed();
  }

  /** The articles are not what was compared. */
  #changed() {
    this.#change({ stale: true });
    this.#compareIf();
  }

  /** Not where the host wants to say when. */
  #compareIf(how = 'now') {
    if (!this.#state.manual && !this.#state.readonly) this.#comparison?.[how]();
  }

  /** From the reader, not the host: what seems to be several articles is offered to be divided. */
  #take(list) {
    this.#add(list.map(offered));
  }

  /** One article has become several or several one; the focus goes to the first of them. */
  #rearrange(articles, id, divided) {
    this.#changeNow({ articles, divided });
    this.#view.focusCard(articles.findIndex((article) => article.id === id));
    this.#changed();
  }

  #divide(id) {
    const { articles } = this.#state;
    const after = divide(articles, id);
    this.#rearrange(after, id, division(articles, id, after));
  }

  #join() {
    const { articles, divided } = this.#state;
    this.#rearrange(join(articles, divided), divided.whole.id, null);
  }

  /** The articles of each file or one card with an error, in the order they were given. @param {File[]} files */
  async #addFiles(files) {
    const read = await Promise.all(
      files.map(async (file) => {
        try {
          return await fromFile(file);
        } catch (error) {
          // What no reader foresaw is this file's trouble too, not that of the others.
          const { code, details } = error instanceof IngestError ? error : new IngestError('broken');
          return { source: file.name, problem: words.file[code](straight(file.name), ...details) };
        }
      }),
    );
    const { articles } = this.#state;
    this.#add(read.flatMap((list) => (list.saved ? notOpen(list, articles) : [list].flat().map(offered))));
    for (const { saved } of read) if (saved) this.#reopen(saved);
  }

  /** A decision of this page stands before a saved one. @param {import('./reopen.js').Saved} saved */
  #reopen({ report, verdicts }) {
    this.#saved = report && { report, articles: this.#state.articles };
    this.#decided(null, { ...verdicts, ...this.#state.verdicts });
  }

  #edit(id, changes) {
    this.#change({ articles: edit(this.#state.articles, id, changes), stale: true });
    this.#compareIf('soon');
  }

  #remove(id) {
    const { articles, reading } = this.#state;
    const index = articles.findIndex((article) => article.id === id);
    const closed = reading?.article === id ? { reading: null, depth: 'list' } : {};
    this.#changeNow({
      articles: articles.toSpliced(index, 1),
      removed: { article: articles[index], index },
      divided: null,
      ...closed,
    });
    this.#view.focusCard(index);
    this.#changed();
  }

  #undo() {
    const { articles, removed } = this.#state;
    this.#changeNow({ articles: articles.toSpliced(removed.index, 0, removed.article), removed: null });
    this.#view.focusCard(removed.index);
    this.#changed();
  }

  get #exampleIndex() {
    return new URL(this.getAttribute('examples'), document.baseURI);
  }

  async #loadExamples() {
    if (!this.hasAttribute('examples')) return;
    try {
      this.#change({ examples: await fetchJson(this.#exampleIndex) });
    } catch {
      this.#change({ problem: words.problem.examples });
    }
  }

  async #openExample(id) {
    try {
      const request = await fetchJson(new URL(`${encodeURIComponent(id)}.json`, this.#exampleIndex));
      this.articles = request.articles;
      this.#decided(null, {}); // another story
      this.#change({ filter: NO_FILTER });
      this.#draw();
      this.#view.focusCard(0);
    } catch {
      this.#change({ problem: words.problem.examples });
    }
  }

  // ---- verdicts

  /** The finding stays the one looked at, also where it was so without having been chosen. */
  #judge(id, changes) {
    this.#state.selected.conflicts = id;
    this.#decided(id, judged(this.#state.verdicts, id, changes));
  }

  #decided(id, verdicts) {
    this.#changeNow({ verdicts });
    this.#tell('verdict', { id, verdicts: this.verdicts });
  }

  // ---- going down and up

  #select(key, tab = this.#state.tab) {
    const elsewhere = tab !== this.#state.tab;
    this.#state.selected[tab] = key;
    this.#changeNow({ tab, depth: 'detail', reading: null });
    if (elsewhere) this.#view.focusUp(this.#state, null);
    this.#view.focusDown('detail');
    this.#tell('select', { key, article: null, span: null });
  }

  /** From its place in an article's text: the text stays open, and so do the texts side by side. */
  #selectFinding(key) {
    this.#state.selected.conflicts = key;
    this.#changeNow({ tab: this.#state.tab === 'texts' ? 'texts' : 'conflicts' });
    const article = this.#state.reading?.article ?? null;
    const finding = this.#state.report.findings.find(({ id }) => id === key);
    const place = finding?.spans.find((span) => span.article === article);
    this.#tell('select', { key, article, span: rangeOf(place?.utf16) });
  }

  #showTexts(key) {
    this.#state.selected.conflicts = key;
    this.#changeNow({ tab: 'texts', depth: 'list', reading: null });
    this.#view.focusResults();
    this.#tell('select', { key, article: null, span: null });
  }

  #show(article, utf16) {
    this.#cameFrom = { article, start: utf16.start };
    this.#read(article, utf16, false);
  }

  #showClaim(row, article, id) {
    this.#state.selected.claims = row;
    const claim = this.#state.report.claims.find((one) => one.id === id);
    if (claim) this.#show(article, claim.span.utf16);
  }

  #read(article, utf16, on) {
    this.#changeNow({ reading: { article, utf16, edit: on }, depth: 'text' });
    this.#view.focusDown('text');
    const key = this.#state.selected[this.#state.tab] ?? null;
    this.#tell('select', { key, article, span: rangeOf(utf16) });
  }

  #back() {
    const from = this.#cameFrom;
    this.#cameFrom = null;
    const depth = this.#state.depth === 'text' && from ? 'detail' : 'list';
    this.#changeNow({ depth, reading: null });
    this.#view.focusUp(this.#state, from);
  }

  #onKey(event) {
    if (event.key !== 'Escape' || event.defaultPrevented || this.#state.depth === 'list') return;
    if (event.composedPath().some((node) => node instanceof HTMLDialogElement)) return;
    event.preventDefault();
    this.#back();
  }

  // ---- what the comparison says

  #onBusy(busy) {
    if (busy === this.#state.busy) return;
    this.#change(busy ? { busy, stopped: false } : { busy });
    if (busy) this.#tell('progress', busy);
  }

  #stop() {
    this.#comparison.stop();
    this.#changeNow({ stopped: true });
    this.#view.focusNotice();
  }

  #resume() {
    this.#changeNow({ stopped: false });
    this.compare();
    this.focusResults();
  }

  #onReport(told, sent) {
    const report = told && straightReport(told);
    const { articles, verdicts } = this.#state;
    const same = report && this.#saved?.articles === articles;
    const reopened = same ? sinceSaved(this.#saved.report, report, verdicts) : '';
    const texts = new Map(sent.map(({ id, text }) => [id, text]));
    const now = articles.filter(({ problem }) => !problem);
    const stale = now.length !== sent.length || now.some((article, index) => article !== sent[index]);
    this.#change({ report, texts, problem: '', stopped: false, stale, reopened });
    if (report) this.#tell('report', { report });
  }

  #onRefused(article, error) {
    this.#change({ articles: refuse(this.#state.articles, article.id, error.message) });
    this.#tell('error', error);
  }

  #onFailed(error) {
    this.#change({ problem: problemOf(error) });
    this.#tell('error', error);
  }
}
