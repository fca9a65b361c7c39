// Depth three: an article's text, as it was analysed, with the marks of what is being looked at; or its
// fields, to edit them.
import { webAddress } from '../model.js';
import { shortDate, words } from '../words.js';
import { blocksOf, conflictMarks, drawText, reportedArticle } from './article_text.js';
import { titleOf } from './articles.js';
import { h, whenChanged } from './dom.js';

const ENDLESS = 10_000; // characters of a word that a field takes seconds to break into lines

/** @param {{back: Function, open: Function, edit: Function, setEditing: Function, selectFinding: Function}} actions */
export function createReader(actions) {
  const head = h('header', { class: 'reader-head' });
  const about = h('div', { class: 'about' });
  const text = h('div', {
    class: 'article-text',
    part: 'text',
    onclick: ({ target }) =>
      target.matches('mark.other') &&
      String(document.getSelection()) === '' &&
      actions.selectFinding(target.dataset.key),
  });
  const form = h('div', { class: 'form' });
  const element = h(
    'section',
    { class: 'pane reader', part: 'reader', tabindex: '0' },
    head,
    about,
    text,
    form,
  );

  function drawHead(article, state) {
    const others = state.articles.filter((one) => one.text !== '' || !one.problem);
    head.replaceChildren(
      h('button', { class: 'link back', onclick: () => actions.back() }, `← ${words.reader.back}`),
      h(
        'nav',
        { class: 'switch', 'aria-label': words.reader.articles },
        ...others.map((one) =>
          h(
            'button',
            {
              class: 'siglum',
              title: one.source || titleOf(one),
              'aria-current': one === article ? 'true' : null,
              onclick: () => actions.open(one.id),
            },
            one.siglum,
          ),
        ),
      ),
      ...(state.readonly || article.locked
        ? []
        : [
            h(
              'button',
              { class: 'link edit', onclick: () => actions.setEditing(!state.reading.edit) },
              state.reading.edit ? words.reader.done : words.reader.edit,
            ),
          ]),
    );
  }

  function drawAbout(article, hasHeadline) {
    const link = webAddress(article.url);
    about.replaceChildren(
      h('h2', { tabindex: '-1', dir: 'auto' }, article.source || titleOf(article)),
      article.title && article.source && !hasHeadline
        ? h('p', { class: 'headline', dir: 'auto' }, article.title)
        : '',
      h(
        'p',
        { class: 'small' },
        article.date ? shortDate(article.date) : '',
        article.date && link ? ' · ' : '',
        link
          ? h('a', { href: link, target: '_blank', rel: 'noopener noreferrer' }, words.reader.original)
          : '',
      ),
    );
  }

  function drawForm(article) {
    const field = (name, hint) =>
      h(
        'label',
        { class: name },
        words.reader[name],
        hint && h('span', { class: 'small' }, ` ${hint}`),
        h('input', {
          value: article[name],
          autocomplete: 'off',
          dir: 'auto',
          oninput: (event) => actions.edit(article.id, { [name]: event.target.value }),
        }),
      );
    const area = h('textarea', {
      dir: 'auto',
      oninput: (event) => actions.edit(article.id, { text: event.target.value }),
    });
    area.value = article.text;
    if (article.text.split(/\s/).some((word) => word.length > ENDLESS)) area.wrap = 'off';
    form.replaceChildren(
      field('source'),
      field('date', words.reader.dateHint),
      field('title'),
      field('url'),
      h('label', { class: 'text' }, words.reader.text, area),
    );
  }

  return {
    element,
    /** The place that is marked, brought into view and focused; else the heading. */
    focus() {
      const place = text.hidden ? null : text.querySelector('mark.here');
      if (!place) {
        (form.hidden ? about.querySelector('h2') : form.querySelector('textarea'))?.focus();
        return;
      }
      place.tabIndex = -1;
      place.focus({ preventScroll: true });
      const still = matchMedia('(prefers-reduced-motion: reduce)').matches;
      place.scrollIntoView({ block: 'center', behavior: still ? 'instant' : 'auto' });
    },
    /** @param {import('../types.js').State} state */
    update(state, exhibit) {
      element.hidden = !state.reading;
      const article = state.articles.find((one) => one.id === state.reading?.article);
      if (!article) return;
      const edit = state.reading.edit && !state.readonly && !article.locked;
      element.setAttribute('aria-label', words.reader.region(article.source || article.siglum));
      about.hidden = text.hidden = edit;
      form.hidden = !edit;
      const sigla = state.articles.map((one) => `${one.siglum} ${one.source}`);
      whenChanged(head, JSON.stringify([article.id, edit, sigla, state.readonly, article.locked]), () =>
        drawHead(article, state),
      );
      if (edit) {
        whenChanged(form, article.id, () => drawForm(article));
        const area = form.querySelector('textarea');
        if (area !== form.getRootNode().activeElement && area.value !== article.text)
          area.value = article.text;
        return;
      }
      form.drawn = undefined;
      const reported = reportedArticle(article, state);
      const blocks = blocksOf(article.text, reported);
      const marks = reported ? conflictMarks(article, state, exhibit?.key) : [];
      if (reported && state.reading.utf16) marks.push({ ...state.reading.utf16, kind: 'said here' });
      whenChanged(about, JSON.stringify([article.source, article.title, article.date, article.url]), () =>
        drawAbout(
          article,
          blocks.some((block) => block.kind === 'headline'),
        ),
      );
      const same = text.shown === article.id;
      const top = same ? element.scrollTop : 0; // asking has everything laid out
      text.shown = article.id;
      const redrawn = whenChanged(text, JSON.stringify([article.text, blocks, marks]), () =>
        drawText(text, article.text, blocks, marks),
      );
      if (redrawn) element.scrollTop = top;
    },
  };
}
