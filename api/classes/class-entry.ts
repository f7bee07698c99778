import { isDeepStrictEqual } from "node:util";
import type { AuditEntry, ChangeAuthor } from "../../shared/audit/audit-entry.js";
import type { EpochMs } from "../../shared/common/time.js";

interface ClassDeed {
  action: `class:${string}`;
  subject: { type: "course" | "class" | "hall"; id: string };
  author: ChangeAuthor;
  districtCode: string | null;
  at: EpochMs;
  /** Null: it is new, and `after` names it. */
  before: object | null;
  after: object;
}

/** What every change changes says nothing. */
const UNTOLD = new Set(["revision", "createdAt", "updatedAt"]);

/** The entry in the record of a change of a course, a session or a hall. */
export function classEntry({ before, after, ...deed }: ClassDeed): AuditEntry {
  const earlier: Record<string, unknown> = { ...before };
  const changed = Object.entries(after).filter(
    ([field, value]) => !UNTOLD.has(field) && !isDeepStrictEqual(value, earlier[field]),
  );
  const told = before === null ? changed.filter(([field]) => field === "title" || field === "name") : changed;
  return {
    ...deed,
    from: before === null ? {} : Object.fromEntries(told.map(([field]) => [field, earlier[field] ?? null])),
    to: Object.fromEntries(told),
  };
}
