import jsQR from "jsqr";
import { getDocument, OPS } from "pdfjs-dist/legacy/build/pdf.mjs";
import sharp from "sharp";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { connectWechat } from "../../../api/wiring/connect-wechat.js";
import { givenStation } from "../../support/given.js";
import { startTestApp, type TestApp } from "../../support/test-app.js";
import { startWechatStandIn, type WechatStandIn } from "../../support/wechat-stand-in.js";

const DRAW = "/wxa/getwxacodeunlimit";
const MINUTE = 60_000;

let test: TestApp;
let standIn: WechatStandIn;
beforeAll(async () => {
  test = await startTestApp();
});
afterAll(() => test.stop());
beforeEach(async () => {
  test.passWallTime(MINUTE);
  test.logged.length = 0;
  standIn = await startWechatStandIn();
  await test.connection.redis.del(`wechat:access-token:${standIn.account.appId}`);
  test.deps.wechat = connectWechat(standIn.account, test.connection.redis, () => undefined);
  return () => standIn.stop();
});

async function givenStored(id?: string): Promise<string> {
  const station = givenStation(id === undefined ? {} : { id });
  await test.store(station);
  return station.id;
}

const codeOf = (id: string) => `visitor/station/index?scene=${id}`;
const linkOf = (id: string) => `http://localhost/?station=${id}#/visitor/station/index?id=${id}`;

async function get(id: string, format: "png" | "pdf", headers: Record<string, string> = {}): Promise<Response> {
  return test.app.request(`/api/stations/${id}/poster.${format}`, { headers });
}

async function scan(poster: Response): Promise<string | undefined> {
  expect(poster.status).toBe(200);
  const picture = sharp(await poster.arrayBuffer()).ensureAlpha();
  const { data, info } = await picture.raw().toBuffer({ resolveWithObject: true });
  return jsQR(new Uint8ClampedArray(data), info.width, info.height)?.data;
}

/** The picture that lies in a PDF, as its reader would show it. */
async function pictureIn(poster: Response): Promise<{ data: Uint8ClampedArray; width: number; height: number }> {
  const document = await getDocument({ data: new Uint8Array(await poster.arrayBuffer()), verbosity: 0 }).promise;
  const page = await document.getPage(1);
  const { fnArray, argsArray } = await page.getOperatorList();
  const name: unknown = argsArray[fnArray.indexOf(OPS.paintImageXObject)]?.[0];
  const picture = await new Promise<{ data: Uint8Array; width: number; height: number }>((resolve) => {
    page.objs.get(String(name), resolve);
  });
  const { width, height } = picture;
  const channels = picture.data.length / (width * height);
  expect([1, 3, 4]).toContain(channels);
  const raw = { width, height, channels: channels === 1 ? 1 : channels === 3 ? 3 : 4 } as const;
  const rgba = await sharp(picture.data, { raw }).toColourspace("srgb").ensureAlpha().raw().toBuffer();
  return { data: new Uint8ClampedArray(rgba), width, height };
}

describe("the code on a poster, where there is a mini-program", () => {
  it("is the picture that WeChat draws of the station's page, on the screen and on paper", async () => {
    const id = await givenStored();
    expect(await scan(await get(id, "png"))).toBe(codeOf(id));
    const { data, width, height } = await pictureIn(await get(id, "pdf"));
    expect(jsQR(data, width, height)?.data).toBe(codeOf(id));
    expect(standIn.requests(DRAW).map(({ json }) => json)).toEqual(
      Array.from({ length: 2 }, () => ({
        scene: id,
        page: "visitor/station/index",
        check_path: true,
        env_version: "release",
        width: 700,
      })),
    );
  });

  it("is asked for once and then kept with the poster", async () => {
    const id = await givenStored();
    const [first, second] = await Promise.all([get(id, "png"), get(id, "png")]);
    const etag = first.headers.get("etag") ?? "";
    expect(second.headers.get("etag")).toBe(etag);
    test.passWallTime(60 * MINUTE);
    expect((await get(id, "png")).status).toBe(200);
    expect((await get(id, "png", { "if-none-match": etag })).status).toBe(304);
    expect(standIn.requests(DRAW)).toHaveLength(1);
  });

  it("is drawn with a new token when the kept one is no longer taken", async () => {
    await get(await givenStored(), "png");
    standIn.revokeTokens();
    const id = await givenStored();
    expect(await scan(await get(id, "png"))).toBe(codeOf(id));
    expect(test.logged).not.toContainEqual(expect.objectContaining({ event: "mini_program_code_refused" }));
  });

  it.each([
    ["the system is busy", -1, -1],
    ["the token is not taken, nor a new one", 40001, 40001],
    ["the token is over, and the new one too", 42001, 42001],
    ["the scene is not taken", 40129, 40129],
    ["the page is not published", 41030, 41030],
    ["the quota is used up", 45009, 45009],
    ["what it sends is nothing that can be read", "no_json", null],
    ["it does not answer", "no_answer", null],
    ["half of the picture arrives", "half_a_picture", null],
  ] as const)("is the plain address when %s, and that is logged", async (_, failure, errcode) => {
    const id = await givenStored();
    standIn.failNext(DRAW, failure, 2);
    expect(await scan(await get(id, "png"))).toBe(linkOf(id));
    expect(test.logged).toContainEqual({ level: "warn", event: "mini_program_code_refused", errcode });
  });

  it("is the plain address until the page is published", async () => {
    standIn.publish("pages/home/index");
    const id = await givenStored();
    expect(await scan(await get(id, "png"))).toBe(linkOf(id));
    expect((await get(id, "pdf")).status).toBe(200);
    expect(test.logged).toContainEqual({ level: "warn", event: "mini_program_code_refused", errcode: 41030 });
  });

  it("is asked for again ten minutes after a refusal, also by who holds the poster without it", async () => {
    const id = await givenStored();
    standIn.failNext(DRAW, 45009);
    const known = { "if-none-match": (await get(id, "png")).headers.get("etag") ?? "" };
    test.passWallTime(9 * MINUTE);
    expect((await get(id, "png", known)).status).toBe(304);
    expect(standIn.requests(DRAW)).toHaveLength(1);
    test.passWallTime(2 * MINUTE);
    expect(await scan(await get(id, "png", known))).toBe(codeOf(id));
  });

  it("is not asked for with an id that is longer than a scene", async () => {
    const id = await givenStored(`st_${"a".repeat(30)}`);
    expect(await scan(await get(id, "png"))).toBe(linkOf(id));
    expect(standIn.requests(DRAW)).toEqual([]);
  });
});
