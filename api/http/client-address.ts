import type { Context } from "hono";

/**
 * Whose address a request comes from. A forwarded address is believed only from a proxy of ours; on Vercel it is the
 * platform that sets it.
 */
export function clientAddress(c: Context, trustProxy: boolean): string {
  if (trustProxy) {
    // The last entry is the one our own proxy added; those before it are what the caller claims.
    const forwarded = c.req.header("x-real-ip") ?? c.req.header("x-forwarded-for")?.split(",").at(-1)?.trim();
    if (forwarded) return forwarded;
  }
  const bindings: { incoming?: { socket?: { remoteAddress?: string } } } = c.env ?? {};
  return bindings.incoming?.socket?.remoteAddress ?? "unknown";
}
