// The panel as a whole: summary, cards, tabs, the three depths, and what was checked. It draws a State and
// tells `actions` what the reader does; it decides nothing.
import { canJoin } from './articles.js';
import { arranged } from './arrange.js';
import { inForce } from './filter.js';
import { exhibitFor, firstKey, splitFindings, unchecked } from './model.js';
import { words } from './words.js';
import { createAbout } from './view/about.js';
import { createArticles, nameOf } from './view/articles.js';
import { fading, h, isShown, whenChanged } from './view/dom.js';
import { createExhibit } from './view/exhibit.js';
import { createExport } from './view/export.js';
import { createCopy, createFindings } from './view/lists.js';
import { createMatrix } from './view/matrix.js';
import { createPeople } from './view/people.js';
import { createProgress } from './view/progress.js';
import { createQuotations } from './view/quotations.js';
import { createReader } from './view/reader.js';
import { createTexts } from './view/texts.js';
import { createVerdict } from './view/verdict.js';

/** Siglum and name of an article by its id; for one that is gone, what the report calls it. */
function namesIn(state) {
  const articles = new Map(state.articles.map((article) => [article.id, article]));
  const reported = new Map(state.report?.articles.map((article) => [article.id, article]));
  return {
    siglum: (id) => articles.get(id)?.siglum ?? id,
    of: (id) =>
      typeof id === 'object'
        ? nameOf(id)
        : articles.has(id)
          ? nameOf(articles.get(id))
          : (reported.get(id)?.label ?? id),
  };
}

/** Where a finding stood that has left the list, since it was dismissed: the line behind it, else the last. */
function lineAfter(id, buttons, report) {
  const order = new Map(report.findings.map((finding, index) => [finding.id, index]));
  return buttons.find(({ dataset }) => order.get(dataset.key) > order.get(id)) ?? buttons.at(-1);
}

/** Scrolls a row, and nothing around it, so that what is before and behind can be seen to be there. */
function toMiddle(row, child) {
  const [outer, inner] = [row, child].map((element) => element.getBoundingClientRect());
  row.scrollLeft += inner.x + inner.width / 2 - (outer.x + outer.width / 2);
}

/**
 * @param {ParentNode} root
 * @param {Record<string, Function>} actions
 */
