import { PublicLists, PublicListsQuery, PublicStations, PublicStationsQuery } from "../public-lists/public-lists.js";
import type { Contract } from "./endpoint.js";

/** 需求清单、服务清单、资源清单, for everybody; docs/decisions/0047-public-lists.md. */
export const publicListContract = {
  getPublicLists: {
    route: "GET /public-lists",
    summary: "What was asked for, what is offered and what there is, of a district or of all",
    description: "Wishes are counts and officers' cards alone; what fewer than ten people stand behind is left out.",
    permission: "open",
    query: PublicListsQuery,
    answer: PublicLists,
    answers: "The three lists",
    also: { 304: "The caller has it" },
    errors: ["not_found"],
  },
  listPublicStations: {
    route: "GET /public-lists/stations",
    summary: "The stations that one of these numbers counts, a page at a time",
    permission: "open",
    query: PublicStationsQuery,
    answer: PublicStations,
    answers: "A page, by name",
    errors: ["not_found"],
  },
} as const satisfies Contract;
