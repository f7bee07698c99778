import { AroundAnswer, AroundQuery } from "../circle/around-answer.js";
import {
  CellsAnswer,
  CellsQuery,
  CityCoverageQuery,
  CoverageAnswer,
  CoverageDaysAnswer,
  CoverageDaysQuery,
} from "../circle/coverage-answer.js";
import {
  PeopleTableAnswer,
  PeopleTablePut,
  PeopleTableQuery,
  PeopleTableUpload,
} from "../circle/people-table-answer.js";
import { NextStepsAnswer, NextStepsQuery } from "../circle/steps-answer.js";
import { CSV_TYPE, XLSX_TYPE } from "../common/file-types.js";
import type { Contract } from "./endpoint.js";

/** The 15-minute service circle: who has an open door within reach, where and when. */
export const circleContract = {
  listAround: {
    route: "GET /circle/around",
    summary:
      "What lies within 15 minutes of a person, now and later today: doors, toilets, water, charging, services, classes",
    description:
      "Judged for the minute of arrival. Of the 200 nearest stations. A position is neither logged nor stored.",
    permission: "open",
    query: AroundQuery,
    answer: AroundAnswer,
    answers: "By kind, what can be used first",
  },
  getCoverage: {
    route: "GET /coverage",
    summary: "The share of a city that has an open door within reach, at each half hour of a day",
    permission: "open",
    query: CityCoverageQuery,
    answer: CoverageAnswer,
    answers: "Shares of cells, or of people",
    errors: ["busy", "no_people_table"],
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
    errors: ["busy", "no_people_table"],
  },
  getPeopleTable: {
    route: "GET /coverage/people",
    summary: "What is known of the table an office has brought: how many people live or work where in a city (officer)",
    permission: "circle:plan",
    query: PeopleTableQuery,
    answer: PeopleTableAnswer,
    answers: "Rows, cells and people; null: there is none",
    errors: ["not_allowed"],
  },
  putPeopleTable: {
    route: "POST /coverage/people",
    summary:
      "Bring a table of people, CSV or XLSX: coordinates or H3 cells, and how many; all of its rows or none. It takes the place of the one before (officer)",
    description: "Kept by cell of resolution 9 alone. A city has one.",
    permission: "circle:plan",
    write: "repeatable",
    query: PeopleTableUpload,
    body: { files: { [CSV_TYPE]: "text", [XLSX_TYPE]: "binary" }, otherwise: "unsupported_media_type" },
    answer: PeopleTablePut,
    answers: "What was read",
    errors: ["not_allowed", "import_rejected"],
  },
  removePeopleTable: {
    route: "DELETE /coverage/people",
    summary: "Remove the table of people of a city (officer)",
    permission: "circle:plan",
    write: "repeatable",
    query: PeopleTableQuery,
    answer: PeopleTableAnswer,
    answers: "Gone",
    errors: ["not_allowed"],
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
