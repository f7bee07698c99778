import { HallId, type Venue, VenueId } from "../../../shared/classes/course.js";
import { StationId } from "../../../shared/stations/station.js";
import type { Dependencies } from "../../dependencies.js";
import { findVenues, venueOfHall } from "../find-venue.js";

type Needs = Pick<Dependencies, "courses" | "stations" | "districts">;

/**
 * The places that a timetable's words mean: the number of a hall or station, the code on a station's plate, or a name.
 * Several places of one name are all returned, for the list's owner to choose.
 */
export async function findNamedVenues(deps: Needs, words: readonly string[]): Promise<Map<string, Venue[]>> {
  const wanted = [...new Set(words)];
  const halls = (await deps.courses.listHalls()).map(venueOfHall);
  const districts = await deps.districts.listDistricts();
  const asked = wanted.flatMap((name) => districts.map(({ text }) => ({ name, districtText: text })));
  const byName = await deps.stations.findIdsByNames(asked);
  const byCode = await deps.stations.findIdsByCodes(wanted);
  const found = new Map<string, VenueId[]>(
    wanted.map((word, index) => {
      const named = byName.slice(index * districts.length, (index + 1) * districts.length);
      const coded = byCode[index] ?? null;
      const own = VenueId.safeParse(word).success ? [word] : [];
      const ofHalls = halls.filter(({ id, name }) => id === word || name === word).map(({ id }) => id);
      return [word, [...new Set([...own, ...ofHalls, ...[...named, coded].filter((id) => id !== null)])]];
    }),
  );
  const ids = [...new Set([...found.values()].flat())];
  const open = new Set((await deps.stations.findMany(ids.filter(isStationId))).filter(isListed).map(({ id }) => id));
  const venues = await findVenues(deps, ids);
  const places = (ids: readonly VenueId[]) =>
    ids.flatMap((id) => (open.has(id) || HallId.safeParse(id).success ? (venues.get(id) ?? []) : []));
  return new Map([...found].map(([word, ids]) => [word, places(ids)]));
}

function isStationId(id: VenueId): boolean {
  return StationId.safeParse(id).success;
}

function isListed({ withdrawnAt }: { withdrawnAt: number | null }): boolean {
  return withdrawnAt === null;
}
