import { HOUR_MS } from "../../../shared/core/time";
import type { StationItem } from "../../../shared/stations/station-answer";
import { enqueue } from "../queue/pending-writes";
import { createObservable, useObservable } from "../settings/observable";
import { isAtDoor } from "./at-door";

/** A door seen shut an hour ago may be open now: what could not be sent by then is not news any more. */
const GOOD_FOR_MS = HOUR_MS;

/** The stations whose door this person has just told of, as long as the program is open. */
const told = createObservable<readonly string[]>([]);

/** Whether the person has just told of this door. */
export function useTold(stationId: string): boolean {
  return useObservable(told).includes(stationId);
}

/** 门关着: kept on the phone and sent once, however bad the network. */
export async function tellDoorShut({ id, location }: Pick<StationItem, "id" | "location">): Promise<void> {
  if (told.get().includes(id)) return;
  told.set([...told.get(), id]);
  const atDoor = await isAtDoor(location);
  enqueue("POST /stations/:id/reports", { id, kind: "door_closed", atDoor }, { goodForMs: GOOD_FOR_MS });
}
