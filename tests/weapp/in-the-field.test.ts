import { beforeEach, expect, it } from "vitest";
import { FAR, NEAR, NEARBY } from "./support/places.js";
import { Phone, testWechat, type Wechat } from "./support/wechat.js";

const wechat = testWechat();
let phone: Phone;

beforeEach(async () => {
  await wechat.test.store(NEAR, FAR);
  wechat.test.deps.minClientVersion = null;
  wechat.test.passWallTime(2 * 60_000);
  phone = new Phone();
  phone.privacyAgreed = true;
});

const counted = () => wechat.test.deps.clientErrors.count(wechat.test.deps.wallClock(), 7);
const allCounted = (total: number) => expect.poll(async () => (await counted()).total, { timeout: 20_000 }).toBe(total);
const errorsSent = (program: ReturnType<Wechat["open"]>) =>
  program.network.sent.filter(({ path }) => path === "/api/client-errors");
/** What a page threw and nobody caught. */
const fail = (program: ReturnType<Wechat["open"]>, said: string) => program.fails(new TypeError(said));

it("leads home from a page that there is not, and tells of it", async () => {
  const program = wechat.open(phone, { path: "pages/gone/index", query: { latitude: "38.4741" } });
  await program.at(NEARBY);
  await program.shows("用我的位置");
  await allCounted(1);
  const { kinds } = await counted();
  expect(kinds).toMatchObject([{ kind: "page_not_found", message: "no page pages/gone/index", platform: "wechat" }]);
});

it("tells of each error once, ten at the most, without what is personal, and to WeChat's log as well", async () => {
  const program = wechat.open(phone);
  await program.shows("用我的位置");
  fail(program, "no place at 38.4741,106.2812");
  for (let i = 0; i < 3; i++) fail(program, "undefined is not a function");
  for (let i = 0; i < 30; i++) fail(program, `error ${i}`);
  await allCounted(10);
  await program.quiet();
  expect(errorsSent(program)).toHaveLength(10);
  expect(errorsSent(program).every(({ header }) => !("authorization" in header))).toBe(true);
  const { total, kinds } = await counted();
  expect([total, kinds.length]).toEqual([10, 10]);
  expect(JSON.stringify(kinds)).not.toMatch(/38\.|106\./);
  expect(kinds.map(({ message }) => message)).toContain("TypeError: undefined is not a function");
  expect(phone.seen.realtimeLog).toHaveLength(10);
});

it("does not tell of the error that telling of one ends with", async () => {
  const program = wechat.open(phone);
  await program.shows("用我的位置");
  program.network.intercept = ({ path }) => {
    if (path === "/api/client-errors") return new Response("<html>", { status: 500 });
    return null;
  };
  fail(program, "one");
  await program.until(() => errorsSent(program).length === 1, "the error");
  await program.quiet();
  expect(errorsSent(program)).toHaveLength(1);
});

it("keeps errors for when the network is back", async () => {
  const program = wechat.open(phone);
  await program.shows("用我的位置");
  program.setNetwork("none");
  fail(program, "without network");
  await program.quiet();
  expect((await counted()).total).toBe(0);
  program.setNetwork("4g");
  await allCounted(1);
  expect((await counted()).kinds).toMatchObject([{ message: "TypeError: without network" }]);
});

it("a version that the server no longer takes changes to the new one, with a word", async () => {
  wechat.test.deps.minClientVersion = "99.0.0";
  phone.update = "ready";
  const program = wechat.open(phone);
  await program.tap("用我的位置");
  await program.until(() => phone.seen.restartsForUpdate === 1, "the new version");
  expect(phone.seen.modals).toMatchObject([{ title: "要换成新版" }]);
});

it("without a new version at hand, an old one says what to do", async () => {
  wechat.test.deps.minClientVersion = "99.0.0";
  const program = wechat.open(phone);
  await program.tap("用我的位置");
  await program.shows("这个版本太旧了");
  expect([phone.seen.modals, phone.seen.restartsForUpdate]).toEqual([[], 0]);
});

it("a new version that came leaves a version alone that the server takes", async () => {
  phone.update = "ready";
  const program = wechat.open(phone);
  await program.tap("用我的位置");
  await program.shows(NEAR.name);
  expect([phone.seen.modals, phone.seen.restartsForUpdate]).toEqual([[], 0]);
});
