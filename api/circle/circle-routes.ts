import type { Context } from "hono";
import { dayAsked } from "../../shared/circle/asked-day.js";
import {
  type Coverage,
  cellStateAt,
  HALF_HOURS_A_DAY,
  halfHourText,
  plaqueShare,
  sharesOfDay,
} from "../../shared/circle/coverage.js";
import type {
  CellsAnswer,
  CityCoverageQuery,
  CoverageAnswer,
  CoverageQuery,
} from "../../shared/circle/coverage-answer.js";
import {
  demandSharesOfDay,
  type PeopleShares,
  peopleSharesOfDay,
  type WeighedShares,
} from "../../shared/circle/weighed-shares.js";
import { reachMetres } from "../../shared/common/distance.js";
import { instantText } from "../../shared/common/instant.js";
import { beijingDate, beijingMinuteOfDay, weekdayOf } from "../../shared/common/time.js";
import { circleContract } from "../../shared/contract/circle.js";
import { calendarDay } from "../../shared/stations/calendar.js";
import type { Dependencies } from "../dependencies.js";
import type { AppEnv } from "../http/app-env.js";
import { contractRoutes } from "../http/contract-routes.js";
import { jsonWritten } from "../http/json-written.js";
import { requireHeavyWork } from "../http/request-context.js";
import { findPeopleTable, putPeopleTable, removePeopleTable } from "./change-people-table.js";
import { CELL_STATES } from "./draw-cells.js";
import { coverageKeeperOf } from "./kept-coverage.js";
import { listAround } from "./list-around.js";
import { listCoverageDays } from "./list-coverage-days.js";
import { listNextSteps } from "./list-next-steps.js";
import { requirePeopleOfCity } from "./people-of-city.js";
import { weeklyDemand } from "./weekly-demand.js";

const HALF_HOUR_MINUTES = 30;
/** Hours change now and then; whoever looks again within a minute sees what they saw. */
const KEPT = { "Cache-Control": "public, max-age=60" };

/** The 15-minute service circle, for everybody: nothing in it is about a person. */
export function circleRoutes(deps: Dependencies) {
  const keeper = coverageKeeperOf(deps);
  const weekOf = (query: CoverageQuery, day: number, c: Context<AppEnv>) =>
    keeper.week({ ...query, firstDay: day - weekdayOf(day) }, () => requireHeavyWork(c, deps));
  const weighed = async (
    query: CityCoverageQuery,
    coverage: Coverage,
    day: number,
  ): Promise<WeighedShares | PeopleShares> => {
    switch (query.weights) {
      case "people":
        return peopleSharesOfDay(coverage, day, await requirePeopleOfCity(deps, query.city));
      case "demand":
        return demandSharesOfDay(coverage, day, await weeklyDemand(deps, query));
      case "equal":
        return { plaques: plaqueShare(coverage), hours: sharesOfDay(coverage, day) };
    }
  };
  return contractRoutes(deps, circleContract, {
    listAround: ({ query }) => listAround(deps, query),
    getCoverage: async ({ query, c }): Promise<CoverageAnswer> => {
      const now = deps.clock();
      const day = dayAsked(query.on, now);
      const { coverage, stations, firstDay } = await weekOf(query, day, c);
      const { date, kind, announced } = calendarDay(day);
      const shares = await weighed(query, coverage, day - firstDay);
      c.header("Cache-Control", KEPT["Cache-Control"]);
      return {
        asOf: instantText(now),
        on: date,
        dayKind: kind,
        calendarKnown: announced,
        reachMetres: reachMetres(query.minutes, query.travel),
        stations,
        cells: coverage.ids.length,
        people: null,
        ...shares,
      };
    },
    listCoverageCells: async ({ query, c }) => {
      const now = deps.clock();
      const day = dayAsked(query.on, now);
      const at = query.at ?? halfHourText(Math.floor(beijingMinuteOfDay(now) / HALF_HOUR_MINUTES));
      const { coverage, firstDay } = await weekOf(query, day, c);
      const index = (day - firstDay) * HALF_HOURS_A_DAY + placeOf(at);
      const states = Uint8Array.from(coverage.ids, (_, cell) =>
        CELL_STATES.indexOf(cellStateAt(coverage, cell, index)),
      );
      requireHeavyWork(c, deps);
      const cells = { ids: coverage.ids, states, on: beijingDate(day), at, box: query.bbox ?? null };
      return jsonWritten<CellsAnswer>(c, await deps.heavyWork.run("drawCells", cells), {
        headers: KEPT,
        compresses: deps.compressesAnswers,
      });
    },
    listNextSteps: ({ query, c }) => {
      requireHeavyWork(c, deps);
      return listNextSteps(deps, query);
    },
    getPeopleTable: ({ query, user }) => findPeopleTable(deps, query.city, user),
    putPeopleTable: async ({ query, doer, c }) => {
      requireHeavyWork(c, deps);
      return putPeopleTable(deps, new Uint8Array(await c.req.arrayBuffer()), query, doer);
    },
    removePeopleTable: ({ query, doer }) => removePeopleTable(deps, query.city, doer),
    listCoverageDays: ({ query }) => listCoverageDays(deps, query.city),
  });
}

function placeOf(halfHour: string): number {
  const [hour = 0, minute = 0] = halfHour.split(":").map(Number);
  return (hour * 60 + minute) / HALF_HOUR_MINUTES;
}
