import type { CrossreadPanel } from './element.js';
import type { Article } from './index.js';

/** A place in the editor, as the host called it when it added words there, and how far into these words. */
export interface DraftPosition<Place> {
  /** null where nothing was added. */
  place: Place | null;
  /** In UTF-16 units. */
  offset: number;
}

/** The draft as plain text that knows where in the editor its words came from. */
export class Draft<Place = unknown> {
  /** Members of the article beside its text. */
  constructor(about?: Omit<Article, 'id' | 'text'>);
  readonly about: Omit<Article, 'id' | 'text'>;
  /** What has been added; a host appends its line breaks, '\n'. */
  text: string;
  /** What follows is a paragraph of its own. */
  paragraph(): void;
  /** `place` is whatever the editor calls the place where `words` begin. */
  add(words: string, place: Place): void;
  /** Where in the editor a character of `text` stands; `behind` 1: where it ends. */
  at(character: number, behind?: 0 | 1): DraftPosition<Place>;
}

export interface DraftEditor<Place> {
  /** The draft as it is now. */
  read(): Draft<Place>;
  /** Selects words that the reader has chosen in the panel. */
  select(from: DraftPosition<Place>, to: DraftPosition<Place>): void;
}

export interface FollowOptions {
  /** The first of the page without it. */
  panel?: CrossreadPanel;
  /** Of the draft among the panel's articles; 'draft' without it. */
  id?: string;
  /** Milliseconds after the last call until the panel is given the draft; 300 without it. */
  pause?: number;
}

/** Keeps the panel up with the draft. What it returns is to be called when the draft may have changed. */
export function follow<Place>(editor: DraftEditor<Place>, options?: FollowOptions): () => void;
