import { useQueries, useQuery, useQueryClient } from "@tanstack/react-query";
import { useCallback } from "react";
import type { OpenWishes, WishView } from "../../../shared/wishes/wish-answer";
import type { WishState } from "../../../shared/wishes/wish-states";
import { callApi } from "../http/api";
import type { WishesSearch } from "./wishes-search";

/** The states in which something is left to do, in the order in which a wish goes through them. */
export const BOARD_STATES = [
  "submitted",
  "need_info",
  "approved",
  "claimed",
  "ready",
  "delivered",
] as const satisfies readonly WishState[];
type BoardState = (typeof BOARD_STATES)[number];

const WISHES_KEY = ["wishes"] as const;
const LOOK_AGAIN_MS = 60_000;
/** A column shows so many; a hundred is what one answer holds. */
const MOST_OF_COLUMN = 100;

export interface Column {
  state: BoardState;
  wishes: WishView[];
  total: number;
}

/** The board: a column for each state, those with the nearest deadline first. */
export function useBoard({ district, category }: WishesSearch) {
  const queries = useQueries({
    queries: BOARD_STATES.map((state) => ({
      queryKey: [...WISHES_KEY, state, district, category],
      refetchInterval: LOOK_AGAIN_MS,
      queryFn: (): Promise<OpenWishes> =>
        callApi("GET /wishes/open", {
          state,
          limit: MOST_OF_COLUMN,
          ...(district === undefined ? {} : { district }),
          ...(category === undefined ? {} : { category }),
        }),
    })),
  });
  const columns = BOARD_STATES.map((state, index): Column => {
    const data = queries[index]?.data;
    return { state, wishes: data?.wishes ?? [], total: data?.total ?? 0 };
  });
  const asOf = queries.find(({ data }) => data !== undefined)?.data?.asOf;
  return {
    columns,
    now: asOf === undefined ? Date.now() : Date.parse(asOf),
    isPending: queries.some(({ isPending }) => isPending),
    error: queries.find(({ error }) => error !== null)?.error ?? null,
    refetch: () => Promise.all(queries.map(({ refetch }) => refetch())),
  };
}

/** Looks again at the board and what is counted of it. */
export function useBoardAnew() {
  const queries = useQueryClient();
  return useCallback(() => queries.invalidateQueries({ queryKey: WISHES_KEY }), [queries]);
}

/** How many wishes wait for the union, as the rail says it: those to be looked at. */
export function useWishesWaiting(): number {
  const { data } = useQuery({
    queryKey: [...WISHES_KEY, "waiting"],
    refetchInterval: LOOK_AGAIN_MS,
    queryFn: () => callApi("GET /wishes/open", { state: "submitted", limit: 1 }),
  });
  return data?.total ?? 0;
}
