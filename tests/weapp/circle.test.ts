import { beforeEach, expect, it } from "vitest";
import { readServiceHours } from "../../shared/stations/services/read-service-hours.js";
import { beijing, givenAmenity } from "../support/given.js";
import { FAR, NEAR } from "./support/places.js";
import { Phone, testWechat } from "./support/wechat.js";

const CIRCLE = "visitor/circle/index";

const wechat = testWechat();
let phone: Phone;

beforeEach(async () => {
  wechat.test.setNow(beijing("2026-11-24T10:00"));
  const { hours } = readServiceHours("周二14:00-16:00", "2026-11-24");
  if (hours === null) throw new Error("not read");
  const timedServices = [{ name: "法律援助", hours, note: null, confirmedAt: 1 }];
  await wechat.test.store({ ...NEAR, amenities: { toilet: givenAmenity() }, timedServices }, FAR);
  phone = new Phone();
  phone.privacyAgreed = true;
});

it("shows what lies within 15 minutes, and leads to the door", async () => {
  const program = wechat.open(phone);
  await program.tap("用我的位置");
  await program.shows(NEAR.name);
  await program.tap(/我的15分钟圈/);
  await program.at(CIRCLE);
  await program.shows("今天 14:00 开始");
  expect(program.page.text()).toMatch(/厕所.*现在 1 家.*卫生间/s);
  await program.tap("骑车");
  await program.tap(/法律援助/);
  await program.at("visitor/station/index");
  await program.shows("定时服务");
  expect(program.errors).toEqual([]);
});

it("leads on by hand where nobody said where, and stands without network from what the phone keeps", async () => {
  const first = wechat.open(phone, { path: CIRCLE });
  await first.shows("你在哪一带？");
  await first.tap("用我的位置");
  await first.shows("今天 14:00 开始");
  const again = wechat.open(phone);
  await again.shows(NEAR.name);
  phone.network = "none";
  await again.tap(/我的15分钟圈/);
  await again.shows(/没网|没连上网/);
  expect(again.errors).toEqual([]);
});
