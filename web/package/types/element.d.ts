import type { Article, CompareOptions, Report } from './index.js';

/** `locked`: the host's own, which the reader neither edits nor removes. A saved report does not say so. */
export interface PanelArticle extends Article {
  locked?: boolean;
}

export interface Verdict {
  verdict: 'confirmed' | 'dismissed' | '';
  reason: string;
  note: string;
}

/** By a finding's id. */
export type Verdicts = Record<string, Partial<Verdict>>;

/** What the panel tells its host. All of it bubbles, and crosses shadow roots. */
export interface CrossreadPanelEventMap {
  /** The articles have been compared, and the report is another than before. */
  'crossread-report': CustomEvent<{ report: Report }>;
  /**
   * The reader looks at something: `key` is a finding's id under Conflicts. Where it is a place in an article,
   * `span` counts UTF-16 units of that article's text, as `slice` does; else both are null, and the places are in
   * the report, under the finding's `spans`.
   */
  'crossread-select': CustomEvent<{
    key: string | null;
    article: string | null;
    span: { start: number; end: number } | null;
  }>;
  /** An article, or the comparison, was refused. `where` is a JSON pointer into the request, or ''. */
  'crossread-error': CustomEvent<{ code: string; where: string; message: string }>;
  /** A slow comparison has read so many of so many articles. */
  'crossread-progress': CustomEvent<{ read: number; of: number }>;
  /** The articles have changed, whoever changed them. */
  'crossread-articles': CustomEvent<Record<string, never>>;
  /** The reader has decided about a finding; `id` is null where many changed at once. */
  'crossread-verdict': CustomEvent<{ id: string | null; verdicts: Record<string, Verdict> }>;
}

/**
 * Not defined as <crossread-panel> by this module: './define.js' does it, or customElements.define.
 * Attributes: `manual`, `readonly`, `compact`, `whole-page`, `examples`; see docs/embedding.md.
 */
export class CrossreadPanel extends HTMLElement {
  /**
   * Compared unless `manual` or `readonly` says otherwise. Set anew, they are the same story as long as one of them
   * is what it was under its id: then letters, report and what is open stay. Else they are another.
   */
  get articles(): (Required<Article> & { locked?: boolean })[];
  set articles(articles: Iterable<PanelArticle>);
  /** Of the comparison, as `compare` of the package takes them. */
  get options(): CompareOptions;
  set options(options: CompareOptions | null | undefined);
  /** The last report. Set, it is shown as one of the present articles. */
  get report(): Report | null;
  set report(report: Report | null);
  /** What the reader decided; a copy. Kept whatever the articles are. */
  get verdicts(): Record<string, Verdict>;
  set verdicts(verdicts: Verdicts);
  /**
   * Compares the articles as they are. Null where there is none. Rejects with a CrossreadError: `superseded` by
   * other articles, `stopped` by the reader, `closed` outside a document, or as `compare` of the package.
   */
  compare(): Promise<Report | null>;
  /** No articles, no report, no verdicts. */
  clear(): void;
  /**
   * Shows a report that `save` or the export as JSON has made. A `readonly` panel shows it as it is, without the
   * engine; any other compares its articles afresh. Throws a CrossreadError `unreadable`, and is left as it was.
   */
  open(saved: string | object): void;
  /** JSON text for `open`: articles with their full texts, report, verdicts and notes. */
  save(): string;
  /** As if the reader had given them. */
  add(articles: Iterable<Article>): void;
  addFiles(files: Iterable<File>): Promise<void>;
  /** Loads the engine before it is needed. */
  load(): Promise<void>;
  /** Moves the focus to the results, for a host's skip link. */
  focusResults(): void;
}

declare global {
  interface HTMLElementTagNameMap {
    'crossread-panel': CrossreadPanel;
  }
  interface GlobalEventHandlersEventMap extends CrossreadPanelEventMap {}
}
