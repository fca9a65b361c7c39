// Keeps the report up with the articles: asks the worker after a change, drops answers that come too late,
// and compares the others when one article is refused. No DOM.
import { plain } from './articles.js';

/** @typedef {import('./types.js').Article} Article */

const TYPING_PAUSE = 150; // ms without a keystroke before the comparison starts
const SLOW = 300; // ms after which a comparison is worth a word

/**
 * @param {ReturnType<import('./rpc.js').createRpc>} rpc
 * @param {object} on
 * @param {() => Article[]} on.articles what there is to compare now
 * @param {(report: object | null, sent: Article[]) => void} on.report not called if the report is what it was
 * @param {(article: Article, error: {code: string, where: string, message: string}) => void} on.refused
 * @param {(error: {code: string, where: string, message: string}) => void} on.failed
 * @param {(busy: {read: number, of: number} | null) => void} on.busy how far a slow comparison is; null at its end
 */
export function createComparison(rpc, on) {
  let last = ''; // the last report, as text
  let timer;

  function take(text, sent) {
    if (text === last) return;
    let report;
    try {
      report = JSON.parse(text);
    } catch {
      on.failed({ code: 'unreadable', where: '', message: '' });
      return;
    }
    if (!report.error) {
      last = text;
      on.report(report, sent);
      return;
    }
    const article = sent[Number(/^\/articles\/(\d+)/.exec(report.error.where)?.[1])];
    if (!article) {
      on.failed(report.error);
    } else if (on.articles().includes(article)) {
      // Not if it was edited meanwhile: then the next comparison is under way.
      on.refused(article, report.error);
      now();
    }
  }

  async function now() {
    clearTimeout(timer);
    const sent = on.articles().filter((article) => !article.problem);
    if (sent.length === 0) {
      rpc.cancel('compare');
      last = '';
      on.busy(null);
      on.report(null, sent);
      return;
    }
    let progress = { read: 0, of: sent.length };
    let slow = setTimeout(() => {
      slow = null;
      on.busy(progress);
    }, SLOW);
    try {
      const text = await rpc.latest('compare', { articles: plain(sent) }, (told) => {
        progress = told;
        if (slow === null) on.busy(progress);
      });
      on.busy(null);
      take(text, sent);
    } catch (error) {
      if (error.code === 'superseded' || error.code === 'closed') return;
      if (!error.code) throw error;
      on.busy(null);
      on.failed({ code: error.code, where: '', message: error.message });
    } finally {
      clearTimeout(slow);
    }
  }

  return {
    now,
    /** Brings up the engine before there is anything to compare. */
    load: () => rpc.call('warm'),
    /** After a pause in typing. */
    soon() {
      clearTimeout(timer);
      timer = setTimeout(now, TYPING_PAUSE);
    },
    /** Nothing that is under way counts any more, nor what came before. */
    forget() {
      clearTimeout(timer);
      rpc.cancel('compare');
      last = '';
    },
    /** Ends what is under way; the last report stands. */
    stop() {
      clearTimeout(timer);
      rpc.halt('compare');
      on.busy(null);
    },
    close() {
      clearTimeout(timer);
      rpc.close();
    },
  };
}
