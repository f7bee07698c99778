import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { callApi } from "../http/api";
import { VIEW_RULES } from "../stations/shown-rows";
import type { ViewKey } from "../stations/table-search";
import { useDeskRows, useDoubts } from "../stations/use-desk-rows";

/** The questions of a day, in the order in which they cannot wait. */
export const TODAY_VIEWS: readonly ViewKey[] = [
  "overdue",
  "shut",
  "expiring",
  "noHours",
  "noKeeper",
  "unconfirmed",
  "doubted",
  "noPhoto",
];

/** How many stations answer each question of the day. */
export function useTodayCounts(): { view: ViewKey; label: string; count: number }[] {
  const { rows, asOf } = useDeskRows();
  const doubts = useDoubts();
  return useMemo(() => {
    const context = { now: asOf, doubts };
    return TODAY_VIEWS.map((view) => {
      const { label, keeps } = VIEW_RULES[view];
      return { view, label, count: rows.filter((row) => keeps(row, context)).length };
    });
  }, [rows, asOf, doubts]);
}

/** What is open of what was reported, overdue first. */
export function useOpenTasks(isAsked = true) {
  return useQuery({
    queryKey: ["open-tasks"],
    enabled: isAsked,
    refetchInterval: 60_000,
    queryFn: () => callApi("GET /tasks", { state: "open" }),
  });
}

/** What must be done today, as the rail says it: what is overdue, and doors that are shut against their hours. */
export function useTodayCount(): number {
  return useTodayCounts()
    .filter(({ view }) => view === "overdue" || view === "shut" || view === "expiring")
    .reduce((sum, { count }) => sum + count, 0);
}

/** Wishes that the union has to do something about, those due first. */
export function useOpenWishes(isAsked = true) {
  return useQuery({
    queryKey: ["open-wishes"],
    enabled: isAsked,
    refetchInterval: 60_000,
    queryFn: () => callApi("GET /wishes/open", { limit: 100 }),
  });
}

/** What ends today, of Beijing. */
export function isDueToday({ due }: { due: string | null }, now: number): boolean {
  return due !== null && beijingDay(Date.parse(due)) <= beijingDay(now);
}

function beijingDay(at: number): number {
  return Math.floor((at + BEIJING_MS) / DAY_MS);
}

const BEIJING_MS = 8 * 3_600_000;
const DAY_MS = 86_400_000;
