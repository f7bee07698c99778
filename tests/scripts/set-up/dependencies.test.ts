import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { dependenciesAreInstalled } from "../../../scripts/set-up/dependencies.mjs";

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "yizhan-dependencies-"));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const wanted = {
  "": { name: "yizhan", version: "0.1.0" },
  miniapp: { name: "@yizhan/miniapp", version: "0.1.0" },
  "node_modules/hono": { version: "4.13.19" },
  "node_modules/fsevents": { version: "2.3.3", optional: true, os: ["darwin"] },
};

function givenLockFile(packages: object) {
  writeFileSync(join(root, "package-lock.json"), JSON.stringify({ packages }));
}
function givenInstalled(packages: object) {
  mkdirSync(join(root, "node_modules"), { recursive: true });
  writeFileSync(join(root, "node_modules", ".package-lock.json"), JSON.stringify({ packages }));
}

describe("whether the dependencies are installed", () => {
  it("is no in a fresh clone", () => {
    givenLockFile(wanted);
    expect(dependenciesAreInstalled(root)).toBe(false);
  });

  it("is no when an installation was interrupted, before npm wrote its record", () => {
    givenLockFile(wanted);
    mkdirSync(join(root, "node_modules", "hono"), { recursive: true });
    expect(dependenciesAreInstalled(root)).toBe(false);
  });

  it("is yes with the versions of the lock file, whatever other systems would need beside", () => {
    givenLockFile(wanted);
    givenInstalled({ "node_modules/hono": { version: "4.13.19" } });
    expect(dependenciesAreInstalled(root)).toBe(true);
  });

  it("is no once the lock file asks for another version or one package more", () => {
    givenInstalled({ "node_modules/hono": { version: "4.13.19" } });
    givenLockFile({ ...wanted, "node_modules/hono": { version: "4.14.0" } });
    expect(dependenciesAreInstalled(root)).toBe(false);
    givenLockFile({ ...wanted, "node_modules/zod": { version: "4.6.7" } });
    expect(dependenciesAreInstalled(root)).toBe(false);
  });
});
