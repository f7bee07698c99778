import { z } from "zod";
import { AuditEntry } from "./audit-entry.js";

/** A line of the record as officers read it. */
export const AuditLine = AuditEntry.extend({
  at: z.iso.datetime(),
  /** What a keeper or officer who did it is called; null for everybody else, and for those who are gone. */
  authorName: z.string().nullable(),
  /** What the station, keeper or officer it was done to is called now; null where it has no name to show. */
  subjectName: z.string().nullable(),
});
export type AuditLine = z.infer<typeof AuditLine>;

export const AuditList = z.object({
  /** Newest first. A page may be short, even empty, and still have a next one. */
  entries: z.array(AuditLine),
  nextCursor: z.string().nullable(),
});
export type AuditList = z.infer<typeof AuditList>;
