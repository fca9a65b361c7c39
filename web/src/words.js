// Every word of the interface, so that it can be read in one go and translated. Messages and reasons of
// findings come from the engine. Say what the articles say, not what is true.

const number = new Intl.NumberFormat('en-GB');
/** @param {number} n */
export const count = (n, one, many = `${one}s`) => `${number.format(n)} ${n === 1 ? one : many}`;
/** "A", "A and B", "A, B and C" @param {string[]} items */
export const list = (items) => new Intl.ListFormat('en-GB').format(items);

const months = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');
/** An ISO date as it was given, in its own zone; anything else as it is. @param {string} date */
export function shortDate(date) {
  const match = /^(\d{4})-(\d\d)-(\d\d)(?:[T ](\d\d:\d\d))?/.exec(date);
  if (!match || !months[match[2] - 1]) return date;
  return `${Number(match[3])} ${months[match[2] - 1]} ${match[1]}${match[4] ? `, ${match[4]}` : ''}`;
}

export const words = {
  panel: 'Crossread',
  empty: {
    promise: 'Crossread reads several articles about one event and shows where they do not agree.',
    specimen: [
      ['A', 'The stand gave way and ', '23 people', ' were hurt, the fire chief said.'],
      ['B', 'The stand gave way and ', '32 people', ' were hurt.'],
    ],
    how: (key) => `Paste an article with ${key}, or drop files here. Then the next one.`,
    example: 'Open the example',
    others: 'or',
    private: 'The articles stay in this browser. Nothing is sent anywhere.',
    readonly: 'There is no report here yet.',
  },
  add: {
    region: 'Articles',
    type: 'Paste or type an article',
    choose: 'Choose files',
    short: 'Add an article',
    drop: 'Drop to add',
    title: 'Paste or type an article',
    outlet: 'Outlet',
    outletHint: 'So that findings can call it by name',
    text: 'Text',
    confirm: 'Add article',
    cancel: 'Cancel',
    nothing: 'There is no text yet.',
  },
  article: {
    name: (siglum) => `Outlet of article ${siglum}`,
    unnamed: 'Outlet',
    open: (siglum, title) => `Open article ${siglum}: ${title}`,
    noText: 'No text',
    words: (n) => count(n, 'word'),
    remove: (name) => `Remove ${name}`,
    removed: (name) => `${name} was removed.`,
    undo: 'Put it back',
    duplicate: {
      text: (siglum, name) => `The same text as ${name === siglum ? siglum : `${siglum}, ${name}`}`,
      address: (siglum, name) => `The same address as ${name === siglum ? siglum : `${siglum}, ${name}`}`,
    },
    several: (n) => `This looks like ${count(n, 'article')} in one text.`,
    divide: (n) => `Divide into ${number.format(n)}`,
    keepWhole: 'Keep as one',
    divided: (n) => `Divided into ${count(n, 'article')}.`,
    join: 'Join them again',
    problem: 'Not read',
    refused: 'Not compared',
    status: {
      empty: 'Not compared: it has no text',
      too_large: 'Not compared: it is longer than 1 MiB',
      not_english: 'Not compared: it is not in English',
      other_event: 'Not compared: it is about another event',
    },
  },
  file: {
    binary: (name) =>
      `${name} is not a text file. Save the article as .txt, .md, .html or .docx and drop it again.`,
    encoding: (name) => `${name} is not in UTF-8. Save it as UTF-8 text and drop it again.`,
    empty: (name) => `${name} has no text in it.`,
    too_large: (name, megabytes, limit) =>
      `${name} has ${megabytes} MB; a file of its kind may have ${limit}. Drop the article alone.`,
    unreadable: (name) => `${name} could not be read. If it is a folder, drop the files in it.`,
    docx: (name) =>
      `${name} is damaged or no Word file. Open it in its program, save it as .docx and drop it again.`,
    mail: (name) =>
      `${name} is damaged or no mail. Save it from its program as .eml and drop it again, or paste its text.`,
    json: (name) => `${name} is not valid JSON. Export it again, or paste the article's text.`,
    json_unknown: (name) =>
      `${name} holds no article in a form known here: ninjs news items, or Crossread's own report or request.`,
    report: (name) =>
      `${name} is a report without its articles' texts, so it cannot be reopened. Export it with the texts.`,
    not_loaded: (name) =>
      `The reader for ${name} did not load. Reload the page, or paste the article's text.`,
    broken: (name) => `${name} could not be read. Paste the article's text instead.`,
  },
  tabs: {
    conflicts: 'Conflicts',
    claims: 'Claims',
    quotations: 'Quotations',
    people: 'People',
    copy: 'Copy',
    texts: 'Texts',
  },
  tabsLabel: 'What to look at',
  summary: {
    articles: (n) => count(n, 'article'),
    conflicts: (n, dismissed) =>
      n ? count(n, 'conflict') : dismissed ? 'no other conflict found' : 'no conflict found',
    dismissed: (n) => `${number.format(n)} dismissed`,
    origins: (n) => count(n, 'origin'),
    busy: 'Comparing…',
    progress: ({ read, of }) => `${number.format(read)} of ${number.format(of)} articles read`,
    stop: 'Stop',
    stopped: 'Stopped before the articles as they are now were compared.',
    resume: 'Compare them',
    stale: 'The articles as they are now have not been compared.',
  },
  severity: { high: 'High', medium: 'Medium', low: 'Low', info: 'Note' },
  glyph: { high: '●', medium: '◐', low: '○', info: '·' },
  family: {
    quote: 'Quotation',
    quote_attribution: 'Who said it',
    name: 'Name',
    role: 'Role',
    entity: 'Who or what',
    number: 'Number',
    date: 'Date',
    place: 'Place',
    polarity: 'Yes or no',
    status: 'Planned or held',
    modality: 'How sure',
    attribution: 'Source',
    participants: 'Who took part',
    text_reuse: 'Shared copy',
    single_source: 'One source only',
    agreement: 'Agreement',
  },
  findings: {
    low: (n) => count(n, 'smaller difference'),
    info: (n) => count(n, 'note'),
    dismissed: (n) => `${number.format(n)} dismissed`,
    allDismissed: 'Every conflict that was found has been dismissed.',
    one: 'Add a second article about the same event to compare them.',
    fewer: 'Fewer than two articles could be compared. The cards above say why.',
    clean: (claims, kinds, unchecked) =>
      `No conflict found among ${count(claims, 'claim')} in ${count(kinds, 'kind')}. ` +
      `That is not proof that they agree${unchecked ? `: ${number.format(unchecked)} could not be checked` : ''}.`,
  },
  verdict: {
    region: 'Verdict',
    confirm: 'Confirm',
    dismiss: 'Dismiss',
    why: 'Dismiss it because it is',
    reasons: {
      no_conflict: 'Not a conflict',
      two_things: 'Two different things',
      style: 'A matter of style',
      known: 'Already known',
      other: 'Something else',
    },
    glyph: { confirmed: '✓', dismissed: '✕' },
    decided: { confirmed: 'Confirmed', dismissed: 'Dismissed' },
    confirmed: () => 'Confirmed',
    dismissed: (reason) => `Dismissed: ${reason.toLowerCase()}`,
    undo: 'Take back',
    note: 'Note',
    edit: 'Edit note',
    done: 'Done',
    noteLabel: 'Your note',
    noted: (readonly) => (readonly ? 'Note' : 'Your note'),
  },
  filter: {
    open: 'Filter',
    families: 'Kind',
    articles: 'Article',
    article: (siglum, label) => (label === siglum ? siglum : `${siglum} ${label}`),
    shown: (n, all) => `${number.format(n)} of ${count(all, 'conflict')} shown`,
    clear: 'Clear',
    nothing: 'No conflict passes the filter.',
  },
  exhibit: {
    pick: 'The evidence of a chosen line stands here.',
    side: (names, origins) =>
      origins > 0 && names.length > 1 ? `${list(names)} · ${count(origins, 'origin')}` : list(names),
    show: (siglum, label) => (label === siglum ? `Show in ${siglum}` : `Show in ${siglum}, ${label}`),
    silent: (names) => `Silent: ${list(names)}`,
    further: (left) => `Show more (${number.format(left)} left)`,
    why: 'Why',
    check: 'Check',
    texts: 'Show in the texts',
    back: 'Back',
    moved: 'The text has changed since; this place is no longer in it.',
  },
  states: {
    carries: ['●', 'carries'],
    contradicts: ['✕', 'contradicts'],
    qualifies: ['◑', 'qualifies'],
    disputed: ['≠', 'disputed'],
    silent: ['·', 'silent'],
    unclear: ['?', 'unclear'],
  },
  sides: {
    carries: 'Carry it',
    contradicts: 'Contradict it',
    qualifies: 'Qualify it',
    disputed: 'Give it as disputed',
    unclear: 'Not compared with this wording',
  },
  claims: {
    kind: 'Claim',
    caption: (base) => `Which article carries which claim${base ? `, compared with ${base}` : ''}`,
    base: 'Claims of',
    noBase: 'all articles',
    sort: 'Sort by',
    orders: { conflict: 'conflict', outlets: 'number of articles' },
    order: (name) => `order in ${name}`,
    others: (n, name) => `${count(n, 'claim')} that ${name} does not make`,
    column: 'Claim',
    support: (articles, origins) => `${count(articles, 'article')}, ${count(origins, 'origin')}`,
    single: (n) => `${count(n, 'claim')} that one article alone makes`,
    none: 'No claim was found.',
    cell: (siglum, state) => `${siglum} ${state}`,
  },
  quotations: {
    kind: 'Quotation',
    unknown: 'Speaker not known',
    // "2 changes not marked, 1 marked", in other words
    changes: ({ unmarked = 0, marked = 0, reworded = false }) =>
      [
        unmarked && `${count(unmarked, 'change')} not marked`,
        marked && `${unmarked ? number.format(marked) : count(marked, 'change')} marked`,
        reworded && 'in other words',
      ]
        .filter(Boolean)
        .join(' · '),
    differs: ({ fewer, more, ...changes }) =>
      [
        words.quotations.changes(changes),
        fewer && `${count(fewer, 'word')} of it not quoted`,
        more && `${count(more, 'other word')} quoted`,
      ]
        .filter(Boolean)
        .join(' · ') || 'The same words',
    base: 'The wording that the rest is compared with',
    apart: 'Shares no sentence with the first wording',
    del: 'left out',
    ins: 'added',
    unmarked: 'without a mark',
    marked: 'marked by an ellipsis or brackets',
    spoken: {
      del: (marked) => (marked ? 'left out, marked:' : 'left out:'),
      ins: (marked) => (marked ? 'added, marked:' : 'added:'),
    },
    reported: (n) => `${number.format(n)} in reported speech`,
    onlyReported: (n) => `${count(n, 'speaker')} in reported speech only`,
    none: 'No quotation was found.',
    headline: (speaker, n) => `What ${speaker} said, in ${count(n, 'article')}`,
    headlineUnknown: (n) => `What was said, in ${count(n, 'article')}`,
  },
  people: {
    kind: 'Person',
    headline: (name, n) => `${name}, named in ${count(n, 'article')}`,
    twoWays: 'Written in two ways',
    roles: 'Roles',
    single: (n) => `${count(n, 'person', 'people')} whom one article alone names`,
    none: 'No person was found.',
  },
  copy: {
    kind: 'Shared copy',
    intro: (articles, origins) =>
      articles === origins
        ? `${count(articles, 'article')}, each in its own words.`
        : `${count(articles, 'article')} from ${count(origins, 'origin')}.`,
    own: 'Own words',
    shared: 'One origin',
    pairs: 'Who shares whose words',
    pair: (a, b, n) => `${a} and ${b} share ${count(n, 'word')}`,
    shares: (a, ofA, b, ofB) => `${ofA} of ${a}, ${ofB} of ${b}`,
    percent: (share) => `${Math.round(share * 100)}%`,
    heatmap: 'How much of each article (row) stands in each other one (column)',
    same: 'the article itself',
    none: 'No two articles share a passage.',
  },
  texts: {
    shown: 'Articles shown',
    together: 'Scroll together',
    shared: 'Mark shared copy',
    steps: 'From conflict to conflict',
    previous: 'Previous',
    next: 'Next',
    place: (i, n) => `${number.format(i)} of ${number.format(n)}`,
    hint: (n) =>
      n ? `${count(n, 'conflict')} marked in these texts.` : 'No conflict is marked in these texts.',
    evidence: 'Evidence',
  },
  reader: {
    region: (name) => `Text of ${name}`,
    articles: 'Articles',
    back: 'Back',
    edit: 'Edit',
    done: 'Done',
    source: 'Outlet',
    title: 'Title',
    date: 'Date',
    dateHint: 'as 2026-03-14T08:30Z',
    url: 'Address',
    text: 'Text',
    original: 'Original page',
  },
  export: {
    button: 'Export',
    menu: 'Export as a file',
    formats: {
      html: ['Document', 'HTML, to read or to print'],
      markdown: ['Markdown', 'Text for notes and messages'],
      csv: ['Table', 'CSV, one finding a row'],
      annotations: ['Annotations', 'W3C Web Annotation, JSON-LD'],
      json: ['Report and articles', 'JSON, with the full text of every article'],
    },
    saved: (name) => `${name} is among the downloads.`,
    copy: 'Copy with sources',
    copied: 'Copied.',
    notCopied: 'The browser did not allow it.',
    about: 'Articles that Crossread compared, in full text, and its report on them.',
    title: (names) => (names ? `Compared: ${names}` : 'Nothing compared'),
    made: (date) => `Made by Crossread on ${shortDate(date)}. Quotations of the evidence only.`,
    articles: 'Articles',
    checked: 'What was checked',
    quoted: (text) => `“${text}”`,
    columns: ['Id', 'Severity', 'Score', 'Kind', 'Finding', 'Why', 'Check', 'Verdict', 'Reason', 'Note'],
    dismissed: (n) => `${count(n, 'finding')} that the reader dismissed`,
    note: (text) => `Note: ${text}`,
    sideColumns: (n) => [`Side ${n}`, `Outlets ${n}`, `Words ${n}`, `Links ${n}`],
  },
  reopened: ({ otherVersion, gone, come, judged }) => {
    const are = (n) => (n === 1 ? 'is' : 'are');
    const changes = [
      gone && `${count(gone, 'finding')} of the saved report ${are(gone)} gone`,
      come && `${gone ? number.format(come) : count(come, 'finding')} ${are(come)} new`,
    ].filter(Boolean);
    return (
      `${otherVersion ? 'This report was saved by another version of Crossread. ' : ''}` +
      `Compared afresh, ${changes.join(' and ')}.` +
      `${judged ? ` ${number.format(judged)} of those gone had a verdict or a note.` : ''}`
    );
  },
  checked: {
    done: (kinds, claims) => `Checked: ${count(kinds, 'kind')} in ${count(claims, 'claim')}.`,
    not: (n) => (n ? `Could not check: ${number.format(n)}.` : 'Nothing was left unchecked.'),
    kinds: 'Kinds checked',
    reasons: 'Could not be checked',
  },
  about: {
    open: 'About Crossread',
    close: 'Close',
    loading: 'Loading…',
    missing: 'The licences could not be loaded. They are beside Crossread’s files, in NOTICE.',
  },
  bring: {
    open: 'Add from an open tab',
    drag: 'Drag this to the bookmarks bar:',
    name: 'Copy for Crossread',
    use: (key) =>
      `On the page of an article, click it: it copies the article, or what you have selected, and sends nothing. Then come back and paste with ${key}.`,
    copied:
      'It works from the bookmarks bar. Its address is on the clipboard now: to add it by hand, make a bookmark and paste that as its address.',
    /** What it says there; # is the number of words. */
    there: {
      copied: 'Copied for Crossread (words: #). Paste it there.',
      nothing: 'No article was found here. Select its text and try again.',
      failed: 'The browser did not allow it to be copied.',
    },
  },
  keep: {
    region: 'What is kept',
    loading: 'Nothing you add leaves this browser.',
    loaded: 'Loaded: comparing makes no request. Nothing you add leaves this browser.',
    offline: 'Works offline: no request is made any more, and nothing leaves this browser.',
    file: 'One file: it can ask nobody for anything, and works offline.',
    device: 'Keep the articles on this device',
    forget: 'Forget the articles',
    forgotten: 'Forgotten: no article is kept, in this tab or on this device.',
    full: 'This browser has no room to keep the last change: a reload would lose it.',
    forbidden: 'This browser forbids keeping anything: a reload loses the articles.',
  },
  problem: {
    forbidden: (source, directive) =>
      `The comparison engine may not run here: ${source} is missing in ${directive} of the Content-Security-Policy.`,
    worker: 'The comparison engine did not load: its worker is not served, or not as text/javascript.',
    not_loaded:
      'The comparison engine did not load. If trying again does not help, copy what you typed, then reload the page.',
    retry: 'Try again',
    crashed: 'The comparison broke off. Change or remove the last article and it starts afresh.',
    outside: 'The panel is not in a document.',
    unreadable: 'The comparison gave an answer that this page cannot read. Reload the page.',
    examples: 'The examples could not be loaded.',
    clipboard: 'There was no text in what was pasted.',
    request: (message) => `The articles could not be compared: ${message}`,
  },
};
