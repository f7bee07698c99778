import type { AmenityKind } from "../../shared/amenities/amenity.js";
import type { SessionId } from "../../shared/classes/class-session.js";
import type { CourseId, VenueId } from "../../shared/classes/course.js";
import type { BeijingDate } from "../../shared/core/time.js";
import type { AreaName } from "../../shared/packs/area.js";
import type { StationId } from "../../shared/stations/station.js";
import type { WishId } from "../../shared/wishes/wish.js";

/**
 * Every key, with its Redis type; no key is written anywhere else. The keys of the stations share the tag `{stations}`,
 * since one script changes several of them at once and Redis Cluster wants those in one slot; those of people do too,
 * since a role is given together with its entry in the record.
 */
export const keys = {
  /** HASH: StationId → JSON of a Station, withdrawn ones too. */
  stationDocuments: "{stations}:documents",
  /** HASH: StationId → revision, a whole number. Every change names the revision it was made from. */
  stationRevisions: "{stations}:revisions",
  /** GEO: member is the StationId of a station that is not withdrawn. */
  stationLocations: "{stations}:locations",
  /** GEO: the stations of `stationLocations` where this amenity works. */
  stationsWithAmenity: (kind: AmenityKind) => `{stations}:with:${kind}`,
  /** HASH: code on the door plate → StationId. */
  stationCodes: "{stations}:codes",
  /** HASH: `name|district text` → StationId. */
  stationNames: "{stations}:names",
  /**
   * ZSET, all scores 0, read by prefix: `code|640104|st_x` and `text|兴庆区|st_x` for each station not withdrawn, and
   * `zone|4101|高新区|st_x` where the code is its city's; `withdrawn|640104|st_x` for each that is.
   */
  stationListing: "{stations}:listing",
  /** HASH: `code|text` of a district → how many stations that are not withdrawn it has. */
  districtCounts: "{stations}:district-counts",
  /** HASH: `code|text` of a district → `latitude,longitude` of the middle of its stations, GCJ-02; filled when asked for. */
  districtMiddles: "{stations}:district-middles",
  /**
   * HASH: name of an area → version of what finding needs, `name|detail` → version of the rest; `version`: of all of them;
   * `format`: in which way {@link areaCores} are written.
   */
  stationAreas: "{stations}:areas",
  /** HASH: StationId → what finding it needs (shared/stations/nearest/core-text.ts), of the stations listed in an area. */
  areaCores: (area: AreaName | "") => `{stations}:area-cores:${area}`,
  /** STREAM: what changed about stations, by version: before, id, revision, core. An empty id: areas have changed. */
  stationChanges: "{stations}:changes",
  /** LIST: an import that is shown and not wholly stored yet, in the fields of {@link stagedImport}. Gone with its last change. */
  importJournal: "{stations}:import-journal",
  /** STRING: JSON of the act that {@link importJournal} is; absent: each of its stations has an entry of its own in the record. */
  importAct: "{stations}:import-act",
  /** STRING: id of the import that is looked through, while nobody else changes stations. Expires by itself after seconds. */
  importGate: "{stations}:import-gate",
  /**
   * HASH: what a change of many stations did. StationId → JSON of `from` and `to`; `owner`, `startedAt`, `district`, and once
   * it was taken back `undone`. Kept as long as the record.
   */
  act: (changeId: string) => `{stations}:act:${changeId}`,
  /** ZSET: ids of the changes of many that changed a station, score the EpochMs. Kept as long as the record. */
  actsOf: (id: StationId | "") => `{stations}:acts-of:${id}`,
  /** ZSET: StationId of a station with photos that nobody has checked, score the EpochMs at which the oldest was added. */
  photosWaiting: "{stations}:photos-waiting",
  /** STREAM: field `entry` holds the JSON of an AuditEntry. Kept for three years. */
  audit: "{stations}:audit",
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
  /** STRING: id of the latest report of one reporter in the same words, by their fingerprint. Expires by itself after some hours. */
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
  /** LIST: the fields of staged changes, `CHANGE_FIELDS` of them a station. Expires by itself. */
  stagedImport: (importId: string) => `{stations}:import:${importId}`,
  /** STRING: JSON of a User. */
  user: (id: string) => `{stations}:user:${id}`,
  /** STRING: who a person is in WeChat, encrypted and bound to the id of the account. */
  openId: (userId: string) => `{stations}:user:${userId}:open-id`,
  /** ZSET: member is the id of a sign-in, score the day it was last renewed. */
  signInsOf: (userId: string) => `{stations}:user:${userId}:sign-ins`,
  /** HASH: createdAt, renewedAt, lastUsedDay, generation, isArrived. Expires when it is not used. */
  signIn: (userId: string, signInId: string) => `{stations}:user:${userId}:sign-in:${signInId}`,
  /** ZSET: UserId, score the day the account was last used, as a day number. */
  peopleByLastUse: "{stations}:people-by-last-use",
  /** ZSET, all scores 0: the UserIds of keepers and officers. */
  roleHolders: "{stations}:role-holders",
  /** STRING: JSON of an Invitation. Expires by itself. */
  invitation: (code: string) => `{stations}:invitation:${code}`,
  /** ZSET: codes of the invitations that nobody has used or taken back, score the EpochMs at which each ends. */
  openInvitations: "{stations}:open-invitations",
  /** HASH: SessionId → JSON of a ClassSession. */
  classSessions: "{stations}:class-sessions",
  /** ZSET: SessionId, score the EpochMs at which it starts; all of them, those of a course, those at a venue. */
  classSessionsByStart: "{stations}:class-sessions-by-start",
  classSessionsOfCourse: (id: CourseId) => `{stations}:class-sessions-of:${id}`,
  classSessionsAtVenue: (id: VenueId) => `{stations}:class-sessions-at:${id}`,
  /** HASH: CourseId → JSON of a Course, ended ones too. */
  courses: "{stations}:courses",
  /** ZSET: CourseId, score the EpochMs at which it was made; those that go on, and those that ended. */
  runningCourses: "{stations}:running-courses",
  endedCourses: "{stations}:ended-courses",
  /** HASH: HallId → JSON of a Hall. */
  halls: "{stations}:halls",
  /** HASH: UserId → JSON of their Booking of a session. Ends in the SessionId, as the next four do. */
  classBookings: (id: SessionId | "") => `{stations}:class-bookings:${id}`,
  /** ZSET: UserIds who hold a seat, score the order in which they got it. */
  classSeats: (id: SessionId | "") => `{stations}:class-seats:${id}`,
  /** ZSET: UserIds to whom a free seat is offered, score the EpochMs until which it is kept for them. */
  classOffers: (id: SessionId | "") => `{stations}:class-offers:${id}`,
  /** ZSET: UserIds who wait, score the order in which they came. */
  classWaitlist: (id: SessionId | "") => `{stations}:class-waitlist:${id}`,
  /** HASH: arrivals, offers and numbers given out so far; the start and place people were told; once closed, `closed`. */
  classCounters: (id: SessionId | "") => `{stations}:class-counters:${id}`,
  /** ZSET: SessionIds with bookings, score the EpochMs from which something of them is to be settled. */
  classesToSettle: "{stations}:classes-to-settle",
  /** HASH: BookingId → `SessionId|UserId`. */
  bookingOwners: "{stations}:booking-owners",
  /** HASH: SessionId → `seat` or `wait`: what a person holds. Ends in the UserId, as the next two do. */
  classPlacesOf: (userId: string) => `{stations}:class-places-of:${userId}`,
  /** ZSET: SessionIds a person ever booked, score the EpochMs of the start. */
  classBookingsOf: (userId: string) => `{stations}:class-bookings-of:${userId}`,
  /** ZSET: SessionIds a person was absent from and that count, score the EpochMs of the absence. */
  classAbsencesOf: (userId: string) => `{stations}:class-absences-of:${userId}`,
  /** HASH: BookingId → JSON of an Appeal. */
  appeals: "{stations}:appeals",
  /** ZSET: BookingIds of appeals that nobody has decided, score the EpochMs at which they were made. */
  openAppeals: "{stations}:open-appeals",
  /** HASH: WishId → JSON of a Wish, what is personal in it encrypted. */
  wishes: "{stations}:wishes",
  /** STRING: which lists of wishes there are (api/wishes/list-anew.ts); older ones are made anew from the documents. */
  wishListsFormat: "{stations}:wish-lists-format",
  /** SET: code of each district that has wishes, `""` for one without. The next three end in it. */
  wishDistricts: "{stations}:wish-districts",
  /** ZSET: WishId, score the EpochMs at which it was submitted. */
  wishesIn: (district: string) => `{stations}:wishes-in:${district}`,
  /** ZSET: WishIds that are not closed, score the EpochMs until which the union has to act, or `NOBODY_WAITS`. */
  openWishesIn: (district: string) => `{stations}:wishes-open-in:${district}`,
  /** ZSET: name of a unit for which wishes were claimed, score how many. */
  wishUnitsIn: (district: string) => `{stations}:wish-units-in:${district}`,
  /** ZSET: WishIds that wait at a station to be collected, score the EpochMs they are promised for. */
  wishesWaitingAt: (id: StationId | "") => `{stations}:wishes-waiting-at:${id}`,
  /** ZSET: WishIds that an officer has claimed and that are not closed, scored alike. */
  wishesClaimedBy: (userId: string) => `{stations}:wishes-claimed-by:${userId}`,
  /** ZSET: WishIds whose state ends by itself, score the EpochMs when. */
  lapsingWishes: "{stations}:wishes-lapsing",
  /** ZSET: WishIds with a card for everybody, score the EpochMs at which they were fulfilled. */
  wishWall: "{stations}:wish-wall",
  /** ZSET: closed WishIds that still hold something personal, score the EpochMs at which they closed. */
  closedWishes: "{stations}:wishes-closed",
  /** ZSET: WishIds of an account, score the EpochMs at which they were submitted: its own, and those it helped with. */
  wishesOf: (userId: string) => `{stations}:wishes-of:${userId}`,
  wishesHelpedBy: (userId: string) => `{stations}:wishes-helped-by:${userId}`,
  /** SET: WishIds that one person has open, by the fingerprint they are counted by. */
  openWishesOf: (counted: string) => `{stations}:wishes-open-of:${counted}`,
  /** HASH: fingerprint of the code on a slip → WishId. */
  wishSlips: "{stations}:wish-slips",
  /** LIST: JSON of each time the handler looked at the contact data of a wish, oldest first. */
  wishViews: (id: WishId) => `{stations}:wish-views:${id}`,
  /** HASH: Beijing date → JSON of a CoverageDay of a city, for 31 days. */
  coverageDays: (city: string) => `{stations}:coverage-days:${city}`,
  /** HASH: a station that people miss: cell, need, state, how many said so, how many named each hour. Ends in its id. */
  missingStation: (id: string) => `{stations}:missing:${id}`,
  /** HASH: `cell|need` → id of the one that is undecided. */
  missingTopics: "{stations}:missing-topics",
  /** ZSET: ids, score the EpochMs at which somebody said so first; those that are undecided, and all. */
  undecidedMissing: "{stations}:missing-undecided",
  allMissing: "{stations}:missing-all",
  /** SET: fingerprints of who said so. Expires by itself after 90 days, as the next four do. Ends in the id, as the next two do. */
  missingVoices: (id: string) => `{stations}:missing-voices:${id}`,
  /** SET: UserIds of those who said so signed in, to be told. Gone with the decision. */
  missingAskers: (id: string) => `{stations}:missing-askers:${id}`,
  /** STRING: what somebody wrote, encrypted; ends in the id and a number. */
  missingWords: (idAndNumber: string) => `{stations}:missing-words:${idAndNumber}`,
  /** ZSET: ids that an account or device said, by its fingerprint, score the EpochMs. */
  missingOf: (fingerprint: string) => `{stations}:missing-of:${fingerprint}`,
  /** STRING: how many of them one person or address began or joined within a day. Expires by itself. */
  missingLately: (fingerprint: string) => `{stations}:missing-lately:${fingerprint}`,
  /** HASH: `cell|hour of the week|reason` → `people|county` of a Beijing day, and `settled`. Expires by itself after 13 months. */
  demandDay: (day: BeijingDate) => `{stations}:demand:${day}`,
  /** STRING: random; tells people apart on one Beijing day, and expires with it. */
  demandSalt: (day: BeijingDate) => `{demand}:salt:${day}`,
  /** SET: `cell|hour of the week|reason` that somebody lacked something at on a Beijing day. Expires by itself after 7 days. */
  demandPlaces: (day: BeijingDate) => `{demand}:places:${day}`,
  /** HyperLogLog: people at one of them, told apart by the salt of the day. Expires by itself after 7 days. */
  demandPeople: (day: BeijingDate, place: string) => `{demand}:people:${day}:${place}`,
  /**
   * HASH: `StationId|days before` → the EpochMs at which keepers were asked about a holiday; `done|days before` once all were.
   * Expires by itself after 60 days.
   */
  rollCall: (from: BeijingDate, to: BeijingDate) => `{stations}:roll-call:${from}:${to}`,
  /** HASH: StationId → how often it stood first in a list on a Beijing day. Expires by itself after eight days. */
  shownFirst: (date: BeijingDate) => `{stations}:shown-first:${date}`,
  /** HASH: code of a sample of doors to check → JSON of the CheckRound. */
  checkRounds: "{stations}:check-rounds",
  /** HASH: id of a visit → JSON of its Check; of a sample, and of a month of Beijing. */
  checksOf: (roundId: string) => `{stations}:checks-of:${roundId}`,
  checksIn: (month: string) => `{stations}:checks-in:${month}`,
  /** HASH: kind of an error on phones → JSON of the first such on a Beijing day. Expires by itself, as the next does. */
  clientErrorKinds: (day: BeijingDate) => `{client-errors}:kinds:${day}`,
  /** HASH: kind of an error on phones, or `other` → how many there were on a Beijing day. */
  clientErrorCounts: (day: BeijingDate) => `{client-errors}:counts:${day}`,
  /** STRING: written to find out whether Redis takes writes. Expires by itself. */
  health: "{stations}:health",
  /** STRING: `begun` or `whole`: how far a part of the demo has been made. */
  demoSeed: (part: string) => `{stations}:demo-seed:${part}`,
  /** HASH: id of the key that all is being sealed under, and where the search for what is not goes on. */
  reseal: "{stations}:reseal",
  /** HASH: expiresAt, secretDigest; once approved userId and roles. Expires by itself. */
  signInCode: (code: string) => `sign-in-code:${code}`,
  /**
   * STRING: how often a caller guessed something wrong lately. Expires by itself. Callers share a tag, since a network is
   * counted together with the site around it.
   */
  wrongGuesses: (caller: string, guessed: string) => `{callers}:wrong-guesses:${caller}:${guessed}`,
  /** STRING: the token of WeChat's server API for one mini-program. Expires by itself. */
  wechatAccessToken: (appId: string) => `wechat:access-token:${appId}`,
  /** HASH: id of a message to a person → JSON of an OutboxMessage, until 60 days after it was sent or dropped. */
  outboxMessages: "{stations}:outbox:messages",
  /** ZSET: ids of messages to be sent, score the EpochMs from which on. */
  outboxDue: "{stations}:outbox:due",
  /** ZSET: ids of messages that were taken for sending, score the EpochMs when. */
  outboxSending: "{stations}:outbox:sending",
  /** ZSET: ids of messages that nothing more happens to, score the EpochMs since when. */
  outboxFinished: "{stations}:outbox:finished",
  /** HASH: MessageOutcome → how many messages ended so on a Beijing day. Expires by itself. */
  outboxOutcomes: (day: BeijingDate) => `{stations}:outbox:outcomes:${day}`,
  /** ZSET: what happened that somebody has to be told of (api/notices/news-store.ts), score the EpochMs when. */
  news: "{stations}:news",
  /** HASH: GroupId → JSON of a Group, its address and secret sealed. */
  groups: "{stations}:groups",
  /** ZSET: what is to be said in groups at once, score the EpochMs since when. */
  groupLines: "{stations}:group-lines",
  /** ZSET: what a group robot has said, score the EpochMs when. Expires by itself. */
  groupSaid: (id: string) => `{stations}:group-said:${id}`,
  /** HASH: ReportId → the account that asked to be told what comes of it, sealed, until then or for 90 days. */
  reportFollowers: "{stations}:report-followers",
  /** SET: ReportIds that an account asked about. */
  reportsFollowedBy: (userId: string) => `{stations}:user:${userId}:follows`,
  /** HASH: id of a WeChat template → how many messages of it a person has said yes to that are not sent yet. */
  messageGrants: (userId: string) => `{stations}:user:${userId}:grants`,
  /** STRING: how many messages that could wait a person was sent on a Beijing day. Expires by itself. */
  messagesOfDay: (userId: string, day: BeijingDate) => `{stations}:outbox:of-day:${userId}:${day}`,
  /** HASH: LongWorkId → JSON of a LongWork, until a day after it is done. */
  longWork: "{long-work}:documents",
  /** ZSET: LongWorkIds under way, score the EpochMs of the slice before; all of them, score until when each is kept. */
  longWorkUnderWay: "{long-work}:under-way",
  longWorkByEnd: "{long-work}:by-end",
  /** ZSET: LongWorkIds that a person has begun, score the EpochMs when. */
  longWorkOf: (userId: string) => `{long-work}:of:${userId}`,
  /** STRING: who does its next slice just now. Expires by itself. */
  longWorkLock: (id: string) => `{long-work}:lock:${id}`,
  /** HASH: name of a job → JSON of its latest run. */
  jobRuns: "job-runs",
  /** STRING: who runs the jobs just now. Expires by itself. */
  jobsLock: "jobs-lock",
  /** STRING: which photo WeChat checks under a trace id, as JSON; what it found, where that came first. Expire by themselves. */
  photoOfTrace: (traceId: string) => `wechat:photo-of-trace:${traceId}`,
  verdictOfTrace: (traceId: string) => `wechat:verdict-of-trace:${traceId}`,
  /**
   * STRING: JSON of a write's answer, kept a day, or of its being under way. It shares the tag, so that no answer outlives a write
   * that was lost with its server.
   */
  idempotentWrite: (digest: string) => `{stations}:idempotent-write:${digest}`,
  /** STRING: how many writes an account or the fingerprint of an address made in its present minute. Expires by itself. */
  writesInWindow: (caller: string) => `{callers}:writes:${caller}`,
};

/** How a name and a district identify a station that has no code. */
export function stationNameField(name: string, districtText: string): string {
  return `${name}|${districtText}`;
}

export function districtField(district: { code: string | null; text: string }): string {
  return `${district.code ?? ""}|${district.text}`;
}

export type StationListingPrefix = `code|${string}` | `text|${string}` | `zone|${string}` | `withdrawn|${string}`;

export function listingMember(prefix: StationListingPrefix, id: StationId): string {
  return `${prefix}|${id}`;
}
