import { z } from "zod";
import { InstantText } from "../common/instant.js";
import { ImportProblem } from "../stations/import/import-answer.js";

/** Whole cities: a table belongs to one. */
const CityCode = z.string().regex(/^\d{4}$/, { error: "要写市的代码，如 4101" });
const DATUMS = ["gcj02", "wgs84", "bd09"] as const;

export const PeopleTableQuery = z.object({ city: CityCode });

export const PeopleTableUpload = PeopleTableQuery.extend({
  datum: z.enum(DATUMS).optional().meta({
    description: "Of coordinates and cells; outweighs the header. One of the two has to say",
  }),
  dryRun: z.enum(["true", "false"]).default("false"),
});
export type PeopleTableUpload = z.infer<typeof PeopleTableUpload>;

/** What is known of a table; whom it counts stands in cells of resolution 9 alone. */
export const PeopleTable = z.strictObject({
  /** Of the file. */
  rows: z.int(),
  /** With anybody in them. */
  cells: z.int(),
  people: z.number(),
  datum: z.enum(DATUMS),
  /** EpochMs. */
  putAt: z.int(),
  /** Another with each file. */
  version: z.string(),
});
export type PeopleTable = z.infer<typeof PeopleTable>;

const PeopleTableShown = PeopleTable.omit({ version: true }).extend({ putAt: InstantText });
export const PeopleTableAnswer = z.object({ table: PeopleTableShown.nullable() });
export type PeopleTableAnswer = z.infer<typeof PeopleTableAnswer>;

export const PeopleTablePut = z.object({
  table: PeopleTableShown,
  /** How many of the people lie within 2,500 m of a station of the city: the others count in nothing. */
  peopleInCircle: z.number(),
  warnings: z.array(ImportProblem),
});
export type PeopleTablePut = z.infer<typeof PeopleTablePut>;
