import { printTable } from "../../bench/print-table.js";

/** How one kind of harm went. */
export interface Row {
  what: string;
  tried: string;
  held: string;
  /** What was acknowledged and is not there; `0` where all is. */
  lost: string;
  /** Whether something did not hold that must. */
  isBroken: boolean;
}

export interface Size {
  /** For every change of the program: one or two minutes in all. */
  isShort: boolean;
}

export type Play = (size: Size) => Promise<Row[]>;

export function printRows(rows: readonly Row[], seconds: number): void {
  const cells = rows.map(({ what, tried, held, lost, isBroken }) => [isBroken ? `✗ ${what}` : what, tried, held, lost]);
  printTable(`Faults, ${Math.round(seconds)} s`, ["what", "tried", "held", "lost"], cells);
}

export const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

/** How often each thing was seen: `201 × 30, 503 redis_down × 4`. */
export class Tally {
  readonly #counts = new Map<string, number>();

  add(what: string): void {
    this.#counts.set(what, (this.#counts.get(what) ?? 0) + 1);
  }

  count(isMeant: (what: string) => boolean): number {
    return [...this.#counts].reduce((sum, [what, count]) => (isMeant(what) ? sum + count : sum), 0);
  }

  toString(): string {
    const sorted = [...this.#counts].sort(([one], [other]) => one.localeCompare(other));
    return sorted.map(([what, count]) => `${what} × ${count}`).join(", ") || "none";
  }
}