export function createView(root, actions) {
  const articles = createArticles(actions);
  const tabs = {
    conflicts: createFindings(actions),
    claims: createMatrix(actions),
    quotations: createQuotations(actions),
    people: createPeople(actions),
    copy: createCopy(actions),
    texts: createTexts(actions),
  };
  const exhibit = createExhibit({
    ...actions,
    showTexts(key) {
      tabs.texts.ask();
      actions.showTexts(key);
    },
  });
  const reader = createReader(actions);
  const verdict = createVerdict(actions);
  exhibit.element.append(verdict.element);

  const summary = h('p', { class: 'summary', role: 'status' });
  const notice = h('div', { class: 'notice', part: 'notice', hidden: true });
  const exporting = createExport(actions);
  const progress = createProgress(actions);
  const outcome = h('div', { class: 'outcome' }, summary, progress.element, exporting.element);
  const masthead = h('header', { class: 'masthead', part: 'head' }, h('slot', { name: 'title' }), outcome);
  const tabButtons = Object.keys(tabs).map((name) =>
    h('button', { class: 'tab', part: 'tab', onclick: () => actions.tab(name) }, words.tabs[name]),
  );
  const nav = h('nav', { class: 'tabs', part: 'tabs', 'aria-label': words.tabsLabel }, ...tabButtons);
  fading(nav);
  const heading = h('h2', { class: 'unseen' });
  const list = h(
    'section',
    { class: 'pane list', part: 'list', tabindex: '-1', 'aria-label': words.tabsLabel },
    nav,
    heading,
    ...Object.values(tabs).map((tab) => tab.element),
  );
  const results = h('div', { class: 'results' }, list, exhibit.element, reader.element);
  const checked = h('div');
  const foot = h('footer', { class: 'checked', part: 'foot' }, checked, createAbout(actions).element);
  const panel = h(
    'div',
    { class: 'panel', part: 'panel', role: 'region', lang: 'en', 'aria-label': words.panel },
    masthead,
    articles.element,
    notice,
    results,
    foot,
  );
  root.append(h('div', { class: 'frame' }, panel));

  function drawSummary(state) {
    const { report, articles: all } = state;
    const parts = [];
    const readable = all.filter((article) => !article.problem).length;
    if (all.length) parts.push(words.summary.articles(readable));
    if (state.busy) parts.push(words.summary.busy);
    else if (report && readable > 1) {
      const { loud, dismissed } = splitFindings(report, state.verdicts);
      parts.push(words.summary.conflicts(loud.length, dismissed.length));
      if (dismissed.length) parts.push(words.summary.dismissed(dismissed.length));
      parts.push(words.summary.origins(report.reuse.origins.length));
    }
    const line = parts.join(' · ');
    if (summary.textContent !== line) summary.textContent = line;
  }

  function drawNotice(state) {
    const { problem, reopened, removed } = state;
    const stopped = state.stopped ? words.summary.stopped : '';
    const waits = state.manual && !state.readonly && state.stale && !state.busy && state.articles.length > 1;
    const retry = problem === words.problem.not_loaded || problem === words.problem.worker;
    const asks = retry ? '' : stopped || (waits ? words.summary.stale : '');
    const divided = canJoin(state.articles, state.divided) ? state.divided.texts.size : 0;
    const button = (act, label, name) => h('button', { class: `link ${name}`, onclick: () => act() }, label);
    const offer = (line, act, label, name = 'undo') => h('p', {}, line, ' ', button(act, label, name));
    const drawn = [problem, reopened, removed?.article.id, divided, asks];
    notice.hidden = !drawn.some(Boolean); // a host may have given it a ground of its own
    whenChanged(notice, JSON.stringify(drawn), () =>
      notice.replaceChildren(
        reopened ? h('p', { class: 'reopened', role: 'status' }, reopened) : '',
        problem ? h('p', { class: 'note', role: 'alert' }, problem) : '',
        retry ? h('p', {}, button(actions.compare, words.problem.retry, 'resume')) : '',
        asks ? offer(asks, actions.compare, words.summary.resume, 'resume') : '',
        removed
          ? offer(words.article.removed(nameOf(removed.article)), actions.undo, words.article.undo)
          : '',
        divided ? offer(words.article.divided(divided), actions.join, words.article.join) : '',
      ),
    );
  }

  function drawChecked({ report }) {
    whenChanged(checked, JSON.stringify([report.checked, report.abstained]), () =>
      checked.replaceChildren(
        h(
          'details',
          {},
          h(
            'summary',
            { id: 'checked' },
            `${words.checked.done(report.checked.checks.length, report.checked.claims)} ${words.checked.not(unchecked(report))}`,
          ),
          h(
            'div',
            // It scrolls where it is long, and holds nothing that a key could reach.
            { class: 'checked-lists', tabindex: '0', role: 'group', 'aria-labelledby': 'checked' },
            h(
              'div',
              {},
              h('h3', {}, words.checked.kinds),
              h('p', {}, h('code', {}, report.checked.checks.join(', '))),
            ),
            report.abstained.length
              ? h(
                  'div',
                  {},
                  h('h3', {}, words.checked.reasons),
                  h('ul', {}, ...report.abstained.map((one) => h('li', { dir: 'auto' }, one.message))),
                )
              : '',
          ),
        ),
      ),
    );
  }

  return {
    /** @param {import('./types.js').State} state */
    update(state) {
      const names = namesIn(state);
      articles.update(state);
      exporting.update(state);
      progress.update(state.busy);
      drawSummary(state);
      drawNotice(state);
      const { report, tab } = state;
      const shown = state.articles.length > 0 && (report || state.reading);
      results.hidden = !shown;
      checked.hidden = !shown || !report;
      panel.classList.toggle('is-empty', state.articles.length === 0);
      if (!shown) {
        panel.dataset.depth = 'list';
        tabs.texts.forget();
        return;
      }
      results.dataset.depth = panel.dataset.depth = state.depth;
      results.dataset.tab = tab;
      results.classList.toggle('reading', state.reading !== null);
      list.hidden = !report;
      heading.textContent = words.tabs[tab];
      for (const [index, name] of Object.keys(tabs).entries()) {
        const current = name === tab;
        tabs[name].element.hidden = !current;
        tabButtons[index].part.toggle('current', current);
        if (current) tabButtons[index].setAttribute('aria-current', 'true');
        else tabButtons[index].removeAttribute('aria-current');
        if (current) whenChanged(nav, tab, () => toMiddle(nav, tabButtons[index]));
      }
      let shownExhibit = null;
      if (report) {
        const filter = inForce(state.filter, state.articles);
        // Beside the texts stands what was chosen of the conflicts, nothing if none was.
        const about = tab === 'texts' ? 'conflicts' : tab;
        const rows = tab === 'claims' ? arranged(report, state.arrangement) : null;
        const asked = rows ? { ...report, coverage: { rows } } : report;
        const key =
          state.selected[about] || (tab === about ? firstKey(tab, asked, state.verdicts, filter) : '');
        const drawn = { ...state, report: asked, filter, selected: { ...state.selected, [tab]: key } };
        tabs[tab].update(drawn, names);
        shownExhibit = exhibitFor(about, key, asked, state.texts, names.of);
        drawChecked(state);
      }
      exhibit.element.hidden = !report || tab === 'texts';
      if (tab !== 'texts') exhibit.update(shownExhibit, names);
      verdict.update(tab === 'conflicts' ? (shownExhibit?.key ?? null) : null, state);
      reader.update(state, shownExhibit);
    },
    /** After going down: to what opened, if the line that was pressed has gone from view. */
    focusDown(depth) {
      if (depth === 'text') reader.focus();
      else if (!isShown(list)) exhibit.focus();
    },
    /** After going up: to where the reader came from. @param {import('./types.js').State} state */
    focusUp(state, from) {
      if (state.depth === 'detail' && from && exhibit.focusPlace(from.article, from.start)) return;
      const key = state.selected[state.tab];
      const buttons = [...list.querySelectorAll('.line')].filter(isShown);
      const same = buttons.find((button) => button.dataset.key === key);
      (same ?? (state.tab === 'conflicts' ? lineAfter(key, buttons, state.report) : null) ?? list).focus();
    },
    focusResults: () => (isShown(list) ? list : articles.element).focus(),
    focusCard: (index) => articles.focusCard(index),
    focusNotice: () => notice.querySelector('button')?.focus(),
    dropTarget: (on) => panel.classList.toggle('dropping', on),
  };
}
