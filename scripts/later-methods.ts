/**
 * Methods that browsers and WeChat's engines got later than Chrome 67 and iOS 12, the oldest that the program is built for
 * (miniapp/package.json, browserslist), and that miniapp/src/older-browsers.ts does not add.
 */
const LATER_METHODS = [
  "allSettled",
  "at",
  "findLast",
  "findLastIndex",
  "groupBy",
  "hasOwn",
  "toReversed",
  "toSorted",
  "toSpliced",
  "withResolvers",
];

/** Which of them a script calls. */
export function laterMethodsIn(source: string): string[] {
  return LATER_METHODS.filter((name) => source.includes(`.${name}(`));
}
