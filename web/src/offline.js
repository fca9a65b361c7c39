// The page's side of the service worker ../sw.js: the copy for offline, and what was shared with the page. For
// our own page alone: a host of the element has no use for a worker that it did not ask for.
import { fromShared } from './shared.js';
import { scriptAddress } from './trusted.js';

/** @returns {Promise<boolean>} true once every file of the page is kept; false where that can't be */
export async function keepOffline() {
  try {
    const registration = await navigator.serviceWorker.register(
      scriptAddress(new URL('../sw.js', import.meta.url)),
    );
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

/**
 * What the worker has kept of things shared with the page. It is given once, to the first tab that asks.
 * @returns {Promise<ReturnType<typeof fromShared>[]>}
 */
export async function takeShared() {
  const name = `crossread ${new URL('../', import.meta.url)} shared`; // as in sw.js
  if (!(await globalThis.caches?.has(name))) return [];
  const cache = await caches.open(name);
  const taken = [];
  for (const key of await cache.keys()) {
    const form = await (await cache.match(key))?.formData().catch(() => null);
    if ((await cache.delete(key)) && form) taken.push(fromShared(form));
  }
  return taken;
}
