import { z } from "zod";
import type { AmenityKind } from "../../shared/amenities/amenity.js";
import type { MapPoint } from "../../shared/common/place.js";
import { LARGEST_SEARCH_METRES } from "../../shared/stations/nearest/place-by-trust.js";
import { type Station, StationId } from "../../shared/stations/station.js";
import { AMENITY_KEY_PREFIX, CHANGED_KEYS } from "../redis/changed-station-keys.js";
import type { Redis } from "../redis/client.js";
import { keys, stationNameField } from "../redis/keys.js";
import { putStationScript } from "../redis/scripts/change-stations.js";
import { findIdsAroundScript } from "../redis/scripts/find-ids-around.js";
import { findNearestStationsScript } from "../redis/scripts/find-nearest-stations.js";
import { createImportJournal } from "./import-journal-store.js";
import type { StationChange } from "./station-change.js";
import { changeFields, readStation } from "./station-document-store.js";

export type PutOutcome = "stored" | "conflict" | "code_taken" | "name_taken";

export interface NearbySearch {
  /** GCJ-02. */
  origin: MapPoint;
  /** How many are wanted; those within 3 m of the last are returned too. */
  wanted: number;
  /** How many of the nearest to leave out: those an earlier call returned. */
  skipped: number;
  amenities: readonly AmenityKind[];
}

export interface NearbyFound {
  stations: Station[];
  /** How many of the nearest are left out or returned: `skipped` of the next call. */
  seen: number;
  /** Nothing further away within the search radius. */
  exhausted: boolean;
}

export type StationStore = ReturnType<typeof createStationStore>;

/** Redis's sphere is 0.08 % smaller than the one that measures what is shown. */
const REDIS_SEARCH_METRES = LARGEST_SEARCH_METRES + 100;
/** More than this nobody looks through in a day. */
const MOST_WAITING = 1_000;
/** Redis indexes positions up to this latitude only. */
const REDIS_LATITUDE_LIMIT = 85.05;

const NearestReply = z.tuple([z.enum(["0", "1"]), z.string()], z.string());
const PutReply = z.enum(["stored", "conflict", "code_taken", "name_taken"]);
const Values = z.array(z.string().nullable());
const Ids = z.array(StationId.nullable());

/**
 * Stations in Redis. Every change is one script: all of it happens, or none. What is read is as it is before an import, or
 * after it.
 *
 * @param onStored hears of every change made here, as soon as it is stored
 */
export function createStationStore(redis: Redis, onStored: (station: Station) => void = () => undefined) {
  const journal = createImportJournal(redis);
  const putScript = redis.createScript<string>(putStationScript);
  const nearestScript = redis.createScript<string[]>(findNearestStationsScript);
  const aroundScript = redis.createScript<string[][]>(findIdsAroundScript);

  async function findMany(ids: readonly StationId[]): Promise<Station[]> {
    if (ids.length === 0) return [];
    const [reply] = await journal.read((look) => look.hmget(keys.stationDocuments, ...ids));
    const documents = Values.parse(reply);
    return documents.flatMap((document) => (document === null ? [] : [readStation(document)]));
  }

  async function find(id: StationId): Promise<Station | null> {
    const [station] = await findMany([id]);
    return station ?? null;
  }

  /**
   * Stores a station as its next revision; refused when it moved on, or when its code or name belongs to another.
   *
   * @throws ApiError `busy` where an import holds changes off for long
   */
  async function put(change: StationChange): Promise<PutOutcome> {
    const scriptKeys = [...CHANGED_KEYS, keys.importJournal, keys.importGate];
    const args = [AMENITY_KEY_PREFIX, ...changeFields(change)];
    const outcome = PutReply.parse(await journal.writeByScript(() => putScript.exec(scriptKeys, args)));
    if (outcome === "stored") onStored(change.station);
    return outcome;
  }

  /** The nearest stations where all of the amenities work, in one round trip, in no order. */
  async function findNearby({ origin, wanted, skipped, amenities }: NearbySearch): Promise<NearbyFound> {
    if (Math.abs(origin.latitude) > REDIS_LATITUDE_LIMIT) return { stations: [], seen: skipped, exhausted: true };
    const sets = amenities.length === 0 ? [keys.stationLocations] : amenities.map(keys.stationsWithAmenity);
    const reply = await journal.readByScript(() =>
      nearestScript.exec(
        [keys.stationDocuments, ...sets, keys.importJournal],
        [origin.longitude, origin.latitude, wanted, skipped, REDIS_SEARCH_METRES].map(String),
      ),
    );
    const [exhausted, seen, ...documents] = NearestReply.parse(reply);
    return { stations: documents.map(readStation), seen: Number(seen), exhausted: exhausted === "1" };
  }

  /** For each point the stations within some metres of it, nearest first, ten at most. */
  async function findIdsAround(points: readonly MapPoint[], metres: number): Promise<StationId[][]> {
    if (points.length === 0) return [];
    const places = points.flatMap(({ longitude, latitude }) => [String(longitude), String(latitude)]);
    const reply = await journal.readByScript(() =>
      aroundScript.exec([keys.stationLocations, keys.importJournal], [String(metres), ...places]),
    );
    return z.array(z.array(StationId)).parse(reply);
  }

  async function findIdsByFields(key: string, fields: readonly string[]): Promise<(StationId | null)[]> {
    if (fields.length === 0) return [];
    const [reply] = await journal.read((look) => look.hmget(key, ...fields));
    return Ids.parse(reply);
  }

  return {
    find,
    findMany,
    put,
    findNearby,
    findIdsAround,
    /** In the order asked; null where no station has the code. */
    findIdsByCodes: (codes: readonly string[]) => findIdsByFields(keys.stationCodes, codes),
    /** In the order asked; null where no station has the name in that district. */
    findIdsByNames: (names: readonly { name: string; districtText: string }[]) =>
      findIdsByFields(
        keys.stationNames,
        names.map(({ name, districtText }) => stationNameField(name, districtText)),
      ),
    /** Grows with every change of any station. */
    version: async (): Promise<string> =>
      z
        .string()
        .catch("0")
        .parse(await redis.hget(keys.stationAreas, "version")),
    /** In the order asked; null where there is no such station. */
    findRevisions: async (ids: readonly StationId[]): Promise<(string | null)[]> =>
      ids.length === 0 ? [] : Values.parse(await redis.hmget(keys.stationRevisions, ...ids)),
    /** Stations with photos that nobody has checked, those that wait longest first. */
    findWithPhotosWaiting: async (): Promise<Station[]> => {
      const [reply] = await journal.read((look) => look.zrange(keys.photosWaiting, 0, MOST_WAITING - 1));
      return findMany(z.array(StationId).parse(reply));
    },
    /** Some of the ids there are, withdrawn ones too: all of them, where there are not more than so many. */
    listFirstIds: async (most: number): Promise<StationId[]> => {
      if ((await redis.hlen(keys.stationRevisions)) <= most)
        return z.array(z.string()).parse(await redis.hkeys(keys.stationRevisions));
      const some = z
        .tuple([z.string(), z.array(z.string())])
        .parse(await redis.hscan(keys.stationRevisions, "0", { count: most }));
      return some[1].filter((_, index) => index % 2 === 0);
    },
  };
}
