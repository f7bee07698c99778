import {
  CellsAnswer,
  CellsQuery,
  CoverageAnswer,
  CoverageDaysAnswer,
  CoverageDaysQuery,
  CoverageQuery,
  NextStepsAnswer,
  NextStepsQuery,
} from "../circle/coverage-answer.js";
import type { Contract } from "./endpoint.js";

/** The 15-minute service circle: who has an open door within reach, where and when. */
export const circleContract = {
  getCoverage: {
    route: "GET /coverage",
    summary: "The share of a city that has an open door within reach, at each half hour of a day",
    permission: "open",
    query: CoverageQuery,
    answer: CoverageAnswer,
    answers: "Shares of cells",
    errors: ["busy"],
  },
  listCoverageCells: {
    route: "GET /coverage/cells",
    summary: "The cells behind the shares, as GeoJSON, at one half hour",
    permission: "open",
    query: CellsQuery,
    answer: CellsAnswer,
    answers: "Cells",
    errors: ["busy"],
  },
  listNextSteps: {
    route: "GET /coverage/next-steps",
    summary:
      "What would cover most within a budget: longer hours, new sites, mended amenities in one ranking (officer)",
    permission: "circle:plan",
    query: NextStepsQuery,
    answer: NextStepsAnswer,
    answers: "Steps, what gains most first",
    errors: ["busy"],
  },
  listCoverageDays: {
    route: "GET /coverage/days",
    summary: "The last 31 days of a city as they were kept, by posted hours and by what happened",
    permission: "open",
    query: CoverageDaysQuery,
    answer: CoverageDaysAnswer,
    answers: "Days, the newest last",
  },
} as const satisfies Contract;
