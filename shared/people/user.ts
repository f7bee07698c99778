import { z } from "zod";
import { StationId } from "../stations/station.js";
import { ROLES } from "./roles.js";

export const UserId = z.string().regex(/^us_[a-z0-9]{8,40}$/);
export type UserId = z.infer<typeof UserId>;

export const User = z.strictObject({
  id: UserId,
  /** The name a person is called by; nobody is asked for their real one. */
  name: z.string().min(1).max(20),
  /** A person may hold several. */
  roles: z.array(z.enum(ROLES)),
  /** The stations a keeper keeps. */
  stationIds: z.array(StationId),
  /** An officer's reach: prefixes of district codes, as in 64, 6401, 640104; the empty prefix is everywhere. */
  reach: z.array(z.string().regex(/^\d{0,6}$/)),
  /**
   * What a viewer may read the board of, as prefixes too; absent: nothing. Apart from `reach`, which lets one change
   * things.
   */
  viewReach: z.array(z.string().regex(/^\d{0,6}$/)).optional(),
  createdAt: z.int(),
  /** Since when they hold the role without a break, EpochMs; absent: they do not, or since before that was kept. */
  keeperSince: z.int().optional(),
  officerSince: z.int().optional(),
  viewerSince: z.int().optional(),
});
export type User = z.infer<typeof User>;

/** What a person is shown of their own account. */
export const Account = User.omit({ createdAt: true, keeperSince: true, officerSince: true, viewerSince: true });
export type Account = z.infer<typeof Account>;
