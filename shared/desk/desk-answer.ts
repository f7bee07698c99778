import { z } from "zod";
import { InstantText } from "../common/instant.js";
import { AmenityKind, DistrictCode, MapPoint, StationId, StationKind } from "../stations/station.js";
import { OpeningAnswer } from "../stations/station-answer.js";

/** A station as a row of the officers' table. */
export const DeskRow = z.object({
  id: StationId,
  revision: z.int(),
  code: z.string().nullable(),
  name: z.string(),
  kind: StationKind,
  district: z.object({ code: DistrictCode.nullable(), text: z.string() }),
  /** 街道, 镇 or road, from the address. */
  street: z.string(),
  address: z.string(),
  landmark: z.string().nullable(),
  host: z.string().nullable(),
  audience: z.string().nullable(),
  entryNote: z.string().nullable(),
  phone: z.string().nullable(),
  /** GCJ-02. */
  location: MapPoint,
  /** When somebody last checked that it is there; null: nobody has. */
  locationCheckedAt: InstantText.nullable(),
  /** As somebody wrote them, or else as somebody would: what they were read as, but for what is not known. */
  hours: z.string(),
  /** What they were read as. */
  hoursRead: z.string(),
  /** Whether anything is known of any day. */
  hasHours: z.boolean(),
  opening: OpeningAnswer.pick({ state: true, changesAt: true, opensAt: true }),
  /** What its keepers are called. */
  keepers: z.array(z.string()),
  /** When somebody last saw the door open as posted; null: never. */
  confirmedAt: InstantText.nullable(),
  broken: z.array(AmenityKind),
  /** The first best-before date of what works; null: nothing carries one. */
  expiresOn: z.iso.date().nullable(),
  /** Which photos everybody sees. */
  photos: z.object({ entrance: z.boolean(), inside: z.boolean(), sign: z.boolean() }),
  photosWaiting: z.int(),
  stars: z.int(),
  openTasks: z.int(),
  overdueTasks: z.int(),
  isDemo: z.boolean(),
});
export type DeskRow = z.infer<typeof DeskRow>;

export const DeskRows = z.object({
  asOf: InstantText,
  rows: z.array(DeskRow),
  nextCursor: z.string().nullable(),
});
export type DeskRows = z.infer<typeof DeskRows>;

/** Positions that the other stations around speak against. Distances in metres. */
export const DeskDoubts = z.object({
  doubts: z.array(
    z.object({
      id: StationId,
      /** Where the stations around it lie; null: it is only far from all others of its district. */
      amid: z.string().nullable(),
      /** To the nearest other station of its own district; null: there is none. */
      ownMetres: z.int().nullable(),
    }),
  ),
});
export type DeskDoubts = z.infer<typeof DeskDoubts>;
