import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useMemo } from "react";
import type { DeskRow } from "../../../shared/desk/desk-answer";
import { callApi, callIfChanged } from "../http/api";

interface Page {
  rows: DeskRow[];
  nextCursor: string | null;
  etag: string | null;
}
interface DeskData {
  /** EpochMs. */
  asOf: number;
  pages: Page[];
  rows: DeskRow[];
}

export const ROWS_KEY = ["desk-rows"] as const;
const DOUBTS_KEY = ["desk-doubts"] as const;
const LOOK_AGAIN_MS = 60_000;
/** What has come is shown at most so often: each time all of it is sorted and counted again. */
const SHOW_EVERY_MS = 1_000;
const NO_ROWS: DeskRow[] = [];

/**
 * All stations of the reach. The first page is shown as soon as it is there; pages that are as they were are not sent
 * again.
 */
export function useDeskRows() {
  const queries = useQueryClient();
  const query = useQuery({
    queryKey: ROWS_KEY,
    refetchInterval: LOOK_AGAIN_MS,
    structuralSharing: false,
    queryFn: async () => {
      const before = queries.getQueryData<DeskData>(ROWS_KEY);
      const pages: Page[] = [];
      let asOf = before?.asOf ?? Date.now();
      let cursor: string | null | undefined;
      let shownAt = Number.NEGATIVE_INFINITY;
      do {
        const known: Page | undefined = before?.pages[pages.length];
        const answer = await callIfChanged(
          "GET /desk/stations",
          typeof cursor === "string" ? { cursor } : {},
          known?.etag ?? null,
        );
        if (answer === null && known !== undefined) pages.push(known);
        else if (answer !== null) {
          const { rows, nextCursor, asOf: at } = answer.answer;
          asOf = Date.parse(at);
          pages.push({ rows, nextCursor, etag: answer.etag });
        }
        cursor = pages.at(-1)?.nextCursor;
        if (before === undefined && cursor !== null && performance.now() - shownAt > SHOW_EVERY_MS) {
          queries.setQueryData(ROWS_KEY, dataOf(asOf, pages));
          shownAt = performance.now();
        }
      } while (typeof cursor === "string");
      return dataOf(asOf, pages);
    },
  });
  return {
    rows: query.data?.rows ?? NO_ROWS,
    areAllThere: query.data?.pages.at(-1)?.nextCursor === null,
    asOf: query.data?.asOf ?? Date.now(),
    isLoading: query.isPending,
    error: query.error,
    refetch: query.refetch,
  };
}

function dataOf(asOf: number, pages: readonly Page[]): DeskData {
  return { asOf, pages: [...pages], rows: pages.flatMap(({ rows }) => rows) };
}

/** Why positions are doubted, by station. Asked after the rows, which people wait for. */
export function useDoubts(): ReadonlyMap<string, string> {
  const { areAllThere } = useDeskRows();
  const { data } = useQuery({
    queryKey: DOUBTS_KEY,
    enabled: areAllThere,
    staleTime: 10 * LOOK_AGAIN_MS,
    queryFn: async () => (await callApi("GET /desk/doubts", {})).doubts,
  });
  return useMemo(
    () => new Map((data ?? []).map(({ id, amid }) => [id, amid === null ? "离本区很远" : `在${amid}中间`])),
    [data],
  );
}

/** Shows a change at once; what follows from it comes when the rows are looked at again. */
export function useChangeRows() {
  const queries = useQueryClient();
  return {
    show: (changed: ReadonlyMap<string, Partial<DeskRow>>) => {
      queries.setQueryData<DeskData>(ROWS_KEY, (data) => {
        if (data === undefined) return data;
        const pages = data.pages.map((page) =>
          page.rows.some(({ id }) => changed.has(id))
            ? { ...page, etag: null, rows: page.rows.map((row) => ({ ...row, ...changed.get(row.id) })) }
            : page,
        );
        return dataOf(data.asOf, pages);
      });
    },
    lookAgain: () =>
      Promise.all([
        queries.invalidateQueries({ queryKey: ROWS_KEY }),
        queries.invalidateQueries({ queryKey: DOUBTS_KEY }),
      ]),
  };
}
