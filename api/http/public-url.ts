import type { Context } from "hono";

/**
 * Under which address people reach this server, without a slash at the end: the setting, else the address of the request,
 * as the proxy before us saw it where there is one.
 */
export function publicUrlOf(c: Context, settings: { publicUrl: string | null; trustProxy: boolean }): string {
  if (settings.publicUrl !== null) return settings.publicUrl;
  const { protocol, host } = new URL(c.req.url);
  const forwarded = (name: string) => (settings.trustProxy ? c.req.header(name)?.split(",").at(-1)?.trim() : undefined);
  return `${forwarded("x-forwarded-proto") ?? protocol.slice(0, -1)}://${forwarded("x-forwarded-host") ?? host}`;
}
