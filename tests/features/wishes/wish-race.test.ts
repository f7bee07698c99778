import type { AddressInfo } from "node:net";
import { serve } from "@hono/node-server";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { APPROVED, type Failed, openWishDesk, type WishDesk } from "../../api/wishes/wish-desk.js";
import { givenOfficer } from "../../support/given-user.js";
import { TRANSPORTS } from "../../support/test-app.js";

const OFFICERS = 12;

describe.each(TRANSPORTS)("officers who claim over HTTP and %s", (transport) => {
  let desk: WishDesk;
  let server: ReturnType<typeof serve>;
  let origin: string;
  const tokens: string[] = [];
  beforeAll(async () => {
    desk = await openWishDesk(transport);
    origin = await new Promise<string>((resolve) => {
      const listening = ({ port }: AddressInfo) => resolve(`http://127.0.0.1:${port}`);
      server = serve({ fetch: desk.test.app.fetch, hostname: "127.0.0.1", port: 0 }, listening);
    });
    for (let n = 0; n < OFFICERS; n++) tokens.push(await desk.test.signInAs(givenOfficer("6401")));
  });
  afterAll(async () => {
    await new Promise((resolve) => server.close(resolve));
    await desk.test.stop();
  });

  const claim = async (id: string, token: string) => {
    const headers = { authorization: `Bearer ${token}`, "content-type": "application/json" };
    const response = await fetch(`${origin}/api/wishes/${id}/claim`, { method: "POST", headers, body: "{}" });
    return { status: response.status, body: (await response.json()) as Partial<Failed> };
  };

  it("are one who wins, and others who learn that it is claimed", async () => {
    for (let round = 0; round < 5; round++) {
      const id = await desk.wishAfter(APPROVED);
      const replies = await Promise.all(tokens.map((token) => claim(id, token)));
      expect(replies.filter(({ status }) => status === 200)).toHaveLength(1);
      const lost = replies.filter(({ status }) => status === 409);
      expect(lost).toHaveLength(OFFICERS - 1);
      for (const { body } of lost) expect(body.error?.current).toMatchObject({ id, state: "claimed" });

      const winner = replies.findIndex(({ status }) => status === 200);
      const wish = await desk.test.deps.wishes.find(id);
      const owner = await desk.test.deps.tokens.verify(tokens[winner] ?? "");
      expect(wish?.claim?.userId).toBe(owner?.userId);
      expect(wish?.steps.filter(({ step }) => step === "claim")).toHaveLength(1);
      await desk.move("worker", id, "withdraw");
    }
  });

  it("never merge two wishes into each other, so that one is left to be answered", async () => {
    for (let round = 0; round < 10; round++) {
      const ids = [(await desk.submit("worker")).body.id, (await desk.submit("other")).body.id] as const;
      const replies = await Promise.all([
        desk.move("officer", ids[0], "merge", { into: ids[1] }),
        desk.move("officer2", ids[1], "merge", { into: ids[0] }),
      ]);
      expect(replies.map(({ status }) => status).sort()).toEqual([200, 400]);
      const states = [await desk.stateOf(ids[0]), await desk.stateOf(ids[1])];
      expect(states.sort()).toEqual(["merged", "submitted"]);
      for (const [at, who] of (["worker", "other"] as const).entries()) await desk.move(who, ids[at] ?? "", "withdraw");
    }
  });
});
