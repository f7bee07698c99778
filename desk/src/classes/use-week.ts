import { useQuery, useQueryClient } from "@tanstack/react-query";
import { callApi } from "../http/api";
import { dayAfter } from "./week-days";

const CLASSES_KEY = ["classes"] as const;

/** The sessions of a week, those of every hall. */
export function useWeek(monday: string, venueId: string | undefined) {
  return useQuery({
    queryKey: [...CLASSES_KEY, monday, venueId],
    refetchInterval: 60_000,
    queryFn: () =>
      callApi("GET /classes", {
        from: monday,
        to: dayAfter(monday, 6),
        ...(venueId === undefined ? {} : { venueId }),
      }),
  });
}

/** Where classes are held: halls, and stations with a course. */
export function useVenues() {
  const { data } = useQuery({
    queryKey: ["venues"],
    staleTime: 600_000,
    queryFn: async () => (await callApi("GET /venues", {})).venues,
  });
  return data ?? [];
}

export function useWeekAnew() {
  const queries = useQueryClient();
  return () => queries.invalidateQueries({ queryKey: CLASSES_KEY });
}
