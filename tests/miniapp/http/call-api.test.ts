import { beforeEach, describe, expect, it } from "vitest";
import { ApiFailure } from "../../../miniapp/src/http/api-failure.js";
import { callApi } from "../../../miniapp/src/http/call-api.js";
import { serverClock } from "../../../miniapp/src/http/server-clock.js";
import { ERRORS } from "../../../shared/contract/error-codes.js";
import { cst, cstText, givenNearest, reply } from "../support/given.js";
import Taro, { newPhone } from "../support/taro.js";

const nearest = () => callApi("GET /stations/nearest", { latitude: 38.47, longitude: 106.28 });

async function failureOf(call: Promise<unknown>): Promise<ApiFailure> {
  const error = await call.then(
    () => null,
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof ApiFailure)) throw new Error(`expected a failure, got ${String(error)}`);
  return error;
}

beforeEach(newPhone);

describe("callApi", () => {
  it("hands on the answer of a 200", async () => {
    Taro.request.mockResolvedValue(reply(200, givenNearest([])));
    expect(await nearest()).toEqual(givenNearest([]));
  });

  it("fills the path and sends the rest, leaving out what is undefined", async () => {
    Taro.request.mockResolvedValue(reply(200, {}));
    await callApi("GET /stations/:id", { id: "st_a b" });
    await callApi("GET /stations", { district: "640104", cursor: undefined });
    expect(Taro.request.mock.calls.map(([request]) => [request.method, request.url, request.data])).toEqual([
      ["GET", "/api/stations/st_a%20b", {}],
      ["GET", "/api/stations", { district: "640104" }],
    ]);
  });

  it("asks nothing for a link that names nothing: without its id the address would be that of a list", async () => {
    expect((await failureOf(callApi("GET /stations/:id", { id: "" }))).code).toBe("not_found");
    expect(Taro.request).not.toHaveBeenCalled();
  });

  it("gives up after eight seconds", async () => {
    Taro.request.mockResolvedValue(reply(200, {}));
    await nearest();
    expect(Taro.request.mock.calls[0]?.[0].timeout).toBe(8_000);
  });

  it.each(Object.entries(ERRORS))(
    "throws %s although WeChat calls its status a success",
    async (code, { status, message }) => {
      Taro.request.mockResolvedValue(reply(status, { error: { code, message, requestId: "rq_1" } }));
      expect(await failureOf(nearest())).toMatchObject({ code, requestId: "rq_1", sentence: message });
    },
  );

  it("keeps the fields that the server found fault with", async () => {
    const fields = [{ path: "limit", message: "最多 50" }];
    Taro.request.mockResolvedValue(
      reply(400, { error: { code: "invalid_input", message: "", requestId: "r", fields } }),
    );
    expect((await failureOf(nearest())).fields).toEqual(fields);
  });

  it.each([
    [404, "not_found"],
    [429, "too_many_requests"],
    [503, "redis_down"],
    [502, "redis_down"],
    [301, "internal"],
  ])("tells a %i whose body is not ours from its status", async (status, code) => {
    Taro.request.mockResolvedValue(reply(status, "<html>", { "X-Request-Id": "rq_2" }));
    expect(await failureOf(nearest())).toMatchObject({ code, requestId: "rq_2" });
  });

  it.each([
    ["a page of a Wi-Fi that wants a sign-in", "<html>"],
    ["a body that the web could not read", null],
  ])("does not take %s for an answer", async (_, body) => {
    Taro.request.mockResolvedValue(reply(200, body));
    expect((await failureOf(nearest())).code).toBe("unreadable");
  });

  it("tells no network from a network that is too slow", async () => {
    Taro.request.mockRejectedValueOnce({ errMsg: "request:fail" });
    expect((await failureOf(nearest())).code).toBe("offline");
    Taro.request.mockRejectedValueOnce({ errMsg: "request:fail timeout" });
    expect((await failureOf(nearest())).code).toBe("timeout");
  });

  it("sets the server clock from the answer, else from the Date header, of failures too", async () => {
    Taro.request.mockResolvedValue(reply(200, givenNearest([], cstText("2031-05-01T08:00"))));
    await nearest();
    expect(Math.abs(serverClock.now() - cst("2031-05-01T08:00"))).toBeLessThan(60_000);
    Taro.request.mockResolvedValue(reply(404, null, { date: "Thu, 01 May 2031 06:00:00 GMT" }));
    await failureOf(nearest());
    expect(Math.abs(serverClock.now() - cst("2031-05-01T14:00"))).toBeLessThan(60_000);
  });
});
