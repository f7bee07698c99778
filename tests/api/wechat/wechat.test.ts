import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { connectRedis, type RedisConnection } from "../../../api/redis/client.js";
import { LONGEST_CHECKED_TEXT } from "../../../api/wechat/content-check.js";
import { localContentCheck } from "../../../api/wechat/local-content-check.js";
import type { Wechat } from "../../../api/wechat/wechat.js";
import { connectWechat } from "../../../api/wiring/connect-wechat.js";
import { type LocalRedis, startLocalRedis } from "../../support/local-redis.js";
import { startWechatStandIn, type WechatStandIn } from "../../support/wechat-stand-in.js";

describe("WeChat's server API", () => {
  let local: LocalRedis;
  let connection: RedisConnection;
  let standIn: WechatStandIn;
  let wechat: Wechat;
  let failedChecks: (number | null)[];
  beforeAll(async () => {
    local = await startLocalRedis();
    connection = await connectRedis({ transport: "tcp", url: local.url });
  });
  afterAll(async () => {
    connection.close();
    await local.stop();
  });
  beforeEach(async () => {
    await local.clear();
    await standIn?.stop();
    standIn = await startWechatStandIn();
    failedChecks = [];
    wechat = connectWechat(standIn.account, connection.redis, (errcode) => failedChecks.push(errcode));
    return () => standIn.stop();
  });
  const check = (text: string, openId: string | null = "o-li") => wechat.checkText({ text, openId });
  const tokenRequests = () => standIn.requests("/cgi-bin/stable_token").length;

  it("learns who a sign-in code belongs to, once", async () => {
    const code = standIn.codeOf("o-li");
    expect(await wechat.exchangeSignInCode(code)).toEqual({ state: "known", openId: "o-li" });
    expect(await wechat.exchangeSignInCode(code)).toEqual({ state: "invalid_code" });
  });

  it.each([
    [40029, { state: "invalid_code" }],
    [45011, { state: "too_often" }],
    [40226, { state: "blocked" }],
    [-1, { state: "unavailable", errcode: -1 }],
    [40013, { state: "unavailable", errcode: 40013 }],
    ["no_json", { state: "unavailable", errcode: null }],
    ["no_answer", { state: "unavailable", errcode: null }],
  ] as const)("tells what %s means for a sign-in", async (failure, outcome) => {
    standIn.failNext("/sns/jscode2session", failure);
    expect(await wechat.exchangeSignInCode(standIn.codeOf("o-li"))).toEqual(outcome);
  });

  it.each(["pass", "review", "risky"] as const)("passes on that words are %s", async (suggestion) => {
    standIn.suggest(suggestion);
    expect(await check("门口的台阶松了")).toBe(suggestion);
    expect(standIn.requests("/wxa/msg_sec_check").at(-1)?.json).toEqual({
      version: 2,
      scene: 2,
      openid: "o-li",
      content: "门口的台阶松了",
    });
  });

  it("asks for one token however many words it checks, and for a new one near its end", async () => {
    for (const text of ["水没了", "灯坏了", "门关着"]) await check(text);
    expect(tokenRequests()).toBe(1);
    const ttl = await connection.redis.ttl(`wechat:access-token:${standIn.account.appId}`);
    expect(ttl).toBeGreaterThan(6_000);
    expect(ttl).toBeLessThanOrEqual(7_200 - 300);
    await local.clear();
    standIn.tokenLife(200);
    await check("水没了");
    await check("灯坏了");
    expect(tokenRequests()).toBe(3);
  });

  it("gets a new token when the kept one is no longer taken, and asks again", async () => {
    await check("水没了");
    standIn.revokeTokens();
    expect(await check("灯坏了")).toBe("pass");
    expect([tokenRequests(), failedChecks]).toEqual([2, []]);
  });

  it.each([40001, -1, 61010, 45009, "no_json", "no_answer"] as const)(
    "leaves words to a person when the check ends in %s",
    async (failure) => {
      standIn.failNext("/wxa/msg_sec_check", failure, 2);
      expect(await check("门关着")).toBe("review");
      expect(failedChecks).toEqual([typeof failure === "number" ? failure : null]);
    },
  );

  it("leaves words to a person when there is no token, no author, or too much of them", async () => {
    standIn.failNext("/cgi-bin/stable_token", 40164);
    expect(await check("门关着")).toBe("review");
    expect(await check("门关着", null)).toBe("review");
    expect(await check("门".repeat(LONGEST_CHECKED_TEXT + 1))).toBe("review");
    expect(await check("门".repeat(LONGEST_CHECKED_TEXT))).toBe("pass");
    expect(standIn.requests("/wxa/msg_sec_check")).toHaveLength(1);
  });

  it("leaves words to a person when Redis, which keeps the token, is away", async () => {
    const away = await connectRedis({ transport: "tcp", url: "redis://127.0.0.1:1" });
    const lonely = connectWechat(standIn.account, away.redis, (errcode) => failedChecks.push(errcode));
    expect(await lonely.checkText({ text: "门关着", openId: "o-li" })).toBe("review");
    away.close();
  });
});

describe("the demo's own check of words", () => {
  it.each([
    "门口的灯坏了，里面有人",
    "周一到周五 8:00-18:00 开门",
    "微波炉 2 号坏了，20261203 报修过",
    "热水没了，谢谢师傅",
  ])("lets %s pass", async (text) => expect(await localContentCheck.checkText({ text, openId: null })).toBe("pass"));

  it.each([
    "有事打 13800138000",
    "电话 139 5012 3456 找我",
    "打 0951-6012345",
    "看 https://example.com/a",
    "上 www.example.cn",
    "加微信 zhang_12345",
    "站长是个傻逼",
    "门".repeat(LONGEST_CHECKED_TEXT + 1),
  ])("has a person look at %s", async (text) => {
    expect(await localContentCheck.checkText({ text, openId: null })).toBe("review");
  });
});
