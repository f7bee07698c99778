import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { HOUR_MS } from "../../../shared/common/time.js";
import { WISH_MOVE_NAMES, type WishMove } from "../../../shared/wishes/wish-states.js";
import { type Expected, FIRST_TEXT, PLAYERS, type Player, TEXTS, WishModel } from "../../api/wishes/wish-model.js";
import { beijing, givenStation } from "../../support/given.js";
import { givenKeeper, givenOfficer, givenUser } from "../../support/given-user.js";
import { startTestApp, type TestApp } from "../../support/test-app.js";

/** How many random plays. */
const SEEDS = 1_000;
const STEPS = 40;

type Step =
  | { kind: "submit"; by: Player }
  | { kind: "move"; by: Player; wish: number; move: WishMove; into: number; version: number | undefined }
  /** A move that is possible now, so that plays reach the end. */
  | { kind: "onward"; wish: number; choice: number }
  | { kind: "edit"; by: Player; wish: number; text: string; version: number | undefined }
  | { kind: "read"; by: Player; wish: number }
  | { kind: "wait"; hours: number };

const player = fc.constantFrom(...PLAYERS);
const wish = fc.nat(2);
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({ kind: fc.constant("submit" as const), by: fc.constantFrom<Player>("ma", "chen") }),
  },
  { weight: 8, arbitrary: fc.record({ kind: fc.constant("onward" as const), wish: fc.nat(1), choice: fc.nat(5) }) },
  {
    weight: 6,
    arbitrary: fc.record({
      kind: fc.constant("move" as const),
      by: player,
      wish,
      move: fc.constantFrom(...WISH_MOVE_NAMES),
      into: wish,
      version: fc.option(fc.integer({ min: 1, max: 6 }), { nil: undefined, freq: 5 }),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant("edit" as const),
      by: fc.oneof({ weight: 2, arbitrary: fc.constantFrom<Player>("ma", "chen") }, { weight: 1, arbitrary: player }),
      wish: fc.nat(1),
      text: fc.constantFrom(...TEXTS),
      version: fc.option(fc.integer({ min: 1, max: 6 }), { nil: undefined, freq: 5 }),
    }),
  },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant("read" as const), by: player, wish }) },
  {
    weight: 3,
    arbitrary: fc.record({ kind: fc.constant("wait" as const), hours: fc.constantFrom(1, 30, 7 * 24, 16 * 24) }),
  },
);

const START = beijing("2026-09-14T10:00");
const INPUTS: Partial<Record<WishMove, object>> = {
  reject: { reason: "cash" },
  ask: { question: "多大码？" },
  answer: { answer: "大号" },
  refer: { where: "12351" },
  dispute: { reason: "broken" },
  rate: { rating: 5 },
  unfulfillable: { reason: "no_budget" },
};

describe("random plays of several people with a moving clock", () => {
  let test: TestApp;
  const tokens = new Map<Player, string>();
  beforeAll(async () => {
    test = await startTestApp();
    // A play lasts moments; people take days.
    Object.assign(test.deps.rateLimits, { allowWrite: async () => true, allowRead: () => true });
    await test.store(givenStation({ id: "st_own" }));
    for (const name of ["ma", "chen"] as const) tokens.set(name, await test.signInAs(givenUser()));
    for (const name of ["wang", "li"] as const) tokens.set(name, await test.signInAs(givenOfficer("6401")));
    tokens.set("abroad", await test.signInAs(givenOfficer("41")));
    tokens.set("zhang", await test.signInAs(givenKeeper("st_own")));
  });
  afterAll(() => test.stop());

  type Body = { id?: string; state?: string; version?: number; due?: string | null; contact?: unknown };
  const call = (by: Player, method: string, path: string, json?: object) =>
    test.call<Body>(method, path, { token: tokens.get(by), ...(json === undefined ? {} : { json }) });

  async function forgetWishes(): Promise<void> {
    const { redis } = test.connection;
    const found = await redis.keys("{stations}:wish*");
    await redis.del("{stations}:audit", "{stations}:outbox:messages", "{stations}:outbox:due", ...found);
  }

  /** What came of each move, over all plays. */
  const seen = new Set<string>();

  async function play(steps: readonly Step[]): Promise<void> {
    await forgetWishes();
    const model = new WishModel();
    const ids: string[] = [];
    let now = START;
    test.setNow(now);
    const compare = (said: unknown, expected: Expected, { status, body }: { status: number; body: Body }) => {
      const answered: Expected = { status };
      if (expected.state !== undefined) answered.state = body.state as NonNullable<Expected["state"]>;
      if (expected.version !== undefined) answered.version = Number(body.version);
      if (expected.due !== undefined) answered.due = body.due ? Date.parse(body.due) : null;
      expect({ said, ...answered }).toEqual({ said, ...expected });
    };
    for (const one of steps) {
      if (one.kind === "wait") {
        now += one.hours * HOUR_MS;
        test.setNow(now);
      } else if (one.kind === "submit") {
        const contact = { name: "老马", phone: "13895071234" };
        const wished = { category: "health", text: FIRST_TEXT, stationId: "st_own", contact };
        const reply = await call(one.by, "POST", "/api/wishes", wished);
        compare(one, model.submit(one.by, now), reply);
        if (reply.status === 201) ids.push(reply.body.id ?? "");
      } else if (one.wish < ids.length) {
        const path = `/api/wishes/${ids[one.wish]}`;
        if (one.kind === "read") {
          const expected = model.read(one.by, one.wish, now);
          const reply = await call(one.by, "GET", path);
          compare(one, expected, reply);
          if (reply.status === 200) {
            expect([one, reply.body.contact !== null]).toEqual([one, model.showsContact(one.by, one.wish, now)]);
          }
        } else if (one.kind === "edit") {
          const { text, version } = one;
          const said = { text, ...(version === undefined ? {} : { version }) };
          const expected = model.edit(one.by, one.wish, said, now);
          compare(one, expected, await call(one.by, "PUT", path, said));
          seen.add(`edit ${expected.status}`);
        } else {
          const chosen = one.kind === "move" ? one : model.onward(one.wish, one.choice, now);
          if (chosen === null) continue;
          const { by, move } = chosen;
          const version = one.kind === "move" ? one.version : undefined;
          const other = one.kind === "move" ? one.into : ids.length - 1 - one.wish;
          const into = other in ids ? other : one.wish;
          const json = {
            ...INPUTS[move],
            ...(move === "merge" ? { into: ids[into] } : {}),
            ...(version === undefined ? {} : { version }),
          };
          const expected = model.move(by, one.wish, move, { into, version }, now);
          compare(one, expected, await call(by, "POST", `${path}/${move}`, json));
          seen.add(`${move} ${expected.status}`);
        }
      }
    }
  }

  it(`of ${SEEDS} seeds go as the plain model says`, { timeout: 900_000 }, async () => {
    await fc.assert(fc.asyncProperty(fc.array(step, { minLength: 10, maxLength: STEPS, size: "max" }), play), {
      numRuns: SEEDS,
      endOnFailure: false,
    });
    expect([200, 403, 404, 409].filter((status) => !seen.has(`edit ${status}`))).toEqual([]);
    const moves = (status: number) => WISH_MOVE_NAMES.filter((move) => seen.has(`${move} ${status}`));
    expect([moves(200), moves(409)]).toEqual([WISH_MOVE_NAMES, WISH_MOVE_NAMES]);
  });
});
