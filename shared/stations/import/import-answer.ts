import { z } from "zod";
import { MapPoint, StationId } from "../station.js";

/** Something a list's owner should know, or has to put right; in Chinese. */
export const ImportProblem = z.object({
  /** As in Excel: the header is usually row 1. The first of them where several rows share the problem. */
  row: z.int(),
  /** The sheet's name, where several were read or this one was left out. */
  sheet: z.string().optional(),
  /** The column as it is headed in the file. */
  column: z.string().optional(),
  value: z.string().optional(),
  message: z.string(),
  /** What the row says the station is called, where a wrong cell is told. */
  name: z.string().optional(),
});
export type ImportProblem = z.infer<typeof ImportProblem>;

/** One way in which a list writes its hours, for a person to look through. */
export const HoursAsRead = z.object({
  /** As the list writes it. */
  text: z.string(),
  /** What was made of it, in words. */
  reads: z.string(),
  /** How many stations of the list share it. */
  stations: z.int(),
  /** False: not understood, or doubtful on some days. */
  certain: z.boolean(),
});
export type HoursAsRead = z.infer<typeof HoursAsRead>;

/** What an import did, or would do. */
export const ImportAnswer = z.object({
  created: z.int(),
  updated: z.int(),
  unchanged: z.int(),
  warnings: z.array(ImportProblem),
  /** Columns of the file that nobody here knows, as they are headed. */
  ignoredColumns: z.array(z.string()),
});
export type ImportAnswer = z.infer<typeof ImportAnswer>;

/** Rows are told one by one up to this many of a kind. */
export const MOST_ROWS_TOLD = 300;

const place = {
  row: z.int(),
  sheet: z.string().optional(),
  name: z.string(),
};

/** A row that adds a station or changes one. */
export const ImportChange = z.object({
  ...place,
  /** Null: it is new. */
  id: StationId.nullable(),
  /** What is different, by the fields of a station. */
  fields: z.array(z.object({ field: z.string(), before: z.unknown(), after: z.unknown() })),
});
export type ImportChange = z.infer<typeof ImportChange>;

/** A row whose position the others speak against. */
export const DoubtfulPoint = z.object({
  ...place,
  /** GCJ-02. */
  location: MapPoint,
  message: z.string(),
  /** The cells it was read from. */
  cells: z.array(z.object({ column: z.string(), value: z.string() })),
});
export type DoubtfulPoint = z.infer<typeof DoubtfulPoint>;

/** What an import of stations did, or would do. Rows are told one by one up to {@link MOST_ROWS_TOLD}. */
export const StationImportAnswer = ImportAnswer.extend({
  /** Each distinct text of hours, worst first. */
  readings: z.array(HoursAsRead),
  /** What the columns of the file were taken for. */
  columns: z.array(z.object({ heading: z.string(), means: z.string() })),
  /** Of a trial: what would become of the rows, without those that change nothing. */
  changes: z.array(ImportChange),
  points: z.array(DoubtfulPoint),
  /** Rows of other people's districts, which were left out because that was asked for. */
  setAside: z.object({ total: z.int(), rows: z.array(z.object({ ...place, district: z.string() })) }),
  /** How many rows speak of stations that are off the lists. */
  withdrawn: z.int(),
  /** By which all of it can be taken back for a day; null: nothing was stored. */
  changeId: z.string().nullable(),
});
export type StationImportAnswer = z.infer<typeof StationImportAnswer>;
