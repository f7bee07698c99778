import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from "vitest";
import { FAR, NEAR, NEARBY, STATION } from "./support/places.js";
import { Phone, startWechat, type Wechat } from "./support/wechat.js";

let wechat: Wechat;
let phone: Phone;

beforeAll(async () => {
  wechat = await startWechat();
});
beforeEach(async () => {
  await wechat.test.local.clear();
  await wechat.test.store(NEAR, FAR);
  phone = new Phone();
});
afterEach(() => wechat.closeAll());
afterAll(() => wechat.stop());

it("opens a station by its poster's plain code, which comes encoded in q", async () => {
  const q = encodeURIComponent("https://yizhan.example/?station=st_near#/visitor/station/index?id=st_near");
  const program = wechat.open(phone, { path: STATION, query: { q }, scene: 1011 });
  await program.shows(NEAR.name);
  expect(program.errors).toEqual([]);
});

it.each(["st_near", encodeURIComponent("id=st_near")])(
  "opens a station by a mini-program code, scene %s",
  async (scene) => {
    const program = wechat.open(phone, { path: STATION, query: { scene }, scene: 1047 });
    await program.shows(NEAR.name);
  },
);

it("says so and leads on where a code names no station, and asks the server for none", async () => {
  const program = wechat.open(phone, { path: STATION, query: { scene: "poster" }, scene: 1047 });
  await program.shows("不知道是哪个驿站");
  await program.tap("看附近的");
  await program.at(NEARBY);
  expect(program.network.sent.filter(({ path }) => path.includes("/stations"))).toEqual([]);
});

it("opens a station that somebody forwarded", async () => {
  const program = wechat.open(phone, { path: STATION, query: { id: "st_near" }, scene: 1007 });
  await program.shows(NEAR.name);
  const card = program.forward("onShareAppMessage");
  expect(card).toMatchObject({ title: expect.stringContaining(NEAR.name), path: `/${STATION}?id=st_near` });
});
