import { z } from "zod";
import { ChangeDetail } from "../stations/bulk-change.js";
import { AuditEntry } from "./audit-entry.js";

/** A line of the record as officers read it. */
export const AuditLine = AuditEntry.extend({
  at: z.iso.datetime(),
  /** What a keeper or officer who did it is called; null for everybody else, and for those who are gone. */
  authorName: z.string().nullable(),
  /** What the station, keeper or officer it was done to is called now; null where it has no name to show. */
  subjectName: z.string().nullable(),
  /** What the divisions that its reach names are called, by code; absent: it names none. */
  areas: z.record(z.string(), z.string()).optional(),
  /**
   * Of a change of many: how many stations it changed, and what in each of the first of them (or in the one asked
   * for).
   */
  changed: z.int().optional(),
  stations: z.array(ChangeDetail.shape.stations.element).optional(),
  /** Until when it can be taken back; null: no more. */
  undoUntil: ChangeDetail.shape.undoUntil.optional(),
});
export type AuditLine = z.infer<typeof AuditLine>;

export const AuditList = z.object({
  /** Newest first. A page may be short, even empty, and still have a next one. */
  entries: z.array(AuditLine),
  nextCursor: z.string().nullable(),
});
export type AuditList = z.infer<typeof AuditList>;
