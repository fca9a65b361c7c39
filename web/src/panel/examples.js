// The examples that a panel offers where its host names an index of them.
import { fetchJson } from '../assets.js';
import { NO_FILTER } from '../filter.js';
import { words } from '../words.js';

/**
 * @param {import('./board.js').Board} board
 * @param {{address: () => string | null, set: (articles: object[]) => void}} panel  `address`: of the index
 */
export function createExamples(board, { address, set }) {
  const index = () => new URL(address(), document.baseURI);
  const failed = () => board.change({ problem: words.problem.examples });

  return {
    async load() {
      if (address() === null) return;
      try {
        board.change({ examples: await fetchJson(index()) });
      } catch {
        failed();
      }
    },

    async open(id) {
      try {
        const request = await fetchJson(new URL(`${encodeURIComponent(id)}.json`, index()));
        set(request.articles);
        board.decided(null, {}); // another story
        board.change({ filter: NO_FILTER });
        board.draw();
        board.view.focusCard(0);
      } catch {
        failed();
      }
    },
  };
}
