import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join, normalize } from "node:path";
import { describe, expect, it } from "vitest";

/** The files of the repository, without what is installed, built or kept for a person. */
function filesBelow(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (!entry.isDirectory()) return [path];
    return SKIPPED.has(entry.name) || (entry.name.startsWith(".") && entry.name !== ".ci") ? [] : filesBelow(path);
  });
}

const SKIPPED = new Set(["node_modules", "dist", "coverage"]);
const files = filesBelow(".");
const documents = files.filter((file) => file.endsWith(".md"));
const sources = files.filter((file) => /\.(ts|tsx|mjs|js)$/.test(file));
const read = (file: string) => readFileSync(file, "utf8");

/** What a build or a run makes, and no clone has. */
const MADE_LATER = /^(miniapp\/dist|\.yizhan|\.vercel|node_modules)(\/|$)/;
const FOLDERS = "api|shared|miniapp|desk|tests|scripts|bench|docs|\\.ci";
const PATH_IN_CODE = new RegExp(`^(?:\\./)?((${FOLDERS})(/[\\w.-]+)*/?|[\\w.-]+\\.(json|ts|md))$`);

/** Repository paths in backticks, and the targets of links. */
function citedPaths(document: string): string[] {
  const text = read(document);
  const links = [...text.matchAll(/\]\(([^)\s]+)\)/g)]
    .map(([, target = ""]) => target.replace(/#.*$/, ""))
    .filter((target) => target !== "" && !/^[a-z]+:/.test(target))
    .map((target) => normalize(join(dirname(document), target)));
  const inCode = [...text.matchAll(/`([^`\n]+)`/g)].flatMap(([, code = ""]) => PATH_IN_CODE.exec(code)?.[1] ?? []);
  return [...links, ...inCode.filter((path) => path.includes("/") || files.includes(path))];
}

function isThere(path: string): boolean {
  return MADE_LATER.test(path) || existsSync(path);
}

describe("the documents", () => {
  it("are found", () => {
    expect(documents).toEqual(expect.arrayContaining(["README.md", "ARCHITECTURE.md", "CONTRIBUTING.md"]));
  });

  it.each(documents)("%s cites only paths that exist", (document) => {
    expect(citedPaths(document).filter((path) => !isThere(path))).toEqual([]);
  });

  it.each(documents)("%s cites only npm scripts that exist", (document) => {
    const scripts = Object.keys(JSON.parse(read("package.json")).scripts);
    const cited = [...read(document).matchAll(/\bnpm (?:run ([\w:-]+)|(start|test)\b)/g)].map(
      ([, run, short]) => run ?? short,
    );
    expect(cited.filter((script) => script === undefined || !scripts.includes(script))).toEqual([]);
  });

  it("cite only settings that some code reads", () => {
    const code = sources.filter((file) => !file.endsWith(".test.ts")).map(read);
    const settings = documents.flatMap((document) =>
      [...read(document).matchAll(/`([A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+)(?:=[^`]*)?`/g)].map(([, name = ""]) => name),
    );
    expect([...new Set(settings)].filter((name) => !code.some((text) => text.includes(name)))).toEqual([]);
  });
});

it("every document that a comment in the code cites exists", () => {
  const cited = sources
    .filter((file) => file !== "tests/docs/doc-paths.test.ts")
    .flatMap((file) => [...read(file).matchAll(/\bdocs\/[\w/-]+\.md\b/g)].map(([path]) => `${file}: ${path}`));
  expect(cited.filter((line) => !existsSync(line.split(": ")[1] ?? ""))).toEqual([]);
});
