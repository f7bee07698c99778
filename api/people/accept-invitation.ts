import type { ChangeAuthor } from "../../shared/audit/audit-entry.js";
import type { EpochMs } from "../../shared/common/time.js";
import type { Invitation } from "../../shared/people/invitation.js";
import { commonDistrict, mayGrant } from "../../shared/people/invite-rules.js";
import type { Account, User } from "../../shared/people/user.js";
import { ApiError } from "../api-error.js";
import type { Dependencies } from "../dependencies.js";
import { STALE, untilStored } from "../until-stored.js";
import type { Doer } from "./doer.js";
import { asPlace, openInvitation } from "./invite.js";
import { roleChange, SINCE } from "./role-change.js";
import type { RoleLimit } from "./role-limit.js";
import { accountOf } from "./sign-in.js";

type Needs = Pick<Dependencies, "stations" | "invitations" | "users" | "rateLimits" | "signIns" | "clock">;

/** An invitation, as it is accepted: by which caller, in which sign-in. */
interface Acceptance {
  code: string;
  caller: string;
  signIn: { signInId: string; roles: RoleLimit };
}

/**
 * Gives a person the role they are invited to. Of two who accept one code at once one wins; the same person accepting
 * again changes nothing. An invitation counts only as long as its sender could still send it.
 */
export async function acceptInvitation(
  deps: Needs,
  { code, caller, signIn }: Acceptance,
  { user: { id }, author }: Doer,
): Promise<Account> {
  return untilStored(async () => {
    const invitation = await openInvitation(deps, { code, userId: id, caller });
    const before = await deps.users.find(id);
    if (before === null) throw new ApiError("sign_in_expired");
    if (invitation.acceptedBy === id) return accountOf(before, signIn.roles);
    const after = withRole(before, invitation, deps.clock());
    const given = await grantOf(deps, invitation, author);
    const outcome = await deps.users.change({
      before,
      after,
      audit: roleChange({ ...given, before, after, action: "role:grant", at: deps.clock() }),
      invitation: { before: invitation, after: { ...invitation, acceptedBy: id } },
    });
    if (outcome === "conflict") return STALE;
    // A sign-in that is limited to some roles may use the new one too, as the person expects.
    const roles = signIn.roles === null ? null : [...new Set([...signIn.roles, invitation.role])];
    if (roles !== null) await deps.signIns.limit({ userId: id, signInId: signIn.signInId }, roles);
    return accountOf(after, roles);
  });
}

/** Who gives the role, as the record names them, and for which district; if they may still give it. */
async function grantOf({ stations, users }: Needs, invitation: Invitation, { way }: ChangeAuthor) {
  const places = (await stations.findMany(invitation.stationIds)).map(asPlace);
  const { role, reach, invitedBy } = invitation;
  const districtCode = commonDistrict(role === "keeper" ? places.map((place) => place.districtCode) : reach);
  if (invitedBy === null) return { author: { userId: null, role: null, way: "command" }, districtCode } as const;
  const inviter = await users.find(invitedBy);
  if (inviter === null || !mayGrant(inviter, { role, reach, stations: places })) throw new ApiError("invitation_void");
  const inviterRole = inviter.roles.includes("officer") ? "officer" : "keeper";
  return { author: { userId: invitedBy, role: inviterRole, way }, districtCode } as const;
}

function withRole(user: User, { role, stationIds, reach, name }: Invitation, at: EpochMs): User {
  return {
    ...user,
    ...(user.roles.includes(role) ? {} : { [SINCE[role]]: at }),
    name: name ?? user.name,
    roles: [...new Set([...user.roles, role])],
    stationIds: [...new Set([...user.stationIds, ...stationIds])],
    ...(role === "viewer"
      ? { viewReach: [...new Set([...(user.viewReach ?? []), ...reach])] }
      : { reach: [...new Set([...user.reach, ...reach])] }),
  };
}
