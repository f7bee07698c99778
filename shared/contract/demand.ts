import { DemandAnswer, DemandQuery } from "../demand/demand-answer.js";
import type { Contract } from "./endpoint.js";

/** What people searched for and did not find. */
export const demandContract = {
  listDemand: {
    route: "GET /demand",
    summary: "Where and at which hours of the week searches found nothing within 15 minutes (officer)",
    description:
      "Different people by day, in cells of about 0.7 km² and hours; nothing below 10 people a day is shown. " +
      "docs/decisions/0038-demand.md says how they are counted.",
    permission: "circle:plan",
    query: DemandQuery,
    answer: DemandAnswer,
    answers: "What most people lacked first",
  },
} as const satisfies Contract;
