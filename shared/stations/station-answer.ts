import { z } from "zod";
import { AMENITY_KINDS } from "../amenities/amenity.js";
import { InstantText } from "../common/instant.js";
import { numberText } from "../common/query-text.js";
import { DOUBTS } from "../trust/doubts.js";
import { Hours } from "./hours.js";
import { LONGEST_NEAREST_LIST } from "./nearest/list-length.js";
import { OPENING_STATES } from "./opening.js";
import { PHOTO_CHECKS, PHOTO_SUBJECTS, PhotoId } from "./photos.js";
import { ServiceName, ServiceNote } from "./services/timed-service.js";
import { AmenityKind, AmenityState, DistrictCode, MapPoint, StationId, StationKind } from "./station.js";

export const OpeningAnswer = z.object({
  state: z.enum(OPENING_STATES),
  changesAt: InstantText.nullable(),
  opensAt: InstantText.nullable(),
  openOnArrival: z.boolean().nullable(),
  unattended: z.boolean(),
  calendarKnown: z.boolean(),
});
export type OpeningAnswer = z.infer<typeof OpeningAnswer>;

/** What a list shows of a station. */
export const StationItem = z.object({
  id: StationId,
  code: z.string().nullable(),
  name: z.string(),
  address: z.string(),
  landmark: z.string().nullable(),
  district: z.object({ code: DistrictCode.nullable(), text: z.string() }),
  /** GCJ-02. */
  location: MapPoint,
  opening: OpeningAnswer,
  /** 24 hours, every day of the week. */
  alwaysOpen: z.boolean(),
  amenities: z.partialRecord(AmenityKind, AmenityState),
  /** Amenities that stand in a list and that nobody at the station has confirmed. */
  unconfirmedAmenities: z.array(AmenityKind),
  audience: z.string().nullable(),
  entryNote: z.string().nullable(),
  /** When somebody last saw the door open as posted; null: never. */
  verifiedAt: InstantText.nullable(),
  /** As whom they said so. */
  confirmedBy: z.enum(["keeper", "officer"]).nullable(),
  /** Reports from the door that nobody has resolved yet. */
  openReports: z.int(),
  isDemo: z.boolean(),
});
export type StationItem = z.infer<typeof StationItem>;

export const NearestItem = StationItem.extend({
  /** Straight line. */
  distanceMetres: z.int(),
  /** An estimate, rounded up. */
  travelMinutes: z.int(),
  /** With `sort=best`: why a station further away stands above this one; null where none does. */
  movedBelow: z.enum(DOUBTS).nullable(),
});
export type NearestItem = z.infer<typeof NearestItem>;

/** Comma-separated; a station is kept when all of them are working. */
export const WorkingAmenities = z
  .string()
  .default("")
  .transform((text) => [
    ...new Set(
      text
        .split(",")
        .map((word) => word.trim())
        .filter((word) => word !== ""),
    ),
  ])
  .pipe(z.array(z.enum(AMENITY_KINDS)));

export const NearestQuery = z.object({
  latitude: numberText.pipe(z.number().min(-90).max(90)),
  longitude: numberText.pipe(z.number().min(-180).max(180)),
  datum: z.enum(["gcj02", "wgs84"]).default("gcj02"),
  limit: numberText.pipe(z.int().min(1).max(LONGEST_NEAREST_LIST)).default(10),
  amenities: WorkingAmenities,
  /**
   * `open`: open on arrival, then those of which nobody knows. `usable`: within 45 minutes on foot or 30 by e-bike those
   * open on arrival, then those that open within 30 minutes of it, then those of which nobody knows; then farther open ones.
   */
  availability: z.enum(["any", "open", "usable"]).default("any"),
  /** `true`: only doors that never shut, 24 hours on every day of the week. */
  allDay: z.stringbool({ truthy: ["true"], falsy: ["false"] }).default(false),
  travel: z.enum(["walk", "ebike"]).default("walk"),
  /** `best`: doubtful stations below trustworthy ones that are not much further (docs/decisions/0012-trust.md). */
  sort: z.enum(["distance", "best"]).default("distance"),
});
export type NearestQuery = z.infer<typeof NearestQuery>;

/** Answered from memory while the store could not be asked what has changed; absent: what is answered is the newest. */
const Staleness = {
  stale: z.literal(true).optional(),
  /** Since when nothing new was heard. */
  staleSince: InstantText.optional(),
};

export const NearestAnswer = z.object({
  asOf: InstantText,
  ...Staleness,
  origin: z.object({ latitude: z.number(), longitude: z.number(), datum: z.enum(["gcj02", "wgs84"]) }),
  stations: z.array(NearestItem),
  /**
   * With `availability=usable` and nothing asked for besides: what works at some station within reach that is open on
   * arrival, opens soon after, or may be open; also where the list does not go so far.
   */
  amenitiesWithinReach: z.array(AmenityKind).optional(),
});
export type NearestAnswer = z.infer<typeof NearestAnswer>;

