import { beforeEach, describe, expect, it } from "vitest";
import { givenSession } from "../support/given-class.js";
import { CLASS, CLASSES, FAR, NEAR, NEARBY, STATION, WISHES } from "./support/places.js";
import { Phone, testWechat } from "./support/wechat.js";

const wechat = testWechat();
let phone: Phone;

beforeEach(async () => {
  await wechat.test.store(NEAR, FAR);
  phone = new Phone();
});

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

it.each([
  [NEARBY, "驿站"],
  [CLASSES, "免费课"],
  [WISHES, "微心愿"],
])("forwards %s, and puts it on the timeline, with words that say what it is", async (path, words) => {
  const program = wechat.open(phone, { path, scene: 1001 });
  for (const way of ["onShareAppMessage", "onShareTimeline"] as const) {
    await program.until(() => JSON.stringify(program.forward(way)).includes(words), `${words} on the card of ${way}`);
  }
  expect(program.forward("onShareAppMessage")).toMatchObject({ path: `/${path}` });
});

it("forwards a class with its name and day, which are true whenever they are read", async () => {
  const session = givenSession({ title: "瑜伽" });
  await wechat.test.deps.classSessions.put({ session, previous: null });
  const program = wechat.open(phone, { path: CLASS, query: { id: session.id }, scene: 1007 });
  await program.shows("瑜伽");
  const card = program.forward("onShareAppMessage");
  expect(card).toMatchObject({ title: expect.stringMatching(/瑜伽.*周.*月.*日/), path: `/${CLASS}?id=${session.id}` });
  expect(program.forward("onShareTimeline")).toMatchObject({ query: `id=${session.id}` });
});

describe("on the timeline, where WeChat shows one page alone", () => {
  it("shows the station, and leads to the whole program for the way there", async () => {
    const program = wechat.open(phone, { path: STATION, query: { id: "st_near" }, scene: 1154 });
    await program.shows(NEAR.name);
    await program.shows("前往小程序");
    await program.tap("带我去");
    expect(phone.seen.toasts.at(-1)).toContain("前往小程序");
    expect(program.errors).toEqual([]);
  });

  it("answers a tap that would open another page", async () => {
    const program = wechat.open(phone, { path: NEARBY, scene: 1154 });
    await program.shows("前往小程序");
    await program.tap("自己选地方");
    expect(phone.seen.toasts.at(-1)).toContain("前往小程序");
    await program.at(NEARBY);
  });

  it("answers a tap that would sign in", async () => {
    const session = givenSession();
    await wechat.test.deps.classSessions.put({ session, previous: null });
    const program = wechat.open(phone, { path: CLASS, query: { id: session.id }, scene: 1154 });
    await program.tap("报名");
    await program.tap("微信登录");
    expect(phone.seen.toasts.at(-1)).toContain("前往小程序");
    expect(program.errors).toEqual([]);
  });
});

it.each([
  [CLASS, "不知道是哪节课"],
  ["visitor/wish/index", "没找到这个心愿"],
])("says so on %s where a link names none, and asks the server for none", async (path, words) => {
  const program = wechat.open(phone, { path, scene: 1007 });
  await program.shows(words);
  expect(program.network.sent.filter(({ path: asked }) => /\/(classes|wishes)\/?$/.test(asked))).toEqual([]);
});
