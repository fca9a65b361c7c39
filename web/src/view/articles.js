// The row of article cards, the empty page, and the dialog to paste or type into.
import { duplicates } from '../duplicates.js';
import { ACCEPT } from '../files.js';
import { fromText, fromTransfer } from '../ingest.js';
import { shortDate, words } from '../words.js';
import { fading, h, keyed, pasteKey } from './dom.js';

/** The article's title, or its first words. @param {import('../types.js').Article} article */
export function titleOf(article) {
  const first = article.title || (article.text.match(/\S.*/)?.[0] ?? '');
  return first.length > 90 ? `${first.slice(0, 89).trimEnd()}…` : first || words.article.noText;
}

/** How the page calls it: outlet, else title, else letter. */
export const nameOf = (article) => article.source || article.title || article.siglum;

/** What the page has noticed of an article before any comparison: that it came in twice, or is several. */
function noticed(article, twin, actions) {
  const twins = twin && words.article.duplicate[twin.same](twin.of.siglum, nameOf(twin.of));
  const button = (label, act) => h('button', { class: 'link', onclick: () => act(article.id) }, label);
  return [
    twins && h('p', { class: 'status twin', dir: 'auto' }, twins),
    article.parts &&
      h(
        'div',
        { class: 'offer' },
        h('p', { role: 'status' }, words.article.several(article.parts.length)),
        button(words.article.divide(article.parts.length), actions.divide),
        button(words.article.keepWhole, actions.keepWhole),
      ),
  ];
}

function card(article, reported, twin, isRead, actions) {
  const readonly = isRead || article.locked;
  const status = article.problem ? '' : words.article.status[reported?.status];
  const failed = article.text === '' && article.problem;
  const field = h('input', {
    class: 'outlet',
    value: article.source,
    placeholder: words.article.unnamed,
    'aria-label': words.article.name(article.siglum),
    autocomplete: 'off',
    spellcheck: 'false',
    oninput: (event) => actions.edit(article.id, { source: event.target.value }),
    onkeydown: (event) => event.key === 'Enter' && event.target.blur(),
  });
  const outlet = readonly ? h('strong', { class: 'outlet', dir: 'auto' }, article.source) : field;
  const title = titleOf(article);
  return h(
    'li',
    { class: 'card', part: 'card', 'data-article': article.id },
    failed
      ? h('strong', { class: 'refused' }, words.article.problem)
      : [
          h('span', { class: 'siglum', 'aria-hidden': 'true' }, article.siglum),
          outlet,
          h(
            'button',
            {
              class: 'title',
              dir: 'auto',
              'aria-label': words.article.open(article.siglum, title),
              onclick: () => actions.open(article.id),
            },
            title,
          ),
        ],
    !readonly &&
      h(
        'button',
        {
          class: 'remove',
          'aria-label': words.article.remove(nameOf(article)),
          onclick: () => actions.remove(article.id),
        },
        '×',
      ),
    article.problem && h('p', { class: 'note', role: 'alert' }, article.problem),
    status && h('p', { class: 'status' }, status),
    !isRead && noticed(article, twin, actions),
    !article.problem &&
      !status &&
      h(
        'p',
        { class: 'facts' },
        article.date && h('span', {}, shortDate(article.date)),
        reported && h('span', {}, words.article.words(reported.words)),
      ),
  );
}

