import type { StationId } from "../../../shared/stations/station.js";

/** Reports from the door, the tasks made of them, and visits to check doors. */
export const keysOfTrust = {
  /** HASH: report id → JSON of a Report, which says nothing of who made it. */
  reports: "{stations}:reports",
  /** ZSET: report id, score the EpochMs at which it was made. */
  reportsByTime: "{stations}:reports-by-time",
  /** HASH: report id → id of its task. */
  taskOfReport: "{stations}:task-of-report",
  /** HASH: task id → JSON of a Task. */
  tasks: "{stations}:tasks",
  /** ZSET: task id, score the EpochMs at which it was made; all of them, and those with something left to do. */
  allTasks: "{stations}:all-tasks",
  openTasks: "{stations}:open-tasks",
  /** ZSET: the same, of one station. */
  tasksOfStation: (id: StationId) => `{stations}:tasks-of:${id}`,
  /** ZSET: ids of the reports a task holds, score when each was made. */
  reportsOfTask: (taskId: string) => `{stations}:reports-of-task:${taskId}`,
  /** HASH: what reports may join (`st_x|door_closed|`) → id of the task that is open for it. */
  openMatters: "{stations}:open-matters",
  /** HASH: StationId → how many reports its open tasks hold. */
  openReports: "{stations}:open-reports",
  /** ZSET: JSON of a DoorReport with fingerprints of who made it, score when. Expires by itself after some hours. */
  doorReports: (id: StationId) => `{stations}:door-reports:${id}`,
  /**
   * STRING: id of the latest report of one reporter in the same words, by their fingerprint. Expires by itself after
   * some hours.
   */
  latestReport: (reporter: string, matter: string, words: string) =>
    `{stations}:latest-report:${reporter}:${matter}:${words}`,
  /** ZSET: ids of the reports of one person or address on one matter, score when. Expires by itself after some hours. */
  reportsOnMatter: (counted: string, matter: string) => `{stations}:reports-on:${counted}:${matter}`,
  /** ZSET: ids of all reports of one person or address, score when. Expires by itself after a day. */
  reportsLately: (counted: string) => `{stations}:reports-lately:${counted}`,
  /** ZSET: StationId of a door that what one person or address says bears on, score since when. Expires after a day. */
  stationsBorne: (counted: string) => `{stations}:stations-borne:${counted}`,
  /** ZSET: StationId that wanted to turn within the hour, and that did, score when, of a city. Expire by themselves. */
  turnsWanted: (city: string) => `{stations}:turns-wanted:${city}`,
  turnsMade: (city: string) => `{stations}:turns-made:${city}`,
  /** HASH: Beijing day number → the most stations of a city that turned within an hour of it, or `braked`. */
  turnPeaks: (city: string) => `{stations}:turn-peaks:${city}`,
  /** HASH: city → `since latest`, both EpochMs: when its brake went on, and when it last held something back. */
  brakes: "{stations}:brakes",
  /** ZSET: ids of the reports of one account or device, by its fingerprint. Expires by itself after 90 days. */
  reportsOfReporter: (fingerprint: string) => `{stations}:reports-by:${fingerprint}`,
  /** HASH: code of a sample of doors to check → JSON of the CheckRound. */
  checkRounds: "{stations}:check-rounds",
  /** HASH: id of a visit → JSON of its Check; of a sample, and of a month of Beijing. */
  checksOf: (roundId: string) => `{stations}:checks-of:${roundId}`,
  checksIn: (month: string) => `{stations}:checks-in:${month}`,
  /** HASH: ReportId → the account that asked to be told what comes of it, sealed, until then or for 90 days. */
  reportFollowers: "{stations}:report-followers",
  /** SET: ReportIds that an account asked about. */
  reportsFollowedBy: (userId: string) => `{stations}:user:${userId}:follows`,
};
