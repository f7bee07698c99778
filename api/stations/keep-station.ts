import { AMENITIES, type AmenityKind, type AmenityState } from "../../shared/amenities/amenity.js";
import { beijingDate, beijingDayNumber, DAY_MS, type EpochMs } from "../../shared/core/time.js";
import type { Action } from "../../shared/people/permissions.js";
import { CLOSURE_REASONS } from "../../shared/stations/closure-reasons.js";
import type { OpeningSpan } from "../../shared/stations/hours.js";
import type { AmenityEntry, Station, StationId } from "../../shared/stations/station.js";
import { ApiError } from "../api-error.js";
import type { Dependencies } from "../dependencies.js";
import type { Doer } from "../people/doer.js";
import { updateStation } from "./change-station.js";

type Needs = Pick<Dependencies, "stations" | "clock" | "contentCheck" | "openIds">;

/** Longer than this nobody can foresee; a station that is gone for good is withdrawn. */
const LONGEST_CLOSURE_MS = 366 * DAY_MS;
/** As many as a station can hold. */
const MOST_EXCEPTIONS = 60;

/**
 * Shuts a station for a while, against its posted hours; a closure that stands keeps the instant it began.
 *
 * @throws ApiError invalid_input when the end is not within a year to come, words_refused for words that fail the check
 */
export async function closeStation(
  deps: Needs,
  { id, until, reason }: { id: StationId; until: EpochMs | null; reason: string | null },
  doer: Doer,
): Promise<Station> {
  const isSuggested = reason === null || CLOSURE_REASONS.some((suggested) => suggested === reason);
  return keep(deps, { id, action: "station:close", doer, words: isSuggested ? null : reason }, ({ closure }, now) => {
    if (until !== null && (until <= now || until > now + LONGEST_CLOSURE_MS)) {
      throw new ApiError("invalid_input", [{ path: "until", message: "要在以后,一年以内" }]);
    }
    const stands = closure !== null && closure.from <= now && (closure.until === null || now < closure.until);
    return { closure: { from: stands ? closure.from : now, until, reason } };
  });
}

/** Ends a closure; the posted hours hold again. */
export function reopenStation(deps: Needs, id: StationId, doer: Doer): Promise<Station> {
  return keep(deps, { id, action: "station:close", doer }, () => ({ closure: null }));
}

export interface AmenityFound {
  id: StationId;
  kind: AmenityKind;
  state: AmenityState;
  /** Missing: what was noted stays, as long as the state does. */
  note?: string | null;
  /** Missing: the date that is known stays. */
  expiresOn?: string | null;
}

/**
 * Says how an amenity is now, and that somebody has looked at what is there.
 *
 * @throws ApiError invalid_input for a date where nothing expires, words_refused for a note that fails the check
 */
export async function setAmenity(deps: Needs, found: AmenityFound, doer: Doer): Promise<Station> {
  const { id, kind, state, note, expiresOn } = found;
  if (expiresOn && !("expires" in AMENITIES[kind])) {
    throw new ApiError("invalid_input", [{ path: "expiresOn", message: "只有药品有过期日期" }]);
  }
  return keep(
    deps,
    { id, action: "station:set-amenity", doer, words: note ?? null },
    ({ amenities, verified }, now) => {
      const before = amenities[kind];
      const isSame = before?.state === state;
      const entry: AmenityEntry = {
        state,
        note: note === undefined && isSame ? before.note : (note ?? null),
        since: isSame ? before.since : now,
        confirmedAt: now,
        expiresOn: expiresOn === undefined ? (before?.expiresOn ?? null) : expiresOn,
      };
      return { amenities: { ...amenities, [kind]: entry }, verified: { ...verified, services: now } };
    },
  );
}

/** Says that nobody knows of an amenity any more. */
export function forgetAmenity(deps: Needs, { id, kind }: { id: StationId; kind: AmenityKind }, doer: Doer) {
  return keep(deps, { id, action: "station:set-amenity", doer }, ({ amenities }) => {
    const { [kind]: _forgotten, ...others } = amenities;
    return { amenities: others };
  });
}

/**
 * Gives today, by Beijing's calendar, hours of its own in place of all others; no spans: it does not open today.
 *
 * @throws ApiError invalid_input when two spans overlap or the station has as many dates of its own as it can hold
 */
export async function setToday(
  deps: Needs,
  { id, spans }: { id: StationId; spans: readonly OpeningSpan[] },
  doer: Doer,
): Promise<Station> {
  const hours = [...spans].sort((a, b) => a.opens - b.opens);
  if (hours.some((span, at) => span.opens < (hours[at - 1]?.closes ?? 0))) {
    throw new ApiError("invalid_input", [{ path: "spans", message: "两段时间不能重叠" }]);
  }
  return keep(deps, { id, action: "station:set-today", doer }, (station, now) => {
    const exceptions = [...otherDays(station, now), { date: today(now), hours }];
    if (exceptions.length > MOST_EXCEPTIONS) {
      throw new ApiError("invalid_input", [{ path: "spans", message: "单独写的日子太多,请工会先清理" }]);
    }
    return { hours: { ...station.hours, exceptions: exceptions.sort((a, b) => (a.date < b.date ? -1 : 1)) } };
  });
}

/** Lets the usual hours hold today again. */
export function resetToday(deps: Needs, id: StationId, doer: Doer): Promise<Station> {
  return keep(deps, { id, action: "station:set-today", doer }, (station, now) => ({
    hours: { ...station.hours, exceptions: otherDays(station, now) },
  }));
}

/** 都对,确认: the door opens as posted and what is said to work does. Takes back what was reported, never a closure. */
export function confirmStation(deps: Needs, id: StationId, doer: Doer): Promise<Station> {
  return keep(deps, { id, action: "station:confirm", doer }, ({ amenities, verified }, now) => ({
    verified: { ...verified, open: now, services: now },
    confirmedBy: keeps(doer, id) ? "keeper" : "officer",
    reportedClosedUntil: null,
    amenities: Object.fromEntries(
      Object.entries(amenities).map(([kind, entry]) => [
        kind,
        entry.state === "working" ? { ...entry, confirmedAt: now } : entry,
      ]),
    ),
  }));
}

interface Keeping {
  id: StationId;
  action: Action & `station:${string}`;
  doer: Doer;
  /** Words of the person's own that visitors will read. */
  words?: string | null;
}

/** A change by somebody at the station. A station that was taken off the lists has nothing left to keep. */
async function keep(
  deps: Needs,
  { id, action, doer, words = null }: Keeping,
  decide: (station: Station, now: EpochMs) => Partial<Station>,
): Promise<Station> {
  const verdict = words === null ? "pass" : await checkWords(deps, words, doer);
  return updateStation(deps, { id, action, doer }, (station, now) => {
    if (station.withdrawnAt !== null) throw new ApiError("not_found");
    if (verdict !== "pass") throw new ApiError("words_refused");
    return decide(station, now);
  });
}

async function checkWords({ contentCheck, openIds }: Needs, text: string, { user }: Doer) {
  return contentCheck.checkText({ text, openId: await openIds.find(user.id) });
}

function keeps({ user }: Doer, id: StationId): boolean {
  return user.roles.includes("keeper") && user.stationIds.includes(id);
}

function today(now: EpochMs): string {
  return beijingDate(beijingDayNumber(now));
}

function otherDays({ hours }: Station, now: EpochMs) {
  return hours.exceptions.filter(({ date }) => date !== today(now));
}
