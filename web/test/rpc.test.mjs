import assert from 'node:assert/strict';
import test from 'node:test';
import { createComparison } from '../src/comparison.js';
import { createRpc, shareRpc } from '../src/rpc.js';

/** A worker that answers when the test says so. */
class FakeWorker {
  static made = [];
  sent = [];
  terminated = false;
  constructor() {
    FakeWorker.made.push(this);
  }
  cancelled = [];
  postMessage(message) {
    if (message.cancel) this.cancelled.push(message.cancel);
    else this.sent.push(message);
  }
  progress(progress) {
    this.onmessage({ data: { id: this.sent.at(-1).id, progress } });
  }
  terminate() {
    this.terminated = true;
  }
  answer(result) {
    this.onmessage({ data: { id: this.sent.at(-1).id, result } });
  }
  fail(code) {
    this.onmessage({ data: { id: this.sent.at(-1).id, error: { code, message: 'no' } } });
  }
}

function fake() {
  FakeWorker.made = [];
  const rpc = createRpc(() => new FakeWorker());
  return { rpc, worker: () => FakeWorker.made.at(-1), made: FakeWorker.made };
}
const code = (promise) =>
  promise.then(
    () => 'none',
    (error) => error.code,
  );

test('one call at a time, each with its own answer', async () => {
  const { rpc, worker } = fake();
  const first = rpc.call('a', 1);
  const second = rpc.call('b', 2);
  assert.equal(worker().sent.length, 1);
  worker().answer('one');
  assert.equal(await first, 'one');
  assert.deepEqual({ ...worker().sent[1], id: 0 }, { id: 0, method: 'b', params: 2 });
  worker().answer('two');
  assert.equal(await second, 'two');
});

test('a signal takes back its own call alone, waiting or running, and is let go when the call is over', async () => {
  const { rpc, worker } = fake();
  const signals = [1, 2, 3, 4].map(() => new AbortController());
  const calls = signals.map(({ signal }, index) => rpc.call('compare', index, null, signal));
  const codes = calls.map(code);
  signals[2].abort();
  assert.equal(await codes[2], 'superseded');
  const running = worker().sent[0].id;
  signals[0].abort();
  assert.equal(await codes[0], 'superseded');
  assert.deepEqual(worker().cancelled, [running]);
  worker().onmessage({ data: { id: running, error: { code: 'superseded', message: '' } } });
  assert.equal(worker().sent.at(-1).params, 1);
  worker().answer('one');
  assert.equal(await calls[1], 'one');
  signals[1].abort(); // too late to matter
  worker().answer('three');
  assert.equal(await calls[3], 'three');
  assert.equal(worker().sent.length, 3);
  assert.equal(worker().cancelled.length, 1);
});

test('the latest wins: what waits is not made, what runs is not heard', async () => {
  const { rpc, worker } = fake();
  const codes = [code(rpc.latest('compare', 1)), code(rpc.latest('compare', 2))];
  const last = rpc.latest('compare', 3);
  assert.deepEqual(await Promise.all(codes), ['superseded', 'superseded']);
  worker().answer('one, too late');
  assert.equal(worker().sent.length, 2, 'the second was never sent');
  worker().answer('three');
  assert.equal(await last, 'three');
});

test('what runs and counts no more is asked to end early; doing so costs no worker', async () => {
  const { rpc, worker, made } = fake();
  const told = [];
  const first = code(rpc.latest('compare', 1, (progress) => told.push(progress)));
  worker().progress({ read: 1, of: 9 });
  const second = rpc.latest('compare', 2);
  worker().progress({ read: 2, of: 9 });
  assert.equal(await first, 'superseded');
  assert.deepEqual(worker().cancelled, [worker().sent[0].id]);
  assert.deepEqual(told, [{ read: 1, of: 9 }], 'no word from what counts no more');
  worker().fail('superseded');
  worker().answer('two');
  assert.equal(await second, 'two');
  assert.equal(made.length, 1);
});

test('a halt ends what runs at once, and the next call has a fresh worker', async () => {
  const { rpc, worker, made } = fake();
  const halted = code(rpc.latest('compare', 1));
  rpc.halt('compare');
  assert.equal(await halted, 'superseded');
  assert.ok(made[0].terminated);
  const next = rpc.latest('compare', 2);
  worker().answer('two');
  assert.equal(await next, 'two');
  rpc.halt('compare');
  assert.equal(made[1].terminated, false, 'nothing runs, nothing is ended');
});

test('after a crash the next call starts a fresh worker', async () => {
  const { rpc, worker, made } = fake();
  const crashed = code(rpc.call('compare', 1));
  const next = rpc.call('compare', 2);
  worker().fail('crashed');
  assert.equal(await crashed, 'crashed');
  assert.ok(made[0].terminated);
  assert.equal(made.length, 2);
  worker().answer('two');
  assert.equal(await next, 'two');
});

