import { expect, it } from "vitest";
import { JOBS } from "../../../api/jobs/job-list.js";
import { runJobs } from "../../../api/jobs/run-jobs.js";
import { startTestApp, TRANSPORTS } from "../../support/test-app.js";

it.each(TRANSPORTS)("every job gets through on an empty store, over %s, and again", async (transport) => {
  const test = await startTestApp(transport);
  for (let run = 0; run < 2; run += 1) {
    const { jobs } = await runJobs(test.deps, undefined, JOBS);
    expect(jobs.filter(({ outcome }) => outcome !== "done")).toEqual([]);
    test.passWallTime(2 * 86_400_000);
  }
  await test.stop();
});

it("names and titles each job, no two alike", () => {
  const names = JOBS.map(({ name }) => name);
  expect(new Set(names).size).toBe(names.length);
  expect(names.filter((name) => !/^[a-z]+(-[a-z]+)*$/.test(name))).toEqual([]);
  expect(JOBS.filter(({ title, everyMs }) => !/\p{Script=Han}/u.test(title) || everyMs < 60_000)).toEqual([]);
});
