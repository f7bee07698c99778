import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { connectWechat } from "../../../api/wiring/connect-wechat.js";
import type { SubmittedWish } from "../../../shared/wishes/wish-answer.js";
import { type Failed, openWishDesk, outcome, WISH, type WishDesk } from "../../api/wishes/wish-desk.js";
import { startWechatStandIn, type WechatStandIn } from "../../support/wechat-stand-in.js";

describe("the words of a wish", () => {
  let desk: WishDesk;
  let wechat: WechatStandIn;
  let token: string;
  beforeAll(async () => {
    desk = await openWishDesk();
    wechat = await startWechatStandIn();
  });
  afterAll(async () => {
    await wechat.stop();
    await desk.test.stop();
  });
  beforeEach(async () => {
    await desk.reset();
    wechat.suggest("pass");
    const live = connectWechat(wechat.account, desk.test.connection.redis, () => undefined);
    desk.test.deps.wechat = live;
    desk.test.deps.contentCheck = live;
    const { body } = await desk.test.call<{ token: string }>("POST", "/api/sign-in/wechat", {
      json: { code: wechat.codeOf("o-rider") },
    });
    token = body.token;
  });

  const submit = (wish: object = {}) =>
    desk.test.call<SubmittedWish & Failed>("POST", "/api/wishes", { token, json: { ...WISH, ...wish } });

  it("go to WeChat's check with the person's own id, and wait for an officer as any", async () => {
    const { body } = await submit();
    expect(wechat.requests("/wxa/msg_sec_check").at(-1)?.json).toMatchObject({ openid: "o-rider", content: WISH.text });
    expect((await desk.read("officer", body.id)).body).toMatchObject({ state: "submitted", needsCheck: false });
  });

  it("are refused where nobody is to see them", async () => {
    wechat.suggest("risky");
    expect(outcome(await submit())).toBe("422 words_refused");
  });

  it.each([
    ["it cannot tell", () => wechat.suggest("review")],
    ["it fails", () => wechat.failNext("/wxa/msg_sec_check", 45009, 2)],
    ["it does not answer", () => wechat.failNext("/wxa/msg_sec_check", "no_json", 2)],
  ])("wait for an officer to look where %s, whose approval is the check", async (_, prepare) => {
    prepare();
    const { body } = await submit();
    expect((await desk.read("officer", body.id)).body).toMatchObject({ state: "submitted", needsCheck: true });
    expect(outcome(await desk.move("officer", body.id, "approve"))).toBe("200 approved");
  });

  it("lead to 12351 when they are about wages or injuries, and to no queue", async () => {
    const { status, body } = await submit({ category: "groceries", text: "老板拖欠我三个月工资" });
    expect([status, body.state, body.referral?.phone]).toEqual([201, "referred", "12351"]);
    const queue = await desk.call<{ wishes: unknown[] }>("officer", "GET", "/api/wishes/open");
    expect(queue.body.wishes).toEqual([]);
    // What is a right does not stand in the way of a wish; and a worker may say that it is a wish.
    const insisted = await submit({ category: "groceries", text: "老板拖欠我三个月工资，想要一袋面", insist: true });
    expect(insisted.body.state).toBe("submitted");
    expect((await submit({ category: "rights", text: "想请人帮忙", insist: true })).body.state).toBe("referred");
  });

  it("may be spoken over several lines, and may not hide anything", async () => {
    const { body } = await submit({ text: "想要一副手套\n大号的" });
    expect((await desk.read("officer", body.id)).body.text).toBe("想要一副手套 大号的");
    expect(outcome(await submit({ text: "想要\u202e手套" }))).toBe("400 invalid_input");
    expect(outcome(await submit({ text: " " }))).toBe("400 invalid_input");
    expect(outcome(await submit({ stationId: "st_nowhere" }))).toBe("400 invalid_input");
  });

  it("are told to the worker's phone through the outbox, one message for each thing that happened", async () => {
    const { body } = await submit();
    await desk.move("officer", body.id, "approve");
    await desk.move("officer", body.id, "approve");
    await desk.move("officer", body.id, "claim");
    const due = await desk.test.deps.outbox.listDue(desk.test.deps.clock(), 10);
    expect(due.map(({ kind, subject }) => [kind, subject]).sort()).toEqual([
      ["wish_claimed", body.id],
      ["wish_reviewed", body.id],
    ]);
  });
});
