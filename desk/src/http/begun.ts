import { isOld, readSignIn, requestHeaders } from "./kept-sign-in";

/**
 * Runs by itself before the program has come (desk/early-start.ts puts it into the page): what any page of an officer
 * asks first is on its way while the rest is still being read.
 */
const ROWS_URL = "/api/desk/stations";
let begun: { token: string; reply: Promise<Response> } | null = null;

const signIn = readSignIn();
if (signIn?.user.roles.includes("officer") && !isOld(signIn)) {
  const reply = fetch(ROWS_URL, { headers: requestHeaders(signIn) });
  // Whoever takes it is told.
  reply.catch(() => undefined);
  begun = { token: signIn.token, reply };
}
fetchPage();

/** The reply to a request that is on its way already, once: to a GET of the same address with the same token. */
export function takeBegun(url: string, headers: Record<string, string>): Promise<Response> | null {
  if (begun === null || url !== ROWS_URL) return null;
  const { token, reply } = begun;
  begun = null;
  return headers.authorization === `Bearer ${token}` && !("if-none-match" in headers) ? reply : null;
}

/** Has the browser fetch the program of the page in the address: it would be named only once the frame runs. */
function fetchPage(): void {
  const pages: unknown = JSON.parse(document.getElementById("page-files")?.textContent ?? "{}");
  const name = location.pathname.split("/")[2] || "today";
  for (const href of (pages as Record<string, string[]>)[name] ?? []) {
    const link = document.createElement("link");
    const isStyle = href.endsWith(".css");
    link.rel = isStyle ? "preload" : "modulepreload";
    if (isStyle) link.as = "style";
    link.crossOrigin = "";
    link.href = href;
    document.head.append(link);
  }
}
