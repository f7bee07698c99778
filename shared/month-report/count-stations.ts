import { AMENITIES, type AmenityKind } from "../amenities/amenity.js";
import type { Check } from "../checks/check.js";
import { type CheckBasis, checksBehind, openDoorRates } from "../checks/check-figures.js";
import { beijingDate, beijingDayNumber, DAY_MS, type EpochMs } from "../common/time.js";
import { CONFIRMATION_DAYS } from "../stations/uniformity.js";
import { type Counted, counted, daysWords, type FigureRow, middle, sharedOut } from "./counted.js";
import type { BrokenSpell, MonthFacts, MonthSpan } from "./month-facts.js";

type Listed = MonthFacts["stations"][number];

/** The stations that were on the lists at the end of the month. One that was withdrawn and put back counts all along. */
function listedAt({ stations }: MonthFacts, until: EpochMs): Listed[] {
  return stations.filter(
    ({ createdAt, withdrawnAt }) => createdAt < until && (withdrawnAt === null || withdrawnAt >= until),
  );
}

export function countListed(facts: MonthFacts, { until }: MonthSpan): Counted {
  return counted(listedAt(facts, until).map((station) => stationRow(station, null, "")));
}

export function countNew({ stations }: MonthFacts, { from, until }: MonthSpan): Counted {
  const made = stations.filter(({ createdAt }) => createdAt >= from && createdAt < until);
  return counted(made.map((station) => stationRow(station, station.createdAt, "建档")));
}

export function countWithdrawn({ stations }: MonthFacts, { from, until }: MonthSpan): Counted {
  return counted(
    stations.flatMap((station) => {
      const at = station.withdrawnAt;
      return at !== null && at >= from && at < until ? [stationRow(station, at, "撤下")] : [];
    }),
  );
}

/** Who was confirmed later than this is not yet without a confirmation for more than 30 whole days, as on every page. */
export function unconfirmedBefore(until: EpochMs): EpochMs {
  return until - (CONFIRMATION_DAYS + 1) * DAY_MS;
}

/**
 * Nobody saw the door open as posted for 30 days before the end. A document has the last time only: for a month that is
 * over, what was before it is in the record.
 */
export function countUnconfirmed(facts: MonthFacts, { until }: MonthSpan): Counted | null {
  const since = unconfirmedBefore(until);
  const confirmed = new Set<string>();
  for (const { stationId, at } of facts.confirmations ?? []) {
    if (at > since && at < until) confirmed.add(stationId);
  }
  const rows: FigureRow[] = [];
  for (const station of listedAt(facts, until)) {
    const last = station.verified.open;
    const isLater = last !== null && last >= until;
    if (isLater && facts.confirmations === null) return null;
    const isConfirmed = isLater ? confirmed.has(station.id) : last !== null && last > since;
    if (isConfirmed) continue;
    rows.push(stationRow(station, null, last === null ? "从没确认过" : isLater ? "那时没确认" : lastWords(last)));
  }
  return counted(rows);
}

export function countChecks({ checks }: MonthFacts): Counted {
  return counted(checks.map((check) => checkRow(check)));
}

/** Nothing but a visit to the door tells how often it is open: without one, nobody knows. */
export function countOpen({ checks }: MonthFacts, basis: CheckBasis): Counted | null {
  const behind = checksBehind(checks, basis);
  return behind.length === 0 ? null : sharedOut(openDoorRates(checks)[basis], behind.map(checkRow));
}

export function countFixed({ spells }: MonthFacts, span: MonthSpan): Counted | null {
  return spells === null ? null : counted(fixedIn(spells, span).map(fixedRow));
}

export function countFixedDays({ spells }: MonthFacts, span: MonthSpan): Counted | null {
  if (spells === null) return null;
  const known = fixedIn(spells, span).filter(({ since }) => since !== 0);
  return middle(known.map((spell) => ({ ...fixedRow(spell), amount: daysOf(spell) })));
}

/** What is broken now since before the end, and what was broken then and is not now. */
export function countStillBroken(facts: MonthFacts, { until }: MonthSpan): Counted | null {
  if (facts.spells === null) return null;
  const rows: FigureRow[] = [];
  const listed = listedAt(facts, until);
  for (const { id, amenities } of listed) {
    for (const [kind, entry] of Object.entries(amenities) as [AmenityKind, Listed["amenities"][AmenityKind]][]) {
      if (entry?.state === "broken" && entry.since < until) rows.push(brokenRow(id, kind, entry.since));
    }
  }
  const ids = new Set<string>(listed.map(({ id }) => id));
  for (const { stationId, kind, since, at } of facts.spells) {
    if (ids.has(stationId) && since < until && at >= until) rows.push(brokenRow(stationId, kind, since));
  }
  return counted(rows);
}

function fixedIn(spells: readonly BrokenSpell[], { from, until }: MonthSpan): BrokenSpell[] {
  return spells.filter(({ at, isFixed }) => isFixed && at >= from && at < until);
}

function fixedRow(spell: BrokenSpell): FigureRow {
  const { stationId, kind, since, at } = spell;
  const took = since === 0 ? "不知道坏了多久" : daysWords(daysOf(spell));
  return { kind: "station", id: stationId, stationId, at, words: `${AMENITIES[kind].label}，${took}` };
}

function daysOf({ since, at }: BrokenSpell): number {
  return Math.max(0, at - since) / DAY_MS;
}

function brokenRow(stationId: string, kind: AmenityKind, since: EpochMs): FigureRow {
  const words = since === 0 ? AMENITIES[kind].label : `${AMENITIES[kind].label}，${dayWords(since)}坏的`;
  return { kind: "station", id: stationId, stationId, at: null, words };
}

function stationRow({ id }: Listed, at: EpochMs | null, words: string): FigureRow {
  return { kind: "station", id, stationId: id, at, words };
}

const FOUND = { open: "门口看到开着", shut: "门口看到关着" } as const;

function checkRow({ id, stationId, at, found }: Check): FigureRow {
  return { kind: "check", id, stationId, at, words: FOUND[found.door] };
}

function lastWords(last: EpochMs): string {
  return `上次确认是 ${dayWords(last)}`;
}

/** 2026-10-03 */
function dayWords(at: EpochMs): string {
  return beijingDate(beijingDayNumber(at));
}
