import { AMENITIES, type AmenityKind, type AmenityState } from "../amenities/amenity.js";
import { beijingDate, beijingDayNumber, DAY_MS, type EpochMs } from "../common/time.js";
import type { Action, Person } from "../people/permissions.js";
import { CLOSURE_REASONS } from "./closure-reasons.js";
import type { OpeningSpan } from "./hours.js";
import { closureCovers } from "./opening.js";
import { MOST_EXCEPTIONS, type SaidDay, withSaidDays } from "./said-days.js";
import { type SaidService, serviceForgotten, serviceSaid, servicesConfirmed } from "./services/said-service.js";
import type { Station } from "./station.js";

/** What changes under a keeper's hands. Instants are EpochMs. */
export type KeptStation = Pick<
  Station,
  "hours" | "closure" | "amenities" | "verified" | "confirmedBy" | "reportedClosedUntil" | "timedServices"
>;

/** What somebody at a station says of it. */
export type KeeperChange =
  /** `until` null: until somebody opens it again. */
  | { what: "close"; until: EpochMs | null; reason: string | null }
  | { what: "reopen" }
  | ({ what: "set-amenity" } & AmenityFound)
  | { what: "forget-amenity"; kind: AmenityKind }
  /** In the place of the service of that name. */
  | ({ what: "set-service" } & SaidService)
  | { what: "forget-service"; name: string }
  /** No spans: it does not open today. */
  | { what: "set-today"; spans: readonly OpeningSpan[] }
  | { what: "reset-today" }
  /** Dates to come, each by itself: a holiday, a day off, longer hours in the heat. */
  | { what: "set-days"; days: readonly SaidDay[]; by: Confirmer }
  /** One fact alone is as it was said; of amenities those that are named. */
  | { what: "confirm-fact"; fact: ConfirmedFact; kinds: readonly AmenityKind[]; by: Confirmer }
  | { what: "confirm"; by: Confirmer };

/** What can be confirmed by itself. Medicine is answered with its new date. */
export const CONFIRMED_FACTS = ["door", "hours", "supplies", "furniture", "position"] as const;
type ConfirmedFact = (typeof CONFIRMED_FACTS)[number];

interface AmenityFound {
  kind: AmenityKind;
  state: AmenityState;
  /** Missing: what was noted stays, as long as the state does. */
  note?: string | null;
  /** Missing: the date that is known stays. */
  expiresOn?: string | null;
}

type Confirmer = NonNullable<Station["confirmedBy"]>;

/** The field that is wrong, and what is wrong about it. */
export interface KeptRefusal {
  refused: { path: string; message: string };
}

export const KEEPER_ACTIONS = {
  close: "station:close",
  reopen: "station:close",
  "set-amenity": "station:set-amenity",
  "forget-amenity": "station:set-amenity",
  "set-service": "station:set-service",
  "forget-service": "station:set-service",
  "set-today": "station:set-today",
  "reset-today": "station:set-today",
  "set-days": "station:set-today",
  "confirm-fact": "station:confirm",
  confirm: "station:confirm",
} as const satisfies Record<KeeperChange["what"], Action>;

/** Longer than this nobody can foresee; a station that is gone for good is withdrawn. */
const LONGEST_CLOSURE_MS = 366 * DAY_MS;
/**
 * What becomes different about a station by what somebody there says: the server decides by it, and the phone shows it
 * until the server has answered.
 */
export function keepStation(
  station: KeptStation,
  change: KeeperChange,
  now: EpochMs,
): { changed: Partial<KeptStation> } | KeptRefusal {
  switch (change.what) {
    case "close":
      return closed(station, change, now);
    case "reopen":
      return { changed: { closure: null } };
    case "set-amenity":
      return amenitySet(station, change, now);
    case "forget-amenity": {
      const { [change.kind]: _forgotten, ...amenities } = station.amenities;
      return { changed: { amenities } };
    }
    case "set-service":
      return serviceSaid(station, change, now);
    case "forget-service":
      return { changed: serviceForgotten(station, change.name) };
    case "set-today":
      return todaySet(station, change.spans, now);
    case "reset-today":
      return { changed: { hours: { ...station.hours, exceptions: otherDays(station, now) } } };
    case "set-days": {
      const decided = withSaidDays(station.hours, change.days, change.by, now);
      return "refused" in decided ? decided : { changed: decided };
    }
    case "confirm-fact":
      return { changed: factConfirmed(station, change, now) };
    case "confirm":
      return { changed: confirmed(station, change.by, now) };
  }
}

/** As whom a person confirms a station: as its keeper, where they keep it. */
export function confirmsAs({ roles, stationIds }: Omit<Person, "reach">, stationId: string): Confirmer {
  return roles.includes("keeper") && stationIds.includes(stationId) ? "keeper" : "officer";
}

