import { beforeEach, expect, it } from "vitest";
import { beijing } from "../support/given.js";
import { FAR, NEAR, WISHES } from "./support/places.js";
import { Phone, testWechat } from "./support/wechat.js";

const wechat = testWechat();
let phone: Phone;

beforeEach(async () => {
  wechat.test.setNow(beijing("2026-11-24T10:00"));
  await wechat.test.store(NEAR, FAR);
  phone = new Phone();
  phone.privacyAgreed = true;
});

it("unpaid wages lead to 12351 and legal aid at once, with nothing to fill in and no sign-in", async () => {
  const program = wechat.open(phone);
  await program.openTab(WISHES);
  await program.tap("许个心愿");
  await program.at("visitor/make-wish/index");
  await program.tap("欠工资、受了工伤");
  await program.tap("打 12351 工会热线");
  await program.tap("打 12348 法律援助");
  expect(phone.seen.calls).toEqual(["12351", "12348"]);
  expect(program.page.text()).not.toContain("说一两句");
  expect(program.errors).toEqual([]);
});

it("how one travels is chosen beside the minutes, and remembered", async () => {
  const first = wechat.open(phone);
  await first.tap("用我的位置");
  await first.shows(NEAR.name);
  await first.tap("骑车");
  const second = wechat.open(phone);
  await second.shows(NEAR.name);
  await second.openTab("pages/me/index");
  await second.shows("骑车");
  expect(second.errors).toEqual([]);
});
