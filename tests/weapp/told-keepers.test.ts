import { beforeEach, expect, it } from "vitest";
import { connectWechat } from "../../api/wiring/connect-wechat.js";
import { HOUR_MS, MINUTE_MS } from "../../shared/common/time.js";
import type { User } from "../../shared/people/user.js";
import { beijing } from "../support/given.js";
import { givenKeeper, givenUser } from "../support/given-user.js";
import { startWechatStandIn, type WechatStandIn } from "../support/wechat-stand-in.js";
import { NEAR, STATION } from "./support/places.js";
import type { Program } from "./support/program.js";
import { Phone, testWechat } from "./support/wechat.js";

const NOW = beijing("2026-11-24T10:00");
const fields = { title: "thing1", note: "thing2" };

const wechat = testWechat();
let standIn: WechatStandIn;

beforeEach(async () => {
  wechat.test.setNow(NOW);
  await wechat.test.store({ ...NEAR, verified: { location: null, services: null, open: NOW - HOUR_MS } });
  standIn = await startWechatStandIn();
  for (const id of ["template-door", "template-answer"]) standIn.makeTemplate(id, "thing1", "thing2");
  wechat.test.deps.wechat = connectWechat(standIn.account, wechat.test.connection.redis, () => undefined);
  wechat.test.deps.messageTemplates = {
    keeper_door: { id: "template-door", fields },
    report_answered: { id: "template-answer", fields },
  };
  return () => standIn.stop();
});

const openIdOf = ({ id }: User) => `o-${id}`;

/** The phone of somebody who has signed in before. */
async function phoneOf(user: User): Promise<Phone> {
  const phone = new Phone();
  phone.privacyAgreed = true;
  phone.position = NEAR.location;
  phone.signInCode = () => standIn.codeOf(openIdOf(user));
  phone.onAgreed = (template) => standIn.agree(openIdOf(user), template);
  const token = await wechat.test.signInAs(user);
  await wechat.test.deps.openIds.put(user.id, openIdOf(user));
  await wechat.keepSignIn(phone, token);
  return phone;
}

async function tellDoorShut(phone: Phone): Promise<void> {
  const program = wechat.open(phone, { path: STATION, query: { id: NEAR.id } });
  await program.tap(/^门关着/);
  await program.until(() => program.network.answered.some((path) => path.endsWith("/reports")), "the report");
  expect(program.errors).toEqual([]);
}

/** Runs what is due so long after NOW. */
async function runJobsAfter(ms: number): Promise<void> {
  wechat.test.setNow(NOW + ms);
  wechat.test.passWallTime(MINUTE_MS);
  await wechat.test.call("POST", "/api/jobs/run", { headers: { authorization: "Bearer the-secret-of-the-timer" } });
}

const messagesTo = (user: User) => standIn.delivered.filter(({ touser }) => touser === openIdOf(user));

/** A tap on a message in WeChat. */
function tapMessage(phone: Phone, page: string): Program {
  const [path = "", query = ""] = page.split("?");
  return wechat.open(phone, { path, query: Object.fromEntries(new URLSearchParams(query)), scene: 1014 });
}

it("two report a door, its keeper has the message within 60 s, one tap opens the station, and the reporters read the answer", async () => {
  const [li, wang, keeper] = [givenUser(), givenUser(), givenKeeper(NEAR.id)];
  const phones = { li: await phoneOf(li), wang: await phoneOf(wang), keeper: await phoneOf(keeper) };
  const asked = wechat.open(phones.keeper, { path: "keeper/station/index", query: { id: NEAR.id } });
  await asked.shows("微信还能提醒你：门 0 条");
  await asked.tap(/^微信还能提醒你/);
  await asked.shows("微信还能提醒你：门 1 条");
  expect(phones.keeper.seen.messageBoxes).toEqual([["template-door"]]);

  await tellDoorShut(phones.li);
  await tellDoorShut(phones.wang);
  const own = wechat.open(phones.li, { path: "visitor/reports/index" });
  await own.tap("有回话告诉我");
  await own.shows("有了回话，微信里告诉你");

  await runJobsAfter(MINUTE_MS);
  const [message] = messagesTo(keeper);
  expect(message).toMatchObject({ template_id: "template-door", data: { thing1: { value: NEAR.name } } });
  // One yes, one message.
  expect(standIn.delivered).toHaveLength(1);

  const answering = tapMessage(phones.keeper, message?.page ?? "");
  await answering.shows(NEAR.name);
  await answering.shows("等你处理(1)");
  await answering.tap("都对，确认");
  await answering.shows("已存");

  await runJobsAfter(2 * MINUTE_MS);
  const [answer] = messagesTo(li);
  expect(answer).toMatchObject({ template_id: "template-answer", page: expect.stringMatching(/^visitor\/reports/) });
  expect(messagesTo(wang)).toEqual([]);
  for (const phone of [phones.li, phones.wang]) {
    const reading = tapMessage(phone, answer?.page ?? "");
    await reading.shows("站里说处理好了：门开着，站里确认过");
    expect(reading.errors).toEqual([]);
  }
  expect([asked.errors, own.errors, answering.errors]).toEqual([[], [], []]);
});
