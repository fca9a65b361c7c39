// Wordings of one utterance against its base: what the engine found, put where it belongs.
import assert from 'node:assert/strict';
import test from 'node:test';
import { listed, quotationExhibit, speakers } from '../src/utterances.js';
import { placeOf, wordPairs } from '../src/wordpairs.js';

/** A report of one speaker's sentences: {article: text}; the first is the base. */
function said(texts, edits, { name = 'Olu Brandt', group = 'u1' } = {}) {
  const span = (article, exact, from = 0) => {
    const start = texts[article].indexOf(exact, from);
    return { article, exact, utf16: { start, end: start + exact.length } };
  };
  const [base, ...others] = Object.keys(texts);
  return {
    texts: new Map(Object.entries(texts)),
    report: {
      // Not in the order of the utterance.
      quotations: [...others, base].map((article) => ({
        id: `q${article}`,
        article,
        kind: 'direct',
        content: [span(article, texts[article])],
        cue: null,
        speaker: { kind: 'named', name, span: span(article, '') },
        group,
      })),
      utterances: [
        {
          id: group,
          base: `q${base}`,
          variants: others.map((article) => ({
            quotation: `q${article}`,
            parts: (edits[article] ?? []).map(([inBase, here, all, reworded = false]) => ({
              spans: [span(base, inBase), span(article, here)],
              reworded,
              edits: all.map(([before, now, marked = false, trivial = false]) => ({
                kind: before && now ? 'replaced' : before ? 'dropped' : 'added',
                spans: [before && span(base, before), now && span(article, now)],
                marked,
                trivial,
              })),
            })),
          })),
        },
      ],
    },
  };
}

/** A piece as one line: "We will [-never-] close it". */
const line = ({ text, edits }) => {
  let out = '';
  let at = 0;
  for (const { start, end, was, marked } of edits) {
    const sign = marked ? '~' : '';
    out +=
      text.slice(at, start) +
      (was && `[-${sign}${was}]`) +
      (end > start ? `[+${sign}${text.slice(start, end)}]` : '');
    at = end;
  }
  return out + text.slice(at);
};
const only = ({ report, texts }) => {
  const [{ quoted }] = speakers(report);
  return quotationExhibit(quoted[0], texts);
};

test('each wording shows what it left out, put in and exchanged, and what of it is marked', () => {
  const base = 'We will never close the library, because the people of this town built it.';
  const made = said(
    {
      B: base,
      A: 'We will close the [old] library … the people of our town built it.',
      C: 'We’ll never close the library, because the people of this town built it.',
    },
    {
      A: [
        [
          base.slice(0, -1),
          'We will close the [old] library … the people of our town built it',
          [
            ['never', null],
            [null, 'old', true],
            ['because', null, true],
            ['this', 'our'],
          ],
        ],
      ],
      C: [
        [
          base.slice(0, -1),
          'We’ll never close the library, because the people of this town built it',
          [['We will', 'We’ll', false, true]],
        ],
      ],
    },
  );
  const { sides, legend } = only(made);
  const { pieces } = sides[0];
  assert.deepEqual(pieces.map(line), [
    base,
    'We will [-never]close the [[+~old]] library … [-~because]the people of [-this][+our] town built it.',
    'We’ll never close the library, because the people of this town built it.',
  ]);
  assert.deepEqual(
    pieces.map((piece) => piece.note),
    ['The wording that the rest is compared with', '2 changes not marked · 2 marked', 'The same words'],
  );
  assert.equal(legend, true);
});

test('parts of a speech in another order stay where this article has them', () => {
  const made = said(
    { A: 'We will never go. It is quite old.', B: 'It is old. We will go.' },
    {
      B: [
        ['We will never go', 'We will go', [['never', null]]],
        ['It is quite old', 'It is old', [['quite', null]]],
      ],
    },
  );
  assert.equal(line(only(made).sides[0].pieces[1]), 'It is [-quite]old. We will [-never]go.');
});

