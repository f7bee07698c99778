import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { currentSignIn, forgetSignIn, keepSignIn } from "../../../../miniapp/src/features/people/sign-in.js";
import { callApi } from "../../../../miniapp/src/http/call-api.js";
import { keepOnPhone, readFromPhone } from "../../../../miniapp/src/platform/settings/phone-storage.js";
import { reply } from "../../support/given.js";
import { givenSignedIn, refusal } from "../../support/given-sign-in.js";
import Taro, { keptOnPhone, newPhone } from "../../support/taro.js";

const NOON = Date.parse("2026-11-24T04:00:00Z");
const MINUTE = 60_000;

type Reply = ReturnType<typeof reply>;

/** Which token each request carried, in order: `path token`. */
const sent = () =>
  Taro.request.mock.calls.map(
    ([{ url, header }]) => `${url} ${(header.authorization ?? "nobody").replace("Bearer ", "")}`,
  );

/** A server that takes one token only, and gives the next for any other. */
function serve(accepted: string, next: () => Reply | Promise<Reply>) {
  Taro.request.mockImplementation(async ({ url, header }) => {
    if (url === "/api/sign-in/refresh") return next();
    const isOpen = url === "/api/health" || header.authorization === `Bearer ${accepted}`;
    return isOpen ? reply(200, {}) : reply(401, refusal("sign_in_expired"));
  });
}

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["Date"], now: NOON });
  newPhone();
  forgetSignIn();
});
afterEach(() => vi.useRealTimers());

describe("a sign-in on the phone", () => {
  it("is sent with every request, and nothing is sent without one", async () => {
    Taro.request.mockResolvedValue(reply(200, {}));
    await callApi("GET /health", {});
    keepSignIn(givenSignedIn("t1", "keeper"));
    await callApi("GET /health", {});
    expect(sent()).toEqual(["/api/health nobody", "/api/health t1"]);
    expect(keptOnPhone()).toContain("t1");
  });

  it("is renewed without a word when the server says that it has run out", async () => {
    serve("t2", () => reply(200, givenSignedIn("t2", "keeper")));
    keepSignIn(givenSignedIn("t1", "keeper"));
    await callApi("GET /me", {});
    expect(sent()).toEqual(["/api/me t1", "/api/sign-in/refresh t1", "/api/me t2"]);
    expect(currentSignIn()?.token).toBe("t2");
  });

  it("is renewed before it runs out, so that a report is not taken for a stranger's", async () => {
    serve("t2", () => reply(200, givenSignedIn("t2", "worker")));
    keepSignIn(givenSignedIn("t1", "worker"));
    vi.setSystemTime(NOON + 50 * MINUTE);
    await callApi("GET /health", {});
    expect(sent()).toEqual(["/api/sign-in/refresh t1", "/api/health t2"]);
  });

  it("is renewed once for requests that find out at the same time", async () => {
    serve("t2", () => reply(200, givenSignedIn("t2", "keeper")));
    keepSignIn(givenSignedIn("t1", "keeper"));
    await Promise.all([callApi("GET /me", {}), callApi("GET /me", {}), callApi("GET /stations/mine", {})]);
    expect(sent().filter((request) => request.includes("refresh"))).toHaveLength(1);
  });

  it("ends on the phone when the server has ended it, and the request goes on as a stranger's", async () => {
    serve("none", () => reply(401, refusal("sign_in_expired")));
    keepSignIn(givenSignedIn("t1", "keeper"));
    await expect(callApi("GET /me", {})).rejects.toMatchObject({ code: "sign_in_expired" });
    expect(sent()).toEqual(["/api/me t1", "/api/sign-in/refresh t1", "/api/me nobody"]);
    expect([currentSignIn(), keptOnPhone()]).toEqual([null, "[]"]);
  });

  it("stays when there is no network to renew it", async () => {
    serve("none", () => Promise.reject(new Error("request:fail")));
    keepSignIn(givenSignedIn("t1", "keeper"));
    await expect(callApi("GET /me", {})).rejects.toMatchObject({ code: "sign_in_expired" });
    expect(currentSignIn()?.token).toBe("t1");
  });

  it("is not brought back by a renewal that was under way when the person signed out", async () => {
    let answer = (_: Reply) => {};
    serve("t2", () => new Promise((resolve) => (answer = resolve)));
    keepSignIn(givenSignedIn("t1", "keeper"));
    const call = callApi("GET /me", {}).catch(() => undefined);
    await vi.waitFor(() => expect(sent()).toContain("/api/sign-in/refresh t1"), 20_000);
    forgetSignIn();
    answer(reply(200, givenSignedIn("t2", "keeper")));
    await call;
    expect(currentSignIn()).toBeNull();
  });

  it("ends with everything that only the person could see, and leaves what is everybody's", () => {
    keepSignIn(givenSignedIn("t1", "keeper"));
    const personal = ["last-wishes", "last-timetable", "kept-station"] as const;
    for (const key of personal) keepOnPhone(key, { of: "somebody" });
    keepOnPhone("last-answer", { asOf: 1, stations: [] });
    forgetSignIn();
    for (const key of ["sign-in", ...personal] as const) expect(readFromPhone(key)).toBeNull();
    expect(readFromPhone("last-answer")).not.toBeNull();
  });
});
