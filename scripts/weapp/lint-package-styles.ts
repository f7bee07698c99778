import { relative } from "node:path";
import stylelint from "stylelint";
import { packageRules } from "./style-rules.mjs";

/** What is wrong with the styles of a built package, a sentence each, with file, line and column. */
export async function lintPackageStyles(folder: string): Promise<string[]> {
  const { results } = await stylelint.lint({
    files: "**/*.wxss",
    cwd: folder,
    config: packageRules,
    allowEmptyInput: true,
    globbyOptions: { cwd: folder, dot: true },
    disableDefaultIgnores: true,
  });
  return results.flatMap(({ source = "", warnings, parseErrors }) =>
    [...warnings, ...parseErrors].map(
      ({ line, column, text }) => `${relative(folder, source)}:${line}:${column}: ${text}`,
    ),
  );
}
