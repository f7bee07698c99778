import type { BeijingDate } from "../../../shared/common/time.js";

/** Searches that found nothing, stations that people miss, and what officers plan by. */
export const keysOfDemand = {
  /** HASH: ScenarioId → JSON of a Scenario. */
  scenarios: "{stations}:scenarios",
  /** HASH: code of a city → JSON of what is known of its table of people. */
  peopleTables: "{stations}:people-tables",
  /** STRING: how many people its cells have, packed, in base64. */
  peopleOfCells: (city: string) => `{stations}:people-of-cells:${city}`,
  /** HASH: a station that people miss: cell, need, state, how many said so, how many named each hour. Ends in its id. */
  missingStation: (id: string) => `{stations}:missing:${id}`,
  /** HASH: `cell|need` → id of the one that is undecided. */
  missingTopics: "{stations}:missing-topics",
  /** ZSET: ids, score the EpochMs at which somebody said so first; those that are undecided, and all. */
  undecidedMissing: "{stations}:missing-undecided",
  allMissing: "{stations}:missing-all",
  /**
   * SET: fingerprints of who said so. Expires by itself after 90 days, as the next four do. Ends in the id, as the
   * next two do.
   */
  missingVoices: (id: string) => `{stations}:missing-voices:${id}`,
  /** SET: UserIds of those who said so signed in, to be told. Gone with the decision. */
  missingAskers: (id: string) => `{stations}:missing-askers:${id}`,
  /** STRING: what somebody wrote, encrypted; ends in the id and a number. */
  missingWords: (idAndNumber: string) => `{stations}:missing-words:${idAndNumber}`,
  /** ZSET: ids that an account or device said, by its fingerprint, score the EpochMs. */
  missingOf: (fingerprint: string) => `{stations}:missing-of:${fingerprint}`,
  /** STRING: how many of them one person or address began or joined within a day. Expires by itself. */
  missingLately: (fingerprint: string) => `{stations}:missing-lately:${fingerprint}`,
  /**
   * HASH: `cell|hour of the week|reason` → `people|county` of a Beijing day, and `settled`. Expires by itself after
   * 13 months.
   */
  demandDay: (day: BeijingDate) => `{stations}:demand:${day}`,
  /** STRING: random; tells people apart on one Beijing day, and expires with it. */
  demandSalt: (day: BeijingDate) => `{demand}:salt:${day}`,
  /**
   * SET: `cell|hour of the week|reason` that somebody lacked something at on a Beijing day. Expires by itself after 7
   * days.
   */
  demandPlaces: (day: BeijingDate) => `{demand}:places:${day}`,
  /** HyperLogLog: people at one of them, told apart by the salt of the day. Expires by itself after 7 days. */
  demandPeople: (day: BeijingDate, place: string) => `{demand}:people:${day}:${place}`,
};
