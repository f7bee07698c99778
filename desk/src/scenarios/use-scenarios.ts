import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { callApi } from "../http/api";
import { DEFAULTS, type Question } from "./scenario-search";

/** Choosing takes seconds on the server: what was asked is not asked again for a while. */
const KEPT_MS = 10 * 60_000;

export const SCENARIOS_KEY = "scenarios";

/** What is kept in one's reach, and where one may plan. */
export function useScenarios() {
  return useQuery({ queryKey: [SCENARIOS_KEY], queryFn: () => callApi("GET /scenarios", {}) });
}

/** The steps of a question; null: nothing is asked. */
export function useSteps(city: string | undefined, question: Question | null) {
  return useQuery({
    queryKey: ["next-steps", city, question],
    enabled: city !== undefined && question !== null,
    staleTime: KEPT_MS,
    retry: false,
    placeholderData: keepPreviousData,
    queryFn: () => {
      const { amenities, fixed, wished, forbidden, ...plain } = question ?? DEFAULTS;
      const lists = { amenities, fixed, wished, forbidden };
      const texts = Object.fromEntries(Object.entries(lists).map(([key, list]) => [key, list.join(",")]));
      return callApi("GET /coverage/next-steps", { city: city ?? "", ...plain, ...texts });
    },
  });
}
