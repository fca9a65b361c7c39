// Articles in and out: given by the reader or the host, divided, edited, removed.
import { add, divide, division, edit, join, keepWhole, renew } from '../articles.js';
import { fromFile } from '../files.js';
import { IngestError } from '../ingest.js';
import { notOpen } from '../reopen.js';
import { separate } from '../separate.js';
import { straight } from '../straight.js';
import { words } from '../words.js';

/** @typedef {import('../types.js').Article} Article */

/** What the reader gives is the reader's, whatever it says of itself. */
const offered = ({ locked, ...fields }) => (fields.problem ? fields : { ...fields, parts: separate(fields) });

/** @param {import('./board.js').Board} board */
export function createIntake(board) {
  const { state } = board;

  /** @param {Partial<Article>[]} list */
  function put(list) {
    board.change({ articles: add(state.articles, list), problem: '', removed: null, divided: null });
    if (list.some((fields) => !fields.problem)) board.changed();
  }

  /** From the reader, not the host: what seems to be several articles is offered to be divided. */
  const take = (list) => put(list.map(offered));

  function renewed(articles) {
    const { articles: before, reading, removed } = state;
    if (articles === before) return;
    const find = (list, id) => list.find((article) => article.id === id);
    board.change({ articles });
    if (reading) {
      const [was, is] = [find(before, reading.article), find(articles, reading.article)];
      if (!is) board.change({ reading: null, depth: 'list' });
      else if (is.text !== was.text) board.change({ reading: { ...reading, utf16: null } }); // other words may be there
    }
    const replaces = ({ id, siglum }) => id === removed.article.id || siglum === removed.article.siglum;
    if (removed && articles.some(replaces)) board.change({ removed: null });
    board.changed();
  }

  /** One article has become several or several one; the focus goes to the first of them. */
  function rearrange(articles, id, divided) {
    board.changeNow({ articles, divided });
    board.view.focusCard(articles.findIndex((article) => article.id === id));
    board.changed();
  }

  /** A decision of this page stands before a saved one. @param {import('../reopen.js').Saved} saved */
  function reopen({ report, verdicts }) {
    board.saved = report && { report, articles: state.articles };
    board.decided(null, { ...verdicts, ...state.verdicts });
  }

  return {
    take,

    /** The host's whole list. @param {Article[]} given */
    set(given) {
      const same = renew(state.articles, given);
      if (same) {
        renewed(same);
        return;
      }
      board.comparison?.forget();
      board.change({
        articles: [],
        report: null,
        reading: null,
        depth: 'list',
        selected: {},
        busy: null,
        stale: false,
      });
      put(given);
    },

    add: (fields) => take([fields]),

    /** The articles of each file or one card with an error, in the order they were given. @param {File[]} files */
    async addFiles(files) {
      const read = await Promise.all(
        files.map(async (file) => {
          try {
            return await fromFile(file);
          } catch (error) {
            // What no reader foresaw is this file's trouble too, not that of the others.
            const { code, details } = error instanceof IngestError ? error : new IngestError('broken');
            return { source: file.name, problem: words.file[code](straight(file.name), ...details) };
          }
        }),
      );
      const { articles } = state;
      put(read.flatMap((list) => (list.saved ? notOpen(list, articles) : [list].flat().map(offered))));
      for (const { saved } of read) if (saved) reopen(saved);
    },

    edit(id, changes) {
      board.change({ articles: edit(state.articles, id, changes), stale: true });
      board.compareIf('soon');
    },

    divide(id) {
      const { articles } = state;
      const after = divide(articles, id);
      rearrange(after, id, division(articles, id, after));
    },

    join() {
      const { articles, divided } = state;
      rearrange(join(articles, divided), divided.whole.id, null);
    },

    keepWhole: (id) => rearrange(keepWhole(state.articles, id), id, state.divided),

    remove(id) {
      const { articles, reading } = state;
      const index = articles.findIndex((article) => article.id === id);
      const closed = reading?.article === id ? { reading: null, depth: 'list' } : {};
      board.changeNow({
        articles: articles.toSpliced(index, 1),
        removed: { article: articles[index], index },
        divided: null,
        ...closed,
      });
      board.view.focusCard(index);
      board.changed();
    },

    undo() {
      const { articles, removed } = state;
      board.changeNow({ articles: articles.toSpliced(removed.index, 0, removed.article), removed: null });
      board.view.focusCard(removed.index);
      board.changed();
    },
  };
}
