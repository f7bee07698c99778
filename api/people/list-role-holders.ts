import { optionalInstantText } from "../../shared/common/instant.js";
import { beijingDate, type EpochMs } from "../../shared/common/time.js";
import type { RoleHolder, RoleHolderList } from "../../shared/people/invitation.js";
import { withinReach } from "../../shared/people/invite-rules.js";
import type { User, UserId } from "../../shared/people/user.js";
import type { Dependencies } from "../dependencies.js";
import { asPlace, reachName } from "./invite.js";
import { SINCE } from "./role-change.js";

const PAGE_SIZE = 200;

/** Who holds roles within an officer's reach; of what people hold elsewhere nothing is said. */
export async function listRoleHolders(
  { users, stations }: Pick<Dependencies, "users" | "stations">,
  officer: User,
  cursor: UserId | null,
): Promise<RoleHolderList> {
  const page = await users.roleHolders(cursor, PAGE_SIZE);
  const kept = await stations.findMany([...new Set(page.people.flatMap(({ stationIds }) => stationIds))]);
  const stationById = new Map(kept.map((station) => [station.id, station]));
  const lastUsed = await users.lastUsedDays(page.people.map(({ id }) => id));
  const dayById = new Map(page.people.map(({ id }, index) => [id, lastUsed[index] ?? null]));
  const people = page.people.flatMap((person): RoleHolder[] => {
    const theirs = person.stationIds.flatMap((id) => stationById.get(id) ?? []);
    const ours = withinReach(officer, {
      stations: person.roles.includes("keeper") ? theirs.map(asPlace) : [],
      reach: person.roles.includes("officer") ? person.reach : [],
    });
    const viewed = withinReach(officer, {
      stations: [],
      reach: person.roles.includes("viewer") ? (person.viewReach ?? []) : [],
    }).reach;
    const roles: RoleHolder["roles"] = [];
    if (ours.stations.length > 0) roles.push("keeper");
    if (ours.reach.length > 0) roles.push("officer");
    if (viewed.length > 0) roles.push("viewer");
    if (roles.length === 0) return [];
    const named = ours.stations.map(({ id }) => ({ id, name: stationById.get(id)?.name ?? id }));
    const seenOn = dayById.get(person.id) ?? null;
    return [
      {
        id: person.id,
        name: person.name,
        roles,
        stations: named,
        reach: ours.reach.map(reachName),
        viewReach: viewed.map(reachName),
        since: optionalInstantText(heldSince(person, roles)),
        lastSeenOn: seenOn === null ? null : beijingDate(seenOn),
      },
    ];
  });
  return { people, nextCursor: page.nextCursor };
}

/** Since when somebody holds the first of the roles that are told; null: since before that was kept. */
function heldSince(user: User, roles: RoleHolder["roles"]): EpochMs | null {
  const [first] = roles.flatMap((role) => user[SINCE[role]] ?? []).sort((one, other) => one - other);
  return first ?? null;
}
