import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { createApp } from "../../../api/app.js";
import { createTokenSigner } from "../../../api/people/token-signer.js";
import { connectWechat } from "../../../api/wiring/connect-wechat.js";
import { DAY_MS, HOUR_MS, MINUTE_MS } from "../../../shared/common/time.js";
import type { ErrorAnswer } from "../../../shared/contract/error-answer.js";
import type { SignedIn } from "../../../shared/people/sign-in-answer.js";
import type { Account } from "../../../shared/people/user.js";
import { givenOfficer, givenUser } from "../../support/given-user.js";
import { startTestApp, type TestApp, TRANSPORTS } from "../../support/test-app.js";
import { SESSION_KEY, startWechatStandIn, type WechatStandIn } from "../../support/wechat-stand-in.js";

describe.each(TRANSPORTS)("signing in over %s", (transport) => {
  let test: TestApp;
  let standIn: WechatStandIn;
  beforeAll(async () => {
    test = await startTestApp(transport);
    standIn = await startWechatStandIn();
    test.deps.wechat = connectWechat(standIn.account, test.connection.redis, () => undefined);
  });
  afterAll(async () => {
    await standIn.stop();
    await test.stop();
  });
  beforeEach(() => test.local.clear());

  const signIn = async (openId = "o-li") =>
    (await test.call<SignedIn>("POST", "/api/sign-in/wechat", { json: { code: standIn.codeOf(openId) } })).body;
  const me = async (token: string) => {
    const { status, body } = await test.call<Account & ErrorAnswer>("GET", "/api/me", { token });
    return status === 200 ? "signed in" : `${status} ${body.error.code}`;
  };
  const refresh = (token: string) => test.call<SignedIn & ErrorAnswer>("POST", "/api/sign-in/refresh", { token });
  const everythingKept = async () => {
    const names = (await test.local.keys()).sort();
    const values = await Promise.all(
      names.map(async (name) => {
        const type = await test.connection.redis.type(name);
        if (type === "hash") return test.connection.redis.hgetall(name);
        if (type === "string") return test.connection.redis.get(name);
        return test.connection.redis.zrange(name, 0, -1);
      }),
    );
    return JSON.stringify([names, values]);
  };

  describe("by WeChat", () => {
    it("makes an account the first time and finds it the next", async () => {
      const first = await signIn();
      expect(first.user).toMatchObject({ roles: ["worker"], stationIds: [], reach: [] });
      expect((await signIn()).user).toEqual(first.user);
      expect((await signIn("o-wang")).user.id).not.toBe(first.user.id);
      expect((await test.call("GET", "/api/me", { token: first.token })).body).toEqual(first.user);
    });

    it("makes one account when the same person taps twice at once", async () => {
      const [one, two] = await Promise.all([signIn(), signIn()]);
      expect(one.user).toEqual(two.user);
      expect(await Promise.all([me(one.token), me(two.token)])).toEqual(["signed in", "signed in"]);
    });

    it("keeps the WeChat id encrypted, and the session key nowhere", async () => {
      const { user } = await signIn("o-secret-person");
      expect(await test.deps.openIds.find(user.id)).toBe("o-secret-person");
      const kept = await everythingKept();
      expect(kept).toContain(user.id);
      for (const secret of ["o-secret-person", SESSION_KEY]) {
        expect(kept).not.toContain(secret);
        expect(JSON.stringify(test.logged)).not.toContain(secret);
      }
    });

    it("cannot read the WeChat id of one account under another", async () => {
      const [li, wang] = [await signIn("o-li"), await signIn("o-wang")];
      const sealed = await test.connection.redis.get<string>(`{stations}:user:${li.user.id}:open-id`);
      await test.connection.redis.set(`{stations}:user:${wang.user.id}:open-id`, sealed);
      await expect(test.deps.openIds.find(wang.user.id)).rejects.toThrow();
    });

    it.each([
      [40029, "400 wechat_code_invalid"],
      [40226, "403 wechat_blocked"],
      [45011, "429 wechat_too_often"],
      [-1, "503 wechat_unavailable"],
      [40125, "503 wechat_unavailable"],
      ["no_answer", "503 wechat_unavailable"],
    ] as const)("answers WeChat's %s with %s, in words", async (failure, answer) => {
      standIn.failNext("/sns/jscode2session", failure);
      const code = standIn.codeOf("o-li");
      const { status, body } = await test.call<ErrorAnswer>("POST", "/api/sign-in/wechat", { json: { code } });
      expect(`${status} ${body.error.code}`).toBe(answer);
      expect(body.error.message).toMatch(/[一-龥]{4}/);
    });

    it("says so where no mini-program is configured", async () => {
      const app = createApp({ ...test.deps, wechat: null });
      const reply = await app.request("/api/sign-in/wechat", {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify({ code: "x" }),
      });
      expect([reply.status, await reply.json()]).toMatchObject([503, { error: { code: "wechat_not_configured" } }]);
    });
  });

  describe("staying signed in", () => {
    it("ends a token after an hour, and gives a new one for it", async () => {
      const { token, user } = await signIn();
      test.passWallTime(HOUR_MS - 1_000);
      expect(await me(token)).toBe("signed in");
      test.passWallTime(1_000);
      expect(await me(token)).toBe("401 sign_in_expired");
      const renewed = await refresh(token);
      expect([renewed.status, renewed.body.user]).toEqual([200, user]);
      expect(await me(renewed.body.token)).toBe("signed in");
    });

    it("does not end a token when the demo's clock is set", async () => {
      const { token } = await signIn();
      await test.call("PUT", "/api/demo/clock", { json: { now: "2030-01-01T00:00:00Z" } });
      expect(await me(token)).toBe("signed in");
      await test.call("PUT", "/api/demo/clock", { json: { now: null } });
    });

    it("lasts as long as it is used every 30 days, and no longer", async () => {
      let { token } = await signIn();
      for (let month = 0; month < 3; month++) {
        test.passWallTime(30 * DAY_MS - HOUR_MS);
        token = (await refresh(token)).body.token;
        expect(await me(token)).toBe("signed in");
      }
      test.passWallTime(31 * DAY_MS);
      expect((await refresh(token)).body.error.code).toBe("sign_in_expired");
    });

    it("answers a repeated refresh with a token of the same renewal, as long as that is not in use", async () => {
      const { token } = await signIn();
      const lost = await refresh(token);
      expect(lost.status).toBe(200);
      // The answer never came: the phone asks again the next day with the token it has.
      test.passWallTime(DAY_MS);
      const again = await refresh(token);
      expect(again.status).toBe(200);
      expect(await me(again.body.token)).toBe("signed in");
    });

    it("lets two requests renew at once", async () => {
      const { token } = await signIn();
      await me(token);
      test.passWallTime(HOUR_MS);
      const replies = await Promise.all([refresh(token), refresh(token)]);
      expect(await Promise.all(replies.map(({ body }) => me(body.token)))).toEqual(["signed in", "signed in"]);
    });

    it("ends the sign-in for everybody when a replaced token comes back", async () => {
      const { token: copied } = await signIn();
      const { body: next } = await refresh(copied);
      expect(await me(next.token)).toBe("signed in");
      test.passWallTime(2 * MINUTE_MS);
      expect((await refresh(copied)).body.error.code).toBe("sign_in_expired");
      expect(await me(next.token)).toBe("401 sign_in_expired");
      expect((await refresh(next.token)).body.error.code).toBe("sign_in_expired");
      expect(test.logged).toContainEqual({ level: "warn", event: "token_reused" });
    });

    it("takes no token that was signed with another secret or changed", async () => {
      const { token, user } = await signIn();
      const other = createTokenSigner("another secret that is long enough too", test.deps.wallClock);
      const forged = await other.sign({ userId: user.id, signInId: "si_x", generation: 1 });
      for (const wrong of [forged, `${token.slice(0, -4)}AAAA`, "x"]) {
        expect(await me(wrong)).toBe("401 sign_in_expired");
        expect((await refresh(wrong)).body.error.code).toBe("sign_in_expired");
      }
    });
  });

  describe("ending it", () => {
    it("signs out one device at the next request, with every token of it", async () => {
      const [phone, computer] = [await signIn(), await signIn()];
      const renewed = await refresh(phone.token);
      await test.call("POST", "/api/sign-out", { token: phone.token });
      expect(await me(phone.token)).toBe("401 sign_in_expired");
      expect(await me(renewed.body.token)).toBe("401 sign_in_expired");
      expect((await refresh(renewed.body.token)).status).toBe(401);
      expect(await me(computer.token)).toBe("signed in");
    });

    it("deletes an account with its WeChat id and all its sign-ins, and keeps only its id in the record", async () => {
      const [phone, computer] = [await signIn("o-gone"), await signIn("o-gone")];
      expect((await test.call("DELETE", "/api/me", { token: phone.token })).status).toBe(200);
      expect([await me(phone.token), await me(computer.token)]).toEqual(Array(2).fill("401 sign_in_expired"));
      expect((await refresh(computer.token)).status).toBe(401);
      expect(await test.deps.openIds.find(phone.user.id)).toBeNull();
      expect(await test.local.keys("*user*")).toEqual([]);
      const officer = await test.signInAs(givenOfficer(""));
      const { body } = await test.call<{ entries: object[] }>("GET", "/api/audit", { token: officer });
      expect(body.entries).toMatchObject([
        { action: "person:delete", subject: { id: phone.user.id }, from: {}, to: {} },
      ]);
    });

    it("starts an account that was deleted from nothing", async () => {
      const token = await test.signInAs(
        givenUser({ id: (await signIn("o-back")).user.id, roles: ["officer"], reach: [""] }),
      );
      await test.call("DELETE", "/api/me", { token });
      expect((await signIn("o-back")).user).toMatchObject({ roles: ["worker"], reach: [] });
      expect(await me(token)).toBe("401 sign_in_expired");
    });

    it("reads the person and the sign-in in one round trip", async () => {
      const { token } = await signIn();
      await me(token);
      test.takeRoundTrips();
      await me(token);
      expect(test.takeRoundTrips()).toBe(1);
    });
  });
});
