import { beforeEach, describe, expect, it } from "vitest";
import type { StationDetail, StationList } from "../../../shared/stations/station-answer.js";
import { givenNewStation } from "../../support/given.js";
import { TRANSPORTS, testApp } from "../../support/test-app.js";

const newStation = givenNewStation();

describe.each(TRANSPORTS)("Idempotency-Key over %s", (transport) => {
  const test = testApp(transport);
  let officer: string;
  beforeEach(async () => {
    officer = await test.signIn("officer");
  });

  const create = (key: string, json: object = newStation, token = officer) =>
    test.call<StationDetail>("POST", "/api/stations", { token, json, headers: { "idempotency-key": key } });

  it("answers a repeat with the first answer, and does nothing again", async () => {
    const first = await create("k1");
    const repeat = await create("k1");
    expect(first.status).toBe(201);
    expect([repeat.status, repeat.body]).toEqual([201, first.body]);
    expect(repeat.headers.get("idempotency-replayed")).toBe("true");
    expect((await test.call<StationList>("GET", "/api/stations")).body.stations).toHaveLength(1);
  });

  it("lets one of two at once through, and asks the other to wait", async () => {
    const replies = await Promise.all(Array.from({ length: 8 }, () => create("k2")));
    const through = replies.filter(({ status, headers }) => status === 201 && !headers.has("idempotency-replayed"));
    expect(through).toHaveLength(1);
    // One that comes when the first is done already gets its answer.
    for (const { status, body } of replies) {
      if (status === 201) expect(body).toEqual(through[0]?.body);
      else expect([status, body]).toMatchObject([409, { error: { code: "request_in_progress" } }]);
    }
    expect((await test.call<StationList>("GET", "/api/stations")).body.stations).toHaveLength(1);
  });

  it("refuses a key that was used for another request", async () => {
    await create("k3");
    expect(await create("k3", { ...newStation, name: "另一个" })).toMatchObject({
      status: 422,
      body: { error: { code: "idempotency_key_reused" } },
    });
  });

  it("does not remember a failure", async () => {
    expect((await create("k4", { ...newStation, name: "" })).status).toBe(400);
    expect((await create("k4")).status).toBe(201);
  });

  it("keeps the keys of two people apart", async () => {
    const other = await test.signIn("officer", "另一位");
    expect((await create("k5")).status).toBe(201);
    expect(await create("k5", newStation, other)).toMatchObject({
      status: 409,
      body: { error: { code: "name_taken" } },
    });
  });

  it("keeps no token", async () => {
    const signIn = () =>
      test.call("POST", "/api/sign-in/demo", { json: { as: "worker" }, headers: { "idempotency-key": "k6" } });
    expect([(await signIn()).status, (await signIn()).status]).toEqual([200, 200]);
    expect(await test.local.keys("*idempotent-write:*")).toEqual([]);
  });
});
