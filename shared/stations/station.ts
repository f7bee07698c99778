import { z } from "zod";
import { AMENITY_KINDS, AMENITY_STATES } from "../amenities/amenity.js";
import { MOST_PHONES, REASON_LIMIT, STATION_LIMITS } from "../common/field-limits.js";
import { textUpTo, wordsUpTo } from "../common/free-text.js";
import { Hours } from "./hours.js";
import { StationPhoto } from "./photos.js";
import { TimedServices } from "./services/timed-service.js";

/** `st_` and 12 or more lower-case letters or digits. Never only digits: Redis clients turn those into numbers. */
export const StationId = z.string().regex(/^st_[a-z0-9_]{1,40}$/, { error: "不是驿站编号" });
export type StationId = z.infer<typeof StationId>;

/** GCJ-02 degrees, the datum of WeChat, Tencent and Amap maps. Never WGS-84. */
export const MapPoint = z.strictObject({
  latitude: z.number().min(-90).max(90),
  longitude: z.number().min(-180).max(180),
});

/** An official division code of 2 (province), 4 (city) or 6 (county) digits, as in 64, 6401, 640104. */
export const DistrictCode = z.string().regex(/^\d{2}(\d{2}){0,2}$/, { error: "行政区划代码是 2、4 或 6 位数字" });
export type DistrictCode = z.infer<typeof DistrictCode>;

/** What people call the district. Commas and bars would break the index of districts. */
export const DistrictText = textUpTo(STATION_LIMITS.district).regex(/^[^,|]*$/, { error: "区县里不能有逗号和竖线" });

export const AmenityKind = z.enum(AMENITY_KINDS);
export const AmenityState = z.enum(AMENITY_STATES);

export const AmenityEntry = z.strictObject({
  state: AmenityState,
  note: z.string().max(REASON_LIMIT).nullable(),
  /** Since when the state holds, EpochMs. */
  since: z.int(),
  /** When somebody at the station last saw it so, EpochMs. `null`: it stands in a list, and nobody has confirmed it. */
  confirmedAt: z.int().nullable(),
  /** Best-before date, for amenities that carry one (medicine). */
  expiresOn: z.iso.date().nullable(),
});
export type AmenityEntry = z.infer<typeof AmenityEntry>;

/** A missing key means nobody has told us: shown 不知道, never 没有. */
export const Amenities = z.partialRecord(AmenityKind, AmenityEntry);
export type Amenities = z.infer<typeof Amenities>;

/** Closed for a while, against the posted hours. Ends by itself. EpochMs; `until` null: until somebody reopens it. */
export const Closure = z.strictObject({
  from: z.int(),
  until: z.int().nullable(),
  reason: z.string().max(REASON_LIMIT).nullable(),
});
export type Closure = z.infer<typeof Closure>;

/** Standard ≥ 5 m², micro < 5 m², mobile: a vehicle or a tent (docs/decisions/0003-travel-time.md names the sources). */
export const StationKind = z.enum(["standard", "micro", "mobile"]);
export type StationKind = z.infer<typeof StationKind>;

/** What passers-by said of a shut door since somebody at the station last confirmed it (shared/trust/shut-reports.ts). */
export const ShutReports = z.strictObject({
  /** When they last said so with the weight of one person at the door, EpochMs. */
  doubtedAt: z.int(),
  /** Whether then so many different people had said so within some hours that they would turn it within one. */
  bySeveral: z.boolean(),
  /** On how many days they did. */
  days: z.int().min(1),
  /** How often enough of them agreed to turn the station to `reported_closed`. */
  turns: z.int().min(0),
});
export type ShutReports = z.infer<typeof ShutReports>;

export const STATION_SCHEMA_VERSION = 1;

/** What an office says about a station; the rest of the document is kept by the program. */
export const StationFacts = z.strictObject({
  /** The unique code on the door plate, where the city gives one. */
  code: wordsUpTo(STATION_LIMITS.code).nullable(),
  name: wordsUpTo(STATION_LIMITS.name),
  kind: StationKind,
  /** Whose door it is: a bank, a pharmacy, a street office. */
  host: wordsUpTo(STATION_LIMITS.host).nullable(),
  address: wordsUpTo(STATION_LIMITS.address),
  /** How a passer-by would find it: 农行旁边, 地铁 B 口. */
  landmark: wordsUpTo(STATION_LIMITS.landmark).nullable(),
  /**
   * The official county, and what people call it. What is no official division (高新区) keeps its words and has the code of
   * its city; null: nobody knows that either, and officers whose reach is everywhere look after it.
   */
  district: z.strictObject({ code: DistrictCode.nullable(), text: DistrictText }),
  location: MapPoint,
  /** The coordinate as it was given, before conversion, and who gave it. */
  surveyed: z.strictObject({
    datum: z.enum(["gcj02", "wgs84", "bd09"]),
    latitude: z.number(),
    longitude: z.number(),
    source: wordsUpTo(60),
  }),
  areaSquareMetres: z.number().positive().max(10_000).nullable(),
  capacity: z.int().positive().max(1_000).nullable(),
  /** Who may come in, as written on the door. */
  audience: wordsUpTo(STATION_LIMITS.audience).nullable(),
  /** How one comes in: 推门就进,无需登记. */
  entryNote: wordsUpTo(STATION_LIMITS.entryNote).nullable(),
  /** With 、 between. */
  phone: z
    .string()
    .trim()
    .regex(new RegExp(`^[\\d\\-+() 转]{5,30}(、[\\d\\-+() 转]{5,30}){0,${MOST_PHONES - 1}}$`), {
      error: "电话只能有数字、空格和 - ( ) +；几个电话用顿号隔开",
    })
    .nullable(),
  hours: Hours,
  amenities: Amenities,
  /** The same door under another plaque. */
  sameSiteAs: StationId.nullable(),
});
export type StationFacts = z.infer<typeof StationFacts>;

/** A station as it is stored. Instants are EpochMs. */
export const Station = StationFacts.extend({
  schemaVersion: z.literal(STATION_SCHEMA_VERSION),
  id: StationId,
  /** Grows by one with every change; a change names the revision it was made from. */
  revision: z.int().min(1),
  /** The revision with which each fact last changed; `rest`: the latest it can have been for those not named. */
  factRevisions: z.record(z.string(), z.int().min(1)).optional(),
  /** Three facts with three dates: where it is, what it offers, that the door was open. */
  verified: z.strictObject({
    location: z.int().nullable(),
    services: z.int().nullable(),
    open: z.int().nullable(),
    /** That the hours are those; absent: whoever last confirmed the door meant them too. */
    hours: z.int().nullable().optional(),
  }),
  /** As whom somebody last confirmed it; null: nobody has. */
  confirmedBy: z.enum(["keeper", "officer"]).nullable(),
  closure: Closure.nullable(),
  /** Until when independent reports of a shut door count, unless somebody at the station says otherwise. */
  reportedClosedUntil: z.int().nullable(),
  /** Absent: none, or none that counts. */
  shutReports: ShutReports.optional(),
  /** Reports from the door that nobody has resolved yet. */
  openReportCount: z.int().min(0),
  /** Newest first. Absent: none. */
  photos: z.array(StationPhoto).optional(),
  /** What it offers at times of its own. Absent: nobody has said. */
  timedServices: TimedServices.optional(),
  /** Made up to show the product; carries 示例 on screen. */
  isDemo: z.boolean(),
  withdrawnAt: z.int().nullable(),
  createdAt: z.int(),
  updatedAt: z.int(),
});
export type Station = z.infer<typeof Station>;
