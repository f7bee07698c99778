import { beforeEach, describe, expect, it } from "vitest";
import { connectWechat } from "../../api/wiring/connect-wechat.js";
import { type EpochMs, HOUR_MS, MINUTE_MS } from "../../shared/common/time.js";
import { beijing } from "../support/given.js";
import { givenSession } from "../support/given-class.js";
import { givenPhotoFile } from "../support/given-photo.js";
import { givenKeeper } from "../support/given-user.js";
import { startWechatStandIn, type WechatStandIn } from "../support/wechat-stand-in.js";
import { CLASS, FAR, ME, NEAR, WISHES } from "./support/places.js";
import type { Program } from "./support/program.js";
import { Phone, testWechat } from "./support/wechat.js";

const OPEN_ID = "o-somebody";
const NOW = beijing("2026-11-24T10:00");
/** When the reminders of the class of the next evening are due. */
const EVENING_BEFORE = beijing("2026-11-24T19:01");
const TWO_HOURS_BEFORE = beijing("2026-11-25T17:01");

const wechat = testWechat();
let standIn: WechatStandIn;
let phone: Phone;

beforeEach(async () => {
  wechat.test.setNow(NOW);
  await wechat.test.store(NEAR, FAR);
  standIn = await startWechatStandIn();
  standIn.makeTemplate("reminder", "thing1", "time2", "thing3");
  wechat.test.deps.wechat = connectWechat(standIn.account, wechat.test.connection.redis, () => undefined);
  wechat.test.deps.messageTemplates = {
    class_reminder_hours: { id: "reminder", fields: { title: "thing1", time: "time2", place: "thing3" } },
    class_reminder_day: { id: "reminder", fields: { title: "thing1", time: "time2", place: "thing3" } },
  };
  phone = new Phone();
  phone.privacyAgreed = true;
  phone.signInCode = () => standIn.codeOf(OPEN_ID);
  phone.onAgreed = (template) => standIn.agree(OPEN_ID, template);
  return () => standIn.stop();
});

/** Runs what is due at each of these times, on the day of the class. */
async function runJobsAt(...times: EpochMs[]): Promise<void> {
  for (const now of times) {
    wechat.test.setNow(now);
    // Each job runs once a minute at the most.
    wechat.test.passWallTime(MINUTE_MS);
    await wechat.test.call("POST", "/api/jobs/run", { headers: { authorization: "Bearer the-secret-of-the-timer" } });
  }
}
const outcomes = (now: EpochMs) => wechat.test.deps.outbox.outcomes(now, 7);

async function openClass(): Promise<{ program: Program; id: string }> {
  const session = givenSession();
  await wechat.test.deps.classSessions.put({ session, previous: null });
  return { program: wechat.open(phone, { path: CLASS, query: { id: session.id }, scene: 1007 }), id: session.id };
}

describe("a class", () => {
  it("is booked by one tap and one sign-in, and asks about reminders within a tap", async () => {
    const { program } = await openClass();
    await program.until(() => program.network.answered.includes("/api/messages/templates"), "templates");
    await program.tap("报名");
    await program.tap("微信登录");
    await program.shows("你报上了");
    expect(phone.seen.messageBoxes).toEqual([["reminder"]]);
    expect(program.errors).toEqual([]);
  });

  it("is booked the same by somebody who wants no messages; WeChat refuses them, and is not asked again", async () => {
    phone.answers.messages = "reject";
    const { program } = await openClass();
    await program.tap("报名");
    await program.tap("微信登录");
    await program.shows("你报上了");
    await runJobsAt(EVENING_BEFORE, EVENING_BEFORE + HOUR_MS);
    expect(standIn.delivered).toEqual([]);
    expect(await outcomes(EVENING_BEFORE)).toMatchObject({ sent: 0, declined: 1 });
    expect(standIn.requests("/cgi-bin/message/subscribe/send")).toHaveLength(1);
  });

  it("brings one message for one yes; the next is refused by WeChat (43101) until the person agrees again", async () => {
    const { program } = await openClass();
    await program.until(() => program.network.answered.includes("/api/messages/templates"), "templates");
    await program.tap("报名");
    await program.tap("微信登录");
    await program.shows("你报上了");
    await runJobsAt(EVENING_BEFORE, EVENING_BEFORE + HOUR_MS, TWO_HOURS_BEFORE);
    expect(standIn.delivered).toMatchObject([{ touser: OPEN_ID, template_id: "reminder" }]);
    expect(await outcomes(TWO_HOURS_BEFORE)).toMatchObject({ sent: 1, declined: 1 });
    expect(standIn.requests("/cgi-bin/message/subscribe/send")).toHaveLength(2);
  });

  it.each(["main switch off"] as const)("is booked with %s", async (messages) => {
    phone.answers.messages = messages;
    const { program } = await openClass();
    await program.tap("报名");
    await program.tap("微信登录");
    await program.shows("你报上了");
    expect(program.errors).toEqual([]);
  });
});

