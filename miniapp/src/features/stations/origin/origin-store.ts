import { LOCATION } from "../../../build-settings";
import { wasAskedEarly } from "../../../platform/location/early-position";
import { locate } from "../../../platform/location/locate";
import type { LocateRefusal } from "../../../platform/location/position";
import { createObservable, useObservable } from "../../../platform/settings/observable";
import { forgetOnPhone, keepOnPhone, readFromPhone } from "../../../platform/settings/phone-storage";
import { changeSettings, currentSettings } from "../../../platform/settings/settings";
import { type ChosenPlace, chosenPlaceOf, type Origin, type Precision, precisionOf } from "./origin";

/** How far the program is in knowing from where to measure. */
export type OriginState =
  | { status: "unasked" }
  | { status: "locating" }
  | { status: "missing"; reason: LocateRefusal }
  | { status: "known"; origin: Origin };

const originState = createObservable<OriginState>(firstState());

function firstState(): OriginState {
  const place = chosenPlaceOf(readFromPhone("chosen-place"));
  if (place) return { status: "known", origin: place };
  return { status: wasAskedEarly() ? "locating" : "unasked" };
}

export function useOriginState(): OriginState {
  return useObservable(originState);
}

/** How well what is measured from is known. */
export function usePrecision(): Precision {
  const state = useObservable(originState);
  return state.status === "known" ? precisionOf(state.origin) : "exact";
}

/** Asks for the position, in answer to a tap or because the person allowed it before. */
export async function takePosition(): Promise<void> {
  originState.set({ status: "locating" });
  const result = await locate();
  if (originState.get().status !== "locating") return; // a place was picked while the phone was looking
  if (result.state === "missing") {
    originState.set({ status: "missing", reason: result.reason });
    if (result.reason === "refused") changeSettings({ usesPosition: false });
    return;
  }
  forgetOnPhone("chosen-place");
  changeSettings({ usesPosition: true });
  originState.set({ status: "known", origin: result.position });
}

/**
 * Whether the first look may ask the phone at once: the person has said yes on this phone before, or tapped before the
 * program had come.
 */
export function mayLocateUnasked(): boolean {
  if (LOCATION === "none" || originState.get().status === "known") return false;
  return wasAskedEarly() || (originState.get().status === "unasked" && currentSettings().usesPosition);
}

/** Measures from a place picked by hand, now and at the next start. */
export function choosePlace(place: Omit<ChosenPlace, "source">): void {
  const chosen: ChosenPlace = { source: "place", ...place };
  keepOnPhone("chosen-place", chosen);
  originState.set({ status: "known", origin: chosen });
}
