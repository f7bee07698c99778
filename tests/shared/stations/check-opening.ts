import { expect } from "vitest";
import { type Door, openingAt } from "../../../shared/stations/opening.js";
import { beijing } from "./given-hours.js";

/** Instants are Beijing wall-clock times; `never` is null. */
export type Row = [at: string, state: string, changesAt: string | "never", opensAt?: string | "never"];

/** Expects a door to be in a state at an instant, until it changes; and, where given, when it opens. */
export function check(door: Door, [at, state, changesAt, opensAt]: Row): void {
  const instant = (text: string) => (text === "never" ? null : beijing(text));
  const opening = openingAt(door, beijing(at));
  expect(opening).toMatchObject({ state, changesAt: instant(changesAt) });
  if (opensAt !== undefined) expect(opening.opensAt).toBe(instant(opensAt));
}
