import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { listWishesAnew } from "../../../api/wishes/list-anew.js";
import { createWishStore } from "../../../api/wishes/wish-store.js";
import type { WishFigureAnswer } from "../../../shared/wishes/figures-answer.js";
import type { OpenWishes, WishHandovers } from "../../../shared/wishes/wish-answer.js";
import { openWishDesk, READY, type WishDesk } from "../../api/wishes/wish-desk.js";
import { beijing } from "../../support/given.js";
import { givenUser } from "../../support/given-user.js";
import { givenWish } from "../../support/given-wish.js";
import { TRANSPORTS } from "../../support/test-app.js";

describe.each(TRANSPORTS)("the lists of wishes over %s", (transport) => {
  let desk: WishDesk;
  beforeAll(async () => {
    desk = await openWishDesk(transport);
  });
  afterAll(() => desk.test.stop());
  beforeEach(() => desk.reset());

  const queue = (query = "", who: "officer" | "officer2" = "officer") =>
    desk.call<OpenWishes>(who, "GET", `/api/wishes/open${query}`);

  /** What is asked of Redis, apart from reading what was deployed and who asks. */
  async function tripsOf(read: () => Promise<unknown>): Promise<number> {
    await read();
    desk.test.takeRoundTrips();
    await read();
    return desk.test.takeRoundTrips();
  }

  it("are read a page at a time: as many trips for twelve hundred wishes as for two", async () => {
    const { deps } = desk.test;
    const add = async (count: number, wish: object) => {
      for (let n = 0; n < count; n += 50) {
        await Promise.all(Array.from({ length: Math.min(50, count - n) }, () => givenWish(deps, wish)));
      }
    };
    await add(2, { due: beijing("2026-11-26T10:00") });
    const few = await tripsOf(() => queue("?limit=5"));
    await add(600, { state: "rejected" });
    await add(600, { due: beijing("2026-11-26T10:00") });
    expect(await tripsOf(() => queue("?limit=5"))).toBe(few);
    expect((await queue("?limit=5")).body).toMatchObject({ total: 602, overdue: 0, nextCursor: "5" });
  });

  it("leave other months alone where figures are asked for one", async () => {
    const { deps } = desk.test;
    const inMonth = (month: string) => givenWish(deps, { createdAt: beijing(`${month}-15T10:00`), state: "rejected" });
    await inMonth("2026-10");
    for (const month of ["2025-12", "2026-09", "2026-11"]) await inMonth(month);
    const read: string[] = [];
    const { readSubmitted } = deps.wishes;
    Object.assign(deps.wishes, {
      readSubmitted: async (...asked: Parameters<typeof readSubmitted>) => {
        const found = await readSubmitted(...asked);
        read.push(...found.wishes.map(({ createdAt }) => new Date(createdAt).toISOString().slice(0, 7)));
        return found;
      },
    });
    const { body } = await desk.call<WishFigureAnswer>("officer", "GET", "/api/wishes/figures?from=2026-10&to=2026-10");
    Object.assign(deps.wishes, { readSubmitted });
    expect([read, body.total.received]).toEqual([["2026-10"], 1]);
  });

  it("hold no wish of the officer's own, in no count either", async () => {
    const officer = givenUser({ roles: ["officer", "worker"], reach: ["6401"] });
    const token = await desk.test.signInAs(officer);
    const due = beijing("2026-11-24T10:00");
    await givenWish(desk.test.deps, { person: officer.id, due });
    const other = await givenWish(desk.test.deps, { due });
    const { body } = await desk.test.call<OpenWishes>("GET", "/api/wishes/open", { token });
    expect([body.wishes.map(({ id }) => id), body.total, body.overdue]).toEqual([[other.id], 1, 1]);
  });

  it("tell a keeper what waits at their station until it is handed over", async () => {
    const id = await desk.wishAfter(...READY);
    const waiting = () => desk.call<WishHandovers>("keeper", "GET", "/api/wishes/handovers");
    expect((await waiting()).body.wishes.map((wish) => wish.id)).toEqual([id]);
    await desk.move("officer", id, "deliver");
    expect((await waiting()).body.wishes).toEqual([]);
  });

  it("are made from the wishes where an installation had none, and questions get an end", async () => {
    const { deps, connection, setNow } = desk.test;
    const { redis } = connection;
    const asked = await desk.wishAfter(["officer", "ask", { question: "多大码？" }]);
    const ready = await givenWish(deps, { state: "ready", stationId: "st_demo_01", code: "ABC346" });
    const kept = JSON.parse(String(await redis.hget("{stations}:wishes", asked)));
    await redis.hset("{stations}:wishes", { [asked]: JSON.stringify({ ...kept, due: null }) });
    const lists = await desk.test.local.keys("{stations}:wish*");
    await redis.del(...lists.filter((key) => key !== "{stations}:wishes"));
    const before = { ...deps, wishes: createWishStore(redis) };
    expect(await listWishesAnew(before)).toBe(2);
    expect(await listWishesAnew({ ...deps, wishes: createWishStore(redis) })).toBe(0);
    expect((await queue()).body.wishes.map(({ id }) => id).sort()).toEqual([asked, ready.id].sort());
    const waiting = await desk.call<WishHandovers>("keeper", "GET", "/api/wishes/handovers");
    expect(waiting.body.wishes.map(({ id }) => id)).toEqual([ready.id]);
    setNow(beijing("2026-12-08T10:00"));
    expect(await desk.stateOf(asked)).toBe("withdrawn");
  });
});