/** The words of a change that are the person's own, which visitors will read; null: there are none. */
export function ownWordsOf(change: KeeperChange): string | null {
  if (change.what === "set-amenity") return change.note ?? null;
  if (change.what === "set-service") return [change.name, change.hoursText, change.note].filter(Boolean).join("，");
  if (change.what !== "close") return null;
  return CLOSURE_REASONS.some((suggested) => suggested === change.reason) ? null : change.reason;
}

/** A closure that stands keeps the instant it began. */
function closed(
  { closure }: KeptStation,
  { until, reason }: { until: EpochMs | null; reason: string | null },
  now: EpochMs,
): ReturnType<typeof keepStation> {
  if (until !== null && (until <= now || until > now + LONGEST_CLOSURE_MS)) {
    return { refused: { path: "until", message: "要在以后，一年以内" } };
  }
  const from = closure !== null && closureCovers(closure, now) ? closure.from : now;
  return { changed: { closure: { from, until, reason } } };
}

/** Whoever says how an amenity is has looked at what is there. */
function amenitySet(
  { amenities, verified }: KeptStation,
  { kind, state, note, expiresOn }: AmenityFound,
  now: EpochMs,
): ReturnType<typeof keepStation> {
  if (expiresOn && !("expires" in AMENITIES[kind])) {
    return { refused: { path: "expiresOn", message: "只有药品有过期日期" } };
  }
  const before = amenities[kind];
  const isSame = before?.state === state;
  const entry = {
    state,
    note: note === undefined && isSame ? before.note : (note ?? null),
    since: isSame ? before.since : now,
    confirmedAt: now,
    expiresOn: expiresOn === undefined ? (before?.expiresOn ?? null) : expiresOn,
  };
  return { changed: { amenities: { ...amenities, [kind]: entry }, verified: { ...verified, services: now } } };
}

/** Gives today, by Beijing's calendar, hours of its own in place of all others. */
function todaySet(station: KeptStation, spans: readonly OpeningSpan[], now: EpochMs): ReturnType<typeof keepStation> {
  const hours = [...spans].sort((a, b) => a.opens - b.opens);
  if (hours.some((span, at) => span.opens < (hours[at - 1]?.closes ?? 0))) {
    return { refused: { path: "spans", message: "两段时间不能重叠" } };
  }
  const exceptions = [...otherDays(station, now), { date: today(now), hours }];
  if (exceptions.length > MOST_EXCEPTIONS) {
    return { refused: { path: "spans", message: "单独写的日子太多，请工会先清理" } };
  }
  exceptions.sort((a, b) => (a.date < b.date ? -1 : 1));
  return { changed: { hours: { ...station.hours, exceptions } } };
}

/** 都对,确认: the door opens as posted and what is said to work does. Takes back what was reported, never a closure. */
function confirmed(station: KeptStation, by: Confirmer, now: EpochMs): Partial<KeptStation> {
  const { amenities, verified } = station;
  const entries = Object.entries(amenities).map(([kind, entry]) => [
    kind,
    entry?.state === "working" ? { ...entry, confirmedAt: now } : entry,
  ]);
  return {
    verified: { ...verified, open: now, services: now, hours: now },
    confirmedBy: by,
    reportedClosedUntil: null,
    amenities: Object.fromEntries(entries),
    ...servicesConfirmed(station, now),
  };
}

/** Says again what was said, of one fact. Who confirms the door says nothing of the hours, which keep their date. */
function factConfirmed(
  { amenities, verified }: KeptStation,
  { fact, kinds, by }: { fact: ConfirmedFact; kinds: readonly AmenityKind[]; by: Confirmer },
  now: EpochMs,
): Partial<KeptStation> {
  switch (fact) {
    case "door":
      return {
        verified: { ...verified, open: now, hours: verified.hours ?? verified.open },
        confirmedBy: by,
        reportedClosedUntil: null,
      };
    case "hours":
      return { verified: { ...verified, hours: now } };
    case "position":
      return { verified: { ...verified, location: now } };
    default: {
      const entries = Object.entries(amenities).map(([kind, entry]) => [
        kind,
        entry?.state === "working" && kinds.some((one) => one === kind) ? { ...entry, confirmedAt: now } : entry,
      ]);
      return { amenities: Object.fromEntries(entries), verified: { ...verified, services: now } };
    }
  }
}

function today(now: EpochMs): string {
  return beijingDate(beijingDayNumber(now));
}

function otherDays({ hours }: KeptStation, now: EpochMs) {
  return hours.exceptions.filter(({ date }) => date !== today(now));
}
