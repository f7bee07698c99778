import { z } from "zod";
import { beijingInstant, DAY_MS } from "../common/time.js";
import { StationId } from "../stations/station.js";
import { AUDIT_SUBJECTS, type AuditEntry } from "./audit-entry.js";

const Day = z.iso.date();

/** Which part of the record is asked for. What is absent does not matter. */
export const AuditPart = z.strictObject({
  stationId: StationId.optional().meta({ description: "A station, with the tasks made about it" }),
  author: z.string().max(60).optional().meta({ description: "The id of the person who did it" }),
  kind: z.enum(AUDIT_SUBJECTS).optional().meta({ description: "What it was done to" }),
  from: Day.optional().meta({ description: "The first day in Beijing; without it, from the beginning" }),
  to: Day.optional().meta({ description: "The last day in Beijing; without it, until now" }),
});
export type AuditPart = z.infer<typeof AuditPart>;

/** Whether the last day does not come before the first. */
export function areDaysInOrder({ from, to }: Pick<AuditPart, "from" | "to">): boolean {
  return from === undefined || to === undefined || from <= to;
}

/** Whether an entry is of the part asked for; a station is looked at elsewhere, since its tasks belong to it. */
export function isAsked({ author, kind, from, to }: AuditPart, entry: AuditEntry): boolean {
  if (author !== undefined && entry.author.userId !== author) return false;
  if (kind !== undefined && entry.subject.type !== kind) return false;
  if (from !== undefined && entry.at < beijingInstant(from)) return false;
  return to === undefined || entry.at < beijingInstant(to) + DAY_MS;
}
