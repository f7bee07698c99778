import { z } from "zod";
import { MISSING_STATION_LIMITS } from "../common/field-limits.js";
import { wordsUpTo } from "../common/free-text.js";
import { InstantText } from "../common/instant.js";
import { numberText } from "../common/query-text.js";
import { MISSING_ANSWERS, MISSING_NEEDS, MISSING_STATES } from "./needs.js";

export const MissingStationId = z.string().regex(/^ms_[a-z0-9]{8,40}$/, { error: "不是这里该有个站的编号" });

const Hour = z.int().min(0).max(23);
const place = {
  latitude: z.number().min(-90).max(90),
  longitude: z.number().min(-180).max(180),
  datum: z.enum(["gcj02", "wgs84"]).default("gcj02"),
};

/** Where, when and what: the place becomes a cell of about 0.7 km² at once, and is kept as that alone. */
export const NewMissingStation = z.strictObject({
  ...place,
  /** The hour of the day at which it is needed, in Beijing. */
  hour: Hour,
  need: z.enum(MISSING_NEEDS),
  words: wordsUpTo(MISSING_STATION_LIMITS.words).optional(),
});
export type NewMissingStation = z.infer<typeof NewMissingStation>;

export const SecondMissingStation = z.strictObject({ hour: Hour });

export const NearMissingQuery = z.object({
  latitude: numberText.pipe(place.latitude),
  longitude: numberText.pipe(place.longitude),
  datum: place.datum,
});

export const MissingStationAnswer = z.strictObject({
  state: z.enum(MISSING_ANSWERS),
  /** Told to everybody who asked. */
  why: wordsUpTo(MISSING_STATION_LIMITS.why),
});

const common = {
  id: MissingStationId,
  /** An H3 cell of resolution 8, laid over GCJ-02. */
  cell: z.string(),
  /** Its middle, GCJ-02. */
  middle: z.object({ latitude: z.number(), longitude: z.number() }),
  need: z.enum(MISSING_NEEDS),
  state: z.enum(MISSING_STATES),
  /** What the office said; null: nothing yet. */
  why: z.string().nullable(),
  /** How many different people said so, as far as that can be told. */
  people: z.int(),
  askedAt: InstantText,
  answeredAt: InstantText.nullable(),
};
export const MissingStationItem = z.object(common);
export type MissingStationItem = z.infer<typeof MissingStationItem>;
export const MissingStationList = z.object({ asOf: InstantText, missing: z.array(MissingStationItem) });

/** What an officer sees besides. */
export const AskedStationItem = z.object({
  ...common,
  /** How many of the people WeChat vouches for. */
  vouched: z.int(),
  /** How many said each hour of the day, 24 numbers. */
  hours: z.array(z.int()).length(24),
  words: z.array(z.string()),
  /** The county of the nearest station; null: it is not known. */
  county: z.string().nullable(),
  /** The station nearest to the middle, and how far it is. */
  nearest: z.object({ name: z.string(), metres: z.int() }).nullable(),
});
export type AskedStationItem = z.infer<typeof AskedStationItem>;
export const AskedStationList = z.object({ asOf: InstantText, missing: z.array(AskedStationItem) });

export const SaidMissing = z.object({
  id: MissingStationId,
  state: z.enum(MISSING_STATES),
  people: z.int(),
  /** Somebody had said so before. */
  wasThere: z.boolean(),
});
export type SaidMissing = z.infer<typeof SaidMissing>;
