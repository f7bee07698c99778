import type { StationDetail, StationItem } from "../../../../../shared/stations/station-answer";
import { failureOf, isNetworkFailure } from "../../../http/api-failure";
import { callApi } from "../../../http/call-api";
import { serverClock } from "../../../http/server-clock";
import { keepOnPhone, readFromPhone } from "../../../platform/settings/phone-storage";
import { currentSignIn } from "../../people/sign-in";

export interface Kept {
  /** The stations that the person keeps. */
  mine: readonly StationItem[];
  /** The one in question; null: there is none, or the person has to choose. */
  station: StationDetail | null;
  /** There is no network: this is what the phone saw last. */
  isRemembered: boolean;
}

/**
 * Loads the stations of a keeper, and the one that was chosen, or the only one there is. Without network it is the
 * station as it was seen last, so that a tap can still be kept.
 *
 * @throws ApiFailure
 */
export async function loadKept(chosenId: string | null): Promise<Kept> {
  try {
    const { stations: mine } = await callApi("GET /stations/mine", {});
    const id = chosenId ?? (mine.length === 1 ? mine[0]?.id : undefined);
    const station = id === undefined ? null : await callApi("GET /stations/:id", { id });
    keepOnPhone("kept-station", { userId: signedIn(), mine, station });
    return { mine, station, isRemembered: false };
  } catch (error) {
    const remembered = isNetworkFailure(failureOf(error).code) ? rememberedStation(chosenId) : null;
    if (remembered === null) throw error;
    return remembered;
  }
}

/** Only what the same person saw, of the same station. */
function rememberedStation(chosenId: string | null): Kept | null {
  const kept = readFromPhone("kept-station") as {
    userId: string | null;
    mine: StationItem[];
    station: StationDetail | null;
  } | null;
  if (kept === null || kept.station === null || kept.userId !== signedIn()) return null;
  if (chosenId !== null && chosenId !== kept.station.id) return null;
  serverClock.atLeast(Date.parse(kept.station.asOf));
  return { mine: kept.mine, station: kept.station, isRemembered: true };
}

function signedIn(): string | null {
  return currentSignIn()?.user.id ?? null;
}
