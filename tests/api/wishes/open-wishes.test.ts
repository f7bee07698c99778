import { readSheet } from "read-excel-file/node";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { WishFigureAnswer } from "../../../shared/wishes/figures-answer.js";
import type { BulkReviewAnswer, OpenWishes, SimilarWishes } from "../../../shared/wishes/wish-answer.js";
import { beijing, givenStation } from "../../support/given.js";
import { givenUser } from "../../support/given-user.js";
import { givenWish } from "../../support/given-wish.js";
import { TRANSPORTS } from "../../support/test-app.js";
import { APPROVED, CLAIMED, DELIVERED, openWishDesk, outcome, setNow, type WishDesk } from "./wish-desk.js";

describe.each(TRANSPORTS)("an officer's queue over %s", (transport) => {
  let desk: WishDesk;
  beforeAll(async () => {
    desk = await openWishDesk(transport);
  });
  afterAll(() => desk.test.stop());
  beforeEach(() => desk.reset());

  const queue = (query = "") => desk.call<OpenWishes>("officer", "GET", `/api/wishes/open${query}`);
  const ids = (answer: { body: OpenWishes }) => answer.body.wishes.map(({ id }) => id);

  it("stands by deadline, what is overdue first, what waits for the worker last", async () => {
    const { deps } = desk.test;
    const due = (text: string) => ({ due: beijing(text) });
    const later = await givenWish(deps, due("2026-11-26T10:00"));
    const asked = await givenWish(deps, { state: "need_info" });
    const sooner = await givenWish(deps, { ...due("2026-11-25T10:00"), state: "approved" });
    const overdue = await givenWish(deps, due("2026-11-24T10:00"));
    await givenWish(deps, { state: "rejected" });
    const { body } = await queue();
    expect(body.wishes.map(({ id, isOverdue }) => [id, isOverdue])).toEqual([
      [overdue.id, true],
      [sooner.id, false],
      [later.id, false],
      [asked.id, false],
    ]);
    expect([body.total, body.overdue, body.nextCursor]).toEqual([4, 1, null]);
  });

  it("is read page by page, and filtered", async () => {
    const { deps } = desk.test;
    for (let n = 0; n < 5; n++) await givenWish(deps, { due: beijing("2026-11-26T10:00") + n });
    const health = await givenWish(deps, { category: "health", state: "approved" });
    const elsewhere = await givenWish(deps, { districtCode: "640105" });
    const pages: string[] = [];
    for (let cursor: string | null = "0"; cursor !== null; ) {
      const { body } = await queue(`?limit=3&cursor=${cursor}`);
      pages.push(...body.wishes.map(({ id }) => id));
      cursor = body.nextCursor;
    }
    expect(new Set(pages).size).toBe(7);
    expect(ids(await queue("?category=health"))).toEqual([health.id]);
    expect(ids(await queue("?district=640105"))).toEqual([elsewhere.id]);
    expect(ids(await queue("?state=approved"))).toEqual([health.id]);
    expect((await queue("?district=6401")).body.total).toBe(7);
    expect((await queue("?district=41")).body.total).toBe(0);
  });

  it("holds nothing outside the officer's reach", async () => {
    await givenWish(desk.test.deps, { districtCode: "410102" });
    const own = await givenWish(desk.test.deps);
    const token = await desk.test.signInAs(givenUser({ roles: ["officer"], reach: ["6401"] }));
    const { body } = await desk.test.call<OpenWishes>("GET", "/api/wishes/open", { token });
    expect(body.wishes.map(({ id }) => id)).toEqual([own.id]);
  });

  it("shows wishes side by side that may be one, which are then merged", async () => {
    const { deps } = desk.test;
    const one = await givenWish(deps, { text: "想要一副防寒手套", counted: "li" });
    const alike = await givenWish(deps, { text: "希望给我一双防寒的手套" });
    const samePerson = await givenWish(deps, { text: "棉鞋四十二码", counted: "li" });
    await givenWish(deps, { text: "保温饭盒" });
    await givenWish(deps, { text: "想要一副防寒手套", districtCode: "410102", category: "family" });
    const { body } = await desk.call<SimilarWishes>("officer", "GET", `/api/wishes/${one.id}/similar`);
    expect(body.wishes.map(({ wish, samePerson: same }) => [wish.id, same])).toEqual([
      [alike.id, false],
      [samePerson.id, true],
    ]);
    expect(outcome(await desk.move("officer", alike.id, "merge", { into: alike.id }))).toBe("400 invalid_input");
    expect(outcome(await desk.move("officer", alike.id, "merge", { into: one.id }))).toBe("200 merged");
    expect(outcome(await desk.move("officer", one.id, "merge", { into: alike.id }))).toBe("400 invalid_input");
  });

  it("is reviewed many at a time, each by itself", async () => {
    const { deps } = desk.test;
    const [one, other] = [await givenWish(deps), await givenWish(deps)];
    const gone = await givenWish(deps, { state: "withdrawn" });
    const answer = await desk.call<BulkReviewAnswer>("officer", "POST", "/api/wishes/review", {
      ids: [one.id, gone.id, other.id, "ws_nothinghere"],
      move: "approve",
    });
    expect(answer.body.results).toEqual([
      { id: one.id, done: true, state: "approved" },
      { id: gone.id, done: false, state: "withdrawn" },
      { id: other.id, done: true, state: "approved" },
      { id: "ws_nothinghere", done: false, state: null },
    ]);
  });

  it("remembers the units that took wishes on", async () => {
    const id = await desk.wishAfter(APPROVED, ["officer", "claim", { unit: "丽景街街道工会" }]);
    expect((await desk.call<{ units: string[] }>("officer2", "GET", "/api/wishes/units")).body.units).toEqual([
      "丽景街街道工会",
    ]);
    expect((await desk.read("worker", id)).body.claim).toMatchObject({ by: "丽景街街道工会" });
  });

  describe("and the figures", () => {
    const figures = (query = "") => desk.call<WishFigureAnswer>("officer", "GET", `/api/wishes/figures${query}`);

    beforeEach(async () => {
      const { test, wishAfter, move } = desk;
      await wishAfter(...DELIVERED, ["worker", "confirm"], ["worker", "rate", { rating: 4 }]);
      await wishAfter(APPROVED, ["worker", "withdraw"]);
      await wishAfter(["officer", "refer", { where: "legal_aid" }]);
      setNow(test, "2026-12-01T10:00");
      await test.store(givenStation({ id: "st_other", name: "满春驿站", address: "银川市兴庆区满春路 2 号" }));
      await desk.submit("other", { category: "health", stationId: "st_other" });
      // Delivered is not fulfilled, as long as nobody confirmed it and its time is not over.
      const id = await wishAfter(...CLAIMED);
      await move("officer", id, "ready");
      await move("officer", id, "deliver");
      setNow(test, "2026-12-04T10:00");
    });

    it("count what is fulfilled by its state alone, and rates by what could be", async () => {
      const { body } = await figures();
      expect(body.total).toMatchObject({
        received: 5,
        reviewed: 4,
        approved: 3,
        claimed: 2,
        fulfilled: 1,
        withdrawn: 1,
        referred: 1,
        overdue: 1,
        fulfilmentRate: 0.5,
        claimRate: 2 / 3,
        satisfaction: 4,
      });
      expect(body.rows.map(({ key, received }) => [key, received])).toEqual([
        ["2026-12", 2],
        ["2026-11", 3],
      ]);
    });

    it.each(["month", "station", "street", "category"])("by %s open the wishes they count", async (by) => {
      const { body } = await figures(`?by=${by}`);
      for (const row of [...body.rows, body.total]) {
        for (const figure of ["received", "approved", "fulfilled", "overdue", "referred", "withdrawn"] as const) {
          const opened = await queue(`?${row.filter}&figure=${figure}`.replace("?&", "?"));
          expect([row.filter, figure, opened.body.total]).toEqual([row.filter, figure, row[figure]]);
        }
      }
      const labels = { month: "2026 年 12 月", station: "满春驿站", street: "满春路", category: "健康" };
      expect(body.rows.map(({ label }) => label)).toContain(labels[by as keyof typeof labels]);
    });

    it("come as a sheet with Chinese headers", async () => {
      const response = await desk.test.app.request("/api/wishes/figures.xlsx?by=category", {
        headers: { authorization: `Bearer ${desk.tokens.officer}` },
      });
      const rows = await readSheet(Buffer.from(await response.arrayBuffer()));
      expect(rows[0]?.slice(0, 4)).toEqual(["类别", "收到", "已审核", "通过"]);
      expect(rows.find(([label]) => label === "合计")?.[1]).toBe(5);
      expect(rows.map(([label]) => label)).toEqual(expect.arrayContaining(["防寒鞋服", "健康"]));
      const total = rows.find(([label]) => label === "合计") ?? [];
      expect(total[rows[0]?.indexOf("办结率") ?? -1]).toBe(0.5);
    });
  });
});
