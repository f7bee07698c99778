import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { readTestCounts } from "../../../scripts/set-up/test-counts.mjs";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "yizhan-counts-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function givenReport(report: object): string {
  const file = join(folder, "report.json");
  writeFileSync(file, JSON.stringify(report));
  return file;
}

describe("the counts of a test run", () => {
  it("are those of the report", () => {
    const testResults = [{ status: "failed", assertionResults: [{ status: "passed" }, { status: "failed" }] }];
    expect(readTestCounts(givenReport({ numPassedTests: 8, numFailedTests: 1, testResults }))).toEqual({
      passed: 8,
      failed: 1,
    });
  });

  it("have a failure for a file that broke before its first test", () => {
    const testResults = [{ status: "failed", assertionResults: [] }];
    expect(readTestCounts(givenReport({ numPassedTests: 8, numFailedTests: 0, testResults }))).toEqual({
      passed: 8,
      failed: 1,
    });
  });

  it("have a failure when there is no report", () => {
    expect(readTestCounts(join(folder, "none.json"))).toEqual({ passed: 0, failed: 1 });
  });
});
