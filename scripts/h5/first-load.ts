/**
 * The files that a browser fetches to show the first page: those index.html names, and those its own script has the browser
 * fetch early (miniapp/config/first-page.ts).
 *
 * @returns paths from the root of the site, each once, index.html not among them
 */
export function firstLoadFiles(html: string): string[] {
  const named = [...html.matchAll(/["']\/((?:js|css|chunk|static)\/[^"']+\.(?:js|css|png|svg))["']/g)];
  return [...new Set(named.flatMap(([, path]) => path ?? []))];
}

/** Methods that browsers got later than the oldest that the pages are built for, and that
 * miniapp/src/older-browsers.h5.ts does not add. */
const LATER_METHODS = ["allSettled", "at", "findLast", "hasOwn", "matchAll", "toSorted"];

/** Which of them a script calls. */
export function laterMethodsIn(source: string): string[] {
  return LATER_METHODS.filter((name) => source.includes(`.${name}(`));
}
