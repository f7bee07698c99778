import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { ensureChromium } from "../../../scripts/set-up/chromium-binary.mjs";
import { findExecutable } from "../../../scripts/set-up/executables.mjs";
import { requireNodeVersion } from "../../../scripts/set-up/node-version.mjs";
import { ensureRedisServer } from "../../../scripts/set-up/redis-binary.mjs";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "yizhan-bin-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function givenProgram(name: string, says: string, exitCode = 0): string {
  const file = join(folder, name);
  writeFileSync(file, `#!/bin/sh\necho '${says}'\nexit ${exitCode}\n`);
  chmodSync(file, 0o755);
  return file;
}

describe("finding a program", () => {
  it("takes the first name that is there, and no folder or plain file of that name", () => {
    mkdirSync(join(folder, "yizhan-first"));
    writeFileSync(join(folder, "yizhan-second"), "not a program");
    const third = givenProgram("yizhan-third", "");
    expect(findExecutable(["yizhan-first", "yizhan-second", "yizhan-third"], { PATH: folder })).toBe(third);
    expect(findExecutable(["yizhan-first"], { PATH: folder })).toBeNull();
  });

  it("takes valkey where redis is too old for GEOSEARCH", async () => {
    givenProgram("redis-server", "Redis server v=6.0.16 sha=00000000:0");
    const valkey = givenProgram("valkey-server", "Valkey server v=8.1.1 sha=00000000:0");
    expect(await ensureRedisServer({ env: { PATH: folder } })).toBe(valkey);
  });

  it("passes over a placeholder that only says how to install the real browser", async () => {
    givenProgram("chromium", "install it with snap", 1);
    const chrome = givenProgram("google-chrome", "Google Chrome 140.0");
    expect(await ensureChromium({ env: { PATH: folder } })).toBe(chrome);
  });
});

describe("the version of Node", () => {
  it.each(["20.19.0", "20.20.2", "22.0.0", "24.1.0"])("is enough with %s", (version) => {
    expect(() => requireNodeVersion(version)).not.toThrow();
  });

  it.each(["18.20.4", "20.18.3"])("is refused with %s, saying which is needed", (version) => {
    expect(() => requireNodeVersion(version)).toThrow(new RegExp(`需要 Node.js 20\\.19[^]*${version}`));
  });
});
