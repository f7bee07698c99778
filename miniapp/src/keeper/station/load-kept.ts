import type { StationDetail, StationItem } from "../../../../shared/stations/station-answer";
import { callApi } from "../../http/call-api";

export interface Kept {
  /** The stations that the person keeps. */
  mine: readonly StationItem[];
  /** The one in question; null: there is none, or the person has to choose. */
  station: StationDetail | null;
}

/** Loads the stations of a keeper, and the one that was chosen, or the only one there is. */
export async function loadKept(chosenId: string | null): Promise<Kept> {
  const { stations: mine } = await callApi("GET /stations/mine", {});
  const id = chosenId ?? (mine.length === 1 ? mine[0]?.id : undefined);
  return { mine, station: id === undefined ? null : await callApi("GET /stations/:id", { id }) };
}
