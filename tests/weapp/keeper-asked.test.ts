import { beforeEach, describe, expect, it } from "vitest";
import { connectWechat } from "../../api/wiring/connect-wechat.js";
import { HOUR_MS } from "../../shared/common/time.js";
import type { User } from "../../shared/people/user.js";
import { beijing } from "../support/given.js";
import { givenSession, givenVenue } from "../support/given-class.js";
import { givenPhotoFile } from "../support/given-photo.js";
import { givenKeeper, givenOfficer, givenUser } from "../support/given-user.js";
import { givenWish } from "../support/given-wish.js";
import { startWechatStandIn, type WechatStandIn } from "../support/wechat-stand-in.js";
import { CLASSES, ME, NEAR } from "./support/places.js";
import type { Program } from "./support/program.js";
import { Phone, testWechat } from "./support/wechat.js";

const NOW = beijing("2026-11-24T10:00");
const ALL = ["door", "task", "question"];
const ME_TAB = 3;

const wechat = testWechat();
let standIn: WechatStandIn;
let phone: Phone;

beforeEach(async () => {
  wechat.test.setNow(NOW);
  await wechat.test.store({ ...NEAR, verified: { location: null, services: null, open: NOW - HOUR_MS } });
  standIn = await startWechatStandIn();
  wechat.test.deps.wechat = connectWechat(standIn.account, wechat.test.connection.redis, () => undefined);
  const fields = { title: "thing1", note: "thing2" };
  wechat.test.deps.messageTemplates = {
    keeper_door: { id: "door", fields },
    keeper_task: { id: "task", fields },
    keeper_question: { id: "question", fields },
  };
  phone = new Phone();
  phone.privacyAgreed = true;
  phone.position = NEAR.location;
  return () => standIn.stop();
});

async function openAs(user: User, path: string, query: Record<string, string> = {}): Promise<Program> {
  await wechat.keepSignIn(phone, await wechat.test.signInAs(user));
  return wechat.open(phone, { path, query });
}
const leftShown = (program: Program, ...counts: [number, number, number]) =>
  program.shows(`微信还能提醒你：门 ${counts[0]} 条，任务 ${counts[1]} 条，问题 ${counts[2]} 条`);

describe("a keeper without a yes is asked within the tap", () => {
  it("that takes a photo, whose choice opens after WeChat's box", async () => {
    phone.answers.photo = { path: "wxfile://tmp/door.jpg", bytes: await givenPhotoFile() };
    const program = await openAs(givenKeeper(NEAR.id), "keeper/station/index", { id: NEAR.id });
    await leftShown(program, 0, 0, 0);
    await program.tap("拍一张门口的照片");
    await program.shows("再拍一张");
    await leftShown(program, 1, 1, 1);
    expect(await wechat.test.deps.stations.find(NEAR.id)).toMatchObject({ photos: [{ of: "entrance" }] });
    // What is not used up is not asked about.
    await program.tap("再拍一张门口的照片");
    expect([phone.seen.messageBoxes, program.errors]).toEqual([[ALL], []]);
  });

  it("that hands a wish over", async () => {
    const keeper = givenKeeper(NEAR.id);
    await givenWish(wechat.test.deps, { state: "ready", stationId: NEAR.id, code: "ABC346", due: NOW + 9 * HOUR_MS });
    const program = await openAs(keeper, "keeper/wishes/index");
    await leftShown(program, 0, 0, 0);
    await program.type("他的取货码", "ABC346");
    await program.tap(/^对码，交给他/);
    await program.shows("✓ 码对，交给他吧");
    expect([phone.seen.messageBoxes, program.errors]).toEqual([[ALL], []]);
  });

  it("that calls a roster; who says no is not asked at the next name, but by the line that is for it", async () => {
    phone.answers.messages = "reject";
    const session = givenSession({ venue: givenVenue({ id: NEAR.id }), startsAt: NOW + HOUR_MS / 2 });
    await wechat.test.deps.classSessions.put({ session, previous: null });
    for (const name of ["王师傅", "李师傅"]) {
      const token = await wechat.test.signInAs(givenUser());
      const json = { calledBy: name };
      await wechat.test.call("POST", `/api/classes/${session.id}/booking`, { token, json });
    }
    const program = await openAs(givenKeeper(NEAR.id), "keeper/roster/index", { id: session.id });
    await leftShown(program, 0, 0, 0);
    await program.tap(/^到了：1 号/);
    await program.tap(/^到了：2 号/);
    await program.until(
      () => program.network.answered.filter((path) => path.endsWith("/check-in")).length === 2,
      "both",
    );
    expect(phone.seen.messageBoxes).toEqual([ALL]);
    phone.answers.messages = "accept";
    await program.tap(/^微信还能提醒你/);
    await leftShown(program, 1, 1, 1);
    expect([phone.seen.messageBoxes, program.errors]).toEqual([[ALL, ALL], []]);
  });
});

it("asks an officer who keeps no station about tasks alone", async () => {
  const program = await openAs(givenOfficer("64"), "keeper/tasks/index");
  await program.shows("微信还能提醒你：任务 0 条");
  await program.tap(/^微信还能提醒你/);
  await program.shows("微信还能提醒你：任务 1 条");
  expect([phone.seen.messageBoxes, program.errors]).toEqual([[["task"]], []]);
});

describe("what waits for a keeper", () => {
  const report = async () =>
    wechat.test.call("POST", `/api/stations/${NEAR.id}/reports`, {
      token: await wechat.test.signInAs(givenUser()),
      json: { kind: "door_closed", atDoor: true },
    });
  const LINE = `${NEAR.name}：有人说门没开，点这里回一下`;

  it("is the first line on every tab and a mark on 我的, until it is answered", async () => {
    await report();
    const program = await openAs(givenKeeper(NEAR.id), "pages/nearby/index");
    await program.shows(LINE);
    expect(phone.seen.redDots).toEqual(new Set([ME_TAB]));
    await program.openTab(CLASSES);
    await program.shows(LINE);
    await program.tap(LINE);
    await program.tap("都对，确认");
    await program.shows("已存");
    await program.openTab(ME);
    await program.shows("站长工作台");
    await program.until(() => phone.seen.redDots.size === 0, "the mark to go");
    expect(program.errors).toEqual([]);
  });

  it("is the mark alone for whom a message can tell of it", async () => {
    await report();
    const keeper = givenKeeper(NEAR.id);
    await wechat.test.deps.grants.add(keeper.id, ["door"]);
    const program = await openAs(keeper, "pages/nearby/index");
    await program.until(() => phone.seen.redDots.has(ME_TAB), "the mark");
    await program.hides(LINE);
    expect(program.errors).toEqual([]);
  });

  it("is shown to nobody else", async () => {
    await report();
    const program = await openAs(givenUser(), "pages/nearby/index");
    await program.shows("用我的位置");
    expect(phone.seen.redDots).toEqual(new Set());
    await program.hides(LINE);
  });
});