/** @param {{add: Function, addFiles: Function, edit: Function, open: Function, remove: Function, example: Function}} actions */
export function createArticles(actions) {
  const cards = h('ul', { class: 'cards' });
  fading(cards);
  const files = h('input', {
    type: 'file',
    multiple: true,
    accept: ACCEPT,
    hidden: true,
    onchange: () => {
      actions.addFiles([...files.files]);
      files.value = '';
    },
  });
  const dialog = createDialog(actions);
  const typeButton = (label) => h('button', { class: 'action type', onclick: () => dialog.open() }, label);
  const chooseButton = () =>
    h('button', { class: 'action choose', onclick: () => files.click() }, words.add.choose);
  const adders = h('div', { class: 'adders' }, typeButton(words.add.short), chooseButton());
  const examples = h('p', { class: 'examples' });
  const empty = h(
    'div',
    { class: 'empty' },
    h('p', { class: 'promise' }, words.empty.promise),
    h(
      'div',
      { class: 'specimen', 'aria-hidden': 'true' },
      ...words.empty.specimen.map(([letter, before, differs, after]) =>
        h(
          'p',
          {},
          h('span', { class: 'siglum' }, letter),
          before,
          h('mark', { class: 'differs high' }, differs),
          after,
        ),
      ),
    ),
    h(
      'div',
      { class: 'dropzone' },
      h('p', {}, words.empty.how(pasteKey)),
      h('div', { class: 'row' }, typeButton(words.add.type), chooseButton()),
    ),
    examples,
    h('p', { class: 'small' }, words.empty.private),
  );
  const nothing = h('p', { class: 'nothing', hidden: true }, words.empty.readonly);
  const row = h('div', { class: 'row-of-cards' }, cards, adders);
  const element = h(
    'section',
    { class: 'articles', part: 'intake', tabindex: '-1', 'aria-label': words.add.region },
    row,
    empty,
    nothing,
    files,
    dialog.element,
  );

  return {
    element,
    /** After a removal: the card that took the place, or the way to add one. */
    focusCard(index) {
      const card = cards.children[Math.min(index, cards.children.length - 1)];
      (card?.querySelector('.title, .remove') ?? empty.querySelector('button')).focus();
    },
    /** @param {import('../types.js').State} state */
    update(state) {
      const { readonly } = state;
      const none = state.articles.length === 0;
      row.hidden = none;
      adders.hidden = readonly;
      empty.hidden = !none || readonly;
      nothing.hidden = !none || !readonly;
      const reported = new Map(state.report?.articles.map((article) => [article.id, article]));
      const twins = duplicates(state.articles);
      const focused = element.getRootNode().activeElement;
      const held = focused?.closest?.('.card');
      keyed(cards, state.articles, {
        key: (article) => article.id,
        // Not the outlet, where its field is being typed in.
        signature: (article) =>
          JSON.stringify([
            (readonly || article.locked) && [article.source],
            article.siglum,
            titleOf(article),
            article.date,
            article.problem,
            article.parts?.length,
            twins.has(article.id) && [twins.get(article.id).same, nameOf(twins.get(article.id).of)],
            reported.get(article.id)?.status,
            reported.get(article.id)?.words,
          ]),
        make: (article) => card(article, reported.get(article.id), twins.get(article.id), readonly, actions),
      });
      // A card made anew, because its article was compared meanwhile, keeps the focus where it was.
      if (held && !held.isConnected)
        cards.keyed.get(held.dataset.article)?.element.querySelector(`.${focused.classList[0]}`)?.focus();
      for (const article of state.articles) {
        const { element: item } = cards.keyed.get(article.id);
        item.classList.toggle('open', state.reading?.article === article.id);
        const outlet = item.querySelector('input.outlet');
        if (outlet && outlet !== item.getRootNode().activeElement && outlet.value !== article.source)
          outlet.value = article.source;
      }
      const [first, ...others] = state.examples;
      keyed(examples, first ? [first, ...others] : [], {
        key: (example) => example.id,
        signature: (example) => example.title,
        make: (example) =>
          example === first
            ? h(
                'button',
                { class: 'primary example', onclick: () => actions.example(example.id) },
                words.empty.example,
              )
            : h(
                'button',
                { class: 'link example', onclick: () => actions.example(example.id) },
                example.title,
              ),
      });
    },
  };
}

/** The dialog. HTML pasted into its text becomes clean paragraphs. */
function createDialog(actions) {
  const outlet = h('input', { autocomplete: 'off', 'aria-describedby': 'outlet-hint' });
  const text = h('textarea', { rows: 14, dir: 'auto', 'aria-required': 'true' });
  const nothing = h('p', { class: 'note', role: 'alert' });
  let pasted = {}; // title, date and url that came with what was pasted
  text.addEventListener('paste', (event) => {
    const fields = fromTransfer(event.clipboardData);
    if (!fields || text.value.trim() !== '') return;
    event.preventDefault();
    ({ ...pasted } = fields);
    text.value = fields.text;
    outlet.value ||= fields.source;
  });
  const confirm = () => {
    const typed = fromText(text.value);
    if (typed.text.trim() === '') {
      nothing.textContent = words.add.nothing;
      text.focus();
      return;
    }
    const known = Object.fromEntries(Object.entries(typed).filter(([, value]) => value !== ''));
    actions.add({ ...pasted, ...known, source: outlet.value.trim() || typed.source });
    element.close();
  };
  const element = h(
    'dialog',
    { class: 'add', 'aria-labelledby': 'add-title' },
    h('h2', { id: 'add-title' }, words.add.title),
    h('label', {}, words.add.outlet, outlet),
    h('p', { class: 'small', id: 'outlet-hint' }, words.add.outletHint),
    h('label', {}, words.add.text, text),
    nothing,
    h(
      'div',
      { class: 'row' },
      h('button', { class: 'primary', onclick: confirm }, words.add.confirm),
      h('button', { class: 'action', onclick: () => element.close() }, words.add.cancel),
    ),
  );
  return {
    element,
    open() {
      outlet.value = '';
      text.value = '';
      nothing.textContent = '';
      pasted = {};
      element.showModal();
      text.focus();
    },
  };
}
