// The copy of the page for offline, by the service worker ../sw.js. For our own page alone: a host of the
// element has no use for one that it did not ask for.

/** @returns {Promise<boolean>} true once every file of the page is kept; false where that can't be */
export async function keepOffline() {
  try {
    const registration = await navigator.serviceWorker.register(new URL('../sw.js', import.meta.url));
    return Boolean(registration.active) || (await activated(registration.installing ?? registration.waiting));
  } catch {
    return false; // no service worker here: forbidden, not over HTTPS, or left out by the host
  }
}

/** @param {ServiceWorker} worker @returns {Promise<boolean>} */
const activated = (worker) =>
  new Promise((done) => {
    const look = () => {
      if (worker.state === 'activated') done(true);
      if (worker.state === 'redundant') done(false);
    };
    worker.addEventListener('statechange', look);
    look();
  });
