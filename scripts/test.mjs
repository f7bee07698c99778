// @ts-check
/**
 * `npm test`: its own set-up, then every test: units, the API on a real Redis, the pages in a real browser.
 * What follows `--` goes to vitest: `npm test -- tests/shared`; but `--changed`, which chooses the tests of what changed.
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { changedTests, journeysOf, mayRunJourneys } from "./set-up/changed-tests.mjs";
import { ensureChromium } from "./set-up/chromium-binary.mjs";
import { ensureDependencies } from "./set-up/dependencies.mjs";
import { ensureDesk } from "./set-up/desk.mjs";
import { requireNodeVersion } from "./set-up/node-version.mjs";
import { ensurePages } from "./set-up/pages.mjs";
import { ensureRedisServer } from "./set-up/redis-binary.mjs";
import { runCommand } from "./set-up/run-command.mjs";
import { SetUpError } from "./set-up/set-up-error.mjs";
import { readTestCounts } from "./set-up/test-counts.mjs";

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "..");
const interruption = new AbortController();
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => interruption.abort());
const reportFolder = mkdtempSync(path.join(tmpdir(), "yizhan-test-"));

try {
  process.exitCode = await test(interruption.signal);
} catch (error) {
  if (!interruption.signal.aborted) console.error(error instanceof SetUpError ? `\n✗ ${error.message}` : error);
  process.exitCode = interruption.signal.aborted ? 130 : 1;
} finally {
  rmSync(reportFolder, { recursive: true, force: true });
}

/**
 * @param {AbortSignal} signal
 * @returns {Promise<number>} vitest's exit code
 */
async function test(signal) {
  requireNodeVersion();
  const args = chosenArguments(process.argv.slice(2));
  if (args === null) {
    console.log("No test is about what changed.");
    return 0;
  }
  await ensureDependencies({ root, signal });
  const redisServer = await ensureRedisServer({ signal });
  const chromium = await ensureChromium({ signal });
  if (mayRunJourneys(args, journeysOf(root))) {
    await ensurePages({ root, signal });
    await ensureDesk({ root, signal });
  }

  const reportFile = path.join(reportFolder, "report.json");
  const vitest = path.join(root, "node_modules", "vitest", "vitest.mjs");
  const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${reportFile}`];
  const code = await runCommand(process.execPath, [vitest, "run", ...reporters, ...args], {
    cwd: root,
    signal,
    env: { ...process.env, REDIS_SERVER_PATH: redisServer, CHROMIUM_PATH: chromium },
  });
  const { passed, failed } = readTestCounts(reportFile);
  console.log(`\n${passed} passed, ${failed} failed`);
  return code || (failed > 0 ? 1 : 0);
}

/**
 * With the tests of what changed in the place of `--changed`, and of a commit behind it.
 * @param {string[]} args
 * @returns {string[] | null} null: there are none
 */
function chosenArguments(args) {
  const at = args.findIndex((arg) => arg === "--changed" || arg.startsWith("--changed="));
  if (at < 0) return args;
  const [, inside] = args[at]?.split("=") ?? [];
  const behind = args[at + 1]?.startsWith("-") ? undefined : args[at + 1];
  const since = inside ?? behind;
  const others = args.filter(
    (_, index) => index !== at && !(inside === undefined && behind !== undefined && index === at + 1),
  );
  const tests = changedTests(root, since);
  if (tests === null) return others;
  console.log(`${tests.length} files of tests are about what changed.`);
  return tests.length === 0 ? null : [...others, ...tests];
}
