import { isDeepStrictEqual } from "node:util";
import type { AuditEntry, ChangeAuthor } from "../../shared/audit/audit-entry.js";
import type { Station } from "../../shared/stations/station.js";

/** One change of a station: what it becomes, and what it was when that was decided (null: it is new). */
export interface StationChange {
  station: Station;
  previous: Station | null;
  /** Who did what, for the record, which is written together with the change. */
  by: StationDeed;
  /** What it did, where it is a part of an act that has one entry in the record. */
  told?: Pick<AuditEntry, "from" | "to">;
}

export interface StationDeed {
  author: ChangeAuthor;
  action: `station:${string}`;
}

/** What every change changes says nothing. */
const UNTOLD = new Set(["schemaVersion", "revision", "factRevisions", "createdAt", "updatedAt"]);

/** What is different, by the fields of the document. */
export function differences(station: Station, previous: Station): Pick<AuditEntry, "from" | "to"> {
  const from: Record<string, unknown> = {};
  const to: Record<string, unknown> = {};
  for (const field of Object.keys(station) as (keyof Station)[]) {
    if (UNTOLD.has(field) || isDeepStrictEqual(station[field], previous[field])) continue;
    from[field] = previous[field];
    to[field] = station[field];
  }
  return { from, to };
}

/** Whether a fact may have changed after a revision. */
export function changedSince({ revision, factRevisions }: Station, field: keyof Station, since: number): boolean {
  return (factRevisions?.[field] ?? factRevisions?.rest ?? revision) > since;
}
