import jsQR from "jsqr";
import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";
import sharp from "sharp";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Station } from "../../../shared/stations/station.js";
import { alwaysOpenHours, givenHours, givenStation } from "../../support/given.js";
import { startTestApp, type TestApp } from "../../support/test-app.js";

let test: TestApp;
beforeAll(async () => {
  test = await startTestApp();
});
afterAll(() => test.stop());
// So that the limit of posters begins anew.
beforeEach(() => test.passWallTime(60_000));

/** Commas, and colons behind a character, as paper has them. */
const wide = (text: string) => text.replace(/,/g, "\uff0c").replace(/(?<=[\u3400-\u9fff]):/g, "\uff1a");

const lunch = [
  { opens: 510, closes: 720 },
  { opens: 840, closes: 1_080 },
];

async function bytesOf(path: string): Promise<Uint8Array> {
  const response = await test.app.request(path);
  expect(response.status).toBe(200);
  return new Uint8Array(await response.arrayBuffer());
}

async function readPdf(station: Partial<Station>) {
  const stored = givenStation(station);
  await test.store(stored);
  const document = await getDocument({ data: await bytesOf(`/api/stations/${stored.id}/poster.pdf`), verbosity: 0 })
    .promise;
  const page = await document.getPage(1);
  const { items } = await page.getTextContent();
  const lines = items.flatMap((item) => ("str" in item && item.str !== "" ? [item.str] : []));
  const { width, height } = page.getViewport({ scale: 1 });
  return { pages: document.numPages, lines, widthMm: (width / 72) * 25.4, heightMm: (height / 72) * 25.4 };
}

async function readCode(id: string): Promise<string | undefined> {
  const { data, info } = await sharp(await bytesOf(`/api/stations/${id}/poster.png`))
    .ensureAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  return jsQR(new Uint8ClampedArray(data), info.width, info.height)?.data;
}

describe("a station's poster", () => {
  it("is one page of A4 that says name, code, welcome, hours and how to come in, as text", async () => {
    const { pages, lines, widthMm, heightMm } = await readPdf({
      name: "塞上红色驿站",
      code: "XQ-012",
      audience: "谁都能进",
      entryNote: "推门就进",
      hours: givenHours({ week: [lunch, lunch, lunch, lunch, lunch, [], []], holidays: [] }),
    });
    expect(pages).toBe(1);
    expect([widthMm, heightMm].map(Math.round)).toEqual([210, 297]);
    expect(lines).toEqual(
      expect.arrayContaining([
        "欢迎进来歇脚",
        wide("免费，无需登记"),
        "塞上红色驿站",
        "编号 XQ-012",
        wide("周一到周五 8:30–12:00，14:00–18:00"),
        "周六到周日 不开",
        "节假日 不开",
        wide("谁能进：谁都能进"),
        wide("怎么进：推门就进"),
      ]),
    );
    expect(lines.join()).not.toContain("示例");
  });

  it("says of a made-up station that it is one", async () => {
    const { lines } = await readPdf({ isDemo: true });
    expect(lines).toContain("示例");
  });

  it("does not print what nobody knows", async () => {
    const { lines } = await readPdf({
      hours: givenHours({ week: Array.from({ length: 7 }, () => "unknown" as const) }),
    });
    expect(lines).toContain(wide("几点开门：请扫码看"));
    expect(lines.join()).not.toMatch(/null|不知道|编号/);
  });

  it.each(["a control character \u0001", "half a character \ud83d"])(
    "is drawn whatever a name holds: %s",
    async (name) => {
      const station = givenStation({ name });
      await test.store(station);
      for (const format of ["png", "pdf"]) await bytesOf(`/api/stations/${station.id}/poster.${format}`);
    },
  );

  it("says 24 hours once", async () => {
    expect((await readPdf({ hours: alwaysOpenHours })).lines).toContain(wide("开门时间：每天 24 小时"));
  });

  it("keeps a long name whole, and says where the rest of long hours is", async () => {
    const name = "兴庆区丽景街街道银虹社区户外劳动者暖心驿站暨市民服务中心(二十四小时自助)第三分站";
    const week = Array.from({ length: 7 }, (_, day) => [
      { opens: 400 + day, closes: 700 },
      { opens: 800, closes: 1_000 },
    ]);
    const seasons = ["01", "03", "05", "07", "09", "11"].map((month) => ({
      from: `${month}-01`,
      to: `${month}-28`,
      week,
    }));
    const { pages, lines } = await readPdf({ name, hours: givenHours({ week, seasons }) });
    expect(pages).toBe(1);
    expect(lines.join("")).toContain(name);
    expect(lines).toContain("其余的请扫码看");
  });

  it("carries a code that opens the page of this station", async () => {
    const station = givenStation();
    await test.store(station);
    expect(await readCode(station.id)).toBe(
      `http://localhost/?station=${station.id}#/visitor/station/index?id=${station.id}`,
    );
    test.deps.publicUrl = "https://yizhan.example";
    const code = await readCode(station.id).finally(() => {
      test.deps.publicUrl = null;
    });
    expect(code).toBe(`https://yizhan.example/?station=${station.id}#/visitor/station/index?id=${station.id}`);
  });

  it("does not believe what a request says of the address, whoever sends it", async () => {
    const station = givenStation();
    await test.store(station);
    const etag = async (headers: Record<string, string>) =>
      (await test.call("GET", `/api/stations/${station.id}/poster.png`, { headers })).headers.get("etag");
    const forged = { "x-forwarded-host": "elsewhere.example", "x-forwarded-proto": "https" };
    expect(await etag(forged)).toBe(await etag({}));
    test.deps.trustProxy = true;
    const behindProxy = await etag(forged).finally(() => {
      test.deps.trustProxy = false;
    });
    expect(behindProxy).toBe(await etag({}));
  });

  it("is drawn again only when the station changed", async () => {
    const station = givenStation();
    await test.store(station);
    const path = `/api/stations/${station.id}/poster.pdf`;
    const { headers } = await test.call("GET", path);
    const known = { headers: { "if-none-match": headers.get("etag") ?? "" } };
    expect((await test.call("GET", path, known)).status).toBe(304);
    await test.deps.stations.put({
      station: { ...station, name: "改了名的驿站", revision: 2 },
      previous: station,
      by: { author: { userId: null, role: null, way: "command" }, action: "station:change" },
    });
    expect((await test.call("GET", path, known)).status).toBe(200);
  });

  it("may be shown by pages of another origin, as WeChat's are, also when it is as it was", async () => {
    const station = givenStation();
    await test.store(station);
    const policy = async (file: string, headers: Record<string, string> = {}) =>
      (await test.app.request(`/api/stations/${station.id}/${file}`, { headers })).headers;
    for (const file of ["poster.pdf", "poster.png"]) {
      const first = await policy(file);
      expect(first.get("cross-origin-resource-policy")).toBe("cross-origin");
      const again = await policy(file, { "if-none-match": first.get("etag") ?? "" });
      expect(again.get("cross-origin-resource-policy")).toBe("cross-origin");
    }
    expect((await policy("nothing.png")).get("cross-origin-resource-policy")).toBe("same-origin");
  });

  it("is gone with the station", async () => {
    const station = givenStation({ withdrawnAt: 1 });
    await test.store(station);
    expect((await test.call("GET", `/api/stations/${station.id}/poster.pdf`)).status).toBe(404);
    expect((await test.call("GET", "/api/stations/st_nowhere/poster.png")).status).toBe(404);
  });
});
