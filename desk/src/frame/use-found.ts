import { useQuery } from "@tanstack/react-query";
import { useDeferredValue, useMemo } from "react";
import type { RoleHolder } from "../../../shared/people/invitation";
import { wishNumber } from "../../../shared/wishes/wish-number";
import { callApi } from "../http/api";
import { isFound } from "../stations/shown-rows";
import { useDeskRows } from "../stations/use-desk-rows";
import { taskWords } from "../today/task-words";
import { useOpenTasks, useOpenWishes } from "../today/today-list";

interface Found {
  /** Where it opens, below /desk. */
  to: string;
  label: string;
}

export interface FoundGroup {
  label: string;
  found: Found[];
}

const MOST_FOUND = 8;
const MOST_PAGES = 10;

/**
 * Stations by name, code, address and keeper; people by name; wishes and reports by number.
 *
 * @returns what was found with the words that it was found by: typing goes first, and what is found comes after
 */
export function useFound(words: string): { groups: FoundGroup[]; foundBy: string } {
  const wanted = useDeferredValue(words).trim();
  const isAsked = wanted !== "";
  const { rows } = useDeskRows();
  const people = usePeople(isAsked);
  const wishes = useOpenWishes(isAsked);
  const tasks = useOpenTasks(isAsked);
  const groups = useMemo(() => {
    if (wanted === "") return [];
    const number = wanted.toUpperCase();
    const isNumber = (id: string) => id.toUpperCase().includes(number) && wanted.length >= 3;
    const groups: FoundGroup[] = [
      {
        label: "驿站",
        found: rows
          .filter((row) => isFound(row, wanted))
          .map(({ id, name, district, code }) => ({
            to: `/stations?q=${encodeURIComponent(name)}&open=${id}`,
            label: `${name} · ${district.text}${code === null ? "" : ` · ${code}`}`,
          })),
      },
      {
        label: "人",
        found: (people.data ?? [])
          .filter(({ name }) => name.includes(wanted))
          .map(({ name, stations }) => ({
            to: `/people?q=${encodeURIComponent(name)}`,
            label: `${name} · ${stations.map((station) => station.name).join("、") || "工会干部"}`,
          })),
      },
      {
        label: "心愿",
        found: (wishes.data?.wishes ?? [])
          .filter(({ id }) => isNumber(id))
          .map(({ id, categoryLabel, station }) => ({
            to: `/wishes?open=${id}`,
            label: `${wishNumber(id)} · ${categoryLabel} · ${station.name}`,
          })),
      },
      {
        label: "上报",
        found: (tasks.data?.tasks ?? [])
          .filter(({ id }) => isNumber(id))
          .map((task) => ({
            to: `/reports?station=${task.stationId}`,
            label: `${task.id.slice(-4).toUpperCase()} · ${task.stationName}：${taskWords(task)}`,
          })),
      },
    ];
    return groups.flatMap(({ label, found }) =>
      found.length === 0 ? [] : [{ label, found: found.slice(0, MOST_FOUND) }],
    );
  }, [wanted, rows, people.data, wishes.data, tasks.data]);
  return { groups, foundBy: wanted };
}

/** Who holds a role, asked for once somebody looks for anybody. */
function usePeople(isAsked: boolean) {
  return useQuery({
    queryKey: ["people-to-find"],
    enabled: isAsked,
    staleTime: 5 * 60_000,
    queryFn: async () => {
      const all: RoleHolder[] = [];
      let cursor: string | null = null;
      for (let page = 0; page < MOST_PAGES; page++) {
        const answer: { people: RoleHolder[]; nextCursor: string | null } = await callApi(
          "GET /people",
          cursor === null ? {} : { cursor },
        );
        all.push(...answer.people);
        cursor = answer.nextCursor;
        if (cursor === null) break;
      }
      return all;
    },
  });
}
