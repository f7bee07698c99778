import { spawnSync } from "node:child_process";
import { chmodSync, copyFileSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

/** What came of compiling: everything refused, a sentence each, or why the compilers could not run here. */
export type Compiled = { ran: true; files: number; problems: string[] } | { ran: false; why: string };

/** So much of a line is shown on both sides of what was refused: the styles of a build are one long line. */
const SHOWN_CHARACTERS = 40;

/**
 * Runs WeChat's own compilers over a built package: `wcsc` over the styles, `wcc` over templates and their scripts. They are
 * those of npm's `miniprogram-compiler`, programs of 2019 for Linux on x64 (docs/decisions/0023-what-wechat-compiles.md).
 *
 * @param folder the package
 * @param files its files, relative to the folder
 */
export function compileAsWechat(folder: string, files: readonly string[]): Compiled {
  if (process.platform !== "linux" || process.arch !== "x64") {
    return { ran: false, why: `they are for Linux on x64, this is ${process.platform} on ${process.arch}` };
  }
  const styles = files.filter((file) => file.endsWith(".wxss"));
  const templates = files.filter((file) => /\.(wxml|wxs)$/.test(file));
  const place = mkdtempSync(join(tmpdir(), "wechat-compilers-"));
  try {
    const problems = [
      ...(styles.length === 0 ? [] : run(place, folder, "wcsc", ["-lc", ...styles])),
      ...(templates.length === 0 ? [] : run(place, folder, "wcc", ["-d", ...templates])),
    ];
    return { ran: true, files: styles.length + templates.length, problems };
  } finally {
    rmSync(place, { recursive: true, force: true });
  }
}

/**
 * npm's scripts are off, so that the program has no run bit: a copy gets one. It exits 0 for some errors: what it
 * says counts.
 */
function run(place: string, folder: string, name: "wcsc" | "wcc", given: readonly string[]): string[] {
  const installed = dirname(createRequire(import.meta.url).resolve("miniprogram-compiler/package.json"));
  const program = join(place, name);
  copyFileSync(join(installed, "bin", "linux", name), program);
  chmodSync(program, 0o755);
  const { status, error, stdout, stderr } = spawnSync(program, [...given, "-o", "/dev/null"], {
    cwd: folder,
    encoding: "utf8",
  });
  if (error) return [`${name} does not run: ${error.message}`];
  const said = `${stdout}\n${stderr}`
    .split("\n")
    .map((line) => line.replace(/^ERR: /, "").trim())
    .filter((line) => line !== "" && !line.startsWith("error file count"));
  if (status !== 0 && said.length === 0) return [`${name} ended with ${status} and said nothing`];
  return said.map((line) => withExcerpt(folder, line));
}

/** `wcsc` writes `file(line:column): …`, `wcc` `file:line:column: …`; both become the second, with what stands there. */
function withExcerpt(folder: string, said: string): string {
  const found = /^(.+?)[(:](\d+):(\d+)\)?:\s*(.*)$/.exec(said);
  if (!found) return said;
  const [, file = "", line = "", column = "", what = ""] = found;
  const text = lineOf(join(folder, file), Number(line));
  const excerpt = text.slice(Math.max(0, Number(column) - SHOWN_CHARACTERS), Number(column) + SHOWN_CHARACTERS).trim();
  return `${file.replace(/^\.\//, "")}:${line}:${column}: ${what}${excerpt ? `, in ${excerpt}` : ""}`;
}

function lineOf(file: string, line: number): string {
  try {
    return readFileSync(file, "utf8").split("\n")[line - 1] ?? "";
  } catch {
    return "";
  }
}
