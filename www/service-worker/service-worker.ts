/**
 * Keeps every file of the page under the name of its build, and serves from there: the page works without network after
 * the first visit. A new build waits until the user says so, since half an old page and half a new one is worse than an
 * old one.
 */
declare const BUILD: string;
declare const FILES: readonly string[];
declare const self: ServiceWorkerGlobalScope;

const prefix = "nextsale-page-";
const cacheName = prefix + BUILD;

self.addEventListener("install", (event) => {
  event.waitUntil(keepAll());
});

self.addEventListener("activate", (event) => {
  event.waitUntil(forgetOthers().then(() => self.clients.claim()));
});

self.addEventListener("message", (event) => {
  if (event.data === "takeOver") event.waitUntil(self.skipWaiting());
});

self.addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.method !== "GET" || new URL(request.url).origin !== self.location.origin) return;
  event.respondWith(answer(request));
});

async function keepAll(): Promise<void> {
  const cache = await caches.open(cacheName);
  // Past the browser's own cache: files without a hash in their name must be those of this build.
  await cache.addAll(FILES.map((file) => new Request(file, { cache: "reload" })));
}

async function forgetOthers(): Promise<void> {
  for (const name of await caches.keys()) {
    if (name.startsWith(prefix) && name !== cacheName) await caches.delete(name);
  }
}

async function answer(request: Request): Promise<Response> {
  const cache = await caches.open(cacheName);
  // Servers say that a file varies by who asks, and a module is asked for with other headers than it was kept with.
  const kept = await cache.match(request.mode === "navigate" ? "./" : request, { ignoreSearch: true, ignoreVary: true });
  return kept ?? fetch(request);
}

export {};
