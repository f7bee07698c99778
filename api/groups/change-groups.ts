import { instantText } from "../../shared/common/instant.js";
import type { Group, GroupAnswer, GroupId, GroupInput, GroupTried } from "../../shared/groups/group.js";
import { groupSystemOf } from "../../shared/groups/group-systems.js";
import { TRIAL_WORDS } from "../../shared/groups/group-words.js";
import type { User } from "../../shared/people/user.js";
import { ApiError } from "../api-error.js";
import type { Dependencies } from "../dependencies.js";
import type { Doer } from "../people/doer.js";
import { reachName } from "../people/invite.js";
import { sendToGroup } from "./send-to-group.js";

type Needs = Pick<Dependencies, "groups" | "clock" | "wallClock" | "newId" | "groupBase">;

/** As many as an office has groups. */
const MOST_GROUPS = 50;

/** The robots of an officer's reach. */
export async function listGroups({ groups }: Pick<Needs, "groups">, officer: User): Promise<GroupAnswer[]> {
  return (await groups.list()).filter(({ reach }) => reachesPrefix(officer, reach)).map(presentGroup);
}

/** @throws ApiError not_allowed outside the officer's reach, conflict when there are as many as there may be */
export async function addGroup(deps: Needs, input: GroupInput, { user, author }: Doer): Promise<GroupAnswer> {
  const { groups, newId, clock } = deps;
  const system = groupSystemOf(input.address);
  if (system === null || !reachesPrefix(user, input.reach)) throw new ApiError("not_allowed");
  if ((await groups.list()).length >= MOST_GROUPS) throw new ApiError("conflict");
  const { name, reach, wantsDigest, wantsUrgent, address, secret = null } = input;
  const id = newId("gr");
  const at = clock();
  const said = { name, reach, system, wantsDigest, wantsUrgent };
  const group = { id, ...said, isSigned: secret !== null, createdAt: at, latest: null };
  const kept = await groups.add(group, { address, secret }, auditOf("group:add", id, { at, author, reach }, said));
  return presentGroup(kept);
}

/** Gone already, it is gone. @throws ApiError not_found for one outside the officer's reach */
export async function removeGroup(deps: Needs, id: GroupId, { user, author }: Doer): Promise<{ id: GroupId }> {
  const group = await deps.groups.find(id);
  if (group === null || !reachesPrefix(user, group.reach)) throw new ApiError("not_found");
  const { name, reach } = group;
  await deps.groups.remove(id, auditOf("group:remove", id, { at: deps.clock(), author, reach }, { name }));
  return { id };
}

/** Says a line of trial in the group, and notes what came of it. @throws ApiError not_found as above */
export async function tryGroup(deps: Needs, id: GroupId, user: User): Promise<GroupTried> {
  const group = await deps.groups.find(id);
  if (group === null || !reachesPrefix(user, group.reach)) throw new ApiError("not_found");
  return sayInGroup(deps, group, TRIAL_WORDS);
}

/** Says a line in a group, once, and notes what came of it. */
export async function sayInGroup(
  deps: Pick<Needs, "groups" | "clock" | "wallClock" | "groupBase">,
  group: Group,
  text: string,
) {
  const sent = await sendToGroup(deps.groups.doorOf(group), text, deps.wallClock(), deps.groupBase);
  await deps.groups.note(group, { at: deps.clock(), ...sent });
  return sent;
}

/** Whether all of a prefix lies in an officer's reach. */
function reachesPrefix({ roles, reach }: User, prefix: string): boolean {
  return roles.includes("officer") && reach.some((own) => prefix.startsWith(own));
}

function auditOf(
  action: "group:add" | "group:remove",
  id: GroupId,
  { at, author, reach }: { at: number; author: Doer["author"]; reach: string },
  to: Record<string, string | boolean>,
) {
  return {
    at,
    author,
    action,
    subject: { type: "group" as const, id },
    districtCode: reach === "" ? null : reach,
    from: {},
    to,
  };
}

function presentGroup({ sealed: _sealed, createdAt: _createdAt, latest, ...group }: Group): GroupAnswer {
  return {
    ...group,
    reachName: reachName(group.reach),
    latest: latest && { ...latest, at: instantText(latest.at) },
  };
}
