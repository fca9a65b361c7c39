// What becomes of a comparison: that it is under way, stopped, refused, failed, or has a report.
import { refuse } from '../articles.js';
import { problemOf } from '../problem.js';
import { sinceSaved } from '../reopen.js';
import { straightReport } from '../straight.js';

/** @param {import('./board.js').Board} board */
export function createOutcome(board) {
  const { state } = board;
  return {
    /** What a comparison calls (comparison.js). */
    heard: {
      articles: () => state.articles,

      unchanged: () => board.change({ stale: false, stopped: false }),

      busy(busy) {
        if (busy === state.busy) return;
        board.change(busy ? { busy, stopped: false } : { busy });
        if (busy) board.tell('progress', busy);
      },

      report(told, sent) {
        const report = told && straightReport(told);
        const { articles, verdicts } = state;
        const same = report && board.saved?.articles === articles;
        const reopened = same ? sinceSaved(board.saved.report, report, verdicts) : '';
        const texts = new Map(sent.map(({ id, text }) => [id, text]));
        const now = articles.filter(({ problem }) => !problem);
        const stale = now.length !== sent.length || now.some((article, index) => article !== sent[index]);
        board.change({ report, texts, problem: '', stopped: false, stale, reopened });
        if (report) board.tell('report', { report });
      },

      refused(article, error) {
        board.change({ articles: refuse(state.articles, article.id, error.message) });
        board.tell('error', error);
      },

      failed(error) {
        board.change({ problem: problemOf(error) });
        board.tell('error', error);
      },
    },

    stop() {
      board.comparison.stop();
      board.changeNow({ stopped: true });
      board.view.focusNotice();
    },
  };
}
