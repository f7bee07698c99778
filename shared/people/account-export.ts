import { z } from "zod";
import { AuditEntry } from "../audit/audit-entry.js";
import { MyBookings } from "../classes/class-answer.js";
import { OwnWanted } from "../classes/wanted-class.js";
import { InstantText } from "../common/instant.js";
import { MyReports } from "../trust/report-answer.js";
import { WishView } from "../wishes/wish-answer.js";
import { Account } from "./user.js";

/** All that is held about a person, for themselves. */
export const AccountExport = z.object({
  asOf: InstantText,
  account: Account.extend({
    createdAt: InstantText,
    /** Since when they hold the role; null: they do not, or since before that was kept. */
    keeperSince: InstantText.nullable(),
    officerSince: InstantText.nullable(),
    viewerSince: InstantText.nullable(),
  }),
  /** Who they are in WeChat for this mini-program; null: they did not sign in by WeChat. */
  wechatOpenId: z.string().nullable(),
  /** Their own and those they submitted for others, in clear, with who looked at their contact data. */
  wishes: z.array(WishView),
  bookings: MyBookings,
  /** What they want to learn. */
  wantedClasses: OwnWanted.shape.wanted,
  reports: MyReports.shape.reports,
  /** What the record says they did, newest first, at most 500. */
  record: z.array(AuditEntry.extend({ at: InstantText })),
});
export type AccountExport = z.infer<typeof AccountExport>;
