import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test from 'node:test';
import * as model from '../src/model.js';
import { quotationExhibit, speakers } from '../src/utterances.js';

const { request, report } = JSON.parse(readFileSync(new URL('sample-report.json', import.meta.url)));
const texts = new Map(request.articles.map((article) => [article.id, article.text]));
const finding = (check) => report.findings.find((one) => one.check === check);
const marked = (piece, kind) =>
  piece.marks.filter((mark) => mark.kind === kind).map((mark) => piece.text.slice(mark.start, mark.end));

test('findings: high and medium are conflicts, the rest waits', () => {
  const { loud, low, info } = model.splitFindings(report);
  assert.deepEqual([loud.length, low.length, info.length], [4, 1, 1]);
  assert.equal(model.unchecked(report), 2);
  assert.equal(model.comparedArticles(report).length, 3);
});

test('a finding becomes sides of pieces, with the sentence around and what differs', () => {
  const exhibit = model.findingExhibit(finding('quantity_conflict'), texts);
  assert.deepEqual(
    exhibit.sides.map((side) => [side.label, side.pieces.length]),
    [
      ['12 people', 2],
      ['9 people', 1],
    ],
  );
  const [[first, second], [third]] = exhibit.sides.map((side) => side.pieces);
  assert.match(first.text, /^Twelve people were hurt.*said\.$/);
  assert.deepEqual(marked(first, 'differs'), ['Twelve people'], 'no marks: all of it differs');
  assert.deepEqual(marked(second, 'differs'), ['A dozen']);
  assert.deepEqual(marked(second, 'said'), ['A dozen people']);
  assert.deepEqual(
    third.places.map((place) => place.article),
    ['B'],
  );
});

test('the same words in two articles are one piece with two places', () => {
  const copied = structuredClone(finding('polarity_conflict'));
  const [span] = copied.spans;
  copied.spans.splice(1, 0, { ...span, article: 'X' });
  const both = new Map([...texts, ['X', texts.get('A')]]);
  const [piece] = model.findingExhibit(copied, both).sides[0].pieces;
  assert.deepEqual(
    piece.places.map((place) => place.article),
    ['A', 'X'],
  );
});

test('two spans in one sentence share a piece', () => {
  const twice = structuredClone(finding('polarity_conflict'));
  const [span] = twice.spans;
  const start = texts.get('A').indexOf('in January');
  const more = { ...span, utf16: { start, end: start + 10 }, exact: 'in January', marks: [] };
  twice.spans.splice(1, 0, more);
  const [piece] = model.findingExhibit(twice, texts).sides[0].pieces;
  assert.deepEqual(marked(piece, 'differs'), ['passed', 'in January']);
});

test('evidence that is no longer there is shown by its own words, without a place', () => {
  const [piece] = model.findingExhibit(finding('quantity_conflict'), new Map()).sides[0].pieces;
  assert.deepEqual([piece.text, piece.places], ['Twelve people', []]);
  assert.deepEqual(model.findingMarks(finding('quantity_conflict'), 'A', 'another text', 'said'), []);
});

test('a claim shows who carries, who contradicts and who is silent', () => {
  const exhibit = model.claimExhibit(report, report.coverage.rows[0], texts);
  assert.deepEqual(
    exhibit.sides.map((side) => [side.state, side.articles.join('')]),
    [
      ['carries', 'AC'],
      ['contradicts', 'B'],
    ],
  );
  assert.deepEqual(model.claimExhibit(report, report.coverage.rows[2], texts).silent, ['B']);
});

test('quotations: one utterance in three articles is one line, under its speaker', () => {
  const [known, unknown] = speakers(report);
  assert.equal(known.name, 'Tilda Marsh');
  assert.equal(known.quoted.length, 1);
  assert.equal(unknown.name, '');
  assert.equal(unknown.reported.length, 1);
  const exhibit = quotationExhibit(known.quoted[0], texts);
  assert.deepEqual(
    exhibit.sides[0].pieces.map((piece) => piece.places[0].article),
    ['A', 'B', 'C'],
  );
});

test('people: the name and the role beside it in each article, one side a spelling', () => {
  const [marsh] = report.people;
  assert.equal(model.isWrittenTwoWays(marsh), false);
  assert.deepEqual(model.rolesOf(marsh), ['town engineer', 'engineer']);
  const exhibit = model.personExhibit(marsh, texts);
  assert.deepEqual(
    exhibit.sides.map((side) => [side.label, side.articles.join('')]),
    [['Tilda Marsh', 'AB']],
  );
  assert.deepEqual(marked(exhibit.sides[0].pieces[0], 'said'), ['Tilda Marsh', 'town engineer']);
  const slip = structuredClone(marsh);
  slip.articles[1].forms[0].span.exact = 'Tilda Marsch';
  assert.equal(model.isWrittenTwoWays(slip), true);
  assert.equal(model.personExhibit(slip, texts).sides.length, 2);
});

test('every tab has a first thing to look at, and finds it again by its key', () => {
  for (const tab of ['conflicts', 'claims', 'quotations', 'people', 'copy']) {
    const key = model.firstKey(tab, report);
    const exhibit = model.exhibitFor(tab, key, report, texts, (id) => id);
    assert.equal(exhibit.key, key, tab);
    assert.equal(
      model.exhibitFor(tab, 'gone', report, texts, (id) => id),
      null,
    );
  }
});
