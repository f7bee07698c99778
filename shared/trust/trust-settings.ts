import type { TaskDays } from "./task-deadlines.js";

/**
 * How reports from the door are weighed, and by when they should be answered; docs/decisions/0012-trust.md says why
 * so.
 */
export interface TrustSettings {
  /** Reports this far apart count together. */
  windowMinutes: number;
  /** How many different people it takes to turn a station to `reported_closed`. */
  reporters: number;
  /** How much their words must weigh together: at the door 1, otherwise 0.5. */
  weight: number;
  /** What one person says of a shut door counts at so many stations within an hour, and within a day. */
  stationsPerHour: number;
  stationsPerDay: number;
  /** The same of all together who are behind one address and whom nobody vouches for. */
  addressStationsPerHour: number;
  addressStationsPerDay: number;
  /** So many reports of any kind of one person, or of such an address, are taken within an hour, and within a day. */
  reportsPerHour: number;
  reportsPerDay: number;
  /** Fewer turns within an hour never put a city's brake on. */
  brakeTurns: number;
  /** An account that is so old still turns stations while the brake is on. */
  settledDays: number;
  /** How long `reported_closed` lasts unless somebody at the station says otherwise; doubles with each turn. */
  lapseHours: number;
  /** One person at the door makes a station doubtful for this long. */
  doubtHours: number;
  /** A station said to be shut on this many days, with nobody at the station answering, stays doubtful. */
  doubtDays: number;
  /** A confirmation older than this says nothing any more. */
  unconfirmedDays: number;
  /** A doubtful station goes below a trustworthy one that is at most this much further, minutes. */
  doubtfulMinutes: number;
  /** One that somebody at the door just said is shut goes below one that is at most this much further, minutes. */
  reportedMinutes: number;
  /**
   * One that several people said is shut, or on several days, goes below one that is at most this much further,
   * minutes.
   */
  shutMinutes: number;
  /** For this long after a confirmation a station counts as confirmed lately. */
  freshHours: number;
  /** A task that nobody has answered for so many days is overdue. */
  taskDays: TaskDays;
}

export const DEFAULT_TRUST_SETTINGS: TrustSettings = {
  windowMinutes: 60,
  reporters: 2,
  weight: 2,
  stationsPerHour: 5,
  stationsPerDay: 10,
  addressStationsPerHour: 5,
  addressStationsPerDay: 10,
  reportsPerHour: 20,
  reportsPerDay: 60,
  brakeTurns: 3,
  settledDays: 7,
  lapseHours: 6,
  doubtHours: 6,
  doubtDays: 2,
  unconfirmedDays: 30,
  doubtfulMinutes: 3,
  reportedMinutes: 8,
  shutMinutes: 15,
  freshHours: 24,
  taskDays: { door_closed: 1, amenity_broken: 7, wrong_info: 3, other: 3 },
};
