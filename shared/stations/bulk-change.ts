import { z } from "zod";
import { InstantText } from "../common/instant.js";
import { FieldConflict } from "../contract/error-answer.js";
import { StationId } from "./station.js";
import { StationSet } from "./station-input.js";

/** How many stations one call may change: Redis does nothing else for some 50 ms then. */
export const MOST_CHANGES = 500;
/** For how long a change of many can be continued or taken back. */
export const CHANGE_OPEN_HOURS = 24;

/** Calls that carry the same one are one act: one entry in the record, taken back together. */
export const ChangeId = z.string().regex(/^ch_[a-z0-9]{8,40}$/, { error: "要写成 ch_ 加 8 到 40 个小写字母或数字" });
export type ChangeId = z.infer<typeof ChangeId>;

export const BulkChange = z
  .strictObject({
    changeId: ChangeId.optional(),
    changes: z
      .array(z.strictObject({ id: StationId, revision: z.int().min(1), set: StationSet }))
      .min(1)
      .max(MOST_CHANGES),
    /** What nobody else has changed is stored, and the rest is named; without it nothing is. */
    skipConflicts: z.boolean().default(false),
  })
  .superRefine(({ changes }, context) => {
    const seen = new Set<string>();
    changes.forEach(({ id }, index) => {
      if (seen.has(id))
        context.addIssue({ code: "custom", path: ["changes", index, "id"], message: "同一个驿站写了两次" });
      seen.add(id);
    });
  })
  .meta({ id: "BulkChange" });
export type BulkChange = z.infer<typeof BulkChange>;

export const UndoAnswer = z.object({
  changeId: z.string(),
  changed: z.int(),
  /** Fields that are left as somebody else made them. */
  conflicts: z.array(FieldConflict),
});
export type UndoAnswer = z.infer<typeof UndoAnswer>;

export const BulkAnswer = UndoAnswer.extend({
  /** How many stations are as this call wants them, and were not before the act. */
  changed: z.int(),
  /** Their revisions now, from which they can be changed again. */
  revisions: z.record(z.string(), z.int()),
});
export type BulkAnswer = z.infer<typeof BulkAnswer>;

/** What one change of many did. */
export const ChangeDetail = z.object({
  changeId: z.string(),
  startedAt: InstantText,
  /** Until when it can be taken back; null: it was, or the day is over. */
  undoUntil: InstantText.nullable(),
  total: z.int(),
  stations: z.array(
    z.object({
      id: StationId,
      name: z.string().nullable(),
      from: z.record(z.string(), z.unknown()),
      to: z.record(z.string(), z.unknown()),
    }),
  ),
  nextCursor: z.string().nullable(),
});
export type ChangeDetail = z.infer<typeof ChangeDetail>;
