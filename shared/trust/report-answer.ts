import { z } from "zod";
import { InstantText } from "../common/instant.js";
import { UserId } from "../people/user.js";
import { OPENING_STATES } from "../stations/opening.js";
import { AmenityKind, StationId } from "../stations/station.js";
import { REPORT_KINDS, ReportId, TaskId } from "./report.js";
import { TASK_STATES } from "./task-states.js";

/** What a reporter is told at once. */
export const ReportAnswer = z.object({
  id: ReportId,
  state: z.enum(TASK_STATES),
  /** How everybody sees the station now. */
  stationState: z.enum(OPENING_STATES),
});
export type ReportAnswer = z.infer<typeof ReportAnswer>;

const about = {
  stationId: StationId,
  stationName: z.string(),
  kind: z.enum(REPORT_KINDS),
  amenity: AmenityKind.nullable(),
  state: z.enum(TASK_STATES),
  /** It came back from a reporter once, and will not again. */
  wasReopened: z.boolean(),
  done: z.string().nullable(),
  createdAt: InstantText,
  changedAt: InstantText,
};

/** A report of one's own, and how far it got. */
export const MyReport = z.object({ id: ReportId, ...about, note: z.string().nullable() });
export type MyReport = z.infer<typeof MyReport>;
export const MyReports = z.object({ asOf: InstantText, reports: z.array(MyReport) });
export type MyReports = z.infer<typeof MyReports>;

export const TaskItem = z.object({
  id: TaskId,
  ...about,
  /** How many reports it holds. */
  reports: z.int(),
  /** How many of them say that they were made at the door. */
  atDoor: z.int(),
  notes: z.array(z.string()),
  /** Words that only officers may read, since nobody has checked them; empty for keepers. */
  uncheckedNotes: z.array(z.string()),
  /** Until when it should be answered; null: nothing is left to do. */
  dueAt: InstantText.nullable(),
  overdue: z.boolean(),
  /** Who shall see to it, while they may; null: whoever comes first. */
  assignee: z.object({ id: UserId, name: z.string() }).nullable(),
  /** The Beijing day on which a part is to come. */
  waitsUntil: z.iso.date().nullable(),
  /** When an officer last asked for it to be done. */
  remindedAt: InstantText.nullable(),
});
export type TaskItem = z.infer<typeof TaskItem>;
/** Which tasks of an officer's reach are dismissed: those that nobody vouched for reported, since then. */
export const Dismissal = z.strictObject({ since: InstantText, stationId: StationId.optional() });
export type Dismissal = z.infer<typeof Dismissal>;
export const DismissalAnswer = z.object({
  /** How many were dismissed. */
  dismissed: z.int(),
  /** There are more: ask again. */
  isMore: z.boolean(),
});
export type DismissalAnswer = z.infer<typeof DismissalAnswer>;

export const TaskList = z.object({
  asOf: InstantText,
  tasks: z.array(TaskItem),
  /** A page may be short, even empty, and still have a next one. */
  nextCursor: z.string().nullable(),
  /** Since when more doors of a city in an officer's reach are reported than its past explains; null: they are not. */
  brakeSince: InstantText.nullable(),
});
export type TaskList = z.infer<typeof TaskList>;
