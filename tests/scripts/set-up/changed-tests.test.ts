import { describe, expect, it } from "vitest";
import { mayRunJourneys, testsOf } from "../../../scripts/set-up/changed-tests.mjs";

const BOARD = "tests/features/board/board.test.ts";
const RULE = "tests/shared/board/doors.test.ts";
const WISHES = "tests/features/wishes/wishes.test.ts";
const JOURNEY = "tests/journeys/desk-board.test.ts";
const ACCESS = "tests/api/access/access.test.ts";
const DOCS = "tests/docs/doc-paths.test.ts";
const FILES = [BOARD, RULE, WISHES, JOURNEY, ACCESS, DOCS, "tests/weapp/entering.test.ts"];
const IMPORTERS = new Map([
  ["shared/board/doors.ts", ["api/board/read-board.ts", RULE]],
  ["api/board/read-board.ts", ["api/board/board-routes.ts"]],
  ["api/board/board-routes.ts", ["api/app.ts"]],
  ["api/app.ts", ["tests/support/test-app.ts"]],
  ["tests/support/test-app.ts", [BOARD, WISHES, ACCESS]],
]);
const chosen = (...changed: string[]) => testsOf(changed, IMPORTERS, FILES);

describe("the tests of what changed", () => {
  it("are those of its feature and those that import it, not all that start the app", () => {
    expect(chosen("shared/board/doors.ts")).toEqual([BOARD, RULE, DOCS]);
    expect(chosen("api/board/read-board.ts")).toEqual([BOARD, RULE, DOCS]);
  });

  it("are all of the app's once the app itself changed", () => {
    expect(chosen("tests/support/test-app.ts")).toEqual([BOARD, WISHES, ACCESS, DOCS]);
  });

  it("have who may call what after a change of routes, and journeys after one of pages", () => {
    expect(chosen("shared/contract/board.ts")).toEqual([BOARD, RULE, ACCESS, DOCS]);
    expect(chosen("desk/src/board/board-page.tsx")).toEqual([BOARD, RULE, JOURNEY, DOCS]);
  });

  it("are everything after a change of what all depend on, and little after one of words", () => {
    expect(chosen("package.json", "README.md")).toBeNull();
    expect(chosen("docs/guide.md")).toEqual([DOCS]);
    expect(chosen("docs/pictures/list.png")).toEqual([]);
    expect(chosen(WISHES)).toEqual([WISHES, DOCS]);
  });
});

describe("pages are built", () => {
  it.each([
    [[], true],
    [["tests/shared"], false],
    [["tests/journeys/map.test.ts"], false],
    [["tests/journeys"], true],
    [[BOARD, JOURNEY], true],
    [["--project", "shared"], false],
    [["--project=journeys"], true],
    [["-t", "opens a door"], true],
    [["--reporter=dot", "./tests/api"], false],
  ])("for %j: %s", (args, isBuilt) => {
    expect(mayRunJourneys(args, [JOURNEY])).toBe(isBuilt);
  });
});
