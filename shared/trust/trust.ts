import { DAY_MS, type EpochMs, HOUR_MS } from "../common/time.js";
import type { Station } from "../stations/station.js";
import { DOUBTS, type Doubt } from "./doubts.js";
import { standingReports } from "./shut-reports.js";
import type { TrustSettings } from "./trust-settings.js";

type Judged = Pick<Station, "reportedClosedUntil" | "shutReports" | "verified">;

/**
 * The gravest reason not to believe that a door stands open as posted; null: none.
 *
 * - `reported_closed`: enough different people say now that it is shut.
 * - `reported_by_several`: so many said so within `doubtHours`, if not within the hour.
 * - `reported_often`: on `doubtDays` days or more somebody at the door said so; it stays until the station answers.
 * - `reported_shut`: somebody at the door said so within `doubtHours`, and nobody at the station has answered.
 * - `long_unconfirmed`: nobody has confirmed it for `unconfirmedDays`, or ever.
 * - `not_confirmed_lately`: nobody has for `freshHours`.
 */
export function doubtOf(station: Judged, now: EpochMs, settings: TrustSettings): Doubt | null {
  if (station.reportedClosedUntil !== null && now < station.reportedClosedUntil) return "reported_closed";
  const reports = standingReports(station);
  const isFresh = reports !== null && now < reports.doubtedAt + settings.doubtHours * HOUR_MS;
  if (isFresh && reports.bySeveral) return "reported_by_several";
  if (reports && reports.days >= settings.doubtDays) return "reported_often";
  if (isFresh) return "reported_shut";
  const confirmedAt = station.verified.open;
  if (confirmedAt === null || now - confirmedAt >= settings.unconfirmedDays * DAY_MS) return "long_unconfirmed";
  return now - confirmedAt >= settings.freshHours * HOUR_MS ? "not_confirmed_lately" : null;
}

/** 0 without a doubt, more the graver it is. */
export function gravityOf(doubt: Doubt | null): number {
  return doubt === null ? 0 : DOUBTS.length - DOUBTS.indexOf(doubt);
}

/** How many minutes further a more trustworthy station may be that is put above one with this doubt. */
export function doubtMinutes(doubt: Doubt | null, settings: TrustSettings): number {
  switch (doubt) {
    case "reported_closed":
    case "reported_by_several":
    case "reported_often":
      return settings.shutMinutes;
    case "reported_shut":
      return settings.reportedMinutes;
    case "long_unconfirmed":
    case "not_confirmed_lately":
      return settings.doubtfulMinutes;
    case null:
      return 0;
  }
}
