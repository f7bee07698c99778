import { Hono } from "hono";
import { describe, expect, it } from "vitest";
import { clientAddress } from "../../../api/http/client-address.js";
import type { ClientAddress } from "../../../api/people/caller.js";

async function addressOf(
  remoteAddress: string,
  { headers = {}, trustProxy = false }: { headers?: Record<string, string>; trustProxy?: boolean } = {},
): Promise<string> {
  return (await clientOf(remoteAddress, { headers, trustProxy })).network;
}

async function clientOf(
  remoteAddress: string,
  { headers = {}, trustProxy = false }: { headers?: Record<string, string>; trustProxy?: boolean } = {},
): Promise<ClientAddress> {
  const app = new Hono().get("/", (c) => c.json(clientAddress(c, trustProxy)));
  const answer = await app.request("/", { headers }, { incoming: { socket: { remoteAddress } } });
  return (await answer.json()) as ClientAddress;
}

describe("the address of whoever calls", () => {
  it("is that of the connection, whatever the caller claims", async () => {
    const headers = { "x-forwarded-for": "198.51.100.7", "x-real-ip": "198.51.100.8" };
    expect(await addressOf("192.0.2.1", { headers })).toBe("192.0.2.1");
    expect(await addressOf("::ffff:192.0.2.1", { headers })).toBe("192.0.2.1");
  });

  it("is what our own proxy appended, whatever the caller put into the headers before", async () => {
    const headers = { "x-forwarded-for": "198.51.100.7, 203.0.113.9", "x-real-ip": "198.51.100.8" };
    expect(await addressOf("127.0.0.1", { headers, trustProxy: true })).toBe("203.0.113.9");
    expect(await addressOf("127.0.0.1", { trustProxy: true })).toBe("127.0.0.1");
  });

  it("is the same for all IPv6 addresses that one phone picks from its network, and only for those", async () => {
    const one = await addressOf("2001:db8:1:2:aaaa:bbbb:cccc:dddd");
    expect(await addressOf("2001:db8:1:2::1")).toBe(one);
    expect(await addressOf("2001:0DB8:0001:0002:0:0:0:9")).toBe(one);
    expect(await addressOf("2001:db8:1:2::5%eth0")).toBe(one);
    expect(await addressOf("2001:db8:1:3::1")).not.toBe(one);
    expect(await addressOf("::1")).toBe("0:0:0:0::/64");
  });

  it("has a site around it, which is the same for all networks of one customer", async () => {
    expect((await clientOf("2001:db8:1:2::1")).site).toBe((await clientOf("2001:db8:1:ffff::9")).site);
    expect((await clientOf("2001:db8:2:2::1")).site).not.toBe((await clientOf("2001:db8:1:2::1")).site);
    expect(await clientOf("192.0.2.1")).toEqual({ network: "192.0.2.1", site: "192.0.2.1" });
  });
});
