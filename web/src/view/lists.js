// What stands on the left: findings, who shares whose copy. Each line is a button that opens its exhibit.
// (Claims, quotations and people have their own files.)
import { comparedArticles, splitFindings, unchecked } from '../model.js';
import { verdictOf } from '../verdicts.js';
import { words } from '../words.js';
import { h, keyed, whenChanged } from './dom.js';
import { createFilter } from './filter.js';
import { heatmap } from './heatmap.js';
import { tagSignature, verdictTags } from './verdict.js';

/** The sigla of each side, "A D | B". */
export function sigla(groups, names) {
  return groups
    .map((group) => group.map((id) => names.siglum(id)).join(' '))
    .filter(Boolean)
    .join(' | ');
}

/** "● High" */
export const severity = (level) =>
  h(
    'span',
    { class: `severity ${level}` },
    h('span', { 'aria-hidden': 'true' }, words.glyph[level]),
    ` ${words.severity[level]}`,
  );

export function line(key, choose, ...children) {
  return h(
    'li',
    {},
    h('button', { class: 'line', part: 'finding', 'data-key': key, onclick: () => choose(key) }, ...children),
  );
}

/** Which line is looked at. Apart from drawing, so that the focus stays on a line that was just pressed. */
export function markCurrent(element, key) {
  for (const button of element.querySelectorAll('.line')) {
    button.part.toggle('current', button.dataset.key === key);
    if (button.dataset.key === key) button.setAttribute('aria-current', 'true');
    else button.removeAttribute('aria-current');
  }
}

/** A list that says how many it has and shows them when asked. */
export function folded(label, open, toggle) {
  return h(
    'button',
    { class: 'more', 'aria-expanded': String(open), onclick: toggle },
    h('span', { 'aria-hidden': 'true' }, open ? '−' : '+'),
    ` ${label}`,
  );
}

/** Why no conflict stands in the list. Only where none was found is there talk of none found. */
function emptyList({ report, articles }, all) {
  if (articles.length < 2) return words.findings.one;
  if (comparedArticles(report).length < 2) return words.findings.fewer;
  if (all.loud.length) return words.filter.nothing;
  if (splitFindings(report).loud.length) return words.findings.allDismissed;
  return words.findings.clean(report.checked.claims, report.checked.checks.length, unchecked(report));
}

/** @param {{select: Function, filter: Function, clearFilter: Function}} actions */
export function createFindings(actions) {
  const parts = ['loud', 'low', 'info', 'dismissed'].map((name) => ({
    name,
    list: h('ul', { class: 'lines' }),
    more: h('div'),
    open: name === 'loud',
  }));
  const clean = h('p', { class: 'clean' });
  const filter = createFilter(actions);
  const element = h(
    'div',
    { class: 'findings' },
    filter.element,
    clean,
    ...parts.flatMap((part) => [part.more, part.list]),
  );
  let last;

  function update(state, names) {
    last = [state, names];
    const { report, verdicts } = state;
    const split = splitFindings(report, verdicts, state.filter);
    const all = splitFindings(report, verdicts);
    filter.update(state, names, {
      offered: [...all.loud, ...all.low, ...all.dismissed],
      left: split.loud.length,
      all: all.loud.length,
    });
    clean.hidden = comparedArticles(report).length >= 2 && split.loud.length > 0;
    clean.textContent = emptyList(state, all);
    for (const part of parts) {
      const findings = split[part.name];
      if (part.name !== 'loud') {
        part.more.hidden = findings.length === 0;
        whenChanged(part.more, `${findings.length} ${part.open}`, () => {
          const toggle = () => {
            part.open = !part.open;
            update(...last);
            part.more.querySelector('button').focus();
          };
          part.more.replaceChildren(folded(words.findings[part.name](findings.length), part.open, toggle));
        });
      }
      part.list.hidden = !part.open;
      keyed(part.list, part.open ? findings : [], {
        key: (finding) => finding.id,
        signature: (finding) =>
          JSON.stringify([
            finding.message,
            finding.severity,
            finding.family,
            tagSignature(verdictOf(verdicts, finding.id)),
            state.readonly,
            sigla(
              finding.groups.map((g) => g.articles),
              names,
            ),
          ]),
        make: (finding) =>
          line(
            finding.id,
            actions.select,
            h(
              'span',
              { class: 'kicker' },
              severity(finding.severity),
              h('span', { class: 'family' }, words.family[finding.family] ?? finding.family),
              ...verdictTags(verdictOf(verdicts, finding.id), state.readonly),
              h(
                'span',
                { class: 'sigla' },
                sigla(
                  finding.groups.map((group) => group.articles),
                  names,
                ),
              ),
            ),
            h('span', { class: 'headline', dir: 'auto' }, finding.message),
          ),
      });
    }
    markCurrent(element, state.selected.conflicts);
  }
  return { element, update };
}

/** @param {{select: Function}} actions */
export function createCopy(actions) {
  const element = h('div', { class: 'copy' });
  return {
    element,
    update(state, names) {
      const { reuse } = state.report;
      whenChanged(element, JSON.stringify([reuse, state.articles.map(names.of)]), () => {
        const articles = reuse.origins.flat().length;
        element.replaceChildren(
          h(
            'p',
            { class: 'clean' },
            articles ? words.copy.intro(articles, reuse.origins.length) : words.copy.none,
          ),
          h(
            'ul',
            { class: 'origins' },
            ...reuse.origins.map((group) =>
              h(
                'li',
                {},
                h('span', { class: 'sigla' }, sigla([group], names)),
                h(
                  'span',
                  {},
                  group.map(names.of).join(', '),
                  h('span', { class: 'small' }, ` ${group.length > 1 ? words.copy.shared : words.copy.own}`),
                ),
              ),
            ),
          ),
          reuse.pairs.length > 0
            ? h(
                'div',
                // Where it is too wide, it scrolls, and holds nothing that a key could reach.
                { class: 'scroller', tabindex: '0', role: 'region', 'aria-label': words.copy.heatmap },
                heatmap(state.report, names),
              )
            : '',
          reuse.pairs.length > 0 ? h('h3', {}, words.copy.pairs) : '',
          h(
            'ul',
            { class: 'lines' },
            ...reuse.pairs.map((pair) => {
              const [a, b] = pair.articles;
              return line(
                `${a} ${b}`,
                actions.select,
                h('span', { class: 'kicker' }, h('span', { class: 'sigla' }, sigla([[a, b]], names))),
                h('span', { class: 'headline' }, words.copy.pair(names.of(a), names.of(b), pair.words)),
                h(
                  'span',
                  { class: 'small' },
                  words.copy.shares(
                    names.of(a),
                    words.copy.percent(pair.shares[0]),
                    names.of(b),
                    words.copy.percent(pair.shares[1]),
                  ),
                ),
              );
            }),
          ),
        );
      });
      markCurrent(element, state.selected.copy);
    },
  };
}
