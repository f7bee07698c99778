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
