import { type HallId, HallId as HallIdSchema, type Venue, type VenueId } from "../../shared/classes/course.js";
import type { Hall } from "../../shared/classes/hall.js";
import type { Station } from "../../shared/stations/station.js";
import { ApiError } from "../api-error.js";
import type { Dependencies } from "../dependencies.js";

type Needs = Pick<Dependencies, "courses" | "stations">;

/** The places of these ids, those of withdrawn stations too. */
export async function findVenues({ courses, stations }: Needs, ids: readonly VenueId[]): Promise<Map<VenueId, Venue>> {
  const wanted = [...new Set(ids)];
  const halls = await courses.findHalls(wanted.filter(isHallId));
  const found = await stations.findMany(wanted.filter((id) => !isHallId(id)));
  return new Map([...halls.map(venueOfHall), ...found.map(venueOfStation)].map((venue) => [venue.id, venue]));
}

/** A place where classes can be held; a withdrawn station is none: null. */
export async function findOpenVenue({ courses, stations }: Needs, id: VenueId): Promise<Venue | null> {
  if (isHallId(id)) {
    const [hall] = await courses.findHalls([id]);
    return hall ? venueOfHall(hall) : null;
  }
  const station = await stations.find(id);
  return station === null || station.withdrawnAt !== null ? null : venueOfStation(station);
}

/** @throws ApiError `invalid_input` naming `venueId` when there is no such place */
export async function requireVenue(deps: Needs, id: VenueId): Promise<Venue> {
  const venue = await findOpenVenue(deps, id);
  if (!venue) throw new ApiError("invalid_input", [{ path: "venueId", message: "没有这个驿站或场馆，可能已经撤下" }]);
  return venue;
}

function isHallId(id: VenueId): id is HallId {
  return HallIdSchema.safeParse(id).success;
}

export function venueOfHall({ id, name, address, district, location, room }: Hall): Venue {
  return { name, address, district, location, room, id };
}

function venueOfStation({ id, name, address, district, location }: Station): Venue {
  return { name, address, district, location, room: null, id };
}
