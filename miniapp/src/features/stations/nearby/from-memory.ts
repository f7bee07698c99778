import { distanceMetres, travelMinutes } from "../../../../../shared/common/distance";
import { MINUTE_MS } from "../../../../../shared/common/time";
import { USABILITIES, usabilityOf } from "../../../../../shared/stations/nearest/usability";
import type { NearestItem } from "../../../../../shared/stations/station-answer";
import { serverClock } from "../../../http/server-clock";
import { agedOpening, turnsOf } from "../opening-words";
import { mapPointOf } from "../origin/origin";
import { readLastAnswer } from "./last-answer";
import type { Ask, NearbyQuestion } from "./nearby-question";
import { type NearbyView, searchAround } from "./nearby-view";
import { searched } from "./searched";

/** What the phone remembers of the last answer, measured anew from where the person is now: that needs no network. */
export function fromMemory(question: NearbyQuestion): NearbyView | null {
  const last = readLastAnswer();
  if (!last) return null;
  serverClock.atLeast(last.asOf);
  const now = serverClock.now();
  const here = mapPointOf(question.origin);
  const measured = last.stations
    .map((station): NearestItem => {
      const metres = distanceMetres(here, station.location);
      const minutes = travelMinutes(metres, question.travel);
      const opening = agedOpening(station.opening, now);
      return { ...station, opening, distanceMetres: metres, travelMinutes: minutes, movedBelow: null };
    })
    .sort((a, b) => a.distanceMetres - b.distanceMetres);
  const placeOf = ({ opening, travelMinutes: minutes }: NearestItem) =>
    USABILITIES.indexOf(usabilityOf(turnsOf(opening), now + minutes * MINUTE_MS));
  const answer = ({ availability, amenities, allDay }: Ask) => {
    const having = measured
      .filter((station) => !allDay || station.alwaysOpen)
      .filter((station) => amenities.every((kind) => station.amenities[kind] === "working"));
    if (availability === "any") return having;
    const shut = USABILITIES.indexOf("shut");
    return having.filter((station) => placeOf(station) < shut).sort((a, b) => placeOf(a) - placeOf(b));
  };
  const list = searched(searchAround(question, serverClock.now), (ask) => ({ stations: answer(ask), amenities: null }));
  return list && { ...list, hasMore: false, rememberedFrom: last.asOf, staleSince: null };
}
