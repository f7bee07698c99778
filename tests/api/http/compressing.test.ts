import { gunzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createApp } from "../../../api/app.js";
import { compressing } from "../../../api/http/compressing.js";
import { gzipped, takes } from "../../../api/http/gzip.js";
import { givenStation } from "../../support/given.js";
import { startTestApp, type TestApp } from "../../support/test-app.js";

const NEAREST = "/api/stations/nearest?latitude=38.474&longitude=106.289&availability=any&radius=1";

describe("answers of the web server", () => {
  let test: TestApp;
  let ask: (path: string, acceptEncoding?: string, method?: string) => Promise<Response>;
  beforeAll(async () => {
    test = await startTestApp();
    await test.store(...Array.from({ length: 12 }, (_, i) => givenStation({ id: `st_zip${i}`, name: `第${i}个驿站` })));
    const answer = compressing(createApp({ ...test.deps, compressesAnswers: true }));
    ask = (path, acceptEncoding, method = "GET") => {
      const request = new Request(`http://127.0.0.1${path}`, { method });
      if (acceptEncoding !== undefined) request.headers.set("Accept-Encoding", acceptEncoding);
      return answer(request);
    };
  });
  afterAll(() => test.stop());

  it("are compressed for who takes gzip, with what is said without it", async () => {
    const zipped = await ask(NEAREST, "gzip, deflate, br");
    expect(zipped.headers.get("content-encoding")).toBe("gzip");
    expect(zipped.headers.get("vary")).toBe("Accept-Encoding");
    expect(zipped.headers.get("cache-control")).toBe("no-store");
    const said = await unzipped(zipped);
    const plain = await ask(NEAREST);
    expect(plain.headers.get("content-encoding")).toBeNull();
    expect(plain.headers.get("vary")).toBe("Accept-Encoding");
    expect(said).toEqual(await plain.json());
    expect(said).toHaveProperty("stations.9.name");
  });

  it.each(["identity", "br", "gzip;q=0", "*;q=0"])("are plain for %s", async (accepted) => {
    const answer = await ask(NEAREST, accepted);
    expect(answer.headers.get("content-encoding")).toBeNull();
    expect(await answer.json()).toHaveProperty("stations.9.name");
  });

  it("have no body for HEAD, and the same words about it", async () => {
    const answer = await ask(NEAREST, "gzip", "HEAD");
    expect(answer.status).toBe(200);
    expect(answer.headers.get("vary")).toBe("Accept-Encoding");
    expect(await answer.text()).toBe("");
  });

  it("are compressed on other routes as well, and kept apart for those who take it and those who do not", async () => {
    const list = "/api/openapi.json";
    const zipped = await ask(list, "gzip");
    expect(zipped.headers.get("content-encoding")).toBe("gzip");
    expect(zipped.headers.get("vary")).toMatch(/accept-encoding/i);
    expect(await unzipped(zipped)).toHaveProperty("openapi");
  });

  it("that say what went wrong are told to everybody", async () => {
    const answer = await ask("/api/stations/nearest?latitude=here", "gzip;q=0");
    expect(answer.status).toBe(400);
    expect(await answer.json()).toHaveProperty("error.code", "invalid_input");
  });
});

async function unzipped(answer: Response): Promise<unknown> {
  return JSON.parse(gunzipSync(new Uint8Array(await answer.arrayBuffer())).toString());
}

describe("compressing at one go", () => {
  it("is for answers that are neither tiny nor so large that others would wait", () => {
    expect(gzipped("x".repeat(500))).toBeNull();
    expect(gzipped("驿".repeat(70_000))).toBeNull();
    const text = "驿站".repeat(2_000);
    expect(gunzipSync(gzipped(text) ?? "").toString()).toBe(text);
  });

  it.each([
    ["gzip", true],
    ["GZIP;q=0.2", true],
    ["br, *", true],
    ["*;q=0.1", true],
    ["x-gzip-like", false],
    ["gzip; q=0.0", false],
    ["", false],
    [undefined, false],
  ])("is for %s: %s", (accepted, expected) => {
    expect(takes("gzip", accepted)).toBe(expected);
  });
});
