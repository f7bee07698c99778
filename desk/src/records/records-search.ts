import { AUDIT_SUBJECTS, type AuditSubject } from "../../../shared/audit/audit-entry";

/** What the address says of the record: what a colleague gets who opens it. */
export interface RecordsSearch {
  station?: string;
  /** The id of who did it. */
  who?: string;
  /** What it was done to. */
  kind?: AuditSubject;
  /** The first and the last day, `YYYY-MM-DD` of Beijing. */
  from?: string;
  to?: string;
}

/** Reads what came with the address; what cannot be is left out. */
export function readRecordsSearch({ station, who, kind, from, to }: Record<string, unknown>): RecordsSearch {
  return {
    ...(isWord(station) ? { station } : {}),
    ...(isWord(who) ? { who } : {}),
    ...(AUDIT_SUBJECTS.some((known) => known === kind) ? { kind: kind as AuditSubject } : {}),
    ...(isDay(from) ? { from } : {}),
    ...(isDay(to) && !(isDay(from) && to < from) ? { to } : {}),
  };
}

/** The same question as the API is asked. */
export function askedOf({ station, who, ...rest }: RecordsSearch) {
  return {
    ...rest,
    ...(station === undefined ? {} : { stationId: station }),
    ...(who === undefined ? {} : { author: who }),
  };
}

function isWord(value: unknown): value is string {
  return typeof value === "string" && value !== "" && value.length <= 60;
}

function isDay(value: unknown): value is string {
  return typeof value === "string" && /^\d{4}-\d{2}-\d{2}$/.test(value) && !Number.isNaN(Date.parse(value));
}
