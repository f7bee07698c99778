import { setTimeout as rest } from "node:timers/promises";
import type { StationIndex } from "../../shared/stations/nearest/station-index.js";
import type { StationId } from "../../shared/stations/station.js";

interface WarmUp {
  index: StationIndex;
  /** Asked before every helping. */
  goesOn: () => boolean;
  has: (id: StationId) => boolean;
  read: (ids: readonly StationId[]) => Promise<unknown>;
}

/** A few milliseconds of work, and how long the process then does other things. */
const HELPING = 100;
const REST_MS = 20;
/** Stations that are looked at before others have their turn, where all are in memory already. */
const LOOKED_AT = 2_000;

/** Reads the documents ahead that are not in memory yet, while nobody waits for them. */
export async function warmUp({ index, goesOn, has, read }: WarmUp): Promise<void> {
  let ids: StationId[] = [];
  let looked = 0;
  for (const id of index.ids()) {
    if (!has(id)) ids.push(id);
    looked += 1;
    if (ids.length < HELPING && looked < LOOKED_AT) continue;
    looked = 0;
    if (!goesOn()) return;
    if (ids.length > 0) await read(ids);
    ids = [];
    await rest(REST_MS, undefined, { ref: false });
  }
  if (ids.length > 0 && goesOn()) await read(ids);
}
