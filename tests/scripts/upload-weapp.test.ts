import { execFile } from "node:child_process";
import { generateKeyPairSync } from "node:crypto";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import declared from "../../miniapp/config/wechat-interfaces.json" with { type: "json" };

const root = resolve(import.meta.dirname, "../..");
const APP_ID = "wx0123456789abcdef";
const pem = { type: "pkcs1", format: "pem" } as const;
const KEY = String(generateKeyPairSync("rsa", { modulusLength: 2_048 }).privateKey.export(pem));
const OTHER_KIND = String(generateKeyPairSync("ed25519").privateKey.export({ type: "pkcs8", format: "pem" }));

describe("npm run upload:weapp -- --dry-run", () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), "upload-"));
    writeFileSync(join(folder, `private.${APP_ID}.key`), KEY);
    writeFileSync(join(folder, "private.wxfedcba9876543210.key"), KEY);
    givenPackage("sound");
    givenPackage("visitor", { "project.config.json": `{"appid":"touristappid"}` });
    givenPackage("local", { "common.js": `var server="http://127.0.0.1:3000";` });
    givenPackage("refused", { "common.js": `eval("1")` });
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  function givenPackage(name: string, changed: Record<string, string> = {}): void {
    const interfaces = Object.keys(declared.private).filter((one) => one !== "getFuzzyLocation");
    const files = {
      "app.json": `{"pages":[]}`,
      "app.js": interfaces.map((one) => `wx.${one}({});`).join("\n"),
      "project.config.json": JSON.stringify({ appid: APP_ID }),
      ...changed,
    };
    mkdirSync(join(folder, name));
    for (const [file, content] of Object.entries(files)) writeFileSync(join(folder, name, file), content);
  }

  interface Change {
    package?: string;
    env?: NodeJS.ProcessEnv;
    words?: string[];
  }

  /** With nothing in its environment but what is given; without npx in it, so that nothing could be sent. */
  const run = ({ package: name = "sound", env = {}, words = ["--dry-run"] }: Change) =>
    new Promise<{ code: number; said: string }>((done) => {
      const given = { WEAPP_APP_ID: APP_ID, WEAPP_UPLOAD_KEY_FILE: join(folder, `private.${APP_ID}.key`), ...env };
      execFile(
        process.execPath,
        ["--import", "tsx", "scripts/upload-weapp.ts", ...words, join(folder, name)],
        { cwd: root, env: { PATH: "/usr/bin:/bin", HOME: process.env.HOME, ...given } },
        (error, stdout, stderr) => done({ code: error ? Number(error.code) : 0, said: stdout + stderr }),
      );
    });

  it("says what would be sent, from a key as a file or as text, and never the key", async () => {
    for (const env of [{}, { WEAPP_UPLOAD_KEY_FILE: "", WEAPP_UPLOAD_KEY: KEY.replaceAll("\n", "\\n") }]) {
      const { code, said } = await run({ env });
      expect([code, said]).toEqual([0, expect.stringMatching(new RegExp(`${APP_ID}[^]*版本 +\\d+\\.\\d+\\.\\d+`))]);
      expect(said).toContain("这次不上传");
      expect(said).not.toContain("PRIVATE KEY");
    }
  });

  it.each<[string, Change, string]>([
    ["no app id", { env: { WEAPP_APP_ID: "" } }, "WEAPP_APP_ID"],
    ["an app id that is none", { env: { WEAPP_APP_ID: "wx123" } }, "WEAPP_APP_ID"],
    ["no package", { package: "nowhere" }, "npm run build:weapp"],
    ["a package built for another app id", { package: "visitor" }, "touristappid"],
    ["a package that calls this machine", { package: "local" }, "API_ORIGIN"],
    ["a package that WeChat refuses", { package: "refused" }, "npm run check:weapp"],
    ["no key", { env: { WEAPP_UPLOAD_KEY_FILE: "" } }, "WEAPP_UPLOAD_KEY"],
    ["two keys", { env: { WEAPP_UPLOAD_KEY: KEY } }, "只写一个"],
    ["a key that is not there", { env: { WEAPP_UPLOAD_KEY_FILE: "/nowhere/upload.key" } }, "读不了"],
    ["half a key", { env: { WEAPP_UPLOAD_KEY_FILE: "", WEAPP_UPLOAD_KEY: KEY.slice(0, 200) } }, "读不懂"],
    ["a key of another kind", { env: { WEAPP_UPLOAD_KEY_FILE: "", WEAPP_UPLOAD_KEY: OTHER_KIND } }, "那一种"],
  ])("refuses %s", async (_, change, reason) => {
    const { code, said } = await run(change);
    expect([code, said]).toEqual([1, expect.stringContaining(reason)]);
    expect(said).toContain("没有上传");
  });

  it("refuses the key of another mini-program", async () => {
    const { code, said } = await run({
      env: { WEAPP_UPLOAD_KEY_FILE: join(folder, "private.wxfedcba9876543210.key") },
    });
    expect([code, said]).toEqual([1, expect.stringContaining("wxfedcba9876543210")]);
  });

  it("explains itself when it is asked for what it does not know", async () => {
    expect(await run({ words: ["--now"] })).toEqual({ code: 2, said: expect.stringContaining("--dry-run") });
  });
});
