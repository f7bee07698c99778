import { beforeEach, expect, it } from "vitest";
import { beijing, givenHours, givenStation } from "../support/given.js";
import { FAR, NEAR, NEARBY } from "./support/places.js";
import type { Program } from "./support/program.js";
import { Phone, testWechat } from "./support/wechat.js";

const AT_NEAR = NEAR.location;
/** Opens at 5:00, some 23 minutes on foot from where the phone stands. */
const AT_FIVE = givenStation({
  id: "st_five",
  name: "早班驿站",
  location: { latitude: AT_NEAR.latitude + 0.0145, longitude: AT_NEAR.longitude },
  hours: givenHours({ week: Array.from({ length: 7 }, () => [{ opens: 300, closes: 1_200 }]), holidays: "as_week" }),
});

const wechat = testWechat();
let phone: Phone;

beforeEach(() => {
  phone = new Phone();
  phone.privacyAgreed = true;
  phone.position = AT_NEAR;
});

async function find(): Promise<Program> {
  const program = wechat.open(phone);
  await program.tap("用我的位置");
  return program;
}

it("a door that somebody said is shut goes last for them, with the next door first, also after a restart", async () => {
  wechat.test.setNow(beijing("2026-11-24T10:00"));
  await wechat.test.store(NEAR, FAR);
  const program = await find();
  await program.shows(NEAR.name);
  await program.tap(/门关着/);
  await program.tap("找别的驿站");
  await program.tap(`带我去${FAR.name}`);
  expect(phone.seen.openedLocations).toEqual([{ ...FAR.location, name: FAR.name }]);
  await program.shows("你刚说门关着");
  expect(program.page.text().indexOf(FAR.name)).toBeLessThan(program.page.text().indexOf(NEAR.name));

  const restarted = wechat.open(phone);
  await restarted.shows("你刚说门关着");
  expect(restarted.page.text().indexOf(FAR.name)).toBeLessThan(restarted.page.text().indexOf(NEAR.name));
  expect([...program.errors, ...restarted.errors]).toEqual([]);
});

it("what was told by mistake is taken back before anybody hears of it", async () => {
  wechat.test.setNow(beijing("2026-11-24T10:00"));
  await wechat.test.store(NEAR, FAR);
  const program = await find();
  await program.shows(NEAR.name);
  await program.tap(/门关着/);
  await program.tap("撤回");
  await program.tap(`带我去${NEAR.name}`);
  expect(program.network.sent.filter(({ path }) => path.includes("/reports"))).toEqual([]);
  expect(program.errors).toEqual([]);
});

it("from beyond 150 m it is asked once whether one stands at the door", async () => {
  wechat.test.setNow(beijing("2026-11-24T10:00"));
  await wechat.test.store(FAR);
  const program = await find();
  await program.shows(FAR.name);
  await program.tap(/门关着/);
  await program.shows("你在门口吗？");
  await program.tap("没在，先不报");
  expect(program.network.sent.filter(({ path }) => path.includes("/reports"))).toEqual([]);
  expect(program.errors).toEqual([]);
});

it("at 04:20 the door 23 minutes away that opens at 5:00 stands in the list, with how long one waits", async () => {
  wechat.test.setNow(beijing("2026-11-24T04:20"));
  await wechat.test.store(AT_FIVE);
  const program = await find();
  await program.shows(AT_FIVE.name);
  await program.shows(/到了再等 \d+ 分钟，5:00 开/);
  expect(program.page.text()).not.toContain("附近现在没有开着的");
  expect(program.errors).toEqual([]);
});

it("where no station is within 20 km the page says so, and how far the nearest is", async () => {
  wechat.test.setNow(beijing("2026-11-24T10:00"));
  await wechat.test.store(NEAR);
  phone.position = { latitude: AT_NEAR.latitude - 1, longitude: AT_NEAR.longitude };
  const program = await find();
  await program.shows("这一带还没有驿站");
  await program.shows(/最近的在 111 公里外/);
  expect(program.page.text()).not.toContain("约 ");
  expect([program.page.path, program.errors]).toEqual([NEARBY, []]);
});

it("from a district's middle no minutes are told", async () => {
  wechat.test.setNow(beijing("2026-11-24T10:00"));
  await wechat.test.store(NEAR, FAR);
  const program = wechat.open(phone);
  await program.tap("自己选地方");
  await program.at("visitor/place/index");
  await program.tap(/^兴庆区/);
  await program.tap(/^兴庆区中间/);
  await program.at(NEARBY);
  await program.shows("从兴庆区中间算");
  await program.shows(NEAR.name);
  expect(program.page.text()).not.toMatch(/约 |\d 米/);
  expect(program.errors).toEqual([]);
});
