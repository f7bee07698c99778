import { z } from "zod";
import { REASON_LIMIT, STATION_LIMITS } from "../common/field-limits.js";
import { textUpTo, wordsUpTo } from "../common/free-text.js";
import { isInChina } from "../common/place.js";
import { parseHoursText } from "./hours-text.js";
import { AmenityKind, AmenityState, DistrictText, StationFacts } from "./station.js";

/** A point as an office gives it, with its coordinate system. */
export const SurveyedPoint = z
  .strictObject({
    latitude: z.number(),
    longitude: z.number(),
    datum: z.enum(["gcj02", "wgs84", "bd09"]).default("gcj02"),
    source: wordsUpTo(60).default("officer"),
  })
  .refine(isInChina, { error: "这个位置不在中国境内，看看经纬度是不是写反了", path: ["latitude"] });

const AmenityInput = z.strictObject({
  state: AmenityState,
  note: textUpTo(REASON_LIMIT).nullable().default(null),
  expiresOn: z.iso.date().nullable().default(null),
});

const { surveyed: _surveyed, ...shape } = StationFacts.shape;
const facts = {
  ...shape,
  /** A list may leave the district out; somebody who writes one names it. */
  district: shape.district.extend({ text: DistrictText.min(1, { error: "要写在哪个区县" }) }),
};

/** A station as an officer writes it: what is not known may be left out. */
export const NewStation = z
  .strictObject({
    ...facts,
    code: facts.code.default(null),
    kind: facts.kind.default("standard"),
    host: facts.host.default(null),
    landmark: facts.landmark.default(null),
    location: SurveyedPoint,
    areaSquareMetres: facts.areaSquareMetres.default(null),
    capacity: facts.capacity.default(null),
    audience: facts.audience.default(null),
    entryNote: facts.entryNote.default(null),
    phone: facts.phone.default(null),
    amenities: z.partialRecord(AmenityKind, AmenityInput).default({}),
    sameSiteAs: facts.sameSiteAs.default(null),
  })
  .meta({ id: "NewStation" });
export type NewStation = z.infer<typeof NewStation>;

/** Hours as people write them, in place of `hours`. */
const hoursText = wordsUpTo(STATION_LIMITS.hours).superRefine((text, context) => {
  const { understood, warnings } = parseHoursText(text);
  if (!understood) context.addIssue({ code: "custom", message: warnings.join("；") });
});

const changeable = z
  .strictObject({ ...facts, location: SurveyedPoint, amenities: z.partialRecord(AmenityKind, AmenityInput), hoursText })
  .partial();

/** The same fields, each of which may be missing; `revision` is the one the change was made from. */
export const StationPatch = changeable.extend({ revision: z.int().min(1) }).meta({ id: "StationPatch" });
export type StationPatch = z.infer<typeof changeable>;

/** What one change among many may set. `withdrawn` takes a station off every list, or puts it back. */
export const StationSet = changeable
  .omit({ amenities: true })
  .extend({ withdrawn: z.boolean().optional() })
  .meta({ id: "StationSet" });
export type StationSet = z.infer<typeof StationSet>;
