import type { AuditLine, AuditList } from "../../shared/audit/audit-answer.js";
import type { AuditEntry } from "../../shared/audit/audit-entry.js";
import { instantText } from "../../shared/core/instant.js";
import { officerReaches } from "../../shared/people/roles.js";
import type { User } from "../../shared/people/user.js";
import type { Dependencies } from "../dependencies.js";

const PAGE_SIZE = 50;

type Needs = Pick<Dependencies, "audit" | "users" | "stations" | "reports">;

export interface AuditQuestion {
  /** The id of whatever it was done to. */
  subject?: string | undefined;
  /** A station, with the tasks that were made about it. */
  stationId?: string | undefined;
  /** `nextCursor` of the page before. */
  cursor?: string | undefined;
}

/** Who changed what within an officer's reach, newest first, with the names that a person can read. */
export async function listAudit(
  deps: Needs,
  officer: User,
  { subject, stationId, cursor }: AuditQuestion,
): Promise<AuditList> {
  const ofStation = stationId === undefined ? null : await subjectsOfStation(deps, stationId);
  const codes = new Map<string, string | null>();
  const { entries, nextCursor } = await deps.audit.read({
    prepare: (batch) => addPresentCodes(deps, batch, codes),
    matches: (entry) =>
      officerReaches(officer, entry.districtCode ?? codes.get(entry.subject.id) ?? null) &&
      (subject === undefined || entry.subject.id === subject) &&
      (ofStation === null || ofStation.has(entry.subject.id)),
    cursor: cursor ?? null,
    limit: PAGE_SIZE,
  });
  return { entries: await withNames(deps, entries), nextCursor };
}

/** What was written down while its station had no code yet belongs to the city that the station has now. */
async function addPresentCodes(
  { stations, reports }: Needs,
  entries: readonly AuditEntry[],
  codes: Map<string, string | null>,
): Promise<void> {
  const uncoded = entries.filter(({ districtCode, subject }) => districtCode === null && !codes.has(subject.id));
  const ids = (type: AuditEntry["subject"]["type"]) => [
    ...new Set(uncoded.filter(({ subject }) => subject.type === type).map(({ subject }) => subject.id)),
  ];
  const [places, tasks] = await Promise.all([stations.findMany(ids("station")), reports.findTasks(ids("task"))]);
  for (const { id, district } of places) codes.set(id, district.code);
  for (const { id, districtCode } of tasks) codes.set(id, districtCode);
}

async function subjectsOfStation({ reports }: Needs, stationId: string): Promise<Set<string>> {
  const tasks = await reports.newestTasks(stationId);
  return new Set([stationId, ...tasks.map(({ id }) => id)]);
}

/** Names are those of today, and those of keepers and officers only: the record itself holds ids. */
async function withNames({ users, stations }: Needs, entries: readonly AuditEntry[]): Promise<AuditLine[]> {
  const subjects = (type: AuditEntry["subject"]["type"]) =>
    entries.filter(({ subject }) => subject.type === type).map(({ subject }) => subject.id);
  const userIds = entries.flatMap(({ author }) => author.userId ?? []);
  const [people, places] = await Promise.all([
    users.findMany([...new Set([...userIds, ...subjects("person")])]),
    stations.findMany([...new Set(subjects("station"))]),
  ]);
  const names = new Map<string, string>(places.map(({ id, name }) => [id, name]));
  for (const { id, name, roles } of people) {
    if (roles.includes("keeper") || roles.includes("officer")) names.set(id, name);
  }
  return entries.map((entry) => ({
    ...entry,
    at: instantText(entry.at),
    authorName: names.get(entry.author.userId ?? "") ?? null,
    subjectName: names.get(entry.subject.id) ?? null,
  }));
}
