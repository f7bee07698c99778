import { randomBytes } from "node:crypto";
import { Redis as TcpClient } from "ioredis";
import { afterAll, expect, it } from "vitest";
import { keys } from "../../api/redis/keys.js";
import { MINUTE_MS } from "../../shared/common/time.js";
import { startWechatStandIn, type WechatStandIn } from "../support/wechat-stand-in.js";
import { ask, keepSignIn, tokenOf } from "./support/ask.js";
import { findNearby } from "./support/nearby.js";
import { inOwnTown, origin, ownRedisUrl } from "./support/origin.js";
import { EARLY, MORNING, townStations } from "./support/town.js";
import { openVisitor, setServerClock, type Visitor } from "./support/visitor.js";

const TEMPLATE = "template-door";
const KEEPER = "o-of-the-keeper";
const SECRET = randomBytes(16).toString("hex");

let wechat: WechatStandIn;

inOwnTown(async () => {
  wechat = await startWechatStandIn();
  wechat.makeTemplate(TEMPLATE, "thing1", "thing2");
  const { url, appId, appSecret } = wechat.account;
  return {
    WECHAT_API_URL: url,
    WECHAT_APP_ID: appId,
    WECHAT_APP_SECRET: appSecret,
    WECHAT_TEMPLATES: JSON.stringify({
      keeper_door: { id: TEMPLATE, fields: { title: "thing1", note: "thing2" } },
    }),
    CRON_SECRET: SECRET,
  };
});
afterAll(() => wechat.stop());

const door = townStations().find(({ name }) => name === EARLY);
if (door === undefined) throw new Error("the town has no such door");

/** Somebody whom WeChat knows, with a browser in which they are signed in. */
async function personOf(openId: string): Promise<{ visitor: Visitor; token: string }> {
  const visitor = await openVisitor({ standsAt: door?.location });
  const signIn = await ask<{ token: string; user: object }>("POST", "/sign-in/wechat", null, {
    code: wechat.codeOf(openId),
  });
  await visitor.context.addInitScript(keepSignIn, signIn);
  return { visitor, token: signIn.token };
}

async function tellDoorShut({ page }: Visitor): Promise<void> {
  const answered = page.waitForResponse((response) => response.url().endsWith("/reports"));
  await page.getByRole("button", { name: `门关着？告诉大家：${EARLY}` }).click();
  expect((await answered).status()).toBe(201);
}

/** Lets a minute pass for the server: by the clock it answers with, and by the one its jobs go by. */
async function passMinute(now: number): Promise<void> {
  await setServerClock(now);
  const redis = new TcpClient(ownRedisUrl());
  try {
    for (const [name, run] of Object.entries(await redis.hgetall(keys.jobRuns))) {
      const { startedAt, ...rest }: { startedAt: number } = JSON.parse(run);
      await redis.hset(keys.jobRuns, name, JSON.stringify({ ...rest, startedAt: startedAt - MINUTE_MS }));
    }
  } finally {
    redis.disconnect();
  }
  const answer = await fetch(`${origin()}/api/jobs/run`, {
    method: "POST",
    headers: { authorization: `Bearer ${SECRET}` },
  });
  expect(answer.status).toBe(200);
}

it("two report a door, its keeper has the message within 60 s, its page is the answer, and both reporters read it", async () => {
  const [li, wang, keeper] = [await personOf("o-li"), await personOf("o-wang"), await personOf(KEEPER)];
  const officer = await tokenOf({ as: "officer" });
  const invitation = { role: "keeper", stationIds: [door.id] };
  const { code } = await ask<{ code: string }>("POST", "/invitations", officer, invitation);
  const user = await ask<object>("POST", `/invitations/${code}/accept`, keeper.token);
  await keeper.visitor.context.addInitScript(keepSignIn, { token: keeper.token, user });
  // Their phone asked them, in WeChat, at a tap of theirs.
  wechat.agree(KEEPER, TEMPLATE);
  await ask("POST", "/messages/grants", keeper.token, { accepted: [TEMPLATE] });

  for (const { visitor } of [li, wang]) {
    await findNearby(visitor);
    await tellDoorShut(visitor);
  }
  expect(wechat.delivered).toEqual([]);
  await expect
    .poll(async () => {
      await passMinute(MORNING + MINUTE_MS);
      return wechat.delivered;
    })
    .toMatchObject([{ touser: KEEPER, template_id: TEMPLATE, data: { thing1: { value: EARLY } } }]);

  const { page } = keeper.visitor;
  await page.goto(`/#/${wechat.delivered[0]?.page}`);
  await page.getByText("你是站长").waitFor();
  await page.getByRole("heading", { name: "等你处理(1)" }).waitFor();
  await page.getByText("上报了 2 次，2 次在门口", { exact: false }).waitFor();
  await page.getByText("微信还能提醒你：门 0 条").waitFor();
  await page.getByRole("button", { name: "开着，都对" }).tap();
  await page.getByText("已存").waitFor();
  await page.getByText("现在开着").waitFor();

  for (const { visitor } of [li, wang]) {
    await visitor.page.goto("/#/visitor/reports/index");
    await visitor.page.getByText("站里说处理好了：门开着，站里确认过").waitFor();
  }
  // What is answered is not told again.
  await passMinute(MORNING + 2 * MINUTE_MS);
  expect(wechat.delivered).toHaveLength(1);
});