export const PhotoAnswer = z.object({
  id: PhotoId,
  of: z.enum(PHOTO_SUBJECTS),
  /** Always `passed` for visitors. */
  check: z.enum(PHOTO_CHECKS),
  /** Why an officer refused it. */
  refusedFor: z.string().nullable(),
  addedAt: InstantText,
  /** The picture, at most 1280 and 480 pixels long, from the root of this server; null: there is none any more. */
  url: z.string().nullable(),
  smallUrl: z.string().nullable(),
  /** Pixels of the large picture. */
  width: z.int(),
  height: z.int(),
});
export type PhotoAnswer = z.infer<typeof PhotoAnswer>;

/** A service with hours of its own; whether it is there is judged with the door's hours and closure. */
export const TimedServiceAnswer = z.object({
  name: ServiceName,
  hours: Hours,
  note: ServiceNote.nullable(),
  /** When somebody at the station last said so; null: it stands in a list. */
  confirmedAt: InstantText.nullable(),
});
export type TimedServiceAnswer = z.infer<typeof TimedServiceAnswer>;

/** Everything a person may see of one station. */
export const StationDetail = StationItem.extend({
  asOf: InstantText,
  ...Staleness,
  kind: StationKind,
  host: z.string().nullable(),
  phone: z.string().nullable(),
  areaSquareMetres: z.number().nullable(),
  capacity: z.int().nullable(),
  hours: Hours,
  closure: z.object({ from: InstantText, until: InstantText.nullable(), reason: z.string().nullable() }).nullable(),
  /** The same entries as `amenities`, with what else is known of them. */
  amenityDetails: z.partialRecord(
    AmenityKind,
    z.object({
      state: AmenityState,
      note: z.string().nullable(),
      since: InstantText,
      confirmedAt: InstantText.nullable(),
      expiresOn: z.iso.date().nullable(),
    }),
  ),
  verified: z.object({
    location: InstantText.nullable(),
    services: InstantText.nullable(),
    open: InstantText.nullable(),
    hours: InstantText.nullable().optional(),
  }),
  surveyed: z.object({
    datum: z.enum(["gcj02", "wgs84", "bd09"]),
    latitude: z.number(),
    longitude: z.number(),
    source: z.string(),
  }),
  sameSiteAs: StationId.nullable(),
  /** Services with hours of their own, those that are over left out; absent: nobody has said. */
  timedServices: z.array(TimedServiceAnswer).optional(),
  /** Newest first. Those that are not checked yet are for the station's keepers and officers. */
  photos: z.array(PhotoAnswer),
  revision: z.int(),
  isWithdrawn: z.boolean(),
  updatedAt: InstantText,
});
export type StationDetail = z.infer<typeof StationDetail>;

/** The stations with photos that wait for an officer, and these photos. */
export const WaitingPhotos = z.object({
  asOf: InstantText,
  /** How many stations there are, those that are not in this answer too. */
  total: z.int(),
  stations: z.array(StationDetail.pick({ id: true, name: true, district: true, isDemo: true, photos: true })),
});
export type WaitingPhotos = z.infer<typeof WaitingPhotos>;

export const StationList = z.object({
  asOf: InstantText,
  stations: z.array(StationItem),
  nextCursor: z.string().nullable(),
});
export type StationList = z.infer<typeof StationList>;

/** The withdrawn stations of an officer's reach, those withdrawn last first. */
export const WithdrawnList = z.object({
  asOf: InstantText,
  /** On all pages together. */
  total: z.int(),
  stations: z.array(
    StationItem.pick({ id: true, code: true, name: true, address: true, district: true, isDemo: true }).extend({
      withdrawnAt: InstantText,
    }),
  ),
  nextCursor: z.string().nullable(),
});
export type WithdrawnList = z.infer<typeof WithdrawnList>;

/** How often a station stood first in lists. `times` is null below 10: so few could tell of somebody. */
export const ShownDays = z.object({
  asOf: InstantText,
  days: z.array(z.object({ date: z.iso.date(), times: z.int().min(10).nullable() })),
});
export type ShownDays = z.infer<typeof ShownDays>;

/** The stations that somebody keeps. */
export const MyStations = StationList.omit({ nextCursor: true });
export type MyStations = z.infer<typeof MyStations>;

/** A place that can be picked by hand instead of a position: a district that has stations, and the middle of them. */
export const District = z.object({
  code: DistrictCode.nullable(),
  text: z.string(),
  /** The city; null where the district has no code. */
  city: z.string().nullable(),
  location: MapPoint,
  stationCount: z.int(),
});
export type District = z.infer<typeof District>;
export const DistrictList = z.object({ districts: z.array(District) });
export type DistrictList = z.infer<typeof DistrictList>;

/** The official counties and districts of a province, a city or a county, whether they have stations or not. */
export const OfficialDistrictList = z.object({
  districts: z.array(z.object({ code: DistrictCode, text: z.string() })),
});
export type OfficialDistrictList = z.infer<typeof OfficialDistrictList>;
