import type { AmenityKind } from "../../shared/amenities/amenity.js";
import { type AroundStation, circleAround, endOfLater, isWithinCircle } from "../../shared/circle/around.js";
import type { AroundAnswer, AroundClass, AroundQuery } from "../../shared/circle/around-answer.js";
import { SERVICE_CIRCLE_MINUTES, travelMinutes } from "../../shared/common/distance.js";
import { instantText } from "../../shared/common/instant.js";
import { type MapPoint, toGcj02 } from "../../shared/common/place.js";
import type { EpochMs } from "../../shared/common/time.js";
import { findNearestIn, type NearestSearch } from "../../shared/stations/nearest/find-nearest.js";
import { LONGEST_NEAREST_LIST } from "../../shared/stations/nearest/list-length.js";
import type { Station } from "../../shared/stations/station.js";
import { ApiError } from "../api-error.js";
import { presentSession } from "../classes/present-class.js";
import type { Dependencies } from "../dependencies.js";
import { findInRedis } from "../stations/find-in-redis.js";

type Needs = Pick<Dependencies, "stations" | "snapshot" | "classReadings" | "clock" | "trustSettings">;

interface Reached {
  station: Station;
  metres: number;
  minutes: number;
}

/**
 * What lies within 15 minutes of a person, now and later today. Where more stations lie there than a list of the nearest holds,
 * the nearest of them count. Without Redis the stations in memory answer, and nothing is said of classes.
 */
export async function listAround(deps: Needs, query: AroundQuery): Promise<AroundAnswer> {
  const at = deps.clock();
  const search: NearestSearch = {
    origin: toGcj02(query, query.datum),
    limit: LONGEST_NEAREST_LIST,
    amenities: [],
    availability: "any",
    allDay: false,
    travel: query.travel,
    sort: "distance",
    at,
    settings: deps.trustSettings,
  };
  const { reached, staleSince } = await reachedStations(deps, search);
  const { parts, services } = circleAround(reached.map(aroundStation), at);
  const isStale = staleSince !== null;
  const classes = isStale ? null : await classesAround(deps, search.origin, query.travel, at);
  return {
    asOf: instantText(at),
    ...(isStale ? { staleSince: instantText(staleSince) } : {}),
    parts,
    services,
    classes,
  };
}

async function reachedStations(
  { stations, snapshot }: Needs,
  search: NearestSearch,
): Promise<{ reached: Reached[]; staleSince: EpochMs | null }> {
  const isNear = ({ minutes }: { minutes: number }) => minutes <= SERVICE_CIRCLE_MINUTES;
  const view = await snapshot.view();
  if (view === null) {
    const { placed } = await findInRedis(stations, search);
    return { reached: placed.map(({ item }) => item).filter(isNear), staleSince: null };
  }
  const found = findNearestIn(view.index, search)
    .map(({ item: { row, metres, minutes } }) => ({ id: view.index.id(row), metres, minutes }))
    .filter(isNear);
  const documents = await snapshot.documents(found.map(({ id }) => id));
  const reached = found.flatMap(({ id, metres, minutes }) => {
    const station = documents.get(id);
    return station === undefined ? [] : [{ station, metres, minutes }];
  });
  if (reached.length === 0 && found.length > 0 && view.staleSince !== null) throw new ApiError("redis_down");
  return { reached, staleSince: view.staleSince };
}

function aroundStation({ station, metres, minutes }: Reached): AroundStation {
  const { id, name, isDemo, hours, closure, reportedClosedUntil, amenities, timedServices = [] } = station;
  const working = (Object.keys(amenities) as AmenityKind[]).filter((kind) => amenities[kind]?.state === "working");
  return { id, name, isDemo, hours, closure, reportedClosedUntil, working, timedServices, metres, minutes };
}

async function classesAround(
  { classReadings }: Needs,
  origin: MapPoint,
  travel: AroundQuery["travel"],
  at: EpochMs,
): Promise<AroundClass[]> {
  const span = { fromMs: at, toMs: endOfLater(at), userId: null };
  const sessions = (await classReadings.timetable(at, span)).map((standing) => presentSession(standing, origin));
  return sessions
    .filter(({ bookingOpensAt }) => bookingOpensAt === null || Date.parse(bookingOpensAt) <= at)
    .map(({ id, title, venue, isDemo, startsAt, endsAt, seatsLeft, distanceMetres = 0 }) => {
      const minutes = travelMinutes(distanceMetres, travel);
      const way = { distanceMetres, travelMinutes: minutes };
      return { id, title, venueName: venue.name, isDemo, ...way, startsAt, endsAt, seatsLeft };
    })
    .filter((session) => isWithinCircle(session, at))
    .sort((a, b) => (a.startsAt < b.startsAt ? -1 : a.startsAt > b.startsAt ? 1 : a.distanceMetres - b.distanceMetres));
}
