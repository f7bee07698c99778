import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { withLock } from "../../../scripts/set-up/folder-lock.mjs";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "yizhan-lock-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

it("lets one work at a time, and is gone behind it", async () => {
  const file = join(folder, "a.lock");
  const order: string[] = [];
  const first = withLock(file, async () => {
    order.push("first");
    await new Promise((resolve) => setTimeout(resolve));
    order.push("first is done");
  });
  const second = withLock(file, async () => order.push("second"));
  await Promise.all([first, second]);
  expect(order).toEqual(["first", "first is done", "second"]);
  expect(existsSync(file)).toBe(false);
});
