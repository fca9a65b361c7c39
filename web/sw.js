// The page's copy for offline: the files of one version; and what is shared with it, until it takes that in. tools/service_worker.mjs writes two
// lines above this: FILES, their names relative to this script, and VERSION, a hash of their content.
//
// A new version waits, as the platform has it, until no tab runs the old one: none ever gets half of each.
/* global VERSION, FILES */

const { scope } = self.registration;
// Another copy of the page on the same origin has a scope, and caches, of its own.
const prefix = `crossread ${scope} `;
const cacheName = prefix + VERSION;
const sharedName = `${prefix}shared`;
const shareUrl = new URL('share', scope).href; // as in manifest.webmanifest
const own = new Map(FILES.map((name) => [new URL(name, scope).href, name]));

self.addEventListener('install', (event) => event.waitUntil(install()));
self.addEventListener('activate', (event) => event.waitUntil(activate()));

/** All or nothing: where the host changes files meanwhile, this install fails, and the next visit tries again. */
async function install() {
  const files = await Promise.all(
    [...own].map(async ([url, name]) => {
      const answer = await fetch(url, { cache: 'no-cache' });
      return { url, answer, hashed: [`\n${name}\n`, await answer.clone().arrayBuffer()] };
    }),
  );
  const all = await new Blob(files.flatMap(({ hashed }) => hashed)).arrayBuffer();
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', all));
  const version = [...hash].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  if (!version.startsWith(VERSION)) throw new Error('The files served are not those of this version.');
  const cache = await caches.open(cacheName);
  await Promise.all(files.map(({ url, answer }) => cache.put(url, answer)));
}

async function activate() {
  for (const name of await caches.keys()) {
    if (name.startsWith(prefix) && ![cacheName, sharedName].includes(name)) await caches.delete(name);
  }
  await self.clients.claim(); // the tab that has just installed it
}

self.addEventListener('fetch', (event) => {
  const { method, url } = event.request;
  const file = url.replace(/#.*$/, '').replace(/^(.*\/)index\.html$/, '$1');
  if (method === 'GET' && own.has(file)) event.respondWith(answer(event.request, file));
  if (method === 'POST' && url === shareUrl) event.respondWith(share(event.request));
});

/** From the network only where the browser has thrown the cache away. */
const answer = async (request, file) =>
  (await caches.match(file, { cacheName, ignoreVary: true })) ?? fetch(request);

/** Kept as it came; the page, to which this leads, takes it in (src/offline.js). It never goes to the network. */
async function share(request) {
  const headers = { 'Content-Type': request.headers.get('Content-Type') };
  const cache = await caches.open(sharedName);
  await cache.put(
    `${shareUrl}?${crypto.randomUUID()}`,
    new Response(await request.arrayBuffer(), { headers }),
  );
  return Response.redirect(scope, 303);
}
