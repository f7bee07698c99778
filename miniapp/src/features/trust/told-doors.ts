import { DAY_MS, type EpochMs, HOUR_MS } from "../../../../shared/common/time";
import type { StationItem } from "../../../../shared/stations/station-answer";
import { serverClock } from "../../http/server-clock";
import { createObservable, useObservable } from "../../platform/settings/observable";
import { keepOnPhone, readFromPhone } from "../../platform/settings/phone-storage";
import { enqueue, withdrawWrite } from "../../queue/pending-writes";
import { isAtDoor } from "./at-door";
import { UNDO_MS } from "./undo-window";

/**
 * A door seen shut an hour ago may be open now: until then it is shut for whoever saw it, and after that it is no
 * news.
 */
const GOOD_FOR_MS = HOUR_MS;
/** So long the phone knows of it, to ask on the next visit. */
const REMEMBERED_MS = 30 * DAY_MS;

interface ToldDoor {
  stationId: string;
  /** By the phone's clock. */
  at: EpochMs;
}

/** The doors that this person has told of, on this phone, also before a restart. */
const told = createObservable<readonly ToldDoor[]>(readKept());
/** The write of each door, for as long as it may be taken back. */
const writes = new Map<string, string>();

function readKept(): ToldDoor[] {
  const kept = readFromPhone("told-doors");
  return Array.isArray(kept) ? (kept as ToldDoor[]) : [];
}

function change(next: readonly ToldDoor[]): void {
  keepOnPhone("told-doors", next);
  told.set(next);
}

function ageOf({ at }: ToldDoor): number {
  return serverClock.phoneNow() - at;
}

function isGood(door: ToldDoor): boolean {
  return ageOf(door) >= 0 && ageOf(door) < GOOD_FOR_MS;
}

/** When the person told of this door, by the phone's clock; null: not within the hour. */
export function useTold(stationId: string): EpochMs | null {
  return useObservable(told).find((door) => door.stationId === stationId && isGood(door))?.at ?? null;
}

/**
 * When the person told of this door on an earlier visit, by the phone's clock; null: they did not, or within the
 * hour.
 */
export function useToldBefore(stationId: string): EpochMs | null {
  const door = useObservable(told).find((one) => one.stationId === stationId);
  return door && ageOf(door) >= GOOD_FOR_MS && ageOf(door) < REMEMBERED_MS ? door.at : null;
}

/** The doors that are shut for this person now. */
export function toldDoors(): ReadonlySet<string> {
  return new Set(
    told
      .get()
      .filter(isGood)
      .map(({ stationId }) => stationId),
  );
}

/** 门关着: kept on the phone, held for a moment, and sent once, however bad the network. */
export async function tellDoorShut({ id, location }: Pick<StationItem, "id" | "location">): Promise<void> {
  if (toldDoors().has(id)) return;
  const at = serverClock.phoneNow();
  const others = told.get().filter((door) => door.stationId !== id && ageOf(door) < REMEMBERED_MS);
  change([...others, { stationId: id, at }]);
  const atDoor = await isAtDoor(location);
  // Taken back while the phone was looking where it is.
  if (!told.get().some((door) => door.stationId === id && door.at === at)) return;
  const holdMs = Math.max(0, at + UNDO_MS - serverClock.phoneNow());
  const input = { id, kind: "door_closed" as const, atDoor };
  writes.set(id, enqueue("POST /stations/:id/reports", input, { goodForMs: GOOD_FOR_MS, holdMs }));
}

/** Takes it back, within the moment that it is held. */
export function takeBackDoor(stationId: string): void {
  const key = writes.get(stationId);
  if (key !== undefined && !withdrawWrite(key)) return;
  writes.delete(stationId);
  forgetDoor(stationId);
}

/** Nothing more is asked of this door. */
export function forgetDoor(stationId: string): void {
  change(told.get().filter((door) => door.stationId !== stationId));
}
