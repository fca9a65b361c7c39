// <crossread-panel>: holds the articles and the report, asks the worker, tells its host.
//
//   panel.articles = [{id?, source?, title?, date?, url?, text}, …]   compared whenever they change
//   panel.report                                                      the last report; may be set, to show one
//   events  crossread-report {report}   crossread-error {code, where, message}   crossread-select {key, article}
//   attributes  whole-page  paste and drop are taken anywhere on the page, and the panel fills it
//               examples    URL of an index.json: [{id, title}], with <id>.json beside it
//   slot  title             the host's heading
//
// It lives in an open shadow root: no style leaks in from a CMS or out to it. The price is that tools which
// read a page's selection don't see into it; so every piece of evidence has a button of its own.
import { wellFormed } from './engine.js';
import { fromFile, fromTransfer, IngestError } from './ingest.js';
import { siglum } from './model.js';
import { createRpc } from './rpc.js';
import { createView } from './view.js';
import { words } from './words.js';

/** @typedef {import('./types.js').Article} Article */

const TYPING_PAUSE = 150; // ms without a keystroke before the comparison starts
const SLOW = 300; // ms after which "Comparing…" is said
const FIELDS = ['source', 'title', 'date', 'url', 'text'];

const isField = (node) => node instanceof Element && (node.matches('input, textarea, select') || node.isContentEditable);

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
    busy: false,
    problem: '',
    examples: [],
    removed: null,
  };
  #view;
  #rpc = null;
  #reportText = '';
  #lastShown = null; // the place gone to from the evidence, to come back to
  #drawing = false;
  #pause = 0;
  #listening = null;

  constructor() {
    super();
    const root = this.attachShadow({ mode: 'open' });
    const style = document.createElement('link');
    style.rel = 'stylesheet';
    style.href = String(new URL('style.css', import.meta.url));
    root.append(style);
    this.#view = createView(root, {
      add: (fields) => this.#add([fields]),
      addFiles: (files) => this.#addFiles(files),
      edit: (id, changes) => this.#edit(id, changes),
      remove: (id) => this.#remove(id),
      undo: () => this.#undo(),
      open: (id) => this.#read(id, null, this.#state.reading?.edit ?? false),
      show: (id, utf16) => this.#show(id, utf16),
      showClaim: (row, article, claim) => this.#showClaim(row, article, claim),
      setEditing: (edit) => this.#read(this.#state.reading.article, this.#state.reading.utf16, edit),
      select: (key) => this.#select(key),
      tab: (tab) => this.#change({ tab, depth: this.#state.reading ? 'text' : 'list' }),
      back: () => this.#back(),
      example: (id) => this.#openExample(id),
    });
  }

  connectedCallback() {
    const target = this.hasAttribute('whole-page') ? document : this;
    this.#listening = new AbortController();
    const { signal } = this.#listening;
    target.addEventListener('paste', (event) => this.#onPaste(event), { signal });
    for (const type of ['dragenter', 'dragover']) target.addEventListener(type, (event) => this.#onDrag(event), { signal });
    target.addEventListener('dragleave', (event) => event.relatedTarget === null && this.#view.dropTarget(false), { signal });
    target.addEventListener('drop', (event) => this.#onDrop(event), { signal });
    this.addEventListener('keydown', (event) => this.#onKey(event), { signal });
    this.#rpc = createRpc(() => new Worker(new URL('worker.js', import.meta.url), { type: 'module', name: 'crossread' }));
    this.#loadExamples();
    this.#draw();
    if (this.#state.articles.length && !this.#state.report) this.#compare();
  }

  disconnectedCallback() {
    this.#listening.abort();
    clearTimeout(this.#pause);
    this.#rpc.close();
    this.#rpc = null;
  }

  // ---- the host's side

  get articles() {
    return this.#state.articles.map(({ id, source, title, date, url, text }) => ({ id, source, title, date, url, text }));
  }

  set articles(list) {
    this.#change({ articles: [], report: null, reading: null, depth: 'list', selected: {}, removed: null });
    this.#reportText = '';
    this.#add([...list]);
  }

  get report() {
    return this.#state.report;
  }

  /** Shows a report that was made elsewhere from the present articles. */
  set report(report) {
    clearTimeout(this.#pause);
    this.#rpc?.cancel('compare');
    this.#reportText = '';
    this.#change({ report, texts: new Map(this.#state.articles.map(({ id, text }) => [id, text])), busy: false });
  }

  /** Moves the focus to the results, for a host's skip link. */
  focusResults() {
    this.#view.focusList();
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
    queueMicrotask(() => this.#draw());
  }

  #draw() {
    this.#drawing = false;
    this.#view.update(this.#state);
  }

  // ---- articles in and out

  /** @param {Partial<Article>[]} list */
  #add(list) {
    const { articles } = this.#state;
    const taken = new Set(articles.map((article) => article.id));
    // Letters are not given twice while any article is left: what was C stays C.
    let index = articles.reduce((last, one) => Math.max(last, one.siglum ? one.index + 1 : 0), 0);
    const added = list.map((fields) => {
      const letter = fields.problem ? '' : siglum(index);
      let id = fields.id || letter || `file ${taken.size + 1}`;
      while (taken.has(id)) id += "'";
      taken.add(id);
      const article = { id, siglum: letter, index };
      for (const field of FIELDS) article[field] = wellFormed(String(fields[field] ?? ''));
      if (fields.problem) article.problem = fields.problem;
      else index += 1;
      return article;
    });
    this.#change({ articles: [...articles, ...added], problem: '', removed: null });
    if (added.some((article) => !article.problem)) this.#compare();
  }

  /** One article or one card with an error for each file, in the order they were given. @param {File[]} files */
  async #addFiles(files) {
    const read = await Promise.all(
      files.map(async (file) => {
        try {
          const fields = await fromFile(file);
          const stem = file.name.replace(/\.[^.]+$/, '');
          return { ...fields, source: fields.source || (fields.title ? '' : stem) };
        } catch (error) {
          if (!(error instanceof IngestError)) throw error;
          return { source: file.name, problem: words.file[error.code](file.name, error.detail) };
        }
      }),
    );
    this.#add(read);
  }

  #edit(id, changes) {
    const clean = Object.fromEntries(Object.entries(changes).map(([key, value]) => [key, wellFormed(value)]));
    const articles = this.#state.articles.map((one) => {
      if (one.id !== id) return one;
      const edited = { ...one, ...clean };
      delete edited.problem; // it was about what stood there before
      return edited;
    });
    this.#change({ articles });
    clearTimeout(this.#pause);
    this.#pause = setTimeout(() => this.#compare(), TYPING_PAUSE);
  }

  #remove(id) {
    const { articles, reading } = this.#state;
    const index = articles.findIndex((article) => article.id === id);
    const closes = reading?.article === id;
    const rest = articles.filter((article) => article.id !== id);
    this.#change({ articles: rest, removed: { article: articles[index], index }, ...(closes ? { reading: null, depth: 'list' } : {}) });
    this.#draw();
    this.#view.focusCard(index);
    this.#compare();
  }

  #undo() {
    const { articles, removed } = this.#state;
    this.#change({ articles: articles.toSpliced(removed.index, 0, removed.article), removed: null });
    this.#draw();
    this.#view.focusCard(removed.index);
    this.#compare();
  }

  async #loadExamples() {
    const index = this.getAttribute('examples');
    if (!index) return;
    try {
      const answer = await fetch(new URL(index, document.baseURI));
      if (!answer.ok) throw new Error(String(answer.status));
      this.#change({ examples: await answer.json() });
    } catch {
      this.#change({ problem: words.problem.examples });
    }
  }

  async #openExample(id) {
    try {
      const index = new URL(this.getAttribute('examples'), document.baseURI);
      const answer = await fetch(new URL(`${encodeURIComponent(id)}.json`, index));
      if (!answer.ok) throw new Error(String(answer.status));
      this.articles = (await answer.json()).articles;
      this.#draw();
      this.#view.focusCard(0);
    } catch {
      this.#change({ problem: words.problem.examples });
    }
  }

  // ---- paste and drop

  #onPaste(event) {
    if (isField(event.composedPath()[0]) || event.defaultPrevented) return;
    const files = [...(event.clipboardData?.files ?? [])];
    const fields = event.clipboardData && fromTransfer(event.clipboardData);
    if (!fields && files.length === 0) {
      this.#change({ problem: words.problem.clipboard });
      return;
    }
    event.preventDefault();
    if (fields) this.#add([fields]);
    else this.#addFiles(files);
  }

  #onDrag(event) {
    if (isField(event.composedPath()[0]) && !event.dataTransfer.types.includes('Files')) return;
    event.preventDefault();
    event.dataTransfer.dropEffect = 'copy';
    this.#view.dropTarget(true);
  }

  #onDrop(event) {
    this.#view.dropTarget(false);
    const files = [...event.dataTransfer.files];
    if (isField(event.composedPath()[0]) && files.length === 0) return;
    event.preventDefault(); // else the browser opens the file in place of the page
    if (files.length) return void this.#addFiles(files);
    const fields = fromTransfer(event.dataTransfer);
    if (fields) this.#add([fields]);
  }

  // ---- going down and up

  #select(key) {
    this.#state.selected[this.#state.tab] = key;
    this.#change({ depth: 'detail', reading: null });
    this.#draw();
    this.#view.focusDown('detail');
    this.#tell('select', { key, article: null });
  }

  #show(article, utf16) {
    this.#lastShown = { article, start: utf16.start };
    this.#read(article, utf16, false);
  }

  #showClaim(row, article, claim) {
    const found = this.#state.report.claims.find((one) => one.id === claim);
    this.#state.selected.claims = row;
    if (found) this.#show(article, found.span.utf16);
  }

  #read(article, utf16, edit) {
    this.#change({ reading: { article, utf16, edit }, depth: 'text' });
    this.#draw();
    this.#view.focusDown('text');
    const key = this.#state.selected[this.#state.tab] ?? null;
    this.#tell('select', { key, article });
  }

  #back() {
    const from = this.#lastShown;
    this.#lastShown = null;
    if (this.#state.depth === 'text') this.#change({ reading: null, depth: from ? 'detail' : 'list' });
    else this.#change({ depth: 'list' });
    this.#draw();
    this.#view.focusUp(this.#state, from);
  }

  #onKey(event) {
    if (event.key !== 'Escape' || event.defaultPrevented || this.#state.depth === 'list') return;
    if (event.composedPath().some((node) => node instanceof HTMLDialogElement)) return;
    event.preventDefault();
    this.#back();
  }

  // ---- the comparison

  async #compare() {
    clearTimeout(this.#pause);
    if (!this.#rpc) return;
    const sent = this.#state.articles.filter((article) => !article.problem);
    if (sent.length === 0) {
      this.#rpc.cancel('compare');
      this.#reportText = '';
      this.#change({ report: null, busy: false });
      return;
    }
    const request = { articles: sent.map(({ id, source, title, date, url, text }) => ({ id, source, title, date, url, text })) };
    const slow = setTimeout(() => this.#change({ busy: true }), SLOW);
    try {
      this.#take(await this.#rpc.latest('compare', request), sent);
    } catch (error) {
      if (error.code !== 'superseded' && error.code !== 'closed') this.#fail(error.code, '', error.message);
    } finally {
      clearTimeout(slow);
    }
  }

  /** @param {string} text what the engine said @param {Article[]} sent what it was asked about */
  #take(text, sent) {
    if (text === this.#reportText) return this.#change({ busy: false });
    let report;
    try {
      report = JSON.parse(text);
    } catch {
      return this.#fail('unreadable', '', '');
    }
    if (report.error) {
      const { code, where, message } = report.error;
      const article = sent[Number(/^\/articles\/(\d+)/.exec(where)?.[1])];
      this.#fail(code, where, message, article);
      if (article) this.#compare(); // the others, without it
      return;
    }
    this.#reportText = text;
    this.#change({ report, texts: new Map(sent.map((article) => [article.id, article.text])), busy: false, problem: '' });
    this.#tell('report', { report });
  }

  #fail(code, where, message, article) {
    if (article) {
      const articles = this.#state.articles.map((one) => (one.id === article.id ? { ...one, problem: message } : one));
      this.#change({ articles, busy: false });
    } else {
      this.#change({ problem: words.problem[code] ?? words.problem.request(message), busy: false });
    }
    this.#tell('error', { code, where, message });
  }
}

if (!customElements.get('crossread-panel')) customElements.define('crossread-panel', CrossreadPanel);
