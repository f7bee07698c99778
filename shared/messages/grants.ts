import { z } from "zod";
import { NOTICES, type NoticeName } from "../notices/notice.js";
import { StationId } from "../stations/station.js";
import { ReportId } from "../trust/report.js";
import { COUNTED_KINDS } from "./message-kind.js";

/** One answer of WeChat's box names three templates at most. */
const Templates = z.array(z.string().min(1).max(64)).max(3).default([]);

/** What a person said in WeChat's box, by the ids of the templates. */
export const GrantInput = z.strictObject({
  accepted: Templates,
  /** No for good: what was said yes to before is not sent either. */
  refused: Templates,
  /** They want to hear what comes of this report of theirs. */
  reportId: ReportId.optional(),
});
export type GrantInput = z.infer<typeof GrantInput>;

/** How many messages of each kind may still be sent to a person; a kind without a template is not there. */
export const GrantsLeft = z.partialRecord(z.enum(COUNTED_KINDS), z.int().min(0));
export type GrantsLeft = z.infer<typeof GrantsLeft>;

/** Something that waits for a keeper, whether a message said it or not. */
export const NoticeLine = z.object({
  name: z.enum(Object.keys(NOTICES) as [NoticeName, ...NoticeName[]]),
  stationId: StationId,
  stationName: z.string(),
  /** In one line. */
  words: z.string(),
  /** The page of the mini-program that answers it, with its query and a slash in front. */
  page: z.string(),
});
export type NoticeLine = z.infer<typeof NoticeLine>;

export const OwnMessages = z.object({
  asOf: z.iso.datetime(),
  left: GrantsLeft,
  /** What waits at the stations a person keeps, most urgent first, twenty at most. */
  lines: z.array(NoticeLine),
  /** How many there are. */
  waiting: z.int().min(0),
});
export type OwnMessages = z.infer<typeof OwnMessages>;
