import { expect, it } from "vitest";
import { createApp } from "../../../api/app.js";
import { givenNewStation } from "../../support/given.js";
import { startTestApp } from "../../support/test-app.js";

it("answers a write that no replica has with 503, and its key tells afterwards what became of it", async () => {
  const test = await startTestApp();
  const token = await test.signIn("officer");
  const { replication } = test.connection;
  if (replication === null) throw new Error("no replication over TCP");
  const waiting = createApp({
    ...test.deps,
    replication: { mark: replication.mark, isReached: (since) => replication.reachedReplicas(since, 1, 50) },
  });
  const request = {
    method: "POST",
    headers: { authorization: `Bearer ${token}`, "content-type": "application/json", "idempotency-key": "once" },
    body: JSON.stringify(givenNewStation()),
  };
  const short = await waiting.request("/api/stations", request);
  expect([short.status, await short.json()]).toMatchObject([503, { error: { code: "not_replicated" } }]);
  expect((await waiting.request("/api/stations", { headers: request.headers })).status).toBe(200);
  const repeat = await test.app.request("/api/stations", request);
  expect([repeat.status, repeat.headers.get("idempotency-replayed")]).toEqual([201, "true"]);
  await test.stop();
});
