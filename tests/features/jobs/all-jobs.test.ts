import { expect, it } from "vitest";
import { JOBS } from "../../../api/jobs/job-list.js";
import { titleOf } from "../../../api/jobs/jobs.js";
import { runJobs } from "../../../api/jobs/run-jobs.js";
import { DEFAULT_WISH_SETTINGS } from "../../../shared/wishes/wish-settings.js";
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
  const titles = JOBS.map((job) => titleOf(job, DEFAULT_WISH_SETTINGS));
  expect(new Set(titles).size).toBe(titles.length);
  expect(titles.filter((title) => !/\p{Script=Han}/u.test(title))).toEqual([]);
  expect(JOBS.filter(({ everyMs }) => everyMs < 60_000)).toEqual([]);
});

it("promises in their titles what the office has set", () => {
  const titles = JOBS.map((job) => titleOf(job, { ...DEFAULT_WISH_SETTINGS, keptDays: 365, confirmDays: 10 })).join();
  expect(titles).toContain("办完 365 天的心愿");
  expect(titles).toContain("送达满 10 天");
  expect(titles).not.toContain("180");
});
