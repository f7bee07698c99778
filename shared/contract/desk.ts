import { z } from "zod";
import { DeskCalls } from "../desk/call-answer.js";
import { DeskDoubts, DeskRows } from "../desk/desk-answer.js";
import type { Contract } from "./endpoint.js";

/** What the officers' table shows. */
export const deskContract = {
  listDeskStations: {
    route: "GET /desk/stations",
    summary: "The stations of an officer's reach as rows of a table, a page at a time (officer)",
    description: "With an `If-None-Match` of the `ETag` it had, a page that is as it was is not sent again.",
    permission: "uniformity:read",
    query: z.object({
      cursor: z
        .string()
        .max(80)
        .regex(/^\d{1,2}!/)
        .optional(),
    }),
    answer: DeskRows,
    answers: "Up to 2,000 rows",
    also: { 304: "As it was" },
  },
  listDeskCalls: {
    route: "GET /desk/calls",
    summary: "The keepers of an officer's reach, whether messages reach them, and where to call (officer)",
    permission: "person:read",
    answer: DeskCalls,
    answers: "Up to 2,000, those first whom nothing reaches while something waits",
  },
  listDeskDoubts: {
    route: "GET /desk/doubts",
    summary: "Stations of an officer's reach whose position may be wrong (officer)",
    permission: "uniformity:read",
    answer: DeskDoubts,
    answers: "By id",
  },
} as const satisfies Contract;
