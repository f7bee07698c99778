import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { ErrorAnswer } from "../../../shared/contract/error-answer.js";
import { ERRORS } from "../../../shared/contract/error-codes.js";
import { startTestApp, type TestApp, TRANSPORTS } from "../../support/test-app.js";

describe("errors", () => {
  let test: TestApp;
  beforeAll(async () => {
    test = await startTestApp();
  });
  afterAll(() => test.stop());

  it.each([
    ["an unknown route", "GET", "/api/nowhere", {}, "not_found"],
    ["an unknown route outside the API", "GET", "/nowhere", {}, "not_found"],
    [
      "malformed JSON",
      "POST",
      "/api/sign-in/demo",
      { body: "{", headers: { "content-type": "application/json" } },
      "malformed_json",
    ],
    [
      "a body of another type",
      "POST",
      "/api/sign-in/demo",
      { body: "as=worker", headers: { "content-type": "text/plain" } },
      "json_expected",
    ],
    ["no body", "POST", "/api/sign-in/demo", {}, "invalid_input"],
    ["a field nobody knows", "POST", "/api/sign-in/demo", { json: { as: "worker", admin: true } }, "invalid_input"],
    ["a station that does not exist", "GET", "/api/stations/st_nobody", {}, "not_found"],
    [
      "a megabyte of text",
      "POST",
      "/api/sign-in/demo",
      { json: { as: "worker", name: "x".repeat(1_000_000) } },
      "too_large",
    ],
  ] as const)("%s is answered with a code, a sentence and a request id", async (_, method, path, options, code) => {
    const { status, body, headers } = await test.call<ErrorAnswer>(method, path, options);
    expect(status).toBe(ERRORS[code].status);
    expect(body.error).toMatchObject({ code, message: ERRORS[code].message });
    expect(body.error.requestId).toMatch(/^rq_[a-z0-9]{16}$/);
    expect(headers.get("x-request-id")).toBe(body.error.requestId);
  });

  it.each([
    ["DELETE", "/api/stations", "GET, HEAD, POST"],
    ["DELETE", "/api/stations/st_one", "GET, HEAD, PATCH"],
    ["GET", "/api/stations/st_one/withdraw", "POST"],
    ["POST", "/api/health", "GET, HEAD"],
    ["PATCH", "/api/demo/clock", "GET, HEAD, PUT"],
  ])("%s %s is answered with the methods that there are", async (method, path, allowed) => {
    const { status, body, headers } = await test.call<ErrorAnswer>(method, path);
    expect([status, body.error.code, headers.get("allow")]).toEqual([405, "method_not_allowed", allowed]);
    expect((await test.call("GET", "/api/stations/st_one/nothing")).headers.get("allow")).toBeNull();
  });

  it("says that the connection ends where the rest of a body is left unread", async () => {
    const json = { as: "worker", name: "x".repeat(1_000_000) };
    const { status, headers } = await test.call("POST", "/api/sign-in/demo", { json });
    expect([status, headers.get("connection")]).toEqual([413, "close"]);
    expect((await test.call("GET", "/api/nowhere")).headers.get("connection")).toBeNull();
  });

  it("tells browsers not to guess at types, on failures too", async () => {
    for (const path of ["/api/health", "/api/nowhere"]) {
      expect((await test.call("GET", path)).headers.get("x-content-type-options")).toBe("nosniff");
    }
  });

  it("every code has a status that is a failure and a Chinese sentence", () => {
    for (const { status, message } of Object.values(ERRORS)) {
      expect(status).toBeGreaterThanOrEqual(400);
      expect(message).toMatch(/^[\u4e00-\u9fff]/);
    }
  });

  it("writes no position and no token into the log", async () => {
    const token = await test.signIn("worker", "小李");
    await test.call("GET", "/api/stations/nearest?latitude=38.123456&longitude=106.654321", { token });
    const log = JSON.stringify(test.logged);
    expect(log).toContain("/api/stations/nearest");
    for (const secret of ["38.123456", "106.654321", token, "小李"]) expect(log).not.toContain(secret);
  });
});

describe.each(TRANSPORTS)("with Redis gone, over %s", (transport) => {
  let test: TestApp;
  beforeAll(async () => {
    test = await startTestApp(transport);
    await test.loseRedis();
  });
  afterAll(() => test.stop());

  it("says so at once, and health is not ready", async () => {
    expect(await test.call("GET", "/api/stations/nearest?latitude=38&longitude=106")).toMatchObject({
      status: 503,
      body: { error: { code: "redis_down" } },
    });
    expect(await test.call("GET", "/api/health")).toMatchObject({
      status: 503,
      body: { status: "error", redis: "down" },
    });
  });
});
