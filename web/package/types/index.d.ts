/** Why there is no report. */
export class CrossreadError extends Error {
  constructor(code: string, message?: string, where?: string);
  /**
   * `not_loaded`: the engine could not be had. `crashed`: it failed; the next call has a fresh one.
   * `closed`: `close()` was called meanwhile. `aborted`: see AbortError. Others are the request's own,
   * as docs/embedding.md has them: `bad_request`, `missing_text`, `duplicate_id`, `too_many_articles`, `too_large`.
   */
  readonly code: string;
  /** A JSON pointer into the request, or ''. */
  readonly where: string;
}

/** The signal given to `compare` was aborted. `name` is 'AbortError', `code` is 'aborted'. */
export class AbortError extends CrossreadError {
  constructor();
}

export interface Article {
  /** Unique; 'A', 'B', 'C', … without it. */
  id?: string;
  /** The outlet's name, which findings use. */
  source?: string;
  title?: string;
  /** ISO 8601: lets "on Friday" become a day. */
  date?: string;
  url?: string;
  text: string;
}

export type Bytes = ArrayBuffer | ArrayBufferView;
type Eventually<T> = T | Promise<T>;

export interface InitOptions {
  /** crossread.wasm: its address, bytes, an answer to a fetch, or the compiled module. */
  wasm?: Eventually<string | URL | Bytes | Response | WebAssembly.Module>;
  /** en.model, likewise. */
  model?: Eventually<string | URL | Bytes | Response>;
  /**
   * Where the work is done: in a worker of the same origin beside the module (the default); in this worker's
   * address; in a worker that this function makes; 'blob', in one made from a blob, for a module that comes from
   * another origin; false, in the calling thread. Where the page lets no worker start, it is the calling thread.
   */
  worker?: string | URL | (() => Worker) | 'blob' | false;
}

/**
 * Loads the engine ahead of the first comparison. Later calls give the first one's answer and their options
 * are not read, unless it failed or `close()` was called.
 */
export function init(options?: InitOptions): Promise<{ version: string }>;

export interface CompareOptions {
  /** Comes back as the report's `id`. */
  id?: string;
}

export interface CallOptions {
  signal?: AbortSignal;
  /** A slow comparison has read so many of so many articles. */
  progress?: (progress: { read: number; of: number }) => void;
}

/** Compares articles. Calls are answered one after the other. */
export function compare(
  articles: readonly Article[],
  options?: CompareOptions,
  call?: CallOptions,
): Promise<Report>;

/** The same as JSON text: byte for byte what the command line writes. */
export function compareText(
  articles: readonly Article[],
  options?: CompareOptions,
  call?: CallOptions,
): Promise<string>;

/** The checks that this engine has. */
export function checks(): Promise<unknown>;

/** Frees the worker and the engine's memory. The next call starts anew. */
export function close(): void;

// ---- the report: schema.json and docs/report.md

export interface Range {
  start: number;
  end: number;
}

/** `start` and `end` count UTF-8 bytes, `utf16` what `slice` counts. Half-open. */
export interface TextRange extends Range {
  utf16: Range;
  codePoints: Range;
}

export interface Span extends TextRange {
  article: string;
  exact: string;
}

export interface Evidence extends Span {
  /** Index into the finding's groups. */
  group: number;
  context: TextRange;
  marks: TextRange[];
}

export type Severity = 'high' | 'medium' | 'low' | 'info';

export interface Finding {
  id: string;
  check: string;
  family: string;
  severity: Severity;
  score: number;
  message: string;
  reason: string;
  groups: { label: string; articles: string[]; origins: number }[];
  spans: Evidence[];
}

export interface ReportArticle {
  id: string;
  label: string;
  source: string;
  title: string;
  date: string;
  url: string;
  status: 'compared' | 'empty' | 'too_large' | 'not_english' | 'other_event';
  bytes: number;
  words: number;
  sentences: number;
  replacedBytes: number;
  hash: string;
  blocks?: (TextRange & { kind: string })[];
}

export interface Quotation {
  id: string;
  article: string;
  kind: 'direct' | 'mixed' | 'indirect';
  content: Span[];
  cue: Span | null;
  speaker: {
    kind: 'named' | 'organisation' | 'role' | 'anonymous';
    name: string;
    span: Span | null;
  } | null;
  channel: Span | null;
  force: 'neutral' | 'assertive' | 'doubtful' | 'denial' | 'belief' | 'plan';
  group: string | null;
}

export interface WordEdit {
  kind: 'replaced' | 'dropped' | 'added';
  spans: [inBase: Span | null, here: Span | null];
  marked: boolean;
  trivial: boolean;
}

export interface Utterance {
  id: string;
  base: string;
  speaker: string | null;
  variants: {
    quotation: string;
    parts: {
      spans: [inBase: Span, here: Span];
      similarity: number;
      sameSpeaker: boolean;
      reworded: boolean;
      edits: WordEdit[];
    }[];
  }[];
}

export interface Claim {
  id: string;
  article: string;
  span: Span;
  polarity: 'positive' | 'negative' | 'unknown';
  status: 'none' | 'planned' | 'ongoing' | 'happened' | 'cancelled';
  modality: 'asserted' | 'possible';
  quotation: string | null;
}

export interface CoverageRow {
  id: string;
  label: string;
  articles: number;
  origins: number;
  cells: {
    article: string;
    state: 'carries' | 'contradicts' | 'disputed' | 'qualifies' | 'silent';
    claims: string[];
  }[];
}

export interface Person {
  name: string;
  articles: {
    article: string;
    forms: { span: Span; count: number }[];
    roles: { span: Span; former: boolean }[];
  }[];
}

export interface Report {
  schemaVersion: 1;
  engine: {
    name: 'crossread';
    version: string;
    lexicons: { language: 'en'; hash: string };
    model: { hash: string };
  };
  id?: string;
  articles: ReportArticle[];
  quotations: Quotation[];
  utterances?: Utterance[];
  claims: Claim[];
  coverage: { rows: CoverageRow[] };
  people?: Person[];
  reuse: {
    pairs: {
      articles: [string, string];
      words: number;
      shares: [number, number];
      passages: [Span, Span][];
    }[];
    origins: string[][];
  };
  findings: Finding[];
  abstained: { reason: string; count: number; articles: string[]; message: string }[];
  checked: { claims: number; pairs: number; checks: string[] };
}
