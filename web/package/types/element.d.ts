import type { Article, Report } from './index.js';

export interface Verdict {
  verdict: 'confirmed' | 'dismissed' | '';
  reason: string;
  note: string;
}

/** Not defined as <crossread-panel> by this module: './define.js' does it, or customElements.define. */
export class CrossreadPanel extends HTMLElement {
  articles: Article[];
  report: Report | null;
  /** By a finding's id. */
  verdicts: Record<string, Partial<Verdict>>;
  /** Loads the engine before it is needed. */
  load(): Promise<void>;
  /** As if the reader had given them. */
  add(articles: Iterable<Article>): void;
  addFiles(files: Iterable<File>): Promise<void>;
  focusResults(): void;
}

declare global {
  interface HTMLElementTagNameMap {
    'crossread-panel': CrossreadPanel;
  }
}
