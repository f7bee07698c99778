import type { Route } from "../../navigation/late-page";

/** A page that was opened by a link, and never asks for a list, lets the program be kept after this long. */
const AT_LATEST_MS = 15_000;
/**
 * The newer version is asked for once the page stands. Chromium does not change versions while the old one has requests
 * under way, and, asked then, waits until it has been idle for half a minute.
 */
const ASKED_AFTER_MS = 1500;

let isKept = false;

/** Once, when the program starts. */
export function keepProgramSoon(): void {
  setTimeout(keepProgram, AT_LATEST_MS);
  takeWaiting().catch(() => undefined);
}

/**
 * Changes to the version that was fetched the last time, before anybody has touched the page; where no other page of the
 * old one is open.
 */
async function takeWaiting(): Promise<void> {
  if (!("serviceWorker" in navigator)) return;
  const registration = await navigator.serviceWorker.getRegistration();
  if (!registration?.waiting) return;
  let isTouched = false;
  const onTouch = () => {
    isTouched = true;
  };
  window.addEventListener("pointerdown", onTouch, { once: true, capture: true });
  const onChange = () => {
    if (!isTouched) window.location.reload();
  };
  navigator.serviceWorker.addEventListener("controllerchange", onChange, { once: true });
  setTimeout(() => {
    if (!isTouched) registration.active?.postMessage("hand-over-if-alone");
  }, ASKED_AFTER_MS);
}

/**
 * Has all pages fetched ahead, so that they open without network: kept by the service worker, or, where there is none (a
 * page that did not come over HTTPS), for as long as this page is open. Once what the person came for stands.
 */
export function keepProgram(): void {
  if (isKept) return;
  isKept = true;
  // What Workbox calls, and the oldest browsers with service workers lack.
  const canKeep = "serviceWorker" in navigator && "allSettled" in Promise;
  const kept = canKeep ? navigator.serviceWorker.register("/sw.js") : Promise.reject();
  kept.catch(loadAllPages);
}

declare global {
  interface Window {
    /** Taro's own, on the web. */
    __taroAppConfig?: { routes: readonly Route[] };
  }
}

/** One after the other. What does not come is asked for again when somebody goes there. */
async function loadAllPages(): Promise<void> {
  for (const { load } of window.__taroAppConfig?.routes ?? []) await load({}, {})[0].catch(() => undefined);
}
