import { z } from "zod";
import { SessionId } from "../classes/class-session.js";
import { InstantText } from "../common/instant.js";
import { ServiceName, ServiceNote } from "../stations/services/timed-service.js";
import { AmenityKind, StationId } from "../stations/station.js";
import { NearestQuery } from "../stations/station-answer.js";

export const AroundQuery = NearestQuery.pick({ latitude: true, longitude: true, datum: true, travel: true });
export type AroundQuery = z.infer<typeof AroundQuery>;

const way = {
  /** Straight line. */
  distanceMetres: z.int(),
  /** An estimate, rounded up. */
  travelMinutes: z.int(),
};

/** A station where something is to be had. */
export const AroundPlace = z.object({
  stationId: StationId,
  name: z.string(),
  isDemo: z.boolean(),
  ...way,
  /** Of the door, for the minute of arrival: open, opens later today, nobody knows, said to be shut by passers-by. */
  when: z.enum(["now", "later", "unknown", "reported"]),
  /** Of one that is open: when that ends; null: not within two weeks. */
  until: InstantText.nullable(),
  /** Of one that opens later: when. */
  opensAt: InstantText.nullable(),
  /** Which of the amenities that were looked for work there. */
  has: z.array(AmenityKind),
});
export type AroundPlace = z.infer<typeof AroundPlace>;

export const AroundPart = z.object({
  what: z.enum(["doors", "toilets", "water", "charging"]),
  /** How many are open on arrival, and how many open later today. */
  now: z.int(),
  later: z.int(),
  /** Open ones first; no more than some of them. */
  places: z.array(AroundPlace),
});
export type AroundPart = z.infer<typeof AroundPart>;

/** A service with hours of its own, there on arrival or within a week (shared/stations/services/service-time.ts). */
export const AroundService = z.object({
  stationId: StationId,
  stationName: z.string(),
  isDemo: z.boolean(),
  name: ServiceName,
  note: ServiceNote.nullable(),
  ...way,
  onArrival: z.boolean().nullable(),
  startsAt: InstantText.nullable(),
  until: InstantText.nullable(),
  isDoorKnown: z.boolean(),
});
export type AroundService = z.infer<typeof AroundService>;

/** A class of today that one gets to before it begins, with a free seat. */
export const AroundClass = z.object({
  id: SessionId,
  title: z.string(),
  venueName: z.string(),
  isDemo: z.boolean(),
  ...way,
  startsAt: InstantText,
  endsAt: InstantText,
  seatsLeft: z.int(),
});
export type AroundClass = z.infer<typeof AroundClass>;

export const AroundAnswer = z.object({
  asOf: InstantText,
  /** Answered from memory, since when nothing new was heard; absent: what is answered is the newest. */
  staleSince: InstantText.optional(),
  parts: z.array(AroundPart),
  services: z.array(AroundService),
  /** Null: they cannot be asked for now. */
  classes: z.array(AroundClass).nullable(),
});
export type AroundAnswer = z.infer<typeof AroundAnswer>;