test('a change that several articles have counts once; spelling is none', () => {
  const base = 'It is over and they’re done.';
  const made = said(
    {
      A: base,
      B: 'It is over.',
      C: 'It is OVER and they’re finished.',
      D: 'It is over and they’re Finished.',
    },
    {
      C: [
        [
          base,
          'It is OVER and they’re finished.',
          [
            ['over', 'OVER', false, true],
            ['done', 'finished'],
          ],
        ],
      ],
      D: [[base, 'It is over and they’re Finished.', [['done', 'Finished']]]],
      B: [['It is over', 'It is over', []]],
    },
  );
  const [{ quoted }] = speakers(made.report);
  assert.deepEqual(quoted[0].changes, { unmarked: 1, marked: 0, reworded: false });
  const notes = only(made).sides[0].pieces.map((piece) => piece.note);
  assert.equal(notes[1], '3 words of it not quoted');
});

test('a wording that is linked through another one alone has no edits, and says so', () => {
  const made = said({ A: 'First part. Second part.', B: 'Third part.' }, {});
  const exhibit = only(made);
  assert.equal(exhibit.legend, false);
  assert.match(exhibit.sides[0].pieces[1].note, /no sentence/);
});

test('who was changed without a mark comes first', () => {
  const quiet = said(
    { A: 'One two.', B: 'One two.' },
    { B: [['One two', 'One two', []]] },
    { name: 'Ann Lee', group: 'u1' },
  );
  const loud = said(
    { A: 'Six ten.', B: 'Six six.' },
    { B: [['Six ten', 'Six six', [['ten', 'six']]]] },
    { name: 'Bo Rask', group: 'u2' },
  );
  for (const one of loud.report.quotations) one.id += '2';
  loud.report.utterances[0].base += '2';
  loud.report.utterances[0].variants[0].quotation += '2';
  const names = speakers({
    quotations: [...quiet.report.quotations, ...loud.report.quotations],
    utterances: [...quiet.report.utterances, ...loud.report.utterances],
  }).map(({ name }) => name);
  assert.deepEqual(names, ['Bo Rask', 'Ann Lee']);
});

test('a report without utterances, or a text that has changed, shows the words as they are', () => {
  const made = said({ A: 'One two.', B: 'One.' }, { B: [['One', 'One', []]] });
  const { utterances, ...older } = made.report;
  const [{ quoted }] = speakers(older);
  assert.deepEqual(
    quotationExhibit(quoted[0], made.texts).sides[0].pieces.map((piece) => [piece.text, piece.note]),
    [
      ['One.', ''],
      ['One two.', ''],
    ],
  );
  const [moved] = only({ ...made, texts: new Map() }).sides[0].pieces;
  assert.deepEqual([moved.text, moved.places, moved.edits], ['One two.', [], undefined]);
});

test('parts of a speech that stand far apart are shown apart', () => {
  const gap = ' More was said. '.repeat(30);
  const made = said({ A: `One two.${gap}Three four.` }, {});
  const [quotation] = made.report.quotations;
  const at = quotation.content[0].exact.indexOf('Three');
  quotation.content = [
    { article: 'A', exact: 'One two.', utf16: { start: 0, end: 8 } },
    { article: 'A', exact: 'Three four.', utf16: { start: at, end: at + 11 } },
  ];
  assert.deepEqual(
    only(made).sides[0].pieces.map((piece) => piece.text),
    ['One two.', 'Three four.'],
  );
});

test('a word that is missing has its place among its neighbours, whatever their spelling', () => {
  const at = (a, b, word) => {
    const place = placeOf(wordPairs(a, b), a.indexOf(word), b.length);
    return `${b.slice(0, place)}^${b.slice(place)}`;
  };
  assert.equal(at('do not ever go', 'don’t go', 'ever'), 'don’t ^go');
  assert.equal(at('the man and the big dog', 'the man and the dog', 'big'), 'the man and the ^dog');
  assert.equal(at('go now', 'Go.', 'now'), 'Go^.');
  assert.equal(at('very well', 'fine', 'very'), 'fine^');
});

test('a line of the list has no comma of the article behind the words', () => {
  const quotation = (...pieces) => ({ content: pieces.map((exact) => ({ exact })) });
  assert.equal(listed(quotation('We open the lock today,')), 'We open the lock today');
  assert.equal(listed(quotation('Today,', 'or never.')), 'Today, … or never.');
});
