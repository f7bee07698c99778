import { z } from "zod";

/** Something a list's owner should know, or has to put right; in Chinese. */
export const ImportProblem = z.object({
  /** As in Excel: the header is usually row 1. The first of them where several rows share the problem. */
  row: z.int(),
  /** The column as it is headed in the file. */
  column: z.string().optional(),
  value: z.string().optional(),
  message: z.string(),
});
export type ImportProblem = z.infer<typeof ImportProblem>;

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
