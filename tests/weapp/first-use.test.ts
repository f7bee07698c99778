import { beforeEach, describe, expect, it } from "vitest";
import { givenSession } from "../support/given-class.js";
import { CLASSES, FAR, ME, NEAR, NEARBY, WISHES } from "./support/places.js";
import type { Program } from "./support/program.js";
import { Phone, testWechat } from "./support/wechat.js";

const wechat = testWechat();
let phone: Phone;

beforeEach(async () => {
  await wechat.test.store(NEAR, FAR);
  // 课程 asks for the position too, where there is a class to sort.
  await wechat.test.deps.classSessions.put({ session: givenSession(), previous: null });
  phone = new Phone();
});

const TABS = [CLASSES, WISHES, ME];
/** Every order in which the other tabs are looked at before 附近. */
const ORDERS = TABS.flatMap((first) => {
  const rest = TABS.filter((tab) => tab !== first);
  return [[first], [first, ...rest], [first, ...[...rest].reverse()]];
});

async function find(program: Program): Promise<void> {
  await program.tap("用我的位置");
  await program.tap("同意");
  await program.shows(NEAR.name);
}

/** 兴庆区's middle, for somebody who does not say where they are. */
async function pickByHand(program: Program): Promise<void> {
  await program.tap("自己选地方");
  await program.at("visitor/place/index");
  await program.tap(/^兴庆区/);
  await program.tap(/^兴庆区中间/);
  await program.at(NEARBY);
  await program.shows(NEAR.name);
}

describe("the first use", () => {
  it("asks for the privacy guide, then for the position, and shows the nearest open door", async () => {
    const program = wechat.open(phone);
    await find(program);
    expect(phone.seen.privacyAnswers).toEqual(["agree"]);
    await program.tap(`带我去${NEAR.name}`);
    expect(phone.seen.openedLocations).toEqual([{ ...NEAR.location, name: NEAR.name }]);
    expect(program.errors).toEqual([]);
  });

  it("has the first of the list chosen on the map, with the way there under it", async () => {
    const program = wechat.open(phone);
    await find(program);
    await program.tap("看地图");
    await program.until((page) => page.count("map-selected") === 1, "the card under the map");
    expect(program.errors).toEqual([]);
  });

  it.each(ORDERS.map((order) => [order.join(", "), order] as const))(
    "after %s shows the sheet on 附近",
    async (_, order) => {
      const program = wechat.open(phone);
      for (const tab of order) {
        await program.openTab(tab);
        await program.until((page) => page.text() !== "", tab);
      }
      await program.openTab(NEARBY);
      await find(program);
      expect(phone.seen.privacyAnswers).toEqual(["agree"]);
      expect(program.errors).toEqual([]);
    },
  );

  it("after a page that asks for photos and was left, is asked as if that page had never been", async () => {
    const program = wechat.open(phone);
    await program.openTab(WISHES);
    await program.tap("许个心愿");
    await program.at("visitor/make-wish/index");
    await program.back();
    await program.openTab(NEARBY);
    await find(program);
    expect(phone.seen.privacyAnswers).toEqual(["agree"]);
  });

  it("gives no answer for somebody who leaves while asked, and asks again where they are next", async () => {
    const program = wechat.open(phone);
    await program.tap("用我的位置");
    await program.shows("同意");
    await program.openTab(CLASSES);
    await program.until((page) => page.text() !== "", CLASSES);
    expect(phone.seen.privacyAnswers).toEqual([]);
    await program.openTab(NEARBY);
    await program.tap("同意");
    await program.shows(NEAR.name);
  });

  it("leads somebody who does not agree to a place picked by hand", async () => {
    const program = wechat.open(phone);
    await program.tap("用我的位置");
    await program.tap(/^不同意/);
    expect(phone.seen.privacyAnswers).toEqual(["disagree"]);
    await pickByHand(program);
  });
});

describe("the position", () => {
  beforeEach(() => {
    phone.privacyAgreed = true;
  });

  it("refused: says how to allow it, in a tap, and finds without it", async () => {
    phone.answers.position = "deny";
    const program = wechat.open(phone);
    await program.tap("用我的位置");
    await program.tap("怎么允许位置");
    expect(phone.seen.settingsOpened).toBe(1);
    await pickByHand(program);
    expect(program.errors).toEqual([]);
  });

  it("allowed later, in WeChat's settings, it is used", async () => {
    phone.answers.position = "deny";
    const program = wechat.open(phone);
    await program.tap("用我的位置");
    await program.shows("怎么允许位置");
    phone.answers.position = "allow";
    await program.tap("怎么允许位置");
    await program.tap(/我的位置$/);
    await program.shows(NEAR.name);
  });

  it.each(["times out", "off"] as const)("%s: says so and leads on", async (position) => {
    phone.answers.position = position;
    const program = wechat.open(phone);
    await program.tap("用我的位置");
    await program.shows("再试一次我的位置");
    await pickByHand(program);
    expect(program.errors).toEqual([]);
  });

  it("rough: the fuzzy build finds by it, and asks no precise one", async () => {
    const program = wechat.open(phone, {}, "fuzzy");
    await program.tap("用我的位置");
    await program.shows(NEAR.name);
    await program.shows("大致位置");
    expect([...phone.permissions.keys()]).toEqual(["scope.userFuzzyLocation"]);
  });

  it("none: the build that may not ask finds by a place, and never asks", async () => {
    const program = wechat.open(phone, {}, "none");
    await program.shows("自己选地方");
    expect(program.page.text()).not.toContain("用我的位置");
    await pickByHand(program);
    expect([...phone.permissions.keys()]).toEqual([]);
    expect(program.errors).toEqual([]);
  });
});

describe("the phone", () => {
  it("has ten requests at a time", async () => {
    phone.privacyAgreed = true;
    const program = wechat.open(phone);
    await program.tap("用我的位置");
    await program.shows(NEAR.name);
    expect(program.network.sent.length).toBeGreaterThan(0);
    expect(program.network.mostAtOnce).toBeLessThanOrEqual(10);
  });

  it("that is full keeps working", async () => {
    phone.privacyAgreed = true;
    for (let key = 0; key < 10; key++) phone.storage.set(`other-${key}`, "x".repeat(1024 * 1024));
    const program = wechat.open(phone);
    await program.tap("用我的位置");
    await program.shows(NEAR.name);
    expect(program.errors).toEqual([]);
  });
});
