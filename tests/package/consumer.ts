// What a user of the package writes; compiled by node.test.mjs, never run. Each `@ts-expect-error` is a mistake
// that the types must catch.
import { AbortError, type Article, compare, compareText, CrossreadError, init, type Report } from 'crossread';
import { Draft, follow } from 'crossread/draft';
import { CrossreadPanel, type CrossreadPanelEventMap, type Verdicts } from 'crossread/element';
import 'crossread/element/define';
import { connect, type CrossreadFrame } from 'crossread/embed';
import { compare as inline } from 'crossread/inline';
import { compare as inNode } from 'crossread/node';

const articles: readonly Article[] = [{ text: 'One.' }, { source: 'Meridian', text: 'Two.' }];

export async function use(signal: AbortSignal): Promise<string[]> {
  const { version } = await init({ wasm: new URL('https://example.org/crossread.wasm'), worker: 'blob' });
  await init({ wasm: fetch('crossread.wasm'), model: new Uint8Array(2), worker: false });
  try {
    const report: Report = await compare(articles, { id: version }, { signal, progress: ({ read }) => read });
    const text: string = await compareText(articles);
    const others: Report[] = [await inline(articles), await inNode(articles)];
    return [text, ...others.concat(report).flatMap((one) => one.findings.map(({ message }) => message))];
  } catch (error) {
    if (error instanceof AbortError) return [error.name];
    if (error instanceof CrossreadError) return [error.code, error.where];
    throw error;
  }
}

const panel: CrossreadPanel = document.createElement('crossread-panel');
panel.articles = articles;
panel.options = { id: 'story-17' };
panel.verdicts = { f1: { verdict: 'confirmed' } } satisfies Verdicts;

export async function host(editor: { select(start: number, end: number): void }): Promise<string> {
  panel.addEventListener('crossread-report', ({ detail }) => console.log(detail.report.findings.length));
  panel.addEventListener('crossread-error', ({ detail: { code, where, message } }) => console.log(code + where + message));
  panel.addEventListener('crossread-progress', ({ detail }) => console.log(detail.read / detail.of));
  panel.addEventListener('crossread-verdict', ({ detail }) => console.log(detail.verdicts[detail.id ?? '']?.note));
  document.addEventListener('crossread-select', ({ detail: { article, span } }) => {
    if (article === 'draft' && span) editor.select(span.start, span.end);
  });
  const listener = (event: CrossreadPanelEventMap['crossread-articles']) => console.log(event.detail);
  panel.addEventListener('crossread-articles', listener);
  panel.removeEventListener('crossread-articles', listener);
  const report: Report | null = await panel.compare();
  panel.clear();
  panel.open(panel.save());
  panel.add([{ text: 'Three.' }]);
  await Promise.all([panel.load(), panel.addFiles([])]);
  panel.focusResults();
  return report?.id ?? panel.articles[0]?.source ?? '';
}

export function beside(editor: { words: string; position: number; select(from: number, to: number): void }): () => void {
  const read = (): Draft<number> => {
    const draft = new Draft<number>({ source: 'Desk', title: 'Harbour' });
    draft.paragraph();
    draft.add(editor.words, editor.position);
    return draft;
  };
  const changed = follow(
    { read, select: (from, to) => editor.select((from.place ?? 0) + from.offset, (to.place ?? 0) + to.offset) },
    { panel, pause: 500 },
  );
  return changed;
}

export async function inFrame(iframe: HTMLIFrameElement): Promise<string> {
  const frame: CrossreadFrame = connect(iframe, { origin: 'https://tools.example', maxHeight: 900 });
  const { version } = await frame.ready;
  frame.articles = articles;
  frame.attributes = { compact: true };
  frame.theme = { 'color-scheme': 'dark', '--crossread-accent': '#0a5' };
  frame.addEventListener('report', ({ detail }) => console.log(detail.report?.findings.length));
  frame.addEventListener('select', ({ detail: { span } }) => span && console.log(span.end - span.start));
  frame.addEventListener('error', ({ detail }) => console.log(detail.code + detail.where));
  const report: Report | null = await frame.compare(articles, { id: version });
  await frame.open(await frame.save());
  frame.close();
  return report?.id ?? frame.articles?.[0]?.source ?? '';
}

// @ts-expect-error an article has a text
compare([{ source: 'Meridian' }]);
// @ts-expect-error no such way to work
init({ worker: true });
// @ts-expect-error a model can't be a module
init({ model: new WebAssembly.Module(new Uint8Array()) });
// @ts-expect-error a report is no text
panel.report = '{}';
// @ts-expect-error no such detail
panel.addEventListener('crossread-report', ({ detail }) => detail.articles);
// @ts-expect-error a frame is asked, not told, what it is
connect(document.createElement('iframe')).ready = null;
// @ts-expect-error the text is what is added
new Draft({ text: 'One.' });
// @ts-expect-error no such property
connect(document.createElement('iframe')).theme = { accent: 'red' };
// @ts-expect-error light or dark
connect(document.createElement('iframe')).theme = { 'color-scheme': 'blue' };
