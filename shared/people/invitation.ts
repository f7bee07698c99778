import { z } from "zod";
import { PERSON_NAME_LIMIT } from "../common/field-limits.js";
import { wordsUpTo } from "../common/free-text.js";
import { InstantText } from "../common/instant.js";
import { StationId } from "../stations/station.js";
import { GIVEN_ROLES } from "./roles.js";
import { UserId } from "./user.js";

/** A prefix of a district code: a province, a city or a district; empty is everywhere. */
const ReachPrefix = z.string().regex(/^(?:\d{2}){0,3}$/, "要填 64、6401、640104 这样的区划代码");

/** Whom an officer or a keeper invites. */
export const InvitationInput = z.discriminatedUnion("role", [
  z.strictObject({
    role: z.literal("keeper"),
    stationIds: z.array(StationId).min(1).max(50),
    /** What colleagues will see the person called, such as 张站长. */
    name: wordsUpTo(PERSON_NAME_LIMIT).optional(),
  }),
  z.strictObject({
    /** An officer, or a viewer, who reads the board of the reach. */
    role: z.enum(["officer", "viewer"]),
    reach: z.array(ReachPrefix).min(1).max(20),
    name: wordsUpTo(PERSON_NAME_LIMIT).optional(),
  }),
]);
export type InvitationInput = z.infer<typeof InvitationInput>;

export const Invitation = z.strictObject({
  code: z.string(),
  role: z.enum(GIVEN_ROLES),
  stationIds: z.array(StationId),
  reach: z.array(ReachPrefix),
  name: z.string().nullable(),
  /** Null: made on the server's own machine, for the first officer. */
  invitedBy: UserId.nullable(),
  createdAt: z.int(),
  expiresAt: z.int(),
  acceptedBy: UserId.nullable(),
  /** EpochMs; absent: it was not. */
  takenBackAt: z.int().optional(),
});
export type Invitation = z.infer<typeof Invitation>;

export const InvitationAnswer = z.object({
  code: z.string(),
  url: z.url(),
  expiresAt: z.iso.datetime(),
});
export type InvitationAnswer = z.infer<typeof InvitationAnswer>;

/** What an invited person sees before they accept. */
export const InvitationView = z.object({
  role: Invitation.shape.role,
  stations: z.array(z.object({ id: StationId, name: z.string() })),
  /** The names of the districts, or their codes where they have none here. */
  reach: z.array(z.string()),
  expiresAt: z.iso.datetime(),
});
export type InvitationView = z.infer<typeof InvitationView>;

/** An invitation that nobody has used yet, for those who could have sent it. */
export const OpenInvitation = z.object({
  code: z.string(),
  role: Invitation.shape.role,
  /** What colleagues will see the person called. */
  name: z.string().nullable(),
  stations: z.array(z.object({ id: StationId, name: z.string() })),
  reach: z.array(z.string()),
  expiresAt: z.iso.datetime(),
});
export type OpenInvitation = z.infer<typeof OpenInvitation>;
export const OpenInvitationList = z.object({ invitations: z.array(OpenInvitation) });
export type OpenInvitationList = z.infer<typeof OpenInvitationList>;

/** Somebody who holds a role, as far as an officer's own reach goes. */
export const RoleHolder = z.object({
  id: UserId,
  name: z.string(),
  roles: z.array(Invitation.shape.role),
  stations: z.array(z.object({ id: StationId, name: z.string() })),
  reach: z.array(z.string()),
  /** What they may read the board of. */
  viewReach: z.array(z.string()),
  /** Since when they hold the first of these roles; null: since before that was kept. */
  since: InstantText.nullable(),
  /** The Beijing day on which they last used an account; null: since before that was kept. */
  lastSeenOn: z.iso.date().nullable(),
});
export type RoleHolder = z.infer<typeof RoleHolder>;
export const RoleHolderList = z.object({ people: z.array(RoleHolder), nextCursor: z.string().nullable() });
export type RoleHolderList = z.infer<typeof RoleHolderList>;
