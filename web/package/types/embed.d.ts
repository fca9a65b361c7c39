import type { CrossreadPanelEventMap, PanelArticle, Verdicts } from './element.js';
import type { CompareOptions, Report } from './index.js';

export interface ConnectOptions {
  /** Whose embed.html it is; that of `iframe.src` without it. 'null' for a sandbox without allow-same-origin. */
  origin?: string;
  /** The iframe gets the height that the panel needs (the default); false: it keeps its own. */
  height?: boolean;
  /** In CSS pixels: what is higher scrolls inside. */
  maxHeight?: number;
  /** Milliseconds until `ready` fails with `no_answer`; 30000 without it. */
  timeout?: number;
}

export interface Ready {
  /** Of Crossread, in the frame. */
  version: string;
  /** The versions of the protocol that the frame speaks. */
  protocols: number[];
  /** Another one whenever the frame has loaded anew. */
  instance: string;
}

/** Why something can't be done. `where` is a JSON pointer into the message, or ''. */
export interface Failure {
  code: string;
  where: string;
  message: string;
}

export interface Attributes {
  readonly?: boolean;
  compact?: boolean;
  manual?: boolean;
}

/** Custom properties, and whether it is light or dark; see docs/embed-protocol.md. */
export interface Theme {
  [name: `--crossread-${string}`]: string;
  'color-scheme'?: 'light' | 'dark';
}

/** As the panel tells them, but for the articles, which a host in another origin can't ask for. */
export interface FrameEvents {
  ready: CustomEvent<Ready>;
  report: CrossreadPanelEventMap['crossread-report'];
  select: CrossreadPanelEventMap['crossread-select'];
  progress: CrossreadPanelEventMap['crossread-progress'];
  verdict: CrossreadPanelEventMap['crossread-verdict'];
  /** The reader has changed them. */
  articles: CustomEvent<{ articles: PanelArticle[] }>;
  resize: CustomEvent<{ height: number }>;
  /** What nobody waits for has failed: a comparison, or something that was assigned. */
  error: CustomEvent<Failure>;
}

export interface CrossreadFrame extends EventTarget {
  /** The frame's answer; fails with the code `no_answer` or `closed`. */
  readonly ready: Promise<Ready>;
  // What is assigned before the frame is there waits for it, and a frame that loads anew is given it again.
  get articles(): PanelArticle[] | undefined;
  set articles(articles: readonly PanelArticle[]);
  /** The last one. */
  get report(): Report | null | undefined;
  set report(report: Report | null);
  options: CompareOptions | undefined;
  verdicts: Verdicts | undefined;
  /** As a whole: what is not named is off. */
  attributes: Attributes | undefined;
  /** As a whole: what is not named is as the panel has it. */
  theme: Theme | undefined;
  /** Loads the engine before it is needed. */
  load(): Promise<unknown>;
  compare(articles?: readonly PanelArticle[], options?: CompareOptions): Promise<Report | null>;
  clear(): Promise<unknown>;
  /** Shows what `save` gave, or a JSON export. */
  open(saved: string): Promise<unknown>;
  save(): Promise<string>;
  /** Moves the focus to the results. */
  focus(): Promise<unknown>;
  /** Hears and says nothing any more. The iframe stays. */
  close(): void;
  addEventListener<K extends keyof FrameEvents>(
    type: K,
    listener: (event: FrameEvents[K]) => void,
    options?: boolean | AddEventListenerOptions,
  ): void;
  addEventListener(
    type: string,
    listener: EventListenerOrEventListenerObject | null,
    options?: boolean | AddEventListenerOptions,
  ): void;
}

/** Talks to the embed.html in an iframe of this page, and to nobody else. */
export function connect(iframe: HTMLIFrameElement, options?: ConnectOptions): CrossreadFrame;
