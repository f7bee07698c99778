// @ts-check
import { readFileSync } from "node:fs";

/**
 * How many tests passed and failed, from vitest's JSON report.
 * @param {string} reportFile
 * @returns {{ passed: number, failed: number }} a file that broke before its first test counts as one failure, and so
 *   does a run that left no report
 */
export function readTestCounts(reportFile) {
  /** @type {{ numPassedTests: number, numFailedTests: number, testResults: { status: string, assertionResults: { status: string }[] }[] }} */
  let report;
  try {
    report = JSON.parse(readFileSync(reportFile, "utf8"));
  } catch {
    return { passed: 0, failed: 1 };
  }
  const brokenFiles = report.testResults.filter(
    (file) => file.status === "failed" && !file.assertionResults.some((test) => test.status === "failed"),
  );
  return { passed: report.numPassedTests, failed: report.numFailedTests + brokenFiles.length };
}
