import { cleanupOutdatedCaches, type PrecacheEntry, precacheAndRoute } from "workbox-precaching";

declare const self: ServiceWorkerGlobalScope & { __WB_MANIFEST: (string | PrecacheEntry)[] };

// Keeps the program and nothing else: what the API and the desk answer never passes through here. A newer version is
// fetched while this one runs, and takes its place when no page of this one is open any more.
precacheAndRoute(self.__WB_MANIFEST, {
  directoryIndex: "index.html",
  cleanURLs: false,
  // A link may say where it was found; it is the same page.
  ignoreURLParametersMatching: [/./],
});
cleanupOutdatedCaches();

// The page that brought the first version is its page too, so that it finds what was fetched for it.
self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));

self.addEventListener("message", ({ data }) => {
  // Somebody whose version the server takes no longer has tapped 换成新的 (src/platform/versions/newer-version.h5.ts).
  if (data === "take-over") void self.skipWaiting();
  // A page that was just opened asks for the newer version that waits (src/platform/versions/keep-program.h5.ts).
  if (data === "hand-over-if-alone") void handOverIfAlone();
});

/** Another page of this version would miss its files, under somebody's hands. */
async function handOverIfAlone(): Promise<void> {
  const pages = await self.clients.matchAll({ type: "window", includeUncontrolled: true });
  if (pages.length === 1) self.registration.waiting?.postMessage("take-over");
}
