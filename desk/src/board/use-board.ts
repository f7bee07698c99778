import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { callApi } from "../http/api";
import type { BoardSearch } from "./board-search";

/** A board that hangs on a wall follows the day by itself. */
const AGAIN_MS = 10 * 60_000;

/** The numbers, months, steps and searches of a city or county. */
export function useBoard({ city }: BoardSearch) {
  return useQuery({
    queryKey: ["board", city ?? null],
    queryFn: () => callApi("GET /board", city === undefined ? {} : { city }),
    refetchInterval: AGAIN_MS,
    placeholderData: keepPreviousData,
  });
}

/** A whole day of the map, so that the slider answers at once. */
export function useBoardDay(city: string, { day, layer }: BoardSearch) {
  return useQuery({
    queryKey: ["board-day", city, day ?? null, layer ?? null],
    queryFn: () =>
      callApi("GET /board/day", {
        city,
        ...(day === undefined ? {} : { on: day }),
        ...(layer === undefined ? {} : { amenities: layer }),
      }),
    refetchInterval: AGAIN_MS,
    placeholderData: keepPreviousData,
  });
}

/** Where the cells lie; the same until stations come or go, which another number of cells tells. */
export function useCellShapes(city: string, cells: number | null = null) {
  return useQuery({
    queryKey: ["board-cells", city, cells],
    queryFn: async () => (await callApi("GET /coverage/cells", { city })).features,
    staleTime: Number.POSITIVE_INFINITY,
  });
}
