import type { AuditLine, AuditList } from "../../shared/audit/audit-answer.js";
import type { AuditEntry } from "../../shared/audit/audit-entry.js";
import { type AuditPart, isAsked } from "../../shared/audit/audit-part.js";
import { instantText, optionalInstantText } from "../../shared/common/instant.js";
import type { EpochMs } from "../../shared/common/time.js";
import { officerReaches } from "../../shared/people/roles.js";
import type { User } from "../../shared/people/user.js";
import type { StationId } from "../../shared/stations/station.js";
import type { StationDiff } from "../changes/change-store.js";
import type { Dependencies } from "../dependencies.js";
import { divisionName } from "../divisions/divisions.js";
import type { AuditQuery } from "./audit-store.js";

/** The present district of what has none in its entry, by its id. */
type Codes = Map<string, string | null>;

const PAGE_SIZE = 50;

type Needs = Pick<Dependencies, "audit" | "users" | "stations" | "reports" | "changes" | "clock">;

export interface AuditQuestion extends AuditPart {
  /** The id of whatever it was done to. */
  subject?: string | undefined;
  /** `nextCursor` of the page before. */
  cursor?: string | undefined;
}

/** Who changed what within an officer's reach, newest first, with the names that a person can read. */
export async function listAudit(
  deps: Needs,
  officer: User,
  { subject, cursor, ...part }: AuditQuestion,
): Promise<AuditList> {
  const isOfPart = await partOf(deps, part);
  return readAudit(
    deps,
    officer,
    {
      matches: (entry) => (subject === undefined || entry.subject.id === subject) && isOfPart(entry),
      cursor: cursor ?? null,
      limit: PAGE_SIZE,
    },
    part.stationId,
  );
}

/** Tells whether an entry is of the part asked for. */
export async function partOf(deps: Needs, part: AuditPart): Promise<(entry: AuditEntry) => boolean> {
  const ofStation = part.stationId === undefined ? null : await subjectsOfStation(deps, part.stationId);
  return (entry) => isAsked(part, entry) && (ofStation === null || ofStation.has(entry.subject.id));
}

/**
 * A page of what an officer may read and asks for.
 *
 * @param stationId of a change of many stations, only this one is told
 */
export async function readAudit(
  deps: Needs,
  officer: User,
  { matches, cursor, limit }: Omit<AuditQuery, "prepare">,
  stationId?: StationId,
): Promise<AuditList> {
  const codes: Codes = new Map();
  const { entries, nextCursor } = await deps.audit.read({
    prepare: (batch) => addPresentCodes(deps, batch, codes),
    matches: (entry) => mayRead(officer, entry, codes) && matches(entry),
    cursor,
    limit,
  });
  return { entries: await withNames(deps, entries, await actsIn(deps, entries, stationId)), nextCursor };
}

/** What was done to one's own reach, and what one did oneself. */
function mayRead(officer: User, { author, districtCode, subject }: AuditEntry, codes: Codes): boolean {
  return author.userId === officer.id || officerReaches(officer, districtCode ?? codes.get(subject.id) ?? null);
}

/**
 * What was written down while its station had no code yet belongs to the city that the station has now, and a change of
 * many to what the districts of all its stations have in common.
 */
async function addPresentCodes(
  { stations, reports, changes }: Needs,
  entries: readonly AuditEntry[],
  codes: Codes,
): Promise<void> {
  const uncoded = entries.filter(({ districtCode, subject }) => districtCode === null && !codes.has(subject.id));
  const ids = (type: AuditEntry["subject"]["type"]) => [
    ...new Set(uncoded.filter(({ subject }) => subject.type === type).map(({ subject }) => subject.id)),
  ];
  const [places, tasks, acts] = await Promise.all([
    stations.findMany(ids("station")),
    reports.findTasks(ids("task")),
    changes.findMany(ids("change")),
  ]);
  for (const { id, district } of places) codes.set(id, district.code);
  for (const { id, districtCode } of tasks) codes.set(id, districtCode);
  for (const { id, district } of acts.values()) codes.set(id, district);
}

async function subjectsOfStation({ reports, changes }: Needs, stationId: string): Promise<Set<string>> {
  const [tasks, acts] = await Promise.all([reports.newestTasks(stationId), changes.ofStation(stationId)]);
  return new Set([stationId, ...tasks.map(({ id }) => id), ...acts]);
}

/** How many stations of a change of many are told with its entry; `GET /changes/:id` has them all. */
const TOLD_STATIONS = 50;

/** What the changes of many among some entries did: to one station, or to the first of them. */
async function actsIn({ changes, clock }: Needs, entries: readonly AuditEntry[], stationId: StationId | undefined) {
  const ids = entries.flatMap(({ subject }) => (subject.type === "change" ? [subject.id] : []));
  const acts = await Promise.all(
    ids.map(async (id) => {
      const [all, act] = await Promise.all([changes.stationIds(id), changes.find(id)]);
      const told = stationId === undefined ? all.slice(0, TOLD_STATIONS) : [stationId];
      const undoUntil = act === null ? null : changes.undoUntil(act, clock());
      return [id, { total: all.length, diffs: await changes.diffs(id, told), undoUntil }] as const;
    }),
  );
  return new Map(acts);
}

/** Names are those of today, and those of people with a role only: the record itself holds ids. */
async function withNames(
  { users, stations }: Needs,
  entries: readonly AuditEntry[],
  acts: Awaited<ReturnType<typeof actsIn>>,
): Promise<AuditLine[]> {
  const subjects = (type: AuditEntry["subject"]["type"]) =>
    entries.filter(({ subject }) => subject.type === type).map(({ subject }) => subject.id);
  const userIds = entries.flatMap(({ author }) => author.userId ?? []);
  const told = [...acts.values()].flatMap(({ diffs }) => [...diffs.keys()]);
  const [people, places] = await Promise.all([
    users.findMany([...new Set([...userIds, ...subjects("person")])]),
    stations.findMany([...new Set([...subjects("station"), ...told])]),
  ]);
  const names = new Map<string, string>(places.map(({ id, name }) => [id, name]));
  for (const { id, name, roles } of people) {
    if (roles.some((role) => role !== "worker")) names.set(id, name);
  }
  return entries.map((entry) => ({
    ...entry,
    at: instantText(entry.at),
    authorName: names.get(entry.author.userId ?? "") ?? null,
    subjectName: names.get(entry.subject.id) ?? null,
    ...areasOf(entry),
    ...actLine(acts.get(entry.subject.id), names),
  }));
}

/** The names of the divisions that somebody's reach was and is. */
function areasOf({ from, to }: AuditEntry): Pick<AuditLine, "areas"> {
  const codes = [from.reach, to.reach, from.viewReach, to.viewReach].flatMap((reach) =>
    Array.isArray(reach) ? reach.map(String) : [],
  );
  const named = codes.flatMap((code) => {
    const name = divisionName(code);
    return name === null ? [] : [[code, name] as const];
  });
  return named.length === 0 ? {} : { areas: Object.fromEntries(named) };
}

function actLine(
  act: { total: number; diffs: ReadonlyMap<StationId, StationDiff>; undoUntil: EpochMs | null } | undefined,
  names: ReadonlyMap<string, string>,
): Pick<AuditLine, "changed" | "stations" | "undoUntil"> {
  if (act === undefined) return {};
  const stations = [...act.diffs].map(([id, diff]) => ({ id, name: names.get(id) ?? null, ...diff }));
  return { changed: act.total, stations, undoUntil: optionalInstantText(act.undoUntil) };
}
