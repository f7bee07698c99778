import { AMENITIES, AMENITY_KINDS, type AmenityKind } from "../amenities/amenity.js";
import { beijingDate, beijingDayNumber, DAY_MS, type EpochMs } from "../common/time.js";
import type { AmenityEntry, Station } from "./station.js";

/** 四统一: hardware complete, and signs, service content, service scope and service standard alike everywhere. */
export const UNIFORMITY_CHECKS = ["hardware", "signs", "content", "scope", "standard"] as const;
export type UniformityCheck = (typeof UNIFORMITY_CHECKS)[number];

export const GAP_CODES = [
  "amenity_broken",
  "amenity_absent",
  "amenity_unknown",
  "amenity_expired",
  "code",
  "sign_photo",
  "services",
  "audience",
  "hours",
  "keeper",
  "confirmation",
] as const;
export type GapCode = (typeof GAP_CODES)[number];

/** One thing that keeps a check from holding. */
export interface Gap {
  check: UniformityCheck;
  code: GapCode;
  /** For gaps of the hardware: which piece. */
  amenity: AmenityKind | null;
}

/** Why a station has a star less than its equipment earns. */
export const STAR_LOSSES = ["not_open_as_posted", "not_repaired", "expired", "reports_open"] as const;
export type StarLoss = (typeof STAR_LOSSES)[number];

export interface Stars {
  /** 0 to 5, after what is lost. */
  stars: number;
  losses: StarLoss[];
}

/** Default: a station counts as confirmed for this long (docs/decisions/0011-uniformity-and-stars.md). */
export const CONFIRMATION_DAYS = 30;
/** Default: what is broken for longer than this counts as not repaired in time. */
export const REPAIR_DAYS = 7;

type UniformityFacts = Pick<
  Station,
  "code" | "photos" | "amenities" | "audience" | "hours" | "verified" | "reportedClosedUntil" | "openReportCount"
> &
  Pick<Station, "areaSquareMetres" | "capacity">;

const BASE_KIT = AMENITY_KINDS.filter((kind) => "base" in AMENITIES[kind]);

/**
 * What keeps a station from 四统一, from what it says of itself; nothing is filled in for it. Without gaps all five hold.
 *
 * @param hasKeeper whether somebody keeps this station
 */
export function uniformityGaps(station: UniformityFacts, hasKeeper: boolean, now: EpochMs): Gap[] {
  const gaps: Gap[] = BASE_KIT.flatMap((kind) => {
    const code = hardwareGap(kind, station.amenities[kind], now);
    return code === null ? [] : [{ check: "hardware" as const, code, amenity: kind }];
  });
  const require = (holds: boolean, check: UniformityCheck, code: GapCode) => {
    if (!holds) gaps.push({ check, code, amenity: null });
  };
  require(station.code !== null, "signs", "code");
  const hasSignPhoto = station.photos?.some(({ of, check }) => of === "sign" && check === "passed") ?? false;
  require(hasSignPhoto, "signs", "sign_photo");
  require(works(station, AMENITY_KINDS, now) > 0, "content", "services");
  require(station.audience !== null, "scope", "audience");
  require(station.hours.week.some((day) => day !== "unknown"), "standard", "hours");
  require(hasKeeper, "standard", "keeper");
  const days = daysSinceConfirmation(station, now);
  require(days !== null && days <= CONFIRMATION_DAYS, "standard", "confirmation");
  return gaps;
}

/** Whole days since somebody at the station last confirmed it; null: never. */
export function daysSinceConfirmation({ verified }: Pick<Station, "verified">, now: EpochMs): number | null {
  return verified.open === null ? null : Math.max(0, Math.floor((now - verified.open) / DAY_MS));
}

/** A toilet is asked for where it is feasible: told to be absent, it is not missing. */
function hardwareGap(kind: AmenityKind, entry: AmenityEntry | undefined, now: EpochMs): GapCode | null {
  if (entry === undefined) return "amenity_unknown";
  if (entry.state === "broken") return "amenity_broken";
  if (entry.state === "absent") return kind === "toilet" ? null : "amenity_absent";
  return isExpired(entry, now) ? "amenity_expired" : null;
}

const FIRST_STAR_KIT: readonly AmenityKind[] = ["indoor", "seat", "drinking_water"];
/** What goes beyond the base kit: people who help, and things that are shared. */
const EXTENDED_SERVICES: readonly AmenityKind[] = [
  "legal_aid",
  "psych",
  "join_union",
  "job_info",
  "haircut",
  "clinic",
  "donation_shelf",
  "class_room",
];

/**
 * Stars after the rule of 福州 (2026) as far as it is public and the facts go: five need 30 m², room for 20 and an AED, four
 * an extended service, and a star is lost when the door is not open as posted, when what is broken is not repaired, when
 * supplies are out of date, and while complaints wait. What lies below four is our default
 * (docs/decisions/0011-uniformity-and-stars.md).
 */
export function starsOf(station: UniformityFacts, gaps: readonly Gap[], now: EpochMs): Stars {
  const losses = starLosses(station, now);
  return { stars: Math.max(0, earnedStars(station, gaps, now) - losses.length), losses };
}

function earnedStars(station: UniformityFacts, gaps: readonly Gap[], now: EpochMs): number {
  if (works(station, FIRST_STAR_KIT, now) < FIRST_STAR_KIT.length) return 0;
  if (gaps.some(({ check }) => check === "hardware")) return 1;
  if (gaps.length > 0) return 2;
  const extended = works(station, EXTENDED_SERVICES, now);
  if (extended === 0) return 3;
  const isLarge = (station.areaSquareMetres ?? 0) >= 30 && (station.capacity ?? 0) >= 20;
  return isLarge && extended >= 2 && works(station, ["aed"], now) === 1 ? 5 : 4;
}

function starLosses(station: UniformityFacts, now: EpochMs): StarLoss[] {
  const entries = Object.values(station.amenities).filter((entry) => entry !== undefined);
  const found: [StarLoss, boolean][] = [
    ["not_open_as_posted", station.reportedClosedUntil !== null && station.reportedClosedUntil > now],
    ["not_repaired", entries.some(({ state, since }) => state === "broken" && now - since > REPAIR_DAYS * DAY_MS)],
    ["expired", entries.some((entry) => entry.state === "working" && isExpired(entry, now))],
    ["reports_open", station.openReportCount > 0],
  ];
  return found.flatMap(([loss, holds]) => (holds ? [loss] : []));
}

/** How many of these work, and are not out of date. */
function works({ amenities }: Pick<Station, "amenities">, kinds: readonly AmenityKind[], now: EpochMs): number {
  return kinds.filter((kind) => {
    const entry = amenities[kind];
    return entry !== undefined && entry.state === "working" && !isExpired(entry, now);
  }).length;
}

/** Medicine is good on its last day. */
function isExpired({ expiresOn }: AmenityEntry, now: EpochMs): boolean {
  return expiresOn !== null && expiresOn < beijingDate(beijingDayNumber(now));
}
