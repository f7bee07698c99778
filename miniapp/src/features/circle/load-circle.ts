import type { AroundAnswer } from "../../../../shared/circle/around-answer";
import type { TravelMode } from "../../../../shared/common/distance";
import type { EpochMs } from "../../../../shared/common/time";
import { failureOf, isNetworkFailure } from "../../http/api-failure";
import { callApi } from "../../http/call-api";
import { serverClock } from "../../http/server-clock";
import { mapPointOf, type Origin } from "../stations/origin/origin";
import { keptAreas } from "../stations/packs/kept-packs";
import { loadPackFinder } from "../stations/packs/pack-finder";
import { refreshPacksSoon } from "../stations/packs/refresh-packs";

/** What lies around, and as of when the phone kept it; null: the server has just said so. */
export interface CircleView {
  answer: AroundAnswer;
  rememberedFrom: EpochMs | null;
}

/**
 * What lies within 15 minutes, from the server; without network by the same rule from what the phone keeps.
 *
 * @throws ApiFailure when there is neither
 */
export async function loadCircle(origin: Origin, travel: TravelMode): Promise<CircleView> {
  const { latitude, longitude } = origin.point;
  const datum = origin.source === "position" ? origin.datum : "gcj02";
  try {
    const answer = await callApi("GET /circle/around", { latitude, longitude, datum, travel });
    refreshPacksSoon(mapPointOf(origin));
    return { answer, rememberedFrom: null };
  } catch (error) {
    const failure = failureOf(error);
    const kept = isNetworkFailure(failure.code) ? await fromPacks(origin, travel) : null;
    if (kept === null) throw failure;
    return kept;
  }
}

async function fromPacks(origin: Origin, travel: TravelMode): Promise<CircleView | null> {
  if (keptAreas().length === 0) return null;
  const finder = await loadPackFinder();
  for (const { checkedAt } of keptAreas()) serverClock.atLeast(checkedAt);
  const found = finder?.aroundInPacks(mapPointOf(origin), travel, serverClock.now()) ?? null;
  return found && { answer: found.answer, rememberedFrom: found.asOf };
}
