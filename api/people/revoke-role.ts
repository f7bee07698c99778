import { commonDistrict, withinReach } from "../../shared/people/invite-rules.js";
import type { User, UserId } from "../../shared/people/user.js";
import { ApiError } from "../api-error.js";
import type { Dependencies } from "../dependencies.js";
import { STALE, untilStored } from "../until-stored.js";
import type { Doer } from "./doer.js";
import { asPlace } from "./invite.js";
import { roleChange } from "./role-change.js";

/**
 * Takes a role away, as far as it lies within an officer's reach: a keeper keeps what they keep elsewhere. It works at
 * the person's next request. Somebody who holds nothing within reach is as unknown as somebody who is not there.
 */
export async function revokeRole(
  { users, stations, clock }: Pick<Dependencies, "users" | "stations" | "clock">,
  { id, role }: { id: UserId; role: "keeper" | "officer" },
  { user: officer, author }: Doer,
): Promise<void> {
  return untilStored(async () => {
    const before = await users.find(id);
    if (before === null) throw new ApiError("not_found");
    const kept = role === "keeper" ? (await stations.findMany(before.stationIds)).map(asPlace) : [];
    const ours = withinReach(officer, { stations: kept, reach: role === "officer" ? before.reach : [] });
    if (ours.stations.length === 0 && ours.reach.length === 0) throw new ApiError("not_found");
    const after = withoutRole(before, role, new Set([...ours.stations.map((station) => station.id), ...ours.reach]));
    const districtCode = commonDistrict([...ours.stations.map((station) => station.districtCode), ...ours.reach]);
    const audit = roleChange({ action: "role:revoke", before, after, author, districtCode, at: clock() });
    if ((await users.change({ before, after, audit })) === "stored") return;
    return STALE;
  });
}

function withoutRole(user: User, role: "keeper" | "officer", taken: ReadonlySet<string>): User {
  const stationIds = role === "keeper" ? user.stationIds.filter((id) => !taken.has(id)) : user.stationIds;
  const reach = role === "officer" ? user.reach.filter((prefix) => !taken.has(prefix)) : user.reach;
  const isLeft = role === "keeper" ? stationIds.length > 0 : reach.length > 0;
  const { keeperSince, officerSince, ...rest } = user;
  const since = {
    ...(keeperSince === undefined || (role === "keeper" && !isLeft) ? {} : { keeperSince }),
    ...(officerSince === undefined || (role === "officer" && !isLeft) ? {} : { officerSince }),
  };
  return { ...rest, ...since, stationIds, reach, roles: user.roles.filter((one) => isLeft || one !== role) };
}
