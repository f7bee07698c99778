import { beforeEach, expect, it } from "vitest";
import { givenSession } from "../support/given-class.js";
import { CLASS, FAR, NEAR, NEARBY, STATION } from "./support/places.js";
import { Phone, testWechat } from "./support/wechat.js";

const BOOKINGS = "visitor/bookings/index";

const wechat = testWechat();
let phone: Phone;

beforeEach(async () => {
  await wechat.test.store(NEAR, FAR);
  phone = new Phone();
  phone.privacyAgreed = true;
});

/** Opens a class that the person has booked. */
async function openBooked() {
  const session = givenSession({ title: "瑜伽" });
  await wechat.test.deps.classSessions.put({ session, previous: null });
  const token = await wechat.test.signIn("worker");
  await wechat.test.call("POST", `/api/classes/${session.id}/booking`, { token });
  await wechat.keepSignIn(phone, token);
  return wechat.open(phone, { path: CLASS, query: { id: session.id }, scene: 1007 });
}

it("leads on beyond the ten pages that WeChat keeps, and back again", async () => {
  const program = await openBooked();
  for (let round = 0; round < 6; round++) {
    await program.tap("看我报的课");
    await program.at(BOOKINGS);
    await program.tap("看详情：瑜伽");
    await program.at(CLASS);
    await program.shows("看我报的课");
  }
  expect(program.stack).toHaveLength(10);
  await program.back();
  expect([program.stack.length, program.page.path]).toEqual([9, CLASS]);
  await program.tap("看我报的课");
  await program.at(BOOKINGS);
  expect(program.errors).toEqual([]);
});

it("says so where a page cannot be fetched, and opens it once there is a network", async () => {
  const program = wechat.open(phone);
  await program.tap("用我的位置");
  await program.shows(NEAR.name);
  phone.unfetched.add("visitor");
  program.setNetwork("none");
  await program.tap(new RegExp(`^${FAR.name}`));
  await program.until(() => phone.seen.toasts.length === 1, "a word about it");
  expect(phone.seen.toasts).toEqual(["没打开，有网了再点一次"]);
  expect([program.page.path, program.errors]).toEqual([NEARBY, []]);
  program.setNetwork("4g");
  await program.tap(new RegExp(`^${FAR.name}`));
  await program.at(STATION);
});
