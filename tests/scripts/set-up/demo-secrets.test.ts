import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { openDemoSecrets } from "../../../scripts/set-up/demo-secrets.mjs";

let dataFolder: string;
beforeEach(() => {
  dataFolder = mkdtempSync(join(tmpdir(), "yizhan-secrets-"));
});
afterEach(() => rmSync(dataFolder, { recursive: true, force: true }));

describe("the secrets of a demo installation", () => {
  it("are made once and then stay the same", () => {
    const first = openDemoSecrets(dataFolder);
    expect(first.tokenSecret.length).toBeGreaterThanOrEqual(32);
    expect(Buffer.from(first.encryptionKey, "base64")).toHaveLength(32);
    expect(openDemoSecrets(dataFolder)).toEqual(first);
  });

  it("differ from one installation to the next", () => {
    const first = openDemoSecrets(dataFolder);
    const other = openDemoSecrets(join(dataFolder, "other"));
    expect(other.tokenSecret).not.toBe(first.tokenSecret);
    expect(other.encryptionKey).not.toBe(first.encryptionKey);
  });

  it("are readable by their owner alone", () => {
    openDemoSecrets(dataFolder);
    expect(statSync(join(dataFolder, "secrets.json")).mode & 0o777).toBe(0o600);
  });

  it.each(["", "{}", '{ "tokenSecret": "short", "encryptionKey": "AA==" }'])(
    "are never replaced when the file is damaged: what they encrypted would be lost (%j)",
    (damaged) => {
      const file = join(dataFolder, "secrets.json");
      writeFileSync(file, damaged);
      expect(() => openDemoSecrets(dataFolder)).toThrow(/secrets\.json/);
      expect(readFileSync(file, "utf8")).toBe(damaged);
    },
  );
});
