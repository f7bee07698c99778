import type { Share } from "../checks/wilson.js";
import { medianOf } from "../common/median.js";
import type { EpochMs } from "../common/time.js";

/** What a figure is made of, one by one: what it opens. */
export interface FigureRow {
  kind: "station" | "check" | "task" | "session" | "wish";
  id: string;
  /** The station it is at; null: none, or not one of ours. */
  stationId: string | null;
  /** When it happened; null: it is so. */
  at: EpochMs | null;
  /** What it is, beside the station's name. */
  words: string;
}

/** A figure that is known. */
export interface Counted {
  /** Null: there is nothing of which it could be said. */
  value: number | null;
  /** Of a share: of how many, how many of them, and Wilson's interval. */
  share: Share | null;
  rows: FigureRow[];
}

/** As many as there are rows. */
export function counted(rows: FigureRow[]): Counted {
  return { value: rows.length, share: null, rows };
}

/** A share in percent. */
export function sharedOut(share: Share, rows: FigureRow[]): Counted {
  return { value: share.share === null ? null : share.share * 100, share, rows };
}

/** The middle of what each row took; of an even number the mean of the two in the middle. */
export function middle(rows: readonly (FigureRow & { amount: number })[]): Counted {
  const sorted = [...rows].sort((a, b) => a.amount - b.amount);
  const value = medianOf(rows.map(({ amount }) => amount));
  return { value, share: null, rows: sorted.map(({ amount: _, ...row }) => row) };
}

/** 3.5 天, 0.1 天: one digit, and never nothing for something. */
export function daysWords(days: number): string {
  return `${days > 0 && days < 0.1 ? "不到 0.1" : String(Math.round(days * 10) / 10)} 天`;
}
