import { z } from "zod";
import { LongWorkAnswer } from "../long-work/long-work.js";
import { ChangesQuery, OpenDataAnswer, OpenDataQuery, ServicesQuery } from "../open-data/open-data-answer.js";
import { StationBatch } from "../stations/station-batch.js";
import type { Contract } from "./endpoint.js";

const OPEN = { permission: "open", also: { 304: "The caller has it" }, errors: ["not_found", "busy"] } as const;

/** The stations for others to use, without anything of a person; docs/decisions/0037-open-data.md. */
export const openDataContract = {
  describeOpenData: {
    route: "GET /open-data",
    summary: "Which formats the stations are given out in, and under which terms",
    permission: "open",
    answer: OpenDataAnswer,
    answers: "Formats and terms",
    errors: ["not_found"],
  },
  getOpenGeoJson: {
    route: "GET /open-data/stations.geojson",
    summary: "Stations as GeoJSON, with hours in OpenStreetMap's words and a date for each verified fact",
    query: ChangesQuery,
    answer: { files: { "application/geo+json": "text" } },
    answers: "Features",
    ...OPEN,
  },
  getOpenCsv: {
    route: "GET /open-data/stations.csv",
    summary: "Stations as the list that the import reads",
    query: OpenDataQuery,
    answer: { files: { "text/csv": "text" } },
    answers: "A list",
    ...OPEN,
  },
  getOpenJsonLd: {
    route: "GET /open-data/stations.jsonld",
    summary: "Stations in the words of schema.org",
    query: OpenDataQuery,
    answer: { files: { "application/ld+json": "text" } },
    answers: "A graph",
    ...OPEN,
  },
  describeHsds: {
    route: "GET /open-data/hsds",
    summary: "Which version of the Human Services Data Specification is answered",
    permission: "open",
    answer: z.object({ version: z.literal("3.2"), profile: z.url(), openapi_url: z.url() }),
    answers: "Version and profile",
    errors: ["not_found"],
  },
  listHsdsServices: {
    route: "GET /open-data/hsds/services",
    summary: "Stations as services of HSDS 3.2 with their organizations, locations and schedules, page by page",
    query: ServicesQuery,
    answer: { files: { "application/json": "text" } },
    answers: "A page",
    ...OPEN,
  },
  getHsdsService: {
    route: "GET /open-data/hsds/services/:id",
    summary: "One station as a service of HSDS 3.2",
    params: z.object({ id: z.uuid({ error: "不是服务编号" }) }),
    answer: { files: { "application/json": "text" } },
    answers: "The service",
    ...OPEN,
  },
  getOpenTimetable: {
    route: "GET /open-data/timetable.ics",
    summary: "All classes of the last month and the next year as iCalendar, without names of teachers",
    permission: "open",
    answer: { files: { "text/calendar": "text" } },
    answers: "The calendar",
    errors: ["not_found"],
  },
} as const satisfies Contract;

/** What officers hand to who draws maps. */
export const parcelContract = {
  packParcel: {
    route: "POST /open-data/parcels",
    summary:
      "Pack stations for who draws maps: a list as XLSX and the photos that are shown, in ZIPs below 4 MB, which takes a while (officer)",
    description:
      "Ask `GET /long-work/{id}` how far it is, or `POST /long-work/{id}/further` to do the next part. All files unpack into one folder.",
    permission: "station:hand-out",
    write: "once",
    status: 201,
    body: StationBatch,
    answer: LongWorkAnswer,
    answers: "What was begun",
    errors: ["long_work_full", "photos_unavailable"],
  },
} as const satisfies Contract;
