// The page's copy for offline: every file of one version, and nothing else. tools/build_page.mjs writes two
// lines above this: VERSION, a hash of all the files, and FILES, their names relative to this script.
/* global VERSION, FILES */

// Another copy of the page on the same origin has a scope, and caches, of its own.
const prefix = `crossread ${self.registration.scope} `;
const cacheName = prefix + VERSION;
const own = new Map(FILES.map((name) => [new URL(name, self.registration.scope).href, name]));
own.set(new URL('index.html', self.registration.scope).href, './');

self.addEventListener('install', (event) => {
  const fresh = FILES.map((name) => new Request(name, { cache: 'no-cache' }));
  event.waitUntil(caches.open(cacheName).then((cache) => cache.addAll(fresh)));
});

self.addEventListener('activate', (event) => event.waitUntil(takeOver()));

async function takeOver() {
  for (const name of await caches.keys()) {
    if (name.startsWith(prefix) && name !== cacheName) await caches.delete(name);
  }
  await self.clients.claim();
}

// Said by the version before, see answer().
self.addEventListener('message', (event) => {
  if (event.data === 'take over') event.waitUntil(self.skipWaiting());
});

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const name = own.get(request.url.replace(/#.*$/, ''));
  if (request.method === 'GET' && name !== undefined) event.respondWith(answer(request, name));
});

/** From the cache; from the network only where the browser has thrown the cache away. */
async function answer(request, name) {
  const { waiting } = self.registration;
  if (request.mode === 'navigate' && waiting) {
    // A new version comes in whole, and only when no other tab still runs this one: never half of each.
    const tabs = await self.clients.matchAll({ type: 'window' });
    if (tabs.length < 2) {
      waiting.postMessage('take over');
      return new Response('', { headers: { Refresh: '0', 'Content-Type': 'text/html' } });
    }
  }
  const cache = await caches.open(cacheName);
  return (await cache.match(new URL(name, self.registration.scope).href)) ?? fetch(request);
}
