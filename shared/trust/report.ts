import { z } from "zod";
import { REPORT_LIMITS } from "../common/field-limits.js";
import { textUpTo } from "../common/free-text.js";
import { UserId } from "../people/user.js";
import { AmenityKind, StationId } from "../stations/station.js";
import { TASK_STATES } from "./task-states.js";

export const REPORT_KINDS = ["door_closed", "amenity_broken", "wrong_info", "other"] as const;
export type ReportKind = (typeof REPORT_KINDS)[number];

export const ReportId = z.string().regex(/^rp_[a-z0-9]{8,40}$/, { error: "不是上报编号" });
export const TaskId = z.string().regex(/^tk_[a-z0-9]{8,40}$/, { error: "不是任务编号" });

/** What a passer-by says. No position, no name. */
export const NewReport = z
  .strictObject({
    kind: z.enum(REPORT_KINDS),
    /** Which one is broken. */
    amenity: AmenityKind.optional(),
    note: textUpTo(REPORT_LIMITS.note).optional(),
    /** The phone says that it is within 150 m of the station. */
    atDoor: z.boolean().default(false),
  })
  .refine(({ kind, amenity }) => (kind === "amenity_broken") === (amenity !== undefined), {
    error: "设施坏了要说是哪一样，别的上报不用说",
    path: ["amenity"],
  });
export type NewReport = z.infer<typeof NewReport>;

/** One report as it is kept: nothing in it says who made it. */
export const Report = z.strictObject({
  id: ReportId,
  stationId: StationId,
  /** EpochMs. */
  at: z.int(),
  kind: z.enum(REPORT_KINDS),
  amenity: AmenityKind.nullable(),
  note: z.string().nullable(),
  /** Words that were not passed by the check are for an officer's eyes only. */
  isNotePublic: z.boolean(),
  atDoor: z.boolean(),
  /** WeChat vouched for whoever made it. Reports of before that was asked count as such. */
  isVouched: z.boolean().default(true),
});
export type Report = z.infer<typeof Report>;

/** What the people at a station have to do about one or more reports. Instants are EpochMs. */
export const Task = z.strictObject({
  id: TaskId,
  stationId: StationId,
  /** Decides which officers it is for. */
  districtCode: z.string().nullable(),
  kind: z.enum(REPORT_KINDS),
  amenity: AmenityKind.nullable(),
  state: z.enum(TASK_STATES),
  /** A task can be reopened once. */
  wasReopened: z.boolean(),
  /** What was done about it. */
  done: z.string().nullable(),
  createdAt: z.int(),
  changedAt: z.int(),
  /** When it came back from a reporter; absent: it did not. */
  reopenedAt: z.int().optional(),
  /** Who shall see to it; absent: whoever comes first. Ids only: who that is can be forgotten. */
  assigneeId: UserId.optional(),
  /** The Beijing day on which a part is to come; absent: nothing is waited for. */
  waitsUntil: z.iso.date().optional(),
  /** When an officer last asked for it to be done. */
  remindedAt: z.int().optional(),
});
export type Task = z.infer<typeof Task>;
