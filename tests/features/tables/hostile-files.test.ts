import { describe, expect, it } from "vitest";
import { ImportRejection } from "../../../api/tables/import-rejection.js";
import { readTables } from "../../../api/tables/read-tables.js";
import { HOSTILE_FILES } from "../../support/hostile-files.js";

describe("a file that is made to fill the memory", () => {
  it.each(HOSTILE_FILES.filter(({ isTable }) => !isTable))("is refused: $name", async ({ make, says }) => {
    const file = make();
    expect(file.length).toBeLessThan(4 * 1024 * 1024);
    const error: unknown = await readTables(file).catch((thrown: unknown) => thrown);
    expect(error instanceof ImportRejection && error.problems[0]?.message).toMatch(says);
  });

  it.each(HOSTILE_FILES.filter(({ isTable }) => isTable))("is a table within the limits: $name", async ({ make }) => {
    const { sheets } = await readTables(make());
    expect(sheets).toHaveLength(1);
  });
});
