import type { AmenityKind } from "../../../../../shared/amenities/amenity";
import { type EpochMs, MINUTE_MS } from "../../../../../shared/common/time";
import { LONGEST_NEAREST_LIST } from "../../../../../shared/stations/nearest/list-length";
import { AROUND_HERE_METRES, isWithinReach, usabilityOf } from "../../../../../shared/stations/nearest/usability";
import type { NearestItem } from "../../../../../shared/stations/station-answer";
import { turnsOf } from "../opening-words";
import { type MeasuredFrom, precisionOf } from "../origin/origin";
import { type Ask, isSifting, type NearbyFilters, type NearbyQuestion } from "./nearby-question";

/** What the page shows, apart from how it is known. */
export interface NearbyList {
  /** The stations within reach, the answer first. */
  stations: NearestItem[];
  /** Those farther away, folded under one line. */
  farther: NearestItem[];
  /** What works within reach, also beyond the end of the list; null: nobody has counted. */
  within: readonly AmenityKind[] | null;
  /** Nothing within reach has what the chips ask for: the list is the same as without them. */
  isUnmatched: boolean;
  /** Nothing within reach can be used: what is nearest, and what opens first of those around. */
  closedNearby: { nearest: NearestItem | null; opensFirst: NearestItem | null } | null;
  /** There is no station around here at all: the nearest there is, however far. */
  nothingAround: { nearest: NearestItem | null } | null;
  /** Whether there are more, farther ones, to be had by asking for a longer list. */
  hasMore: boolean;
}

export interface NearbyView extends NearbyList {
  /** Set when there is no network and this is what the phone remembers, from then. */
  rememberedFrom: EpochMs | null;
  /** Set when the server answered from its memory and has heard nothing new since then. */
  staleSince: EpochMs | null;
}

/** What a search is answered. */
export interface Found {
  stations: readonly NearestItem[];
  /** What works within reach, also at stations beyond the end of the list; null: nobody has counted. */
  amenities: readonly AmenityKind[] | null;
}

/** The search: asked of the server or of what the phone keeps, it gives the same list. */
export type Search = Generator<Ask, NearbyList, Found>;

const NO_CHIPS = { amenities: [], allDay: false } as const;

/**
 * What there is for somebody, asking no more than is needed: what the chips ask for; where nothing within reach has it,
 * the list without them; and where nothing within reach can be used, what stands around.
 *
 * @param clock the server's time, as far as known
 */
export function* searchAround(question: SearchQuestion, clock: () => EpochMs): Search {
  const { filters } = question;
  const availability = filters.openOnly ? "usable" : "any";
  const { stations: asked, amenities: within } = yield {
    availability,
    amenities: filters.amenities,
    allDay: filters.allDay,
  };
  const matching = split(asked, question);
  const isUnmatched = isSifting(filters) && matching.stations.length === 0;
  const all = isUnmatched ? split((yield { availability, ...NO_CHIPS }).stations, question) : matching;
  const { stations } = all;
  const farther = isUnmatched && matching.farther.length > 0 ? matching.farther : all.farther;
  const list = { stations, farther, within, isUnmatched, closedNearby: null, nothingAround: null };
  if (stations.some((station) => isOfUse(station, filters, clock()))) {
    return { ...list, hasMore: canGrow(question, asked) };
  }
  const around = filters.openOnly ? (yield { availability: "any", ...NO_CHIPS }).stations : [...stations, ...farther];
  const [nearest = null] = around;
  if (nearest === null || nearest.distanceMetres > AROUND_HERE_METRES) {
    return { ...list, stations: [], farther: [], nothingAround: { nearest }, hasMore: false };
  }
  if (!filters.openOnly) return { ...list, hasMore: canGrow(question, asked) };
  return { ...list, closedNearby: { nearest, opensFirst: firstToOpen(around, question) }, hasMore: false };
}

/** A question, measured from wherever that is. */
type SearchQuestion = Omit<NearbyQuestion, "origin"> & { origin: MeasuredFrom };

/** From the middle of a district nobody knows what is within reach. */
function split(
  found: readonly NearestItem[],
  { origin, travel }: SearchQuestion,
): Pick<NearbyList, "stations" | "farther"> {
  if (precisionOf(origin) === "middle") return { stations: [...found], farther: [] };
  const isNear = ({ distanceMetres }: NearestItem) => isWithinReach(distanceMetres, travel);
  return { stations: found.filter(isNear), farther: found.filter((station) => !isNear(station)) };
}

/** With 现在能用 off every station is. */
function isOfUse(station: NearestItem, { openOnly }: NearbyFilters, now: EpochMs): boolean {
  if (!openOnly) return true;
  const usability = usabilityOf(turnsOf(station.opening), now + station.travelMinutes * MINUTE_MS);
  return usability === "open" || usability === "soon";
}

function firstToOpen(around: readonly NearestItem[], { travel }: SearchQuestion): NearestItem | null {
  const opening = around
    .filter(({ opening, distanceMetres }) => opening.opensAt !== null && isWithinReach(distanceMetres, travel))
    .sort((a, b) => opensAt(a) - opensAt(b));
  return opening[0] ?? null;
}

function opensAt({ opening }: NearestItem): EpochMs {
  return turnsOf(opening).opensAt ?? Number.POSITIVE_INFINITY;
}

function canGrow({ length }: SearchQuestion, found: readonly NearestItem[]): boolean {
  return found.length === length && length < LONGEST_NEAREST_LIST;
}
