import type { Context } from "hono";

/**
 * Where people reach this server: the setting, else as the request came in; what a proxy of ours says of it is believed.
 *
 * @returns such as `https://station.example.cn`, without a slash at the end
 */
export function publicOrigin(c: Context, settings: { publicUrl: string | null; trustProxy: boolean }): string {
  if (settings.publicUrl !== null) return settings.publicUrl;
  const { host, protocol } = new URL(c.req.url);
  if (!settings.trustProxy) return `${protocol}//${host}`;
  const forwardedProtocol = c.req.header("x-forwarded-proto")?.split(",").at(-1)?.trim();
  const forwardedHost = c.req.header("x-forwarded-host")?.split(",").at(-1)?.trim();
  return `${forwardedProtocol ?? protocol.slice(0, -1)}://${forwardedHost ?? host}`;
}

/** The address of a page of the web build, which keeps its own paths behind the `#`. */
export function pageAddress(origin: string, page: string, query: Record<string, string>): string {
  return `${origin}/#/${page}?${new URLSearchParams(query)}`;
}
