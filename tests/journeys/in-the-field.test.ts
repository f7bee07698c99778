import { expect, test } from "vitest";
import type { JobList } from "../../shared/jobs/job-answer.js";
import { findNearby, listOf } from "./support/nearby.js";
import { inOwnTown, origin } from "./support/origin.js";
import { openVisitor, type Visitor } from "./support/visitor.js";

// The errors of this file would be counted for the officers of the others.
inOwnTown();

/** What officers see of it. */
async function counted() {
  const json = { as: "officer" };
  const signedIn = await fetch(`${origin()}/api/sign-in/demo`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(json),
  });
  const { token }: { token: string } = await signedIn.json();
  const answer = await fetch(`${origin()}/api/jobs`, { headers: { authorization: `Bearer ${token}` } });
  const { clientErrors }: JobList = await answer.json();
  return clientErrors;
}

test("what nobody caught is told of once, without what is personal", async () => {
  const visitor = await openVisitor({ expectedComplaint: /went wrong/ });
  const { page } = visitor;
  await findNearby(visitor);
  await page.evaluate(() => {
    for (let times = 0; times < 3; times++) {
      setTimeout(() => {
        throw new TypeError("it went wrong at 38.4741,106.2812");
      });
      void Promise.reject(new RangeError("a promise went wrong"));
    }
  });
  await expect.poll(async () => (await counted()).total).toBe(2);
  // Whatever is sent once more would have been sent by the time that an answer to a later question is there.
  await page.getByRole("button", { name: "骑车" }).tap();
  await listOf(page).waitFor();
  const { total, kinds } = await counted();
  expect(total).toBe(2);
  const told = kinds.map(({ kind, message, platform }) => ({ kind, message, platform }));
  expect(told).toEqual(
    expect.arrayContaining([
      { kind: "error", message: "TypeError: it went wrong at …", platform: "web" },
      { kind: "rejection", message: "RangeError: a promise went wrong", platform: "web" },
    ]),
  );
});

/** Has the server refuse this version of the pages. */
async function refuseVersion({ page }: Visitor): Promise<void> {
  await page.route("**/api/stations/nearest*", (route) =>
    route.fulfill({
      status: 426,
      json: { error: { code: "client_too_old", message: "", requestId: "rq_0123456789abcdef" } },
    }),
  );
}

test("a version that the server no longer takes is loaded anew, with a word", async () => {
  const visitor = await openVisitor({ expectedComplaint: /426/ });
  const { page } = visitor;
  await refuseVersion(visitor);
  await page.goto("/");
  await page.getByRole("button", { name: "用我的位置" }).tap();
  await page.getByText("要换成新版").waitFor();
  await page.unrouteAll();
  const isLoaded = page.waitForEvent("load");
  await page.getByText("换成新的", { exact: true }).tap();
  await isLoaded;
  await listOf(page).waitFor();
});

test("pages that are no newer after loading say what to do, and do not load without end", async () => {
  const visitor = await openVisitor({ expectedComplaint: /426/ });
  const { page } = visitor;
  await refuseVersion(visitor);
  await page.goto("/");
  await page.getByRole("button", { name: "用我的位置" }).tap();
  const isLoaded = page.waitForEvent("load");
  await page.getByText("换成新的", { exact: true }).tap();
  await isLoaded;
  await page.getByRole("heading", { name: "这个版本太旧了" }).waitFor();
  await page.getByText("要换成新版").waitFor({ state: "hidden" });
  await page.getByRole("button", { name: "再找一次" }).tap();
  await page.getByRole("heading", { name: "这个版本太旧了" }).waitFor();
  expect(await page.getByText("要换成新版").isVisible()).toBe(false);
});
