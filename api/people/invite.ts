import { DAY_MS } from "../../shared/common/time.js";
import type { Invitation, InvitationInput, InvitationView } from "../../shared/people/invitation.js";
import { type Grant, mayGrant } from "../../shared/people/invite-rules.js";
import { INVITATION_CODE_LENGTH } from "../../shared/people/short-code.js";
import type { User } from "../../shared/people/user.js";
import type { Station } from "../../shared/stations/station.js";
import { ApiError } from "../api-error.js";
import type { Dependencies } from "../dependencies.js";
import { divisionName, isDivisionPrefix } from "../divisions/divisions.js";

type Needs = Pick<Dependencies, "stations" | "invitations" | "users" | "clock" | "newCode">;

const LIVES_MS = 7 * DAY_MS;
const ATTEMPTS = 5;

/**
 * Invites somebody to a role, by a code that is good once and for a week.
 *
 * @param inviter null: whoever runs the server, who may give any role
 * @throws ApiError invalid_input for stations or divisions that there are not, not_allowed
 */
export async function invite(
  { stations, invitations, clock, newCode }: Omit<Needs, "users">,
  input: InvitationInput,
  inviter: User | null,
): Promise<Invitation> {
  const stationIds = input.role === "keeper" ? [...new Set(input.stationIds)] : [];
  const reach = input.role === "keeper" ? [] : [...new Set(input.reach)];
  const found = (await stations.findMany(stationIds)).filter(({ withdrawnAt }) => withdrawnAt === null);
  if (found.length < stationIds.length) {
    throw new ApiError("invalid_input", [{ path: "stationIds", message: "有的驿站没有找到，可能已经撤下" }]);
  }
  const unknown = reach.find((prefix) => !isDivisionPrefix(prefix));
  if (unknown !== undefined) {
    throw new ApiError("invalid_input", [{ path: "reach", message: `没有 ${unknown} 这个行政区划代码，请核对` }]);
  }
  const grant = { role: input.role, stations: found.map(asPlace), reach };
  if (inviter !== null && !mayGrant(inviter, grant)) throw new ApiError("not_allowed");
  const now = clock();
  const named = { name: input.name ?? null, invitedBy: inviter?.id ?? null };
  const terms = { role: input.role, stationIds, reach, ...named, createdAt: now, expiresAt: now + LIVES_MS };
  for (let attempt = 1; attempt <= ATTEMPTS; attempt++) {
    const invitation = { ...terms, code: newCode(INVITATION_CODE_LENGTH), acceptedBy: null };
    if (await invitations.add(invitation)) return invitation;
  }
  throw new ApiError("internal");
}

/** What an invitation is for, for whoever holds the code. */
export async function viewInvitation(
  deps: Needs & Pick<Dependencies, "rateLimits">,
  { code, user, caller }: { code: string; user: User; caller: string },
): Promise<Omit<InvitationView, "expiresAt"> & { expiresAt: number }> {
  const invitation = await openInvitation(deps, { code, userId: user.id, caller });
  const stations = await deps.stations.findMany(invitation.stationIds);
  return {
    role: invitation.role,
    stations: stations.map(({ id, name }) => ({ id, name })),
    reach: invitation.reach.map(reachName),
    expiresAt: invitation.expiresAt,
  };
}

/**
 * An invitation that this person may still accept, or has accepted.
 *
 * @throws ApiError invitation_not_found, invitation_used, invitation_expired, invitation_taken_back, too_many_requests
 */
export async function openInvitation(
  { invitations, rateLimits, clock }: Pick<Dependencies, "invitations" | "rateLimits" | "clock">,
  { code, userId, caller }: { code: string; userId: string; caller: string },
): Promise<Invitation> {
  if (!(await rateLimits.mayGuess(caller, "invitation"))) throw new ApiError("too_many_requests");
  const invitation = await invitations.find(code);
  if (invitation === null) throw new ApiError("invitation_not_found");
  await rateLimits.giveBackGuess(caller, "invitation");
  if (invitation.acceptedBy !== null && invitation.acceptedBy !== userId) throw new ApiError("invitation_used");
  if (invitation.takenBackAt !== undefined) throw new ApiError("invitation_taken_back");
  if (invitation.acceptedBy === null && clock() >= invitation.expiresAt) throw new ApiError("invitation_expired");
  return invitation;
}

/** A station as the rules of invitations look at it. */
export function asPlace({ id, district }: Station): Grant["stations"][number] {
  return { id, districtCode: district.code };
}

/** What people call a reach. */
export function reachName(prefix: string): string {
  return prefix === "" ? "全部地区" : (divisionName(prefix) ?? prefix);
}
