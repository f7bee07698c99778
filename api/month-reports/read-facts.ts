import type { ClassSession } from "../../shared/classes/class-session.js";
import { KEPT_DAYS } from "../../shared/common/kept-days.js";
import { DAY_MS, type EpochMs } from "../../shared/common/time.js";
import { spellsEndedBy } from "../../shared/month-report/broken-spells.js";
import { unconfirmedBefore } from "../../shared/month-report/count-stations.js";
import type { MonthFacts, MonthSpan } from "../../shared/month-report/month-facts.js";
import { MONTH_PARTS, type MonthPart } from "../../shared/month-report/month-figures.js";
import { officerReaches } from "../../shared/people/roles.js";
import type { User } from "../../shared/people/user.js";
import type { Task } from "../../shared/trust/report.js";
import { TaskId } from "../../shared/trust/report.js";
import type { FoundInRecord } from "../audit/record-search-store.js";
import type { Dependencies } from "../dependencies.js";
import { inBatches } from "../in-batches.js";
import { stationsInReach } from "../stations/stations-in-reach.js";
import { wishesFor } from "../wishes/open-wishes.js";
import { settleLapsed } from "../wishes/settle-wishes.js";

/** Whose figures: the officer as they ask, and as one whose reach is what they ask for. */
export interface Asked {
  officer: User;
  /** Null: all of their reach. */
  reach: string | null;
}

const EVERY_PART = Object.keys(MONTH_PARTS) as MonthPart[];
const ANSWERS = ["task:resolve", "task:dismiss"];
/** How many stations or tasks are read from Redis at a time. */
const BATCH = 500;

/**
 * What the figures of some months are made from. Stations and the record are read once for all of them.
 *
 * @param parts of the page that are wanted; stations always are
 */
export async function readMonthFacts(
  deps: Dependencies,
  { officer, reach }: Asked,
  spans: readonly MonthSpan[],
  parts: readonly MonthPart[] = EVERY_PART,
): Promise<MonthFacts[]> {
  const asked: User = reach === null ? officer : { ...officer, roles: ["officer"], reach: [reach] };
  const wants = (part: MonthPart) => parts.includes(part);
  const needsRecord = wants("stations") || wants("amenities") || wants("reports");
  const [stations, record] = await Promise.all([
    stationsEver(deps, asked),
    needsRecord ? searchRecord(deps, spans) : null,
  ]);
  const answered = await answersIn(deps, asked, record);
  if (wants("wishes")) await settleLapsed(deps);
  return Promise.all(
    spans.map(async (span): Promise<MonthFacts> => {
      const found = isRecorded(span, deps.clock()) ? record : null;
      const sessions = wants("classes") ? await sessionsIn(deps, asked, span) : [];
      return {
        stations,
        confirmations: found?.confirmations ?? null,
        spells: found === null ? null : spellsIn(found, new Set(stations.map(({ id }) => id)), span),
        answers: found === null ? null : answered.filter(({ at }) => at >= span.from && at < span.until),
        tasks: wants("reports") ? await tasksIn(deps, asked, span) : [],
        checks: wants("doors") ? await checksIn(deps, asked, span) : [],
        sessions,
        bookings: await bookingsOf(deps, sessions, span),
        wishes: wants("wishes") ? await wishesUntil(deps, officer, reach, span) : [],
      };
    }),
  );
}

/** From when on the record has to be known for a month: who was confirmed shortly before its end, too. */
function recordFrom({ from, until }: MonthSpan): EpochMs {
  return Math.min(from, unconfirmedBefore(until));
}

function isRecorded(span: MonthSpan, now: EpochMs): boolean {
  return recordFrom(span) >= now - KEPT_DAYS.record * DAY_MS;
}

async function searchRecord({ recordSearch, clock }: Dependencies, spans: readonly MonthSpan[]) {
  const wanted = spans.filter((span) => isRecorded(span, clock()));
  return wanted.length === 0 ? null : recordSearch.search(Math.min(...wanted.map(recordFrom)), ANSWERS);
}

async function stationsEver(deps: Dependencies, asked: User): Promise<MonthFacts["stations"]> {
  const { stations, districts } = deps;
  const [listed, ...withdrawnIds] = await Promise.all([
    stationsInReach(deps, asked),
    ...asked.reach.map((prefix) => districts.listWithdrawnIds(prefix)),
  ]);
  const ids = [...new Set(withdrawnIds.flat())];
  const withdrawn = await inBatches(ids, BATCH, stations.findMany);
  return [...listed, ...withdrawn.filter(({ district }) => officerReaches(asked, district.code))];
}

function spellsIn({ entries }: FoundInRecord, ids: ReadonlySet<string>, { from }: MonthSpan) {
  return entries.flatMap(spellsEndedBy).filter(({ stationId, at }) => ids.has(stationId) && at >= from);
}

async function answersIn({ reports }: Dependencies, asked: User, record: FoundInRecord | null) {
  const entries = record?.entries.filter(({ action }) => ANSWERS.includes(action)) ?? [];
  const ids = [...new Set(entries.map(({ subject }) => TaskId.parse(subject.id)))];
  const tasks = await inBatches(ids, BATCH, reports.findTasks);
  const reached = new Map<string, Task>(
    tasks.filter(({ districtCode }) => officerReaches(asked, districtCode)).map((task) => [task.id, task]),
  );
  return entries.flatMap(({ subject, at }) => {
    const task = reached.get(subject.id);
    return task === undefined ? [] : [{ task, at }];
  });
}

async function tasksIn({ reports }: Dependencies, asked: User, { from, until }: MonthSpan): Promise<Task[]> {
  const found: Task[] = [];
  for await (const tasks of reports.tasksFrom(null, until - 1)) {
    found.push(...tasks.filter((task) => task.createdAt >= from && officerReaches(asked, task.districtCode)));
    if ((tasks.at(-1)?.createdAt ?? 0) < from) break;
  }
  return found;
}

async function checksIn({ checks }: Dependencies, asked: User, { month, until }: MonthSpan) {
  return (await checks.made([month])).filter(
    ({ at, districtCode }) => at < until && officerReaches(asked, districtCode),
  );
}

/** Day by day: a list of sessions never grows beyond two thousand. */
async function sessionsIn({ classSessions }: Dependencies, asked: User, { from, until }: MonthSpan) {
  const found: ClassSession[] = [];
  for (let day = from; day < until; day += DAY_MS) {
    found.push(...(await classSessions.listBetween(day, Math.min(day + DAY_MS, until))));
  }
  return found.filter(({ venue }) => officerReaches(asked, venue.district.code));
}

/** Null: some were deleted since, as bookings are after a year. */
async function bookingsOf({ classReadings, clock }: Dependencies, sessions: readonly ClassSession[], span: MonthSpan) {
  const now = clock();
  if (span.from < now - KEPT_DAYS.bookings * DAY_MS) return null;
  return classReadings.bookingsOf(
    now,
    sessions.map(({ id }) => id),
  );
}

function wishesUntil(deps: Dependencies, officer: User, reach: string | null, { month, until }: MonthSpan) {
  const filter = { to: month, ...(reach === null ? {} : { district: reach }) };
  return wishesFor(deps, officer, filter).then((wishes) => wishes.filter(({ createdAt }) => createdAt < until));
}
