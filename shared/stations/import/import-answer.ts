import { z } from "zod";

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

/** What an import of stations did, or would do. */
export const StationImportAnswer = ImportAnswer.extend({
  /** Each distinct text of hours, worst first. */
  readings: z.array(HoursAsRead),
});
export type StationImportAnswer = z.infer<typeof StationImportAnswer>;
