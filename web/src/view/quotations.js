// Quotations by speaker: each line an utterance, with how often its words were changed. The wordings side by
// side are its exhibit (utterances.js).
import { listed, speakers } from '../utterances.js';
import { words } from '../words.js';
import { h, whenChanged } from './dom.js';
import { folded, line, markCurrent, sigla } from './lists.js';

const ALL_REPORTED = '*'; // no speaker's name

/** @param {{select: Function}} actions */
export function createQuotations(actions) {
  const element = h('div', { class: 'quotations' });
  const open = new Set(); // speakers whose reported speech is shown
  let last;

  function utteranceLine(utterance, names) {
    const has = new Set(utterance.quotations.map((quotation) => quotation.article));
    const articles = last[0].report.articles.map(({ id }) => id).filter((id) => has.has(id));
    const { unmarked, ...others } = utterance.changes;
    const [loud, quiet] = [words.quotations.changes({ unmarked }), words.quotations.changes(others)];
    return line(
      utterance.key,
      actions.select,
      h('span', { class: 'said-text', dir: 'auto' }, listed(utterance.quotations[0])),
      h(
        'span',
        { class: 'kicker' },
        loud && h('strong', {}, loud),
        quiet && h('span', { class: 'family' }, quiet),
        h('span', { class: 'sigla' }, sigla([articles], names)),
      ),
    );
  }

  /** A button that shows or hides what `name` stands for: a speaker's reported speech, or all such speakers. */
  function more(name, label) {
    const button = folded(label, open.has(name), () => {
      if (!open.delete(name)) open.add(name);
      update(...last);
      [...element.querySelectorAll('.more')].find((one) => one.dataset.name === name).focus();
    });
    button.dataset.name = name;
    return button;
  }

  function section({ name, quoted, reported }, names) {
    const shown = quoted.length === 0 || open.has(name) ? reported : [];
    return h(
      'section',
      {},
      h('h3', { dir: 'auto' }, name || words.quotations.unknown),
      h('ul', { class: 'lines' }, ...quoted.map((utterance) => utteranceLine(utterance, names))),
      quoted.length > 0 && reported.length > 0 && more(name, words.quotations.reported(reported.length)),
      h('ul', { class: 'lines' }, ...shown.map((utterance) => utteranceLine(utterance, names))),
    );
  }

  function update(state, names) {
    last = [state, names];
    const { quotations, utterances } = state.report;
    const signature = JSON.stringify([
      quotations,
      utterances,
      state.articles.map(({ siglum }) => siglum),
      [...open],
    ]);
    whenChanged(element, signature, () => {
      const all = speakers(state.report);
      const reportedOnly = all.filter((speaker) => speaker.quoted.length === 0);
      const shown = all.filter((speaker) => speaker.quoted.length > 0 || open.has(ALL_REPORTED));
      element.replaceChildren(
        ...shown.slice(0, all.length - reportedOnly.length).map((speaker) => section(speaker, names)),
        reportedOnly.length ? more(ALL_REPORTED, words.quotations.onlyReported(reportedOnly.length)) : '',
        ...shown.slice(all.length - reportedOnly.length).map((speaker) => section(speaker, names)),
        all.length === 0 ? h('p', { class: 'clean' }, words.quotations.none) : '',
      );
    });
    markCurrent(element, state.selected.quotations);
  }
  return { element, update };
}
