// Keeps the page's files in the browser, so that the page opens without a network.
// The build fills in the version and the files; nothing else is ever kept, and nothing but this page's own files is answered.
"use strict";

const VERSION = "{version}";
// Address below this worker's scope, and the hash that the content must have.
const FILES = {files};

const SCOPE = new URL(registration.scope);
// Pages of one host share its caches, so ours are named after where this page is.
const OURS = `redemption-simulator ${SCOPE.pathname} `;
const CACHE = OURS + VERSION;

addEventListener("install", (event) => event.waitUntil(fill()));
addEventListener("activate", (event) => event.waitUntil(tidy()));
addEventListener("message", (event) => {
  // Only the page asks for it, once its work is saved.
  if (event.data === "take over") skipWaiting();
});
addEventListener("fetch", (event) => {
  const file = fileOf(event.request);
  if (file !== null) event.respondWith(answer(event.request, file));
});

// All files or none: a worker that could not fetch one is not installed.
async function fill() {
  const cache = await caches.open(CACHE);
  await Promise.all(
    FILES.map(async ([file, integrity]) => {
      const address = new URL(file, SCOPE);
      const response = await fetch(address, { cache: "no-cache", integrity });
      if (!response.ok) throw new Error(`${file}: ${response.status}`);
      await cache.put(address, unredirected(response));
    }),
  );
}

// A browser refuses to open a page from an answer that came by way of a redirection.
function unredirected(response) {
  if (!response.redirected) return response;
  return new Response(response.body, { status: response.status, headers: response.headers });
}

async function ours() {
  return (await caches.keys()).filter((name) => name.startsWith(OURS));
}

// A tab that was open before still asks for files of the version that it runs, so the one before stays. Pages that no worker
// answers for yet are taken up at once: otherwise a newer version would not wait for them.
async function tidy() {
  await clients.claim();
  const older = (await ours()).filter((name) => name !== CACHE);
  await Promise.all(older.slice(0, -1).map((name) => caches.delete(name)));
}

// The file that a request is for, by its address below the scope; the page itself has the empty one.
function fileOf(request) {
  const address = new URL(request.url);
  if (request.method !== "GET" || address.origin !== SCOPE.origin || !address.pathname.startsWith(SCOPE.pathname)) return null;
  const file = address.pathname.slice(SCOPE.pathname.length);
  return file === "index.html" ? "" : file;
}

async function answer(request, file) {
  const address = new URL(file, SCOPE);
  const now = await (await caches.open(CACHE)).match(address);
  if (now) return now;
  for (const name of (await ours()).reverse()) {
    const before = await (await caches.open(name)).match(address);
    if (before) return before;
  }
  return fetch(request);
}
