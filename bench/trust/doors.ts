import { beijingDayNumber, DAY_MS, type EpochMs, HOUR_MS } from "../../shared/common/time.js";
import { BRAKE_DAYS, explainedTurns } from "../../shared/trust/city-brake.js";
import type { DoorReport } from "../../shared/trust/reporters.js";
import { afterShutReport } from "../../shared/trust/shut-reports.js";
import type { TrustSettings } from "../../shared/trust/trust-settings.js";
import { type CityStation, isReallyOpen } from "./city.js";
import type { Sender } from "./phones.js";

export type Doors = ReturnType<typeof createDoors>;

/**
 * What the product does with a report of a shut door: the rules of `shared/trust/`, and beside them what the server counts
 * in Redis, which is told here once more in memory (`api/redis/scripts/record-report.ts`, `take-turn.ts`).
 */
export function createDoors(settings: TrustSettings) {
  const reportsAt = new Map<CityStation, DoorReport[]>();
  const borne = new Map<string, Map<string, EpochMs>>();
  const wanted = new Map<string, EpochMs>();
  const made = new Map<string, EpochMs>();
  const peaks = new Map<number, number>();
  const braked = new Set<number>();
  /** The stations whose door stood open when they turned, while they are turned. */
  const wronglyTurned = new Set<string>();
  let wrongTurns = 0;

  function mayBear({ person, address }: Sender, station: string, now: EpochMs): boolean {
    const isVouched = person !== null;
    const [perHour, perDay] = isVouched
      ? [settings.stationsPerHour, settings.stationsPerDay]
      : [settings.addressStationsPerHour, settings.addressStationsPerDay];
    const stations = borne.get(person ?? address) ?? new Map<string, EpochMs>();
    borne.set(person ?? address, stations);
    for (const [id, at] of stations) if (at <= now - DAY_MS) stations.delete(id);
    const others = [...stations].filter(([id]) => id !== station);
    const lately = others.filter(([, at]) => at > now - HOUR_MS);
    if (others.length >= perDay || lately.length >= perHour) return false;
    stations.set(station, now);
    return true;
  }

  /** Takes one of the turns that the city's past explains. */
  function takeTurn(station: string, now: EpochMs, isSettled: boolean): boolean {
    const today = beijingDayNumber(now);
    const past = [...peaks]
      .filter(([day]) => today - BRAKE_DAYS <= day && day < today && !braked.has(day))
      .map(([, peak]) => peak);
    wanted.set(station, now);
    const isFree = lastHour(wanted, now) <= explainedTurns(past, settings);
    // A day on which the brake went on says nothing of how days usually are.
    if (!isFree) braked.add(today);
    if (!isFree && !isSettled) return false;
    made.set(station, now);
    peaks.set(today, Math.max(peaks.get(today) ?? 0, lastHour(made, now)));
    return true;
  }

  return {
    wrongTurns: () => wrongTurns,
    isWronglyTurned: ({ known: { id, reportedClosedUntil } }: CityStation, now: EpochMs): boolean => {
      if (!isTurned(reportedClosedUntil, now)) wronglyTurned.delete(id);
      return wronglyTurned.has(id);
    },
    report: (city: CityStation, sender: Sender, at: EpochMs): void => {
      const { known } = city;
      const kept = (reportsAt.get(city) ?? []).filter((report) => at - report.at < settings.doubtHours * HOUR_MS);
      const reports = mayBear(sender, known.id, at) ? [...kept, { at, atDoor: true, ...sender }] : kept;
      reportsAt.set(city, reports);
      const wasTurned = isTurned(known.reportedClosedUntil, at);
      let change = afterShutReport(known, reports, at, settings);
      if (change !== null && change.reportedClosedUntil !== known.reportedClosedUntil) {
        const bySettled = afterShutReport(known, reports, at, settings, "settled");
        const isSettled = bySettled?.reportedClosedUntil === change.reportedClosedUntil;
        if (!takeTurn(known.id, at, isSettled)) change = bySettled;
      }
      Object.assign(known, change);
      if (wasTurned || !isTurned(known.reportedClosedUntil, at)) return;
      wronglyTurned.delete(known.id);
      if (!isReallyOpen(city, at)) return;
      wronglyTurned.add(known.id);
      wrongTurns += 1;
    },
  };
}

function isTurned(until: EpochMs | null, at: EpochMs): boolean {
  return until !== null && at < until;
}

function lastHour(turns: Map<string, EpochMs>, now: EpochMs): number {
  for (const [station, at] of turns) if (at <= now - HOUR_MS) turns.delete(station);
  return turns.size;
}
