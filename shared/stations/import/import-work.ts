import { z } from "zod";
import type { Datum } from "../../common/place.js";
import { LongWorkAnswer } from "../../long-work/long-work.js";
import { ImportProblem, StationImportAnswer } from "./import-answer.js";
import type { ImportMends } from "./mends.js";

/** What is said of a list that is imported as long work. */
export interface ImportQuestion {
  datum: Datum | null;
  /** The code of a province or city in which all districts lie. */
  city: string | null;
  /** What headings mean: `名字=名称`. */
  map: string[];
  /** What was put right in its cells since; absent: nothing. */
  mends?: ImportMends | undefined;
  /** What becomes of rows outside the reach of whoever imports it. */
  outside: "refuse" | "set-aside";
  /** Whether withdrawn stations that the list speaks of are put back on the lists. */
  reinstate: boolean;
  dryRun: boolean;
}

/** What became of a list: an answer, or what has to be put right in it. */
export const StationImportResult = z.object({
  /** Null: nothing was imported. */
  answer: StationImportAnswer.nullable(),
  /** As the fields of an error: `row 3 / 经度`, and what is wrong there, in Chinese. */
  problems: z.array(z.object({ path: z.string(), message: z.string() })),
  /** The same by row and column, for putting them right. */
  cells: z.array(ImportProblem).default([]),
});
export type StationImportResult = z.infer<typeof StationImportResult>;

/** An import as whoever began it finds it again. The result is empty until it has ended. */
export const StationImportWork = StationImportResult.extend({ work: LongWorkAnswer });
export type StationImportWork = z.infer<typeof StationImportWork>;
