import { isDeepStrictEqual } from "node:util";
import type { HallId, VenueFacts } from "../../shared/classes/course.js";
import type { Hall } from "../../shared/classes/hall.js";
import { mayAt } from "../../shared/people/permissions.js";
import { ApiError } from "../api-error.js";
import type { Dependencies } from "../dependencies.js";
import type { Doer } from "../people/doer.js";
import { withCode } from "../stations/import/settle-city.js";
import { classEntry } from "./class-entry.js";

type Needs = Pick<Dependencies, "courses" | "stations" | "clock" | "newId">;

/** Adds a hall of an officer's reach. */
export async function createHall(
  { courses, stations, clock, newId }: Needs,
  facts: VenueFacts,
  doer: Doer,
): Promise<Hall> {
  const now = clock();
  const district = await withCode(stations, facts, doer.user.reach);
  const hall: Hall = {
    ...facts,
    district,
    id: newId("vn"),
    revision: 1,
    createdAt: now,
    updatedAt: now,
    isDemo: false,
  };
  requireReach(hall, doer);
  await courses.change({ what: "hall", hall, previous: null }, { what: "audit", entry: hallEntry(null, hall, doer) });
  return hall;
}

/**
 * Changes what is said about a hall. Its classes say it too as soon as their dates are planned next
 * (api/classes/make-sessions.ts).
 *
 * @throws ApiError `conflict` when it moved on since `revision`
 */
export async function changeHall(
  { courses, stations, clock }: Omit<Needs, "newId">,
  { id, facts, revision }: { id: HallId; facts: VenueFacts; revision?: number },
  doer: Doer,
): Promise<Hall> {
  const [previous] = await courses.findHalls([id]);
  if (!previous) throw new ApiError("not_found");
  requireReach(previous, doer);
  if (revision !== undefined && revision !== previous.revision) throw new ApiError("conflict");
  const changed = { ...previous, ...facts, district: await withCode(stations, facts, doer.user.reach) };
  requireReach(changed, doer);
  if (isDeepStrictEqual(changed, previous)) return previous;
  const hall = { ...changed, revision: previous.revision + 1, updatedAt: clock() };
  const [outcome] = await courses.change(
    { what: "hall", hall, previous },
    { what: "audit", entry: hallEntry(previous, hall, doer) },
  );
  if (outcome !== "stored") throw new ApiError("conflict");
  return hall;
}

function requireReach({ id, district }: Hall, { user }: Doer): void {
  if (!mayAt(user, "class:manage", { id, districtCode: district.code })) throw new ApiError("not_allowed");
}

function hallEntry(before: Hall | null, after: Hall, { author }: Doer) {
  return classEntry({
    action: before === null ? "class:create-hall" : "class:change-hall",
    subject: { type: "hall", id: after.id },
    author,
    districtCode: after.district.code,
    at: after.updatedAt,
    before,
    after,
  });
}
