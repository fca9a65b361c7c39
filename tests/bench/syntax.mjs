// Tags and dependencies beside a peer in the same run: `crossread syntax` as a whole process, the WASM
// module, and wink-nlp's tagger in Node; and, where a treebank is given, the share of right universal tags
// of each. Ratios count: machines are noisy. Run by tools/dev bench, which fetches the peer.
//
//   node tests/bench/syntax.mjs [--runs 9] [--treebank FILE.conllu]

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { loadWasm, root, syntaxNatively } from '../parity/support.mjs';

const option = (name, usual) => {
  const at = process.argv.indexOf(`--${name}`);
  return at < 0 ? usual : process.argv[at + 1];
};
const runs = Number(option('runs', 9));
const treebank = option('treebank', join(root, '../shared/data/syntax/dev.conllu'));
const peers = join(root, 'build/bench/peers');

const text = readdirSync(join(root, 'examples'), { recursive: true })
  .filter((file) => file.endsWith('.txt'))
  .sort()
  .map((file) => readFileSync(join(root, 'examples', file), 'utf8'))
  .join('\n\n');
const long = `${text}\n\n`.repeat(20);

const wasm = await loadWasm();

/** {tags(text): [{text, tag}]} of wink-nlp, or nothing if it is not installed. */
function loadWink() {
  if (!existsSync(join(peers, 'node_modules/wink-nlp'))) return undefined;
  const require = createRequire(join(peers, 'package.json'));
  const nlp = require('wink-nlp')(require('wink-eng-lite-web-model'), ['sbd', 'pos']);
  const { its } = nlp;
  return {
    tags(input) {
      const tokens = nlp.readDoc(input).tokens();
      const words = tokens.out(its.value);
      const tags = tokens.out(its.pos);
      return words.map((word, i) => ({ text: word, tag: tags[i] }));
    },
  };
}

const rows = (conllu) =>
  conllu
    .split('\n')
    .filter((line) => /^\d+\t/.test(line))
    .map((line) => line.split('\t'));
const tagsOf = (conllu) => rows(conllu).map((row) => ({ text: row[1], tag: row[3] }));

/** Our tokens a second, of any of the readers. */
function rate(read) {
  const began = performance.now();
  read();
  return tokens / ((performance.now() - began) / 1e3);
}

function inPairs(name, a, b) {
  const median = (list) => [...list].sort((x, y) => x - y)[list.length >> 1];
  a();
  b();
  const pairs = Array.from({ length: runs }, () => [rate(a), rate(b)]);
  const ratio = median(pairs.map(([x, y]) => x / y));
  const rates = [0, 1].map((side) => Math.round(median(pairs.map((pair) => pair[side])) / 1e3));
  console.log(`${name}: ${rates[0]},000 against ${rates[1]},000 tokens/s, ratio ${ratio.toFixed(2)}`);
}

const wink = loadWink();
const tokens = rows(wasm.syntax(long)).length;
const native = () => syntaxNatively(long);
const module = () => wasm.syntax(long);
inPairs('tags and dependencies, native process against WASM module', native, module);
if (wink) {
  inPairs('WASM module (tags and dependencies) against wink-nlp (tags)', module, () => wink.tags(long));
} else {
  console.log('wink-nlp is not installed: not compared');
}

/**
 * Share of the treebank's tokens whose universal tag is right. Both sides are laid over the characters of
 * the text without white space; a token counts where one of the tagger's begins and ends with it. Proper
 * nouns and auxiliaries count as nouns and verbs too: wink-nlp draws those lines elsewhere.
 */
function accuracy(gold, read) {
  const coarse = { PROPN: 'NOUN', AUX: 'VERB' };
  const places = (tokens) => {
    let at = 0;
    return tokens.map(({ text: word, tag }) => {
      const begin = at;
      at += word.replace(/\s/g, '').length;
      return { key: `${begin}-${at}`, tag };
    });
  };
  let right = 0;
  let rightCoarse = 0;
  let all = 0;
  for (const sentence of gold) {
    const found = new Map(places(read(sentence.text)).map(({ key, tag }) => [key, tag]));
    for (const { key, tag } of places(sentence.tokens)) {
      const guess = found.get(key);
      all += 1;
      right += guess === tag;
      rightCoarse += (coarse[guess] ?? guess) === (coarse[tag] ?? tag);
    }
  }
  return [right, rightCoarse].map((n) => `${((100 * n) / all).toFixed(1)} %`);
}

if (existsSync(treebank)) {
  const gold = readFileSync(treebank, 'utf8')
    .split(/\n\n+/)
    .filter((block) => block.includes('# text = '))
    .map((block) => ({ text: /# text = (.*)/.exec(block)[1], tokens: tagsOf(block) }));
  const say = (name, [fine, coarse]) =>
    console.log(`${name}: universal tags right ${fine}, coarse ${coarse}`);
  say(
    'crossread, sentence by sentence',
    accuracy(gold, (sentence) => tagsOf(wasm.syntax(sentence))),
  );
  if (wink)
    say(
      'wink-nlp, sentence by sentence',
      accuracy(gold, (sentence) => wink.tags(sentence)),
    );
} else {
  console.log('no treebank at hand: tags are not scored');
}
