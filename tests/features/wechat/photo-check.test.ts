import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { PhotoFiles } from "../../../api/photos/photo-files.js";
import { createWechatPhotoCheck } from "../../../api/wechat/check-photo.js";
import { connectWechat } from "../../../api/wiring/connect-wechat.js";
import type { StationDetail } from "../../../shared/stations/station-answer.js";
import { beijing, givenStation } from "../../support/given.js";
import { givenPhotoFile } from "../../support/given-photo.js";
import { givenKeeper, givenOfficer } from "../../support/given-user.js";
import { TRANSPORTS, testApp } from "../../support/test-app.js";
import { mediaChecked, type PushSettings, pushed } from "../../support/wechat-push.js";
import { startWechatStandIn, type WechatStandIn } from "../../support/wechat-stand-in.js";

const NOW = beijing("2026-11-24T10:00");
const PLAIN: PushSettings = { token: "thetoken", aesKey: null, appId: "wx0123456789abcdef" };
const ENCRYPTED: PushSettings = { ...PLAIN, aesKey: "abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG" };
const MEDIA_CHECK = "/wxa/media_check_async";

describe.each(TRANSPORTS)("photos that WeChat checks, over %s", (transport) => {
  const test = testApp(transport);
  let wechat: WechatStandIn;
  let keeper: string;
  let files: PhotoFiles;
  let failedChecks: (number | null)[];
  beforeAll(() => {
    test.deps.publicUrl = "https://yizhan.example.cn";
    if (test.deps.photoFiles === null) throw new Error("there is nowhere for pictures");
    files = test.deps.photoFiles;
  });
  beforeEach(async () => {
    test.setNow(NOW);
    wechat = await startWechatStandIn();
    failedChecks = [];
    test.deps.wechatPush = PLAIN;
    test.deps.photoFiles = files;
    test.deps.photoCheck = createWechatPhotoCheck(
      connectWechat(wechat.account, test.connection.redis, () => undefined),
      (errcode) => failedChecks.push(errcode),
    );
    await test.store(givenStation({ id: "st_one" }));
    const user = givenKeeper("st_one");
    keeper = await test.signInAs(user);
    await test.deps.openIds.put(user.id, "o-keeper");
    return () => wechat.stop();
  });

  let made = 0;
  const add = async (token = keeper) =>
    (
      await test.call<StationDetail>("POST", "/api/stations/st_one/photos?of=sign", {
        token,
        body: await givenPhotoFile({ width: 320 + ++made, height: 240 }),
        headers: { "content-type": "image/jpeg" },
      })
    ).body.photos[0];
  const seen = async (token?: string) =>
    (await test.call<StationDetail>("GET", "/api/stations/st_one", token ? { token } : {})).body.photos;
  const asked = () => wechat.requests(MEDIA_CHECK).map(({ json }) => json);
  /** The trace id under which the last photo is checked, counted as the stand-in counts. */
  const lastTrace = async () => {
    const found = await test.local.keys("wechat:photo-of-trace:*");
    return found.at(-1)?.split(":").at(-1) ?? "";
  };
  const push = async (message: string, settings = PLAIN, change: (query: string) => string = (same) => same) => {
    const { query, body } = pushed(settings, message, test.deps.wallClock());
    return test.call<string>("POST", `/api/wechat/push?${change(query)}`, { body });
  };

  it("are fetched by WeChat from an address that only it was told, and hidden until it answers", async () => {
    const photo = await add();
    expect(photo?.check).toBe("waiting");
    expect(await seen()).toEqual([]);
    expect(asked()).toEqual([
      { media_url: expect.stringMatching(/^https:/), media_type: 2, version: 2, scene: 1, openid: "o-keeper" },
    ]);
    const fetched = await test.app.request(String(asked()[0]?.media_url).replace("https://yizhan.example.cn", ""));
    expect([fetched.status, fetched.headers.get("content-type")]).toEqual([200, "image/jpeg"]);
  });

  it.each([
    ["plain JSON", PLAIN, "json"],
    ["plain XML", PLAIN, "xml"],
    ["encrypted JSON", ENCRYPTED, "json"],
    ["encrypted XML", ENCRYPTED, "xml"],
  ] as const)("are shown when it lets them pass, told in %s", async (_, settings, form) => {
    test.deps.wechatPush = settings;
    await add();
    const reply = await push(mediaChecked(await lastTrace(), "pass", form), settings);
    expect([reply.status, reply.body]).toEqual([200, "success"]);
    expect((await seen()).map(({ check }) => check)).toEqual(["passed"]);
    const officer = await test.signInAs(givenOfficer("64"));
    const { body } = await test.call<{ entries: object[] }>("GET", "/api/audit", { token: officer });
    expect(body.entries[0]).toMatchObject({ action: "station:check-photo", author: { userId: null, way: "wechat" } });
  });

  it("stay hidden for an officer to look at when it does not know", async () => {
    await add();
    expect((await push(mediaChecked(await lastTrace(), "review"))).body).toBe("success");
    expect((await seen(keeper)).map(({ check }) => check)).toEqual(["waiting"]);
  });

  it("are destroyed when it holds them for unlawful; the keeper sees that they were", async () => {
    const photo = await add();
    await push(mediaChecked(await lastTrace(), "risky"));
    expect(await seen(keeper)).toMatchObject([{ id: photo?.id, check: "refused", url: null, smallUrl: null }]);
    expect(await seen()).toEqual([]);
    for (const size of ["large", "small"]) {
      expect(await files.get(`stations/st_one/${photo?.id}/${size}.jpg`)).toBeNull();
      expect((await test.app.request(photo?.url ?? "")).status).toBe(404);
    }
    const officer = await test.signInAs(givenOfficer("64"));
    const approve = `/api/stations/st_one/photos/${photo?.id}/approve`;
    expect((await test.call("POST", approve, { token: officer })).status).toBe(409);
  });

  it("are decided once: what comes later, or again, changes nothing", async () => {
    const photo = await add();
    const trace = await lastTrace();
    const officer = await test.signInAs(givenOfficer("64"));
    await test.call("POST", `/api/stations/st_one/photos/${photo?.id}/approve`, { token: officer });
    await push(mediaChecked(trace, "risky"));
    expect((await seen()).map(({ check }) => check)).toEqual(["passed"]);
    await test.call("DELETE", `/api/stations/st_one/photos/${photo?.id}`, { token: keeper });
    expect((await push(mediaChecked(trace, "pass"))).status).toBe(200);
    expect(await seen(keeper)).toEqual([]);
  });

  it("are shown although WeChat answers before we know its trace id", async () => {
    const { checkPhoto } = test.deps.photoCheck;
    test.deps.photoCheck = {
      checkPhoto: async (photo) => {
        const outcome = await checkPhoto(photo);
        const traceId = outcome.state === "waiting" ? (outcome.traceId ?? "") : "";
        await push(mediaChecked(traceId, "pass"));
        return outcome;
      },
    };
    expect((await add())?.check).toBe("passed");
  });

  it.each([
    [61010, [61010]],
    [-1, [-1]],
    ["no_answer", [null]],
    ["no_json", [null]],
  ] as const)("wait for an officer when WeChat answers %s", async (failure, failed) => {
    wechat.failNext(MEDIA_CHECK, failure);
    expect((await add())?.check).toBe("waiting");
    expect(failedChecks).toEqual(failed);
  });

  it("wait for an officer when WeChat does not know who took them", async () => {
    expect((await add(await test.signInAs(givenKeeper("st_one"))))?.check).toBe("waiting");
    expect([asked(), failedChecks]).toEqual([[], []]);
  });

  describe("and messages that are not WeChat's", () => {
    const refused = (reply: { status: number }) => expect(reply.status).toBe(403);

    it("are refused: another token, an old query, a body or a key of somebody else", async () => {
      await add();
      const trace = await lastTrace();
      const message = mediaChecked(trace, "pass");
      refused(await push(message, { ...PLAIN, token: "guessed" }));
      refused(await push(message, PLAIN, (query) => query.replace(/nonce=\d/, "nonce=x")));
      const old = pushed(PLAIN, message, test.deps.wallClock() - 11 * 60_000);
      refused(await test.call("POST", `/api/wechat/push?${old.query}`, { body: old.body }));
      test.deps.wechatPush = ENCRYPTED;
      refused(await push(message, PLAIN));
      refused(await push(message, { ...ENCRYPTED, appId: "wxsomebodyelse" }));
      refused(await push(message, { ...ENCRYPTED, aesKey: "G".repeat(43) }));
      refused(await push(message, ENCRYPTED, (query) => query.replace(/msg_signature=../, "msg_signature=00")));
      expect(await seen()).toEqual([]);
    });

    it("are refused everywhere while no token is set", async () => {
      test.deps.wechatPush = null;
      expect((await push(mediaChecked("t", "pass"))).status).toBe(404);
      expect((await test.call("GET", "/api/wechat/push?signature=a&timestamp=1&nonce=n&echostr=e")).status).toBe(404);
    });
  });

  it("takes messages that are about something else, and about photos nobody knows", async () => {
    for (const message of ["{}", "[]", "null", "<xml><Event>user_enter</Event></xml>", "<a", "not json"]) {
      expect([message, (await push(message)).body]).toEqual([message, "success"]);
    }
    expect((await push(mediaChecked("somebody-elses-trace", "pass"))).body).toBe("success");
  });

  it("answers WeChat's question whether it knows the token with the text it came with", async () => {
    const { query } = pushed(PLAIN, "", test.deps.wallClock());
    const good = await test.call<string>("GET", `/api/wechat/push?${query}&echostr=8475839`);
    expect([good.status, good.body, good.headers.get("content-type")?.split(";")[0]]).toEqual([
      200,
      "8475839",
      "text/plain",
    ]);
    const wrong = query.replace(/signature=../, "signature=zz");
    expect((await test.call("GET", `/api/wechat/push?${wrong}&echostr=8475839`)).status).toBe(403);
  });
});