describe("signing in", () => {
  it("stays over a restart, also without network", async () => {
    const { program } = await openClass();
    await program.tap("报名");
    await program.tap("微信登录");
    await program.shows("你报上了");
    phone.network = "none";
    const again = wechat.open(phone);
    await again.openTab(ME);
    await again.shows("退出登录");
  });

  it("says what to do when WeChat gives no code", async () => {
    const { program } = await openClass();
    await program.tap("报名");
    await program.shows("微信登录");
    phone.network = "none";
    await program.tap("微信登录");
    await program.shows(/微信|网/);
    phone.network = "4g";
    await program.tap("微信登录");
    await program.shows("你报上了");
  });
});

describe("an invitation", () => {
  it("opened signed out is shown after one sign-in, without opening it again", async () => {
    const { body } = await wechat.test.call<{ code: string }>("POST", "/api/invitations", {
      token: await wechat.test.signIn("officer"),
      json: { role: "keeper", stationIds: [NEAR.id] },
    });
    const program = wechat.open(phone, { path: "account/invitation/index", query: { code: body.code }, scene: 1007 });
    await program.tap("微信登录");
    await program.shows(`请你做站长，管：${NEAR.name}`);
    await program.tap("接受");
    await program.shows("✓ 好了");
    expect(program.errors).toEqual([]);
  });
});

describe("a keeper", () => {
  it("closes their station in two taps", async () => {
    const token = await wechat.test.signInAs({ ...givenKeeper("st_near") });
    await wechat.keepSignIn(phone, token);
    const program = wechat.open(phone, { path: "keeper/station/index", query: { id: "st_near" } });
    await program.tap("要关一会儿");
    await program.tap(/^1 小时/);
    await program.shows("已存");
    const { body } = await wechat.test.call<{ closure: object | null }>("GET", "/api/stations/st_near");
    expect(body.closure).not.toBeNull();
    expect(program.errors).toEqual([]);
  });
});

describe("a keeper's photo", () => {
  async function openStation(): Promise<Program> {
    const token = await wechat.test.signInAs({ ...givenKeeper("st_near") });
    await wechat.keepSignIn(phone, token);
    const program = wechat.open(phone, { path: "keeper/station/index", query: { id: "st_near" } });
    await program.shows("门口");
    return program;
  }
  const photosOf = async () =>
    (await wechat.test.call<{ photos: { of: string }[] }>("GET", "/api/stations/st_near", {})).body.photos;

  it("is taken in one tap and reaches the station", async () => {
    phone.answers.photo = { path: "wxfile://tmp/door.jpg", bytes: await givenPhotoFile() };
    const program = await openStation();
    await program.tap("拍一张门口的照片");
    await program.shows("再拍一张");
    expect(await wechat.test.deps.stations.find("st_near")).toMatchObject({ photos: [{ of: "entrance" }] });
    expect(program.errors).toEqual([]);
  });

  it("is not asked about again where the person turns away", async () => {
    const program = await openStation();
    await program.tap("拍一张门口的照片");
    await program.shows("拍一张");
    expect(await photosOf()).toEqual([]);
    expect(program.errors).toEqual([]);
  });
});

describe("a wish", () => {
  it("written without network is kept over a restart and sent once", async () => {
    const { program: first } = await openClass();
    await first.tap("报名");
    await first.tap("微信登录");
    await first.shows("你报上了");
    const program = wechat.open(phone);
    await program.openTab(WISHES);
    await program.tap("许个心愿");
    await program.tap("防寒鞋服");
    await program.type(/^想要什么/, "想要一副防寒手套，骑车冻手");
    await program.tap("找离我近的");
    await program.shows("换一个");
    await program.type(/^怎么称呼你/, "马建国");
    await program.type("电话", "13895071234");
    program.setNetwork("none");
    await program.tap("许愿");
    await program.shows(/没网|有网/);
    const again = wechat.open(phone);
    again.setNetwork("4g");
    await again.until(
      () => again.network.sent.some(({ method, path }) => method === "POST" && path === "/api/wishes"),
      "the wish",
    );
    await again.openTab(WISHES);
    await again.shows("防寒手套");
    again.setNetwork("none");
    again.setNetwork("4g");
    await again.openTab(ME);
    const posts = again.network.sent.filter(({ method, path }) => method === "POST" && path === "/api/wishes");
    expect(posts).toHaveLength(1);
    expect(again.errors).toEqual([]);
  });
});
