import { Hono } from "hono";
import { secureHeaders } from "hono/secure-headers";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { SECURE_HEADERS } from "../../../api/http/common-headers.js";
import { startTestApp, type TestApp } from "../../support/test-app.js";

const NEAREST = "/api/stations/nearest?latitude=38.474&longitude=106.289";

describe("what every answer carries", () => {
  let test: TestApp;
  beforeAll(async () => {
    test = await startTestApp();
  });
  afterAll(() => test.stop());

  it("is what hono's own middleware sets", async () => {
    const plain = await new Hono()
      .use(secureHeaders())
      .get("/", (c) => c.body(null))
      .request("/");
    expect(Object.fromEntries(new Headers(SECURE_HEADERS))).toEqual(Object.fromEntries(plain.headers));
  });

  it.each([
    ["an answer written before it is made", NEAREST, 200],
    ["an answer made of a value", "/api/districts", 200],
    ["a failure", "/api/stations/nearest", 400],
    ["an unknown route", "/api/nowhere", 404],
  ])("is on %s", async (_, path, status) => {
    const reply = await test.call("GET", path);
    expect(reply.status).toBe(status);
    expect(Object.fromEntries(reply.headers)).toMatchObject(Object.fromEntries(new Headers(SECURE_HEADERS)));
    expect(reply.headers.get("x-request-id")).toBe(test.logged.at(-1)?.requestId);
    expect(reply.headers.get("content-type")).toBe("application/json");
  });

  it("says in the demo what time it is there, and that nobody keeps the answer", async () => {
    const { headers } = await test.call("GET", NEAREST);
    expect(headers.get("date")).toBe("Tue, 24 Nov 2026 02:00:00 GMT");
    expect(headers.get("cache-control")).toBe("no-store");
  });
});
