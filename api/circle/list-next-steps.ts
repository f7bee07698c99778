import { cellToCenterChild } from "h3-js";
import { CELL_RESOLUTION } from "../../shared/circle/cells.js";
import type { NextStep, StepGain } from "../../shared/circle/next-steps.js";
import { stepSentence, streetsIn } from "../../shared/circle/step-words.js";
import type { NextStepsAnswer, NextStepsQuery, StepAnswer } from "../../shared/circle/steps-answer.js";
import { distanceMetres, reachMetres } from "../../shared/common/distance.js";
import { instantText } from "../../shared/common/instant.js";
import type { MapPoint } from "../../shared/common/place.js";
import { beijingDayNumber, weekdayOf } from "../../shared/common/time.js";
import { calendarDay } from "../../shared/stations/calendar.js";
import { maskOf } from "../../shared/stations/nearest/amenity-mask.js";
import { coreOf } from "../../shared/stations/nearest/station-core.js";
import type { Station } from "../../shared/stations/station.js";
import type { Dependencies } from "../dependencies.js";
import { CityVersions, stationsOf } from "./city-stations.js";
import { peopleOfCity, requirePeopleOfCity } from "./people-of-city.js";
import { weeklyDemand } from "./weekly-demand.js";

/** The addresses of so near stations name the streets of a place; a new site may have none nearer. */
const STREETS_WITHIN_METRES = 2_500;
const WEEK_DAYS = 7;
const HOURS_COUNTED = { week: 168, weekdays: 120, weekend: 48 } as const;
const MOST_PROPOSALS = 200;

type Needs = Pick<
  Dependencies,
  "stations" | "districts" | "heavyWork" | "clock" | "demand" | "missing" | "peopleTables"
>;

/** What would cover most of a city within a budget, each step explained in a sentence. */
export async function listNextSteps(deps: Needs, query: NextStepsQuery): Promise<NextStepsAnswer> {
  const now = deps.clock();
  const { ids } = await new CityVersions(deps).of(query.city);
  const stations = await stationsOf(deps, ids);
  const proposed = await proposals(deps);
  const found = await deps.heavyWork.run("findNextSteps", {
    stations: stations.map(coreOf),
    firstDay: ordinaryMonday(beijingDayNumber(now)),
    reachMetres: reachMetres(query.minutes, query.travel),
    amenities: maskOf(query.amenities),
    budget: { stationHours: query.hours, sites: query.sites, mends: query.mends },
    siteHours: { opens: minuteOf(query.siteOpens), closes: minuteOf(query.siteCloses) },
    days: query.days,
    weights: query.weights,
    demand: await weeklyDemand(deps, query),
    people: await peopleFor(deps, query),
    fixed: query.fixed,
    wished: [...new Set([...query.wished, ...proposed.keys()])],
    forbidden: query.forbidden,
  });
  return {
    asOf: instantText(now),
    cells: found.ids.length,
    reachMetres: reachMetres(query.minutes, query.travel),
    allCellHours: found.ids.length * HOURS_COUNTED[query.days],
    coveredCellHours: found.coveredCellHours,
    fixedCellHours: found.fixedCellHours,
    steps: found.steps.map((step) => presentStep(step, stations)),
    wished: found.wished
      .map((site) => ({
        ...site,
        ...presentGain(site),
        people: proposed.get(site.cell) ?? 0,
      }))
      .sort((a, b) => b.gainCellHours - a.gainCellHours || b.people - a.people),
  };
}

/** Where people miss a place to come in, as the middle cell of the larger one they are kept by, and how many they are. */
async function proposals({ missing }: Pick<Needs, "missing">): Promise<Map<string, number>> {
  const found = (await missing.findUndecided(MOST_PROPOSALS)).filter(({ need }) => need === "door");
  return new Map(
    found.map(({ cell, vouched, others }) => [cellToCenterChild(cell, CELL_RESOLUTION), vouched + others]),
  );
}

function presentStep(step: NextStep, stations: readonly Station[]): StepAnswer {
  const station = step.kind === "site" ? null : (stations[step.station] ?? null);
  const location: MapPoint = step.kind === "site" ? step : (station?.location ?? { latitude: 0, longitude: 0 });
  const around = stations
    .map((one) => ({ station: one, metres: distanceMetres(location, one.location) }))
    .sort((a, b) => a.metres - b.metres);
  const [nearest] = around;
  const streets = streetsIn(
    around.filter(({ metres }) => metres <= STREETS_WITHIN_METRES).map((one) => one.station.address),
  );
  const near = nearest === undefined ? "这里" : `离「${nearest.station.name}」${nearest.metres} 米处`;
  return {
    kind: step.kind,
    station: station && { id: station.id, name: station.name },
    hours:
      step.kind === "hours"
        ? { days: step.days, opens: step.opens, closes: step.closes, stationHours: step.stationHours }
        : null,
    site: step.kind === "site" ? { cell: step.cell } : null,
    location: { latitude: location.latitude, longitude: location.longitude },
    ...presentGain(step),
    sentence: stepSentence(step, { name: station?.name ?? "", near }, streets),
  };
}

function presentGain({ gainCellHours, gainPeople, gainPersonHours }: StepGain) {
  return {
    gainCellHours,
    gainPeople: Math.round(gainPeople * 10) / 10,
    gainPersonHours: gainPersonHours === null ? null : Math.round(gainPersonHours),
  };
}

/** @throws ApiError no_people_table where steps are to go by people of whom nobody has said where they are */
async function peopleFor(deps: Needs, { city, weights }: NextStepsQuery): Promise<ReadonlyMap<string, number> | null> {
  if (weights === "people") return requirePeopleOfCity(deps, city);
  return (await peopleOfCity(deps, city))?.cells ?? null;
}

/** The Monday of the next week that has no holiday and no 调休 in it. */
function ordinaryMonday(today: number): number {
  for (let monday = today + WEEK_DAYS - weekdayOf(today); ; monday += WEEK_DAYS) {
    const week = Array.from({ length: WEEK_DAYS }, (_, day) => calendarDay(monday + day));
    if (week.every(({ kind }) => kind === "ordinary")) return monday;
  }
}

function minuteOf(halfHour: string): number {
  const [hour = 0, minute = 0] = halfHour.split(":").map(Number);
  return hour * 60 + minute;
}
