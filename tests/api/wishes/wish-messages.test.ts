import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { wishComposers } from "../../../api/wishes/wish-messages.js";
import { APPROVED, CLAIMED, DELIVERED, openWishDesk, READY, type WishDesk } from "./wish-desk.js";

describe("what messages about wishes say", () => {
  let desk: WishDesk;
  beforeAll(async () => {
    desk = await openWishDesk();
  });
  afterAll(() => desk.test.stop());
  beforeEach(() => desk.reset());

  const compose = (kind: keyof typeof wishComposers, subject: string) =>
    wishComposers[kind](desk.test.deps, { id: "m", kind, user: "us_somebody1", subject, dueAt: 0 });

  it("is how far the wish is, and where to look", async () => {
    const id = await desk.wishAfter(APPROVED);
    expect(await compose("wish_reviewed", id)).toEqual({
      page: `visitor/wish/index?id=${id}`,
      content: {
        title: "心愿：防寒鞋服",
        state: "同意了",
        note: "等工会的人来认领",
        time: Date.parse("2026-12-01T02:00:00Z"),
      },
    });
    await desk.move("officer", id, "claim");
    expect((await compose("wish_claimed", id))?.content).toMatchObject({ state: "已认领" });
  });

  it("is the code and the place when it can be collected", async () => {
    const id = await desk.wishAfter(...READY);
    const { pickup } = (await desk.read("worker", id)).body;
    expect((await compose("wish_ready", id))?.content).toMatchObject({ code: pickup?.code, place: "丽景街驿站" });
  });

  it("is nothing once it is no longer true", async () => {
    const claimed = await desk.wishAfter(...CLAIMED);
    expect(await compose("wish_reviewed", claimed)).toBeNull();
    await desk.move("worker", claimed, "withdraw");
    expect(await compose("wish_claimed", claimed)).toBeNull();
    const delivered = await desk.wishAfter(...DELIVERED);
    expect(await compose("wish_ready", delivered)).toBeNull();
    expect(await compose("wish_delivered", "ws_nothinghere")).toBeNull();
  });

  it("fits into WeChat's fields", async () => {
    const id = await desk.wishAfter(...READY);
    const message = await compose("wish_ready", id);
    for (const text of [message?.content.title, message?.content.note])
      expect([...(text ?? "")].length).toBeLessThan(21);
  });
});
