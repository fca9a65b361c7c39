// Who is named, by how many articles, and in what roles: a line a person. How each article writes the name
// stands in the exhibit.
import { isWrittenTwoWays, rolesOf } from '../model.js';
import { words } from '../words.js';
import { h, whenChanged } from './dom.js';
import { folded, line, markCurrent, sigla } from './lists.js';

/** @param {{select: Function}} actions */
export function createPeople(actions) {
  const element = h('div', { class: 'people' });
  let open = false;
  let last;

  function personLine(person, names) {
    const roles = rolesOf(person);
    return line(
      person.name,
      actions.select,
      h(
        'span',
        { class: 'kicker' },
        isWrittenTwoWays(person) ? h('span', { class: 'family' }, words.people.twoWays) : '',
        h('span', { class: 'sigla' }, sigla([person.articles.map(({ article }) => article)], names)),
      ),
      h('span', { class: 'headline', dir: 'auto' }, person.name),
      roles.length > 0 ? h('span', { class: 'small', dir: 'auto' }, roles.join('; ')) : '',
    );
  }

  function update(state, names) {
    last = [state, names];
    const people = state.report.people ?? [];
    const articles = state.articles.map(({ id }) => names.siglum(id));
    whenChanged(element, JSON.stringify([people, articles, open]), () => {
      const shared = people.filter((person) => person.articles.length > 1);
      const single = people.filter((person) => person.articles.length === 1);
      element.replaceChildren(
        people.length === 0 ? h('p', { class: 'clean' }, words.people.none) : '',
        h('ul', { class: 'lines' }, ...shared.map((person) => personLine(person, names))),
        single.length > 0
          ? folded(words.people.single(single.length), open, () => {
              open = !open;
              update(...last);
              element.querySelector('.more').focus();
            })
          : '',
        open ? h('ul', { class: 'lines' }, ...single.map((person) => personLine(person, names))) : '',
      );
    });
    markCurrent(element, state.selected.people);
  }
  return { element, update };
}
