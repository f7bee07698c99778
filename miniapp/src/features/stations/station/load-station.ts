import type { StationDetail } from "../../../../../shared/stations/station-answer";
import { failureOf, isNetworkFailure } from "../../../http/api-failure";
import { callApi } from "../../../http/call-api";
import { serverClock } from "../../../http/server-clock";
import { packedDetailOf } from "../packs/packed-station";

/**
 * A station from the server; without network as the phone keeps it.
 *
 * @throws ApiFailure when there is neither
 */
export async function loadStation(id: string): Promise<StationDetail> {
  try {
    return await callApi("GET /stations/:id", { id });
  } catch (error) {
    const failure = failureOf(error);
    const kept = isNetworkFailure(failure.code) ? packedDetailOf(id, serverClock.now()) : null;
    if (kept === null) throw failure;
    return kept;
  }
}
