import { z } from "zod";
import type { MapPoint } from "../../shared/common/place.js";
import { StationId } from "../../shared/stations/station.js";
import type { Redis } from "../redis/client.js";
import { keys } from "../redis/keys.js";
import { fillDistrictMiddlesScript } from "../redis/scripts/fill-district-middles.js";
import { createImportJournal } from "./import-journal-store.js";

export interface DistrictWithStations {
  code: string | null;
  text: string;
  stationCount: number;
  /** The middle of its stations, GCJ-02. */
  location: MapPoint;
}

export type DistrictStore = ReturnType<typeof createDistrictStore>;

/** How many stations one script looks at, so that nobody else waits for Redis. */
const STATIONS_A_HELPING = 10_000;

/** More than these nobody looks through. */
const MOST_WITHDRAWN = 5_000;

const Done = z.coerce.string().pipe(z.enum(["0", "1"]));
const Members = z.array(z.string());
/** A hash as Redis sends it: field, value, field, value … */
const Fields = z.array(z.string()).transform((flat) => {
  const fields: Record<string, string> = {};
  for (let i = 0; i + 1 < flat.length; i += 2) fields[flat[i] ?? ""] = flat[i + 1] ?? "";
  return fields;
});

/** Which districts have stations, and which stations a district has. */
export function createDistrictStore(redis: Redis) {
  const journal = createImportJournal(redis);
  const fillMiddlesScript = redis.createScript<string>(fillDistrictMiddlesScript);

  async function fillMiddles(): Promise<void> {
    const scriptKeys = [keys.districtCounts, keys.districtMiddles, keys.stationListing, keys.stationLocations];
    let isDone = false;
    while (!isDone) isDone = Done.parse(await fillMiddlesScript.exec(scriptKeys, [String(STATIONS_A_HELPING)])) === "1";
  }

  /**
   * How many stations each district has, and where they have their middle; that is worked out where a change let it
   * go.
   */
  async function readDistricts(): Promise<Record<"counts" | "middles", Record<string, string>>> {
    for (;;) {
      const reply = await journal.read((look) => look.hgetall(keys.districtCounts).hgetall(keys.districtMiddles));
      const [counts = {}, middles = {}] = reply.map((fields) => Fields.parse(fields));
      if (Object.keys(counts).every((field) => middles[field] !== undefined)) return { counts, middles };
      await fillMiddles();
    }
  }

  /** All districts that have a station, by code, those without a code last. */
  async function listDistricts(): Promise<DistrictWithStations[]> {
    const { counts, middles } = await readDistricts();
    return Object.entries(counts)
      .map(([field, count]) => {
        const [code = "", text = ""] = field.split("|");
        const [latitude = 0, longitude = 0] = (middles[field] ?? "").split(",").map(Number);
        return {
          code: code === "" ? null : code,
          text,
          stationCount: Number(count),
          location: { latitude, longitude },
        };
      })
      .sort((a, b) => (a.code ?? "99").localeCompare(b.code ?? "99", "en") || a.text.localeCompare(b.text, "zh"));
  }

  /**
   * Stations of a district, a page at a time, in the order of an opaque cursor.
   *
   * @param district digits are the prefix of an official code (64, 6401, 640104), words the district's text, both with a
   *   bar between them what is called so in a city (4101|高新区), and nothing means everywhere
   */
  async function listStationIds(
    district: string | undefined,
    cursor: string | undefined,
    limit: number,
  ): Promise<{ ids: StationId[]; nextCursor: string | null }> {
    const prefix = listingPrefix(district);
    const from: `(${string}` | `[${string}` = cursor ? `(${prefix}${cursor}` : `[${prefix}`;
    // U+FFFF sorts after every character that a member can hold at this place.
    const [reply] = await journal.read((look) =>
      look.zrange(keys.stationListing, from, `[${prefix}\uffff`, { byLex: true, offset: 0, count: limit + 1 }),
    );
    const members = Members.parse(reply);
    const page = members.slice(0, limit);
    const last = page.at(-1);
    return {
      ids: page.map(idOfMember),
      nextCursor: members.length > limit && last !== undefined ? last.slice(prefix.length) : null,
    };
  }

  /** All withdrawn stations whose district's code has a prefix, in no order; the empty prefix: everywhere. */
  async function listWithdrawnIds(prefix: string): Promise<StationId[]> {
    const from = `withdrawn|${prefix}`;
    const [reply] = await journal.read((look) =>
      look.zrange(keys.stationListing, `[${from}`, `[${from}\uffff`, { byLex: true, offset: 0, count: MOST_WITHDRAWN }),
    );
    return Members.parse(reply).map(idOfMember);
  }

  /** All stations that may have no code: those of districts that some stations have no code in, withdrawn ones too. */
  async function listUncodedIds(): Promise<StationId[]> {
    const texts = (await listDistricts()).filter(({ code }) => code === null).map(({ text }) => text);
    const prefixes = [...texts.map((text) => `text|${text}|`), "withdrawn||"];
    const pages = await journal.read((look) => {
      for (const prefix of prefixes)
        look.zrange(keys.stationListing, `[${prefix}`, `[${prefix}\uffff`, { byLex: true });
    });
    return pages.flatMap((page) => Members.parse(page).map(idOfMember));
  }

  return { listDistricts, listStationIds, listWithdrawnIds, listUncodedIds };
}

function idOfMember(member: string): StationId {
  return StationId.parse(member.slice(member.lastIndexOf("|") + 1));
}

function listingPrefix(district: string | undefined): string {
  if (district === undefined || district === "") return "text|";
  if (district.includes("|")) return `zone|${district}|`;
  return /^\d+$/.test(district) ? `code|${district}` : `text|${district}|`;
}
