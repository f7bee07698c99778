import type { Invitation, OpenInvitation } from "../../shared/people/invitation.js";
import { commonDistrict, mayGrant } from "../../shared/people/invite-rules.js";
import type { User } from "../../shared/people/user.js";
import type { Station } from "../../shared/stations/station.js";
import { ApiError } from "../api-error.js";
import type { Dependencies } from "../dependencies.js";
import { STALE, untilStored } from "../until-stored.js";
import type { Doer } from "./doer.js";
import { asPlace, reachName } from "./invite.js";

type Needs = Pick<Dependencies, "stations" | "invitations" | "clock">;

/** Far more than an office has out at a time. */
const MOST_LISTED = 200;

/**
 * The invitations out that this person could have sent: nobody learns a code by which they would gain something. Those
 * that end first come first.
 */
export async function listOpenInvitations(
  { invitations, stations, clock }: Needs,
  user: User,
): Promise<(Omit<OpenInvitation, "expiresAt"> & { expiresAt: number })[]> {
  const open = await invitations.listOpen(clock());
  const named = await stations.findMany([...new Set(open.flatMap(({ stationIds }) => stationIds))]);
  const stationById = new Map(named.map((station) => [station.id, station]));
  return open
    .map((invitation) => ({ invitation, places: invitation.stationIds.flatMap((id) => stationById.get(id) ?? []) }))
    .filter(({ invitation, places }) => mayTakeBack(user, invitation, places))
    .slice(0, MOST_LISTED)
    .map(({ invitation: { code, role, name, reach, expiresAt }, places }) => ({
      code,
      role,
      name,
      stations: places.map((station) => ({ id: station.id, name: station.name })),
      reach: reach.map(reachName),
      expiresAt,
    }));
}

/**
 * Takes an invitation back that nobody has used: its code is good for nothing from now on. Taken back before, it stays so.
 *
 * @throws ApiError invitation_not_found, also where this person could not have sent it; invitation_used;
 * invitation_expired
 */
export async function takeBackInvitation(deps: Needs, code: string, { user, author }: Doer): Promise<void> {
  return untilStored(async () => {
    const before = await deps.invitations.find(code);
    if (before === null) throw new ApiError("invitation_not_found");
    const places = await deps.stations.findMany(before.stationIds);
    if (!mayTakeBack(user, before, places)) throw new ApiError("invitation_not_found");
    if (before.takenBackAt !== undefined) return;
    if (before.acceptedBy !== null) throw new ApiError("invitation_used");
    const at = deps.clock();
    if (at >= before.expiresAt) throw new ApiError("invitation_expired");
    const { role, stationIds, reach } = before;
    const outcome = await deps.invitations.takeBack(
      before,
      { ...before, takenBackAt: at },
      {
        at,
        author,
        action: "invitation:take-back",
        // Of whoever was invited nothing is known; the code names the invitation, and is worth nothing any more.
        subject: { type: "person", id: code },
        districtCode: commonDistrict(role === "keeper" ? places.map(({ district }) => district.code) : reach),
        from: { roles: [role], stationIds, reach },
        to: {},
      },
    );
    if (outcome === "stored") return;
    return STALE;
  });
}

function mayTakeBack(user: User, { role, reach }: Invitation, places: readonly Station[]): boolean {
  return mayGrant(user, { role, reach, stations: places.map(asPlace) });
}
