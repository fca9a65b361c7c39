// Keeps the report up with the articles: asks the worker after a change, drops answers that come too late,
// and compares the others when one article is refused. No DOM.
import { plain } from './articles.js';
import { CrossreadError } from './errors.js';

/** @typedef {import('./types.js').Article} Article */

const TYPING_PAUSE = 150; // ms without a keystroke before the comparison starts
const SLOW = 300; // ms after which a comparison is worth a word

/** A promise and who settles it. Whoever only listens to events need not catch what it is rejected with. */
function deferred() {
  let settle;
  const promise = new Promise((resolve, reject) => {
    settle = { resolve, reject };
  });
  promise.catch(() => {});
  return { promise, ...settle };
}

/**
 * @param {ReturnType<import('./rpc.js').createRpc>} rpc
 * @param {object} on
 * @param {() => Article[]} on.articles what there is to compare now
 * @param {() => object} [on.options] what else stands in the request
 * @param {() => void} [on.unchanged] compared anew, the report is what it was
 * @param {(report: object | null, sent: Article[]) => void} on.report not called if the report is what it was
 * @param {(article: Article, error: {code: string, where: string, message: string}) => void} on.refused
 * @param {(error: {code: string, where: string, message: string}) => void} on.failed
 * @param {(busy: {read: number, of: number} | null) => void} on.busy how far a slow comparison is; null at its end
 */
export function createComparison(rpc, on) {
  let last = ''; // the last report, as text
  let timer;
  /** @type {ReturnType<typeof deferred> | null} what compare() waits for, whichever comparison brings it */
  let asked = null;

  function answer(report) {
    asked?.resolve(report);
    asked = null;
  }

  function refuse(code, message, where) {
    asked?.reject(new CrossreadError(code, message || code, where));
    asked = null;
  }

  function fail(error) {
    last = ''; // whatever comes after it is told, also the same report
    on.failed(error);
    refuse(error.code, error.message, error.where);
  }

  function take(text, sent) {
    let report;
    try {
      if (text !== last || asked) report = JSON.parse(text);
    } catch {
      return fail({ code: 'unreadable', where: '', message: '' });
    }
    if (text === last) {
      on.unchanged?.();
      return answer(report);
    }
    if (!report.error) {
      last = text;
      on.report(report, sent);
      return answer(report);
    }
    const article = sent[Number(/^\/articles\/(\d+)/.exec(report.error.where)?.[1])];
    if (!article) {
      fail(report.error);
    } else if (on.articles().includes(article)) {
      // Not if it was edited meanwhile: then the next comparison is under way.
      on.refused(article, report.error);
      now();
    } else if (asked) {
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
      return answer(null);
    }
    let progress = { read: 0, of: sent.length };
    let slow = setTimeout(() => {
      slow = null;
      on.busy(progress);
    }, SLOW);
    try {
      const text = await rpc.latest('compare', { ...on.options?.(), articles: plain(sent) }, (told) => {
        progress = told;
        if (slow === null) on.busy(progress);
      });
      on.busy(null);
      take(text, sent);
    } catch (error) {
      if (error.code === 'superseded' || error.code === 'closed') return;
      if (!error.code) throw error;
      on.busy(null);
      fail({ code: error.code, where: '', message: error.message });
    } finally {
      clearTimeout(slow);
    }
  }

  return {
    now,
    /** @returns {Promise<object | null>} the report of the articles as they are in the end; null if there is none */
    compare() {
      asked ??= deferred();
      const { promise } = asked;
      now();
      return promise;
    },
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
      refuse('superseded', 'Other articles or another report came');
    },
    /** Ends what is under way; the last report stands. */
    stop() {
      clearTimeout(timer);
      rpc.halt('compare');
      on.busy(null);
      refuse('stopped', 'The reader stopped the comparison');
    },
    close() {
      clearTimeout(timer);
      rpc.close();
      refuse('closed', 'The panel left the document');
    },
  };
}
