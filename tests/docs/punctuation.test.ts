import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import ts from "typescript";
import { describe, expect, it } from "vitest";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const FOLDERS = ["miniapp/src", "desk/src", "shared", "api", "scripts"];
/** What people write of hours, as patterns. */
const VOCABULARY = /hours-text\/(words|remarks)\.ts$/;

const HAN = "[\\u4e00-\\u9fff「」《》“”、。，！？：；]";
/** A half-width mark beside a Chinese character. */
const HALF_WIDTH = new RegExp(`${HAN}[,?!:;]|[,?!:;]${HAN}`);
/** A mark alone between two values: {name}:{reason}. */
const LONE_MARK = /^\s*[,;:]\s*$/;
/** Patterns that read what people write know both kinds of marks. */
const PATTERN = /\(\?[:!=<]|\[[^\]]*[\u4e00-\u9fff][^\]]*\]|\\d|[)\]][?*+]|\|/;

function sourcesIn(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter(
      (entry) => entry.isFile() && /\.(ts|tsx|mjs)$/.test(entry.name) && !entry.parentPath.includes("node_modules"),
    )
    .map((entry) => join(entry.parentPath, entry.name));
}

/** Every text of a source: literals, the parts of templates, and what stands between tags. */
function textsOf(file: string, source: string): string[] {
  const kind = file.endsWith("x") ? ts.ScriptKind.TSX : ts.ScriptKind.TS;
  const texts: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node) || ts.isJsxText(node))
      texts.push(node.text);
    if (ts.isJsxText(node) && LONE_MARK.test(node.text)) texts.push(`值${node.text.trim()}`);
    if (ts.isTemplateExpression(node) && !PATTERN.test(node.getText())) {
      texts.push(node.head.text, ...node.templateSpans.map(({ literal }) => literal.text));
    }
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(file, source, ts.ScriptTarget.Latest, true, kind));
  return texts;
}

/** The texts with a half-width mark among Chinese, each behind the file it stands in. */
function halfWidthIn(file: string): string[] {
  const source = readFileSync(file, "utf8");
  if (!/[\u4e00-\u9fff]/.test(source) || VOCABULARY.test(file)) return [];
  return textsOf(file, source)
    .filter((text) => HALF_WIDTH.test(text) && !PATTERN.test(text))
    .map((text) => `${relative(ROOT, file)}: ${text.trim()}`);
}

describe("the Chinese that the product shows", () => {
  it.each(FOLDERS)("has full-width marks in %s", (folder) => {
    const files = sourcesIn(join(ROOT, folder));
    expect(files.length).toBeGreaterThan(0);
    expect(files.flatMap(halfWidthIn)).toEqual([]);
  });
});
