import type { Context } from "hono";

/**
 * Where people reach this server: the setting, which production must have; in the demo the address of the request. What a
 * request says of it beyond that (`X-Forwarded-Host`) can be made up, and the address stands in codes people sign in by.
 *
 * @returns such as `https://station.example.cn`, without a slash at the end
 */
export function publicOrigin(c: Context, { publicUrl }: { publicUrl: string | null }): string {
  return publicUrl ?? new URL(c.req.url).origin;
}

/** The address of a page of the web build, which keeps its own paths behind the `#`. */
export function pageAddress(origin: string, page: string, query: Record<string, string>): string {
  return `${origin}/#/${page}?${new URLSearchParams(query)}`;
}
