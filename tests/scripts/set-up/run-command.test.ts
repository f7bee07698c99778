import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { processEnds } from "../../../scripts/set-up/living-processes.mjs";
import { runCommand } from "../../../scripts/set-up/run-command.mjs";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "yizhan-run-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe("a set-up command", () => {
  it("gives its exit code, and 127 when there is no such program", async () => {
    expect(await runCommand("sh", ["-c", "exit 3"])).toBe(3);
    expect(await runCommand("no-such-program-of-yizhan", [])).toBe(127);
  });

  it("ends with everything it started when the start is interrupted", async () => {
    const interruption = new AbortController();
    const pidFile = join(folder, "pid");
    // Like npm: a shell that waits for the program that does the work.
    const run = runCommand("sh", ["-c", `sleep 600 & echo $! > ${pidFile}; wait`], {
      signal: interruption.signal,
      quiet: true,
    });
    const pid = await vi.waitUntil(() => {
      try {
        return Number(readFileSync(pidFile, "utf8"));
      } catch {
        return 0;
      }
    }, 20_000);
    interruption.abort();
    await expect(run).rejects.toThrow(/abort/i);
    expect(await processEnds(pid, 5_000)).toBe(true);
  });
});
