// Takes the offline copy of the page away: published in the place of the service worker, it replaces that in every browser
// that comes back, deletes what was kept, and removes itself.
"use strict";

const OURS = `redemption-simulator ${new URL(registration.scope).pathname} `;

addEventListener("install", () => skipWaiting());
addEventListener("activate", (event) => event.waitUntil(remove()));

async function remove() {
  const ours = (await caches.keys()).filter((name) => name.startsWith(OURS));
  await Promise.all(ours.map((name) => caches.delete(name)));
  await registration.unregister();
}
