import { beforeEach, expect, it } from "vitest";
import { givenSession } from "../support/given-class.js";
import { LATER_FUNCTIONS } from "./support/later-functions.js";
import { CLASSES, FAR, ME, NEAR, NEARBY, WISHES } from "./support/places.js";
import { Phone, testWechat } from "./support/wechat.js";

const wechat = testWechat();
let phone: Phone;

beforeEach(async () => {
  await wechat.test.store(NEAR, FAR);
  await wechat.test.deps.classSessions.put({ session: givenSession({ title: "瑜伽" }), previous: null });
  phone = new Phone();
  phone.engine = "oldest";
  // It asks nobody about privacy yet.
  phone.privacyAgreed = true;
  for (const name of LATER_FUNCTIONS) phone.missing.add(name);
});

const TABS = [
  [NEARBY, "用我的位置"],
  [CLASSES, "瑜伽"],
  [WISHES, "许个心愿"],
  [ME, "微信登录"],
] as const;

it.each(TABS)("starts on %s, and opens the other tabs", async (path, words) => {
  const program = wechat.open(phone, { path });
  await program.shows(words);
  for (const [other, says] of TABS) {
    await program.openTab(other);
    await program.shows(says);
  }
  expect(program.errors).toEqual([]);
});

it("finds the nearest open door, and shows it", async () => {
  const program = wechat.open(phone);
  await program.tap("用我的位置");
  await program.shows(NEAR.name);
  await program.tap(new RegExp(`^${FAR.name}`));
  await program.at("visitor/station/index");
  await program.shows("带我去");
  expect(program.errors).toEqual([]);
});

it("started anew without network, finds from what it keeps", async () => {
  const first = wechat.open(phone);
  await first.tap("用我的位置");
  await first.shows(NEAR.name);
  phone.network = "none";
  const second = wechat.open(phone);
  await second.shows(NEAR.name);
  expect([...first.errors, ...second.errors]).toEqual([]);
});
