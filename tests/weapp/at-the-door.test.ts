import { beforeEach, expect, it } from "vitest";
import { alwaysOpenHours, givenStation } from "../support/given.js";
import { NEAR, NEARBY } from "./support/places.js";
import type { Program } from "./support/program.js";
import { Phone, testWechat } from "./support/wechat.js";

/** Just where the fuzzy position of somebody near it happens to lie. */
const AT_ROUGH_POINT = givenStation({
  id: "st_rough",
  name: "福州街驿站",
  location: { latitude: 38.48, longitude: 106.28 },
  hours: alwaysOpenHours,
});

const wechat = testWechat();
let phone: Phone;

beforeEach(() => {
  phone = new Phone();
  phone.privacyAgreed = true;
});

/** Tells of the shut door on 附近, and what the server is told. */
async function tell(program: Program): Promise<unknown> {
  await program.tap(/门关着/);
  await program.shows(/谢谢|收到|告诉|已/);
  const reports = () => program.network.sent.filter(({ path }) => path.includes("/reports"));
  await program.until(() => reports().length === 1, "the report");
  return JSON.parse(reports()[0]?.body ?? "");
}

it("a shut door is told without signing in, and without saying where the phone is", async () => {
  await wechat.test.store(NEAR);
  phone.position = NEAR.location;
  const program = wechat.open(phone);
  await program.tap("用我的位置");
  await program.shows(NEAR.name);
  expect(await tell(program)).toEqual({ kind: "door_closed", atDoor: true });
  expect([program.page.path, program.errors]).toEqual([NEARBY, []]);
});

it("by a rough position nobody is at a door, wherever it lies", async () => {
  await wechat.test.store(AT_ROUGH_POINT);
  phone.position = AT_ROUGH_POINT.location;
  const program = wechat.open(phone, {}, "fuzzy");
  await program.tap("用我的位置");
  await program.shows(AT_ROUGH_POINT.name);
  expect(await tell(program)).toEqual({ kind: "door_closed", atDoor: false });
  expect(program.errors).toEqual([]);
});
