import type { AmenityKind } from "../../../../../shared/amenities/amenity";
import type { TravelMode } from "../../../../../shared/core/distance";
import type { EpochMs } from "../../../../../shared/core/time";
import { LONGEST_NEAREST_LIST } from "../../../../../shared/stations/nearest/list-length";
import type { NearestAnswer } from "../../../../../shared/stations/station-answer";
import { failureOf, isNetworkFailure } from "../../../http/api-failure";
import { callApi } from "../../../http/call-api";
import { serverClock } from "../../../http/server-clock";
import { keepProgram } from "../../../platform/versions/keep-program";
import { mapPointOf, type Origin } from "../origin/origin";
import { keptAreas } from "../packs/kept-packs";
import { loadPackFinder, packFinder } from "../packs/pack-finder";
import { refreshPacksSoon } from "../packs/refresh-packs";
import { fromMemory } from "./from-memory";
import { keepLastAnswer } from "./last-answer";
import { type Ask, isSifting, type NearbyList, searchAround } from "./nearby-view";
import { searched } from "./searched";

/** What the person asked for with the chips. */
export interface NearbyFilters {
  /** 现在能用: open on arrival or soon after, and those whose hours nobody has told us last. */
  openOnly: boolean;
  /** 24 小时. */
  allDay: boolean;
  amenities: readonly AmenityKind[];
}

export const FIRST_FILTERS: NearbyFilters = { openOnly: true, allDay: false, amenities: [] };

export interface NearbyView extends NearbyList {
  /** Set when there is no network and this is what the phone remembers, from then. */
  rememberedFrom: EpochMs | null;
  /** Set when the server answered from its memory and has heard nothing new since then. */
  staleSince: EpochMs | null;
}

/** How long the list is at first, and each time somebody has come to its end: the last is the most the server gives. */
const LIST_LENGTHS = [20, 60, 120, LONGEST_NEAREST_LIST] as const;

/** What is asked: from where, for what, and how long a list. */
export interface NearbyQuestion {
  origin: Origin;
  filters: NearbyFilters;
  travel: TravelMode;
  length: number;
}

export const FIRST_LENGTH: number = LIST_LENGTHS[0];

/** The next longer list; the longest stays. */
export function longerThan(length: number): number {
  return LIST_LENGTHS.find((longer) => longer > length) ?? length;
}

type OnAnswer = (answer: NearestAnswer) => void;

/**
 * What 附近 shows: {@link loadNearby}, and the phone remembers it for when there is no network.
 *
 * @throws ApiFailure when there is neither an answer nor one kept from before
 */
export async function loadAndRemember(question: NearbyQuestion): Promise<NearbyView> {
  const view = await loadNearby(question, (answer) => {
    if (!isSifting(question.filters)) keepLastAnswer(answer);
  });
  if (view.rememberedFrom === null) {
    refreshPacksSoon(mapPointOf(question.origin));
    keepProgram();
  }
  return view;
}

/**
 * Asks for the stations around an origin and remembers nothing; where nothing within reach is open, asks once more for what is closed.
 *
 * @throws ApiFailure when there is neither an answer nor one kept from before
 */
export async function loadNearby(question: NearbyQuestion, onAnswer: OnAnswer = () => undefined): Promise<NearbyView> {
  try {
    return await askServer(question, onAnswer);
  } catch (error) {
    const failure = failureOf(error);
    if (!isNetworkFailure(failure.code)) throw failure;
    if (hasPacks()) await loadPackFinder();
    const remembered = fromPacks(question) ?? fromMemory(question);
    if (remembered) return remembered;
    throw failure;
  }
}

/** Whether the phone keeps anything to search in, wherever that is. */
export function hasPacks(): boolean {
  return keptAreas().length > 0;
}

/**
 * What the phone itself knows of an origin, by the same rules as the server's; null: it keeps nothing around there, or
 * the search has not come yet. Needs no network, and is there at once.
 */
export function fromPacks(question: NearbyQuestion): NearbyView | null {
  const { origin, travel } = question;
  const finder = packFinder();
  if (finder === null) return null;
  for (const { checkedAt } of keptAreas()) serverClock.atLeast(checkedAt);
  const { length: limit } = question;
  let asOf: EpochMs = 0;
  const answer = (ask: Ask) => {
    const found = finder.findInPacks(mapPointOf(origin), { ...ask, limit, travel }, serverClock.now());
    if (found !== null) asOf = found.asOf;
    return found?.stations ?? null;
  };
  const list = searched(searchAround(question, serverClock.now), answer);
  return list && { ...list, rememberedFrom: asOf, staleSince: null };
}

async function askServer(question: NearbyQuestion, onAnswer: OnAnswer): Promise<NearbyView> {
  const { origin, travel } = question;
  const search = searchAround(question, serverClock.now);
  let staleSince: EpochMs | null = null;
  let step = search.next();
  while (!step.done) {
    const { availability, amenities, allDay } = step.value;
    const answer = await callApi("GET /stations/nearest", {
      latitude: origin.point.latitude,
      longitude: origin.point.longitude,
      datum: origin.source === "position" ? origin.datum : "gcj02",
      limit: question.length,
      amenities: amenities.length > 0 ? amenities.join(",") : undefined,
      availability,
      allDay: allDay || undefined,
      travel,
      sort: "best",
    });
    if (answer.staleSince) staleSince = Date.parse(answer.staleSince);
    onAnswer(answer);
    step = search.next(answer.stations);
  }
  return { ...step.value, rememberedFrom: null, staleSince };
}
