import { z } from "zod";
import { KEPT_DAYS } from "../common/kept-days.js";
import { ROLES } from "../people/roles.js";

/** How long the record is kept. */
export const RECORD_KEPT_DAYS = KEPT_DAYS.record;

/** By which way a change came in. */
export const CHANGE_WAYS = ["page", "api", "import", "command", "job", "wechat", "demo"] as const;
export type ChangeWay = (typeof CHANGE_WAYS)[number];

/** Who makes a change. Ids only: who that is can be forgotten without rewriting what happened. */
export const ChangeAuthor = z.strictObject({
  /** Null: nobody signed in (a command on the machine, a scheduled job, a passer-by). */
  userId: z.string().nullable(),
  role: z.enum(ROLES).nullable(),
  way: z.enum(CHANGE_WAYS),
});
export type ChangeAuthor = z.infer<typeof ChangeAuthor>;

/** What something is done to. */
export const AUDIT_SUBJECTS = [
  "station",
  "task",
  "person",
  "wish",
  "course",
  "class",
  "hall",
  "job",
  "change",
  "missing-station",
  "group",
  "check",
  "scenario",
  "people-table",
] as const;
export type AuditSubject = (typeof AUDIT_SUBJECTS)[number];

/** One line of the record of who changed what. */
export const AuditEntry = z.strictObject({
  /** EpochMs. */
  at: z.int(),
  author: ChangeAuthor,
  /** `station:create`, `task:resolve`, `role:grant` … */
  action: z.string().regex(/^[a-z-]+:[a-z-]+$/),
  subject: z.strictObject({
    type: z.enum(AUDIT_SUBJECTS),
    id: z.string(),
  }),
  /** The district the subject belongs to, which decides whose record it is; null: nobody's but of those who reach all. */
  districtCode: z.string().nullable(),
  /** What changed, field by field. For something new `from` is empty, and `to` holds its name alone. */
  from: z.record(z.string(), z.unknown()),
  to: z.record(z.string(), z.unknown()),
});
export type AuditEntry = z.infer<typeof AuditEntry>;
