import { isIPv6 } from "node:net";
import type { Context } from "hono";
import type { ClientAddress } from "../people/caller.js";

/** A household or a phone is given a whole network of this many 16-bit groups, and picks addresses in it at will. */
const NETWORK_GROUPS = 4;
/** An office, a rented server or a determined household is given as many networks as fit into this many groups. */
const SITE_GROUPS = 3;

/**
 * Whose address a request comes from. A forwarded address is believed only from a proxy of ours, which appends to
 * `X-Forwarded-For` whatever the caller wrote there; on Vercel it is the platform that sets it.
 */
export function clientAddress(c: Context, trustProxy: boolean): ClientAddress {
  if (trustProxy) {
    // The last entry is the one our own proxy added; those before it are what the caller claims.
    const forwarded = c.req.header("x-forwarded-for")?.split(",").at(-1)?.trim();
    if (forwarded) return subscriber(forwarded);
  }
  const bindings: { incoming?: { socket?: { remoteAddress?: string } } } = c.env ?? {};
  return subscriber(bindings.incoming?.socket?.remoteAddress ?? "unknown");
}

function subscriber(address: string): ClientAddress {
  if (!address.includes(":")) return { network: address, site: address };
  const ipv4 = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  if (ipv4 !== undefined) return { network: ipv4, site: ipv4 };
  if (!isIPv6(address)) return { network: address, site: address };
  // Spells the address in one way: a scope is cut off, `::` and an IPv4 ending become groups.
  const spelled = new URL(`http://[${address.split("%")[0]}]`).hostname.slice(1, -1);
  const [start = [], end] = spelled.split("::").map((part) => part.split(":").filter((group) => group !== ""));
  const zeros = end === undefined ? [] : Array<string>(8 - start.length - end.length).fill("0");
  const groups = [...start, ...zeros, ...(end ?? [])];
  return {
    network: `${groups.slice(0, NETWORK_GROUPS).join(":")}::/64`,
    site: `${groups.slice(0, SITE_GROUPS).join(":")}::/48`,
  };
}
