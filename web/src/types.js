// The shapes that the page's modules hand each other, for readers and for the type checker. No code.
// The request and the report are fixed in docs/report.md; only what the page reads is repeated here.

/** @typedef {{start: number, end: number}} Range  half-open, in UTF-16 code units */
/** @typedef {{utf16: Range}} TextRange  the report's range; bytes and code points left out */
/** @typedef {{article: string, utf16: Range, exact: string}} Span */
/** @typedef {Span & {group: number, context: TextRange, marks: TextRange[]}} Evidence */

/** @typedef {'high' | 'medium' | 'low' | 'info'} Severity */

/**
 * @typedef {object} Finding
 * @property {string} id
 * @property {string} check
 * @property {string} family
 * @property {Severity} severity
 * @property {string} message
 * @property {string} reason
 * @property {{label: string, articles: string[], origins: number}[]} groups
 * @property {Evidence[]} spans
 */

/**
 * @typedef {object} Report
 * @property {{id: string, label: string, status: string, words: number, blocks: (TextRange & {kind: string})[]}[]} articles
 * @property {{id: string, article: string, content: Span[], cue: Span?, group: string?,
 *   speaker: {kind: string, name: string, span: Span}?}[]} quotations
 * @property {Utterance[]} [utterances]
 * @property {{id: string, article: string, span: Span}[]} claims
 * @property {{rows: CoverageRow[]}} coverage
 * @property {Person[]} [people]
 * @property {{pairs: ReusePair[], origins: string[][]}} reuse
 * @property {Finding[]} findings
 * @property {{reason: string, count: number, articles: string[], message: string}[]} abstained
 * @property {{claims: number, pairs: number, checks: string[]}} checked
 */

/** @typedef {{kind: string, spans: [Span?, Span?], marked: boolean, trivial: boolean}} WordEdit  [base, here] */
/** @typedef {{quotation: string, parts: {spans: [Span, Span], reworded: boolean, edits: WordEdit[]}[]}} Variant */
/** @typedef {{id: string, base: string, variants: Variant[]}} Utterance */

/** @typedef {{id: string, label: string, articles: number, origins: number,
 *   cells: {article: string, state: string, claims: string[]}[]}} CoverageRow */
/** @typedef {{articles: [string, string], words: number, shares: [number, number], passages: [Span, Span][]}} ReusePair */

/** @typedef {{name: string, articles: {article: string, forms: {span: Span, count: number}[],
 *   roles: {span: Span, former: boolean}[]}[]}} Person */

/**
 * An article as the page holds it. `id` goes into the request and stays for as long as the article does,
 * so that a finding's id survives; `siglum` is the letter that readers see.
 * @typedef {object} Article
 * @property {string} id
 * @property {string} siglum
 * @property {string} source
 * @property {string} title
 * @property {string} date
 * @property {string} url
 * @property {string} text
 * @property {boolean} [locked]  the host's own: the reader neither edits nor removes it
 * @property {string} [problem]  why it is not compared: a sentence to show on its card
 * @property {import('./ingest.js').Fields[]} [parts]  the articles that its text seems to be, if the reader agrees
 */

/**
 * One thing to look at closely, whatever view it comes from: who says what, side by side.
 * @typedef {object} Exhibit
 * @property {string} key
 * @property {Severity} [severity]
 * @property {string} kind  in words: "Number", "Claim", "Quotation", "Shared copy"
 * @property {string} headline
 * @property {Side[]} sides
 * @property {string[]} silent  ids of the articles that say nothing
 * @property {string} reason
 * @property {string} [reasonLabel]  what stands before the reason; "Why" without it
 * @property {string} check
 * @property {boolean} [legend]  some piece has edits, whose signs want a word
 */
/** @typedef {{label: string, state?: string, articles: string[], origins: number, pieces: Piece[]}} Side */
/**
 * A stretch of article text, with the places of it in every article that has these very words. `edits`, in
 * order: what another wording has in place of [start, end) of the text. `note` is said of the piece.
 * @typedef {{text: string, marks: import('./highlight.js').Mark[], places: Place[], edits?: Edit[], note?: string}} Piece
 */
/** @typedef {Range & {was: string, marked: boolean}} Edit  `marked`: an ellipsis or brackets tell the reader */
/** @typedef {{article: string, utf16: Range}} Place */

/**
 * What the view shows.
 * @typedef {object} State
 * @property {Article[]} articles
 * @property {Report | null} report
 * @property {Map<string, string>} texts  the texts that the report is about, by article id
 * @property {'conflicts' | 'claims' | 'quotations' | 'people' | 'copy' | 'texts'} tab
 * @property {Record<string, string>} selected  by tab, the key of what is looked at
 * @property {'list' | 'detail' | 'text'} depth  the deepest thing open; on a phone the only one shown
 * @property {{article: string, utf16: Range | null, edit: boolean} | null} reading
 * @property {import('./verdicts.js').Verdicts} verdicts
 * @property {import('./filter.js').Filter} filter  of the list of findings
 * @property {import('./arrange.js').Arrangement} arrangement  of the matrix
 * @property {{read: number, of: number} | null} busy  how many articles a slow comparison has read
 * @property {boolean} stopped  by the reader; until the next comparison
 * @property {boolean} stale  the articles are not, or not yet, what was compared
 * @property {boolean} manual  the host says when to compare
 * @property {boolean} readonly  a report to read: nothing to add, to edit or to decide
 * @property {string} problem  a sentence that concerns the whole page, or ''
 * @property {{id: string, title: string}[]} examples
 * @property {string} reopened  how the report differs from the saved one that was opened, or ''
 * @property {{article: Article, index: number} | null} removed  the last article removed, to undo it
 * @property {import('./articles.js').Divided | null} divided  the last article divided, to undo it
 */

export {};
