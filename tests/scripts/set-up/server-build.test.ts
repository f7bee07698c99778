import { execFile, execFileSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { promisify } from "node:util";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { ensureServer } from "../../../scripts/set-up/server-build.mjs";

const BUILD_SCRIPT = resolve(import.meta.dirname, "../../../scripts/set-up/server-build.mjs");

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "yizhan-server-"));
  write("package.json", JSON.stringify({ type: "module" }));
  write(
    "api/node-server.ts",
    `import { word } from "../shared/word.js";
     const { lateWord } = await import("./late.js");
     process.stdout.write(word + lateWord);`,
  );
  write("api/late.ts", 'export const lateWord: string = " later";');
  write("api/heavy-work/worker.ts", "export default 1;");
  says("now");
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

function write(file: string, content: string) {
  mkdirSync(dirname(join(root, file)), { recursive: true });
  writeFileSync(join(root, file), content);
}
const says = (word: string) => write("shared/word.ts", `export const word: string = "${word}";`);
const run = (entry: string) => execFileSync(process.execPath, [entry], { encoding: "utf8" });
const builds = () => readdirSync(join(root, "dist/server"));

describe("the compiled server", () => {
  it("is JavaScript that does what the sources say, with what is imported later", async () => {
    expect(run(await ensureServer({ root }))).toBe("now later");
  });

  it("is compiled once, and again when a source or a package changed", async () => {
    const entry = await ensureServer({ root });
    // What is there is not touched.
    writeFileSync(entry, "process.stdout.write('the same build')");
    expect(run(await ensureServer({ root }))).toBe("the same build");
    says("then");
    expect(run(await ensureServer({ root }))).toBe("then later");
    write("package-lock.json", '{ "lockfileVersion": 3 }');
    expect(await ensureServer({ root })).not.toBe(entry);
  });

  it("keeps the build before, which may still run, and no older ones", async () => {
    const oldest = await ensureServer({ root });
    says("then");
    const before = await ensureServer({ root });
    utimesSync(dirname(oldest), 1, 1);
    says("at last");
    const newest = await ensureServer({ root });
    expect(run(before)).toBe("then later");
    expect(run(newest)).toBe("at last later");
    expect(builds().length).toBe(2);
  });

  it("is one and the same for starts at once", async () => {
    const script = `const { ensureServer } = await import(process.argv[1]);
      process.stdout.write("\\n" + (await ensureServer({ root: process.argv[2] })));`;
    const start = () =>
      promisify(execFile)(process.execPath, ["--input-type=module", "-e", script, BUILD_SCRIPT, root]);
    const entries = (await Promise.all([start(), start()])).map(({ stdout }) => stdout.split("\n").at(-1) ?? "");
    expect(entries[1]).toBe(entries[0]);
    expect(run(entries[0] ?? "")).toBe("now later");
    expect(builds().length).toBe(1);
  });

  it("says in plain words that a source cannot be compiled, each time, and leaves nothing half-made", async () => {
    write("api/late.ts", 'export const lateWord = "no end;');
    await expect(ensureServer({ root })).rejects.toThrow(/server could not be compiled/);
    await expect(ensureServer({ root })).rejects.toThrow(/服务没有编译出来/);
    expect(existsSync(join(root, "dist/server")) && builds().length > 0).toBe(false);
    write("api/late.ts", 'export const lateWord = " repaired";');
    expect(run(await ensureServer({ root }))).toBe("now repaired");
  });

  it("names the line of the source where something went wrong", async () => {
    write("api/late.ts", '// the first line\nexport const lateWord: string = new URL("no address").href;');
    const entry = await ensureServer({ root });
    const failed = () => execFileSync(process.execPath, ["--enable-source-maps", entry], { stdio: "pipe" });
    expect(failed).toThrow(/api\/late\.ts:2/);
  });
});
