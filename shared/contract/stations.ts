import { z } from "zod";
import { DistrictCode, StationId } from "../stations/station.js";
import {
  DistrictList,
  NearestAnswer,
  NearestQuery,
  OfficialDistrictList,
  StationDetail,
  StationList,
  WithdrawnList,
} from "../stations/station-answer.js";
import { NewStation, StationPatch } from "../stations/station-input.js";
import type { Contract } from "./endpoint.js";

const params = z.object({ id: StationId });
const DISTRICT = "A code or its prefix (64, 6401, 640104), or the district's text";
const NEXT_PAGE = "`nextCursor` of the page before";

export const stationContract = {
  listNearest: {
    route: "GET /stations/nearest",
    summary: "The nearest stations, and whether each is open when the person gets there",
    permission: "open",
    query: NearestQuery,
    answer: NearestAnswer,
    answers: "By distance, equal distances by id",
  },
  listWithdrawnStations: {
    route: "GET /stations/withdrawn",
    summary: "The withdrawn stations of an officer's reach, those withdrawn last first (officer)",
    permission: "station:reinstate",
    query: z.object({
      cursor: z
        .string()
        .regex(/^\d{15}-st_[a-z0-9_]{1,40}$/)
        .optional()
        .meta({ description: NEXT_PAGE }),
    }),
    answer: WithdrawnList,
    answers: "A page",
  },
  listStations: {
    route: "GET /stations",
    summary: "Stations of a district, a page at a time",
    permission: "open",
    query: z.object({
      district: z.string().max(30).optional().meta({ description: DISTRICT }),
      cursor: z.string().max(200).optional().meta({ description: NEXT_PAGE }),
    }),
    answer: StationList,
    answers: "A page",
  },
  getStation: {
    route: "GET /stations/:id",
    summary: "Everything a person may see of one station",
    // Who asks is looked up only where it makes a difference: photos that wait for a check.
    permission: "open",
    params,
    answer: StationDetail,
    answers: "The station",
    errors: ["not_found", "sign_in_expired"],
  },
  createStation: {
    route: "POST /stations",
    summary: "Add a station (officer)",
    permission: "station:create",
    write: "once",
    body: NewStation,
    status: 201,
    answer: StationDetail,
    answers: "Added",
    errors: ["code_taken", "name_taken"],
  },
  changeStation: {
    route: "PATCH /stations/:id",
    summary: "Change what is said about a station (officer)",
    permission: "station:change",
    write: "repeatable",
    params,
    body: StationPatch,
    answer: StationDetail,
    answers: "Changed",
    errors: ["not_found", "conflict", "code_taken", "name_taken"],
  },
  withdrawStation: {
    route: "POST /stations/:id/withdraw",
    summary: "Take a station off every list; its record stays (officer)",
    permission: "station:withdraw",
    write: "repeatable",
    params,
    answer: StationDetail,
    answers: "Withdrawn",
    errors: ["not_found", "conflict"],
  },
  reinstateStation: {
    route: "POST /stations/:id/reinstate",
    summary: "Put a withdrawn station back on every list, as it was (officer)",
    permission: "station:reinstate",
    write: "repeatable",
    params,
    answer: StationDetail,
    answers: "On the lists",
    errors: ["not_found", "conflict"],
  },
} as const satisfies Contract;

export const districtContract = {
  listDistricts: {
    route: "GET /districts",
    summary: "The districts that have stations, for picking a place by hand",
    permission: "open",
    answer: DistrictList,
    answers: "By code",
  },
  listOfficialDistricts: {
    route: "GET /districts/official",
    summary: "The official districts of a province, a city or a county, for adding a station",
    permission: "open",
    query: z.object({ within: DistrictCode }),
    answer: OfficialDistrictList,
    answers: "By code",
  },
} as const satisfies Contract;
