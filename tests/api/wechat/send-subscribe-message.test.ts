import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { connectRedis, type RedisConnection } from "../../../api/redis/client.js";
import type { Wechat } from "../../../api/wechat/wechat.js";
import { connectWechat } from "../../../api/wiring/connect-wechat.js";
import { type LocalRedis, startLocalRedis } from "../../support/local-redis.js";
import { startWechatStandIn, type WechatStandIn } from "../../support/wechat-stand-in.js";

const SEND = "/cgi-bin/message/subscribe/send";

describe("sending a subscribe message", () => {
  let local: LocalRedis;
  let connection: RedisConnection;
  let standIn: WechatStandIn;
  let wechat: Wechat;
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
    standIn = await startWechatStandIn();
    wechat = connectWechat(standIn.account, connection.redis, () => undefined);
    standIn.makeTemplate("reminder", "thing1", "time2");
    standIn.agree("o-li", "reminder", 3);
    return () => standIn.stop();
  });
  const message = {
    openId: "o-li",
    templateId: "reminder",
    page: "visitor/class/index?id=se_1",
    data: { thing1: { value: "葫芦丝入门" }, time2: { value: "2026年3月3日 19:00" } },
  };
  const tokenRequests = () => standIn.requests("/cgi-bin/stable_token").length;

  it("asks WeChat for it as WeChat wants it", async () => {
    expect(await wechat.sendMessage(message)).toEqual({ state: "sent" });
    expect(standIn.requests(SEND).map(({ json }) => json)).toEqual([
      {
        touser: "o-li",
        template_id: "reminder",
        page: "visitor/class/index?id=se_1",
        data: message.data,
        miniprogram_state: "formal",
        lang: "zh_CN",
      },
    ]);
  });

  it.each([
    ["a person who did not agree", { openId: "o-wang" }, { state: "declined", errcode: 43101 }],
    ["somebody WeChat does not know", { openId: "unknown" }, { state: "refused", errcode: 40003 }],
    ["a template that is not there", { templateId: "gone" }, { state: "refused", errcode: 40037 }],
    ["a page that is not there", { page: "/visitor/class/index" }, { state: "refused", errcode: 41030 }],
    ["a field that is wrong", { data: { thing1: { value: "两\n行" } } }, { state: "refused", errcode: 47003 }],
  ])("tells of %s", async (_, change, outcome) => {
    expect(await wechat.sendMessage({ ...message, ...change })).toEqual(outcome);
    expect(standIn.delivered).toEqual([]);
  });

  it.each([-1, 45009, 45011, 43108] as const)("knows that nothing was sent when WeChat answers %s", async (errcode) => {
    standIn.failNext(SEND, errcode);
    expect(await wechat.sendMessage(message)).toEqual({ state: "put_off", errcode });
  });

  it.each(["no_answer", "answer_lost", "no_json"] as const)(
    "cannot tell what became of it after %s",
    async (failure) => {
      standIn.failNext(SEND, failure);
      expect(await wechat.sendMessage(message)).toEqual({ state: "unknown" });
      expect(standIn.requests(SEND)).toHaveLength(1);
    },
  );

  it("takes a new token when the kept one is no longer taken, once", async () => {
    await wechat.sendMessage(message);
    standIn.revokeTokens();
    expect(await wechat.sendMessage(message)).toEqual({ state: "sent" });
    expect(tokenRequests()).toBe(2);
    standIn.failNext(SEND, 42001, 2);
    expect(await wechat.sendMessage(message)).toEqual({ state: "put_off", errcode: 42001 });
    expect([tokenRequests(), standIn.delivered.length]).toEqual([3, 2]);
  });

  it.each([40164, "no_answer"] as const)("knows that nothing was sent without a token (%s)", async (failure) => {
    standIn.failNext("/cgi-bin/stable_token", failure, 2);
    expect(await wechat.isReady()).toBe(false);
    const errcode = typeof failure === "number" ? failure : null;
    expect(await wechat.sendMessage(message)).toEqual({ state: "put_off", errcode });
    expect(standIn.requests(SEND)).toEqual([]);
    expect(await wechat.isReady()).toBe(true);
  });

  it("knows that nothing was sent when WeChat cannot be reached", async () => {
    expect(await wechat.isReady()).toBe(true);
    const gone = await startWechatStandIn();
    await gone.stop();
    const away = connectWechat(gone.account, connection.redis, () => undefined);
    expect(await away.isReady()).toBe(true);
    expect(await away.sendMessage(message)).toEqual({ state: "put_off", errcode: null });
  });
});
