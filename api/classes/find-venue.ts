import { type HallId, HallId as HallIdSchema, type Venue, type VenueId } from "../../shared/classes/course.js";
import type { Hall } from "../../shared/classes/hall.js";
import type { Station } from "../../shared/stations/station.js";
import { ApiError } from "../api-error.js";
import type { Dependencies } from "../dependencies.js";

type Needs = Pick<Dependencies, "courses" | "stations">;

/** Those of the places that are there; a withdrawn station is none. */
export async function findVenues({ courses, stations }: Needs, ids: readonly VenueId[]): Promise<Map<VenueId, Venue>> {
  const wanted = [...new Set(ids)];
  const halls = await courses.findHalls(wanted.filter(isHallId));
  const found = await stations.findMany(wanted.filter((id) => !isHallId(id)));
  const listed = found.filter(({ withdrawnAt }) => withdrawnAt === null);
  return new Map([...halls.map(venueOfHall), ...listed.map(venueOfStation)].map((venue) => [venue.id, venue]));
}

/** @throws ApiError `invalid_input` naming `venueId` when there is no such place */
export async function requireVenue(deps: Needs, id: VenueId): Promise<Venue> {
  const venue = (await findVenues(deps, [id])).get(id);
  if (!venue) throw new ApiError("invalid_input", [{ path: "venueId", message: "没有这个驿站或场馆,可能已经撤下" }]);
  return venue;
}

export function isHallId(id: VenueId): id is HallId {
  return HallIdSchema.safeParse(id).success;
}

export function venueOfHall({ id, name, address, district, location, room }: Hall): Venue {
  return { name, address, district, location, room, id };
}

function venueOfStation({ id, name, address, district, location }: Station): Venue {
  return { name, address, district, location, room: null, id };
}
