import { commonDistrict, withinReach } from "../../shared/people/invite-rules.js";
import type { GivenRole } from "../../shared/people/roles.js";
import type { User, UserId } from "../../shared/people/user.js";
import { ApiError } from "../api-error.js";
import type { Dependencies } from "../dependencies.js";
import { STALE, untilStored } from "../until-stored.js";
import type { Doer } from "./doer.js";
import { asPlace } from "./invite.js";
import { roleChange, SINCE } from "./role-change.js";

/**
 * Takes a role away, as far as it lies within an officer's reach: a keeper keeps what they keep elsewhere. It works at
 * the person's next request. Somebody who holds nothing within reach is as unknown as somebody who is not there.
 */
export async function revokeRole(
  { users, stations, clock }: Pick<Dependencies, "users" | "stations" | "clock">,
  { id, role }: { id: UserId; role: GivenRole },
  { user: officer, author }: Doer,
): Promise<void> {
  return untilStored(async () => {
    const before = await users.find(id);
    if (before === null) throw new ApiError("not_found");
    const kept = role === "keeper" ? (await stations.findMany(before.stationIds)).map(asPlace) : [];
    const ours = withinReach(officer, { stations: kept, reach: role === "keeper" ? [] : heldPlaces(before, role) });
    if (ours.stations.length === 0 && ours.reach.length === 0) throw new ApiError("not_found");
    const after = withoutRole(before, role, new Set([...ours.stations.map((station) => station.id), ...ours.reach]));
    const districtCode = commonDistrict([...ours.stations.map((station) => station.districtCode), ...ours.reach]);
    const audit = roleChange({ action: "role:revoke", before, after, author, districtCode, at: clock() });
    if ((await users.change({ before, after, audit })) === "stored") return;
    return STALE;
  });
}

function withoutRole(user: User, role: GivenRole, taken: ReadonlySet<string>): User {
  const left = heldPlaces(user, role).filter((place) => !taken.has(place));
  const after: User = { ...user, [PLACES[role]]: left };
  if (left.length > 0) return after;
  delete after[SINCE[role]];
  if (role === "viewer") delete after.viewReach;
  return { ...after, roles: user.roles.filter((one) => one !== role) };
}

/** Where it stands which places a role is about. */
const PLACES = { keeper: "stationIds", officer: "reach", viewer: "viewReach" } as const satisfies Record<
  GivenRole,
  keyof User
>;

function heldPlaces(user: User, role: GivenRole): readonly string[] {
  return user[PLACES[role]] ?? [];
}
