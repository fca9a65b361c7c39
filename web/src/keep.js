// Keeps the story, its articles and what the reader decided, over a reload: always in this tab, on this device only if the reader says so. The device
// is on as long as its entry is there, so that "forget" in one tab holds for all. No DOM.

const KEY = 'crossread.story';

/** @typedef {{articles: object[], verdicts: import('./verdicts.js').Verdicts}} Story */

/**
 * @param {object} storages functions, because where storage is forbidden already asking for it throws
 * @param {() => Storage} storages.tab
 * @param {() => Storage} storages.device
 */
export function createKeep({ tab, device }) {
  function read(storage) {
    try {
      return storage().getItem(KEY);
    } catch {
      return null;
    }
  }

  /** @returns {'' | 'full' | 'forbidden'} what went wrong; what was there before is then still there */
  function write(storage, { articles, verdicts }) {
    try {
      storage().setItem(KEY, JSON.stringify({ articles: worthKeeping(articles), verdicts }));
      return '';
    } catch (error) {
      return error?.name === 'QuotaExceededError' ? 'full' : 'forbidden';
    }
  }

  function remove(storage) {
    try {
      storage().removeItem(KEY);
    } catch {
      // Where nothing may be kept, nothing is.
    }
  }

  /** A file that could not be read has a card, and neither text nor address: it is told once. */
  const worthKeeping = (articles) => articles.filter(({ text, url }) => text !== '' || url);

  const keep = {
    /** Is there an entry on this device, which every change goes to? */
    get onDevice() {
      return read(device) !== null;
    },

    /** Neither in this tab nor on this device. */
    get isEmpty() {
      return read(tab) === null && read(device) === null;
    },

    /** What this tab had, else what the device has. @returns {Story} */
    load() {
      for (const storage of [tab, device]) {
        try {
          const { articles, verdicts } = JSON.parse(read(storage));
          return {
            articles: articles.filter((article) => typeof article?.text === 'string'),
            verdicts: verdicts ?? {},
          };
        } catch {
          // Not ours, or cut off: as if it were not there.
        }
      }
      return { articles: [], verdicts: {} };
    },

    /** @param {Story} story @returns {'' | 'full' | 'forbidden'} */
    save(story) {
      const problem = write(tab, story);
      return (keep.onDevice && write(device, story)) || problem;
    },

    /** @param {boolean} on @param {Story} story @returns {'' | 'full' | 'forbidden'} */
    setOnDevice(on, story) {
      if (on) return write(device, story);
      remove(device);
      return '';
    },

    forget() {
      remove(tab);
      remove(device);
    },
  };
  return keep;
}
