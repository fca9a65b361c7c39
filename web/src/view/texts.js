// The articles side by side, as many as there is room for at a readable measure; on a phone one, which can be
// exchanged for another at the same place. Which are shown, and whether they scroll together, is the reader's
// and kept here; the finding looked at is the one of the list of conflicts.
import { alignment, across, levelLine } from '../alignment.js';
import { findingMarks, splitFindings } from '../model.js';
import { lastUpTo } from '../search.js';
import { words } from '../words.js';
import { blocksOf, conflictMarks, reportedArticle } from './article_text.js';
import { nameOf } from './articles.js';
import { createColumn } from './column.js';
import { h, isShown, keyed, whenChanged } from './dom.js';
import { severity, sigla } from './lists.js';
import { createTogether } from './together.js';

const MEASURE = 23; // em of the interface's type that a column and the gap beside it take at least

const unique = (list) => [...new Set(list)];

/** @param {{open: Function, select: Function, selectFinding: Function}} actions */
export function createTexts(actions) {
  const together = createTogether();
  const columns = new Map(); // by article, those shown
  let rank = []; // articles, those that the reader asked for last first
  let limit = Number.POSITIVE_INFINITY; // how many columns the reader wants at most
  let capacity = 1; // how many there is room for
  let marksShared = false;
  let last; // what update was given
  let key = ''; // the finding that the columns were last brought level for
  let own = null; // one chosen here: {key, id, start, height}, the last three as `sight` has them
  let goal = null; // what is to stand level once the layout is known: a finding like that, or a place that is read
  let levelled = null; // the finding that is level, until a column is scrolled
  let rearranged = false; // other columns, or another report, since the layout was measured
  let frame = 0;
  let away = true; // the tab was closed: the columns have forgotten where they were
  let alignments = new Map(); // of last's report

  const box = (label, checked, change) => {
    const input = h('input', { type: 'checkbox', checked, onchange: () => change(input.checked) });
    return h('label', {}, input, label);
  };
  const shown = h('div', { class: 'switch', role: 'group', 'aria-label': words.texts.shown });
  const togetherBox = box(words.texts.together, true, (on) => together.setOn(on));
  const sharedBox = box(words.texts.shared, false, (on) => {
    marksShared = on;
    update(...last);
  });
  const where = h('span', { class: 'small' });
  const steps = h(
    'div',
    { class: 'steps', role: 'group', 'aria-label': words.texts.steps },
    h('button', { class: 'link', onclick: () => step(-1) }, words.texts.previous),
    where,
    h('button', { class: 'link', onclick: () => step(1) }, words.texts.next),
  );
  const kicker = h('p', { class: 'kicker' });
  const message = h('p', { class: 'headline', dir: 'auto', role: 'status' });
  const row = h('div', { class: 'columns' });
  const element = h(
    'div',
    { class: 'texts' },
    h('div', { class: 'texts-tools' }, shown, h('div', { class: 'options' }, togetherBox, sharedBox), steps),
    h('div', { class: 'texts-about' }, kicker, message),
    row,
  );

  // ---- which columns

  const isColumn = (id) => columns.has(id);

  function toggle(id) {
    if (!isColumn(id)) {
      rank = unique([id, ...rank]);
      limit = Math.max(limit, Math.min(columns.size + 1, capacity));
    } else if (columns.size > 1) {
      rank = [...rank.filter((one) => one !== id), id];
      limit = columns.size - 1;
    }
    update(...last);
  }

  /** The articles of each side that can be shown. */
  const sidesOf = (finding) =>
    finding.groups
      .map((_, group) =>
        unique(finding.spans.filter((span) => span.group === group).map(({ article }) => article)).filter(
          (id) => rank.includes(id),
        ),
      )
      .filter((side) => side.length > 0);

  /** An article of each side that no column shows. */
  const missing = (finding) =>
    sidesOf(finding)
      .filter((side) => !side.some(isColumn))
      .map(([id]) => id);

  /** A column for each side of a finding, as far as there is room; those that are shown stay. */
  function bring(finding, first = []) {
    const there = sidesOf(finding).flatMap((side) => side.filter(isColumn).slice(0, 1));
    const sides = unique([...first, ...there, ...missing(finding)]);
    rank = unique([...sides, ...rank]);
    limit = Math.max(limit, Math.min(sides.length, capacity));
  }

  // ---- which finding

  const findingOf = (id) => last[0].report.findings.find((finding) => finding.id === id);
  const isCurrent = (id) =>
    last[0].articles.some((one) => one.id === id && one.text === last[0].texts.get(id));

  /** Where the evidence of a finding stands in a column's article, by offset. */
  const places = (finding, { id }) =>
    finding && isCurrent(id)
      ? findingMarks(finding, id, last[0].texts.get(id)).map(({ start }) => start)
      : [];

  /** The conflicts in the shown texts, in the order in which one reads them. */
  function inOrder() {
    const [state] = last;
    const at = (finding) => {
      for (const column of columns.values()) {
        const [start] = places(finding, column);
        if (start !== undefined) return start / state.texts.get(column.id).length;
      }
      return null;
    };
    return splitFindings(state.report, state.verdicts)
      .loud.map((finding) => ({ finding, at: at(finding) }))
      .filter((one) => one.at !== null)
      .sort((one, other) => one.at - other.at)
      .map(({ finding }) => finding.id);
  }

  function step(by) {
    const all = inOrder();
    const now = all.indexOf(last[0].selected.conflicts);
    choose(now < 0 ? all.at(by < 0 ? -1 : 0) : all.at((now + by) % all.length));
  }

  /** Which of a finding's places in a column is meant, and how far down it is, if it is in sight. */
  function sight(id, column, y) {
    const starts = places(findingOf(id), column);
    if (starts.length === 0) return null;
    const wanted = y ?? column.top;
    const away = (start) => Math.abs(column.y(start) - wanted);
    // What stands further down is further on, so that few places are looked for in the layout.
    starts.sort((one, other) => one - other);
    const above = Math.max(0, lastUpTo(starts, wanted, column.y));
    const near = starts
      .slice(above, above + 2)
      .reduce((one, other) => (away(other) < away(one) ? other : one));
    const start = starts[lastUpTo(starts, column.y(near) - 1, column.y) + 1];
    const height = column.y(start) - column.top;
    return { id: column.id, start, height: height >= 0 && height < column.height ? height : null };
  }

  const sightIn = (id, list) => ({ key: id, ...list.map((one) => sight(id, one)).find(Boolean) });

  /** From a mark or a tick at `y` of a column; or from Previous and Next. What is in sight stays where it is. */
  function choose(id, column, y) {
    own = column ? { key: id, ...sight(id, column, y) } : sightIn(id, [...columns.values()]);
    actions.selectFinding(id);
  }

  /** Shows the side of the finding that no column has. */
  function show(finding, id) {
    own = sightIn(key, [...columns.values()]);
    bring(finding, [id]);
    update(...last);
    columns.get(id).scroller.focus();
  }

  // ---- drawing

  function drawShown(articles) {
    keyed(shown, articles, {
      key: ({ id }) => id,
      signature: (one) => `${one.siglum} ${nameOf(one)}`,
      make: (one) =>
        h(
          'button',
          {
            class: 'siglum',
            title: nameOf(one),
            'aria-label': words.filter.article(one.siglum, nameOf(one)),
            onclick: () => toggle(one.id),
          },
          one.siglum,
        ),
    });
    for (const [index, { id }] of articles.entries())
      shown.children[index].setAttribute('aria-pressed', String(isColumn(id)));
  }

  function drawAbout(state, names) {
    const finding = findingOf(state.selected.conflicts);
    const all = inOrder();
    const now = all.indexOf(finding?.id);
    steps.hidden = all.length === 0;
    where.textContent = now < 0 ? '' : words.texts.place(now + 1, all.length);
    const line = finding?.message ?? words.texts.hint(all.length);
    if (message.textContent !== line) message.textContent = line;
    message.classList.toggle('hint', !finding);
    kicker.hidden = !finding;
    if (!finding) return;
    const link = (text, onclick) => h('button', { class: 'link', onclick }, text);
    const groups = finding.groups.map(({ articles }) => articles);
    const others = missing(finding);
    whenChanged(kicker, JSON.stringify([finding, groups.flat().map(names.of), others]), () =>
      kicker.replaceChildren(
        severity(finding.severity),
        h('span', { class: 'family' }, words.family[finding.family] ?? finding.family),
        h('span', { class: 'sigla beside' }, sigla(groups, names)),
        ...others.map((id) =>
          link(words.exhibit.show(names.siglum(id), names.of(id)), () => show(finding, id)),
        ),
        link(words.texts.evidence, () => actions.select(finding.id, 'conflicts')),
      ),
    );
  }

  /** Passages that an article shares with another one in sight. */
  const sharedMarks = (id, report) =>
    report.reuse.pairs
      .filter(({ articles }) => articles.includes(id) && articles.every(isColumn))
      .flatMap(({ articles, passages }) =>
        passages.map((passage) => ({ ...passage[articles.indexOf(id)].utf16, kind: 'shared' })),
      );

  function drawColumn(article, state) {
    const column = columns.get(article.id);
    const reported = reportedArticle(article, state);
    const marks = reported ? conflictMarks(article, state, state.selected.conflicts) : [];
    if (reported && marksShared) marks.unshift(...sharedMarks(article.id, state.report));
    column.update(article, blocksOf(article.text, reported), marks);
  }

  function scrolled(column) {
    if (frame) return; // a new layout may have moved it; settle sees to it
    levelled = null;
    together.scrolled(column);
  }

  function drop(id) {
    const { text, element: column } = columns.get(id);
    observer.unobserve(text);
    column.remove();
    columns.delete(id);
    rearranged = true;
  }

  /** Adds and removes columns; those that stay are the same elements. */
  function arrange(articles) {
    const wanted = new Set(rank.slice(0, Math.min(capacity, limit)));
    const reference = together.reference();
    if (reference && [...wanted].some((id) => !isColumn(id))) {
      // What joins is brought level with what is read now, whether that stays or goes.
      const seen = sight(key, reference);
      goal ??= levelled ?? (seen?.height != null ? { key, ...seen } : reading(reference));
    }
    for (const id of columns.keys()) if (!wanted.has(id)) drop(id);
    const kept = new Map(columns);
    columns.clear(); // to have them in the articles' order
    let at = row.firstChild;
    for (const { id } of articles.filter((one) => wanted.has(one.id))) {
      const column = kept.get(id) ?? createColumn(id, { open: actions.open, choose, scrolled });
      columns.set(id, column);
      if (column.element === at) at = at.nextSibling;
      else row.insertBefore(column.element, at);
      if (!kept.has(id)) observer.observe(column.text);
    }
  }

  /** Another story. */
  function forget() {
    for (const id of columns.keys()) drop(id);
    together.relayout([]);
    rank = [];
    limit = Number.POSITIVE_INFINITY;
    goal = levelled = null;
    key = '';
  }

  function update(state, names) {
    const isNewReport = last?.[0].report !== state.report;
    if (isNewReport) alignments = new Map();
    const articles = state.articles.filter(({ text }) => text.trim() !== '');
    last = [{ ...state }, names];
    const ids = articles.map(({ id }) => id);
    rank = unique([...rank.filter((id) => ids.includes(id)), ...ids]);
    capacity = room();
    const chosen = state.selected.conflicts ?? '';
    if (own || chosen !== key) {
      goal = own ?? (chosen ? { key: chosen } : null);
      const finding = findingOf(chosen);
      if (!own && finding) bring(finding);
      own = null;
      key = chosen;
    }
    arrange(articles);
    drawShown(articles);
    togetherBox.hidden = columns.size < 2;
    sharedBox.hidden = ![...columns.keys()].some((id) => sharedMarks(id, state.report).length > 0);
    for (const article of articles) if (isColumn(article.id)) drawColumn(article, state);
    drawAbout(state, names);
    rearranged ||= isNewReport;
    soon();
  }

  // ---- once the browser has laid it out

  const room = () => {
    const em = Number.parseFloat(getComputedStyle(row).fontSize);
    return Math.max(1, Math.floor(row.clientWidth / em / MEASURE));
  };

  const soon = () => {
    if (!frame) frame = requestAnimationFrame(settle);
  };

  const observer = new ResizeObserver(() => {
    if (!isShown(element)) away = true;
    else if (last && room() !== capacity) update(...last);
    else soon();
  });
  observer.observe(row);

  /** What two articles tell alike, by offsets; nothing once a text is newer than its report. */
  function alignmentOf(a, b) {
    if (!isCurrent(a) || !isCurrent(b)) return [];
    const pair = JSON.stringify([a, b]);
    if (!alignments.has(pair)) alignments.set(pair, alignment(last[0].report, a, b));
    return alignments.get(pair);
  }

  /** Which place of a column stands where one reads; by the layout that was measured last. */
  function reading(column, height = levelLine(column.top, column.most(), column.height)) {
    return { id: column.id, start: column.placeAt(column.top + height), height };
  }

  function settle() {
    frame = 0;
    const all = [...columns.values()];
    if (!isShown(element) || all.length === 0) return;
    const { height } = reading(together.reference() ?? all[0]);
    const before = all.map((column) => ({ column, isNew: column.full === 0, ...reading(column, height) }));
    for (const one of before) one.isChanged = one.column.measure();
    const isChanged = before.some((one) => one.isChanged);
    if (isChanged || rearranged) together.relayout(all, (a, b) => alignmentOf(a.id, b.id));
    rearranged = false;
    if (isChanged) goal ??= levelled;
    if (goal?.key) level(all);
    else for (const one of before) keepPlace(one);
    away = false;
    goal = null;
    for (const column of all) column.drawStrip(findingOf, key);
  }

  /** What stood at one height stands there again; what is new stands beside it. */
  function keepPlace({ column, isNew, isChanged, start, height }) {
    if (isNew && goal) {
      const place = across(alignmentOf(goal.id, column.id), goal.start);
      column.scrollTo(column.y(Math.round(place)) - goal.height);
    } else if (isChanged && column.top > 0) column.scrollTo(column.y(start) - height);
    else if (away) column.scrollTo(column.top);
    else column.heard();
  }

  function level(all) {
    levelled = goal;
    const finding = findingOf(goal.key);
    const at = new Map();
    for (const column of all) {
      const start = goal.id === column.id ? goal.start : places(finding, column)[0];
      if (start !== undefined) at.set(column, column.y(start));
    }
    if (at.size) together.level(at, goal.height ?? all[0].height / 3);
  }

  return {
    element,
    update,
    forget,
    /** The next drawing is to show this finding in its articles. */
    ask: () => {
      key = '';
    },
  };
}
