import { useInfiniteQuery, useQueryClient } from "@tanstack/react-query";
import { callApi } from "../http/api";
import { ROWS_KEY } from "../stations/use-desk-rows";
import { askedOf, type ReportsSearch } from "./reports-search";

const TASKS_KEY = ["tasks"] as const;
const LOOK_AGAIN_MS = 60_000;

/** The tasks as the address asks for it, a page at a time. */
export function useTasks(search: ReportsSearch) {
  const query = useInfiniteQuery({
    queryKey: [...TASKS_KEY, search],
    initialPageParam: undefined as string | undefined,
    refetchInterval: LOOK_AGAIN_MS,
    queryFn: ({ pageParam }) =>
      callApi("GET /tasks", { ...askedOf(search), ...(pageParam === undefined ? {} : { cursor: pageParam }) }),
    getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined,
  });
  const pages = query.data?.pages ?? [];
  return { ...query, tasks: pages.flatMap(({ tasks }) => tasks), asOf: pages[0]?.asOf ?? null };
}

/** Looks again at the tasks, and at what counts it. */
export function useTasksAnew() {
  const queries = useQueryClient();
  return () =>
    Promise.all([TASKS_KEY, ["open-tasks"], ROWS_KEY].map((queryKey) => queries.invalidateQueries({ queryKey })));
}
