import type { AmenityKind } from "../../../shared/amenities/amenity.js";
import type { BeijingDate } from "../../../shared/common/time.js";
import type { AreaName } from "../../../shared/packs/area.js";
import type { StationId } from "../../../shared/stations/station.js";

/** Stations, their districts and areas, and changes of many at once. */
export const keysOfStations = {
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
  /**
   * HASH: `code|text` of a district → `latitude,longitude` of the middle of its stations, GCJ-02; filled when asked
   * for.
   */
  districtMiddles: "{stations}:district-middles",
  /**
   * HASH: name of an area → version of what finding needs, `name|detail` → version of the rest; `version`: of all of them;
   * `format`: in which way `areaCores` are written.
   */
  stationAreas: "{stations}:areas",
  /**
   * HASH: StationId → what finding it needs (shared/stations/nearest/core-text.ts), of the stations listed in an
   * area.
   */
  areaCores: (area: AreaName | "") => `{stations}:area-cores:${area}`,
  /** STREAM: what changed about stations, by version: before, id, revision, core. An empty id: areas have changed. */
  stationChanges: "{stations}:changes",
  /**
   * LIST: an import that is shown and not wholly stored yet, in the fields of `stagedImport`. Gone with its last
   * change.
   */
  importJournal: "{stations}:import-journal",
  /**
   * STRING: JSON of the act that `importJournal` is; absent: each of its stations has an entry of its own in the
   * record.
   */
  importAct: "{stations}:import-act",
  /**
   * STRING: id of the import that is looked through, while nobody else changes stations. Expires by itself after
   * seconds.
   */
  importGate: "{stations}:import-gate",
  /**
   * HASH: what a change of many stations did. StationId → JSON of `from` and `to`; `owner`, `startedAt`, `district`, and once
   * it was taken back `undone`. Kept as long as the record.
   */
  act: (changeId: string) => `{stations}:act:${changeId}`,
  /** ZSET: ids of the changes of many that changed a station, score the EpochMs. Kept as long as the record. */
  actsOf: (id: StationId | "") => `{stations}:acts-of:${id}`,
  /**
   * ZSET: StationId of a station with photos that nobody has checked, score the EpochMs at which the oldest was
   * added.
   */
  photosWaiting: "{stations}:photos-waiting",
  /** LIST: the fields of staged changes, `CHANGE_FIELDS` of them a station. Expires by itself. */
  stagedImport: (importId: string) => `{stations}:import:${importId}`,
  /** HASH: Beijing date → JSON of a CoverageDay of a city, for 31 days. */
  coverageDays: (city: string) => `{stations}:coverage-days:${city}`,
  /** HASH: `YYYY-MM` → JSON of a BoardMonth of a city or county, for 13 months. */
  boardMonths: (area: string) => `{stations}:board-months:${area}`,
  /** HASH: `YYYY-MM` → JSON of what was fixed in a city in that month, for 13 months. */
  repairMonths: (city: string) => `{stations}:repair-months:${city}`,
  /** STRING: the Beijing date on which the record was last looked through for what was fixed. */
  repairsReadOn: "{stations}:repairs-read-on",
  /**
   * HASH: `StationId|days before` → the EpochMs at which keepers were asked about a holiday; `done|days before` once all were.
   * Expires by itself after 60 days.
   */
  rollCall: (from: BeijingDate, to: BeijingDate) => `{stations}:roll-call:${from}:${to}`,
  /** HASH: StationId → how often it stood first in a list on a Beijing day. Expires by itself after eight days. */
  shownFirst: (date: BeijingDate) => `{stations}:shown-first:${date}`,
};
