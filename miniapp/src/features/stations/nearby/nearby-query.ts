import type { EpochMs } from "../../../../../shared/common/time";
import type { NearestAnswer } from "../../../../../shared/stations/station-answer";
import { failureOf, isNetworkFailure } from "../../../http/api-failure";
import { callApi } from "../../../http/call-api";
import { serverClock } from "../../../http/server-clock";
import { keepProgram } from "../../../platform/versions/keep-program";
import { mapPointOf } from "../origin/origin";
import { keptAreas } from "../packs/kept-packs";
import { loadPackFinder, packFinder } from "../packs/pack-finder";
import { refreshPacksSoon } from "../packs/refresh-packs";
import { takeEarlyAnswer } from "./early/early-answer";
import { fromMemory } from "./from-memory";
import { keepLastAnswer } from "./last-answer";
import { type Ask, isSifting, type NearbyQuestion, nearestInput } from "./nearby-question";
import { type NearbyView, searchAround } from "./nearby-view";
import { searched } from "./searched";

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
    return found;
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
    const input = nearestInput(origin, step.value, travel, question.length);
    const answer = (await takeEarlyAnswer(input)) ?? (await callApi("GET /stations/nearest", input));
    if (answer.staleSince) staleSince = Date.parse(answer.staleSince);
    onAnswer(answer);
    step = search.next({ stations: answer.stations, amenities: answer.amenitiesWithinReach ?? null });
  }
  return { ...step.value, rememberedFrom: null, staleSince };
}