test('a worker that does not load, and a closed one, say so', async () => {
  const { rpc, worker } = fake();
  const call = code(rpc.call('compare', 1));
  worker().onerror({ message: undefined });
  assert.equal(await call, 'not_loaded');
  const waiting = code(rpc.call('compare', 2));
  rpc.close();
  assert.equal(await waiting, 'closed');
  assert.equal(await code(rpc.call('compare', 3)), 'closed');
});

test('several who share a worker take back nothing of each other; with the last one it goes', async () => {
  FakeWorker.made = [];
  const join = shareRpc(() => new FakeWorker());
  const [a, b] = [join(), join()];
  const codes = [a.latest('compare', 'a1'), b.latest('compare', 'b1'), a.latest('compare', 'a2')].map(code);
  const [worker] = FakeWorker.made;
  worker.answer('of no use any more');
  assert.equal(worker.sent.at(-1).params, 'b1');
  a.halt('compare'); // waits: the other's goes on
  assert.equal(worker.terminated, false);
  worker.answer('b1');
  assert.deepEqual(await Promise.all(codes), ['superseded', 'none', 'superseded']);
  const last = [a.call('compare', 'a3'), b.call('compare', 'b2')].map(code);
  a.close();
  a.close(); // counts once
  assert.equal(worker.terminated, false);
  assert.equal(await code(a.call('compare')), 'closed');
  worker.answer('late');
  worker.answer('b2');
  assert.deepEqual(await Promise.all(last), ['closed', 'none']);
  b.close();
  assert.equal(worker.terminated, true);
  const next = join().call('compare', 1);
  FakeWorker.made[1].answer('anew');
  assert.equal(await next, 'anew');
});

function comparing(articles) {
  const said = [];
  const { rpc, worker } = fake();
  const state = { articles };
  const comparison = createComparison(rpc, {
    articles: () => state.articles,
    report: (report) => said.push(['report', report]),
    refused(article, error) {
      said.push(['refused', article.id, error.message]);
      state.articles = state.articles.map((one) =>
        one === article ? { ...one, problem: error.message } : one,
      );
    },
    failed: (error) => said.push(['failed', error.code]),
    busy: () => {},
  });
  const turn = () => new Promise((done) => setImmediate(done));
  const ids = () =>
    worker()
      .sent.at(-1)
      .params.articles.map((article) => article.id)
      .join('');
  return { comparison, worker, said, state, turn, ids };
}
const refusal = JSON.stringify({
  error: { code: 'too_large', where: '/articles/1/text', message: 'too long' },
});

test('comparison: an unchanged report is not told twice', async () => {
  const { comparison, worker, said, turn } = comparing([{ id: 'A', text: 'a' }]);
  for (let round = 0; round < 2; round += 1) {
    comparison.now();
    worker().answer('{"findings":[]}');
    await turn();
  }
  assert.equal(said.length, 1);
});

test('comparison: an article that is refused leaves the others', async () => {
  const { comparison, worker, said, turn, ids } = comparing([{ id: 'A' }, { id: 'B' }, { id: 'C' }]);
  comparison.now();
  assert.equal(ids(), 'ABC');
  worker().answer(refusal);
  await turn();
  assert.deepEqual(said, [['refused', 'B', 'too long']]);
  assert.equal(ids(), 'AC');
});

test('comparison: a refusal of what was edited meanwhile is not heard', async () => {
  const { comparison, worker, said, state, turn } = comparing([{ id: 'A' }, { id: 'B', text: 'long' }]);
  comparison.now();
  state.articles = [state.articles[0], { id: 'B', text: 'short' }];
  worker().answer(refusal);
  await turn();
  assert.deepEqual(said, []);
});

test('comparison: who asks hears the report, once the articles that were refused are left out', async () => {
  const { comparison, worker, turn, state } = comparing([{ id: 'A' }, { id: 'B' }]);
  const asked = comparison.compare();
  worker().answer(refusal);
  await turn();
  state.articles = [{ id: 'C' }]; // another now, by hand
  worker().answer('{"findings":["A"]}');
  assert.deepEqual(await asked, { findings: ['A'] });
  const same = comparison.compare();
  worker().answer('{"findings":["A"]}');
  assert.deepEqual(await same, { findings: ['A'] }, 'also where it is what it was');
  const failed = code(comparison.compare());
  worker().answer('{"error":{"code":"bad_request","where":"/id","message":"m"}}');
  assert.equal(await failed, 'bad_request');
  for (const [name, act] of [
    ['superseded', comparison.forget],
    ['stopped', comparison.stop],
    ['closed', comparison.close],
  ]) {
    const ended = code(comparison.compare());
    act();
    assert.equal(await ended, name);
  }
});

test('comparison: an error of the whole request, and an answer that is no JSON', async () => {
  const { comparison, worker, said, turn } = comparing([{ id: 'A' }]);
  comparison.now();
  worker().answer('{"error":{"code":"too_large","where":"","message":"m"}}');
  await turn();
  comparison.now();
  worker().answer('{');
  await turn();
  assert.deepEqual(said, [
    ['failed', 'too_large'],
    ['failed', 'unreadable'],
  ]);
});
